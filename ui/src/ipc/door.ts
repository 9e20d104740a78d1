//! The one door between the window and the core: the only file that imports `@tauri-apps/api`.
//! A query is cached under its name and request and asked again when an op reports one of its tags as changed. An op is never retried and never
//! cached, so a passphrase typed into one lives no longer than the form that held it.
//! Deliberately absent: optimistic updates. What the window shows is what the vault answered.

import { useCallback } from "react";
import { invoke } from "@tauri-apps/api/core";
import { QueryClient, keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import { provides } from "./generated/calls.ts";
import type { Answer, CallName, OpName, QueryName, Request, Tag, Workstation } from "./generated/calls.ts";
import { Refused, refused } from "./refused.ts";
import { writeBegins, writeEnds, writeFails } from "./saved.ts";

interface OpAnswer<T> {
  answer: T;
  changed: Tag[];
}

/** Codes after which the window no longer knows in which state the workstation is. */
const STATE_IS_STALE = new Set(["locked", "must_renew", "trouble"]);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

async function send<T>(name: CallName, payload: unknown, dryRun: boolean): Promise<T> {
  try {
    return await invoke<T>("call", { name, payload, dryRun });
  } catch (thrown) {
    const refusal = refused(thrown);
    if (STATE_IS_STALE.has(refusal.code)) void queryClient.invalidateQueries({ queryKey: ["workstation.state"] });
    throw refusal;
  }
}

/** Asks once, past the cache: for answers that must not be kept, such as the strength of a passphrase being typed. */
export function ask<Name extends QueryName>(name: Name, request: Request<Name>): Promise<Answer<Name>> {
  return send<Answer<Name>>(name, request, false);
}

/** Runs an op and refreshes what it changed. Components use `useOp`; this is for timers and keys. */
export async function act<Name extends OpName>(name: Name, request: Request<Name>): Promise<Answer<Name>> {
  writeBegins();
  try {
    const { answer, changed } = await send<OpAnswer<Answer<Name>>>(name, request, false);
    writeEnds(changed.length > 0 ? Date.now() : undefined);
    await refresh(changed, answer);
    return answer;
  } catch (thrown) {
    writeFails(refused(thrown).code === "internal");
    throw thrown;
  }
}

/** The same op through every rule but without the commit: what would be refused, before anybody presses. */
export async function rehearse<Name extends OpName>(
  name: Name,
  request: Request<Name>,
): Promise<Refused | undefined> {
  try {
    await send(name, request, true);
    return undefined;
  } catch (thrown) {
    return refused(thrown);
  }
}

/** What an op would answer, through every rule but without the commit: shown before somebody saves. */
export async function foresee<Name extends OpName>(name: Name, request: Request<Name>): Promise<Answer<Name>> {
  return (await send<OpAnswer<Answer<Name>>>(name, request, true)).answer;
}

function isWorkstation(answer: unknown): answer is Workstation {
  return typeof answer === "object" && answer !== null && "idle_minutes" in answer && "state" in answer;
}

/** Hands a fresh Workstation straight to its query; everything else that depends on a changed tag asks again. */
async function refresh(changed: Tag[], answer: unknown): Promise<void> {
  const known = isWorkstation(answer);
  if (known) hold(answer);
  if (changed.length === 0) return;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [name], meta }) => {
      if (known && name === "workstation.state") return false;
      const tags = provides[name as QueryName] ?? (meta?.["tags"] as readonly Tag[] | undefined);
      return tags?.some((tag) => changed.includes(tag)) ?? false;
    },
  });
}

/** Takes over a state of the workstation. Behind a lock nothing that was read may stay in the window's memory. */
function hold(workstation: Workstation): void {
  queryClient.setQueryData(["workstation.state", {}], workstation);
  if (workstation.state !== "open") forget();
}

/** Drops everything read from the vault except the state of the workstation itself. */
export function forget(): void {
  queryClient.removeQueries({
    predicate: ({ queryKey: [name] }) => name !== "workstation.state" && name !== "practice.choices",
  });
}

interface CallOptions {
  enabled?: boolean;
  /** Ask again every so many milliseconds. */
  every?: number | false;
  /** Keep showing the last answer while the next request is under way. */
  keep?: boolean;
}

export function useCall<Name extends QueryName>(
  name: Name,
  request: Request<Name>,
  options: CallOptions = {},
): UseQueryResult<Answer<Name>, Refused> {
  return useQuery<Answer<Name>, Refused>({
    queryKey: [name, request],
    queryFn: () => send<Answer<Name>>(name, request, false),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** What follows an op. */
interface After<Name extends OpName> {
  onSuccess?: (answer: Answer<Name>) => void;
  onError?: (refusal: Refused) => void;
  onSettled?: () => void;
}

export interface Op<Name extends OpName> extends Omit<UseMutationResult<Answer<Name>, Refused, Request<Name>>, "mutate"> {
  mutate: (request: Request<Name>, after?: After<Name>) => void;
}

/**
 * An op of a component. What follows it runs also when the component is gone by then: an op refreshes what it changed before it ends, and a row that
 * was answered leaves its list in that moment. The callbacks of the library's own `mutate` would be dropped with the row.
 */
export function useOp<Name extends OpName>(name: Name): Op<Name> {
  const op = useMutation<Answer<Name>, Refused, Request<Name>>({
    mutationFn: (request) => act(name, request),
    gcTime: 0,
  });
  const { mutateAsync } = op;
  const mutate = useCallback(
    (request: Request<Name>, { onSuccess, onError, onSettled }: After<Name> = {}) => {
      // Without an answer of its own a refusal stands in `error`, where the component shows it.
      void mutateAsync(request)
        .then(onSuccess, onError ?? (() => undefined))
        .finally(onSettled);
    },
    [mutateAsync],
  );
  return { ...op, mutate };
}

/** An op that only looks but is written down, such as the opening of a chart. Kept like a query: asked again when one of `tags` was changed. */
export function useOpening<Name extends OpName>(
  name: Name,
  request: Request<Name>,
  tags: readonly Tag[],
): UseQueryResult<Answer<Name>, Refused> {
  return useQuery<Answer<Name>, Refused>({
    queryKey: [name, request],
    queryFn: async () => (await send<OpAnswer<Answer<Name>>>(name, request, false)).answer,
    meta: { tags },
  });
}

//! What stands in a place while its answer is on the way, or when it did not come. Nothing is drawn for the first 150 ms, so that a quick answer never
//! flickers; nothing spins.

import type { ReactNode } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Refused } from "../../ipc/refused.ts";
import { RefusedBanner } from "../Banner/RefusedBanner.tsx";
import { Button } from "../Button/Button.tsx";
import styles from "./Loading.module.css";

export function Loading({ what }: { what: string }) {
  return (
    <p className={styles.loading} role="status">
      Reading {what}…
    </p>
  );
}

/** Shows a query's answer, its waiting or its refusal with a way to try again. */
export function Answered<T>({
  query,
  what,
  children,
}: {
  query: UseQueryResult<T, Refused>;
  what: string;
  children: (answer: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <RefusedBanner
        refusal={query.error}
        action={
          query.error.code === "not_permitted" ? null : (
            <Button size="sm" onPress={() => void query.refetch()}>
              Try again
            </Button>
          )
        }
      />
    );
  }
  return <Loading what={what} />;
}

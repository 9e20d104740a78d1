//! Which screen the state of the workstation allows. Records are mounted only while it is open, so a lock takes every word of them off the screen and out of
//! the cache; the router keeps the place for the same person.

import { useEffect } from "react";
import { RouterProvider } from "@tanstack/react-router";
import { forget, useCall } from "../ipc/door.ts";
import type { Person, Workstation } from "../ipc/generated/calls.ts";
import { Loading } from "../kit/Loading/Loading.tsx";
import { RefusedBanner } from "../kit/Banner/RefusedBanner.tsx";
import { Button } from "../kit/Button/Button.tsx";
import { dismissAll } from "../kit/Toast/toasts.ts";
import { useStore } from "../lib/store.ts";
import { Handed } from "../features/instrument/Handed.tsx";
import { HandedPlan } from "../features/plan/HandedPlan.tsx";
import { Spelling } from "../features/spelling/Spelling.tsx";
import { FirstRun } from "../features/workstation/first_run/FirstRun.tsx";
import { wizardStore } from "../features/workstation/first_run/wizard.ts";
import { MustRenew } from "../features/workstation/MustRenew.tsx";
import { SignIn } from "../features/workstation/SignIn.tsx";
import { SoftLocked } from "../features/workstation/SoftLocked.tsx";
import { TroubleScreen } from "../features/workstation/Trouble.tsx";
import { Lockscreen } from "../features/workstation/Lockscreen.tsx";
import { Discreet } from "../features/workstation/Discreet.tsx";
import { leaveDiscreet } from "../features/workstation/discreet.ts";
import { routerFor } from "../routes/router.ts";
import { OpenKeys } from "./OpenKeys.tsx";
import { useTheme } from "./useTheme.ts";

/** The core locks by its own clock; this is how soon the window notices when it did. */
const STATE_EVERY_MS = 10_000;

export function Gate() {
  const state = useCall("workstation.state", {}, { every: STATE_EVERY_MS });
  const open = state.data?.state === "open";
  useTheme(open && state.data?.person?.must_renew === false);
  useEffect(() => {
    if (state.data === undefined || open) return;
    forget();
    dismissAll();
    leaveDiscreet();
  }, [state.data, open]);
  if (state.data) return <Screen workstation={state.data} />;
  if (state.error) {
    return (
      <Lockscreen title="Evenkeel did not start" focusTitle>
        <RefusedBanner
          refusal={state.error}
          action={<Button onPress={() => void state.refetch()}>Try again</Button>}
        />
      </Lockscreen>
    );
  }
  return <Loading what="the state of the records" />;
}

function Screen({ workstation }: { workstation: Workstation }) {
  switch (workstation.state) {
    case "first_run":
      return <FirstRun workstation={workstation} />;
    case "closed":
      return <SignIn workstation={workstation} />;
    case "soft_locked":
      return (
        <HandedPlan>
          {(plan) =>
            plan === undefined ? (
              <Handed>{(inHand) => <SoftLocked workstation={workstation} inHand={inHand} />}</Handed>
            ) : (
              <SoftLocked workstation={workstation} inHand={plan} />
            )
          }
        </HandedPlan>
      );
    case "trouble":
      return <TroubleScreen workstation={workstation} />;
    case "open":
      return workstation.person ? <Open workstation={workstation} person={workstation.person} /> : null;
  }
}

function Open({ workstation, person }: { workstation: Workstation; person: Person }) {
  const { step } = useStore(wizardStore);
  const settingUp = step !== undefined || workstation.setup === "recovery_key";
  return (
    <>
      <OpenKeys workstation={workstation} />
      {person.must_renew ? (
        <MustRenew workstation={workstation} />
      ) : settingUp ? (
        <FirstRun workstation={workstation} />
      ) : (
        <Spelling>
          <RouterProvider router={routerFor(person.id)} />
        </Spelling>
      )}
      <Discreet />
    </>
  );
}

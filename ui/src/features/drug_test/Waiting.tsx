//! The running clock of somebody who cannot give a specimen yet.

import { useEffect, useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { CollectionWait, TestAnswer } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { usePractice } from "../../lib/practice.ts";
import { time } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { leftWords } from "./details.ts";

/** The running clock of somebody who cannot give a specimen yet. It is stored, so it runs on after a restart. */
export function Waiting({ test, wait }: { test: TestAnswer; wait: CollectionWait }) {
  const { zone } = usePractice();
  const drink = useOp("drug_test.give_fluid");
  const now = useNow();
  const give = () => {
    if (!drink.isPending) drink.mutate({ id: test.id, ounces: 8 });
  };
  useCommands([{ id: "drug_test.fluid", title: "Add 8 oz of fluid", group: "Here", icon: "vial", keys: "O", run: give }]);
  const over = wait.ounces > wait.most_ounces;
  return (
    <>
      <Banner
        icon="clock"
        tone={now >= wait.until || over ? "caution" : "info"}
        title={`Waiting for a specimen since ${time(wait.began_at, zone)}. ${leftWords(wait.until, now)}`}
        action={
          <Button size="sm" keys="O" pending={drink.isPending} onPress={give}>
            Add 8 oz
          </Button>
        }
      >
        {wait.ounces === 0 ? `No fluid taken yet; at most ${String(wait.most_ounces)} oz.` : `${String(wait.ounces)} of at most ${String(wait.most_ounces)} oz taken.`}
        {over ? " More water dilutes the specimen and can do harm." : ""}
      </Banner>
      {drink.error ? <RefusedBanner refusal={drink.error} /> : null}
    </>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

//! Long work of the core on the screen: progress with a count, a time left and Cancel; afterwards how it ended.
//! `useJob` also tells the window that what the job changed must be read again, since a job ends without an op.

import { useEffect, useRef } from "react";
import { queryClient, useCall, useOp } from "../../ipc/door.ts";
import type { Job } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Progress } from "../../kit/Progress/Progress.tsx";

const POLL_MS = 300;

/** All jobs, asked again every 300 ms while one runs. */
export function useJobs(enabled = true): Job[] {
  const running = queryClient.getQueryData<Job[]>(["job.list", {}])?.some((job) => job.state === "running") ?? false;
  const jobs = useCall("job.list", {}, { enabled, every: running ? POLL_MS : false });
  return jobs.data ?? [];
}

/** The job that an op started. Calls back once when it is done. */
export function useJob(id: string | undefined, onDone?: () => void): Job | undefined {
  const jobs = useCall("job.list", {}, { enabled: id !== undefined, every: POLL_MS });
  const job = jobs.data?.find((one) => one.id === id);
  const told = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (job === undefined || job.state === "running" || told.current === job.id) return;
    told.current = job.id;
    if (job.state === "done") onDone?.();
  }, [job, onDone]);
  return job;
}

interface JobLineProps {
  job: Job;
  /** In a dialog of its own, which stops the job on Esc. */
  alone?: boolean;
}

export function JobLine({ job, alone = false }: JobLineProps) {
  const cancel = useOp("job.cancel");
  const dismiss = useOp("job.dismiss");
  const close = <Button size="sm" icon="close" label="Close" onPress={() => dismiss.mutate({ id: job.id })} />;
  switch (job.state) {
    case "running":
      return (
        <Progress
          what={job.what === "" ? job.title : job.what}
          done={job.done}
          total={job.total}
          secondsLeft={job.seconds_left}
          {...(alone ? { meanwhile: "Nothing leaves the program before it is done." } : {})}
          action={
            <Button size="sm" keys={alone ? "Esc" : undefined} pending={cancel.isPending} onPress={() => cancel.mutate({ id: job.id })}>
              {alone ? "Stop" : "Cancel"}
            </Button>
          }
        />
      );
    case "done":
      return (
        <Banner tone="positive" title={`${job.title}: done`} action={close} urgent>
          {job.message}
        </Banner>
      );
    case "cancelled":
      return (
        <Banner title={`${job.title}: cancelled`} action={close} urgent>
          {job.message ?? "Nothing was changed."}
        </Banner>
      );
    case "failed":
      return (
        <Banner tone="critical" title={`${job.title}: did not finish`} action={close} urgent>
          {job.message}
        </Banner>
      );
  }
}

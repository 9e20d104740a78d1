//! A laboratory's file of results: choose it, see what each line would do, take it whole. Lines that cannot be read say why.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { ChosenResultFile, ResultFileState } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { FootBar } from "../../kit/FootBar/FootBar.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { MappingForm } from "./MappingForm.tsx";
import { Files, Lines, Tests } from "./ResultTables.tsx";
import { doneWords } from "./words.ts";
import styles from "./ResultFile.module.css";

export function ResultFilePage() {
  const state = useCall("result_file.state", {});
  const panels = useCall("panel.list", {});
  const choose = useOp("result_file.choose");
  const [chosen, setChosen] = useState<string>();
  const [mapping, setMapping] = useState(false);
  const laboratories = (panels.data?.laboratories ?? []).filter((one) => one.active);
  const laboratory = chosen ?? state.data?.laboratory ?? laboratories[0]?.id;
  const pick = () => {
    if (laboratory === undefined || choose.isPending) return;
    setMapping(false);
    choose.mutate({ laboratory });
  };
  const edit = () => {
    if (laboratory !== undefined) setMapping(true);
  };
  useCommands([
    { id: "result_file.choose", title: "Choose a laboratory's file", group: "Here", icon: "import", keys: "B", run: pick },
    { id: "result_file.mapping", title: "How this laboratory's files are read", group: "Here", icon: "settings", keys: "E", run: edit },
  ]);
  const file = state.data?.laboratory === laboratory ? state.data?.file : undefined;
  const refused = choose.error ?? state.error;
  return (
    <>
      <PageHead
        title="Laboratory files"
        actions={
          laboratory === undefined ? null : (
            <>
              <Button keys="E" onPress={edit}>
                How it is read
              </Button>
              <Button kind={file ? "plain" : "primary"} icon="import" keys="B" pending={choose.isPending} onPress={pick}>
                {file ? "Choose another file" : "Choose a file"}
              </Button>
            </>
          )
        }
      >
        {file ? `${file.name}, ${plural(file.lines, "line")}` : "Results of a laboratory, as a file of CSV"}
      </PageHead>
      <PageBody>
        {refused && refused.code !== "cancelled" ? <RefusedBanner refusal={refused} /> : null}
        <Answered query={panels} what="the laboratories">
          {() =>
            laboratory === undefined ? (
              <EmptyState title="No laboratory yet">A director adds it under Settings, Panels.</EmptyState>
            ) : (
              <div className={styles.page}>
                {laboratories.length < 2 ? null : (
                  <div className={styles.narrow}>
                    <Select
                      label="Laboratory"
                      value={laboratory}
                      options={laboratories.map((one) => ({ value: one.id, label: one.name }))}
                      onChange={setChosen}
                    />
                  </div>
                )}
                {mapping ? (
                  <MappingForm key={laboratory} laboratory={laboratory} columns={file?.columns ?? []} onDone={() => setMapping(false)} />
                ) : (
                  <Answered query={state} what="the file">
                    {(now) => <Found state={now} file={file} onMapping={edit} />}
                  </Answered>
                )}
              </div>
            )
          }
        </Answered>
        {mapping ? null : <Files />}
      </PageBody>
      {file?.preview && !mapping ? <Finish key={file.digest} file={file} /> : null}
    </>
  );
}

interface FoundProps {
  state: ResultFileState;
  file: ChosenResultFile | undefined;
  onMapping: () => void;
}

function Found({ file, onMapping }: FoundProps) {
  const { today, zone } = usePractice();
  if (file === undefined) {
    return (
      <EmptyState title="No file is chosen">
        The file is read where it lies; no copy of it is kept. You see what each line would do before anything is written.
      </EmptyState>
    );
  }
  return (
    <>
      {file.taken_at === undefined ? null : (
        <Banner title={`This very file was taken ${moment(file.taken_at, today, zone)}. Taking it again writes nothing.`} />
      )}
      {file.preview === undefined ? (
        <Banner tone="caution" title={file.trouble} action={<Button onPress={onMapping}>How it is read</Button>} />
      ) : (
        <>
          <Section title="What would be written" aside={plural(file.preview.tests.length, "test")}>
            <Tests tests={file.preview.tests} />
          </Section>
          <Section title="Every line of the file" aside={file.preview.refused === 0 ? "each can be taken" : `${plural(file.preview.refused, "line")} cannot be taken, shown first`}>
            <Lines lines={file.preview.lines} />
          </Section>
        </>
      )}
    </>
  );
}

function Finish({ file }: { file: ChosenResultFile }) {
  const run = useOp("result_file.run");
  const [leaveOut, setLeaveOut] = useState(false);
  const preview = file.preview;
  const refused = preview?.refused ?? 0;
  const fresh = preview?.tests.filter((test) => !test.same).length ?? 0;
  const why =
    fresh === 0
      ? "Nothing in this file is new."
      : refused > 0 && !leaveOut
        ? `${plural(refused, "line")} cannot be taken. Look at them, or leave their specimens out.`
        : undefined;
  const submit = () => {
    if (why !== undefined || run.isPending) return;
    run.mutate({ digest: file.digest, leave_out: leaveOut }, { onSuccess: (done) => say(doneWords(done)) });
  };
  useCommands([{ id: "result_file.run", title: "Take this file", group: "Here", icon: "check", keys: "Ctrl+Enter", run: submit }]);
  return (
    <FootBar
      action={
        <Button kind="primary" keys="Ctrl+Enter" pending={run.isPending} why={why} whyShown="elsewhere" onPress={submit}>
          {`Write ${plural(fresh, "report")}`}
        </Button>
      }
    >
      {run.error ? run.error.message : (why ?? "A substance without a line stays pending.")}
      {refused > 0 && fresh > 0 ? (
        <Checkbox isSelected={leaveOut} onChange={setLeaveOut}>
          Leave the specimens of these lines out
        </Checkbox>
      ) : null}
    </FootBar>
  );
}

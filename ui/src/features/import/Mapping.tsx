//! What each file becomes, in words. The core holds them, beside the code that does it.

import { useCall } from "../../ipc/door.ts";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import styles from "./Import.module.css";

export function Mapping() {
  const mapping = useCall("import.mapping", {});
  return (
    <Section title="What becomes what" aside="each file has a first line with its columns, in any order">
      <Answered query={mapping} what="the mapping">
        {(files) => (
          <Facts
            facts={files.map((file) => [
              file.file,
              <div key={file.file} className={styles.becomes}>
                <ul>
                  {file.becomes.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
                <p className="muted small">{file.columns.join(", ")}</p>
              </div>,
            ])}
          />
        )}
      </Answered>
    </Section>
  );
}

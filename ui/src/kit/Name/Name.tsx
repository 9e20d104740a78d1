//! A person's name in a table: "Family, Given" with the credential after it. Where there is no room the family name gives way and the given name stays whole;
//! the full name is in the title.

import styles from "./Name.module.css";

interface NameProps {
  family: string;
  given: string;
  credential?: string | undefined;
}

export function Name({ family, given, credential }: NameProps) {
  return (
    <span className={styles.row} title={`${family}, ${given}${credential === undefined ? "" : `, ${credential}`}`}>
      <span className={styles.name}>
        <span>{family}</span>
        <span>, {given}</span>
      </span>
      {credential === undefined ? null : <span className={styles.credential}>{credential}</span>}
    </span>
  );
}

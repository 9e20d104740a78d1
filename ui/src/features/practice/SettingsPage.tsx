//! The head and the tabs that all pages of Settings share.

import type { ReactNode } from "react";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { TabLinks } from "../../kit/Tabs/Tabs.tsx";
import { usePractice } from "../../lib/practice.ts";
import { placesFor } from "../../routes/nav.ts";
import styles from "./Settings.module.css";

const TITLES: Record<string, string> = {
  "/settings/screen": "Screen",
  "/settings/words": "Words",
  "/settings/practice": "Practice",
  "/settings/rules": "Hours and rules",
  "/settings/closures": "Closures",
  "/settings/panels": "Panels",
  "/settings/intake": "Intake packet",
  "/settings/library": "Objectives",
  "/settings/lock": "Lock",
  "/settings/counseling-notes": "Counseling notes",
};

export function SettingsPage({ children }: { children: ReactNode }) {
  const { person } = usePractice();
  const links = placesFor(person?.roles ?? []).flatMap(({ to }) => {
    const title = TITLES[to];
    return title === undefined ? [] : [{ to, title }];
  });
  return (
    <>
      <PageHead title="Settings" />
      <TabLinks label="Settings" links={links} />
      <div className={styles.body}>
        <PageBody>{children}</PageBody>
      </div>
    </>
  );
}

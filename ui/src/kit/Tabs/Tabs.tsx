//! Tabs between views of one thing. Arrow keys move, one tab stop. For tabs that are routes of their own, `TabLinks`.

import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";
import { Link } from "@tanstack/react-router";
import styles from "./Tabs.module.css";

interface TabsProps {
  label: string;
  tabs: readonly { id: string; title: string; count?: number; panel: ReactNode }[];
}

export function Tabs({ label, tabs }: TabsProps) {
  return (
    <AriaTabs>
      <TabList aria-label={label} className={styles.tabs ?? ""}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ""}>
            {tab.title}
            {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ""}>
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

export function TabLinks({ label, links }: { label: string; links: readonly { to: string; title: string }[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {links.map((link) => (
        <Link key={link.to} to={link.to} className={styles.tab} activeOptions={{ exact: true }}>
          {link.title}
        </Link>
      ))}
    </nav>
  );
}

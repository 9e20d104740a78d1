//! The routes. Every page stands in the frame; a page that is not there leads home with a word.

import { createRootRoute, createRoute, redirect } from "@tanstack/react-router";
import { AuditPage } from "../features/audit/AuditPage.tsx";
import { BackupPage } from "../features/backup/BackupPage.tsx";
import { MyDay } from "../features/day/MyDay.tsx";
import { CosignPage } from "../features/note/CosignPage.tsx";
import { GroupNotePage } from "../features/note/GroupNotePage.tsx";
import { NotePage } from "../features/note/NotePage.tsx";
import { SearchPage } from "../features/note/SearchPage.tsx";
import { LockPage } from "../features/practice/LockPage.tsx";
import { PoliciesPage } from "../features/practice/PoliciesPage.tsx";
import { PracticePage } from "../features/practice/PracticePage.tsx";
import { ScreenPage } from "../features/practice/ScreenPage.tsx";
import { MePage } from "../features/staff/MePage.tsx";
import { NewStaffPage } from "../features/staff/NewStaffPage.tsx";
import { PersonPage } from "../features/staff/PersonPage.tsx";
import { StaffPage } from "../features/staff/StaffPage.tsx";
import { Frame } from "./Frame.tsx";
import { NotThere } from "./NotThere.tsx";

const root = createRootRoute({ component: Frame, notFoundComponent: NotThere });
const page = <Path extends string>(path: Path, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const person = createRoute({
  getParentRoute: () => root,
  path: "/staff/$id",
  component: function Person() {
    return <PersonPage id={person.useParams().id} />;
  },
});

const note = createRoute({
  getParentRoute: () => root,
  path: "/note/$id",
  component: function Note() {
    return <NotePage id={note.useParams().id} />;
  },
});

const groupNote = createRoute({
  getParentRoute: () => root,
  path: "/session/$id/note",
  component: function GroupNote() {
    return <GroupNotePage session={groupNote.useParams().id} />;
  },
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  beforeLoad: () => {
    throw redirect({ to: "/settings/screen" });
  },
});

export const tree = root.addChildren([
  page("/", MyDay),
  note,
  groupNote,
  page("/cosign", CosignPage),
  page("/search", SearchPage),
  page("/staff", StaffPage),
  page("/staff/new", NewStaffPage),
  person,
  page("/me", MePage),
  settings,
  page("/settings/screen", ScreenPage),
  page("/settings/practice", PracticePage),
  page("/settings/rules", PoliciesPage),
  page("/settings/lock", LockPage),
  page("/backup", BackupPage),
  page("/audit", AuditPage),
]);

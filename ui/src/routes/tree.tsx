//! The routes. Every page stands in the frame; a page that is not there leads home with a word.

import { createRootRoute, createRoute, redirect } from "@tanstack/react-router";
import { SessionPage } from "../features/attendance/SessionPage.tsx";
import { CurriculaPage } from "../features/curriculum/CurriculaPage.tsx";
import { CurriculumPage } from "../features/curriculum/CurriculumPage.tsx";
import { TonightPage } from "../features/evening/TonightPage.tsx";
import { AuditPage } from "../features/audit/AuditPage.tsx";
import { BackupPage } from "../features/backup/BackupPage.tsx";
import { CaseloadPage } from "../features/caseload/CaseloadPage.tsx";
import { ChartPage } from "../features/client/ChartPage.tsx";
import { ClientsPage } from "../features/client/ClientsPage.tsx";
import { EmergencyPage } from "../features/client/EmergencyPage.tsx";
import { NewClientPage } from "../features/client/NewClientPage.tsx";
import { InquiriesPage } from "../features/inquiry/InquiriesPage.tsx";
import { InquiryOfClientPage, NewInquiryPage } from "../features/inquiry/NewInquiryPage.tsx";
import { MyDay } from "../features/day/MyDay.tsx";
import { GroupPage } from "../features/group/GroupPage.tsx";
import { GroupsPage } from "../features/group/GroupsPage.tsx";
import { NewGroupPage } from "../features/group/NewGroupPage.tsx";
import { BoardPage } from "../features/arrival/BoardPage.tsx";
import { RecoveriesPage } from "../features/counseling_note/RecoveriesPage.tsx";
import { ClosuresPage } from "../features/closure/ClosuresPage.tsx";
import { CheckInPage } from "../features/check_in/CheckInPage.tsx";
import { DrawPage } from "../features/draw/DrawPage.tsx";
import { DrawsPage } from "../features/draw/DrawsPage.tsx";
import { CosignPage } from "../features/note/CosignPage.tsx";
import { GroupNotePage } from "../features/note/GroupNotePage.tsx";
import { NotePage } from "../features/note/NotePage.tsx";
import { SearchPage } from "../features/note/SearchPage.tsx";
import { DrugTestPage } from "../features/drug_test/DrugTestPage.tsx";
import { LogTestPage } from "../features/drug_test/LogTestPage.tsx";
import { TestsPage } from "../features/drug_test/TestsPage.tsx";
import { ImportPage } from "../features/import/ImportPage.tsx";
import { PanelPage } from "../features/panel/PanelPage.tsx";
import { PanelsPage } from "../features/panel/PanelsPage.tsx";
import { IntakePage } from "../features/intake/IntakePage.tsx";
import { LibraryPage } from "../features/plan/LibraryPage.tsx";
import { PlansPage } from "../features/plan/PlansPage.tsx";
import { LockPage } from "../features/practice/LockPage.tsx";
import { PoliciesPage } from "../features/practice/PoliciesPage.tsx";
import { PracticePage } from "../features/practice/PracticePage.tsx";
import { ScreenPage } from "../features/practice/ScreenPage.tsx";
import { ResultFilePage } from "../features/result_file/ResultFilePage.tsx";
import { SessionsPage } from "../features/session/SessionsPage.tsx";
import { MePage } from "../features/staff/MePage.tsx";
import { NewStaffPage } from "../features/staff/NewStaffPage.tsx";
import { PersonPage } from "../features/staff/PersonPage.tsx";
import { WordsPage } from "../features/spelling/WordsPage.tsx";
import { StaffPage } from "../features/staff/StaffPage.tsx";
import { DayPage } from "../features/draw/DayPage.tsx";
import { NumbersPage } from "../features/draw/NumbersPage.tsx";
import { RulesPage } from "../features/follow_up/RulesPage.tsx";
import { StandInsPage } from "../features/staff/StandInsPage.tsx";
import { InstrumentsPage } from "../features/instrument/InstrumentsPage.tsx";
import { UnsignedPage } from "../features/note/UnsignedPage.tsx";
import { TemplatesPage } from "../features/note_template/TemplatesPage.tsx";
import { SnippetsPage } from "../features/snippet/SnippetsPage.tsx";
import { TodoPage } from "../features/day/TodoPage.tsx";
import { ReleasesPage } from "../features/disclosure/ReleasesPage.tsx";
import { TestingPage } from "../features/testing/TestingPage.tsx";
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

const chart = createRoute({
  getParentRoute: () => root,
  path: "/client/$id/{-$tab}",
  component: function Client() {
    const { id, tab } = chart.useParams();
    return <ChartPage key={id} id={id} tab={tab} />;
  },
});

const group = createRoute({
  getParentRoute: () => root,
  path: "/groups/$id",
  component: function Group() {
    return <GroupPage id={group.useParams().id} />;
  },
});

const curriculum = createRoute({
  getParentRoute: () => root,
  path: "/curricula/$id",
  component: function Curriculum() {
    const { id } = curriculum.useParams();
    return <CurriculumPage key={id} place={id} />;
  },
});

const session = createRoute({
  getParentRoute: () => root,
  path: "/session/$id",
  component: function Session() {
    return <SessionPage id={session.useParams().id} />;
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
  path: "/session/$id/note/{-$client}",
  component: function GroupNote() {
    const { id, client } = groupNote.useParams();
    return <GroupNotePage key={`${id} ${client ?? ""}`} session={id} row={client} />;
  },
});

const test = createRoute({
  getParentRoute: () => root,
  path: "/tests/$id",
  component: function Test() {
    const { id } = test.useParams();
    return <DrugTestPage key={id} id={id} />;
  },
});

const logTest = createRoute({
  getParentRoute: () => root,
  path: "/tests/log/$client",
  component: function LogTest() {
    const { client } = logTest.useParams();
    return <LogTestPage key={client} client={client} />;
  },
});

const draw = createRoute({
  getParentRoute: () => root,
  path: "/draws/$id",
  component: function Draw() {
    const { id } = draw.useParams();
    return <DrawPage key={id} id={id} />;
  },
});

const panel = createRoute({
  getParentRoute: () => root,
  path: "/settings/panels/$id",
  component: function Panel() {
    const { id } = panel.useParams();
    return <PanelPage key={id} id={id} />;
  },
});

const inquiryOf = createRoute({
  getParentRoute: () => root,
  path: "/inquiries/new/$id",
  component: function InquiryOf() {
    const { id } = inquiryOf.useParams();
    return <InquiryOfClientPage key={id} client={id} />;
  },
});

const drawDay = createRoute({
  getParentRoute: () => root,
  path: "/draws/day/$on",
  component: function DrawDay() {
    const { on } = drawDay.useParams();
    return <DayPage key={on} on={on} />;
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
  page("/clients", ClientsPage),
  page("/client/new", NewClientPage),
  page("/inquiries", InquiriesPage),
  page("/inquiries/new", NewInquiryPage),
  inquiryOf,
  chart,
  page("/emergency", EmergencyPage),
  page("/tonight", TonightPage),
  page("/sessions", SessionsPage),
  session,
  page("/groups", GroupsPage),
  page("/groups/new", NewGroupPage),
  group,
  page("/curricula", CurriculaPage),
  curriculum,
  note,
  groupNote,
  page("/cosign", CosignPage),
  page("/unsigned", UnsignedPage),
  page("/todo", TodoPage),
  page("/snippets", SnippetsPage),
  page("/templates", TemplatesPage),
  page("/stand-ins", StandInsPage),
  page("/instruments", InstrumentsPage),
  page("/search", SearchPage),
  page("/caseload", CaseloadPage),
  page("/tests", TestsPage),
  test,
  logTest,
  page("/check-in", CheckInPage),
  page("/board", BoardPage),
  page("/draws", DrawsPage),
  draw,
  page("/draws/numbers", NumbersPage),
  drawDay,
  page("/testing", TestingPage),
  page("/releases", ReleasesPage),
  page("/testing/rules", RulesPage),
  page("/staff", StaffPage),
  page("/staff/new", NewStaffPage),
  person,
  page("/me", MePage),
  settings,
  page("/settings/screen", ScreenPage),
  page("/settings/words", WordsPage),
  page("/settings/practice", PracticePage),
  page("/settings/rules", PoliciesPage),
  page("/settings/closures", ClosuresPage),
  page("/settings/panels", PanelsPage),
  panel,
  page("/settings/intake", IntakePage),
  page("/settings/library", LibraryPage),
  page("/plans", PlansPage),
  page("/settings/lock", LockPage),
  page("/settings/counseling-notes", RecoveriesPage),
  page("/results", ResultFilePage),
  page("/import", ImportPage),
  page("/backup", BackupPage),
  page("/audit", AuditPage),
]);

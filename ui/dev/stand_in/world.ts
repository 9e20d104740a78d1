/* The in-memory practice and its scenes. All people, places and numbers are invented. */
import type {
  AuditRow,
  BackupRow,
  Job,
  Person,
  Policy,
  Practice,
  Screen,
  StaffRow,
  Strength,
  TroubleCode,
  Workstation,
} from "../../src/ipc/generated/calls.ts";

export const NOW = Date.parse("2026-11-24T22:46:12Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface World {
  delay: number;
  workstation: Workstation;
  practice: Practice;
  screen: Screen;
  staff: StaffRow[];
  policies: Policy[];
  backups: BackupRow[];
  place: string | undefined;
  automatic: number;
  jobs: (Job & { until: number })[];
  drafts: Map<string, { rev: number; at: number; body: unknown; form: string; subject?: string }>;
  audit: AuditRow[];
  passphrase: string;
  pin: string | undefined;
  wrong: number;
}

export const PASSPHRASE = "orchard lantern gravel kite";

function staffRow(
  given: string,
  family: string,
  credential: string,
  roles: StaffRow["roles"],
  more: Partial<StaffRow> = {},
): StaffRow {
  const id = `0199${given.toLowerCase()}-${family.toLowerCase()}`.replaceAll(/[^a-z0-9-]/g, "");
  return {
    id,
    name: credential === "" ? `${given} ${family}` : `${given} ${family}, ${credential}`,
    given_name: given,
    family_name: family,
    roles,
    role_words: "",
    credentials:
      credential === ""
        ? []
        : [
            {
              id: `${id}-c`,
              label: credential,
              license_state: "MA",
              license_number: `${String(given.length)}${String(family.length)}4417`,
              expires_on: "2028-06-30",
              needs_cosign: false,
              rev: 1,
            },
          ],
    login: `${given.charAt(0)}${family}`
      .toLowerCase()
      .normalize("NFD")
      .replaceAll(/[^a-z]/g, ""),
    active: true,
    last_seen: NOW - 3 * HOUR,
    must_renew: false,
    self: false,
    rev: 1,
    ...more,
  };
}

function policy(
  key: string,
  group: string,
  label: string,
  value: string,
  unit: string,
  source: string,
  verified: boolean,
  help: string,
  range: [number, number],
): Policy {
  return {
    key,
    group,
    label,
    help,
    unit,
    value,
    default: value,
    minimum: range[0],
    maximum: range[1],
    source,
    verified,
    by_payer: false,
    payers: [],
    effective_on: "2026-01-01",
    history: [],
  };
}

const POLICIES: Policy[] = [
  policy(
    "hours_2_1",
    "Hours and week",
    "Treatment hours a week, level 2.1",
    "9",
    "hours",
    "ASAM Criteria, 4th edition",
    true,
    "Below this a client counts as short for the week.",
    [1, 40],
  ),
  policy(
    "billable_day_hours",
    "Hours and week",
    "Hours that make a billable day",
    "3",
    "hours",
    "H0015 code description",
    true,
    "Attended treatment hours on one date, breaks left out.",
    [1, 8],
  ),
  policy(
    "group_cap_process",
    "Groups",
    "Most people in a process group",
    "12",
    "people",
    "common state rule",
    false,
    "The roster warns above this.",
    [2, 30],
  ),
  policy(
    "group_cap_education",
    "Groups",
    "Most people in an education group",
    "25",
    "people",
    "common state rule",
    false,
    "The roster warns above this.",
    [2, 60],
  ),
  policy(
    "note_due_hours",
    "Notes",
    "A note is due after the session",
    "72",
    "hours",
    "practice default",
    false,
    "After this the note counts as late and says so.",
    [1, 240],
  ),
  policy(
    "cosign_due_days",
    "Notes",
    "A cosignature is due within",
    "7",
    "days",
    "practice default",
    false,
    "Counted from the signature of the author.",
    [1, 60],
  ),
  {
    ...policy(
      "plan_review_days",
      "Plans",
      "A plan is reviewed every",
      "30",
      "days",
      "common payer rule",
      false,
      "The due date stands on the caseload.",
      [1, 180],
    ),
    value: "21",
    effective_on: "2026-09-01",
    history: [{ payer: "", value: "30", effective_on: "2026-01-01", by: "Theodora Brandvold, LCSW", at: NOW - 90 * DAY }],
  },
];

const AUDIT_LINES: readonly (readonly [string, string, string?])[] = [
  ["signed_in", "Signed in"],
  ["changed_policy", "Changed a rule", "plan_review_days"],
  ["made_backup", "Made a backup"],
  ["verified_backup", "Verified a backup"],
  ["added_staff", "Added a person to the staff", "Jolene Abernathy"],
  ["locked", "Locked the screen"],
  ["unlocked", "Unlocked the screen"],
];

function auditRows(): AuditRow[] {
  return Array.from({ length: 240 }, (_, index) => {
    const [action, label, object] = AUDIT_LINES[index % AUDIT_LINES.length] ?? ["signed_in", "Signed in"];
    return {
      seq: 240 - index,
      at: NOW - index * 17 * 60_000,
      who: index % 3 === 0 ? "Marisol Quiñones, LPC" : "Theodora Brandvold, LCSW",
      role: index % 3 === 0 ? "counselor" : "director",
      action,
      label,
      ...(object === undefined ? {} : { object }),
    };
  });
}

export function personOf(row: StaffRow, words: string): Person {
  const { id, name, given_name, family_name, roles, must_renew } = row;
  return { id, name, given_name, family_name, roles, must_renew, role_words: words };
}

function freshWorld(): World {
  const staff = [
    staffRow("Theodora", "Brandvold", "LCSW", ["director", "counselor"], { self: true, last_seen: NOW }),
    staffRow("Marisol", "Quiñones", "LPC", ["counselor", "facilitator"]),
    staffRow("Babafemi", "Adeyemi-Clarke", "LAC", ["counselor"]),
    staffRow("Jolene", "Abernathy", "", ["front_desk", "collector"], { must_renew: true }),
    staffRow("Konstantin", "Featherstonehaugh-Olúwáṣeun", "MD", ["medical_reviewer"]),
    staffRow("Ruth Ann", "Stoltzfus", "CADC", ["facilitator"], { active: false, last_seen: NOW - 80 * DAY }),
  ];
  for (const row of staff.slice(1, 4)) row.supervisor = { id: staff[0]?.id ?? "", name: staff[0]?.name ?? "" };
  const [, marisol, babafemi] = staff;
  if (marisol?.credentials[0]) marisol.credentials[0].expires_on = "2026-12-18";
  if (babafemi?.credentials[0])
    Object.assign(babafemi.credentials[0], { expires_on: "2026-11-12", needs_cosign: true });
  const backups: BackupRow[] = [0, 1, 2, 3, 4, 5].map((day) => ({
    file: `evenkeel-2026-11-${String(24 - day)}-0602.ekb`,
    at: Date.parse("2026-11-24T11:02:00Z") - day * DAY,
    bytes: 214_300_000 - day * 1_200_000,
    entries: 18_204 - day * 412,
  }));
  const practice: Practice = {
    name: "Cedar Hollow Professionals Program",
    state: "MA",
    time_zone: "America/New_York",
    week_starts_on: "sunday",
    solo: false,
    clia: "",
    idle_minutes: 5,
    rev: 1,
  };
  return {
    delay: 0,
    practice,
    workstation: {
      state: "open",
      practice: {
        name: practice.name,
        time_zone: practice.time_zone,
        week_starts_on: practice.week_starts_on,
        solo: false,
        today: "2026-11-24",
        now: NOW,
      },
      ...(staff[0] ? { person: personOf(staff[0], "Clinical director, counselor") } : {}),
      pin_set: false,
      pin_tries_left: 5,
      idle_minutes: 5,
      setup: "done",
      backup: { at: Date.parse("2026-11-24T11:02:00Z"), verified: true, place: "Stick CEDAR-1", stale: false },
      version: "0.1.0",
    },
    screen: { theme: "system", contrast: false, density: "comfortable", single_keys: true, spelling: true },
    staff,
    policies: structuredClone(POLICIES),
    backups,
    place: "Stick CEDAR-1",
    automatic: 30,
    jobs: [],
    drafts: new Map(),
    audit: auditRows(),
    passphrase: PASSPHRASE,
    pin: undefined,
    wrong: 0,
  };
}

export const world: World = freshWorld();

const TROUBLE: Record<string, [string, string]> = {
  damaged: [
    "A part of the records cannot be read.",
    "Do not delete anything. Restore the newest verified backup; the damaged file is set aside and kept.",
  ],
  in_use: ["Another copy of Evenkeel has the records open.", "Close it there, then try again."],
  behind: [
    "14 entries that were saved are missing from the records.",
    "The disk or somebody put an older file back. Find the newer file, or restore the newest backup.",
  ],
};

/** Puts the world into a named state: first_run, closed, soft_locked, open, must_renew, owing, trouble:damaged ... */
export function setScene(scene: string): void {
  Object.assign(world, freshWorld());
  const { workstation } = world;
  const [name, code] = scene.split(":");
  if (name === "first_run") {
    world.staff = world.staff.slice(0, 1);
    world.place = undefined;
    world.backups = [];
    world.workstation = { state: "first_run", pin_set: false, pin_tries_left: 5, idle_minutes: 5, version: "0.1.0" };
  }
  if (name === "closed")
    world.workstation = { state: "closed", pin_set: false, pin_tries_left: 5, idle_minutes: 5, version: "0.1.0" };
  if (name === "soft_locked")
    Object.assign(workstation, { state: "soft_locked", locked_at: NOW - 60_000, pin_set: true });
  if (name === "must_renew" && workstation.person) workstation.person.must_renew = true;
  if (name === "owing") {
    world.staff = world.staff.slice(0, 1);
    workstation.setup = "first_backup";
    delete workstation.backup;
    world.backups = [];
    world.place = undefined;
  }
  if (name === "drafts")
    world.drafts.set("staff.add/", {
      rev: 3,
      at: NOW - HOUR,
      form: "staff.add",
      body: { given_name: "Amara", family_name: "Okonkwo", login: "aokonkwo" },
    });
  if (name === "trouble") {
    const [message, advice] = TROUBLE[code ?? ""] ?? ["The records cannot be opened.", "Try again."];
    world.workstation = {
      state: "trouble",
      trouble: { code: (code ?? "cannot_read") as TroubleCode, message, advice },
      pin_set: false,
      pin_tries_left: 5,
      idle_minutes: 5,
      version: "0.1.0",
    };
  }
}

export function strengthOf(passphrase: string): Strength {
  const words = new Set(passphrase.toLowerCase().split(/\s+/)).size;
  const score = passphrase.length < 8 ? 0 : passphrase.length < 15 ? 1 : words < 3 ? 2 : words < 4 ? 3 : 4;
  const advice =
    passphrase.length < 15
      ? `${String(15 - passphrase.length)} more characters at least.`
      : words < 3
        ? "Add words that do not belong together."
        : "";
  return { length: passphrase.length, score, enough: score >= 3, advice };
}

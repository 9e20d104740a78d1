//! Written by hand until the router generates it: every call of the router with what it asks, what it answers and the tags its answer depends on.
//! Nothing here is logic. Instants are milliseconds UTC; dates and wall times belong to the practice's zone.

export type Tag =
  | "workstation" | "practice" | "policy" | "staff" | "client" | "draft" | "backup" | "job" | "audit" | "exit" | "group" | "session"
  | "attendance" | "note" | "plan" | "drug_test" | "consent";

export type RefusalCode =
  | "invalid" | "not_found" | "conflict" | "not_permitted" | "locked" | "wrong_passphrase" | "wait" | "must_renew" | "trouble" | "duplicate"
  | "stopped_by_rule" | "cancelled" | "malformed" | "unknown_call" | "internal";

export interface FieldRefusal { field: string; message: string }
export interface Refusal { code: RefusalCode; message: string; fields: FieldRefusal[]; incident?: string; wait_ms?: number }

export type Role = "counselor" | "facilitator" | "director" | "front_desk" | "collector" | "medical_reviewer" | "privacy_officer" | "auditor";
export type WeekStart = "sunday" | "monday" | "saturday";
export type TroubleCode =
  | "missing" | "damaged" | "header_damaged" | "newer" | "in_use" | "network_drive" | "not_ours" | "disk_full" | "behind" | "cannot_read";

export interface Person {
  id: string;
  name: string;
  given_name: string;
  family_name: string;
  roles: Role[];
  role_words: string;
  must_renew: boolean;
}
export interface PracticeNow { name: string; time_zone: string; week_starts_on: WeekStart; solo: boolean; today: string; now: number }
export interface Trouble { code: TroubleCode; message: string; advice: string }
export interface BackupState { at: number; verified: boolean; place: string; stale: boolean }
export interface Workstation {
  state: "first_run" | "closed" | "soft_locked" | "open" | "trouble";
  trouble?: Trouble;
  practice?: PracticeNow;
  person?: Person;
  locked_at?: number;
  pin_set: boolean;
  pin_tries_left: number;
  idle_minutes: number;
  setup?: "recovery_key" | "first_backup" | "done";
  backup?: BackupState;
  version: string;
}

export interface PracticeFields { name: string; state: string; time_zone: string; week_starts_on: WeekStart; solo: boolean }
export interface Practice extends PracticeFields { rev: number }
export interface PracticeChoices {
  states: { code: string; name: string }[];
  time_zones: string[];
  week_starts: { code: WeekStart; name: string }[];
}
export interface RecoveryKey { groups: string[]; ask: number[] }
export interface NewRecoveryKey { recovery_groups: string[]; ask: number[] }
export interface RecoveryCheck { right: { index: number; right: boolean }[]; confirmed: boolean }
export interface Strength { length: number; score: 0 | 1 | 2 | 3 | 4; enough: boolean; advice: string }

export interface Policy {
  key: string;
  group: string;
  label: string;
  help: string;
  unit: string;
  value: string;
  default: string;
  minimum?: number;
  maximum?: number;
  source: string;
  verified: boolean;
  effective_on: string;
  history: { value: string; effective_on: string; by: string; at: number }[];
  rev: number;
}

export interface CredentialFields { label: string; license_state: string; license_number: string; expires_on?: string; needs_cosign: boolean }
export interface Credential extends CredentialFields { id: string; rev: number }
export interface StaffRow {
  id: string;
  name: string;
  given_name: string;
  family_name: string;
  roles: Role[];
  credentials: Credential[];
  supervisor?: { id: string; name: string };
  login: string;
  active: boolean;
  last_seen?: number;
  must_renew: boolean;
  self: boolean;
  rev: number;
}

export interface BackupRow { file: string; at: number; bytes: number; verified: boolean; entries: number }
export interface BackupList { place?: string; automatic_minutes: number; rows: BackupRow[]; last?: BackupRow }
export interface BackupLoss {
  at: number;
  entries_lost: number;
  first_lost?: number;
  last_lost?: number;
  by_action: { action: string; label: string; count: number }[];
}
export interface Job {
  id: string;
  title: string;
  what: string;
  done: number;
  total: number;
  state: "running" | "done" | "failed" | "cancelled";
  message?: string;
  started_at: number;
  seconds_left?: number;
}
export interface JobStarted { job: string }

export interface DraftSaved { id: string; rev: number; at: number }
export interface Draft extends DraftSaved { body: unknown }
export interface DraftLine { id: string; form: string; subject?: string; at: number; label: string }

export interface AuditRow { seq: number; at: number; who: string; role: string; action: string; label: string; object?: string }
export interface AuditList { rows: AuditRow[]; next?: number }
export interface Screen { theme: "system" | "light" | "dark"; contrast: boolean; density: "comfortable" | "compact"; single_keys: boolean }

type Nothing = Record<string, never>;
interface Query<Request, Answer> { kind: "query"; request: Request; answer: Answer }
interface Op<Request, Answer> { kind: "op"; request: Request; answer: Answer }

export interface Calls {
  "workstation.state": Query<Nothing, Workstation>;
  "workstation.sign_in": Op<{ login: string; passphrase: string }, Workstation>;
  "workstation.lock": Op<{ depth: "soft" | "hard" }, Workstation>;
  "workstation.unlock": Op<{ pin?: string; passphrase?: string }, Workstation>;
  "workstation.touch": Query<Nothing, Nothing>;
  "workstation.recover": Op<{ groups: string[]; login: string; passphrase: string }, Workstation>;
  "workstation.idle": Op<{ minutes: number }, Nothing>;
  "practice.choices": Query<Nothing, PracticeChoices>;
  "practice.create": Op<
    { practice: PracticeFields; director: { given_name: string; family_name: string; credential: string; login: string; passphrase: string } },
    NewRecoveryKey
  >;
  "practice.get": Query<Nothing, Practice>;
  "practice.change": Op<Practice, Practice>;
  "recovery.show": Op<Nothing, RecoveryKey>;
  "recovery.renew": Op<{ passphrase: string }, RecoveryKey>;
  "recovery.check": Op<{ groups: { index: number; text: string }[] }, RecoveryCheck>;
  "recovery.print": Op<{ copies: number }, { saved: boolean }>;
  "passphrase.strength": Query<{ passphrase: string; words: string[] }, Strength>;
  "passphrase.change": Op<{ current: string; new: string }, Nothing>;
  "pin.set": Op<{ passphrase: string; pin: string }, Nothing>;
  "pin.clear": Op<Nothing, Nothing>;
  "policy.list": Query<Nothing, Policy[]>;
  "policy.set": Op<{ key: string; value: string; effective_on: string }, Nothing>;
  "staff.list": Query<Nothing, StaffRow[]>;
  "staff.add": Op<
    {
      given_name: string;
      family_name: string;
      login: string;
      roles: Role[];
      credential?: CredentialFields;
      supervisor?: string;
      temporary_passphrase: string;
    },
    StaffRow
  >;
  "staff.change": Op<{ id: string; rev: number; given_name: string; family_name: string; roles: Role[]; supervisor?: string }, StaffRow>;
  "staff.credential_add": Op<CredentialFields & { staff: string }, StaffRow>;
  "staff.credential_change": Op<CredentialFields & { id: string; rev: number }, StaffRow>;
  "staff.credential_void": Op<{ id: string; rev: number; reason: string }, StaffRow>;
  "staff.deactivate": Op<{ id: string; rev: number; reason: string }, StaffRow>;
  "staff.reactivate": Op<{ id: string; rev: number; temporary_passphrase: string }, StaffRow>;
  "staff.reset_passphrase": Op<{ id: string; temporary_passphrase: string }, StaffRow>;
  "backup.list": Query<Nothing, BackupList>;
  "backup.place": Op<Nothing, { place?: string }>;
  "backup.make": Op<Nothing, JobStarted>;
  "backup.automatic": Op<{ minutes: number }, Nothing>;
  "backup.verify": Op<{ file: string }, JobStarted>;
  "backup.loss": Query<{ file: string }, BackupLoss>;
  "backup.restore": Op<{ file: string; passphrase: string }, JobStarted>;
  "backup.restore_elsewhere": Op<{ file: string; passphrase: string }, JobStarted>;
  "backup.restore_first": Op<{ login: string; passphrase: string } | { recovery: string }, JobStarted>;
  "job.list": Query<Nothing, Job[]>;
  "job.cancel": Op<{ id: string }, Nothing>;
  "job.dismiss": Op<{ id: string }, Nothing>;
  "draft.save": Op<{ form: string; subject?: string; body: unknown; rev: number }, DraftSaved>;
  "draft.get": Query<{ form: string; subject?: string }, Draft | null>;
  "draft.list": Query<Nothing, DraftLine[]>;
  "draft.discard": Op<{ form: string; subject?: string }, Nothing>;
  "audit.list": Query<{ before?: number; limit: number }, AuditList>;
  "audit.verify": Op<Nothing, JobStarted>;
  "screen.get": Query<Nothing, Screen>;
  "screen.set": Op<Screen, Nothing>;
}

type Named<Kind> = { [Name in keyof Calls]: Calls[Name]["kind"] extends Kind ? Name : never }[keyof Calls];
export type CallName = keyof Calls;
export type QueryName = Named<"query">;
export type OpName = Named<"op">;
export type Request<Name extends CallName> = Calls[Name]["request"];
export type Answer<Name extends CallName> = Calls[Name]["answer"];

/** What each query depends on: an op that reports one of these tags as changed makes the query ask again. */
export const provides: Record<QueryName, readonly Tag[]> = {
  "workstation.state": ["workstation", "practice", "backup"],
  "workstation.touch": [],
  "practice.choices": [],
  "practice.get": ["practice"],
  "passphrase.strength": [],
  "policy.list": ["policy"],
  "staff.list": ["staff"],
  "backup.list": ["backup"],
  "backup.loss": ["backup", "audit"],
  "job.list": ["job"],
  "draft.get": ["draft"],
  "draft.list": ["draft"],
  "audit.list": ["audit"],
  "screen.get": ["workstation"],
};

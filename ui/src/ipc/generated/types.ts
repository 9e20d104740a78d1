// Generated from the Rust types by `cargo xtask codegen`. Do not edit.

/**
 * The request of `staff.add`.
 */
export type AddStaff = { given_name: string, family_name: string, login: string, roles: Array<Role>, credential?: CredentialFields, supervisor?: StaffId, 
/**
 * Told to the person by voice; must be replaced at the first sign-in.
 */
temporary_passphrase: string, };

/**
 * The request of `audit.list`.
 */
export type AuditList = { 
/**
 * The `next` of the page before.
 */
before?: AuditPlace, 
/**
 * 1 to 200.
 */
limit: number, };

/**
 * A page of the chain, the newest first.
 */
export type AuditPage = { rows: Array<AuditRow>, next?: AuditPlace, };

/**
 * Where a page ends.
 */
export type AuditPlace = { at: Moment, seq: number, };

/**
 * One entry of the chain.
 */
export type AuditRow = { 
/**
 * Its number in the chain of its installation.
 */
seq: number, at: Moment, who_id?: StaffId, who: string, 
/**
 * The role that was used.
 */
role: string, action: string, 
/**
 * The action in words.
 */
label: string, 
/**
 * What kind of record, as a screen says it.
 */
object?: string, revision?: number, };

/**
 * The request of `backup.automatic`.
 */
export type Automatic = { 
/**
 * 5 to 1440, or 0 for never.
 */
minutes: number, };

/**
 * Which backup.
 */
export type BackupFile = { file: string, };

/**
 * What the status line says of backups.
 */
export type BackupLine = { 
/**
 * When the newest one was made and verified.
 */
at: Moment, verified: boolean, 
/**
 * The folder's own name, without the way to it.
 */
place: string, 
/**
 * More than a day old.
 */
stale: boolean, };

/**
 * The answer of `backup.list`.
 */
export type BackupList = { 
/**
 * The folder's own name.
 */
place: string, 
/**
 * Whether somebody chose the folder; without a choice it lies beside the records, on the same disk.
 */
chosen: boolean, 
/**
 * 0 when the clock makes none.
 */
automatic_minutes: number, rows: Array<BackupRow>, };

/**
 * What an in-place restore would lose.
 */
export type BackupLoss = { 
/**
 * When the backup was made.
 */
at: Moment, entries_lost: number, first_lost?: Moment, last_lost?: Moment, by_action: Array<LossAction>, };

/**
 * One backup file.
 */
export type BackupRow = { 
/**
 * The file's own name.
 */
file: string, at: Moment, bytes: number, 
/**
 * Audit entries it holds.
 */
entries: number, };

/**
 * The request of `passphrase.change`.
 */
export type ChangePassphrase = { current: string, new: string, };

/**
 * The request of `practice.change`.
 */
export type ChangePractice = { name: string, state: string, time_zone: string, week_starts_on: WeekStart, solo: boolean, 
/**
 * Minutes without a sign of life before the screen locks, 1 to 15.
 */
idle_minutes: number, rev: number, };

/**
 * The request of `staff.change`.
 */
export type ChangeStaff = { id: StaffId, rev: number, given_name: string, family_name: string, roles: Array<Role>, supervisor?: StaffId, };

/**
 * The request of `recovery.check`.
 */
export type CheckGroups = { groups: Array<TypedGroup>, };

/**
 * The answer of `recovery.check`.
 */
export type Checked = { right: Array<GroupRight>, 
/**
 * All asked groups are right; the key is now known to be readable on paper.
 */
confirmed: boolean, };

/**
 * A code with its name.
 */
export type Choice = { code: string, name: string, };

/**
 * Where the window behaves differently.
 */
export type Code = "invalid" | "not_found" | "conflict" | "not_permitted" | "locked" | "wrong_passphrase" | "wait" | "must_renew" | "trouble" | "stopped_by_rule" | "cancelled" | "malformed" | "unknown_call" | "internal";

/**
 * The request of `practice.create`.
 */
export type CreatePractice = { practice: PracticeFields, director: NewDirector, };

/**
 * A credential with its license.
 */
export type Credential = { id: CredentialId, label: string, license_state: string, license_number: string, expires_on?: string, needs_cosign: boolean, rev: number, };

/**
 * The fields of a credential as a form sends them.
 */
export type CredentialFields = { 
/**
 * As printed behind the name: "LPC".
 */
label: string, license_state: string, license_number: string, expires_on?: string, 
/**
 * Notes signed under it need a cosignature.
 */
needs_cosign: boolean, };

/**
 * A credential of a person.
 */
export type CredentialId = string;

/**
 * The request of `staff.deactivate`.
 */
export type Deactivate = { id: StaffId, rev: number, reason: string, };

/**
 * How close the rows stand.
 */
export type Density = "comfortable" | "compact";

/**
 * The answer of an operation that has nothing to say.
 */
export type Done = Record<symbol, never>;

/**
 * A draft to go on with.
 */
export type DraftAnswer = { rev: number, at: Moment, body: unknown, };

/**
 * A draft in the list of what is not finished.
 */
export type DraftLine = { form: string, subject: string, label: string, at: Moment, };

/**
 * One field that needs another value.
 */
export type FieldFault = { 
/**
 * The field as the request names it, with dots for nesting: `practice.time_zone`.
 */
field: string, 
/**
 * What is wrong, then the fix.
 */
message: string, };

/**
 * Which form.
 */
export type FormKey = { form: string, subject?: string, };

/**
 * Whether a group was typed right.
 */
export type GroupRight = { index: number, right: boolean, };

/**
 * A job as the window shows it.
 */
export type Job = { id: string, 
/**
 * What it does: "Making a backup".
 */
title: string, 
/**
 * The step it is at: "Verifying pages".
 */
what: string, done: number, 
/**
 * 0 while unknown.
 */
total: number, state: JobState, 
/**
 * How it ended.
 */
message?: string, started_at: Moment, seconds_left?: number, };

/**
 * Which job.
 */
export type JobKey = { id: string, };

/**
 * How far a job is.
 */
export type JobState = "running" | "done" | "failed" | "cancelled";

/**
 * How deep a lock goes.
 */
export type Lock = "soft" | "hard";

/**
 * Reads a `{ depth }` request.
 */
export type LockRequest = { depth: Lock, };

/**
 * How many entries of one kind would be lost.
 */
export type LossAction = { action: string, label: string, count: number, };

/**
 * An instant: milliseconds since 1970 in UTC.
 */
export type Moment = number;

/**
 * The request of `staff.credential_add`.
 */
export type NewCredential = { staff: StaffId, fields: CredentialFields, };

/**
 * The first director.
 */
export type NewDirector = { given_name: string, family_name: string, 
/**
 * As printed behind the name: "LCSW". May be empty.
 */
credential: string, login: string, passphrase: string, };

/**
 * A request without fields.
 */
export type Nothing = Record<symbol, never>;

/**
 * The request of `staff.credential_change`.
 */
export type OldCredential = { id: CredentialId, rev: number, fields: CredentialFields, };

/**
 * The signed-in person as the frame shows them.
 */
export type Person = { id: StaffId, 
/**
 * Name with credential: "Marisol Quiñones, LPC".
 */
name: string, given_name: string, family_name: string, roles: Array<Role>, 
/**
 * "Counselor, facilitator".
 */
role_words: string, 
/**
 * A director set the passphrase; the person's own must come first.
 */
must_renew: boolean, };

/**
 * The answer of `backup.place`.
 */
export type PlaceAnswer = { place: string, };

/**
 * A policy as settings show it.
 */
export type Policy = { key: string, group: string, label: string, help: string, unit: string, 
/**
 * The value that holds today.
 */
value: string, default: string, minimum?: number, maximum?: number, 
/**
 * Where the default comes from.
 */
source: string, verified: boolean, 
/**
 * Since when the value holds; absent for a default.
 */
effective_on?: string, 
/**
 * Every chosen value, also those from a later date on, the latest first.
 */
history: Array<PolicyValue>, };

/**
 * A value from a date on.
 */
export type PolicyValue = { value: string, effective_on: string, by: string, at: Moment, };

/**
 * The practice as settings show it.
 */
export type Practice = { name: string, state: string, time_zone: string, week_starts_on: WeekStart, solo: boolean, idle_minutes: number, rev: number, };

/**
 * What first run offers to choose from.
 */
export type PracticeChoices = { states: Array<Choice>, 
/**
 * IANA names; the zones of the United States first.
 */
time_zones: Array<string>, week_starts: Array<Choice>, };

/**
 * The practice as first run asks for it.
 */
export type PracticeFields = { name: string, 
/**
 * Two letters, for the rules and forms of that state.
 */
state: string, 
/**
 * An IANA name such as `America/New_York`.
 */
time_zone: string, week_starts_on: WeekStart, 
/**
 * A practice of one clinician.
 */
solo: boolean, };

/**
 * What the frame shows of the practice.
 */
export type PracticeLine = { name: string, time_zone: string, week_starts_on: WeekStart, solo: boolean, 
/**
 * Today on the practice's wall.
 */
today: string, now: Moment, };

/**
 * The request of `recovery.print`.
 */
export type PrintSheet = { 
/**
 * 1 to 4.
 */
copies: number, };

/**
 * The answer of `recovery.print`.
 */
export type Printed = { saved: boolean, };

/**
 * The request of `staff.reactivate`.
 */
export type Reactivate = { id: StaffId, rev: number, temporary_passphrase: string, };

/**
 * The request of `workstation.recover`.
 */
export type Recover = { 
/**
 * The 13 groups, in one string or several.
 */
groups: Array<string>, login: string, 
/**
 * The person's new passphrase.
 */
passphrase: string, };

/**
 * The key as first run shows it.
 */
export type RecoveryKey = { 
/**
 * 13 groups of five.
 */
recovery_groups: Array<string>, 
/**
 * Which groups to type back, counted from 1.
 */
ask: Array<number>, };

/**
 * A typed no.
 */
export type Refusal = { 
/**
 * Where the window behaves differently.
 */
code: Code, 
/**
 * A finished sentence.
 */
message: string, 
/**
 * Faults by field, for [`Code::Invalid`].
 */
fields: Array<FieldFault>, 
/**
 * The rule that stopped it, as `noun.rule`; tests and manuals name it so.
 */
rule?: string, 
/**
 * How long to wait, in milliseconds, for [`Code::Wait`].
 */
wait_ms?: number, 
/**
 * What to tell support, for [`Code::Internal`].
 */
incident?: string, };

/**
 * The request of `recovery.renew`.
 */
export type RenewRecovery = { passphrase: string, };

/**
 * The request of `staff.reset_passphrase`.
 */
export type ResetPassphrase = { id: StaffId, temporary_passphrase: string, };

/**
 * The request of `backup.restore_first`: a sign-in of the backup's day, or the recovery key.
 */
export type RestoreFirst = { login?: string, passphrase?: string, recovery?: string, };

/**
 * Which backup, with the passphrase of the person who restores.
 */
export type RestoreFrom = { file: string, passphrase: string, };

/**
 * A role on the staff. One person may hold several.
 */
export type Role = "counselor" | "facilitator" | "director" | "front_desk" | "collector" | "medical_reviewer" | "privacy_officer" | "auditor";

/**
 * The request of `draft.save`.
 */
export type SaveDraft = { form: string, 
/**
 * What the form is about, as its id.
 */
subject?: string, 
/**
 * What "go on with" calls it. Never a client's name outside the vault: it stays in the vault.
 */
label?: string, 
/**
 * Whatever the form holds.
 */
body: unknown, 
/**
 * Whether a key was pressed in it.
 */
typed: boolean, 
/**
 * The revision the form last saw; 0 for the first save.
 */
rev: number, };

/**
 * The answer of `draft.save`.
 */
export type Saved = { rev: number, at: Moment, };

/**
 * The settings of a person's window.
 */
export type Screen = { theme: Theme, 
/**
 * High contrast.
 */
contrast: boolean, density: Density, 
/**
 * Single letters act outside text; can be switched off (WCAG 2.1.4).
 */
single_keys: boolean, };

/**
 * The request of `pin.set`.
 */
export type SetPin = { passphrase: string, 
/**
 * 4 to 8 digits.
 */
pin: string, };

/**
 * The request of `policy.set`.
 */
export type SetPolicy = { key: string, value: string, 
/**
 * The first date it holds.
 */
effective_on: string, };

/**
 * What the first run still owes.
 */
export type Setup = "recovery_key" | "first_backup" | "done";

/**
 * The request of `workstation.sign_in`.
 */
export type SignIn = { login: string, passphrase: string, };

/**
 * A person on the staff.
 */
export type StaffId = string;

/**
 * A colleague to choose.
 */
export type StaffName = { id: StaffId, name: string, roles: Array<Role>, };

/**
 * A person as the staff list shows them.
 */
export type StaffRow = { id: StaffId, name: string, given_name: string, family_name: string, roles: Array<Role>, role_words: string, credentials: Array<Credential>, supervisor?: Supervisor, login: string, active: boolean, 
/**
 * This is the person who looks.
 */
self: boolean, 
/**
 * A director set the passphrase and the person has not replaced it yet.
 */
must_renew: boolean, 
/**
 * The person's newest entry in the log.
 */
last_seen?: Moment, rev: number, };

/**
 * The answer of a call that starts long work.
 */
export type StartedJob = { 
/**
 * The job to watch in `job.list`.
 */
job: string, };

/**
 * The state of the workstation.
 */
export type StateWord = "first_run" | "closed" | "soft_locked" | "open" | "trouble";

/**
 * How strong a passphrase is, with advice.
 */
export type Strength = { 
/**
 * Characters after normalization.
 */
length: number, 
/**
 * 0 (at once) to 4 (beyond reach).
 */
score: number, enough: boolean, 
/**
 * One sentence; empty when it is enough.
 */
advice: string, };

/**
 * The request of `passphrase.strength`.
 */
export type StrengthRequest = { passphrase: string, 
/**
 * Names and other words that must not carry it.
 */
words: Array<string>, };

/**
 * Who supervises.
 */
export type Supervisor = { id: StaffId, name: string, };

/**
 * A kind of record, as the window caches it.
 */
export type Tag = "workstation" | "practice" | "policy" | "staff" | "draft" | "backup" | "job" | "audit" | "exit" | "screen" | "client" | "group" | "session" | "attendance" | "note" | "plan" | "drug_test" | "consent";

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * A trouble as the window shows it: what is, and what to do.
 */
export type Trouble = { 
/**
 * Which one; the window chooses the way out by it.
 */
code: TroubleCode, 
/**
 * What is.
 */
message: string, 
/**
 * What to do.
 */
advice: string, };

/**
 * Why the vault cannot be opened, or cannot go on.
 */
export type TroubleCode = "missing" | "damaged" | "header_damaged" | "newer" | "in_use" | "network_drive" | "not_ours" | "disk_full" | "behind" | "cannot_read";

/**
 * One group as typed from the paper.
 */
export type TypedGroup = { 
/**
 * Counted from 1.
 */
index: number, text: string, };

/**
 * The request of `workstation.unlock`: one of the two.
 */
export type Unlock = { pin?: string, passphrase?: string, };

/**
 * The request of `staff.credential_void`.
 */
export type VoidCredential = { id: CredentialId, rev: number, reason: string, };

/**
 * The day a program week begins.
 */
export type WeekStart = "sunday" | "monday" | "saturday";

/**
 * The answer of `workstation.state`.
 */
export type Workstation = { state: StateWord, trouble?: Trouble, practice?: PracticeLine, person?: Person, locked_at?: Moment, pin_set: boolean, pin_tries_left: number, 
/**
 * Minutes without a sign of life before the screen locks, 1 to 15.
 */
idle_minutes: number, setup?: Setup, backup?: BackupLine, version: string, };

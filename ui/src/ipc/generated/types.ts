// Generated from the Rust types by `cargo xtask codegen`. Do not edit.

/**
 * The request of `care_team.add`.
 */
export type AddCarePlace = { client: ClientId, staff: StaffId, part: CarePart, 
/**
 * Today when absent.
 */
starts_on?: string, 
/**
 * The last day; needed for somebody who covers.
 */
ends_on?: string, };

/**
 * The request of `client.add`. Everything but the names may come later: an inquiry is a client.
 */
export type AddClient = { fields: ClientFields, contacts?: Array<ContactFields>, insurance?: InsuranceFields, 
/**
 * The primary counselor; a counselor who adds a client is it when absent.
 */
primary?: StaffId, admission?: Admission, };

/**
 * The request that adds a row to a part.
 */
export type AddPart<F> = { client: ClientId, fields: F, };

/**
 * The request of `staff.add`.
 */
export type AddStaff = { given_name: string, family_name: string, login: string, roles: Array<Role>, credential?: CredentialFields, supervisor?: StaffId, 
/**
 * Told to the person by voice; must be replaced at the first sign-in.
 */
temporary_passphrase: string, };

/**
 * The answer of `client.add`.
 */
export type Added = { id: ClientId, number: number, 
/**
 * Whether the person who added the client may open the chart: not when a counselor chose somebody else.
 */
opens: boolean, };

/**
 * An admission.
 */
export type Admission = { admitted_on: string, level: Level, 
/**
 * "Evening"; empty when the program has one track.
 */
track: string, };

/**
 * The request of `episode.admit`.
 */
export type Admit = { client: ClientId, admission: Admission, };

/**
 * Why a record may be of the same person.
 */
export type Alike = "same_name_and_birth" | "similar_name_and_birth" | "similar_name_and_phone" | "same_name" | "same_phone";

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
 * The request of `client.break_glass`. The client is named by the number, since who is outside the reach is found by
 * nothing else.
 */
export type BreakGlass = { number: number, reason: string, 
/**
 * One of the two.
 */
pin?: string, passphrase?: string, };

/**
 * The part a person has on a care team.
 */
export type CarePart = "primary" | "member" | "covers";

/**
 * A place on the care team, as the chart shows it.
 */
export type CarePlace = { id: CareTeamId, rev: number, staff: StaffId, 
/**
 * "Marisol Quiñones, LPC".
 */
name: string, part: CarePart, starts_on: string, ends_on?: string, };

/**
 * A place as it stands after a change.
 */
export type CarePlaceStands = { id: CareTeamId, rev: number, };

/**
 * A place on a care team.
 */
export type CareTeamId = string;

/**
 * The request of `client.change`.
 */
export type ChangeClient = { id: ClientId, rev: number, fields: ClientFields, };

/**
 * The request of `episode.change`: what was typed at admission, corrected.
 */
export type ChangeEpisode = { id: EpisodeId, rev: number, admitted_on: string, track: string, };

/**
 * The request of `episode.level`.
 */
export type ChangeLevel = { episode: EpisodeId, 
/**
 * The episode's revision.
 */
rev: number, level: Level, from_on: string, };

/**
 * The request that changes a row of a part.
 */
export type ChangePart<F> = { id: PartId, rev: number, fields: F, };

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
 * The head of a chart. What the person may not see is absent.
 */
export type Chart = { id: ClientId, 
/**
 * "C-0412".
 */
number: string, 
/**
 * As this person may see it: "Beaumont, Caroline" or "Caroline B.".
 */
name: string, seen: Seen, state: ClientState, 
/**
 * The program week of the open stay.
 */
week?: number, restricted: boolean, 
/**
 * The glass is broken for this person until then.
 */
glass_until?: Moment, may: ChartMay, identity?: Identity, check?: IdentityCheck, alerts?: RoomAlerts, contacts?: Array<Contact>, emergency_contacts?: Array<EmergencyContact>, work?: Array<Work>, care_team?: Array<CarePlace>, 
/**
 * The newest stay first.
 */
episodes?: Array<Episode>, insurance?: Array<Insurance>, licenses?: Array<License>, medications?: Array<Medication>, diagnoses?: Array<Diagnosis>, };

/**
 * What the person may do with this chart; the window offers nothing else.
 */
export type ChartMay = { 
/**
 * Identity, contacts, work, licenses, care team, episodes.
 */
change: boolean, 
/**
 * Medications and diagnoses.
 */
change_clinical: boolean, change_insurance: boolean, restrict: boolean, void: boolean, read_notes: boolean, read_attendance: boolean, read_plan: boolean, read_consents: boolean, read_drug_tests: boolean, };

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
 * The column a list is sorted by.
 */
export type ClientColumn = "name" | "number" | "profession" | "level" | "counselor" | "admitted";

/**
 * What the client's own row holds, as a form sends it and a chart shows it.
 */
export type ClientFields = { family_name: string, given_name: string, preferred_name: string, 
/**
 * Earlier and other names, so that the client is found by them.
 */
other_names: string, pronouns: string, born_on?: string, sex: Sex, address: string, city: string, state: string, zip: string, 
/**
 * Whether a letter may go to this address.
 */
mail_is_safe: boolean, allergies: string, 
/**
 * What everybody in the room must know.
 */
alerts: string, 
/**
 * As the client is called at work: "CRNA".
 */
profession: string, referral_source: ReferralSource, referral_detail: string, };

/**
 * A client.
 */
export type ClientId = string;

/**
 * A page of the list.
 */
export type ClientPage = { rows: Array<ClientRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The person leads groups and sees first names and initials only.
 */
room_names: boolean, };

/**
 * A client in one line.
 */
export type ClientRow = { id: ClientId, number: string, family_name: string, given_name: string, preferred_name: string, profession: string, state: ClientState, restricted: boolean, level?: Level, counselor?: string, admitted_on?: string, discharged_on?: string, 
/**
 * The program week of an open stay.
 */
week?: number, };

/**
 * Where a client stands with the program.
 */
export type ClientState = "active" | "discharged" | "inquiry";

/**
 * Where the window behaves differently.
 */
export type Code = "invalid" | "not_found" | "conflict" | "not_permitted" | "locked" | "wrong_passphrase" | "wait" | "must_renew" | "trouble" | "stopped_by_rule" | "cancelled" | "malformed" | "unknown_call" | "internal";

/**
 * A way to reach the client, with what is safe there.
 */
export type Contact = { id: PartId, rev: number, kind: ContactKind, value: string, call_is_safe: boolean, message_is_safe: boolean, preferred: boolean, };

/**
 * A way to reach the client, with what is safe there.
 */
export type ContactFields = { kind: ContactKind, value: string, call_is_safe: boolean, message_is_safe: boolean, preferred: boolean, };

/**
 * What a way to reach the client is.
 */
export type ContactKind = "cell" | "home" | "work" | "email";

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
 * A diagnosis by ICD-10-CM code; the words are kept as they stood.
 */
export type Diagnosis = { id: PartId, rev: number, code: string, words: string, 
/**
 * 1 is the principal diagnosis.
 */
position: number, diagnosed_on?: string, resolved_on?: string, };

/**
 * A diagnosis to choose.
 */
export type DiagnosisChoice = { 
/**
 * "F11.20".
 */
code: string, words: string, 
/**
 * A substance use disorder in the sense of 42 CFR 2.11.
 */
part_2: boolean, 
/**
 * A heading that no claim takes.
 */
billable: boolean, };

/**
 * A diagnosis by ICD-10-CM code; the words are kept as they stood.
 */
export type DiagnosisFields = { code: string, words: string, 
/**
 * 1 is the principal diagnosis.
 */
position: number, diagnosed_on?: string, resolved_on?: string, };

/**
 * The request of `episode.discharge`.
 */
export type Discharge = { id: EpisodeId, rev: number, discharged_on: string, reason: string, };

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
 * A record that may be of the same person.
 */
export type Duplicate = { id: ClientId, number: string, name: string, born_on?: string, state: ClientState, alike: Alike, };

/**
 * What is here already.
 */
export type Duplicates = { 
/**
 * The likeliest first.
 */
rows: Array<Duplicate>, 
/**
 * A record like this exists outside the person's reach; a director can say whose.
 */
elsewhere: boolean, };

/**
 * Whom to call when something happens, and whether they know why the client is here.
 */
export type EmergencyContact = { id: PartId, rev: number, name: string, relationship: string, phone: string, knows_of_treatment: boolean, };

/**
 * Whom to call when something happens, and whether they know why the client is here.
 */
export type EmergencyContactFields = { name: string, relationship: string, phone: string, knows_of_treatment: boolean, };

/**
 * The request of `care_team.end`.
 */
export type EndCarePlace = { id: CareTeamId, rev: number, 
/**
 * The last day; today when absent.
 */
ends_on?: string, };

/**
 * One stay, as the chart shows it.
 */
export type Episode = { id: EpisodeId, rev: number, 
/**
 * 1 for the first stay.
 */
number: number, track: string, admitted_on: string, discharged_on?: string, discharge_reason: string, 
/**
 * In the order of their dates.
 */
levels: Array<LevelOfCare>, };

/**
 * One stay, admission to discharge.
 */
export type EpisodeId = string;

/**
 * The request of `episode.reopen` and `episode.void`.
 */
export type EpisodeKey = { id: EpisodeId, rev: number, };

/**
 * The episode as it stands after a change; what an undo needs.
 */
export type EpisodeStands = { id: EpisodeId, rev: number, };

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
 * The request of `client.find`.
 */
export type FindClients = { 
/**
 * As typed; with nothing typed, the charts this person opened last are found.
 */
text: string, };

/**
 * The request of `diagnosis.choices`.
 */
export type FindDiagnoses = { 
/**
 * A code, part of one, or words; several words must all be found.
 */
text: string, };

/**
 * Which form.
 */
export type FormKey = { form: string, subject?: string, };

/**
 * Somebody found.
 */
export type FoundClient = { id: ClientId, 
/**
 * "C-0412".
 */
number: string, 
/**
 * As this person may see it: "Beaumont, Caroline (Cari)" or "Caroline B.".
 */
name: string, seen: Seen, state: ClientState, level?: Level, 
/**
 * What tells two people of one name apart.
 */
born_on?: string, profession: string, };

/**
 * The answer of `client.break_glass`.
 */
export type GlassBroken = { client: ClientId, until: Moment, };

/**
 * One opening of the glass.
 */
export type GlassId = string;

/**
 * The request of `break_glass.seen`.
 */
export type GlassKey = { id: GlassId, rev: number, };

/**
 * An opening, as directors see it.
 */
export type GlassRow = { id: GlassId, rev: number, 
/**
 * "C-0412"; nothing else of the client stands in this list.
 */
client: string, who: string, 
/**
 * Whoever looks is who opened it; somebody else must look at it.
 */
own: boolean, at: Moment, until: Moment, reason: string, seen_by?: string, seen_at?: Moment, };

/**
 * Whether a group was typed right.
 */
export type GroupRight = { index: number, right: boolean, };

/**
 * The client's own row.
 */
export type Identity = { rev: number, fields: ClientFields, age?: number, };

/**
 * Enough to make sure that this is the person.
 */
export type IdentityCheck = { family_name: string, given_name: string, born_on?: string, };

/**
 * An insurance. One that is paid in full by the client tells the payer nothing (42 CFR 2.26).
 */
export type Insurance = { id: PartId, rev: number, 
/**
 * 1 is billed first.
 */
position: number, payer: string, member_number: string, group_number: string, subscriber: string, starts_on?: string, ends_on?: string, paid_in_full: boolean, };

/**
 * An insurance. One that is paid in full by the client tells the payer nothing (42 CFR 2.26).
 */
export type InsuranceFields = { 
/**
 * 1 is billed first.
 */
position: number, payer: string, member_number: string, group_number: string, subscriber: string, starts_on?: string, ends_on?: string, paid_in_full: boolean, };

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
 * A level of care by its ASAM number; no criteria text.
 */
export type Level = "1.0" | "1.5" | "1.7" | "2.1" | "2.5" | "2.7" | "3.1" | "3.5" | "3.7" | "4";

/**
 * A level of care from a date on.
 */
export type LevelId = string;

/**
 * A level of care from a date on.
 */
export type LevelOfCare = { id: LevelId, rev: number, level: Level, from_on: string, };

/**
 * A license of the client: what is at stake.
 */
export type License = { id: PartId, rev: number, 
/**
 * "RN".
 */
label: string, state: string, number: string, status: LicenseStatus, expires_on?: string, board: string, monitoring_program: string, };

/**
 * A license of the client: what is at stake.
 */
export type LicenseFields = { 
/**
 * "RN".
 */
label: string, state: string, number: string, status: LicenseStatus, expires_on?: string, board: string, monitoring_program: string, };

/**
 * How a license stands.
 */
export type LicenseStatus = "active" | "conditions" | "suspended" | "surrendered" | "lapsed" | "unknown";

/**
 * The request of `client.list`.
 */
export type ListClients = { which: WhichClients, sort: ClientColumn, descending: boolean, 
/**
 * Part of a name or a number; empty for everybody.
 */
text: string, 
/**
 * How many rows were shown before.
 */
skip: number, limit: number, };

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
 * The request of `client.duplicates`: what is typed so far.
 */
export type MayBeHere = { family_name: string, given_name: string, preferred_name: string, born_on?: string, phones: Array<string>, };

/**
 * A medication; what it shows as decides how a drug test is read.
 */
export type Medication = { id: PartId, rev: number, name: string, dose: string, frequency: string, prescriber: string, started_on?: string, stopped_on?: string, 
/**
 * Keys of the analytes it should show in a drug test, comma separated.
 */
shows_as: string, };

/**
 * A medication; what it shows as decides how a drug test is read.
 */
export type MedicationFields = { name: string, dose: string, frequency: string, prescriber: string, started_on?: string, stopped_on?: string, 
/**
 * Keys of the analytes it should show in a drug test, comma separated.
 */
shows_as: string, };

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
 * The request of `client.open`.
 */
export type OpenClient = { id: ClientId, };

/**
 * A row of one part of a chart.
 */
export type PartId = string;

/**
 * Which row of a part, as it was seen.
 */
export type PartKey = { id: PartId, rev: number, };

/**
 * The row as it stands after the change; what an undo needs.
 */
export type PartStands = { id: PartId, rev: number, };

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
 * A profession to choose.
 */
export type ProfessionChoice = { 
/**
 * "Certified registered nurse anesthetist".
 */
name: string, 
/**
 * "CRNA"; empty where there is none.
 */
short: string, board: string, monitoring_program: string, };

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
 * Who sent the client here.
 */
export type ReferralSource = "self" | "family" | "employer" | "board" | "monitoring_program" | "clinician" | "treatment_program" | "attorney" | "insurer" | "other" | "";

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
 * The request of `client.restrict`.
 */
export type Restrict = { id: ClientId, rev: number, restricted: boolean, reason: string, };

/**
 * A role on the staff. One person may hold several.
 */
export type Role = "counselor" | "facilitator" | "director" | "front_desk" | "collector" | "medical_reviewer" | "privacy_officer" | "auditor";

/**
 * What everybody in the room must know.
 */
export type RoomAlerts = { allergies: string, alerts: string, };

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
 * How much of the name and of the chart is shown.
 */
export type Seen = "whole" | "room" | "check";

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
 * As an insurer or a laboratory form asks it.
 */
export type Sex = "female" | "male" | "x" | "";

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
 * The request of `client.void`.
 */
export type VoidClient = { id: ClientId, rev: number, reason: string, };

/**
 * The request of `staff.credential_void`.
 */
export type VoidCredential = { id: CredentialId, rev: number, reason: string, };

/**
 * The day a program week begins.
 */
export type WeekStart = "sunday" | "monday" | "saturday";

/**
 * Which clients a list shows.
 */
export type WhichClients = "active" | "inquiry" | "discharged" | "all";

/**
 * Where and when the client works.
 */
export type Work = { id: PartId, rev: number, employer: string, unit: string, position: string, pattern: WorkPattern, 
/**
 * The pattern in words: "7 PM to 7 AM, three on, four off".
 */
pattern_words: string, starts_on?: string, ends_on?: string, };

/**
 * Where and when the client works.
 */
export type WorkFields = { employer: string, unit: string, position: string, pattern: WorkPattern, 
/**
 * The pattern in words: "7 PM to 7 AM, three on, four off".
 */
pattern_words: string, starts_on?: string, ends_on?: string, };

/**
 * When the client works; care bends around it.
 */
export type WorkPattern = "days" | "evenings" | "nights" | "rotating" | "call" | "on_leave" | "not_working";

/**
 * The answer of `workstation.state`.
 */
export type Workstation = { state: StateWord, trouble?: Trouble, practice?: PracticeLine, person?: Person, locked_at?: Moment, pin_set: boolean, pin_tries_left: number, 
/**
 * Minutes without a sign of life before the screen locks, 1 to 15.
 */
idle_minutes: number, setup?: Setup, backup?: BackupLine, version: string, };

// Generated from the Rust types by `cargo xtask codegen`. Do not edit.

/**
 * Why somebody was not there.
 */
export type Absence = { excused: boolean, reason: string, };

/**
 * The request of `waitlist.accept`.
 */
export type AcceptWaiting = { id: WaitlistId, rev: number, joined_on: string, 
/**
 * Asked for above the cap.
 */
cap_reason: string, 
/**
 * Asked for beside somebody to be kept apart from.
 */
apart_reason?: string, 
/**
 * Why a director lets the client join before the intake packet is whole.
 */
packet_reason?: string, };

/**
 * The request of `note.addendum`.
 */
export type AddAddendum = { id: NoteId, words: string, proof: Proof, };

/**
 * The request of `agreement.add`.
 */
export type AddAgreement = { client: ClientId, fields: AgreementFields, };

/**
 * The request of `booking.add`.
 */
export type AddBooking = { attendance: AttendanceId, session: SessionId, 
/**
 * Asked for beside somebody to be kept apart from.
 */
apart_reason?: string, };

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
 * The request of `closure.add`.
 */
export type AddClosures = { days: Array<ClosureFields>, 
/**
 * Cancels what is planned on these dates; otherwise it stays planned.
 */
cancel_planned: boolean, };

/**
 * The request of `consent.add`.
 */
export type AddConsent = { client: ClientId, kind: ConsentKind, 
/**
 * Whom it names. Empty only for kinds that name nobody.
 */
recipient?: string, purpose: string, 
/**
 * What may be told, in the words of the paper.
 */
scope: string, signed_on: string, expires_on?: string, 
/**
 * "When the monitoring agreement ends."
 */
expires_event?: string, };

/**
 * The request of `group.add`.
 */
export type AddGroup = { fields: GroupFields, 
/**
 * The weekly places it starts with.
 */
slots: Array<SlotFields>, };

/**
 * The request of `drug_test.hand_off`.
 */
export type AddHandOff = { id: DrugTestId, fields: HandOffFields, };

/**
 * The request of `inquiry.add`.
 */
export type AddInquiry = { who: AsksForCare, fields: InquiryFields, };

/**
 * The request of `instrument.add`.
 */
export type AddInstrument = { 
/**
 * The text of a JSON file.
 */
definition: string, };

/**
 * The request of `intake.add_item`.
 */
export type AddItem = { fields: IntakeItemFields, };

/**
 * The request of `panel.add_laboratory`.
 */
export type AddLaboratory = { fields: LaboratoryFields, };

/**
 * The request that adds a row to a part.
 */
export type AddPart<F> = { client: ClientId, fields: F, };

/**
 * The request of `slot.add`.
 */
export type AddSlot = { group: GroupId, fields: SlotFields, };

/**
 * The request of `snippet.add`.
 */
export type AddSnippet = { 
/**
 * Lowercase letters, digits and hyphens.
 */
word: string, words: string, shared: boolean, };

/**
 * The request of `staff.add`.
 */
export type AddStaff = { given_name: string, family_name: string, login: string, roles: Array<Role>, credential?: CredentialFields, supervisor?: StaffId, 
/**
 * Told to the person by voice; must be replaced at the first sign-in.
 */
temporary_passphrase: string, };

/**
 * The request of `task.add`.
 */
export type AddTask = { what: string, client?: ClientId, due_on?: string, 
/**
 * A colleague who is asked to take it at once.
 */
offer_to?: StaffId, };

/**
 * The request of `note_template.add`.
 */
export type AddTemplate = { name: string, kind: string, first: boolean, sections: Array<SectionFields>, };

/**
 * The request of `testing.add_program`.
 */
export type AddTestingProgram = { fields: TestingProgramFields, };

/**
 * The request of `library.add`: one of the practice's own, or its version of one that the program brings along.
 */
export type AddToLibrary = { 
/**
 * The one it takes the place of.
 */
code?: string, fields: LibraryFields, };

/**
 * The request of `attendance.add_unknown`.
 */
export type AddUnknown = { session: SessionId, 
/**
 * The first name as it was said, or what tells them apart.
 */
called: string, };

/**
 * The request of `waitlist.add`.
 */
export type AddWaiting = { group: GroupId, client: ClientId, reason: string, 
/**
 * Today when left out.
 */
since_on?: string, };

/**
 * The request of `attendance.add_walk_in`.
 */
export type AddWalkIn = { session: SessionId, came: Came, };

/**
 * The request of `spelling.add`.
 */
export type AddWord = { 
/**
 * One word, with the capitals it is right with.
 */
word: string, };

/**
 * The answer of `client.add`.
 */
export type Added = { id: ClientId, number: number, 
/**
 * Whether the person who added the client may open the chart: not when a counselor chose somebody else.
 */
opens: boolean, };

/**
 * What was made.
 */
export type AddedGroup = { id: GroupId, rev: number, };

/**
 * What was made.
 */
export type AddedSlot = { id: SlotId, rev: number, };

/**
 * The row that was added.
 */
export type AddedWalkIn = { id: AttendanceId, state: AttendanceState, minutes: number, };

/**
 * What was added, taken away or brought back.
 */
export type AddedWord = { id: SpellingWordId, rev: number, };

/**
 * Something added after signing.
 */
export type AddendumAnswer = { words: string, by: string, at: Moment, };

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
 * The request of `curriculum.adopt`: a copy of a shipped one, of one's own, or an empty one.
 */
export type AdoptCurriculum = { shipped?: string, copy_of?: CurriculumId, 
/**
 * That of the original when left empty.
 */
name: string, };

/**
 * A kind to choose.
 */
export type AgreementChoice = { kind: AgreementKind, label: string, };

/**
 * An agreement as a form sends it.
 */
export type AgreementFields = { kind: AgreementKind, 
/**
 * With whom, by name.
 */
party: string, 
/**
 * Their number of it.
 */
reference: string, from: string, 
/**
 * The last day; open until it is completed.
 */
until?: string, 
/**
 * How many tests a year it asks for.
 */
tests_per_year?: number, 
/**
 * The key of the panel it asks for; empty for any.
 */
panel: string, terms: string, 
/**
 * Within how many hours they are told of what the rules give notice of.
 */
notice_hours?: number, 
/**
 * Every how many months a report is due: 1, 2, 3, 6 or 12.
 */
report_months?: number, report_first_on?: string, 
/**
 * The consent that covers telling them; without one, the one of its kind that names the same party.
 */
consent?: ConsentId, };

/**
 * What a license says of an agreement that nobody recorded.
 */
export type AgreementHint = { kind: AgreementKind, kind_label: string, party: string, };

/**
 * An agreement.
 */
export type AgreementId = string;

/**
 * With whom. The order is the one in which rules are asked: who hears of every test goes first.
 */
export type AgreementKind = "monitoring_program" | "board" | "employer" | "court" | "other";

/**
 * A panel or a consent to choose.
 */
export type AgreementOption = { value: string, label: string, };

/**
 * An agreement with how it stands today.
 */
export type AgreementRow = { id: AgreementId, fields: AgreementFields, kind_label: string, 
/**
 * The panel by its name.
 */
panel_name: string, standing: AgreementStanding, 
/**
 * Whom the consent that covers it today names; absent where none does.
 */
covered_by?: string, 
/**
 * What is missing where no consent covers it.
 */
lacking?: Lacking, 
/**
 * In words; empty where a consent covers it.
 */
lacking_words: string, 
/**
 * The next report that was not sent; absent where none is due.
 */
next_report_on?: string, 
/**
 * Where the client is tested less often, or with another panel, than it asks for; empty where not.
 */
testing_words: string, rev: number, };

/**
 * How an agreement stands.
 */
export type AgreementStanding = "coming" | "in_force" | "ended";

/**
 * The agreements of a client.
 */
export type Agreements = { 
/**
 * Those in force first, then the newest.
 */
rows: Array<AgreementRow>, hints: Array<AgreementHint>, kinds: Array<AgreementChoice>, panels: Array<AgreementOption>, 
/**
 * Consents that name a recipient and were not taken back.
 */
consents: Array<AgreementOption>, may_change: boolean, };

/**
 * The request of `agreement.list`.
 */
export type AgreementsOf = { client: ClientId, };

/**
 * Why a record may be of the same person.
 */
export type Alike = "same_name_and_birth" | "similar_name_and_birth" | "similar_name_and_phone" | "same_name" | "same_phone";

/**
 * The request of `instrument.safety`.
 */
export type AnswerAlert = { id: MeasurementId, rev: number, finding: Finding, fields: SafetyFields, };

/**
 * The request of `follow_up.answer`.
 */
export type AnswerFollowUp = { id: FollowUpId, rev: number, 
/**
 * Done or not needed.
 */
state: FollowUpState, answer: string, };

/**
 * An answer that can be chosen.
 */
export type AnswerOption = { 
/**
 * As printed; empty where the form prints only the number.
 */
label: string, value: number, };

/**
 * A pair.
 */
export type ApartId = string;

/**
 * Why two people are kept apart.
 */
export type ApartReason = "same_unit" | "supervisor" | "treating" | "former_partners" | "other";

/**
 * The request of `plan.approve`.
 */
export type ApprovePlan = { id: PlanId, rev: number, proof: Proof, };

/**
 * One mark.
 */
export type ArrivalId = string;

/**
 * Words that were set aside.
 */
export type AsideWords = { id: SetAsideId, part: string, words: string, 
/**
 * Who wrote them.
 */
writer: string, 
/**
 * Who settled it.
 */
by: string, at: Moment, };

/**
 * The request of `note.ready`: with what the editor holds now, or as saved.
 */
export type AskReady = { id: NoteId, body?: NoteBody, };

/**
 * The request of `counseling_note.ask_recovery`.
 */
export type AskRecovery = { 
/**
 * Whose notes.
 */
author: StaffId, 
/**
 * Who is to read them.
 */
reader: StaffId, reason: string, passphrase: string, };

/**
 * What a step asks for.
 */
export type Asks = "nothing" | "reason" | "day" | "admission";

/**
 * Whom an inquiry is about.
 */
export type AsksForCare = { "known": ClientId } | { "new": ClientFields };

/**
 * One version.
 */
export type Assessment = { id: AssessmentId, version: number, state: AssessmentState, fields: AssessmentFields, author: string, signed_at?: Moment, 
/**
 * The number of the stay that it belongs to, where that is an earlier one.
 */
earlier_stay?: number, 
/**
 * Who is at it, while it is open.
 */
at_work?: AtWork, rev: number, };

/**
 * A word and how it is said.
 */
export type AssessmentChoice = { word: string, label: string, };

/**
 * A dimension to rate.
 */
export type AssessmentDimension = { number: number, name: string, sets_level: boolean, };

/**
 * What belongs to one edition.
 */
export type AssessmentEdition = { edition: Edition, label: string, dimensions: Array<AssessmentDimension>, 
/**
 * The words of its scale, from none on.
 */
scale: Array<string>, levels: Array<AssessmentChoice>, };

/**
 * An assessment as a form holds it.
 */
export type AssessmentFields = { edition: Edition, assessed_on: string, sections: Array<AssessmentText>, ratings: Array<Rating>, 
/**
 * The number of a level of the edition; empty while not chosen.
 */
indicated: string, given: string, difference: Difference, 
/**
 * In somebody's own words, where the two levels differ.
 */
difference_words: string, 
/**
 * What a plan can take over as its problems, one each.
 */
problems: Array<string>, };

/**
 * A version of a client's assessment.
 */
export type AssessmentId = string;

/**
 * The request of `assessment.get` and `assessment.start`.
 */
export type AssessmentOf = { client: ClientId, };

/**
 * A section to write in.
 */
export type AssessmentSection = { key: string, label: string, prompt: string, required: boolean, };

/**
 * How far a version is.
 */
export type AssessmentState = "draft" | "signed";

/**
 * What an assessment is made of.
 */
export type AssessmentTemplate = { sections: Array<AssessmentSection>, editions: Array<AssessmentEdition>, differences: Array<AssessmentChoice>, };

/**
 * The text of one section.
 */
export type AssessmentText = { key: string, text: string, };

/**
 * A version in the list of versions.
 */
export type AssessmentVersion = { id: AssessmentId, version: number, assessed_on: string, author: string, edition: Edition, indicated: string, given: string, 
/**
 * The number of the stay that it belongs to, where that is an earlier one.
 */
earlier_stay?: number, };

/**
 * Who is at a text.
 */
export type AtWork = { 
/**
 * Who saved it last; nobody yet.
 */
saved?: Hand, 
/**
 * Colleagues with words of their own that are not in it yet, the last to write first.
 */
writing: Array<Hand>, };

/**
 * The attendance after its correction, and the note that has the addendum.
 */
export type AttendanceCorrected = { note: NoteId, id: AttendanceId, rev: number, state: AttendanceState, minutes: number, };

/**
 * The latest sessions of a client.
 */
export type AttendanceHistory = { lines: Array<HistoryLine>, 
/**
 * Ask again with `before` set to the last date of the list.
 */
more: boolean, 
/**
 * The person may correct what is recorded here.
 */
may_correct: boolean, };

/**
 * One person's attendance of one session.
 */
export type AttendanceId = string;

/**
 * What is recorded about one person.
 */
export type AttendanceLine = { id: AttendanceId, state: AttendanceState, 
/**
 * "HH:MM" on the practice's wall.
 */
arrived?: string, left?: string, minutes: number, excused?: boolean, reason: string, source: Source, 
/**
 * It was entered long after the session; the label stays for good.
 */
late_entry: boolean, place: Place, client_location: string, expected: boolean, 
/**
 * It makes up for a missed session.
 */
makes_up: boolean, corrected_because: string, 
/**
 * A signed note rests on it.
 */
under_signed_note: boolean, rev: number, };

/**
 * Whether somebody was there.
 */
export type AttendanceState = "present" | "part" | "absent";

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
 * A line that cannot be imported.
 */
export type BadRow = { file: string, 
/**
 * The line of the file, counted from 1 with the head.
 */
line: number, 
/**
 * The column, or nothing when it is about the whole line.
 */
column: string, 
/**
 * The stable name of the reason.
 */
rule: string, 
/**
 * What is, then what is expected. Never the value itself.
 */
reason: string, };

/**
 * A range of totals with its published name.
 */
export type Band = { min: number, max: number, label: string, };

/**
 * A weekly time that is taken otherwise, on the practice's wall.
 */
export type Blocked = { 
/**
 * 1 Monday to 7 Sunday.
 */
weekday: number, 
/**
 * "HH:MM".
 */
starts: string, minutes: number, words: string, };

/**
 * Everybody expected on a day.
 */
export type Board = { on: string, lines: Array<BoardLine>, };

/**
 * Somebody on the board.
 */
export type BoardLine = { client: ClientId, name: ShownName, 
/**
 * In order of time.
 */
sessions: Array<BoardSession>, state: BoardState, 
/**
 * "Here since 5:24 PM", "Called: will be 20 min late".
 */
words: string, reason: string, 
/**
 * The mark that holds: what would be taken back.
 */
mark?: ArrivalId, mark_rev?: number, 
/**
 * The person may mark this client.
 */
may_mark: boolean, };

/**
 * Where somebody is expected on a day.
 */
export type BoardSession = { session: SessionId, 
/**
 * The group, or that it is an appointment.
 */
title: string, 
/**
 * Who leads it, or stands in.
 */
led_by: string, room: string, 
/**
 * "HH:MM".
 */
starts: string, minutes: number, starts_at: Moment, ends_at: Moment, state: SessionState, };

/**
 * How somebody stands.
 */
export type BoardState = "expected" | "late" | "not_coming" | "here" | "gone";

/**
 * What is booked twice.
 */
export type Booked = "staff" | "room" | "client";

/**
 * The booking of a make-up.
 */
export type BookedLine = { id: BookingId, session: SessionId, title: string, on_date: string, 
/**
 * "HH:MM".
 */
starts: string, minutes: number, rev: number, };

/**
 * A planned session whose leader or room is planned for elsewhere at the same time.
 */
export type BookedTwice = { session: SessionId, 
/**
 * Staff, room, or both. Clients are said when a session is saved.
 */
what: Array<Booked>, };

/**
 * A session in which it can be made up.
 */
export type BookingChoice = { session: SessionId, title: string, type_label: string, on_date: string, 
/**
 * "HH:MM".
 */
starts: string, minutes: number, room: string, expected: number, capacity: number, 
/**
 * The group is of the same type as the one that was missed.
 */
alike: boolean, 
/**
 * It lies in the program week of what was missed.
 */
same_week: boolean, 
/**
 * Where else the client is expected at that time.
 */
clashes: Array<string>, };

/**
 * One booking.
 */
export type BookingId = string;

/**
 * The request of `client.break_glass`. The client is named by the number, since who is outside the reach is found by
 * nothing else.
 */
export type BreakGlass = { number: number, reason: string, proof: Proof, };

/**
 * A pause.
 */
export type BreakLine = { from: Moment, until: Moment, };

/**
 * One thing that is wrong.
 */
export type BrokenSignature = { kind: SignedKind, 
/**
 * The row that was signed.
 */
id: string, fault: SignatureFault, 
/**
 * What that means, as a sentence.
 */
words: string, 
/**
 * Whose chart; absent for a signed day.
 */
client?: ClientId, };

/**
 * A time that is taken.
 */
export type BusyLine = { what: TakenBy, from: Moment, until: Moment, };

/**
 * The caseload by counselor.
 */
export type ByCounselor = { lines: Array<CounselorLine>, };

/**
 * Somebody takes part by video.
 */
export type ByVideo = { 
/**
 * Where the client is.
 */
location: string, };

/**
 * Who it was, and from when to when.
 */
export type Came = { client: ClientId, 
/**
 * What differs from being there all the time.
 */
what: PresenceFields, 
/**
 * The missed attendance this one makes up for.
 */
makes_up?: AttendanceId, 
/**
 * Why it is right although this client and somebody on the list are to be kept apart.
 */
apart_reason?: string, };

/**
 * The request of `booking.cancel`.
 */
export type CancelBooking = { id: BookingId, rev: number, reason: string, };

/**
 * The request of `series.cancel`.
 */
export type CancelSeries = { id: SessionId, rev: number, reason: string, };

/**
 * The request of `session.cancel`.
 */
export type CancelSession = { id: SessionId, rev: number, reason: string, };

/**
 * A weekly time after it was ended, or after that was taken back.
 */
export type CancelledSeries = { slot: SlotId, rev: number, 
/**
 * How many sessions were cancelled, or came back.
 */
cancelled: number, };

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
 * Somebody was absent from the group before this one on the same evening: marked so here too, until somebody says otherwise.
 */
export type CarriedAbsence = { excused: boolean, reason: string, };

/**
 * Where a carried text came from.
 */
export type CarriedFrom = { from: NoteId, on: string, };

/**
 * A section with the note its text was carried forward from.
 */
export type CarriedSection = { key: string, from: NoteId, };

/**
 * A section's text in the client's note before.
 */
export type CarryOffer = { key: string, text: string, from: NoteId, on: string, };

/**
 * Every active client in reach.
 */
export type Caseload = { 
/**
 * This program week.
 */
week_start: string, week_last: string, 
/**
 * Who needs somebody most comes first.
 */
rows: Array<CaseloadRow>, 
/**
 * Active clients whose restricted chart does not name the person who looks.
 */
restricted: number, };

/**
 * The primary counselor.
 */
export type CaseloadCounselor = { id: StaffId, 
/**
 * "Quiñones": a column is narrow; two of one name get their given names.
 */
name: string, };

/**
 * A flag with its word.
 */
export type CaseloadFlag = { flag: Flag, label: string, };

/**
 * One active client.
 */
export type CaseloadRow = { client: ClientId, 
/**
 * "C-0412".
 */
number: string, family_name: string, given_name: string, profession: string, 
/**
 * Named staff only; the person who looks is one of them.
 */
restricted: boolean, counselor?: CaseloadCounselor, level?: string, track: string, admitted_on: string, 
/**
 * The week of the stay, counted from 1.
 */
week: number, 
/**
 * Attended minutes of this program week.
 */
minutes: number, 
/**
 * Minutes still planned in this week.
 */
planned: number, 
/**
 * What the level asks for; absent for a level without hours a week.
 */
minimum?: number, 
/**
 * By how much the week will stay short.
 */
short: number, 
/**
 * Of the sessions recorded in the last four weeks, how many percent were attended, whole or in part.
 */
attendance?: number, attended: number, recorded: number, excused: number, unsigned: number, last_test?: CaseloadTest, plan_due?: string, has_plan: boolean, consent: ConsentSummary, 
/**
 * The next date on which a consent ends.
 */
consent_ends?: string, 
/**
 * The most pressing first.
 */
flags: Array<CaseloadFlag>, 
/**
 * How much somebody is needed; the list sorts by it.
 */
needs: number, };

/**
 * What left.
 */
export type CaseloadSaved = { rows: number, };

/**
 * The last test that was due.
 */
export type CaseloadTest = { id: DrugTestId, on: string, class: TestClass, imported: boolean, };

/**
 * What became of an analyte.
 */
export type Change = "added" | "taken_out" | "changed";

/**
 * The request of `agreement.change`.
 */
export type ChangeAgreement = { id: AgreementId, rev: number, fields: AgreementFields, };

/**
 * The request of `client.change`.
 */
export type ChangeClient = { id: ClientId, rev: number, fields: ClientFields, };

/**
 * The request of `curriculum.change`.
 */
export type ChangeCurriculum = { id: CurriculumId, rev: number, name: string, about: string, active: boolean, };

/**
 * The request of `episode.change`: what was typed at admission, corrected.
 */
export type ChangeEpisode = { id: EpisodeId, rev: number, admitted_on: string, track: string, 
/**
 * Hours a week of this stay alone; those of its level when left out.
 */
weekly_hours?: number, 
/**
 * Days without a test before a flag; the practice's when left out.
 */
test_interval_days?: number, };

/**
 * The request of `group.change`.
 */
export type ChangeGroup = { id: GroupId, rev: number, fields: GroupFields, active: boolean, };

/**
 * The request of `inquiry.change`.
 */
export type ChangeInquiry = { id: InquiryId, rev: number, fields: InquiryFields, };

/**
 * The request of `intake.change_item`.
 */
export type ChangeItem = { id: IntakeItemId, rev: number, fields: IntakeItemFields, };

/**
 * The request of `panel.change_laboratory`.
 */
export type ChangeLaboratory = { id: LaboratoryId, rev: number, fields: LaboratoryFields, active: boolean, };

/**
 * The request of `curriculum.lesson`.
 */
export type ChangeLesson = { id: LessonId, rev: number, fields: LessonFields, };

/**
 * The request of `episode.level`.
 */
export type ChangeLevel = { episode: EpisodeId, 
/**
 * The episode's revision.
 */
rev: number, level: Level, from_on: string, };

/**
 * The request of `library.change`.
 */
export type ChangeLibrary = { id: LibraryObjectiveId, rev: number, fields: LibraryFields, };

/**
 * The request of `panel.change`.
 */
export type ChangePanel = { id: PanelId, rev: number, name: string, laboratory?: LaboratoryId, active: boolean, };

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
export type ChangePractice = { name: string, state: string, time_zone: string, week_starts_on: WeekStart, solo: boolean, clia?: string, 
/**
 * Minutes without a sign of life before the screen locks, 1 to 15.
 */
idle_minutes: number, rev: number, };

/**
 * The request of `session.change`.
 */
export type ChangeSession = { id: SessionId, rev: number, staff: StaffId, room: string, on_date: string, 
/**
 * "HH:MM".
 */
starts: string, minutes: number, topic: string, 
/**
 * Asked for when two who must not share a room would.
 */
apart_reason?: string, };

/**
 * The request of `snippet.change`.
 */
export type ChangeSnippet = { id: SnippetId, rev: number, word: string, words: string, shared: boolean, };

/**
 * The request of `staff.change`.
 */
export type ChangeStaff = { id: StaffId, rev: number, given_name: string, family_name: string, roles: Array<Role>, supervisor?: StaffId, };

/**
 * The request of `task.change`.
 */
export type ChangeTask = { id: TaskId, rev: number, what: string, 
/**
 * About whom it is from now on; without one, about nobody.
 */
client?: ClientId, due_on?: string, };

/**
 * The request of `note_template.change`: other sections make a new edition.
 */
export type ChangeTemplate = { id: TemplateId, rev: number, name: string, first: boolean, sections: Array<SectionFields>, };

/**
 * The request of `testing.change_program`.
 */
export type ChangeTestingProgram = { id: TestingProgramId, rev: number, fields: TestingProgramFields, };

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
 * Days in the program in the newest stay.
 */
stay_days?: StayDays, 
/**
 * The newest stay first.
 */
episodes?: Array<Episode>, insurance?: Array<Insurance>, licenses?: Array<License>, medications?: Array<Medication>, diagnoses?: Array<Diagnosis>, };

/**
 * The tests of a chart, the newest first.
 */
export type ChartAnswer = { rows: Array<TestRow>, 
/**
 * Whether there are older ones.
 */
more: boolean, may_order: boolean, may_log: boolean, };

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
change_clinical: boolean, change_insurance: boolean, restrict: boolean, void: boolean, read_notes: boolean, 
/**
 * Their own, and those they were named for: no more is said of counseling notes here.
 */
read_counseling_notes: boolean, read_attendance: boolean, read_plan: boolean, read_consents: boolean, read_drug_tests: boolean, };

/**
 * A chart as it was named.
 */
export type ChartNamed = { id: NamedChartId, rev: number, };

/**
 * The request of `drug_test.chart`.
 */
export type ChartTests = { client: ClientId, 
/**
 * The last test of the page before, to go on behind it.
 */
after?: DrugTestId, };

/**
 * What runs through the tests of a chart.
 */
export type ChartTrends = { trends: Array<TestTrend>, 
/**
 * How many of the newest specimens one after the other were dilute.
 */
dilute_streak: number, 
/**
 * From how many on that is worth saying.
 */
dilute_from: number, };

/**
 * The request of `named_chart.list`.
 */
export type ChartsNamedFor = { staff: StaffId, };

/**
 * The request of `recovery.check`.
 */
export type CheckGroups = { groups: Array<TypedGroup>, };

/**
 * The request of `check_in.day`.
 */
export type CheckInDay = { 
/**
 * Today when absent.
 */
on?: string, };

/**
 * The lines of a day.
 */
export type CheckInDayAnswer = { on: string, lines: Array<CheckInLine>, may_record: boolean, };

/**
 * A check-in.
 */
export type CheckInId = string;

/**
 * The line of a draw.
 */
export type CheckInLine = { draw: DrawId, program_name: string, notice_at: Moment, closes_at: Moment, 
/**
 * Names are known.
 */
open: boolean, 
/**
 * The notice time has come and nobody has opened the names yet (`draw.notice`).
 */
notice_due: boolean, says: LineSays, 
/**
 * What a recorded line says today, to be read out: codes or colors of the selected, never a name. Absent where the line says
 * names, before it is open, and for who does not keep it.
 */
script?: string, people: Array<CheckInPerson>, 
/**
 * When somebody closed the line, and who.
 */
closed_at?: Moment, closed_by?: string, 
/**
 * Its time is over and nobody closed it yet (`check_in.close`).
 */
close_due: boolean, };

/**
 * Somebody who has to check in.
 */
export type CheckInPerson = { client: ClientId, 
/**
 * A number where the chart is restricted.
 */
name: string, 
/**
 * The code or color of the person in this draw.
 */
line_code: string, told: Told, 
/**
 * Where the specimen is given, when it is not here.
 */
site: string, state: CheckInState, check_in?: CheckInId, rev?: number, called_at?: Moment, means?: Means, deadline_at?: Moment, by?: string, noted: string, 
/**
 * Missed check-ins of the last 90 days, before this day.
 */
missed_before: number, test?: DrugTestId, };

/**
 * How somebody of the day's list stands.
 */
export type CheckInState = "waiting" | "called" | "late" | "missed";

/**
 * The answer of `recovery.check`.
 */
export type Checked = { right: Array<GroupRight>, 
/**
 * All asked groups are right; the key is now known to be readable on paper.
 */
confirmed: boolean, };

/**
 * The answer of `spelling.check`: for each text what is not known in it, in order.
 */
export type CheckedTexts = { unknown: Array<Array<UnknownWord>>, };

/**
 * A code with its name.
 */
export type Choice = { code: string, name: string, };

/**
 * The request of `result_file.choose`.
 */
export type ChooseResultFile = { laboratory: LaboratoryId, };

/**
 * A file of the chosen folder.
 */
export type ChosenFile = { 
/**
 * "clients.csv".
 */
file: string, bytes: number, };

/**
 * The chosen file.
 */
export type ChosenResultFile = { 
/**
 * Its own name.
 */
name: string, 
/**
 * SHA-256, in hexadecimal.
 */
digest: string, columns: Array<FileColumn>, lines: number, 
/**
 * When the same file came in before.
 */
taken_at?: Moment, 
/**
 * None without a mapping, or when the file lacks one of its columns.
 */
preview?: ResultPreview, 
/**
 * Why there is no preview.
 */
trouble: string, };

/**
 * Something that is booked twice.
 */
export type Clash = { what: Booked, 
/**
 * The session it meets.
 */
session: SessionId, on_date: string, 
/**
 * A finished sentence.
 */
words: string, };

/**
 * The request of `intake.clear`.
 */
export type ClearMark = { id: IntakeMarkId, rev: number, };

/**
 * The assessments of a client.
 */
export type ClientAssessments = { 
/**
 * The newest that is signed.
 */
signed?: Assessment, draft?: Assessment, 
/**
 * Signed ones, the newest first.
 */
versions: Array<AssessmentVersion>, 
/**
 * What the newest signed one gives and the open stay does not have yet. It is never changed by itself.
 */
level?: LevelOffer, may_write: boolean, may_sign: boolean, };

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
 * The plan of a client. Who may only glimpse sees the open objectives and nothing else.
 */
export type ClientPlan = { active?: Plan, draft?: Plan, 
/**
 * Open objectives of the active plan.
 */
objectives: Array<Objective>, versions: Array<PlanVersion>, may_write: boolean, may_sign: boolean, 
/**
 * Nobody approves a plan of their own, nor twice.
 */
may_approve: boolean, };

/**
 * A client in one line.
 */
export type ClientRow = { id: ClientId, number: string, family_name: string, given_name: string, preferred_name: string, profession: string, state: ClientState, restricted: boolean, level?: Level, counselor?: string, admitted_on?: string, discharged_on?: string, 
/**
 * The program week of an open stay.
 */
week?: number, };

/**
 * A client's signature under a version.
 */
export type ClientSignature = { id: PlanSignatureId, rev: number, how: SignedHow, 
/**
 * As the client typed it, or as it stands on the paper.
 */
name: string, 
/**
 * The strokes of a field 600 wide and 200 high: "x,y x,y;x,y x,y". Empty when nothing was drawn.
 */
drawn: string, on: string, 
/**
 * Why the client declined.
 */
reason: string, 
/**
 * Who recorded it, or handed the device over.
 */
by: string, };

/**
 * Where a client stands with the program.
 */
export type ClientState = "active" | "discharged" | "inquiry";

/**
 * The request of `check_in.close`.
 */
export type CloseLine = { draw: DrawId, };

/**
 * A date on which the practice is closed.
 */
export type ClosedDate = { on_date: string, name: string, 
/**
 * Weekly times of groups on that date that were not planned because of it.
 */
left_out: number, 
/**
 * Sessions that this closure cancelled.
 */
cancelled: number, 
/**
 * Sessions that take place all the same.
 */
planned: number, };

/**
 * A line that was closed.
 */
export type ClosedLine = { 
/**
 * How many missed their check-in.
 */
missed: number, };

/**
 * A session on a date that was closed.
 */
export type ClosedSession = { title: string, on_date: string, 
/**
 * "HH:MM".
 */
starts: string, expected: number, };

/**
 * A date to close.
 */
export type ClosureFields = { on_date: string, name: string, 
/**
 * Where the date comes from.
 */
source: string, };

/**
 * A closed date.
 */
export type ClosureId = string;

/**
 * A closed date.
 */
export type ClosureLine = { id: ClosureId, on_date: string, name: string, 
/**
 * Where the date comes from; empty for one of the practice's own.
 */
source: string, 
/**
 * Sessions that this closure cancelled.
 */
cancelled: number, 
/**
 * Sessions still planned on that date.
 */
planned: number, rev: number, };

/**
 * A date after it was opened again.
 */
export type ClosureRemoved = { 
/**
 * Sessions that came back.
 */
planned: number, 
/**
 * Sessions that stay cancelled: not asked for, or something else took their time.
 */
left: number, };

/**
 * The request of `closure.list` and `closure.holidays`.
 */
export type ClosureYear = { 
/**
 * This year when left out.
 */
year?: number, };

/**
 * The closed dates of a year, in order.
 */
export type Closures = { year: number, closures: Array<ClosureLine>, 
/**
 * The person may close a date and open it again.
 */
may_change: boolean, };

/**
 * Dates after they were closed. A rehearsal of the call says the sessions before anything is saved.
 */
export type ClosuresAdded = { added: number, 
/**
 * The sessions were cancelled; otherwise they stay planned.
 */
cancelled: boolean, sessions: Array<ClosedSession>, };

/**
 * Where the window behaves differently.
 */
export type Code = "invalid" | "not_found" | "conflict" | "not_permitted" | "locked" | "wrong_passphrase" | "wait" | "must_renew" | "trouble" | "stopped_by_rule" | "cancelled" | "malformed" | "unknown_call" | "internal";

/**
 * A colleague who may review and sign a note.
 */
export type Colleague = { id: StaffId, name: string, };

/**
 * The request of `signature.colleagues`.
 */
export type ColleaguesOf = { client: ClientId, 
/**
 * The day it is about; today when absent.
 */
on?: string, };

/**
 * The request of `drug_test.collect`.
 */
export type CollectTest = { id: DrugTestId, rev: number, collection: TestCollection, };

/**
 * The record of a collection, as a form sends it and a page shows it. Nothing is assumed of what is absent.
 */
export type CollectionDetails = { identified_by?: IdentifiedBy, identified_words: string, 
/**
 * The medications were read back to the client.
 */
medications_read?: boolean, 
/**
 * Who read the cup, when it was not who entered it.
 */
reader?: StaffId, container: string, split?: boolean, split_container: string, 
/**
 * The initials that the client wrote on the seal.
 */
donor_initials: string, cup_expires_on?: string, expired_because: string, 
/**
 * Whom the client would rather have observe, in the client's words.
 */
observer_wish: string, observer_as_wished?: boolean, observer_because: string, mouth_checked?: boolean, mouth_minutes?: number, 
/**
 * Hair and nail: from where.
 */
taken_from: string, length_mm?: number, spots?: number, 
/**
 * Thousandths of g/210 L.
 */
breath_first?: number, breath_second?: number, 
/**
 * Minutes from the first reading to the second.
 */
breath_minutes?: number, breath_device: string, };

/**
 * A wait as a page shows it.
 */
export type CollectionWait = { began_at: Moment, 
/**
 * When the time is over.
 */
until: Moment, ended_at?: Moment, fluids: Array<WaitFluid>, ounces: number, 
/**
 * More than this is warned about.
 */
most_ounces: number, };

/**
 * A clash before it happens.
 */
export type ComingClash = { client: ClientId, name: ShownName, meeting: FitMeeting, };

/**
 * The request of `draw.commit`.
 */
export type CommitDraw = { program: TestingProgramId, on: string, };

/**
 * The request of `panel.compare`.
 */
export type ComparePanels = { before: PanelId, before_number: number, after: PanelId, after_number: number, };

/**
 * A kind to choose.
 */
export type ConsentChoice = { kind: ConsentKind, label: string, needs_recipient: boolean, needs_end: boolean, };

/**
 * A consent that ends.
 */
export type ConsentEnding = { client: NoteClient, kind: string, recipient: string, expires_on: string, };

/**
 * A consent.
 */
export type ConsentId = string;

/**
 * What a consent is for.
 */
export type ConsentKind = "treatment" | "tpo" | "recipient" | "monitoring_program" | "board" | "employer" | "family" | "proceedings" | "counseling_notes" | "criminal_justice" | "telehealth";

/**
 * The consents of a client. Who may only glimpse sees `in_order` or `missing`, and no rows.
 */
export type ConsentList = { summary: ConsentSummary, rows: Array<ConsentRow>, may_obtain: boolean, };

/**
 * A consent with its state of today.
 */
export type ConsentRow = { id: ConsentId, kind: ConsentKind, kind_words: string, recipient: string, purpose: string, scope: string, signed_on: string, expires_on?: string, expires_event: string, revoked_on?: string, revoked_how?: RevokedHow, state: ConsentState, rev: number, };

/**
 * How one consent stands.
 */
export type ConsentState = "in_order" | "expiring" | "expired" | "revoked" | "evidence_only";

/**
 * What all consents of a client come to.
 */
export type ConsentSummary = "in_order" | "expiring" | "expired" | "evidence_only" | "missing";

/**
 * The request of `consent.list`.
 */
export type ConsentsOf = { client: ClientId, };

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
 * Who goes on with what.
 */
export type ContinuingCare = { 
/**
 * "Riverbend Counseling, Dr. Abara".
 */
with: string, what: string, on?: string, 
/**
 * "2:30 PM".
 */
time: string, 
/**
 * Whether the plan was handed on to them.
 */
handed_on: boolean, };

/**
 * For whom a copy is, why, and how many; part of every request that prints a record.
 */
export type CopyFields = { kind: CopyKind, 
/**
 * Who it is for and why; kept with the record of what left. The client's own copy needs none.
 */
reason?: string, 
/**
 * 1 to 20.
 */
copies: number, };

/**
 * For whom a copy of a record is.
 */
export type CopyKind = "own_copy" | "internal_copy";

/**
 * The request of `panel.copy`: a panel of one's own that begins as another one stands today.
 */
export type CopyPanel = { id: PanelId, name: string, laboratory?: LaboratoryId, };

/**
 * The request of `attendance.correct`.
 */
export type CorrectAttendance = { id: AttendanceId, rev: number, 
/**
 * How it should stand; empty means there all the time.
 */
what: PresenceFields, because: string, };

/**
 * The request of `drug_test.correct_hand_off`: the whole hand-off as it should be.
 */
export type CorrectHandOff = { id: HandOffId, rev: number, because: string, fields: HandOffFields, };

/**
 * The request of `drug_test.correct`. A test that was interpreted is open again afterwards.
 */
export type CorrectTest = { id: DrugTestId, rev: number, because: string, 
/**
 * For a test with a specimen: how it was taken.
 */
collection?: TestCollection, 
/**
 * For a test that was screened: every substance, as it should read.
 */
readings?: Array<TestReading>, 
/**
 * For a test without a specimen: what it should say.
 */
outcome?: Outcome, };

/**
 * The request of `note.correct_attendance`: how the attendance under a signed note should stand.
 */
export type CorrectUnderNote = { id: AttendanceId, rev: number, 
/**
 * How it should stand; empty means there all the time.
 */
what: PresenceFields, because: string, 
/**
 * What the addendum says beside the correction; may stay empty.
 */
words: string, proof: Proof, };

/**
 * A row after its correction.
 */
export type CorrectedAttendance = { id: AttendanceId, rev: number, state: AttendanceState, minutes: number, };

/**
 * A supervisor's answer.
 */
export type CosignAnswer = { 
/**
 * "cosigned" or "returned".
 */
decision: string, comment: string, by: string, at: Moment, };

/**
 * The request of `note.cosign`.
 */
export type CosignNote = { id: NoteId, rev: number, comment: string, proof: Proof, };

/**
 * The request of `note.cosign_all`: the notes somebody read and approved, one proof for them.
 */
export type CosignNotes = { notes: Array<ReadNote>, proof: Proof, };

/**
 * The consents by which counseling notes can leave, and how they can be handed over.
 */
export type CounselingBases = { bases: Array<ReleaseBasis>, 
/**
 * What is missing where there is none; empty otherwise.
 */
lacking_words: string, ways: Array<ToldHowChoice>, };

/**
 * The request of `disclosure.counseling_bases`.
 */
export type CounselingBasesOf = { client: ClientId, };

/**
 * A counseling note with its text.
 */
export type CounselingNote = { id: CounselingNoteId, client: ClientId, title: string, body: string, state: CounselingNoteState, author: string, mine: boolean, started_at: Moment, at: Moment, closed_at?: Moment, 
/**
 * Who reads it besides the author.
 */
readers: Array<NamedPerson>, 
/**
 * Whom the author can name.
 */
nameable: Array<NamedPerson>, rev: number, };

/**
 * A counseling note.
 */
export type CounselingNoteId = string;

/**
 * A counseling note in the list: without its text.
 */
export type CounselingNoteLine = { id: CounselingNoteId, 
/**
 * Empty when it has none yet, and when the person's keys do not open it any more.
 */
title: string, state: CounselingNoteState, author: string, mine: boolean, started_at: Moment, at: Moment, 
/**
 * Sealed to keys from before a passphrase was reset.
 */
keys_gone: boolean, rev: number, };

/**
 * How far a counseling note is.
 */
export type CounselingNoteState = "open" | "closed";

/**
 * An earlier text.
 */
export type CounselingNoteVersion = { rev: number, at: Moment, title: string, body: string, };

/**
 * The counseling notes of a client that this person may read.
 */
export type CounselingNotes = { notes: Array<CounselingNoteLine>, may_write: boolean, };

/**
 * The request of `counseling_note.list` and `counseling_note.start`.
 */
export type CounselingNotesOf = { client: ClientId, };

/**
 * Every recovery, the newest first, and whom one can be about.
 */
export type CounselingRecoveries = { rows: Array<CounselingRecovery>, may_ask: boolean, 
/**
 * Who may have written counseling notes; whether they did is said by nothing.
 */
authors: Array<NamedPerson>, readers: Array<NamedPerson>, 
/**
 * Whose notes wait for their author to come by since the recovery key was renewed.
 */
older: Array<OnOlderSheet>, };

/**
 * A recovery as the list shows it.
 */
export type CounselingRecovery = { id: CounselingRecoveryId, author: string, reader: string, reason: string, asked_by: string, asked_at: Moment, state: CounselingRecoveryState, 
/**
 * Empty until it is opened.
 */
opened_by: string, opened_at?: Moment, 
/**
 * How many notes the reader can read now.
 */
opened: number, 
/**
 * How many stay closed, sealed to another recovery key.
 */
left_closed: number, 
/**
 * This person is the second.
 */
may_open: boolean, rev: number, };

/**
 * Two people opening an author's notes with the recovery key.
 */
export type CounselingRecoveryId = string;

/**
 * How a recovery of an author's notes stands.
 */
export type CounselingRecoveryState = "waiting" | "opened" | "lapsed";

/**
 * A counselor with what waits, in numbers.
 */
export type CounselorLine = { counselor: CaseloadCounselor, 
/**
 * Clients in treatment whose primary counselor this is.
 */
active: number, 
/**
 * Notes this person began, not signed and past due.
 */
notes_overdue: number, 
/**
 * Clients with fewer hours in the last seven days than their stay asks for.
 */
short: number, 
/**
 * Clients not tested for longer than their interval.
 */
tests_overdue: number, 
/**
 * Consents that end within the practice's days of warning.
 */
consents_ending: number, };

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
 * A curriculum, whole.
 */
export type CurriculumAnswer = { 
/**
 * None in a shipped one.
 */
id?: CurriculumId, name: string, about: string, shipped: string, active: boolean, lessons: Array<LessonAnswer>, may_write: boolean, rev: number, };

/**
 * One change: a session was added, or rewritten in some parts.
 */
export type CurriculumEdition = { lesson: LessonId, number: number, 
/**
 * As it is called after the change.
 */
topic: string, at: Moment, on: string, by: string, 
/**
 * Empty: it was added.
 */
parts: Array<EditionPart>, };

/**
 * A practice's own curriculum.
 */
export type CurriculumId = string;

/**
 * One of the practice's own.
 */
export type CurriculumLine = { id: CurriculumId, name: string, about: string, 
/**
 * The key of the shipped one it was copied from; empty for one that was written here.
 */
shipped: string, active: boolean, lessons: number, 
/**
 * The groups that follow it, by name.
 */
followed_by: string, rev: number, };

/**
 * All curricula.
 */
export type CurriculumList = { shipped: Array<ShippedLine>, own: Array<CurriculumLine>, may_write: boolean, };

/**
 * How the file writes a date.
 */
export type DateStyle = "year_first" | "month_first";

/**
 * What to do next. A part the person may not see is absent.
 */
export type Day = { today: string, 
/**
 * Answers of a client that call for a safety step nobody has answered.
 */
alerts?: Array<SafetyAlert>, 
/**
 * Hours until a note is due.
 */
note_due_hours: number, sessions?: Array<DaySession>, 
/**
 * Those sessions are everybody's, not only the person's own.
 */
everybodys: boolean, to_record?: Array<SessionToRecord>, to_note?: Array<SessionToNote>, unknown?: Array<UnknownToName>, 
/**
 * Own clients who were absent, to be looked after.
 */
absences?: Array<DayAbsence>, 
/**
 * Individual drafts, and whatever came back.
 */
notes?: Array<NoteTask>, cosign?: Array<NoteTask>, plans?: Array<PlanDue>, 
/**
 * Stays of one's own clients that ended without a signed summary.
 */
summaries?: Array<SummaryOwed>, consents?: Array<ConsentEnding>, 
/**
 * Inquiries to answer or to call again; for those who take them.
 */
inquiries?: Array<InquiryRow>, 
/**
 * What tests and missed check-ins ask for next; for those who interpret them.
 */
follow_ups?: Array<FollowUpRow>, 
/**
 * Reports of agreements that are due within a week, or were.
 */
reports?: Array<OwedRelease>, 
/**
 * Who is about to come in, or came in lately, with something missing in the intake packet.
 */
packets?: Array<RedPacket>, licenses?: Array<LicenseEnding>, glass?: Array<DayGlass>, };

/**
 * One of the person's own clients was absent, and nobody has looked after it yet.
 */
export type DayAbsence = { client: NoteClient, on: string, 
/**
 * The sessions of that date, in order.
 */
missed: Array<string>, excused: boolean, reason: string, };

/**
 * A day in numbers.
 */
export type DayCounts = { on: string, counts: DrawCounts, };

/**
 * A signed edition of a day.
 */
export type DayEdition = { edition: number, signed_by: string, signed_at: Moment, 
/**
 * SHA-256 of the signed bytes.
 */
hash: string, 
/**
 * Bytes, hash, signature and key belong together.
 */
holds: boolean, };

/**
 * Somebody broke the glass.
 */
export type DayGlass = { by: string, client: ClientId, 
/**
 * "C-0412".
 */
number: string, reason: string, at: Moment, };

/**
 * One date of a week.
 */
export type DayLine = { on: string, minutes: number, 
/**
 * Minutes that count toward a billable day.
 */
billable: number, 
/**
 * The day is over, something was attended, but less than a billable day.
 */
short_day: boolean, };

/**
 * A person of a day.
 */
export type DayPerson = { 
/**
 * "C-0412".
 */
number: string, 
/**
 * Only for who may read the name.
 */
client?: ClientId, name?: string, program_name: string, tier_name: string, standing: PersonStanding, missed_check_in: boolean, called_at?: Moment, deadline_at?: Moment, collected_at?: Moment, test?: DrugTestId, test_number: string, };

/**
 * The day of random tests.
 */
export type DayReport = { on: string, 
/**
 * Every draw of the day, the discarded too.
 */
draws: Array<DrawLine>, tiers: Array<TierCounts>, 
/**
 * Those who were drawn, and those who missed their check-in.
 */
people: Array<DayPerson>, all: DrawCounts, 
/**
 * Collected on time, of those drawn and not excused, in thousandths; absent when nobody was.
 */
compliance_thousandths?: number, 
/**
 * How that is counted.
 */
rule: string, 
/**
 * The signed editions, the first one first.
 */
editions: Array<DayEdition>, 
/**
 * The day says something else than its newest edition.
 */
changed: boolean, may_sign: boolean, 
/**
 * Why it cannot be signed now.
 */
why_not?: string, };

/**
 * The request of `drug_test.day`.
 */
export type DayRequest = { 
/**
 * Today when absent.
 */
on?: string, };

/**
 * A session of today.
 */
export type DaySession = { id: SessionId, 
/**
 * The group's name, or the kind of session.
 */
title: string, is_group: boolean, client?: NoteClient, leader: string, starts_at: Moment, ends_at: Moment, room: string, recorded: boolean, 
/**
 * People expected, or recorded.
 */
people: number, 
/**
 * Who called to be late or not to come, while it is planned.
 */
called: Array<DeskCall>, 
/**
 * The person's own note of an individual session.
 */
note?: NoteId, 
/**
 * Entries signed, or whether the one note is.
 */
signed: number, };

/**
 * The tests of a day.
 */
export type DayTests = { on: string, rows: Array<TestRow>, 
/**
 * Ordered for an earlier day and still open; only with today.
 */
overdue: Array<TestRow>, 
/**
 * Collected or read, and the program has not said what it means; only with today and for who may read results.
 */
waiting: Array<TestRow>, };

/**
 * The request of `staff.deactivate`.
 */
export type Deactivate = { id: StaffId, rev: number, reason: string, };

/**
 * How close the rows stand.
 */
export type Density = "comfortable" | "compact";

/**
 * Somebody who is not there.
 */
export type DeskAbsence = { excused: boolean, reason: string, };

/**
 * Somebody who called about a session and did not come since.
 */
export type DeskCall = { client: ClientId, name: ShownName, 
/**
 * "late 20 min", "not coming".
 */
words: string, };

/**
 * What the front desk knows of somebody, beside a sheet.
 */
export type DeskWord = { state: BoardState, words: string, 
/**
 * Offered to who records: nothing counts before it is recorded.
 */
late_minutes?: number, early_minutes?: number, absent?: DeskAbsence, };

/**
 * A diagnosis by ICD-10-CM code; the words are kept as they stood.
 */
export type Diagnosis = { id: PartId, rev: number, code: string, words: string, 
/**
 * 1 is the principal diagnosis.
 */
position: number, diagnosed_on?: string, resolved_on?: string, 
/**
 * What the code does not say: "with physical dependence".
 */
specifier?: string, remission?: Remission, 
/**
 * Remission where the substance was out of reach.
 */
controlled_environment?: boolean, };

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
position: number, diagnosed_on?: string, resolved_on?: string, 
/**
 * What the code does not say: "with physical dependence".
 */
specifier?: string, remission?: Remission, 
/**
 * Remission where the substance was out of reach.
 */
controlled_environment?: boolean, };

/**
 * Why the level given is not the one indicated.
 */
export type Difference = "" | "availability" | "client_choice" | "payer" | "legal" | "other";

/**
 * A line with what stood there before and what stands there now.
 */
export type DifferentLine = { kind: LineKind, change: LineChange, before: Array<Piece>, after: Array<Piece>, };

/**
 * To which side somebody is moved.
 */
export type Direction = "up" | "down";

/**
 * The request of `draw.discard`.
 */
export type DiscardDraw = { id: DrawId, rev: number, reason: string, };

/**
 * The request of `episode.discharge`.
 */
export type Discharge = { id: EpisodeId, rev: number, discharged_on: string, how: DischargeHow, 
/**
 * In a few words of one's own.
 */
reason: string, };

/**
 * How a stay ended; each word has a code of federal reporting (`discharge_how`).
 */
export type DischargeHow = "completed" | "left" | "ended_by_program" | "transferred" | "incarcerated" | "died" | "other";

/**
 * The summary of a stay.
 */
export type DischargeSummary = { id: DischargeSummaryId, state: SummaryState, fields: SummaryFields, author: string, signed_at?: Moment, 
/**
 * Who is at it, while it is open.
 */
at_work?: AtWork, rev: number, };

/**
 * A summary of one stay.
 */
export type DischargeSummaryId = string;

/**
 * The stays of a client that ended.
 */
export type Discharges = { 
/**
 * The newest first.
 */
stays: Array<EndedStay>, parts: Array<SummaryPart>, may_write: boolean, may_sign: boolean, };

/**
 * The request of `discharge.list`.
 */
export type DischargesOf = { client: ClientId, };

/**
 * What was told to somebody outside.
 */
export type DisclosureId = string;

/**
 * What was told to somebody outside.
 */
export type DisclosureRow = { id: DisclosureId, recipient: string, purpose: string, told: string, 
/**
 * Absent for a document that was made and not sent.
 */
how_label?: string, sent_at?: Moment, by: string, 
/**
 * The consent it rested on: kind and recipient.
 */
consent: string, rev: number, };

/**
 * The accounting of a client's disclosures, the newest first.
 */
export type Disclosures = { rows: Array<DisclosureRow>, 
/**
 * Consents under which something can be told that nobody is owed.
 */
bases: Array<ReleaseBasis>, may_release: boolean, };

/**
 * The request of `disclosure.list`.
 */
export type DisclosuresOf = { client: ClientId, };

/**
 * The request of `attendance.dismiss_unknown`.
 */
export type DismissUnknown = { id: UnknownId, rev: number, reason: string, };

/**
 * The answer of an operation that has nothing to say.
 */
export type Done = Record<symbol, never>;

/**
 * How the form names the donor.
 */
export type DonorShown = "number" | "name";

/**
 * A draft to go on with.
 */
export type DraftAnswer = { rev: number, at: Moment, body: unknown, };

/**
 * A draft in the list of what is not finished.
 */
export type DraftLine = { form: string, subject: string, label: string, at: Moment, };

/**
 * Counts of a tier, or of all.
 */
export type DrawCounts = { 
/**
 * Who could be drawn.
 */
pool: number, drawn: number, 
/**
 * Of the drawn, those whose specimen is also analyzed.
 */
analyzed: number, 
/**
 * Of the drawn, those who called and were told.
 */
notified: number, collected: number, 
/**
 * Of the collected, those who came by their deadline.
 */
on_time: number, missed: number, refused: number, unable: number, excused: number, pending: number, 
/**
 * Of the pool, those who had not called when the line closed.
 */
missed_check_ins: number, };

/**
 * A day that a program may draw, or not.
 */
export type DrawDay = { on: string, allowed: boolean, };

/**
 * A draw.
 */
export type DrawId = string;

/**
 * A draw in a list. Of one whose names are not known yet: that it is set.
 */
export type DrawLine = { id: DrawId, program: TestingProgramId, program_name: string, on: string, attempt: number, state: DrawState, notice_at: Moment, pool?: number, 
/**
 * How many were selected; absent before the notice.
 */
selected?: number, discard_reason: string, rev: number, };

/**
 * The draws, the newest first.
 */
export type DrawList = { programs: Array<DrawProgram>, draws: Array<DrawLine>, may_set: boolean, };

/**
 * A span of dates in numbers.
 */
export type DrawNumbers = { from: string, until: string, 
/**
 * The days that were drawn.
 */
days: Array<DayCounts>, tiers: Array<TierCounts>, people: Array<PersonCounts>, all: DrawCounts, compliance_thousandths?: number, rule: string, };

/**
 * The page of a draw.
 */
export type DrawPage = { draw: DrawLine, commitment: string, committed_at: Moment, committed_by: string, frozen_at?: Moment, noticed_at?: Moment, discarded_at?: Moment, closes_at: Moment, proof?: DrawProof, 
/**
 * What the page proves, and what it does not: a finished sentence each.
 */
proves: Array<string>, does_not_prove: Array<string>, may_run: boolean, may_discard: boolean, };

/**
 * A person of a pool, after the notice.
 */
export type DrawPerson = { 
/**
 * Lowercase hexadecimal.
 */
token: string, 
/**
 * Only for who may read the name.
 */
client?: ClientId, client_name?: string, tier_name: string, standing: Standing, 
/**
 * 0 for who was not in the draw.
 */
chance_millionths: number, analyzed_millionths: number, 
/**
 * The person's number of this draw, as decimal digits.
 */
number: string, selected: boolean, analyzed: boolean, test?: DrugTestId, };

/**
 * A program with its next days.
 */
export type DrawProgram = { id: TestingProgramId, name: string, notice_time: string, 
/**
 * Today and the six days after.
 */
days: Array<DrawDay>, };

/**
 * What can be checked of a draw; absent before names are known.
 */
export type DrawProof = { 
/**
 * The end of the audit chain at the freezing, and its number.
 */
head: string, head_seq: number, secret: string, seed: string, pool_digest: string, people: Array<DrawPerson>, };

/**
 * How far a draw is.
 */
export type DrawState = "committed" | "frozen" | "noticed" | "discarded";

/**
 * The request of `follow_up.drop_rule`.
 */
export type DropFollowUpRule = { id: FollowUpRuleId, rev: number, };

/**
 * A drug test.
 */
export type DrugTestId = string;

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
 * The edition that dimensions and levels are counted by.
 */
export type Edition = "3" | "4";

/**
 * One edition of it.
 */
export type EditionId = string;

/**
 * A part of a session that changed.
 */
export type EditionPart = { 
/**
 * "topic", "aim", "outline", "scenarios" or "handout".
 */
part: string, before: string, after: string, };

/**
 * Whom to call when something happens, and whether they know why the client is here.
 */
export type EmergencyContact = { id: PartId, rev: number, name: string, relationship: string, phone: string, knows_of_treatment: boolean, };

/**
 * Whom to call when something happens, and whether they know why the client is here.
 */
export type EmergencyContactFields = { name: string, relationship: string, phone: string, knows_of_treatment: boolean, };

/**
 * The request of `apart.end`.
 */
export type EndApart = { id: ApartId, rev: number, 
/**
 * The first date on which it does not hold any more.
 */
until_on: string, reason: string, };

/**
 * The request of `care_team.end`.
 */
export type EndCarePlace = { id: CareTeamId, rev: number, 
/**
 * The last day; today when absent.
 */
ends_on?: string, };

/**
 * The request of `testing.end`.
 */
export type EndEnrollment = { id: EnrollmentId, rev: number, because: string, };

/**
 * The request of `slot.end`.
 */
export type EndSlot = { id: SlotId, rev: number, 
/**
 * The first date it does not hold any more.
 */
until_on: string, };

/**
 * The request of `staff.stand_in_end`: from now on, or before it began.
 */
export type EndStandIn = { id: StandInId, rev: number, };

/**
 * A stay that ended, with its summary.
 */
export type EndedStay = { episode: EpisodeId, number: number, admitted_on: string, discharged_on: string, how?: DischargeHow, 
/**
 * As a page says it; empty where it was not recorded.
 */
how_label: string, reason: string, 
/**
 * When the summary is due.
 */
due_on: string, overdue: boolean, summary?: DischargeSummary, };

/**
 * The request of `testing.enroll`.
 */
export type Enroll = { client: ClientId, program: TestingProgramId, tier: TierId, };

/**
 * One stay of a client in one tier.
 */
export type EnrollmentId = string;

/**
 * One person's entry as the page sends it.
 */
export type EntryFields = { client: ClientId, 
/**
 * 0 before the first save.
 */
rev: number, participation?: number, line: string, 
/**
 * The further sections of the own part.
 */
more?: Array<SectionText>, objectives: Array<ObjectiveTick>, risk?: Risk, risk_words: string, 
/**
 * Left for later: stays a draft when the others are signed.
 */
skipped: boolean, 
/**
 * Words that read like another member's name and are none.
 */
stated?: Array<NotTheirName>, };

/**
 * A saved entry.
 */
export type EntrySaved = { client: ClientId, note: NoteId, rev: number, };

/**
 * One stay, as the chart shows it.
 */
export type Episode = { id: EpisodeId, rev: number, 
/**
 * 1 for the first stay.
 */
number: number, track: string, admitted_on: string, discharged_on?: string, 
/**
 * Absent while the stay is open, and where it was recorded elsewhere.
 */
discharge_how?: DischargeHow, discharge_reason: string, 
/**
 * Hours a week of this stay alone; those of its level when absent.
 */
weekly_hours?: number, 
/**
 * Days without a test before a flag, of this stay alone.
 */
test_interval_days?: number, 
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
 * An evening as a whole.
 */
export type Evening = { on: string, sessions: Array<EveningSession>, people: Array<EveningMinutes>, 
/**
 * Sessions that can be signed now.
 */
ready: Array<SessionId>, 
/**
 * Nothing of the evening is missing any more, and something waits for the signature.
 */
complete: boolean, };

/**
 * What the evening comes to for one person.
 */
export type EveningMinutes = { client: NoteClient, minutes: number, 
/**
 * In the order of the sessions; none where the person was not on the list.
 */
parts: Array<number | null>, };

/**
 * The request of `group_note.evening`.
 */
export type EveningOf = { 
/**
 * Today when left out.
 */
on?: string, };

/**
 * Something an entry or the shared part misses.
 */
export type EveningPoint = { 
/**
 * Whose entry; nobody's for the shared part.
 */
client?: NoteClient, message: string, };

/**
 * How far one session of the evening is.
 */
export type EveningSession = { session: SessionId, group: string, starts_at: Moment, ends_at: Moment, recorded: boolean, present: number, absent: number, 
/**
 * Entries that would be signed now, absences included.
 */
ready: number, 
/**
 * Entries left for later.
 */
later: number, signed: number, 
/**
 * What stops the signature; with any of them the session is not signed and stays as it is.
 */
missing: Array<EveningPoint>, };

/**
 * One person for whom something differs.
 */
export type Exception = { client: ClientId, what: PresenceFields, };

/**
 * The request of `caseload.export`: the lines as they stand on the screen, in their order.
 */
export type ExportCaseload = { clients: Array<ClientId>, 
/**
 * Who it is for and why; kept with the record of what left.
 */
reason: string, };

/**
 * The request of `curriculum.extend`.
 */
export type ExtendCurriculum = { curriculum: CurriculumId, fields: LessonFields, };

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
 * A column of the chosen file, with some of what it holds.
 */
export type FileColumn = { head: string, 
/**
 * Different values, the first ones of the file.
 */
values: Array<string>, };

/**
 * What came, or would come, of one file.
 */
export type FileCounts = { file: string, 
/**
 * Lines without the head.
 */
lines: number, new: number, changed: number, same: number, bad: number, 
/**
 * SHA-256 of the file, in hexadecimal.
 */
digest: string, };

/**
 * How a file is read.
 */
export type FileMapping = { columns: Array<MappedColumn>, words: Array<MappedWord>, dates: DateStyle, 
/**
 * What a line is when the file says nothing of it.
 */
phase: Phase, };

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
 * The request of `attendance.walk_in_choices`.
 */
export type FindWalkIn = { session: SessionId, 
/**
 * At least two letters of a first name, or the client number.
 */
words: string, };

/**
 * How a safety step ended.
 */
export type Finding = "no_present_risk" | "plan_made" | "handed_over";

/**
 * What fits over the next eight program weeks.
 */
export type FitAnswer = { from: string, last: string, 
/**
 * Every group that was combined.
 */
groups: Array<FitGroup>, 
/**
 * Full, without a meeting in these weeks, or beyond the twelve that meet fewest shifts.
 */
left_out: Array<FitGroup>, 
/**
 * The best few, the best first.
 */
options: Array<FitOption>, 
/**
 * The rosters as they stand.
 */
now: FitOption, 
/**
 * A work pattern is known.
 */
has_pattern: boolean, 
/**
 * The person may put the client on a roster.
 */
may_join: boolean, };

/**
 * The request of `fitting.groups` and `fitting.forecast`.
 */
export type FitFor = { client: ClientId, };

/**
 * A group that may be chosen.
 */
export type FitGroup = { id: GroupId, name: string, type_label: string, 
/**
 * On its roster already.
 */
member: boolean, 
/**
 * Seats under the cap, the client's own not counted.
 */
seats: number, 
/**
 * The first meeting of these weeks, and how many there are and meet a shift.
 */
first?: Moment, meetings: number, taken: number, };

/**
 * A meeting that is named: one that is missed, or one that makes up for it.
 */
export type FitMeeting = { 
/**
 * The group's name; an appointment of the client otherwise.
 */
title: string, group?: GroupId, session?: SessionId, on: string, starts_at: Moment, ends_at: Moment, 
/**
 * What it meets; absent where it meets another meeting of the combination, or nothing.
 */
meets?: TakenBy, };

/**
 * A combination of groups.
 */
export type FitOption = { groups: Array<GroupId>, 
/**
 * It is the rosters as they stand.
 */
now: boolean, weeks_below: number, clashes: number, days: number, 
/**
 * Minutes on the way, over all weeks.
 */
travel: number, weeks: Array<FitWeekLine>, };

/**
 * One week of a combination.
 */
export type FitWeekLine = { start: string, last: string, minutes: number, 
/**
 * What the week owes, in minutes; absent when it owes nothing.
 */
minimum?: number, 
/**
 * Minutes that lack.
 */
lacks: number, clashes: Array<FitMeeting>, 
/**
 * Sessions of other groups that repair the week.
 */
make_ups: Array<FitMeeting>, 
/**
 * The make-ups are enough to reach the hours.
 */
repaired: boolean, };

/**
 * Something about a client that somebody must look at; ordered by how soon.
 */
export type Flag = "test_unexpected" | "note_returned" | "short_of_hours" | "consent_missing" | "consent_expired" | "plan_overdue" | "plan_missing" | "note_overdue" | "test_overdue" | "test_waiting" | "plan_due" | "consent_expiring" | "no_counselor" | "new";

/**
 * The request of `group.follow`.
 */
export type FollowCurriculum = { id: GroupId, rev: number, 
/**
 * None when left out: the group has topics of its own.
 */
curriculum?: CurriculumId, };

/**
 * A kind of agreement to choose.
 */
export type FollowUpAgreement = { kind: AgreementKind, label: string, };

/**
 * A step to choose.
 */
export type FollowUpChoice = { step: FollowUpStep, label: string, };

/**
 * What a rule is met by.
 */
export type FollowUpEvent = "missed_check_in" | "missed" | "refused" | "unable" | "dilute" | "not_valid" | "presumptive" | "unexpected_positive" | "unexpected_negative" | "low_alcohol";

/**
 * The rules of an event: the general one first.
 */
export type FollowUpEventRules = { event: FollowUpEvent, label: string, help: string, rules: Array<FollowUpRule>, };

/**
 * A follow-up.
 */
export type FollowUpId = string;

/**
 * A testing program to choose.
 */
export type FollowUpProgram = { id: string, name: string, };

/**
 * A recipient to choose.
 */
export type FollowUpRecipient = { kind: ConsentKind, label: string, };

/**
 * A follow-up.
 */
export type FollowUpRow = { id: FollowUpId, client: ClientId, 
/**
 * Empty for a restricted chart in a list of everybody's.
 */
client_name: string, event: FollowUpEvent, event_label: string, 
/**
 * The test it follows on; absent for a missed check-in.
 */
test?: string, 
/**
 * "S-26-1187", or the date of the draw.
 */
of: string, step: FollowUpStep, step_label: string, recipient?: ConsentKind, recipient_label?: string, 
/**
 * Of a notice under an agreement: with whom.
 */
party?: string, 
/**
 * Of a notice: to whom the consent that covers it lets it go. Absent: no consent covers it.
 */
covered_by?: string, 
/**
 * A notice that no consent covers. Nothing may leave.
 */
blocked: boolean, 
/**
 * What is missing; absent where it is not blocked.
 */
lacking?: Lacking, 
/**
 * The same in words; empty where it is not blocked.
 */
lacking_words: string, words: string, due_at: Moment, overdue: boolean, state: FollowUpState, answer: string, answered_at?: Moment, answered_by?: string, 
/**
 * The test that was ordered as an answer.
 */
answering_test?: string, may_answer: boolean, rev: number, };

/**
 * A rule that holds for an event.
 */
export type FollowUpRule = { 
/**
 * Absent for the rule that is shipped.
 */
id?: FollowUpRuleId, program?: string, 
/**
 * "Everybody", a program's name, or a kind of agreement.
 */
holds_for: string, agreement?: AgreementKind, steps: Array<FollowUpRuleStep>, source: string, rev: number, };

/**
 * A rule of the practice.
 */
export type FollowUpRuleId = string;

/**
 * A step of a rule.
 */
export type FollowUpRuleStep = { step: FollowUpStep, 
/**
 * Hours from the event until it is due.
 */
hours: number, 
/**
 * For a notice: the kind of consent that must cover it.
 */
recipient?: ConsentKind, 
/**
 * How it is done here.
 */
words?: string, };

/**
 * Every rule, with what a rule can say.
 */
export type FollowUpRules = { events: Array<FollowUpEventRules>, steps: Array<FollowUpChoice>, recipients: Array<FollowUpRecipient>, programs: Array<FollowUpProgram>, agreements: Array<FollowUpAgreement>, may_change: boolean, };

/**
 * How a follow-up stands.
 */
export type FollowUpState = "open" | "done" | "not_needed";

/**
 * What is to be done.
 */
export type FollowUpStep = "contact" | "recollect_observed" | "confirm" | "add_alcohol" | "add_hair" | "evaluate" | "review_tier" | "notify";

/**
 * Whose follow-ups: of a client, or of one test.
 */
export type FollowUpsOf = { client: ClientId, 
/**
 * Only those of this test.
 */
test?: string, };

/**
 * The record that ticks an item.
 */
export type Follows = "nothing" | "treatment" | "tpo" | "assessment" | "emergency_contact" | "medication";

/**
 * The running week, to its end.
 */
export type Forecast = { week_last: string, 
/**
 * Attended and recorded, in minutes.
 */
done: number, 
/**
 * Planned and not recorded, without what meets a shift.
 */
planned: number, minimum?: number, 
/**
 * Minutes that will lack at the end of the week.
 */
short: number, 
/**
 * Planned sessions that meet a shift.
 */
clashes: Array<FitMeeting>, 
/**
 * Sessions with an open seat that meet nothing, the earliest first, until nothing lacks.
 */
fixes: Array<FitMeeting>, 
/**
 * With them nothing lacks.
 */
enough: boolean, };

/**
 * Which form.
 */
export type FormKey = { form: string, subject?: string, };

/**
 * What an answer lets out.
 */
export type FormSkip = { item: string, value: number, out: Array<string>, };

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
 * Where a problem was found.
 */
export type FoundIn = "assessment" | "diagnosis";

/**
 * The request of `note.give_back`.
 */
export type GiveBackNote = { id: NoteId, rev: number, reason: string, };

/**
 * The request of `drug_test.give_fluid`.
 */
export type GiveFluid = { id: DrugTestId, ounces: number, };

/**
 * The request of `task.give_back`: by who was asked, or by its owner, who takes it back.
 */
export type GiveTaskBack = { id: TaskId, rev: number, words: string, };

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
 * A goal with its objectives and what is done for it.
 */
export type Goal = { words: string, objectives: Array<Objective>, interventions: Array<Intervention>, };

/**
 * A goal as a form sends it.
 */
export type GoalFields = { 
/**
 * In the client's own words.
 */
words: string, objectives: Array<ObjectiveFields>, interventions?: Array<InterventionFields>, };

/**
 * How far a goal came.
 */
export type GoalOutcome = "achieved" | "partly" | "not";

/**
 * A group with its roster.
 */
export type GroupAnswer = { group: GroupLine, 
/**
 * The cap of the type, today.
 */
cap: number, 
/**
 * On the roster today or from a later date on.
 */
roster: Array<Member>, 
/**
 * Ended stays, the latest first.
 */
earlier: Array<Member>, 
/**
 * Whether the person who looks sees the roster at all.
 */
roster_shown: boolean, };

/**
 * One person's entry on the page.
 */
export type GroupEntry = { client: NoteClient, note?: NoteId, 
/**
 * 0 while there is none.
 */
rev: number, state: NoteState, 
/**
 * Somebody touched it.
 */
begun: boolean, absent: boolean, attendance: string, minutes: number, began_at?: Moment, ended_at?: Moment, participation?: number, line: string, 
/**
 * The further sections, in order.
 */
more: Array<SectionText>, 
/**
 * Open objectives, and those ticked.
 */
objectives: Array<ObjectiveAnswer>, 
/**
 * The objective used last, offered and not yet accepted.
 */
offered?: ObjectiveId, risk?: Risk, risk_words: string, skipped: boolean, 
/**
 * The word that reads like another member's name, until it is taken out or stated to be none.
 */
named?: string, stated: Array<NotTheirName>, 
/**
 * Stops the signature; "participation", "line", "more.KEY", "risk", "risk_words".
 */
missing: Array<NotePoint>, 
/**
 * Does not.
 */
warnings: Array<NotePoint>, };

/**
 * The fields of a group as a form sends them.
 */
export type GroupFields = { name: string, type: string, track: string, room: string, capacity: number, facilitator: StaffId, co_facilitator?: StaffId, };

/**
 * A group.
 */
export type GroupId = string;

/**
 * A group in the list.
 */
export type GroupLine = { id: GroupId, name: string, type: string, type_label: string, track: string, room: string, capacity: number, facilitator: StaffId, facilitator_name: string, co_facilitator?: StaffId, co_facilitator_name: string, active: boolean, 
/**
 * What it follows.
 */
curriculum?: CurriculumId, curriculum_name: string, 
/**
 * The person who looks leads it.
 */
mine: boolean, 
/**
 * The person who looks may arrange roster and times.
 */
may_arrange: boolean, 
/**
 * How many are on the roster today.
 */
members: number, 
/**
 * Weekly places that hold today or later.
 */
slots: Array<SlotLine>, rev: number, };

/**
 * Which session.
 */
export type GroupNoteOf = { session: SessionId, };

/**
 * The page of a group note.
 */
export type GroupNotePage = { session: SessionId, group: string, on: string, starts_at: Moment, ends_at: Moment, planned_topic: string, 
/**
 * The meeting of the curriculum it was.
 */
lesson?: SessionLesson, recorded: boolean, 
/**
 * What the edition of this note asks for: sections that are shared, and each person's own.
 */
sections: Array<TemplateSection>, shared: SharedPage, 
/**
 * What stops the signature in the shared part; "topic", "words", "more.KEY".
 */
missing: Array<NotePoint>, 
/**
 * What should be looked at in it and does not.
 */
warnings: Array<NotePoint>, entries: Array<GroupEntry>, 
/**
 * Who saved a part of it last, and which colleague writes it too.
 */
at_work: AtWork, };

/**
 * Whether a group was typed right.
 */
export type GroupRight = { index: number, right: boolean, };

/**
 * The answer of `group_note.save`.
 */
export type GroupSaved = { shared_rev: number, 
/**
 * Every entry of the session that has a row now.
 */
entries: Array<EntrySaved>, };

/**
 * The request of `attendance.group_topics`.
 */
export type GroupTopicsOf = { group: GroupId, };

/**
 * A type of group with the cap that holds today.
 */
export type GroupType = { word: string, label: string, cap: number, };

/**
 * A person at a text, and when.
 */
export type Hand = { staff: StaffId, name: string, at: Moment, };

/**
 * The request of `instrument.hand`.
 */
export type HandInstrument = { client: ClientId, code: string, };

/**
 * A hand-off as a page shows it.
 */
export type HandOff = { id: HandOffId, 
/**
 * Who entered it, or corrected it last.
 */
by: string, 
/**
 * Why it was corrected last; empty when it never was.
 */
because: string, 
/**
 * What stood here before, the first one first.
 */
earlier: Array<HandOffBefore>, 
/**
 * Why it was taken back; empty for one that stands.
 */
void_reason: string, rev: number, purpose: HandOffPurpose, from: string, to: string, at: Moment, seal_whole?: boolean, noted: string, };

/**
 * What a corrected hand-off said before.
 */
export type HandOffBefore = { by: string, entered_at: Moment, purpose: HandOffPurpose, from: string, to: string, at: Moment, seal_whole?: boolean, noted: string, };

/**
 * A hand-off as a form sends it.
 */
export type HandOffFields = { purpose: HandOffPurpose, from: string, to: string, 
/**
 * Today when absent.
 */
on?: string, 
/**
 * The wall time as "HH:MM"; now when absent.
 */
time?: string, 
/**
 * Whether the seal was whole.
 */
seal_whole?: boolean, noted?: string, };

/**
 * One hand-off of a specimen.
 */
export type HandOffId = string;

/**
 * What a hand-off is for.
 */
export type HandOffPurpose = "sealed" | "released" | "received" | "sent" | "laboratory_received";

/**
 * The request of `group_note.hand_over`.
 */
export type HandOverGroup = { session: SessionId, to: StaffId, 
/**
 * Why; the colleague and the audit keep it.
 */
reason: string, };

/**
 * The request of `note.hand_over`.
 */
export type HandOverNote = { id: NoteId, rev: number, to: StaffId, 
/**
 * Why; the colleague and the audit keep it.
 */
reason: string, 
/**
 * What the editor holds, saved in the same action.
 */
body?: NoteBody, };

/**
 * The request of `instrument.hand_in`.
 */
export type HandedAnswers = { answers: { [key in string]: number }, };

/**
 * What the screen shows while it is handed to a client.
 */
export type HandedForm = { 
/**
 * None when nothing is handed over, and after it was handed in.
 */
form: InstrumentForm | null, 
/**
 * What the client had answered today before something interrupted.
 */
answers: { [key in string]: number }, 
/**
 * It was handed in; the screen waits for the staff.
 */
done: boolean, };

/**
 * What the screen shows while a plan is handed to a client.
 */
export type HandedPlan = { 
/**
 * None when nothing is handed over, and after it was signed.
 */
sheet: PlanSheet | null, 
/**
 * It was signed; the screen waits for the staff.
 */
done: boolean, };

/**
 * The request of `plan_signature.hand_in`.
 */
export type HandedSignature = { name: string, 
/**
 * The strokes, if the client drew any.
 */
drawn: string, };

/**
 * The handout was saved.
 */
export type HandoutSaved = { saved: boolean, };

/**
 * One session in a client's history.
 */
export type HistoryLine = { session: SessionId, on_date: string, 
/**
 * "HH:MM".
 */
starts: string, title: string, 
/**
 * Both times stand beside a late entry: when it was, and when it was entered.
 */
late_entry: boolean, entered_at?: Moment, attendance: AttendanceLine, };

/**
 * The hours of a client, the latest week first, not farther back than the first stay.
 */
export type Hours = { weeks: Array<WeekLine>, 
/**
 * Minutes still planned in the running week, without what meets a shift.
 */
planned: number, 
/**
 * By how much the running week will stay short with what is planned.
 */
short: number, 
/**
 * A day with fewer attended minutes is short.
 */
billable_day: number, };

/**
 * How somebody knew who the client is.
 */
export type IdentifiedBy = "photo_id" | "known_to_staff" | "other";

/**
 * The client's own row.
 */
export type Identity = { rev: number, fields: ClientFields, age?: number, };

/**
 * Enough to make sure that this is the person.
 */
export type IdentityCheck = { family_name: string, given_name: string, born_on?: string, };

/**
 * What came, or would come, of the folder.
 */
export type ImportCounts = { files: Array<FileCounts>, 
/**
 * The first of the bad lines.
 */
bad_rows: Array<BadRow>, 
/**
 * All of them.
 */
bad_total: number, 
/**
 * Wall times that a daylight-saving gap moved forward.
 */
moved: number, 
/**
 * Roster stays that follow from attendance.
 */
stays: number, 
/**
 * Lines and stays that change something.
 */
writes: number, };

/**
 * One row under both of its names.
 */
export type ImportName = { external: string, id: LandedId, };

/**
 * The request of `import.names`: what rows are called on either side.
 */
export type ImportNames = { 
/**
 * What a line becomes: client, note, session and so on, as `external_id.kind` has it.
 */
kind: string, 
/**
 * Ids of the other system.
 */
externals: Array<string>, 
/**
 * Ids of ours.
 */
ids: Array<LandedId>, };

/**
 * One run of an import.
 */
export type ImportRunId = string;

/**
 * A run of the past.
 */
export type ImportRunRow = { id: ImportRunId, at: Moment, by: string, files: number, new: number, changed: number, left_out: number, };

/**
 * The answer of `import.state`.
 */
export type ImportState = { 
/**
 * The chosen folder's own name.
 */
folder?: string, files: Array<ChosenFile>, 
/**
 * Files of the layout that are not in the folder; that is no fault.
 */
missing: Array<string>, 
/**
 * Other tables in the folder; they are not read.
 */
ignored: Array<string>, 
/**
 * What would come of it, after a preview.
 */
preview?: ImportCounts, 
/**
 * What came of it, after a run.
 */
result?: ImportCounts, 
/**
 * A preview or a run is under way.
 */
busy: boolean, };

/**
 * The answer of `inquiry.add`.
 */
export type InquiryAdded = { id: InquiryId, client: ClientId, };

/**
 * What the call was about.
 */
export type InquiryFields = { 
/**
 * Who called; empty when it was the client.
 */
caller: string, 
/**
 * What binds the caller to the client.
 */
caller_is: ReferralSource, call_back: string, message_is_safe: boolean, urgency: Urgency, 
/**
 * Insurance, as the caller said it.
 */
coverage: string, about: string, follow_up_on?: string, };

/**
 * An inquiry.
 */
export type InquiryId = string;

/**
 * The answer of `inquiry.list`.
 */
export type InquiryList = { 
/**
 * The most urgent and then the oldest first; those that are over, the newest first.
 */
rows: Array<InquiryRow>, 
/**
 * Inquiries that began in the last 90 days, by what they reached.
 */
reached: Array<Reached>, since: string, };

/**
 * An inquiry, as lists show it.
 */
export type InquiryRow = { id: InquiryId, rev: number, client: ClientId, 
/**
 * "C-0412".
 */
number: string, family_name: string, 
/**
 * The preferred name where there is one.
 */
given_name: string, profession: string, state: InquiryState, state_label: string, state_on: string, 
/**
 * Whole days since the last step.
 */
days: number, asked_on: string, 
/**
 * Why it stands where it stands; empty when no step asked for it.
 */
reason: string, 
/**
 * The legal next steps, in their order.
 */
next: Array<NextStep>, may_change: boolean, 
/**
 * Who called; empty when it was the client.
 */
caller: string, 
/**
 * What binds the caller to the client.
 */
caller_is: ReferralSource, call_back: string, message_is_safe: boolean, urgency: Urgency, 
/**
 * Insurance, as the caller said it.
 */
coverage: string, about: string, follow_up_on?: string, };

/**
 * The inquiry as it stands after a change.
 */
export type InquiryStands = { id: InquiryId, rev: number, state: InquiryState, };

/**
 * Where an inquiry stands.
 */
export type InquiryState = "asked" | "screened" | "benefits_checked" | "assessment_booked" | "assessed" | "accepted" | "waitlisted" | "admitted" | "referred_out" | "declined";

/**
 * The request of `instrument.get`.
 */
export type InstrumentCode = { code: string, };

/**
 * An instrument as it is given. It names nobody.
 */
export type InstrumentForm = { code: string, abbrev: string, name: string, recall: string, instruction: string, by_clinician: boolean, items: Array<InstrumentItem>, 
/**
 * What an answer lets out: the item, its value, and those that are then not asked.
 */
skips: Array<FormSkip>, };

/**
 * A definition in use.
 */
export type InstrumentId = string;

/**
 * A question, or a heading over some (without options).
 */
export type InstrumentItem = { id: string, text: string, prompt: string, options: Array<AnswerOption>, };

/**
 * An instrument in the list.
 */
export type InstrumentLine = { code: string, abbrev: string, name: string, 
/**
 * A clinician rates it; it is never handed to the client.
 */
by_clinician: boolean, citation: string, license: string, 
/**
 * The row of one that the practice added.
 */
id?: InstrumentId, rev?: number, };

/**
 * An instrument at a level of care.
 */
export type InstrumentSchedule = { code: string, level: string, every_days: number, rev: number, };

/**
 * What the scorer made of the answers.
 */
export type InstrumentScore = { 
/**
 * None where the instrument has no total, and while an answer is missing.
 */
total: number | null, 
/**
 * The highest total there is.
 */
most: number | null, 
/**
 * The published name of the total's range.
 */
band: string | null, 
/**
 * The total stands for answers that are missing as well.
 */
prorated: boolean, 
/**
 * Items of the score that were not answered.
 */
missing: Array<string>, parts: Array<PartScore>, flags: Array<string>, };

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
 * An item of the practice's list.
 */
export type IntakeItem = { id: IntakeItemId, rev: number, label: string, help: string, follows: Follows, 
/**
 * Whether a client stays out of groups without it, where the setting says so.
 */
blocks: boolean, 
/**
 * For clients of this track only; for everybody when empty.
 */
track: string, position: number, };

/**
 * An item as a form holds it.
 */
export type IntakeItemFields = { label: string, help: string, follows: Follows, 
/**
 * Whether a client stays out of groups without it, where the setting says so.
 */
blocks: boolean, 
/**
 * For clients of this track only; for everybody when empty.
 */
track: string, position: number, };

/**
 * An item of the packet.
 */
export type IntakeItemId = string;

/**
 * What somebody said about an item of one client.
 */
export type IntakeMarkId = string;

/**
 * The request of `drug_test.interpret`.
 */
export type Interpret = { id: DrugTestId, rev: number, interpretation: Interpretation, words?: string, };

/**
 * What the program makes of it.
 */
export type Interpretation = "expected" | "unexpected" | "inconclusive";

/**
 * What the staff does for a goal.
 */
export type Intervention = { words: string, frequency: string, responsible?: StaffId, 
/**
 * The name of who answers for it; empty when nobody was named.
 */
responsible_name: string, };

/**
 * What the staff does for a goal, as a form sends it.
 */
export type InterventionFields = { words: string, 
/**
 * "Twice a week, 50 minutes".
 */
frequency: string, 
/**
 * Who answers for it.
 */
responsible?: StaffId, };

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
 * The request of `membership.join`.
 */
export type Join = { group: GroupId, client: ClientId, joined_on: string, 
/**
 * Asked for above the cap.
 */
cap_reason: string, 
/**
 * Asked for beside somebody to be kept apart from.
 */
apart_reason?: string, 
/**
 * Why a director lets the client join before the intake packet is whole.
 */
packet_reason?: string, };

/**
 * The request of `apart.add`.
 */
export type KeepApart = { client: ClientId, other: ClientId, reason: ApartReason, detail: string, 
/**
 * Today when left out.
 */
from_on?: string, };

/**
 * What a session is.
 */
export type Kind = "group" | "individual" | "family" | "assessment" | "education" | "crisis" | "case_management";

/**
 * The request of `drug_test.laboratory`.
 */
export type LaboratoryEntry = { id: DrugTestId, rev: number, result: LaboratoryResult, words?: string, 
/**
 * What the laboratory says of single substances.
 */
readings?: Array<TestReading>, 
/**
 * What the laboratory's own screen showed.
 */
screens?: Array<TestReading>, 
/**
 * The day of the report.
 */
reported_on?: string, 
/**
 * The wall time of the report as "HH:MM", with its day.
 */
reported_time?: string, laboratory?: LaboratoryId, 
/**
 * What the laboratory measured on the specimen.
 */
measures?: Measures, 
/**
 * Why an earlier entry is replaced.
 */
because?: string, };

/**
 * A laboratory as a form sends it.
 */
export type LaboratoryFields = { name: string, clia: string, phone: string, account: string, };

/**
 * A laboratory that tests for the practice.
 */
export type LaboratoryId = string;

/**
 * A laboratory that tests for the practice.
 */
export type LaboratoryLine = { id: LaboratoryId, name: string, clia: string, phone: string, 
/**
 * Our account with it.
 */
account: string, active: boolean, rev: number, };

/**
 * A report as a page shows it.
 */
export type LaboratoryReport = { number: number, result?: LaboratoryResult, words: string, because: string, reported_on?: string, reported_at?: Moment, laboratory?: LaboratoryId, 
/**
 * Empty when nobody said which.
 */
laboratory_name: string, 
/**
 * What the laboratory's own measures say of the specimen.
 */
validity?: Validity, measures: Measures, 
/**
 * Where the measures and the laboratory's word disagree, a finished sentence; otherwise empty.
 */
disagrees: string, from_file: boolean, at: Moment, by: string, lines: Array<ReportLine>, };

/**
 * What the laboratory reports (49 CFR 40.97).
 */
export type LaboratoryResult = "negative" | "negative_dilute" | "positive" | "positive_dilute" | "adulterated" | "substituted" | "invalid" | "rejected";

/**
 * Why nothing may be told.
 */
export type Lacking = "missing" | "other_recipient" | "expired" | "revoked" | "evidence_only" | "wrong_kind" | "counseling_alone" | "not_for_counseling";

/**
 * A row of any table that came in.
 */
export type LandedId = string;

/**
 * The client's note before this one.
 */
export type LastTime = { id: NoteId, service_on: string, text: string, };

/**
 * The request of `membership.leave`.
 */
export type Leave = { id: MembershipId, rev: number, 
/**
 * The first date the client is not expected any more.
 */
left_on: string, reason: string, };

/**
 * One numbered session.
 */
export type LessonAnswer = { 
/**
 * None in a shipped one.
 */
id?: LessonId, number: number, topic: string, aim: string, outline: Array<string>, scenarios: Array<string>, handout: string, rev: number, };

/**
 * A session as a form sends it. Outline and scenarios: one step a line.
 */
export type LessonFields = { topic: string, aim: string, outline: string, scenarios: string, handout: string, };

/**
 * One numbered meeting of it.
 */
export type LessonId = string;

/**
 * Somebody let a pair into one room all the same.
 */
export type LetIn = { at: Moment, by: string, 
/**
 * The group, or what kind of session it was.
 */
room_of: string, 
/**
 * The date of a session; none where it holds for a stay on the roster.
 */
on_date?: string, 
/**
 * What was typed; left out for somebody without a relation to both, since it may tell who the other is.
 */
reason?: string, };

/**
 * A level of care by its ASAM number; no criteria text.
 */
export type Level = "1.0" | "1.5" | "1.7" | "2.1" | "2.5" | "2.7" | "3.1" | "3.5" | "3.7" | "4";

/**
 * A change of the level of care.
 */
export type LevelChange = { level: string, on: string, };

/**
 * A level of care from a date on.
 */
export type LevelId = string;

/**
 * A level of care from a date on.
 */
export type LevelOfCare = { id: LevelId, rev: number, level: Level, from_on: string, };

/**
 * A level of care to change the open stay to: a request of `episode.level` from today on.
 */
export type LevelOffer = { episode: EpisodeId, rev: number, level: Level, 
/**
 * The level the client has now.
 */
now: Level, };

/**
 * An objective of the library as a form holds it.
 */
export type LibraryFields = { 
/**
 * "Return to work".
 */
area: string, words: string, 
/**
 * What the staff does for it.
 */
intervention: string, frequency: string, 
/**
 * Days from the day on which a plan takes it; absent where somebody chooses the day.
 */
target_days?: number, 
/**
 * Kept and not offered any more.
 */
retired: boolean, };

/**
 * An objective to take into a plan.
 */
export type LibraryObjective = { 
/**
 * Absent for one of the program that the practice has not changed.
 */
id?: LibraryObjectiveId, rev?: number, 
/**
 * Empty for one that the practice wrote itself.
 */
code: string, 
/**
 * "Return to work".
 */
area: string, words: string, 
/**
 * What the staff does for it.
 */
intervention: string, frequency: string, 
/**
 * Days from the day on which a plan takes it; absent where somebody chooses the day.
 */
target_days?: number, 
/**
 * Kept and not offered any more.
 */
retired: boolean, };

/**
 * An objective of the practice's library.
 */
export type LibraryObjectiveId = string;

/**
 * A license of the client: what is at stake.
 */
export type License = { id: PartId, rev: number, 
/**
 * "RN".
 */
label: string, state: string, number: string, status: LicenseStatus, expires_on?: string, board: string, monitoring_program: string, };

/**
 * A license of the staff that ends, or has ended.
 */
export type LicenseEnding = { staff: StaffId, name: string, label: string, expires_on: string, expired: boolean, };

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
 * What happened to a line, or to a piece of it.
 */
export type LineChange = "same" | "added" | "removed" | "changed";

/**
 * What a line of a plan is.
 */
export type LineKind = "problem" | "goal" | "objective" | "intervention";

/**
 * What the line says of those who are selected.
 */
export type LineSays = "names" | "codes" | "colors";

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
 * The request of `group.list`.
 */
export type ListGroups = { 
/**
 * Also groups that do not meet any more.
 */
inactive: boolean, };

/**
 * Which inquiries a list shows.
 */
export type ListInquiries = { 
/**
 * Those that are over, instead of those that somebody owes a step.
 */
over: boolean, };

/**
 * How deep a lock goes.
 */
export type Lock = "soft" | "hard";

/**
 * Reads a `{ depth }` request.
 */
export type LockRequest = { depth: Lock, };

/**
 * The request of `drug_test.log`: order, collection and reading in one action. An order for today is used.
 */
export type LogTest = { client: ClientId, reason: TestReason, method: Method, specimen: Specimen, panel: string, collection: TestCollection, 
/**
 * Every substance that the cup shows, or none yet.
 */
readings?: Array<TestReading>, };

/**
 * How many entries of one kind would be lost.
 */
export type LossAction = { action: string, label: string, count: number, };

/**
 * A document that was made and not sent yet.
 */
export type MadeRelease = { id: DisclosureId, at: Moment, by: string, };

/**
 * A column by the name in the head of the file.
 */
export type MappedColumn = { column: ResultColumn, head: string, };

/**
 * One file of the layout.
 */
export type MappedFile = { 
/**
 * "clients.csv".
 */
file: string, 
/**
 * The columns its first line must name, in any order.
 */
columns: Array<string>, 
/**
 * What its lines become.
 */
becomes: Array<string>, };

/**
 * A word of the laboratory and what it means here.
 */
export type MappedWord = { kind: WordKind, word: string, 
/**
 * The key of an analyte, or the stable word of a result, a phase or an oxidant.
 */
means: string, };

/**
 * The mapping of a laboratory.
 */
export type MappingAnswer = { laboratory: LaboratoryId, laboratory_name: string, mapping: FileMapping, 
/**
 * Zero for one that only begins.
 */
rev: number, may_write: boolean, };

/**
 * What the front desk marks.
 */
export type Mark = "here" | "gone" | "late" | "not_coming";

/**
 * The request of `arrival.mark`.
 */
export type MarkArrival = { client: ClientId, mark: Mark, 
/**
 * The session that a call concerns; the rest of the day when left out. A late call needs one.
 */
session?: SessionId, 
/**
 * How late, for a late call.
 */
minutes?: number, 
/**
 * Why, for a call.
 */
reason: string, };

/**
 * The request of `intake.mark`.
 */
export type MarkItem = { client: ClientId, item: IntakeItemId, state: MarkState, 
/**
 * The day on the paper; today when absent.
 */
on?: string, 
/**
 * Why it does not apply.
 */
reason?: string, };

/**
 * The request of `plan.mark`: how an objective of the active plan stands now.
 */
export type MarkObjective = { id: ObjectiveId, rev: number, state: ObjectiveState, };

/**
 * What somebody said about an item.
 */
export type MarkState = "done" | "not_applicable";

/**
 * The request of `client.duplicates`: what is typed so far.
 */
export type MayBeHere = { family_name: string, given_name: string, preferred_name: string, born_on?: string, phones: Array<string>, };

/**
 * Somebody who reaches the chart, may sign in it, and whose license held on the day.
 */
export type MaySign = { id: StaffId, name: string, };

/**
 * A reading against the medications.
 */
export type Meaning = "expected" | "unexpected" | "not_seen" | "unreadable" | "pending";

/**
 * How somebody checked in.
 */
export type Means = "phone" | "text" | "in_person";

/**
 * What might be meant, the likeliest first; at most five.
 */
export type MeantWords = { words: Array<string>, };

/**
 * An instrument as a client answered it.
 */
export type Measurement = { id: MeasurementId, code: string, abbrev: string, mode: Mode, given_at: Moment, given_on: string, given_by: string, answers: { [key in string]: number }, score: InstrumentScore, scorer: string, 
/**
 * An answer called for a safety step.
 */
alert: boolean, safety?: SafetyStep, rev: number, };

/**
 * An instrument as a client answered it.
 */
export type MeasurementId = string;

/**
 * A measurement with the questions it answers, as they were put that day.
 */
export type MeasurementSheet = { measurement: Measurement, name: string, items: Array<InstrumentItem>, };

/**
 * What was measured, in whole numbers. Nothing is assumed of what is absent.
 */
export type Measures = { 
/**
 * Tenths of a degree Fahrenheit.
 */
temperature_tenths_f?: number, 
/**
 * Minutes from the void to the reading of the temperature.
 */
temperature_minutes?: number, volume_ml?: number, 
/**
 * Tenths of mg/dL.
 */
creatinine_tenths?: number, 
/**
 * Specific gravity times ten thousand: 1.0030 is 10030.
 */
gravity_ten_thousandths?: number, ph_tenths?: number, 
/**
 * mcg/mL.
 */
nitrite?: number, 
/**
 * Whether a strip showed an oxidant.
 */
oxidant?: boolean, };

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
 * One stay on the roster.
 */
export type Member = { membership: MembershipId, client: ClientId, name: ShownName, profession: string, joined_on: string, left_on?: string, leave_reason: string, 
/**
 * Why the roster may be above the cap.
 */
cap_reason: string, rev: number, };

/**
 * One stay on a roster.
 */
export type MembershipId = string;

/**
 * The request of `staff.credential_mend`.
 */
export type MendCredential = { id: CredentialId, rev: number, 
/**
 * The day it ends on, as the license itself says.
 */
expires_on: string, 
/**
 * Where the right date stands.
 */
reason: string, proof: Proof, };

/**
 * A date of a license that its holder mended.
 */
export type MendId = string;

/**
 * A mended date that a director has not looked at yet.
 */
export type MendLine = { id: MendId, staff: StaffId, staff_name: string, label: string, was?: string, became: string, reason: string, at: Moment, rev: number, };

/**
 * Where it is read first.
 */
export type Method = "on_site" | "laboratory";

/**
 * A day that is looked back from.
 */
export type Milestone = { days: number, on: string, reached: boolean, };

/**
 * What a client missed lately, the latest first.
 */
export type Missed = { missed: Array<MissedLine>, 
/**
 * From this date on.
 */
since: string, 
/**
 * The person may book and cancel.
 */
may_book: boolean, };

/**
 * A session that was missed, and what stands for it.
 */
export type MissedLine = { attendance: AttendanceId, session: SessionId, title: string, on_date: string, 
/**
 * "HH:MM".
 */
starts: string, minutes: number, excused: boolean, reason: string, 
/**
 * Made up on this date.
 */
made_up_on?: string, 
/**
 * Booked, and not yet recorded.
 */
booking?: BookedLine, };

/**
 * A session that was missed.
 */
export type MissedSession = { attendance: AttendanceId, on_date: string, title: string, };

/**
 * A topic that a client missed.
 */
export type MissedTopic = { client: ClientId, lesson: LessonId, curriculum: string, number: number, topic: string, group: string, 
/**
 * When the client missed it last.
 */
on_date: string, };

/**
 * Who held the screen.
 */
export type Mode = "staff" | "client";

/**
 * An instant: milliseconds since 1970 in UTC.
 */
export type Moment = number;

/**
 * The request of `series.move`: this session and all later ones of its weekly time.
 */
export type MoveSeries = { id: SessionId, 
/**
 * The session's revision.
 */
rev: number, 
/**
 * This session's new date, within a week of its own; the later ones move by as many days.
 */
on_date: string, 
/**
 * "HH:MM".
 */
starts: string, minutes: number, staff: StaffId, room: string, 
/**
 * Asked for when two who must not share a room would.
 */
apart_reason?: string, };

/**
 * The request of `testing.move`.
 */
export type MoveTier = { id: EnrollmentId, rev: number, tier: TierId, because: string, };

/**
 * The request of `waitlist.move`.
 */
export type MoveWaiting = { id: WaitlistId, rev: number, to: Direction, because: string, };

/**
 * A weekly time after it was moved.
 */
export type MovedSeries = { 
/**
 * The weekly time that takes the part of the old one.
 */
slot: SlotId, id: SessionId, 
/**
 * Planned sessions that moved, this one included.
 */
moved: number, 
/**
 * Planned sessions that had been moved by hand, and keep their own time.
 */
kept: number, 
/**
 * Planned sessions whose new date is closed: they are cancelled with the closure.
 */
closed: number, clashes: Array<Clash>, };

/**
 * The request of `named_chart.add`.
 */
export type NameChart = { staff: StaffId, client: ClientId, 
/**
 * The last day.
 */
until: string, };

/**
 * The request of `staff.stand_in_name`.
 */
export type NameStandIn = { 
/**
 * Who is away.
 */
supervisor: StaffId, 
/**
 * Who answers instead.
 */
staff: StaffId, starts_on: string, 
/**
 * The last day.
 */
ends_on: string, reason: string, };

/**
 * A chart an auditor was named for. The number is all that is said of the client here.
 */
export type NamedChart = { id: NamedChartId, rev: number, 
/**
 * "C-0412".
 */
client: string, 
/**
 * The last day.
 */
until: string, by: string, };

/**
 * A chart an auditor was named for.
 */
export type NamedChartId = string;

/**
 * A person and their name.
 */
export type NamedPerson = { id: StaffId, name: string, };

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
 * A step that may follow.
 */
export type NextStep = { to: InquiryState, 
/**
 * As its button says it.
 */
label: string, asks: Asks, };

/**
 * The request of `drug_test.not_collected`.
 */
export type NotCollected = { id: DrugTestId, rev: number, outcome: Outcome, reason: string, 
/**
 * The key of a definition, for a refusal.
 */
ground?: string, 
/**
 * What comes next for somebody who was unable.
 */
next_step?: string, };

/**
 * This word is not their name.
 */
export type NotTheirName = { word: string, because: string, };

/**
 * A note, whole.
 */
export type NoteAnswer = { id: NoteId, rev: number, client: NoteClient, author: NoteAuthor, kind: NoteKind, kind_label: string, format: NoteFormat, 
/**
 * The edition of the template that divides it, with its name.
 */
template?: EditionId, template_name: string, state: NoteState, session?: SessionId, service_at: Moment, service_on: string, began_at?: Moment, ended_at?: Moment, minutes: number, 
/**
 * "Present", "Absence (excused: shift)"; empty without a session or before it was recorded.
 */
attendance: string, 
/**
 * "in_person" or "video", or in the author's words; empty where nobody said.
 */
place: string, interpreter: string, 
/**
 * Who drafted it, when somebody else signs it.
 */
written_by: string, 
/**
 * Why it was handed over, while it is open.
 */
handed_over: string, shared?: SharedAnswer, participation?: number, sections: Array<SectionAnswer>, objectives: Array<ObjectiveAnswer>, risk?: Risk, risk_label?: string, risk_words: string, owes_risk: boolean, late_entry: boolean, created_at: Moment, signed_at?: Moment, due_at: Moment, signatures: Array<SignatureAnswer>, answers: Array<CosignAnswer>, 
/**
 * What the last return says at places of the text.
 */
remarks: Array<Remark>, addenda: Array<AddendumAnswer>, last_time?: LastTime, 
/**
 * Who saved it last, while it is open.
 */
at_work?: AtWork, may: NoteMay, };

/**
 * A person of the staff beside a note.
 */
export type NoteAuthor = { id: StaffId, name: string, };

/**
 * What the editor holds.
 */
export type NoteBody = { sections: Array<SectionText>, objectives: Array<ObjectiveTick>, risk?: Risk, risk_words: string, format?: NoteFormat, 
/**
 * An edition of a template instead of a format. Without either the note keeps what it has.
 */
template?: EditionId, 
/**
 * For a free-standing note.
 */
service?: NoteService, 
/**
 * Where it took place; for a free-standing note.
 */
place: string, interpreter: string, 
/**
 * Sections whose text was carried forward.
 */
carried: Array<CarriedSection>, };

/**
 * The request of `note.chart`.
 */
export type NoteChartRequest = { client: ClientId, 
/**
 * The `next` of the page before.
 */
before?: NotePlace, 
/**
 * 1 to 100; 20 when absent.
 */
limit?: number, };

/**
 * A word with its label.
 */
export type NoteChoice<T> = { word: T, label: string, };

/**
 * Whose a note is. `name` is empty for a restricted chart.
 */
export type NoteClient = { id: ClientId, number: number, name: string, };

/**
 * How the text is divided.
 */
export type NoteFormat = "dap" | "soap" | "birp" | "girp" | "group" | "absence" | "plain";

/**
 * A note that was found.
 */
export type NoteFound = { id: NoteId, client: ClientId, client_number: number, client_name: string, kind: NoteKind, kind_label: string, state: NoteState, service_at: Moment, service_on: string, author: string, snippet: string, };

/**
 * A note's id with its revision.
 */
export type NoteHandle = { id: NoteId, rev: number, };

/**
 * A note.
 */
export type NoteId = string;

/**
 * What a note is about.
 */
export type NoteKind = "individual" | "group" | "absence" | "family" | "collateral" | "case_management" | "crisis" | "assessment" | "education" | "plan_review" | "utilization_review" | "medication" | "discharge" | "other";

/**
 * What the person may do with a note.
 */
export type NoteMay = { edit: boolean, cosign: boolean, addend: boolean, };

/**
 * A page of a chart's notes, the newest first.
 */
export type NotePage = { rows: Array<NoteRow>, next?: NotePlace, };

/**
 * Where a page ends.
 */
export type NotePlace = { at: Moment, id: NoteId, };

/**
 * One thing to look at, beside its field.
 */
export type NotePoint = { 
/**
 * "sections.plan", "risk", "risk_words", "objectives", "attendance", "license".
 */
field: string, message: string, };

/**
 * What stands between a note and its signature.
 */
export type NoteReady = { 
/**
 * Stops it.
 */
missing: Array<NotePoint>, 
/**
 * Does not.
 */
warnings: Array<NotePoint>, 
/**
 * When the service ends by what the note says now.
 */
ends_at: Moment, 
/**
 * Signing it now labels it a late entry.
 */
late: boolean, 
/**
 * It will wait for a cosignature; by whom, when that is settled.
 */
needs_cosign: boolean, cosigner?: string, };

/**
 * A note as a supervisor reviews it.
 */
export type NoteReview = { id: NoteId, before?: ReviewBefore, sections: Array<ReviewSection>, rules: Array<ReviewRule>, };

/**
 * A note in a chart's list.
 */
export type NoteRow = { id: NoteId, kind: NoteKind, kind_label: string, state: NoteState, service_at: Moment, service_on: string, minutes: number, author: string, mine: boolean, late_entry: boolean, signed_at?: Moment, 
/**
 * The text, its sections one after another, the shared part last.
 */
text: string, 
/**
 * How many addenda it has.
 */
addenda: number, };

/**
 * The request of `note.search`.
 */
export type NoteSearch = { text: string, 
/**
 * Only this chart.
 */
client?: ClientId, };

/**
 * When a free note's service happened.
 */
export type NoteService = { on: string, 
/**
 * "08:05", on the practice's wall.
 */
starts: string, minutes: number, };

/**
 * The answer of signing.
 */
export type NoteSigned = { id: NoteId, state: NoteState, late_entry: boolean, 
/**
 * SHA-256 of the signed bytes, in hexadecimal.
 */
hash: string, };

/**
 * Where a note stands.
 */
export type NoteState = "draft" | "signed" | "awaiting_cosign" | "cosigned" | "returned" | "attested_elsewhere";

/**
 * A note that somebody has to do something with.
 */
export type NoteTask = { id: NoteId, rev: number, client: NoteClient, author: string, kind: NoteKind, kind_label: string, state: NoteState, session?: SessionId, service_at: Moment, service_on: string, minutes: number, signed_at?: Moment, due_at: Moment, overdue: boolean, skipped: boolean, 
/**
 * The supervisor's comment on a returned note.
 */
comment: string, };

/**
 * A template as the list shows it.
 */
export type NoteTemplateLine = { id: TemplateId, name: string, kind: string, 
/**
 * "Every kind" for a format such as DAP.
 */
kind_label: string, 
/**
 * It divides a format that serves every kind, and is never retired.
 */
every_kind: boolean, first: boolean, active: boolean, 
/**
 * The number of its newest edition.
 */
edition: number, 
/**
 * It came with Evenkeel and nobody changed it.
 */
shipped: boolean, sections: Array<TemplateSection>, rev: number, };

/**
 * All templates.
 */
export type NoteTemplateList = { templates: Array<NoteTemplateLine>, kinds: Array<TemplateKind>, may_write: boolean, };

/**
 * What the editor offers.
 */
export type NoteTemplates = { formats: Array<TemplateFormat>, 
/**
 * The practice's templates in use, in their newest edition.
 */
templates: Array<OfferedTemplate>, 
/**
 * Kinds of a free-standing note.
 */
kinds: Array<NoteChoice<NoteKind>>, risks: Array<NoteChoice<Risk>>, progress: Array<NoteChoice<Progress>>, interventions: Array<NoteChoice<string>>, 
/**
 * What the session's risk statement says, word for word.
 */
statement: string, };

/**
 * The answer of `note.cosign_all`.
 */
export type NotesCosigned = { notes: number, };

/**
 * What was found, the newest first.
 */
export type NotesFound = { rows: Array<NoteFound>, 
/**
 * There are more than these 50.
 */
more: boolean, };

/**
 * A request without fields.
 */
export type Nothing = Record<symbol, never>;

/**
 * The request of `draw.numbers`.
 */
export type NumbersRequest = { 
/**
 * Four weeks before the last day when absent.
 */
from?: string, 
/**
 * Today when absent.
 */
until?: string, };

/**
 * An objective.
 */
export type Objective = { id: ObjectiveId, 
/**
 * As a note cites it: "1.2".
 */
label: string, words: string, target_on?: string, state: ObjectiveState, rev: number, };

/**
 * An objective to tick, or that was ticked.
 */
export type ObjectiveAnswer = { id: ObjectiveId, label: string, words: string, progress?: Progress, };

/**
 * An objective as a form sends it.
 */
export type ObjectiveFields = { 
/**
 * One step that can be checked.
 */
words: string, target_on?: string, };

/**
 * An objective; a note cites it by its label.
 */
export type ObjectiveId = string;

/**
 * What a review said of one objective.
 */
export type ObjectiveProgress = { label: string, objective: string, progress: ReviewProgress, words: string, };

/**
 * How an objective stands.
 */
export type ObjectiveState = "open" | "met" | "set_aside";

/**
 * A ticked objective.
 */
export type ObjectiveTick = { objective: ObjectiveId, progress: Progress, };

/**
 * The request of `task.offer`.
 */
export type OfferTask = { id: TaskId, rev: number, to: StaffId, words: string, };

/**
 * A template an author may choose for its kind of note.
 */
export type OfferedTemplate = { id: EditionId, name: string, 
/**
 * The word of the kind.
 */
kind: string, edition: number, sections: Array<TemplateSection>, };

/**
 * The request of `staff.credential_change`.
 */
export type OldCredential = { id: CredentialId, rev: number, fields: CredentialFields, };

/**
 * An author with notes that only an earlier recovery sheet opens.
 */
export type OnOlderSheet = { author: string, notes: number, };

/**
 * The request of `assessment.version` and `assessment.ready`.
 */
export type OneAssessment = { id: AssessmentId, };

/**
 * The request of `counseling_note.open` and `counseling_note.look_back`.
 */
export type OneCounselingNote = { id: CounselingNoteId, };

/**
 * One draw by its id.
 */
export type OneDraw = { id: DrawId, };

/**
 * The request of `result_file.mapping`.
 */
export type OneMapping = { laboratory: LaboratoryId, 
/**
 * The heads of a file, to begin a mapping with.
 */
heads?: Array<string>, };

/**
 * The request of `panel.get`.
 */
export type OnePanel = { id: PanelId, 
/**
 * The version; the one that holds today when absent.
 */
number?: number, };

/**
 * The request of `plan.version` and `plan.ready`.
 */
export type OnePlan = { id: PlanId, };

/**
 * The request of `discharge.ready`.
 */
export type OneSummary = { id: DischargeSummaryId, };

/**
 * One test by its id.
 */
export type OneTest = { id: DrugTestId, };

/**
 * The request of `client.open`.
 */
export type OpenClient = { id: ClientId, };

/**
 * The request of `counseling_note.open_recovery`.
 */
export type OpenRecovery = { id: CounselingRecoveryId, rev: number, passphrase: string, 
/**
 * The recovery key as printed, in any case, with or without spaces.
 */
groups: string, };

/**
 * The request of `drug_test.order`.
 */
export type OrderTest = { client: ClientId, reason: TestReason, method: Method, specimen: Specimen, panel: string, 
/**
 * The day of collection; today when absent.
 */
on?: string, };

/**
 * Why nothing was collected; a result like any other.
 */
export type Outcome = "missed" | "refused" | "unable" | "excused";

/**
 * The outcomes of a client.
 */
export type Outcomes = { series: Array<Series>, levels: Array<LevelChange>, may_record: boolean, };

/**
 * The request of `instrument.outcomes`.
 */
export type OutcomesOf = { client: ClientId, };

/**
 * Something that is owed to somebody outside.
 */
export type OwedRelease = { 
/**
 * One word for the row: what it answers.
 */
key: string, client: ClientId, client_name: string, follow_up?: FollowUpId, agreement?: AgreementId, report_on?: string, 
/**
 * To whom, by name where one is known.
 */
recipient: string, 
/**
 * "Notice: unexpected positive, S-26-1187", "Report, Sep 1 to Nov 30".
 */
what: string, due_at: Moment, overdue: boolean, 
/**
 * The span that a report speaks of.
 */
from?: string, until?: string, 
/**
 * The consent that covers it; absent: nothing may leave.
 */
basis?: ReleaseBasis, lacking?: Lacking, lacking_words: string, made?: MadeRelease, };

/**
 * What is owed, the nearest first.
 */
export type OwedReleases = { rows: Array<OwedRelease>, ways: Array<ToldHowChoice>, parts: Array<ReleasePartChoice>, };

/**
 * The request of `disclosure.owed`.
 */
export type OwedReleasesOf = { 
/**
 * Everybody within the reach when absent.
 */
client?: ClientId, };

/**
 * The packet of a client.
 */
export type Packet = { items: Array<PacketItem>, 
/**
 * How many are missing.
 */
missing: number, 
/**
 * Whether the practice keeps clients out of groups until what blocks is there.
 */
blocks_groups: boolean, may_mark: boolean, };

/**
 * An item of one client's packet.
 */
export type PacketItem = { item: IntakeItemId, label: string, help: string, follows: Follows, blocks: boolean, standing: PacketStanding, 
/**
 * Who marked it; empty where a record ticks it.
 */
by: string, on?: string, reason: string, 
/**
 * The mark, to take it back.
 */
mark?: IntakeMarkId, mark_rev?: number, };

/**
 * The request of `intake.packet`.
 */
export type PacketOf = { client: ClientId, };

/**
 * How an item stands.
 */
export type PacketStanding = "missing" | "done" | "not_applicable";

/**
 * A pair, seen from one of its two charts.
 */
export type PairLine = { id: ApartId, 
/**
 * The other of the two; left out for somebody without a relation to both.
 */
other?: ShownName, reason?: ApartReason, reason_label: string, detail: string, from_on: string, 
/**
 * The first date on which it does not hold any more.
 */
until_on?: string, end_reason: string, 
/**
 * Who wrote it down, or changed it last.
 */
by: string, at: Moment, 
/**
 * Groups on whose roster both stand while the pair holds; none for somebody without a relation to both.
 */
both_in: Array<string>, 
/**
 * Each time it was overridden, the latest first.
 */
let_in: Array<LetIn>, rev: number, };

/**
 * The pairs of a client.
 */
export type Pairs = { pairs: Array<PairLine>, 
/**
 * The person may add one and end one.
 */
may_change: boolean, };

/**
 * An analyte of a panel.
 */
export type PanelAnalyte = { key: string, name: string, 
/**
 * The cut-off of the screen with its unit; absent when no test exists on site.
 */
cutoff?: string, confirm_cutoff?: string, 
/**
 * How long after use it is found.
 */
detection: string, note: string, 
/**
 * Whether the cut-off was read in a primary text; the others are typical values that a laboratory replaces.
 */
verified: boolean, };

/**
 * One thing that differs.
 */
export type PanelDifference = { analyte: string, change: Change, 
/**
 * What of it: "screen cut-off"; empty for an analyte that came or went.
 */
what: string, before: string, after: string, };

/**
 * What differs.
 */
export type PanelDifferences = { lines: Array<PanelDifference>, };

/**
 * A panel through all of its versions.
 */
export type PanelId = string;

/**
 * A panel with the version that holds today.
 */
export type PanelLine = { id: PanelId, key: string, name: string, specimen: Specimen, laboratory?: LaboratoryId, laboratory_name: string, number: number, effective_on?: string, 
/**
 * From when a later version will hold.
 */
coming_on?: string, analytes: number, versions: number, verified: boolean, shipped: boolean, active: boolean, rev: number, };

/**
 * All panels and laboratories.
 */
export type PanelList = { panels: Array<PanelLine>, laboratories: Array<LaboratoryLine>, may_write: boolean, };

/**
 * A panel whole, in one of its versions.
 */
export type PanelSheet = { id: PanelId, key: string, name: string, specimen: Specimen, laboratory?: LaboratoryId, laboratory_name: string, shipped: boolean, active: boolean, 
/**
 * The version shown.
 */
number: number, 
/**
 * The version that holds today.
 */
in_force: number, source: string, note: string, verified: boolean, analytes: Array<SheetAnalyte>, 
/**
 * The latest first.
 */
versions: Array<VersionLine>, may_write: boolean, rev: number, };

/**
 * A row of one part of a chart.
 */
export type PartId = string;

/**
 * Which row of a part, as it was seen.
 */
export type PartKey = { id: PartId, rev: number, };

/**
 * The score of a part.
 */
export type PartScore = { id: string, label: string, 
/**
 * None while an answer of it is missing.
 */
score: number | null, most: number, };

/**
 * The row as it stands after the change; what an undo needs.
 */
export type PartStands = { id: PartId, rev: number, };

/**
 * A pause as typed, "HH:MM".
 */
export type Pause = { from: string, until: string, };

/**
 * A pause.
 */
export type PauseId = string;

/**
 * Why somebody is not drawn for a while.
 */
export type PauseKind = "vacation" | "hospital" | "other";

/**
 * The request of `testing.pause`.
 */
export type PauseTesting = { client: ClientId, program: TestingProgramId, kind: PauseKind, from: string, 
/**
 * The last date; open when absent.
 */
until?: string, 
/**
 * Where a specimen is given meanwhile.
 */
site?: string, because: string, };

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
 * A person in numbers.
 */
export type PersonCounts = { 
/**
 * "C-0412".
 */
number: string, client?: ClientId, name?: string, counts: DrawCounts, compliance_thousandths?: number, };

/**
 * How somebody of a pool stands on a day.
 */
export type PersonStanding = "not_drawn" | "pending" | "collected" | "collected_late" | "missed" | "refused" | "unable" | "excused";

/**
 * On site, or by the laboratory.
 */
export type Phase = "screen" | "confirmation";

/**
 * Some words of a line that share a fate.
 */
export type Piece = { words: string, 
/**
 * `same`, `added` or `removed`.
 */
change: LineChange, };

/**
 * How somebody took part.
 */
export type Place = "in_person" | "video";

/**
 * The answer of `backup.place`.
 */
export type PlaceAnswer = { place: string, };

/**
 * One version of a plan.
 */
export type Plan = { id: PlanId, version: number, state: PlanState, effective_on: string, review_due_on?: string, 
/**
 * Days past the review; negative before it.
 */
days_overdue?: number, author: string, signed_at?: Moment, approved_by?: string, approved_at?: Moment, 
/**
 * The supervisor sent it back.
 */
returned?: PlanReturned, 
/**
 * The client's own signature, or that they declined.
 */
client_signature?: ClientSignature, 
/**
 * The newest first.
 */
reviews: Array<PlanReview>, imported: boolean, problems: Array<Problem>, 
/**
 * Who is at it, while it is open.
 */
at_work?: AtWork, rev: number, };

/**
 * The answer of `plan.difference`.
 */
export type PlanDifference = { lines: Array<DifferentLine>, };

/**
 * A plan that waits for this person.
 */
export type PlanDue = { client: NoteClient, need: PlanNeed, due_on?: string, 
/**
 * Since when it waits.
 */
since: string, 
/**
 * Of one that came back, what is asked for; of one to approve, who wrote it.
 */
words: string, overdue: boolean, };

/**
 * A version of a client's plan.
 */
export type PlanId = string;

/**
 * What a plan needs.
 */
export type PlanNeed = "overdue" | "soon" | "returned" | "approval" | "client_signature" | "first_plan";

/**
 * The request of `plan.get` and `plan.start`.
 */
export type PlanOf = { client: ClientId, };

/**
 * A plan that was sent back, with what is asked for.
 */
export type PlanReturned = { by: string, at: Moment, comment: string, };

/**
 * A review of a version.
 */
export type PlanReview = { id: PlanReviewId, on: string, by: string, words: string, next_due_on: string, 
/**
 * When it was signed; absent where it is from before reviews were.
 */
signed_at?: Moment, progress: Array<ObjectiveProgress>, };

/**
 * A review of a version.
 */
export type PlanReviewId = string;

/**
 * The request of `session.plan`.
 */
export type PlanSession = { kind: Kind, group?: GroupId, client?: ClientId, 
/**
 * Who leads it; the person who plans, or the group's facilitator, when left out.
 */
staff?: StaffId, room: string, on_date: string, 
/**
 * "HH:MM" on the practice's wall.
 */
starts: string, minutes: number, topic: string, 
/**
 * Asked for when two who must not share a room would.
 */
apart_reason?: string, };

/**
 * A plan as the client reads it: without a name, since the screen may be seen.
 */
export type PlanSheet = { version: number, problems: Array<Problem>, };

/**
 * A client's signature under a version.
 */
export type PlanSignatureId = string;

/**
 * How far a version of a plan is.
 */
export type PlanState = "draft" | "active" | "superseded" | "closed";

/**
 * A client with what the plan needs.
 */
export type PlanToDo = { client: ClientId, 
/**
 * "C-0412".
 */
number: string, 
/**
 * "Beaumont, Caroline".
 */
name: string, counselor: string, plan?: PlanId, version?: number, 
/**
 * The review, or the day on which a first plan is due.
 */
due_on?: string, 
/**
 * Days past it; negative before it.
 */
days_overdue?: number, 
/**
 * A draft of the next version is being written.
 */
drafted: boolean, needs: Array<PlanNeed>, };

/**
 * A version in the list of versions.
 */
export type PlanVersion = { id: PlanId, version: number, 
/**
 * The number of the stay that it belongs to.
 */
stay: number, state: PlanState, effective_on: string, author: string, signed_at?: Moment, };

/**
 * How many sessions were planned, and what was left out.
 */
export type Planned = { planned: number, skipped: Array<Skipped>, };

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
 * A payer may have its own value.
 */
by_payer: boolean, 
/**
 * What holds today for the payers that have a value of their own, by name.
 */
payers: Array<PolicyValue>, 
/**
 * Every chosen value, also those from a later date on, the latest first.
 */
history: Array<PolicyValue>, };

/**
 * A value from a date on.
 */
export type PolicyValue = { 
/**
 * Whom it holds for; empty for everybody.
 */
payer: string, 
/**
 * Empty: from then on the payer has no rule of its own.
 */
value: string, effective_on: string, by: string, at: Moment, };

/**
 * The practice as settings show it.
 */
export type Practice = { name: string, state: string, time_zone: string, week_starts_on: WeekStart, solo: boolean, clia: string, idle_minutes: number, rev: number, };

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
solo: boolean, 
/**
 * The CLIA number under which cups are read on site.
 */
clia?: string, };

/**
 * What the frame shows of the practice.
 */
export type PracticeLine = { name: string, time_zone: string, week_starts_on: WeekStart, solo: boolean, 
/**
 * Today on the practice's wall.
 */
today: string, now: Moment, };

/**
 * A word of the practice's own.
 */
export type PracticeWord = { id: SpellingWordId, word: string, 
/**
 * Who added it.
 */
by: string, may_take_away: boolean, rev: number, };

/**
 * What differs from being there, in person, all the time. Empty: there all the time.
 */
export type PresenceFields = { late_minutes?: number, 
/**
 * "HH:MM", instead of minutes.
 */
arrived?: string, early_minutes?: number, 
/**
 * "HH:MM", instead of minutes.
 */
left?: string, absent?: Absence, video?: ByVideo, };

/**
 * The request of `assessment.print`.
 */
export type PrintAssessment = { id: AssessmentId, copy: CopyFields, };

/**
 * The request of `attendance.print`.
 */
export type PrintAttendance = { client: ClientId, 
/**
 * The first date; everything when left out.
 */
from?: string, 
/**
 * The last date; everything when left out.
 */
until?: string, copy: CopyFields, };

/**
 * The request of `caseload.print`: the lines as they stand on the screen, in their order.
 */
export type PrintCaseload = { clients: Array<ClientId>, 
/**
 * View and filters in words: "Mine, level 2.1".
 */
shown?: string, 
/**
 * Who it is for and why; kept with the record of what left.
 */
reason: string, 
/**
 * 1 to 20.
 */
copies: number, };

/**
 * The request of `chart_copy.print`. With dates, what happened then; identity, diagnoses, medications, plan and consents
 * stand there as they are today.
 */
export type PrintChart = { client: ClientId, 
/**
 * The first date; from the beginning when left out.
 */
from?: string, 
/**
 * The last date; to today when left out.
 */
until?: string, copy: CopyFields, };

/**
 * The request of `consent.print`.
 */
export type PrintConsent = { id: ConsentId, copy: CopyFields, };

/**
 * The request of `disclosure.print_counseling`: closed counseling notes of one's own, chosen one by one.
 */
export type PrintCounselingNotes = { client: ClientId, notes: Array<CounselingNoteId>, consent: ConsentId, 
/**
 * How the document is handed over.
 */
how: ToldHow, copies: number, };

/**
 * The request of `drug_test.print_custody`.
 */
export type PrintCustody = { id: DrugTestId, donor: DonorShown, 
/**
 * Why the form needs the name, when it shows one.
 */
reason?: string, 
/**
 * 1 to 20.
 */
copies: number, };

/**
 * The request of `draw.print_day`.
 */
export type PrintDay = { on: string, copies: number, };

/**
 * The request of `draw.print`.
 */
export type PrintDraw = { id: DrawId, copies: number, };

/**
 * The request of `curriculum.handout`.
 */
export type PrintHandout = { lesson: LessonId, copies: number, };

/**
 * The request of `assessment.print_levels`: every level of care of a client, and what assessments found.
 */
export type PrintLevels = { client: ClientId, copy: CopyFields, };

/**
 * The request of `note.print`.
 */
export type PrintNote = { id: NoteId, copy: CopyFields, };

/**
 * The request of `draw.print_numbers`.
 */
export type PrintNumbers = { from: string, until: string, 
/**
 * 1 to 20.
 */
copies: number, };

/**
 * The request of `plan.print`.
 */
export type PrintPlan = { id: PlanId, copy: CopyFields, };

/**
 * The request of `disclosure.print`.
 */
export type PrintRelease = { of: ReleaseOf, 
/**
 * What it says in the writer's own words.
 */
words: string, parts: Array<ReleasePart>, 
/**
 * The span the parts speak of; that of the report when absent.
 */
from?: string, until?: string, copies: number, };

/**
 * The request of `instrument.print_plan`.
 */
export type PrintSafetyPlan = { id: MeasurementId, copy: CopyFields, };

/**
 * The request of `recovery.print`.
 */
export type PrintSheet = { 
/**
 * 1 to 4.
 */
copies: number, };

/**
 * The request of `session.sign_in_sheet`.
 */
export type PrintSignInSheet = { id: SessionId, 
/**
 * Empty rows at the foot, for walk-ins.
 */
blank: number, copies: number, };

/**
 * The request of `draw.print_signed_day`.
 */
export type PrintSignedDay = { on: string, edition: number, 
/**
 * 1 to 20.
 */
copies: number, };

/**
 * The request of `discharge.print`.
 */
export type PrintSummary = { id: DischargeSummaryId, copy: CopyFields, };

/**
 * The request of `drug_test.print_course`.
 */
export type PrintTestCourse = { client: ClientId, 
/**
 * Half a year before the last day when absent.
 */
from?: string, 
/**
 * Today when absent.
 */
until?: string, copy: CopyFields, };

/**
 * The answer of `recovery.print`.
 */
export type Printed = { saved: boolean, };

/**
 * The answer of a call that prints.
 */
export type Printout = { saved: boolean, };

/**
 * A problem with its goals.
 */
export type Problem = { words: string, goals: Array<Goal>, };

/**
 * A problem as a form sends it.
 */
export type ProblemFields = { words: string, goals: Array<GoalFields>, };

/**
 * A problem that a plan can take over.
 */
export type ProblemFound = { words: string, found_in: FoundIn, };

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
 * How an objective moved.
 */
export type Progress = "set_back" | "same" | "forward" | "met" | "not_rated";

/**
 * What a review says of one objective.
 */
export type ProgressFields = { objective: ObjectiveId, progress: ReviewProgress, words: string, };

/**
 * What the person typed: one of the two. No `Debug`: it holds a secret.
 */
export type Proof = { passphrase?: string, pin?: string, };

/**
 * A holiday of a year, as a proposal.
 */
export type Proposal = { name: string, 
/**
 * The day itself.
 */
falls_on: string, 
/**
 * The day on which it is observed: another one after a weekend.
 */
observed_on: string, 
/**
 * One of the two is closed already.
 */
closed: boolean, source: string, };

/**
 * What was found in one dimension.
 */
export type Rating = { number: number, 
/**
 * A place in the scale of the edition; absent while not rated, and where the dimension does not set the level.
 */
risk?: number, words: string, };

/**
 * How many inquiries of the last 90 days came how far.
 */
export type Reached = { state: InquiryState, label: string, count: number, };

/**
 * The request of `staff.reactivate`.
 */
export type Reactivate = { id: StaffId, rev: number, temporary_passphrase: string, };

/**
 * A note as it was read.
 */
export type ReadNote = { id: NoteId, rev: number, };

/**
 * The request of `counseling_note.name` and `counseling_note.take_away`.
 */
export type ReaderOfNote = { id: CounselingNoteId, rev: number, staff: StaffId, };

/**
 * What one analyte shows.
 */
export type Reading = "not_detected" | "detected" | "invalid" | "pending";

/**
 * The request of `drug_test.recollect`: an observed recollection that a follow-up asks for.
 */
export type RecollectTest = { follow_up: FollowUpId, rev: number, 
/**
 * The day of collection; today when absent.
 */
on?: string, };

/**
 * The test that was ordered.
 */
export type Recollected = { id: DrugTestId, number: string, };

/**
 * The request of `attendance.record`: everybody expected was there, except as marked.
 */
export type RecordAttendance = { session: SessionId, 
/**
 * The session's revision.
 */
rev: number, 
/**
 * When it really began, "HH:MM"; as planned when left out.
 */
began?: string, 
/**
 * When it really ended, "HH:MM"; as planned when left out.
 */
finished?: string, breaks: Array<Pause>, topic?: string, 
/**
 * Entered, when left out.
 */
source?: Source, exceptions: Array<Exception>, walk_ins: Array<WalkIn>, };

/**
 * The request of `check_in.record`.
 */
export type RecordCheckIn = { draw: DrawId, client: ClientId, means: Means, 
/**
 * "HH:MM" of the call on that day; now when absent.
 */
time?: string, 
/**
 * "HH:MM" of the end of the shift: how long after it the client may come is a setting. When absent, the work pattern
 * says whether somebody works.
 */
shift_ends?: string, noted?: string, };

/**
 * The request of `disclosure.record`.
 */
export type RecordDisclosure = { of: ReleaseOf, how: ToldHow, 
/**
 * The day it was told; today when absent.
 */
on?: string, 
/**
 * "HH:MM" of that day; now, or noon of an earlier day, when absent.
 */
time?: string, 
/**
 * What was told, in a line.
 */
told: string, };

/**
 * The request of `instrument.record`.
 */
export type RecordInstrument = { client: ClientId, code: string, 
/**
 * The value chosen for each item; an item that is not here was not answered.
 */
answers: { [key in string]: number }, };

/**
 * What has a timeline.
 */
export type RecordOf = "note" | "client" | "contact" | "emergency_contact" | "insurance" | "license" | "work" | "medication" | "diagnosis" | "agreement" | "inquiry" | "group" | "task" | "snippet";

/**
 * The request of `plan_signature.record`: what is on paper, or that the client declined.
 */
export type RecordSignature = { plan: PlanId, 
/**
 * `paper` or `declined`; on the screen the client signs alone.
 */
how: SignedHow, name: string, 
/**
 * The day on the paper; today when absent.
 */
on?: string, 
/**
 * Why the client declined.
 */
reason?: string, };

/**
 * What was recorded, and what the client is told.
 */
export type RecordedCheckIn = { id: CheckInId, rev: number, told: Told, deadline_at?: Moment, 
/**
 * The deadline follows from a shift of the work pattern.
 */
by_pattern: boolean, };

/**
 * A session after recording or taking back.
 */
export type RecordedSession = { session: SessionId, rev: number, 
/**
 * How many rows were written.
 */
recorded: number, };

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
 * A client whose packet is not whole.
 */
export type RedPacket = { client: ClientId, 
/**
 * "C-0412".
 */
number: string, 
/**
 * "Beaumont, Caroline".
 */
name: string, 
/**
 * What is missing, in the order of the list.
 */
missing: Array<string>, 
/**
 * The admission; absent before it.
 */
admitted_on?: string, };

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
incident?: string, 
/**
 * The record as it stands, for [`Code::Conflict`]: an answer to somebody who may read it, and never a part of the
 * message.
 */
theirs?: unknown, };

/**
 * A definition to choose.
 */
export type RefusalGround = { key: string, words: string, };

/**
 * All of them, with their source.
 */
export type RefusalGrounds = { source: string, items: Array<RefusalGround>, };

/**
 * The consent that a release rests on, as its paper says it.
 */
export type ReleaseBasis = { consent: ConsentId, kind_label: string, recipient: string, purpose: string, scope: string, signed_on: string, 
/**
 * The date or the event on which it ends.
 */
ends: string, };

/**
 * What a disclosure answers: a notice, or the report of an agreement that is due on a day. Neither: something that was asked for,
 * under a consent that is named.
 */
export type ReleaseOf = { client: ClientId, follow_up?: FollowUpId, agreement?: AgreementId, report_on?: string, consent?: ConsentId, };

/**
 * A part of a chart that a document can hold. The consent says which of them may be told.
 */
export type ReleasePart = "attendance" | "random_tests" | "test_results" | "level_of_care";

/**
 * A part of a document to choose.
 */
export type ReleasePartChoice = { part: ReleasePart, label: string, };

/**
 * A remark as the author reads it.
 */
export type Remark = { section: string, starts: number, ends: number, 
/**
 * What stood there when the note came back.
 */
quote: string, words: string, by: string, at: Moment, };

/**
 * Words at a place of the text.
 */
export type RemarkFields = { 
/**
 * The key of the section.
 */
section: string, 
/**
 * The first character of the place, counted from 0.
 */
starts: number, 
/**
 * The character after its last.
 */
ends: number, words: string, };

/**
 * What a remark is about.
 */
export type RemarkKind = "critical" | "window" | "exposure" | "basis" | "band" | "dilution" | "limit";

/**
 * Remission of a diagnosis.
 */
export type Remission = "" | "early" | "sustained";

/**
 * The request of `closure.remove`.
 */
export type RemoveClosure = { id: ClosureId, rev: number, 
/**
 * Plans again what this closure cancelled, from today on.
 */
plan_again: boolean, };

/**
 * The request of `waitlist.remove`.
 */
export type RemoveWaiting = { id: WaitlistId, rev: number, reason: string, };

/**
 * The request of `testing.renew_code`.
 */
export type RenewLineCode = { id: EnrollmentId, rev: number, };

/**
 * The request of `recovery.renew`.
 */
export type RenewRecovery = { passphrase: string, };

/**
 * The request of `follow_up.reopen`.
 */
export type ReopenFollowUp = { id: FollowUpId, rev: number, };

/**
 * A line of a report.
 */
export type ReportLine = { analyte: string, name: string, phase: Phase, result: Reading, 
/**
 * The quantity in the laboratory's own digits.
 */
reported: string, cutoff: string, 
/**
 * The panel's own, where the laboratory states another one.
 */
panel_cutoff: string, };

/**
 * The request of `draw.report`.
 */
export type ReportRequest = { 
/**
 * Today when absent.
 */
on?: string, };

/**
 * A draw that was worked out again.
 */
export type RerunAnswer = { commitment: string, seed: string, pool_digest: string, people: Array<RerunPerson>, };

/**
 * The request of `draw.rerun`: what the printed page says.
 */
export type RerunDraw = { head: string, secret: string, 
/**
 * A line for each person: token, chance and share, with spaces between.
 */
pool: string, };

/**
 * A person of a draw that was worked out again.
 */
export type RerunPerson = { token: string, number: string, selected: boolean, analyzed: boolean, };

/**
 * The request of `staff.reset_passphrase`.
 */
export type ResetPassphrase = { id: StaffId, temporary_passphrase: string, };

/**
 * The request of `attendance.resolve_unknown`: it was this client.
 */
export type ResolveUnknown = { id: UnknownId, rev: number, came: Came, };

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
 * What a column may hold.
 */
export type ResultColumn = "specimen" | "analyte" | "result" | "phase" | "quantity" | "unit" | "overall" | "creatinine" | "gravity" | "ph" | "nitrite" | "oxidant" | "cutoff" | "collected_on" | "reported_on";

/**
 * What came of it.
 */
export type ResultFileDone = { 
/**
 * Tests with a new report.
 */
written: number, 
/**
 * Tests whose last report already says this.
 */
same: number, left_out: number, };

/**
 * A file of results that came in.
 */
export type ResultFileId = string;

/**
 * A file that came in.
 */
export type ResultFileRow = { id: ResultFileId, laboratory: string, digest: string, lines: number, tests: number, left_out: number, at: Moment, by: string, };

/**
 * The answer of `result_file.state`.
 */
export type ResultFileState = { laboratory?: LaboratoryId, file?: ChosenResultFile, };

/**
 * What would become of a line.
 */
export type ResultLine = { 
/**
 * Counted from 1 with the head.
 */
line: number, specimen: string, analyte: string, phase?: Phase, result?: Reading, reported: string, 
/**
 * What differs from the panel and is taken all the same, a finished sentence; empty when nothing does.
 */
note: string, 
/**
 * The stable name of why it is not taken.
 */
why?: Why, 
/**
 * A finished sentence; empty for a line that is taken.
 */
reason: string, };

/**
 * What would become of the file.
 */
export type ResultPreview = { lines: Array<ResultLine>, tests: Array<ResultTest>, refused: number, };

/**
 * What would become of a test.
 */
export type ResultTest = { id: DrugTestId, number: string, client_name: string, on: string, 
/**
 * None while substances are pending and nothing is confirmed.
 */
result?: LaboratoryResult, validity?: Validity, 
/**
 * Confirmed, by name.
 */
detected: Array<string>, 
/**
 * Still without an answer, by name.
 */
pending: Array<string>, 
/**
 * Which report it would be.
 */
report: number, 
/**
 * The last report already says this; nothing is written.
 */
same: boolean, };

/**
 * The request of `series.resume`.
 */
export type ResumeSeries = { slot: SlotId, rev: number, };

/**
 * The request of `testing.resume`.
 */
export type ResumeTesting = { id: PauseId, rev: number, };

/**
 * The request of `note_template.retire` and `note_template.bring_back`.
 */
export type RetireTemplate = { id: TemplateId, rev: number, };

/**
 * The request of `note.return`.
 */
export type ReturnNote = { id: NoteId, rev: number, 
/**
 * What to change; the author reads it beside the note. May be empty beside remarks.
 */
comment: string, remarks: Array<RemarkFields>, };

/**
 * The request of `plan.return`.
 */
export type ReturnPlan = { id: PlanId, rev: number, comment: string, };

/**
 * The note that this one is compared with.
 */
export type ReviewBefore = { id: NoteId, on: string, kind_label: string, risk_label?: string, 
/**
 * Sentences of it that this note does not say any more.
 */
gone: Array<string>, };

/**
 * The request of `drug_test.review`.
 */
export type ReviewEntry = { id: DrugTestId, rev: number, result: ReviewResult, words?: string, 
/**
 * Why an earlier review is replaced.
 */
because?: string, };

/**
 * A review as its form holds it.
 */
export type ReviewFields = { 
/**
 * Every open objective, once.
 */
progress: Array<ProgressFields>, 
/**
 * What the client and the counselor said of the whole.
 */
words: string, 
/**
 * Today when absent.
 */
reviewed_on?: string, 
/**
 * After the practice's days when absent.
 */
next_due_on?: string, };

/**
 * A run of text: as it stood in the note before, or new.
 */
export type ReviewPiece = { text: string, as_before: boolean, };

/**
 * The request of `plan.review`.
 */
export type ReviewPlan = { id: PlanId, rev: number, fields: ReviewFields, proof: Proof, };

/**
 * How an objective went since the last review.
 */
export type ReviewProgress = "forward" | "same" | "set_back" | "met";

/**
 * What the medical review says: a positive with a valid prescription is reviewed negative.
 */
export type ReviewResult = "negative" | "negative_dilute" | "positive" | "positive_dilute" | "refusal_adulterated" | "refusal_substituted" | "cancelled" | "collect_again" | "safety_concern";

/**
 * One rule with what it says of this note.
 */
export type ReviewRule = { name: string, holds: boolean, 
/**
 * What it found; empty when it holds.
 */
found: Array<string>, };

/**
 * A section beside the note before.
 */
export type ReviewSection = { key: string, label: string, pieces: Array<ReviewPiece>, };

/**
 * The request of `plan.review_ready`.
 */
export type ReviewToSign = { id: PlanId, fields: ReviewFields, };

/**
 * The request of `panel.revise`: the next version, from a day on.
 */
export type RevisePanel = { id: PanelId, rev: number, effective_on: string, because: string, source: string, note: string, analytes: Array<SheetAnalyte>, };

/**
 * The request of `consent.revoke`.
 */
export type RevokeConsent = { id: ConsentId, rev: number, how: RevokedHow, 
/**
 * Today when absent.
 */
on?: string, };

/**
 * How a revocation came. An oral one holds at once (42 CFR 2.31(a)(6)).
 */
export type RevokedHow = "written" | "oral";

/**
 * The answer to the risk line. Nothing answers it by default.
 */
export type Risk = "none_observed" | "same" | "new_or_changed" | "by_session_statement";

/**
 * A role on the staff. One person may hold several.
 */
export type Role = "counselor" | "facilitator" | "director" | "front_desk" | "collector" | "medical_reviewer" | "privacy_officer" | "auditor";

/**
 * What the evening must know.
 */
export type Room = { 
/**
 * Only those that are not in order.
 */
consents: Array<RoomConsent>, 
/**
 * Who was told to come for a test today and whose specimen is not collected. Absent for who does not collect.
 */
due?: Array<ClientId>, };

/**
 * What everybody in the room must know.
 */
export type RoomAlerts = { allergies: string, alerts: string, };

/**
 * Somebody whose consents are not in order. Which one it is stands in the chart, for who reads it.
 */
export type RoomConsent = { client: ClientId, consent: ConsentSummary, };

/**
 * The request of `group.together`: who must not share a room, on a roster.
 */
export type RosterTogether = { group: GroupId, 
/**
 * Only with this client, who is about to come in.
 */
client?: ClientId, 
/**
 * Today when left out.
 */
on?: string, };

/**
 * The request of `draw.run`.
 */
export type RunDraw = { id: DrawId, rev: number, };

/**
 * The request of `import.run`.
 */
export type RunImport = { 
/**
 * Leave the listed bad lines out; without it one bad line stops the folder.
 */
leave_out_bad_rows: boolean, };

/**
 * The request of `result_file.run`.
 */
export type RunResultFile = { 
/**
 * The digest of the file that was looked through.
 */
digest: string, 
/**
 * Leave out the specimens of lines that cannot be taken; without it one such line stops the file.
 */
leave_out: boolean, };

/**
 * An alert that nobody has answered.
 */
export type SafetyAlert = { id: MeasurementId, client: NoteClient, abbrev: string, at: Moment, };

/**
 * What was said, and the client's safety plan.
 */
export type SafetyFields = { 
/**
 * What was asked, and what the client answered.
 */
what_was_said: string, 
/**
 * How the client notices that it is getting worse.
 */
warning_signs: string, 
/**
 * What the client does alone.
 */
coping: string, 
/**
 * Whom the client can be with, and whom they call.
 */
people: string, 
/**
 * Professionals and lines that answer at any hour.
 */
professionals: string, 
/**
 * What is put out of reach, and by whom.
 */
means: string, };

/**
 * A safety step as it was answered.
 */
export type SafetyStep = { id: SafetyStepId, finding: Finding, fields: SafetyFields, by: string, at: Moment, };

/**
 * What was done about an alert.
 */
export type SafetyStepId = string;

/**
 * The request of `assessment.save`.
 */
export type SaveAssessment = { id: AssessmentId, rev: number, fields: AssessmentFields, };

/**
 * The request of `fitting.save_calendar` and `fitting.print_calendar`.
 */
export type SaveCalendar = { client: ClientId, };

/**
 * The request of `counseling_note.save`.
 */
export type SaveCounselingNote = { id: CounselingNoteId, rev: number, title: string, body: string, };

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
 * The request of `group_note.save`: the entries that were touched.
 */
export type SaveGroupNote = { session: SessionId, shared: SharedFields, entries: Array<EntryFields>, };

/**
 * The request of `result_file.save_mapping`.
 */
export type SaveMapping = { laboratory: LaboratoryId, 
/**
 * Zero for the first one.
 */
rev: number, mapping: FileMapping, };

/**
 * The request of `note.save`.
 */
export type SaveNote = { id: NoteId, rev: number, body: NoteBody, };

/**
 * The request of `plan.save`.
 */
export type SavePlan = { id: PlanId, rev: number, 
/**
 * The whole of it: what is not here is taken out of the draft.
 */
problems: Array<ProblemFields>, };

/**
 * The request of `discharge.save`.
 */
export type SaveSummary = { id: DischargeSummaryId, rev: number, fields: SummaryFields, };

/**
 * The answer of `draft.save`.
 */
export type Saved = { rev: number, at: Moment, };

/**
 * What was saved of an agreement.
 */
export type SavedAgreement = { id: AgreementId, rev: number, };

/**
 * A pair that was added or ended.
 */
export type SavedApart = { id: ApartId, rev: number, };

/**
 * A mark after it was made or taken back.
 */
export type SavedArrival = { id: ArrivalId, rev: number, };

/**
 * A booking after it was made or cancelled.
 */
export type SavedBooking = { id: BookingId, rev: number, 
/**
 * Where else the client is expected then.
 */
clashes: Array<Clash>, };

/**
 * The answer of `counseling_note.save`.
 */
export type SavedCounselingNote = { rev: number, at: Moment, };

/**
 * What was made or changed.
 */
export type SavedCurriculum = { id: CurriculumId, rev: number, };

/**
 * A day that was signed.
 */
export type SavedDay = { edition: number, hash: string, };

/**
 * What was saved.
 */
export type SavedDisclosure = { id: DisclosureId, rev: number, };

/**
 * What was saved of a draw.
 */
export type SavedDraw = { id: DrawId, rev: number, };

/**
 * What was saved of somebody's place.
 */
export type SavedEnrollment = { id: EnrollmentId, rev: number, };

/**
 * What was saved of a follow-up.
 */
export type SavedFollowUp = { id: FollowUpId, rev: number, };

/**
 * The laboratory that was added or changed.
 */
export type SavedLaboratory = { id: LaboratoryId, rev: number, };

/**
 * What was made or changed.
 */
export type SavedLesson = { id: LessonId, rev: number, };

/**
 * What was made or changed.
 */
export type SavedMembership = { id: MembershipId, rev: number, };

/**
 * What was saved of a pause.
 */
export type SavedPause = { id: PauseId, rev: number, };

/**
 * What was planned or changed.
 */
export type SavedSession = { id: SessionId, rev: number, 
/**
 * People and rooms that are booked twice then. A rehearsal of the call says them before anything is saved.
 */
clashes: Array<Clash>, };

/**
 * What was made or changed.
 */
export type SavedSnippet = { id: SnippetId, rev: number, };

/**
 * What was made or changed.
 */
export type SavedTask = { id: TaskId, rev: number, };

/**
 * What was made or changed.
 */
export type SavedTemplate = { id: TemplateId, rev: number, edition: number, };

/**
 * What was saved of a program.
 */
export type SavedTestingProgram = { id: TestingProgramId, rev: number, };

/**
 * A place on a waitlist after a change.
 */
export type SavedWaiting = { id: WaitlistId, rev: number, 
/**
 * The stay on the roster, once the seat was accepted.
 */
membership?: MembershipId, };

/**
 * What was written.
 */
export type SavedWorkPattern = { id: WorkPatternId, rev: number, };

/**
 * The request of `instrument.schedule`: without days it is not due there any more.
 */
export type ScheduleInstrument = { code: string, level: string, 
/**
 * 0 for one that has no schedule yet.
 */
rev: number, every_days?: number, };

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
single_keys: boolean, 
/**
 * Words that are not known are marked.
 */
spelling: boolean, };

/**
 * The request of `drug_test.screen`.
 */
export type ScreenTest = { id: DrugTestId, rev: number, readings: Array<TestReading>, };

/**
 * A section with its text.
 */
export type SectionAnswer = { key: string, label: string, hint: string, text: string, required: boolean, 
/**
 * It may be carried forward from the client's note before.
 */
carries: boolean, 
/**
 * Where its text came from, when it was carried forward.
 */
carried?: CarriedFrom, };

/**
 * A section as a form sends it.
 */
export type SectionFields = { 
/**
 * As the edition before has it; empty for a new section.
 */
key: string, label: string, hint: string, required: boolean, carries: boolean, 
/**
 * Of a group note: it goes into every chart of the session.
 */
shared?: boolean, };

/**
 * A section's text.
 */
export type SectionText = { key: string, text: string, };

/**
 * The request of `staff.mend_seen`.
 */
export type SeeMend = { id: MendId, rev: number, };

/**
 * How much of the name and of the chart is shown.
 */
export type Seen = "whole" | "room" | "check";

/**
 * An instrument over time.
 */
export type Series = { code: string, abbrev: string, name: string, bands: Array<Band>, 
/**
 * The oldest first.
 */
measurements: Array<Measurement>, };

/**
 * One session.
 */
export type SessionAnswer = { session: SessionLine, breaks: Array<BreakLine>, };

/**
 * The request of `session.day`.
 */
export type SessionDay = { 
/**
 * The first date; today when left out.
 */
on?: string, 
/**
 * How many dates, up to 31; one when left out.
 */
days?: number, whose: Whose, };

/**
 * A session.
 */
export type SessionId = string;

/**
 * The lesson of a session, as its card shows it.
 */
export type SessionLesson = { id: LessonId, curriculum_id: CurriculumId, curriculum: string, number: number, 
/**
 * How many the curriculum has.
 */
many: number, topic: string, aim: string, 
/**
 * Whose place it holds in line; the lesson itself unless it was swapped for this session alone.
 */
place: LessonId, place_number: number, };

/**
 * A session in a list.
 */
export type SessionLine = { id: SessionId, kind: Kind, kind_label: string, group?: GroupId, 
/**
 * The group's name, or what kind of session it is.
 */
title: string, client?: ClientId, client_name?: ShownName, staff: StaffId, staff_name: string, substitute?: StaffId, substitute_name: string, room: string, on_date: string, 
/**
 * "HH:MM" on the practice's wall.
 */
starts: string, minutes: number, starts_at: Moment, ends_at: Moment, began_at?: Moment, finished_at?: Moment, topic: string, 
/**
 * Which meeting of its group's curriculum it is; the next in line while it is planned.
 */
lesson?: SessionLesson, state: SessionState, cancel_reason: string, recorded_at?: Moment, 
/**
 * It comes from a weekly time, so later ones can follow its changes.
 */
weekly: boolean, 
/**
 * Recorded later than a timely entry; shown with both times.
 */
late_entry: boolean, 
/**
 * The person leads it, stands in, or facilitates the group.
 */
mine: boolean, 
/**
 * The person may move and cancel it.
 */
may_arrange: boolean, 
/**
 * The person may record its attendance.
 */
may_record: boolean, 
/**
 * How many are expected, while it is planned.
 */
expected: number, 
/**
 * How many of them called to be late or not to come, and did not come since.
 */
called: number, 
/**
 * How many were there, once it is recorded.
 */
here: number, absent: number, 
/**
 * Notes of this session, and how many of them are signed.
 */
notes: number, signed: number, rev: number, };

/**
 * The sessions of some dates.
 */
export type SessionList = { from: string, 
/**
 * The first date after the list.
 */
until: string, sessions: Array<SessionLine>, 
/**
 * Those of the list that are booked twice, also with a session that is not in it.
 */
twice: Array<BookedTwice>, 
/**
 * Dates of the list on which the practice is closed.
 */
closed: Array<ClosedDate>, 
/**
 * Weekly places of the coming weeks have no session yet, and the person may plan them (`session.plan_ahead`).
 */
plan_ahead_due: boolean, };

/**
 * What became of one session.
 */
export type SessionSigned = { session: SessionId, 
/**
 * Entries signed with this action, absences included.
 */
signed: number, 
/**
 * Entries left for later.
 */
left: number, 
/**
 * Why this session was not signed; the others were.
 */
refusal?: Refusal, };

/**
 * How far a session is.
 */
export type SessionState = "planned" | "recorded" | "cancelled";

/**
 * A recorded session whose note is not begun, or whose entries are not all signed.
 */
export type SessionToNote = { id: SessionId, title: string, is_group: boolean, client?: NoteClient, on: string, starts_at: Moment, people: number, signed: number, due_at: Moment, overdue: boolean, };

/**
 * A session that is over and has no attendance.
 */
export type SessionToRecord = { id: SessionId, title: string, client?: NoteClient, on: string, starts_at: Moment, };

/**
 * The request of `draft.set_aside`: words of one section that do not stand in what two people wrote.
 */
export type SetAside = { form: string, subject?: string, 
/**
 * The section, as the screen names it.
 */
part: string, words: string, 
/**
 * Who wrote them; oneself when left out.
 */
writer?: StaffId, };

/**
 * Words that did not stand.
 */
export type SetAsideId = string;

/**
 * The request of `follow_up.set_rule`.
 */
export type SetFollowUpRule = { event: FollowUpEvent, program?: string, agreement?: AgreementKind, 
/**
 * None: nothing follows.
 */
steps: Array<FollowUpRuleStep>, source?: string, 
/**
 * The revision of the rule it replaces; 0 for a new one.
 */
rev: number, };

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
effective_on: string, 
/**
 * The payer it holds for; for everybody when left out. An empty value takes the payer's own rule away.
 */
payer?: string, };

/**
 * The request of `work_pattern.set`. A second pattern from the same date replaces the first, which stays in the history.
 */
export type SetWorkPattern = { client: ClientId, fields: WorkPatternFields, };

/**
 * What the first run still owes.
 */
export type Setup = "recovery_key" | "first_backup" | "done";

/**
 * As an insurer or a laboratory form asks it.
 */
export type Sex = "female" | "male" | "x" | "";

/**
 * The shared part of a group session in a chart.
 */
export type SharedAnswer = { topic: string, interventions: Array<string>, words: string, 
/**
 * The session's risk statement, when it was made.
 */
statement?: string, };

/**
 * The shared part as the page sends it.
 */
export type SharedFields = { 
/**
 * 0 before the first save.
 */
rev: number, topic: string, 
/**
 * Keys.
 */
interventions: Array<string>, words: string, 
/**
 * The further sections of the shared part.
 */
more?: Array<SectionText>, 
/**
 * The explicit statement about everyone present.
 */
risk_statement: boolean, 
/**
 * Words that read like a member's name and are none.
 */
stated?: Array<NotTheirName>, };

/**
 * The shared part on the page.
 */
export type SharedPage = { rev: number, topic: string, interventions: Array<string>, words: string, 
/**
 * The further sections, in order.
 */
more: Array<SectionText>, risk_statement: boolean, 
/**
 * The word that reads like a member's name, until it is taken out or stated to be none.
 */
named?: string, stated: Array<NotTheirName>, signed: boolean, };

/**
 * A session with everybody expected or recorded.
 */
export type Sheet = { session: SessionLine, breaks: Array<BreakLine>, 
/**
 * The last date of the program week.
 */
week_last: string, rows: Array<SheetRow>, 
/**
 * Everybody expected as a room may read them: first name and last initial, no word of who is there.
 */
room: Array<string>, 
/**
 * The person may take the record back now.
 */
may_take_back: boolean, 
/**
 * Who came and waits to be named.
 */
unknown: Array<UnknownLine>, };

/**
 * An analyte, as a form shows and sends it. Cut-offs are decimals with up to three places; empty means no such test.
 */
export type SheetAnalyte = { 
/**
 * Its key; made of the name when empty.
 */
key: string, name: string, drug_class: string, initial: string, confirm: string, unit: string, 
/**
 * How long after use it is found.
 */
detection: string, note: string, source: string, verified: boolean, };

/**
 * A shift, or another taken time, that meets a session.
 */
export type SheetClash = { meets: TakenBy, from: Moment, until: Moment, 
/**
 * Minutes on the way, before and after it.
 */
travel: number, };

/**
 * One person on the sheet.
 */
export type SheetRow = { client: ClientId, name: ShownName, profession: string, 
/**
 * When the person works, as far as it was written down.
 */
work: string, 
/**
 * What the room must know, such as an allergy.
 */
alerts: Array<string>, 
/**
 * Attended in this program week so far, in minutes.
 */
week_done: number, 
/**
 * Planned in this program week and not recorded yet, this session included, without what meets a shift.
 */
week_planned: number, 
/**
 * What the week owes, in minutes.
 */
week_minimum?: number, 
/**
 * By how much the week will stay short with what is planned.
 */
week_short: number, 
/**
 * Absent while nothing is recorded.
 */
recorded?: AttendanceLine, 
/**
 * What the group before this one carries over, while nothing is recorded here. Nothing counts before it is recorded.
 */
carried?: CarriedAbsence, 
/**
 * What the front desk knows of today, while nothing is recorded.
 */
desk?: DeskWord, 
/**
 * Booked here to make up for this.
 */
makes_up?: MissedSession, 
/**
 * The shift that this session meets, before it happens.
 */
clash?: SheetClash, };

/**
 * The sheet was saved.
 */
export type SheetSaved = { saved: boolean, };

/**
 * A shift on the workplace's wall.
 */
export type ShiftFields = { 
/**
 * "HH:MM".
 */
starts: string, minutes: number, };

/**
 * A curriculum that comes with Evenkeel.
 */
export type ShippedLine = { key: string, name: string, about: string, lessons: number, 
/**
 * The practice has a copy of its own.
 */
adopted: boolean, };

/**
 * How much of a name is shown.
 */
export type Shown = "whole" | "initial" | "number";

/**
 * A client's name as the person who looks may see it.
 */
export type ShownName = { how: Shown, family: string, given: string, 
/**
 * The whole as one text: "Washington, Jerome", "Jerome W.", "Client 1042".
 */
text: string, };

/**
 * The request of `assessment.sign`.
 */
export type SignAssessment = { id: AssessmentId, rev: number, proof: Proof, };

/**
 * The request of `draw.sign_day`.
 */
export type SignDay = { on: string, 
/**
 * The edition that this becomes, as the person saw it.
 */
edition: number, proof: Proof, };

/**
 * The request of `group_note.sign`.
 */
export type SignGroupNotes = { sessions: Array<SessionId>, proof: Proof, };

/**
 * The request of `workstation.sign_in`.
 */
export type SignIn = { login: string, passphrase: string, };

/**
 * The request of `note.sign`.
 */
export type SignNote = { id: NoteId, rev: number, 
/**
 * What the editor holds, saved in the same action.
 */
body?: NoteBody, proof: Proof, };

/**
 * The request of `plan.sign`.
 */
export type SignPlan = { id: PlanId, rev: number, 
/**
 * The day it takes effect; today when absent.
 */
effective_on?: string, 
/**
 * When it is reviewed; after the practice's days when absent.
 */
review_due_on?: string, proof: Proof, };

/**
 * What is missing; empty when it can be signed.
 */
export type SignReady = { 
/**
 * Each beside its field. Three are no fields of a form: `state` (it is signed already), `author` (the draft is somebody
 * else's, and is taken over) and `license` (its date is mended, or a colleague signs).
 */
missing: Array<FieldFault>, };

/**
 * The request of `discharge.sign`.
 */
export type SignSummary = { id: DischargeSummaryId, rev: number, proof: Proof, };

/**
 * A signature under a note.
 */
export type SignatureAnswer = { 
/**
 * "note", "addendum" or "cosignature".
 */
document: string, by: string, credential: string, at: Moment, hash: string, of_rev: number, };

/**
 * What is wrong with a document.
 */
export type SignatureFault = "hash" | "signature" | "key" | "bytes" | "chain" | "row" | "missing";

/**
 * What verifying found.
 */
export type SignaturesVerified = { 
/**
 * How many documents were looked at.
 */
documents: number, 
/**
 * What was signed before this program kept a document of it: nothing proves it, and nothing speaks against it.
 */
unproven: number, faults: Array<BrokenSignature>, };

/**
 * How a client signed.
 */
export type SignedHow = "screen" | "paper" | "declined";

/**
 * What was signed.
 */
export type SignedKind = "note" | "day" | "assessment" | "plan" | "plan_review" | "plan_approval" | "client_signature" | "discharge_summary";

/**
 * A weekly place that was left out.
 */
export type Skipped = { group: GroupId, on_date: string, 
/**
 * "HH:MM".
 */
starts: string, 
/**
 * "Closed: Thanksgiving Day".
 */
because: string, };

/**
 * A weekly place as a form sends it.
 */
export type SlotFields = { 
/**
 * 1 Monday to 7 Sunday.
 */
weekday: number, 
/**
 * "HH:MM".
 */
starts: string, minutes: number, from_on: string, };

/**
 * A weekly place in the calendar.
 */
export type SlotId = string;

/**
 * A weekly place in the calendar.
 */
export type SlotLine = { id: SlotId, 
/**
 * 1 Monday to 7 Sunday.
 */
weekday: number, 
/**
 * "HH:MM" on the practice's wall.
 */
starts: string, minutes: number, from_on: string, 
/**
 * The first date it does not hold any more.
 */
until_on?: string, rev: number, };

/**
 * A piece of text as the palette offers it.
 */
export type Snippet = { id: SnippetId, 
/**
 * What is typed behind "/".
 */
word: string, words: string, shared: boolean, 
/**
 * Whose it is, for a shared one.
 */
by: string, may_change: boolean, rev: number, };

/**
 * A piece of text with its word.
 */
export type SnippetId = string;

/**
 * Where a record comes from.
 */
export type Source = "clock" | "entered" | "imported" | "paper";

/**
 * What is collected.
 */
export type Specimen = "urine" | "oral_fluid" | "hair" | "nail" | "blood_spot" | "breath";

/**
 * The request of `spelling.check`.
 */
export type SpellingTexts = { 
/**
 * Paragraphs, as they stand.
 */
texts: Array<string>, };

/**
 * A word that the practice added.
 */
export type SpellingWordId = string;

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
 * Who answers a supervisor's queue for some days.
 */
export type StandInId = string;

/**
 * A stand-in as the list shows it.
 */
export type StandInLine = { id: StandInId, supervisor: StaffId, supervisor_name: string, staff: StaffId, staff_name: string, starts_on: string, ends_on: string, reason: string, 
/**
 * Today is one of its days.
 */
now: boolean, may_end: boolean, rev: number, };

/**
 * The stand-ins of today, of the coming days, and of the last 30.
 */
export type StandInList = { rows: Array<StandInLine>, 
/**
 * Whom the person may name a stand-in for.
 */
may_name_for: Array<StaffId>, };

/**
 * How somebody stands in a pool.
 */
export type Standing = "enrolled" | "covered" | "away" | "hospital" | "paused" | "discharged";

/**
 * The request of `note.start`: from a session, or free-standing about a client.
 */
export type StartNote = { session?: SessionId, 
/**
 * Whose, when the session is not one client's or there is none.
 */
client?: ClientId, 
/**
 * For a free-standing note.
 */
kind?: NoteKind, 
/**
 * For a free-standing note.
 */
service?: NoteService, format?: NoteFormat, 
/**
 * An edition of a template instead of a format.
 */
template?: EditionId, };

/**
 * The request of `discharge.start`.
 */
export type StartSummary = { episode: EpisodeId, };

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
 * How long the newest stay has lasted. The day of admission is day 1; a stay that ended counts to its last day.
 */
export type StayDays = { days: number, 
/**
 * Reached when the stay lasted so long; those it did not live to see are left out once it ended.
 */
milestones: Array<Milestone>, };

/**
 * A step that was taken.
 */
export type StepTaken = { label: string, reason: string, on: string, at: Moment, by: string, taken_back: boolean, };

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
 * A substance as a medication names it.
 */
export type Substance = { key: string, name: string, };

/**
 * The request of `session.substitute`.
 */
export type Substitute = { id: SessionId, rev: number, substitute?: StaffId, };

/**
 * The request of `spelling.suggest`.
 */
export type SuggestWords = { word: string, };

/**
 * A summary as a form holds it.
 */
export type SummaryFields = { sections: Array<SummaryText>, goals: Array<SummaryGoal>, care: Array<ContinuingCare>, 
/**
 * Why nobody goes on with the client's care, where nobody does.
 */
no_care: string, };

/**
 * How far a goal came.
 */
export type SummaryGoal = { 
/**
 * As it stood in the plan.
 */
goal: string, outcome?: GoalOutcome, words: string, };

/**
 * A stay of the person's own clients that ended and has no signed summary.
 */
export type SummaryOwed = { client: ClientId, 
/**
 * "C-0412".
 */
number: string, 
/**
 * "Beaumont, Caroline".
 */
name: string, discharged_on: string, due_on: string, overdue: boolean, begun: boolean, };

/**
 * A section to write in.
 */
export type SummaryPart = { key: string, label: string, prompt: string, };

/**
 * How far a summary is.
 */
export type SummaryState = "draft" | "signed";

/**
 * The text of one section.
 */
export type SummaryText = { key: string, text: string, };

/**
 * Who supervises.
 */
export type Supervisor = { id: StaffId, name: string, };

/**
 * The request of `session.swap_lesson`: what this session alone takes from the curriculum.
 */
export type SwapLesson = { id: SessionId, rev: number, 
/**
 * The one in line again when left out.
 */
lesson?: LessonId, };

/**
 * A kind of record, as the window caches it.
 */
export type Tag = "workstation" | "practice" | "policy" | "staff" | "draft" | "backup" | "job" | "audit" | "exit" | "screen" | "client" | "curriculum" | "inquiry" | "group" | "closure" | "apart" | "session" | "arrival" | "attendance" | "note" | "note_template" | "snippet" | "spelling" | "task" | "assessment" | "intake" | "plan" | "discharge" | "panel" | "follow_up" | "drug_test" | "testing" | "draw" | "check_in" | "consent" | "agreement" | "disclosure" | "counseling_note" | "instrument" | "import";

/**
 * The request of `attendance.take_back`.
 */
export type TakeBackAttendance = { session: SessionId, rev: number, };

/**
 * The request of `check_in.take_back`.
 */
export type TakeBackCheckIn = { id: CheckInId, rev: number, };

/**
 * The request of `drug_test.take_back_hand_off`.
 */
export type TakeBackHandOff = { id: HandOffId, rev: number, reason: string, };

/**
 * The request of `disclosure.take_back`.
 */
export type TakeDisclosureBack = { id: DisclosureId, rev: number, reason: string, };

/**
 * The request of `arrival.take_back`.
 */
export type TakeMarkBack = { id: ArrivalId, rev: number, };

/**
 * The request of `inquiry.step`.
 */
export type TakeStep = { id: InquiryId, rev: number, to: InquiryState, 
/**
 * Where the step asks for it.
 */
reason: string, 
/**
 * The day of the appointment, where the step asks for it; it becomes the follow-up.
 */
day?: string, admission?: Admission, };

/**
 * What takes a time.
 */
export type TakenBy = "day" | "night" | "call" | "blocked";

/**
 * Something to do.
 */
export type TaskId = string;

/**
 * A task as the list shows it.
 */
export type TaskLine = { id: TaskId, what: string, client?: NoteClient, standing: TaskStanding, 
/**
 * Whose it is.
 */
owner: string, 
/**
 * Who was asked to take it; empty without.
 */
offered: string, 
/**
 * What was said when it was offered, or given back.
 */
offer_words: string, due_on?: string, overdue: boolean, 
/**
 * Since when it stands as it does.
 */
at: Moment, rev: number, };

/**
 * How a task stands for the person who looks.
 */
export type TaskStanding = "open" | "asked" | "waiting" | "done";

/**
 * An earlier edition.
 */
export type TemplateEdition = { id: EditionId, number: number, sections: Array<TemplateSection>, 
/**
 * Empty for what came with Evenkeel.
 */
by: string, at: Moment, };

/**
 * A format an author may choose.
 */
export type TemplateFormat = { word: NoteFormat, label: string, 
/**
 * The edition that a note gets which begins with it now. None is the first, which a note has without naming it.
 */
template?: EditionId, sections: Array<TemplateSection>, };

/**
 * A template.
 */
export type TemplateId = string;

/**
 * A kind of note that may have templates.
 */
export type TemplateKind = { word: string, label: string, };

/**
 * A section of a template.
 */
export type TemplateSection = { key: string, label: string, hint: string, 
/**
 * Needs text before the note is signed.
 */
required: boolean, 
/**
 * May be carried forward from the client's note before.
 */
carries: boolean, 
/**
 * Of a group note: it goes into every chart of the session.
 */
shared?: boolean, };

/**
 * The class of a whole test against the medications.
 */
export type TestAgainst = "waiting" | "negative" | "expected_positive" | "unexpected_positive" | "unexpected_negative" | "mixed" | "unreadable";

/**
 * A test, as far as the person may see it.
 */
export type TestAnswer = { id: DrugTestId, number: string, client: ClientId, client_name: string, client_number: string, class: TestClass, state: TestState, reason: TestReason, method: Method, specimen: Specimen, panel: string, panel_name: string, 
/**
 * The version it was made with; absent when it came with an import.
 */
panel_number?: number, panel_effective_on?: string, panel_laboratory: string, on: string, ordered_at: Moment, outcome?: Outcome, outcome_reason: string, 
/**
 * Which definition of a refusal holds, in words.
 */
ground: string, next_step: string, collected_at?: Moment, collector?: TestPerson, observed?: boolean, observer?: TestPerson, seal: string, lot: string, noted: string, measures: Measures, details: CollectionDetails, 
/**
 * Who read the cup, when it was not who entered it.
 */
reader?: string, 
/**
 * What is worth saying of the collection, a finished sentence each.
 */
collection_findings: Array<string>, chain: Array<HandOff>, 
/**
 * What was taken back: it was entered and did not happen.
 */
chain_taken_back: Array<HandOff>, 
/**
 * Where the chain is broken, a finished sentence each.
 */
chain_gaps: Array<string>, wait?: CollectionWait, 
/**
 * Every report of the laboratory, the first one first.
 */
reports: Array<LaboratoryReport>, validity?: Validity, validity_words: string, medications: Array<TestMedication>, lines: Array<TestLine>, screened_by?: string, screened_at?: Moment, laboratory?: TestFact<LaboratoryResult>, review?: TestFact<ReviewResult>, interpretation?: TestFact<Interpretation>, corrected_because: string, imported: boolean, voided: boolean, void_reason: string, may: TestMay, rev: number, };

/**
 * One thing that a correction changed. An empty text was not recorded.
 */
export type TestChange = { what: string, before: string, after: string, };

/**
 * The one word for where a test stands.
 */
export type TestClass = "ordered" | "not_collected" | "refused" | "unable" | "excused" | "collected" | "presumptive" | "confirmed" | "expected" | "unexpected" | "inconclusive";

/**
 * How a specimen was taken, as a form sends it.
 */
export type TestCollection = { 
/**
 * The date of collection; today when absent.
 */
on?: string, 
/**
 * The wall time as "HH:MM"; now when absent.
 */
time?: string, 
/**
 * Who collected; the person at the keyboard when absent.
 */
collector?: StaffId, observed?: boolean, observer?: StaffId, 
/**
 * The number of the seal.
 */
seal?: string, 
/**
 * The lot of the cup.
 */
lot?: string, 
/**
 * What the client said: "mouthwash, 6:50 AM".
 */
noted?: string, measures?: Measures, 
/**
 * What is recorded beside the measures; a correction without it keeps what was recorded.
 */
details?: CollectionDetails, };

/**
 * One correction.
 */
export type TestCorrection = { at: Moment, by: string, because: string, changes: Array<TestChange>, };

/**
 * One of the three facts, with person and time.
 */
export type TestFact<R> = { result: R, words: string, by?: string, at?: Moment, };

/**
 * A substance of a test.
 */
export type TestLine = { analyte: string, name: string, cutoff: string, confirm_cutoff: string, 
/**
 * Of a quantity and of its cut-offs; empty for what came with an import.
 */
unit: string, 
/**
 * Whether a cup shows it; otherwise it goes to the laboratory.
 */
on_site: boolean, screen?: Reading, 
/**
 * What the laboratory's own screen showed; presumptive like the cup.
 */
laboratory_screen?: Reading, confirmation?: Reading, quantity_tenths?: number, 
/**
 * The quantity in the laboratory's own digits.
 */
reported: string, 
/**
 * The medication that explains it.
 */
prescribed?: string, meaning?: Meaning, 
/**
 * The meaning rests on a screen alone.
 */
presumptive: boolean, };

/**
 * What the person may do with this test now.
 */
export type TestMay = { collect: boolean, not_collected: boolean, excuse: boolean, screen: boolean, laboratory: boolean, review: boolean, interpret: boolean, 
/**
 * `expected` and `inconclusive` only, while the screen stands alone.
 */
unexpected: boolean, correct: boolean, hand_off: boolean, void: boolean, };

/**
 * What a test means against the medications of its day.
 */
export type TestMeaning = { class: TestAgainst, 
/**
 * A medication that must show does not.
 */
critical: boolean, 
/**
 * It rests on a screen.
 */
presumptive: boolean, 
/**
 * A finished sentence.
 */
words: string, remarks: Array<TestRemark>, trends: Array<TestTrend>, };

/**
 * A medication as it stood at collection.
 */
export type TestMedication = { name: string, dose: string, frequency: string, 
/**
 * Keys of the analytes it should show.
 */
shows_as: Array<string>, };

/**
 * A panel to choose.
 */
export type TestPanel = { key: string, name: string, specimen: Specimen, 
/**
 * The laboratory it belongs to; empty for one that fits any.
 */
laboratory: string, 
/**
 * The version that holds today.
 */
number: number, effective_on?: string, analytes: Array<PanelAnalyte>, note: string, verified: boolean, };

/**
 * A person behind a step of a test.
 */
export type TestPerson = { id: StaffId, name: string, };

/**
 * One substance and what it shows.
 */
export type TestReading = { 
/**
 * The key of the analyte in the panel.
 */
analyte: string, result: Reading, 
/**
 * Tenths of the cut-off's unit, as the laboratory reports it.
 */
quantity_tenths?: number, 
/**
 * The quantity in the laboratory's own digits, when they are finer than tenths.
 */
reported?: string, 
/**
 * The cut-off that the laboratory states, with its unit, when it is not the panel's.
 */
cutoff?: string, };

/**
 * Why a test is made.
 */
export type TestReason = "random" | "scheduled" | "for_cause" | "post_incident" | "return_to_work" | "baseline" | "follow_up";

/**
 * A remark.
 */
export type TestRemark = { kind: RemarkKind, words: string, 
/**
 * Where it comes from.
 */
source: string, };

/**
 * A test in a list.
 */
export type TestRow = { id: DrugTestId, 
/**
 * "S-26-1187".
 */
number: string, client: ClientId, client_name: string, on: string, collected_at?: Moment, 
/**
 * For who sees the schedule only: ordered, collected or not collected.
 */
class: TestClass, reason: TestReason, specimen: Specimen, panel: string, validity?: Validity, observed?: boolean, 
/**
 * Names of what was detected, screen or laboratory.
 */
detected: Array<string>, imported: boolean, rev: number, };

/**
 * How far a test is.
 */
export type TestState = "ordered" | "collected" | "screened" | "confirmed" | "final" | "not_collected";

/**
 * A client's tests and what surrounds them.
 */
export type TestTimeline = { from: string, until: string, 
/**
 * The oldest first, as is everything here.
 */
tests: Array<TimelineTest>, missed: Array<TimelineMissed>, medications: Array<TimelineSpan>, levels: Array<TimelineSpan>, pauses: Array<TimelineSpan>, };

/**
 * The request of `drug_test.timeline`.
 */
export type TestTimelineOf = { client: ClientId, 
/**
 * Half a year before the last day when absent.
 */
from?: string, 
/**
 * Today when absent.
 */
until?: string, };

/**
 * How an amount moves.
 */
export type TestTrend = { analyte: string, name: string, 
/**
 * The oldest first.
 */
points: Array<TestTrendPoint>, 
/**
 * What the last step fits with; empty without two points.
 */
words: string, 
/**
 * What it can and cannot say.
 */
limits: string, };

/**
 * One test of a trend.
 */
export type TestTrendPoint = { test: DrugTestId, number: string, on: string, quantity_tenths: number, creatinine_tenths: number, 
/**
 * Tenths of ng per mg of creatinine; absent where the specimen is too thin.
 */
per_mg_tenths?: number, 
/**
 * In percent of the point before that has one.
 */
ratio_percent?: number, };

/**
 * A pause that runs or will.
 */
export type TestingPause = { id: PauseId, kind: PauseKind, site: string, because: string, from: string, until?: string, rev: number, };

/**
 * The request of `testing.people`.
 */
export type TestingPeople = { 
/**
 * One client with all earlier stays; everybody who is enrolled when absent.
 */
client?: ClientId, };

/**
 * Somebody in a program.
 */
export type TestingPerson = { id: EnrollmentId, client: ClientId, client_name: string, client_number: number, program: TestingProgramId, program_name: string, tier: TierId, tier_name: string, 
/**
 * What the line says of the person.
 */
line_code: string, 
/**
 * How many tests a year an agreement in force asks for.
 */
asked_per_year?: number, 
/**
 * The tier expects fewer than that.
 */
below_asked: boolean, from: string, until?: string, because: string, 
/**
 * How the person stands today.
 */
standing: Standing, pauses: Array<TestingPause>, 
/**
 * The tier that is proposed; a person decides.
 */
step_to?: TierId, step_to_name?: string, may_change: boolean, rev: number, };

/**
 * A testing program.
 */
export type TestingProgram = { id: TestingProgramId, name: string, weekdays: string, closed: Array<string>, notice_time: string, closes: string, method: Method, specimen: Specimen, panel: string, floor_millionths: number, 
/**
 * How many days of this year may be drawn.
 */
days_a_year: number, line_says: LineSays, active: boolean, tiers: Array<TierAnswer>, may_change: boolean, may_enroll: boolean, rev: number, };

/**
 * A testing program, as a form sends it.
 */
export type TestingProgramFields = { name: string, 
/**
 * Seven digits from Monday: 1 on a day that may be drawn.
 */
weekdays: string, 
/**
 * Dates on which nobody can collect.
 */
closed: Array<string>, 
/**
 * "HH:MM": from when names are known.
 */
notice_time: string, 
/**
 * "HH:MM": until when a check-in counts.
 */
closes: string, method: Method, specimen: Specimen, panel: string, 
/**
 * No allowed day has a smaller chance.
 */
floor_millionths: number, 
/**
 * What a recorded line says instead of names.
 */
line_says: LineSays, active: boolean, tiers: Array<TierFields>, };

/**
 * A testing program.
 */
export type TestingProgramId = string;

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * The request of `assessment.discard` and `assessment.take_over`.
 */
export type ThisAssessment = { id: AssessmentId, rev: number, };

/**
 * The request of `counseling_note.close` and `counseling_note.void`.
 */
export type ThisCounselingNote = { id: CounselingNoteId, rev: number, };

/**
 * The request of `inquiry.take_back` and `inquiry.void`.
 */
export type ThisInquiry = { id: InquiryId, rev: number, };

/**
 * The request of `instrument.retire`.
 */
export type ThisInstrument = { id: InstrumentId, rev: number, };

/**
 * The request of `intake.retire_item`.
 */
export type ThisItem = { id: IntakeItemId, rev: number, };

/**
 * The request of `named_chart.end`.
 */
export type ThisNamedChart = { id: NamedChartId, rev: number, };

/**
 * The request of `plan.discard`.
 */
export type ThisPlan = { id: PlanId, rev: number, };

/**
 * The request of `counseling_note.drop_recovery`.
 */
export type ThisRecovery = { id: CounselingRecoveryId, rev: number, };

/**
 * The request of `plan_signature.void`.
 */
export type ThisSignature = { id: PlanSignatureId, rev: number, };

/**
 * The request of `discharge.discard` and `discharge.take_over`.
 */
export type ThisSummary = { id: DischargeSummaryId, rev: number, };

/**
 * The request of the steps that need no word.
 */
export type ThisTask = { id: TaskId, rev: number, };

/**
 * The request of `work_pattern.void`.
 */
export type ThisWorkPattern = { id: WorkPatternId, rev: number, };

/**
 * A tier of a program.
 */
export type TierAnswer = { id: TierId, name: string, per_year: number, 
/**
 * The chance of an allowed day, in millionths.
 */
chance_millionths: number, 
/**
 * In 19 of 20 years the number lies between these.
 */
least: number, most: number, analyzed_percent: number, step_after_days?: number, step_to?: TierId, 
/**
 * How many are in it today.
 */
people: number, };

/**
 * The counts of a tier.
 */
export type TierCounts = { program_name: string, tier_name: string, counts: DrawCounts, };

/**
 * A tier, as a form sends it. The order of the list is the order on the screen.
 */
export type TierFields = { 
/**
 * Absent for a new one.
 */
id?: TierId, name: string, 
/**
 * How many tests a year are expected.
 */
per_year: number, 
/**
 * Of a hundred specimens, how many are also analyzed.
 */
analyzed_percent: number, 
/**
 * After how many quiet days a step down is proposed.
 */
step_after_days?: number, 
/**
 * To which tier of this list, counted from 0.
 */
step_to?: number, };

/**
 * A tier of it.
 */
export type TierId = string;

/**
 * One field of a version.
 */
export type TimelineField = { name: string, text: string, 
/**
 * It says something else than in the version before.
 */
changed: boolean, };

/**
 * A record of any kind that has a timeline.
 */
export type TimelineId = string;

/**
 * A check-in that was missed, or came late.
 */
export type TimelineMissed = { on: string, program_name: string, late: boolean, };

/**
 * The request of `timeline.get`.
 */
export type TimelineRequest = { of: RecordOf, id: TimelineId, };

/**
 * Something that lasts: a medication, a level of care, a pause.
 */
export type TimelineSpan = { words: string, 
/**
 * Absent: from before what is known.
 */
from?: string, 
/**
 * The last day; absent: until now.
 */
until?: string, };

/**
 * A test of a timeline.
 */
export type TimelineTest = { id: DrugTestId, number: string, on: string, class: TestClass, reason: TestReason, validity?: Validity, detected: Array<string>, 
/**
 * The laboratory has answered.
 */
confirmed: boolean, };

/**
 * A record as it stood from an instant on.
 */
export type TimelineVersion = { rev: number, at: Moment, by: string, fields: Array<TimelineField>, };

/**
 * One thing that waits.
 */
export type Todo = { kind: TodoKind, label: string, 
/**
 * Of the row it is about: a note, a session, a client, a person, a task.
 */
id: string, client?: NoteClient, what: string, 
/**
 * The day that it is about: of a session or an absence.
 */
on?: string, 
/**
 * What somebody said about it; empty without.
 */
words: string, since: string, age_days: number, due_on?: string, overdue: boolean, 
/**
 * Of a task.
 */
rev: number, };

/**
 * What a line asks for.
 */
export type TodoKind = "safety" | "returned" | "unsigned" | "skipped" | "session_note" | "group_note" | "attendance" | "cosign" | "plan_review" | "first_plan" | "plan_returned" | "plan_approval" | "plan_signature" | "instrument" | "discharge" | "follow_up" | "missed_check_in" | "unknown" | "absence" | "packet" | "consent" | "report" | "inquiry" | "license" | "mended_license" | "task" | "asked" | "waiting";

/**
 * What waits for a person.
 */
export type Todos = { rows: Array<Todo>, overdue: number, };

/**
 * Two people in one room who must not be. Who is named depends on who looks.
 */
export type Together = { 
/**
 * Finished words for the screen.
 */
words: string, 
/**
 * One of the two, for somebody with a relation to both.
 */
one?: ShownName, 
/**
 * The other, likewise.
 */
other?: ShownName, };

/**
 * What somebody was told.
 */
export type Told = "test" | "no_test";

/**
 * How something was told.
 */
export type ToldHow = "phone" | "in_person" | "mail" | "fax" | "email" | "portal" | "by_client";

/**
 * A way or a part to choose.
 */
export type ToldHowChoice = { how: ToldHow, label: string, };

/**
 * Whose trends.
 */
export type TrendsOf = { client: ClientId, };

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
 * The request of `plan.difference`: two versions of one client's plan.
 */
export type TwoPlans = { before: PlanId, after: PlanId, };

/**
 * One group as typed from the paper.
 */
export type TypedGroup = { 
/**
 * Counted from 1.
 */
index: number, text: string, };

/**
 * Somebody who came without a known name.
 */
export type UnknownId = string;

/**
 * Somebody without a known name, on the sheet of a session.
 */
export type UnknownLine = { id: UnknownId, called: string, 
/**
 * "HH:MM", where it was kept while the session ran: the time offered as when they came.
 */
heard?: string, rev: number, };

/**
 * After adding, resolving or dismissing.
 */
export type UnknownSaved = { id: UnknownId, rev: number, 
/**
 * The row it became.
 */
attendance?: AttendanceId, };

/**
 * Somebody came to a session who waits to be named.
 */
export type UnknownToName = { id: UnknownId, rev: number, called: string, session: SessionId, title: string, on: string, };

/**
 * Where a word stands that nobody knows, in UTF-16 units.
 */
export type UnknownWord = { starts: number, ends: number, };

/**
 * The request of `workstation.unlock`: one of the two.
 */
export type Unlock = { pin?: string, passphrase?: string, };

/**
 * An unfinished note with its age.
 */
export type UnsignedNote = { note: NoteTask, 
/**
 * Whole days since the end of the service.
 */
age_days: number, mine: boolean, 
/**
 * Nobody but its author reads a draft.
 */
may_open: boolean, };

/**
 * The list of unfinished notes.
 */
export type UnsignedNotes = { rows: Array<UnsignedNote>, 
/**
 * There are more than these 500.
 */
more: boolean, 
/**
 * Others' notes are in it.
 */
everybody: boolean, };

/**
 * How soon somebody must be seen, by who took the call.
 */
export type Urgency = "routine" | "soon" | "urgent";

/**
 * What the measures say about the specimen.
 */
export type Validity = "valid" | "dilute" | "substituted" | "invalid" | "adulterated" | "dilution_not_determined" | "not_determined";

/**
 * What measures say of a specimen.
 */
export type ValidityAnswer = { validity: Validity, 
/**
 * What was found, a finished sentence each.
 */
findings: Array<string>, 
/**
 * Within how many minutes the temperature must be read.
 */
temperature_minutes: number, };

/**
 * The request of `drug_test.validity`: what the measures typed so far say.
 */
export type ValidityRequest = { specimen: Specimen, measures: Measures, };

/**
 * Whose documents to verify: a chart's, or everybody's.
 */
export type VerifySignatures = { client?: ClientId, };

/**
 * A version in the list of a panel.
 */
export type VersionLine = { number: number, effective_on?: string, because: string, 
/**
 * Empty for what comes with Evenkeel.
 */
by: string, at: Moment, analytes: number, };

/**
 * The request of `agreement.void`.
 */
export type VoidAgreement = { id: AgreementId, rev: number, reason: string, };

/**
 * The request of `client.void`.
 */
export type VoidClient = { id: ClientId, rev: number, reason: string, };

/**
 * The request of `consent.void`.
 */
export type VoidConsent = { id: ConsentId, rev: number, reason: string, };

/**
 * The request of `staff.credential_void`.
 */
export type VoidCredential = { id: CredentialId, rev: number, reason: string, };

/**
 * The request of `instrument.void`.
 */
export type VoidMeasurement = { id: MeasurementId, rev: number, reason: string, };

/**
 * The request of `note.void`: a draft that should not be.
 */
export type VoidNote = { id: NoteId, rev: number, reason: string, };

/**
 * The request of `snippet.void` and `snippet.restore`.
 */
export type VoidSnippet = { id: SnippetId, rev: number, };

/**
 * The request of `drug_test.void`.
 */
export type VoidTest = { id: DrugTestId, rev: number, reason: string, };

/**
 * The request of `spelling.void` and `spelling.restore`.
 */
export type VoidWord = { id: SpellingWordId, rev: number, };

/**
 * A drink.
 */
export type WaitFluid = { at: Moment, ounces: number, };

/**
 * Somebody who waits.
 */
export type WaitLine = { id: WaitlistId, client: ClientId, name: ShownName, since_on: string, 
/**
 * Why the client waits for this group.
 */
reason: string, 
/**
 * Why the client stands where they stand, when somebody moved them.
 */
moved_because: string, 
/**
 * A seat was offered on this date.
 */
offered_on?: string, 
/**
 * The person may move, offer, accept and take off: the client is theirs to arrange.
 */
may_change: boolean, 
/**
 * Papers of the intake packet that keep the client out of groups; empty for whom the client is not theirs to arrange.
 */
owes: Array<string>, rev: number, };

/**
 * Who waits for a group, in order.
 */
export type Waiting = { waiting: Array<WaitLine>, 
/**
 * Seats free today under the cap.
 */
seats: number, };

/**
 * A place on a waitlist.
 */
export type WaitlistId = string;

/**
 * Somebody who came without being expected.
 */
export type WalkIn = { client: ClientId, 
/**
 * The missed attendance this one makes up for.
 */
makes_up?: AttendanceId, 
/**
 * Asked for beside somebody to be kept apart from.
 */
apart_reason?: string, };

/**
 * Somebody who may walk in.
 */
export type WalkInChoice = { client: ClientId, name: ShownName, number: number, 
/**
 * Sessions of this program week that the person missed, to be made up.
 */
missed: Array<MissedSession>, };

/**
 * A week of one client.
 */
export type WeekLine = { start: string, last: string, days: Array<DayLine>, minutes: number, 
/**
 * What the level of care asks for, in minutes.
 */
minimum?: number, level?: string, state: WeekState, 
/**
 * What was applied beside the plain rule; empty in a plain week.
 */
rules: Array<WeekRule>, 
/**
 * Minutes that lack; 0 when nothing is owed or it is reached.
 */
lacks: number, };

/**
 * What was applied to a week beside the plain rule.
 */
export type WeekRule = "own_hours" | "payer_hours" | "partial_share" | "level_share" | "level_last";

/**
 * The day a program week begins.
 */
export type WeekStart = "sunday" | "monday" | "saturday";

/**
 * How a week stands.
 */
export type WeekState = "reached" | "short" | "running" | "partial" | "not_owed";

/**
 * The request of `arrival.board`.
 */
export type WhichBoard = { 
/**
 * Today when left out.
 */
on?: string, };

/**
 * The request of `session.plan_again`.
 */
export type WhichCancelled = { id: SessionId, rev: number, 
/**
 * Asked for when two who must not share a room would.
 */
apart_reason?: string, };

/**
 * Which clients a list shows.
 */
export type WhichClients = "active" | "inquiry" | "discharged" | "all";

/**
 * Which curriculum: one of the practice's own, or a shipped one by its key.
 */
export type WhichCurriculum = { id?: CurriculumId, shipped?: string, };

/**
 * The request of `curriculum.editions`.
 */
export type WhichEditions = { id: CurriculumId, };

/**
 * Which group.
 */
export type WhichGroup = { id: GroupId, };

/**
 * The request of `attendance.history`.
 */
export type WhichHistory = { client: ClientId, 
/**
 * Only earlier dates than this.
 */
before?: string, };

/**
 * The request of `attendance.hours`.
 */
export type WhichHours = { client: ClientId, 
/**
 * How many program weeks back, this one included; 12 when left out, 53 at most.
 */
weeks?: number, };

/**
 * The request of `inquiry.steps`.
 */
export type WhichInquiry = { id: InquiryId, };

/**
 * The request of `instrument.measurement`.
 */
export type WhichMeasurement = { id: MeasurementId, };

/**
 * The request of `booking.choices`.
 */
export type WhichMissed = { attendance: AttendanceId, };

/**
 * Which note.
 */
export type WhichNote = { id: NoteId, };

/**
 * The request of `day.room`.
 */
export type WhichRoom = { session: SessionId, };

/**
 * Which session.
 */
export type WhichSession = { id: SessionId, };

/**
 * The request of `attendance.sheet`.
 */
export type WhichSheet = { session: SessionId, };

/**
 * Which template.
 */
export type WhichTemplate = { id: TemplateId, };

/**
 * Which place on a waitlist.
 */
export type WhichWaiting = { id: WaitlistId, rev: number, };

/**
 * The request of `waitlist.of_group`.
 */
export type WhichWaitlist = { group: GroupId, };

/**
 * The request of `session.together`: who must not share the room of a session.
 */
export type WhoTogether = { id: SessionId, 
/**
 * Only with this client, who is about to come in.
 */
client?: ClientId, };

/**
 * Whose sessions a list shows.
 */
export type Whose = "mine" | "everybody";

/**
 * The request of `booking.of_client`.
 */
export type WhoseMissed = { client: ClientId, };

/**
 * The request of `apart.of_client`.
 */
export type WhosePairs = { client: ClientId, };

/**
 * The request of `attendance.missed_topics`.
 */
export type WhoseTopics = { client: ClientId, };

/**
 * Why a line is not taken.
 */
export type Why = "width" | "not_text" | "no_specimen" | "specimen_not_found" | "two_tests" | "unknown_panel" | "not_now" | "unknown_analyte" | "not_ordered" | "unknown_result" | "unknown_phase" | "quantity" | "unit_missing" | "other_unit" | "measure" | "unknown_oxidant" | "cutoff" | "date" | "other_day" | "twice" | "unknown_overall" | "lines_differ" | "contradicts" | "with_others";

/**
 * Which words a mapping explains.
 */
export type WordKind = "analyte" | "result" | "phase" | "overall" | "oxidant";

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
 * A version as a form sends it and a screen shows it.
 */
export type WorkPatternFields = { 
/**
 * The first date it holds.
 */
from_on: string, 
/**
 * IANA name of the workplace's zone.
 */
time_zone: string, 
/**
 * One letter a day, repeating: D day, N night, C call, O off.
 */
cycle: string, 
/**
 * The date of the first letter.
 */
anchor_on: string, day: ShiftFields, night: ShiftFields, call: ShiftFields, travel_minutes: number, blocked: Array<Blocked>, };

/**
 * One version of a work pattern.
 */
export type WorkPatternId = string;

/**
 * One version.
 */
export type WorkPatternLine = { id: WorkPatternId, rev: number, fields: WorkPatternFields, 
/**
 * It holds today.
 */
holds: boolean, };

/**
 * The request of `work_pattern.list`.
 */
export type WorkPatternOf = { client: ClientId, };

/**
 * The versions of a client, the latest first, and what they make of the next two weeks.
 */
export type WorkPatterns = { versions: Array<WorkPatternLine>, next: Array<BusyLine>, may_set: boolean, };

/**
 * The answer of `workstation.state`.
 */
export type Workstation = { state: StateWord, trouble?: Trouble, practice?: PracticeLine, person?: Person, locked_at?: Moment, pin_set: boolean, pin_tries_left: number, 
/**
 * Minutes without a sign of life before the screen locks, 1 to 15.
 */
idle_minutes: number, setup?: Setup, backup?: BackupLine, version: string, };

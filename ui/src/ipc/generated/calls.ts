// Generated from the Rust types by `cargo xtask codegen`. Do not edit.

import type * as T from "./types.ts";

export type * from "./types.ts";

/** Kind, request and answer of every call. */
export interface Calls {
  "workstation.state": { kind: "query"; request: T.Nothing; answer: T.Workstation };
  "workstation.touch": { kind: "query"; request: T.Nothing; answer: T.Done };
  "workstation.sign_in": { kind: "op"; request: T.SignIn; answer: T.Workstation };
  "workstation.lock": { kind: "op"; request: T.LockRequest; answer: T.Workstation };
  "workstation.unlock": { kind: "op"; request: T.Unlock; answer: T.Workstation };
  "workstation.recover": { kind: "op"; request: T.Recover; answer: T.Workstation };
  "job.list": { kind: "query"; request: T.Nothing; answer: Array<T.Job> };
  "job.cancel": { kind: "op"; request: T.JobKey; answer: T.Done };
  "job.dismiss": { kind: "op"; request: T.JobKey; answer: T.Done };
  "practice.choices": { kind: "query"; request: T.Nothing; answer: T.PracticeChoices };
  "practice.create": { kind: "op"; request: T.CreatePractice; answer: T.RecoveryKey };
  "practice.get": { kind: "query"; request: T.Nothing; answer: T.Practice };
  "practice.change": { kind: "op"; request: T.ChangePractice; answer: T.Practice };
  "policy.list": { kind: "query"; request: T.Nothing; answer: Array<T.Policy> };
  "policy.payers": { kind: "query"; request: T.Nothing; answer: Array<string> };
  "policy.set": { kind: "op"; request: T.SetPolicy; answer: T.Done };
  "recovery.show": { kind: "op"; request: T.Nothing; answer: T.RecoveryKey };
  "recovery.check": { kind: "op"; request: T.CheckGroups; answer: T.Checked };
  "recovery.print": { kind: "op"; request: T.PrintSheet; answer: T.Printed };
  "recovery.renew": { kind: "op"; request: T.RenewRecovery; answer: T.RecoveryKey };
  "staff.list": { kind: "query"; request: T.Nothing; answer: Array<T.StaffRow> };
  "staff.names": { kind: "query"; request: T.Nothing; answer: Array<T.StaffName> };
  "staff.add": { kind: "op"; request: T.AddStaff; answer: T.StaffRow };
  "staff.change": { kind: "op"; request: T.ChangeStaff; answer: T.StaffRow };
  "staff.deactivate": { kind: "op"; request: T.Deactivate; answer: T.StaffRow };
  "staff.reactivate": { kind: "op"; request: T.Reactivate; answer: T.StaffRow };
  "staff.reset_passphrase": { kind: "op"; request: T.ResetPassphrase; answer: T.StaffRow };
  "staff.credential_add": { kind: "op"; request: T.NewCredential; answer: T.StaffRow };
  "staff.credential_change": { kind: "op"; request: T.OldCredential; answer: T.StaffRow };
  "staff.credential_void": { kind: "op"; request: T.VoidCredential; answer: T.StaffRow };
  "staff.own_credentials": { kind: "query"; request: T.Nothing; answer: Array<T.Credential> };
  "staff.credential_mend": { kind: "op"; request: T.MendCredential; answer: T.Done };
  "staff.mends": { kind: "query"; request: T.Nothing; answer: Array<T.MendLine> };
  "staff.mend_seen": { kind: "op"; request: T.SeeMend; answer: T.Done };
  "staff.stand_ins": { kind: "query"; request: T.Nothing; answer: T.StandInList };
  "staff.stand_in_name": { kind: "op"; request: T.NameStandIn; answer: T.Done };
  "staff.stand_in_end": { kind: "op"; request: T.EndStandIn; answer: T.Done };
  "passphrase.strength": { kind: "query"; request: T.StrengthRequest; answer: T.Strength };
  "passphrase.change": { kind: "op"; request: T.ChangePassphrase; answer: T.Done };
  "pin.set": { kind: "op"; request: T.SetPin; answer: T.Done };
  "pin.clear": { kind: "op"; request: T.Nothing; answer: T.Done };
  "screen.get": { kind: "query"; request: T.Nothing; answer: T.Screen };
  "screen.set": { kind: "op"; request: T.Screen; answer: T.Done };
  "draft.save": { kind: "op"; request: T.SaveDraft; answer: T.Saved };
  "draft.get": { kind: "query"; request: T.FormKey; answer: T.DraftAnswer | null };
  "draft.list": { kind: "query"; request: T.Nothing; answer: Array<T.DraftLine> };
  "draft.discard": { kind: "op"; request: T.FormKey; answer: T.Done };
  "draft.set_aside": { kind: "op"; request: T.SetAside; answer: T.Done };
  "draft.aside": { kind: "query"; request: T.FormKey; answer: Array<T.AsideWords> };
  "backup.list": { kind: "query"; request: T.Nothing; answer: T.BackupList };
  "backup.place": { kind: "op"; request: T.Nothing; answer: T.PlaceAnswer };
  "backup.automatic": { kind: "op"; request: T.Automatic; answer: T.Done };
  "backup.make": { kind: "op"; request: T.Nothing; answer: T.StartedJob };
  "backup.verify": { kind: "op"; request: T.BackupFile; answer: T.StartedJob };
  "backup.loss": { kind: "query"; request: T.BackupFile; answer: T.BackupLoss };
  "backup.restore": { kind: "op"; request: T.RestoreFrom; answer: T.StartedJob };
  "backup.restore_elsewhere": { kind: "op"; request: T.RestoreFrom; answer: T.StartedJob };
  "backup.restore_first": { kind: "op"; request: T.RestoreFirst; answer: T.StartedJob };
  "audit.list": { kind: "query"; request: T.AuditList; answer: T.AuditPage };
  "audit.verify": { kind: "op"; request: T.Nothing; answer: T.StartedJob };
  "client.find": { kind: "query"; request: T.FindClients; answer: Array<T.FoundClient> };
  "client.list": { kind: "query"; request: T.ListClients; answer: T.ClientPage };
  "client.duplicates": { kind: "query"; request: T.MayBeHere; answer: T.Duplicates };
  "client.professions": { kind: "query"; request: T.Nothing; answer: Array<T.ProfessionChoice> };
  "diagnosis.choices": { kind: "query"; request: T.FindDiagnoses; answer: Array<T.DiagnosisChoice> };
  "client.open": { kind: "op"; request: T.OpenClient; answer: T.Chart };
  "client.break_glass": { kind: "op"; request: T.BreakGlass; answer: T.GlassBroken };
  "break_glass.list": { kind: "query"; request: T.Nothing; answer: Array<T.GlassRow> };
  "break_glass.seen": { kind: "op"; request: T.GlassKey; answer: T.Done };
  "named_chart.list": { kind: "query"; request: T.ChartsNamedFor; answer: Array<T.NamedChart> };
  "named_chart.add": { kind: "op"; request: T.NameChart; answer: T.ChartNamed };
  "named_chart.end": { kind: "op"; request: T.ThisNamedChart; answer: T.Done };
  "client.add": { kind: "op"; request: T.AddClient; answer: T.Added };
  "client.change": { kind: "op"; request: T.ChangeClient; answer: T.Done };
  "client.restrict": { kind: "op"; request: T.Restrict; answer: T.Done };
  "client.void": { kind: "op"; request: T.VoidClient; answer: T.Done };
  "care_team.add": { kind: "op"; request: T.AddCarePlace; answer: T.CarePlaceStands };
  "care_team.end": { kind: "op"; request: T.EndCarePlace; answer: T.CarePlaceStands };
  "episode.admit": { kind: "op"; request: T.Admit; answer: T.EpisodeStands };
  "episode.change": { kind: "op"; request: T.ChangeEpisode; answer: T.EpisodeStands };
  "episode.level": { kind: "op"; request: T.ChangeLevel; answer: T.EpisodeStands };
  "episode.discharge": { kind: "op"; request: T.Discharge; answer: T.EpisodeStands };
  "episode.reopen": { kind: "op"; request: T.EpisodeKey; answer: T.EpisodeStands };
  "episode.void": { kind: "op"; request: T.EpisodeKey; answer: T.EpisodeStands };
  "contact.add": { kind: "op"; request: T.AddPart<T.ContactFields>; answer: T.PartStands };
  "contact.change": { kind: "op"; request: T.ChangePart<T.ContactFields>; answer: T.PartStands };
  "contact.void": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "contact.restore": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "emergency_contact.add": { kind: "op"; request: T.AddPart<T.EmergencyContactFields>; answer: T.PartStands };
  "emergency_contact.change": { kind: "op"; request: T.ChangePart<T.EmergencyContactFields>; answer: T.PartStands };
  "emergency_contact.void": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "emergency_contact.restore": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "insurance.add": { kind: "op"; request: T.AddPart<T.InsuranceFields>; answer: T.PartStands };
  "insurance.change": { kind: "op"; request: T.ChangePart<T.InsuranceFields>; answer: T.PartStands };
  "insurance.void": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "insurance.restore": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "license.add": { kind: "op"; request: T.AddPart<T.LicenseFields>; answer: T.PartStands };
  "license.change": { kind: "op"; request: T.ChangePart<T.LicenseFields>; answer: T.PartStands };
  "license.void": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "license.restore": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "work.add": { kind: "op"; request: T.AddPart<T.WorkFields>; answer: T.PartStands };
  "work.change": { kind: "op"; request: T.ChangePart<T.WorkFields>; answer: T.PartStands };
  "work.void": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "work.restore": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "medication.add": { kind: "op"; request: T.AddPart<T.MedicationFields>; answer: T.PartStands };
  "medication.change": { kind: "op"; request: T.ChangePart<T.MedicationFields>; answer: T.PartStands };
  "medication.void": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "medication.restore": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "diagnosis.add": { kind: "op"; request: T.AddPart<T.DiagnosisFields>; answer: T.PartStands };
  "diagnosis.change": { kind: "op"; request: T.ChangePart<T.DiagnosisFields>; answer: T.PartStands };
  "diagnosis.void": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "diagnosis.restore": { kind: "op"; request: T.PartKey; answer: T.PartStands };
  "signature.colleagues": { kind: "query"; request: T.ColleaguesOf; answer: Array<T.MaySign> };
  "inquiry.list": { kind: "query"; request: T.ListInquiries; answer: T.InquiryList };
  "inquiry.steps": { kind: "query"; request: T.WhichInquiry; answer: Array<T.StepTaken> };
  "inquiry.add": { kind: "op"; request: T.AddInquiry; answer: T.InquiryAdded };
  "inquiry.change": { kind: "op"; request: T.ChangeInquiry; answer: T.InquiryStands };
  "inquiry.step": { kind: "op"; request: T.TakeStep; answer: T.InquiryStands };
  "inquiry.take_back": { kind: "op"; request: T.ThisInquiry; answer: T.InquiryStands };
  "inquiry.void": { kind: "op"; request: T.ThisInquiry; answer: T.Done };
  "assessment.template": { kind: "query"; request: T.Nothing; answer: T.AssessmentTemplate };
  "assessment.get": { kind: "query"; request: T.AssessmentOf; answer: T.ClientAssessments };
  "assessment.version": { kind: "query"; request: T.OneAssessment; answer: T.Assessment };
  "assessment.start": { kind: "op"; request: T.AssessmentOf; answer: T.Assessment };
  "assessment.save": { kind: "op"; request: T.SaveAssessment; answer: T.Assessment };
  "assessment.discard": { kind: "op"; request: T.ThisAssessment; answer: T.Done };
  "assessment.ready": { kind: "query"; request: T.OneAssessment; answer: T.SignReady };
  "assessment.sign": { kind: "op"; request: T.SignAssessment; answer: T.Assessment };
  "assessment.take_over": { kind: "op"; request: T.ThisAssessment; answer: T.Assessment };
  "assessment.print": { kind: "op"; request: T.PrintAssessment; answer: T.Printout };
  "assessment.print_levels": { kind: "op"; request: T.PrintLevels; answer: T.Printout };
  "plan.get": { kind: "query"; request: T.PlanOf; answer: T.ClientPlan };
  "plan.version": { kind: "query"; request: T.OnePlan; answer: T.Plan };
  "plan.print": { kind: "op"; request: T.PrintPlan; answer: T.Printout };
  "plan.start": { kind: "op"; request: T.PlanOf; answer: T.Plan };
  "plan.save": { kind: "op"; request: T.SavePlan; answer: T.Plan };
  "plan.discard": { kind: "op"; request: T.ThisPlan; answer: T.Done };
  "plan.ready": { kind: "query"; request: T.OnePlan; answer: T.SignReady };
  "plan.sign": { kind: "op"; request: T.SignPlan; answer: T.Plan };
  "plan.mark": { kind: "op"; request: T.MarkObjective; answer: T.Plan };
  "plan.approve": { kind: "op"; request: T.ApprovePlan; answer: T.Plan };
  "plan.return": { kind: "op"; request: T.ReturnPlan; answer: T.Plan };
  "plan.review_ready": { kind: "query"; request: T.ReviewToSign; answer: T.SignReady };
  "plan.review": { kind: "op"; request: T.ReviewPlan; answer: T.Plan };
  "plan.difference": { kind: "query"; request: T.TwoPlans; answer: T.PlanDifference };
  "plan.due": { kind: "query"; request: T.Nothing; answer: Array<T.PlanToDo> };
  "plan.sources": { kind: "query"; request: T.PlanOf; answer: Array<T.ProblemFound> };
  "plan_signature.record": { kind: "op"; request: T.RecordSignature; answer: T.Plan };
  "plan_signature.void": { kind: "op"; request: T.ThisSignature; answer: T.Plan };
  "plan_signature.hand": { kind: "op"; request: T.OnePlan; answer: T.Done };
  "plan_signature.handed": { kind: "query"; request: T.Nothing; answer: T.HandedPlan };
  "plan_signature.hand_in": { kind: "op"; request: T.HandedSignature; answer: T.Done };
  "library.list": { kind: "query"; request: T.Nothing; answer: Array<T.LibraryObjective> };
  "library.add": { kind: "op"; request: T.AddToLibrary; answer: Array<T.LibraryObjective> };
  "library.change": { kind: "op"; request: T.ChangeLibrary; answer: Array<T.LibraryObjective> };
  "consent.list": { kind: "query"; request: T.ConsentsOf; answer: T.ConsentList };
  "consent.kinds": { kind: "query"; request: T.Nothing; answer: Array<T.ConsentChoice> };
  "consent.print": { kind: "op"; request: T.PrintConsent; answer: T.Printout };
  "consent.add": { kind: "op"; request: T.AddConsent; answer: T.ConsentRow };
  "consent.revoke": { kind: "op"; request: T.RevokeConsent; answer: T.ConsentRow };
  "consent.void": { kind: "op"; request: T.VoidConsent; answer: T.ConsentRow };
  "discharge.list": { kind: "query"; request: T.DischargesOf; answer: T.Discharges };
  "discharge.print": { kind: "op"; request: T.PrintSummary; answer: T.Printout };
  "discharge.start": { kind: "op"; request: T.StartSummary; answer: T.Discharges };
  "discharge.save": { kind: "op"; request: T.SaveSummary; answer: T.Discharges };
  "discharge.discard": { kind: "op"; request: T.ThisSummary; answer: T.Discharges };
  "discharge.ready": { kind: "query"; request: T.OneSummary; answer: T.SignReady };
  "discharge.sign": { kind: "op"; request: T.SignSummary; answer: T.Discharges };
  "discharge.take_over": { kind: "op"; request: T.ThisSummary; answer: T.Discharges };
  "intake.packet": { kind: "query"; request: T.PacketOf; answer: T.Packet };
  "intake.items": { kind: "query"; request: T.Nothing; answer: Array<T.IntakeItem> };
  "intake.mark": { kind: "op"; request: T.MarkItem; answer: T.Packet };
  "intake.clear": { kind: "op"; request: T.ClearMark; answer: T.Packet };
  "intake.add_item": { kind: "op"; request: T.AddItem; answer: Array<T.IntakeItem> };
  "intake.change_item": { kind: "op"; request: T.ChangeItem; answer: Array<T.IntakeItem> };
  "intake.retire_item": { kind: "op"; request: T.ThisItem; answer: T.Done };
  "curriculum.list": { kind: "query"; request: T.Nothing; answer: T.CurriculumList };
  "curriculum.get": { kind: "query"; request: T.WhichCurriculum; answer: T.CurriculumAnswer };
  "curriculum.editions": { kind: "query"; request: T.WhichEditions; answer: Array<T.CurriculumEdition> };
  "curriculum.adopt": { kind: "op"; request: T.AdoptCurriculum; answer: T.SavedCurriculum };
  "curriculum.change": { kind: "op"; request: T.ChangeCurriculum; answer: T.SavedCurriculum };
  "curriculum.extend": { kind: "op"; request: T.ExtendCurriculum; answer: T.SavedLesson };
  "curriculum.lesson": { kind: "op"; request: T.ChangeLesson; answer: T.SavedLesson };
  "curriculum.handout": { kind: "op"; request: T.PrintHandout; answer: T.HandoutSaved };
  "apart.of_client": { kind: "query"; request: T.WhosePairs; answer: T.Pairs };
  "apart.add": { kind: "op"; request: T.KeepApart; answer: T.SavedApart };
  "apart.end": { kind: "op"; request: T.EndApart; answer: T.SavedApart };
  "closure.list": { kind: "query"; request: T.ClosureYear; answer: T.Closures };
  "closure.holidays": { kind: "query"; request: T.ClosureYear; answer: Array<T.Proposal> };
  "group.types": { kind: "query"; request: T.Nothing; answer: Array<T.GroupType> };
  "group.list": { kind: "query"; request: T.ListGroups; answer: Array<T.GroupLine> };
  "group.get": { kind: "query"; request: T.WhichGroup; answer: T.GroupAnswer };
  "group.together": { kind: "query"; request: T.RosterTogether; answer: Array<T.Together> };
  "group.follow": { kind: "op"; request: T.FollowCurriculum; answer: T.AddedGroup };
  "membership.join": { kind: "op"; request: T.Join; answer: T.SavedMembership };
  "membership.leave": { kind: "op"; request: T.Leave; answer: T.SavedMembership };
  "waitlist.of_group": { kind: "query"; request: T.WhichWaitlist; answer: T.Waiting };
  "waitlist.add": { kind: "op"; request: T.AddWaiting; answer: T.SavedWaiting };
  "waitlist.move": { kind: "op"; request: T.MoveWaiting; answer: T.SavedWaiting };
  "waitlist.offer": { kind: "op"; request: T.WhichWaiting; answer: T.SavedWaiting };
  "waitlist.keep_waiting": { kind: "op"; request: T.WhichWaiting; answer: T.SavedWaiting };
  "waitlist.accept": { kind: "op"; request: T.AcceptWaiting; answer: T.SavedWaiting };
  "waitlist.remove": { kind: "op"; request: T.RemoveWaiting; answer: T.SavedWaiting };
  "group.add": { kind: "op"; request: T.AddGroup; answer: T.AddedGroup };
  "group.change": { kind: "op"; request: T.ChangeGroup; answer: T.AddedGroup };
  "slot.add": { kind: "op"; request: T.AddSlot; answer: T.AddedSlot };
  "slot.end": { kind: "op"; request: T.EndSlot; answer: T.AddedSlot };
  "session.plan": { kind: "op"; request: T.PlanSession; answer: T.SavedSession };
  "session.plan_ahead": { kind: "op"; request: T.Nothing; answer: T.Planned };
  "session.change": { kind: "op"; request: T.ChangeSession; answer: T.SavedSession };
  "session.cancel": { kind: "op"; request: T.CancelSession; answer: T.SavedSession };
  "session.plan_again": { kind: "op"; request: T.WhichCancelled; answer: T.SavedSession };
  "session.substitute": { kind: "op"; request: T.Substitute; answer: T.SavedSession };
  "session.swap_lesson": { kind: "op"; request: T.SwapLesson; answer: T.SavedSession };
  "series.move": { kind: "op"; request: T.MoveSeries; answer: T.MovedSeries };
  "series.cancel": { kind: "op"; request: T.CancelSeries; answer: T.CancelledSeries };
  "series.resume": { kind: "op"; request: T.ResumeSeries; answer: T.CancelledSeries };
  "closure.add": { kind: "op"; request: T.AddClosures; answer: T.ClosuresAdded };
  "closure.remove": { kind: "op"; request: T.RemoveClosure; answer: T.ClosureRemoved };
  "session.together": { kind: "query"; request: T.WhoTogether; answer: Array<T.Together> };
  "session.day": { kind: "query"; request: T.SessionDay; answer: T.SessionList };
  "session.get": { kind: "query"; request: T.WhichSession; answer: T.SessionAnswer };
  "session.sign_in_sheet": { kind: "op"; request: T.PrintSignInSheet; answer: T.SheetSaved };
  "arrival.board": { kind: "query"; request: T.WhichBoard; answer: T.Board };
  "arrival.mark": { kind: "op"; request: T.MarkArrival; answer: T.SavedArrival };
  "arrival.take_back": { kind: "op"; request: T.TakeMarkBack; answer: T.SavedArrival };
  "attendance.sheet": { kind: "query"; request: T.WhichSheet; answer: T.Sheet };
  "attendance.walk_in_choices": { kind: "query"; request: T.FindWalkIn; answer: Array<T.WalkInChoice> };
  "attendance.record": { kind: "op"; request: T.RecordAttendance; answer: T.RecordedSession };
  "attendance.take_back": { kind: "op"; request: T.TakeBackAttendance; answer: T.RecordedSession };
  "attendance.correct": { kind: "op"; request: T.CorrectAttendance; answer: T.CorrectedAttendance };
  "attendance.add_walk_in": { kind: "op"; request: T.AddWalkIn; answer: T.AddedWalkIn };
  "attendance.add_unknown": { kind: "op"; request: T.AddUnknown; answer: T.UnknownSaved };
  "attendance.resolve_unknown": { kind: "op"; request: T.ResolveUnknown; answer: T.UnknownSaved };
  "attendance.dismiss_unknown": { kind: "op"; request: T.DismissUnknown; answer: T.UnknownSaved };
  "attendance.hours": { kind: "query"; request: T.WhichHours; answer: T.Hours };
  "attendance.missed_topics": { kind: "query"; request: T.WhoseTopics; answer: Array<T.MissedTopic> };
  "attendance.group_topics": { kind: "query"; request: T.GroupTopicsOf; answer: Array<T.MissedTopic> };
  "attendance.print": { kind: "op"; request: T.PrintAttendance; answer: T.Printout };
  "attendance.history": { kind: "query"; request: T.WhichHistory; answer: T.AttendanceHistory };
  "booking.of_client": { kind: "query"; request: T.WhoseMissed; answer: T.Missed };
  "booking.choices": { kind: "query"; request: T.WhichMissed; answer: Array<T.BookingChoice> };
  "booking.add": { kind: "op"; request: T.AddBooking; answer: T.SavedBooking };
  "booking.cancel": { kind: "op"; request: T.CancelBooking; answer: T.SavedBooking };
  "note_template.list": { kind: "query"; request: T.Nothing; answer: T.NoteTemplateList };
  "note_template.editions": { kind: "query"; request: T.WhichTemplate; answer: Array<T.TemplateEdition> };
  "note_template.add": { kind: "op"; request: T.AddTemplate; answer: T.SavedTemplate };
  "note_template.change": { kind: "op"; request: T.ChangeTemplate; answer: T.SavedTemplate };
  "note_template.retire": { kind: "op"; request: T.RetireTemplate; answer: T.SavedTemplate };
  "note_template.bring_back": { kind: "op"; request: T.RetireTemplate; answer: T.SavedTemplate };
  "snippet.list": { kind: "query"; request: T.Nothing; answer: Array<T.Snippet> };
  "snippet.add": { kind: "op"; request: T.AddSnippet; answer: T.SavedSnippet };
  "snippet.change": { kind: "op"; request: T.ChangeSnippet; answer: T.SavedSnippet };
  "snippet.void": { kind: "op"; request: T.VoidSnippet; answer: T.SavedSnippet };
  "snippet.restore": { kind: "op"; request: T.VoidSnippet; answer: T.SavedSnippet };
  "note.start": { kind: "op"; request: T.StartNote; answer: T.NoteHandle };
  "note.save": { kind: "op"; request: T.SaveNote; answer: T.NoteHandle };
  "note.void": { kind: "op"; request: T.VoidNote; answer: T.Done };
  "note.open": { kind: "op"; request: T.WhichNote; answer: T.Done };
  "note.ready": { kind: "query"; request: T.AskReady; answer: T.NoteReady };
  "note.get": { kind: "query"; request: T.WhichNote; answer: T.NoteAnswer };
  "note.templates": { kind: "query"; request: T.Nothing; answer: T.NoteTemplates };
  "note.chart": { kind: "query"; request: T.NoteChartRequest; answer: T.NotePage };
  "note.mine": { kind: "query"; request: T.Nothing; answer: Array<T.NoteTask> };
  "note.cosign_queue": { kind: "query"; request: T.Nothing; answer: Array<T.NoteTask> };
  "note.search": { kind: "query"; request: T.NoteSearch; answer: T.NotesFound };
  "note.sign": { kind: "op"; request: T.SignNote; answer: T.NoteSigned };
  "note.cosign": { kind: "op"; request: T.CosignNote; answer: T.NoteHandle };
  "note.cosign_all": { kind: "op"; request: T.CosignNotes; answer: T.NotesCosigned };
  "note.return": { kind: "op"; request: T.ReturnNote; answer: T.NoteHandle };
  "note.review": { kind: "query"; request: T.WhichNote; answer: T.NoteReview };
  "note.unsigned": { kind: "query"; request: T.Nothing; answer: T.UnsignedNotes };
  "note.carry": { kind: "query"; request: T.WhichNote; answer: Array<T.CarryOffer> };
  "note.colleagues": { kind: "query"; request: T.WhichNote; answer: Array<T.Colleague> };
  "note.hand_over": { kind: "op"; request: T.HandOverNote; answer: T.NoteHandle };
  "note.give_back": { kind: "op"; request: T.GiveBackNote; answer: T.NoteHandle };
  "note.print": { kind: "op"; request: T.PrintNote; answer: T.Printout };
  "note.addendum": { kind: "op"; request: T.AddAddendum; answer: T.NoteHandle };
  "note.correct_attendance": { kind: "op"; request: T.CorrectUnderNote; answer: T.AttendanceCorrected };
  "group_note.get": { kind: "query"; request: T.GroupNoteOf; answer: T.GroupNotePage };
  "group_note.evening": { kind: "query"; request: T.EveningOf; answer: T.Evening };
  "group_note.save": { kind: "op"; request: T.SaveGroupNote; answer: T.GroupSaved };
  "group_note.colleagues": { kind: "query"; request: T.GroupNoteOf; answer: Array<T.Colleague> };
  "group_note.hand_over": { kind: "op"; request: T.HandOverGroup; answer: T.Done };
  "group_note.sign": { kind: "op"; request: T.SignGroupNotes; answer: Array<T.SessionSigned> };
  "work_pattern.list": { kind: "query"; request: T.WorkPatternOf; answer: T.WorkPatterns };
  "work_pattern.set": { kind: "op"; request: T.SetWorkPattern; answer: T.SavedWorkPattern };
  "work_pattern.void": { kind: "op"; request: T.ThisWorkPattern; answer: T.Done };
  "fitting.groups": { kind: "query"; request: T.FitFor; answer: T.FitAnswer };
  "fitting.forecast": { kind: "query"; request: T.FitFor; answer: T.Forecast };
  "fitting.clashes": { kind: "query"; request: T.Nothing; answer: Array<T.ComingClash> };
  "fitting.save_calendar": { kind: "op"; request: T.SaveCalendar; answer: T.Done };
  "fitting.print_calendar": { kind: "op"; request: T.SaveCalendar; answer: T.Done };
  "counseling_note.list": { kind: "query"; request: T.CounselingNotesOf; answer: T.CounselingNotes };
  "counseling_note.open": { kind: "op"; request: T.OneCounselingNote; answer: T.CounselingNote };
  "counseling_note.look_back": { kind: "op"; request: T.OneCounselingNote; answer: Array<T.CounselingNoteVersion> };
  "counseling_note.start": { kind: "op"; request: T.CounselingNotesOf; answer: T.CounselingNote };
  "counseling_note.save": { kind: "op"; request: T.SaveCounselingNote; answer: T.SavedCounselingNote };
  "counseling_note.close": { kind: "op"; request: T.ThisCounselingNote; answer: T.CounselingNote };
  "counseling_note.void": { kind: "op"; request: T.ThisCounselingNote; answer: T.Done };
  "counseling_note.name": { kind: "op"; request: T.ReaderOfNote; answer: T.CounselingNote };
  "counseling_note.take_away": { kind: "op"; request: T.ReaderOfNote; answer: T.CounselingNote };
  "counseling_note.recoveries": { kind: "query"; request: T.Nothing; answer: T.CounselingRecoveries };
  "counseling_note.ask_recovery": { kind: "op"; request: T.AskRecovery; answer: T.CounselingRecovery };
  "counseling_note.open_recovery": { kind: "op"; request: T.OpenRecovery; answer: T.CounselingRecovery };
  "counseling_note.drop_recovery": { kind: "op"; request: T.ThisRecovery; answer: T.Done };
  "panel.list": { kind: "query"; request: T.Nothing; answer: T.PanelList };
  "panel.get": { kind: "query"; request: T.OnePanel; answer: T.PanelSheet };
  "panel.substances": { kind: "query"; request: T.Nothing; answer: Array<T.Substance> };
  "panel.compare": { kind: "query"; request: T.ComparePanels; answer: T.PanelDifferences };
  "panel.copy": { kind: "op"; request: T.CopyPanel; answer: T.PanelSheet };
  "panel.revise": { kind: "op"; request: T.RevisePanel; answer: T.PanelSheet };
  "panel.change": { kind: "op"; request: T.ChangePanel; answer: T.PanelSheet };
  "panel.add_laboratory": { kind: "op"; request: T.AddLaboratory; answer: T.SavedLaboratory };
  "panel.change_laboratory": { kind: "op"; request: T.ChangeLaboratory; answer: T.SavedLaboratory };
  "agreement.list": { kind: "query"; request: T.AgreementsOf; answer: T.Agreements };
  "agreement.add": { kind: "op"; request: T.AddAgreement; answer: T.SavedAgreement };
  "agreement.change": { kind: "op"; request: T.ChangeAgreement; answer: T.SavedAgreement };
  "agreement.void": { kind: "op"; request: T.VoidAgreement; answer: T.SavedAgreement };
  "follow_up.list": { kind: "query"; request: T.FollowUpsOf; answer: Array<T.FollowUpRow> };
  "follow_up.rules": { kind: "query"; request: T.Nothing; answer: T.FollowUpRules };
  "follow_up.answer": { kind: "op"; request: T.AnswerFollowUp; answer: T.SavedFollowUp };
  "follow_up.reopen": { kind: "op"; request: T.ReopenFollowUp; answer: T.SavedFollowUp };
  "follow_up.set_rule": { kind: "op"; request: T.SetFollowUpRule; answer: T.Done };
  "follow_up.drop_rule": { kind: "op"; request: T.DropFollowUpRule; answer: T.Done };
  "drug_test.panels": { kind: "query"; request: T.Nothing; answer: Array<T.TestPanel> };
  "drug_test.validity": { kind: "query"; request: T.ValidityRequest; answer: T.ValidityAnswer };
  "drug_test.grounds": { kind: "query"; request: T.Nothing; answer: T.RefusalGrounds };
  "drug_test.day": { kind: "query"; request: T.DayRequest; answer: T.DayTests };
  "drug_test.chart": { kind: "query"; request: T.ChartTests; answer: T.ChartAnswer };
  "drug_test.get": { kind: "query"; request: T.OneTest; answer: T.TestAnswer };
  "drug_test.corrections": { kind: "query"; request: T.OneTest; answer: Array<T.TestCorrection> };
  "drug_test.meaning": { kind: "query"; request: T.OneTest; answer: T.TestMeaning };
  "drug_test.trends": { kind: "query"; request: T.TrendsOf; answer: T.ChartTrends };
  "drug_test.timeline": { kind: "query"; request: T.TestTimelineOf; answer: T.TestTimeline };
  "drug_test.print_course": { kind: "op"; request: T.PrintTestCourse; answer: T.Printout };
  "drug_test.print_custody": { kind: "op"; request: T.PrintCustody; answer: T.Printout };
  "drug_test.open": { kind: "op"; request: T.OneTest; answer: T.Done };
  "drug_test.order": { kind: "op"; request: T.OrderTest; answer: T.TestAnswer };
  "drug_test.recollect": { kind: "op"; request: T.RecollectTest; answer: T.Recollected };
  "drug_test.collect": { kind: "op"; request: T.CollectTest; answer: T.TestAnswer };
  "drug_test.log": { kind: "op"; request: T.LogTest; answer: T.TestAnswer };
  "drug_test.screen": { kind: "op"; request: T.ScreenTest; answer: T.TestAnswer };
  "drug_test.not_collected": { kind: "op"; request: T.NotCollected; answer: T.TestAnswer };
  "drug_test.begin_wait": { kind: "op"; request: T.OneTest; answer: T.TestAnswer };
  "drug_test.give_fluid": { kind: "op"; request: T.GiveFluid; answer: T.TestAnswer };
  "drug_test.hand_off": { kind: "op"; request: T.AddHandOff; answer: T.TestAnswer };
  "drug_test.correct_hand_off": { kind: "op"; request: T.CorrectHandOff; answer: T.TestAnswer };
  "drug_test.take_back_hand_off": { kind: "op"; request: T.TakeBackHandOff; answer: T.TestAnswer };
  "drug_test.laboratory": { kind: "op"; request: T.LaboratoryEntry; answer: T.TestAnswer };
  "drug_test.review": { kind: "op"; request: T.ReviewEntry; answer: T.TestAnswer };
  "drug_test.interpret": { kind: "op"; request: T.Interpret; answer: T.TestAnswer };
  "drug_test.correct": { kind: "op"; request: T.CorrectTest; answer: T.TestAnswer };
  "drug_test.void": { kind: "op"; request: T.VoidTest; answer: T.TestAnswer };
  "result_file.choose": { kind: "op"; request: T.ChooseResultFile; answer: T.ResultFileState };
  "result_file.run": { kind: "op"; request: T.RunResultFile; answer: T.ResultFileDone };
  "result_file.save_mapping": { kind: "op"; request: T.SaveMapping; answer: T.MappingAnswer };
  "result_file.state": { kind: "query"; request: T.Nothing; answer: T.ResultFileState };
  "result_file.mapping": { kind: "query"; request: T.OneMapping; answer: T.MappingAnswer };
  "result_file.files": { kind: "query"; request: T.Nothing; answer: Array<T.ResultFileRow> };
  "instrument.list": { kind: "query"; request: T.Nothing; answer: Array<T.InstrumentLine> };
  "instrument.get": { kind: "query"; request: T.InstrumentCode; answer: T.InstrumentForm };
  "instrument.outcomes": { kind: "query"; request: T.OutcomesOf; answer: T.Outcomes };
  "instrument.measurement": { kind: "query"; request: T.WhichMeasurement; answer: T.MeasurementSheet };
  "instrument.alerts": { kind: "query"; request: T.Nothing; answer: Array<T.SafetyAlert> };
  "instrument.schedules": { kind: "query"; request: T.Nothing; answer: Array<T.InstrumentSchedule> };
  "instrument.schedule": { kind: "op"; request: T.ScheduleInstrument; answer: T.Done };
  "instrument.record": { kind: "op"; request: T.RecordInstrument; answer: T.Measurement };
  "instrument.void": { kind: "op"; request: T.VoidMeasurement; answer: T.Done };
  "instrument.safety": { kind: "op"; request: T.AnswerAlert; answer: T.Measurement };
  "instrument.print_plan": { kind: "op"; request: T.PrintSafetyPlan; answer: T.Printout };
  "instrument.add": { kind: "op"; request: T.AddInstrument; answer: Array<T.InstrumentLine> };
  "instrument.retire": { kind: "op"; request: T.ThisInstrument; answer: T.Done };
  "instrument.hand": { kind: "op"; request: T.HandInstrument; answer: T.Done };
  "instrument.handed": { kind: "query"; request: T.Nothing; answer: T.HandedForm };
  "instrument.keep": { kind: "op"; request: T.HandedAnswers; answer: T.Done };
  "instrument.hand_in": { kind: "op"; request: T.HandedAnswers; answer: T.Done };
  "testing.programs": { kind: "query"; request: T.Nothing; answer: Array<T.TestingProgram> };
  "testing.people": { kind: "query"; request: T.TestingPeople; answer: Array<T.TestingPerson> };
  "testing.add_program": { kind: "op"; request: T.AddTestingProgram; answer: T.SavedTestingProgram };
  "testing.change_program": { kind: "op"; request: T.ChangeTestingProgram; answer: T.SavedTestingProgram };
  "testing.enroll": { kind: "op"; request: T.Enroll; answer: T.SavedEnrollment };
  "testing.move": { kind: "op"; request: T.MoveTier; answer: T.SavedEnrollment };
  "testing.end": { kind: "op"; request: T.EndEnrollment; answer: T.SavedEnrollment };
  "testing.renew_code": { kind: "op"; request: T.RenewLineCode; answer: T.SavedEnrollment };
  "testing.pause": { kind: "op"; request: T.PauseTesting; answer: T.SavedPause };
  "testing.resume": { kind: "op"; request: T.ResumeTesting; answer: T.SavedPause };
  "draw.list": { kind: "query"; request: T.Nothing; answer: T.DrawList };
  "draw.page": { kind: "query"; request: T.OneDraw; answer: T.DrawPage };
  "draw.report": { kind: "query"; request: T.ReportRequest; answer: T.DayReport };
  "draw.numbers": { kind: "query"; request: T.NumbersRequest; answer: T.DrawNumbers };
  "draw.rerun": { kind: "query"; request: T.RerunDraw; answer: T.RerunAnswer };
  "draw.commit": { kind: "op"; request: T.CommitDraw; answer: T.SavedDraw };
  "draw.run": { kind: "op"; request: T.RunDraw; answer: T.SavedDraw };
  "draw.discard": { kind: "op"; request: T.DiscardDraw; answer: T.SavedDraw };
  "draw.notice": { kind: "op"; request: T.OneDraw; answer: T.SavedDraw };
  "draw.print": { kind: "op"; request: T.PrintDraw; answer: T.Done };
  "draw.print_day": { kind: "op"; request: T.PrintDay; answer: T.Done };
  "draw.sign_day": { kind: "op"; request: T.SignDay; answer: T.SavedDay };
  "draw.print_signed_day": { kind: "op"; request: T.PrintSignedDay; answer: T.Printout };
  "draw.print_numbers": { kind: "op"; request: T.PrintNumbers; answer: T.Printout };
  "check_in.day": { kind: "query"; request: T.CheckInDay; answer: T.CheckInDayAnswer };
  "check_in.record": { kind: "op"; request: T.RecordCheckIn; answer: T.RecordedCheckIn };
  "check_in.take_back": { kind: "op"; request: T.TakeBackCheckIn; answer: T.Done };
  "check_in.close": { kind: "op"; request: T.CloseLine; answer: T.ClosedLine };
  "disclosure.owed": { kind: "query"; request: T.OwedReleasesOf; answer: T.OwedReleases };
  "disclosure.list": { kind: "query"; request: T.DisclosuresOf; answer: T.Disclosures };
  "disclosure.record": { kind: "op"; request: T.RecordDisclosure; answer: T.SavedDisclosure };
  "disclosure.take_back": { kind: "op"; request: T.TakeDisclosureBack; answer: T.SavedDisclosure };
  "disclosure.print": { kind: "op"; request: T.PrintRelease; answer: T.Printout };
  "disclosure.counseling_bases": { kind: "query"; request: T.CounselingBasesOf; answer: T.CounselingBases };
  "disclosure.print_counseling": { kind: "op"; request: T.PrintCounselingNotes; answer: T.SavedDisclosure };
  "chart_copy.print": { kind: "op"; request: T.PrintChart; answer: T.StartedJob };
  "verification.signatures": { kind: "query"; request: T.VerifySignatures; answer: T.SignaturesVerified };
  "caseload.list": { kind: "query"; request: T.Nothing; answer: T.Caseload };
  "caseload.by_counselor": { kind: "query"; request: T.Nothing; answer: T.ByCounselor };
  "caseload.print": { kind: "op"; request: T.PrintCaseload; answer: T.CaseloadSaved };
  "caseload.export": { kind: "op"; request: T.ExportCaseload; answer: T.CaseloadSaved };
  "task.list": { kind: "query"; request: T.Nothing; answer: Array<T.TaskLine> };
  "task.add": { kind: "op"; request: T.AddTask; answer: T.SavedTask };
  "task.change": { kind: "op"; request: T.ChangeTask; answer: T.SavedTask };
  "task.finish": { kind: "op"; request: T.ThisTask; answer: T.SavedTask };
  "task.reopen": { kind: "op"; request: T.ThisTask; answer: T.SavedTask };
  "task.offer": { kind: "op"; request: T.OfferTask; answer: T.SavedTask };
  "task.accept": { kind: "op"; request: T.ThisTask; answer: T.SavedTask };
  "task.give_back": { kind: "op"; request: T.GiveTaskBack; answer: T.SavedTask };
  "task.void": { kind: "op"; request: T.ThisTask; answer: T.SavedTask };
  "task.restore": { kind: "op"; request: T.ThisTask; answer: T.SavedTask };
  "timeline.get": { kind: "query"; request: T.TimelineRequest; answer: Array<T.TimelineVersion> };
  "day.mine": { kind: "query"; request: T.Nothing; answer: T.Day };
  "day.room": { kind: "query"; request: T.WhichRoom; answer: T.Room };
  "day.todo": { kind: "query"; request: T.Nothing; answer: T.Todos };
  "import.choose": { kind: "op"; request: T.Nothing; answer: T.ImportState };
  "import.preview": { kind: "op"; request: T.Nothing; answer: T.StartedJob };
  "import.run": { kind: "op"; request: T.RunImport; answer: T.StartedJob };
  "import.state": { kind: "query"; request: T.Nothing; answer: T.ImportState };
  "import.runs": { kind: "query"; request: T.Nothing; answer: Array<T.ImportRunRow> };
  "import.names": { kind: "query"; request: T.ImportNames; answer: Array<T.ImportName> };
  "import.mapping": { kind: "query"; request: T.Nothing; answer: Array<T.MappedFile> };
}

type Named<Kind> = { [Name in keyof Calls]: Calls[Name]["kind"] extends Kind ? Name : never }[keyof Calls];
export type CallName = keyof Calls;
export type QueryName = Named<"query">;
export type OpName = Named<"op">;
export type Request<Name extends CallName> = Calls[Name]["request"];
export type Answer<Name extends CallName> = Calls[Name]["answer"];

/** What each query depends on: an op that reports one of these tags as changed makes the query ask again. */
export const provides: Record<QueryName, readonly T.Tag[]> = {
  "workstation.state": ["workstation"],
  "workstation.touch": [],
  "job.list": ["job"],
  "practice.choices": [],
  "practice.get": ["practice"],
  "policy.list": ["policy"],
  "policy.payers": ["client"],
  "staff.list": ["staff"],
  "staff.names": ["staff"],
  "staff.own_credentials": ["staff"],
  "staff.mends": ["staff"],
  "staff.stand_ins": ["staff"],
  "passphrase.strength": [],
  "screen.get": ["screen"],
  "draft.get": [],
  "draft.list": ["draft"],
  "draft.aside": ["draft"],
  "backup.list": ["backup"],
  "backup.loss": [],
  "audit.list": ["audit"],
  "client.find": ["client"],
  "client.list": ["client"],
  "client.duplicates": ["client"],
  "client.professions": [],
  "diagnosis.choices": [],
  "break_glass.list": ["client"],
  "named_chart.list": ["client"],
  "signature.colleagues": ["staff", "client"],
  "inquiry.list": ["inquiry", "client"],
  "inquiry.steps": ["inquiry"],
  "assessment.template": [],
  "assessment.get": ["assessment", "client"],
  "assessment.version": ["assessment", "client"],
  "assessment.ready": ["assessment", "staff"],
  "plan.get": ["plan", "client"],
  "plan.version": ["plan", "client"],
  "plan.ready": ["plan", "staff"],
  "plan.review_ready": ["plan", "staff"],
  "plan.difference": ["plan", "client"],
  "plan.due": ["plan", "client", "policy"],
  "plan.sources": ["assessment", "client"],
  "plan_signature.handed": ["workstation"],
  "library.list": ["plan"],
  "consent.list": ["consent", "client", "policy"],
  "consent.kinds": [],
  "discharge.list": ["discharge", "client", "policy"],
  "discharge.ready": ["discharge", "staff"],
  "intake.packet": ["intake", "assessment", "client", "consent", "inquiry", "policy"],
  "intake.items": ["intake"],
  "curriculum.list": ["curriculum", "group"],
  "curriculum.get": ["curriculum"],
  "curriculum.editions": ["curriculum"],
  "apart.of_client": ["apart", "client"],
  "closure.list": ["closure", "session"],
  "closure.holidays": ["closure"],
  "group.types": ["policy"],
  "group.list": ["group", "staff"],
  "group.get": ["group", "staff", "client"],
  "group.together": ["apart", "group", "client"],
  "waitlist.of_group": ["group", "client"],
  "session.together": ["apart", "session", "group", "client"],
  "session.day": ["session", "closure", "group", "curriculum", "attendance", "note", "client"],
  "session.get": ["session", "group", "curriculum", "attendance", "note", "client"],
  "arrival.board": ["arrival", "session", "group", "attendance", "client"],
  "attendance.sheet": ["session", "arrival", "attendance", "group", "note", "client", "policy"],
  "attendance.walk_in_choices": ["client", "session"],
  "attendance.hours": ["attendance", "session", "client", "policy"],
  "attendance.missed_topics": ["attendance", "session", "curriculum"],
  "attendance.group_topics": ["attendance", "session", "group", "curriculum"],
  "attendance.history": ["attendance", "session", "note"],
  "booking.of_client": ["attendance", "session", "group", "client"],
  "booking.choices": ["attendance", "session", "group", "client"],
  "note_template.list": ["note_template"],
  "note_template.editions": ["note_template"],
  "snippet.list": ["snippet"],
  "note.ready": ["note", "plan", "attendance", "staff"],
  "note.get": ["note", "plan", "attendance", "staff"],
  "note.templates": ["note_template"],
  "note.chart": ["note"],
  "note.mine": ["note", "attendance", "policy"],
  "note.cosign_queue": ["note", "staff", "policy"],
  "note.search": ["note"],
  "note.review": ["note", "attendance", "policy"],
  "note.unsigned": ["note", "staff", "policy"],
  "note.carry": ["note"],
  "note.colleagues": ["staff"],
  "group_note.get": ["note", "plan", "attendance", "session"],
  "group_note.evening": ["note", "attendance", "session", "group"],
  "group_note.colleagues": ["note", "staff"],
  "work_pattern.list": ["client"],
  "fitting.groups": ["session", "group", "attendance", "client", "policy"],
  "fitting.forecast": ["session", "group", "attendance", "client", "policy"],
  "fitting.clashes": ["session", "group", "attendance", "client", "policy"],
  "counseling_note.list": ["counseling_note", "client"],
  "counseling_note.recoveries": ["counseling_note", "staff"],
  "panel.list": ["panel"],
  "panel.get": ["panel"],
  "panel.substances": [],
  "panel.compare": ["panel"],
  "agreement.list": ["agreement", "consent", "client", "testing", "disclosure", "panel"],
  "follow_up.list": ["follow_up", "drug_test", "consent", "client", "agreement"],
  "follow_up.rules": ["follow_up", "testing"],
  "drug_test.panels": [],
  "drug_test.validity": ["policy"],
  "drug_test.grounds": [],
  "drug_test.day": ["drug_test", "client"],
  "drug_test.chart": ["drug_test", "client"],
  "drug_test.get": ["drug_test", "client"],
  "drug_test.corrections": ["drug_test", "client"],
  "drug_test.meaning": ["drug_test", "client"],
  "drug_test.trends": ["drug_test", "client"],
  "drug_test.timeline": ["drug_test", "check_in", "testing", "client"],
  "result_file.state": ["drug_test", "panel", "policy"],
  "result_file.mapping": ["panel"],
  "result_file.files": ["drug_test"],
  "instrument.list": ["instrument"],
  "instrument.get": ["instrument"],
  "instrument.outcomes": ["instrument", "client"],
  "instrument.measurement": ["instrument", "client"],
  "instrument.alerts": ["instrument", "client"],
  "instrument.schedules": ["instrument"],
  "instrument.handed": ["workstation"],
  "testing.programs": ["testing", "client", "drug_test", "agreement"],
  "testing.people": ["testing", "client", "drug_test", "agreement"],
  "draw.list": ["draw", "testing", "check_in", "drug_test", "client"],
  "draw.page": ["draw", "testing", "check_in", "drug_test", "client"],
  "draw.report": ["draw", "testing", "check_in", "drug_test", "client"],
  "draw.numbers": ["draw", "testing", "check_in", "drug_test", "client"],
  "draw.rerun": [],
  "check_in.day": ["check_in", "draw", "drug_test", "client"],
  "disclosure.owed": ["disclosure", "follow_up", "agreement", "consent", "client"],
  "disclosure.list": ["disclosure", "follow_up", "agreement", "consent", "client"],
  "disclosure.counseling_bases": ["consent", "client"],
  "verification.signatures": ["note", "assessment", "plan", "discharge", "draw"],
  "caseload.list": ["client", "staff", "policy", "attendance", "session", "group", "note", "plan", "drug_test", "consent"],
  "caseload.by_counselor": ["client", "staff", "policy", "attendance", "session", "group", "note", "plan", "drug_test", "consent"],
  "task.list": ["task", "client"],
  "timeline.get": ["note", "client", "inquiry", "group", "task", "snippet"],
  "day.mine": ["session", "arrival", "attendance", "note", "plan", "consent", "instrument", "staff", "client", "inquiry", "follow_up", "agreement", "disclosure", "intake", "discharge", "assessment", "group", "policy", "task"],
  "day.room": ["session", "group", "consent", "draw", "check_in", "drug_test", "client", "policy"],
  "day.todo": ["session", "arrival", "attendance", "note", "plan", "consent", "instrument", "staff", "client", "inquiry", "follow_up", "agreement", "disclosure", "intake", "discharge", "assessment", "group", "policy", "task"],
  "import.state": ["import", "job"],
  "import.runs": ["import"],
  "import.names": ["import"],
  "import.mapping": [],
};

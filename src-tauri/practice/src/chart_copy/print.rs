//! Gathering a chart for paper. It is long work: a chart of two years fills hundreds of pages.

use chrono::NaiveDate;
use vault::Progress as _;

use super::ipc::PrintChart;
use crate::client::{self, ClientId};
use crate::exit::paper::Section;
use crate::exit::{Leaving, Paper};
use crate::kernel::refusal::Code;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Verb, View};
use crate::workstation::{StartedJob, Watch, Workstation};
use crate::{agreement, assessment, attendance, consent, discharge, drug_test, instrument, note, plan};

/// Starts the copy, once the person is known to see the chart and to say why.
///
/// # Errors
/// `not_found` out of reach; `invalid` without a reason or with dates that cross. What happens later is the last word of
/// the job.
pub(super) fn print(desk: &Workstation, request: PrintChart) -> Result<StartedJob> {
    let mut check = Check::new();
    let leaving = request.copy.checked(&mut check);
    let crossed = matches!((request.from, request.until), (Some(from), Some(until)) if until < from);
    check.ensure(!crossed, "until", "Choose a last date that is not before the first.");
    check.done()?;
    desk.look(|view| view.reach(Info::Identity, Verb::Read, request.client))?;
    desk.job("Copying a chart", move |desk, watch| copy(desk, watch, &request, leaving))
}

fn copy(desk: &Workstation, watch: &Watch, request: &PrintChart, leaving: Leaving) -> Result<String> {
    let content = desk.look(|view| gathered(view, watch, request)?.content(view, &leaving))?;
    go_on(watch)?;
    leaving.print_watched(desk, watch, ("chart", "Chart copy.pdf"), content, Some(request.client.uuid()))?;
    Ok("The copy is saved and recorded.".into())
}

fn go_on(watch: &Watch) -> Result<()> {
    if watch.cancelled() {
        return Err(Refusal::plain(Code::Cancelled, "The copy was stopped. Nothing left the program."));
    }
    Ok(())
}

fn gathered(view: &View<'_>, watch: &Watch, request: &PrintChart) -> Result<Paper> {
    let client = request.client;
    let holds =
        |on: NaiveDate| request.from.is_none_or(|from| on >= from) && request.until.is_none_or(|until| on <= until);
    view.reach(Info::Identity, Verb::Read, client)?;
    let (mut sections, mut left_out) = (client::print::head(view, client)?, LeftOut::default());
    if let Some((assessments, drafts)) =
        left_out.part("assessments", assessment::print::of_chart(view, client, holds))?
    {
        left_out.unsigned("draft of an assessment", "drafts of assessments", drafts);
        sections.push(assessments);
    }
    if let Some((plan, drafts)) = left_out.part("the plan", plan::print::of_chart(view, client))? {
        left_out.unsigned("draft of a plan", "drafts of a plan", drafts);
        sections.push(plan);
    }
    sections.extend(left_out.part("consents", consent::print::of_chart(view, client))?);
    sections.extend(left_out.part("agreements", agreement::print::of_chart(view, client))?);
    sections
        .extend(left_out.part("attendance", attendance::print::of_chart(view, client, holds))?.into_iter().flatten());
    sections.extend(left_out.part("drug tests", drug_test::print::of_chart(view, client, holds))?);
    sections.extend(left_out.part("outcomes", instrument::print::of_chart(view, client, holds))?);
    let step = |done: usize, total: usize| -> Result<()> {
        watch.step(done as u64, total as u64, "Reading the notes");
        go_on(watch)
    };
    if let Some(notes) = left_out.part("notes", note::print::of_chart(view, client, holds, step))? {
        left_out.unsigned("unsigned note", "unsigned notes", notes.unsigned);
        sections.push(notes.section);
    }
    let summaries = discharge::print::of_chart(view, client, holds);
    if let Some((summaries, drafts)) = left_out.part("discharge summaries", summaries)? {
        left_out.unsigned("draft of a discharge summary", "drafts of discharge summaries", drafts);
        sections.push(summaries);
    }
    paper(view, client, request, sections, left_out)
}

fn paper(
    view: &View<'_>,
    client: ClientId,
    request: &PrintChart,
    sections: Vec<Section>,
    left_out: LeftOut,
) -> Result<Paper> {
    let mut asides = vec![attendance::print::range_words(request.from, request.until)];
    asides.extend(left_out.words());
    asides.push("Counseling notes are kept apart and are in no copy of a chart.".into());
    Ok(Paper {
        heading: "Chart".into(),
        facts: client::print::subject(view, client)?,
        asides,
        sections,
        ..Paper::default()
    })
}

/// What is not in the copy, so that nobody takes it for the whole.
#[derive(Debug, Default)]
struct LeftOut {
    parts: Vec<&'static str>,
    unsigned: Vec<String>,
}

impl LeftOut {
    /// A part, or its name on the list of what this person does not read.
    fn part<T>(&mut self, name: &'static str, part: Result<T>) -> Result<Option<T>> {
        match part {
            Ok(part) => Ok(Some(part)),
            Err(refusal) if matches!(refusal.code, Code::NotPermitted | Code::NotFound) => {
                self.parts.push(name);
                Ok(None)
            }
            Err(refusal) => Err(refusal),
        }
    }

    fn unsigned(&mut self, one: &str, many: &str, count: usize) {
        match count {
            0 => {}
            1 => self.unsigned.push(format!("1 {one}")),
            _ => self.unsigned.push(format!("{count} {many}")),
        }
    }

    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        if !self.unsigned.is_empty() {
            words.push(format!("Left out, since nobody signed it: {}.", self.unsigned.join(", ")));
        }
        if !self.parts.is_empty() {
            words.push(format!("Left out, since who printed this does not read it: {}.", self.parts.join(", ")));
        }
        words
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_left_out_is_said() {
        let mut left_out = LeftOut::default();
        assert_eq!(left_out.words(), [] as [String; 0]);
        left_out.unsigned("unsigned note", "unsigned notes", 0);
        left_out.unsigned("draft of a plan", "drafts of a plan", 1);
        left_out.unsigned("unsigned note", "unsigned notes", 3);
        assert_eq!(left_out.part("notes", Err::<(), _>(Refusal::not_permitted())).unwrap(), None);
        assert_eq!(left_out.part("consents", Err::<(), _>(Refusal::not_found("client"))).unwrap(), None);
        assert_eq!(left_out.part("the plan", Ok(7)).unwrap(), Some(7));
        assert!(left_out.part("the plan", Err::<(), _>(Refusal::internal("store"))).is_err());
        assert_eq!(
            left_out.words(),
            [
                "Left out, since nobody signed it: 1 draft of a plan, 3 unsigned notes.",
                "Left out, since who printed this does not read it: notes, consents.",
            ]
        );
    }
}

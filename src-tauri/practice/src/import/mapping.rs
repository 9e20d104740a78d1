//! What each column of the other system becomes, in the words of the window: the one place where the mapping is written.

use serde::Serialize;
use ts_rs::TS;

use super::files::Sheet;

/// One file of the layout.
#[derive(Debug, Serialize, TS)]
pub struct MappedFile {
    /// "clients.csv".
    pub file: &'static str,
    /// The columns its first line must name, in any order.
    pub columns: &'static [&'static str],
    /// What its lines become.
    pub becomes: &'static [&'static str],
}

/// The whole mapping, in the order of reading.
pub(super) fn mapping() -> Vec<MappedFile> {
    let files = Sheet::ALL.iter();
    files.map(|sheet| MappedFile { file: sheet.file(), columns: sheet.columns(), becomes: becomes(*sheet) }).collect()
}

const fn becomes(sheet: Sheet) -> &'static [&'static str] {
    match sheet {
        Sheet::Staff => &[
            "People come in without a sign-in: no file can bring a passphrase. A director lets each of them in under Staff.",
            "The role tech becomes collector; every other role keeps its name.",
            "A credential in training (SUDPT, LMHCA, intern and the like) needs cosigning.",
        ],
        Sheet::Clients => &[
            "One line is a client with one stay, a primary counselor, a level of care and a diagnosis.",
            "The digits of mrn become the client number where it is free; otherwise the next number is taken.",
            "Calling and leaving messages count as not safe until somebody asks the client.",
            "Weekly hours and the days between drug tests are kept with the stay.",
        ],
        Sheet::Groups => &[
            "The kind of group follows from the words of its name; check it under Groups.",
            "The weekly time holds from the day of the import on.",
            "Whoever facilitates a group becomes a facilitator.",
        ],
        Sheet::Sessions => &[
            "Times are wall times in the practice's time zone. One that a daylight-saving change skips moves forward.",
            "A held session began and ended as planned.",
        ],
        Sheet::Attendance => &[
            "Flat minutes become an interval with the source imported: from the session's start, or up to its end for late.",
            "Absences keep excused or unexcused.",
            "Rosters follow from attendance: from the first entry to the discharge, or until four weeks without one.",
        ],
        Sheet::Notes => &[
            "Signed notes are attested elsewhere: readable and searchable, locked, and never given a signature of ours.",
            "Unsigned notes become drafts of their author.",
        ],
        Sheet::DrugTests => &[
            "Positive becomes detected and presumptive; negative becomes screened, not detected; validity is not determined.",
            "Refused becomes not collected, with that outcome. Pending stays collected without a result.",
        ],
        Sheet::Plans => &["The text of the goals becomes one goal; objectives are written at the next review."],
        Sheet::Consents => {
            &["Consents are evidence only: nothing is disclosed on them until they are completed here."]
        }
    }
}

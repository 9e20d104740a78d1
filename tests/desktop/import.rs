//! An import: a folder of another system is looked through, its bad line is named and left out, and its client is found.

use crate::records::{PASSPHRASE, Records};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, SPACE, Window};

/// Something in every file; the second consent ends on a day that is none.
const FILES: [(&str, &str); 9] = [
    (
        "staff.csv",
        "staff_id,role,first_name,last_name,credentials,active\n1,counselor,Ambrose,Okonkwo,LMHC,1\n3,tech,Priya,Raghunathan,,0\n",
    ),
    (
        "clients.csv",
        "client_id,mrn,first_name,last_name,preferred_name,dob,sex,phone,email,address,city,state,zip,admitted_on,discharged_on,counselor_id,program,level_of_care,primary_dx,required_weekly_hours,drug_test_interval_days\n\
         10,MRN0000412,Wren,Abara,,1988-02-14,F,555-200-1000,wren@example.invalid,1 Elm St,Salem,MA,01970,2026-01-05,,1,IOP,2.1,F10.20,9,7\n\
         11,MRN0000413,Ka\u{2bb}iulani,Kealoha,Lani,1990-03-03,F,,,,,,,2026-01-05,2026-02-27,1,IOP,2.1,,9,14\n",
    ),
    (
        "groups.csv",
        "group_id,name,track,facilitator_id,weekday,start_time,duration_minutes,capacity\n5,Relapse prevention,1,1,6,01:00,180,12\n",
    ),
    (
        "sessions.csv",
        "session_id,group_id,facilitator_id,starts_at,minutes,topic,status\n70,5,1,2026-02-01T01:00:00,180,Triggers,held\n",
    ),
    (
        "attendance.csv",
        "attendance_id,session_id,client_id,status,minutes,recorded_at\n900,70,10,late,150,2026-02-01T04:05:00\n901,70,11,absent_unexcused,0,2026-02-01T04:05:00\n",
    ),
    (
        "notes.csv",
        "note_id,client_id,author_id,session_id,kind,service_at,created_at,signed_at,text\n40,10,1,70,group,2026-02-01T01:00:00,2026-02-01T05:00:00,2026-02-02T20:00:00,Spoke of the lighthouse.\n",
    ),
    (
        "drug_tests.csv",
        "test_id,client_id,collected_at,reason,method,result,substances,collector_id\n1,10,2026-02-01T02:00:00,random,urine_cup,positive,THC|ETG,3\n",
    ),
    (
        "plans.csv",
        "plan_id,client_id,version,status,effective_on,review_due_on,author_id,signed_at,goals\n1,10,1,active,2026-01-05,2026-02-04,1,2026-01-05T18:00:00,Keep the license\n",
    ),
    (
        "consents.csv",
        "consent_id,client_id,kind,recipient,signed_on,expires_on,revoked_on\n1,10,roi_42cfr2,Employer,2026-01-05,2027-01-05,\n2,10,roi_42cfr2,Board,2026-01-05,never,\n",
    ),
];

#[test]
fn a_folder_comes_in_without_its_bad_line() {
    let records = Records::set_up();
    let folder = records.room.path().join("other system");
    std::fs::create_dir(&folder).unwrap();
    for (file, text) in FILES {
        std::fs::write(folder.join(file), text).unwrap();
    }
    let window = Window::open(&records.closed(), &[("EVENKEEL_CHOICE", folder.to_str().unwrap())]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.command("gi");
    window.title("Import");
    window.reads("No folder chosen yet");
    window.examine("nothing to import");
    window.command("b");
    window.reads("What would come in");
    window.reads("Cannot be imported");
    window.examine("what an import would do");
    window.keep("import-preview");
    // File, lines, new, changed, bad, here already.
    let counts = window.texts("table[aria-label='Lines by file'] tbody tr");
    assert_eq!(counts.len(), FILES.len(), "{counts:?}");
    for line in ["clients.csv 2 2 0 0 0", "attendance.csv 2 2 0 0 0", "consents.csv 2 1 0 1 0"] {
        assert!(counts.iter().any(|row| row == line), "no {line:?} in {counts:?}");
    }
    let bad = window.texts("table[aria-label='Lines that cannot be imported'] tbody tr");
    assert_eq!(bad.len(), 1, "{bad:?}");
    assert!(bad[0].starts_with("consents.csv 3 ") && bad[0].contains("expires_on is not a date"), "{bad:?}");

    // One bad line stops the whole folder until somebody decides about it.
    window.chord(&[CONTROL], ENTER);
    window.reads("Correct the listed lines, or tick that they are left out.");
    assert!(!window.text().contains("What came in"));
    window.tab_to("Leave the one line listed below out");
    window.press(&[SPACE]);
    window.until(
        "the tick",
        "return [...document.querySelectorAll('input[type=checkbox]')].some((box) => box.checked)",
    );
    window.chord(&[CONTROL], ENTER);
    window.reads("What came in");
    window.reads("Earlier imports");
    window.until("the end of the work", "return document.querySelector('[aria-busy=true]') === null");
    window.examine("what came in");
    window.keep("import-done");
    let runs = window.texts("table[aria-label='Earlier imports'] tbody tr");
    assert!(runs.len() == 1 && runs[0].ends_with(" 1"), "one import that left one line out: {runs:?}");

    window.open_client("abara", "Abara");
    window.examine("an imported chart");
    window.command("4");
    window.reads("Spoke of the lighthouse.");
    window.examine("imported notes");
}

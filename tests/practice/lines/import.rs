//! The import of a folder: long work, counted to its end. Looking through it writes nothing, and all of it is one action.

use serde_json::{Value, json};

use super::Cost::{Free, Job};
use super::{Line, line};
use crate::import::FILES;
use crate::stage::Stage;

fn folder(stage: &Stage) -> Value {
    let folder = stage.desk.room.path().join("folder");
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in FILES {
        std::fs::write(folder.join(file), text).unwrap();
    }
    stage.desk.world.choose(Some(folder));
    json!({})
}

fn chosen(stage: &Stage) -> Value {
    stage.desk.op("import.choose", folder(stage));
    json!({})
}

fn looked_through(stage: &Stage) -> Value {
    stage.desk.op("import.preview", chosen(stage));
    assert_eq!(stage.desk.last_job()["state"], "done");
    json!({ "leave_out_bad_rows": true })
}

pub fn lines() -> Vec<Line> {
    vec![
        line("import.choose", Free, folder),
        line("import.preview", Job(0), chosen),
        line("import.run", Job(1), looked_through),
    ]
}

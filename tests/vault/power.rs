//! the power fails. Every write and sync of a run is recorded; for every moment, disks are built on which what was
//! not synced is there, is not, or is there in parts (512-byte sectors), and the vault is opened on them.
//!
//! The same run without the sync at commit must lose work, or the test would see nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::{Desk, Dice, Quiet, SCHEMA, add, copy_folder, count, parts};
use uuid::Uuid;
use vault::vfs::{self, Event};
use vault::{Error, Opener, RecoveryKey, Vault, verify};

const SECTOR: usize = 512;
const ANCHOR: usize = 2;

fn states() -> usize {
    std::env::var("VAULT_POWER_STATES").ok().and_then(|states| states.parse().ok()).unwrap_or(2_000)
}

/// A file as it surely is, and what may or may not have reached it since.
#[derive(Clone, Default)]
struct Disk {
    sure: Vec<u8>,
    open: Vec<Event>,
}

impl Disk {
    fn apply(bytes: &mut Vec<u8>, event: &Event, mut keeps: impl FnMut() -> bool) {
        match event {
            Event::Write { at, bytes: new, .. } => {
                let at = usize::try_from(*at).unwrap();
                for (n, sector) in new.chunks(SECTOR).enumerate().filter(|_| keeps()) {
                    let from = at + n * SECTOR;
                    bytes.resize(bytes.len().max(from + sector.len()), 0);
                    bytes[from..from + sector.len()].copy_from_slice(sector);
                }
            }
            Event::Truncate { length, .. } if keeps() => bytes.resize(usize::try_from(*length).unwrap(), 0),
            _ => {}
        }
    }

    fn happens(&mut self, event: &Event) {
        if let Event::Sync { .. } = event {
            let open = std::mem::take(&mut self.open);
            open.iter().for_each(|event| Disk::apply(&mut self.sure, event, || true));
        } else {
            self.open.push(event.clone());
        }
    }

    fn after_power_cut(&self, mut keeps: impl FnMut() -> bool) -> Vec<u8> {
        let mut bytes = self.sure.clone();
        self.open.iter().for_each(|event| Disk::apply(&mut bytes, event, &mut keeps));
        bytes
    }
}

/// What an acknowledged action promised: its id, and the anchors as they were then.
fn promise(folder: &Path, id: Uuid) -> Vec<u8> {
    let anchors = ["anchor.a", "anchor.b"].map(|name| fs::read(folder.join(name)).unwrap());
    [id.as_bytes().as_slice(), &anchors.concat()].concat()
}

/// Records a run of actions and checkpoints.
fn run(desk: &Desk, relaxed: bool) -> Vec<Event> {
    let vault = desk.mara().unwrap();
    if relaxed {
        vault::testing::relax(&vault).unwrap();
    }
    vault.checkpoint().unwrap();
    copy_folder(&desk.folder(), &desk.home.path().join("before"));
    vfs::record();
    for n in 0..48 {
        let id = add(&vault, &format!("line {n}")).unwrap();
        vfs::mark(&promise(&desk.folder(), id));
        if n % 16 == 11 {
            vault.checkpoint().unwrap();
        }
    }
    vfs::recorded()
}

struct Tally {
    states: usize,
    lost: usize,
    broken: Vec<String>,
}

/// Builds states spread evenly over the run and opens each.
fn cut(desk: &Desk, events: &[Event], states: usize) -> Tally {
    let before = desk.home.path().join("before");
    let start = |name: &str| Disk { sure: fs::read(before.join(name)).unwrap_or_default(), open: Vec::new() };
    let mut disks: BTreeMap<&str, Disk> =
        ["practice.db", "practice.db-wal"].into_iter().map(|name| (name, start(name))).collect();
    let (mut promised, mut anchors): (Vec<Uuid>, Option<Vec<u8>>) = (Vec::new(), None);
    let mut tally = Tally { states: 0, lost: 0, broken: Vec::new() };
    let mut dice = Dice(0xfeed_beef);
    let place = desk.home.path().join("state");
    for (moment, event) in events.iter().enumerate() {
        match event {
            Event::Mark(promise) => {
                promised.push(Uuid::from_slice(&promise[..16]).unwrap());
                anchors = Some(promise[16..].to_vec());
            }
            Event::Write { file, .. } | Event::Truncate { file, .. } | Event::Sync { file } => {
                let name = Path::new(file).file_name().unwrap().to_str().unwrap();
                disks.get_mut(name).unwrap().happens(event);
            }
            Event::Delete { .. } => panic!("nothing is deleted while a vault is open"),
        }
        let due = (moment + 1) * states / events.len();
        while tally.states < due {
            let kind = dice.below(4);
            let keeps = |dice: &mut Dice| match kind {
                0 => false,
                1 => true,
                _ => dice.below(2) == 0,
            };
            copy_folder(&before, &place);
            for (name, disk) in &disks {
                fs::write(place.join(name), disk.after_power_cut(|| keeps(&mut dice))).unwrap();
            }
            if let Some(anchors) = &anchors {
                let one = anchors.len() / ANCHOR;
                fs::write(place.join("anchor.a"), &anchors[..one]).unwrap();
                fs::write(place.join("anchor.b"), &anchors[one..]).unwrap();
            }
            let full = tally.states.is_multiple_of(50);
            match look(&place, &desk.recovery, desk, &promised, full) {
                Ok(true) => {}
                Ok(false) => tally.lost += 1,
                Err(what) => tally.broken.push(format!("moment {moment}: {what}")),
            }
            tally.states += 1;
            fs::remove_dir_all(&place).unwrap();
        }
    }
    tally
}

/// True when everything promised is there.
fn look(place: &Path, key: &RecoveryKey, desk: &Desk, promised: &[Uuid], full: bool) -> Result<bool, String> {
    let vault = match Vault::recover(place, &SCHEMA, key, desk.clock.clone()) {
        Ok(vault) => vault,
        // The anchor saw it: lost, but not in silence.
        Err(Error::Behind { .. }) => return Ok(false),
        Err(error) => return Err(format!("does not open: {error:?}")),
    };
    if count(&vault) % 3 != 0 {
        return Err("half an action".into());
    }
    if full {
        verify(place, Opener::Vault(&vault), &Quiet).map_err(|broken| format!("{broken:?}"))?;
    }
    Ok(promised.iter().all(|id| parts(&vault, *id) == 3))
}

#[test]
fn nothing_promised_is_lost_to_a_power_cut() {
    vfs::install();
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let events = run(&desk, false);
    let tally = cut(&desk, &events, states());
    assert_eq!(tally.broken, [] as [String; 0]);
    assert_eq!(tally.lost, 0);
    println!("R-2: {0}/{0}, 0 lost, 0 broken", tally.states);
}

#[test]
fn without_the_sync_at_commit_work_is_lost_and_the_anchor_says_so() {
    vfs::install();
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let events = run(&desk, true);
    let tally = cut(&desk, &events, states() / 10);
    assert!(tally.lost > 0, "the control must lose");
    println!("R-2 control: {} states, {} with loss, as they must be", tally.states, tally.lost);
}

//! One action costs exactly one fsync, counted through the file system layer and in the vault's own files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{Desk, add, entry};
use vault::{Error, vfs};

#[test]
fn an_action_costs_one_fsync_also_the_first_after_opening_and_after_a_checkpoint() {
    vfs::install();
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let vault = desk.mara().unwrap();
    for round in 0..5 {
        for n in 0..60 {
            let (cost, added) = vfs::fsyncs_of(|| add(&vault, &format!("line {round} {n}")));
            added.unwrap();
            assert_eq!(cost, 1, "action {n} of round {round}");
        }
        let large = "a long line ".repeat(40_000);
        assert_eq!(vfs::fsyncs_of(|| add(&vault, &large).unwrap()).0, 1, "a large action");
        vault.checkpoint().unwrap();
        vault.settle_anchor().unwrap();
    }
}

#[test]
fn reading_rehearsing_and_failing_cost_none() {
    vfs::install();
    let (_desk, vault) = Desk::new();
    add(&vault, "line").unwrap();
    let (cost, ()) = vfs::fsyncs_of(|| {
        common::count(&vault);
        vault
            .rehearse(|w| {
                w.record(entry("line.add"));
                w.sql().execute("insert into line (id, text, part) values (x'01', 'x', 0)", [])?;
                Ok::<_, Error>(())
            })
            .unwrap();
        assert!(vault.write(|_| Err::<(), _>(Error::Cancelled)).is_err());
        vault.head().unwrap();
    });
    assert_eq!(cost, 0);
}

#[test]
fn settling_a_settled_anchor_and_an_idle_checkpoint_cost_none() {
    vfs::install();
    let (_desk, vault) = Desk::new();
    add(&vault, "line").unwrap();
    vault.checkpoint().unwrap();
    vault.settle_anchor().unwrap();
    let (cost, ()) = vfs::fsyncs_of(|| {
        vault.checkpoint().unwrap();
        vault.settle_anchor().unwrap();
    });
    assert_eq!(cost, 0);
}

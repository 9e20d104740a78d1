//! Long work that says how far it is and can be called off.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use rusqlite::Connection;

use crate::Error;

const ASK_EVERY: Duration = Duration::from_millis(50);

/// Who watches long work. `what` names the step for a program, not for a person.
pub trait Progress: Sync {
    fn step(&self, done: u64, total: u64, what: &'static str);
    fn cancelled(&self) -> bool;
}

/// [`Error::Cancelled`] when the work was called off.
pub(crate) fn go_on(progress: &dyn Progress) -> Result<(), Error> {
    if progress.cancelled() { Err(Error::Cancelled) } else { Ok(()) }
}

/// Runs statements that may take minutes, interrupting them when the work is called off.
pub(crate) fn interruptible<T>(
    sql: &Connection,
    progress: &dyn Progress,
    work: impl FnOnce(&Connection) -> Result<T, Error>,
) -> Result<T, Error> {
    go_on(progress)?;
    let interrupt = sql.get_interrupt_handle();
    let (finished, wait) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            while wait.recv_timeout(ASK_EVERY) == Err(RecvTimeoutError::Timeout) {
                if progress.cancelled() {
                    interrupt.interrupt();
                }
            }
        });
        let result = work(sql);
        drop(finished);
        result
    })
}

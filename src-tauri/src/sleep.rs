//! Locks hard before the machine sleeps, and when the desktop's own lock falls (vault.md decision 7).
//!
//! logind is asked to wait (a "delay" inhibitor) until the keys are wiped. Where there is no logind, the workstation's
//! clock still notices the sleep on waking.

use std::sync::Arc;

use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::OwnedFd;

/// Where logind stands on the system bus.
const NAME: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";

/// Follows logind on threads of its own. `lock` runs before the machine sleeps and when the session is locked.
pub fn follow(lock: impl Fn() + Send + Sync + 'static) {
    let lock = Arc::new(lock);
    let Ok(bus) = Connection::system() else { return };
    let (sleep_bus, sleep_lock) = (bus.clone(), Arc::clone(&lock));
    std::thread::spawn(move || sleeps(&sleep_bus, sleep_lock.as_ref()));
    std::thread::spawn(move || session_locks(&bus, lock.as_ref()));
}

/// Ends when the bus goes away; the clock's own watch goes on.
fn sleeps(bus: &Connection, lock: &dyn Fn()) -> Option<()> {
    let manager = Proxy::new(bus, NAME, PATH, MANAGER).ok()?;
    let signals = manager.receive_signal("PrepareForSleep").ok()?;
    let mut hold = inhibit(&manager);
    for signal in signals {
        match signal.body().deserialize::<bool>() {
            Ok(true) => {
                lock();
                // Closing it is the word that the machine may sleep now.
                drop(hold.take());
            }
            Ok(false) => hold = inhibit(&manager),
            Err(_) => {}
        }
    }
    Some(())
}

fn inhibit(manager: &Proxy<'_>) -> Option<OwnedFd> {
    let words = ("sleep", "Evenkeel", "Closing the records", "delay");
    manager.call::<_, _, OwnedFd>("Inhibit", &words).ok()
}

/// The desktop's screen lock: the records close with it.
fn session_locks(bus: &Connection, lock: &dyn Fn()) -> Option<()> {
    let session = Proxy::new(bus, NAME, "/org/freedesktop/login1/session/auto", SESSION).ok()?;
    for _ in session.receive_signal("Lock").ok()? {
        lock();
    }
    Some(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use std::os::unix::net::UnixStream;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    /// logind as far as we speak with it.
    struct Logind {
        asked: mpsc::Sender<String>,
        held: Arc<AtomicUsize>,
    }

    #[zbus::interface(name = "org.freedesktop.login1.Manager")]
    impl Logind {
        fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> zbus::zvariant::OwnedFd {
            self.held.fetch_add(1, Ordering::SeqCst);
            self.asked.send(format!("{what} {mode}")).unwrap();
            let (ours, theirs) = UnixStream::pair().unwrap();
            let held = Arc::clone(&self.held);
            std::thread::spawn(move || {
                use std::io::Read as _;
                // Ends when the other side closes its end.
                let _ = (&ours).read(&mut [0]);
                held.fetch_sub(1, Ordering::SeqCst);
            });
            std::os::fd::OwnedFd::from(theirs).into()
        }
    }

    #[test]
    fn the_records_close_before_the_machine_sleeps_and_sleep_is_held_up_again_after() {
        let (server, client) = UnixStream::pair().unwrap();
        let (asked, asks) = mpsc::channel();
        let held = Arc::new(AtomicUsize::new(0));
        let logind = Logind { asked, held: Arc::clone(&held) };
        let guid = zbus::Guid::generate();
        let serve = std::thread::spawn(move || {
            zbus::blocking::connection::Builder::async_io_unix_stream(server)
                .server(guid)
                .unwrap()
                .p2p()
                .serve_at(PATH, logind)
                .unwrap()
                .build()
                .unwrap()
        });
        let bus = zbus::blocking::connection::Builder::async_io_unix_stream(client).p2p().build().unwrap();
        let server = serve.join().unwrap();
        let (locked, locks) = mpsc::channel();
        std::thread::spawn(move || sleeps(&bus, &move || locked.send(()).unwrap()));

        assert_eq!(asks.recv_timeout(Duration::from_secs(5)).unwrap(), "sleep delay");
        let say = |asleep: bool| {
            server.emit_signal(None::<&str>, PATH, MANAGER, "PrepareForSleep", &(asleep,)).unwrap();
        };
        say(true);
        locks.recv_timeout(Duration::from_secs(5)).expect("locked before sleep");
        let waited = std::time::Instant::now();
        while held.load(Ordering::SeqCst) != 0 {
            assert!(waited.elapsed() < Duration::from_secs(5), "the machine is kept awake");
            std::thread::sleep(Duration::from_millis(5));
        }
        say(false);
        assert_eq!(asks.recv_timeout(Duration::from_secs(5)).unwrap(), "sleep delay");
        assert_eq!(locks.try_recv(), Err(mpsc::TryRecvError::Empty));
    }
}

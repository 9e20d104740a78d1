//! Long work: each job has a count, a time left, a way to cancel, and a last word.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use serde::Serialize;
use ts_rs::TS;

use super::Workstation;
use crate::kernel::refusal::Code;
use crate::kernel::{Moment, Refusal, Result};

crate::words! {
    /// How far a job is.
    pub enum JobState {
        Running = "running",
        Done = "done",
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

/// A job as the window shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Job {
    pub id: String,
    /// What it does: "Making a backup".
    pub title: String,
    /// The step it is at: "Verifying pages".
    pub what: String,
    pub done: u64,
    /// 0 while unknown.
    pub total: u64,
    pub state: JobState,
    /// How it ended.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    pub started_at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds_left: Option<u64>,
}

/// What a running job reports to, and asks whether to stop.
#[derive(Default)]
pub struct Watch {
    done: AtomicU64,
    total: AtomicU64,
    what: Mutex<&'static str>,
    cancelled: AtomicBool,
}

impl vault::Progress for Watch {
    fn step(&self, done: u64, total: u64, what: &'static str) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        *self.what.lock().unwrap_or_else(PoisonError::into_inner) = what;
    }

    fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

struct Running {
    job: Job,
    watch: Arc<Watch>,
    thread: Option<JoinHandle<()>>,
    began: std::time::Instant,
}

/// The jobs of this run.
#[derive(Default)]
pub struct Jobs {
    list: Mutex<Vec<Running>>,
    next: AtomicU64,
}

impl Jobs {
    /// Starts a job on a thread of its own and returns its id. `work` answers with its last word.
    pub(super) fn start(
        &self,
        title: &str,
        now: Moment,
        work: impl FnOnce(&Watch) -> Result<String> + Send + 'static,
        finish: impl FnOnce(&str, Result<String>) + Send + 'static,
    ) -> String {
        let id = format!("job-{}", self.next.fetch_add(1, Ordering::Relaxed) + 1);
        let watch = Arc::new(Watch::default());
        let job = Job {
            id: id.clone(),
            title: title.into(),
            what: String::new(),
            done: 0,
            total: 0,
            state: JobState::Running,
            message: None,
            started_at: now,
            seconds_left: None,
        };
        // The entry stands before the thread runs, so that its end always finds it.
        let mut list = self.list();
        let (thread_watch, thread_id) = (Arc::clone(&watch), id.clone());
        let thread = std::thread::spawn(move || {
            let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&thread_watch)))
                .unwrap_or_else(|_| Err(Refusal::internal("job")));
            finish(&thread_id, result);
        });
        list.push(Running { job, watch, thread: Some(thread), began: std::time::Instant::now() });
        id
    }

    /// Writes a job's last word.
    pub fn finish(&self, id: &str, result: Result<String>) {
        if let Some(running) = self.list().iter_mut().find(|running| running.job.id == id) {
            let (state, message) = match result {
                Ok(message) => (JobState::Done, message),
                Err(refusal) if refusal.code == Code::Cancelled => (JobState::Cancelled, refusal.message),
                Err(refusal) => (JobState::Failed, refusal.message),
            };
            running.job.state = state;
            running.job.message = Some(message);
        }
    }

    /// Every job that was not dismissed, newest first.
    pub fn all(&self) -> Vec<Job> {
        self.list().iter().rev().map(Running::present).collect()
    }

    /// Whether any job runs.
    pub fn any_running(&self) -> bool {
        self.list().iter().any(|running| running.job.state == JobState::Running)
    }

    /// Asks a job to stop.
    pub fn cancel(&self, id: &str) {
        for running in self.list().iter().filter(|running| running.job.id == id) {
            running.watch.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Takes a finished job off the list.
    pub fn dismiss(&self, id: &str) {
        self.list().retain(|running| running.job.id != id || running.job.state == JobState::Running);
    }

    /// Asks every job to stop.
    pub fn cancel_all(&self) {
        for running in self.list().iter() {
            running.watch.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Waits until every job has ended.
    pub fn wait_all(&self) {
        let threads: Vec<_> = self.list().iter_mut().filter_map(|running| running.thread.take()).collect();
        let own = std::thread::current().id();
        for thread in threads.into_iter().filter(|thread| thread.thread().id() != own) {
            let _ = thread.join();
        }
    }

    fn list(&self) -> MutexGuard<'_, Vec<Running>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Running {
    fn present(&self) -> Job {
        let (done, total) = (self.watch.done.load(Ordering::Relaxed), self.watch.total.load(Ordering::Relaxed));
        let spent = self.began.elapsed().as_secs();
        let left = (self.job.state == JobState::Running && done > 0 && total > done && spent >= 2)
            .then(|| spent.saturating_mul(total - done) / done);
        Job {
            what: (*self.watch.what.lock().unwrap_or_else(PoisonError::into_inner)).to_owned(),
            done,
            total,
            seconds_left: left,
            ..self.job.clone()
        }
    }
}

/// The answer of a call that starts long work.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StartedJob {
    /// The job to watch in `job.list`.
    pub job: String,
}

impl Workstation {
    /// Starts long work that belongs to the person at work. Nobody signed in is a refusal.
    pub(crate) fn job(
        &self,
        title: &str,
        work: impl FnOnce(&Workstation, &Watch) -> Result<String> + Send + 'static,
    ) -> Result<StartedJob> {
        self.vault_behind_lock()?;
        self.job_without_vault(title, work)
    }

    /// Starts long work that needs no open vault, such as a restore.
    pub(crate) fn job_without_vault(
        &self,
        title: &str,
        work: impl FnOnce(&Workstation, &Watch) -> Result<String> + Send + 'static,
    ) -> Result<StartedJob> {
        let me = self.me.upgrade().ok_or_else(|| Refusal::internal("workstation"))?;
        let for_work = Arc::clone(&me);
        let job = self.jobs.start(
            title,
            self.now(),
            move |watch| work(&for_work, watch),
            move |id, result| me.jobs.finish(id, result),
        );
        Ok(StartedJob { job })
    }
}

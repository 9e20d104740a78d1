//! A file system layer under SQLite, for tests: counts, records, watches and fails what is asked of the disk.
//!
//! It lies between SQLCipher and the operating system's own layer, so it sees exactly what would reach a disk: ciphertext.
//! It promises SQLite nothing about the device (no atomic sectors), the worst case. Installed for the whole process as
//! the default; the state below is the process's, so a test that uses it runs in a process of its own (as with nextest).
//! Never part of the product: behind the feature `test-vfs`.

#![allow(unsafe_code)]
#![allow(non_snake_case, reason = "the methods are called as SQLite calls them")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering::SeqCst};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use rusqlite::ffi::{
    SQLITE_IOERR, SQLITE_IOERR_DELETE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_READ, SQLITE_OK, sqlite3_file,
    sqlite3_filename, sqlite3_initialize, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs, sqlite3_vfs_find,
    sqlite3_vfs_register,
};

use crate::memory::wipe_what_is_freed;

/// One thing that changed a disk, or a moment a test marked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Event {
    Write {
        file: String,
        at: u64,
        bytes: Vec<u8>,
    },
    Truncate {
        file: String,
        length: u64,
    },
    Sync {
        file: String,
    },
    Delete {
        file: String,
    },
    /// Set by [`mark`]: what was promised by now.
    Mark(Vec<u8>),
}

/// How calls are to fail.
#[derive(Copy, Clone, Debug)]
pub struct Fault {
    /// Which call, counted from 0 from when the fault is set.
    pub at: u64,
    /// SQLite's result code, such as `SQLITE_FULL`.
    pub code: c_int,
    pub lasting: Lasting,
    pub reads: Reads,
}

#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Lasting {
    Once,
    ForEver,
}

/// Whether reads are counted and failed as well as writes, truncations, syncs and deletions.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Reads {
    Fail,
    Work,
}

static SYNCS: AtomicU64 = AtomicU64::new(0);
static WRITES: AtomicU64 = AtomicU64::new(0);
static RECORDING: AtomicBool = AtomicBool::new(false);
static CALLS: AtomicI64 = AtomicI64::new(0);
static EVENTS: Mutex<Vec<Event>> = Mutex::new(Vec::new());
static FAULT: Mutex<Option<Fault>> = Mutex::new(None);
static FAULTS: AtomicU64 = AtomicU64::new(0);
static WATCHED: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());
static SEEN: AtomicU64 = AtomicU64::new(0);

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Every fsync of this process through SQLite or through the vault's own files, so far.
pub fn fsyncs() -> u64 {
    SYNCS.load(SeqCst)
}

/// Every write of SQLite so far.
pub fn writes() -> u64 {
    WRITES.load(SeqCst)
}

/// How many fsyncs something costs.
pub fn fsyncs_of<T>(work: impl FnOnce() -> T) -> (u64, T) {
    let before = fsyncs();
    let result = work();
    (fsyncs() - before, result)
}

/// The vault's own files do not pass through SQLite; they are counted where they are synced.
pub(crate) fn synced_elsewhere() {
    SYNCS.fetch_add(1, SeqCst);
}

/// Begins a new recording.
pub fn record() {
    locked(&EVENTS).clear();
    RECORDING.store(true, SeqCst);
}

/// Puts a moment into the recording.
pub fn mark(what: &[u8]) {
    locked(&EVENTS).push(Event::Mark(what.to_vec()));
}

/// Ends the recording.
pub fn recorded() -> Vec<Event> {
    RECORDING.store(false, SeqCst);
    std::mem::take(&mut *locked(&EVENTS))
}

/// Sets a fault; `None` heals the disk.
pub fn fail(fault: Option<Fault>) {
    CALLS.store(0, SeqCst);
    FAULTS.store(0, SeqCst);
    *locked(&FAULT) = fault;
}

/// How many calls failed since the fault was set.
pub fn failed() -> u64 {
    FAULTS.load(SeqCst)
}

/// How many calls were counted since a fault was set.
pub fn calls() -> u64 {
    CALLS.load(SeqCst).cast_unsigned()
}

/// Looks for these bytes in every write from now on.
pub fn watch(bytes: &[u8]) {
    locked(&WATCHED).push(bytes.to_vec());
}

/// How many writes held watched bytes.
pub fn seen() -> u64 {
    SEEN.load(SeqCst)
}

/// Makes this layer the default of the process.
pub fn install() {
    static ONCE: Once = Once::new();
    // SQLite takes other memory methods only before it is first used. If it was, the vault says so when it opens.
    let _ = wipe_what_is_freed();
    // SAFETY: called once, before any connection; what is registered is leaked and so lives for ever.
    ONCE.call_once(|| unsafe {
        sqlite3_initialize();
        let real = sqlite3_vfs_find(std::ptr::null());
        if real.is_null() {
            return;
        }
        let mut ours: sqlite3_vfs = *real;
        ours.szOsFile += HEAD;
        ours.zName = c"watched".as_ptr();
        ours.pNext = std::ptr::null_mut();
        ours.pAppData = real.cast();
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        ours.xAccess = Some(access);
        ours.xFullPathname = Some(full_pathname);
        ours.xRandomness = Some(randomness);
        ours.xSleep = Some(sleep);
        ours.xCurrentTime = Some(current_time);
        ours.xGetLastError = Some(last_error);
        ours.xCurrentTimeInt64 = Some(current_time_int64);
        ours.iVersion = 2;
        sqlite3_vfs_register(Box::leak(Box::new(ours)), 1);
    });
}

/// The code to fail this call with, if it is its turn.
fn turn(kind: Reads) -> Option<c_int> {
    let fault = (*locked(&FAULT))?;
    if kind == Reads::Fail && fault.reads == Reads::Work {
        return None;
    }
    let call = CALLS.fetch_add(1, SeqCst).cast_unsigned();
    let fails = call == fault.at || (call > fault.at && fault.lasting == Lasting::ForEver);
    fails.then(|| {
        FAULTS.fetch_add(1, SeqCst);
        fault.code
    })
}

fn log(event: impl FnOnce() -> Event) {
    if RECORDING.load(SeqCst) {
        locked(&EVENTS).push(event());
    }
}

/// An open file: ours in front, the operating system's behind it.
#[repr(C)]
struct Opened {
    base: sqlite3_file,
    name: *mut String,
}

/// Room for ours, a multiple of every alignment in play.
const HEAD: c_int = 64;
const _: () = assert!(size_of::<Opened>() <= 64);

/// SAFETY of everything below: SQLite calls with files that `open` filled in, and with buffers as long as it says.
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    unsafe { file.cast::<u8>().add(HEAD as usize).cast() }
}

unsafe fn name(file: *mut sqlite3_file) -> String {
    unsafe { (*(*file.cast::<Opened>()).name).clone() }
}

unsafe fn real_vfs(vfs: *mut sqlite3_vfs) -> *mut sqlite3_vfs {
    unsafe { (*vfs).pAppData.cast() }
}

/// Hands a call on to the layer below.
macro_rules! below {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        let file = unsafe { real($file) };
        match unsafe { (*(*file).pMethods).$method } {
            Some(method) => unsafe { method(file $(, $argument)*) },
            None => SQLITE_IOERR,
        }
    }};
}

macro_rules! below_vfs {
    ($vfs:expr, $method:ident $(, $argument:expr)*) => {{
        let vfs = unsafe { real_vfs($vfs) };
        match unsafe { (*vfs).$method } {
            Some(method) => unsafe { method(vfs $(, $argument)*) },
            None => SQLITE_IOERR,
        }
    }};
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let result = below!(file, xClose);
    drop(unsafe { Box::from_raw((*file.cast::<Opened>()).name) });
    result
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, length: c_int, at: sqlite3_int64) -> c_int {
    if turn(Reads::Fail).is_some() {
        return SQLITE_IOERR_READ;
    }
    below!(file, xRead, to, length, at)
}

unsafe extern "C" fn write(file: *mut sqlite3_file, from: *const c_void, length: c_int, at: sqlite3_int64) -> c_int {
    if let Some(code) = turn(Reads::Work) {
        return code;
    }
    let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), length.unsigned_abs() as usize) };
    WRITES.fetch_add(1, SeqCst);
    let holds = |watched: &Vec<u8>| bytes.windows(watched.len().max(1)).any(|part| part == watched);
    if locked(&WATCHED).iter().any(holds) {
        SEEN.fetch_add(1, SeqCst);
    }
    log(|| Event::Write { file: unsafe { name(file) }, at: at.cast_unsigned(), bytes: bytes.to_vec() });
    below!(file, xWrite, from, length, at)
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, length: sqlite3_int64) -> c_int {
    if let Some(code) = turn(Reads::Work) {
        return code;
    }
    log(|| Event::Truncate { file: unsafe { name(file) }, length: length.cast_unsigned() });
    below!(file, xTruncate, length)
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    if turn(Reads::Work).is_some() {
        return SQLITE_IOERR_FSYNC;
    }
    SYNCS.fetch_add(1, SeqCst);
    let result = below!(file, xSync, flags);
    if result == SQLITE_OK {
        log(|| Event::Sync { file: unsafe { name(file) } });
    }
    result
}

unsafe extern "C" fn size(file: *mut sqlite3_file, to: *mut sqlite3_int64) -> c_int {
    below!(file, xFileSize, to)
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    below!(file, xLock, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    below!(file, xUnlock, level)
}

unsafe extern "C" fn check_lock(file: *mut sqlite3_file, to: *mut c_int) -> c_int {
    below!(file, xCheckReservedLock, to)
}

unsafe extern "C" fn control(file: *mut sqlite3_file, what: c_int, with: *mut c_void) -> c_int {
    below!(file, xFileControl, what, with)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    below!(file, xSectorSize)
}

/// Promises nothing.
unsafe extern "C" fn characteristics(_file: *mut sqlite3_file) -> c_int {
    0
}

unsafe extern "C" fn map(
    file: *mut sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    to: *mut *mut c_void,
) -> c_int {
    below!(file, xShmMap, page, size, extend, to)
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, at: c_int, count: c_int, flags: c_int) -> c_int {
    below!(file, xShmLock, at, count, flags)
}

unsafe extern "C" fn barrier(file: *mut sqlite3_file) {
    let file = unsafe { real(file) };
    if let Some(method) = unsafe { (*(*file).pMethods).xShmBarrier } {
        unsafe { method(file) };
    }
}

unsafe extern "C" fn unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    below!(file, xShmUnmap, delete)
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_lock),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(barrier),
    xShmUnmap: Some(unmap),
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    path: sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    unsafe { (*file).pMethods = std::ptr::null() };
    let result = below_vfs!(vfs, xOpen, path, real(file), flags, out);
    if result == SQLITE_OK {
        let name = if path.is_null() {
            format!("temporary {flags:x}")
        } else {
            unsafe { CStr::from_ptr(path) }.to_string_lossy().into_owned()
        };
        unsafe {
            (*file.cast::<Opened>()).name = Box::into_raw(Box::new(name));
            (*file).pMethods = &raw const METHODS;
        }
    }
    result
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, path: *const c_char, sync_folder: c_int) -> c_int {
    if turn(Reads::Work).is_some() {
        return SQLITE_IOERR_DELETE;
    }
    log(|| Event::Delete { file: unsafe { CStr::from_ptr(path) }.to_string_lossy().into_owned() });
    below_vfs!(vfs, xDelete, path, sync_folder)
}

unsafe extern "C" fn access(vfs: *mut sqlite3_vfs, path: *const c_char, flags: c_int, out: *mut c_int) -> c_int {
    below_vfs!(vfs, xAccess, path, flags, out)
}

unsafe extern "C" fn full_pathname(
    vfs: *mut sqlite3_vfs,
    path: *const c_char,
    length: c_int,
    out: *mut c_char,
) -> c_int {
    below_vfs!(vfs, xFullPathname, path, length, out)
}

unsafe extern "C" fn randomness(vfs: *mut sqlite3_vfs, length: c_int, out: *mut c_char) -> c_int {
    below_vfs!(vfs, xRandomness, length, out)
}

unsafe extern "C" fn sleep(vfs: *mut sqlite3_vfs, microseconds: c_int) -> c_int {
    below_vfs!(vfs, xSleep, microseconds)
}

unsafe extern "C" fn current_time(vfs: *mut sqlite3_vfs, out: *mut f64) -> c_int {
    below_vfs!(vfs, xCurrentTime, out)
}

unsafe extern "C" fn last_error(vfs: *mut sqlite3_vfs, length: c_int, out: *mut c_char) -> c_int {
    below_vfs!(vfs, xGetLastError, length, out)
}

unsafe extern "C" fn current_time_int64(vfs: *mut sqlite3_vfs, out: *mut sqlite3_int64) -> c_int {
    below_vfs!(vfs, xCurrentTimeInt64, out)
}

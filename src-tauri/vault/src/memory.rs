//! What SQLite frees is wiped first.
//!
//! Pages, rows, sorts and search words pass through SQLite's memory in the clear, and freed memory keeps its bytes until
//! somebody needs the place: a closed vault would still lie in the process. SQLCipher has a setting against it
//! (`cipher_memory_security`), but that one also asks the operating system to lock and unlock at every allocation, which
//! took three fifths of the processor's time (measured over tests of import, search, notes, sessions and backup). Here
//! the wiping is done and nothing else.
//!
//! What must hold: these methods are in place before SQLite is first used in the process, or no vault opens. SQLCipher
//! lays its own over them; its keys lie in a heap of its own, locked and wiped by it whatever that setting says.
//! Absent on purpose: locking pages, which the system grants for a few megabytes only; SECURITY.md says what follows.

#![allow(unsafe_code)]

use std::ffi::{c_int, c_void};
use std::hint::black_box;
use std::ptr::null_mut;
use std::sync::OnceLock;
use std::sync::atomic::{Ordering, compiler_fence};

use rusqlite::ffi::{SQLITE_CONFIG_GETMALLOC, SQLITE_CONFIG_MALLOC, SQLITE_OK, sqlite3_config, sqlite3_mem_methods};

use crate::Error;

/// SQLite's own methods, under ours.
struct Below {
    allocate: unsafe extern "C" fn(c_int) -> *mut c_void,
    free: unsafe extern "C" fn(*mut c_void),
    size: unsafe extern "C" fn(*mut c_void) -> c_int,
}

static BELOW: OnceLock<Below> = OnceLock::new();

/// To be called before anything else of SQLite. `MemoryNotWiped` when SQLite was used before, and from then on.
pub(crate) fn wipe_what_is_freed() -> Result<(), Error> {
    static WIPES: OnceLock<bool> = OnceLock::new();
    if *WIPES.get_or_init(|| install().is_some()) { Ok(()) } else { Err(Error::MemoryNotWiped) }
}

fn install() -> Option<()> {
    let mut methods = sqlite3_mem_methods {
        xMalloc: None,
        xFree: None,
        xRealloc: None,
        xSize: None,
        xRoundup: None,
        xInit: None,
        xShutdown: None,
        pAppData: null_mut(),
    };
    // SAFETY: this option takes a pointer to methods, which SQLite fills in. In use already, it answers with misuse and
    // touches nothing.
    let answer = unsafe { sqlite3_config(SQLITE_CONFIG_GETMALLOC, &raw mut methods) };
    if answer != SQLITE_OK {
        return None;
    }
    let below = Below { allocate: methods.xMalloc?, free: methods.xFree?, size: methods.xSize? };
    BELOW.set(below).ok()?;
    methods.xFree = Some(free);
    methods.xRealloc = Some(reallocate);
    // SAFETY: this option takes a pointer to methods, which SQLite copies. They are all there, and those that are ours
    // treat blocks of those below as these do.
    let answer = unsafe { sqlite3_config(SQLITE_CONFIG_MALLOC, &raw mut methods) };
    (answer == SQLITE_OK).then_some(())
}

impl Below {
    /// SAFETY: the block came from these methods and is not used again.
    unsafe fn free_wiped(&self, block: *mut c_void) {
        if block.is_null() {
            return;
        }
        // SAFETY: the block is as long as the method says, it is ours to write, and it is given back once.
        unsafe {
            block.write_bytes(0, length((self.size)(block)));
            // Whoever frees is a function that the compiler does not see into, so it cannot take the zeros for useless;
            // this says it a second time.
            compiler_fence(Ordering::SeqCst);
            (self.free)(black_box(block));
        }
    }

    /// SQLite's own would move a block and leave the old one as it was. A block that shrinks stays where it is.
    ///
    /// SAFETY: the block came from these methods; if another is answered, the old one is not used again.
    unsafe fn reallocate_wiped(&self, block: *mut c_void, wanted: c_int) -> *mut c_void {
        // SAFETY: the old block is `held` long and the new one is longer; they are two blocks. Without a new one the old
        // one stays as it was, as SQLite expects.
        unsafe {
            if block.is_null() {
                return (self.allocate)(wanted);
            }
            let held = (self.size)(block);
            if wanted <= held {
                return block;
            }
            let moved = (self.allocate)(wanted);
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(block, length(held));
                self.free_wiped(block);
            }
            moved
        }
    }
}

unsafe extern "C" fn free(block: *mut c_void) {
    if let Some(below) = BELOW.get() {
        // SAFETY: SQLite calls with a block of its memory methods, once.
        unsafe { below.free_wiped(block) };
    }
}

unsafe extern "C" fn reallocate(block: *mut c_void, wanted: c_int) -> *mut c_void {
    // SAFETY: SQLite calls with a block of its memory methods and goes on with the one that is answered.
    BELOW.get().map_or(null_mut(), |below| unsafe { below.reallocate_wiped(block, wanted) })
}

fn length(size: c_int) -> usize {
    usize::try_from(size).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::slice;

    use super::*;

    const HEAD: usize = 8;

    thread_local! {
        static FREED: Cell<Vec<usize>> = const { Cell::new(Vec::new()) };
        static FULL: Cell<bool> = const { Cell::new(false) };
    }

    /// Memory that is never really given back, so that it can be looked at afterwards.
    const KEPT: Below = Below { allocate: kept_allocate, free: kept_free, size: kept_size };

    unsafe extern "C" fn kept_allocate(size: c_int) -> *mut c_void {
        if FULL.get() {
            return null_mut();
        }
        let mut block = vec![0xEE; HEAD + length(size)];
        block[..4].copy_from_slice(&size.to_ne_bytes());
        Box::leak(block.into_boxed_slice())[HEAD..].as_mut_ptr().cast()
    }

    unsafe extern "C" fn kept_free(block: *mut c_void) {
        let mut freed = FREED.take();
        freed.push(block.addr());
        FREED.set(freed);
    }

    unsafe extern "C" fn kept_size(block: *mut c_void) -> c_int {
        // SAFETY: the size stands before the block.
        unsafe { block.cast::<u8>().sub(HEAD).cast::<c_int>().read_unaligned() }
    }

    /// A block of 24 bytes, all of them 7.
    fn written() -> *mut c_void {
        // SAFETY: as long as asked for.
        unsafe {
            let block = kept_allocate(24);
            block.write_bytes(7, 24);
            block
        }
    }

    fn bytes(block: *mut c_void, length: usize) -> &'static [u8] {
        // SAFETY: blocks are never given back.
        unsafe { slice::from_raw_parts(block.cast(), length) }
    }

    #[test]
    fn what_is_freed_is_wiped_whole() {
        let block = written();
        // SAFETY: a block of these methods; nothing is not freed.
        unsafe {
            KEPT.free_wiped(block);
            KEPT.free_wiped(null_mut());
        }
        assert_eq!(bytes(block, 24), [0; 24]);
        assert_eq!(FREED.take(), [block.addr()]);
    }

    #[test]
    fn a_block_that_grows_moves_and_leaves_nothing() {
        let block = written();
        // SAFETY: a block of these methods.
        let moved = unsafe { KEPT.reallocate_wiped(block, 40) };
        assert_ne!(moved, block);
        assert_eq!(bytes(moved, 40), [[7; 24].as_slice(), &[0xEE; 16]].concat());
        assert_eq!(bytes(block, 24), [0; 24]);
        assert_eq!(FREED.take(), [block.addr()]);
    }

    #[test]
    fn a_block_that_shrinks_or_cannot_grow_stays() {
        let block = written();
        // SAFETY: blocks of these methods.
        unsafe {
            assert_eq!(KEPT.reallocate_wiped(block, 24), block);
            assert_eq!(KEPT.reallocate_wiped(block, 8), block);
            FULL.set(true);
            assert!(KEPT.reallocate_wiped(block, 40).is_null());
            FULL.set(false);
            assert!(!KEPT.reallocate_wiped(null_mut(), 8).is_null());
        }
        assert_eq!(bytes(block, 24), [7; 24]);
        assert_eq!(FREED.take(), [0_usize; 0]);
    }
}

//! Room in memory: a document is only begun if there is enough for it, because running
//! out later would end the whole batch.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// What is said of a document for which there is none.
pub const NONE: &str = "not enough memory for it";

/// What the documents in work may still take, in bytes.
static CLAIMED: Mutex<usize> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

/// Room for one document, until it is dropped.
#[derive(Debug)]
pub struct Room(usize);

impl Room {
    /// Room for a document of `bytes` bytes, once those that were begun before leave
    /// enough; none where there would not be enough without them either.
    pub fn claim(bytes: u64) -> Option<Room> {
        let need = need(bytes);
        let mut claimed = claimed();
        loop {
            if is_free(need.saturating_add(*claimed)) {
                *claimed += need;
                return Some(Room(need));
            }
            if *claimed == 0 {
                return None;
            }
            claimed = GIVEN_BACK.wait(claimed).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        *claimed() -= self.0;
        GIVEN_BACK.notify_all();
    }
}

fn claimed() -> MutexGuard<'static, usize> {
    CLAIMED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether there is room for a document of `bytes` bytes now.
pub fn is_there(bytes: u64) -> bool {
    is_free(need(bytes))
}

/// What work on `bytes` bytes takes at most: six times their size, and what tiny
/// pieces take besides.
fn need(bytes: u64) -> usize {
    /// Text of tiny pieces takes so many times its size …
    const TINY: u64 = 96;
    /// … but so many pieces are looked at that they take no more than this.
    const PIECES: u64 = 96 << 20;
    const TIMES: u64 = 6;
    let most = bytes.saturating_mul(TIMES).saturating_add(PIECES);
    most.min(bytes.saturating_mul(TINY)).try_into().unwrap_or(usize::MAX)
}

/// Whether so many bytes are to be had, and what any work takes besides. Nothing is
/// written to them.
fn is_free(bytes: usize) -> bool {
    const BESIDES: usize = 8 << 20;
    let mut room: Vec<u8> = Vec::new();
    let bytes = bytes.saturating_add(BESIDES);
    std::hint::black_box(&mut room).try_reserve_exact(bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_document_needs_little_and_a_large_one_in_proportion() {
        assert_eq!(need(0), 0);
        assert!(need(80) < 1 << 13);
        assert_eq!(need(1 << 28), (6 << 28) + (96 << 20));
        assert_eq!(need(u64::MAX), usize::MAX);
    }

    #[test]
    fn what_no_machine_has_is_refused() {
        assert!(Room::claim(u64::MAX).is_none() && !is_there(u64::MAX));
        assert!(Room::claim(1000).is_some() && is_there(1000));
    }
}

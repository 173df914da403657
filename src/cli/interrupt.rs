//! Interruption by a signal: nothing half-written stays behind.
//!
//! Whatever must not be cut in two is done while a lock is held, or is marked as a
//! line in the making. The thread that waits for signals waits for both, removes the
//! files that have no name yet, and lets the signal do what it does. It never waits
//! for long: a second signal, or output that nobody reads, ends the program at once.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What would stay behind.
#[derive(Debug)]
pub(super) struct Unfinished {
    /// The temporary files there are.
    pub temporaries: BTreeSet<PathBuf>,
    /// Whether the beginning of a line is written, and not its end.
    pub line: bool,
}

static UNFINISHED: Mutex<Unfinished> =
    Mutex::new(Unfinished { temporaries: BTreeSet::new(), line: false });

/// How often something was written.
static WRITES: AtomicU64 = AtomicU64::new(0);

/// Puts signals off until the guard is dropped.
pub(super) fn held() -> MutexGuard<'static, Unfinished> {
    WRITES.fetch_add(1, Ordering::Relaxed);
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on a signal that ends the program removes temporary files and
/// does `last` first.
#[cfg(unix)]
pub(super) fn tidy_up(last: impl FnOnce() + Send + 'static) {
    // A file that may not grow is an error of its output, not the program's end.
    let noticed = std::sync::Arc::default();
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, noticed);
    let (ready, registered) = std::sync::mpsc::channel::<()>();
    let wait = move || {
        // Where nothing can be registered, signals end the program as ever.
        let Ok(mut signals) = signal_hook::iterator::Signals::new(heeded()) else {
            return;
        };
        drop(ready);
        let first = signals.forever().next();
        if let Some(signal) = first {
            remove(unless_stuck(|| signals.pending().next().is_some()));
            last();
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    };
    if std::thread::Builder::new().spawn(wait).is_ok() {
        // It ends when the other side is dropped.
        let _ = registered.recv();
    }
}

#[cfg(not(unix))]
pub(super) fn tidy_up(_: impl FnOnce() + Send + 'static) {}

/// Removes the files and leaves the lock held, so that none is written again.
#[cfg(unix)]
fn remove(held: Option<MutexGuard<'static, Unfinished>>) {
    if let Some(unfinished) = held {
        let temporaries = unfinished.temporaries.iter();
        temporaries.for_each(|path| drop(std::fs::remove_file(path)));
        std::mem::forget(unfinished);
    }
}

/// The lock, once no line is in the making; whatever there is of it where that takes
/// five seconds, nothing is written for half a second, or it `is_urgent`. Who keeps
/// the lock writes to a pipe that nobody reads, and no file waits for its name.
#[cfg(unix)]
fn unless_stuck(
    mut is_urgent: impl FnMut() -> bool,
) -> Option<MutexGuard<'static, Unfinished>> {
    const STEP: std::time::Duration = std::time::Duration::from_millis(10);
    let (mut writes, mut idle) = (0, 0);
    for _ in 0..500 {
        if let Some(unfinished) = UNFINISHED.try_lock().ok().filter(|held| !held.line) {
            return Some(unfinished);
        }
        let so_far = WRITES.load(Ordering::Relaxed);
        idle = if so_far > writes { 0 } else { idle + 1 };
        writes = so_far;
        if idle == 50 || is_urgent() {
            break;
        }
        std::thread::sleep(STEP);
    }
    UNFINISHED.try_lock().ok()
}

/// The signals to wait for. One that whoever started the program has switched
/// off (`nohup`, a background job) stays so; only Linux tells.
#[cfg(unix)]
fn heeded() -> Vec<i32> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXCPU};
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status
        .lines()
        .find_map(|line| line.strip_prefix("SigIgn:"))
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    let all: &[i32] = match ignored {
        Some(_) => &[SIGINT, SIGTERM, SIGXCPU, SIGHUP],
        None => &[SIGINT, SIGTERM, SIGXCPU],
    };
    let is_ignored = |signal: &&i32| ignored.unwrap_or(0) >> (**signal - 1) & 1 == 1;
    all.iter().filter(|signal| !is_ignored(signal)).copied().collect()
}

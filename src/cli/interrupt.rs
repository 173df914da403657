//! Interruption by a signal: nothing half-written stays behind.
//!
//! Whatever must not be cut in two is done while a lock is held. The thread
//! that waits for signals takes the lock, removes the files that have no name
//! yet, and lets the signal do what it does.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The temporary files there are.
pub(super) type Temporaries = BTreeSet<PathBuf>;

static TEMPORARIES: Mutex<Temporaries> = Mutex::new(BTreeSet::new());

/// Puts signals off until the guard is dropped.
pub(super) fn held() -> MutexGuard<'static, Temporaries> {
    TEMPORARIES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on a signal that ends the program removes temporary files and
/// does `last` first.
#[cfg(unix)]
pub(super) fn tidy_up(last: impl FnOnce() + Send + 'static) {
    let (ready, registered) = std::sync::mpsc::channel::<()>();
    let wait = move || {
        // Where nothing can be registered, signals end the program as ever.
        let Ok(mut signals) = signal_hook::iterator::Signals::new(heeded()) else {
            return;
        };
        drop(ready);
        if let Some(signal) = signals.forever().next() {
            remove(unless_stuck());
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
fn remove(held: Option<MutexGuard<'static, Temporaries>>) {
    if let Some(temporaries) = held {
        temporaries.iter().for_each(|path| drop(std::fs::remove_file(path)));
        std::mem::forget(temporaries);
    }
}

/// The lock, unless somebody keeps it for long: they write to a pipe that
/// nobody reads, and no file waits for its name.
#[cfg(unix)]
fn unless_stuck() -> Option<MutexGuard<'static, Temporaries>> {
    use std::time::Duration;
    (0..50).find_map(|_| {
        TEMPORARIES.try_lock().ok().or_else(|| {
            std::thread::sleep(Duration::from_millis(10));
            None
        })
    })
}

/// The signals to wait for. One that whoever started the program has switched
/// off (`nohup`, a background job) stays so; only Linux tells.
#[cfg(unix)]
fn heeded() -> Vec<i32> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status
        .lines()
        .find_map(|line| line.strip_prefix("SigIgn:"))
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    let all: &[i32] =
        if ignored.is_some() { &[SIGINT, SIGTERM, SIGHUP] } else { &[SIGINT, SIGTERM] };
    let is_ignored = |signal: &&i32| ignored.unwrap_or(0) >> (**signal - 1) & 1 == 1;
    all.iter().filter(|signal| !is_ignored(signal)).copied().collect()
}

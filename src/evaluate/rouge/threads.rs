//! A map over numbered items on several threads, with the results in order.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What a worker makes of each number below `count`, in order. Each of
/// `threads` threads (0: one for each core) has a worker of its own.
pub(super) fn map<R, W>(
    threads: usize,
    count: usize,
    worker: impl Fn() -> W + Sync,
) -> Vec<R>
where
    R: Send,
    W: FnMut(usize) -> R,
{
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if threads == 0 { cores() } else { threads };
    let next = AtomicUsize::new(0);
    let run = || {
        let mut work = worker();
        let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|at| *at < count);
        std::iter::from_fn(take).map(|at| (at, work(at))).collect::<Vec<_>>()
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(count)).map(|_| scope.spawn(run)).collect();
        let mut done = run();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_are_in_order_for_any_number_of_threads() {
        for threads in [0, 1, 2, 7] {
            let squares = super::map(threads, 100, || |at| at * at);
            assert!(squares.into_iter().eq((0..100).map(|at| at * at)));
        }
    }
}

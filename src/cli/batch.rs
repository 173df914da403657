//! A parallel map over a stream of jobs, whose results come out in order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many results may wait for an earlier one, for each thread.
const WAITING: usize = 16;

/// The number of threads for `-j requested`, 0 being all cores.
pub(super) fn threads(requested: usize) -> usize {
    match requested {
        0 => thread::available_parallelism().map_or(1, NonZero::get),
        some => some.min(512),
    }
}

/// A thread is begun only where so much memory is left, in bytes: enough for its
/// stack and for what all of them work on.
const ROOM: usize = 32 << 20;

/// Works through `jobs` on at most `threads` threads and hands the results to
/// `emit` in the order of the jobs. Each thread has a worker of its own from
/// `worker`, and is begun when the one before it has found a job. At most
/// [`WAITING`] results a thread wait; so memory is bounded whatever the number
/// of jobs. When `emit` breaks, no new job is begun.
pub(super) fn in_order<J, R, W>(
    threads: usize,
    jobs: impl Iterator<Item = J> + Send,
    worker: impl Fn() -> W + Sync,
    mut emit: impl FnMut(R) -> ControlFlow<()>,
) where
    J: Send,
    R: Send,
    W: FnMut(J) -> R,
{
    if threads <= 1 {
        let mut jobs = jobs;
        let _ = jobs.try_for_each({
            let mut work = worker();
            move |job| emit(work(job))
        });
        return;
    }
    let queue = Queue {
        jobs: Mutex::new(jobs.enumerate()),
        results: Mutex::new(Results {
            ready: BTreeMap::new(),
            emitted: 0,
            busy: 0,
            wanted: threads,
            stopped: false,
        }),
        arrived: Condvar::new(),
        emitted: Condvar::new(),
        window: threads * WAITING,
        worker,
    };
    thread::scope(|scope| {
        if queue.hire(scope) {
            queue.emit_all(&mut emit);
        } else {
            // No thread is to be had: this one does it all.
            queue.work_alone(&mut emit);
        }
    });
}

struct Queue<I, R, F> {
    jobs: Mutex<I>,
    results: Mutex<Results<R>>,
    arrived: Condvar,
    emitted: Condvar,
    window: usize,
    /// Makes the worker of a thread.
    worker: F,
}

struct Results<R> {
    ready: BTreeMap<usize, R>,
    /// How many results were handed on.
    emitted: usize,
    /// How many workers run.
    busy: usize,
    /// How many more may be begun.
    wanted: usize,
    stopped: bool,
}

impl<I, R, F> Queue<I, R, F> {
    /// A worker that panics leaves the results whole.
    fn lock_results(&self) -> MutexGuard<'_, Results<R>> {
        self.results.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<J, R, W, I, F> Queue<I, R, F>
where
    J: Send,
    R: Send,
    W: FnMut(J) -> R,
    I: Iterator<Item = (usize, J)> + Send,
    F: Fn() -> W + Sync,
{
    /// Begins one more thread, if one is wanted, and says whether it did. Where
    /// none is to be had, none is wanted from then on.
    fn hire<'scope>(&'scope self, scope: &'scope thread::Scope<'scope, '_>) -> bool {
        {
            let mut results = self.lock_results();
            if results.wanted == 0 {
                return false;
            }
            results.wanted -= 1;
            results.busy += 1;
        }
        let run = move || self.work(scope);
        let has_room = Vec::<u8>::new().try_reserve_exact(ROOM).is_ok();
        if has_room && thread::Builder::new().spawn_scoped(scope, run).is_ok() {
            return true;
        }
        let mut results = self.lock_results();
        results.busy -= 1;
        results.wanted = 0;
        false
    }

    fn next_job(&self) -> Option<(usize, J)> {
        if self.lock_results().stopped {
            return None;
        }
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).next()
    }

    fn work<'scope>(&'scope self, scope: &'scope thread::Scope<'scope, '_>) {
        let mut worker = None;
        while let Some((index, job)) = self.next_job() {
            let work = worker.get_or_insert_with(|| {
                // There may be more to do.
                self.hire(scope);
                (self.worker)()
            });
            let result = work(job);
            let mut results = self.lock_results();
            while index >= results.emitted + self.window && !results.stopped {
                results =
                    self.emitted.wait(results).unwrap_or_else(PoisonError::into_inner);
            }
            results.ready.insert(index, result);
            self.arrived.notify_one();
        }
        self.lock_results().busy -= 1;
        self.arrived.notify_one();
    }

    fn work_alone(&self, emit: &mut impl FnMut(R) -> ControlFlow<()>) {
        let mut work = (self.worker)();
        while let Some((_, job)) = self.next_job() {
            if emit(work(job)).is_break() {
                return;
            }
        }
    }

    fn emit_all(&self, emit: &mut impl FnMut(R) -> ControlFlow<()>) {
        let mut results = self.lock_results();
        loop {
            let next = results.emitted;
            if let Some(result) = results.ready.remove(&next) {
                drop(results);
                let flow = emit(result);
                results = self.lock_results();
                results.emitted += 1;
                results.stopped |= flow.is_break();
                self.emitted.notify_all();
                if results.stopped {
                    return;
                }
            } else if results.busy == 0 {
                return;
            } else {
                results =
                    self.arrived.wait(results).unwrap_or_else(PoisonError::into_inner);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(threads: usize, count: u64) -> Vec<u64> {
        let mut out = Vec::new();
        let slow_square = |job: u64| {
            (0..(job * 37) % 101 * 50)
                .for_each(|n| assert!(std::hint::black_box(n) < 5000));
            job * job
        };
        in_order(
            threads,
            0..count,
            || slow_square,
            |square| {
                out.push(square);
                ControlFlow::Continue(())
            },
        );
        out
    }

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        let expected: Vec<u64> = (0..2000).map(|n| n * n).collect();
        for threads in [1, 2, 7] {
            assert_eq!(squares(threads, 2000), expected, "{threads} threads");
        }
        assert!(squares(3, 0).is_empty());
    }

    #[test]
    fn nothing_comes_after_a_break() {
        for threads in [1, 4] {
            let mut seen = 0;
            in_order(
                threads,
                0..,
                || |job: u32| job,
                |job| {
                    seen += 1;
                    if job == 10 {
                        ControlFlow::Break(())
                    } else {
                        ControlFlow::Continue(())
                    }
                },
            );
            assert_eq!(seen, 11);
        }
    }
}

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

/// A thread is begun only where so much memory is left for it and for each that has
/// not settled yet, in bytes: enough for its stack, what the allocator sets aside for
/// it, and what it works on.
const ROOM: usize = 96 << 20;

/// What takes a part of a job's result before the rest is there, and says
/// whether the rest is wanted.
pub(super) type Hand<'a, R> = dyn FnMut(R) -> ControlFlow<()> + 'a;

/// Works through `jobs` on at most `threads` threads and hands the results to
/// `emit` in the order of the jobs. Each thread has a worker of its own from
/// `worker`, and is begun when the one before it has found a job. At most
/// [`WAITING`] results a thread wait; so memory is bounded whatever the number
/// of jobs. A part of a result waits for its turn with its worker. When `emit`
/// breaks, no new job is begun.
pub(super) fn in_order<J, R, W>(
    threads: usize,
    jobs: impl Iterator<Item = J> + Send,
    worker: impl Fn() -> W + Sync,
    emit: impl FnMut(R) -> ControlFlow<()>,
) where
    J: Send,
    R: Send,
    W: FnMut(J, &mut Hand<'_, R>) -> R,
{
    let mut emit = until_break(emit);
    if threads <= 1 {
        let (mut jobs, mut work) = (jobs, worker());
        let _ = jobs.try_for_each(|job| {
            let last = work(job, &mut emit);
            emit(last)
        });
        return;
    }
    let queue = Queue {
        jobs: Mutex::new(jobs.enumerate()),
        results: Mutex::new(Results {
            ready: BTreeMap::new(),
            part: None,
            emitted: 0,
            busy: 0,
            unsettled: 0,
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

/// `emit`, which is not called again once it has broken.
fn until_break<R>(
    mut emit: impl FnMut(R) -> ControlFlow<()>,
) -> impl FnMut(R) -> ControlFlow<()> {
    let mut flow = ControlFlow::Continue(());
    move |result| {
        if flow.is_continue() {
            flow = emit(result);
        }
        flow
    }
}

/// Waits for `event`. A worker that panics leaves the results whole.
fn wait<'a, R>(
    event: &Condvar,
    results: MutexGuard<'a, Results<R>>,
) -> MutexGuard<'a, Results<R>> {
    event.wait(results).unwrap_or_else(PoisonError::into_inner)
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
    /// A part of the result whose turn it is, with the number of its job.
    part: Option<(usize, R)>,
    /// How many results were handed on.
    emitted: usize,
    /// How many workers run.
    busy: usize,
    /// How many of them have not done a job yet, and so not taken what they need.
    unsettled: usize,
    /// How many more may be begun.
    wanted: usize,
    stopped: bool,
}

/// Says that a thread has ended when it is dropped. One that panicked ends the batch:
/// its result would be waited for without end.
struct Leaving<'a, R>(&'a Mutex<Results<R>>, &'a Condvar, &'a Condvar);

impl<R> Drop for Leaving<'_, R> {
    fn drop(&mut self) {
        let Leaving(results, arrived, emitted) = self;
        let mut results = results.lock().unwrap_or_else(PoisonError::into_inner);
        results.busy -= 1;
        results.stopped |= thread::panicking();
        arrived.notify_one();
        emitted.notify_all();
    }
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
    W: FnMut(J, &mut Hand<'_, R>) -> R,
    I: Iterator<Item = (usize, J)> + Send,
    F: Fn() -> W + Sync,
{
    /// Begins one more thread, if one is wanted, and says whether it did. Where
    /// none is to be had, none is wanted from then on.
    fn hire<'scope>(&'scope self, scope: &'scope thread::Scope<'scope, '_>) -> bool {
        let unsettled = {
            let mut results = self.lock_results();
            if results.wanted == 0 {
                return false;
            }
            results.wanted -= 1;
            results.busy += 1;
            results.unsettled += 1;
            results.unsettled
        };
        let run = move || {
            let _leaving = Leaving(&self.results, &self.arrived, &self.emitted);
            self.work(scope);
        };
        let has_room = Vec::<u8>::new().try_reserve_exact(unsettled * ROOM).is_ok();
        if has_room && thread::Builder::new().spawn_scoped(scope, run).is_ok() {
            return true;
        }
        let mut results = self.lock_results();
        results.busy -= 1;
        results.unsettled -= 1;
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
        let mut is_settled = false;
        while let Some((index, job)) = self.next_job() {
            let work = worker.get_or_insert_with(|| {
                // There may be more to do.
                self.hire(scope);
                (self.worker)()
            });
            let result = work(job, &mut |part| self.hand_over(index, part));
            let mut results = self.lock_results();
            results.unsettled -= usize::from(!is_settled);
            is_settled = true;
            while index >= results.emitted + self.window && !results.stopped {
                results = wait(&self.emitted, results);
            }
            // A part of it may not have been taken yet.
            while results.part.as_ref().is_some_and(|(of, _)| *of == index)
                && !results.stopped
            {
                results = wait(&self.emitted, results);
            }
            results.ready.insert(index, result);
            self.arrived.notify_one();
        }
        self.lock_results().unsettled -= usize::from(!is_settled);
    }

    /// Hands over a part of the result of job `index`, once all before it is
    /// emitted.
    fn hand_over(&self, index: usize, part: R) -> ControlFlow<()> {
        let mut results = self.lock_results();
        while !results.stopped && (results.emitted < index || results.part.is_some()) {
            results = wait(&self.emitted, results);
        }
        if results.stopped {
            return ControlFlow::Break(());
        }
        results.part = Some((index, part));
        self.arrived.notify_one();
        ControlFlow::Continue(())
    }

    fn work_alone(&self, emit: &mut impl FnMut(R) -> ControlFlow<()>) {
        let mut work = (self.worker)();
        while let Some((_, job)) = self.next_job() {
            let last = work(job, emit);
            if emit(last).is_break() {
                return;
            }
        }
    }

    fn emit_all(&self, emit: &mut impl FnMut(R) -> ControlFlow<()>) {
        let mut results = self.lock_results();
        loop {
            let next = results.emitted;
            let part = results.part.take().map(|(_, part)| part);
            let is_last = part.is_none();
            if let Some(result) = part.or_else(|| results.ready.remove(&next)) {
                drop(results);
                let flow = emit(result);
                results = self.lock_results();
                results.emitted += usize::from(is_last);
                results.stopped |= flow.is_break();
                self.emitted.notify_all();
                if results.stopped {
                    return;
                }
            } else if results.busy == 0 || results.stopped {
                return;
            } else {
                results = wait(&self.arrived, results);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(threads: usize, count: u64) -> Vec<u64> {
        let mut out = Vec::new();
        let slow_square = |job: u64, _: &mut Hand<'_, u64>| {
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
    fn parts_come_in_order_and_together() {
        for threads in [1, 2, 7] {
            let mut out = Vec::new();
            let work = |job: u32, hand: &mut Hand<'_, (u32, u32)>| {
                for part in 0..job % 5 {
                    assert!(hand((job, part)).is_continue());
                }
                (job, job % 5)
            };
            in_order(
                threads,
                0..500,
                || work,
                |part| {
                    out.push(part);
                    ControlFlow::Continue(())
                },
            );
            let all = (0..500).flat_map(|job| (0..=job % 5).map(move |part| (job, part)));
            assert!(out.into_iter().eq(all), "{threads} threads");
        }
    }

    #[test]
    fn who_hands_over_parts_learns_of_a_break() {
        for threads in [1, 4] {
            let endless = |job: u32, hand: &mut Hand<'_, u32>| {
                while hand(job).is_continue() {}
                job
            };
            let mut seen = 0;
            let stop = |_| {
                seen += 1;
                if seen == 10 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            in_order(threads, 0.., || endless, stop);
            assert_eq!(seen, 10);
        }
    }

    /// Nobody waits for what a worker that panicked was to give.
    #[test]
    fn a_panic_of_a_worker_ends_the_batch() {
        let work = |job: u32, _: &mut Hand<'_, u32>| {
            assert!(job != 50, "a worker fails");
            job
        };
        let batch = || {
            in_order(4, 0..5000, || work, |_| ControlFlow::Continue(()));
        };
        assert!(std::panic::catch_unwind(batch).is_err());
    }

    #[test]
    fn nothing_comes_after_a_break() {
        for threads in [1, 4] {
            let mut seen = 0;
            in_order(
                threads,
                0..,
                || |job: u32, _: &mut Hand<'_, u32>| job,
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

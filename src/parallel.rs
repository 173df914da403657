//! Maps over many items on all cores, with the results in order. Without the
//! `parallel` feature the same call runs on one.

/// The values of `f` for each number below `count`, in order.
pub(crate) fn map<T: Send>(count: usize, f: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    let mut results = Vec::new();
    extend(&mut results, count, f);
    results
}

/// Appends to `results` the value of `f` for each number below `count`, in order.
pub(crate) fn extend<T: Send>(
    results: &mut Vec<T>,
    count: usize,
    f: impl Fn(usize) -> T + Sync + Send,
) {
    #[cfg(feature = "parallel")]
    if pool::is_worth(count) {
        return pool::extend(results, count, f);
    }
    results.extend((0..count).map(f));
}

/// Lets `f` fill `places` in chunks of at most `at_once`; `f` gets the index of the
/// chunk's first place.
pub(crate) fn fill<T: Send>(
    places: &mut [T],
    at_once: usize,
    f: impl Fn(usize, &mut [T]) + Sync,
) {
    #[cfg(feature = "parallel")]
    if pool::is_worth(places.len()) {
        return pool::fill(places, at_once, f);
    }
    let stretches = places.chunks_mut(at_once).enumerate();
    stretches.for_each(|(number, places)| f(number * at_once, places));
}

#[cfg(feature = "parallel")]
pub(crate) mod pool {
    //! The threads, started when a document is first long enough to need them.

    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use rayon::prelude::*;
    use rayon::{ThreadPool, ThreadPoolBuilder};

    /// Fewer items than this are not worth distributing.
    const FEWEST: usize = 8192;

    static THREADS: AtomicUsize = AtomicUsize::new(0);

    /// Sets the number of threads for work inside one document, 0 for all cores. It has
    /// no effect once the threads are started.
    #[cfg(feature = "cli")]
    pub(crate) fn limit(threads: usize) {
        THREADS.store(threads, Ordering::Relaxed);
    }

    /// The threads; `None` if one is enough or none can be started.
    fn threads() -> Option<&'static ThreadPool> {
        static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
        let begin = || {
            let threads = THREADS.load(Ordering::Relaxed);
            let pool = ThreadPoolBuilder::new().num_threads(threads);
            (threads != 1).then(|| pool.build().ok()).flatten()
        };
        POOL.get_or_init(begin).as_ref()
    }

    /// Whether `count` items are worth distributing, to the caller's own threads or
    /// to ours.
    pub(super) fn is_worth(count: usize) -> bool {
        count >= FEWEST && (is_inside() || threads().is_some())
    }

    fn is_inside() -> bool {
        rayon::current_thread_index().is_some()
    }

    pub(super) fn extend<T: Send>(
        results: &mut Vec<T>,
        count: usize,
        f: impl Fn(usize) -> T + Sync + Send,
    ) {
        let items = (0..count).into_par_iter().with_min_len(FEWEST / 8);
        run(|| results.par_extend(items.map(f)));
    }

    pub(super) fn fill<T: Send>(
        places: &mut [T],
        at_once: usize,
        f: impl Fn(usize, &mut [T]) + Sync,
    ) {
        let least = (FEWEST / 8).div_ceil(at_once);
        let stretches = places.par_chunks_mut(at_once).enumerate().with_min_len(least);
        run(|| stretches.for_each(|(number, places)| f(number * at_once, places)));
    }

    /// Runs parallel `work` on the caller's own threads or ours.
    fn run(work: impl FnOnce() + Send) {
        match threads() {
            Some(pool) if !is_inside() => pool.install(work),
            _ => work(),
        }
    }
}

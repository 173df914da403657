//! Maps over many items on all cores, with the results in order. Without the
//! `parallel` feature the same call runs on one.

/// `f` of each number below `count`, in order.
pub(crate) fn map<T: Send>(count: usize, f: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    let mut results = Vec::new();
    extend(&mut results, count, f);
    results
}

/// Adds to `results` what `f` makes of each number below `count`, in order.
pub(crate) fn extend<T: Send>(
    results: &mut Vec<T>,
    count: usize,
    f: impl Fn(usize) -> T + Sync + Send,
) {
    #[cfg(feature = "parallel")]
    if count >= pool::FEWEST {
        return pool::extend(results, count, f);
    }
    results.extend((0..count).map(f));
}

#[cfg(feature = "parallel")]
pub(crate) mod pool {
    //! The threads, begun when a document first is long enough to need them.

    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use rayon::prelude::*;
    use rayon::{ThreadPool, ThreadPoolBuilder};

    /// Fewer items than this are not worth handing around.
    pub(super) const FEWEST: usize = 8192;

    static THREADS: AtomicUsize = AtomicUsize::new(0);

    /// Work inside one document takes `threads` threads from now on, 0 being all
    /// cores. Once there are threads, nothing changes their number.
    pub(crate) fn limit(threads: usize) {
        THREADS.store(threads, Ordering::Relaxed);
    }

    /// The threads; none where one is enough, or where none are to be had.
    fn threads() -> Option<&'static ThreadPool> {
        static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
        let begin = || {
            let threads = THREADS.load(Ordering::Relaxed);
            let pool = ThreadPoolBuilder::new().num_threads(threads);
            (threads != 1).then(|| pool.build().ok()).flatten()
        };
        POOL.get_or_init(begin).as_ref()
    }

    pub(super) fn extend<T: Send>(
        results: &mut Vec<T>,
        count: usize,
        f: impl Fn(usize) -> T + Sync + Send,
    ) {
        let items = || (0..count).into_par_iter().with_min_len(FEWEST / 8);
        if rayon::current_thread_index().is_some() {
            // The caller's own threads.
            return results.par_extend(items().map(f));
        }
        match threads() {
            Some(pool) => pool.install(|| results.par_extend(items().map(f))),
            None => results.extend((0..count).map(f)),
        }
    }
}

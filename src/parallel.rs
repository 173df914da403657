//! Maps over many items on all cores, with the results in order. Without the
//! `parallel` feature the same call runs on one.

/// Fewer items than this are not worth handing around.
#[cfg(feature = "parallel")]
const FEWEST: usize = 8192;

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
    if count >= FEWEST {
        use rayon::prelude::*;
        let items = (0..count).into_par_iter().with_min_len(FEWEST / 8);
        return results.par_extend(items.map(f));
    }
    results.extend((0..count).map(f));
}

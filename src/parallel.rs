//! Maps over many items on all cores, with the results in order. Without the
//! `parallel` feature the same call runs on one.

/// Fewer items than this are not worth handing around.
#[cfg(feature = "parallel")]
const FEWEST: usize = 8192;

/// `f` of each number below `count`, in order.
pub(crate) fn map<T: Send>(count: usize, f: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    #[cfg(feature = "parallel")]
    if count >= FEWEST {
        use rayon::prelude::*;
        return (0..count).into_par_iter().with_min_len(FEWEST / 8).map(f).collect();
    }
    (0..count).map(f).collect()
}

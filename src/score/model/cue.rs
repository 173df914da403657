//! What the first word says of a sentence.

use super::{Columns, View, of_each};

/// - `leans`: 1 for a sentence that begins with a word that leans on the one
///   before it (`He`, `However`).
pub(super) fn columns(view: &View<'_>) -> Columns {
    let leans = |index: usize| f64::from(u8::from(view.sentences[index].leans));
    vec![("leans", of_each(view, leans))]
}

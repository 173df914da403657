//! What the first word says of a sentence.

use super::Feature;
use super::row::flag;

/// - `leans`: 1 for a sentence that begins with a word that leans on the one
///   before it (`He`, `However`).
pub(super) const FEATURES: [Feature; 1] =
    [("leans", |row| flag(row.view.sentences[row.index].leans))];

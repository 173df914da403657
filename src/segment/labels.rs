//! Words that name a part of a text and are not a sentence: `Methods.`

use crate::language::Phrases;

/// No label is longer, in bytes.
const LONGEST: usize = 24;

static PARTS: Phrases = Phrases::of(&[
    "aim", "aims", "background", "conclusion", "conclusions", "context", "design",
    "discussion", "findings", "hintergrund", "implications", "importance",
    "interpretation", "introduction", "limitations", "main results",
    "materials and methods", "measurements", "method", "methoden", "methods",
    "methods and results", "objective", "objectives", "observations", "participants",
    "purpose", "relevance", "result", "results", "résultats", "setting", "significance",
    "summary", "ziel", "ziele",
]);

/// Whether `text` is the label of a part of a structured abstract or notice,
/// whatever its letter case.
pub(crate) fn is_label(text: &str) -> bool {
    text.len() <= LONGEST && PARTS.hold(text)
}

/// Whether `text` may begin with such a label; most texts cannot.
pub(crate) fn may_begin(text: &str) -> bool {
    PARTS.may_begin(text)
}

//! Words that name a part of a text and are no sentence: `Methods.`

/// The labels of structured abstracts and notices, in lower case.
const LABELS: &[&str] = &[
    "aim", "aims", "background", "conclusion", "conclusions", "context", "design",
    "discussion", "findings", "hintergrund", "implications", "importance",
    "interpretation", "introduction", "limitations", "main results",
    "materials and methods", "measurements", "method", "methoden", "methods",
    "methods and results", "objective", "objectives", "observations", "participants",
    "purpose", "relevance", "result", "results", "résultats", "setting", "significance",
    "summary", "ziel", "ziele",
];

/// Whether `text` is such a label, whatever its letter case.
pub(crate) fn is_label(text: &str) -> bool {
    text.len() <= 24 && LABELS.binary_search(&text.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn labels_are_sorted() {
        assert!(super::LABELS.is_sorted());
    }
}

//! Words that name a part of a text and are no sentence: `Methods.`

use crate::language::Lower;

/// Whether `text` is the label of a part of a structured abstract or notice,
/// whatever its letter case.
pub(crate) fn is_label(text: &str) -> bool {
    text.len() <= 24 && Lower::of(text).is_some_and(|lower| names_part(lower.as_str()))
}

fn names_part(lower: &str) -> bool {
    matches!(
        lower,
        "aim"
            | "aims"
            | "background"
            | "conclusion"
            | "conclusions"
            | "context"
            | "design"
            | "discussion"
            | "findings"
            | "hintergrund"
            | "implications"
            | "importance"
            | "interpretation"
            | "introduction"
            | "limitations"
            | "main results"
            | "materials and methods"
            | "measurements"
            | "method"
            | "methoden"
            | "methods"
            | "methods and results"
            | "objective"
            | "objectives"
            | "observations"
            | "participants"
            | "purpose"
            | "relevance"
            | "result"
            | "results"
            | "résultats"
            | "setting"
            | "significance"
            | "summary"
            | "ziel"
            | "ziele"
    )
}

//! Headings against gold: a heading counts when its text is found, letter
//! case, white space and punctuation aside, in order.

use serde::Deserialize;

use super::layout::Layout;
use super::{divided, f1};
use crate::segment::folded;

/// A document with its headings.
///
/// ```
/// use epitome::evaluate::headings::Outlined;
/// let line = r#"{"text": "Aim\n\nIt is far.", "headings": [{"text": "Aim"}], "lang": "en"}"#;
/// let document: Outlined = serde_json::from_str(line).unwrap();
/// assert_eq!(document.headings[0].text, "Aim");
/// ```
#[derive(Clone, Debug, Deserialize)]
pub struct Outlined {
    /// The text as bare lines.
    pub text: String,
    /// Its language.
    pub lang: Option<String>,
    /// Every heading in order.
    pub headings: Vec<Heading>,
}

/// A heading of the gold.
///
/// ```
/// use epitome::evaluate::headings::Heading;
/// let heading: Heading = serde_json::from_str(r#"{"text": "2.1 Method"}"#).unwrap();
/// assert_eq!(heading.text, "2.1 Method");
/// ```
#[derive(Clone, Debug, Deserialize)]
pub struct Heading {
    /// Its text.
    pub text: String,
}

/// How headings were found in a set of documents.
///
/// ```
/// use epitome::evaluate::headings::Score;
/// let score = Score { hits: 3, misses: vec!["Aim".into()], ..Score::default() };
/// assert_eq!(score.f1(), 6.0 / 7.0);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Headings found that are in the gold.
    pub hits: usize,
    /// Lines taken for headings.
    pub false_alarms: Vec<String>,
    /// Headings that were not found.
    pub misses: Vec<String>,
}

impl Score {
    /// The F1.
    #[must_use]
    pub fn f1(&self) -> f64 {
        f1(self.hits, self.false_alarms.len(), self.misses.len())
    }
}

/// Scores the pipeline on `documents`, laid out as `layout` says.
///
/// ```
/// use epitome::evaluate::headings::{Heading, Outlined, score};
/// use epitome::evaluate::layout::Layout;
/// let document = Outlined {
///     text: "1. THE HARBOUR\n\nIce broke the wall. It was old.".into(),
///     lang: Some("en".into()),
///     headings: vec![Heading { text: "1. The Harbour".into() }],
/// };
/// assert_eq!(score(&[document], Layout::Given).hits, 1);
/// ```
#[must_use]
pub fn score(documents: &[Outlined], layout: Layout) -> Score {
    let mut score = Score::default();
    for document in documents {
        let text = layout.apply(&document.text);
        let (read, segmented) = divided(&text, document.lang.as_deref());
        let headings = segmented.sections.iter().filter_map(|section| section.heading);
        let found: Vec<String> =
            headings.map(|span| folded(span.of(&read.text)).into_owned()).collect();
        let gold: Vec<String> =
            document.headings.iter().map(|heading| heading.text.clone()).collect();
        compare(&gold, &found, &mut score);
    }
    score
}

/// Matches the longest common subsequence of both lists.
fn compare(gold: &[String], found: &[String], score: &mut Score) {
    let (a, b): (Vec<String>, Vec<String>) =
        (gold.iter().map(|h| bare(h)).collect(), found.iter().map(|h| bare(h)).collect());
    let mut longest = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = match a[i] == b[j] {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            score.hits += 1;
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && longest[i + 1][j] >= longest[i][j + 1] {
            score.misses.push(gold[i].clone());
            i += 1;
        } else {
            score.false_alarms.push(found[j].clone());
            j += 1;
        }
    }
}

fn bare(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_in_order() {
        let list =
            |items: &[&str]| items.iter().map(ToString::to_string).collect::<Vec<_>>();
        let mut score = Score::default();
        compare(
            &list(&["1. Aim", "Method", "End"]),
            &list(&["1 aim", "Noise", "End"]),
            &mut score,
        );
        assert_eq!((score.hits, score.false_alarms.len(), score.misses.len()), (2, 1, 1));
    }
}

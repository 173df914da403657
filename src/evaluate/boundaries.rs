//! Sentence boundaries against gold, blind to white space.
//!
//! A boundary is the number of characters before it that are no white space,
//! so that trimming and joining cost nothing. The beginning and the end of an
//! item are free. A heading is a unit of its own; a bullet or label belongs to
//! the sentence behind it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{divided, f1, units};
use crate::segment::chars;

/// An item of gold.
///
/// ```
/// use epitome::evaluate::boundaries::Item;
/// let line = r#"{"text": "One. Two.", "sentences": ["One.", "Two."], "lang": "en"}"#;
/// let item: Item = serde_json::from_str(line).unwrap();
/// assert!(item.aligned);
/// ```
#[derive(Clone, Debug, Deserialize)]
pub struct Item {
    /// The text.
    pub text: String,
    /// Its sentences.
    pub sentences: Vec<String>,
    /// Its language.
    pub lang: Option<String>,
    /// Whether the sentences are the text; items that are not do not count.
    #[serde(default = "yes")]
    pub aligned: bool,
}

fn yes() -> bool {
    true
}

/// The figures of a set of items.
///
/// ```
/// use epitome::evaluate::boundaries::{Counts, Score};
/// let all = Counts { hits: 3, false_alarms: 1, misses: 0 };
/// let score = Score { items: 2, exact: 1, all, ..Score::default() };
/// assert_eq!(score.exact * 2, score.items);
/// assert!(score.all.f1() > 0.85);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// How many items count.
    pub items: usize,
    /// How many have every boundary right.
    pub exact: usize,
    /// Boundaries found, found wrongly, and missed.
    pub all: Counts,
    /// The same for boundaries behind a terminal mark.
    pub marked: Counts,
}

/// Hits, false alarms and misses.
///
/// ```
/// use epitome::evaluate::boundaries::Counts;
/// let counts = Counts { hits: 2, false_alarms: 1, misses: 1 };
/// assert_eq!(counts.f1(), 2.0 / 3.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and in the gold.
    pub hits: usize,
    /// Found but not in the gold.
    pub false_alarms: usize,
    /// In the gold but not found.
    pub misses: usize,
}

impl Counts {
    fn add(&mut self, gold: &BTreeSet<usize>, found: &BTreeSet<usize>) {
        let hits = gold.intersection(found).count();
        self.hits += hits;
        self.false_alarms += found.len() - hits;
        self.misses += gold.len() - hits;
    }

    /// The F1, not a number where there is nothing to find and nothing found.
    #[must_use]
    pub fn f1(&self) -> f64 {
        f1(self.hits, self.false_alarms, self.misses)
    }
}

/// An item with a boundary wrong: the gold and what was found in its place.
///
/// ```
/// use epitome::evaluate::boundaries::{Item, score};
/// let gold = vec!["One is here. Two is there.".to_string()];
/// let item = Item { text: gold[0].clone(), sentences: gold, lang: None, aligned: true };
/// let (_, missed) = score(&[item]);
/// assert_eq!(missed[0].gold.len(), 1);
/// assert_eq!(missed[0].found, ["One is here.", " Two is there."]);
/// ```
#[derive(Clone, Debug)]
pub struct Miss {
    /// The gold sentences.
    pub gold: Vec<String>,
    /// The units found.
    pub found: Vec<String>,
}

/// Scores the pipeline on `items`, and lists the items that it gets wrong.
///
/// ```
/// use epitome::evaluate::boundaries::{Item, score};
/// let item = Item {
///     text: "Dr. Ames came at 9 a.m. She left at noon.".into(),
///     sentences: vec!["Dr. Ames came at 9 a.m.".into(), "She left at noon.".into()],
///     lang: Some("en".into()),
///     aligned: true,
/// };
/// let (score, missed) = score(&[item]);
/// assert_eq!((score.items, score.exact), (1, 1));
/// assert!(missed.is_empty());
/// ```
#[must_use]
pub fn score(items: &[Item]) -> (Score, Vec<Miss>) {
    let mut score = Score::default();
    let mut missed = Vec::new();
    for item in items.iter().filter(|item| item.aligned) {
        let found = pieces(item);
        let gold = boundaries(item.sentences.iter().map(String::as_str));
        let ours = boundaries(found.iter().copied());
        score.items += 1;
        score.all.add(&gold, &ours);
        score
            .marked
            .add(&behind_marks(&item.text, &gold), &behind_marks(&item.text, &ours));
        if gold == ours {
            score.exact += 1;
        } else {
            let found = found.into_iter().map(String::from).collect();
            missed.push(Miss { gold: item.sentences.clone(), found });
        }
    }
    (score, missed)
}

/// The text cut behind each unit; what stands between two belongs to the later.
fn pieces(item: &Item) -> Vec<&str> {
    let (_, segmented) = divided(&item.text, item.lang.as_deref());
    let mut pieces = Vec::new();
    let mut start = 0;
    for unit in units(&segmented) {
        pieces.push(&item.text[start..unit.end as usize]);
        start = unit.end as usize;
    }
    let rest = &item.text[start..];
    match pieces.last_mut() {
        Some(last) => *last = &item.text[start - last.len()..],
        None => pieces.push(rest),
    }
    pieces
}

fn boundaries<'a>(sentences: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    let mut count = 0;
    let mut found = BTreeSet::new();
    for sentence in sentences {
        count += visible(sentence).count();
        found.insert(count);
    }
    found.remove(&count);
    found.remove(&0);
    found
}

fn visible(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

/// The boundaries that stand behind a terminal mark and its closing marks.
fn behind_marks(text: &str, boundaries: &BTreeSet<usize>) -> BTreeSet<usize> {
    let text: Vec<char> = visible(text).collect();
    let is_marked = |boundary: &&usize| {
        let mut before = text[..(**boundary).min(text.len())].iter().rev();
        let last = before.find(|c| !"\"'”’»›)]}」』）】“‘*_".contains(**c));
        last.is_some_and(|c| chars::mark(*c).is_some() || ";:‥".contains(*c))
    };
    boundaries.iter().filter(is_marked).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(text: &str, sentences: &[&str]) -> Item {
        let sentences = sentences.iter().map(ToString::to_string).collect();
        Item { text: text.into(), sentences, lang: Some("en".into()), aligned: true }
    }

    #[test]
    fn white_space_and_bullets_cost_nothing() {
        let (score, missed) = score(&[
            item("One is here.  Two is\nthere.", &["One is here.", "Two is there."]),
            item("- tea\n- coffee", &["- tea", "- coffee"]),
        ]);
        assert_eq!((score.exact, missed.len()), (2, 0));
        assert_eq!(score.all, Counts { hits: 2, false_alarms: 0, misses: 0 });
        assert_eq!(score.marked.hits, 1);
    }

    #[test]
    fn misses_and_false_alarms_are_counted() {
        let (score, missed) =
            score(&[item("One is here. Two is there.", &["One is here. Two is there."])]);
        assert_eq!((score.exact, missed.len()), (0, 1));
        assert_eq!(score.all, Counts { hits: 0, false_alarms: 1, misses: 0 });
    }
}

//! ROUGE against the figures of Google's `rouge-score` (`tests/rouge/make.py`).

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use epitome::evaluate::rouge::{Figures, Text, Tokenizer};
use epitome::Language;
use serde::Deserialize;

#[derive(Deserialize)]
struct Pair {
    summary: Vec<String>,
    reference: Vec<String>,
    plain: Figures,
    stemmed: Figures,
}

fn pairs() -> Vec<Pair> {
    serde_json::from_str(include_str!("rouge/figures.json")).unwrap()
}

fn rouge(pair: &Pair, stem: bool) -> Figures {
    let mut tokenizer = Tokenizer::new(Language::from_code("en").unwrap(), stem);
    let reference = Text::new(&pair.reference, &mut tokenizer);
    Text::new(&pair.summary, &mut tokenizer).rouge(&reference)
}

#[test]
fn figures_without_stems_are_those_of_rouge_score() {
    for pair in pairs() {
        for (ours, theirs) in rouge(&pair, false).into_iter().zip(pair.plain) {
            assert!((ours - theirs).abs() < 5e-5, "{ours} {theirs} {:?}", pair.summary);
        }
    }
}

/// That package has the Porter stemmer of NLTK, this one Snowball's English.
#[test]
fn figures_with_stems_are_on_average_near_those_of_rouge_score() {
    let pairs = pairs();
    let mut sum = [0.0; 3];
    for pair in &pairs {
        let ours = rouge(pair, true);
        (0..3).for_each(|at| sum[at] += ours[at] - pair.stemmed[at]);
    }
    let mean = sum.map(|sum| sum / pairs.len() as f64);
    assert!(mean.iter().all(|difference| difference.abs() < 0.002), "{mean:?}");
}

#[test]
fn a_text_against_itself_is_1_and_nothing_is_0() {
    for pair in pairs() {
        let text = pair.reference;
        let same = Pair { summary: text.clone(), reference: text.clone(), ..pair };
        assert!((rouge(&same, true)[0] - 1.0).abs() < 1e-12);
        let nothing = Pair { summary: vec![], ..same };
        assert!(rouge(&nothing, true).iter().all(|figure| figure.abs() < 1e-12));
    }
}

//! ROUGE against the figures of Google's `rouge-score` (`tests/rouge/make.py`),
//! and the laws of a report.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

mod common;

use common::articles;
use epitome::evaluate::rouge::{
    Chooser, Figures, Report, Set, Settings, Text, Tokenizer, Words, report, table,
};
use epitome::{Language, Method};
use serde::Deserialize;
use serde_json::json;

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

/// The corpus as one set of a language, with its sections.
fn corpus(language: &str) -> Set {
    let records = articles().into_iter().filter(|a| a.gold.language == language);
    let line = |article: common::Article| {
        let sections: Vec<_> = article
            .gold
            .sections
            .iter()
            .map(|section| {
                let reference = (!section.summary.is_empty()).then_some(&section.summary);
                let text = section.sentences.join(" ");
                json!({"heading": section.heading, "text": text, "reference": reference})
            })
            .collect();
        let sentences: Vec<_> =
            article.gold.sections.iter().flat_map(|section| &section.sentences).collect();
        let references = [&article.gold.summary];
        json!({
            "lang": language, "sentences": sentences,
            "references": references, "sections": sections,
        })
        .to_string()
    };
    Set::parse(language, &records.map(line).collect::<Vec<_>>().join("\n")).unwrap()
}

fn english(settings: &Settings) -> Report {
    report(&[corpus("en")], settings).unwrap()
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

#[test]
fn threads_change_nothing() {
    for sections in [false, true] {
        let with =
            |threads| english(&Settings { sections, threads, ..Settings::default() });
        let (one, many) = (with(1), with(5));
        assert_eq!(one, many);
        assert_eq!(table(&one), table(&many));
    }
}

#[test]
fn other_methods_and_sets_change_no_figure() {
    let choosers = vec![Chooser::Method(Method::Lead), Chooser::Method(Method::Tfidf)];
    let settings = Settings { choosers, ..Settings::default() };
    let (alone, all) = (english(&settings), english(&Settings::default()));
    let both = report(&[corpus("de"), corpus("en")], &settings).unwrap();
    let of = |report: &Report, set: usize, method: &str| {
        let rows = report.sets[set].methods.iter();
        rows.clone().find(|row| row.method == method).unwrap().f1
    };
    for method in ["lead", "tfidf"] {
        assert_eq!(of(&alone, 0, method), of(&all, 0, method));
        assert_eq!(of(&alone, 0, method), of(&both, 1, method));
    }
}

#[test]
fn estimates_lie_in_their_intervals_and_differences_are_differences() {
    let report = english(&Settings::default());
    let rows = &report.sets[0].methods;
    assert!(rows[0].difference.is_none());
    for row in rows {
        let measures = row.f1;
        for estimate in [measures.rouge1, measures.rouge2, measures.rouge_l] {
            assert!(0.0 <= estimate.low && estimate.low <= estimate.mean);
            assert!(estimate.mean <= estimate.high && estimate.high <= 1.0);
        }
        if let Some(difference) = row.difference {
            let less = row.f1.rouge1.mean - rows[0].f1.rouge1.mean;
            assert!((difference.rouge1.mean - less).abs() < 2e-6);
        }
    }
}

#[test]
fn the_oracle_is_the_ceiling() {
    for sections in [false, true] {
        let report = english(&Settings { sections, ..Settings::default() });
        let sum =
            |row: &epitome::evaluate::rouge::Row| row.f1.rouge1.mean + row.f1.rouge2.mean;
        let rows = &report.sets[0].methods;
        let oracle = rows.iter().find(|row| row.method == "oracle").unwrap();
        assert!(rows.iter().all(|row| sum(row) <= sum(oracle)));
    }
}

#[test]
fn the_mean_counts_every_set_the_same() {
    let sets = [corpus("en"), corpus("de"), corpus("zh")];
    let report = report(&sets, &Settings::default()).unwrap();
    for (at, row) in report.mean.iter().enumerate() {
        let each = report.sets.iter().map(|set| set.methods[at].f1.rouge1.mean);
        assert!((each.sum::<f64>() / 3.0 - row.f1.rouge1.mean).abs() < 2e-6);
    }
}

#[test]
fn sections_are_judged_one_by_one() {
    let report = english(&Settings { sections: true, ..Settings::default() });
    let judged = articles().into_iter().filter(|article| article.gold.language == "en");
    let sections = judged.flat_map(|article| article.gold.sections);
    let count = sections.filter(|section| !section.summary.is_empty()).count();
    assert_eq!(report.sets[0].summaries, count);
}

#[test]
fn a_set_without_references_for_it_is_left_out() {
    let line = r#"{"text": "It rained. It stopped.", "references": [["Rain."]]}"#;
    let set = Set::parse("rain", line).unwrap();
    let sections = Settings { sections: true, ..Settings::default() };
    assert!(report(std::slice::from_ref(&set), &sections).unwrap().sets.is_empty());
    let settings = Settings { words: Words::AtMost(2), ..Settings::default() };
    assert_eq!(report(&[set], &settings).unwrap().sets[0].words, 2);
}

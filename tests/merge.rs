//! What holds when many documents are summarised together.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::articles;
use epitome::{Budget, Document, Format, Method, Options, Summarizer, Summary, read};
use proptest::prelude::*;

fn documents(texts: &[&str]) -> Vec<Document> {
    let options = Options::default();
    let read = |text: &&str| {
        read::read(text.as_bytes().to_vec(), Format::Text, &options.read).unwrap()
    };
    texts.iter().map(read).collect()
}

fn merge(options: Options, texts: &[&str]) -> Summary {
    Summarizer::new(options).unwrap().merge(documents(texts)).unwrap()
}

fn sentences(count: usize) -> Options {
    let mut options = Options::default();
    options.select.overall = Budget::sentences(count);
    options.output.scores = true;
    options
}

/// Texts of a few sentences, many of which come again in other texts.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let sentence = prop_oneof![
        Just("The harbour at Norrin closed on Monday. ".to_string()),
        Just("On Monday, Norrin closed the harbour. ".to_string()),
        Just("图书馆今天开放。 ".to_string()),
        Just("A Heading\n\n".to_string()),
        "[A-F][a-d]{2} [a-d]{3} [a-d]{3} [a-d]{2}[.] ",
        "\\PC{0,12}",
    ];
    let text = prop::collection::vec(sentence, 0..8).prop_map(|all| all.concat());
    prop::collection::vec(text, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sentences_are_those_of_their_documents_in_order(
        texts in texts(),
        count in 0..9_usize,
        method in prop::sample::select(Method::ALL.to_vec()),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut options = sentences(count);
        options.score.method = method;
        options.output.keywords = 2;
        let summary = merge(options, &texts);
        prop_assert!(summary.merged);
        prop_assert_eq!(summary.documents.len(), texts.len());
        prop_assert_eq!(summary.sections.len(), texts.len());
        let picks = &summary.overall.sentences;
        prop_assert!(picks.len() <= count);
        let place = |pick: &epitome::Pick| (pick.document.unwrap(), pick.index);
        prop_assert!(picks.windows(2).all(|pair| place(&pair[0]) < place(&pair[1])));
        let some = summary.sentences.as_ref().unwrap().iter().any(|s| s.rank.is_some());
        prop_assert_eq!(picks.is_empty(), count == 0 || !some);
        for pick in summary.sentences.as_ref().unwrap().iter().map(|s| &s.pick).chain(picks) {
            let text = texts[pick.document.unwrap()];
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            let (start, end) = (pick.start.unwrap() as usize, pick.end.unwrap() as usize);
            prop_assert_eq!(common::plain(&text[start..end]), common::plain(&pick.text));
            prop_assert_eq!(pick.section, pick.document.unwrap());
        }
        for (at, section) in summary.sections.iter().enumerate() {
            prop_assert!(section.summary.sentences.iter().all(|pick| pick.document == Some(at)));
        }
    }
}

#[test]
fn what_many_say_stands_there_once_and_counts_for_more() {
    let texts = [
        "Prices rose in Vell. The old harbour at Norrin closed on Monday morning.",
        "Schools are open as usual. On Monday morning, the old Norrin harbour closed.",
        "A dog won the race. The old harbour at Norrin closed on a Monday morning.",
    ];
    let summary = merge(sentences(9), &texts);
    let said = summary.overall.sentences.iter().filter(|p| p.text.contains("harbour"));
    assert_eq!(said.count(), 1);
    assert_eq!(summary.overall.sentences.len(), 4);
    let best = merge(sentences(1), &texts);
    assert!(best.overall.sentences[0].text.contains("harbour"));
    let all = summary.sentences.unwrap();
    for (index, sentence) in all.iter().enumerate() {
        let support = sentence.parts["support"].as_f64().unwrap();
        assert_eq!(support > 0.0, index % 2 == 1, "{}", sentence.pick.text);
    }
}

/// A change of a word is no other sentence; a change of the matter is.
#[test]
fn sentences_that_differ_in_substance_both_stand() {
    let summary = merge(
        sentences(2),
        &["The council approved the bridge.", "The court rejected the road."],
    );
    assert_eq!(summary.overall.sentences.len(), 2);
}

#[test]
fn no_document_is_an_empty_summary_with_a_warning() {
    let summary = merge(Options::default(), &[]);
    assert!(summary.overall.sentences.is_empty() && summary.sections.is_empty());
    assert_eq!(summary.warnings, ["no sentences"]);
}

#[test]
fn a_collection_in_many_languages_has_the_sentences_of_each() {
    let options = Options::default();
    let articles = articles();
    let read = |article: &common::Article| {
        let hint = read::by_extension(&article.path);
        read::read(article.bytes.clone(), hint, &options.read).unwrap()
    };
    let documents: Vec<_> = articles.iter().map(read).collect();
    let mut summarizer = Summarizer::new(options.clone()).unwrap();
    let merged = summarizer.merge(documents.clone()).unwrap();
    assert_eq!(merged.source.language, "und");
    for (at, document) in documents.iter().enumerate() {
        let alone = summarizer.summarize_document(document);
        assert_eq!(merged.documents[at], alone.source, "{:?}", articles[at].path);
    }
    assert_eq!(
        summarizer.merge(documents).unwrap(),
        merged,
        "what came before is forgotten"
    );
}

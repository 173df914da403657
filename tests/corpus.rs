//! Structure and sentences on the project's own corpus, against gold, and what
//! a summary of it must be.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

mod common;

use common::{articles, plain, summary};

#[test]
fn there_are_articles_of_many_kinds() {
    let articles = articles();
    let is = |extension: &str| {
        articles
            .iter()
            .filter(|a| a.path.extension().is_some_and(|e| e == extension))
            .count()
    };
    assert!(articles.len() >= 15);
    assert!(is("md") >= 2 && is("html") >= 2);
    assert!(articles.iter().filter(|article| article.gold.language != "en").count() >= 5);
    for article in &articles {
        assert!(!article.gold.summary.is_empty(), "{:?}", article.path);
        let told =
            |s: &common::GoldSection| s.sentences.is_empty() || !s.summary.is_empty();
        assert!(article.gold.sections.iter().all(told), "{:?}", article.path);
    }
}

#[test]
fn sections_are_those_of_the_gold() {
    for article in articles() {
        let summary = summary(&article);
        let found: Vec<_> = summary
            .sections
            .iter()
            .map(|s| (s.heading.as_deref().map(plain), s.level))
            .collect();
        let gold: Vec<_> = article
            .gold
            .sections
            .iter()
            .map(|s| (s.heading.as_deref().map(plain), s.level))
            .collect();
        assert_eq!(found, gold, "{:?}", article.path);
        assert_eq!(summary.title, article.gold.title, "{:?}", article.path);
    }
}

#[test]
fn sentences_are_those_of_the_gold() {
    for article in articles() {
        let summary = summary(&article);
        let found: Vec<_> = summary
            .sentences
            .unwrap()
            .iter()
            .map(|sentence| (sentence.pick.section, plain(&sentence.pick.text)))
            .collect();
        let gold: Vec<_> = article
            .gold
            .sections
            .iter()
            .enumerate()
            .flat_map(|(at, section)| {
                section.sentences.iter().map(move |s| (at, plain(s)))
            })
            .collect();
        for (found, gold) in found.iter().zip(&gold) {
            assert_eq!(found, gold, "{:?}", article.path);
        }
        assert_eq!(found.len(), gold.len(), "{:?}", article.path);
    }
}

#[test]
fn languages_are_detected() {
    for article in articles() {
        let detected = summary(&article).source.language;
        assert_eq!(detected, article.gold.language, "{:?}", article.path);
    }
}

/// Whoever reads a summary should meet the words of the person who summarised
/// the text by hand: more of them than in sentences drawn by lot.
#[test]
fn picks_are_nearer_to_the_references_than_a_lot() {
    let share = |method: epitome::Method| {
        let mut total = 0.0;
        for article in articles() {
            let mut options = epitome::Options::default();
            options.score.method = method;
            let mut summarizer = epitome::Summarizer::new(options).unwrap();
            let hint = epitome::read::by_extension(&article.path);
            let summary =
                summarizer.summarize_bytes(article.bytes.clone(), hint).unwrap();
            let words = |text: &str| -> std::collections::BTreeSet<String> {
                let mut found = std::collections::BTreeSet::new();
                epitome::segment::words(text, &mut |word| {
                    found.insert(word.to_lowercase());
                });
                found
            };
            let picked: String = summary
                .overall
                .sentences
                .iter()
                .flat_map(|pick| [pick.text.as_str(), " "])
                .collect();
            let (picked, wanted) =
                (words(&picked), words(&article.gold.summary.join(" ")));
            total += picked.intersection(&wanted).count() as f64 / wanted.len() as f64;
        }
        total
    };
    assert!(share(epitome::Method::Epitome) > share(epitome::Method::Random));
}

/// Keywords are the matter in every language: some, no numbers, none twice, and
/// none that begins or ends with a word that the language cannot do without.
#[test]
fn every_article_has_keywords() {
    for article in articles() {
        let mut options = epitome::Options::default();
        options.output.keywords = 8;
        let mut summarizer = epitome::Summarizer::new(options).unwrap();
        let hint = epitome::read::by_extension(&article.path);
        let summary = summarizer.summarize_bytes(article.bytes.clone(), hint).unwrap();
        let terms: Vec<String> = summary
            .keywords
            .unwrap()
            .into_iter()
            .map(|keyword| keyword.term.to_lowercase())
            .collect();
        assert!(terms.len() >= 3, "{:?} {terms:?}", article.path);
        let different: std::collections::BTreeSet<_> = terms.iter().collect();
        assert_eq!(different.len(), terms.len(), "{:?} {terms:?}", article.path);
        assert!(terms.iter().all(|term| term.contains(char::is_alphabetic)));
    }
}

/// A person's choice of the matter of a text, word for word.
#[test]
fn keywords_are_the_words_that_a_person_would_name() {
    for (file, wanted) in [
        ("tutorial-bread.md", &["flour", "dough", "starter"][..]),
        ("news-bridge.html", &["Marl Bridge"]),
        ("de-hafen.txt", &["Hafen", "Fischhalle"]),
        ("hi-jal-sangrah.txt", &["भूजल"]),
        ("th-honalika.txt", &["หน้าปัด"]),
        ("uk-vuzkokoliika.txt", &["Остап Величківський"]),
    ] {
        let articles = articles();
        let article = articles.iter().find(|a| a.path.ends_with(file)).unwrap();
        let mut options = epitome::Options::default();
        options.output.keywords = 6;
        let mut summarizer = epitome::Summarizer::new(options).unwrap();
        let hint = epitome::read::by_extension(&article.path);
        let summary = summarizer.summarize_bytes(article.bytes.clone(), hint).unwrap();
        let terms: Vec<_> =
            summary.keywords.unwrap().into_iter().map(|keyword| keyword.term).collect();
        for term in wanted {
            assert!(terms.iter().any(|found| found == term), "{file}: {terms:?}");
        }
    }
}

/// Whatever the method, the one sentence that is chosen has a word of the query.
#[test]
fn a_query_is_answered_by_a_sentence_with_its_words() {
    for (article, method) in articles()
        .iter()
        .flat_map(|article| epitome::Method::ALL.map(|method| (article, method)))
    {
        let run = |options: epitome::Options| {
            let hint = epitome::read::by_extension(&article.path);
            let mut summarizer = epitome::Summarizer::new(options).unwrap();
            summarizer.summarize_bytes(article.bytes.clone(), hint).unwrap()
        };
        let mut options = epitome::Options::default();
        options.output.keywords = 3;
        let keywords = run(options.clone()).keywords.unwrap();
        options.score.method = method;
        options.score.query = keywords.last().map(|keyword| keyword.term.clone());
        options.select.overall = epitome::Budget::sentences(1);
        options.output.scores = true;
        let summary = run(options);
        let all = summary.sentences.unwrap();
        let chosen = &all[summary.overall.sentences[0].index];
        let part = chosen.parts["query"].as_f64().unwrap();
        assert!(part >= 0.0, "{:?} {method:?}: {}", article.path, chosen.pick.text);
    }
}

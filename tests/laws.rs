//! What holds for every text and every option.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

mod common;

use common::{articles, plain};
use epitome::render::{Layout, html, json, neutral, text};
use epitome::{
    Budget, Format, Fraction, HtmlMode, Language, Method, Options, ReadOptions,
    Summarizer, Summary,
};
use proptest::prelude::*;

/// Text in many scripts with everything that makes sentences and structure.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("The harbour closed. ".to_string()),
        Just("U.S. officials met Dr. Roe at 5 p.m. Then they left.\n".to_string()),
        Just("A Short Heading\n".to_string()),
        Just("\n\n".to_string()),
        Just("1.2 Scope\n".to_string()),
        Just("- item one\n- item two\n".to_string()),
        Just("# Heading\n\n**Bold** text &amp; [link](http://a.b/c.).\n".to_string()),
        Just("<p>One &lt; two.<br>Three.</p><h2>Four</h2>".to_string()),
        Just("<div><ul><li>".to_string()),
        Just("彼は「行く。」と言った。真的吗？".to_string()),
        Just("图书馆今天开放iPhone 15展览。ห้องสมุดเปิดวันเสาร์ ".to_string()),
        "[图书馆桥梁ひらカナーภาษาไทยๆລາວខ្មែរမြန်မာ、。]{0,30}",
        Just("هل هذا بيت؟ نعم. यह घर है। ".to_string()),
        Just("======\n".to_string()),
        Just("\r\n\u{2028}\u{85}\u{feff}\u{200d}".to_string()),
        "[ -~\n\t]{0,40}",
        "\\PC{0,12}",
        any::<String>(),
    ];
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn formats() -> impl Strategy<Value = Format> {
    prop_oneof![Just(Format::Text), Just(Format::Markdown), Just(Format::Html)]
}

fn budgets() -> impl Strategy<Value = Budget> {
    let some = |most: usize| prop::option::of(0..most);
    let ratio = prop::option::of(
        (0..=20_u32).prop_map(|n| Fraction::new(f64::from(n) / 20.0).unwrap()),
    );
    (some(12), some(60), some(300), ratio).prop_map(|(sentences, words, chars, ratio)| {
        Budget { sentences, words, chars, ratio }
    })
}

fn run(options: Options, text: &str, format: Format) -> Summary {
    let mut summarizer = Summarizer::new(options).unwrap();
    // A NUL byte makes it binary, which is refused; that is not at issue here.
    summarizer.summarize_bytes(text.replace('\0', " ").into_bytes(), format).unwrap()
}

fn with_scores(budget: Budget, redundancy: f64, method: Method) -> Options {
    let mut options = Options::default();
    options.select.overall = budget;
    options.select.redundancy = Some(Fraction::new(redundancy).unwrap());
    options.score.method = method;
    options.output.scores = true;
    options
}

/// The text without a byte-order mark, to which offsets refer.
fn decoded(text: &str) -> String {
    let text = text.replace('\0', " ");
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_string()
}

/// What an HTML reader makes of `text`, as [`tame`] as the page.
fn unescaped(text: &str) -> String {
    let turned = text.replace("&#x2", "\u{fffd}&#x2");
    let mut pieces = turned.split("&#x2");
    let mut text = pieces.next().unwrap_or_default().to_string();
    pieces.for_each(|piece| text.push_str(&piece[piece.find(';').unwrap() + 1..]));
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (escape, c)| text.replace(escape, c))
}

/// `text` without what a page writes in another way.
fn tame(text: &str) -> String {
    let is_unsaid =
        |c: char| c as u32 & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    plain(&neutral(&plain(text)).replace(is_unsaid, "\u{fffd}"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_ordered_apart_and_on_character_boundaries(text in hostile(), format in formats()) {
        let summary = run(with_scores(Budget::sentences(3), 0.3, Method::Epitome), &text, format);
        let source = decoded(&text);
        let mut last = 0;
        for (index, sentence) in summary.sentences.unwrap().iter().enumerate() {
            let start = usize::try_from(sentence.pick.start.unwrap()).unwrap();
            let end = usize::try_from(sentence.pick.end.unwrap()).unwrap();
            prop_assert!(last <= start && start < end, "{last} {start} {end}");
            let piece = source.get(start..end);
            prop_assert!(piece.is_some(), "no character boundary: {start}..{end}");
            if format == Format::Text {
                prop_assert_eq!(plain(piece.unwrap()), plain(&sentence.pick.text));
            }
            prop_assert_eq!(sentence.pick.index, index);
            last = end;
        }
    }

    #[test]
    fn sections_partition_the_sentences(text in hostile(), format in formats()) {
        let summary = run(with_scores(Budget::sentences(3), 0.3, Method::Epitome), &text, format);
        let sentences = summary.sentences.unwrap();
        let mut last = 0;
        for sentence in &sentences {
            prop_assert!(sentence.pick.section >= last);
            prop_assert!(sentence.pick.section < summary.sections.len());
            last = sentence.pick.section;
            let section = &summary.sections[last];
            prop_assert!(section.start <= sentence.pick.start && sentence.pick.end <= section.end);
        }
        for pair in summary.sections.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start);
        }
        let picked = summary.sections.iter().flat_map(|section| &section.summary.sentences);
        for pick in picked {
            prop_assert_eq!(&pick.text, &sentences[pick.index].pick.text);
        }
    }

    #[test]
    fn picks_are_candidates_within_the_budget_in_order(
        text in hostile(),
        budget in budgets(),
        redundancy in 0.0..=1.0,
        method in prop::sample::select(Method::ALL.to_vec()),
    ) {
        let summary = run(with_scores(budget, redundancy, method), &text, Format::Text);
        let sentences = summary.sentences.unwrap();
        let picks = &summary.overall.sentences;
        prop_assert!(picks.windows(2).all(|pair| pair[0].index < pair[1].index));
        prop_assert!(picks.iter().all(|pick| sentences[pick.index].rank.is_some()));
        let candidates = sentences.iter().filter(|sentence| sentence.rank.is_some()).count();
        let nothing = budget.sentences == Some(0) || budget.ratio.is_some_and(|ratio| ratio.get() == 0.0);
        prop_assert_eq!(picks.is_empty(), nothing || candidates == 0);
        let words = summary.overall.words;
        let chars = picks.iter().map(|pick| pick.text.chars().count() + 1).sum::<usize>().saturating_sub(1);
        let fits = budget.words.is_none_or(|limit| words <= limit)
            && budget.chars.is_none_or(|limit| chars <= limit);
        let warned = summary.warnings.iter().any(|warning| warning.contains("fits the budget"));
        prop_assert!(fits || picks.len() == 1 && warned);
        prop_assert!(budget.sentences.is_none_or(|limit| picks.len() <= limit));
    }

    #[test]
    fn a_budget_of_words_is_filled(
        text in hostile(),
        limit in 1..60_usize,
        method in prop::sample::select(Method::ALL.to_vec()),
    ) {
        let summary = run(with_scores(Budget::words(limit), 1.0, method), &text, Format::Text);
        let picks = &summary.overall.sentences;
        let room = limit.saturating_sub(summary.overall.words);
        for sentence in summary.sentences.unwrap().iter().filter(|s| s.rank.is_some()) {
            let mut words = 0;
            epitome::segment::words(&sentence.pick.text, &mut |_| words += 1);
            let is_said = picks.iter().any(|pick| pick.text == sentence.pick.text);
            prop_assert!(is_said || words > room, "{} words for {}", room, sentence.pick.text);
        }
    }

    #[test]
    fn picks_are_as_long_as_asked_or_a_warning_says_so(
        text in hostile(),
        fewest in 0..8_usize,
        more in prop::option::of(0..8_usize),
    ) {
        let mut options = Options::default();
        let most = more.map(|more| fewest + more);
        options.select.min_sentence_words = fewest;
        options.select.max_sentence_words = most;
        let summary = run(options, &text, Format::Text);
        let plain = run(Options::default(), &text, Format::Text);
        let warned = summary.warnings.iter().any(|warning| warning.contains("words"));
        let empty = summary.overall.sentences.is_empty();
        prop_assert_eq!(empty, plain.overall.sentences.is_empty());
        for pick in summary.overall.sentences {
            let mut words = 0;
            epitome::segment::words(&pick.text, &mut |_| words += 1);
            let fits = fewest <= words && most.is_none_or(|most| words <= most);
            prop_assert!(fits || warned, "{words} words: {}", pick.text);
        }
    }

    #[test]
    fn sentences_with_a_word_of_the_query_lead(
        text in "([A-D][a-h]{2} [a-h]{2} [a-h]{3}[.,]? ?|\n\n){1,30}",
        query in "[a-h]{2}",
        method in prop::sample::select(Method::ALL.to_vec()),
    ) {
        let mut options = with_scores(Budget::sentences(1), 0.3, method);
        options.read.language = Some(Language::UNKNOWN);
        options.score.query = Some(query.clone());
        let summary = run(options, &text, Format::Text);
        let sentences = summary.sentences.unwrap();
        let matches = |text: &str| {
            let mut found = false;
            epitome::segment::words(text, &mut |word| found |= word.to_lowercase() == query);
            found
        };
        let ranks = |wanted: bool| {
            let found = sentences.iter().filter(move |s| s.rank.is_some() && matches(&s.pick.text) == wanted);
            found.map(|s| s.pick.score).collect::<Vec<_>>()
        };
        let worst = ranks(true).into_iter().fold(f64::INFINITY, f64::min);
        prop_assert!(ranks(false).into_iter().all(|score| score <= worst + 1e-5));
        let warned = summary.warnings.iter().any(|warning| warning.contains("query"));
        prop_assert_eq!(warned, !sentences.iter().any(|s| matches(&s.pick.text)));
    }

    #[test]
    fn keywords_stand_in_the_text_best_first_and_none_in_another(text in hostile(), count in 1..9_usize) {
        let mut options = Options::default();
        options.output.keywords = count;
        let summary = run(options, &text, Format::Text);
        let source = plain(&decoded(&text));
        let sections = summary.sections.into_iter().map(|section| section.keywords);
        for keywords in sections.chain([summary.keywords]) {
            let keywords = keywords.unwrap();
            prop_assert!(keywords.len() <= count);
            prop_assert!(keywords.windows(2).all(|pair| pair[0].score >= pair[1].score));
            for keyword in &keywords {
                prop_assert!((0.0..=1.0).contains(&keyword.score));
                prop_assert!(source.contains(&plain(&keyword.term)), "{}", keyword.term);
                prop_assert!(keyword.term.contains(char::is_alphabetic));
            }
        }
    }

    #[test]
    fn parts_add_up_to_finite_scores(text in hostile(), method in prop::sample::select(Method::ALL.to_vec())) {
        let summary = run(with_scores(Budget::sentences(3), 0.3, method), &text, Format::Text);
        for sentence in summary.sentences.unwrap() {
            let sum: f64 = sentence.parts.values().map(|part| part.as_f64().unwrap()).sum();
            prop_assert!(sentence.pick.score.is_finite());
            prop_assert!((sum - sentence.pick.score).abs() < 1e-5);
        }
    }

    #[test]
    fn what_came_before_changes_nothing(first in hostile(), second in hostile()) {
        let mut used = Summarizer::new(Options::default()).unwrap();
        let (first, second) = (first.replace('\0', ""), second.replace('\0', ""));
        used.summarize(&first).unwrap();
        let fresh = Summarizer::new(Options::default()).unwrap().summarize(&second).unwrap();
        prop_assert_eq!(used.summarize(&second).unwrap(), fresh);
    }

    #[test]
    fn json_comes_back_as_it_went(text in hostile()) {
        let summary = run(with_scores(Budget::sentences(3), 0.3, Method::Epitome), &text, Format::Text);
        let json = epitome::render::json::line(&summary);
        prop_assert_eq!(serde_json::from_str::<Summary>(&json).unwrap(), summary);
    }

    #[test]
    fn every_output_shows_the_same_picks(text in hostile(), format in formats()) {
        let mut options = Options::default();
        options.output.reading = true;
        options.output.sections = false;
        let summary = run(options, &text, format);
        let picks: Vec<String> =
            summary.overall.sentences.iter().map(|pick| plain(&pick.text)).collect();
        let in_text = text::render(&summary, Layout::default());
        prop_assert_eq!(&picks, &in_text.lines().map(plain).collect::<Vec<_>>());
        let json: serde_json::Value = serde_json::from_str(&json::line(&summary)).unwrap();
        let told = json["overall"]["sentences"].as_array().unwrap();
        let told = told.iter().map(|pick| plain(pick["text"].as_str().unwrap()));
        prop_assert_eq!(&picks, &told.collect::<Vec<_>>());
        let article = html::article(&summary, "a", "d0");
        let items = article.split("<li>").skip(1).filter_map(|item| item.split_once(" <small"));
        let items = items.map(|(item, _)| tame(&unescaped(item)));
        let picks: Vec<String> = picks.iter().map(|pick| tame(pick)).collect();
        prop_assert_eq!(&picks, &items.collect::<Vec<_>>());
    }

    #[test]
    fn line_ends_do_not_matter(text in "([A-Z][a-z]{2,8} [a-z]{2,8}[.]? ?|\n|\n\n){0,30}") {
        let texts = |summary: Summary| -> Vec<String> {
            summary.sentences.unwrap().into_iter().map(|sentence| sentence.pick.text).collect()
        };
        let options = || with_scores(Budget::sentences(3), 0.3, Method::Lead);
        let lf = texts(run(options(), &text, Format::Text));
        prop_assert_eq!(&lf, &texts(run(options(), &text.replace('\n', "\r\n"), Format::Text)));
        prop_assert_eq!(&lf, &texts(run(options(), &text.replace('\n', "\u{2028}"), Format::Text)));
    }

    #[test]
    fn any_bytes_give_a_summary_or_an_error(bytes in any::<Vec<u8>>(), format in formats()) {
        let _ = Summarizer::new(Options::default()).unwrap().summarize_bytes(bytes.clone(), format);
        let _ = Summarizer::new(Options::default()).unwrap().summarize_record(&bytes);
    }
}

/// A parser would keep a hundred bytes for each mark.
#[test]
fn markdown_that_is_all_marks_is_read_as_plain_text() {
    let warnings = |marks: usize| {
        let text = "*a **a ".repeat(marks / 3) + &"*".repeat(marks % 3);
        let options = ReadOptions::default();
        let read = epitome::read::read(text.into_bytes(), Format::Markdown, &options);
        read.unwrap().warnings
    };
    let limit = 1 << 18;
    assert!(warnings(limit).is_empty());
    assert_eq!(warnings(limit + 1), ["too many marks for Markdown; read as plain text"]);
}

/// A summary of a summary says nothing else.
#[test]
fn what_is_picked_from_a_summary_was_picked_before() {
    for article in articles() {
        let mut options = Options::default();
        options.select.overall = Budget::sentences(8);
        let bytes = article.bytes.clone();
        let hint = epitome::read::by_extension(&article.path);
        let once =
            Summarizer::new(options).unwrap().summarize_bytes(bytes, hint).unwrap();
        let picks: Vec<String> =
            once.overall.sentences.iter().map(|pick| plain(&pick.text)).collect();
        let again = run(Options::default(), &picks.join("\n\n"), Format::Text);
        for pick in again.overall.sentences {
            assert!(
                picks.contains(&plain(&pick.text)),
                "{:?}: {}",
                article.path,
                pick.text
            );
        }
    }
}

#[test]
fn a_sentence_said_twice_is_chosen_once() {
    let text = "The same thing again. ".repeat(1000);
    let summary = run(Options::default(), &text, Format::Text);
    assert_eq!(summary.overall.sentences.len(), 1);
    let everything = with_scores(Budget::default(), 0.3, Method::Epitome);
    assert_eq!(run(everything, &text, Format::Text).overall.sentences.len(), 1000);
}

/// Redundancy belongs to the default method, unless it is asked for.
#[test]
fn lead_is_the_first_sentences_even_if_they_repeat_each_other() {
    let text = "The old mill burnt. The old mill burnt down. A dam broke. Bees swarmed.";
    let picks = |redundancy: Option<Fraction>| -> Vec<usize> {
        let mut options = Options::default();
        options.score.method = Method::Lead;
        options.select.overall = Budget::sentences(2);
        options.select.redundancy = redundancy;
        let summary = run(options, text, Format::Text);
        summary.overall.sentences.iter().map(|pick| pick.index).collect()
    };
    assert_eq!(picks(None), [0, 1]);
    assert_eq!(picks(Fraction::new(1.0).ok()), [0, 2]);
}

/// A budget of words means UAX #29 words in every script, whatever a term is.
#[test]
fn words_of_a_budget_are_those_that_the_library_counts() {
    for article in articles() {
        let options = with_scores(Budget::words(50), 0.3, Method::Epitome);
        let bytes = article.bytes.clone();
        let hint = epitome::read::by_extension(&article.path);
        let summary =
            Summarizer::new(options).unwrap().summarize_bytes(bytes, hint).unwrap();
        let count = |text: &str| {
            let mut count = 0;
            epitome::segment::words(text, &mut |_| count += 1);
            count
        };
        let picks = &summary.overall.sentences;
        let counted: usize = picks.iter().map(|pick| count(&pick.text)).sum();
        assert_eq!(summary.overall.words, counted, "{:?}", article.path);
        assert!(counted <= 50 || picks.len() == 1, "{:?}", article.path);
        let sentences = summary.sentences.unwrap();
        let all: usize = sentences.iter().map(|s| count(&s.pick.text)).sum();
        assert_eq!(summary.source.words, all, "{:?}", article.path);
    }
}

#[test]
fn keywords_are_written_as_in_the_text_and_do_not_repeat_each_other() {
    let text = "Sea walls protect the town of Port Ellen. The old sea wall broke in 1953, \
                and 300 houses were flooded. Engineers built a new sea wall. \
                The town pays for the walls. Port Ellen has few people and many houses.";
    let mut options = Options::default();
    options.output.keywords = 5;
    let summary = run(options, text, Format::Text);
    let keywords = summary.keywords.unwrap();
    let terms: Vec<_> = keywords.iter().map(|keyword| keyword.term.as_str()).collect();
    assert_eq!(terms, ["sea wall", "Port Ellen", "town", "houses"]);
    assert!((keywords[0].score - 1.0).abs() < 1e-9);
}

/// A stop word of the user's is as if it were not there.
#[test]
fn own_stop_words_add_to_those_of_the_language() {
    let text = "The Pump is a PUMP. Sea water fills the tank. The pump pumps pump’s oil.";
    let scores = |words: &str| {
        let mut options = with_scores(Budget::sentences(1), 0.3, Method::Tfidf);
        options.terms.stop_words = epitome::StopWords::parse(words).unwrap();
        options.read.language = Language::from_code("en");
        let summary = run(options, text, Format::Text);
        let sentences = summary.sentences.unwrap();
        sentences.iter().map(|sentence| sentence.pick.score).collect::<Vec<_>>()
    };
    assert!(scores("").iter().all(|score| *score > 0.0));
    assert!(scores("pump")[0] <= 0.0, "all that is left are stop words");
    assert!(scores("pump")[2] > 0.0, "pumps is another form");
}

#[test]
fn what_surrounds_a_text_is_the_text_where_there_is_no_other() {
    for text in [
        "Dear Ms Roe,", "[1] See Moss, page 12.", "QED", "Published 4 May 2023",
        "By Ada Quill\n\n3 May 2024, 09:15",
    ] {
        let summary = run(Options::default(), text, Format::Text);
        assert_eq!(summary.overall.sentences.len(), 1, "{text}");
    }
}

#[test]
fn markup_changes_neither_sections_nor_picks() {
    for article in articles().into_iter().filter(|article| article.gold.language == "en")
    {
        let (mut markdown, mut html) =
            (String::new(), String::from("<!doctype html><body>"));
        for section in &article.gold.sections {
            let body =
                section.sentences.join(" ").replace('&', "&amp;").replace('<', "&lt;");
            if let Some(heading) = &section.heading {
                let (level, heading) = (section.level, heading.replace('&', "&amp;"));
                markdown += &format!("{} {heading}\n\n", "#".repeat(level.into()));
                html += &format!("<h{level}>{heading}</h{level}>\n");
            }
            markdown += &format!(
                "{}\n\n",
                section.sentences.join(" ").replace(['*', '_', '`', '<', '['], "")
            );
            html += &format!("<p>{body}</p>\n");
        }
        let told = |text: &str, format: Format| {
            let mut options = Options::default();
            options.read.html = HtmlMode::Page;
            options.read.language = Language::from_code("en");
            let summary = run(options, text, format);
            let headings: Vec<_> = summary
                .sections
                .iter()
                .map(|s| s.heading.as_deref().map(plain))
                .collect();
            let picks: Vec<_> =
                summary.overall.sentences.iter().map(|pick| pick.index).collect();
            (headings, picks)
        };
        let (in_markdown, in_html) =
            (told(&markdown, Format::Markdown), told(&html, Format::Html));
        assert_eq!(in_markdown, in_html, "{:?}", article.path);
        let gold: Vec<_> = article
            .gold
            .sections
            .iter()
            .map(|s| s.heading.as_deref().map(plain))
            .collect();
        assert_eq!(in_html.0, gold, "{:?}", article.path);
    }
}

#[test]
fn standard_forms_of_one_text_agree() {
    let article = &articles()[0];
    let text = String::from_utf8(article.bytes.clone()).unwrap();
    let mut summarizer = Summarizer::new(Options::default()).unwrap();
    let from_text = summarizer.summarize(&text).unwrap();
    let record = serde_json::json!({"id": 1, "text": text}).to_string();
    let from_record = summarizer.summarize_record(record.as_bytes()).unwrap();
    assert_eq!(from_text.overall, from_record.overall);
    assert_eq!(from_text.sections, from_record.sections);
}

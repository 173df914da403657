//! Edmundson's method: cue words, title words and location
//! (Edmundson, "New methods in automatic extracting", 1969).

use std::ops::Range;

use crate::document::{BlockKind, Sentence};
use crate::language::List;
use crate::score::tfidf::scale;
use crate::score::{Scorer, Scores, View};
use crate::segment::folded;

/// The sum of cues, title words and location, each at most 1 within its group
/// and all of one weight.
/// Edmundson's fourth clue, frequent words, is left out: he found the other
/// three better without it.
#[derive(Debug)]
pub(crate) struct Edmundson;

impl Scorer for Edmundson {
    fn score(&self, view: &View<'_>) -> Scores {
        let parts =
            [("cue", cues(view)), ("title", titles(view)), ("location", locations(view))];
        let scaled = |(name, mut column): (&'static str, Vec<f64>)| {
            for group in view.groups {
                scale(&mut column[group.clone()]);
            }
            (name, column)
        };
        Scores::of_parts(parts.into_iter().map(scaled))
    }
}

/// The words and phrases of a sentence that announce something central, less
/// one if it leans on the sentence before it.
fn cues(view: &View<'_>) -> Vec<f64> {
    let cues: Vec<&str> = view.language.table().cues.iter().collect();
    let count = |sentence: &Sentence| {
        let text = folded(sentence.span.of(view.text)).to_lowercase();
        let held = cues.iter().filter(|cue| holds(&text, cue)).count();
        held as f64 - f64::from(u8::from(sentence.leans))
    };
    view.sentences.iter().map(count).collect()
}

/// Whether `text` has `phrase` in it, not as a part of a longer word. Scripts
/// without spaces have no such bounds.
fn holds(text: &str, phrase: &str) -> bool {
    let is_bound =
        |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() || c >= '\u{2e80}');
    text.match_indices(phrase).any(|(at, _)| {
        is_bound(text[..at].chars().next_back())
            && is_bound(text[at + phrase.len()..].chars().next())
    })
}

/// How many of a sentence's words stand in the title or in a heading.
fn titles(view: &View<'_>) -> Vec<f64> {
    let mut is_title = vec![false; view.terms.count()];
    view.title.iter().chain(view.headings).for_each(|id| is_title[*id as usize] = true);
    let count =
        |index| view.terms.of(index).iter().filter(|id| is_title[**id as usize]).count();
    (0..view.sentences.len()).map(|index| count(index) as f64).collect()
}

/// One each for the first or last paragraph of the group, for the first or
/// last sentence of a paragraph, and for a section that sums up.
fn locations(view: &View<'_>) -> Vec<f64> {
    let digests: Vec<f64> =
        (0..view.sections.len()).map(|section| sums_up(view, section).into()).collect();
    let mut column: Vec<f64> = view
        .sentences
        .iter()
        .map(|sentence| digests[sentence.section as usize])
        .collect();
    for group in view.groups {
        let paragraphs = paragraphs(view, group);
        for paragraph in [paragraphs.first(), paragraphs.last()].into_iter().flatten() {
            column[paragraph.clone()].iter_mut().for_each(|score| *score += 1.0);
        }
        for paragraph in &paragraphs {
            column[paragraph.start] += 1.0;
            column[paragraph.end - 1] += 1.0;
        }
    }
    column
}

/// Whether the heading of a section says that it sums up.
fn sums_up(view: &View<'_>, section: usize) -> bool {
    let heading = view.sections[section].heading.map(|span| span.of(view.text));
    let lists = |heading| view.language.lexicon().lists(&folded(heading));
    heading.is_some_and(|heading| lists(heading).has(List::Digests))
}

/// The sentences of each paragraph of `group`. Sentences that came split
/// already are one.
fn paragraphs(view: &View<'_>, group: &Range<usize>) -> Vec<Range<usize>> {
    let blocks = view.blocks;
    let block = |index: usize| {
        let start = view.sentences[index].span.start;
        let at = blocks.partition_point(|block| block.span.start <= start);
        blocks[..at].last().filter(|block| block.kind != BlockKind::Sentence)
    };
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for index in group.clone() {
        let block = block(index);
        match paragraphs.last_mut() {
            Some(paragraph) if block == last => paragraph.end = index + 1,
            _ => paragraphs.push(index..index + 1),
        }
        last = block;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cue_is_no_part_of_a_longer_word_where_words_have_spaces() {
        assert!(holds("we show that it holds", "we show"));
        assert!(!holds("monkeys are keyless", "key"));
        assert!(holds("研究结果表明", "结果"));
    }

    #[test]
    fn paragraphs_cues_and_titles_count() {
        let text = "Of tides\n========\n\nBoats wait. They wait long. Nets dry.\n\n\
            Ropes rot. Overall, tides rule. Crews sleep.\n\n\
            Gulls cry. Wind falls. Fog comes.\n";
        let mut options = crate::Options::default();
        options.score.method = crate::Method::Edmundson;
        options.read.language = crate::Language::from_code("en");
        options.output.scores = true;
        let summary = crate::Summarizer::new(options).and_then(|mut s| s.summarize(text));
        let sentences = summary.unwrap().sentences.unwrap();
        let part = |name: &str| -> Vec<f64> {
            let parts = sentences.iter().map(|sentence| &sentence.parts[name]);
            parts.map(|part| part.as_f64().unwrap()).collect()
        };
        assert_eq!(part("cue"), [0.0, -1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(part("title"), [0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(part("location"), [1.0, 0.5, 1.0, 0.5, 0.0, 0.5, 1.0, 0.5, 1.0]);
    }
}

//! Chosen sentences that lean on a sentence that was not chosen.

use std::ops::Range;

use crate::document::Sentence;
use crate::language::Language;
use crate::language::table::has;

/// The English words that lean on what stands before, sorted. The figure is
/// about these alone, so that it can be set beside figures of other programs;
/// the table of the language, which the pipeline reads, knows more.
const ENGLISH: [&str; 22] = [
    "also", "and", "but", "he", "her", "his", "however", "instead", "it", "its",
    "meanwhile", "moreover", "she", "so", "that", "their", "then", "therefore", "these",
    "they", "this", "those",
];

/// How many of the sentences `picks`, in order, dangle: they are not the
/// first of `range`, the sentence before them is not chosen, and they begin
/// with a word that leans on it.
pub(super) fn count(
    picks: &[usize],
    range: &Range<usize>,
    text: &str,
    sentences: &[Sentence],
    language: Language,
) -> usize {
    let dangles = |index: usize| {
        let follows = index > range.start && picks.binary_search(&(index - 1)).is_err();
        follows && leans(sentences[index], text, language)
    };
    picks.iter().filter(|index| dangles(**index)).count()
}

/// Whether a sentence begins with a word that leans on the one before it; in
/// languages other than English, with one of the openers of their tables.
fn leans(sentence: Sentence, text: &str, language: Language) -> bool {
    if language.code() != "en" {
        return sentence.leans;
    }
    let lower = sentence.span.of(text).to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    match words.next() {
        Some("for") => words.next() == Some("example"),
        Some(word) => has(&ENGLISH, word),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{ReadOptions, SegmentOptions};
    use crate::read::jsonl;
    use crate::segment::segment;

    fn dangling(code: &str, sentences: &[&str], picks: &[usize]) -> usize {
        let line = serde_json::json!({"lang": code, "sentences": sentences}).to_string();
        let document = jsonl::read(line.as_bytes(), &ReadOptions::default()).unwrap();
        let sentences = segment(&document, &SegmentOptions::default()).sentences;
        count(picks, &(0..sentences.len()), &document.text, &sentences, document.language)
    }

    #[test]
    fn a_sentence_dangles_when_the_one_before_it_is_left_out() {
        let pieces =
            ["It rained.", "He left.", "“But why?”", "For example, mud.", "Mud."];
        assert_eq!(dangling("en", &pieces, &[0, 1, 2, 3, 4]), 0);
        assert_eq!(dangling("en", &pieces, &[1, 3, 4]), 2);
        assert_eq!(dangling("en", &pieces, &[0, 2]), 1);
    }

    #[test]
    fn other_languages_have_openers_of_their_own() {
        assert_eq!(dangling("fr", &["Il pleut.", "Elle part.", "But."], &[1]), 1);
        assert_eq!(dangling("fr", &["Il pleut.", "Elle part.", "But."], &[2]), 0);
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(ENGLISH.is_sorted());
    }
}

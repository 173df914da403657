//! Keywords: the terms and phrases that name what a text is about, as it
//! writes them.
//!
//! Candidates are runs of up to four words without a stop word or a mark
//! between them (RAKE: Rose, Engel, Cramer and Cowley, "Automatic keyword
//! extraction from individual documents", 2010) that stand there twice, names,
//! and single words. Their worth is the C-value, which takes from a phrase
//! what longer phrases account for (Frantzi, Ananiadou and Mima, "Automatic
//! recognition of multi-word terms", 2000), times how early they come and
//! whether they are written as names (YAKE!: Campos et al., 2020). All of it
//! is linear in the words but for the sorting of candidates.

mod candidates;
mod choice;
mod forms;

use std::ops::Range;

use crate::document::Section;
use crate::language::Language;
use crate::summary::{Keyword, rounded};
use crate::terms::Tokens;
use candidates::Candidates;
use choice::{Ranked, choose};

/// The keywords of a text and of each of its sections.
#[derive(Debug)]
pub(crate) struct Keywords {
    /// Those of the whole, best first.
    pub whole: Vec<Keyword>,
    /// Those of each section, best first.
    pub sections: Vec<Vec<Keyword>>,
}

impl Keywords {
    /// At most `count` keywords for the whole and for each section.
    pub fn new(
        text: &str,
        tokens: &Tokens,
        sections: &[Section],
        language: Language,
        count: usize,
    ) -> Self {
        let ranges: Vec<_> =
            sections.iter().map(|section| section.sentences.clone()).collect();
        let candidates = Candidates::new(tokens, &ranges, language);
        let whole = choose(candidates.of_whole(), count);
        let of_section = |range: &Range<usize>| {
            choose(candidates.of_section(tokens, range.clone()), count)
        };
        let sections: Vec<_> = ranges.iter().map(of_section).collect();
        let all = || sections.iter().chain([&whole]).flatten();
        let forms = forms::most_frequent(text, tokens, all().map(|ranked| ranked.key));
        let written = |ranked: &Vec<Ranked>| {
            let keyword = |ranked: &Ranked| {
                let term = forms.get(&ranked.key).cloned().unwrap_or_default();
                Keyword { term, score: rounded(ranked.score) }
            };
            ranked.iter().map(keyword).collect()
        };
        Keywords {
            whole: written(&whole),
            sections: sections.iter().map(written).collect(),
        }
    }
}

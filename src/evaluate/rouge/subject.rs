//! A document as every chooser gets it: the same sentences, the same
//! references, the same judgement.

use std::ops::Range;

use super::bootstrap::Reached;
use super::dangling;
use super::oracle::{self, Candidate};
use super::records::Reference;
use super::text::Text;
use super::tokens::{Token, Tokenizer};
use crate::document::{Document, Sentence};
use crate::options::SegmentOptions;
use crate::segment::{segment, words};
use crate::summarizer::Summarizer;
use crate::summary::Extract;

/// A document with its references.
pub(super) struct Subject<'d> {
    document: &'d Document,
    sentences: Vec<Sentence>,
    /// The tokens of each sentence.
    tokens: Vec<Vec<Token>>,
    tasks: Vec<Task>,
    /// Whether the tasks are its sections.
    sections: bool,
}

/// A stretch of sentences to be summarised: the whole document or a section.
struct Task {
    range: Range<usize>,
    /// None where nobody wrote any; then its summary is not judged.
    references: Vec<Text>,
}

/// What one chooser makes of one document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outcome {
    pub(super) reached: Reached,
    /// How many sentences it chooses.
    chosen: usize,
    /// How many of them dangle.
    dangling: usize,
}

impl Outcome {
    /// Adds what the chooser makes of another document.
    pub(super) fn add(&mut self, other: Outcome) {
        self.reached.add(other.reached);
        self.chosen += other.chosen;
        self.dangling += other.dangling;
    }

    /// The share of the chosen sentences that dangle.
    pub(super) fn share_dangling(self) -> f64 {
        self.dangling as f64 / self.chosen.max(1) as f64
    }
}

impl<'d> Subject<'d> {
    /// `document` with the references of its sections, if `sections`, or else
    /// of the whole.
    pub(super) fn new(
        document: &'d Document,
        references: &[Vec<&Reference>],
        sections: bool,
        tokenizer: &mut Tokenizer,
    ) -> Self {
        let segmented = segment(document, &SegmentOptions::default());
        let sentences = segmented.sentences;
        let tokens =
            |sentence: &Sentence| tokenizer.tokens(sentence.span.of(&document.text));
        let tokens = sentences.iter().map(tokens).collect();
        let whole = 0..sentences.len();
        let ranges: Vec<_> = match sections {
            true => segmented.sections.into_iter().map(|s| s.sentences).collect(),
            false => vec![whole],
        };
        let mut text = |reference: &&Reference| {
            Text::new(&reference.sentences(document.language), tokenizer)
        };
        let task = |(range, references): (Range<usize>, &Vec<&Reference>)| Task {
            range,
            references: references.iter().map(&mut text).collect(),
        };
        let tasks = ranges.into_iter().zip(references).map(task).collect();
        Subject { document, sentences, tokens, tasks, sections }
    }

    /// The stretches of sentences to be summarised.
    pub(super) fn ranges(&self) -> Vec<Range<usize>> {
        self.tasks.iter().map(|task| task.range.clone()).collect()
    }

    /// The sentences that `summarizer` chooses, task by task.
    pub(super) fn picks(&self, summarizer: &mut Summarizer) -> Vec<Vec<usize>> {
        let summary = summarizer.summarize_document(self.document);
        let indices = |extract: Extract| {
            extract.sentences.into_iter().map(|pick| pick.index).collect()
        };
        match self.sections {
            true => summary.sections.into_iter().map(|s| indices(s.summary)).collect(),
            false => vec![indices(summary.overall)],
        }
    }

    /// The sentences that the oracle chooses within `budget` words, task by task.
    pub(super) fn oracle(&self, budget: usize) -> Vec<Vec<usize>> {
        let candidate = |index: usize| {
            let sentence = self.sentences[index];
            let mut count = 0;
            words(sentence.span.of(&self.document.text), &mut |_| count += 1);
            let tokens = self.tokens[index].as_slice();
            sentence.candidate.then_some(Candidate { index, tokens, words: count })
        };
        let choose = |task: &Task| {
            let candidates: Vec<_> = task.range.clone().filter_map(candidate).collect();
            oracle::choose(&candidates, &task.references, budget)
        };
        self.tasks.iter().map(choose).collect()
    }

    /// What the summaries of the sentences `picks` reach.
    pub(super) fn outcome(&self, picks: &[Vec<usize>]) -> Outcome {
        let judged = self.tasks.iter().zip(picks);
        let mut all = Outcome::default();
        for (task, picks) in judged.filter(|(task, _)| !task.references.is_empty()) {
            let tokens = picks.iter().map(|index| self.tokens[*index].clone()).collect();
            let sum = Text::from_tokens(tokens).mean_rouge(&task.references);
            let Document { text, language, .. } = self.document;
            all.add(Outcome {
                reached: Reached { sum, summaries: 1 },
                chosen: picks.len(),
                dangling: dangling::count(
                    picks, &task.range, text, &self.sentences, *language,
                ),
            });
        }
        all
    }
}

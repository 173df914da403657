//! Sentences to terms. Their words are looked up many at a time: those that were not asked
//! for lately lie far apart in memory, and so the waits for it overlap.

use super::super::forms::{ELSEWHERE, Form};
use super::super::{Counts, Terms};
use super::{STOP, Vocabulary};
use crate::document::{Sentence, Span};
use crate::segment::words::{self, Stretches};

/// So many words or more are looked up together.
const TOGETHER: usize = 1024;

/// Words of some sentences, whose terms are not yet found.
#[derive(Default)]
struct Batch {
    /// The number of the stem of each word.
    stems: Vec<u32>,
    /// The words whose stems are still to be found.
    open: Vec<Open>,
    /// How many words each counts for, if that is asked for.
    sizes: Vec<u32>,
    /// Where the words of each sentence end.
    ends: Vec<usize>,
}

/// A word whose stem is still to be found.
struct Open {
    /// Which word it is.
    at: u32,
    word: Span,
}

impl Batch {
    /// One for words of `text`, still empty.
    fn of(text: &str) -> Self {
        let stems = Vec::with_capacity((text.len() / 4).min(2 * TOGETHER));
        Batch { stems, ..Batch::default() }
    }

    fn clear(&mut self) {
        self.stems.clear();
        self.open.clear();
        self.sizes.clear();
        self.ends.clear();
    }
}

/// What stands before the first word of a sentence.
const OPENING: u32 = u32::MAX;

impl Vocabulary {
    /// Adds the terms of `sentences`, which stand in `text` and go on with the
    /// present text, whose terms so far are `terms`.
    pub fn extend(&mut self, text: &str, sentences: &[Sentence], terms: &mut Terms) {
        terms.ids.reserve(text.len() / 9);
        terms.counts.reserve(sentences.len());
        terms.starts.reserve(sentences.len() + 1);
        if terms.starts.is_empty() {
            terms.starts.push(0);
        }
        let mut stretches = Stretches::of(text);
        let mut batch = Batch::of(text);
        for sentence in sentences {
            let stretch = sentence.span.start as usize..sentence.span.end as usize;
            let Batch { stems, open, .. } = &mut batch;
            let mut count = 0;
            stretches.terms(stretch.clone(), &mut |word, words| {
                let form = Form::new(text.as_bytes(), &word);
                let stem = self.forms.recent(form);
                if stem.is_none() {
                    open.push(Open { at: stems.len() as u32, word: Span::new(word) });
                }
                stems.push(stem.unwrap_or(ELSEWHERE));
                count += words;
            });
            if self.context.gaps {
                words::terms(text, stretch, &mut |_, words| batch.sizes.push(words));
            }
            terms.counts.push(Counts { words: count, ..Counts::default() });
            batch.ends.push(batch.stems.len());
            if batch.stems.len() >= TOGETHER {
                self.add(text, &mut batch, terms);
            }
        }
        self.add(text, &mut batch, terms);
    }

    /// Adds the terms of a `batch` of words of `text`.
    fn add(&mut self, text: &str, batch: &mut Batch, terms: &mut Terms) {
        self.find_open(text, batch);
        let mut start = 0;
        for end in &batch.ends {
            let words = std::mem::replace(&mut start, *end)..*end;
            let stems = &batch.stems[words.clone()];
            if self.context.pairs {
                self.add_pairs(stems, terms);
            }
            if self.context.gaps {
                add_gaps(stems, &batch.sizes[words], &mut terms.gaps);
            }
            self.add_sentence(stems, terms);
        }
        batch.clear();
    }

    /// Finds the stems of the words that were not asked for lately. What is read for them
    /// is far apart, and read for one right behind the other, so that the waits for memory overlap.
    fn find_open(&mut self, text: &str, Batch { stems, open, .. }: &mut Batch) {
        for Open { at, word } in &*open {
            let form = Form::new(text.as_bytes(), &word.range());
            stems[*at as usize] = self.forms.at_home(form);
        }
        for Open { at, word } in &*open {
            let (stem, word) = (&mut stems[*at as usize], word.range());
            let form = Form::new(text.as_bytes(), &word);
            if *stem == ELSEWHERE {
                *stem = self.stem_of(form, &text[word]);
            }
            self.forms.remember(form, *stem);
        }
    }

    /// Adds the pairs of neighbours among the words of the next sentence.
    fn add_pairs(&mut self, stems: &[u32], terms: &mut Terms) {
        let number = terms.starts.len() as u32 - 1;
        let mut before = OPENING;
        for stem in stems {
            self.pairs.add([before, *stem], number, |sharing| {
                let shared = &mut terms.counts[sharing as usize].shared_pairs;
                *shared = shared.saturating_add(1);
            });
            before = *stem;
        }
    }

    /// Adds the terms of the next sentence.
    fn add_sentence(&mut self, stems: &[u32], terms: &mut Terms) {
        let number = terms.starts.len() as u32 - 1;
        let mut repeats = false;
        for stem in stems.iter().filter(|stem| **stem < STOP) {
            let (id, again) = self.term_of(*stem, number, &mut terms.count);
            repeats |= again;
            terms.ids.push(id);
        }
        terms.counts[number as usize].repeats = repeats;
        terms.starts.push(terms.ids.len() as u32);
    }
}

/// Adds how many other words stand between the terms of a sentence, whose words have
/// these `stems` and count for so many words.
fn add_gaps(stems: &[u32], sizes: &[u32], gaps: &mut Vec<u8>) {
    let mut gap = 0;
    for (stem, size) in stems.iter().zip(sizes) {
        if *stem < STOP {
            gaps.push(gap.min(255) as u8);
            gap = 0;
        } else {
            gap += size;
        }
    }
}

//! One document to the summaries of every chooser, and what they reach.

use super::choosers::Chooser;
use super::measure::Settings;
use super::records::Record;
use super::sections::document_of;
use super::subject::{Outcome, Subject};
use super::tokens::Tokenizer;
use crate::error::Result;
use crate::language::Language;
use crate::options::{Budget, Options};
use crate::read::jsonl;
use crate::summarizer::Summarizer;

/// What one thread keeps from document to document.
pub(super) struct Worker<'s> {
    settings: &'s Settings,
    /// The budget of a summary.
    words: usize,
    /// One for each chooser; none for the oracle.
    summarizers: Vec<Option<Summarizer>>,
    tokenizers: Vec<(Language, Tokenizer)>,
}

impl<'s> Worker<'s> {
    pub(super) fn new(settings: &'s Settings, words: usize) -> Result<Self> {
        let summarizer = |chooser: &Chooser| {
            let Chooser::Method(method) = *chooser else { return Ok(None) };
            let mut options = Options::default();
            options.score.method = method;
            options.select.overall = Budget::words(words);
            options.select.section = Budget::words(words);
            options.output.overall = !settings.sections;
            options.output.sections = settings.sections;
            Summarizer::new(options).map(Some)
        };
        let summarizers =
            settings.choosers.iter().map(summarizer).collect::<Result<_>>()?;
        Ok(Worker { settings, words, summarizers, tokenizers: Vec::new() })
    }

    /// What each chooser makes of the document of `record`.
    pub(super) fn work(&mut self, record: &Record) -> Result<Vec<Outcome>> {
        let document = jsonl::read(record.line.as_bytes(), &Options::default().read)?;
        let sections = self.settings.sections;
        let document = match sections {
            true => document_of(record.gold.sections(), document),
            false => document,
        };
        let references = record.gold.references(sections);
        let tokenizer = self.tokenizer(document.language);
        let subject = Subject::new(&document, &references, sections, tokenizer);
        let words = self.words;
        let outcome = |summarizer: &mut Option<Summarizer>| {
            let picks = match summarizer {
                Some(summarizer) => subject.picks(summarizer),
                None => subject.oracle(words),
            };
            subject.outcome(&picks)
        };
        Ok(self.summarizers.iter_mut().map(outcome).collect())
    }

    /// The tokenizer of the document's language.
    fn tokenizer(&mut self, language: Language) -> &mut Tokenizer {
        let known = self.tokenizers.iter().position(|(known, _)| *known == language);
        let at = known.unwrap_or_else(|| {
            let tokenizer = Tokenizer::new(language, self.settings.stem);
            self.tokenizers.push((language, tokenizer));
            self.tokenizers.len() - 1
        });
        &mut self.tokenizers[at].1
    }
}

//! What the weights of the default method are fitted to: each sentence with its
//! features, and whether the greedy oracle chooses it.

use std::ops::Range;

use super::choosers::Words;
use super::records::{Record, Set};
use super::subject::Subject;
use super::text::Figures;
use super::threads;
use super::tokens::Tokenizer;
use crate::analysis::Analysis;
use crate::error::Result;
use crate::options::{Budget, Options};
use crate::read::jsonl;
use crate::score::{Method, features};
use crate::summarizer::Summarizer;
use crate::terms::Vocabulary;

/// The candidates of one document.
#[derive(Clone, Debug)]
pub struct Examples {
    /// How much the oracle's summary is better than one by lot: the sum of
    /// ROUGE-1 and ROUGE-2 F1, from 0 to 2. What is to be won here.
    pub gain: f64,
    /// The names of the features.
    pub names: Vec<&'static str>,
    /// Each candidate's features, and whether the oracle chooses it.
    pub sentences: Vec<(Vec<f64>, bool)>,
}

/// The candidates of each document of `set`, in order, for summaries of 1.15
/// times the mean length of the references.
///
/// # Errors
/// [`Error::Record`](crate::Error::Record) if a record is none that the command reads.
pub fn examples(set: &Set) -> Result<Vec<Examples>> {
    let Some(mean) = set.mean_words(false) else { return Ok(Vec::new()) };
    let budget = Words::Auto.budget(mean);
    let found = threads::map(0, set.records.len(), || {
        |at: usize| {
            of_record(&set.records[at], budget).map_err(|error| set.explain(at, &error))
        }
    });
    found.into_iter().collect()
}

fn of_record(record: &Record, budget: usize) -> Result<Examples> {
    let mut options = Options::default();
    options.score.method = Method::Random;
    options.select.overall = Budget::words(budget);
    options.output.sections = false;
    let document = jsonl::read(record.line.as_bytes(), &options.read)?;
    let mut vocabulary = Vocabulary::new(document.language);
    let analysis = Analysis::new(&document, &options.segment, &mut vocabulary);
    let whole: Range<usize> = 0..analysis.sentences.len();
    let columns = features(&analysis.view(std::slice::from_ref(&whole)));
    let mut tokenizer = Tokenizer::new(document.language, true);
    let references = record.gold.references(false);
    let subject = Subject::new(&document, &references, false, &mut tokenizer);
    let chosen = subject.oracle(budget);
    let by_lot = subject.picks(&mut Summarizer::new(options)?);
    let reached = |picks: &[Vec<usize>]| {
        let [one, two, _]: Figures = subject.outcome(picks).reached.sum;
        one + two
    };
    let example = |index: usize| {
        let features = columns.iter().map(|(_, column)| column[index]).collect();
        (features, chosen[0].contains(&index))
    };
    let candidates = whole.filter(|index| analysis.sentences[*index].candidate);
    Ok(Examples {
        gain: (reached(&chosen) - reached(&by_lot)).max(0.0),
        names: columns.iter().map(|(name, _)| *name).collect(),
        sentences: candidates.map(example).collect(),
    })
}

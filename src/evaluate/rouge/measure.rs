//! A set of documents to what each chooser's summaries of it reach.

use super::bootstrap::{self, Reached};
use super::choosers::{Chooser, Words};
use super::records::Set;
use super::subject::Outcome;
use super::text::Figures;
use super::threads;
use super::work::Worker;
use crate::error::Result;

/// What to measure, and how.
///
/// ```
/// use epitome::{Method, evaluate::rouge::{Chooser, Settings, Words}};
/// let settings = Settings {
///     choosers: Chooser::with_bounds(&[Chooser::Method(Method::Epitome)]),
///     words: Words::AtMost(100),
///     ..Settings::default()
/// };
/// assert!(settings.stem && !settings.sections);
/// ```
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who chooses; the first is the one that the others are compared with.
    pub choosers: Vec<Chooser>,
    /// The length of the summaries. Default: [`Words::Auto`].
    pub words: Words,
    /// Whether summaries are of sections instead of whole documents. Default: false.
    pub sections: bool,
    /// Whether words count as equal when their stems are. Default: true.
    pub stem: bool,
    /// On how many threads; 0, the default, on one for each core. It changes
    /// no figure.
    pub threads: usize,
}

impl Default for Settings {
    fn default() -> Self {
        let choosers = Chooser::with_bounds(&[]);
        Settings { choosers, words: Words::Auto, sections: false, stem: true, threads: 0 }
    }
}

/// What each chooser reaches on one set.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    pub(super) documents: usize,
    pub(super) summaries: usize,
    /// The budget.
    pub(super) words: usize,
    pub(super) choosers: Vec<Standing>,
}

/// What one chooser reaches.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) mean: Figures,
    /// The mean of each resample.
    pub(super) resampled: Vec<Figures>,
    /// The share of the chosen sentences that dangle.
    pub(super) dangling: f64,
}

/// Measures every chooser on `set`; `None` where it has no references for it.
pub(super) fn measure(set: &Set, settings: &Settings) -> Result<Option<Measured>> {
    let Some(mean) = set.mean_words(settings.sections) else { return Ok(None) };
    let words = settings.words.budget(mean);
    let outcomes = threads::map(settings.threads, set.records.len(), || {
        let mut worker = Worker::new(settings, words);
        move |at: usize| match &mut worker {
            Ok(worker) => {
                let outcome = worker.work(&set.records[at]);
                outcome.map_err(|error| set.explain(at, &error))
            }
            Err(error) => Err(error.clone()),
        }
    });
    let outcomes = outcomes.into_iter().collect::<Result<Vec<_>>>()?;
    let reached: Vec<Vec<Reached>> = outcomes
        .iter()
        .map(|outcomes| outcomes.iter().map(|outcome| outcome.reached).collect())
        .filter(|reached: &Vec<Reached>| reached.iter().any(|one| one.summaries > 0))
        .collect();
    let resampled = bootstrap::resampled(&set.name, &reached);
    let standing = |(at, resampled): (usize, Vec<Figures>)| {
        let mut all = Outcome::default();
        for outcomes in &outcomes {
            all.add(outcomes[at]);
        }
        Standing { mean: all.reached.mean(), resampled, dangling: all.share_dangling() }
    };
    let choosers = resampled.into_iter().enumerate().map(standing).collect();
    let summaries = reached.iter().map(|reached| reached[0].summaries).sum();
    Ok(Some(Measured { documents: reached.len(), summaries, words, choosers }))
}

//! What the weights of the default method are fitted to: each sentence with its
//! features, and whether the greedy oracle chooses it.

use super::choosers::Words;
use super::records::{Record, Set};
use super::sections::document_of;
use super::subject::Subject;
use super::text::Figures;
use super::threads;
use super::tokens::Tokenizer;
use crate::analysis::Analysis;
use crate::error::Result;
use crate::options::{Budget, Options};
use crate::read::jsonl;
use crate::score::{Method, Vectors, features};
use crate::summarizer::Summarizer;
use crate::terms::Vocabulary;

/// The candidates of one document.
///
/// ```
/// use epitome::evaluate::rouge::Examples;
/// let names = vec!["length"];
/// let one = Examples { gain: 0.4, names, sentences: vec![(vec![0.5], true), (vec![2.0], false)] };
/// let chosen = one.sentences.iter().filter(|(_, is_chosen)| *is_chosen).count();
/// assert_eq!(chosen, 1);
/// assert!(one.sentences.iter().all(|(features, _)| features.len() == one.names.len()));
/// ```
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
/// times the mean length of the references: of documents, or of their sections.
///
/// # Errors
/// [`Error::Record`](crate::Error::Record) if a record is none that the command reads.
///
/// ```
/// use epitome::evaluate::rouge::{Set, examples};
/// let line = r#"{"lang": "en", "text": "The ferry sank. It was old.", "references": ["A ferry sank."]}"#;
/// let found = examples(&Set::parse("sea", line)?, false)?;
/// let chosen: Vec<bool> = found[0].sentences.iter().map(|(_, is_chosen)| *is_chosen).collect();
/// assert_eq!(chosen, [true, false]);
/// # Ok::<(), epitome::Error>(())
/// ```
pub fn examples(set: &Set, sections: bool) -> Result<Vec<Examples>> {
    let Some(mean) = set.mean_words(sections) else { return Ok(Vec::new()) };
    let budget = Words::Auto.budget(mean);
    let found = threads::map(0, set.records.len(), || {
        |at: usize| {
            of_record(&set.records[at], budget, sections)
                .map_err(|error| set.explain(at, &error))
        }
    });
    found.into_iter().collect()
}

fn of_record(record: &Record, budget: usize, sections: bool) -> Result<Examples> {
    let mut options = Options::default();
    options.score.method = Method::Random;
    options.select.overall = Budget::words(budget);
    options.select.section = Budget::words(budget);
    let document = jsonl::read(record.line.as_bytes(), &options.read)?;
    let document = match sections {
        true => document_of(record.gold.sections(), document),
        false => document,
    };
    let mut vocabulary = Vocabulary::new(document.language, &options.terms.stop_words)
        .keeping(Method::Epitome.context());
    let analysis = Analysis::new(&document, &options.segment, &mut vocabulary, false);
    let mut tokenizer = Tokenizer::new(document.language, true);
    let references = record.gold.references(sections);
    let subject = Subject::new(&document, &references, sections, &mut tokenizer);
    let chosen = subject.oracle(budget);
    let by_lot = subject.picks(&mut Summarizer::new(options)?);
    let reached = |picks: &[Vec<usize>]| {
        let [one, two, _]: Figures = subject.outcome(picks).reached.mean();
        one + two
    };
    let groups = subject.ranges();
    let whole = 0..analysis.sentences.len();
    let whole = std::slice::from_ref(&whole);
    let vectors = Vectors::new(&analysis.terms);
    let view = |groups, scored| analysis.view(&vectors, groups, scored, false);
    let scores = Method::Epitome.scorer().score(&view(whole, None));
    let columns = match sections {
        true => features(&view(&groups, Some(scores.sums()))),
        false => features(&view(whole, None)),
    };
    let example = |index: usize| {
        let features = columns.iter().map(|(_, column)| column[index]).collect();
        (features, chosen.iter().any(|chosen| chosen.contains(&index)))
    };
    let judged = groups.iter().zip(&references).filter(|(_, given)| !given.is_empty());
    let candidates = judged
        .flat_map(|(group, _)| group.clone())
        .filter(|index| analysis.sentences[*index].candidate);
    Ok(Examples {
        gain: (reached(&chosen) - reached(&by_lot)).max(0.0),
        names: columns.iter().map(|(name, _)| *name).collect(),
        sentences: candidates.map(example).collect(),
    })
}

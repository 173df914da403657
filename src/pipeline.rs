//! The pipeline behind reading, from top to bottom: a collection to its summary.

use crate::assemble::Writer;
use crate::candidates::limit_length;
use crate::collection::{Collection, Duplicates, Own, Wanted};
use crate::document::Sentence;
use crate::keywords::Keywords;
use crate::options::Options;
use crate::passages::passages;
use crate::reading::Reading;
use crate::score::query::{self, Query};
use crate::score::{self, Scores, View};
use crate::summary::{Extract, SCHEMA_VERSION, Summary};

/// What the options ask of a collection.
pub(crate) fn wanted(options: &Options) -> Wanted<'_> {
    let query = options.score.query.as_deref();
    Wanted {
        tokens: options.output.keywords > 0,
        blocks: options.output.reading,
        parts: options.output.scores || options.output.reading,
        query: query.filter(|query| !query.trim().is_empty()),
    }
}

/// The summary of `collection`.
pub(crate) fn run(mut collection: Collection<'_>, options: &Options) -> Summary {
    let Options { select, output, .. } = options;
    let unfit = limit_length(&mut collection.sentences, &collection.terms, select);
    collection.warnings.extend(unfit);
    if wanted(options).query.is_some() && collection.query.is_empty() {
        let warning = "no word of the query occurs; this is the ordinary summary";
        collection.warnings.push(warning.into());
    }
    let collection = &collection;
    let scoring = Scoring { collection, options };
    let (scores, within) = scoring.by_method();
    let (scores, choice) = scoring.overall(scores);
    let choice = choice.as_ref().unwrap_or(&collection.sentences);
    let mut writer = Writer::new(collection, options.redundancy());
    let mut reading = Reading::default();
    let documents = collection.parts.iter().filter(|_| collection.is_merged());
    let mut summary = Summary {
        schema_version: SCHEMA_VERSION,
        merged: collection.is_merged(),
        source: collection.source(),
        documents: documents.map(|part| part.source.clone()).collect(),
        title: collection.title(),
        method: options.score.method.name().into(),
        overall: Extract::default(),
        sections: Vec::new(),
        keywords: None,
        sentences: (output.scores || output.reading).then(|| writer.all(&scores)),
        reading: None,
        warnings: Vec::new(),
    };
    if output.overall {
        summary.overall = writer.overall(choice, &scores, &select.overall);
    }
    if let Some(mut scores) = within {
        scoring.add_query(&mut scores);
        summary.sections = writer.sections(&scores, &select.section);
        if output.reading {
            reading.sections = writer.reasons(&summary.sections, &scores);
        }
    }
    if output.reading {
        reading.passages = passages(collection);
        summary.reading = Some(reading);
    }
    if output.keywords > 0 {
        add_keywords(&mut summary, collection, output.keywords);
    }
    summary.warnings = writer.warnings();
    summary
}

/// Scores the sentences of a collection.
struct Scoring<'a> {
    collection: &'a Collection<'a>,
    options: &'a Options,
}

impl Scoring<'_> {
    /// The method's scores with what the collection and the query add and, for a
    /// merged collection, the sentences with one candidate of each set of near-duplicates.
    fn overall(&self, scores: Scores) -> (Scores, Option<Vec<Sentence>>) {
        let Collection { sentences, terms, .. } = self.collection;
        let mut scores = scores;
        if !self.collection.is_merged() {
            self.add_query(&mut scores);
            return (scores, None);
        }
        let duplicates = Duplicates::new(self.collection);
        score::collection::add(duplicates.support(), sentences, terms, &mut scores);
        self.add_query(&mut scores);
        let choice = duplicates.best_alone(sentences, &scores);
        (scores, Some(choice))
    }

    /// The method's scores, and where sections are wanted, those within the
    /// sections in the light of these. Sentences of many documents have been
    /// scored in their own; that stands where the method tells nothing of them
    /// together.
    fn by_method(&self) -> (Scores, Option<Scores>) {
        let Collection { sections, sentences, own, .. } = self.collection;
        let sections_too = self.options.output.sections;
        let scorer = self.options.score.method.scorer();
        let whole = 0..sentences.len();
        let view = View {
            text: &self.collection.text,
            language: self.collection.language,
            blocks: &self.collection.blocks,
            sections,
            sentences,
            terms: &self.collection.terms,
            vectors: &self.collection.vectors,
            title: &[],
            headings: &[],
            groups: std::slice::from_ref(&whole),
            whole: None,
            parts: wanted(self.options).parts,
        };
        let view = match own {
            Own::Document { title, headings } => View { title, headings, ..view },
            Own::Scores(scores) => {
                let together = scorer.score_together(&view);
                let within = sections_too.then(|| scores.clone());
                return (together.unwrap_or_else(|| scores.clone()), within);
            }
        };
        if !sections_too {
            return (scorer.score(&view), None);
        }
        let groups: Vec<_> = sections.iter().map(|s| s.sentences.clone()).collect();
        let (scores, within) = scorer.score_both(&view, &groups);
        (scores, Some(within))
    }

    fn add_query(&self, scores: &mut Scores) {
        let Collection { sentences, terms, vectors, query, headings, .. } =
            self.collection;
        if !query.is_empty() {
            let query = Query { terms: query, headings };
            query::add(&query, sentences, terms, vectors, scores);
        }
    }
}

/// Gives `summary` and its sections at most `count` keywords each.
fn add_keywords(summary: &mut Summary, collection: &Collection<'_>, count: usize) {
    let Collection { text, tokens, sections, language, .. } = collection;
    let found = Keywords::new(text, tokens, sections, *language, count);
    summary.keywords = Some(found.whole);
    for (section, keywords) in summary.sections.iter_mut().zip(found.sections) {
        section.keywords = Some(keywords);
    }
}

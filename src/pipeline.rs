//! The pipeline after reading: a collection of sentences goes in, what was chosen of it
//! comes out.

use std::ops::Range;

use crate::assemble::{Choices, Outcome, ranks};
use crate::candidates::limit_length;
use crate::collection::{Basis, Collection, Duplicates, Wanted};
use crate::document::Sentence;
use crate::flood;
use crate::keywords::Keywords;
use crate::options::{Budget, Options};
use crate::score::query::{self, Query};
use crate::score::{self, Scores, View};
use crate::select::{Picks, Selector};
use crate::terms::Tokens;

/// What a collection has to hold for these options.
pub(crate) fn wanted(options: &Options) -> Wanted<'_> {
    let query = options.score.query.as_deref();
    Wanted {
        tokens: options.output.keywords > 0,
        blocks: options.output.reading,
        parts: options.output.scores || options.output.reading,
        headings: options.score.method.reads_headings(),
        query: query.filter(|query| !query.trim().is_empty()),
    }
}

/// Scores the sentences of `collection` and chooses from them.
pub(crate) fn run<'a>(mut collection: Collection<'a>, options: &Options) -> Outcome<'a> {
    let Options { select, output, .. } = options;
    let unfit = limit_length(&mut collection.sentences, &collection.terms, select);
    collection.warnings.extend(unfit);
    if wanted(options).query.is_some() && collection.query.is_empty() {
        let warning = "no word of the query occurs; this is the ordinary summary";
        collection.warnings.push(warning.into());
    }
    // Keywords come first, so that the memory of the words is free for the vectors.
    let keywords = (output.keywords > 0).then(|| keywords(&collection, output.keywords));
    let (keywords, section_keywords) =
        keywords.map_or((None, Vec::new()), |found| (Some(found.whole), found.sections));
    collection.tokens = Tokens::default();
    collection.weigh();

    let scoring = Scoring { collection: &collection, options };
    let (scores, mut section_scores) = scoring.by_method();
    let (scores, best_alone) = scoring.overall(scores);

    let mut chooser = Chooser::new(&collection, options);
    let mut overall = Choices::default();
    if output.overall {
        let candidates = best_alone.as_ref().unwrap_or(&collection.sentences);
        chooser.selector.choose_from(candidates);
        chooser.choose(0..candidates.len(), &scores, &select.overall, &mut overall);
        chooser.selector.choose_from(&collection.sentences);
    }
    let mut sections = Choices::default();
    if let Some(scores) = &mut section_scores {
        scoring.add_query(scores);
        for section in &collection.sections {
            let range = section.sentences.clone();
            chooser.choose(range, scores, &select.section, &mut sections);
        }
        scores.keep(sections.indices());
    }

    let lacks_parts = wanted(options).parts && scoring.is_flood();
    let over_budget = chooser.over_budget;
    let mut warnings = std::mem::take(&mut collection.warnings);
    if lacks_parts {
        warnings.push(flood::NO_PARTS.into());
    }
    if over_budget {
        warnings.push("no sentence fits the budget; the best one is given".into());
    }
    Outcome {
        method: options.score.method.name(),
        source: collection.source(),
        documents: collection.documents(),
        warnings,
        overall,
        sections,
        keywords,
        section_keywords,
        ranks: (output.scores || output.reading).then(|| ranks(&collection, &scores)),
        reading: output.reading,
        scores,
        section_scores,
        collection: collection.chosen(output.reading),
    }
}

/// Chooses from one stretch of a collection after the other.
struct Chooser<'a> {
    collection: &'a Collection<'a>,
    selector: Selector<'a>,
    /// Whether there was a stretch none of whose sentences fitted its budget.
    over_budget: bool,
}

impl<'a> Chooser<'a> {
    fn new(collection: &'a Collection<'a>, options: &Options) -> Self {
        let Collection { text, sentences, terms, vectors, .. } = collection;
        let redundancy = options.redundancy();
        let selector = Selector::new(text, sentences, terms, vectors, redundancy);
        Chooser { collection, selector, over_budget: false }
    }

    /// Adds the best sentences of `range`, within `budget`, to `choices`.
    fn choose(
        &mut self,
        range: Range<usize>,
        scores: &Scores,
        budget: &Budget,
        choices: &mut Choices,
    ) {
        let Picks { indices, over_budget } = self.selector.select(range, scores, budget);
        self.over_budget |= over_budget;
        let words = |index: &usize| self.collection.terms.words(*index);
        choices.push(&indices, indices.iter().map(words).sum());
    }
}

/// Scores the sentences of a collection.
struct Scoring<'a> {
    collection: &'a Collection<'a>,
    options: &'a Options,
}

impl Scoring<'_> {
    /// The method's `scores` plus what merging and the query add. For a merged collection
    /// also its sentences, with only one candidate left in each set of near-duplicates.
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

    /// The method's scores and, if sections are wanted, those within the sections, which
    /// build on them. In a merged collection the sentences were scored in their own
    /// documents already; those scores stay if the method cannot score them together.
    fn by_method(&self) -> (Scores, Option<Scores>) {
        let Collection { sections, sentences, basis, .. } = self.collection;
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
            parts: wanted(self.options).parts && !self.is_flood(),
            section_parts: self.options.output.reading && !self.is_flood(),
        };
        let view = match basis {
            Basis::Document { title, headings } => View { title, headings, ..view },
            Basis::Scores(scores) => {
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

    /// Whether there are too many tiny sentences to keep the parts of their scores.
    fn is_flood(&self) -> bool {
        let Collection { text, sentences, .. } = self.collection;
        sentences.len() > flood::most_with_parts(text.len())
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

/// At most `count` keywords for the whole and for each section.
fn keywords(collection: &Collection<'_>, count: usize) -> Keywords {
    let Collection { text, tokens, sections, language, .. } = collection;
    Keywords::new(text, tokens, sections, *language, count)
}

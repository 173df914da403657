//! How well a sentence answers a query: a part added to those of any method.

use super::{Scores, Vectors};
use crate::document::Sentence;
use crate::terms::{TermId, Terms};

/// Sentences, sections and the query that they are to answer.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// The terms of the query that the text has.
    pub terms: &'a [TermId],
    /// The terms of each section's heading, as far as its sentences have them.
    pub headings: &'a [Vec<TermId>],
}

/// The part's name.
pub(super) const PART: &str = "query";

/// What a sentence earns by its own words, by those of its neighbours, and by
/// the heading above it.
const OWN: f64 = 0.7;
const NEIGHBOURS: f64 = 0.2;
const HEADING: f64 = 0.1;

/// How strongly the query counts: so many times the spread of the method's
/// own scores.
const STRENGTH: f64 = 4.0;

/// Adds the part `query` to `scores`: the TF-ISF cosine of each sentence and
/// the query (Tombros and Sanderson, "Advantages of query biased summaries in
/// information retrieval", 1998), with a share for a neighbour that matches
/// and for the heading.
///
/// A sentence with a word of the query gains up to half of the strength, one
/// without loses a quarter at least; so those that match lead, whatever the
/// method says, and the method decides between like matches. Where scores are
/// odds, the others thereby have none.
pub fn add(
    query: &Query<'_>,
    sentences: &[Sentence],
    terms: &Terms,
    vectors: &Vectors,
    scores: &mut Scores,
) {
    let count = sentences.len();
    let mut weights = vec![0.0; terms.count()];
    for id in query.terms {
        weights[*id as usize] += vectors.isf(*id);
    }
    let cosine = |index: usize| {
        let weight = |id: &TermId| weights[*id as usize] * vectors.isf(*id);
        let dot: f64 = terms.of(index).iter().map(weight).sum();
        if dot > 0.0 { dot / vectors.norm(index) } else { 0.0 }
    };
    let mut cosines: Vec<f64> = (0..count).map(cosine).collect();
    super::tfidf::scale(&mut cosines);
    let whole: f64 = query.terms.iter().map(|id| vectors.isf(*id)).sum();
    let share = |heading: &Vec<TermId>| {
        let held: f64 = heading.iter().map(|id| weights[*id as usize]).sum();
        if held > 0.0 { (held / whole).min(1.0) } else { 0.0 }
    };
    let headings: Vec<f64> = query.headings.iter().map(share).collect();
    let strength = STRENGTH * scores.spread();
    let value = |index: usize| {
        let section = sentences[index].section;
        let beside = |at: Option<usize>| {
            at.filter(|at| sentences.get(*at).is_some_and(|s| s.section == section))
                .map_or(0.0, |at| cosines[at])
        };
        let neighbours = beside(index.checked_sub(1)).max(beside(Some(index + 1)));
        let around = NEIGHBOURS * neighbours + HEADING * headings[section as usize];
        let is_match = cosines[index] > 0.0;
        let value = match is_match {
            true => 0.5 + 0.5 * (OWN * cosines[index] + around),
            false => 0.25 * around / (NEIGHBOURS + HEADING),
        };
        strength * (value - 0.5)
    };
    scores.add(PART, (0..count).map(value).collect());
}

//! The default method: the odds that a person would choose a sentence, as a
//! weighted sum of features, each found in linear time.
//!
//! The features that are alike make up a part of the score, and the parts add
//! up to it. Their weights are those of a logistic regression over summaries
//! that people wrote, in [`weights`].

mod centrality;
mod form;
mod length;
mod order;
mod position;
mod row;
mod section;
mod title;
mod traits;
mod weights;

use std::ops::Range;

use super::centrality::{Sums, sums};
use super::{Scorer, Scores, View};
use crate::parallel;
use row::{Group, Row};
use traits::Traits;
use weights::{WEIGHTS, Weights};

/// A feature: what it is called, and its value for a sentence.
type Feature = (&'static str, fn(&Row<'_>) -> f64);

/// The parts of the score with their features.
const PARTS: [(&str, &[Feature]); 7] = [
    ("centrality", &centrality::FEATURES),
    ("position", &position::FEATURES),
    ("section", &section::FEATURES),
    ("length", &length::FEATURES),
    ("title", &title::FEATURES),
    ("form", &form::FEATURES),
    ("document", &DOCUMENT),
];

/// - `document`: in a section, the score within the whole document.
const DOCUMENT: [Feature; 1] =
    [("document", |row| row.view.whole.map_or(0.0, |whole| whole[row.index]))];

/// The odds by centrality, place, length, title and form.
#[derive(Debug)]
pub(super) struct Model;

impl Scorer for Model {
    fn score(&self, view: &View<'_>) -> Scores {
        let [sums] = sums(view, [view.groups]);
        scores(view, weights(view), &Traits::new(view), &sums)
    }

    fn score_both(&self, view: &View<'_>, sections: &[Range<usize>]) -> (Scores, Scores) {
        let traits = Traits::new(view);
        let (whole, apart) = if sections.len() > 1 {
            let [whole, apart] = sums(view, [view.groups, sections]);
            (whole, Some(apart))
        } else {
            // A document of one section has the same sums.
            let [whole] = sums(view, [view.groups]);
            (whole, None)
        };
        let scored = scores(view, weights(view), &traits, &whole);
        let (whole_scores, parts) = (Some(scored.sums()), view.reasons);
        let view = View { groups: sections, whole: whole_scores, parts, ..*view };
        let within = scores(&view, weights(&view), &traits, &apart.unwrap_or(whole));
        (scored, within)
    }

    fn score_together(&self, view: &View<'_>) -> Option<Scores> {
        let [sums] = sums(view, [view.groups]);
        Some(scores(view, &WEIGHTS.unordered, &Traits::new(view), &sums))
    }
}

/// The weights for `view`: of sections, or of a document, in which the order
/// says something or not.
fn weights(view: &View<'_>) -> &'static Weights {
    match view.whole {
        Some(_) => &WEIGHTS.sections,
        None if order::says_nothing(view) => &WEIGHTS.unordered,
        None => &WEIGHTS.documents,
    }
}

/// The scores of `view`, whose sentences have these traits and sums.
fn scores(view: &View<'_>, weights: &Weights, traits: &Traits, sums: &Sums) -> Scores {
    let mut scores = if view.parts {
        Scores::of_parts(parts(weights, view, traits, sums))
    } else {
        let score = |row: &Row<'_>| weights.parts().map(|part| part.of(row)).sum();
        Scores::of_sums(column(view, traits, sums, score))
    };
    scores.log_odds = Some(weights.log_odds);
    scores
}

/// Each part of the scores.
fn parts(
    weights: &Weights,
    view: &View<'_>,
    traits: &Traits,
    sums: &Sums,
) -> Vec<(&'static str, Vec<f64>)> {
    let parts = weights.parts();
    parts
        .map(|part| (part.name, column(view, traits, sums, |row| part.of(row))))
        .collect()
}

/// `value` of every sentence of `view`.
fn column(
    view: &View<'_>,
    traits: &Traits,
    sums: &Sums,
    value: impl Fn(&Row<'_>) -> f64 + Sync + Send,
) -> Vec<f64> {
    let mut column = Vec::with_capacity(view.sentences.len());
    for range in view.groups {
        let group = Group::new(view, range);
        let of_place = |place: usize| {
            let index = range.start + place;
            value(&Row { view, group: &group, traits, sums, index, place })
        };
        parallel::extend(&mut column, range.len(), of_place);
    }
    column
}

/// Every feature of every sentence of `view`, as the fitting of the weights
/// reads them: their names, and their values sentence after sentence.
#[cfg(feature = "cli")]
pub(crate) fn features(view: &View<'_>) -> Vec<(&'static str, Vec<f64>)> {
    let (traits, [sums]) = (Traits::new(view), sums(view, [view.groups]));
    let parts =
        PARTS.iter().filter(|(name, _)| *name != "document" || view.whole.is_some());
    parts
        .flat_map(|(_, features)| *features)
        .map(|(name, feature)| (*name, column(view, &traits, &sums, feature)))
        .collect()
}

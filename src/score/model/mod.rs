//! The default method: the odds that a person would choose a sentence, as a
//! weighted sum of features, each found in linear time.
//!
//! The features that are alike make up a part of the score, and the parts add
//! up to it. Their weights are those of a logistic regression over summaries
//! that people wrote, in [`weights`].

mod centrality;
mod dateline;
mod day;
mod digest;
mod form;
mod length;
mod opening;
mod order;
mod position;
mod rows;
mod section;
mod title;
mod traits;
mod weights;

use std::ops::Range;

use super::centrality::{Sums, sums};
use super::{Scorer, Scores, View};
use crate::parallel;
use rows::{Group, Rows};
use traits::Traits;
use weights::{Part, WEIGHTS, Weights};

/// A feature: what it is called, and its values for some sentences.
type Feature = (&'static str, fn(&Rows<'_>, &mut [f64]));

/// How many sentences at most have a feature found at once.
const ROWS: usize = 128;

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
const DOCUMENT: [Feature; 1] = [("document", |rows, column| match rows.view.whole {
    Some(whole) => column.copy_from_slice(&whole[rows.range.clone()]),
    None => column.fill(0.0),
})];

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
        let (whole_scores, parts) = (Some(scored.sums()), view.section_parts);
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
    let room = || [0.0; ROWS];
    let mut scores = if view.parts {
        let column = |part: &Part| {
            column(view, traits, sums, |rows, column| {
                part.fill(rows, column, &mut room()[..column.len()]);
            })
        };
        Scores::of_parts(weights.parts().map(|part| (part.name, column(part))))
    } else {
        Scores::of_sums(column(view, traits, sums, |rows, column| {
            let (mut part_column, mut values) = (room(), room());
            let part_column = &mut part_column[..column.len()];
            for part in weights.parts() {
                part.fill(rows, part_column, &mut values[..column.len()]);
                column.iter_mut().zip(&*part_column).for_each(|(sum, part)| *sum += part);
            }
        }))
    };
    scores.log_odds = Some(weights.log_odds);
    scores
}

/// A value for every sentence of `view`, from 0.0 on, as `fill` has them.
fn column(
    view: &View<'_>,
    traits: &Traits,
    sums: &Sums,
    fill: impl Fn(&Rows<'_>, &mut [f64]) + Sync,
) -> Vec<f64> {
    let mut column = vec![0.0; view.sentences.len()];
    for range in view.groups {
        let group = Group::new(view, range);
        parallel::fill(&mut column[range.clone()], ROWS, |start, column| {
            let start = range.start + start;
            let range = start..start + column.len();
            let mut lengths = [0.0; ROWS];
            let lengths = &mut lengths[..column.len()];
            let words = range.clone().map(|index| view.terms.words(index));
            rows::fill(lengths, words.map(length::length));
            fill(&Rows { view, group: &group, traits, sums, lengths, range }, column);
        });
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

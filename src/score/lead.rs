//! The first sentences, in order: a baseline that suits the way news is written.

use super::{Scorer, Scores, View};

/// 1 for the first sentence of a group, falling evenly to its end.
#[derive(Debug)]
pub(super) struct Lead;

impl Scorer for Lead {
    fn score(&self, view: &View<'_>) -> Scores {
        let falling =
            |length: usize| (0..length).map(move |at| 1.0 - at as f64 / length as f64);
        let lead = view.groups.iter().flat_map(|group| falling(group.len())).collect();
        Scores::of_parts(vec![("lead", lead)])
    }
}

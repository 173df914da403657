//! The weights of the features, as `scripts/fit.py` fits them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::rows::Rows;
use super::{Feature, PARTS};

/// The weights for summaries of documents, of documents whose order says
/// nothing, and of sections.
#[derive(Debug)]
pub(super) struct Fitted {
    pub documents: Weights,
    pub unordered: Weights,
    pub sections: Weights,
}

/// The features of a score with their weights.
#[derive(Debug, Default)]
pub(super) struct Weights {
    /// The natural logarithm of the odds that an average sentence is chosen, or less:
    /// so that of two nearly sure sentences the surer one counts more.
    pub log_odds: f64,
    parts: Vec<Part>,
}

/// The features that make up a part of the score.
#[derive(Debug)]
pub(super) struct Part {
    pub name: &'static str,
    features: Vec<(Feature, Weight)>,
}

/// What a feature says, where an average sentence has `mean`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
struct Weight {
    mean: f64,
    weight: f64,
}

/// The weights as they are written down.
#[derive(Default, Deserialize)]
struct Written {
    log_odds: f64,
    features: BTreeMap<String, Weight>,
}

/// The fitted weights.
pub(super) static WEIGHTS: LazyLock<Fitted> = LazyLock::new(|| {
    let json = include_str!("../../../corpus/model.json");
    let mut written: BTreeMap<String, Written> =
        serde_json::from_str(json).unwrap_or_default();
    let mut of = |name| Weights::new(written.remove(name).unwrap_or_default());
    Fitted {
        documents: of("documents"),
        unordered: of("unordered"),
        sections: of("sections"),
    }
});

impl Weights {
    /// The features that have weights; a part without any is none.
    fn new(Written { log_odds, features }: Written) -> Self {
        let weighed = |feature: &Feature| Some((*feature, *features.get(feature.0)?));
        let parts = PARTS.iter().map(|(name, features)| Part {
            name,
            features: features.iter().filter_map(weighed).collect(),
        });
        Weights { log_odds, parts: parts.filter(|p| !p.features.is_empty()).collect() }
    }

    /// The parts of the score.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter()
    }
}

impl Part {
    /// What this part adds to the scores of `rows`; `values` is room for one feature.
    pub fn fill(&self, rows: &Rows<'_>, column: &mut [f64], values: &mut [f64]) {
        column.fill(0.0);
        for ((_, feature), Weight { mean, weight }) in &self.features {
            feature(rows, values);
            for (sum, value) in column.iter_mut().zip(&*values) {
                *sum += weight * (value - mean);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_a_weight() {
        let json = include_str!("../../../corpus/model.json");
        let written: BTreeMap<String, Written> = serde_json::from_str(json).unwrap();
        let of = |part: &str| PARTS.iter().find(|(name, _)| *name == part).unwrap().1;
        let place = [of("position"), of("section")].concat();
        let place = place.iter().chain(of("document")).map(|(name, _)| *name).collect();
        for (kind, without) in [
            ("documents", vec!["centroid", "document"]),
            ("unordered", place),
            ("sections", vec!["dateline", "day", "opening"]),
        ] {
            let names = PARTS.iter().flat_map(|(_, features)| *features);
            let names = names.map(|(name, _)| *name);
            let mut names: Vec<&str> = names.filter(|n| !without.contains(n)).collect();
            names.sort_unstable();
            let known: Vec<&String> = written[kind].features.keys().collect();
            assert_eq!(names, known, "{kind}");
        }
    }
}

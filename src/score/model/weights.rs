//! The weights of the features, as `scripts/fit.py` fits them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// What a feature says, where an average sentence has `mean`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Weight {
    pub mean: f64,
    pub weight: f64,
}

/// The weights for summaries of documents, of documents whose order says
/// nothing, and of sections.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Fitted {
    pub documents: Weights,
    pub unordered: Weights,
    pub sections: Weights,
}

/// The weights of all features.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Weights {
    /// The natural logarithm of the odds that an average sentence is chosen.
    pub log_odds: f64,
    features: BTreeMap<String, Weight>,
}

/// The fitted weights.
pub(super) static WEIGHTS: LazyLock<Fitted> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../corpus/model.json")).unwrap_or_default()
});

impl Weights {
    /// The weight of the feature called `name`; none where it has none.
    pub fn of(&self, name: &str) -> Weight {
        self.features.get(name).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    #[test]
    fn every_feature_has_a_weight() {
        let options = crate::Options::default();
        let text = "One is here. Two is there.".to_string();
        let document = crate::read::read_text(text, crate::Format::Text, &options.read);
        let mut vocabulary =
            crate::terms::Vocabulary::new(document.language, &options.terms.stop_words);
        let analysis = Analysis::new(&document, &options.segment, &mut vocabulary);
        let groups = [0..1, 1..2];
        let scorer = crate::Method::Epitome.scorer();
        let whole = scorer.score(&analysis.view(&groups, None)).sums();
        assert!(WEIGHTS.unordered.features.len() > 4);
        for (whole, weights) in
            [(None, &WEIGHTS.documents), (Some(whole.as_slice()), &WEIGHTS.sections)]
        {
            let columns = super::super::features(&analysis.view(&groups, whole));
            let names: Vec<&str> = columns.into_iter().map(|(name, _)| name).collect();
            let known: Vec<&String> = weights.features.keys().collect();
            assert_eq!(names.len(), known.len(), "{names:?} {known:?}");
            assert!(names.iter().all(|name| weights.features.contains_key(*name)));
            let unordered: Vec<&String> = WEIGHTS.unordered.features.keys().collect();
            assert!(unordered.iter().all(|name| names.contains(&name.as_str())));
        }
    }
}

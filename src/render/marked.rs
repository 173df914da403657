//! Every sentence of a text with what became of it.

use serde_json::{Map, Value};

use crate::summary::{Pick, ScoredSentence, Summary};

/// A sentence and what it was chosen for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marked<'a> {
    pub sentence: &'a ScoredSentence,
    /// Whether the overall summary has it.
    pub overall: bool,
    /// The parts of its score within its section, if it was chosen for that.
    pub section: Option<&'a Map<String, Value>>,
    /// How its score compares with those of all candidates: 0 is the worst, 1
    /// the best; none for a sentence that is no candidate.
    pub share: Option<f64>,
}

/// The sentences of `summary` in order; none where they were not asked for.
pub(super) fn marked(summary: &Summary) -> Vec<Marked<'_>> {
    let sentences = summary.sentences.as_deref().unwrap_or_default();
    let candidates = || sentences.iter().filter(|sentence| sentence.rank.is_some());
    let scores = || candidates().map(|sentence| sentence.pick.score);
    let worst = scores().fold(f64::INFINITY, f64::min);
    let best = scores().fold(f64::NEG_INFINITY, f64::max);
    let share = |sentence: &ScoredSentence| {
        sentence.rank?;
        let above = sentence.pick.score - worst;
        Some(if best > worst { above / (best - worst) } else { 1.0 })
    };
    let marked = |sentence| Marked {
        sentence,
        overall: false,
        section: None,
        share: share(sentence),
    };
    let mut all: Vec<Marked<'_>> = sentences.iter().map(marked).collect();
    for pick in &summary.overall.sentences {
        if let Some(marked) = all.get_mut(place(sentences, pick)) {
            marked.overall = true;
        }
    }
    let reasons = summary.reading.iter().flat_map(|reading| &reading.sections);
    for (section, reasons) in summary.sections.iter().zip(reasons) {
        for (pick, parts) in section.summary.sentences.iter().zip(reasons) {
            if let Some(marked) = all.get_mut(place(sentences, pick)) {
                marked.section = Some(parts);
            }
        }
    }
    all
}

/// Where `pick` stands among all `sentences`, which are in order.
pub(super) fn place(sentences: &[ScoredSentence], pick: &Pick) -> usize {
    sentences.partition_point(|sentence| {
        (sentence.pick.document, sentence.pick.index) < (pick.document, pick.index)
    })
}

//! What a sentence's words are worth, by themselves.

use super::{Columns, View, of_each};

/// - `isf`: the mean inverse sentence frequency of its terms;
/// - `frequency`: the sum of ln(tf) over its terms, tf being how often the term
///   stands in the group (Luhn's significant words).
pub(super) fn columns(view: &View<'_>) -> Columns {
    let isf = of_each(view, |index| {
        let terms = view.terms.of(index);
        let sum: f64 = terms.iter().map(|id| view.vectors.isf(*id)).sum();
        sum / terms.len().max(1) as f64
    });
    vec![("isf", isf), ("frequency", frequency(view))]
}

fn frequency(view: &View<'_>) -> Vec<f64> {
    let mut counts = vec![0_u32; view.terms.count()];
    let mut logs = vec![0.0; view.terms.count()];
    let mut column = Vec::with_capacity(view.sentences.len());
    for group in view.groups {
        let ids = || group.clone().flat_map(|index| view.terms.of(index));
        ids().for_each(|id| counts[*id as usize] += 1);
        for id in ids() {
            let id = *id as usize;
            if counts[id] > 0 {
                logs[id] = libm::log(std::mem::take(&mut counts[id]).into());
            }
        }
        let sum = |at: usize| -> f64 {
            view.terms.of(group.start + at).iter().map(|id| logs[*id as usize]).sum()
        };
        column.extend(crate::parallel::map(group.len(), sum));
    }
    column
}

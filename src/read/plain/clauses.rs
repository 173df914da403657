//! Names of numbered clauses that end as sentences do, in licences and contracts:
//! `8. Termination.` above what the clause says.

use super::form::Form;
use super::marks::MarkKind;

/// Fewer numbered sentences alone may be what they look like.
const FEWEST: usize = 3;
/// A name has no more words, its number included.
const MOST_WORDS: u32 = 10;

/// Tells such names from prose: several stand alone, each above a longer paragraph
/// without a number, and each counts on from the one before it.
pub(super) fn tell_clauses(forms: &mut [Form]) {
    let name = |(index, pair): (usize, &[Form])| {
        let [form, behind] = pair else { return None };
        let Some(MarkKind::Number(number)) = form.mark else { return None };
        let stands_alone = form.gap && behind.gap && form.words <= MOST_WORDS;
        let heads_prose =
            behind.is_prose && behind.mark.is_none() && behind.words > form.words;
        (form.ends && stands_alone && heads_prose).then_some((index, number))
    };
    let names: Vec<(usize, u16)> =
        forms.windows(2).enumerate().filter_map(name).collect();
    let count_on = names.windows(2).all(|pair| pair[0].1 + 1 == pair[1].1);
    if names.len() >= FEWEST && count_on {
        for (index, _) in names {
            (forms[index].is_short, forms[index].is_prose) = (true, false);
        }
    }
}

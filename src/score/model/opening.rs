//! Whether a text says at its beginning what it is about.

use std::ops::Range;

use crate::score::{Shared, View};

/// How many sentences a text begins with; of a short one, a third.
pub(super) const LONGEST: usize = 3;
/// How many stretches at most the beginning is set beside, spread over the text.
const LOOKS: usize = 64;
/// The standard deviations below and above the mean beyond which more say no more.
const LIMITS: [f64; 2] = [-1.0, 3.0];
/// What is left of a variance by rounding alone is a smaller share of the squares.
const ROUNDING: f64 = 1e-9;

/// How much more the first sentences of `group` say of what others say too than as
/// many sentences elsewhere: from -1 to 3 standard deviations. What a stretch says
/// is, summed over its different terms, how many other sentences hold them.
pub(super) fn strength(view: &View<'_>, group: &Range<usize>) -> f64 {
    let length = LONGEST.min(group.len().div_ceil(3));
    let starts = group.start..(group.end + 1).saturating_sub(length);
    let step = starts.len().div_ceil(LOOKS).max(1);
    let mut stretches = Stretches::new(view);
    let (mut first, mut looks, mut sum, mut squares) = (None, 0.0, 0.0, 0.0);
    for start in starts.step_by(step) {
        let said = stretches.say(start..start + length);
        first.get_or_insert(said);
        looks += 1.0;
        sum += said;
        squares += said * said;
    }
    let variance = looks * squares - sum * sum;
    if variance <= ROUNDING * looks * squares {
        return 0.0;
    }
    let above = looks * first.unwrap_or(0.0) - sum;
    (above / variance.sqrt()).clamp(LIMITS[0], LIMITS[1])
}

/// What stretches of sentences say.
struct Stretches<'a> {
    shared: Shared<'a>,
    /// For each shared term the end of the last stretch that held it; 0 before the first.
    ends: Vec<u32>,
}

impl<'a> Stretches<'a> {
    fn new(view: &View<'a>) -> Self {
        let shared = view.vectors.shared(view.terms);
        Stretches { shared, ends: vec![0; shared.count()] }
    }

    fn say(&mut self, stretch: Range<usize>) -> f64 {
        let (holders, end) = (self.shared.holders(), stretch.end as u32);
        let mut said = 0;
        for number in stretch.flat_map(|index| self.shared.of(index)) {
            let number = *number as usize;
            if std::mem::replace(&mut self.ends[number], end) != end {
                said += u64::from(holders[number] - 1);
            }
        }
        said as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::peers::testing::view;

    fn strength_of(lines: &[&str]) -> f64 {
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        view(&lines, |view| strength(view, &(0..lines.len())))
    }

    #[test]
    fn a_beginning_that_the_rest_takes_up_is_strong() {
        let told = ["baba dada gaga", "baba kaka", "dada", "gaga lala", "fafa nana"];
        let mut untold = told;
        untold.reverse();
        assert!(strength_of(&told) > 0.5);
        assert!(strength_of(&untold) < -0.5);
    }

    #[test]
    fn where_all_stretches_say_as_much_none_is_strong() {
        let texts: [&[&str]; 4] =
            [&["baba dada"; 9], &["baba", "dada", "gaga", "kaka"], &["baba"], &[]];
        assert!(texts.iter().all(|lines| strength_of(lines).abs() < 1e-9));
    }
}

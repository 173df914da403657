//! What is chosen in one step: a sentence, or two of which the second leans on the first.

use std::ops::Range;

/// A sentence, or one that leans on the one before it together with that, with
/// its worth as of the `seen`-th pick. Worth only falls as picks are made, so
/// one that is still on top after a fresh look is the best.
///
/// It is one number, so that the better of two is the greater. From the highest bit down:
/// whether it may come before the last resorts; its worth; its place, where the earlier is
/// the greater; and what does not count for the order, [`SEEN`] and below. There may be one
/// for each sentence of a text, whose size is to be small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unit(u128);

/// It leans on a sentence that is not chosen, or has a fragment.
const WEAK: u128 = 1;
/// It answers the query.
const ANSWERS: u128 = 2;
/// How many units were chosen when its worth was found: 28 bits from this one on.
const SEEN: u32 = 2;
/// Its first sentence, and whether it has a second one: 33 bits, all of them turned.
const PLACE: u32 = 30;
/// Its worth: 64 bits.
const WORTH: u32 = 63;
/// It is chosen before what comes last.
const SOON: u128 = 1 << 127;
/// All but its worth and when that was found.
const LASTING: u128 = SOON | PLACES | WEAK | ANSWERS;
/// The greatest worth, found beside more units than are ever chosen.
const UNWEIGHED: u128 =
    (u64::MAX as u128) << WORTH | (mask(PLACE - SEEN) as u128) << SEEN;
const PLACES: u128 = (1 << WORTH) - (1 << PLACE);

impl Unit {
    /// These sentences, whose worth is still to be found, and may be any.
    pub fn new(sentences: &Range<usize>, is_weak: bool, answers: bool) -> Self {
        let bit = |bit: u128, is_set: bool| if is_set { bit } else { 0 };
        let place = (sentences.start as u64) << 1 | u64::from(sentences.len() > 1);
        let place = u128::from(!place & mask(WORTH - PLACE)) << PLACE;
        let soon = bit(SOON, !is_weak || answers);
        Unit(soon | place | UNWEIGHED | bit(WEAK, is_weak) | bit(ANSWERS, answers))
    }

    /// Its worth is `worth` beside as many units as are chosen.
    pub fn weigh(&mut self, worth: f64, chosen: usize) {
        let seen = u128::from(chosen as u64 & mask(PLACE - SEEN)) << SEEN;
        self.0 = self.0 & LASTING | u128::from(ordered(worth)) << WORTH | seen;
    }

    /// Its worth.
    pub fn worth(self) -> f64 {
        unordered((self.0 >> WORTH) as u64)
    }

    /// Whether its worth was found beside as many units as are chosen.
    pub fn is_fresh(self, chosen: usize) -> bool {
        ((self.0 >> SEEN) as u64 ^ chosen as u64) & mask(PLACE - SEEN) == 0
    }

    /// Whether it leans on a sentence that is not chosen, or has a fragment.
    pub fn is_weak(self) -> bool {
        self.0 & WEAK > 0
    }

    /// Its first sentence.
    pub fn first(self) -> usize {
        self.sentences().start
    }

    /// Its sentences.
    pub fn sentences(self) -> Range<usize> {
        let place = !(self.0 >> PLACE) as u64 & mask(WORTH - PLACE);
        let first = (place >> 1) as usize;
        first..first + 1 + (place & 1) as usize
    }

    /// Whether it is chosen only where nothing else fits.
    pub fn comes_last(self) -> bool {
        self.0 & SOON == 0
    }
}

/// A number with so many bits, all set.
const fn mask(bits: u32) -> u64 {
    (1 << bits) - 1
}

/// A number that is the greater, the greater `value` is ([`f64::total_cmp`]).
fn ordered(value: f64) -> u64 {
    let bits = value.to_bits();
    if value.is_sign_negative() { !bits } else { bits | 1 << 63 }
}

/// The value of which `number` tells the order.
fn unordered(number: u64) -> f64 {
    let is_positive = number >> 63 == 1;
    f64::from_bits(if is_positive { number & !(1 << 63) } else { !number })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unit() -> impl Strategy<Value = (bool, f64, (u32, bool), bool, usize)> {
        let worth = prop_oneof![-2.0..9.0, Just(0.0), Just(-0.0), Just(1.0)];
        let place = (prop_oneof![0..4_u32, Just(u32::MAX)], any::<bool>());
        (any::<bool>(), worth, place, any::<bool>(), 0..9_usize)
    }

    proptest! {
        #[test]
        fn units_tell_what_they_are_made_of_and_are_in_order(units in [unit(), unit()]) {
            let made = units.map(|(weak, worth, (first, two), answers, chosen)| {
                let first = first as usize;
                let sentences = first..first + 1 + usize::from(two);
                let mut unit = Unit::new(&sentences, weak, answers);
                unit.weigh(-1.0, 1 << 29);
                unit.weigh(worth, chosen);
                assert_eq!((unit.sentences(), unit.first(), unit.is_weak()), (sentences, first, weak));
                assert_eq!((unit.worth().to_bits(), unit.comes_last()), (worth.to_bits(), weak && !answers));
                assert!(unit.is_fresh(chosen) && !unit.is_fresh(chosen + 1));
                unit
            });
            let [(.., a, (first, two), _, _), (.., b, (other, pair), _, _)] = units;
            let expected = made[1].comes_last().cmp(&made[0].comes_last());
            let expected = expected.then(a.total_cmp(&b)).then((other, pair).cmp(&(first, two)));
            prop_assert!(expected.is_eq() || made[0].cmp(&made[1]) == expected);
        }
    }
}

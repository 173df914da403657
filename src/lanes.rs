//! Sixteen bytes looked at together.

use wide::u8x16;

/// Sixteen bytes, or for each of them all bits where it is one that is looked for.
pub(crate) type Sixteen = u8x16;

/// How many bytes are looked at together.
pub(crate) const LANES: usize = 16;

/// The bytes of `text` from byte `start` on, if there are sixteen.
#[inline]
pub(crate) fn sixteen(text: &[u8], start: usize) -> Option<Sixteen> {
    let bytes: &[u8; LANES] = text.get(start..)?.first_chunk()?;
    Some(u8x16::new(*bytes))
}

/// How many bytes have a bit each in an integer.
pub(crate) const WINDOW: usize = 64;

/// The bytes of `text` from byte `start` on, with zeros behind the last.
#[inline]
pub(crate) fn window(text: &[u8], start: usize) -> [u8; WINDOW] {
    let rest = &text[start.min(text.len())..];
    rest.first_chunk().map_or_else(|| padded(rest), |window| *window)
}

#[cold]
fn padded(rest: &[u8]) -> [u8; WINDOW] {
    let mut padded = [0; WINDOW];
    padded[..rest.len()].copy_from_slice(rest);
    padded
}

/// Which of `bytes` are meant by `which`, a bit each, that of the first lowest.
#[inline]
pub(crate) fn bits(bytes: &[u8; WINDOW], which: impl Fn(Sixteen) -> Sixteen) -> u64 {
    let (stretches, _) = bytes.as_chunks::<LANES>();
    let mut bits = 0;
    for (place, stretch) in stretches.iter().enumerate() {
        bits |= u64::from(which(u8x16::new(*stretch)).to_bitmask()) << (place * LANES);
    }
    bits
}

/// Which of `bytes` are this `byte`.
#[inline]
pub(crate) fn are(bytes: Sixteen, byte: u8) -> Sixteen {
    bytes.simd_eq(u8x16::splat(byte))
}

/// Which of `bytes` are at least `first` and at most `last`.
#[inline]
pub(crate) fn within(bytes: Sixteen, first: u8, last: u8) -> Sixteen {
    let above = bytes - u8x16::splat(first);
    above.min(u8x16::splat(last - first)).simd_eq(above)
}

/// Which of `bytes` are ASCII letters.
#[inline]
pub(crate) fn letters(bytes: Sixteen) -> Sixteen {
    within(bytes | u8x16::splat(0x20), b'a', b'z')
}

/// So many times a lane may be added to by one.
pub(crate) const MOST_ADDED: usize = 255;

/// The sum of the lanes.
#[inline]
pub(crate) fn total(counts: Sixteen) -> u32 {
    const ODD: u64 = 0x00ff_00ff_00ff_00ff;
    let all = u128::from_le_bytes(counts.to_array());
    let pairs = |eight: u64| (eight & ODD) + (eight >> 8 & ODD);
    // Four sums of four lanes each, which the product adds up in its highest sixteen bits.
    let fours = pairs(all as u64) + pairs((all >> 64) as u64);
    (fours.wrapping_mul(0x0001_0001_0001_0001) >> 48) as u32
}

/// How many of them come before the first that is not meant by `which`.
#[inline]
pub(crate) fn leading(which: Sixteen) -> usize {
    (!which.to_bitmask() | 1 << LANES).trailing_zeros() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_in_its_place() {
        for byte in 0..=255_u8 {
            for place in 0..LANES {
                let mut bytes = [b'-'; LANES];
                bytes[place] = byte;
                let bytes = sixteen(&bytes, 0).unwrap();
                let told = |which: Sixteen| which.to_bitmask() >> place & 1 == 1;
                assert_eq!(told(letters(bytes)), byte.is_ascii_alphabetic());
                assert_eq!(told(within(bytes, b'0', b'9')), byte.is_ascii_digit());
                assert_eq!(told(are(bytes, b',')), byte == b',');
            }
        }
        assert_eq!(sixteen(&[0; LANES], 1), None);
    }

    #[test]
    fn lanes_add_up() {
        let lanes: [u8; LANES] = std::array::from_fn(|lane| 255 - 7 * lane as u8);
        let sum: u32 = lanes.iter().map(|lane| u32::from(*lane)).sum();
        assert_eq!(total(Sixteen::new(lanes)), sum);
        assert_eq!(total(Sixteen::splat(255)), 255 * LANES as u32);
    }

    #[test]
    fn the_first_that_is_not_meant_ends_the_rest() {
        let all = Sixteen::splat(b'a');
        assert_eq!(leading(letters(all)), LANES);
        let text = *b"three letters...";
        assert_eq!(leading(letters(Sixteen::new(text))), 5);
    }
}

//! The scripts that tell a language, or narrow it down.

/// A script, or a group of scripts, as far as it tells languages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin, Cyrillic, Arabic or Devanagari: several languages share it.
    Shared,
    /// A script that one language of the tables has to itself.
    Of(&'static str),
    /// Chinese characters, which Japanese uses as well.
    Han,
    /// Hiragana or katakana.
    Kana,
    /// No letter.
    None,
}

/// Whether `byte` may begin, in UTF-8, a letter of a script that is not shared. Latin and
/// Cyrillic, and the usual punctuation, have other bytes.
pub(super) fn may_begin_own(byte: u8) -> bool {
    let two = (0xcd..=0xcf).contains(&byte) | (0xd4..=0xd7).contains(&byte);
    two | (byte >= 0xe0) & (byte != 0xe2)
}

/// The script of `c`, by the blocks of the Unicode Standard.
pub(super) fn of(c: char) -> Script {
    match c as u32 {
        0x370..=0x3ff | 0x1f00..=0x1fff => Script::Of("el"),
        0x531..=0x58f => Script::Of("hy"),
        0x590..=0x5ff => Script::Of("he"),
        0x980..=0x9ff => Script::Of("bn"),
        0xa00..=0xa7f => Script::Of("pa"),
        0xa80..=0xaff => Script::Of("gu"),
        0xb00..=0xb7f => Script::Of("or"),
        0xb80..=0xbff => Script::Of("ta"),
        0xc00..=0xc7f => Script::Of("te"),
        0xc80..=0xcff => Script::Of("kn"),
        0xd00..=0xd7f => Script::Of("ml"),
        0xd80..=0xdff => Script::Of("si"),
        0xe00..=0xe7f => Script::Of("th"),
        0xe80..=0xeff => Script::Of("lo"),
        0xf00..=0xfff => Script::Of("bo"),
        0x1000..=0x109f => Script::Of("my"),
        0x10a0..=0x10ff | 0x1c90..=0x1cbf => Script::Of("ka"),
        0x1200..=0x139f => Script::Of("am"),
        0x1780..=0x17ff => Script::Of("km"),
        0x3040..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9d => Script::Kana,
        0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x323af => {
            Script::Han
        }
        0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7a3 => Script::Of("ko"),
        // Cyrillic, of which the rest would be asked letter by letter.
        0x400..=0x481 | 0x48a..=0x52f => Script::Shared,
        _ if c.is_alphabetic() => Script::Shared,
        _ => Script::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_an_own_script_begins_with_a_byte_that_says_so() {
        for c in '\0'..=char::MAX {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            let is_own = !matches!(of(c), Script::Shared | Script::None);
            assert!(may_begin_own(first) || !is_own, "{c:?}");
        }
        assert!("Zażółć gęślą jaźń – «Эхо»…".bytes().all(|byte| !may_begin_own(byte)));
    }
}

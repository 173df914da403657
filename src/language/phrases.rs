//! Looks up a few phrases quickly among many texts that are none of them.

use super::lower::Lower;

/// Phrases in lower case, of two letters or more.
#[derive(Debug)]
pub(crate) struct Phrases {
    list: &'static [&'static str],
    /// For each first letter the second letters, as bits: most texts differ
    /// there already.
    seconds: [u32; 32],
    /// Whether some begin with a letter outside ASCII, whose bytes differ by case.
    wide: bool,
}

/// A start is looked for in so many bytes.
const LONGEST_START: usize = 40;

impl Phrases {
    /// The phrases of `list`.
    pub const fn of(list: &'static [&'static str]) -> Self {
        let mut seconds = [0; 32];
        let mut wide = false;
        let mut index = 0;
        while index < list.len() {
            let phrase = list[index].as_bytes();
            wide |= !phrase[0].is_ascii();
            seconds[letter(phrase[0])] |= 1 << letter(phrase[1]);
            index += 1;
        }
        Phrases { list, seconds, wide }
    }

    /// Whether `text` is one of them, in any letter case.
    pub fn hold(&self, text: &str) -> bool {
        self.may_begin(text)
            && Lower::of(text).is_some_and(|text| self.list.contains(&text.as_str()))
    }

    /// Whether `text` begins with one of them, in any letter case.
    pub fn begin(&self, text: &str) -> bool {
        let begins = |head: Lower| {
            let head = head.as_bytes();
            self.list.iter().any(|phrase| head.starts_with(phrase.as_bytes()))
        };
        self.may_begin(text)
            && Lower::of(&text[..text.floor_char_boundary(LONGEST_START)])
                .is_some_and(begins)
    }

    /// Whether some phrase has the first two letters of `text`; a second one
    /// that is not ASCII may become any in lower case.
    pub fn may_begin(&self, text: &str) -> bool {
        let [first, second, ..] = text.as_bytes() else { return false };
        if !first.is_ascii() {
            return self.wide;
        }
        let seconds = self.seconds[letter(*first)];
        seconds >> letter(*second) & 1 == 1 || seconds != 0 && !second.is_ascii()
    }
}

/// A letter without its case.
const fn letter(byte: u8) -> usize {
    (byte & 0x1f) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_in_any_letter_case() {
        let phrases = Phrases::of(&["aims", "résultats", "© "]);
        for text in ["aims", "Aims", "AIMS", "RÉSULTATS"] {
            assert!(phrases.hold(text), "{text}");
        }
        for text in ["", "a", "aim", "aimss", "resultats"] {
            assert!(!phrases.hold(text), "{text}");
        }
        assert!(phrases.begin("© Ada Quill") && phrases.begin("Aims of the study"));
        assert!(!phrases.begin("Ai"));
        assert!(Phrases::of(&["читайте также"]).begin("Читайте также: мост"));
    }
}

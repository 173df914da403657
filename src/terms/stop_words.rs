//! Words that say nothing about the subject and do not become terms.

use std::borrow::Cow;

use foldhash::fast::FixedState;
use hashbrown::HashSet;

use crate::error::{Error, Result};
use crate::language::Language;
use crate::segment::words;

/// A user's own stop words. They are added to those of the language, and
/// like those they mean the word form itself, in any letter case: `pipe`
/// leaves `pipes` alone.
///
/// ```
/// use epitome::{Options, StopWords};
/// let mut options = Options::default();
/// options.terms.stop_words = StopWords::parse("# our company\nAcme\nLtd\n")?;
/// assert!(StopWords::parse("two words").is_err());
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StopWords(Vec<String>);

impl StopWords {
    /// Reads one word a line. Blank lines say nothing, nor does what follows
    /// a `#`.
    ///
    /// # Errors
    /// [`Error::Option`] with the line that is not one word.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut found = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            let word = line.split('#').next().unwrap_or(line).trim();
            if word.is_empty() {
                continue;
            }
            let mut parts = Vec::new();
            words::terms(word, 0..word.len(), &mut |part, _| parts.push(&word[part]));
            if parts != [word] {
                let message = match parts.len() {
                    0 | 1 => format!("line {number}: '{word}' is not a word"),
                    several => format!("line {number}: {several} words, not one"),
                };
                return Err(Error::Option { option: "stop words", message });
            }
            found.push(folded(word).into_owned());
        }
        Ok(StopWords(found))
    }
}

/// A word as it is looked up and stemmed: in lower case, with a plain apostrophe.
pub(super) fn folded(word: &str) -> Cow<'_, str> {
    let is_folded = |byte: u8| byte.is_ascii_lowercase() | byte.is_ascii_digit();
    if word.bytes().fold(true, |all, byte| all & is_folded(byte)) {
        return Cow::Borrowed(word);
    }
    let lower = word.to_lowercase();
    Cow::Owned(if lower.contains('’') { lower.replace('’', "'") } else { lower })
}

/// The stop words of a language and the user's own.
pub(super) struct StopSet(HashSet<Cow<'static, str>, FixedState>);

impl StopSet {
    pub fn new(language: Language, own: &StopWords) -> Self {
        let listed = language.stop_words().iter().map(|word| Cow::Borrowed(*word));
        StopSet(listed.chain(own.0.iter().cloned().map(Cow::Owned)).collect())
    }

    /// Whether a folded word is one, or is made of one and a short rest behind
    /// or before an apostrophe (`it's`, `l'on`).
    pub fn holds(&self, word: &str) -> bool {
        let is_part = |at: usize| {
            let (before, behind) = (&word[..at], &word[at + 1..]);
            let before_is_short = before.len() < behind.len();
            let (short, long) =
                if before_is_short { (before, behind) } else { (behind, before) };
            short.len() <= 2 && self.0.contains(long)
        };
        let apostrophe = || word.bytes().position(|byte| byte == b'\'');
        self.0.contains(word) || apostrophe().is_some_and(is_part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_word_or_nothing() {
        let words = StopWords::parse("\u{feff}Haus\r\n\n# all\nL’été # one\n").unwrap();
        assert_eq!(words.0, ["haus", "l'été"]);
        for (text, message) in [
            ("a\nnew york", "line 2: 2 words, not one"),
            ("--", "line 1: '--' is not a word"),
            ("end.", "line 1: 'end.' is not a word"),
        ] {
            let error = StopWords::parse(text).unwrap_err().to_string();
            assert_eq!(error, format!("stop words: {message}"));
        }
    }
}

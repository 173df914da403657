//! Words with a stop that are not the end: acronyms, units, numbers, degrees.

use super::around::{Token, last_word, word};
use super::chars::is_roman;
use crate::language::table::has;

/// `U.S`, `a.m`, `Ph.D`: short parts between stops.
pub(super) fn is_acronym(token: &str) -> bool {
    token.bytes().any(|byte| byte == b'.')
        && token.split('.').all(|part| {
            (1..=2).contains(&part.chars().count())
                && part.chars().all(char::is_alphabetic)
        })
}

/// Whether a short small word is a unit behind a number: `800 g`, `40 мин`, `1970-х гг`, and
/// one letter behind a roman one: `XIX в`.
pub(super) fn is_unit(token: Token<'_>) -> bool {
    let (before, text) = (token.before(), token.text);
    let is_letter = || text.chars().nth(1).is_none();
    let is_counted = match before.as_bytes().last() {
        Some(last) if last.is_ascii_digit() => true,
        Some(b'.') => is_multiplier(before),
        _ if text.starts_with(|c: char| c.is_ascii()) => {
            is_letter() && is_number(last_word(before))
        }
        _ => {
            let number = last_word(before);
            is_letter() && is_number(number)
                || number.starts_with(|c: char| c.is_ascii_digit())
                || is_multiplier(before)
        }
    };
    is_counted
        && (1..=5).contains(&text.chars().take(6).count())
        && !text.contains(|c: char| c == '.' || c.is_uppercase())
}

/// Whether `before` ends in a number and a word that multiplies it: `3,5 тыс.`
fn is_multiplier(before: &str) -> bool {
    let word = last_word(before);
    let number = &before[..before.len() - word.len()];
    let multiplies = matches!(
        word.trim_end_matches('.'),
        "mil"
            | "milj"
            | "mio"
            | "mld"
            | "mln"
            | "mlrd"
            | "mrd"
            | "tis"
            | "tys"
            | "млн"
            | "млрд"
            | "мың"
            | "тис"
            | "тыс"
            | "хил"
    );
    multiplies && number.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a small Cyrillic letter stands behind a small word and is short for the kind
/// of a place: `в с. Никольском`. No sentence ends in two prepositions.
pub(super) fn is_village(letter: Token<'_>) -> bool {
    letter.text.chars().all(|c| ('а'..='я').contains(&c))
        && last_word(letter.before()).starts_with(char::is_lowercase)
}

/// A single letter with the one before it, as in `т. д.`: `т.д`.
pub(super) fn joined(letter: Token<'_>) -> Option<String> {
    let first = letter.before().strip_suffix('.')?.chars().next_back()?;
    let mut letters = letter.text.chars();
    let last = letters.next().filter(|_| letters.next().is_none())?;
    Some(format!("{first}.{last}"))
}

/// A number in digits or in roman letters.
pub(super) fn is_number(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit())
        || (2..=5).contains(&token.len()) && is_roman(token)
}

/// Whether `text` begins with a number's stand-in: a roman numeral or a letter.
pub(super) fn is_label(text: &str) -> bool {
    let word = word(text);
    let behind = &text[word.len()..];
    // An article that has lost its vowel is none: `J’adorais`.
    if behind.starts_with(['’', '\'']) || word == "I" && behind.starts_with(' ') {
        return false;
    }
    word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        || (1..=5).contains(&word.len()) && is_roman(word)
}

/// A degree, which stands behind a name or an article: `her ph.d`.
pub(super) fn is_degree(lower: &str) -> bool {
    const DEGREES: &[&str] = &[
        "b.a", "b.s", "b.sc", "d.d.s", "d.phil", "ed.d", "j.d", "ll.b", "ll.d", "ll.m",
        "m.a", "m.b.a", "m.d", "m.phil", "m.s", "m.sc", "ph.d", "psy.d",
    ];
    has(DEGREES, lower)
}

/// A short word of consonants alone is an abbreviation that no table knows.
pub(super) fn lacks_vowels(token: &str) -> bool {
    let is_vowel = |byte: u8| b"aeiouy".contains(&byte.to_ascii_lowercase());
    token.len() <= 5
        && token.bytes().all(|byte| byte.is_ascii_alphabetic() && !is_vowel(byte))
        && !token.chars().all(char::is_uppercase)
}

/// One letter with its vowel sign, in the scripts of India: an initial or a title.
pub(super) fn is_indic_letter(token: &str) -> bool {
    token.chars().all(|c| matches!(c, '\u{900}'..='\u{dff}'))
        && (1..=2).contains(&token.chars().count())
}

/// A small word too long to be short for anything: a stop behind it is the end,
/// even where the writer goes on without a capital.
pub(super) fn is_whole_word(token: &str) -> bool {
    token.chars().count() >= 7 && token.chars().all(char::is_lowercase)
}

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

/// Whether a short small word is a unit behind a number: `800 g`, `40 мин`, and one
/// letter behind a roman one: `XIX в`.
pub(super) fn is_unit(token: Token<'_>) -> bool {
    let (before, text) = (token.before(), token.text);
    let is_letter = || text.chars().nth(1).is_none();
    let is_counted = before.as_bytes().last().is_some_and(u8::is_ascii_digit)
        || is_letter() && is_number(last_word(before));
    is_counted
        && (1..=5).contains(&text.chars().take(6).count())
        && !text.contains(|c: char| c == '.' || c.is_uppercase())
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
    if word == "I" && text[1..].starts_with([' ', '’', '\'']) {
        return false;
    }
    word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        || (1..=5).contains(&word.len()) && is_roman(word)
}

/// A time of day: `6 p.m`.
pub(super) fn is_time(lower: &str) -> bool {
    matches!(lower, "a.m" | "p.m")
}

/// An era behind a year: `753 b.c`.
pub(super) fn is_era(lower: &str) -> bool {
    matches!(lower, "a.d" | "b.c" | "b.c.e" | "c.e" | "n.chr" | "v.chr")
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

/// Whether a sentence so far only says when: `On Monday at 6 a.m.`
pub(super) fn sets_the_time(before: &str) -> bool {
    let first = before.split_whitespace().next().unwrap_or("");
    before.len() < 64
        && matches!(
            first.to_ascii_lowercase().as_str(),
            "about"
                | "after"
                | "around"
                | "at"
                | "before"
                | "by"
                | "from"
                | "in"
                | "on"
                | "since"
                | "until"
        )
}

/// Whether a word tells the time apart: `6 p.m. Monday`, `6 p.m. EST`.
pub(super) fn names_time(word: &str) -> bool {
    const DAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let is_zone = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    DAYS.contains(&word)
        || matches!(word, "Eastern" | "Central" | "Pacific" | "Mountain" | "Greenwich")
        || is_zone && word.len() > 1
}

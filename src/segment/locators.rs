//! Text that names a place and says nothing: a path, an address, a file, a command.

use super::chars::{self, is_alphanumeric, up_to_space};
use crate::language::{Language, Lexicon, List};

/// Longer text is no mere name of a place, in bytes.
const LONGEST: usize = 300;

/// Whether `text` is nothing but paths, addresses, file names and the like, or
/// a command with its arguments.
pub(super) fn is_locator(text: &str, language: Language) -> bool {
    let is_prose = match text.as_bytes() {
        [.., b' ', b'.'] => false,
        bytes => bytes.last().is_some_and(|last| b".!?:;".contains(last)),
    };
    let has_space = text.bytes().any(|byte| byte == b' ');
    if text.len() > LONGEST || has_space && is_prose {
        return false;
    }
    let is_one_word = !has_space && up_to_space(text).len() == text.len();
    if !is_one_word && is_prose || !may_hold_place(text) {
        return false;
    }
    let (mut places, mut words) = (0, 0);
    for token in text.split_whitespace() {
        if is_place(token, is_one_word) {
            places += 1;
        } else if token.contains(char::is_alphabetic) {
            words += 1;
        }
    }
    places > 0 && (words == 0 || is_command(text, language.lexicon()))
}

/// Whether `text` has a sign that only places have, or nearly so; most texts
/// have none, and one scan without branches shows it.
fn may_hold_place(text: &str) -> bool {
    let is_sign = |byte: u8| (byte == b'/') | (byte == b'\\') | (byte == b'@');
    let found = chars::pairs(text.as_bytes(), |a, b| {
        let is_ending = (a == b'.') & b.is_ascii_lowercase();
        let is_web = (a == b'w') & (b == b'.');
        let is_call = ((a == b':') & (b == b':')) | ((a == b'(') & (b == b')'));
        let is_option = !a.is_ascii_alphanumeric() & (b == b'-');
        let is_blank = (a == b'<') & b.is_ascii_lowercase();
        u8::from(is_sign(b) | is_ending | is_web | is_call | is_option | is_blank)
    });
    found != 0 || text.bytes().next().is_some_and(|first| first == b'-' || is_sign(first))
}

/// Whether `text`, which names places, is a command: in small letters from the
/// start, and without any of the words that hold sentences together.
fn is_command(text: &str, lexicon: &Lexicon) -> bool {
    let command = text.trim_start_matches(|c| "$>% [(<-".contains(c));
    let is_small = |token: &str| {
        let lists = lexicon.lists(token);
        lists.has(List::SmallWords) || lists.has(List::Frequent)
    };
    command.starts_with(|c: char| c.is_ascii_lowercase())
        && command.chars().all(|c| c.is_ascii() || c == '‐')
        && !text.split_whitespace().any(is_small)
}

/// Whether `token` names a place to a machine. A token that stands alone need
/// not be told from words like `and/or`.
fn is_place(token: &str, is_alone: bool) -> bool {
    // What a manual leaves to be filled in, or to be left out.
    if ["<", "[<", "[-"].iter().any(|begin| token.starts_with(begin)) {
        return true;
    }
    let token = token.trim_matches(|c: char| "\"'`()[]<>{},;".contains(c));
    let token = token.trim_end_matches(['.', ':']);
    if !token.contains(is_alphanumeric) {
        return false;
    }
    let slashes = token.bytes().filter(|byte| matches!(byte, b'/' | b'\\')).count();
    let is_path = slashes > 1
        || slashes == 1
            && (is_alone || token.starts_with(['/', '~']) || token.ends_with('/'));
    let is_option = token.strip_prefix('-').is_some_and(|option| {
        option.trim_start_matches('-').starts_with(|c: char| c.is_ascii_alphabetic())
    });
    let is_name = token.contains("::") || token.ends_with("()");
    token.is_ascii() && (is_option || is_name || is_file(token) || token.contains('@'))
        || token.contains("://")
        || token.starts_with("www.")
        || is_path && !token.contains("//")
}

/// Whether `token` is a name with an ending: `main.rs`, `example.org`, `.gitignore`.
fn is_file(token: &str) -> bool {
    let name = token.rsplit(['/', '\\']).next().unwrap_or(token);
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let is_ending = ending.starts_with(|c: char| c.is_ascii_lowercase())
        && ending.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    // `e.g` and `a.m` are none.
    is_ending && ending.len() <= 9 && (stem.is_empty() || stem.len() + ending.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(text: &str) -> bool {
        is_locator(text, Language::from_code("en").unwrap())
    }

    #[test]
    fn places_and_commands_say_nothing() {
        for text in [
            "src/main.rs",
            "https://example.org/a?b=c",
            "<https://example.org>.",
            "epitome.toml",
            "~/.config/epitome",
            "C:\\Users\\mill",
            "a.rs, b.rs",
            ".gitignore",
            "mill@example.org",
            "std::fs::read()",
            "--no-sections",
            "www.example.org/a",
            "cargo install --path .",
            "git clone https://example.org/a.git",
            "and/or",
            "$ epitome -n 3 docs/ | head -1",
            "cat report.md | epitome",
            "mill [-q] [--grain <name>]",
            "[<sack>...] mill (old|new|<year>) [<sack>]",
            "[--into <sack>] mill [<sack>]",
        ] {
            assert!(is(text), "{text}");
        }
    }

    #[test]
    fn words_about_places_are_prose() {
        for text in [
            "Tea", "Yes.", "5 km/h", "Use --json for records",
            "The file main.rs holds it.", "support for .gz and .zst files",
            "src/main.rs holds the words", "9 a.m.", "Growth of 3.5", "the U.S.",
            "1/2 cup", "他说3.5。", "e.g. and/or", "See a.rs.", "3.5", "2021-05-06",
            "“Yes”", "Growth <5 %", "Rye <and oats>",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}

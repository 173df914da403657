//! Dates and times of day, as they stand above and between texts.

use crate::language::{Lexicon, List};

/// No line that says when something was written is longer, in bytes.
const LONGEST: usize = 100;
/// With a time of day, it has no more words: it may be a line of wrapped prose.
const MOST_WORDS_OF_STAMP: usize = 5;
/// Without one, it has no more words that are not part of the date.
const MOST_WORDS: usize = 3;

/// `3 May 2024, 08:00`, `AA - 04.11.2023 09:15`: a line without a final mark that
/// holds both a date in figures, or a year, and a time of day.
pub(super) fn is_stamp(line: &str) -> bool {
    line.len() <= LONGEST
        && !line.ends_with(['.', '!', '?', '。', ':'])
        && !line.starts_with(char::is_lowercase)
        && has_clock(line)
        && (has_date_in_figures(line) || years(line) > 0)
        && words(line).count() <= MOST_WORDS_OF_STAMP
}

/// `Lyon, 3 mai 2024`, `08.09.2023`: hardly more than a date.
pub(super) fn is_dateline(line: &str, lexicon: &Lexicon) -> bool {
    if line.len() > LONGEST
        || line.ends_with(['.', '!', '?', '。', ':'])
        || !line.bytes().any(|byte| byte.is_ascii_digit())
    {
        return false;
    }
    let is_month = |word: &str| lexicon.lists(word).has(List::Months);
    let names_month = years(line) > 0 && words(line).any(is_month);
    (names_month || has_date_in_figures(line) || is_east_asian_date(line))
        && words(line).filter(|word| !is_month(word)).count() <= MOST_WORDS
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// `9:05`, `10:15:02`, `18h30`.
fn has_clock(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_clock = |at: usize| {
        digit(at - 1)
            && digit(at + 1)
            && digit(at + 2)
            && !digit(at + 3)
            && !(at > 2 && digit(at - 2) && digit(at - 3))
    };
    (1..bytes.len()).any(|at| matches!(bytes[at], b':' | b'h') && is_clock(at))
}

/// `04.11.2023`, `2024-05-03`, `3/12/24`: three groups of figures.
fn has_date_in_figures(line: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '/');
    line.split(|c: char| !is_part(c)).any(is_date_in_figures)
}

/// Whether `text` is a day, a month and a year in figures, in any order.
pub(super) fn is_date_in_figures(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let sign = text.chars().find(|c| !c.is_ascii_digit());
    let Some(sign) = sign.filter(|sign| ".-/".contains(*sign)) else { return false };
    let mut lengths = [0; 3];
    let mut parts = 0;
    for part in text.split(sign) {
        if parts == 3
            || part.is_empty()
            || part.bytes().any(|byte| !byte.is_ascii_digit())
        {
            return false;
        }
        lengths[parts] = part.len();
        parts += 1;
    }
    matches!((parts, lengths), (3, [1..=2, 1..=2, 2 | 4] | [4, 1..=2, 1..=2]))
}

/// How many years stand in `line`; some count from 543 before our era.
fn years(line: &str) -> usize {
    let groups = line.split(|c: char| !c.is_ascii_digit());
    let is_year = |group: &&str| {
        group.len() == 4 && ["18", "19", "20", "25"].iter().any(|c| group.starts_with(c))
    };
    groups.filter(is_year).count()
}

/// `2024年3月12日`, `2024년 3월 12일`.
fn is_east_asian_date(line: &str) -> bool {
    ["年", "년"].iter().any(|year| {
        line.split_once(year).is_some_and(|(before, behind)| {
            before.ends_with(|c: char| c.is_ascii_digit())
                && behind.contains(['月', '월'])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_stamp_has_a_date_and_a_time() {
        for line in [
            "3 May 2024, 08:00",
            "AA - 04.11.2023 09:15",
            "Publié le 12 mars 2024 à 18h30",
            "来源：江城日报　2024年3月12日 09:30",
            "Thứ Ba, 12/3/2024, 08:15 (GMT+7)",
        ] {
            assert!(is_stamp(line), "{line}");
        }
        for line in [
            "The ferry of 12 May 2024 left at 9:15.",
            "May 2024",
            "day, the third of May 2024, at 9:15",
            "The ferry of 3/5/2024 left the town at 9:15 with some",
            "9:15 to Oxmere",
            "Psalm 23:14",
            "Lk 15:11-32",
            "ISO 520:2011, 2001",
        ] {
            assert!(!is_stamp(line), "{line}");
        }
    }

    #[test]
    fn a_dateline_is_hardly_more_than_a_date() {
        let is =
            |code, line| is_dateline(line, Language::from_code(code).unwrap().lexicon());
        assert!(
            is("pt", "Redação, 22 out. 2023, 10h14") && is("en", "September 7, 2024")
        );
        assert!(is("uk", "08.09.2023") && is("ja", "2024年3月12日"));
        assert!(!is("en", "Storm of 3 May 2021 closes the pier"));
        assert!(!is("en", "World Cup 2022: Day 12") && !is("en", "Version 1.2.3"));
    }
}

//! Words with a stop that say when: times of day, eras, years and centuries.

use super::abbreviation::is_number;
use super::around::Token;

/// A time of day: `6 p.m`.
pub(super) fn is_time(lower: &str) -> bool {
    matches!(lower, "a.m" | "p.m")
}

/// An era, which stands behind a year: `753 b.c`.
pub(super) fn is_era(lower: &str) -> bool {
    matches!(
        lower,
        "a.c"
            | "a.d"
            | "b.c"
            | "b.c.e"
            | "c.e"
            | "d.c"
            | "d.hr"
            | "e.kr"
            | "f.kr"
            | "j.-c"
            | "n.chr"
            | "n.e"
            | "n.l"
            | "p.n.e"
            | "po.kr"
            | "pr.kr"
            | "v.chr"
            | "î.hr"
            | "μ.χ"
            | "π.χ"
            | "н.е"
            | "н.э"
            | "пр.н.е"
    )
}

/// Whether `before` ends in a number, in digits or roman, or in one with short words behind
/// it, as an era has them: `44 г. до н`, `44 r. p.n.e`, `im Jahr 9`.
pub(super) fn is_dated(before: &str) -> bool {
    let is_number = |word: &str| {
        word.ends_with(|c: char| c.is_ascii_digit()) || word.len() > 1 && is_number(word)
    };
    let is_between = |word: &&str| {
        word.starts_with(char::is_lowercase) && !word.ends_with(',') && word.len() < 16
    };
    let mut words = before.split_whitespace().rev().take(4);
    words.find(|word| !is_between(word)).is_some_and(is_number)
}

/// Whether a sentence so far only says in which year or century, where a name may follow:
/// `В 1990 г. Иван`, `W XIX w. Polska`.
pub(super) fn is_dating(token: Token<'_>) -> bool {
    let is_year = matches!(
        token.text,
        "r" | "s" | "w" | "в" | "вв" | "г" | "гг" | "ж" | "р" | "рр" | "с" | "ст" | "ғ"
    );
    let mut words = token.before().split_whitespace();
    let first = words.next().unwrap_or("");
    let others = words.take(4).count();
    is_year && (others == 0 || others < 4 && says_when(first))
}

/// Whether a sentence so far only says when: `On Monday at 6 a.m.`
pub(super) fn sets_the_time(before: &str) -> bool {
    let first = before.split_whitespace().next().unwrap_or("");
    before.len() < 64
        && (says_when(first) || first.starts_with(|c: char| c.is_ascii_digit()))
}

/// Words with which a sentence may begin to say when something was, in many languages.
const WHEN: &str = "about after around at before by from in on since until ab am bis gegen im \
    nach seit um vor avant après depuis dès en vers antes desde después hacia \
    hasta depois até em no por dal dopo fino intorno nel prima verso din după \
    până în omstreeks op rond sinds tot före från i på før etter fra år vuonna \
    od około po przed w do kolem před roku v ve okolo pred godine nakon oko \
    prije u в во до к на около от после с від з перед після у към през преди \
    след από γύρω το στις στο έως";

/// Whether a sentence that begins with this word may begin with when it was.
fn says_when(first: &str) -> bool {
    let first = first.to_lowercase();
    WHEN.split(' ').any(|word| word == first)
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

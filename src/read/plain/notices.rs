//! What a page says about itself and wants its reader to do.

use crate::language::Phrases;

/// Notices that are a line of their own.
static WHOLE: Phrases = Phrases::of(&[
    "advertisement", "advertising", "all rights reserved", "anzeige", "comments",
    "print this page", "publicité", "share", "share this article", "share this page",
    "skip to content", "sponsored", "subscribe", "werbung",
]);
/// What other notices begin with.
static STARTS: Phrases = Phrases::of(&[
    "published ", "updated:", "last updated", "read more:", "copyright ©", "© ",
    "first published",
]);
/// No longer line is a notice, in bytes; one that is a word or two is shorter.
const LONGEST: usize = 100;
const LONGEST_WHOLE: usize = 24;

/// Whether `line` is a notice.
pub(super) fn is_notice(line: &str) -> bool {
    line.len() <= LONGEST_WHOLE && WHOLE.hold(line)
        || line.len() <= LONGEST && !line.ends_with('.') && STARTS.begin(line)
        || line.ends_with("min read")
        || is_bare_dateline(line)
}

/// `SEXTANT(7)   User Manual   SEXTANT(7)`, above or below a page of a manual.
pub(super) fn is_page_of_manual(line: &str) -> bool {
    // A page is in a section of one sign or a few: `(1)`, `(3pm)`.
    let is_page = |word: &str| {
        let section = word.strip_suffix(')').and_then(|word| word.rsplit_once('('));
        section.is_some_and(|(name, section)| {
            !name.is_empty() && section.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    let (first, last) = (line.split_whitespace().next(), line.split_whitespace().last());
    line.ends_with(')')
        && line.len() <= 2 * LONGEST
        && first == last
        && first.is_some_and(is_page)
}

/// `TURIN, 9 March –`, before text on a line of its own.
fn is_bare_dateline(line: &str) -> bool {
    let is_place = |place: &str| place.len() > 2 && place.chars().all(char::is_uppercase);
    line.len() < 60
        && line.ends_with(['–', '—'])
        && line.split([' ', ',']).next().is_some_and(is_place)
}

#[cfg(test)]
mod tests {
    use super::is_page_of_manual;

    #[test]
    fn a_page_of_a_manual_names_itself_twice() {
        assert!(is_page_of_manual("SEXTANT(7)\t  User Manual\t  SEXTANT(7)"));
        assert!(is_page_of_manual("sextant::Arc(3pm)   Perl   sextant::Arc(3pm)"));
        for line in
            ["See sextant(7)", "SEXTANT(7) and more SEXTANT(8)", "f(x) is not f(x)", ")"]
        {
            assert!(!is_page_of_manual(line), "{line}");
        }
    }
}

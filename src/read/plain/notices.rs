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

/// `TURIN, 9 March –`, before text on a line of its own.
fn is_bare_dateline(line: &str) -> bool {
    let is_place = |place: &str| place.len() > 2 && place.chars().all(char::is_uppercase);
    line.len() < 60
        && line.ends_with(['–', '—'])
        && line.split([' ', ',']).next().is_some_and(is_place)
}

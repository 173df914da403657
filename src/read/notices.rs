//! What a page says about itself and wants its reader to do.

use crate::language::Phrases;

/// Notices that are a line of their own.
static WHOLE: Phrases = Phrases::of(&[
    "advertisement", "advertising", "all rights reserved", "anzeige", "comments",
    "for immediate release", "print this page", "publicité", "share",
    "share this article", "share this page", "skip to content", "sponsored", "subscribe",
    "werbung",
]);
/// What other notices begin with.
static STARTS: Phrases = Phrases::of(&[
    "published ", "updated:", "last updated", "copyright ©", "© ", "ⓒ ",
    "first published", "publicado em ", "publié le ", "mis à jour le ",
]);
/// What leads on to another text, before a colon.
static READ_ON: Phrases = Phrases::of(&[
    "aiheesta lisää",
    "baca juga",
    "bunu da okuyun",
    "citește și",
    "czytaj też",
    "czytaj także",
    "čtěte také",
    "lee también",
    "lees ook",
    "leggi anche",
    "leia também",
    "lesen sie auch",
    "les også",
    "lire aussi",
    "läs också",
    "lue myös",
    "læs også",
    "mehr zum thema",
    "olvasta már",
    "olvassa el",
    "read also",
    "read more",
    "see also",
    "xem thêm",
    "διαβάστε επίσης",
    "прочетете още",
    "читайте также",
    "читайте також",
    "קרא עוד",
    "קראו עוד",
    "اقرأ أيضا",
    "اقرأ أيضًا",
    "यह भी पढ़ें",
    "延伸阅读",
    "相关阅读",
    "相关报道",
    "あわせて読みたい",
    "関連記事",
    "관련기사",
    "관련 기사",
    "อ่านเพิ่มเติม",
]);
/// No longer line is a notice, in bytes; one that is a word or two is shorter.
const LONGEST: usize = 100;
const LONGEST_WHOLE: usize = 24;
const LONGEST_LINK: usize = 200;

/// Whether `line` is a notice.
pub(super) fn is_notice(line: &str) -> bool {
    line.len() <= LONGEST_WHOLE && WHOLE.hold(line)
        || line.len() <= LONGEST && !line.ends_with('.') && begins(line)
        || line.len() <= LONGEST_LINK && reads_on(line)
        || line.ends_with("min read")
        || is_bare_dateline(line)
}

/// Whether `line` begins as a notice; in small letters it may be a line of wrapped prose.
fn begins(line: &str) -> bool {
    !line.starts_with(char::is_lowercase) && STARTS.begin(line)
}

/// `Lire aussi : …`, `相关阅读：…`
fn reads_on(line: &str) -> bool {
    let label = line.trim_start_matches(['▶', ' ']);
    READ_ON.may_begin(label)
        && label
            .split_once([':', '：'])
            .is_some_and(|(label, _)| READ_ON.hold(label.trim()))
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
    let first = || line.split_whitespace().next();
    line.ends_with(')')
        && line.len() <= 2 * LONGEST
        && first() == line.split_whitespace().last()
        && first().is_some_and(is_page)
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

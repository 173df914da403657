//! What the class and the id of an element say about it, by the patterns of
//! Mozilla's Readability, with cookie notices and newsletters added. A name is
//! read once and kept as a few flags.

/// A set of flags.
pub(super) type Signs = u8;

/// Something around the content: a comment list, a menu, a banner.
pub(super) const UNLIKELY: Signs = 1;
/// May be content after all.
pub(super) const MAYBE: Signs = 1 << 1;
/// Speaks for content.
pub(super) const POSITIVE: Signs = 1 << 2;
/// Speaks against content.
pub(super) const NEGATIVE: Signs = 1 << 3;
/// Buttons to share the page with.
pub(super) const SHARE: Signs = 1 << 4;
/// The name of the author.
pub(super) const BYLINE: Signs = 1 << 5;
/// The link beside a heading with which a wiki lets its section be changed.
pub(super) const EDIT: Signs = 1 << 6;

const BOTH: Signs = UNLIKELY | NEGATIVE;

/// What the class or id `name` says. Linear in its length.
pub(super) fn signs(name: &[u8]) -> Signs {
    let mut signs = 0;
    for at in 0..name.len() {
        for (part, sign) in parts(name[at].to_ascii_lowercase()) {
            let found = name
                .get(at..at + part.len())
                .is_some_and(|piece| piece.eq_ignore_ascii_case(part.as_bytes()));
            if found && (*sign != SHARE || is_apart(name, at, part.len())) {
                signs |= sign;
            }
        }
    }
    let is_hid = |word: &[u8]| word.eq_ignore_ascii_case(b"hid");
    if name.split(|byte| *byte == b' ').any(is_hid) {
        signs |= NEGATIVE;
    }
    signs
}

/// 1 if `signs` speak for content, -1 if against it, 0 if for both or neither.
pub(super) fn weight(signs: Signs) -> i8 {
    i8::from(signs & POSITIVE != 0) - i8::from(signs & NEGATIVE != 0)
}

/// Whether the part is a word of its own or reads `sharedaddy`.
fn is_apart(name: &[u8], at: usize, length: usize) -> bool {
    let rest = &name[at + length..];
    let rest = match rest.get(..5) {
        Some(tail) if tail.eq_ignore_ascii_case(b"daddy") => &rest[5..],
        _ => rest,
    };
    let parted =
        |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    parted(name[..at].last()) && parted(rest.first())
}

/// The patterns that begin with `letter`.
fn parts(letter: u8) -> &'static [Part] {
    match letter {
        b'a'..=b'z' => PARTS[usize::from(letter - b'a')],
        b'-' => &[("-ad-", BOTH)],
        _ => &[],
    }
}

type Part = (&'static str, Signs);

/// The patterns by their first letter, from `a` to `z`.
static PARTS: [&[Part]; 26] = [
    &[
        ("article", MAYBE | POSITIVE),
        ("and", MAYBE),
        ("author", BYLINE),
        ("ad-break", UNLIKELY),
        ("agegate", UNLIKELY),
        ("ai2html", UNLIKELY),
    ],
    &[
        ("body", MAYBE | POSITIVE),
        ("blog", POSITIVE),
        ("byline", BYLINE),
        ("banner", BOTH),
        ("breadcrumbs", UNLIKELY),
    ],
    &[
        ("content", MAYBE | POSITIVE),
        ("column", MAYBE),
        ("comment", BOTH),
        ("combx", BOTH),
        ("com-", NEGATIVE),
        ("community", UNLIKELY),
        ("contact", NEGATIVE),
        ("cookie-", UNLIKELY),
        ("cover-wrap", UNLIKELY),
    ],
    &[("disqus", UNLIKELY), ("dateline", BYLINE)],
    &[("entry", POSITIVE), ("extra", UNLIKELY), ("editsection", EDIT)],
    &[("footer", BOTH)],
    &[("gdpr", BOTH)],
    &[("h-entry", POSITIVE), ("header", UNLIKELY), ("hidden", NEGATIVE)],
    &[],
    &[],
    &[],
    &[("legends", UNLIKELY)],
    &[
        ("main", MAYBE | POSITIVE),
        ("menu", UNLIKELY),
        ("media", NEGATIVE),
        ("meta", NEGATIVE),
        ("masthead", NEGATIVE),
    ],
    &[("newsletter", UNLIKELY)],
    &[("outbrain", NEGATIVE)],
    &[
        ("post", POSITIVE),
        ("page", POSITIVE),
        ("pagination", UNLIKELY | POSITIVE),
        ("pager", UNLIKELY),
        ("popup", UNLIKELY),
        ("promo", NEGATIVE),
    ],
    &[],
    &[("related", BOTH), ("remark", UNLIKELY), ("replies", UNLIKELY), ("rss", UNLIKELY)],
    &[
        ("story", POSITIVE),
        ("shadow", MAYBE),
        ("sidebar", BOTH),
        ("social", UNLIKELY),
        ("share", NEGATIVE),
        ("share", SHARE),
        ("sponsor", BOTH),
        ("scroll", NEGATIVE),
        ("shoutbox", BOTH),
        ("shopping", NEGATIVE),
        ("skyscraper", BOTH),
        ("supplemental", UNLIKELY),
    ],
    &[("text", POSITIVE), ("tags", NEGATIVE)],
    &[],
    &[],
    &[("widget", NEGATIVE), ("writtenby", BYLINE)],
    &[],
    &[("yom-remote", UNLIKELY)],
    &[],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_within_longer_ones_in_any_case() {
        assert_eq!(signs(b"SiteFooter-wrap"), BOTH);
        assert_eq!(signs(b"plain quiet"), 0);
        assert_eq!(signs(b"header main-header"), UNLIKELY | MAYBE | POSITIVE);
        assert_eq!(signs(b"box hid"), NEGATIVE);
        assert_eq!(signs(b"hide"), 0);
    }

    #[test]
    fn share_stands_apart() {
        assert_eq!(signs(b"page_share") & SHARE, SHARE);
        assert_eq!(signs(b"sharedaddy") & SHARE, SHARE);
        assert_eq!(signs(b"shareholders"), NEGATIVE);
    }
}

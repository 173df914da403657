//! Marks without another use: `。`, `！`, `।`, `؟`, `۔`.

use super::around::{After, Context, NEAR, last_word, near_end, token_before, word};
use super::chars;
use super::citations;

/// Whether a mark without another use ends a sentence: it does, unless a closing quote goes
/// on into the clause that reports it, or the mark stands inside a number or a name.
pub(super) fn ends_after_full(context: &Context<'_>, after: &After<'_>) -> bool {
    let next = after.rest.chars().next();
    if citations::is_number(context.block[context.start..context.from].trim()) {
        return false;
    }
    if after.gap {
        return after.begin != chars::Begin::Lower && !is_urdu_initial(context, after);
    }
    if after.closed && !after.quoted && next.is_some_and(chars::is_hiragana) {
        return false;
    }
    if is_attached(context, after) {
        return false;
    }
    let before = context.block[..context.from].chars().next_back();
    let inside_number =
        before.is_some_and(char::is_numeric) && after.begin == chars::Begin::Digit;
    let continues = next.is_some_and(|c| "、，,；：".contains(c));
    let is_title = context.block[..after.end].ends_with(['》', '〉']);
    let is_inside =
        if after.closed { is_title } else { begins_with_particle(after.rest) };
    !inside_number && !continues && !is_inside && !is_in_brackets(context, after)
}

/// Whether a particle stands right behind a quotation, as Japanese and Korean have it:
/// `「行く?」と`, `“가자!”라고`.
pub(super) fn is_attached(context: &Context<'_>, after: &After<'_>) -> bool {
    let next = after.rest.chars().next();
    let is_hangul = |c| matches!(c, '\u{ac00}'..='\u{d7a3}');
    let is_corner = context.block[..after.end].ends_with(['」', '』']);
    after.closed
        && !after.quoted
        && next.is_some_and(|c| is_hangul(c) || is_corner && chars::is_hiragana(c))
}

/// Whether `text` begins with a Japanese particle that no sentence begins with: `を`, or
/// another right before a word in kanji or katakana, as behind names with a mark.
fn begins_with_particle(text: &str) -> bool {
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let is_word = second
        .is_some_and(|c| matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}'));
    match first {
        Some('を') => true,
        Some('は' | 'が') => is_word,
        Some('と') => is_word && !matches!(second, Some('同' | '共')),
        _ => false,
    }
}

/// Whether the mark stands inside a row of initials in Urdu, where it is the full stop:
/// `ایم۔ اے۔ جناح`. One such name alone may be a word.
fn is_urdu_initial(context: &Context<'_>, after: &After<'_>) -> bool {
    if !context.block[context.from..].starts_with('۔') {
        return false;
    }
    let token = token_before(context);
    let before = last_word(token.before()).strip_suffix('۔');
    let next = word(after.rest);
    let is_followed = after.rest[next.len()..].starts_with('۔') && is_urdu_letter(next);
    is_urdu_letter(token.text) && (is_followed || before.is_some_and(is_urdu_letter))
}

/// Whether `word` is the name of a Latin letter in Urdu.
fn is_urdu_letter(word: &str) -> bool {
    matches!(
        word,
        "اے" | "بی"
            | "سی"
            | "ڈی"
            | "ای"
            | "ایف"
            | "جی"
            | "ایچ"
            | "آئی"
            | "جے"
            | "کے"
            | "ایل"
            | "ایم"
            | "این"
            | "او"
            | "پی"
            | "کیو"
            | "آر"
            | "ایس"
            | "ٹی"
            | "یو"
            | "وی"
            | "ڈبلیو"
            | "ایکس"
            | "وائی"
            | "زیڈ"
    )
}

/// Whether a mark stands inside `（…）` or the title `《…》`, which are one piece.
fn is_in_brackets(context: &Context<'_>, after: &After<'_>) -> bool {
    let so_far = &context.block[context.start..after.end];
    let so_far = near_end(so_far, NEAR);
    let ahead = &context.block[after.end..];
    let ahead = &ahead[..ahead.floor_char_boundary(NEAR)];
    [('（', '）'), ('《', '》')].iter().any(|(open, close)| {
        let opened = so_far.rfind(*open).map(|open| &so_far[open..]);
        opened.is_some_and(|remark| !remark.contains(*close)) && ahead.contains(*close)
    })
}

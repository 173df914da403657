//! How a sentence begins: whether what stands behind a mark can be a new one,
//! and whether a sentence leans on the one before it.

use super::around::{After, Context, word};
use super::chars::{self, Begin};
use super::enumerators;
use crate::language::{Language, List};

/// Whether what follows can begin a sentence.
#[inline]
pub(super) fn goes_on_anew(context: &Context<'_>, after: &After<'_>) -> bool {
    match after.begin {
        Begin::Upper | Begin::Digit | Begin::Caseless => true,
        Begin::Lower => {
            context.casual && !after.closed
                || begins_with_name(after.rest)
                || enumerators::is_label(after.rest)
                || begins_with_clitic(context, after.rest)
        }
        Begin::Other => {
            begins_with_ellipsis(after.rest)
                || begins_with_omission(after.rest)
                || !after.rest.starts_with([
                    ',', ';', ':', ')', ']', '}', '…', '.', '!', '?', '&', '=', '№', '/',
                    '¶',
                ])
        }
    }
}

/// Whether `text` begins with a name that is written small: an address, or one
/// with a capital inside (`iPhone`).
fn begins_with_name(text: &str) -> bool {
    let first = word(text);
    let is_address =
        ["http://", "https://", "www."].iter().any(|start| text.starts_with(start));
    let has_capital = first.chars().skip(1).any(char::is_uppercase) && first.len() > 2;
    is_address || has_capital
}

/// Whether `text` begins with dots right before a word: `...and then`.
fn begins_with_ellipsis(text: &str) -> bool {
    let bare = text.strip_prefix("...").or_else(|| text.strip_prefix('…'));
    bare.is_some_and(|bare| bare.starts_with(char::is_alphabetic))
}

/// Whether `text`, behind an opening bracket, is a mark for words left out, and a sentence
/// begins behind it: `[…] The rest`.
fn begins_with_omission(text: &str) -> bool {
    let bare = text.strip_prefix("...").or_else(|| text.strip_prefix('…'));
    let behind = bare.and_then(|bare| bare.strip_prefix([')', ']']));
    let next = behind.and_then(|behind| behind.trim_start().chars().next());
    next.is_some_and(char::is_uppercase)
}

/// Whether `text` is a word cut down to a letter behind its apostrophe, which leaves the
/// capital to the next word, as the spelling of Dutch has it: `'s Avonds`, `'t Is`.
fn begins_with_clitic(context: &Context<'_>, text: &str) -> bool {
    let before = context.block.len().checked_sub(text.len());
    let is_cut =
        before.is_some_and(|end| context.block[..end].ends_with(['’', '\'', '‘']));
    let mut chars = text.chars();
    is_cut
        && chars.next().is_some_and(|c| matches!(c, 'k' | 'm' | 'n' | 's' | 't'))
        && chars.next() == Some(' ')
        && chars.next().is_some_and(char::is_uppercase)
}

/// Whether `sentence` begins with a word or two that lean on the one before it.
/// `This` and `In this` do, `This paper` and `In this paper` do not.
pub(crate) fn leans(sentence: &str, language: Language) -> bool {
    let is_before = |c: char| chars::opens(c) || chars::is_dash(c) || c == ' ';
    let is_bare = sentence.starts_with(|c: char| c.is_ascii_alphanumeric());
    let bare = if is_bare { sentence } else { sentence.trim_start_matches(is_before) };
    let first = word(bare);
    let lexicon = language.lexicon();
    let lists = lexicon.lists(first);
    if !lists.has(List::Openers) && !lists.has(List::OpenerPairs) {
        return false;
    }
    let behind = chars::trim_start(&bare[first.len()..]);
    let second = word(behind);
    if lists.has(List::Openers) && !lexicon.lists(second).has(List::TextNames) {
        return true;
    }
    let third = word(chars::trim_start(&behind[second.len()..]));
    lists.has(List::OpenerPairs)
        && lexicon.lists_of_pair(first, second).has(List::Openers)
        && !lexicon.lists(third).has(List::TextNames)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_says_of_itself_leans_on_nothing() {
        let leans = |sentence| leans(sentence, Language::from_code("en").unwrap());
        for sentence in ["This is new.", "“However, it rained.", "In this, he failed."]
        {
            assert!(leans(sentence), "{sentence}");
        }
        for sentence in ["This paper is new.", "In this study we ask why.", "Rain fell."]
        {
            assert!(!leans(sentence), "{sentence}");
        }
    }
}

//! Whether a mark ends a sentence: suppressors over one table a language.

use super::abbreviation::{
    is_acronym, is_degree, is_era, is_indic_letter, is_label, is_number, is_time,
    is_unit, is_village, is_whole_word, joined, lacks_vowels, names_time, sets_the_time,
};
use super::around::{
    After, Context, NEAR, Token, after, last_word, near_end, token_before, with_emoji,
    word,
};
use super::chars::{self, Begin, Mark};
use super::citations;
use super::openings::goes_on_anew;
use crate::language::{Language, Lexicon, List, Lists, Lower, Table};

/// The rules of one language.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    table: &'static Table,
    lexicon: &'static Lexicon,
    /// A mark that ends sentences in this language alone.
    own_mark: Option<u8>,
}

impl Rules {
    /// The rules of `language`.
    pub fn of(language: Language) -> Self {
        let own_mark = match language.code() {
            "el" => Some(b';'),
            "hy" => Some(b':'),
            _ => None,
        };
        Rules { table: language.table(), lexicon: language.lexicon(), own_mark }
    }

    /// The byte that ends sentences in this language alone, as the Greek
    /// question mark `;` and the Armenian stop, often typed as `:`, do.
    pub fn own_mark(self) -> Option<u8> {
        self.own_mark
    }

    /// Where the sentence ends, with its closing marks, if it ends here.
    pub fn end_of_sentence(self, context: &Context<'_>) -> Option<usize> {
        if context.behind == context.block.len() {
            return Some(context.behind);
        }
        let after = after(context);
        if after.rest.is_empty() && context.block[after.end..].trim_start().is_empty() {
            return Some(context.block.len());
        }
        let ends = match context.mark {
            Mark::Full => ends_after_full(context, &after),
            _ if !after.gap => self.ends_without_gap(context, &after),
            Mark::Ellipsis => self.ends_after_ellipsis(context, &after),
            Mark::Ask => goes_on_anew(context, &after),
            Mark::Stop => self.ends_after_stop(context, &after),
        };
        ends.then(|| with_emoji(context.block, after.end))
    }

    /// A mark right before a letter: a missing space, or the inside of a name,
    /// a number or an address.
    fn ends_without_gap(self, context: &Context<'_>, after: &After<'_>) -> bool {
        if after.begin == Begin::Caseless {
            return context.mark != Mark::Stop;
        }
        if context.block[..context.from].ends_with(char::is_whitespace) {
            return false;
        }
        let token = token_before(context).text;
        if after.begin != Begin::Upper || token.contains(['@', '/', '_']) {
            return false;
        }
        let next = word(after.rest);
        let behind = &after.rest[next.len()..];
        let is_word = |word: &str| {
            word.chars().skip(1).all(char::is_lowercase) && word.chars().count() > 1
        };
        let before = token.trim_end_matches(|c: char| "%)]”\"’".contains(c));
        let lists = self.lexicon.lists(next);
        let begins_sentence = starts(next, lists) || lists.has(List::Titles);
        let is_before = before.chars().count() > 2 && is_word(before)
            || before.ends_with(|c: char| c.is_ascii_digit())
                && (before.len() < token.len() || begins_sentence);
        let is_part = behind.starts_with(['(', '/', '@', '_'])
            || behind.starts_with('.') && !lists.has(List::Titles);
        let is_next =
            is_word(next) || lists.has(List::Frequent) && behind.starts_with(' ');
        is_before && is_next && !is_part
    }

    fn ends_after_stop(self, context: &Context<'_>, after: &After<'_>) -> bool {
        let token = token_before(context);
        let is_slip =
            after.begin == Begin::Lower && !after.closed && is_whole_word(token.text);
        if !goes_on_anew(context, after) && !is_slip {
            return false;
        }
        let is_small = is_small_word(token.text);
        let lists = self.lists_of(token.text, is_small);
        // Most sentences end with a small word that no list knows.
        if is_small && lists.is_empty() && !is_unit(token) {
            return !lacks_vowels(token.text) || self.begins_anew(token, after);
        }
        let is_capital = is_capital(token.text);
        if citations::goes_on(token, after.rest, self.table.noun_capitals) {
            return false;
        }
        let takes_number = lists.has(List::BeforeNumbers)
            || token.text.ends_with(['°', 'º'])
            || is_capital && lists.has(List::EnglishBeforeNumbers);
        if takes_number && (after.begin == Begin::Digit || is_label(after.rest)) {
            return false;
        }
        if after.begin == Begin::Digit && lists.has(List::Months) {
            return false;
        }
        if is_number(token.text.trim_start_matches('-')) {
            return self.ends_after_number(token, after);
        }
        let ends_list = lists.has(List::EnumerationEnds)
            || joined(token).is_some_and(|joined| {
                self.lexicon.lists(&joined).has(List::EnumerationEnds)
            });
        let is_unit = is_unit(token);
        if ends_list || is_unit && !takes_number && self.is_new(after) {
            return after.begin != Begin::Digit;
        }
        if lists.has(List::Titles) || is_capital && lists.has(List::EnglishTitles) {
            return false;
        }
        let mut letters = token.text.chars();
        let lone = letters.next().filter(|_| letters.next().is_none());
        let is_letter = lone.is_some_and(char::is_alphabetic);
        if is_letter && self.is_pronoun(token) {
            return true;
        }
        let is_word = || {
            (lists.has(List::Frequent) || lists.has(List::SmallWords))
                && !token.text.chars().any(char::is_uppercase)
                && !is_village(token)
        };
        let is_abbreviated = lists.has(List::Abbreviations)
            || takes_number && is_unit
            || is_acronym(token.text)
            || is_indic_letter(token.text)
            || is_letter && !is_word()
            || lacks_vowels(token.text);
        !is_abbreviated || self.begins_anew(token, after)
    }

    /// The lists of the word before a stop, and of its last part: `-etc`. A small word
    /// has no parts.
    fn lists_of(self, token: &str, is_small: bool) -> Lists {
        let whole = self.lexicon.lists(token);
        if is_small {
            return whole;
        }
        match token.rfind(['-', '’', '\'']) {
            Some(at) => whole.and(
                self.lexicon.lists(token[at..].trim_start_matches(['-', '’', '\''])),
            ),
            None => whole,
        }
    }

    /// An ellipsis ends a sentence before a capital, unless it stands for words
    /// left out (`[...]`) or a pause before `I`.
    fn ends_after_ellipsis(self, context: &Context<'_>, after: &After<'_>) -> bool {
        let left_out = context.block[..context.from].ends_with(['[', '(']);
        let is_pause =
            self.table.code == "en" && word(after.rest) == "I" && !context.casual;
        goes_on_anew(context, after)
            && after.begin != Begin::Lower
            && !left_out
            && !is_pause
    }

    /// Whether a single `I` is the English pronoun and no initial: a small
    /// word stands before it.
    fn is_pronoun(self, token: Token<'_>) -> bool {
        token.text == "I"
            && self.table.code == "en"
            && last_word(token.before()).starts_with(char::is_lowercase)
    }

    /// After an abbreviation: whether the next word shows a new sentence.
    fn begins_anew(self, token: Token<'_>, after: &After<'_>) -> bool {
        let next = word(after.rest);
        let starts = || starts(next, self.lexicon.lists(next));
        let Some(lower) = Lower::of(token.text) else { return true };
        let lower = lower.as_str();
        let is_initial =
            next.chars().count() == 1 && after.rest[next.len()..].starts_with('.');
        let is_long =
            token.before().len() > 64 || token.before().split_whitespace().count() >= 2;
        if is_initial
            || !is_long
            || !matches!(after.begin, Begin::Upper | Begin::Caseless)
        {
            return false;
        }
        if is_time(lower) {
            return starts() || !names_time(next) && !sets_the_time(token.before());
        }
        let is_after_article = matches!(
            last_word(token.before()),
            "a" | "an" | "her" | "his" | "my" | "the" | "their"
        );
        let is_last = is_era(lower)
            && !sets_the_time(token.before())
            && last_word(token.before()).ends_with(|c: char| c.is_ascii_digit())
            || is_degree(lower) && (is_after_article || lower.len() > 3);
        is_last || after.quoted && !after.closed || starts()
    }

    /// A number with a stop: a list mark, an ordinal, or the end.
    fn ends_after_number(self, number: Token<'_>, after: &After<'_>) -> bool {
        if number.before().is_empty() || self.is_label_word(number.before()) {
            return false;
        }
        if !self.table.ordinal_stop {
            return true;
        }
        let next = word(after.rest);
        let lists = self.lexicon.lists(next);
        let is_figure = number.text.starts_with(|c: char| c.is_ascii_digit());
        // Where nouns have no capitals, one behind a figure begins a sentence.
        let begins =
            is_figure && after.begin == Begin::Upper && !self.table.noun_capitals;
        let is_ordinal = lists.has(List::Months)
            || !begins && (number.text.len() <= 2 || !is_figure) && !starts(next, lists);
        !is_ordinal
    }

    /// Whether a capital behind a unit shows a new sentence.
    fn is_new(self, after: &After<'_>) -> bool {
        after.begin == Begin::Upper
            && !self.table.noun_capitals
            && !self.is_currency(after.rest)
    }

    /// Whether `text` begins with a currency behind a number in words: `85 tis. Kč`.
    fn is_currency(self, text: &str) -> bool {
        let word = word(text);
        let is_short = word.chars().count() == 2
            || word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        is_short && !starts(word, self.lexicon.lists(word))
    }

    /// Whether `word` is what a sentence's number belongs to: `Table 1. Yields`.
    fn is_label_word(self, word: &str) -> bool {
        const LABELS: [List; 3] = [List::Captions, List::Divisions, List::BeforeNumbers];
        self.lexicon.lists(word.trim_end_matches('.')).has_any(&LABELS)
    }
}

/// Whether a word with these lists begins sentences.
fn starts(word: &str, lists: Lists) -> bool {
    lists.has(List::Starters) || is_capital(word) && lists.has(List::EnglishStarters)
}

/// Whether `token` is two or more small letters of ASCII.
fn is_small_word(token: &str) -> bool {
    token.len() > 1 && token.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether `word` begins with a capital as English words have.
fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// A mark without another use ends a sentence, unless a closing quote goes on
/// into the clause that reports it, or the mark stands inside a number.
fn ends_after_full(context: &Context<'_>, after: &After<'_>) -> bool {
    let next = after.rest.chars().next();
    if citations::is_number(context.block[context.start..context.from].trim()) {
        return false;
    }
    if after.gap {
        return after.begin != Begin::Lower;
    }
    if after.closed && next.is_some_and(chars::is_hiragana) {
        return false;
    }
    let before = context.block[..context.from].chars().next_back();
    let inside_number =
        before.is_some_and(char::is_numeric) && after.begin == Begin::Digit;
    let continues = next.is_some_and(|c| "、，,；：".contains(c));
    !inside_number && !continues && !is_in_brackets(context, after)
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

#[cfg(test)]
mod tests {
    use crate::document::Span;
    use crate::language::Language;

    fn split<'a>(code: &str, text: &'a str) -> Vec<&'a str> {
        let mut sentences = Vec::new();
        let language = Language::from_code(code).unwrap();
        super::super::sentences::split(
            text,
            Span::new(0..text.len()),
            language,
            &mut |span| {
                sentences.push(span.of(text));
            },
        );
        sentences
    }

    /// Checks that `|` marks the only boundaries of the text.
    fn check(code: &str, marked: &str) {
        let expected: Vec<_> = marked.split('|').map(str::trim).collect();
        assert_eq!(split(code, &marked.replace('|', "")), expected);
    }

    #[test]
    fn titles_and_initials_hold_names_together() {
        check("en", "Air Force Maj. Gen. Lee Brand said so. |He left.");
        check("en", "Secretary Noel J. Hart III met the team. |He left.");
        check("en", "Dr. A. B. Roe and Prof. Mae Berg agreed.");
    }

    #[test]
    fn an_abbreviation_ends_a_sentence_only_before_a_starter() {
        check("en", "They left the U.S. |The talks ended in the U.S. Navy yard.");
        check("en", "He works at Acme Inc. |She does not, Acme Inc. said.");
        check("en", "It opens at 9 a.m. daily. |It shuts at 6 p.m. |Then we go.");
    }

    #[test]
    fn numbers_and_addresses_are_never_cut() {
        check(
            "en",
            "Version v1.2.3 costs 3.50 at www.x.org. |See No. 5 and Fig. 2, p. 7.",
        );
        check("en", "Growth was 3.5%.|Prices fell.");
    }

    #[test]
    fn quotations_are_split_inside_and_keep_their_marks() {
        check("en", "“Is it late?” she asked. |“Yes.”");
        check("en", "He said, “It is late. |We go.” |Then he left.");
        check("en", "(See Fig. 3.) |Next point.");
        check("fr", "« Oui ? » dit-il. |M. Roux sortit.");
    }

    #[test]
    fn ellipses_end_a_sentence_only_before_a_capital() {
        check("en", "Wait… what? |He stopped… |Then he ran. . . and fell.");
        check("en", "Call it with [ file ... ] or { a, b, ... }. |Then wait.");
    }

    #[test]
    fn notes_and_pictures_belong_to_the_sentence_before() {
        check("en", "It rose.[3] |Then it fell.¹ |Great day! 😀 |See you.");
    }

    #[test]
    fn ordinals_do_not_end_sentences() {
        check(
            "de",
            "Am 12. Juni kam die 5. Auflage. |Nr. 7 fehlt, z. B. wegen Dr. Roth.",
        );
    }

    #[test]
    fn scripts_without_spaces_or_cases() {
        check("zh", "他说：“走。”|然后离开。|真的吗？！|好。");
        check("ja", "「行く。」と言った。|彼は去った。");
        check("hi", "यह घर है। |वह गया।");
        check("ar", "هل هذا بيت؟ |نعم.");
    }
}

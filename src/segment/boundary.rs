//! Whether a mark ends a sentence: suppressors over one table a language.

use super::abbreviation::{
    is_acronym, is_degree, is_indic_letter, is_label, is_number, is_unit, is_village,
    is_whole_word, joined, lacks_vowels,
};
use super::around::{
    After, Context, NEAR, Token, after, last_word, token_before, with_emoji, word,
};
use super::casual::{is_chat, is_shout};
use super::chars::{Begin, Mark};
use super::citations;
use super::frames;
use super::full::{ends_after_full, is_attached};
use super::openings::goes_on_anew;
use super::times::{is_dated, is_dating, is_era, is_time, names_time, sets_the_time};
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
        if after.closed
            && (after.begin == Begin::Caseless || !after.gap)
            && frames::reports(context, &after)
        {
            return None;
        }
        let ends = match context.mark {
            Mark::Full => ends_after_full(context, &after),
            _ if !after.gap => self.ends_without_gap(context, &after),
            Mark::Ellipsis => self.ends_after_ellipsis(context, &after),
            Mark::Ask => {
                goes_on_anew(context, &after)
                    || is_shout(context, &after)
                    || self.is_chat(context, &after)
            }
            Mark::Stop => self.ends_after_stop(context, &after),
        };
        ends.then(|| with_emoji(context.block, after.end))
    }

    /// A mark right before a letter: a missing space, or the inside of a name,
    /// a number or an address.
    fn ends_without_gap(self, context: &Context<'_>, after: &After<'_>) -> bool {
        if after.begin == Begin::Caseless {
            return context.mark != Mark::Stop && !is_attached(context, after);
        }
        if context.block[..context.from].ends_with(char::is_whitespace) {
            return false;
        }
        let token = token_before(context).text;
        if after.begin != Begin::Upper || token.contains(['@', '/', '_']) {
            return false;
        }
        // A hyphen joins: `Dipl.-Ing.`
        let joined = context.block[after.end..].strip_prefix('-');
        if joined.is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
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
        let is_next = is_word(next)
            || (lists.has(List::Frequent) || is_number(next)) && behind.starts_with(' ');
        is_before && is_next && !is_part
    }

    fn ends_after_stop(self, context: &Context<'_>, after: &After<'_>) -> bool {
        let token = token_before(context);
        let is_slip =
            after.begin == Begin::Lower && !after.closed && is_whole_word(token.text);
        let is_small = is_small_word(token.text);
        let is_chat = || {
            is_small
                && self.lexicon.lists(token.text).is_empty()
                && self.is_chat(context, after)
        };
        if !goes_on_anew(context, after) && !is_slip && !is_chat() {
            return false;
        }
        let lists = self.lists_of(token.text, is_small);
        // Most sentences end with a small word that no list knows.
        if is_small && lists.is_empty() && !is_unit(token) {
            return !lacks_vowels(token.text) || self.begins_anew(token, after);
        }
        let is_inside = citations::goes_on(token, after.rest, self.table.noun_capitals)
            || self.own_mark == Some(b':') && is_middle_stop(context, after)
            || self.is_first_part(token, after);
        let is_name = !lists.is_empty() && self.is_all_capitals(token.text, after);
        !is_inside && (is_name || self.ends_after_word(token, lists, after))
    }

    /// A stop behind a word of these lists, or one of an unusual form.
    fn ends_after_word(self, token: Token<'_>, lists: Lists, after: &After<'_>) -> bool {
        let is_capital = is_capital(token.text);
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
        if is_unit && is_dating(token) {
            return starts(word(after.rest), self.lexicon.lists(word(after.rest)));
        }
        // An English title has a capital: `20 ms`, `412 bp`.
        let is_title = lists.has(List::Titles) && self.table.code != "en";
        let is_counted = is_unit && !is_title && (!takes_number || token.text.len() > 2);
        if ends_list || is_counted && self.is_new(after) {
            return after.begin != Begin::Digit;
        }
        if self.is_street(token) {
            return self.begins_anew(token, after);
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
        // Compounds and words with a conjunction before them: `Goethestr`, `وج`.
        let tail = match self.table.code {
            "de" | "nl" if token.ends_with("str") => Some("str"),
            "ar" if whole.is_empty() => token.strip_prefix('و'),
            _ => None,
        };
        if let Some(tail) = tail {
            return whole.and(self.lexicon.lists(tail));
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
        let joined = joined(token);
        let whole = joined.as_deref().unwrap_or(token.text);
        let Some(lower) = Lower::of(whole) else { return true };
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
        // A word of a script without cases may go on behind any abbreviation.
        if after.begin == Begin::Caseless && !lower.is_ascii() && is_acronym(lower) {
            return false;
        }
        let is_last = is_era(lower)
            && after.begin == Begin::Upper
            && !sets_the_time(token.before())
            && is_dated(token.before())
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
        // What is counted after a word is no ordinal: `auf S. 12.`
        let label = last_word(number.before()).strip_suffix('.');
        if label.is_some_and(|label| self.lexicon.lists(label).has(List::BeforeNumbers)) {
            return after.begin == Begin::Upper;
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

    /// Whether the word behind the stop is the next part of the same abbreviation: `a. C.`,
    /// `EE. UU.`, `po. Kr.`
    fn is_first_part(self, token: Token<'_>, after: &After<'_>) -> bool {
        let is_short = |part: &str| part.len() <= 6 && part.chars().count() <= 3;
        let may_follow = || after.rest.bytes().take(7).any(|byte| byte == b'.');
        is_short(token.text) && may_follow() && {
            let next = word(after.rest);
            let stands = is_short(next) && after.rest[next.len()..].starts_with('.');
            let lists = || self.lexicon.lists(&format!("{}.{next}", token.text));
            stands && lists().has_any(&[List::Titles, List::Abbreviations])
        }
    }

    /// Whether a word in capitals, which a list knows in small letters, is none of that list:
    /// a new sentence begins behind it, and not in capitals (`pelo PT. O partido`).
    fn is_all_capitals(self, token: &str, after: &After<'_>) -> bool {
        let shouts = |word: &str| word.chars().all(char::is_uppercase);
        shouts(token) && token.chars().nth(1).is_some() && {
            let next = word(after.rest);
            starts(next, self.lexicon.lists(next))
                && (next.chars().nth(1).is_none() || !shouts(next))
        }
    }

    /// Whether `St` behind a name is a street and no saint: `at 5 Main St.`
    fn is_street(self, token: Token<'_>) -> bool {
        token.text == "St" && self.table.code == "en" && {
            let name = last_word(token.before());
            name.len() > 2 && name.starts_with(|c: char| c.is_ascii_uppercase())
        }
    }

    /// Whether a writer of English goes on without capitals.
    fn is_chat(self, context: &Context<'_>, after: &After<'_>) -> bool {
        self.table.code == "en" && is_chat(context, after)
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

/// Whether the Armenian stop stands further on, so that this one is the middle stop, which
/// is weaker than that.
fn is_middle_stop(context: &Context<'_>, after: &After<'_>) -> bool {
    let ahead = &context.block[after.end..];
    let ahead = &ahead[..ahead.floor_char_boundary(NEAR)];
    ahead.contains('։') || ahead.contains(": ") || ahead.ends_with(':')
}

/// Whether `token` is two or more small letters of ASCII.
fn is_small_word(token: &str) -> bool {
    token.len() > 1 && token.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether `word` begins with a capital as English words have.
fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}

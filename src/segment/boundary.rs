//! Whether a mark ends a sentence: suppressors over one table a language.

use super::around::{After, Context, Lower, after, token_before, with_emoji, word};
use super::chars::{self, Begin, Mark};
use crate::language::table::has;
use crate::language::{Language, Table};

/// The rules of one language.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    table: &'static Table,
    is_greek: bool,
}

impl Rules {
    /// The rules of `language`.
    pub fn of(language: Language) -> Self {
        Rules { table: language.table(), is_greek: language.code() == "el" }
    }

    /// Whether a semicolon is a question mark.
    pub fn semicolon_asks(self) -> bool {
        self.is_greek
    }

    /// Where the sentence ends, with its closing marks, if it ends here.
    pub fn end_of_sentence(self, context: &Context<'_>) -> Option<usize> {
        let after = after(context);
        if context.block[after.end..].trim_start().is_empty() {
            return Some(context.block.len());
        }
        let ends = match context.mark {
            Mark::Full => ends_after_full(context, &after),
            _ if !after.gap => ends_without_gap(context, &after),
            Mark::Ask | Mark::Ellipsis => goes_on_anew(&after),
            Mark::Stop => self.ends_after_stop(context, &after),
        };
        ends.then(|| with_emoji(context.block, after.end))
    }

    fn ends_after_stop(self, context: &Context<'_>, after: &After<'_>) -> bool {
        if !goes_on_anew(after) {
            return false;
        }
        let token = token_before(context);
        let Some(lower) = Lower::of(token) else { return true };
        let lower = lower.as_str();
        let part = lower.rsplit(['-', '’', '\'']).next().unwrap_or(lower);
        let listed = |list| has(list, lower) || has(list, part);
        let takes_number = listed(self.table.before_numbers);
        if takes_number && (after.begin == Begin::Digit || is_label(after.rest)) {
            return false;
        }
        if is_number(token) {
            return self.ends_after_number(context, token, after);
        }
        let ends_list =
            ends_enumeration(lower) || ends_enumeration(&joined(context, token));
        let is_unit = is_unit(context, token);
        let is_new =
            after.begin == Begin::Upper && !takes_number && !self.table.noun_capitals;
        if ends_list || is_unit && is_new {
            return after.begin != Begin::Digit;
        }
        if listed(self.table.titles) {
            return false;
        }
        let is_word = token == lower
            && (listed(self.table.frequent) || listed(self.table.small_words));
        let mut letters = token.chars();
        let is_letter =
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        let is_abbreviated = listed(self.table.abbreviations)
            || takes_number && is_unit
            || is_acronym(lower)
            || is_letter && !is_word
            || lacks_vowels(token);
        !is_abbreviated || self.begins_anew(context, after)
    }

    /// After an abbreviation: whether the next word shows a new sentence.
    fn begins_anew(self, context: &Context<'_>, after: &After<'_>) -> bool {
        let next = word(after.rest);
        let is_initial =
            next.chars().count() == 1 && after.rest[next.len()..].starts_with('.');
        if is_initial || !matches!(after.begin, Begin::Upper | Begin::Caseless) {
            return false;
        }
        let before = &context.block[context.start..context.from];
        let is_long = before.len() > 64 || before.split_whitespace().count() >= 3;
        let starts = |word: &str| {
            Lower::of(word).is_some_and(|word| {
                has(self.table.starters, word.as_str())
                    || has(self.table.titles, word.as_str()) && is_time(before)
            })
        };
        is_long && (after.opened && !after.closed || starts(next))
    }

    /// A number with a stop: a list mark, an ordinal, or the end.
    fn ends_after_number(
        self,
        context: &Context<'_>,
        number: &str,
        after: &After<'_>,
    ) -> bool {
        let before = context.block[context.start..context.from].trim_start();
        let before = before[..before.len() - number.len()].trim();
        if before.is_empty() || self.is_label_word(before) {
            return false;
        }
        if !self.table.ordinal_stop {
            return true;
        }
        let next = Lower::of(word(after.rest));
        let is_next =
            |list: &[&str]| next.as_ref().is_some_and(|next| has(list, next.as_str()));
        if is_next(self.table.months) {
            return false;
        }
        number.len() > 2 || is_next(self.table.starters)
    }

    /// Whether `word` is what a sentence's number belongs to: `Table 1. Yields`.
    fn is_label_word(self, word: &str) -> bool {
        let Table { captions, divisions, before_numbers, .. } = self.table;
        let lower = Lower::of(word.trim_end_matches('.'));
        lower.is_some_and(|lower| {
            [captions, divisions, before_numbers]
                .iter()
                .any(|list| has(list, lower.as_str()))
        })
    }
}

/// A mark right before a letter: a missing space, or the inside of a name,
/// a number or an address.
fn ends_without_gap(context: &Context<'_>, after: &After<'_>) -> bool {
    if after.begin == Begin::Caseless {
        return context.mark != Mark::Stop;
    }
    if after.begin != Begin::Upper {
        return false;
    }
    let token = token_before(context);
    let next = word(after.rest);
    let is_word = |word: &str| word.chars().skip(1).all(char::is_lowercase);
    let before = token.trim_end_matches(|c: char| "%)]”\"’".contains(c));
    let is_before = before.chars().count() > 2 && is_word(before)
        || before.ends_with(|c: char| c.is_ascii_digit()) && before.len() < token.len();
    is_before
        && next.chars().count() > 1
        && is_word(next)
        && !after.rest[next.len()..].starts_with(['(', '.', '/'])
}

/// A short word of consonants alone is an abbreviation that no table knows.
fn lacks_vowels(token: &str) -> bool {
    let is_capitals = token.chars().all(char::is_uppercase);
    token.len() <= 5
        && !is_capitals
        && token.chars().all(|c| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(c))
}

/// Whether `sentence` begins with a word or two that lean on the one before it.
pub(crate) fn leans(sentence: &str, language: Language) -> bool {
    let openers = language.table().openers;
    let bare =
        sentence.trim_start_matches(|c| chars::opens(c) || chars::is_dash(c) || c == ' ');
    let first = word(bare);
    let Some(lower) = Lower::of(first) else { return false };
    if has(openers, lower.as_str()) {
        return true;
    }
    let second = word(bare[first.len()..].trim_start());
    Lower::of(&format!("{first} {second}"))
        .is_some_and(|pair| has(openers, pair.as_str()))
}

/// A mark without another use ends a sentence, unless a closing quote goes on
/// into the clause that reports it, or the mark stands inside a number.
fn ends_after_full(context: &Context<'_>, after: &After<'_>) -> bool {
    let next = after.rest.chars().next();
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
    !inside_number && !continues
}

/// Whether what follows can begin a sentence.
fn goes_on_anew(after: &After<'_>) -> bool {
    match after.begin {
        Begin::Upper | Begin::Digit | Begin::Caseless => true,
        Begin::Lower => false,
        Begin::Other => {
            !after.rest.starts_with([',', ';', ':', ')', '…', '.', '!', '?', '&', '='])
        }
    }
}

/// `U.S`, `a.m`, `Ph.D`: short parts between stops.
fn is_acronym(lower: &str) -> bool {
    lower.contains('.')
        && lower.split('.').all(|part| {
            (1..=2).contains(&part.chars().count())
                && part.chars().all(char::is_alphabetic)
        })
}

/// Whether a short small word is a unit behind a number: `800 g`, `40 мин`.
fn is_unit(context: &Context<'_>, token: &str) -> bool {
    let before = context.block[context.start..context.from - token.len()].trim_end();
    (1..=5).contains(&token.chars().count())
        && !token.contains('.')
        && !token.chars().any(char::is_uppercase)
        && before.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether `lower` is what enumerations end with, and so do sentences.
fn ends_enumeration(lower: &str) -> bool {
    const ENDS: &[&str] = &[
        "apod", "atd", "ecc", "enz", "etc", "itd", "itp", "jne", "osv", "stb", "usw",
        "vb", "κ.λπ", "κλπ", "κτλ", "т.д", "т.п",
    ];
    has(ENDS, lower)
}

/// A single letter with the one before it, as in `т. д.`: `т.д`.
fn joined(context: &Context<'_>, letter: &str) -> String {
    let before = context.block[context.start..context.from].trim_end();
    let before = &before[..before.len().saturating_sub(letter.len())];
    let first =
        before.trim_end().strip_suffix('.').and_then(|before| before.chars().next_back());
    match first {
        Some(first) if letter.chars().count() == 1 => format!("{first}.{letter}"),
        _ => String::new(),
    }
}

fn is_number(token: &str) -> bool {
    let is_roman = |token: &str| {
        token.len() <= 5 && token.bytes().all(|byte| b"IVXLC".contains(&byte))
    };
    !token.is_empty()
        && (token.bytes().all(|byte| byte.is_ascii_digit())
            || token.len() > 1 && is_roman(token))
}

/// Whether `text` begins with a number's stand-in: a roman numeral or a letter.
fn is_label(text: &str) -> bool {
    let word = word(text);
    if word == "I" && text[1..].starts_with([' ', '’', '\'']) {
        return false;
    }
    word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        || word.len() <= 5
            && !word.is_empty()
            && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Whether `text` ends in a time of day (`6 P.M`).
fn is_time(text: &str) -> bool {
    let tail = text.as_bytes();
    let tail = &tail[tail.len().saturating_sub(3)..];
    tail.eq_ignore_ascii_case(b"a.m") || tail.eq_ignore_ascii_case(b"p.m")
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

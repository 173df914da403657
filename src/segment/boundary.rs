//! Whether a mark ends a sentence: suppressors over one table a language.

use super::chars::{self, Begin, Mark, begin};
use crate::language::table::has;
use crate::language::{Language, Table};

/// No more than this is looked at before a mark, in bytes: no abbreviation is longer.
const LONGEST_TOKEN: usize = 64;

/// A mark and its surroundings.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The block that holds the sentence; nothing beyond it counts.
    pub block: &'a str,
    /// Where the open sentence begins.
    pub start: usize,
    /// What the run of marks is.
    pub mark: Mark,
    /// Where the run of marks begins.
    pub from: usize,
    /// Where it ends.
    pub behind: usize,
}

/// The rules of one language.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    table: &'static Table,
    is_greek: bool,
}

/// What stands behind the marks and their closing quotes.
struct After<'a> {
    /// Where the closing marks end.
    end: usize,
    /// Whether there were closing marks.
    closed: bool,
    /// Whether white space follows.
    gap: bool,
    /// What follows the white space, without opening marks.
    rest: &'a str,
    /// Whether an opening mark stands before it.
    opened: bool,
    /// How it begins.
    begin: Begin,
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
            _ if !after.gap => self.ends_without_gap(context, &after),
            Mark::Ask | Mark::Ellipsis => goes_on_anew(&after),
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
        if after.begin != Begin::Upper {
            return false;
        }
        let token = token_before(context);
        let next = word(after.rest);
        let is_word = |word: &str| word.chars().skip(1).all(char::is_lowercase);
        let before = token.trim_end_matches(|c: char| "%)]”\"’".contains(c));
        let is_before = before.chars().count() > 2 && is_word(before)
            || before.ends_with(|c: char| c.is_ascii_digit()) && before.len() < token.len();
        is_before && next.chars().count() > 1 && is_word(next) && !after.rest[next.len()..].starts_with(['(', '.', '/'])
    }

    fn ends_after_stop(self, context: &Context<'_>, after: &After<'_>) -> bool {
        if !goes_on_anew(after) {
            return false;
        }
        let token = token_before(context);
        let Some(lower) = Lower::of(token) else { return true };
        let lower = lower.as_str();
        let part = lower.rsplit(['-', '/', '’', '\'']).next().unwrap_or(lower);
        let listed = |list| has(list, lower) || has(list, part);
        if listed(self.table.titles) {
            return false;
        }
        if listed(self.table.before_numbers) && (after.begin == Begin::Digit || is_label(after.rest)) {
            return false;
        }
        if is_number(token) {
            return self.ends_after_number(context, token, after);
        }
        let letters = lower.chars().filter(|c| c.is_alphabetic()).count();
        let is_abbreviated = listed(self.table.abbreviations)
            || is_acronym(lower)
            || letters == 1 && lower.chars().count() == 1
            || self.lacks_vowels(token);
        !is_abbreviated || self.begins_anew(context, after)
    }

    /// After an abbreviation: whether the next word shows a new sentence.
    fn begins_anew(self, context: &Context<'_>, after: &After<'_>) -> bool {
        let next = word(after.rest);
        let is_initial = next.chars().count() == 1 && after.rest[next.len()..].starts_with('.');
        if is_initial || after.begin != Begin::Upper {
            return after.begin == Begin::Caseless;
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
    fn ends_after_number(self, context: &Context<'_>, number: &str, after: &After<'_>) -> bool {
        let is_first = context.block[context.start..context.from].trim_start().len() == number.len();
        if is_first {
            return false;
        }
        if !self.table.ordinal_stop {
            return true;
        }
        let next = Lower::of(word(after.rest));
        let is_next = |list: &[&str]| next.as_ref().is_some_and(|next| has(list, next.as_str()));
        if is_next(self.table.months) {
            return false;
        }
        number.len() > 2 || is_next(self.table.starters)
    }

    /// A short word of consonants alone is an abbreviation that no table knows.
    fn lacks_vowels(self, token: &str) -> bool {
        let is_capitals = token.chars().all(char::is_uppercase);
        token.len() <= 5
            && !is_capitals
            && token.chars().all(|c| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(c))
    }
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
    let inside_number = before.is_some_and(char::is_numeric) && after.begin == Begin::Digit;
    let continues = next.is_some_and(|c| "、，,；：".contains(c));
    !inside_number && !continues
}

/// Whether what follows can begin a sentence.
fn goes_on_anew(after: &After<'_>) -> bool {
    match after.begin {
        Begin::Upper | Begin::Digit | Begin::Caseless => true,
        Begin::Lower => false,
        Begin::Other => !after.rest.starts_with([',', ';', ':', ')', '…', '.', '!', '?', '&', '=']),
    }
}

/// Looks at what stands behind the marks.
fn after<'a>(context: &Context<'a>) -> After<'a> {
    let block = context.block;
    let mut end = context.behind;
    loop {
        let mut ahead = block[end..].chars();
        let next = ahead.next();
        let then = ahead.next();
        let free = then.is_none_or(|c| !c.is_alphanumeric());
        match next {
            Some(c) if chars::closes(c) && (free || !matches!(c, '"' | '\'' | '’')) => end += c.len_utf8(),
            Some(c) if chars::closes_somewhere(c) && free => end += c.len_utf8(),
            Some(c) if c.is_whitespace() && then == Some('»') => {
                // The French way: a space before the closing mark.
                let behind = end + c.len_utf8() + '»'.len_utf8();
                let spaced = block[behind..].chars().next().is_none_or(|c| !c.is_alphanumeric());
                if !spaced || end > context.behind {
                    break;
                }
                end = behind;
            }
            Some('[') => match note_mark(&block[end..]) {
                Some(length) => end += length,
                None => break,
            },
            Some('¹' | '²' | '³' | '⁰'..='⁹') => end += next.map_or(0, char::len_utf8),
            _ => break,
        }
    }
    let rest = block[end..].trim_start();
    let gap = rest.len() < block.len() - end;
    let bare = rest.trim_start_matches(|c| chars::opens(c) || chars::is_dash(c) || c.is_whitespace());
    After {
        end,
        closed: end > context.behind,
        gap,
        opened: rest.starts_with(chars::opens),
        rest: bare,
        begin: bare.chars().next().map_or(Begin::Other, begin),
    }
}

/// The length of a note's mark (`[3]`, `[1, 2]`) at the start of `text`.
fn note_mark(text: &str) -> Option<usize> {
    let inside = text[1..].bytes().take(24).take_while(|b| b.is_ascii_digit() || b", -".contains(b)).count();
    (inside > 0 && text.as_bytes().get(inside + 1) == Some(&b']')).then_some(inside + 2)
}

/// `end`, or the end of the pictures that follow it.
fn with_emoji(block: &str, end: usize) -> usize {
    let rest = &block[end..];
    let pictures = rest.trim_start_matches([' ', '\u{a0}']);
    let behind = pictures.trim_start_matches(chars::is_emoji);
    if behind.len() < pictures.len() { block.len() - behind.len() } else { end }
}

/// The word before the mark, without opening marks.
fn token_before<'a>(context: &Context<'a>) -> &'a str {
    let before = &context.block[context.start..context.from];
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST_TOKEN))..];
    let token = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '…')).next();
    token.unwrap_or("").trim_start_matches(|c| chars::opens(c) || c == '*' || c == '_')
}

/// The word at the start of `text`.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
    let word = &text[..end.unwrap_or(text.len())];
    word.split(['’', '\'']).next().unwrap_or(word)
}

/// `U.S`, `a.m`, `Ph.D`: short parts between stops.
fn is_acronym(lower: &str) -> bool {
    lower.contains('.')
        && lower.split('.').all(|part| {
            (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
        })
}

fn is_number(token: &str) -> bool {
    let is_roman = |token: &str| token.len() <= 5 && token.bytes().all(|byte| b"IVXLC".contains(&byte));
    !token.is_empty()
        && (token.bytes().all(|byte| byte.is_ascii_digit()) || token.len() > 1 && is_roman(token))
}

/// Whether `text` begins with a number's stand-in: a roman numeral or a letter.
fn is_label(text: &str) -> bool {
    let word = word(text);
    word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        || word.len() <= 5 && !word.is_empty() && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Whether `text` ends in a time of day (`6 P.M`).
fn is_time(text: &str) -> bool {
    let tail = text.as_bytes();
    let tail = &tail[tail.len().saturating_sub(3)..];
    tail.eq_ignore_ascii_case(b"a.m") || tail.eq_ignore_ascii_case(b"p.m")
}

/// A word in lower case, on the stack.
struct Lower {
    bytes: [u8; Lower::LONGEST],
    length: usize,
}

impl Lower {
    /// No entry of a table is longer.
    const LONGEST: usize = 40;

    /// `word` in lower case, unless it is longer than any entry.
    fn of(word: &str) -> Option<Self> {
        let mut lower = Lower { bytes: [0; Lower::LONGEST], length: 0 };
        for c in word.chars().flat_map(char::to_lowercase) {
            let end = lower.length + c.len_utf8();
            c.encode_utf8(lower.bytes.get_mut(lower.length..end)?);
            lower.length = end;
        }
        Some(lower)
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Span;
    use crate::language::Language;

    fn split<'a>(code: &str, text: &'a str) -> Vec<&'a str> {
        let mut sentences = Vec::new();
        let language = Language::from_code(code).unwrap();
        super::super::sentences::split(text, Span::new(0..text.len()), language, &mut |span| {
            sentences.push(span.of(text));
        });
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
        check("en", "Version v1.2.3 costs 3.50 at www.x.org. |See No. 5 and Fig. 2, p. 7.");
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
        check("de", "Am 12. Juni kam die 5. Auflage. |Nr. 7 fehlt, z. B. wegen Dr. Roth.");
    }

    #[test]
    fn scripts_without_spaces_or_cases() {
        check("zh", "他说：“走。”|然后离开。|真的吗？！|好。");
        check("ja", "「行く。」と言った。|彼は去った。");
        check("hi", "यह घर है। |वह गया।");
        check("ar", "هل هذا بيت؟ |نعم.");
    }
}

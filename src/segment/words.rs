//! Text to words: UAX #29 words that hold a letter or a digit.
//!
//! A [`Window`] shows most words, which are letters and digits and nothing else. A
//! closer look finds the words of plain runs, those of ASCII and of the usual letters of Latin,
//! Greek and Cyrillic. A run (a stretch without ASCII white space, which no word
//! crosses) that holds anything else goes to `unicode-segmentation`, the oracle of
//! the tests as well. Terms come from the same scan: they differ from words only
//! where a script has no spaces.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::chars::has_alphanumeric;
use super::class::{Class, class, letters_end, width};
use super::window::{Sight, Window};

/// Calls `word` with the words of `text` in order.
///
/// ```
/// let mut words = Vec::new();
/// epitome::segment::words("It's 3.5 km – far.", &mut |word| words.push(word));
/// assert_eq!(words, ["It's", "3.5", "km", "far"]);
/// ```
pub fn words<'a>(text: &'a str, word: &mut impl FnMut(&'a str)) {
    let window = Window::new(text.as_bytes(), text.len(), 0);
    scan(text, 0..text.len(), window, words_of_run, &mut |range, _| word(&text[range]));
}

/// Stretches of a text, one behind the other.
#[derive(Debug)]
pub(crate) struct Stretches<'a> {
    text: &'a str,
    /// The last of the text that was looked at.
    window: Window,
}

impl<'a> Stretches<'a> {
    /// Those of `text`.
    pub fn of(text: &'a str) -> Self {
        Stretches { text, window: Window::default() }
    }

    /// The same as [`terms`] for the next stretch.
    #[inline]
    pub fn terms(
        &mut self,
        stretch: Range<usize>,
        take: &mut impl FnMut(Range<usize>, u32),
    ) {
        let Range { start, end } = stretch;
        let window = self.window.moved(self.text.as_bytes(), end, start);
        self.window = scan(self.text, stretch, window, terms_of_run, take);
    }
}

/// Calls `take` with where in `text` the words stand that the terms of a stretch of it
/// come from, in order, each with how many words of [`words`] it counts for. The
/// counts add up to the number of words. The two differ where there are no spaces
/// between words: there UAX #29 counts, and a dictionary tells the words.
#[inline]
pub(crate) fn terms(
    text: &str,
    stretch: Range<usize>,
    take: &mut impl FnMut(Range<usize>, u32),
) {
    Stretches::of(text).terms(stretch, take);
}

/// A word: where it stands, and how many words it counts for.
pub(super) type Word = (Range<usize>, u32);

/// The words of a run, one after the other.
type WordsOfRun<'a> = Box<dyn Iterator<Item = Word> + 'a>;

/// Calls `take` with the words of a stretch of `text`, which begins in `window`. `divide`
/// gives those of a run that is not plain and stands at a byte. The last window is
/// returned.
#[inline]
fn scan<'a>(
    text: &'a str,
    Range { start, end }: Range<usize>,
    mut window: Window,
    divide: fn(&'a str, usize) -> WordsOfRun<'a>,
    take: &mut impl FnMut(Range<usize>, u32),
) -> Window {
    // Where the next word is sought, and where the last one ended.
    let (mut at, mut done) = (start, start);
    let mut run: Option<WordsOfRun<'a>> = None;
    // Words are taken in one place alone, where the compiler puts what is done with them.
    loop {
        let (word, count) = match run.as_mut().map(Iterator::next) {
            Some(Some(word)) => word,
            Some(None) => {
                run = None;
                continue;
            }
            None => {
                if let Some(word) = window.next_word() {
                    (at, done) = (word.end, word.end);
                    (word, 1)
                } else {
                    let from = match window.see(at) {
                        Sight::Other(from) => from,
                        Sight::Beyond(next) if next >= end => return window,
                        Sight::Beyond(next) => {
                            at = next;
                            window = Window::new(text.as_bytes(), end, at);
                            continue;
                        }
                    };
                    let found = look_closer(&text.as_bytes()[..end], from, done);
                    if !matches!(found, Found::Nothing(_)) {
                        done = found.end();
                    }
                    at = found.end();
                    window.look_from(at);
                    match found {
                        Found::Word(end) => (from..end, 1),
                        Found::Run(start, end) => {
                            run = Some(divide(&text[start..end], start));
                            continue;
                        }
                        Found::Nothing(_) | Found::Mark(_) => continue,
                    }
                }
            }
        };
        take(word, count);
    }
}

/// What a closer look finds.
enum Found {
    /// Nothing up to this byte.
    Nothing(usize),
    /// Marks that are no word, up to this byte.
    Mark(usize),
    /// A word that ends here.
    Word(usize),
    /// A run that is not plain, from here to there.
    Run(usize, usize),
}

impl Found {
    /// Where it ends.
    fn end(&self) -> usize {
        let (Found::Nothing(end)
        | Found::Mark(end)
        | Found::Word(end)
        | Found::Run(_, end)) = self;
        *end
    }
}

/// What stands at byte `at` of a text whose last word so far ended at `done`.
#[inline(never)]
fn look_closer(bytes: &[u8], at: usize, done: usize) -> Found {
    let class = class(bytes, at);
    let (start, seen) = match class {
        Class::Break => return Found::Nothing(at + width(bytes, at)),
        Class::Wide => (with_base(bytes, done, at), at),
        class => match plain_word(bytes, at) {
            Ok(end) => {
                let says_something = match class {
                    Class::Letter | Class::Digit => true,
                    Class::Joiner => bytes[at..end].iter().any(|byte| *byte != b'_'),
                    // A mark between nothing.
                    _ => false,
                };
                return if says_something { Found::Word(end) } else { Found::Mark(end) };
            }
            // The run turns out not to be plain.
            Err(seen) => (at, seen),
        },
    };
    Found::Run(start, run_from(bytes, at, seen))
}

fn words_of_run(run: &str, from: usize) -> WordsOfRun<'_> {
    let word = move |(at, found): (usize, &str)| (from + at..from + at + found.len(), 1);
    Box::new(wide_words(run).map(word))
}

/// The same with a dictionary for scripts without spaces, if there is one.
fn terms_of_run(run: &str, from: usize) -> WordsOfRun<'_> {
    #[cfg(feature = "unspaced")]
    let words = Box::new(super::unspaced::words_of_run(run, from));
    #[cfg(not(feature = "unspaced"))]
    let words = words_of_run(run, from);
    words
}

/// The words of a run that is not plain, and where they begin.
pub(super) fn wide_words(run: &str) -> impl Iterator<Item = (usize, &str)> {
    run.unicode_word_indices().filter(|(_, found)| has_alphanumeric(found))
}

/// Where a run at byte `at` begins, with the spaces before it, or the one
/// other byte: a combining mark at its start belongs to what stands before.
fn with_base(bytes: &[u8], done: usize, at: usize) -> usize {
    let before = &bytes[done..at];
    let spaces = before.iter().rev().take_while(|byte| **byte == b' ').count();
    at - spaces.max(1).min(before.len())
}

/// Where the run that holds `from..seen` ends.
fn run_from(bytes: &[u8], from: usize, seen: usize) -> usize {
    let rest = bytes[seen.max(from)..].iter().position(u8::is_ascii_whitespace);
    rest.map_or(bytes.len(), |length| seen.max(from) + length)
}

/// The end of the word that begins at byte `from` (rules WB5 to `WB13b`), or where
/// something that is not plain touches it.
fn plain_word(bytes: &[u8], from: usize) -> Result<usize, usize> {
    let mut at = part_end(bytes, from);
    if at == from {
        // A mark between nothing.
        let next = at + width(bytes, at);
        return if class(bytes, next) == Class::Wide { Err(next) } else { Ok(next) };
    }
    loop {
        let mark = class(bytes, at);
        if mark == Class::Break {
            return Ok(at);
        }
        // A byte inside a character is one of a letter here.
        let last =
            if bytes[at - 1].is_ascii() { class(bytes, at - 1) } else { Class::Letter };
        let next = at + width(bytes, at);
        let joins = match (mark, class(bytes, next)) {
            (Class::Wide, _) => return Err(at),
            (_, Class::Wide) => return Err(next),
            (_, Class::Letter) => last == Class::Letter && mark != Class::MidNum,
            (_, Class::Digit) => last == Class::Digit && mark != Class::MidLetter,
            _ => false,
        };
        if !joins {
            return Ok(at);
        }
        at = part_end(bytes, next);
    }
}

/// Where the letters, digits and joiners from byte `at` on end.
fn part_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at = letters_end(bytes, at);
        match class(bytes, at) {
            Class::Digit | Class::Joiner => at += 1,
            _ => return at,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn ours(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        super::words(text, &mut |word| found.push(word));
        found
    }

    fn oracle(text: &str) -> Vec<&str> {
        let has_letter = |word: &&str| word.chars().any(char::is_alphanumeric);
        text.unicode_words().filter(has_letter).collect()
    }

    #[test]
    fn marks_between_letters_and_digits_join_as_uax_29_says() {
        for text in [
            "can't", "3.14,15;9", "a:b", "1:2", "a.b.", "x_1_", "a,b", "''a''", ".5",
            "e.g.x", "a.é",
        ] {
            assert_eq!(ours(text), oracle(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn words_with_usual_letters_and_marks_are_those_of_the_oracle(text in "[aZ7_.,;:'’‘ éßŉşЯёжΔσά×÷·“”«»–—…\u{a0}\u{ad}\u{301}\u{37e}\u{387}\u{482}\u{483}]{0,90}") {
            prop_assert_eq!(ours(&text), oracle(&text));
        }

        #[test]
        fn words_are_those_of_the_oracle(text in "(([a-zA-Z]{1,9}|[aé]{30,70})[.,;' -]{1,2}){0,12}[a-zA-Z0-9_.,;:'’ \n\té中あก्\u{300}\u{200d}\u{ad}😀\u{5d0}\"-]{0,40}") {
            prop_assert_eq!(ours(&text), oracle(&text));
        }

        #[test]
        fn words_of_a_stretch_are_those_of_its_text(before in "[a-z .é]{0,20}", text in "[a-z0-9.,' \n’é中]{0,30}", behind in "[a-z0-9.,'é ]{0,20}") {
            let whole = format!("{before}{text}{behind}");
            let stretch = before.len()..before.len() + text.len();
            let texts = |text: &str, stretch| -> Vec<(String, u32)> {
                let mut found = Vec::new();
                super::terms(text, stretch, &mut |range, count| found.push((text[range].to_string(), count)));
                found
            };
            prop_assert_eq!(texts(&whole, stretch.clone()), texts(&text, 0..text.len()));
            let mut stretches = super::Stretches::of(&whole);
            let mut found = Vec::new();
            for stretch in [0..stretch.start, stretch.clone(), stretch.end..whole.len()] {
                stretches.terms(stretch, &mut |range, count| found.push((whole[range].to_string(), count)));
            }
            let apart = [texts(&before, 0..before.len()), texts(&text, 0..text.len()), texts(&behind, 0..behind.len())];
            prop_assert_eq!(found, apart.concat());
        }

        #[test]
        fn words_of_any_text_are_those_of_the_oracle(text in any::<String>()) {
            prop_assert_eq!(ours(&text), oracle(&text));
        }
    }
}

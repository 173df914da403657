//! English stems: the Porter2 algorithm (Porter, "The English (Porter2) stemming
//! algorithm", snowballstem.org, 2002), on the bytes of one word.
//!
//! A stemmer runs once for each new word form, and in a short text most forms are
//! new. This one does the same as that of `rust-stemmers`, which the tests hold it
//! to, in a tenth of the instructions, because it knows nothing of other languages.

/// A word in progress.
#[derive(Debug, Default)]
pub(super) struct Porter2 {
    /// A `y` that is a consonant is written `Y`.
    word: Vec<u8>,
    /// Where the regions begin in which endings may be taken off: R1 behind the
    /// first consonant that follows a vowel, R2 the same within R1.
    first: usize,
    second: usize,
}

/// An ending, and what takes its place.
type Rule = (&'static [u8], &'static [u8]);

impl Porter2 {
    /// The stem of `word`, which is ASCII and in lower case.
    pub fn stem(&mut self, word: &[u8]) -> &[u8] {
        if let Some(stem) = exception(word) {
            return stem;
        }
        self.word.clear();
        self.word.extend_from_slice(word);
        if word.len() > 2 {
            let has_marks = self.mark_consonants();
            self.mark_regions();
            self.take_plural();
            if !STAYS.contains(&self.word.as_slice()) {
                self.take_participle();
                self.turn_y();
                self.shorten_derived();
                self.shorten_adjective();
                self.take_derived();
                self.take_last();
            }
            if has_marks {
                self.word.make_ascii_lowercase();
            }
        }
        &self.word
    }

    /// Takes off an apostrophe at the beginning, and marks each `y` that begins the
    /// word or follows a vowel. Whether there is one.
    fn mark_consonants(&mut self) -> bool {
        if self.word.first() == Some(&b'\'') {
            self.word.remove(0);
        }
        let (mut after_vowel, mut has_marks) = (true, false);
        for byte in &mut self.word {
            if *byte == b'y' && after_vowel {
                *byte = b'Y';
                has_marks = true;
            }
            after_vowel = is_vowel(*byte);
        }
        has_marks
    }

    fn mark_regions(&mut self) {
        let prefixes: [&[u8]; 3] = [b"arsen", b"commun", b"gener"];
        let prefix = prefixes.iter().find(|prefix| self.word.starts_with(prefix));
        self.first = prefix.map_or_else(|| self.region(0), |prefix| prefix.len());
        self.second = self.region(self.first);
    }

    /// Where the region behind the first consonant that follows a vowel begins.
    fn region(&self, from: usize) -> usize {
        let mut rest = self.word[from..].windows(2);
        let found = rest.position(|pair| is_vowel(pair[0]) && !is_vowel(pair[1]));
        found.map_or(self.word.len(), |place| from + place + 2)
    }

    /// Step 1a: `'s`, `sses`, `ied`, `s`.
    fn take_plural(&mut self) {
        let marks: [&[u8]; 3] = [b"'s'", b"'s", b"'"];
        let mark = marks.iter().find(|mark| ends_with(&self.word, mark));
        self.shorten(mark.map_or(0, |mark| mark.len()));
        match self.word.as_slice() {
            [.., b's', b's', b'e', b's'] => self.shorten(2),
            [before @ .., b'i', b'e', b'd' | b's'] => {
                self.shorten(if before.len() > 1 { 2 } else { 1 });
            }
            [.., b's' | b'u', b's'] => {}
            [before @ .., _, b's'] if before.iter().any(|b| is_vowel(*b)) => {
                self.shorten(1);
            }
            _ => {}
        }
    }

    /// Step 1b: `eed`, `ed`, `ing`, and these with `ly`.
    fn take_participle(&mut self) {
        let endings: &[Rule] = match self.word.last() {
            Some(b'd') => &[(b"eed", b"ee"), (b"ed", b"")],
            Some(b'g') => &[(b"ing", b"")],
            Some(b'y') => &[(b"eedly", b"ee"), (b"ingly", b""), (b"edly", b"")],
            _ => return,
        };
        let Some(((_, with), start)) = self.ending(endings) else { return };
        if !with.is_empty() {
            if start >= self.first {
                self.replace(start, with);
            }
            return;
        }
        if !self.word[..start].iter().any(|byte| is_vowel(*byte)) {
            return;
        }
        self.word.truncate(start);
        match self.word.as_slice() {
            [.., b'a', b't'] | [.., b'b', b'l'] | [.., b'i', b'z'] => {
                self.word.push(b'e');
            }
            [.., a, b] if a == b && b"bdfgmnprt".contains(a) => self.shorten(1),
            word if word.len() == self.first && ends_short(word) => self.word.push(b'e'),
            _ => {}
        }
    }

    /// Step 1c: `y` behind a consonant, unless that begins the word.
    fn turn_y(&mut self) {
        if let [_, .., before, y @ (b'y' | b'Y')] = self.word.as_mut_slice()
            && !is_vowel(*before)
        {
            *y = b'i';
        }
    }

    /// Step 2.
    fn shorten_derived(&mut self) {
        let endings: &[Rule] = match self.word.last() {
            Some(b'i') => &[
                (b"lessli", b"less"),
                (b"biliti", b"ble"),
                (b"aliti", b"al"),
                (b"entli", b"ent"),
                (b"fulli", b"ful"),
                (b"iviti", b"ive"),
                (b"ousli", b"ous"),
                (b"abli", b"able"),
                (b"alli", b"al"),
                (b"anci", b"ance"),
                (b"enci", b"ence"),
                (b"bli", b"ble"),
                (b"ogi", b"og"),
                (b"li", b""),
            ],
            Some(b'l') => &[(b"ational", b"ate"), (b"tional", b"tion")],
            Some(b'm') => &[(b"alism", b"al")],
            Some(b'n') => &[(b"ization", b"ize"), (b"ation", b"ate")],
            Some(b'r') => &[(b"izer", b"ize"), (b"ator", b"ate")],
            Some(b's') => {
                &[(b"fulness", b"ful"), (b"iveness", b"ive"), (b"ousness", b"ous")]
            }
            _ => return,
        };
        let Some(((ending, with), start)) = self.ending(endings) else { return };
        let before = start.checked_sub(1).map(|at| self.word[at]);
        let is_ending = match ending {
            b"ogi" => before == Some(b'l'),
            b"li" => before.is_some_and(|byte| b"cdeghkmnrt".contains(&byte)),
            _ => true,
        };
        if is_ending && start >= self.first {
            self.replace(start, with);
        }
    }

    /// Step 3.
    fn shorten_adjective(&mut self) {
        let endings: &[Rule] = match self.word.last() {
            Some(b'e') => &[(b"alize", b"al"), (b"ative", b""), (b"icate", b"ic")],
            Some(b'i') => &[(b"iciti", b"ic")],
            Some(b'l') => &[
                (b"ational", b"ate"),
                (b"tional", b"tion"),
                (b"ical", b"ic"),
                (b"ful", b""),
            ],
            Some(b's') => &[(b"ness", b"")],
            _ => return,
        };
        let Some(((ending, with), start)) = self.ending(endings) else { return };
        let region = if ending == b"ative" { self.second } else { self.first };
        if start >= region.max(self.first) {
            self.replace(start, with);
        }
    }

    /// Step 4.
    fn take_derived(&mut self) {
        let endings: &[Rule] = match self.word.last() {
            Some(b'c') => &[(b"ic", b"")],
            Some(b'e') => &[
                (b"able", b""),
                (b"ance", b""),
                (b"ence", b""),
                (b"ible", b""),
                (b"ate", b""),
                (b"ive", b""),
                (b"ize", b""),
            ],
            Some(b'i') => &[(b"iti", b"")],
            Some(b'l') => &[(b"al", b"")],
            Some(b'm') => &[(b"ism", b"")],
            Some(b'n') => &[(b"ion", b"")],
            Some(b'r') => &[(b"er", b"")],
            Some(b's') => &[(b"ous", b"")],
            Some(b't') => {
                &[(b"ement", b""), (b"ment", b""), (b"ant", b""), (b"ent", b"")]
            }
            _ => return,
        };
        let Some(((ending, _), start)) = self.ending(endings) else { return };
        let is_ending =
            ending != b"ion" || matches!(self.word[..start], [.., b's' | b't']);
        if is_ending && start >= self.second {
            self.word.truncate(start);
        }
    }

    /// Step 5: a last `e`, and one of two last `l`.
    fn take_last(&mut self) {
        let goes = match self.word.as_slice() {
            [before @ .., b'e'] => {
                before.len() >= self.second
                    || before.len() >= self.first && !ends_short(before)
            }
            [before @ .., b'l'] => before.len() >= self.second && before.ends_with(b"l"),
            _ => false,
        };
        self.shorten(usize::from(goes));
    }

    /// The first of `endings` that the word has, and where that begins. They stand
    /// in the order of their lengths, the longest first.
    fn ending(&self, endings: &[Rule]) -> Option<(Rule, usize)> {
        let found = endings.iter().find(|(ending, _)| ends_with(&self.word, ending))?;
        Some((*found, self.word.len() - found.0.len()))
    }

    /// Puts `with` in place of what stands from `start` on.
    fn replace(&mut self, start: usize, with: &[u8]) {
        self.word.truncate(start);
        self.word.extend_from_slice(with);
    }

    fn shorten(&mut self, by: usize) {
        self.word.truncate(self.word.len() - by);
    }
}

/// Whether `word` ends with `ending`, told from the last byte on: few endings agree in
/// more than that.
fn ends_with(word: &[u8], ending: &[u8]) -> bool {
    let mut pairs = word.iter().rev().zip(ending.iter().rev());
    word.len() >= ending.len() && pairs.all(|(a, b)| a == b)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Whether `word` ends in a short syllable: a vowel between consonants, of which
/// the last is no `w`, `x` or `Y`, or a vowel at its beginning and a consonant.
fn ends_short(word: &[u8]) -> bool {
    match word {
        [.., a, b, c] if !is_vowel(*a) && is_vowel(*b) => {
            !is_vowel(*c) && !matches!(c, b'w' | b'x' | b'Y')
        }
        [a, b] => is_vowel(*a) && !is_vowel(*b),
        _ => false,
    }
}

/// Words that nothing more is taken off once their plural is gone.
const STAYS: [&[u8]; 8] = [
    b"inning", b"outing", b"canning", b"herring", b"earring", b"proceed", b"exceed",
    b"succeed",
];

/// The stems of words that are exceptions.
fn exception(word: &[u8]) -> Option<&'static [u8]> {
    Some(match word {
        b"skis" => b"ski",
        b"skies" | b"sky" => b"sky",
        b"dying" => b"die",
        b"lying" => b"lie",
        b"tying" => b"tie",
        b"idly" => b"idl",
        b"gently" => b"gentl",
        b"ugly" => b"ugli",
        b"early" => b"earli",
        b"only" => b"onli",
        b"singly" => b"singl",
        b"news" => b"news",
        b"howe" => b"howe",
        b"atlas" => b"atlas",
        b"cosmos" => b"cosmos",
        b"bias" => b"bias",
        b"andes" => b"andes",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    use super::Porter2;

    /// Parts that words are made of, with every ending and exception.
    const PARTS: &str = "(a|b|c|d|e|g|h|i|l|m|n|o|r|s|t|u|w|x|y|z|'|1|_|at|bl|iz|ll|rr|tt\
        |gener|commun|arsen|ski|sky|skies|news|howe|atlas|cosmos|bias|andes|idly|gently|ugly\
        |early|only|singly|dying|lying|tying|inning|outing|canning|herring|earring|proceed\
        |exceed|succeed|'s|ies|ied|sses|us|eed|eedly|ed|edly|ing|ingly|anci|enci|ency|ogi\
        |ogy|li|ly|bli|bly|ably|ally|fully|lessly|ously|ently|ality|bility|ivity|tional\
        |ational|alism|ation|ization|izer|ator|iveness|fulness|ousness|icate|ative|alize\
        |icity|ical|ful|ness|ance|ence|able|ible|ate|ive|ize|iti|al|ism|sion|tion|er|ous\
        |ant|ent|ment|ement){0,4}";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn stems_are_those_of_snowball(word in PARTS) {
            let (snowball, mut own) = (Stemmer::create(Algorithm::English), Porter2::default());
            let stem = snowball.stem(&word);
            prop_assert_eq!(own.stem(word.as_bytes()), stem.as_bytes());
        }
    }
}

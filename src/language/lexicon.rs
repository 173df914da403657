//! A language's table turned round: for each word the lists that it stands in,
//! so that one look-up answers every question about it.

use std::sync::OnceLock;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::table::{GENERAL, Table};
use super::tables::{self, ENGLISH};
use super::weak;

/// A list of a [`Table`], or one that holds for every language.
#[derive(Clone, Copy, Debug)]
pub(crate) enum List {
    Frequent,
    Titles,
    Abbreviations,
    BeforeNumbers,
    Starters,
    Months,
    SmallWords,
    Divisions,
    Captions,
    BackMatter,
    Digests,
    /// Headings of a section that introduces, in many languages.
    Introductions,
    Openers,
    /// What is no keyword.
    Weak,
    /// The first words of openers of two words.
    OpenerPairs,
    /// What a text calls itself, in many languages: `this paper` leans on nothing.
    TextNames,
    /// What enumerations end with, and so do sentences.
    EnumerationEnds,
    /// The English titles, starters and words before numbers, which names and
    /// quotations bring into every language, unless the word is short for
    /// something in this one.
    EnglishTitles,
    EnglishStarters,
    EnglishBeforeNumbers,
}

/// The lists that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists(u32);

impl Lists {
    /// Whether `list` is among them.
    pub fn has(self, list: List) -> bool {
        self.0 >> list as u16 & 1 == 1
    }

    /// These lists and those of `other`.
    pub fn and(self, other: Lists) -> Lists {
        Lists(self.0 | other.0)
    }

    fn add(&mut self, list: List) {
        self.0 |= 1 << list as u16;
    }
}

/// What enumerations end with in the languages of the tables.
const ENUMERATION_ENDS: [&str; 17] = [
    "apod", "atd", "ecc", "enz", "etc", "itd", "itp", "jne", "osv", "stb", "usw", "vb",
    "κ.λπ", "κλπ", "κτλ", "т.д", "т.п",
];

/// What a text calls itself.
const TEXT_NAMES: [&str; 43] = [
    "analysis", "arbeit", "article", "articolo", "artigo", "artikel", "artykuł",
    "artículo", "bericht", "beitrag", "book", "chapter", "estudio", "estudo", "informe",
    "lavoro", "letter", "makalah", "manuscript", "mémoire", "note", "onderzoek", "paper",
    "penelitian", "praca", "rapport", "relatório", "report", "review", "section",
    "studie", "studio", "study", "survey", "thesis", "trabajo", "trabalho", "travail",
    "work", "étude", "исследование", "работа", "статья",
];

/// Headings that open a document without being its title.
const INTRODUCTIONS: [&str; 16] = [
    "aim", "aims", "background", "contexte", "einführung", "einleitung", "hintergrund",
    "inleiding", "introducción", "introduction", "introduzione", "introdução",
    "objective", "objectives", "overview", "введение",
];

/// The words of one language with their lists.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: HashMap<&'static [u8], Lists, FixedState>,
    /// For each first byte the lengths of the words that begin with it, as
    /// bits: most words that are looked up differ in that already.
    lengths: [u64; 256],
}

impl Lexicon {
    /// The lexicon of the table at `index` of all; beyond them, of no language.
    /// It is made when it is first asked for.
    pub fn at(index: usize) -> &'static Lexicon {
        static LEXICONS: [OnceLock<Lexicon>; tables::ALL.len() + 1] =
            [const { OnceLock::new() }; tables::ALL.len() + 1];
        let table = tables::ALL.get(index).copied().unwrap_or(&GENERAL);
        LEXICONS[index.min(tables::ALL.len())].get_or_init(|| Lexicon::of(table))
    }

    fn of(table: &'static Table) -> Lexicon {
        let mut lexicon = Lexicon {
            words: HashMap::with_capacity_and_hasher(1024, FixedState::default()),
            lengths: [0; 256],
        };
        let own = [table.titles, table.abbreviations, table.before_numbers];
        if !table.noun_capitals {
            let is_own = |word: &&str| own.iter().any(|list| list.contains(word));
            for (list, words) in [
                (List::EnglishTitles, ENGLISH.titles),
                (List::EnglishStarters, ENGLISH.starters),
                (List::EnglishBeforeNumbers, ENGLISH.before_numbers),
            ] {
                let foreign = words.iter().copied().filter(|word| !is_own(word));
                lexicon.add(list, foreign);
            }
        }
        for (list, words) in [
            (List::Frequent, table.frequent),
            (List::Titles, table.titles),
            (List::Abbreviations, table.abbreviations),
            (List::BeforeNumbers, table.before_numbers),
            (List::Starters, table.starters),
            (List::Months, table.months),
            (List::SmallWords, table.small_words),
            (List::Divisions, table.divisions),
            (List::Captions, table.captions),
            (List::BackMatter, table.back_matter),
            (List::Digests, table.digests),
            (List::Openers, table.openers),
            (List::EnumerationEnds, &ENUMERATION_ENDS),
            (List::Introductions, &INTRODUCTIONS),
            (List::TextNames, &TEXT_NAMES),
        ] {
            lexicon.add(list, words.iter().copied());
        }
        let pairs = table.openers.iter().filter_map(|opener| opener.split_once(' '));
        lexicon.add(List::Weak, weak::words(table.code));
        lexicon.add(List::OpenerPairs, pairs.map(|(first, _)| first));
        lexicon
    }

    fn add(&mut self, list: List, words: impl Iterator<Item = &'static str>) {
        for word in words {
            let word = word.as_bytes();
            let Some(first) = word.first() else { continue };
            self.words.entry(word).or_default().add(list);
            self.lengths[usize::from(*first)] |= Lexicon::bit(word.len());
        }
    }

    /// The lists of `word`, in any letter case.
    pub fn lists(&self, word: &str) -> Lists {
        if word.is_ascii() && !self.may_hold(word.as_bytes()) {
            return Lists::default();
        }
        Lower::of(word).map_or(Lists::default(), |lower| self.lists_of_lower(&lower))
    }

    /// The lists of two words with a space between.
    pub fn lists_of_pair(&self, first: &str, second: &str) -> Lists {
        let mut pair = Lower::default();
        let fits = pair.push(first) && pair.push(" ") && pair.push(second);
        if fits { self.lists_of_lower(&pair) } else { Lists::default() }
    }

    /// The lists of a word in lower case.
    pub fn lists_of_lower(&self, lower: &Lower) -> Lists {
        let word = lower.as_bytes();
        let known = self.may_hold(word).then(|| self.words.get(word)).flatten();
        known.copied().unwrap_or_default()
    }

    /// Whether some word has the first byte and the length of this one, which
    /// is in lower case but for ASCII.
    fn may_hold(&self, word: &[u8]) -> bool {
        word.first().is_some_and(|first| {
            let lengths = self.lengths[usize::from(first.to_ascii_lowercase())];
            word.len() <= Lower::LONGEST && lengths & Lexicon::bit(word.len()) != 0
        })
    }

    /// The bit that stands for a word of this length.
    fn bit(length: usize) -> u64 {
        1 << (length % Lower::LONGEST)
    }
}

/// A word in lower case, on the stack.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lower {
    bytes: [u8; Lower::LONGEST],
    length: usize,
}

impl Default for Lower {
    fn default() -> Self {
        Lower { bytes: [0; Lower::LONGEST], length: 0 }
    }
}

impl Lower {
    /// No entry of a table is longer, in bytes.
    const LONGEST: usize = 64;

    /// `word` in lower case, unless it is longer than any entry.
    pub fn of(word: &str) -> Option<Self> {
        let mut lower = Lower::default();
        lower.push(word).then_some(lower)
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or("")
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Appends `word`, if it fits.
    fn push(&mut self, word: &str) -> bool {
        let free = &mut self.bytes[self.length..];
        if word.is_ascii() {
            let Some(free) = free.get_mut(..word.len()) else { return false };
            free.copy_from_slice(word.as_bytes());
            self.length += word.len();
            // All of it, because a fixed length is faster than the right one.
            self.bytes.make_ascii_lowercase();
            return true;
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            let end = self.length + c.len_utf8();
            let Some(free) = self.bytes.get_mut(self.length..end) else { return false };
            c.encode_utf8(free);
            self.length = end;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn a_word_stands_in_every_list_that_holds_it() {
        for (index, table) in tables::ALL.iter().enumerate() {
            let lexicon = Lexicon::at(index);
            for word in table.frequent {
                assert!(lexicon.lists(word).has(List::Frequent), "{} {word}", table.code);
            }
            for opener in table.openers {
                let lists = match opener.split_once(' ') {
                    Some((first, second)) => {
                        assert!(lexicon.lists(first).has(List::OpenerPairs));
                        lexicon.lists_of_pair(first, second)
                    }
                    None => lexicon.lists(opener),
                };
                assert!(lists.has(List::Openers), "{} {opener}", table.code);
            }
        }
    }

    #[test]
    fn english_titles_stand_in_a_language_that_has_no_such_word() {
        let lists = |code, word| Language::from_code(code).unwrap().lexicon().lists(word);
        assert!(lists("fr", "PROF").has(List::Titles));
        assert!(lists("fr", "Vadm").has(List::EnglishTitles));
        assert!(!lists("de", "Vadm").has(List::EnglishTitles));
        assert_eq!(lists("en", "barge"), Lists::default());
        assert_eq!(Language::UNKNOWN.lexicon().lists("nur"), Lists::default());
    }
}

//! A language's table turned round: for each word the lists that it stands in,
//! so that one look-up answers every question about it.

use std::sync::OnceLock;

use super::lower::Lower;
use super::table::{GENERAL, Table, Words, words};
use super::tables::{self, ENGLISH};
use super::weak;
use super::words::WordMap;

/// A list of a [`Table`], or one that holds for every language.
#[derive(Clone, Copy, Debug)]
pub(crate) enum List {
    Frequent,
    Titles,
    Abbreviations,
    BeforeNumbers,
    Starters,
    Months,
    Days,
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

    /// Whether one of `lists` is among them.
    pub fn has_any(self, lists: &[List]) -> bool {
        lists.iter().any(|list| self.has(*list))
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
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
const ENUMERATION_ENDS: Words = words![
    "apod", "atd", "ecc", "enz", "etc", "itd", "itp", "jne", "osv", "stb", "usw", "vb",
    "κ.λπ", "κλπ", "κτλ", "т.д", "т.п",
];

/// What a text calls itself.
const TEXT_NAMES: Words = words![
    "analysis", "arbeit", "article", "articolo", "artigo", "artikel", "artykuł",
    "artículo", "bericht", "beitrag", "book", "chapter", "estudio", "estudo", "informe",
    "lavoro", "letter", "makalah", "manuscript", "mémoire", "note", "onderzoek", "paper",
    "penelitian", "praca", "rapport", "relatório", "report", "review", "section",
    "studie", "studio", "study", "survey", "thesis", "trabajo", "trabalho", "travail",
    "work", "étude", "исследование", "работа", "статья",
];

/// Headings that open a document without being its title.
const INTRODUCTIONS: Words = words![
    "aim", "aims", "background", "contexte", "einführung", "einleitung", "hintergrund",
    "inleiding", "introducción", "introduction", "introduzione", "introdução",
    "objective", "objectives", "overview", "введение",
];

/// The words of one language with their lists.
#[derive(Debug)]
pub(crate) struct Lexicon(WordMap<Lists>);

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
        let mut lexicon = Lexicon(WordMap::with_capacity(1024));
        let own = [
            (List::Titles, table.titles),
            (List::Abbreviations, table.abbreviations),
            (List::BeforeNumbers, table.before_numbers),
        ];
        for (list, words) in own {
            lexicon.add(list, words.iter());
        }
        if !table.noun_capitals {
            for (list, words) in [
                (List::EnglishTitles, ENGLISH.titles),
                (List::EnglishStarters, ENGLISH.starters),
                (List::EnglishBeforeNumbers, ENGLISH.before_numbers),
            ] {
                for word in words.iter() {
                    let lists = lexicon.lists(word);
                    if !own.iter().any(|(list, _)| lists.has(*list)) {
                        lexicon.add(list, std::iter::once(word));
                    }
                }
            }
        }
        for (list, words) in [
            (List::Frequent, table.frequent),
            (List::Starters, table.starters),
            (List::Months, table.months),
            (List::Days, table.days),
            (List::SmallWords, table.small_words),
            (List::Divisions, table.divisions),
            (List::Captions, table.captions),
            (List::BackMatter, table.back_matter),
            (List::Digests, table.digests),
            (List::Openers, table.openers),
            (List::EnumerationEnds, ENUMERATION_ENDS),
            (List::Introductions, INTRODUCTIONS),
            (List::TextNames, TEXT_NAMES),
        ] {
            lexicon.add(list, words.iter());
        }
        let pairs = table.openers.iter().filter_map(|opener| opener.split_once(' '));
        lexicon.add(List::Weak, weak::words(table.code));
        lexicon.add(List::OpenerPairs, pairs.map(|(first, _)| first));
        lexicon
    }

    fn add(&mut self, list: List, words: impl Iterator<Item = &'static str>) {
        for word in words {
            self.0.entry(word).add(list);
        }
    }

    /// The lists of `word`, in any letter case.
    pub fn lists(&self, word: &str) -> Lists {
        self.0.get(word)
    }

    /// The lists of two words with a space between.
    pub fn lists_of_pair(&self, first: &str, second: &str) -> Lists {
        let is_ascii = first.is_ascii() && second.is_ascii();
        let ends = first.bytes().next().zip(second.bytes().next_back());
        let length = first.len() + 1 + second.len();
        let may_be = |(first, last)| self.0.may_have(first, last, length);
        if is_ascii && !ends.is_some_and(may_be) {
            return Lists::default();
        }
        let mut pair = Lower::default();
        let fits = pair.push(first) && pair.push(" ") && pair.push(second);
        if fits { self.0.get_lower(&pair) } else { Lists::default() }
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
            for word in table.frequent.iter() {
                assert!(lexicon.lists(word).has(List::Frequent), "{} {word}", table.code);
            }
            for day in table.days.iter() {
                assert!(lexicon.lists(day).has(List::Days), "{} {day}", table.code);
            }
            for opener in table.openers.iter() {
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

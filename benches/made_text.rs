//! Text of any size, made of the sentences of `corpus/`: the same bytes on every machine.
//!
//! Sentences and headings are drawn by lot. In some of their words the end is
//! that of another word, so that a text has about as many different words as
//! one that a person wrote, and few sentences are alike to the letter.

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Plain,
    Markdown,
    Html,
}

/// Makes one document after the other.
#[derive(Debug)]
pub struct Maker {
    headings: Vec<&'static str>,
    sentences: Vec<Vec<Token>>,
    /// The ends of words that others may take.
    ends: Vec<&'static str>,
    /// How much more often the first of them are taken than the last.
    skew: usize,
    lot: Lot,
}

/// A word with its marks; one that may take another end is in two pieces.
#[derive(Clone, Copy, Debug)]
struct Token {
    begin: &'static str,
    end: &'static str,
}

/// Of so many words that could take another end, one does.
const MIXED: u64 = 4;

const ENGLISH: &[&str] = &[
    include_str!("../corpus/articles/faq-library.txt"),
    include_str!("../corpus/articles/guide-cycling.txt"),
    include_str!("../corpus/articles/manual-pump.txt"),
    include_str!("../corpus/articles/news-election.txt"),
    include_str!("../corpus/articles/news-harbour.txt"),
    include_str!("../corpus/articles/paper-soil.txt"),
    include_str!("../corpus/articles/report-water.txt"),
    include_str!("../corpus/articles/speech-budget.txt"),
    include_str!("../corpus/articles/story-lighthouse.txt"),
];
const FRENCH: &[&str] = &[include_str!("../corpus/articles/fr-pluie.md")];
const GERMAN: &[&str] = &[include_str!("../corpus/articles/de-hafen.txt")];
const RUSSIAN: &[&str] = &[include_str!("../corpus/articles/ru-uzkokoleyka.txt")];

impl Maker {
    /// A maker of texts in `language`: `en`, `fr`, `de` or `ru`.
    pub fn new(language: &str) -> Option<Self> {
        let articles = match language {
            "en" => ENGLISH,
            "fr" => FRENCH,
            "de" => GERMAN,
            "ru" => RUSSIAN,
            _ => return None,
        };
        let lines = articles.iter().flat_map(|article| article.lines());
        let lines = lines.map(|line| line.trim_matches(['#', ' ']));
        let (long, short): (Vec<_>, Vec<_>) = lines
            .filter(|line| line.starts_with(char::is_uppercase))
            .partition(|line| line.chars().count() > 80);
        let sentences: Vec<Vec<Token>> =
            long.into_iter().flat_map(sentences).map(tokens).collect();
        let ends = sentences.iter().flatten().map(|token| token.end);
        Some(Maker {
            headings: short.into_iter().filter(|line| is_bare(line)).collect(),
            ends: ends.filter(|end| !end.is_empty()).collect(),
            sentences,
            // One article alone has too few ends to be choosy.
            skew: if articles.len() > 1 { 4 } else { 1 },
            lot: Lot(1),
        })
    }

    /// A document of `bytes` bytes, and as many more as its last sentence has.
    pub fn document(&mut self, form: Form, bytes: usize) -> String {
        let mut out = String::with_capacity(bytes + bytes / 8 + 1024);
        if form == Form::Html {
            out.push_str("<!DOCTYPE html><html><head><title>");
            out.push_str(self.heading());
            out.push_str("</title></head><body><article>\n");
        }
        let mut level = 1;
        while out.len() < bytes {
            let heading = self.heading();
            let (before, after) = match (form, level) {
                (Form::Plain, _) => ("", "\n\n"),
                (Form::Markdown, 1) => ("# ", "\n\n"),
                (Form::Markdown, _) => ("## ", "\n\n"),
                (Form::Html, 1) => ("<h1>", "</h1>\n"),
                (Form::Html, _) => ("<h2>", "</h2>\n"),
            };
            out.extend([before, heading, after]);
            for _ in 0..self.lot.between(2, 4) {
                self.paragraph(form, bytes, &mut out);
            }
            level = 2;
        }
        if form == Form::Html {
            out.push_str("</article></body></html>\n");
        }
        out
    }

    /// The document as a line of JSONL.
    pub fn record(&mut self, id: usize, bytes: usize) -> String {
        let text = self.document(Form::Plain, bytes).replace('\\', "\\\\");
        let text = text.replace('"', "\\\"").replace('\n', "\\n");
        format!("{{\"id\": \"{id}\", \"text\": \"{text}\"}}\n")
    }

    /// A paragraph, or as much of it as there is room for.
    fn paragraph(&mut self, form: Form, bytes: usize, out: &mut String) {
        if out.len() >= bytes {
            return;
        }
        out.push_str(if form == Form::Html { "<p>" } else { "" });
        for number in 0..self.lot.between(3, 6) {
            if out.len() >= bytes {
                break;
            }
            out.push_str(if number > 0 { " " } else { "" });
            self.sentence(out);
        }
        out.push_str(if form == Form::Html { "</p>\n" } else { "\n\n" });
    }

    fn sentence(&mut self, out: &mut String) {
        let at = self.lot.below(self.sentences.len());
        for (number, token) in self.sentences[at].iter().enumerate() {
            out.push_str(if number > 0 { " " } else { "" });
            let mixed = !token.end.is_empty() && self.lot.next().is_multiple_of(MIXED);
            let end = match mixed {
                true => self.ends[self.lot.skewed(self.ends.len(), self.skew)],
                false => token.end,
            };
            out.extend([token.begin, end]);
        }
    }

    fn heading(&mut self) -> &'static str {
        self.headings[self.lot.below(self.headings.len())]
    }
}

/// Whether a short line has no mark at its end.
fn is_bare(line: &str) -> bool {
    line.ends_with(char::is_alphabetic)
}

/// The sentences of a paragraph: cut behind a mark, before a capital.
fn sentences(paragraph: &'static str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in paragraph.match_indices(". ") {
        let (before, behind) = (&paragraph[start..at], &paragraph[at + 2..]);
        let word = before.rsplit(' ').next().unwrap_or(before);
        if word.chars().count() > 3 && behind.starts_with(char::is_uppercase) {
            found.push(&paragraph[start..=at]);
            start = at + 2;
        }
    }
    found.push(&paragraph[start..]);
    found
}

fn tokens(sentence: &'static str) -> Vec<Token> {
    sentence.split(' ').map(token).collect()
}

/// A word of four letters and more is cut in two.
fn token(word: &'static str) -> Token {
    let is_plain = word.chars().all(char::is_alphabetic);
    let middle = word.chars().count() / 2;
    let cut = word.char_indices().nth(middle).filter(|_| is_plain && middle >= 2);
    let (begin, end) = word.split_at(cut.map_or(word.len(), |(at, _)| at));
    Token { begin, end }
}

/// Lots that are the same on every run (SplitMix64).
#[derive(Debug)]
struct Lot(u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// A number below `count`, small ones more often: of each draw those up to
    /// the number drawn are left for the next.
    fn skewed(&mut self, count: usize, draws: usize) -> usize {
        (0..draws).fold(count, |most, _| self.below(most) + 1) - 1
    }

    fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most + 1 - least)
    }
}

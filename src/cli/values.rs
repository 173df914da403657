//! The values that options take, and how they are read.

use clap::ValueEnum;

use crate::language::Language;
use crate::options::Fraction;
use crate::score::Method;

/// `--from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FromFormat {
    Auto,
    Text,
    Markdown,
    Html,
    Jsonl,
    Docx,
    Epub,
}

/// `--html`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum HtmlArg {
    /// Its main content, without menus and the like
    Article,
    /// All of it
    Page,
}

/// `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// One sentence a line
    Text,
    /// Headings and lists
    Markdown,
    /// One object, or an array of them, with offsets and scores
    Json,
    /// One object a line, the last with the totals
    Ndjson,
    /// One self-contained page: summary, outline, and the text with its sentences shaded
    Html,
}

impl OutputFormat {
    /// The extension of a file in this format.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            OutputFormat::Text => "txt",
            OutputFormat::Markdown => "md",
            OutputFormat::Json => "json",
            OutputFormat::Ndjson => "ndjson",
            OutputFormat::Html => "html",
        }
    }
}

/// `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    Auto,
    Always,
    Never,
}

/// `--lang`: `None` to detect it. A newtype, since clap gives `Option` a
/// meaning of its own.
#[derive(Clone, Copy, Debug)]
pub struct LanguageArg(pub Option<Language>);

/// `--encoding`: `None` to detect it.
#[derive(Clone, Debug)]
pub struct EncodingArg(pub Option<String>);

impl ValueEnum for Method {
    fn value_variants<'a>() -> &'a [Self] {
        &Method::ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.name()).help(in_a_line(*self)))
    }
}

/// What `method` chooses.
fn in_a_line(method: Method) -> &'static str {
    match method {
        Method::Epitome => "By terms, position and length together",
        Method::Tfidf => "Sentences dense in the document's own terms",
        Method::Lead => "The first sentences",
        Method::Centroid => "Those with most of the text's important terms",
        Method::LexRank => "Those most like the rest: PageRank over cosines",
        Method::LexRankThreshold => "The same, but two sentences are either alike or not",
        Method::TextRank => "Those that share most terms: PageRank",
        Method::TextRankBm25 => "The same, weighted by BM25",
        Method::Reduction => "Those that share most terms: a sum",
        Method::Lsa => "Those that say most about the strongest topics",
        Method::Luhn => "Those with frequent words close together",
        Method::SumBasic => "Short ones with the frequent words, once each",
        Method::Kl => "A set with its terms distributed as in the text",
        Method::Edmundson => "By cue words, title words and position",
        Method::Directed => "Those that later sentences build on",
        Method::Random => "A fixed random sample",
    }
}

pub fn language(code: &str) -> Result<LanguageArg, String> {
    if code == "auto" {
        return Ok(LanguageArg(None));
    }
    let language = Language::from_code(code);
    language.map(|language| LanguageArg(Some(language))).ok_or_else(|| {
        "not an ISO 639-1 code (try en, de, fr, es, zh, or auto)".to_string()
    })
}

pub fn encoding(label: &str) -> Result<EncodingArg, String> {
    if label == "auto" {
        return Ok(EncodingArg(None));
    }
    crate::read::check_label(label).map_err(|error| error.to_string())?;
    Ok(EncodingArg(Some(label.to_string())))
}

/// A count, 0 or more.
pub fn count(text: &str) -> Result<usize, String> {
    // A number too large to count to asks for everything.
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(count) => Ok(count),
        Err(_) if is_number => Ok(usize::MAX),
        Err(_) => Err("not a whole number of 0 or more".to_string()),
    }
}

/// A level of headings; none is deeper than 255.
pub fn level(text: &str) -> Result<u8, String> {
    let level = count(text).ok().filter(|level| *level > 0);
    let level = level.map(|level| u8::try_from(level).unwrap_or(u8::MAX));
    level.ok_or_else(|| "not a whole number of 1 or more".to_string())
}

/// A share: `0.2` or `20%`.
pub fn share(text: &str) -> Result<Fraction, String> {
    text.parse().map_err(|_| "not between 0 and 1, nor between 0% and 100%".to_string())
}

/// A number of bytes: `4096`, `64K`, `500M`, `1G`.
pub fn size(text: &str) -> Result<u64, String> {
    let upper = text.trim().to_ascii_uppercase();
    let bare = upper.trim_end_matches('B').trim_end_matches('I');
    let (number, shift) = match bare.chars().last() {
        Some('K') => (&bare[..bare.len() - 1], 10),
        Some('M') => (&bare[..bare.len() - 1], 20),
        Some('G') => (&bare[..bare.len() - 1], 30),
        _ => (bare, 0),
    };
    let parsed = number.trim().parse::<u64>().ok();
    parsed
        .and_then(|number| number.checked_mul(1 << shift))
        .ok_or_else(|| "not a number of bytes (try 4096, 64K, 500M or 1G)".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_one_or_more() {
        assert_eq!((level("1"), level("6"), level("1000")), (Ok(1), Ok(6), Ok(255)));
        assert!(level("0").is_err() && level("-1").is_err() && level("x").is_err());
    }

    #[test]
    fn sizes_have_suffixes() {
        assert_eq!(
            (size("12"), size("64K"), size("1GiB")),
            (Ok(12), Ok(64 << 10), Ok(1 << 30))
        );
        assert!(
            size("many").is_err() && size("-1").is_err() && size("99999999999G").is_err()
        );
    }
}

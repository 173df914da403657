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
    Article,
    Page,
}

/// `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    Text,
    Markdown,
    Json,
    Ndjson,
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
        Some(clap::builder::PossibleValue::new(self.name()))
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

/// How many of something.
pub fn count(text: &str) -> Result<usize, String> {
    // A number too large to count to asks for everything.
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(count) => Ok(count),
        Err(_) if is_number => Ok(usize::MAX),
        Err(_) => Err("not a whole number of 0 or more".to_string()),
    }
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

//! A row of a table as the JSONL record that it stands for.

use epitome::render::json;
use epitome::{
    Document, Error, FailedSource, Failure, Format, Language, ReadOptions,
    SCHEMA_VERSION, Summary, read,
};
use serde::Serialize;

use crate::offsets::Offsets;
use crate::pool::{Pool, Trouble};

/// A row. As a line it is the same bytes as `to_json` of Spark or a JSON
/// writer without spaces writes, which is what `source.bytes` counts.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'a str>,
}

/// What identifies a row.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(untagged)]
pub enum Id<'a> {
    Text(&'a str),
    Number(i64),
}

impl std::fmt::Display for Id<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Id::Text(text) => formatter.write_str(text),
            Id::Number(number) => number.fmt(formatter),
        }
    }
}

/// What comes of a row: its summary or what is wrong with it, and both as the
/// command writes them.
#[derive(Debug)]
pub struct Outcome {
    pub id: Option<String>,
    pub json: String,
    pub result: Result<(Summary, Offsets), String>,
}

impl Record<'_> {
    /// The outcome of this record by one of `pool`.
    pub fn summarize(&self, pool: &Pool) -> Outcome {
        let id = self.id.map(|id| id.to_string());
        let text = self.text.unwrap_or_default();
        let is_plain = pool.options().read.format == Format::Text;
        // In a page the library's offsets begin after a byte-order mark.
        let mark = text.strip_prefix('\u{feff}').filter(|_| !is_plain);
        let summary = pool.with(|summarizer| {
            if is_plain {
                let line = json::line(self);
                return summarizer
                    .summarize_record(line.trim_end_matches('\n').as_bytes());
            }
            let document = self.document(&pool.options().read)?;
            Ok(summarizer.summarize_document(&document))
        });
        match summary {
            Ok(summary) => {
                let before = u64::from(mark.is_some());
                let offsets = Offsets::new(mark.unwrap_or(text), before, &summary);
                Outcome { id, json: json::line(&summary), result: Ok((summary, offsets)) }
            }
            Err(trouble) => {
                let message = trouble.to_string();
                let failure = Failure {
                    schema_version: SCHEMA_VERSION,
                    source: FailedSource { path: None, id: known_id(&trouble) },
                    line: None,
                    message: message.clone(),
                };
                Outcome { id, json: json::line(&failure), result: Err(message) }
            }
        }
    }
}

impl Record<'_> {
    /// The document in a record whose text is no plain one.
    fn document(&self, options: &ReadOptions) -> Result<Document, Error> {
        let id = self.id.map(|id| id.to_string());
        let bad = |message: String| Error::Record { message, id: id.clone() };
        let text = self.text.ok_or_else(|| bad("no field \"text\"".into()))?;
        let mut options = options.clone();
        if let Some(code) = self.lang.filter(|code| !matches!(*code, "auto" | "")) {
            let known = Language::from_code(code);
            options.language =
                Some(known.ok_or_else(|| bad(format!("unknown language '{code}'")))?);
        }
        let mut document = read::read(text.into(), options.format, &options)?;
        document.id = id;
        document.title = self.title.map(String::from).or(document.title);
        Ok(document)
    }
}

/// The identifier of a record that failed, where reading came as far as that.
fn known_id(trouble: &Trouble) -> Option<String> {
    match trouble {
        Trouble::Error(Error::Record { id, .. }) => id.clone(),
        _ => None,
    }
}

//! A row of a table as the JSONL record that it stands for.

use epitome::render::json;
use epitome::{Error, FailedSource, Failure, SCHEMA_VERSION, Summary};
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
        let line = json::line(self);
        let id = self.id.map(|id| id.to_string());
        let summary = pool.with(|summarizer| {
            summarizer.summarize_record(line.trim_end_matches('\n').as_bytes())
        });
        match summary {
            Ok(summary) => {
                let offsets = Offsets::new(self.text.unwrap_or_default(), 0, &summary);
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

/// The identifier of a record that failed, where reading came as far as that.
fn known_id(trouble: &Trouble) -> Option<String> {
    match trouble {
        Trouble::Error(Error::Record { id, .. }) => id.clone(),
        _ => None,
    }
}

//! The result, as plain data that serialises to the JSON contract
//! (`schema/summary-v1.json`). Within one [`SCHEMA_VERSION`], fields are only added:
//! none changes its meaning or is removed.

use serde::{Deserialize, Serialize};

use crate::options::Format;
use crate::reading::Reading;

/// The version of the JSON contract.
pub const SCHEMA_VERSION: u32 = 1;

/// The summary of one document.
///
/// It owns its strings, so it can outlive the document.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let text = "Ice\n===\n\nIt broke the wall. Nobody was hurt.\n";
/// let summary = Summarizer::new(Options::default())?.summarize(text)?;
/// assert_eq!(summary.overall.sentences.len(), 2);
/// assert_eq!(summary.sections[0].heading.as_deref(), Some("Ice"));
/// let json = serde_json::to_string(&summary).unwrap();
/// assert_eq!(serde_json::from_str::<epitome::Summary>(&json).unwrap(), summary);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename = "summary")]
pub struct Summary {
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Whether it is the summary of several documents together, each of which
    /// is a section.
    #[serde(default)]
    pub merged: bool,
    /// What was summarised. For several documents: the sums of their sizes, and the
    /// format and language that all of them share, or else `text` and `und`.
    pub source: Source,
    /// The documents that were merged, in order; empty if a single one was summarised.
    #[serde(default)]
    pub documents: Vec<Source>,
    /// The document's title, if it has one.
    pub title: Option<String>,
    /// The name of the method that chose the sentences.
    pub method: String,
    /// The summary of the whole; empty if it was not asked for.
    pub overall: Extract,
    /// The sections in order; empty if they were not asked for.
    pub sections: Vec<SectionSummary>,
    /// The keywords of the whole, best first, if asked for.
    #[serde(default)]
    pub keywords: Option<Vec<Keyword>>,
    /// Every sentence with its score, if asked for.
    #[serde(default)]
    pub sentences: Option<Vec<ScoredSentence>>,
    /// The whole text, if asked for; never in the JSON.
    #[serde(skip)]
    pub reading: Option<Reading>,
    /// What the user should know.
    pub warnings: Vec<String>,
}

/// The source of a summary, and how large it was.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let summary = Summarizer::new(Options::default())?.summarize("Ice broke it. It was old.")?;
/// let source = &summary.source;
/// assert_eq!((source.sentences, source.words, source.bytes), (2, 6, 25));
/// assert_eq!((&*source.language, &*source.encoding), ("en", "utf-8"));
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The file, or `None` for standard input and text handed over in memory.
    pub path: Option<SourcePath>,
    /// The record's identifier, where the source is a JSONL record.
    pub id: Option<String>,
    /// The format it was read as.
    pub format: Format,
    /// The ISO 639-1 code of its language, or `und` if it could not be determined.
    pub language: String,
    /// Its encoding, as the WHATWG Encoding Standard names it, in lower case.
    pub encoding: String,
    /// How many undecodable byte sequences became U+FFFD.
    pub replaced: usize,
    /// Its size in bytes.
    pub bytes: u64,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many words its sentences have.
    pub words: usize,
}

/// A path, which need not be UTF-8.
///
/// ```
/// use epitome::SourcePath;
/// let path = SourcePath::Text("notes/ice.md".into());
/// assert_eq!(serde_json::to_string(&path).unwrap(), r#""notes/ice.md""#);
/// let bytes = SourcePath::Bytes { bytes: "/w==".into() };
/// assert_eq!(serde_json::to_string(&bytes).unwrap(), r#"{"bytes":"/w=="}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SourcePath {
    /// A path that is UTF-8.
    Text(String),
    /// A path that is not UTF-8, in base64.
    Bytes {
        /// The bytes in standard base64 with padding.
        bytes: String,
    },
}

/// Chosen sentences, in the order of the document.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let summary = Summarizer::new(Options::default())?.summarize("Ice broke it. It was old.")?;
/// let texts: Vec<&str> = summary.overall.sentences.iter().map(|pick| &*pick.text).collect();
/// assert_eq!(texts.join(" "), "Ice broke it. It was old.");
/// assert_eq!(summary.overall.words, 6);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extract {
    /// How many words they have together.
    pub words: usize,
    /// The sentences.
    pub sentences: Vec<Pick>,
}

/// One chosen sentence.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let text = "Ice broke\nthe wall.";
/// let summary = Summarizer::new(Options::default())?.summarize(text)?;
/// let pick = &summary.overall.sentences[0];
/// assert_eq!(pick.text, "Ice broke the wall.");
/// assert_eq!((pick.start, pick.end), (Some(0), Some(text.len() as u64)));
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pick {
    /// The sentence as a person reads it: without markup, white space collapsed.
    pub text: String,
    /// Its first byte in the source as decoded to UTF-8, without a byte-order
    /// mark; `None` where the source has no such offsets.
    pub start: Option<u64>,
    /// The byte after its last.
    pub end: Option<u64>,
    /// Its place among all sentences of the document, from 0.
    pub index: usize,
    /// The index of its section.
    pub section: usize,
    /// The index of its document, if several were merged; offsets and `index` then
    /// refer to that document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<usize>,
    /// Its score, higher is better; comparable within one document and method.
    pub score: f64,
}

/// The summary of one section.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let text = "Ice\n===\n\nIt broke the wall. Nobody was hurt.\n";
/// let summary = Summarizer::new(Options::default())?.summarize(text)?;
/// for section in &summary.sections {
///     let heading = section.heading.as_deref().unwrap_or("(no heading)");
///     println!("{heading}: {} words", section.summary.words);
/// }
/// assert_eq!(summary.sections[0].summary.sentences.len(), 1);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionSummary {
    /// The heading, or `None` for text before the first heading.
    pub heading: Option<String>,
    /// The heading's level, from 1.
    pub level: u8,
    /// The first byte of the section in the source, its heading included.
    pub start: Option<u64>,
    /// The byte after the last of the section's own text.
    pub end: Option<u64>,
    /// The chosen sentences.
    pub summary: Extract,
    /// The keywords of the section, best first, if asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keywords: Option<Vec<Keyword>>,
}

/// A term or phrase that names what a text is about.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let mut options = Options::default();
/// options.output.keywords = 2;
/// let text = "The sea wall broke. A new sea wall is planned. Ships need the harbour.";
/// let keywords = Summarizer::new(options)?.summarize(text)?.keywords.unwrap();
/// assert_eq!((&*keywords[0].term, keywords[0].score), ("sea wall", 1.0));
/// assert!(keywords[1..].iter().all(|keyword| keyword.score <= 1.0));
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Keyword {
    /// Its most frequent form in the text.
    pub term: String,
    /// Its score relative to the best of its list, which has 1.
    pub score: f64,
}

/// A sentence with everything that its choice was based on.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let mut options = Options::default();
/// options.output.scores = true;
/// let summary = Summarizer::new(options)?.summarize("Rain fell. The river Arle rose.")?;
/// for scored in summary.sentences.unwrap() {
///     let sum: f64 = scored.parts.values().filter_map(|part| part.as_f64()).sum();
///     assert!((sum - scored.pick.score).abs() < 1e-4);
///     assert!(scored.rank.is_some());
/// }
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoredSentence {
    /// The sentence.
    #[serde(flatten)]
    pub pick: Pick,
    /// Its rank by score, from 1; `None` for a sentence that cannot be chosen.
    pub rank: Option<usize>,
    /// The parts that add up to its score, by name.
    pub parts: serde_json::Map<String, serde_json::Value>,
}

/// A document that could not be summarised.
///
/// ```
/// use epitome::{FailedSource, Failure, SCHEMA_VERSION, SourcePath, render::json};
/// let path = Some(SourcePath::Text("a.jsonl".into()));
/// let failure = Failure {
///     schema_version: SCHEMA_VERSION,
///     source: FailedSource { path, id: Some("7".into()) },
///     line: Some(3),
///     message: "no field \"text\"".into(),
/// };
/// assert!(json::line(&failure).starts_with(r#"{"type":"error","schema_version":1"#));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "error")]
pub struct Failure {
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Which document.
    pub source: FailedSource,
    /// The line of a bad JSONL record, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// What went wrong, in one line.
    pub message: String,
}

/// The source of a [`Failure`].
///
/// ```
/// let source = epitome::FailedSource { id: Some("7".into()), ..Default::default() };
/// assert_eq!(serde_json::to_string(&source).unwrap(), r#"{"path":null,"id":"7"}"#);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FailedSource {
    /// The file, or `None` for standard input.
    pub path: Option<SourcePath>,
    /// The record's identifier, if it has one.
    pub id: Option<String>,
}

/// The last line of an NDJSON stream.
///
/// ```
/// use epitome::{End, SCHEMA_VERSION, render::json};
/// let end = End { schema_version: SCHEMA_VERSION, documents: 2, failed: 1, ..End::default() };
/// assert!(json::line(&end).contains(r#""documents":2,"failed":1"#));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "end")]
pub struct End {
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// How many documents were summarised.
    pub documents: u64,
    /// How many failed.
    pub failed: u64,
    /// How many sentences the summarised documents have.
    pub sentences: u64,
    /// How many bytes they have.
    pub bytes: u64,
}

/// Six decimals: more than anyone reads, and short to write. Nothing is never negative.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6 + 0.0
}

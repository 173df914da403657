//! Extractive summaries: the most important sentences of a document, verbatim,
//! with their byte offsets and the reasons for the choice.
//!
//! # Concepts
//!
//! A [`Document`] is read from text, Markdown, HTML, a JSONL record, DOCX or EPUB. It is
//! divided into [`Section`]s, one for each heading, and [`Sentence`]s. Each
//! sentence becomes *terms* (stemmed words without stop words), weighted by
//! inverse **sentence** frequency. A [`Method`] scores the sentences, and a
//! [`Budget`] says how long the [`Summary`] may be; repetition is avoided.
//! Data flows in one direction, and each stage is linear in the text:
//!
//! `bytes → Document → [Section] → [Sentence] → Terms → [score] → [pick] → Summary → bytes`
//!
//! It can also list [`Keyword`]s, prefer sentences that answer a query
//! ([`ScoreOptions::query`]), and summarise several documents together
//! ([`Summarizer::merge`]).
//!
//! ## Which method should I use?
//!
//! [`Method::Epitome`], the default, unless you have a reason not to: it is the best on
//! average over all kinds of text. [`Method::Lead`] does as well on news,
//! [`Method::Kl`] and [`Method::SumBasic`] do better on short opinions about one thing, and
//! [`Method::Directed`] is the best of those without fitted weights. The others are there
//! for comparison. `docs/quality.md` has the figures.
//!
//! ## Which function should I call?
//!
//! | you have | you call |
//! |---|---|
//! | a string | [`Summarizer::summarize`] |
//! | the bytes of a file | [`Summarizer::summarize_bytes`] with [`read::by_extension`] |
//! | a line of JSONL | [`Summarizer::summarize_record`] |
//! | many documents, one summary | [`read::read`] each, then [`Summarizer::merge`] |
//!
//! All of them return a [`Summary`]: plain data that serialises to the command's JSON.
//!
//! The same input gives the same bytes on every machine and for any number
//! of threads. The library neither touches the file system nor prints.
//!
//! # Example
//!
//! ```
//! use epitome::{Budget, Options, Summarizer};
//!
//! let text = "Rain fell for nine days. The river Arle rose by two metres and \
//!             broke its banks. Schools in the valley stay closed.";
//! let mut options = Options::default();
//! options.select.overall = Budget::words(12);
//! let summary = Summarizer::new(options)?.summarize(text)?;
//! for pick in &summary.overall.sentences {
//!     let (start, end) = (pick.start.unwrap() as usize, pick.end.unwrap() as usize);
//!     assert_eq!(&text[start..end], pick.text);
//! }
//! assert!(summary.overall.words <= 12);
//! # Ok::<(), epitome::Error>(())
//! ```
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `archives` | yes | DOCX and EPUB |
//! | `cli` | yes | the command `epitome` |
//! | `parallel` | yes | the use of all cores for one large document |
//! | `unspaced` | yes | dictionaries for Chinese, Japanese, Thai, Khmer, Lao and Burmese, 3 MB |

mod analysis;
mod assemble;
mod candidates;
mod collection;
mod document;
mod error;
#[cfg(feature = "cli")]
pub mod evaluate;
mod flood;
mod keywords;
mod lanes;
pub mod language;
mod options;
mod parallel;
mod passages;
mod pipeline;
pub mod read;
pub mod reading;
pub mod render;
mod score;
pub mod segment;
mod select;
mod shown;
mod summarizer;
mod summary;
mod terms;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;

pub use document::{Block, BlockKind, Document, Section, Sentence, Span};
pub use error::{Error, Result};
pub use language::Language;
pub use options::{
    Budget, Format, Fraction, HtmlMode, Options, OutputOptions, ReadOptions,
    ScoreOptions, SegmentOptions, SelectOptions, TermOptions,
};
pub use score::Method;
pub use summarizer::Summarizer;
pub use summary::{
    End, Extract, FailedSource, Failure, Keyword, Pick, SCHEMA_VERSION, ScoredSentence,
    SectionSummary, Source, SourcePath, Summary,
};
pub use terms::StopWords;

/// The README's example of the library runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

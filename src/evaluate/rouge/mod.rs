//! ROUGE of any methods side by side: the same documents, the same sentences,
//! the same budget of words, against summaries that people wrote.
//!
//! ROUGE-1, ROUGE-2 and ROUGE-Lsum (Lin, *ROUGE: A Package for Automatic
//! Evaluation of Summaries*, 2004) as F1, the mean over a document's
//! references. On English without stems the figures equal those of Google's
//! `rouge-score` package. Every chooser works through the pipeline that
//! [`Summarizer`](crate::Summarizer) is.

mod bootstrap;
mod choosers;
mod dangling;
mod examples;
mod lcs;
mod measure;
mod ngrams;
mod oracle;
mod records;
mod report;
mod sections;
mod subject;
mod table;
mod text;
mod threads;
mod tokens;
mod work;

pub use bootstrap::RESAMPLES;
pub use choosers::{Chooser, Words};
pub use examples::{Examples, examples};
pub use measure::Settings;
pub use records::Set;
pub use report::{Estimate, Measures, Report, Row, SetReport, report};
pub use table::table;
pub use text::{Figures, Text};
pub use tokens::{Token, Tokenizer};

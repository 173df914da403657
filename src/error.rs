//! What can go wrong in the library. No paths and no terminal text: whoever
//! knows where the input came from adds that.

/// Why a document could not be summarised, or options not accepted.
///
/// ```
/// use epitome::{Error, Options, Summarizer};
/// let mut options = Options::default();
/// options.read.max_bytes = 4;
/// let error = Summarizer::new(options)?.summarize("Too long.").unwrap_err();
/// assert!(matches!(error, Error::TooLarge { bytes: 9, limit: 4 }));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The document is larger than [`ReadOptions::max_bytes`](crate::ReadOptions::max_bytes).
    #[error("it has more than the limit of {limit} bytes")]
    TooLarge {
        /// The size of the document, or as much of it as was read.
        bytes: u64,
        /// The limit in force.
        limit: u64,
    },
    /// The bytes are no text at all.
    #[error("looks like {kind}, not text")]
    Binary {
        /// What the bytes look like, with its article: "a PNG image".
        kind: &'static str,
    },
    /// The bytes are a document of a format that is not read.
    #[error("{format} is not supported; {advice}")]
    Unsupported {
        /// The format's name.
        format: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// The bytes are an archive (DOCX, EPUB) that is damaged, encrypted, more
    /// than it seems, or no such document.
    #[error("{message}")]
    Archive {
        /// What is wrong with it.
        message: String,
    },
    /// The encoding label is none of the WHATWG Encoding Standard.
    #[error(
        "unknown encoding '{label}' (try utf-8, windows-1252, iso-8859-2 or shift_jis)"
    )]
    UnknownEncoding {
        /// The label as given.
        label: String,
    },
    /// A JSONL record that is not one.
    #[error("{message}")]
    Record {
        /// What is wrong with it.
        message: String,
        /// The record's identifier, where it has one.
        id: Option<String>,
    },
    /// A value that an option does not take.
    #[error("{option}: {message}")]
    Option {
        /// The option's name.
        option: &'static str,
        /// The allowed range.
        message: String,
    },
}

/// The library's result.
pub type Result<T> = std::result::Result<T, Error>;

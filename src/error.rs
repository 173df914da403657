//! What can go wrong in the library. Messages name no paths: the caller knows where the
//! input came from.

/// Why a document could not be summarised, or options were rejected.
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
    /// The bytes are not text.
    #[error("looks like {kind}, not text")]
    Binary {
        /// What the bytes look like, with its article: "a PNG image".
        kind: &'static str,
    },
    /// The bytes are a document in a format that is not supported.
    #[error("{format} is not supported; {advice}")]
    Unsupported {
        /// The format's name.
        format: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// The bytes are an archive (DOCX, EPUB) that is damaged, encrypted, suspiciously
    /// large, or not such a document.
    #[error("{message}")]
    Archive {
        /// What is wrong with it.
        message: String,
    },
    /// The WHATWG Encoding Standard has no such encoding label.
    #[error(
        "unknown encoding '{label}' (try utf-8, windows-1252, iso-8859-2 or shift_jis)"
    )]
    UnknownEncoding {
        /// The label as given.
        label: String,
    },
    /// A line that is not a valid JSONL record.
    #[error("{message}")]
    Record {
        /// What is wrong with it.
        message: String,
        /// The record's identifier, if it has one.
        id: Option<String>,
    },
    /// A value that an option does not accept.
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

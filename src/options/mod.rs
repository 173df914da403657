//! What a caller can set, as plain data: one struct for each stage, with the same
//! defaults as the command line.

mod budget;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::language::Language;
use crate::score::Method;
use crate::terms::StopWords;
pub use budget::{Budget, Fraction};

/// Every option, grouped by the stage that reads it.
///
/// ```
/// use epitome::{Budget, Options};
/// let mut options = Options::default();
/// options.select.overall = Budget::words(100);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// How bytes become a document.
    pub read: ReadOptions,
    /// How a document becomes sections and sentences.
    pub segment: SegmentOptions,
    /// How words become terms.
    pub terms: TermOptions,
    /// How sentences are scored.
    pub score: ScoreOptions,
    /// Which sentences are chosen.
    pub select: SelectOptions,
    /// What the summary holds besides the chosen sentences.
    pub output: OutputOptions,
}

impl Options {
    /// The redundancy that is set, or else the method's default.
    pub(crate) fn redundancy(&self) -> Fraction {
        self.select.redundancy.unwrap_or(Fraction(self.score.method.redundancy()))
    }
}

/// The format of a document.
///
/// ```
/// use epitome::{Format, Options, Summarizer};
/// let mut options = Options::default();
/// options.read.format = Format::Markdown;
/// let summary = Summarizer::new(options)?.summarize("# Ice\n\nIt *broke* the wall.")?;
/// assert_eq!(summary.sections[0].heading.as_deref(), Some("Ice"));
/// assert_eq!(summary.overall.sentences[0].text, "It broke the wall.");
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// By the file's extension or, if that says nothing, by its content.
    #[default]
    Auto,
    /// Plain text.
    Text,
    /// Markdown (CommonMark with tables, footnotes and front matter).
    Markdown,
    /// HTML or XHTML.
    Html,
    /// One JSON record on each line.
    Jsonl,
    /// Office Open XML text (Word), which has no offsets. It needs the feature
    /// `archives`, as EPUB does.
    Docx,
    /// An EPUB book, which has no offsets.
    Epub,
}

/// How much of an HTML page is read.
///
/// ```
/// use epitome::{Format, HtmlMode, Options, Summarizer};
/// let page = "<nav>Home. News.</nav><article><p>Ice broke the wall.</p></article>";
/// let sentences = |mode| {
///     let mut options = Options::default();
///     options.read.html = mode;
///     let summary = Summarizer::new(options)?.summarize_bytes(page.into(), Format::Html)?;
///     Ok::<usize, epitome::Error>(summary.source.sentences)
/// };
/// assert!(sentences(HtmlMode::Article)? < sentences(HtmlMode::Page)?);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HtmlMode {
    /// The main content alone: no navigation, banners, related links.
    #[default]
    Article,
    /// Everything that a browser shows.
    Page,
}

/// How bytes become a document.
///
/// ```
/// use epitome::{Format, Language, Options, Summarizer};
/// let mut options = Options::default();
/// options.read.encoding = Some("windows-1252".into());
/// options.read.language = Language::from_code("fr");
/// let bytes = b"La digue a c\xe9d\xe9.".to_vec();
/// let summary = Summarizer::new(options)?.summarize_bytes(bytes, Format::Text)?;
/// assert_eq!(summary.overall.sentences[0].text, "La digue a cédé.");
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The format. Default: [`Format::Auto`].
    pub format: Format,
    /// How much of an HTML page is read. Default: [`HtmlMode::Article`].
    pub html: HtmlMode,
    /// A label of the WHATWG Encoding Standard that overrules detection. Default: none.
    pub encoding: Option<String>,
    /// The largest document, in bytes; for an archive also the largest decompressed size.
    /// Default: 1 GiB; never above 4 GiB.
    pub max_bytes: u64,
    /// The field of a record that holds its text. Default: `text`.
    pub text_field: String,
    /// The field of a record that identifies it. Default: `id`.
    pub id_field: String,
    /// The language, or `None` to detect it for each document. Default: none.
    pub language: Option<Language>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions {
            format: Format::Auto,
            html: HtmlMode::Article,
            encoding: None,
            max_bytes: 1 << 30,
            text_field: "text".into(),
            id_field: "id".into(),
            language: None,
        }
    }
}

/// How a document becomes sections and sentences.
///
/// ```
/// use epitome::{Format, Options, Summarizer};
/// let book = "# Sea\n\nIt rose.\n\n## Wall\n\nIt broke.\n\n# Town\n\nIt slept.\n";
/// let mut options = Options::default();
/// options.segment.depth = Some(1);
/// let summary = Summarizer::new(options)?.summarize_bytes(book.into(), Format::Markdown)?;
/// let headings: Vec<_> = summary.sections.iter().flat_map(|section| &section.heading).collect();
/// assert_eq!(headings, ["Sea", "Town"]);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct SegmentOptions {
    /// Headings deeper than this level begin no section; their text belongs to
    /// the section above. Default: none, every heading begins a section.
    pub depth: Option<u8>,
}

/// How words become terms.
///
/// ```
/// use epitome::{Options, StopWords, Summarizer};
/// let text = "Acme built the wall. Acme owns the port. The wall broke.";
/// let mut options = Options::default();
/// options.output.keywords = 1;
/// options.terms.stop_words = StopWords::parse("Acme")?;
/// let summary = Summarizer::new(options)?.summarize(text)?;
/// assert_eq!(summary.keywords.unwrap()[0].term, "wall");
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct TermOptions {
    /// Words to ignore, in addition to the stop words of the language. Default: none.
    pub stop_words: StopWords,
}

/// How sentences are scored.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ScoreOptions {
    /// The method. Default: [`Method::Epitome`].
    pub method: Method,
    /// A question or topic for the summary. Sentences with its terms come first, by
    /// their TF-ISF cosine to it; their neighbours, and sections whose heading
    /// has its terms, gain a little. If none of its terms occurs, it is ignored,
    /// with a warning. Default: none.
    ///
    /// ```
    /// use epitome::{Budget, Options, Summarizer};
    /// let mut options = Options::default();
    /// options.score.query = Some("Who pays?".into());
    /// options.select.overall = Budget::sentences(1);
    /// let text = "The wall broke in March. The county will pay for it. Nobody was hurt.";
    /// let summary = Summarizer::new(options)?.summarize(text)?;
    /// assert_eq!(summary.overall.sentences[0].text, "The county will pay for it.");
    /// # Ok::<(), epitome::Error>(())
    /// ```
    pub query: Option<String>,
}

/// Which sentences are chosen.
///
/// ```
/// use epitome::{Budget, Fraction, Options, Summarizer};
/// let mut options = Options::default();
/// options.select.overall = Budget::words(50);
/// options.select.section = Budget::sentences(2);
/// options.select.redundancy = Some(Fraction::new(0.5)?);
/// options.select.min_sentence_words = 3;
/// let summary = Summarizer::new(options)?.summarize("Fire! Ice broke the old wall.")?;
/// assert_eq!(summary.overall.sentences[0].text, "Ice broke the old wall.");
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SelectOptions {
    /// The budget of the overall summary. Default: 3 sentences.
    pub overall: Budget,
    /// The budget of each section's summary. Default: 1 sentence.
    pub section: Budget,
    /// How strongly a sentence is penalised for repeating what is already
    /// chosen, from 0 (not at all) to 1. Default: none, which means 1 for
    /// [`Method::Epitome`] and 0 for the other methods.
    pub redundancy: Option<Fraction>,
    /// Sentences with fewer words (UAX #29 words with a letter or digit) are
    /// not chosen. If that leaves no sentence in the document, the limit is dropped,
    /// with a warning; a section may be left without. Default: 0.
    pub min_sentence_words: usize,
    /// The same for sentences with more words; not below
    /// [`min_sentence_words`](Self::min_sentence_words). Default: none.
    pub max_sentence_words: Option<usize>,
}

impl SelectOptions {
    /// Whether the options are consistent.
    pub(crate) fn check(&self) -> Result<()> {
        let fewest = self.min_sentence_words;
        match self.max_sentence_words.filter(|most| *most < fewest) {
            None => Ok(()),
            Some(most) => Err(Error::Option {
                option: "min-sentence-words",
                message: format!("{fewest} is more than max-sentence-words, {most}"),
            }),
        }
    }
}

impl Default for SelectOptions {
    fn default() -> Self {
        SelectOptions {
            overall: Budget::sentences(3),
            section: Budget::sentences(1),
            redundancy: None,
            min_sentence_words: 0,
            max_sentence_words: None,
        }
    }
}

/// What the summary holds besides the chosen sentences.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OutputOptions {
    /// Whether there is an overall summary. Default: true.
    pub overall: bool,
    /// Whether there is a summary of each section. Default: true.
    pub sections: bool,
    /// Whether every sentence is listed with its score and its parts. Default: false.
    pub scores: bool,
    /// Whether the summary holds the whole text too, passage by passage, with
    /// every sentence's score, for renderers that show it. Default: false.
    pub reading: bool,
    /// How many keywords to list at most, for the whole and for each section:
    /// words and phrases of up to four words, in the form that is most frequent in
    /// the text. Default: 0, no list.
    ///
    /// ```
    /// use epitome::{Options, Summarizer};
    /// let mut options = Options::default();
    /// options.output.keywords = 1;
    /// let text = "The sea wall broke. A new sea wall is planned.";
    /// let summary = Summarizer::new(options)?.summarize(text)?;
    /// assert_eq!(summary.keywords.unwrap()[0].term, "sea wall");
    /// # Ok::<(), epitome::Error>(())
    /// ```
    pub keywords: usize,
}

impl Default for OutputOptions {
    fn default() -> Self {
        OutputOptions {
            overall: true,
            sections: true,
            scores: false,
            reading: false,
            keywords: 0,
        }
    }
}

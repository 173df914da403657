//! The entry point: options once, then one document after another.

use crate::assemble::Outcome;
use crate::collection::Collection;
use crate::document::Document;
use crate::error::Result;
use crate::options::{Format, Options};
use crate::pipeline;
use crate::read;
use crate::summary::Summary;
use crate::terms::Vocabularies;

/// Summarises one document after another with the same options.
///
/// It remembers the words it has seen in each language, which makes the
/// next document faster without changing its summary. Give each thread
/// its own summariser.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let text = "The harbour closed on Monday. Ice had broken the outer wall. \
///             Repairs of the harbour wall will take a year. Nobody was hurt.";
/// let mut options = Options::default();
/// options.select.overall = epitome::Budget::sentences(1);
/// let summary = Summarizer::new(options)?.summarize(text)?;
/// assert_eq!(summary.overall.sentences.len(), 1);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Debug)]
pub struct Summarizer {
    options: Options,
    vocabularies: Vocabularies,
}

impl Summarizer {
    /// A summariser with these options.
    ///
    /// # Errors
    /// [`Error::UnknownEncoding`](crate::Error::UnknownEncoding) if there is no such encoding, and
    /// [`Error::Option`](crate::Error::Option) if options contradict each other.
    pub fn new(options: Options) -> Result<Self> {
        options.select.check()?;
        if let Some(label) = &options.read.encoding {
            read::check_label(label)?;
        }
        let (own, method) = (options.terms.stop_words.clone(), options.score.method);
        let vocabularies = Vocabularies::new(own, method.context());
        Ok(Summarizer { options, vocabularies })
    }

    /// Summarises a text. Unless the options give a format, it is read as plain text.
    ///
    /// # Errors
    /// As [`read::read`]: a text that begins as a PDF does, or holds NUL, is refused too.
    pub fn summarize(&mut self, text: &str) -> Result<Summary> {
        self.summarize_bytes(text.as_bytes().to_vec(), Format::Text)
    }

    /// Summarises one document, given as the bytes of a file. `hint` is the
    /// format that the file's name suggests ([`read::by_extension`]).
    ///
    /// # Errors
    /// As [`read::read`].
    ///
    /// ```
    /// use epitome::{Options, Summarizer, read};
    /// let name = "notes/ice.md";
    /// let bytes = b"# Ice\n\nIt *broke* the wall.".to_vec();
    /// let format = read::by_extension(name.as_ref());
    /// let summary = Summarizer::new(Options::default())?.summarize_bytes(bytes, format)?;
    /// let pick = &summary.overall.sentences[0];
    /// assert_eq!((&*pick.text, pick.start), ("It broke the wall.", Some(7)));
    /// # Ok::<(), epitome::Error>(())
    /// ```
    pub fn summarize_bytes(&mut self, bytes: Vec<u8>, hint: Format) -> Result<Summary> {
        let document = read::read(bytes, hint, &self.options.read)?;
        Ok(self.summarize_document(&document))
    }

    /// Summarises one line of a JSONL file.
    ///
    /// # Errors
    /// As [`read::jsonl::read`].
    ///
    /// ```
    /// use epitome::{Options, Summarizer};
    /// let mut summarizer = Summarizer::new(Options::default())?;
    /// for line in [r#"{"id": "a", "text": "Rain fell."}"#, r#"{"id": "b"}"#] {
    ///     match summarizer.summarize_record(line.as_bytes()) {
    ///         Ok(summary) => assert_eq!(summary.source.id.as_deref(), Some("a")),
    ///         Err(error) => assert_eq!(error.to_string(), r#"no field "text" or "sentences""#),
    ///     }
    /// }
    /// # Ok::<(), epitome::Error>(())
    /// ```
    pub fn summarize_record(&mut self, line: &[u8]) -> Result<Summary> {
        let document = read::jsonl::read(line, &self.options.read)?;
        Ok(self.summarize_document(&document))
    }

    /// Summarises a document that has already been read.
    ///
    /// ```
    /// use epitome::{Format, Options, Summarizer, read};
    /// let options = Options::default();
    /// let mut document = read::read("Ice broke it.".into(), Format::Text, &options.read)?;
    /// document.title = Some("The wall".into());
    /// let summary = Summarizer::new(options)?.summarize_document(&document);
    /// assert_eq!(summary.title.as_deref(), Some("The wall"));
    /// # Ok::<(), epitome::Error>(())
    /// ```
    pub fn summarize_document(&mut self, document: &Document) -> Summary {
        self.outcome(document).summary()
    }

    /// What is chosen of a document.
    pub(crate) fn outcome<'a>(&mut self, document: &'a Document) -> Outcome<'a> {
        let (options, vocabularies) = (&self.options, &mut self.vocabularies);
        let (segment, wanted) = (&options.segment, pipeline::wanted(options));
        let collection = Collection::of(document, segment, wanted, vocabularies);
        pipeline::run(collection, options)
    }

    /// Makes one summary of all `documents` together, which have already been read
    /// ([`read::read`]). Of sentences that say nearly the same, the summary has at
    /// most one; the more documents contain it, the more it counts. Every
    /// sentence names its document.
    ///
    /// The whole collection is held in memory, about twice the size of its text.
    ///
    /// ```
    /// use epitome::{Format, Options, Summarizer, read};
    /// let options = Options::default();
    /// let texts = ["The dam broke on Monday. Rain fell.", "On Monday the dam broke. A road closed."];
    /// let documents = texts
    ///     .iter()
    ///     .map(|text| read::read(text.as_bytes().to_vec(), Format::Text, &options.read))
    ///     .collect::<Result<Vec<_>, _>>()?;
    /// let summary = Summarizer::new(options)?.merge(documents)?;
    /// let dams = summary.overall.sentences.iter().filter(|pick| pick.text.contains("dam"));
    /// assert_eq!(dams.count(), 1);
    /// assert_eq!(summary.documents.len(), 2);
    /// # Ok::<(), epitome::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::TooLarge`](crate::Error::TooLarge) where the texts have 4 GiB or more together.
    pub fn merge(&mut self, documents: Vec<Document>) -> Result<Summary> {
        Ok(self.outcome_of_all(documents)?.summary())
    }

    /// What is chosen of `documents` together.
    pub(crate) fn outcome_of_all(
        &mut self,
        documents: Vec<Document>,
    ) -> Result<Outcome<'static>> {
        let (options, vocabularies) = (&self.options, &mut self.vocabularies);
        let (segment, wanted) = (&options.segment, pipeline::wanted(options));
        let method = options.score.method;
        let collection =
            Collection::merged(documents, segment, wanted, method, vocabularies)?;
        Ok(pipeline::run(collection, options))
    }
}

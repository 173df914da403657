//! The class `Summarizer`.

use std::sync::Arc;

use epitome::{Budget, Format, Options};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyTuple};

use crate::many::Summaries;
use crate::pool::{Pool, Trouble};
use crate::summary::Summary;
use crate::{arrow, options, value_error};

/// Summarises text after text with the same options.
///
/// It may be used by any number of threads at once; the interpreter is free meanwhile.
///
/// Args:
///     sentences: Exactly so many sentences, or all there are. Default: 3, unless another length is given.
///     words, chars: At most so many words (UAX #29) or characters.
///     ratio: At most this share of the sentences, 0 to 1. Several lengths hold together.
///     section_sentences, section_words: The same for each section. Default: 1 sentence.
///     sections, overall: Whether there is a summary of each section, and of the whole.
///     depth: Sections down to this heading level; deeper ones belong to the section above.
///     method: How sentences are scored, one of `METHODS`.
///     query: What the summary is to answer; sentences with its words lead.
///     redundancy: How strongly repetition counts against a sentence, 0 to 1.
///         Default: 1 with `epitome`, 0 with other methods.
///     keywords: So many keywords of the whole and of each section.
///     scores: Whether `Summary.all_sentences`, `Sentence.rank` and `Sentence.parts` are filled.
///     min_sentence_words, max_sentence_words: No shorter or longer sentence is chosen.
///     stop_words: Words that say nothing of the subject, besides those of the language.
///     language: An ISO 639-1 code, or `auto` to detect it for each text.
///     format: How a text is read. `auto` tells it by the content.
///     html: The main content of a page (`article`), or everything (`page`).
///     max_bytes: The largest text, in bytes of UTF-8.
///
/// Raises:
///     ValueError: A value that an option does not take. The message names the option and what it takes.
#[pyclass(frozen, module = "epitome")]
#[derive(Debug)]
pub struct Summarizer {
    pool: Arc<Pool>,
    /// What it was made with, by which another process makes its like.
    arguments: Py<PyDict>,
}

/// The named variables as a `dict`.
macro_rules! dict {
    ($py:expr, $($name:ident),+ $(,)?) => {{
        let dict = PyDict::new($py);
        $(dict.set_item(stringify!($name), &$name)?;)+
        dict
    }};
}

/// The summary of `text` by one of `pool`.
pub fn summarize(pool: &Pool, text: &str) -> Result<Summary, Trouble> {
    // `auto` leaves the format to the content.
    let summary = pool.with(|summarizer| {
        summarizer.summarize_bytes(text.as_bytes().to_vec(), Format::Auto)
    })?;
    Ok(Summary::new(text, summary))
}

#[pymethods]
impl Summarizer {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keyword arguments")]
    #[pyo3(signature = (
        sentences=None, *, words=None, chars=None, ratio=None,
        section_sentences=None, section_words=None, sections=true, overall=true, depth=None,
        method="epitome", query=None, redundancy=None, keywords=0, scores=false,
        min_sentence_words=0, max_sentence_words=None, stop_words=vec![],
        language="auto", format="text", html="article", max_bytes=1 << 30,
    ))]
    fn new(
        py: Python<'_>,
        sentences: Option<i64>,
        words: Option<i64>,
        chars: Option<i64>,
        ratio: Option<f64>,
        section_sentences: Option<i64>,
        section_words: Option<i64>,
        sections: bool,
        overall: bool,
        depth: Option<i64>,
        method: &str,
        query: Option<String>,
        redundancy: Option<f64>,
        keywords: i64,
        scores: bool,
        min_sentence_words: i64,
        max_sentence_words: Option<i64>,
        stop_words: Vec<String>,
        language: &str,
        format: &str,
        html: &str,
        max_bytes: i64,
    ) -> PyResult<Self> {
        let arguments = dict!(
            py, sentences, words, chars, ratio, section_sentences, section_words,
            sections, overall, depth, method, query, redundancy, keywords, scores,
            min_sentence_words, max_sentence_words, stop_words, language, format, html,
            max_bytes,
        );
        let count = |name: &str, value: Option<i64>| {
            value.map(|value| options::count(name, value)).transpose()
        };
        let share = |name: &str, value: Option<f64>| {
            value.map(|value| options::share(name, value)).transpose()
        };
        let mut set = Options::default();
        set.read.format = options::format(format)?;
        set.read.html = options::html(html)?;
        set.read.language = options::language(language)?;
        set.read.max_bytes = options::count("max_bytes", max_bytes)? as u64;
        set.segment.depth = depth.map(options::depth).transpose()?;
        set.terms.stop_words = options::stop_words(&stop_words)?;
        set.score.method = options::method(method)?;
        set.score.query = query;
        set.select.overall = given(
            Budget {
                sentences: count("sentences", sentences)?,
                words: count("words", words)?,
                chars: count("chars", chars)?,
                ratio: share("ratio", ratio)?,
            },
            set.select.overall,
        );
        set.select.section = given(
            Budget {
                sentences: count("section_sentences", section_sentences)?,
                words: count("section_words", section_words)?,
                ..Budget::default()
            },
            set.select.section,
        );
        set.select.redundancy = share("redundancy", redundancy)?;
        set.select.min_sentence_words =
            options::count("min_sentence_words", min_sentence_words)?;
        set.select.max_sentence_words = count("max_sentence_words", max_sentence_words)?;
        set.output.sections = sections;
        set.output.overall = overall;
        set.output.keywords = options::count("keywords", keywords)?;
        set.output.scores = scores;
        let pool = Pool::new(set)
            .map_err(|error| value_error(error.to_string().replace('-', "_")))?;
        Ok(Summarizer { pool: Arc::new(pool), arguments: arguments.unbind() })
    }

    /// What a pickle of it holds: the options, not what it has learnt.
    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        Ok((PyTuple::empty(py), self.arguments.bind(py).copy()?))
    }

    /// The summary of one text.
    ///
    /// Raises:
    ///     ValueError: The text is larger than `max_bytes`.
    fn summarize(&self, py: Python<'_>, text: &str) -> PyResult<Summary> {
        Ok(py.detach(|| summarize(&self.pool, text))?)
    }

    /// The summaries of many texts, in order, on `threads` threads (0: all cores).
    ///
    /// The iterable is read as the summaries are taken, 16 texts a thread ahead.
    #[pyo3(signature = (texts, threads=0))]
    fn summarize_many(
        &self,
        texts: &Bound<'_, PyAny>,
        threads: i64,
    ) -> PyResult<Summaries> {
        if texts.is_instance_of::<pyo3::types::PyString>() {
            return Err(value_error("texts: a str is one text, not an iterable of them"));
        }
        let texts: Bound<'_, PyIterator> = texts.try_iter()?;
        Summaries::new(
            texts.unbind(),
            Arc::clone(&self.pool),
            options::count("threads", threads)?,
        )
    }

    /// The summaries of the rows of a record batch; no row becomes an object of Python.
    ///
    /// Each row is read as the JSONL record `{"id": …, "text": …, "lang": …, "title": …}` with what is not null, or
    /// its text as the `format` says, if that is not `text`.
    ///
    /// Args:
    ///     batch: A `pyarrow.RecordBatch`, or anything else with `__arrow_c_array__`.
    ///     text: The column of texts: string, large_string or string_view.
    ///     id: The column that identifies a row: as `text`, or int32 or int64.
    ///     language: The column of ISO 639-1 codes; null where it is to be detected.
    ///     title: The column of titles.
    ///     threads: Threads; 0 for all cores. Spark runs a task on each core, so there 1 is right.
    ///
    /// Returns:
    ///     A batch with as many rows, in the same order, and the columns of `SPARK_SCHEMA`: `id`; `json`, the line
    ///     that `epitome --from jsonl -f ndjson` prints for the record, or for the text as another `format`; `summary`, the chosen sentences of the whole
    ///     with their offsets in characters and in bytes; and `error`, why a row has no summary. Null where there is
    ///     nothing to say.
    ///
    /// Raises:
    ///     ValueError: A column is missing or of another type, or the summaries have 2 GiB or more.
    #[pyo3(signature = (batch, text="text", *, id=None, language=None, title=None, threads=1))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keyword arguments")]
    fn summarize_arrow<'py>(
        &self,
        py: Python<'py>,
        batch: &Bound<'py, PyAny>,
        text: &str,
        id: Option<&str>,
        language: Option<&str>,
        title: Option<&str>,
        threads: i64,
    ) -> PyResult<Bound<'py, PyAny>> {
        let names = arrow::Names { text, id, language, title };
        arrow::summarize(
            py,
            &self.pool,
            batch,
            names,
            options::count("threads", threads)?,
        )
    }
}

/// The budget that is given, or else the default one.
fn given(given: Budget, default: Budget) -> Budget {
    if given == Budget::default() { default } else { given }
}

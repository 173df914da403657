from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, final

import pyarrow  # type: ignore[import-untyped]

from ._options import Format, Html, Method

__all__ = ["METHODS", "SPARK_SCHEMA", "Section", "Sentence", "Summaries", "Summarizer", "Summary"]

METHODS: Final[list[str]]
"""The names of the methods."""
SPARK_SCHEMA: Final[str]
"""The schema of what `Summarizer.summarize_arrow` returns, as `DataFrame.mapInArrow` takes it."""

@final
class Summarizer:
    """Summarises text after text with the same options.

    It may be used by any number of threads at once; the interpreter is free meanwhile.

    Args:
        sentences: Exactly so many sentences, or all there are. Default: 3, unless another length is given.
        words, chars: At most so many words (UAX #29) or characters.
        ratio: At most this share of the sentences, 0 to 1. Several lengths hold together.
        section_sentences, section_words: The same for each section. Default: 1 sentence.
        sections, overall: Whether there is a summary of each section, and of the whole.
        depth: Sections down to this heading level; deeper ones belong to the section above.
        method: How sentences are scored, one of `METHODS`.
        query: What the summary is to answer; sentences with its words lead.
        redundancy: How strongly repetition counts against a sentence, 0 to 1.
            Default: 1 with `epitome`, 0 with other methods.
        keywords: So many keywords of the whole and of each section.
        scores: Whether `Summary.all_sentences`, `Sentence.rank` and `Sentence.parts` are filled.
        min_sentence_words, max_sentence_words: No shorter or longer sentence is chosen.
        stop_words: Words that say nothing of the subject, besides those of the language.
        language: An ISO 639-1 code, or `auto` to detect it for each text.
        format: How a text is read. `auto` tells it by the content.
        html: The main content of a page (`article`), or everything (`page`).
        max_bytes: The largest text, in bytes of UTF-8.

    Raises:
        ValueError: A value that an option does not take. The message names the option and what it takes.
    """

    def __new__(
        cls,
        sentences: int | None = None,
        *,
        words: int | None = None,
        chars: int | None = None,
        ratio: float | None = None,
        section_sentences: int | None = None,
        section_words: int | None = None,
        sections: bool = True,
        overall: bool = True,
        depth: int | None = None,
        method: Method = "epitome",
        query: str | None = None,
        redundancy: float | None = None,
        keywords: int = 0,
        scores: bool = False,
        min_sentence_words: int = 0,
        max_sentence_words: int | None = None,
        stop_words: Sequence[str] = ...,
        language: str = "auto",
        format: Format = "text",
        html: Html = "article",
        max_bytes: int = ...,
    ) -> Summarizer: ...
    def summarize(self, text: str) -> Summary:
        """The summary of one text.

        Raises:
            ValueError: The text is larger than `max_bytes`.
        """

    def summarize_many(self, texts: Iterable[str], threads: int = 0) -> Summaries:
        """The summaries of many texts, in order, on `threads` threads (0: all cores).

        The iterable is read as the summaries are taken, 16 texts a thread ahead.
        """

    def summarize_arrow(
        self,
        batch: Any,
        text: str = "text",
        *,
        id: str | None = None,
        language: str | None = None,
        title: str | None = None,
        threads: int = 1,
    ) -> pyarrow.RecordBatch:
        """The summaries of the rows of a record batch; no row becomes an object of Python.

        Each row is read as the JSONL record `{"id": …, "text": …, "lang": …, "title": …}` with what is not null, or
        its text as the `format` says, if that is not `text`.

        Args:
            batch: A `pyarrow.RecordBatch`, or anything else with `__arrow_c_array__`.
            text: The column of texts: string, large_string or string_view.
            id: The column that identifies a row: as `text`, or int32 or int64.
            language: The column of ISO 639-1 codes; null where it is to be detected.
            title: The column of titles.
            threads: Threads; 0 for all cores. Spark runs a task on each core, so there 1 is right.

        Returns:
            A batch with as many rows, in the same order, and the columns of `SPARK_SCHEMA`: `id`; `json`, the line
            that `epitome --from jsonl -f ndjson` prints for the record, or for the text as another `format`; `summary`, the chosen sentences of the whole
            with their offsets in characters and in bytes; and `error`, why a row has no summary. Null where there is
            nothing to say.

        Raises:
            ValueError: A column is missing or of another type, or the summaries have 2 GiB or more.
        """

@final
class Summaries(Iterator[Summary]):
    """The iterator that `summarize_many` returns."""

    def __iter__(self) -> Summaries: ...
    def __next__(self) -> Summary: ...

@final
class Summary:
    """The summary of one text.

    Iterating it gives the sentences of the overall summary; `str` gives them one a line.
    """

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of the overall summary, in the order of the text."""
    @property
    def sections(self) -> list[Section]:
        """Every section with its own summary, in the order of the text."""
    @property
    def all_sentences(self) -> list[Sentence]:
        """Every sentence of the text with its rank and parts; empty without `scores`."""
    @property
    def keywords(self) -> list[tuple[str, float]]:
        """Keywords with their scores (the best has 1), best first; empty without `keywords`."""
    @property
    def title(self) -> str | None:
        """The title, if the text names one."""
    @property
    def language(self) -> str:
        """The ISO 639-1 code of the language, or `und`."""
    @property
    def method(self) -> str:
        """The method that chose the sentences."""
    @property
    def words(self) -> int:
        """The words of the overall summary."""
    @property
    def warnings(self) -> list[str]:
        """What the user should know."""
    def to_json(self) -> str:
        """The JSON that the command prints, described by `schema/summary-v1.json`, without a line end."""
    def to_dict(self) -> dict[str, Any]:
        """The same as a dict."""
    def __iter__(self) -> Iterator[Sentence]: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class Section:
    """A section with its own summary. Iterating it gives the chosen sentences."""

    @property
    def heading(self) -> str | None:
        """The heading; None for text before the first."""
    @property
    def level(self) -> int:
        """The heading's level, from 1."""
    @property
    def start(self) -> int | None:
        """The first character of the section in the text, its heading included."""
    @property
    def end(self) -> int | None:
        """The character after its last."""
    @property
    def byte_start(self) -> int | None:
        """`start` in bytes of UTF-8, as in the JSON."""
    @property
    def byte_end(self) -> int | None:
        """`end` in bytes of UTF-8, as in the JSON."""
    @property
    def words(self) -> int:
        """The words of its summary."""
    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of its summary."""
    @property
    def keywords(self) -> list[tuple[str, float]]:
        """Its keywords with their scores, best first; empty without `keywords`."""
    def __iter__(self) -> Iterator[Sentence]: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Sentence:
    """One sentence. In plain text, `text[start:end]` is it, up to white space."""

    @property
    def text(self) -> str:
        """The sentence as a person reads it: markup dropped, white space folded."""
    @property
    def start(self) -> int | None:
        """Its first character in the text."""
    @property
    def end(self) -> int | None:
        """The character after its last."""
    @property
    def byte_start(self) -> int | None:
        """`start` in bytes of UTF-8, as in the JSON: without a byte-order mark."""
    @property
    def byte_end(self) -> int | None:
        """`end` in bytes of UTF-8, as in the JSON."""
    @property
    def index(self) -> int:
        """Its place among all sentences of the text, from 0."""
    @property
    def section(self) -> int:
        """The index of its section."""
    @property
    def score(self) -> float:
        """Higher is better; comparable within one text and method."""
    @property
    def rank(self) -> int | None:
        """Its rank, from 1; None for a sentence that is no candidate, and without `scores`."""
    @property
    def parts(self) -> dict[str, float] | None:
        """What the score is made of; None without `scores`."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

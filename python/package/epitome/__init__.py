"""Extractive summaries: the sentences that say most of a text, verbatim, with their offsets.

>>> import epitome
>>> text = "Rain fell for nine days. The river Arle broke its banks. Schools stay closed."
>>> summary = epitome.summarize(text, sentences=1)
>>> for sentence in summary:
...     assert text[sentence.start:sentence.end] == sentence.text

`Summarizer` says what each option means.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from importlib.metadata import version as _version
from typing import TYPE_CHECKING, Any

from ._epitome import METHODS, SPARK_SCHEMA, Section, Sentence, Summaries, Summarizer, Summary

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._options import Options

__all__ = [
    "METHODS",
    "SPARK_SCHEMA",
    "Section",
    "Sentence",
    "Summaries",
    "Summarizer",
    "Summary",
    "summarize",
    "summarize_many",
]
__version__ = _version("epitome-text")


def summarize(text: str, sentences: int | None = None, **options: Unpack[Options]) -> Summary:
    """The summary of one text, with the options of `Summarizer`.

    Summarisers are kept for the next call with the same options.

    >>> print(summarize("The dam broke. Nobody was hurt.", words=3))
    The dam broke.
    """
    return _summarizer(sentences, **_hashable(options)).summarize(text)


def summarize_many(
    texts: Iterable[str], sentences: int | None = None, *, threads: int = 0, **options: Unpack[Options]
) -> Iterator[Summary]:
    """The summaries of many texts, in order, on `threads` threads (0: all cores).

    The iterable is read as the summaries are taken, 16 texts a thread ahead.

    >>> [len(summary) for summary in summarize_many(["One. Two.", ""])]
    [2, 0]
    """
    return _summarizer(sentences, **_hashable(options)).summarize_many(texts, threads)


_summarizer = functools.lru_cache(maxsize=16)(Summarizer)


def _hashable(options: Any) -> dict[str, Any]:
    words = options.get("stop_words")
    if words is None or isinstance(words, str):
        return options
    return {**options, "stop_words": tuple(words)}

"""The options of `epitome.Summarizer`, for type checkers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

Method = Literal[
    "epitome", "tfidf", "lead", "centroid", "lexrank", "lexrank-threshold", "textrank", "textrank-bm25",
    "reduction", "lsa", "luhn", "sumbasic", "kl", "edmundson", "directed", "random",
]
Format = Literal["auto", "text", "markdown", "html"]
Html = Literal["article", "page"]


class Options(TypedDict, total=False):
    words: int | None
    chars: int | None
    ratio: float | None
    section_sentences: int | None
    section_words: int | None
    sections: bool
    overall: bool
    depth: int | None
    method: Method
    query: str | None
    redundancy: float | None
    keywords: int
    scores: bool
    min_sentence_words: int
    max_sentence_words: int | None
    stop_words: Sequence[str]
    language: str
    format: Format
    html: Html
    max_bytes: int

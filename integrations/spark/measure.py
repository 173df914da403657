"""Records a second on one core: the command, the package and Spark, with sumy in the same Spark session.

Usage: measure.py DIRECTORY [PART]...    (a directory made by records.py; parts: alone, spark)

Every part runs on one thread, or on `local[1]`. Rates are those of the better of two runs, in records a second and
MB of text a second. sumy gets every hundredth record.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import epitome
import jobs
import pyarrow as pa
import pyarrow.parquet as pq


def report(name: str, count: int, size: int, work: Callable[[], int]) -> None:
    seconds = []
    for _ in range(2):
        start = time.perf_counter()
        done = work()
        seconds.append(time.perf_counter() - start)
        assert done == count, (name, done, count)
    best = min(seconds)
    print(f"{name:28} {count / best:8.0f} records/s {size / best / 1e6:7.2f} MB/s {best:7.2f} s", flush=True)


def alone(directory: Path) -> None:
    """On one thread of one process."""
    table = pq.read_table(directory / "parquet").combine_chunks()
    texts = table["text"].to_pylist()
    size = sum(len(text.encode()) for text in texts)
    batches = table.to_batches(max_chunksize=1000)
    summarizer = epitome.Summarizer()

    def command() -> int:
        run = [os.environ.get("EPITOME", "epitome"), "-f", "ndjson", "-j", "1", str(directory / "records.jsonl")]
        return len(subprocess.run(run, stdout=subprocess.PIPE, check=True).stdout.splitlines()) - 1

    report("command -j 1", len(texts), size, command)
    many = lambda: sum(1 for _ in summarizer.summarize_many(texts, threads=1))
    report("summarize_many(threads=1)", len(texts), size, many)
    arrow = lambda: sum(summarizer.summarize_arrow(batch, id="id").num_rows for batch in batches)
    report("summarize_arrow(threads=1)", len(texts), size, arrow)


def by_sumy(records):
    """sumy's LexRank, as it comes, but for the tokenizer: NLTK's would download its data."""

    def summaries(batches):
        import re

        from sumy.nlp.stemmers import Stemmer
        from sumy.parsers.plaintext import PlaintextParser
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.utils import get_stop_words

        class Tokenizer:
            def to_sentences(self, text):
                return tuple(re.split(r"(?<=[.!?])\s+", text))

            def to_words(self, text):
                return tuple(re.findall(r"\w+", text))

        summarizer = LexRankSummarizer(Stemmer("english"))
        summarizer.stop_words = get_stop_words("english")
        for batch in batches:
            found = []
            for text in batch.column("text").to_pylist():
                parser = PlaintextParser.from_string(text, Tokenizer())
                found.append(json.dumps([str(sentence) for sentence in summarizer(parser.document, 3)]))
            yield pa.record_batch({"json": found})

    return records.mapInArrow(summaries, "json string")


def nothing(records):
    """What Spark itself takes to hand the text to Python and back."""

    def same(batches):
        for batch in batches:
            yield pa.record_batch({"json": batch.column("text")})

    return records.mapInArrow(same, "json string")


def on_spark(directory: Path) -> None:
    """On one core of Spark."""
    spark = jobs.session("local[1]")
    records = spark.read.parquet(str(directory / "parquet"))
    few = records.where("substring(id, -2, 2) = '00'").localCheckpoint()

    def measure(name, job, records):
        rows = records.selectExpr("count(*)", "sum(octet_length(text))").head()
        # All lines are made and counted by their length.
        report(name, rows[0], rows[1], lambda: job(records).selectExpr("count(length(json))").head()[0])

    measure("Spark mapInArrow, no work", nothing, records)
    measure("Spark mapInArrow", jobs.by_arrow, records)
    measure("Spark pipe", jobs.by_pipe, records)
    measure("Spark mapInArrow, sumy", by_sumy, few)


if __name__ == "__main__":
    parts = {"alone": alone, "spark": on_spark}
    for part in sys.argv[2:] or parts:
        parts[part](Path(sys.argv[1]))

"""Two ways to summarise a Spark DataFrame with the columns `id` and `text`.

Both give one line of NDJSON a record, the same bytes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import struct, to_json


def session(master: str, **settings: object) -> SparkSession:
    """A session whose partitions are whole files."""
    # Executors run this interpreter, and so its packages.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("epitome")
    settings = {
        "spark.ui.enabled": False,
        "spark.ui.showConsoleProgress": False,
        "spark.sql.files.openCostInBytes": 128 << 20,
        "spark.sql.execution.arrow.maxRecordsPerBatch": 1000,
        **settings,
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


def by_arrow(records: DataFrame) -> DataFrame:
    """By the Python package, in Arrow batches."""
    # epitome is imported where it runs: on the executors.
    import epitome

    def summaries(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        summarizer = epitome.Summarizer()
        for batch in batches:
            yield summarizer.summarize_arrow(batch, text="text", id="id")

    return records.select("id", "text").mapInArrow(summaries, epitome.SPARK_SCHEMA).select("json")


def by_pipe(records: DataFrame) -> DataFrame:
    """By the command, which must be on the path of the executors, or where `EPITOME` says.

    A record that fails is a line of type `error`, and exit code 1; any other code fails the task, and Spark does
    it again. Each task has a core, so the command gets one thread.
    """
    command = os.environ.get("EPITOME", "epitome")
    pipe = f"""sh -c '"{command}" --from jsonl -f ndjson -j 1 || [ $? -eq 1 ]'"""
    lines = records.select(to_json(struct("id", "text"))).rdd.map(lambda row: row[0]).pipe(pipe, checkCode=True)
    summaries = lines.filter(lambda line: not line.startswith('{"type":"end"'))
    return summaries.map(lambda line: (line,)).toDF("json string")

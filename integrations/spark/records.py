"""Made records for the Spark jobs: sentences of the corpus, drawn with a fixed seed.

Usage: records.py COUNT DIRECTORY

Writes DIRECTORY/parquet (40 files, or fewer) and DIRECTORY/records.jsonl, with the same records of 1 to 5 KB.
"""

import json
import random
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"
SEED = 20260101
FILES = 40


def languages() -> list[list[dict]]:
    """The sections of all articles, language by language."""
    found: dict[str, list[dict]] = {}
    for path in sorted(ARTICLES.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        sections = [section for section in gold["sections"] if section["sentences"]]
        found.setdefault(gold["language"], []).extend(sections)
    return list(found.values())


def text(draw: random.Random, sections: list[dict]) -> str:
    """Headed sections of sentences from anywhere in one language."""
    size = draw.randrange(1000, 5000)
    parts: list[str] = []
    while sum(len(part.encode()) for part in parts) < size:
        section = draw.choice(sections)
        sentences = [draw.choice(draw.choice(sections)["sentences"]) for _ in range(draw.randrange(3, 8))]
        parts += [section["heading"]] if section["heading"] else []
        parts.append(" ".join(sentences))
    return "\n\n".join(parts)


def records(count: int):
    draw = random.Random(SEED)
    by_language = languages()
    weights = [len(sections) for sections in by_language]
    for number in range(count):
        [sections] = draw.choices(by_language, weights)
        yield {"id": f"r{number:07}", "text": text(draw, sections)}


def main(count: int, directory: Path) -> None:
    (directory / "parquet").mkdir(parents=True)
    share = -(-count // FILES)
    batch: list[dict] = []
    with open(directory / "records.jsonl", "w", encoding="utf-8") as lines:
        for number, record in enumerate(records(count), start=1):
            lines.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
            batch.append(record)
            if len(batch) == share or number == count:
                pq.write_table(pa.Table.from_pylist(batch), directory / "parquet" / f"part-{number:07}.parquet")
                batch.clear()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

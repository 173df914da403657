"""Puts the sentences of documents into another order, by lot.

    python3 scripts/shuffle.py EPITOME DIRECTORY DATA.jsonl...

EPITOME is the command, which cuts the documents into sentences. For each file
of records with references, a file `shuffled_*` is written into DIRECTORY.
Runs of sentences stay together: of one, of one to three, or of one to seven.
"""

import json
import pathlib
import random
import subprocess
import sys

LONGEST_RUNS = (1, 1, 3, 7)


def read(epitome, records):
    """The title and the sentences of each record, in order."""
    kept = ("id", "lang", "title", "text", "sentences")
    lines = (json.dumps({k: r[k] for k in kept if r.get(k)}) for r in records)
    command = [epitome, "--scores", "-n", "1", "-f", "ndjson", "--from", "jsonl", "-"]
    run = subprocess.run(
        command, input="\n".join(lines), capture_output=True, text=True, check=True
    )
    found = [json.loads(line) for line in run.stdout.split("\n") if line]
    summaries = [line for line in found if line["type"] == "summary"]
    assert len(summaries) == len(records)
    return [(s["title"], [t["text"] for t in s["sentences"]]) for s in summaries]


def shuffled(texts):
    """The sentences in another order, each run a paragraph."""
    longest = random.choice(LONGEST_RUNS)
    texts = [" ".join(text.split()) for text in texts]
    runs = []
    while texts:
        length = random.randint(1, longest)
        runs.append(" ".join(texts[:length]))
        texts = texts[length:]
    random.shuffle(runs)
    return "\n\n".join(runs)


def main():
    epitome, directory, *paths = sys.argv[1:]
    random.seed(1)
    for path in map(pathlib.Path, paths):
        with open(path, encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        out = pathlib.Path(directory) / f"shuffled_{path.name}"
        out.parent.mkdir(parents=True, exist_ok=True)
        with open(out, "w", encoding="utf-8") as file:
            for record, (title, texts) in zip(records, read(epitome, records)):
                kept = {k: record[k] for k in ("id", "lang", "references") if k in record}
                new = {**kept, "title": title, "text": shuffled(texts)}
                file.write(json.dumps(new) + "\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Other summarisers beside ours, in seconds of CPU on the same made texts.

    scripts/peers_speed.py [--epitome PATH] [--rounds 3]

It fetches sumy and summa from PyPI and pithy from crates.io, builds them under
target/bench/peers, and leaves out what does not install. sumy gets a tokenizer by
regular expressions, as its own wants data of NLTK that has to be downloaded. All give
three sentences; ours gives those of each section, and the JSON, on top.
"""

import argparse
import json
import re
import subprocess
import sys
import venv
from pathlib import Path

from measuring import MB, TEXTS, add_epitome, interleaved, made

PEERS = TEXTS / "peers"
PYTHON = PEERS / "venv/bin/python"
PITHY = PEERS / "bin/pithy-cli"
PACKAGES = ["sumy==0.13.0", "summa==1.2.0", "lxml_html_clean"]
SUMY = {
    "sumy-lexrank": "lex_rank.LexRankSummarizer",
    "sumy-textrank": "text_rank.TextRankSummarizer",
    "sumy-lsa": "lsa.LsaSummarizer",
    "sumy-luhn": "luhn.LuhnSummarizer",
}
QUICK = ["sumy-luhn"]
DOCUMENT = 5_700


class Tokenizer:
    """Sentences and words by regular expressions."""

    def to_sentences(self, paragraph):
        return re.split(r"(?<=[.!?])\s+(?=[^\W\d_a-z])", paragraph)

    def to_words(self, sentence):
        return tuple(re.findall(r"\w+(?:['’.]\w+)*", sentence))


def summarizer(name):
    """The function from a text to three of its sentences."""
    if name == "summa":
        from summa.summarizer import summarize

        return lambda text: summarize(text, ratio=0.1)
    from importlib import import_module

    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.utils import get_stop_words

    module, _, kind = SUMY[name].partition(".")
    made_of = getattr(import_module(f"sumy.summarizers.{module}"), kind)
    choose = made_of(Stemmer("english"))
    choose.stop_words = get_stop_words("english")
    return lambda text: choose(PlaintextParser.from_string(text, Tokenizer()).document, 3)


def summarise(name, path):
    """What a peer's own process does with a text, or with each record of JSONL."""
    summarize = summarizer(name)
    text = path.read_text(encoding="utf-8")
    texts = [text]
    if path.suffix == ".jsonl":
        texts = [json.loads(line)["text"] for line in text.splitlines()]
    for text in texts:
        summarize(text)


def install():
    """The names of the peers that are to be had."""
    found = []
    if not PITHY.exists():
        build = ["cargo", "install", "-q", "--locked", "--root", PEERS, "pithy@0.1.7"]
        subprocess.run(build, check=False)
    if PITHY.exists():
        found.append("pithy")
    if not PYTHON.exists():
        venv.create(PYTHON.parent.parent, with_pip=True)
        pip = [PYTHON, "-m", "pip", "install", "-q", *PACKAGES]
        subprocess.run(pip, check=False)
    for name in [*SUMY, "summa"]:
        probe = [PYTHON, __file__, "--run", name, made("text", "en", DOCUMENT)]
        done = subprocess.run(probe, check=False, capture_output=True, text=True)
        if done.returncode == 0:
            found.append(name)
        else:
            print(f"{name} does not run: {done.stderr.strip().splitlines()[-1]}")
    return found


def python(name, path):
    return [PYTHON, __file__, "--run", name, path]


def pithy(path, *more):
    return [PITHY, "-f", path, "--sentences", "3", *more]


def table(title, size, commands, rounds):
    print(f"\n{title}\n{'':20}{'min s':>9}{'MB/s':>9}{'times ours':>12}")
    times = interleaved({name: (command, None) for name, command in commands.items()}, rounds)
    ours = min(times["epitome"].cpu)
    for name, one in times.items():
        seconds = min(one.cpu)
        print(f"{name:20}{seconds:9.4f}{size / seconds / MB:9.2f}{seconds / ours:12.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_epitome(parser)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--run", nargs=2, metavar=("NAME", "TEXT"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        summarise(arguments.run[0], Path(arguments.run[1]))
        return
    found = install()
    epitome, rounds = arguments.epitome, arguments.rounds
    libraries = [name for name in found if name != "pithy"]

    one = made("text", "en", DOCUMENT)
    commands = {"epitome": [epitome, "--json", one]}
    if "pithy" in found:
        commands["pithy"] = pithy(one)
    commands |= {name: python(name, one) for name in libraries}
    table("one document of 5.7 KB, start-up included", DOCUMENT, commands, 3 * rounds)

    records = made("jsonl", "en", DOCUMENT, 200_000)
    commands = {"epitome": [epitome, "-f", "ndjson", "-j", "1", records]}
    commands |= {name: python(name, records) for name in libraries}
    table("200 KB of such documents in one process", 200_000, commands, rounds)

    middle = made("text", "en", 200_000)
    commands = {"epitome": [epitome, "--json", "-j", "1", middle]}
    if "pithy" in found:
        commands |= {"pithy": pithy(middle), "pithy --approximate": pithy(middle, "--approximate")}
    commands |= {name: python(name, middle) for name in libraries}
    table("one document of 200 KB", 200_000, commands, 1)

    large = made("text", "en", MB)
    commands = {"epitome": [epitome, "--json", "-j", "1", large]}
    if "pithy" in found:
        commands |= {"pithy": pithy(large), "pithy --approximate": pithy(large, "--approximate")}
    commands |= {name: python(name, large) for name in libraries if name in QUICK}
    table("one document of 1 MB", MB, commands, 1)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Instructions a byte of text, counted by callgrind: the same on every run, so
that CI can hold them to a bar.

    scripts/instructions.py [--epitome PATH] [--bars .ci/instructions]

The command runs on a small and on a larger made text. The difference leaves out the
start, and the first meeting with most words. Exit code 1 if a figure is above its bar.
The bars are of x86-64 with AVX2; other compilers and processors differ by some percent.
"""

import argparse
import shutil
import sys
from pathlib import Path

from measuring import add_epitome, instructions, made

# Each with the sizes in bytes of its small and its large text.
FORMS = {
    "jsonl": (1_000_000, 3_000_000),
    "text": (250_000, 750_000),
    "markdown": (250_000, 750_000),
    "html": (250_000, 750_000),
}


def warm(epitome, form, language="en"):
    """The instructions for each further byte of a text in `form`."""
    cost, size = [], []
    for total in FORMS[form]:
        sizes = (5_700, total) if form == "jsonl" else (total,)
        path = made(form, language, *sizes)
        cost.append(instructions([epitome, "-f", "ndjson", "-j", "1", path]))
        size.append(path.stat().st_size)
    return (cost[1] - cost[0]) / (size[1] - size[0])


def bars(path):
    """The bars of a file: a form and a figure in each line."""
    lines = (line.partition("#")[0].split() for line in path.read_text().splitlines())
    return {line[0]: float(line[1]) for line in lines if line}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_epitome(parser)
    parser.add_argument("--bars", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    if not shutil.which("valgrind"):
        print("valgrind is not here: nothing was counted")
        return 0
    limits = bars(arguments.bars) if arguments.bars else {}
    failed = False
    for form in FORMS:
        figure, limit = warm(arguments.epitome, form), limits.get(form)
        above = limit is not None and figure > limit
        failed |= above
        bar = "" if limit is None else f"  {'ABOVE' if above else 'within'} {limit:g}"
        print(f"{form:9} {figure:7.1f} instructions a byte{bar}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

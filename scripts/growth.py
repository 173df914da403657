#!/usr/bin/env python3
"""How time and memory grow with the text, doubling after doubling.

    scripts/growth.py [--epitome PATH] [--most 256] [--methods-most 8] [--ratio-most 8]

One document and a JSONL stream with the default method, then one document with every
other method and with `-r 0.5`. Linear is a ratio of 2 from line to line, or a little
less while the first meeting with words still counts.
"""

import argparse

from measuring import MB, add_epitome, interleaved, made, peak

METHODS = [
    "tfidf", "lead", "centroid", "lexrank", "lexrank-threshold", "textrank",
    "textrank-bm25", "reduction", "lsa", "luhn", "sumbasic", "kl", "edmundson",
    "directed", "random",
]  # fmt: skip


def sizes(most):
    """1, 2, 4 … MB."""
    return [1 << power for power in range(most.bit_length())]


def grow(title, most, rounds, path, command):
    """The table of one command over texts of growing size."""
    print(f"\n{title}\n{'MB':>5} {'CPU s':>8} {'t(2n)/t(n)':>11} {'peak MiB':>9} {'MB/s':>7}")
    before = None
    for size in sizes(most):
        text = path(size * MB)
        full = [*command, text]
        # A large text takes long enough to be measured once or twice.
        times = interleaved({"": (full, None)}, max(1, min(rounds, 32 // size)))
        cpu, held = min(times[""].cpu), peak(full)
        ratio = f"{cpu / before:.2f}" if before else "–"
        held = f"{held:.0f}" if held else "–"
        print(f"{size:5} {cpu:8.3f} {ratio:>11} {held:>9} {size / cpu:7.1f}", flush=True)
        before = cpu
        if size > 32:
            text.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_epitome(parser)
    parser.add_argument("--most", type=int, default=256, metavar="MB")
    parser.add_argument("--methods-most", type=int, default=8, metavar="MB")
    parser.add_argument("--ratio-most", type=int, default=8, metavar="MB")
    parser.add_argument("--methods", nargs="*", default=METHODS, metavar="NAME")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    base = [arguments.epitome, "-f", "ndjson", "-j", "1"]

    def document(size):
        return made("text", "en", size)

    def stream(size):
        return made("jsonl", "en", 5_700, size)

    rounds = arguments.rounds
    grow("one document", arguments.most, rounds, document, base)
    grow("JSONL, records of 5.7 KB", arguments.most, rounds, stream, base)
    for method in arguments.methods:
        command = [*base, "-m", method]
        grow(f"-m {method}", arguments.methods_most, rounds, document, command)
    grow("-r 0.5", arguments.ratio_most, rounds, document, [*base, "-r", "0.5"])


if __name__ == "__main__":
    main()

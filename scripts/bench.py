#!/usr/bin/env python3
"""How fast the command is beside counting the words of the same bytes.

    scripts/bench.py [--epitome PATH] [--rounds 5] [--mb 40] [--languages en fr de ru]
                     [PART...]

The parts are `texts`, `threads`, `start`, `memory` and `instructions`; all of them by
default. Texts are made under target/bench. Seconds are of CPU, user and system, minimum
and median of interleaved runs, but for `threads`, which are of the clock.
"""

import argparse
import json
import os
import shutil
from statistics import median

from instructions import warm
from measuring import MB, add_epitome, interleaved, made, peak

DOCUMENT = 5_700
PARTS = ["texts", "threads", "start", "memory", "instructions"]


def as_files(records):
    """A directory with the text of each record in a file of its own."""
    directory = records.with_suffix(".files")
    made_at = records.stat().st_mtime
    if not directory.exists() or directory.stat().st_mtime < made_at:
        partial = records.with_suffix(".part")
        for old in (directory, partial):
            shutil.rmtree(old, ignore_errors=True)
        partial.mkdir()
        with records.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                path = partial / f"{number:05}.txt"
                path.write_text(json.loads(line)["text"], encoding="utf-8")
        partial.rename(directory)
    return directory


def shapes(language, size):
    """Name, size, directory and arguments of the texts of one language."""
    records = made("jsonl", language, DOCUMENT, size)
    files = as_files(records)
    names = sorted(os.listdir(files))
    bytes_of_files = sum((files / name).stat().st_size for name in names)
    one = made("text", language, size)
    yield "JSONL", records.stat().st_size, None, [records], [records]
    yield f"{len(names)} files", bytes_of_files, files, ["."], names
    yield "one document", one.stat().st_size, None, [one], [one]


def columns(seconds, size):
    """Minimum, median, and MB a second."""
    rate = size / min(seconds) / MB
    return f"{min(seconds):8.3f}{median(seconds):8.3f}{rate:8.1f}"


def texts(epitome, arguments):
    print(f"{'':18}{'epitome':^24}{'wc -w':^24}")
    heads = ("min s", "median", "MB/s", "min s", "median", "MB/s", "times wc")
    print(f"{'':18}" + "".join(f"{head:>8}" for head in heads[:-1]) + f"{heads[-1]:>10}")
    for language in arguments.languages:
        for name, size, cwd, given, words in shapes(language, arguments.mb * MB):
            ours = [epitome, "-f", "ndjson", "-j", "1", *given]
            commands = {"epitome": (ours, cwd), "wc": (["wc", "-w", *words], cwd)}
            times = interleaved(commands, arguments.rounds)
            row = "".join(columns(one.cpu, size) for one in times.values())
            ratio = min(times["epitome"].cpu) / min(times["wc"].cpu)
            print(f"{language} {name:15}{row}{ratio:>10.2f}", flush=True)


def threads(epitome, arguments):
    size = arguments.mb * MB
    for name, path in [
        ("JSONL", made("jsonl", "en", DOCUMENT, size)),
        ("one document", made("text", "en", size)),
    ]:
        commands = {
            jobs: ([epitome, "-f", "ndjson", "-j", jobs, path], None) for jobs in ("1", "2")
        }
        times = interleaved(commands, arguments.rounds)
        one, two = min(times["1"].wall), min(times["2"].wall)
        print(f"{name}: -j 1 {one:.3f} s, -j 2 {two:.3f} s of the clock: {one / two:.2f} times")


def start(epitome, arguments):
    path = made("text", "en", DOCUMENT)
    commands = {
        "/bin/true": (["/bin/true"], None),
        "epitome --version": ([epitome, "--version"], None),
        "epitome, 5.7 KB": ([epitome, path], None),
    }
    times = interleaved(commands, 40 * arguments.rounds)
    for name, one in times.items():
        print(f"{name:18} {1000 * min(one.cpu):.2f} ms, median {1000 * median(one.cpu):.2f} ms")


def memory(epitome, arguments):
    base = [epitome, "-f", "ndjson", "-j", "1"]
    if peak(["true"]) is None:
        print("/usr/bin/time is not here: memory was not measured")
        return
    for size in (arguments.mb, 5 * arguments.mb):
        held = peak([*base, made("jsonl", "en", DOCUMENT, size * MB)])
        print(f"JSONL, {size} MB: {held:.1f} MiB")
    for size in (1, 10, arguments.mb):
        path = made("text", "en", size * MB)
        held = peak([*base, path])
        share = held * 1024 * 1024 / path.stat().st_size
        print(f"one document, {size} MB: {held:.1f} MiB, {share:.1f} times its size")


def instructions(epitome, arguments):
    if not shutil.which("valgrind"):
        print("valgrind is not here: instructions were not counted")
        return
    for language in arguments.languages:
        print(f"{language} JSONL, warm: {warm(epitome, 'jsonl', language):.1f} a byte", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_epitome(parser)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--mb", type=int, default=40, help="size of the texts (default 40)")
    parser.add_argument("--languages", nargs="+", default=["en", "fr", "de", "ru"])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    arguments = parser.parse_args()
    arguments.epitome = arguments.epitome.resolve()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    for part in arguments.parts or PARTS:
        print(f"\n== {part}")
        globals()[part](arguments.epitome, arguments)


if __name__ == "__main__":
    main()

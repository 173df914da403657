"""What the scripts that measure have in common: made texts, and the time, memory
and instructions of a command."""

import os
import re
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
TEXTS = TARGET / "bench"
EPITOME = TARGET / "release" / "epitome"
MB = 1_000_000
# wc counts words of UTF-8 by a locale that every system with glibc has.
LOCALE = {**os.environ, "LC_ALL": "C.UTF-8"}


def add_epitome(parser):
    parser.add_argument("--epitome", type=Path, default=EPITOME, metavar="PATH")


def made(form, language, *sizes):
    """The path of a made text, written when it is first asked for."""
    sources = [ROOT / "scripts/made_text.rs", ROOT / "benches/made_text.rs"]
    maker = TEXTS / "made_text"
    changed = max(source.stat().st_mtime for source in sources)
    if not maker.exists() or maker.stat().st_mtime < changed:
        TEXTS.mkdir(parents=True, exist_ok=True)
        build = ["rustc", "-O", "--edition", "2024", sources[0], "-o", maker]
        subprocess.run(build, check=True)
    ending = {"text": "txt", "markdown": "md"}.get(form, form)
    path = TEXTS / f"{language}-{'-'.join(map(str, sizes))}.{ending}"
    if not path.exists() or path.stat().st_mtime < changed:
        partial = path.with_suffix(".part")
        with partial.open("wb") as out:
            arguments = [maker, form, language, *map(str, sizes)]
            subprocess.run(arguments, check=True, stdout=out)
        partial.rename(path)
    return path


def run(command, cwd=None):
    """Seconds of CPU (user and system) and of the clock that `command` takes."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=LOCALE, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, wall


class Times:
    """The times of several runs of one command."""

    def __init__(self):
        self.cpu, self.wall = [], []

    def add(self, times):
        self.cpu.append(times[0])
        self.wall.append(times[1])


def interleaved(commands, rounds):
    """The times of every one of `commands` (name to command and directory), one
    after the other in each round, so that a busy moment touches all of them."""
    times = {name: Times() for name in commands}
    for _ in range(rounds):
        for name, (command, cwd) in commands.items():
            times[name].add(run(command, cwd))
    return times


def peak(command):
    """The most memory that `command` holds, in MiB; nothing without GNU time.

    A child of this process would count the memory of Python as its own.
    """
    if not Path("/usr/bin/time").exists():
        return None
    measured = ["/usr/bin/time", "-f", "peak %M", *command]
    done = subprocess.run(
        measured, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    return int(re.search(r"peak (\d+)", done.stderr)[1]) / 1024


def instructions(command):
    """How many instructions `command` executes, by callgrind."""
    measured = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    done = subprocess.run(
        measured, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])

"""The command that the package is compared with, and the texts."""

import os
import subprocess
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"


@pytest.fixture(scope="session")
def command():
    """Runs the command on bytes and gives its output, line by line."""
    program = os.environ.get("EPITOME", "epitome")

    def run(text: str, *arguments: str) -> list[str]:
        done = subprocess.run([program, *arguments], input=text.encode(), capture_output=True)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout.decode().splitlines()

    return run


def articles(ending: str) -> list[str]:
    paths = sorted(ARTICLES.glob(f"*.{ending}"))
    assert paths
    return [path.read_text(encoding="utf-8") for path in paths]

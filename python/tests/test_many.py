"""Many texts: in order, lazily, the same for any number of threads."""

import itertools

import epitome
import pytest
from conftest import articles


@pytest.mark.parametrize("threads", [0, 1, 3])
def test_in_order_for_any_number_of_threads(threads):
    texts = articles("txt") * 4
    found = epitome.summarize_many(texts, words=50, threads=threads)
    assert [summary.to_json() for summary in found] == [epitome.summarize(text, words=50).to_json() for text in texts]


def test_an_endless_iterable_is_read_no_further_than_needed():
    taken = 0

    def texts():
        nonlocal taken
        for number in itertools.count():
            taken += 1
            yield f"Text {number} is short."

    found = epitome.summarize_many(texts(), threads=2)
    assert taken == 0
    assert [str(next(found)) for _ in range(100)] == [f"Text {number} is short." for number in range(100)]
    assert taken <= 100 + 2 * 16


def test_what_the_iterable_raises_comes_after_what_it_gave():
    def texts():
        yield "One."
        yield "Two."
        raise OSError("the disk is gone")

    found = epitome.summarize_many(texts(), threads=2)
    assert [str(next(found)), str(next(found))] == ["One.", "Two."]
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)
    assert list(found) == []


def test_what_is_no_text_is_refused():
    with pytest.raises(TypeError):
        list(epitome.summarize_many(["One.", 2]))
    with pytest.raises(ValueError, match="a str is one text"):
        epitome.summarize_many("One.")
    with pytest.raises(ValueError, match="threads: -1"):
        epitome.summarize_many(["One."], threads=-1)


def test_an_iterator_left_early_ends():
    found = epitome.summarize_many(articles("txt") * 20, threads=2)
    next(found)
    del found

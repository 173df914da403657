"""What is sent to other processes is the same there."""

import copy
import multiprocessing
import pickle

import epitome
import pytest
from conftest import articles

OPTIONS = {"sentences": 2, "keywords": 3, "stop_words": ["the"], "query": "water", "scores": True, "redundancy": 0.5}


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_summariser_has_the_same_options(protocol):
    summarizer = epitome.Summarizer(**OPTIONS)
    again = pickle.loads(pickle.dumps(summarizer, protocol))
    once_more = pickle.loads(pickle.dumps(again, protocol))
    for text in articles("txt"):
        assert summarizer.summarize(text) == again.summarize(text) == once_more.summarize(text)
    assert copy.deepcopy(summarizer).summarize("One. Two.") == summarizer.summarize("One. Two.")


def test_summaries_keep_everything():
    for text in [*articles("txt"), "", "\ufeffA wave \N{WATER WAVE} came. Nobody ran."]:
        summary = epitome.summarize(text, **OPTIONS)
        again = pickle.loads(pickle.dumps(summary))
        assert again == summary
        assert again.to_json() == summary.to_json()
        assert again.all_sentences == summary.all_sentences
        assert [(sentence.start, sentence.end) for sentence in again] == [(one.start, one.end) for one in summary]
        for part in [*summary.sections, *summary.all_sentences]:
            assert pickle.loads(pickle.dumps(part)) == part


@pytest.mark.parametrize("start", ["spawn", "forkserver"])
def test_processes_share_the_work(start):
    summarizer = epitome.Summarizer(1)
    texts = articles("txt")[:4]
    with multiprocessing.get_context(start).Pool(2) as pool:
        assert pool.map(summarizer.summarize, texts) == [summarizer.summarize(text) for text in texts]

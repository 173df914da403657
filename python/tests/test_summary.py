"""One text: the same summary as the command's, with offsets that Python can use."""

import json
import threading

import epitome
import pytest
from conftest import articles

TEXT = "Heights\n\nThe river rose. Nobody in Malmö saw it 🌊 coming. A wall broke.\n\nRepairs\n\nWorkers mended the wall."


@pytest.mark.parametrize(("ending", "format"), [("txt", "text"), ("md", "markdown"), ("html", "html")])
def test_json_is_the_commands(command, ending, format):
    for text in articles(ending):
        [expected] = command(text, "--json", "--from", format, "-w", "60", "-k", "3")
        summary = epitome.summarize(text, words=60, keywords=3, format=format)
        assert summary.to_json() == expected
        assert summary.to_dict() == json.loads(expected)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_are_those_of_the_str(mark):
    for text in [TEXT, *articles("txt")]:
        text = mark + text
        summary = epitome.summarize(text, scores=True)
        assert summary.sentences and summary.all_sentences
        for sentence in [*summary, *summary.all_sentences, *(s for part in summary.sections for s in part)]:
            assert text[sentence.start : sentence.end].split() == sentence.text.split()
            source = text.removeprefix("\ufeff").encode()
            assert source[sentence.byte_start : sentence.byte_end].decode().split() == sentence.text.split()
        for section in summary.sections:
            assert text[section.start : section.end].startswith(section.heading or "")


def test_markup_is_left_out_of_the_text_and_kept_between_the_offsets():
    text = "# Über *Häfen*\n\nDer Hafen **schließt** früh."
    [sentence] = epitome.summarize(text, format="markdown")
    assert sentence.text == "Der Hafen schließt früh."
    assert text[sentence.start : sentence.end] == "Der Hafen **schließt** früh."


def test_a_summary_is_its_sentences():
    summary = epitome.summarize(TEXT, 2)
    assert [sentence.text for sentence in summary] == str(summary).splitlines()
    assert len(summary) == len(summary.sentences) == 2
    assert summary == epitome.summarize(TEXT, sentences=2) != epitome.summarize(TEXT, 1)
    assert [section.heading for section in summary.sections] == ["Heights", "Repairs"]
    assert str(summary.sections[1]) == "Workers mended the wall."
    assert (summary.language, summary.method, summary.warnings) == ("en", "epitome", [])


def test_scores_have_ranks_and_parts():
    summary = epitome.summarize(TEXT, scores=True)
    best = min(summary.all_sentences, key=lambda sentence: sentence.rank)
    assert best.rank == 1 and best in summary.sentences
    assert sum(best.parts.values()) == pytest.approx(best.score, abs=1e-4)
    assert epitome.summarize(TEXT).sentences[0].parts is None
    assert epitome.summarize(TEXT).all_sentences == []


def test_lengths():
    for text in articles("txt"):
        assert len(epitome.summarize(text)) == 3
        assert epitome.summarize(text, words=100).words <= 100
        assert len(str(epitome.summarize(text, chars=300))) <= 300
        assert epitome.summarize(text, 0).sentences == []
        assert epitome.summarize(text, sections=False).sections == []
    assert epitome.summarize("").sentences == []
    assert epitome.summarize(TEXT, words=1).warnings == ["no sentence fits the budget; the best one is given"]


def test_query_keywords_and_stop_words():
    [sentence] = epitome.summarize(TEXT, 1, query="Who mended it?")
    assert sentence.text == "Workers mended the wall."
    assert epitome.summarize(TEXT, keywords=1).keywords == [("wall", 1.0)]
    assert "wall" not in dict(epitome.summarize(TEXT, keywords=5, stop_words=["wall"]).keywords)
    assert epitome.summarize(TEXT, keywords=1, stop_words={"wall"}).keywords


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"sentences": -1}, "sentences: -1 is not a whole number of 0 or more"),
        ({"ratio": 1.5}, "ratio: 1.5 is not between 0 and 1"),
        ({"redundancy": -0.5}, "redundancy: -0.5 is not between 0 and 1"),
        ({"depth": 0}, "depth: 0 is not between 1 and 255"),
        ({"method": "best"}, "method: 'best' is not one of epitome, tfidf, lead"),
        ({"format": "pdf"}, "format: 'pdf' is not one of auto, text, markdown, html"),
        ({"html": "all"}, "html: 'all' is not one of article, page"),
        ({"language": "zz"}, "language: 'zz' is not 'auto' or an ISO 639-1 code"),
        ({"stop_words": ["two words"]}, "stop_words: line 1: 2 words, not one"),
        ({"min_sentence_words": 9, "max_sentence_words": 3}, "min_sentence_words: 9 is more than"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_right(options, message):
    with pytest.raises(ValueError) as error:
        epitome.Summarizer(**options)
    assert str(error.value).startswith(message)


def test_wrong_types_and_names():
    with pytest.raises(TypeError, match="words"):
        epitome.summarize(TEXT, words="many")
    with pytest.raises(TypeError, match="wrods"):
        epitome.summarize(TEXT, wrods=3)
    with pytest.raises(TypeError):
        epitome.summarize(b"bytes")
    with pytest.raises(ValueError, match="more than the limit of 4"):
        epitome.summarize("Too long.", max_bytes=4)


def test_methods_all_work():
    for method in epitome.METHODS:
        assert epitome.summarize(TEXT, method=method).method == method


def test_one_summarizer_serves_many_threads():
    texts = articles("txt")
    summarizer = epitome.Summarizer()
    expected = [epitome.Summarizer().summarize(text).to_json() for text in texts]
    found = [[] for _ in range(4)]

    def work(out):
        out.extend(summarizer.summarize(text).to_json() for text in texts)

    threads = [threading.Thread(target=work, args=(out,)) for out in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4

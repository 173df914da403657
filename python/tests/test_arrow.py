"""Record batches: the command's lines, and the same sentences as columns."""

import json

import epitome
import pyarrow as pa
import pytest
from conftest import articles

TYPES = [pa.string(), pa.large_string(), pa.string_view()]


def lines(records):
    return "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)


def batch(**columns):
    return pa.record_batch(columns)


@pytest.mark.parametrize("type", TYPES)
@pytest.mark.parametrize("threads", [1, 3])
def test_json_is_the_commands(command, type, threads):
    records = [{"id": f"a{at}", "text": text} for at, text in enumerate(articles("txt"))]
    records.append({"id": "control", "text": 'A "quoted" tab\t and\x01 a bell\x07. \x7f\\ Done.'})
    records.append({"id": "empty", "text": ""})
    expected = command(lines(records), "--from", "jsonl", "-f", "ndjson", "-n", "2")
    columns = {name: pa.array([record[name] for record in records], type) for name in ("id", "text")}
    found = epitome.Summarizer(2).summarize_arrow(batch(**columns), id="id", threads=threads)
    assert found["json"].to_pylist() == expected[:-1]
    assert found["id"].to_pylist() == [record["id"] for record in records]
    assert found["error"].null_count == len(records)


def test_languages_titles_and_numbers_as_ids(command):
    records = [
        {"id": 7, "text": "Der Hafen ist zu. Er war alt.", "lang": "de", "title": "Der alte Hafen"},
        {"id": -1, "text": "The port is shut. It was old."},
        {"text": "No. Identifier.", "title": "None"},
    ]
    expected = command(lines(records), "--from", "jsonl", "-f", "ndjson")
    columns = {name: [record.get(name) for record in records] for name in ("id", "text", "lang", "title")}
    for numbers in (pa.int32(), pa.int64()):
        table = pa.record_batch({**columns, "id": pa.array(columns["id"], numbers)})
        found = epitome.Summarizer().summarize_arrow(table, id="id", language="lang", title="title")
        assert found["json"].to_pylist() == expected[:-1]
    assert found["id"].to_pylist() == ["7", "-1", None]


def test_a_bad_row_is_an_error_of_its_own(command):
    records = [{"id": "a", "text": None}, {"id": "b", "text": "Fine."}, {"id": "c", "text": "x", "lang": "zz"}]
    columns = {name: [record.get(name) for record in records] for name in ("id", "text", "lang")}
    found = epitome.Summarizer().summarize_arrow(batch(**columns), id="id", language="lang")
    assert found["error"].to_pylist() == ['no field "text" or "sentences"', None, "unknown language 'zz'"]
    assert found["summary"].is_null().to_pylist() == [True, False, True]
    expected = [json.loads(line) for line in command(lines(records), "--from", "jsonl", "-f", "ndjson")[:-1]]
    assert [expected[0].pop("line"), expected[2].pop("line")] == [1, 3]
    assert [json.loads(line) for line in found["json"].to_pylist()] == expected


def test_the_sentences_are_those_of_the_json():
    texts = [*articles("txt"), "\ufeffA wave 🌊 came. Nobody ran."]
    found = epitome.Summarizer().summarize_arrow(batch(text=texts)).to_pylist()
    for text, row in zip(texts, found, strict=True):
        picks = json.loads(row["json"])["overall"]["sentences"]
        assert len(picks) == len(row["summary"])
        for pick, sentence in zip(picks, row["summary"], strict=True):
            assert text[sentence.pop("start") : sentence.pop("end")].split() == pick["text"].split()
            assert (sentence.pop("byte_start"), sentence.pop("byte_end")) == (pick.pop("start"), pick.pop("end"))
            assert sentence == pick


def test_slices_nulls_and_no_rows():
    texts = pa.array(["Zero.", None, "Two.", "Three."])
    found = epitome.Summarizer().summarize_arrow(batch(text=texts).slice(1, 2))
    assert [row and row[0]["text"] for row in found["summary"].to_pylist()] == [None, "Two."]
    assert epitome.Summarizer().summarize_arrow(batch(text=texts).slice(0, 0)).num_rows == 0


def test_what_offers_the_c_interface_is_a_batch():
    class Offers:
        def __init__(self, inner):
            self.__arrow_c_array__ = inner.__arrow_c_array__

    class Batch:
        def __arrow_c_array__(self, requested_schema=None):
            return batch(text=["One. Two."]).__arrow_c_array__(requested_schema)

    assert epitome.Summarizer(1).summarize_arrow(Batch()).num_rows == 1


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"text": "body"}, "text: no column 'body'; there is id, text, n"),
        ({"text": "n"}, "text: column 'n' is Float64, not string, large_string or string_view"),
        ({"id": "n"}, "id: column 'n' is Float64, not string, large_string, string_view, int32 or int64"),
        ({"title": "heading"}, "title: no column 'heading'"),
        ({"threads": -1}, "threads: -1"),
    ],
)
def test_a_wrong_column_is_named(names, message):
    columns = batch(id=["a"], text=["One."], n=[1.0])
    with pytest.raises(ValueError) as error:
        epitome.Summarizer().summarize_arrow(columns, **names)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(("format", "ending"), [("html", "html"), ("markdown", "md"), ("auto", "html")])
def test_pages_and_markdown_are_columns_too(format, ending):
    texts = [*articles(ending), "\ufeff<p>A wave \N{WATER WAVE} came. Nobody ran.</p>"]
    summarizer = epitome.Summarizer(2, format=format)
    rows = summarizer.summarize_arrow(batch(text=texts, id=range(len(texts))), id="id").to_pylist()
    for at, (text, row) in enumerate(zip(texts, rows, strict=True)):
        one, found = summarizer.summarize(text), json.loads(row["json"])
        assert found["source"]["id"] == row["id"] == str(at)
        assert found["source"]["format"] == ("html" if format == "auto" else format)
        assert found == {**one.to_dict(), "source": {**one.to_dict()["source"], "id": str(at)}}
        assert [(pick["text"], pick["start"], pick["end"]) for pick in row["summary"]] == [
            (pick.text, pick.start, pick.end) for pick in one
        ]


def test_a_bad_row_of_pages_is_an_error_of_its_own():
    columns = {"text": [None, "<p>One.", "<p>One."], "lang": [None, "zz", "en"], "title": [None, None, "Own"]}
    found = epitome.Summarizer(format="html").summarize_arrow(batch(**columns), language="lang", title="title")
    assert found["error"].to_pylist() == ['no field "text"', "unknown language 'zz'", None]
    assert json.loads(found["json"][2].as_py())["title"] == "Own"

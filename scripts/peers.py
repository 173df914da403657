"""Other summarisers' own code beside ours: ROUGE-1 and ROUGE-2 on the same
sentences, within the same budget of words.

    pip install sumy summa rouge-score
    python scripts/peers.py --epitome target/release/epitome DATA.jsonl...

Each line of a data file is a record with `text`, `lang`, `title` (or null) and
`references` (lists of sentences). Sentences are ours, from `epitome --scores`. The
peers rank them; from each ranking, as from our scores, the best sentences
that fit 1.15 times the mean length of the file's references are taken.

`textrank-bm25` is compared with gensim 3.8 (`pip install gensim==3.8.3`), where that
still installs. `centroid` and `directed` have no peer here.
"""

import argparse
import json
import re
import subprocess
import tempfile
import warnings
from collections import Counter

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

LANGUAGES = {"en": "english", "fr": "french", "de": "german"}
WORD = re.compile(r"\w+(?:['’.]\w+)*")

SUMY = {
    "lexrank": LexRankSummarizer,
    "lexrank-threshold": LexRankSummarizer,
    "textrank": TextRankSummarizer,
    "reduction": ReductionSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "sumbasic": SumBasicSummarizer,
    "kl": KLSummarizer,
    "edmundson": EdmundsonSummarizer,
}


class Tokenizer:
    """sumy's own wants data of NLTK that has to be downloaded."""

    def to_words(self, sentence):
        return tuple(WORD.findall(sentence))


def words(text):
    return [word.lower() for word in WORD.findall(text)]


def model(sentences, breaks, title):
    """sumy's document of these sentences, a new paragraph before each break."""
    tokenizer = Tokenizer()
    paragraphs = [[Sentence(title, tokenizer, is_heading=True)]] if title else []
    for index, text in enumerate(sentences):
        if index == 0 or index in breaks:
            paragraphs.append([])
        # sumy keeps its ratings by text: an equal text has to be unequal.
        paragraphs[-1].append(Sentence(text + "\u200b" * index, tokenizer))
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs])


def by_sumy(name, record, sentences, breaks):
    language = LANGUAGES.get(record["lang"])
    stop_words = frozenset(get_stop_words(language)) if language else frozenset()
    stemmer = Stemmer(language) if language else lambda word: word
    summarizer = SUMY[name]() if name == "kl" else SUMY[name](stemmer)
    if name == "edmundson":
        # Only location and title work without lists of cue words.
        summarizer.bonus_words = ["\u2603"]
        summarizer.stigma_words = ["\u2604"]
        summarizer.null_words = stop_words or ["\u2605"]
    else:
        summarizer.stop_words = stop_words
    ratings = []

    def capture(sentences, _count, rating, *args, **more):
        rate = rating.__getitem__ if isinstance(rating, dict) else rating
        ratings.extend(rate(sentence, *args, **more) for sentence in sentences)
        return ()

    summarizer._get_best_sentences = capture
    summarizer(model(sentences, breaks, record.get("title")), 1)
    return ratings or [0.0] * len(sentences)


def by_summa(record, sentences):
    from summa.commons import build_graph, remove_unreachable_nodes
    from summa.pagerank_weighted import pagerank_weighted_scipy
    from summa.preprocessing import textcleaner
    from summa.summarizer import _set_graph_edge_weights

    textcleaner.set_stemmer_language(LANGUAGES.get(record["lang"], "english"))
    textcleaner.set_stopwords_by_language(LANGUAGES.get(record["lang"], "english"), None)
    filtered = textcleaner.filter_words(list(sentences))
    graph = build_graph([text for text in filtered if text])
    _set_graph_edge_weights(graph)
    remove_unreachable_nodes(graph)
    scores = pagerank_weighted_scipy(graph) if graph.nodes() else {}
    return [scores.get(text, 0.0) for text in filtered]


def by_gensim(record, sentences):
    from gensim.summarization import summarizer
    from gensim.summarization.commons import build_graph, remove_unreachable_nodes
    from gensim.summarization.pagerank_weighted import pagerank_weighted

    language = LANGUAGES.get(record["lang"])
    stop_words = frozenset(get_stop_words(language)) if language else frozenset()
    stemmer = Stemmer(language) if language else lambda word: word
    bags = [
        tuple(stemmer(word) for word in words(text) if word not in stop_words)
        for text in sentences
    ]
    graph = build_graph([bag for bag in dict.fromkeys(bags) if bag])
    summarizer._set_graph_edge_weights(graph)
    remove_unreachable_nodes(graph)
    scores = pagerank_weighted(graph) if len(graph.nodes()) > 2 else {}
    return [float(scores.get(bag, 0.0)) for bag in bags]


def choose(sentences, ratings, budget):
    """Our greedy choice: the best first, what does not fit is passed over."""
    order = sorted(range(len(sentences)), key=lambda index: (-ratings[index], index))
    used, seen, chosen = 0, set(), []
    for index in order:
        count = len(words(sentences[index]))
        if used + count <= budget and sentences[index] not in seen:
            used += count
            seen.add(sentences[index])
            chosen.append(index)
    return " ".join(sentences[index] for index in sorted(chosen or order[:1]))


def rouge(summary, references, size):
    """The mean F1 over the references."""

    def grams(text):
        tokens = words(text)
        return Counter(zip(*(tokens[at:] for at in range(size))))

    def f1(reference):
        ours, theirs = grams(summary), grams(reference)
        shared = sum((ours & theirs).values())
        total = sum(ours.values()) + sum(theirs.values())
        return 2.0 * shared / total if total else 0.0

    return sum(f1(" ".join(reference)) for reference in references) / len(references)


def run(epitome, method, path):
    """Every sentence with our score, document by document."""
    command = [epitome, "-m", method, "-f", "ndjson", "--scores", "--from", "jsonl"]
    command += ["--no-sections", "--redundancy", "0", path]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    records = (json.loads(line) for line in output.splitlines())
    return [record for record in records if record["type"] == "summary"]


def breaks_before(record, found):
    """The sentences that a paragraph begins with."""
    source = record["text"].encode()
    pairs = zip(found, found[1:])
    return {
        index
        for index, (a, b) in enumerate(pairs, start=1)
        if a["end"] is not None and b"\n" in source[a["end"] : b["start"]]
    }


def report(path, options):
    with open(path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][: options.documents]
    lengths = [len(words(" ".join(r))) for x in records for r in x["references"]]
    budget = int(1.15 * sum(lengths) / len(lengths))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as part:
        part.writelines(json.dumps(record) + "\n" for record in records)
        part.flush()
        for method in options.methods:
            compare(part.name, path, records, method, budget, options)


def compare(part, path, records, method, budget, options):
    theirs = {}
    if method in SUMY:
        theirs["sumy"] = lambda *given: by_sumy(method, *given)
    if method == "textrank":
        theirs["summa"] = lambda record, sentences, _: by_summa(record, sentences)
    if method == "textrank-bm25" and options.gensim:
        theirs["gensim"] = lambda record, sentences, _: by_gensim(record, sentences)
    scores = {name: [] for name in ["ours", *theirs]}
    for record, summary in zip(records, run(options.epitome, method, part)):
        found = [s for s in summary["sentences"] if s["rank"] is not None]
        if not found or len(found) > options.longest:
            continue
        texts = [sentence["text"] for sentence in found]
        ratings = {"ours": [-sentence["rank"] for sentence in found]}
        for name, rate in theirs.items():
            ratings[name] = rate(record, texts, breaks_before(record, found))
        for name, values in ratings.items():
            chosen = choose(texts, values, budget)
            pair = [rouge(chosen, record["references"], size) for size in (1, 2)]
            scores[name].append(pair)
    name = re.sub(r".*/|\.jsonl$", "", path)
    figures = []
    for peer, pairs in scores.items():
        means = [100 * sum(column) / len(pairs) for column in zip(*pairs)]
        figures.append(f"{peer} " + "/".join(f"{mean:.1f}" for mean in means))
    print(f"{name:20} {method:18} {'  '.join(figures)}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--epitome", default="epitome", help="our command")
    parser.add_argument("--methods", default=",".join([*SUMY, "textrank-bm25"]))
    parser.add_argument("--documents", type=int, default=40, help="at most, of a file")
    parser.add_argument("--longest", type=int, default=300, help="sentences of a document")
    parser.add_argument("data", nargs="+")
    options = parser.parse_args()
    options.methods = options.methods.split(",")
    try:
        import gensim.summarization as _

        options.gensim = True
    except ImportError:
        options.gensim = False
    warnings.simplefilter("ignore")
    for path in options.data:
        report(path, options)


if __name__ == "__main__":
    main()

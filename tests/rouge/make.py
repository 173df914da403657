"""Makes figures.json: ROUGE by Google's `rouge-score` of texts of this project.

    pip install rouge-score==0.1.2
    python tests/rouge/make.py

Each pair has a summary and a reference, one sentence an item, and the F1 of
rouge1, rouge2 and rougeLsum, without stems (`plain`) and with (`stemmed`).
"""

import glob
import json
import os

from rouge_score.rouge_scorer import RougeScorer

HERE = os.path.dirname(os.path.abspath(__file__))
ARTICLES = os.path.join(HERE, "..", "..", "corpus", "articles", "*.gold.json")
MEASURES = ["rouge1", "rouge2", "rougeLsum"]

# What a tokenizer or a longest common subsequence may get wrong.
HARD = [
    (["The ferry sank at night."], ["At night the ferry sank."]),
    (["It's 3.5 km; can't miss it!"], ["It is 3,5km, you can not miss it."]),
    (["The naïve café-owner's coöperation, №5."], ["The naive cafe owner cooperated: No. 5."]),
    (["tide tide tide turns", "the tide turns"], ["the tide turns and turns", "tide"]),
    (["a b c d", "e f g"], ["a c b d", "g f e", "a b"]),
    (["STILL — nothing?"], ["still nothing", "—"]),
    (["one two", "", "three"], ["three two one"]),
    (["Ünïcödé İstanbul Kelvin \u212a ﬁsh"], ["unicode istanbul kelvin k fish"]),
    (["…"], ["Nothing in common."]),
    (["Nothing"], ["in", "common"]),
]


def pairs():
    yield from HARD
    for path in sorted(glob.glob(ARTICLES)):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        if gold["language"] == "en":
            sections = [section for section in gold["sections"] if section["sentences"]]
            yield [section["sentences"][0] for section in sections], gold["summary"]
            for section in sections[:2]:
                yield section["sentences"][:3], section["summary"]


def figures(scorer, summary, reference):
    scores = scorer.score("\n".join(reference), "\n".join(summary))
    return [round(scores[measure].fmeasure, 6) for measure in MEASURES]


plain, stemmed = (RougeScorer(MEASURES, use_stemmer=stem) for stem in (False, True))
found = [
    {
        "summary": summary,
        "reference": reference,
        "plain": figures(plain, summary, reference),
        "stemmed": figures(stemmed, summary, reference),
    }
    for summary, reference in pairs()
]
with open(os.path.join(HERE, "figures.json"), "w", encoding="utf-8") as file:
    json.dump(found, file, ensure_ascii=False, indent=1)
    file.write("\n")

"""Fits the weights of the default method to summaries that people wrote.

    python3 scripts/shuffle.py epitome SHUFFLED DATA.jsonl...
    epitome-eval features DATA.jsonl... SHUFFLED/*.jsonl > documents.csv
    python3 scripts/fit.py documents documents.csv
    python3 scripts/fit.py unordered documents.csv
    cargo build --release
    epitome-eval features --sections SECTIONED.jsonl... > sections.csv
    python3 scripts/fit.py sections sections.csv

The weights are written into corpus/model.json. Those for sections come second,
since the score within the whole document is a feature there; SECTIONED are the
sets of which not only a document or two have sections with references.

Needs numpy and scikit-learn (`pip install numpy scikit-learn`). A logistic
regression tells the sentences that the greedy oracle chooses from the others.
Every set counts the same; within a set a document counts by what there is to
win in it, so that the regression cares most where choosing well matters most.
The sets of scripts/shuffle.py, where the order says nothing, count a fifth: in
some texts, such as reviews, it says nothing indeed, and the place is so sure a
sign elsewhere that what the words say would get too little weight beside it.
The odds are lowered, so that of two sentences that are nearly sure to be chosen the
surer one counts more; where the order says nothing, that gains nothing.
The weights for texts whose order is seen to say nothing are fitted to those sets
alone, without the features of place. What of a document is left out otherwise says
little beside the rest, and the wrong thing of kinds of text not fitted to.
What the sets have too little of to be fitted is given.
"""

import csv
import json
import pathlib
import sys

import numpy
from sklearn.linear_model import LogisticRegression

COLUMNS = ("set", "document", "gain", "chosen")
SHUFFLED = 0.2
PLACE = (
    "early", "opening", "dateline", "day", "late", "section_late", "section_number",
    "digest", "digest_paragraph",
)
LOWERED = {"documents": 2.0, "unordered": 0.0, "sections": 2.0}
WITHOUT = {
    "documents": ("centroid",),
    "unordered": PLACE,
    "sections": ("opening", "dateline", "day"),
}
GIVEN = {
    "documents": {
        "dateline": {"mean": 0.0, "weight": 5.0},
        "day": {"mean": 0.0, "weight": 1.0},
        "digest_paragraph": {"mean": 0.0, "weight": 1.65},
    },
    "sections": {"digest_paragraph": {"mean": 0.0, "weight": 1.65}},
}


def read(lines, kind):
    """The features, whether each sentence is chosen, and what it weighs."""
    rows = csv.DictReader(lines)
    features, chosen, weights, documents = [], [], [], {}
    names = rows.fieldnames[len(COLUMNS):]
    left_out = {*WITHOUT[kind], *GIVEN.get(kind, {})}
    names = [name for name in names if name not in left_out]
    for row in rows:
        is_shuffled = row["set"].startswith("shuffled_")
        if kind == "unordered" and not is_shuffled:
            continue
        features.append([float(row[name]) for name in names])
        chosen.append(int(row["chosen"]))
        weights.append((row["set"], float(row["gain"])))
        documents.setdefault(row["set"], set()).add(row["document"])
    count = {name: len(members) for name, members in documents.items()}
    share = lambda name: SHUFFLED if name.startswith("shuffled_") else 1.0
    weights = numpy.array([share(name) * gain / count[name] for name, gain in weights])
    return names, numpy.array(features), numpy.array(chosen), weights


def fit(features, chosen, weights):
    """The mean, the weight and the log-odds, for features as they come."""
    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1
    model = LogisticRegression(C=1.0, max_iter=1000)
    scaled = (features - mean) / spread
    model.fit(scaled, chosen, sample_weight=weights * len(weights) / weights.sum())
    return mean, model.coef_[0] / spread, model.intercept_[0]


MODEL = pathlib.Path(__file__).parent.parent / "corpus" / "model.json"


def main():
    kind, path = sys.argv[1:]
    with open(path, encoding="utf-8") as lines:
        names, features, chosen, weights = read(lines, kind)
    means, fitted, log_odds = fit(features, chosen, weights)
    table = {
        name: {"mean": round(float(mean), 6), "weight": round(float(weight), 6)}
        for name, mean, weight in zip(names, means, fitted)
    }
    table.update(GIVEN.get(kind, {}))
    model = json.loads(MODEL.read_text(encoding="utf-8"))
    log_odds = round(float(log_odds) - LOWERED[kind], 6)
    model[kind] = {"log_odds": log_odds, "features": table}
    MODEL.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

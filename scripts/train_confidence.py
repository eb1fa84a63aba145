"""Train the model of how sure each find is, and see how far its probabilities hold.

    python -m scripts.train_confidence GOLD [--also GOLD] [--check GOLD] [--into PAGE] [--dry-run]

Each GOLD is a folder of NAME.txt beside NAME.json. Needs the dependency group ``train``. Every
find is right or wrong as the evaluation counts it; a logistic regression per kind of find learns
which from its features. Where ``--also`` gives articles that the rules were not made on, the
weights are learned from all, and the intercepts are set on those alone, so that the mean
probability is the share of right ones there. Prints, as Markdown, reliability under five-fold
cross-validation by article and on the folders of ``--check``, and puts it between the marks in
PAGE; writes the weights.
"""

from __future__ import annotations

import argparse
import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import thainews_ie
from thainews_ie import Article, NewsRecord, Role, load, to_dict
from thainews_ie.assemble import assemble
from thainews_ie.confidence.features import describe
from thainews_ie.confidence.model import FIELDS, active
from thainews_ie.evaluation.compare import loosely_same
from thainews_ie.evaluation.fields import Comparison, compare_article
from thainews_ie.evaluation.gold import read_gold

ROLE_ORDER = {role: i for i, role in enumerate(Role)}
MODEL = Path(thainews_ie.__file__).parent / "models" / "confidence.json"
FOLDS = 5
SEED = 0
# The inverse strength of L2: weak evidence must not make a find sure.
STRENGTH = 0.1
# Ten steps of probability, narrow where most finds lie.
STEPS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)
MARKS = "<!-- scripts/train_confidence.py writes from here -->", "<!-- to here -->"
LEAST_IN_BIN = 20
LEAST, MOST = 0.001, 0.999


class Find(NamedTuple):
    """One find: its article, what is known of it, and whether it is right."""

    article: str
    field: str
    features: frozenset[str]
    right: bool


class Rating(NamedTuple):
    """What a model says of a find, and whether the find is right."""

    field: str
    probability: float
    right: bool


class Fitted(NamedTuple):
    """One field's model: log odds of no feature, and what each feature adds."""

    intercept: float
    weights: dict[str, float]

    def log_odds(self, find: Find) -> float:
        """Of the find being right."""
        return self.intercept + sum(self.weights.get(name, 0.0) for name in find.features)


def sigmoid(log_odds: float) -> float:
    """The probability, within the bounds that the library keeps."""
    share = 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))
    return max(min(share, MOST), LEAST)


# --- which finds are right -----------------------------------------------------------------


def verdicts(comparison: Comparison) -> dict[tuple[str, ...], list[bool]]:
    """Right or wrong for each predicted item, exact pairs first, as the evaluation pairs them."""
    right = [False] * len(comparison.predicted)
    for item in comparison.gold:
        free = [i for i, done in enumerate(right) if not done]
        alike = (i for i in free if comparison.matches(item, comparison.predicted[i]))
        exact = (i for i in free if comparison.predicted[i] == item)
        at = next(exact, next(alike, None))
        if at is not None:
            right[at] = True
    by_item: dict[tuple[str, ...], list[bool]] = {}
    for item, ok in zip(comparison.predicted, right, strict=True):
        by_item.setdefault(tuple(map(str, item)), []).append(ok)
    return by_item


def event_is_right(gold: dict[str, Any] | None, record: NewsRecord) -> bool:
    """Whether what is stated of the event holds; if nothing is, whether there is nothing."""
    known, event = gold or {}, record.event
    if event.name is None and event.start is None:
        return known.get("name") is None and known.get("start") is None
    start = event.start is None or known.get("start") == event.start.isoformat()
    return start and (event.name is None or loosely_same(known.get("name"), event.name.text))


def judged(gold: Any, record: NewsRecord, text: str) -> Iterator[tuple[str, list[bool | None]]]:
    """Verdicts by field in the order of the record; None where the gold does not say."""
    found = {c.field: verdicts(c) for c in compare_article(gold, to_dict(record), text)}

    def look_up(
        field: str, items: Iterable[tuple[Any, ...]], last: bool = True
    ) -> list[bool | None]:
        answers: list[bool | None] = []
        for item in items:
            rest = found[field].get(tuple(map(str, item)), [])
            answers.append((rest.pop(0) if last else any(rest)) if rest else None)
        return answers

    people = record.people
    yield "person", look_up("people", ((p.name,) for p in people))
    yield "title", look_up("titles", ((p.name, t.text) for p in people for t in p.titles))
    roles = ((p.name, e.role.value) for p in people for e in p.role_evidence)
    yield "role", look_up("roles", roles, last=False)
    yield "date", look_up("dates", ((d.span.start, d.span.end, d.value) for d in record.dates))
    yield "award", look_up("awards_loose", ((a.name.text,) for a in record.awards))
    yield "venue", look_up("venues_loose", ((v.span.text,) for v in record.venues))
    yield "event", [event_is_right(gold["event"], record)]
    yield "mode", [gold["mode"]["mode"] == record.mode.mode.value]


def finds(folder: Path, nlp: Any) -> Iterator[Find]:
    """Every find in the articles of a folder."""
    for article in read_gold(folder):
        doc = nlp(article.text)
        f = doc._.thainews
        record = assemble(Article(article.id, article.text), f)
        d = describe(f)
        kept = [i for i, person in enumerate(f.people) if not person.ignored]
        # the record sorts what each person does
        roles = [
            d.roles[n]
            for i in kept
            for n in sorted(
                (n for n, mention in enumerate(f.roles) if mention.person == i),
                key=lambda n: (ROLE_ORDER[f.roles[n].role], f.roles[n].start),
            )
        ]
        described: dict[str, Sequence[Any]] = {
            "person": [d.people[i] for i in kept],
            "title": [t for i in kept for t in d.titles[i]],
            "role": roles,
            "date": d.dates,
            "award": d.awards,
            "venue": d.venues,
            "event": [d.event],
            "mode": [d.mode],
        }
        for field, answers in judged(article.gold, record, article.text):
            for features, right in zip(described[field], answers, strict=True):
                if right is not None:
                    yield Find(article.id, field, frozenset(active(features)), right)


# --- the models ------------------------------------------------------------------------------


def settle(model: Fitted, known: Sequence[Find]) -> Fitted:
    """The model with the intercept that makes the mean probability the share of right ones.

    One right and one wrong find are added, so that no share is 0 or 1.
    """
    target = min(max((sum(f.right for f in known) + 1) / (len(known) + 2), LEAST), MOST)
    low, high = -20.0, 20.0
    for _ in range(50):
        shift = (low + high) / 2
        mean = np.mean([sigmoid(model.log_odds(f) + shift) for f in known])
        low, high = (shift, high) if mean < target else (low, shift)
    return model._replace(intercept=model.intercept + (low + high) / 2)


def fit(known: Sequence[Find], set_on: Sequence[Find]) -> Fitted:
    """Weights from ``known``, intercept from ``set_on``."""
    answers = [f.right for f in known]
    if len(set(answers)) < 2:  # nothing tells them apart
        model = Fitted(0.0, {})
    else:
        vectors = DictVectorizer()
        rows = vectors.fit_transform([dict.fromkeys(sorted(f.features), 1) for f in known])
        regression = LogisticRegression(C=STRENGTH, max_iter=2000, random_state=SEED)
        regression.fit(rows, answers)
        names = vectors.get_feature_names_out()
        weights = {str(n): float(w) for n, w in zip(names, regression.coef_[0], strict=True)}
        model = Fitted(float(regression.intercept_[0]), weights)
    return settle(model, set_on or known)


def fit_all(known: Sequence[Find], set_on: Sequence[Find]) -> dict[str, Fitted]:
    """One model per field."""
    return {
        field: fit([f for f in known if f.field == field], [f for f in set_on if f.field == field])
        for field in FIELDS
    }


def rated(models: dict[str, Fitted], known: Iterable[Find]) -> list[Rating]:
    """What the models say of finds."""
    return [Rating(f.field, sigmoid(models[f.field].log_odds(f)), f.right) for f in known]


def cross_validated(known: Sequence[Find], set_on: Sequence[Find]) -> list[Rating]:
    """Ratings of ``set_on``, each by models that have not seen its article."""
    articles = sorted({f.article for f in known})
    np.random.default_rng(SEED).shuffle(articles)
    fold_of = {article: i % FOLDS for i, article in enumerate(articles)}
    ratings = []
    for n in range(FOLDS):
        rest = [f for f in known if fold_of[f.article] != n]
        models = fit_all(rest, [f for f in set_on if fold_of[f.article] != n])
        ratings += rated(models, [f for f in set_on if fold_of[f.article] == n])
    return ratings


# --- how far they hold -----------------------------------------------------------------------


def bins(ratings: Sequence[Rating]) -> list[list[Rating]]:
    """Ratings in steps of probability, neighbours joined until each has enough."""
    steps: list[list[Rating]] = [[] for _ in range(len(STEPS) + 1)]
    for rating in ratings:
        steps[bisect_right(STEPS, rating.probability)].append(rating)
    joined: list[list[Rating]] = [[]]
    for step in reversed(steps):
        if len(joined[-1]) >= LEAST_IN_BIN:
            joined.append([])
        joined[-1] = step + joined[-1]
    if len(joined) > 1 and len(joined[-1]) < LEAST_IN_BIN:
        last = joined.pop()
        joined[-1] = last + joined[-1]
    return [b for b in reversed(joined) if b]


def means(ratings: Sequence[Rating]) -> tuple[float, float]:
    """The mean probability and the share of right ones."""
    return (
        float(np.mean([r.probability for r in ratings])),
        float(np.mean([r.right for r in ratings])),
    )


def summary(name: str, ratings: Sequence[Rating]) -> str:
    """A row: count, mean probability, share right, Brier score, expected calibration error."""
    predicted, right = means(ratings)
    brier = np.mean([(r.probability - r.right) ** 2 for r in ratings])
    off = sum(len(b) * abs(means(b)[0] - means(b)[1]) for b in bins(ratings)) / len(ratings)
    return f"| {name} | {len(ratings)} | {predicted:.3f} | {right:.3f} | {brier:.3f} | {off:.3f} |"


def report(title: str, ratings: Sequence[Rating]) -> Iterator[str]:
    """Both tables as Markdown."""
    yield f"{title}:\n"
    yield "| find | count | mean confidence | share right | Brier | ECE |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for field in FIELDS:
        if own := [r for r in ratings if r.field == field]:
            yield summary(field, own)
    yield summary("all", ratings)
    yield "\n| confidence | count | mean confidence | share right |"
    yield "| --- | ---: | ---: | ---: |"
    for group in bins(ratings):
        predicted, right = means(group)
        low, high = (edge(r.probability for r in group) for edge in (min, max))
        yield f"| {low:.3f} to {high:.3f} | {len(group)} | {predicted:.3f} | {right:.3f} |"
    yield ""


def put_into(page: Path, tables: str) -> None:
    """Puts the tables between the marks of a page."""
    begin, end = MARKS
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise SystemExit(f"{page}: the lines {begin} and {end} are missing")
    page.write_text(f"{before}{begin}\n\n{tables}\n{end}{after}", encoding="utf-8")


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--also", type=Path, action="append", default=[], metavar="GOLD")
    parser.add_argument("--check", type=Path, action="append", default=[], metavar="GOLD")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="also put the tables here")
    parser.add_argument("--dry-run", action="store_true", help="write no weights")
    options = parser.parse_args()

    nlp = load(exclude=["thainews_spans"])
    first = list(finds(options.gold, nlp))
    also = [f for folder in options.also for f in finds(folder, nlp)]
    known, set_on = [*first, *also], also or first
    names = ", ".join(f"`{path.name}`" for path in options.also or [options.gold])
    tables = list(report(f"Cross-validated by article, on {names}", cross_validated(known, set_on)))
    models = fit_all(known, set_on)
    for folder in options.check:
        checked = rated(models, finds(folder, nlp))
        tables += report(f"On `{folder.name}`, which the weights have not seen", checked)
    print("\n".join(tables))
    if options.into:
        put_into(options.into, "\n".join(tables))
    if options.dry_run:
        return
    data = {
        field: {
            "intercept": round(model.intercept, 3),
            "weights": {n: round(w, 3) for n, w in model.weights.items() if abs(w) >= 0.0005},
        }
        for field, model in models.items()
    }
    MODEL.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

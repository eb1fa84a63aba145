"""What is compared, field by field, for one article.

An item is a tuple of strings; its first parts tie it to its owner (a person's name, an award's
number), the last is the value. A field's ``Matcher`` says when a gold and a predicted item are
the same find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from thainews_ie.evaluation.compare import fold, loosely_same, overlap, same

__all__ = ["HEADLINE_FIELDS", "Comparison", "compare_article"]

Item = tuple[Any, ...]
Matcher = Callable[[Item, Item], bool]
Data = dict[str, Any]

# The fields whose mean F1 is the headline figure.
HEADLINE_FIELDS = (
    "dates",
    "people",
    "titles",
    "roles",
    "awards_loose",
    "award_category",
    "venues_loose",
    "event_start",
    "mode",
    "platforms",
)


class Comparison(NamedTuple):
    """One field of one article: both sides, and what makes two items the same."""

    field: str
    gold: list[Item]
    predicted: list[Item]
    matches: Matcher


def _strictly(a: Item, b: Item) -> bool:
    return all(same(str(x), str(y)) for x, y in zip(a, b, strict=True))


def _loosely(a: Item, b: Item) -> bool:
    """The owner strictly, the value loosely."""
    return _strictly(a[:-1], b[:-1]) and loosely_same(a[-1], b[-1])


def _same_place(a: Item, b: Item) -> bool:
    return bool(a[0] < b[1] and b[0] < a[1])


def _same_date(a: Item, b: Item) -> bool:
    return _same_place(a, b) and a[2] == b[2]


def _text(value: Any) -> str | None:
    """A value as written: itself, or the ``text`` of an object that also has its place."""
    text: str | None = value["text"] if isinstance(value, dict) else value
    return text


def _some(value: Any) -> list[Item]:
    text = _text(value)
    return [] if text is None or text == "" else [(str(text),)]


def _located(record: Data, text: str) -> list[Item]:
    """Dates as (start, end, value); without offsets they are looked up in reading order."""
    items: list[Item] = []
    at = 0
    for date in record.get("dates", []):
        if "start" in date:
            start, end = date["start"], date["end"]
        else:
            start = text.find(date["text"], at)
            end = start + len(date["text"])
        at = end
        items.append((start, end, date["value"]))
    return items


def _people(predicted: Data, gold: Data) -> list[Data]:
    """Predicted people without those that the gold neither asks for nor forbids."""
    ignored = [fold(name) for name in gold.get("ignore_people", [])]

    def is_ignored(person: Data) -> bool:
        name, full = fold(person["name"]), fold((person.get("honorific") or "") + person["name"])
        return any(name in other or other in full for other in ignored)

    return [person for person in predicted.get("people", []) if not is_ignored(person)]


def _of_people(people: list[Data], field: str) -> list[Item]:
    return [(p["name"], _text(value)) for p in people for value in p.get(field, [])]


def _compare_people(gold: Data, predicted: Data) -> Iterator[Comparison]:
    known, found = gold["people"], _people(predicted, gold)
    names = [(p["name"],) for p in known], [(p["name"],) for p in found]
    yield Comparison("people", *names, _strictly)
    titles = _of_people(known, "titles"), _of_people(found, "titles")
    yield Comparison("titles", *titles, _strictly)
    yield Comparison("titles_loose", *titles, _loosely)
    yield Comparison("roles", _of_people(known, "roles"), _of_people(found, "roles"), _strictly)
    # honorifics are judged on the people whom both sides name
    by_name = {fold(p["name"]): p for p in found}
    pairs = [(g, by_name[fold(g["name"])]) for g in known if fold(g["name"]) in by_name]
    yield Comparison(
        "honorific",
        [(g["name"], g["honorific"]) for g, _ in pairs if g.get("honorific")],
        [(g["name"], p["honorific"]) for g, p in pairs if p.get("honorific")],
        _strictly,
    )


def _pair_awards(gold: list[Data], predicted: list[Data]) -> list[tuple[Data | None, Data | None]]:
    """Each gold award with the predicted one of a like name that agrees best, and the rest."""
    left = list(predicted)
    pairs: list[tuple[Data | None, Data | None]] = []
    for award in gold:

        def closeness(other: Data, award: Data = award) -> tuple[bool, bool, bool, float]:
            return (
                loosely_same(award["name"], other["name"]),
                same(_text(award.get("category")), _text(other.get("category"))),
                same(_text(award.get("level")), _text(other.get("level"))),
                overlap(award["name"], other["name"]),
            )

        best = max(left, key=closeness, default=None)
        if best is not None and closeness(best)[0]:
            left.remove(best)
            pairs.append((award, best))
        else:
            pairs.append((award, None))
    return [*pairs, *((None, other) for other in left)]


def _compare_awards(gold: Data, predicted: Data) -> Iterator[Comparison]:
    known, found = gold["awards"], predicted.get("awards", [])
    names = [(a["name"],) for a in known], [(a["name"],) for a in found]
    yield Comparison("awards", *names, _strictly)
    yield Comparison("awards_loose", *names, _loosely)
    pairs = _pair_awards(known, found)

    def values(side: int, field: str) -> list[Item]:
        awards = [(i, pair[side]) for i, pair in enumerate(pairs)]
        return [(str(i), *v) for i, award in awards if award for v in _some(award.get(field))]

    for field in ("category", "level", "year", "giver"):
        matches = _strictly if field == "year" else _loosely
        yield Comparison(f"award_{field}", values(0, field), values(1, field), matches)

    def recipients(side: int) -> list[Item]:
        awards = [(i, pair[side]) for i, pair in enumerate(pairs)]
        return [(str(i), _text(r)) for i, a in awards if a for r in a.get("recipients") or []]

    yield Comparison("award_recipients", recipients(0), recipients(1), _loosely)


def _compare_byline(gold: Data, predicted: Data) -> Comparison:
    def credits(record: Data) -> list[Item]:
        byline = record.get("byline") or {}
        fields = ("source", "reporter", "editor")
        return [(field, *value) for field in fields for value in _some(byline.get(field))]

    return Comparison("byline", credits(gold), credits(predicted), _strictly)


def compare_article(gold: Data, predicted: Data, text: str) -> Iterator[Comparison]:
    """Every field of one article.

    Args:
        gold: the annotation, in the form of the annotation guide.
        predicted: a record in the same form (values may be objects with a ``text``); an empty
            dictionary if there is none.
        text: the article, for dates without offsets.

    Yields:
        One comparison per field, always the same fields in the same order.
    """
    yield Comparison(
        "published", _some(gold["published"]), _some(predicted.get("published")), _strictly
    )
    yield from _compare_people(gold, predicted)
    dates = _located(gold, text), _located(predicted, text)
    yield Comparison("date_spans", *dates, _same_place)
    yield Comparison("dates", *dates, _same_date)
    yield from _compare_awards(gold, predicted)
    venues = (
        [(v["text"],) for v in gold["venues"]],
        [(v["text"],) for v in predicted.get("venues", [])],
    )
    yield Comparison("venues", *venues, _strictly)
    yield Comparison("venues_loose", *venues, _loosely)
    event, found = gold["event"] or {}, predicted.get("event") or {}
    yield Comparison(
        "event_name_loose", _some(event.get("name")), _some(found.get("name")), _loosely
    )
    for field in ("start", "end", "time"):
        yield Comparison(
            f"event_{field}", _some(event.get(field)), _some(found.get(field)), _strictly
        )
    mode, guess = gold["mode"], predicted.get("mode") or {}
    yield Comparison("mode", [(mode["mode"],)], [(guess.get("mode", "unspecified"),)], _strictly)
    for field in ("platforms", "broadcasts"):
        known, said = ([(x,) for x in side.get(field, [])] for side in (mode, guess))
        yield Comparison(field, known, said, _strictly)
    yield _compare_byline(gold, predicted)

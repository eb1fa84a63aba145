"""F1 of the names of persons on ThaiNER lines, ours beside PyThaiNLP's bundled tagger.

    python -m scripts.thainer_persons val.txt [--errors]

A line is scored as an article of its own. Names are compared by place, after the honorific is
taken off on both sides, since annotators and taggers differ on whether it belongs.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from thainews_ie import Article, extract
from thainews_ie.lexicon import cue_rows
from thainews_ie.patterns import trie

Place = tuple[int, int]
_TAG = re.compile(r"\[(/?)([A-Z]+)\]")


def read_line(line: str) -> tuple[str, list[Place]]:
    """The plain text of a tagged line, and the places of its persons."""
    text, places, start, at = "", [], 0, 0
    for tag in _TAG.finditer(line):
        text += line[at : tag.start()]
        at = tag.end()
        if tag[2] != "PERSON":
            continue
        if tag[1]:
            places.append((start, len(text)))
        else:
            start = len(text)
    return text + line[at:], places


@cache
def _honorific() -> re.Pattern[str]:
    terms = trie(row[0] for row in cue_rows("honorifics"))
    return re.compile(rf"\s{{0,9}}(?:(?:{terms})\s{{0,9}}){{0,4}}")


def bare(text: str, place: Place) -> Place:
    """The place without the honorific at its start and the white space around."""
    start, end = place
    found = _honorific().match(text, start, end)
    after = found.end() if found else start
    start = after if after < end else start
    return start, start + len(text[start:end].rstrip())


def ours(text: str) -> list[Place]:
    """Places of the mentions of people in our record."""
    record = extract(Article("", text))
    return [(m.start, m.end) for person in record.people for m in person.mentions]


def pythainlp_tagger() -> Callable[[str], list[Place]]:
    """PyThaiNLP's CRF tagger, with the model that its package carries."""
    from benchmarks.tagger import BundledTagger

    tagger = BundledTagger()

    def tag(text: str) -> list[Place]:
        places: list[Place] = []
        at = 0
        for word, label in tagger.tag(text):
            start = text.index(word, at)
            at = start + len(word)
            if label == "B-PERSON":
                places.append((start, at))
            elif label == "I-PERSON" and places:
                places[-1] = (places[-1][0], at)
        return places

    return tag


def compare(
    lines: list[tuple[str, list[Place]]], find: Callable[[str], list[Place]]
) -> tuple[float, float, float, Iterator[str]]:
    """Precision, recall, F1 and the errors in words."""
    hits = gold = found = 0
    errors: list[str] = []
    for text, persons in lines:
        known = {bare(text, p) for p in persons}
        said = {bare(text, p) for p in find(text)}
        hits += len(known & said)
        gold += len(known)
        found += len(said)
        errors += [
            f"missed    {text[a:b]!r} in …{text[max(0, a - 20) : b + 15]!r}"
            for a, b in known - said
        ]
        errors += [
            f"spurious  {text[a:b]!r} in …{text[max(0, a - 20) : b + 15]!r}"
            for a, b in said - known
        ]
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    return precision, recall, 2 * hits / max(found + gold, 1), iter(errors)


def main() -> None:
    """Print both scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true", help="list ours")
    args = parser.parse_args()
    lines = [read_line(x) for x in args.file.read_text(encoding="utf-8-sig").splitlines()]
    for name, find in (("thainews_ie", ours), ("PyThaiNLP CRF tagger", pythainlp_tagger())):
        precision, recall, f1, errors = compare(lines, find)
        print(f"{name:22} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
        if args.errors and find is ours:
            print(*errors, sep="\n")


if __name__ == "__main__":
    main()

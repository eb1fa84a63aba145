"""Is the time linear in the length, on text made to break that?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice

from benchmarks.articles import FIXTURES, endless_texts
from thainews_ie import extract

__all__ = ["hostile_texts", "measure"]


def hostile_texts(length: int) -> Iterator[tuple[str, str]]:
    """Named texts of ``length`` characters."""
    article = "".join(islice(endless_texts(FIXTURES), 30))
    seeds = {
        "articles repeated": article,
        "one line": " ".join(article.split()),
        "no spaces": "".join(article.split()),
        "only digits": "1234567890",
        "only นาย": "นาย",
        "only opening brackets": "(",
        "only spaces": " ",
        "only รางวัล": "รางวัล",
        "only ประธาน": "เป็นประธาน",
        "only ที่": "ที่",
        "only dates": "16 ก.ย. 2564 ",
        "only people": "นายสมชาย ใจดี ",
        "only quotes": "“",
        "Thai digits": "๑",
        "zero-width": "ก\u200b",
    }
    for name, seed in seeds.items():
        yield name, (seed * (length // len(seed) + 1))[:length]
    yield "a day, then spaces", f"1 มกราคม{' ' * (length - 9)}x"


def measure(short: int, long: int) -> dict[str, tuple[float, float]]:
    """Nanoseconds per character of each text at two lengths."""
    extract("")  # start-up is not counted
    results = {}
    pairs = zip(hostile_texts(short), hostile_texts(long), strict=True)
    for (name, small), (_, large) in pairs:
        rates = []
        for text in (small, large):
            start = time.perf_counter()
            extract(text)
            rates.append((time.perf_counter() - start) / len(text) * 1e9)
        results[name] = (rates[0], rates[1])
    return results

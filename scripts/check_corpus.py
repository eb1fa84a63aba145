"""Extract every article of a file and check what must hold for any record.

    check_corpus.py ARTICLES.jsonl.gz

No article may fail; every span must be a slice of the article; every date value must be a day,
month or year that exists; the JSON must give the record back.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from itertools import tee

from thainews_ie import (
    Article,
    Failure,
    NewsRecord,
    extract_many,
    from_json,
    iter_spans,
    to_json,
)
from thainews_ie.io.readers import read_articles

# Articles whose faults are printed; the count names them all.
SHOWN = 10


def is_calendar_value(value: str) -> bool:
    """Whether ``2021``, ``2021-09``, ``2021-09-16`` or ``A/B`` exists in the calendar."""
    for part in value.split("/"):
        filled = part + "-01-01"[len(part) - 4 :] if len(part) in (4, 7) else part
        try:
            dt.date.fromisoformat(filled)
        except ValueError:
            return False
    return True


def faults(article: Article, record: NewsRecord) -> Iterator[str]:
    """What is wrong with a record, in words."""
    for span in iter_spans(record):
        if article.text[span.start : span.end] != span.text or span.start >= span.end:
            yield f"not a slice: {span}"
    for date in record.dates:
        if date.value is None:
            if not date.reason:
                yield f"no value and no reason: {date}"
        elif not is_calendar_value(date.value):
            yield f"no such date: {date}"
    if from_json(to_json(record)) != record:
        yield "JSON does not give the record back"


def main() -> int:
    """Check every article of the file."""
    articles, copies = tee(read_articles(sys.argv[1:]))
    wrong = count = 0
    for article, result in zip(articles, extract_many(copies, errors="return"), strict=True):
        count += 1
        found = (
            [str(result)]
            if isinstance(result, Failure) or isinstance(article, Failure)
            else list(faults(article, result))
        )
        wrong += bool(found)
        if wrong <= SHOWN:
            for line in found:
                print(f"{article.id}: {line}", file=sys.stderr)
    print(f"{count} articles, {wrong} with faults")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())

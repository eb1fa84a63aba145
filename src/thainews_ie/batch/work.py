"""What a process does with a chunk: pages are read, articles extracted, records encoded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from thainews_ie.batch.chunks import Done
from thainews_ie.batch.keys import digest
from thainews_ie.io.items import Item
from thainews_ie.io.pages import source_of
from thainews_ie.pipeline import Source, extract_chunk
from thainews_ie.records import Failure, NewsRecord

__all__ = ["Encode", "Job", "text_digest", "work"]

Encode = Callable[[Sequence[NewsRecord]], object]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with every article.

    Args:
        encode: makes of records what the sink writes; a function of a module, since it is sent
            to other processes.
        min_confidence: finds that are less probable are left out, 0 to 1.
        keep_text: whether records keep their article's text.
    """

    encode: Encode
    min_confidence: float = 0.0
    keep_text: bool = True


def _placed(failure: Failure, item: Item) -> Failure:
    """The failure, with the place of the item it is about."""
    if failure.source is not None or item.file is None:
        return failure
    return replace(failure, source=item.file, line=item.line)


def text_digest(record: NewsRecord) -> bytes:
    """What tells the text of a record from other texts."""
    return digest(record.text_sha256)


def work(items: Sequence[Item], job: Job, at: Callable[[int], None]) -> Done:
    """Records of a chunk's items.

    Args:
        items: of a chunk.
        job: what to do.
        at: is told the number of each item before it is begun.
    """

    def sources() -> Iterator[Source | Callable[[], Source]]:
        for number, item in enumerate(items):
            at(number)
            yield source_of(item.content)

    records: list[NewsRecord] = []
    outcomes: list[tuple[str, bytes] | Failure] = []
    for item, result in zip(
        items, extract_chunk(sources(), min_confidence=job.min_confidence), strict=True
    ):
        if isinstance(result, Failure):
            outcomes.append(_placed(result, item))
        else:
            outcomes.append((result.id, text_digest(result)))
            records.append(result if job.keep_text else replace(result, text=None))
    return Done(tuple(outcomes), job.encode(records))

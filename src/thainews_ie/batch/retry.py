"""Dead letters as items again: read anew from where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thainews_ie.batch.rejects import STDIN, Reject
from thainews_ie.errors import ReaderError
from thainews_ie.io.items import Item
from thainews_ie.io.readers import FieldNames, read_items
from thainews_ie.records import Failure

__all__ = ["items_again"]

_BEFORE = "; it had failed with "


def _named(item: Item, name: str) -> Item:
    """A file that is one article keeps the id it had, which may tell of the folder it was in."""
    if isinstance(item.content, Failure) or not name:
        return item
    return replace(item, content=replace(item.content, id=name))


def _read_again(source: str, rejects: list[Reject], fields: FieldNames) -> Iterator[Item]:
    """The items of a file that failed; those that cannot be found fail again."""
    wanted = {reject.failure.line: reject for reject in rejects}
    try:
        for item in read_items([source], fields):
            reject = wanted.pop(item.line, None)
            if reject is not None:
                yield _named(item, reject.failure.id if item.line is None else "")
    except ReaderError as error:
        reason = str(error)
    else:
        reason = "is no longer there"
    for line, reject in wanted.items():
        # what it failed with at first, however often it has been tried since
        told = reject.failure.message.partition(_BEFORE)[2]
        first = told or f"{reject.failure.error}: {reject.failure.message}"
        message = f"{reason}{_BEFORE}{first}"
        failure = Failure(reject.failure.id, ReaderError.__name__, message, source, line)
        yield Item(failure, source, line)


def items_again(rejects: Iterable[Reject], fields: FieldNames) -> Iterator[Item]:
    """What failed, to be tried again.

    Args:
        rejects: dead letters; all are held in memory.
        fields: which field holds what, as when they failed.

    Yields:
        An item for each: read from its file as that is now, or from the dead letter itself
        where there is no file. What can be read from neither is the failure it was.
    """
    by_file: dict[str, list[Reject]] = {}
    for reject in rejects:
        source = reject.failure.source
        if reject.content is not None:
            yield Item(reject.content)
        elif source is None or source == STDIN:
            yield Item(reject.failure)
        else:
            by_file.setdefault(source, []).append(reject)
    for source, group in by_file.items():
        yield from _read_again(source, group, fields)

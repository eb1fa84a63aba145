"""Dead letters: what gave no record, why, and how to try it again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeGuard

from thainews_ie.errors import ReaderError, RecordError
from thainews_ie.io.items import Item, Page
from thainews_ie.json_cursor import JsonCursor
from thainews_ie.records import Article, Failure

__all__ = ["Reject", "read_rejects", "reject_line", "write_rejects"]


STDIN = "<stdin>"  # as readers name standard input


@dataclass(frozen=True, slots=True)
class Reject:
    """A dead letter.

    Args:
        key: the ledger's name for the item.
        failure: what went wrong; its source and line say where the item lies.
        content: the article or page itself, where it lies in no file that could be read again.
    """

    key: bytes
    failure: Failure
    content: Article | Page | None = None


def _dated(content: Article | Page) -> dict[str, Any]:
    published = content.published and content.published.isoformat()
    return {**asdict(content), "published": published}


def _is_text(content: object) -> TypeGuard[Page]:
    """Whether it is a page from a field of JSON, and not bytes from a file of their own."""
    return isinstance(content, Page) and isinstance(content.content, str)


def reject_line(key: bytes, failure: Failure, item: Item) -> str:
    """A dead letter as a line of JSON.

    Args:
        key: of the item.
        failure: what went wrong.
        item: what it went wrong with. Its content is kept only where there is no file to read
            it from again.
    """
    content = item.content
    lost = item.file in (None, STDIN)
    data = {
        "key": key.hex(),
        "id": failure.id,
        "source": failure.source,
        "line": failure.line,
        "error": failure.error,
        "message": failure.message,
        "article": _dated(content) if lost and isinstance(content, Article) else None,
        "page": _dated(content) if lost and _is_text(content) else None,
    }
    return json.dumps(data, ensure_ascii=True)


def write_rejects(path: Path, lines: Iterable[str]) -> int:
    """Writes dead letters; the file is whole or is as before, and goes if there are none.

    Returns:
        How many there are.
    """
    part = path.with_name(f".{path.name}.part")
    count = 0
    with part.open("w", encoding="ascii") as stream:
        for line in lines:
            stream.write(line + "\n")
            count += 1
    if count:
        os.replace(part, path)
    else:
        part.unlink()
        path.unlink(missing_ok=True)
    return count


def _read_article(a: JsonCursor) -> Article:
    return Article(
        id=a["id"].string(),
        text=a["text"].string(),
        url=a["url"].maybe(JsonCursor.string),
        title=a["title"].maybe(JsonCursor.string),
        published=a["published"].maybe(JsonCursor.date),
        source=a["source"].maybe(JsonCursor.string),
    )


def _read_page(p: JsonCursor) -> Page:
    return Page(
        content=p["content"].string(),
        id=p["id"].maybe(JsonCursor.string),
        url=p["url"].maybe(JsonCursor.string),
        charset=p["charset"].maybe(JsonCursor.string),
        title=p["title"].maybe(JsonCursor.string),
        published=p["published"].maybe(JsonCursor.date),
        source=p["source"].maybe(JsonCursor.string),
    )


def _read(data: Any) -> Reject:
    r = JsonCursor(data, "$")
    failure = Failure(
        id=r["id"].string(),
        error=r["error"].string(),
        message=r["message"].string(),
        source=r["source"].maybe(JsonCursor.string),
        line=r["line"].maybe(JsonCursor.integer),
    )

    content = r["article"].maybe(_read_article) or r["page"].maybe(_read_page)
    return Reject(bytes.fromhex(r["key"].string()), failure, content)


def read_rejects(path: Path) -> Iterator[Reject]:
    """The dead letters of a file.

    Raises:
        ReaderError: the file cannot be read, or a line is no dead letter.
    """
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                try:
                    yield _read(json.loads(line))
                except (ValueError, RecursionError, RecordError) as error:
                    raise ReaderError(
                        f"is no dead letter: {error}", source=str(path), line=number
                    ) from error
    except OSError as error:
        raise ReaderError(f"cannot be read: {error.strerror or error}", source=str(path)) from error

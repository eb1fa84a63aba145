"""Articles from files: plain text, JSON lines, folders of them, and standard input.

A reader never stops at a bad article: it yields a :class:`Failure` that names the file and the
line, and goes on. Only an input that cannot be opened at all, or whose format is unknown,
raises.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from thainews_ie.errors import ReaderError
from thainews_ie.io.endings import by_ending
from thainews_ie.io.items import Item
from thainews_ie.io.limits import Limits
from thainews_ie.records import Article, Failure

__all__ = ["READERS", "FieldNames", "Limits", "is_input", "read_articles", "read_items"]

_STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Which field of a JSON object holds what.

    Only ``text`` must be there. An article without an id gets one from its URL, or else from a
    digest of its text, so that a second run gives the same ids. A name with dots reaches into
    nested objects: ``meta.url``.

    Args:
        html: holds a page's HTML, from which text, title, day and address are read; the field
            ``text`` is not looked at then.
    """

    text: str = "text"
    id: str = "id"
    url: str = "url"
    title: str = "title"
    published: str = "published"
    source: str = "source"
    html: str | None = None


class _FieldError(ValueError):
    """A field is missing or of a wrong type."""


def _text_of(data: dict[str, Any], name: str) -> str | None:
    value = data.get(name)
    if value is None or isinstance(value, str):
        return value
    raise _FieldError(f"the field {name!r} is {type(value).__name__}, not a string")


def _published(data: dict[str, Any], name: str) -> dt.date | None:
    value = _text_of(data, name)
    if not value:
        return None
    try:
        return dt.datetime.fromisoformat(value).date()
    except ValueError:
        raise _FieldError(
            f"the field {name!r} is {value[:40]!r}, not an ISO date such as 2021-09-16; "
            "leave it out to take the date from the text"
        ) from None


def _article(data: Any, fields: FieldNames) -> Article:
    if not isinstance(data, dict):
        raise _FieldError(f"want a JSON object, got {type(data).__name__}")
    text = _text_of(data, fields.text)
    if text is None:
        has = ", ".join(map(repr, list(data)[:8]))
        raise _FieldError(
            f"no field {fields.text!r}; the object has {has or 'none'}: "
            "name the one that holds the text (--text-field)"
        )
    url = _text_of(data, fields.url)
    key = data.get(fields.id)
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if key is not None and not isinstance(key, str):
        raise _FieldError(f"the field {fields.id!r} is {type(key).__name__}, not a string")
    return Article(
        id=key or url or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        url=url,
        title=_text_of(data, fields.title),
        published=_published(data, fields.published),
        source=_text_of(data, fields.source),
    )


def _decode(raw: bytes) -> str:
    """UTF-8 with or without a byte order mark."""
    return raw.decode("utf-8-sig")


def _bad_encoding(error: UnicodeDecodeError) -> str:
    raw = error.object
    likely = "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "TIS-620"
    return (
        f"not UTF-8 (byte {error.start} is 0x{raw[error.start]:02x}); "
        f"convert it first, for example with: iconv -f {likely} -t UTF-8"
    )


def _read_jsonl(stream: Iterable[bytes], name: str, fields: FieldNames) -> Iterator[Article | Failure]:
    number = 0
    try:
        for number, raw in enumerate(stream, start=1):
            if not raw.strip():
                continue
            try:
                yield _article(json.loads(_decode(raw)), fields)
            except UnicodeDecodeError as error:
                yield Failure("", "ReaderError", _bad_encoding(error), name, number)
            except json.JSONDecodeError as error:
                message = f"not JSON: {error.msg} at column {error.colno}"
                yield Failure("", "ReaderError", message, name, number)
            except _FieldError as error:
                yield Failure("", "ReaderError", str(error), name, number)
            except ValueError as error:  # a number of thousands of digits
                yield Failure("", "ReaderError", f"not JSON: {error}", name, number)
            except RecursionError:
                yield Failure("", "ReaderError", "JSON nested too deeply", name, number)
    except (OSError, EOFError, zlib.error) as error:  # a cut or damaged gz, a failing disk
        message = f"cannot be read further: {error}"
        yield Failure("", "ReaderError", message, name, number + 1)


def _read_text(stream: IO[bytes], name: str, fields: FieldNames) -> Iterator[Article | Failure]:
    # newline translation would shift offsets, so that the bytes are decoded as they are
    try:
        yield Article(
            id=Path(name).stem if name != _STDIN else "stdin", text=_decode(stream.read())
        )
    except UnicodeDecodeError as error:
        yield Failure("", "ReaderError", _bad_encoding(error), name)
    except OSError as error:
        yield Failure("", "ReaderError", f"cannot be read: {error}", name)


def _read_jsonl_gz(stream: IO[bytes], name: str, fields: FieldNames) -> Iterator[Article | Failure]:
    with gzip.GzipFile(fileobj=stream) as unpacked:
        yield from _read_jsonl(unpacked, name, fields)


Reader = Callable[[IO[bytes], str, FieldNames], Iterator[Article | Failure]]

READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".jsonl": _read_jsonl,
    ".ndjson": _read_jsonl,
    ".jsonl.gz": _read_jsonl_gz,
    ".ndjson.gz": _read_jsonl_gz,
}


def _read_file(path: Path, reader: Reader, fields: FieldNames) -> Iterator[Article | Failure]:
    try:
        with path.open("rb") as stream:
            yield from reader(stream, str(path), fields)
    except OSError as error:
        message = f"cannot be opened: {error.strerror}"
        yield Failure("", "ReaderError", message, str(path))


def _read_stdin(fields: FieldNames) -> Iterator[Article | Failure]:
    """JSON lines if the input starts with ``{``, else one text."""
    if sys.stdin is None:
        raise ReaderError("standard input is closed", source=_STDIN)
    stream = sys.stdin.buffer
    start = stream.peek(1) if hasattr(stream, "peek") else b""
    reader = _read_jsonl if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _read_text
    return reader(stream, _STDIN, fields)


def _folder_files(folder: Path) -> Iterator[tuple[Path, Reader | OSError]]:
    """The files of a folder and how to read them, in order; hidden ones are left out."""
    found: dict[Path, Reader | OSError] = {}

    def note(error: OSError) -> None:
        found[Path(error.filename)] = error

    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(root, name) for name in names if not name.startswith(".")):
            reader = by_ending(READERS, path)
            # a link that leads nowhere is named when it is opened; pipes and devices are not read
            if reader and (path.is_file() or not path.exists()):
                found[path] = reader
    yield from sorted(found.items(), key=lambda item: item[0])


def _read_folder(folder: Path, fields: FieldNames) -> Iterator[Article | Failure]:
    for path, reader in _folder_files(folder):
        if isinstance(reader, OSError):
            message = f"cannot be opened: {reader.strerror}"
            yield Failure("", "ReaderError", message, str(path))
            continue
        for item in _read_file(path, reader, fields):
            if reader is _read_text and isinstance(item, Article):
                # two folders may hold files of one name
                name = path.relative_to(folder).with_suffix("").as_posix()
                yield Article(id=name, text=item.text)
            else:
                yield item


def read_articles(inputs: Iterable[str | Path], fields: FieldNames | None = None) -> Iterator[Article | Failure]:
    """Articles of files, folders and standard input, one after another.

    Args:
        inputs: paths of ``.txt``, ``.jsonl`` or ``.jsonl.gz`` files, of folders that hold such
            files at any depth, or ``-`` for standard input (JSON lines or one text).
        fields: which JSON field holds what.

    Returns:
        An iterator over articles; what cannot be read is a Failure in its place.

    Raises:
        ReaderError: an input does not exist, or its format is not known. Raised at once, before
            anything is read.
    """
    names = fields or FieldNames()
    parts: list[Iterator[Article | Failure]] = []
    for given in inputs:
        path = Path(given)
        reader = by_ending(READERS, path)
        if not str(given):  # a shell variable that is not set; as a path it is the current folder
            raise ReaderError("the name of an input is empty; for this folder say '.'")
        if str(given) == "-":
            parts.append(_read_stdin(names))
        elif path.is_dir():
            parts.append(_read_folder(path, names))
        elif not path.exists():
            raise ReaderError("no such file or folder", source=str(given))
        elif reader is None:
            known = ", ".join(READERS)
            raise ReaderError(f"unknown format: the file should end in {known}", source=str(given))
        else:
            parts.append(_read_file(path, reader, names))
    return (item for part in parts for item in part)


def read_items(
    inputs: Iterable[str | Path],
    fields: FieldNames | None = None,
    *,
    limits: Limits | None = None,
) -> Iterator[Item]:
    """Whatever the inputs hold: articles, pages still to be read, and what could not be read.

    Args:
        inputs: as for ``read_articles``.
        fields: which field holds what.
        limits: how much may be held in memory.

    Returns:
        An iterator over items, in the same order every time.

    Raises:
        ReaderError: as ``read_articles``.
    """

    def item(content: Article | Failure) -> Item:
        failed = isinstance(content, Failure)
        return Item(content, content.source if failed else None, content.line if failed else None)

    return map(item, read_articles(inputs, fields))


def is_input(target: str | Path, inputs: Iterable[str | Path]) -> bool:
    """Whether a file is one of those that ``read_articles(inputs)`` reads, by whatever name."""
    file = Path(target)
    if not file.exists():
        return False
    for given in map(Path, inputs):
        paths = (path for path, _ in _folder_files(given)) if given.is_dir() else iter([given])
        if any(path.exists() and path.samefile(file) for path in paths):
            return True
    return False

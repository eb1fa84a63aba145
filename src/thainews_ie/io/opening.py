"""Which files an input stands for, in an order that is the same every time."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from thainews_ie.errors import ReaderError
from thainews_ie.io.encodings import decode

__all__ = ["File", "files", "local_path"]

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_LOCAL_SCHEMES = ("file", "local")


@dataclass(frozen=True, slots=True)
class File:
    """A file of an input.

    Args:
        name: its path or address.
        within: the part of it below the folder or pattern that was given; its name alone if it
            was itself given.
        open: opens it to be read; raises OSError.
        has_sibling: whether there is a file of a name in its folder.
        given: whether it was named itself, and not found in a folder.
        problem: why it stands for nothing that could be opened, if so.
    """

    name: str
    within: str
    open: Callable[[], IO[bytes]]
    has_sibling: Callable[[str], bool]
    given: bool = False
    problem: OSError | None = None


def local_path(given: str) -> Path | None:
    """The path of an input on this machine, None if it lies elsewhere.

    >>> local_path("file:///tmp/a.txt"), local_path("s3://bucket/a.txt")
    (PosixPath('/tmp/a.txt'), None)
    """
    match = _URL.match(given)
    if match is None:
        return Path(given)
    return Path(given[match.end() :]) if match[1].lower() in _LOCAL_SCHEMES else None


def files(given: str) -> Iterator[File]:
    """The files that an input stands for.

    Args:
        given: a path of a file or folder, a pattern of paths (``*``, ``?``, ``[…]``, and ``**``
            for folders at any depth), or an address of one of these that fsspec can open.

    Returns:
        Files in order. Hidden ones (``.name``) are left out, as are pipes, devices and links to
        folders within folders.

    Raises:
        ReaderError: there is no such file or folder. Raised at once.
        MissingExtraError: a package that opens such addresses is not installed.
    """
    path = local_path(given)
    if path is None:
        from thainews_ie.io.remote import remote_files

        return remote_files(given)
    if path.is_dir():
        return _folder(path)
    if path.exists():
        return iter([_local(path, path.name, given=True)])
    if glob.has_magic(str(path)):
        return _matching(path, given)
    if path.is_symlink():
        raise ReaderError("a link that leads nowhere", source=given)
    raise ReaderError("no such file or folder", source=given)


def _local(path: Path, within: str, *, given: bool = False, problem: OSError | None = None) -> File:
    return File(
        str(path),
        _readable(within),
        lambda: path.open("rb"),
        lambda name: path.with_name(name).exists(),
        given,
        problem,
    )


def _readable(name: str) -> str:
    """A file's name as text, whatever encoding the disk has it in."""
    if name.isascii():
        return name
    raw = os.fsencode(name)
    try:
        return decode(raw)
    except ReaderError:
        return raw.decode("utf-8", "replace")


def _matching(pattern: Path, given: str) -> Iterator[File]:
    # sorted before anything is read; a pattern fits fewer files than a folder may hold
    found = sorted(map(Path, glob.glob(str(pattern), recursive=True)))
    if not found:
        raise ReaderError("no file fits the pattern", source=given)
    fixed = Path(*_before_magic(pattern.parts))
    return (
        file for path in found for file in _matched(path, fixed, recursive="**" in pattern.parts)
    )


def _before_magic(parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        if glob.has_magic(part):
            return
        yield part


def _matched(path: Path, fixed: Path, *, recursive: bool) -> Iterator[File]:
    within = path.relative_to(fixed).as_posix()
    if not path.is_dir():
        if path.is_file() or not path.exists():
            yield _local(path, within)
    elif not recursive:  # else its files fit the pattern themselves
        for file in _folder(path):
            yield replace(file, within=f"{_readable(within)}/{file.within}")


def _folder(folder: Path) -> Iterator[File]:
    """Depth first, by name: the order of sorted paths, of which few are held."""
    waiting: list[Path] = [folder]
    while waiting:
        path = waiting.pop()
        within = path.relative_to(folder).as_posix()
        try:
            if path != folder and (path.is_symlink() or not path.is_dir()):
                # a link that leads nowhere is named when it is opened; others lead to folders
                # that are read elsewhere, or to themselves; pipes and devices are not read
                if path.is_file() or not path.exists():
                    yield _local(path, within)
                continue
            with os.scandir(path) as entries:
                names = sorted(
                    (e.name for e in entries if not e.name.startswith(".")), reverse=True
                )
        except OSError as error:
            yield _local(path, within, problem=error)
            continue
        waiting.extend(path / name for name in names)

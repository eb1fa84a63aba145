"""Files that lie elsewhere, through fsspec: S3, Google's storage, and what else it can open."""

from __future__ import annotations

import glob
import io
import sys
from collections.abc import Callable, Iterator
from posixpath import basename, normpath
from typing import IO, Any, TypeVar

from thainews_ie.errors import MissingExtraError, ReaderError
from thainews_ie.io.opening import File

__all__ = ["remote_files"]

T = TypeVar("T")
_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gcs", "gcs": "gcs"}
_BLOCK = 1 << 20
# Errors of the packages behind fsspec that are no OSError; they are looked up, not imported.
_FOREIGN = (
    ("botocore.exceptions", "BotoCoreError"),
    ("botocore.exceptions", "ClientError"),
    ("aiohttp", "ClientError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("gcsfs.retry", "HttpError"),
)


def remote_files(given: str) -> Iterator[File]:
    """The files at an address, which may be that of a file, a folder or a pattern.

    Raises:
        ReaderError: there is nothing, or it cannot be reached.
        MissingExtraError: a package that opens such addresses is not installed.
    """
    scheme = given.partition("://")[0].lower()
    if scheme in ("http", "https"):
        raise ReaderError("pages are not fetched: save them first", source=given)
    system, path = _system(given, scheme)
    try:
        root, found = _oserrors(lambda: _found(system, path, given))
    except OSError as error:
        raise ReaderError(f"cannot be reached: {error}", source=given) from error
    names = frozenset(found)
    return (_file(system, scheme, at, root, names) for at in found)


def _system(given: str, scheme: str) -> tuple[Any, str]:
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(given)
    except ImportError as error:
        extra = _EXTRAS.get(scheme)
        how = f"pip install 'thainews-ie[{extra}]'" if extra else "install what fsspec asks for"
        raise MissingExtraError(f"{given}: {scheme}:// needs one more package: {how}") from error
    except ValueError as error:
        raise ReaderError(f"addresses of this kind are not known: {error}", source=given) from error
    return system, path


def _found(system: Any, path: str, given: str) -> tuple[str, list[str]]:
    """The fixed part of the address, and the files below it, in order."""
    if system.isfile(path):
        return "", [path]
    if glob.has_magic(path):
        fixed = path[: min(path.find(sign) for sign in "*?[" if sign in path)].rpartition("/")[0]
        found = [at for at in system.glob(path) if system.isfile(at)]
        if not found:
            raise ReaderError("no file fits the pattern", source=given)
    elif system.isdir(path):
        fixed, found = path, system.find(path)
    else:
        raise ReaderError("no such file or folder", source=given)
    root = fixed.rstrip("/") + "/"
    seen = (at for at in found if not _is_hidden(at.removeprefix(root)))
    return root, sorted(seen, key=lambda at: at.split("/"))


def _is_hidden(within: str) -> bool:
    return any(part.startswith(".") for part in normpath(within).split("/"))


def _file(system: Any, scheme: str, path: str, root: str, names: frozenset[str]) -> File:
    within = path.removeprefix(root) if root else basename(path)
    folder = path.rpartition("/")[0]

    def open_it() -> IO[bytes]:
        stream = _oserrors(lambda: system.open(path, "rb", block_size=_BLOCK))
        return io.BufferedReader(_Remote(stream), _BLOCK)

    return File(
        f"{scheme}://{path.lstrip('/')}",
        within,
        open_it,
        lambda name: f"{folder}/{name}" in names,
        given=not root,
    )


def _foreign() -> tuple[type[BaseException], ...]:
    modules = ((sys.modules.get(module), name) for module, name in _FOREIGN)
    return tuple(getattr(module, name) for module, name in modules if hasattr(module, name))


def _oserrors(ask: Callable[[], T]) -> T:
    """The answer of a service; whatever goes wrong with it is an OSError."""
    try:
        return ask()
    except _foreign() as error:
        raise OSError(str(error)) from error


class _Remote(io.RawIOBase):
    """A remote file, of which every error is an OSError."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = _oserrors(lambda: self._stream.read(len(buffer)))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        return int(self._stream.seek(offset, whence))

    def tell(self) -> int:
        return int(self._stream.tell())

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()

"""Annotated articles and predictions from files."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from thainews_ie.errors import ReaderError
from thainews_ie.evaluation.scores import GoldArticle

__all__ = ["read_gold", "read_predictions"]


def _object(text: str | bytes, source: Path, line: int | None = None) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise ReaderError(f"not JSON: {error}", source=str(source), line=line) from error
    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        raise ReaderError("want an object with a string 'id'", source=str(source), line=line)
    return data


def read_gold(folder: Path) -> list[GoldArticle]:
    """The annotated articles of a folder that holds NAME.json beside NAME.txt.

    Raises:
        ReaderError: there are none, or a file cannot be read.
    """
    articles = []
    for path in sorted(folder.glob("*.json")):
        text_path = path.with_suffix(".txt")
        if not text_path.exists():
            continue
        try:
            gold = _object(path.read_text(encoding="utf-8"), path)
            text = text_path.read_bytes().decode("utf-8")  # line ends as they stand
        except (OSError, UnicodeDecodeError) as error:
            raise ReaderError(f"cannot be read: {error}", source=str(path)) from error
        articles.append(GoldArticle(gold["id"], text, gold))
    if not articles:
        raise ReaderError("no NAME.json beside a NAME.txt in this folder", source=str(folder))
    return articles


def read_predictions(path: Path) -> dict[str, dict[str, Any]]:
    """Records by article id from a ``.jsonl`` or ``.jsonl.gz`` file, ours or another system's.

    Raises:
        ReaderError: the file cannot be read, or a line is not an object with an id.
    """
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            lines = list(stream)  # of bytes: text has more line ends than JSON lines
    except (OSError, EOFError, zlib.error) as error:
        raise ReaderError(f"cannot be read: {error}", source=str(path)) from error
    found = (_object(line, path, n) for n, line in enumerate(lines, start=1) if line.strip())
    return {record["id"]: record for record in found}

"""What a run has done so far: a small SQLite file beside the output.

The sink makes its output durable first and the ledger says so after. A run that is killed in
between has output that the ledger does not know of; the sink cuts it off, or writes it again in
its place, when the run goes on.

Beside a file, the ledger lives as long as the run. Beside a database it stays, so that the next
run passes over what is already there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from thainews_ie.batch.keys import digest
from thainews_ie.errors import LedgerError

__all__ = ["Claim", "Ledger"]

_VERSION = "1"
_TABLES = """
create table if not exists facts (name text primary key, value text);
create table if not exists done (key blob primary key, run int, failed int) without rowid;
create table if not exists ids (id blob primary key, text blob, run int) without rowid;
create table if not exists rejects (key blob primary key, run int, line text);
"""


class Claim(Enum):
    """What the ledger knows of an article's id."""

    NEW = "new"
    SAME = "the same text under this id is there"
    OTHER = "another text under this id is there"


class Ledger:
    """The ledger of one output.

    Args:
        path: its file; None keeps it in a temporary file of SQLite's, gone at the end.

    Raises:
        LedgerError: the file cannot be used, or another run uses it now.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._done: dict[bytes, bool] = {}  # since the last commit: key, whether it failed
        self._ids: dict[bytes, bytes] = {}
        self._rejects: dict[bytes, str] = {}
        self._given: set[bytes] = set()
        self.began = False
        with self._named():
            self._db = sqlite3.connect(path or "", timeout=0.5, isolation_level=None)
            # held until the end, or the death, of the process: two runs cannot mix
            self._db.execute("pragma locking_mode = exclusive")
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("begin exclusive")
            self._db.execute("commit")
            self._db.executescript(_TABLES)
        if self.fact("version", _VERSION) != _VERSION:
            raise LedgerError(f"{path}: written by another version; delete it to start afresh")
        self.run = int(self.fact("run", "1"))

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Errors of SQLite say what they are about and what to do."""
        try:
            yield
        except sqlite3.OperationalError as error:
            advice = "another run is at work on this output" if "locked" in str(error) else error
            raise LedgerError(f"{self.path}: {advice}") from error
        except sqlite3.DatabaseError as error:
            raise LedgerError(
                f"{self.path}: is not a ledger, or damaged ({error}); delete it to start afresh"
            ) from error

    def _row(self, query: str, *values: Any) -> Any:
        with self._named():
            return self._db.execute(query, values).fetchone()

    def fact(self, name: str, default: str) -> str:
        """A fact about the run, as it was last committed."""
        row = self._row("select value from facts where name = ?", name)
        return default if row is None else str(row[0])

    def begin(self, fingerprint: str, *, keep: bool, fresh: bool = False) -> str | None:
        """Begins a run, or goes on with one that stopped.

        Args:
            fingerprint: of all that the output depends on; what a run with another one did is
                no use.
            keep: whether what earlier runs wrote stands, as in a database.
            fresh: forget what earlier runs did.

        Returns:
            The sink's state at the last commit; None if the sink begins afresh.

        Raises:
            LedgerError: another run was stopped here, and its output would be lost.
        """
        before = self.fact("fingerprint", "")
        other = before not in ("", fingerprint)
        if other and not (keep or fresh or self.ended):
            raise LedgerError(
                f"{self.path}: a run with other inputs or options was stopped here; give its "
                "command again to go on with it, or say --fresh to give it up"
            )
        if fresh or other or (self.ended and not keep):
            self._forget(keep)
        if self.ended:
            self.run += 1
            with self._transaction():
                # what failed may have been mended since
                self._db.execute("delete from done where failed")
                self._set(run=str(self.run), ended="", finishing="", tally="")
        with self._transaction():
            self._set(fingerprint=fingerprint, version=_VERSION, run=str(self.run))
        self.began = True
        return self.fact("state", "") or None

    def _forget(self, keep: bool) -> None:
        """Forgets what is done; beside a database, failures are not forgotten."""
        with self._transaction():
            self._db.execute("delete from done")
            self._db.execute("delete from ids")
            self._db.execute("delete from facts where name in ('state', 'tally', 'finishing')")
            if not keep:
                self._db.execute("delete from rejects")

    @property
    def ended(self) -> bool:
        """Whether the run it tells of came to its end."""
        return bool(self.fact("ended", ""))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._named():
            self._db.execute("begin")
            try:
                yield
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise

    def _set(self, **facts: str) -> None:
        self._db.executemany("insert or replace into facts values (?, ?)", facts.items())

    def give(self, key: bytes) -> bool:
        """Whether an item is to be worked on: it is neither done nor at work already."""
        if key in self._given or self._row("select 1 from done where key = ?", key):
            return False
        self._given.add(key)
        return True

    def claim(self, article_id: str, text: bytes) -> Claim:
        """Takes an id for a text, if this run has not given it away.

        Args:
            article_id: the id of a record.
            text: a digest of its text.
        """
        key = digest(article_id)
        known = self._ids.get(key)
        if known is None:
            row = self._row("select text from ids where id = ? and run = ?", key, self.run)
            known = row[0] if row else None
        if known is None:
            self._ids[key] = text
            return Claim.NEW
        return Claim.SAME if known == text else Claim.OTHER

    def done(self, key: bytes) -> None:
        """An item is done, and its record, if there is a new one, handed to the sink."""
        self._done[key] = False

    def reject(self, key: bytes, line: str) -> None:
        """An item failed."""
        self._done[key] = True
        self._rejects[key] = line

    def commit(self, state: str, tally: str) -> None:
        """Keeps what happened since the last commit.

        Args:
            state: what the sink needs to go on from here; its output is durable.
            tally: the counts of the run so far.
        """
        with self._transaction():
            self._db.executemany(
                "insert or replace into done values (?, ?, ?)",
                [(key, self.run, failed) for key, failed in self._done.items()],
            )
            self._db.executemany(
                "insert or replace into ids values (?, ?, ?)",
                [(key, text, self.run) for key, text in self._ids.items()],
            )
            self._db.executemany(
                "delete from rejects where key = ?",
                [(key,) for key, failed in self._done.items() if not failed],
            )
            self._db.executemany(
                "insert or replace into rejects values (?, ?, ?)",
                [(key, self.run, line) for key, line in self._rejects.items()],
            )
            self._set(state=state, tally=tally)
        self._given.difference_update(self._done)
        self._done.clear()
        self._ids.clear()
        self._rejects.clear()

    def settle(self, keys: frozenset[bytes]) -> None:
        """Forgets failures of earlier runs that this run has tried again."""
        with self._transaction():
            self._db.executemany(
                "delete from rejects where key = ? and run < ?", [(key, self.run) for key in keys]
            )

    def rejects(self) -> Iterator[str]:
        """What failed and has not been done since, in the order it failed."""
        with self._named():
            for (line,) in self._db.execute("select line from rejects order by run, rowid"):
                yield line

    def mark(self, fact: str) -> None:
        """Notes that the run came to a point: ``finishing``, ``ended``."""
        with self._transaction():
            self._set(**{fact: "yes"})

    def close(self) -> None:
        """Lets other runs have it."""
        self._db.close()

    def remove(self) -> None:
        """Closes it and deletes its file."""
        self.close()
        if self.path is not None:
            for end in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + end).unlink(missing_ok=True)

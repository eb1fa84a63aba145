"""What a database complains of: the data of an article, or anything else."""

from __future__ import annotations

import sqlite3

import sqlalchemy as sa

__all__ = ["DATA_ERRORS", "is_about_data", "reason_of"]

# What drivers raise without a root of their own when they cannot pass a value on: a number too
# large, a string that is no Unicode.
DATA_ERRORS = (OverflowError, UnicodeError)

# Classes of SQLSTATE: data exception, integrity constraint violation, program limit exceeded.
_DATA_STATES = ("22", "23", "54")
_SQLITE_DATA = (sqlite3.IntegrityError, sqlite3.DataError)
# What to do about faults whose names do not say it.
_ADVICE = {
    "unable to open database file": "is there such a folder, and may it be written?",
    "database is locked": "another program writes to it; try again when it has ended",
    "database or disk is full": "make room and start again",
}


def _original(error: BaseException) -> BaseException:
    return error.orig if isinstance(error, sa.exc.DBAPIError) and error.orig else error


def is_about_data(error: BaseException) -> bool:
    """Whether the same database would take other rows.

    Args:
        error: from SQLAlchemy or a driver.
    """
    found = _original(error)
    if isinstance(found, (*DATA_ERRORS, *_SQLITE_DATA)):
        return True
    if isinstance(found, sqlite3.Error):
        return "binding parameter" in str(found)
    state = getattr(found, "sqlstate", None)
    if state is None:  # refused by the driver before it was sent
        return type(found).__name__ in ("DataError", "ProgrammingError")
    return str(state)[:2] in _DATA_STATES


def reason_of(error: BaseException) -> str:
    """The driver's own words, on one line, and what to do where they do not say it.

    Args:
        error: from SQLAlchemy or a driver.
    """
    words = " ".join(str(_original(error)).split())
    return f"{words}: {_ADVICE[words]}" if words in _ADVICE else words

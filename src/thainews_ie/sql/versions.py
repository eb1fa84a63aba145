"""Which version of the tables a database holds, and the way to the newest.

The versions are Alembic's revisions under ``migrations/versions``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from thainews_ie.errors import NewStoreError, NotAStoreError, OldStoreError
from thainews_ie.sql.tables import VERSION_TABLE, metadata
from thainews_ie.sql.views import VIEWS

__all__ = ["check", "is_new", "migrate", "newest", "revision_of"]

_MIGRATIONS = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    # a percent sign would begin a reference to another option
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def newest() -> str:
    """The version that this library writes."""
    head = _scripts().get_current_head()
    assert head is not None
    return head


def _relations(connection: Connection) -> set[str]:
    seen = sa.inspect(connection)
    return {*seen.get_table_names(), *seen.get_view_names()}


def _taken(connection: Connection) -> set[str]:
    """Names of ours that stand for something in the database."""
    return _relations(connection) & {VERSION_TABLE, *metadata.tables, *VIEWS}


def is_new(connection: Connection) -> bool:
    """Whether a database holds nothing under any name that we use."""
    return not _taken(connection)


def _stated(connection: Connection) -> str | None:
    """What a version table of ours says; None if there is none."""
    columns = [column["name"] for column in sa.inspect(connection).get_columns(VERSION_TABLE)]
    if columns != ["version_num"]:
        return None
    rows = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").all()
    return str(rows[0][0]) if len(rows) == 1 else None


def revision_of(connection: Connection, name: str) -> str:
    """The version of a database.

    Args:
        connection: to the database.
        name: of the database, for messages.

    Raises:
        NotAStoreError: it is not ours.
        NewStoreError: it is newer than this library.
    """
    taken = _taken(connection)
    if not taken:
        raise NotAStoreError(f"{name}: the database holds no records")
    found = _stated(connection) if {VERSION_TABLE, "store_info"} <= taken else None
    if found is None:
        raise NotAStoreError(
            f"{name}: the database has tables that are not of thainews-ie under the names that "
            f"it uses: {', '.join(sorted(taken))}; use another database"
        )
    if all(script.revision != found for script in _scripts().walk_revisions()):
        raise NewStoreError(
            f"{name}: the database is at version {found}, this library knows {newest()} at most: "
            "install a newer thainews-ie"
        )
    return found


def check(connection: Connection, name: str) -> None:
    """Makes sure that a database is at the newest version.

    Args:
        connection: to the database.
        name: of the database, for messages.

    Raises:
        NotAStoreError: it is not ours.
        OldStoreError: it is older, and to be upgraded.
        NewStoreError: it is newer than this library.
    """
    found = revision_of(connection, name)
    if found != newest():
        raise OldStoreError(
            f"{name}: the database is at version {found}, this library needs {newest()}: "
            f"run `thainews-ie db upgrade {name}`"
        )


def migrate(connection: Connection, to: str = "head") -> None:
    """Brings a database to a version, in the transaction that the connection is in.

    Args:
        connection: to a database that is new, or at a version that is known here.
        to: the version; the newest if not given.
    """
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)

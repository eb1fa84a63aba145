"""Run by Alembic for every upgrade, on the connection and in the transaction of ``versions``."""

from __future__ import annotations

from alembic import context

from thainews_ie.sql.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()

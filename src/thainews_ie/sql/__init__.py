"""Records in tables: SQLite and PostgreSQL, through SQLAlchemy.

``rows`` makes rows of a record and needs no database; ``store`` writes them, ``records`` reads
records back, ``questions`` answers what users ask, ``upgrade`` brings an older database up to date.
"""

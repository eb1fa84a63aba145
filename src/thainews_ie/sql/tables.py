"""The tables of a database, as SQLAlchemy sees them.

They are made by the migrations, which do not use this module; a test compares the two. The order
of the columns is that of the tuples in ``rows``.

``articles`` and ``people`` are what the others hang on: what an article says goes with the
article, a person stays for as long as an article names them. A person of an article has a row in
``appearances`` for each role, and one with an empty role who has none. ``sort_key`` sorts by Thai
dictionary order wherever it is compared by code points, and its collation says so. ``*_start``
and ``*_end`` are half-open offsets in code points of ``articles.text``.
"""

from __future__ import annotations

import sqlalchemy as sa

__all__ = ["VERSION_TABLE", "metadata"]

# Where Alembic keeps the revision that a database is at.
VERSION_TABLE = "schema_version"

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# Compared by code points: what every key needs, and faster than the rules of a language.
_KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _key(name: str, *constraints: sa.ForeignKey, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, _KEY, *constraints, nullable=null)


def _text(name: str, *, null: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _integer(name: str, *, null: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=null)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date())


def _confidence(name: str = "confidence") -> sa.Column[float]:
    return sa.Column(name, sa.Double(), nullable=False)


def _span(name: str, *, null: bool = True) -> tuple[sa.Column[str], ...]:
    ends = (_integer(f"{name}_{end}", null=null) for end in ("start", "end"))
    return (_text(name, null=null), *ends)  # type: ignore[arg-type]


def _article() -> sa.Column[str]:
    return _key("article_id", sa.ForeignKey("articles.id", ondelete="CASCADE"))


def _person(*, null: bool = False) -> sa.Column[str]:
    return _key("person_id", sa.ForeignKey("people.id"), null=null)


def _province() -> sa.Column[str]:
    return _key("province_code", sa.ForeignKey("provinces.code"), null=True)


def _table(name: str, key: str, *columns: sa.schema.SchemaItem) -> None:
    sa.Table(name, metadata, *columns, sa.PrimaryKeyConstraint(*key.split()))


_table("store_info", "key", _key("key"), _text("value", null=False))
_table("provinces", "code", _key("code"), _text("name", null=False), _key("sort_key"))
_table(
    "articles",
    "id",
    _key("id"),
    _text("url"),
    _text("title"),
    _text("source"),
    _day("published"),
    _text("text"),
    _text("text_sha256"),
    _text("byline_source"),
    _text("byline_reporter"),
    _text("byline_editor"),
    sa.Column("views", sa.BigInteger()),
    _text("extractor_version", null=False),
    _text("record", null=False),
    sa.Index(None, "published"),
)
_table(
    "people",
    "id",
    _key("id"),
    _key("name"),
    _text("given_name", null=False),
    _text("surname"),
    _key("sort_key"),
    sa.Index(None, "name"),
    sa.Index(None, "sort_key"),
)
_table(
    "appearances",
    "article_id person_id role",
    _article(),
    _person(),
    _key("role"),
    _integer("number", null=False),
    _text("honorific"),
    *_span("mention"),
    *_span("evidence"),
    _confidence(),
    sa.Index(None, "person_id"),
    sa.Index(None, "role", "person_id"),
)
_table(
    "titles",
    "article_id number",
    _article(),
    _integer("number", null=False),
    _person(),
    *_span("text", null=False),
    _text("office", null=False),
    _text("organisation"),
    _text("canonical"),
    _text("canonical_office"),
    _text("canonical_organisation"),
    _province(),
    _confidence(),
    sa.Index(None, "person_id"),
    sa.Index(None, "province_code"),
)
_table(
    "awards",
    "article_id number",
    _article(),
    _integer("number", null=False),
    *_span("name", null=False),
    _text("canonical"),
    _key("sort_key"),
    _text("category"),
    _text("level"),
    _integer("year"),
    _text("giver"),
    _confidence(),
    sa.Index(None, "sort_key"),
    sa.Index(None, "year"),
)
_table(
    "recipients",
    "article_id award_number number",
    _key("article_id"),
    _integer("award_number", null=False),
    _integer("number", null=False),
    *_span("text", null=False),
    _person(null=True),
    _province(),
    _key("sort_key"),
    sa.ForeignKeyConstraint(
        ["article_id", "award_number"], ["awards.article_id", "awards.number"], ondelete="CASCADE"
    ),
    sa.Index(None, "person_id"),
    sa.Index(None, "province_code"),
)
_table(
    "venues",
    "article_id number",
    _article(),
    _integer("number", null=False),
    *_span("text", null=False),
    _text("room"),
    _text("floor"),
    _text("building"),
    _text("site"),
    _text("subdistrict"),
    _text("subdistrict_code"),
    _text("district"),
    _text("district_code"),
    _text("province"),
    _province(),
    _key("sort_key"),
    _confidence(),
    sa.Index(None, "province_code"),
)
_table(
    "events",
    "article_id",
    _article(),
    *_span("name"),
    _day("start_date"),
    _day("end_date"),
    sa.Column("start_time", sa.Time()),
    _text("mode", null=False),
    _text("platforms", null=False),
    _text("broadcasts", null=False),
    _province(),
    _confidence(),
    _confidence("mode_confidence"),
    sa.Index(None, "start_date"),
    sa.Index(None, "province_code"),
)
_table(
    "dates",
    "article_id number",
    _article(),
    _integer("number", null=False),
    *_span("text", null=False),
    _text("kind", null=False),
    _text("value"),
    _day("first_day"),
    _day("last_day"),
    _text("reason"),
    _confidence(),
    sa.Index(None, "first_day"),
)

"""The views that answer what users ask: what each holds, and its columns.

Their SQL stands in the migrations; a test compares the columns.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["VIEWS", "View"]


class View(NamedTuple):
    """A view.

    Args:
        about: what a row is.
        columns: their names, in order. A ``*_sort_key`` puts the column it is named after into
            Thai dictionary order.
    """

    about: str
    columns: tuple[str, ...]


VIEWS = {
    "award_recipients": View(
        "One recipient of one award in one article. The recipient's province is the one that its "
        "name states, or else the one in a title of the person.",
        (
            "article_id",
            "published",
            "award",
            "award_sort_key",
            "category",
            "level",
            "year",
            "giver",
            "recipient",
            "recipient_sort_key",
            "person_id",
            "person",
            "province_code",
            "province",
            "province_sort_key",
            "url",
        ),
    ),
    "officials_by_province": View(
        "One person in one post that names a province, with the articles that say so.",
        (
            "province_code",
            "province",
            "province_sort_key",
            "person_id",
            "person",
            "person_sort_key",
            "title",
            "office",
            "articles",
            "first_published",
            "last_published",
        ),
    ),
    "events_by_month": View(
        "The number of events that began in a month, by mode and by the province of the first "
        "venue that states one. Every event is counted once.",
        (
            "month",
            "mode",
            "province_code",
            "province",
            "province_sort_key",
            "events",
        ),
    ),
    "person_timeline": View(
        "One person in one role at one event; the role is NULL where the article gives none. The "
        "day is the event's, or else that of publication.",
        (
            "person_id",
            "person",
            "person_sort_key",
            "day",
            "role",
            "title",
            "event",
            "mode",
            "province_code",
            "province",
            "province_sort_key",
            "article_id",
            "url",
        ),
    ),
}

"""Views that answer what users ask.

What a released revision makes is never changed: a later revision changes it.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision: str | None = "0001"

AWARD_RECIPIENTS = """
CREATE VIEW award_recipients AS
SELECT r.article_id,
       a.published,
       COALESCE(w.canonical, w.name) AS award,
       w.sort_key AS award_sort_key,
       w.category,
       w.level,
       w.year,
       w.giver,
       COALESCE(p.name, r.text) AS recipient,
       COALESCE(p.sort_key, r.sort_key) AS recipient_sort_key,
       r.person_id,
       p.name AS person,
       r.province_code,
       v.name AS province,
       v.sort_key AS province_sort_key,
       a.url
FROM recipients AS r
JOIN awards AS w ON w.article_id = r.article_id AND w.number = r.award_number
JOIN articles AS a ON a.id = r.article_id
LEFT JOIN people AS p ON p.id = r.person_id
LEFT JOIN provinces AS v ON v.code = r.province_code
"""

OFFICIALS_BY_PROVINCE = """
CREATE VIEW officials_by_province AS
SELECT t.province_code,
       v.name AS province,
       v.sort_key AS province_sort_key,
       t.person_id,
       p.name AS person,
       p.sort_key AS person_sort_key,
       COALESCE(t.canonical, t.text) AS title,
       COALESCE(t.canonical_office, t.office) AS office,
       COUNT(DISTINCT t.article_id) AS articles,
       MIN(a.published) AS first_published,
       MAX(a.published) AS last_published
FROM titles AS t
JOIN provinces AS v ON v.code = t.province_code
JOIN people AS p ON p.id = t.person_id
JOIN articles AS a ON a.id = t.article_id
GROUP BY t.province_code, v.name, v.sort_key, t.person_id, p.name, p.sort_key,
         COALESCE(t.canonical, t.text), COALESCE(t.canonical_office, t.office)
"""

# {month}: the month of a day, which each database spells in its own way.
EVENTS_BY_MONTH = """
CREATE VIEW events_by_month AS
SELECT {month} AS month,
       e.mode,
       e.province_code,
       v.name AS province,
       v.sort_key AS province_sort_key,
       COUNT(*) AS events
FROM events AS e
LEFT JOIN provinces AS v ON v.code = e.province_code
WHERE e.start_date IS NOT NULL
GROUP BY {month}, e.mode, e.province_code, v.name, v.sort_key
"""
MONTH = {
    "sqlite": "SUBSTR(e.start_date, 1, 7)",
    "postgresql": "TO_CHAR(e.start_date, 'YYYY-MM')",
}

PERSON_TIMELINE = """
CREATE VIEW person_timeline AS
SELECT c.person_id,
       p.name AS person,
       p.sort_key AS person_sort_key,
       COALESCE(e.start_date, a.published) AS day,
       NULLIF(c.role, '') AS role,
       (SELECT COALESCE(t.canonical, t.text)
        FROM titles AS t
        WHERE t.article_id = c.article_id AND t.person_id = c.person_id
        ORDER BY t.number
        LIMIT 1) AS title,
       e.name AS event,
       e.mode,
       e.province_code,
       v.name AS province,
       v.sort_key AS province_sort_key,
       c.article_id,
       a.url
FROM appearances AS c
JOIN people AS p ON p.id = c.person_id
JOIN articles AS a ON a.id = c.article_id
LEFT JOIN events AS e ON e.article_id = c.article_id
LEFT JOIN provinces AS v ON v.code = e.province_code
"""

VIEWS = ("award_recipients", "officials_by_province", "events_by_month", "person_timeline")


def upgrade() -> None:
    """Makes the views."""
    month = MONTH[op.get_bind().dialect.name]
    op.execute(AWARD_RECIPIENTS)
    op.execute(OFFICIALS_BY_PROVINCE)
    op.execute(EVENTS_BY_MONTH.format(month=month))
    op.execute(PERSON_TIMELINE)


def downgrade() -> None:
    """Drops them."""
    for view in VIEWS:
        op.execute(f"DROP VIEW {view}")

"""Tables, and the provinces of Thailand.

What a released revision makes is never changed: a later revision changes it.
"""

from __future__ import annotations

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None

# code, name, sort key
PROVINCES = """
10|กรุงเทพมหานคร|กรุงทเพมหานคร
11|สมุทรปราการ|สมุทรปราการ
12|นนทบุรี|นนทบุรี
13|ปทุมธานี|ปทุมธานี
14|พระนครศรีอยุธยา|พระนครศรีอยุธยา
15|อ่างทอง|อางทอง -d
16|ลพบุรี|ลพบุรี
17|สิงห์บุรี|สิงหบุรี ----b
18|ชัยนาท|ชัยนาท
19|สระบุรี|สระบุรี
20|ชลบุรี|ชลบุรี
21|ระยอง|ระยอง
22|จันทบุรี|จันทบุรี
23|ตราด|ตราด
24|ฉะเชิงเทรา|ฉะชเิงทเรา
25|ปราจีนบุรี|ปราจีนบุรี
26|นครนายก|นครนายก
27|สระแก้ว|สระกแว -----e
30|นครราชสีมา|นครราชสีมา
31|บุรีรัมย์|บุรีรัมย --------b
32|สุรินทร์|สุรินทร -------b
33|ศรีสะเกษ|ศรีสะกเษ
34|อุบลราชธานี|อุบลราชธานี
35|ยโสธร|ยสโธร
36|ชัยภูมิ|ชัยภูมิ
37|อำนาจเจริญ|อำนาจจเริญ
38|บึงกาฬ|บึงกาฬ
39|หนองบัวลำภู|หนองบัวลำภู
40|ขอนแก่น|ขอนกแน -----d
41|อุดรธานี|อุดรธานี
42|เลย|ลเย
43|หนองคาย|หนองคาย
44|มหาสารคาม|มหาสารคาม
45|ร้อยเอ็ด|รอยอเด -e----c
46|กาฬสินธุ์|กาฬสินธุ --------b
47|สกลนคร|สกลนคร
48|นครพนม|นครพนม
49|มุกดาหาร|มุกดาหาร
50|เชียงใหม่|ชเียงหใม --------d
51|ลำพูน|ลำพูน
52|ลำปาง|ลำปาง
53|อุตรดิตถ์|อุตรดิตถ --------b
54|แพร่|พแร ---d
55|น่าน|นาน -d
56|พะเยา|พะยเา
57|เชียงราย|ชเียงราย
58|แม่ฮ่องสอน|มแฮองสอน --d-d
60|นครสวรรค์|นครสวรรค --------b
61|อุทัยธานี|อุทัยธานี
62|กำแพงเพชร|กำพแงพเชร
63|ตาก|ตาก
64|สุโขทัย|สุขโทัย
65|พิษณุโลก|พิษณุลโก
66|พิจิตร|พิจิตร
67|เพชรบูรณ์|พเชรบูรณ --------b
70|ราชบุรี|ราชบุรี
71|กาญจนบุรี|กาญจนบุรี
72|สุพรรณบุรี|สุพรรณบุรี
73|นครปฐม|นครปฐม
74|สมุทรสาคร|สมุทรสาคร
75|สมุทรสงคราม|สมุทรสงคราม
76|เพชรบุรี|พเชรบุรี
77|ประจวบคีรีขันธ์|ประจวบคีรีขันธ --------------b
80|นครศรีธรรมราช|นครศรีธรรมราช
81|กระบี่|กระบี -----d
82|พังงา|พังงา
83|ภูเก็ต|ภูกเต ----c
84|สุราษฎร์ธานี|สุราษฎรธานี -------b
85|ระนอง|ระนอง
86|ชุมพร|ชุมพร
90|สงขลา|สงขลา
91|สตูล|สตูล
92|ตรัง|ตรัง
93|พัทลุง|พัทลุง
94|ปัตตานี|ปัตตานี
95|ยะลา|ยะลา
96|นราธิวาส|นราธิวาส
"""

# In the order in which they can be made.
TABLES = (
    "store_info provinces articles people appearances titles awards recipients venues events dates"
)


def _key(name: str, *, null: bool = False) -> sa.Column[str]:
    kind = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=null)


def _text(*names: str, null: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=null) for name in names]


def _integer(*names: str, null: bool = True) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=null) for name in names]


def _share(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Double(), nullable=False)


def _span(name: str, *, null: bool) -> list[sa.schema.SchemaItem]:
    return [*_text(name, null=null), *_integer(f"{name}_start", f"{name}_end", null=null)]


def _foreign(table: str, columns: str, target: str, *, cascade: bool) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        columns.split(),
        target.split(),
        name=f"fk_{table}_{columns.replace(' ', '_')}",
        ondelete="CASCADE" if cascade else None,
    )


def _create(
    table: str,
    key: str,
    *columns: sa.schema.SchemaItem,
    article: bool = False,
    person: bool = False,
    province: bool = False,
    indexes: str = "",
) -> None:
    """A table; ``indexes`` names columns, with a comma between those of one index."""
    constraints: list[sa.schema.SchemaItem] = [
        sa.PrimaryKeyConstraint(*key.split(), name=f"pk_{table}")
    ]
    if article:
        constraints.append(_foreign(table, "article_id", "articles.id", cascade=True))
    if person:
        constraints.append(_foreign(table, "person_id", "people.id", cascade=False))
    if province:
        constraints.append(_foreign(table, "province_code", "provinces.code", cascade=False))
    op.create_table(table, *columns, *constraints)
    for index in indexes.split():
        names = index.split(",")
        op.create_index(f"ix_{table}_{'_'.join(names)}", table, names)


def _create_keepers() -> None:
    """The tables that the others point to."""
    _create("store_info", "key", _key("key"), *_text("value", null=False))
    _create("provinces", "code", _key("code"), *_text("name", null=False), _key("sort_key"))
    _create(
        "articles",
        "id",
        _key("id"),
        *_text("url", "title", "source"),
        sa.Column("published", sa.Date()),
        *_text("text", "text_sha256", "byline_source", "byline_reporter", "byline_editor"),
        sa.Column("views", sa.BigInteger()),
        *_text("extractor_version", "record", null=False),
        indexes="published",
    )
    _create(
        "people",
        "id",
        _key("id"),
        _key("name"),
        *_text("given_name", null=False),
        *_text("surname"),
        _key("sort_key"),
        indexes="name sort_key",
    )


def _create_people_of_articles() -> None:
    _create(
        "appearances",
        "article_id person_id role",
        _key("article_id"),
        _key("person_id"),
        _key("role"),
        *_integer("number", null=False),
        *_text("honorific"),
        *_span("mention", null=True),
        *_span("evidence", null=True),
        _share("confidence"),
        article=True,
        person=True,
        indexes="person_id role,person_id",
    )
    _create(
        "titles",
        "article_id number",
        _key("article_id"),
        *_integer("number", null=False),
        _key("person_id"),
        *_span("text", null=False),
        *_text("office", null=False),
        *_text("organisation", "canonical", "canonical_office", "canonical_organisation"),
        _key("province_code", null=True),
        _share("confidence"),
        article=True,
        person=True,
        province=True,
        indexes="person_id province_code",
    )


def _create_awards() -> None:
    _create(
        "awards",
        "article_id number",
        _key("article_id"),
        *_integer("number", null=False),
        *_span("name", null=False),
        *_text("canonical"),
        _key("sort_key"),
        *_text("category", "level"),
        *_integer("year"),
        *_text("giver"),
        _share("confidence"),
        article=True,
        indexes="sort_key year",
    )
    _create(
        "recipients",
        "article_id award_number number",
        _key("article_id"),
        *_integer("award_number", "number", null=False),
        *_span("text", null=False),
        _key("person_id", null=True),
        _key("province_code", null=True),
        _key("sort_key"),
        _foreign(
            "recipients",
            "article_id award_number",
            "awards.article_id awards.number",
            cascade=True,
        ),
        person=True,
        province=True,
        indexes="person_id province_code",
    )


def _create_events() -> None:
    _create(
        "venues",
        "article_id number",
        _key("article_id"),
        *_integer("number", null=False),
        *_span("text", null=False),
        *_text("room", "floor", "building", "site"),
        *_text("subdistrict", "subdistrict_code", "district", "district_code", "province"),
        _key("province_code", null=True),
        _key("sort_key"),
        _share("confidence"),
        article=True,
        province=True,
        indexes="province_code",
    )
    _create(
        "events",
        "article_id",
        _key("article_id"),
        *_span("name", null=True),
        sa.Column("start_date", sa.Date()),
        sa.Column("end_date", sa.Date()),
        sa.Column("start_time", sa.Time()),
        *_text("mode", "platforms", "broadcasts", null=False),
        _key("province_code", null=True),
        _share("confidence"),
        _share("mode_confidence"),
        article=True,
        province=True,
        indexes="start_date province_code",
    )
    _create(
        "dates",
        "article_id number",
        _key("article_id"),
        *_integer("number", null=False),
        *_span("text", null=False),
        *_text("kind", null=False),
        *_text("value"),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        *_text("reason"),
        _share("confidence"),
        article=True,
        indexes="first_day",
    )


def upgrade() -> None:
    """Makes the tables, names the store, fills in the provinces."""
    _create_keepers()
    _create_people_of_articles()
    _create_awards()
    _create_events()
    text = sa.Text()
    info = sa.table("store_info", sa.column("key", text), sa.column("value", text))
    op.bulk_insert(info, [{"key": "store_id", "value": str(uuid.uuid4())}])
    names = ("code", "name", "sort_key")
    provinces = sa.table("provinces", *(sa.column(name, text) for name in names))
    lines = PROVINCES.strip().splitlines()
    op.bulk_insert(provinces, [dict(zip(names, line.split("|"), strict=True)) for line in lines])


def downgrade() -> None:
    """Drops the tables and all that is in them."""
    for table in reversed(TABLES.split()):
        op.drop_table(table)

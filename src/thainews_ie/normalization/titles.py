"""Titles in long form, with office and organisation told apart.

``รมว.พม.`` and ``รัฐมนตรีว่าการกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์`` are one position and
get one string; ``ปลัดกระทรวง`` of two ministries get two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from thainews_ie.lexicon import table, terms
from thainews_ie.normalization.organisations import canonical_organisation
from thainews_ie.normalization.provinces import official_province, province_code
from thainews_ie.normalization.spelling import close_up, fold, join, tidy
from thainews_ie.normalization.tables import bodies, offices, plain_posts, posts

__all__ = ["CanonicalTitle", "canonical_title"]

_MAX_LENGTH = 400
_LONGEST_POST = 40
# What may stand before a post: รอง, อดีต, รักษาราชการแทน, and posts that serve another.
_LEAD = re.compile(
    r"""(?: รอง | ผู้ช่วย(?!รัฐมนตรี) | ผช\. | อดีต | ว่าที่(?!ร) | ทำการแทน
          | รักษา(?:ราชการ|การ)(?:แทน|ใน)?(?:ตำแหน่ง)?
          | ปฏิบัติ(?:หน้าที่|ราชการ)(?:ราชการ)?(?:แทน|ใน(?:ฐานะ|ตำแหน่ง))?
          | (?:คณะ)?ที่ปรึกษา | เลขานุการ | คณะทำงาน | หัวหน้าคณะทำงาน | โฆษก(?=รมว|รัฐมนตรี) ){1,8}""",
    re.VERBOSE,
)
_SERVES_MINISTER = re.compile(r"เลขา(?:ฯ|นุการ)?(?=รม[วชต]\.?|รัฐมนตรี|นายก|ปลัดกระทรวง)")
_ACTING = re.compile(r"รรท\.?(?=[ก-๎])|ผช\.")
# What is left where a chief is not named after the office but after whom it serves.
_SERVED = ("คณะกรรมการ", "สภา", "กองทุน")
_MINISTER = "รัฐมนตรีว่าการกระทรวง"
_MAYOR = re.compile(r"นายกเทศมนตรี(?P<kind>ตำบล|เมือง|นคร)?")
# ผู้ว่าฯ of a province or of an enterprise, which the body tells.
_SEVERAL_POSTS = ("ผู้ว่าฯ",)
# สว. is a senator, but of a police station an inspector.
_INSPECTOR = re.compile(r"สว\.\Z")
_POLICE_UNITS = ("สภ.", "สน.", "กก.", "สถานีตำรวจ", "กองกำกับการ")
# What is said in short of posts whose name ends with กระทรวง.
_OF_MINISTRY = ("ปลัด", "ผู้ตรวจราชการ", "รัฐมนตรีว่าการ", "รัฐมนตรีช่วยว่าการ")
_ASSISTANT = re.compile(r"ผู้ช่วย(?:รมว\.?|รัฐมนตรี(?:ว่าการ)?)(?:ประจำ(?=กระทรวง|\Z))?(?:กระทรวง)?")
_CONNECTOR = re.compile(r"(?:ประจำ|แห่ง|ของ)\Z")
_ARMY = re.compile(r"(?:ภาค)?(?:ที่)?[ ]?(?P<number>[1-4])")


class CanonicalTitle(NamedTuple):
    """A title for a database.

    Args:
        title: the whole title in long form.
        office: the post in long form.
        organisation: the full name of the body, None if the title tells none.
        province_code: the code of the province that the title names.
    """

    title: str
    office: str
    organisation: str | None
    province_code: str | None


@lru_cache(maxsize=8192)
def canonical_title(office: str, organisation: str | None, text: str) -> CanonicalTitle:
    """A title in long form.

    Args:
        office: the post as written, the beginning of ``text``.
        organisation: the body as written, the end of ``text``; it may share words with the post.
        text: the whole title as written.

    Returns:
        The canonical parts. Abbreviations that the tables and the title itself do not settle
        stay as written.

    >>> canonical_title("ผวจ.", "ลำพูน", "ผวจ.ลำพูน")
    CanonicalTitle(title='ผู้ว่าราชการจังหวัดลำพูน', office='ผู้ว่าราชการจังหวัด', \
organisation='จังหวัดลำพูน', province_code='51')
    """
    whole, short = tidy(text), tidy(office)
    if len(whole) > _MAX_LENGTH or not whole:
        return CanonicalTitle(whole, short or whole, None, None)
    written = tidy(organisation) if organisation else ""
    post = _long_post(short)
    if "สว." in short and written.startswith(_POLICE_UNITS):
        post = _INSPECTOR.sub("สารวัตร", close_up(short))
    start = len(whole) - len(written)
    if not written or not whole.endswith(written) or start == 0 or whole == short:
        return _complete(post, written, whole, short)
    connector = _connector(short, written, whole)
    if post.endswith(("ผู้บังคับการตำรวจ", "ผู้บัญชาการตำรวจ")):
        post = post.removesuffix("ตำรวจ")
        written = f"ตำรวจ{written.removeprefix('ตำรวจ')}"
    return _with_body(post, written, connector, shared=start < len(short))


def _long_post(office: str) -> str:
    """A post with its short form written out: ``ที่ปรึกษา รมว.`` → ``ที่ปรึกษารัฐมนตรีว่าการกระทรวง``."""
    post = close_up(office)
    post = _SERVES_MINISTER.sub("เลขานุการ", post)
    post = _ACTING.sub(lambda m: "ผู้ช่วย" if m[0] == "ผช." else "รักษาราชการแทน", post)
    assistant = _ASSISTANT.search(post)
    if assistant:
        return f"{post[: assistant.start()]}ผู้ช่วยรัฐมนตรี{post[assistant.end() :]}"
    at = len(post) - len(_base(post))
    for end in range(min(len(post), at + _LONGEST_POST), at, -1):
        long = posts().get(post[at:end])
        if long is not None and post[at:end] not in _SEVERAL_POSTS:
            return post[:at] + long + post[end:]
    return post


def _base(post: str) -> str:
    """The post without รอง, อดีต and the like, and without the post that serves it."""
    lead = _LEAD.match(post)
    return post[lead.end() :] or post if lead else post


def _connector(office: str, organisation: str, whole: str) -> str:
    """ประจำ, แห่ง or ของ between post and body."""
    between = whole[: len(whole) - len(organisation)][len(office) :].strip()
    found = _CONNECTOR.search(between)
    return found.group() if found else ""


def _complete(post: str, written: str, whole: str, short: str) -> CanonicalTitle:
    """A title that ends with its post; the body, if any, is named within it."""
    if not written:
        rest = whole[len(short) :].strip()
        post = join(post, rest) if rest else post
    base = _base(post)
    office = post
    body = _office_body(base)
    if body is None and written:
        body = canonical_organisation(written, base)
    if body is None:
        for lead in ("กระทรวง", "กรม"):  # ปมท.: the long form names the ministry
            at = base.find(lead)
            if at > 0 and (body := bodies().names.get(fold(base[at:]))):
                office = post.removesuffix(base[at:]) + lead
                break
    return CanonicalTitle(post, office, body, province_code(post))


def _office_body(base: str) -> str | None:
    """The body of a post that is complete; ฝ่ายการเมือง or คนที่หนึ่ง may follow the post."""
    known = offices()
    body = known.get(base)
    if body is None:
        for cut in ("ฝ่าย", "คนที่"):
            at = base.find(cut)
            if at > 0 and (body := known.get(base[:at].strip())):
                break
    return body


def _with_body(post: str, written: str, connector: str, *, shared: bool) -> CanonicalTitle:
    """A title of a post and a body behind it, which may share words as written."""
    base = _base(post)
    if base in ("สมาชิกสภาผู้แทนราษฎร", "สมาชิกวุฒิสภา"):
        return _member(post, base, written)
    mayor = _MAYOR.fullmatch(base)
    if mayor:
        return _mayor(post, mayor["kind"] or "", written)
    if base.startswith("ผู้ว่าฯ"):
        post, base = _governor(post, written)
    body = _body(base, written, shared=shared)
    known = body in bodies().chiefs
    if known and connector == "ของ":
        connector = ""
    if known and body.startswith("กระทรวง"):
        if "ผู้ช่วยรัฐมนตรี" in post:
            connector = "ประจำ"
        elif base == "รัฐมนตรี" and connector == "":
            post = post.removesuffix(base) + _MINISTER
        elif base in _OF_MINISTRY:
            post += "กระทรวง"
    if base in ("ผู้ว่าราชการ", "ปลัด") and body.startswith("จังหวัด"):
        post += "จังหวัด"
    region = _ARMY.fullmatch(written) if base == "แม่ทัพภาค" else None
    if region:
        body, title = f"กองทัพภาคที่ {region['number']}", f"{post}ที่ {region['number']}"
        return CanonicalTitle(title, post, body, None)
    if base == "รัฐมนตรี" and body == "สำนักนายกรัฐมนตรี":
        post += f"ประจำ{body}"
        return CanonicalTitle(post, post, body, None)
    named = body
    head, left_out = table("chief_bodies").get(base, ("", ""))
    if left_out == "post" and known and body.startswith(head):
        shorter = body.removeprefix(head)
        named = shorter if head != "สำนักงาน" or shorter.startswith(_SERVED) else body
    title = _merge(post, named, connector)
    for chief in bodies().chiefs.get(body, ()):  # ผู้ว่าการ of สตง. is ผู้ว่าการตรวจเงินแผ่นดิน
        if chief != base and chief.startswith(base) and chief in offices():
            title = post.removesuffix(base) + chief
    complete = _office_body(_base(title))
    if complete:
        return CanonicalTitle(title, title, complete, province_code(title))
    if shared:
        post = _without_body(post, body)
    return CanonicalTitle(title, post, body, province_code(title))


def _without_body(post: str, body: str) -> str:
    """``ผู้อำนวยการ`` for ``ผู้อำนวยการกอง``, if the body is ``กอง…`` and the rest is a post."""
    size = _overlap(post, body)
    if not size or post.endswith(terms("shared_words")):
        return post
    return post[:-size] if _base(post[:-size]) in plain_posts() else post


def _overlap(post: str, body: str) -> int:
    """How many characters, three or more, the end of a post shares with the start of a body."""
    sizes = range(min(len(post), len(body)), 2, -1)
    return next((size for size in sizes if post.endswith(body[:size])), 0)


def _mayor(post: str, kind: str, written: str) -> CanonicalTitle:
    """A mayor; the municipality's rank stands in the post or before its name."""
    place = canonical_organisation(written).removeprefix("เทศบาล")
    if not place.startswith(kind):
        place = kind + place
    title = post.removesuffix(kind) + place
    named = written.startswith("เทศบาล") or place.startswith(("ตำบล", "เมือง", "นคร"))
    body = f"เทศบาล{place}" if named else place
    return CanonicalTitle(title, post.removesuffix(kind), body, province_code(title))


def _body(base: str, written: str, *, shared: bool) -> str:
    """The body behind a post, whose first word the post may hold."""
    last = next(filter(base.endswith, terms("shared_words")), "")
    if last.endswith("จังหวัด"):
        province = _province(written)
        if province:
            return last + province
    if last and not shared and not written.startswith(last):
        known = bodies().names.get(fold(last + written))
        if known:
            return known
        if last != "กระทรวง":
            body = canonical_organisation(written, base)
            return body if body.startswith(last) else join(last, written)
    head, _ = table("chief_bodies").get(base, ("", ""))
    if head:
        known = bodies().names.get(fold(head + written))
        if known is None and head == "การ":
            known = _completed_by(head, written)
        if known:
            return known
    body = canonical_organisation(written, base)
    office = bodies().names.get(fold(f"สำนักงาน{body}")) if base == "เลขาธิการ" else None
    return office or body


def _province(written: str) -> str | None:
    """The official name of the province that a text names, with or without ``จังหวัด``."""
    return official_province(written.removeprefix("จังหวัด").removeprefix("จ.").strip())


def _completed_by(head: str, written: str) -> str | None:
    """``รถไฟฯ`` behind ``ผู้ว่าการ``."""
    body = canonical_organisation(head + written)
    return body if body in bodies().chiefs else None


def _governor(post: str, written: str) -> tuple[str, str]:
    """ผู้ว่าฯ of a province, or of a state enterprise."""
    body = canonical_organisation(written, "ผู้ว่าการ")
    if "ผู้ว่าการ" in bodies().chiefs.get(body, ()):
        long = "ผู้ว่าการ"
    elif _province(written):
        long = "ผู้ว่าราชการจังหวัด"
    else:
        return post, _base(post)
    return post.replace("ผู้ว่าฯ", long), long


def _member(post: str, base: str, written: str) -> CanonicalTitle:
    """A member of parliament, of a province or a party."""
    words = written.split(" ")
    province = _province(words[0])
    if province:
        words[0] = f"จังหวัด{province}"
    elif words[0].startswith("บัญชีรายชื่อ"):
        words[0] = f"แบบ{words[0]}"
    title = join(post, canonical_organisation(" ".join(words)))
    return CanonicalTitle(title, post, offices().get(base), province_code(title))


def _merge(post: str, body: str, connector: str) -> str:
    """Post and body, what both hold written once: ``กระทรวง``, ``กอง``."""
    if connector:
        return f"{post.removesuffix(connector)}{connector}{body}"
    size = _overlap(post, body)
    return post + body[size:] if size and body[:size] != "การ" else join(post, body)

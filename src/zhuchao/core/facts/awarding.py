"""Honours that are handed over or passed for: 向某公司颁发“…奖”, 为某人颁发, 通过…认定."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.facts.bearers import PUBLIC, bearers_before, granted_to
from zhuchao.core.facts.issuers import LEADERS
from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.spoken import Said, Spoken

HANDED = re.compile(r"(?:向|为|给)(?P<who>[^“”。;；]{2,80}?)(?:颁发|颁授|颁赠|授予|颁)了?“")
HANDS = re.compile(r"颁|授予|[核签]发")
WHAT = re.compile(r"[^“”]{3,30}")
REST = re.compile(r"(?:等[^,，“”]{0,10})?")
# 向公司颁发: whoever was spoken of.
IT = frozenset({"公司", "该公司", "企业", "该企业", "集团", "其", "该集团"})
CERTIFIED = re.compile(r"(?:证书|奖牌|牌匾|证|金牌匾)$")
PASSED = re.compile(
    r"(?:成功|顺利|正式|已)*通过了?(?:(?:20\d\d年度?|第[一二三四五六七八九十\d]+批)的?)*"
    r"(?P<what>[\u4e00-\u9fff]{4,20}?)的?(?:认定|评审认定|复核|评定|复评)(?=[,，。;；]|$)"
)
# 收到省科技厅等颁发的《高新技术企业证书》.
PAPER = re.compile(
    r"(?:收到|取得|获得|领到|拿到|领取)了?[^,，。;；《》]{0,80}?(?:颁发|核发|签发|颁授)的《(?P<what>[^》]{3,24}?)(?:认定)?证书》"
)
Told = tuple[Said, Said, Said | None]


def awarded_of(marked: Marked, spoken: Spoken) -> Iterator[Told]:
    """Who bears it, what it is, and the body that hands it over in the same clause."""
    if HANDS.search(marked.text):
        yield from _handed(marked, spoken)
        yield from _certified(marked)
    for found in PASSED.finditer(marked.text) if "通过" in marked.text else ():
        for who in bearers_before(marked, found.start()):
            yield (marked, who), (marked, Mark(*found.span("what"))), None


def _handed(marked: Marked, spoken: Spoken) -> Iterator[Told]:
    by: Said | None = None
    for found in HANDED.finditer(marked.text):
        by = _giver(marked, found.start()) or by
        told = WHAT.match(marked.text, found.end())
        if told is None or CERTIFIED.search(told[0]):
            continue
        who, reach = granted_to(marked, found.start("who"))
        is_whole = who and REST.fullmatch(marked.text, reach, found.end("who"))
        bearers = [(marked, each) for each in who] if is_whole else []
        if found["who"] in IT and spoken.firm is not None:
            bearers = [spoken.firm]
        for each in bearers:
            yield each, (marked, Mark(*told.span())), by


def _certified(marked: Marked) -> Iterator[Told]:
    """What a paper certifies, by the bodies between the verb and it."""
    for found in PAPER.finditer(marked.text):
        bodies = [o for o in marked.organisations if o.kind in PUBLIC]
        inside = [o for o in bodies if found.start() < o.start < o.end <= found.end()]
        by = (marked, Mark(inside[0].start, inside[-1].end)) if inside else None
        for who in bearers_before(marked, found.start()):
            yield (marked, who), (marked, Mark(*found.span("what"))), by


def _giver(marked: Marked, at: int) -> Said | None:
    """The body right before 向: 县委、县政府, 某协会."""
    leaders = [m for m in LEADERS.finditer(marked.text, 0, at + 1) if m.end("by") == at]
    if leaders:
        return marked, Mark(*leaders[0].span("by"))
    body = next((o for o in marked.organisations if o.end == at and o.kind in PUBLIC), None)
    return (marked, body) if body else None

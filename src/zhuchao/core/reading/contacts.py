"""Contact blocks: who is named there, and which telephones, as written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from zhuchao.core.reading import cues
from zhuchao.core.vocabulary.page import PageContact, Zone, ZoneKind
from zhuchao.core.vocabulary.read import Span

_NAME = re.compile(
    r"加(?P<added>[\u4e00-\u9fff]{2,4}?)的?微信|^(?P<owner>[\u4e00-\u9fff]{2,4}?)的?微信号"
    r"|(?:联系人|联络人)\s*[:：]?\s*(?P<named>[\u4e00-\u9fff]{1,3}(?:先生|女士|经理|主任|老师|总)|[\u4e00-\u9fff]{2,4})"
    r"|(?P<styled>[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,2})?(?:先生|女士|经理))",
    re.MULTILINE,
)
_NO_NAME = re.compile(
    r"^(?:我们?|客服|官方|手机|电话|本站|公司|站长|好友|小编|管理员|请问|以及|或者)|手机|电话|微信"
)


def contacts_of(zones: Iterable[Zone], sites: Collection[Span] = ()) -> tuple[PageContact, ...]:
    """One contact for each contact zone, also where it names nobody; not those of the ``sites``."""
    return tuple(
        PageContact(zone.text, _names(zone.text), _telephones(zone.text), zone.span)
        for zone in zones
        if zone.kind is ZoneKind.CONTACT and not _is_within(zone.span, sites)
    )


def _is_within(span: Span, sites: Collection[Span]) -> bool:
    """Whether nothing of a zone is left when the lines that tell of the site are taken away."""
    inside = sum(s.end - s.start + 1 for s in sites if span.start <= s.start and s.end <= span.end)
    return inside > span.end - span.start


def _names(text: str) -> tuple[str, ...]:
    found = [match[match.lastgroup or 0] for match in _NAME.finditer(text)]
    return tuple(dict.fromkeys(name for name in found if not _NO_NAME.search(name)))


def _telephones(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.group() for match in cues.TELEPHONE.finditer(text)))

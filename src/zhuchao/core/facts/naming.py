"""Where a name begins: the walk to the left from the ending of an organisation's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Ground, Mark, Placed

LONGEST_NAME = 32
STOPS = re.compile(r"[\s,，。、;；:：!！?？“”\"'‘’《》<>【】\[\]{}|/\\…~#*@=+%\-—–(（]")
LATIN_GAP = re.compile(r"[a-z0-9] [a-z0-9]")
# 某某代表县政府: no body's name runs across these.
SPOKEN = frozenset({"代表", "参与", "领导"})
LONGEST_TRADE = 14
# 政务服务 of 某市政务服务和数据局: no body ends in it, nobody is called so.
ONE_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?<![局委会院府办部厅处司店厂站所队校园区村镇商者员长家人港城谷业])"
)
LEVEL_BEFORE = re.compile(
    r"(?:^|[,，、。;；:：(（至向由与在到对请经据为任的])[省市县区州旗](?P<gap>[\u4e00-\u9fff]{2,12})$"
)
BRACKET = re.compile(r"\([\u4e00-\u9fff]{2,6}\)$")


def ground_of(
    text: str, lexicon: Lexicon, places: Sequence[Placed], figures: Iterable[Mark]
) -> Ground:
    """``solid`` are the characters of words that belong together: 有限, 和平, 自然资源和规划局."""
    whole = [
        (at, at + len(word))
        for role in ("whole", "ending")
        for at, word in lexicon.words(role).found(text)
    ]
    spans = [*whole, *((mark.start, mark.end) for mark in places if mark.end - mark.start > 1)]
    solid = frozenset(at for start, end in spans for at in range(start, end))
    taken = frozenset(at for mark in figures for at in range(mark.start, mark.end))
    return Ground(text, lexicon, solid, taken, places)


def name_start(
    ground: Ground, ending_at: int, *, spans: str = "", joins: re.Pattern[str] | None = None
) -> int:
    """Where the name begins whose ending stands at ``ending_at``; it runs across words of the
    kind ``spans``, and across 和 behind what ``joins`` tells."""
    at, least, text = ending_at, max(0, ending_at - LONGEST_NAME), ground.text
    while at > least:
        # Most characters are but another one of the name.
        is_plain = "\u4e00" <= text[at - 1] <= "\u9fff" and text[at - 1] != "和"
        if is_plain and at - 1 not in ground.figures and not ground.cut_before(at):
            at -= 1
            continue
        joint = _joint(ground, at, joins) if joins is not None and text[at - 1] == "和" else 0
        step = joint or _step(ground, at, ending_at, spans)
        if joins is not None and not joint and ground.cut_before(at) in SPOKEN:
            break
        if not step:
            break
        at -= step
    return at


def _joint(ground: Ground, at: int, joins: re.Pattern[str]) -> int:
    """How far a bureau's name goes on across the 和 before ``at``; 0 where it parts two.

    某市政务服务和数据局, 市科学技术和经济信息化局: what stands before it is no body of its own, nor
    does any verb part it from the division that the name begins with.
    """
    return _reach(ground, at - 1, at) or int(bool(joins.search(ground.text, 0, at - 1)))


def behind_division(ground: Ground, at: int) -> int:
    """How much further left a bureau begins: 县投资促进和服务|业发展中心 has but a soft cut."""
    word = ground.cut_before(at)
    is_soft = bool(word) and bool(ground.lexicon.words("cut")[word].key)
    return _reach(ground, at, at) if is_soft else 0


def _reach(ground: Ground, end: int, at: int) -> int:
    places = [mark.end for mark in ground.places if mark.end - mark.start > 1 and mark.end < end]
    level = LEVEL_BEFORE.search(ground.text, max(0, end - LONGEST_TRADE), end)
    start = max([*places[-1:], *([level.start("gap")] if level else [])], default=end)
    is_one = ONE_BODY.fullmatch(ground.text, start, end) and not _is_parted(ground, start, end)
    return at - start if is_one else 0


def _is_parted(ground: Ground, start: int, end: int) -> bool:
    cut = ground.lexicon.words("cut")
    words = (ground.cut_before(at) for at in range(start + 1, end + 1))
    return any(len(word) > 1 and not cut[word].key for word in words if word)


def _step(ground: Ground, at: int, ending_at: int, spans: str) -> int:
    """How many characters further left the name may reach; 0 where it begins."""
    text = ground.text
    if at - 1 in ground.figures:
        return 0
    if text[at - 1] == ")":
        bracket = BRACKET.search(text, max(0, at - 8), at)
        return at - bracket.start() if bracket else 0
    if STOPS.match(text, at - 1):
        return 1 if LATIN_GAP.match(text, at - 2) else 0
    return 0 if _is_cut(ground, at, ending_at, spans) else 1


def _is_cut(ground: Ground, at: int, ending_at: int, spans: str) -> bool:
    word = ground.cut_before(at)
    if not word:
        return False
    if word == "在" and any(mark.start == at for mark in ground.places):
        return True  # 在建湖: no 在建
    if len(word) == 1:
        return at - 1 not in ground.solid and not _is_of_brand(ground, at - 1)
    if _crosses(ground, at - len(word), at):
        return False
    kind = ground.lexicon.words("cut")[word].key
    if not kind or kind == spans:
        return not kind
    # 投资 before 控股 or before the ending itself is part of the name.
    return not ground.lexicon.words("namepart").is_made_of(ground.text[at:ending_at])


def _is_of_brand(ground: Ground, at: int) -> bool:
    """成都昶和生物: 和 behind one character that stands alone behind a place joins no two names."""
    if ground.text[at] not in "和同" or not at:
        return False
    return any(mark.end == at - 1 for mark in ground.places if mark.end - mark.start > 1)


def _crosses(ground: Ground, start: int, end: int) -> bool:
    """Whether the word begins inside a longer one and ends behind it: 投产 of 城投|产业."""
    whole = ground.lexicon.words("whole")
    ends = (at + len(whole.at(ground.text, at)) for at in (start - 1, start - 2) if at >= 0)
    is_longer = start + len(whole.at(ground.text, start)) > end  # 供应 of 供应链
    return is_longer or any(start < stop < end for stop in ends)


def without_generic(ground: Ground, start: int, end: int, *, keeps: str = "") -> int:
    """Behind 国家级, 龙头 and the like, with which no name begins; ``keeps`` a kind of them."""
    generic = ground.lexicon.words("generic")
    while start < end:
        word = generic.at(ground.text, start)
        stop = start + len(word)
        if not word or stop > end or (keeps and generic[word].key == keeps):
            return start
        if any(mark.start < stop < mark.end for mark in ground.places):
            return start
        start = stop
    return start

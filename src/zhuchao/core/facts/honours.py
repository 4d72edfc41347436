"""Honours: who was named what, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from zhuchao.core.facts.awarding import awarded_of
from zhuchao.core.facts.bearers import bearers_before, granted_to
from zhuchao.core.facts.issuers import Issuer, before_it, by_of, first_of, issuers_of
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Mark, Marked, Named
from zhuchao.core.facts.meetings import carries, is_shared
from zhuchao.core.facts.rolls import NAMED_AS, called_of, rolls_of
from zhuchao.core.facts.sentences import said
from zhuchao.core.facts.spoken import Said, Spoken
from zhuchao.core.vocabulary.fact import Honour
from zhuchao.core.vocabulary.read import Read, State

WHAT = re.compile(
    r"[了为]?(?:设立|建设|组建|认定为?)?(?:(?:20\d\d)年度?)?(?:第[一二三四五六七八九十\d]+批)?的?(?P<what>[^,，。;；:、《》]{2,40})(?![《》])"
)
QUOTED = re.compile(r"^[“\"](?P<inner>[^“”]{2,30})[”\"]$")
# 获评“浙江出口名牌”: whatever is quoted and closes the clause.
BEHIND_PLACE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,6}[省市县区]级?|全国|国家级?|20\d\d年度?)+的?(?=“[^“”]+”(?!企业|单位|产品|园区|基地))"
)
CLOSED = re.compile(
    r"”(?:等次|等级|等?(?:荣誉)?(?:称号|荣誉|奖牌|牌匾|认[证定])|[,，。;；、]|等|$)"
)
# 授予甲、乙“纳税大户”称号; 认定甲等12家企业为市级绿色工厂.
GRANTING = frozenset({"授予", "命名", "认定", "评定", "评选", "确定", "表彰"})
# 县政府表彰…: who awards stands before the verb, unless 被.
ACTIVE = frozenset({"授予", "表彰", "命名"})
RECEIVED = re.compile(r"(?:被|获|受|由)[^。;；]{0,30}$")
AS = re.compile(
    r"(?:等?\d*[家个名位人]?(?:企业|单位|个人|同志)?)?为?(?=“)|(?:等[^,，。;；“]{0,10})?为"
)
# 获得省经信厅颁发的…
ISSUED = re.compile(
    r"[^,，。;；“]{2,20}(?:(?:颁发|授予|认定|评定|命名|颁授|公布|发布|评选|评审|评出|推荐|审定|批准|确定|表彰|颁布)的|(?:授予|认定为|命名为|评为|授牌|认定|命名|颁发)(?=“)|(?:总?工会|协会|学会|联合会|[厅局部]|委员会|政府)(?=“))"
)
PROPOSED = re.compile(
    r"(?:(?:^|[,，;；:：、])(?:对|对于|凡|凡是)(?:首次|新|当年|年内|成功)*|拟|申报|争创|创建|申请|推荐|组织|开展|通过)$"
)
LIST_OF = re.compile(
    r"(?:公布|发布|印发|公示|评定|评选|认定|下发|揭晓)的?了?(?:20\d\d年度?)?(?:第[一二三四五六七八九十\d]+批)?(?P<what>[\u4e00-\u9fff“”]{3,24}?)(?:认定|评选|评审|评定|入选)?名单"
)
LIST_IS_OUT = re.compile(
    r"(?:^|[,，:：批度的年!！])(?P<what>(?![近日前])[\u4e00-\u9fff“”]{4,20}?)(?:认定|评选|评审|评定|入选)?名单(?:已|近日|日前|正式)*(?:公布|出炉|揭晓|发布|下发|印发)"
)
# 省工信厅发文确定2026年省级绿色工厂，甲、乙入围: a known honour that is decided, in a clause.
DECIDED = re.compile(
    r"(?:公告|公布|发布|确定|认定|评定|揭晓)了?(?:20\d\d年度?)?(?:第[一二三四五六七八九十\d]+批)?的?(?P<what>[\u4e00-\u9fff“”]{4,20}?)(?:评选|评定|认定|评审)?(?:结果)?[,，]"
)
COUNTED = re.compile(r"(?:了|为)?[^,，。;；“”、]{2,16}?\d+[家户项件个](?=[,，。;；、]|$)")
ENDS = re.compile(r"[,，。;；]|$")
TAIL = re.compile(
    r"(?:(?<=”)等[次级]|(?<=”)(?:荣誉)?(?:奖牌|牌匾|证书|奖杯|锦旗|认定)|等?(?:荣誉)?称号|名单|等荣誉|榜单|等|认证)$"
)
PRIZE = re.compile("[金银铜]奖")
LONGEST_HONOUR, NO_END = 20, 10_000
LEVELS = frozenset("省市县区")


def honours_of(page: Sequence[Marked], page_text: str, lexicon: Lexicon) -> Iterator[Honour]:
    """The honours of a page in order; giver and list may be told in the sentence before."""
    before: list[Issuer] = []
    whole: Read[str] | None = None
    spoken = Spoken()
    earlier: Marked | None = None
    is_told = any(_tells(marked, lexicon) for marked in page)
    for marked in page:
        own, verbs = issuers_of(marked), lexicon.words("honoured").found(marked.text)
        issuers = own or (before if verbs and carries(earlier, marked) else [])
        before = own or before
        whole = whole or (first_of(own, page_text) if own else None)
        told = Awarded(is_shared=bool(verbs) and is_shared(earlier, marked))
        verbs = [(at, v) for at, v in verbs if not _is_none(marked.text, at, at + len(v))]
        for at, verb in verbs:
            who, what, reach = _told(marked, earlier, at, verb, lexicon)
            told = told.borne(spoken.bearers(marked, who, at), marked.text, at)
            if what is None:
                continue
            for bearer in told.who:
                end = min(bearer[1].end if bearer[0] is marked else 0, at)
                gap = (max(end, told.at), reach)
                told = told.next(by_of(marked, gap, what, page_text), marked.text, at)
                decided = whole if verb in ACTIVE else None
                by = told.by or first_of(before_it(issuers, marked, at), page_text) or decided
                yield from _each(page, bearer, what, by, (page_text, lexicon))
        yield from _awarded(page, marked, (spoken, issuers), page_text)
        yield from called_of(marked, page_text)
        spoken = spoken.after(marked) if is_told else spoken
        earlier = marked
    yield from rolls_of(page, page_text, whole)


def _tells(marked: Marked, lexicon: Lexicon) -> bool:
    return "颁" in marked.text or bool(lexicon.words("honoured").starts(marked.text))


def _awarded(
    page: Sequence[Marked], marked: Marked, told: tuple[Spoken, list[Issuer]], page_text: str
) -> Iterator[Honour]:
    """Those that are handed over, or passed for."""
    spoken, issuers = told
    for bearer, what, by_whom in awarded_of(marked, spoken):
        by = _said(by_whom, page_text) if by_whom else first_of(issuers, page_text)
        yield Honour(_full(page, bearer, page_text), _said(what, page_text), by, marked.span)


@dataclass(frozen=True, slots=True)
class Awarded:
    """Who bears and who awarded what the sentence told last.

    The bearers hold up to the semicolon, who awarded only where one meeting or decision gives all.
    """

    who: tuple[Said, ...] = ()
    by: Read[str] | None = None
    at: int = 0
    is_shared: bool = False

    def borne(self, who: tuple[Said, ...], text: str, at: int) -> Awarded:
        is_over = bool(re.search("[;；]", text[self.at : at]))
        return replace(self, who=who or (() if is_over else self.who))

    def next(self, by: Read[str] | None, text: str, at: int) -> Awarded:
        is_parted = bool(re.search("[;；]", text[self.at : at]))
        is_kept = self.is_shared and (
            not is_parted or "委、" in ((self.by and self.by.value) or "")
        )
        return replace(self, by=by or (self.by if is_kept else None), at=at)


def _is_none(text: str, at: int, end: int) -> bool:
    """What is only proposed; 新认定的企业 tells who a policy is for."""
    if COUNTED.match(text, end):
        return True  # 获批国家高新技术企业19家
    return text.startswith("的", end) or bool(PROPOSED.search(text, 0, at))


def _each(
    page: Sequence[Marked],
    bearer: Said,
    what: Said,
    by: Read[str] | None,
    told: tuple[str, Lexicon],
) -> Iterator[Honour]:
    page_text, lexicon = told
    marked = what[0]
    for part in _parts(marked.text, what[1], lexicon):
        named = _said(_fullest(page, (marked, part)), page_text)
        yield Honour(_full(page, bearer, page_text), named, by, marked.span)


def _full(page: Sequence[Marked], bearer: Said, page_text: str) -> Read[str]:
    """The bearer by the full name that the page gives for a short form."""
    _, mark = bearer
    quoted = _said(bearer, page_text)
    if not isinstance(mark, Named) or not mark.why:
        return quoted
    for each in page:
        for other in each.organisations:
            if other.name == mark.name and not other.why:
                name = said(each.sentence, page_text, other.start, other.end)
                return Read(name.value, State.INFERRED, quoted.span, why=mark.why)
    return quoted


def _fullest(page: Sequence[Marked], what: Said) -> Said:
    """山东省制造业单项冠军 for 省制造业单项冠军, where the page says so."""
    words = what[0].text[what[1].start : what[1].end]
    if words[:1] not in LEVELS or words[1:2] == "级":
        return what
    for marked, rest in product(page, (words[1:], words[1:].removesuffix("企业"))):
        for place in marked.places:
            is_level = marked.text[place.end - 1] == words[0]
            if is_level and marked.text.startswith(rest, place.end):
                return marked, Mark(place.start, place.end + len(rest))
    return what


def _said(told: Said, page_text: str) -> Read[str]:
    return said(told[0].sentence, page_text, told[1].start, told[1].end)


def _told(
    marked: Marked, earlier: Marked | None, at: int, verb: str, lexicon: Lexicon
) -> tuple[list[Mark], Said | None, int]:
    """Who bears it, what it is, and how far the words between verb and honour reach."""
    end = at + len(verb)
    if verb in GRANTING:
        who, reach = granted_to(marked, end)
        told_as = AS.match(marked.text, reach) if who else None
        what = _what(marked.text, told_as.end(), lexicon) if told_as else None
        if what is not None:
            return who, (marked, what), end
    issued = ISSUED.match(marked.text, end)
    end = issued.end() if issued else end
    what = _what(marked.text, end, lexicon)
    named = (marked, what) if what else _listed(marked, earlier, (at, end), lexicon)
    is_active = verb in ACTIVE and not RECEIVED.search(marked.text, 0, at)
    return [] if is_active else bearers_before(marked, at), named, end


def _what(text: str, start: int, lexicon: Lexicon) -> Mark | None:
    """The honour's name: from the verb to the comma, without 称号 and quotes around the whole."""
    found = WHAT.match(text, start)
    if found is None:
        return None
    first, end = found.span("what")
    tail = TAIL.search(text, first, end)
    end = tail.start() if tail else end
    inner = BEHIND_PLACE.match(text, first, end)
    first = inner.end() if inner else first  # 潍坊市“鸢都产业领军人才”
    if QUOTED.match(text[first:end]):
        first, end = first + 1, end - 1
    is_quoted = text[first - 1 : first] == "“" and bool(CLOSED.match(text, end))
    words = text[first:end]
    is_known = any(True for _ in lexicon.words("honour").found(words))
    is_named = bool(NAMED_AS.search(words)) and not re.search(r"\d[.\d]*[万亿%]", words)
    least = 2 if is_quoted or PRIZE.fullmatch(words) else 3
    return (
        Mark(first, end) if end - first >= least and (is_known or is_named or is_quoted) else None
    )


def _listed(
    marked: Marked, earlier: Marked | None, verb: tuple[int, int], lexicon: Lexicon
) -> Said | None:
    """公布…企业名单，甲、乙入选: what the list is of stands before, or in the sentence before."""
    if not ENDS.match(marked.text, verb[1]):
        return None
    for each, end in ((marked, verb[0]), (earlier, NO_END)):
        found = _list_in(each.text, end) if each else None
        if each is not None and found is not None and "拟" not in found["what"]:
            return each, _with_kind(each.text, *found.span("what"), lexicon)
    decided = DECIDED.search(marked.text, 0, verb[0])
    ends = decided.end("what") if decided else 0
    is_known = decided and lexicon.words("honour").before(marked.text, ends, LONGEST_HONOUR)
    return (marked, Mark(*decided.span("what"))) if decided and is_known else None


def _list_in(text: str, end: int) -> re.Match[str] | None:
    """公布…名单, or …名单公布."""
    return LIST_OF.search(text, 0, end) or LIST_IS_OUT.search(text, 0, end)


def _with_kind(text: str, start: int, end: int, lexicon: Lexicon) -> Mark:
    """专精特新中小企业 keeps its 企业, where no honour is named without it."""
    honours = lexicon.words("honour")
    is_whole = honours.before(text, end, LONGEST_HONOUR) or not text.startswith("企业", end)
    longer = "" if is_whole else honours.before(text, end + 2, LONGEST_HONOUR)
    return Mark(start, end + 2 if longer else end)


def _parts(text: str, what: Mark, lexicon: Lexicon) -> list[Mark]:
    """Two honours with a pause between them are two."""
    found: list[Mark] = [what]
    pause = re.compile("、").search(text, what.end)
    if pause and pause.start() == what.end:
        following = _what(text, pause.end(), lexicon)
        found += [following] if following else []
    return found

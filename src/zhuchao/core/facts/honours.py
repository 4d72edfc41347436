"""Honours: who was named what, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Mark, Marked, Named
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Honour, OrganisationKind
from zhuchao.core.vocabulary.read import Read

WHAT = re.compile(r"[了为]?(?P<what>[^,，。;；:、]{2,40})")
QUOTED = re.compile(r"^[“\"](?P<inner>[^“”]{2,30})[”\"]$")
LIST_OF = re.compile(
    r"(?:公布|发布|印发|公示)了?(?:20\d\d年度?)?(?:第[一二三四五六七八九十\d]+批)?(?P<what>[\u4e00-\u9fff“”]{3,24}?)(?:企业)?名单[,，]"
)
ENDS = re.compile(r"[,，。;；]|$")
GRANTING = frozenset({"授予", "命名", "认定", "评定"})
BETWEEN = re.compile(r"[、和及与]?")
IN_QUOTES = re.compile(r"(?:等\d*[家个名]?(?:企业|单位|个人)?)?(?:为)?“(?P<what>[^“”]{2,30})”")
PERSON_GRANTED = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})(?:同志)?(?=“)")
LEADERS = re.compile(
    r"(?:^|[,，、\s经由日])(?P<by>(?![经由据])(?:中共)?[\u4e00-\u9fff]{0,4}?[县市区省镇]委、[\u4e00-\u9fff]{0,4}?[县市区省镇](?:人民)?政府)"
    r"(?=研究|决定|联合|表彰|授予|召开|印发|命名)"
)
TAIL = re.compile(r"(?:等?(?:荣誉)?称号|名单|等荣誉|榜单|等)$")
NAMED_AS = re.compile(
    r"(?:奖|奖个人奖|称号|企业|工厂|园区|对象|单位|个人|集体|名城|之都|企业家|工匠|基地|中心|示范|培育|集群|百强|十强|车间|县|区|市|镇|平台|品牌|劳模|模范|冠军|巨人|小镇|孵化器|实验室|工作站|项目|案例|产品)[”\"]?$"
)
ISSUING = re.compile(r"公布|发布|授予|表彰|认定|命名|印发|通报|联合|决定")
ISSUER = re.compile(r"(?:颁奖单位|授予单位|认定单位|发证单位|评定单位|表彰单位)(?:为|是|:)?$")
IN_LIST = re.compile(r"(?:\([^()]*\))?[、和及与]")
LINK = re.compile(
    r"(?:[、和及与]|等?\d*[家个名]?企业|的[^,，。;；]{1,12}|均|双双|成功|喜|已|分别|还|也|又|再次|于|被|董事长|总经理|总工程师|"
    r"工程师|等|先后|[,，])*"
)
Said = tuple[Marked, Mark]
# 园区先后获评: the one that was spoken of last.
ITSELF = re.compile(r"(?:园区|该?公司|该?企业|该?集团)(?:先后|已|还|也|又|曾|成功|、)*$")
PUBLIC = frozenset({OrganisationKind.BUREAU, OrganisationKind.SOCIETY})


def honours_of(page: Sequence[Marked], page_text: str, lexicon: Lexicon) -> Iterator[Honour]:
    """The honours of a page in order; who awards may be told in the sentence before."""
    before: list[tuple[Marked, Named]] = []
    known: Said | None = None
    for marked in page:
        own = _issuers(marked)
        issuers, before = own or before, own
        for at, verb in lexicon.words("honoured").found(marked.text):
            who, what = _told(marked, at, verb, lexicon)
            named = _parts(marked.text, what, lexicon) if what else []
            again = [known] if known and not who and ITSELF.search(marked.text, 0, at) else []
            for bearer in [*((marked, each) for each in who), *again]:
                end = bearer[1].end if bearer[0] is marked else 0
                by = _by(marked, (end, at), issuers, page_text)
                for part in named:
                    yield Honour(
                        _said(bearer, page_text), _said((marked, part), page_text), by, marked.span
                    )
        bodies = [o for o in marked.organisations if o.kind not in PUBLIC]
        known = (marked, bodies[-1]) if bodies else known


def _said(told: Said, page_text: str) -> Read[str]:
    return said(told[0].sentence, page_text, told[1].start, told[1].end)


def _told(marked: Marked, at: int, verb: str, lexicon: Lexicon) -> tuple[list[Mark], Mark | None]:
    granted = _granted(marked, at, verb)
    if granted is not None:
        return granted
    end = at + len(verb)
    what = _what(marked.text, end, lexicon) or _listed(marked.text, (at, end))
    return _who(marked, at), what


def _granted(marked: Marked, at: int, verb: str) -> tuple[list[Mark], Mark] | None:
    """授予甲、乙“纳税大户”称号: who stands behind the verb, what in quotes behind them."""
    if verb not in GRANTING:
        return None
    marks = sorted([*marked.organisations, *marked.people], key=lambda mark: mark.start)
    who: list[Mark] = []
    reach = at + len(verb)
    for mark in marks:
        if mark.start >= reach and BETWEEN.fullmatch(marked.text, reach, mark.start):
            who.append(mark)
            reach = mark.end
    person = PERSON_GRANTED.match(marked.text, at + len(verb)) if not who else None
    if person:
        who, reach = [Mark(*person.span("name"))], person.end("name")
    quoted = IN_QUOTES.match(marked.text, reach)
    return (who, Mark(*quoted.span("what"))) if who and quoted else None


def _what(text: str, start: int, lexicon: Lexicon) -> Mark | None:
    """The honour's name: from the verb to the comma, without 称号 and quotes around the whole."""
    found = WHAT.match(text, start)
    if found is None:
        return None
    first, end = found.span("what")
    tail = TAIL.search(text, first, end)
    end = tail.start() if tail else end
    if QUOTED.match(text[first:end]):
        first, end = first + 1, end - 1
    words = text[first:end]
    is_known = any(True for _ in lexicon.words("honour").found(words))
    is_named = bool(NAMED_AS.search(words)) and not re.search(r"\d[.\d]*[万亿%]", words)
    return Mark(first, end) if end - first >= 3 and (is_known or is_named) else None


def _listed(text: str, verb: tuple[int, int]) -> Mark | None:
    """公布…企业名单，甲、乙入选: what the list is of stands before."""
    found = LIST_OF.search(text, 0, verb[0]) if ENDS.match(text, verb[1]) else None
    return Mark(*found.span("what")) if found else None


def _parts(text: str, what: Mark, lexicon: Lexicon) -> list[Mark]:
    """Two honours with a pause between them are two."""
    found: list[Mark] = [what]
    pause = re.compile("、").search(text, what.end)
    if pause and pause.start() == what.end:
        following = _what(text, pause.end(), lexicon)
        found += [following] if following else []
    return found


def _who(marked: Marked, at: int) -> list[Mark]:
    """Those that stand right before the verb: one, or a list of them."""
    named: list[Mark] = [o for o in marked.organisations if o.kind not in PUBLIC]
    marks = sorted([*named, *marked.people], key=lambda mark: mark.start)
    told = [mark for mark in marks if mark.end <= at]
    # A short form in brackets stands for the name before it, unless it is all there is.
    before = [m for m in told if m is told[-1] or not marked.text.startswith("”)", m.end)]
    found: list[Mark] = []
    reach = at
    for mark in reversed(before):
        gap = marked.text[mark.end : reach]
        is_near = LINK.fullmatch(gap) or (not found and "。" not in gap and len(gap) <= LONGEST_GAP)
        if not is_near or (found and not IN_LIST.fullmatch(gap)):
            break
        found.insert(0, mark)
        reach = mark.start
    return found


LONGEST_GAP = 24


def _issuers(marked: Marked) -> list[tuple[Marked, Named]]:
    """The bodies that publish or award in the sentence."""
    leaders = LEADERS.search(marked.text)
    if leaders:
        name = Named(*leaders.span("by"), leaders["by"], OrganisationKind.BUREAU)
        return [(marked, name)]
    bodies = [o for o in marked.organisations if o.kind in PUBLIC]
    return [(marked, o) for o in bodies if _issues(marked.text, o)]


def _issues(text: str, mark: Named) -> bool:
    after = re.match(r"[^,，。;；]{0,24}", text[mark.end :])
    return bool(ISSUER.search(text, 0, mark.start) or (after and ISSUING.search(after[0])))


def _by(
    marked: Marked, gap: tuple[int, int], issuers: list[tuple[Marked, Named]], page_text: str
) -> Read[str] | None:
    """被…认定为 tells it between the two; else who issued the list."""
    own = [o for o in marked.organisations if gap[0] <= o.start and o.end <= gap[1] + 1]
    found = [(marked, o) for o in own if o.kind in PUBLIC] or issuers
    if not found:
        return None
    first = found[0]
    same = [mark for each, mark in found if each is first[0]]
    end = same[-1].end if len(same) > 1 and same[-1].start - same[0].end <= 1 else same[0].end
    return said(first[0].sentence, page_text, same[0].start, end)

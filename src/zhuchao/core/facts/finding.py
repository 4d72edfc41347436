"""From a page to its facts: marks in each sentence, then what links them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from zhuchao.core.facts.acting import acting_of
from zhuchao.core.facts.aliases import SHORT_FOR, Alias, aliased, aliases_of, titled_alias
from zhuchao.core.facts.lexicon import Lexicon, lexicon_of
from zhuchao.core.facts.marks import Mark, Marked, Named, Placed, Titled
from zhuchao.core.facts.naming import ground_of
from zhuchao.core.facts.offices import is_of_offices
from zhuchao.core.facts.organisations import organisations_of
from zhuchao.core.facts.people import people_of
from zhuchao.core.facts.periods import Context, dates_of
from zhuchao.core.facts.places import common_names, decided, is_place, places_of, told_codes
from zhuchao.core.facts.quantities import amounts_of
from zhuchao.core.facts.sentences import Sentence, sentences_of
from zhuchao.core.facts.tagging import Tagger, with_tagged
from zhuchao.core.facts.telling import told
from zhuchao.core.vocabulary.fact import Facts, OrganisationKind
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.read import Read
from zhuchao.core.vocabulary.tables import Tables

LEVEL = re.compile(
    r"[省市县区州镇乡旗](?![\u4e00-\u9fff]{0,3}[市县区州])|经开区|高新区|园区|工业?集中区|集中区|开发区"
)
# 某县政府工作报告, 某市政府质量奖: a paper, an honour.
NO_BODY = re.compile(
    r"质量奖|(?:性(?:基金|债务)|债务|债券|采购|购买服务|引导基金|隐性债务|补助|补贴|投资项目|网站)|主要领导|领导(?!小组)|工作报告|(?:20\d\d年度?)?(?:上半年|[一二三四]季度)?工作(?:总结|要点|安排|计划|情况)|(?:经济|农村|党建|人才|招商|政法|宣传|统战|全面依法治[市县区])工作会议|[一二三四五六七八九十]届[一二三四五六七八九十]+次全会|全会|(?:例会|办公会|专题会)|第\d+号(?:提案|建议|议案)|第[一二三四五六七八九十\d]+次(?:全体|全体代表|常务|扩大)?(?:会议|例会|全会|调度会)|任免名单|(?:统计)?公报|大事记"
)

UPPER = re.compile("国网|人行|中国|国家")
# In a report on the year 过去一年 is the calendar's.
REPORT = re.compile("政府工作报告|工作总结|年度报告|统计公报")

# What a paper or an honour is called names no place: 《绍兴市…办法》, “四川工匠”.
TITLED = re.compile(
    r"《[^《》]{2,60}》|(?:获评|荣获|授予|当选|获得?|颁发的|荣膺|荣登|入选|评为|认定为|命名为)“[^“”]{2,30}”|“[^“”]{2,30}”(?=等?(?:荣誉)?称号)"
)


def find(page: Page, tables: Tables, tagger: Tagger | None = None) -> Facts:
    """What the page's title and body state, each kind in the order of the text.

    Dates without a year and words such as 去年 are resolved against the page's day alone; names
    and places against what the page itself says. Every span quotes ``page.text``. A ``tagger``
    may add organisations that no word of the tables tells; without one nothing is missing.
    """
    lexicon, today = lexicon_of(tables), _day(page.published)
    sentences = list(sentences_of(page, tables))
    for each in sentences:
        lexicon.sweep.over(each.text)
    commons = common_names([each.text for each in sentences], lexicon)
    is_report = bool(page.title.value and REPORT.search(page.title.value))
    plain = list(_plain(sentences, lexicon, Context(today, is_report=is_report), commons))
    return told(page, _resolved(plain, lexicon, tagger), lexicon, today)


def _day(published: Read[date | datetime]) -> date | None:
    value = published.value
    return value.date() if isinstance(value, datetime) else value


def _plain(
    sentences: Iterable[Sentence], lexicon: Lexicon, context: Context, commons: frozenset[str]
) -> Iterator[Marked]:
    """What each sentence shows without the rest of the page; 同日 alone looks back."""
    for sentence in sentences:
        text = sentence.text
        dates, context = dates_of(text, lexicon, context)
        amounts = amounts_of(text, lexicon, dates)
        places = [
            mark
            for mark in places_of(text, lexicon, commons)
            if not any(each.start < mark.start < each.end for each in amounts)  # 30万载重吨
        ]
        sure = [mark for mark in places if is_place(mark)]
        ground = ground_of(text, lexicon, sure, (*dates, *amounts))
        named = organisations_of(ground)
        firms = (*named, *acting_of(ground, named))
        yield Marked(sentence, ground, amounts, dates, places, firms)


def _resolved(
    plain: Sequence[Marked], lexicon: Lexicon, tagger: Tagger | None = None
) -> Iterator[Marked]:
    """With what the page as a whole decides: short names, the division meant, then people."""
    aliases = _aliases(plain)
    regions = lexicon.tables.regions
    called: set[str] = set()
    known = told_codes(mark for marked in plain for mark in marked.places)
    for marked in plain:
        own = [each for each in marked.organisations if not _stands_for(each, aliases)]
        own = [_in_full(each, aliases) for each in own]
        organisations = aliased(marked.ground, aliases, own)
        organisations = with_tagged(marked, organisations, tagger)
        people = people_of(marked.ground, organisations)
        called |= {marked.text[each.start : each.end] for each in people}
        bodies = [o for o in organisations if not NO_BODY.match(marked.text, o.end)]
        titled = [*_titled(marked.text), *_slogans(marked)]
        names = [*titled, *people, *bodies, *_again(marked.text, called)]
        places = [
            replace(m, codes=decided(m, known, regions)) if _is_open(m) else m
            for m in marked.places
        ]
        yield Marked(
            marked.sentence,
            marked.ground,
            marked.amounts,
            marked.dates,
            organisations=_own(organisations, marked, people, titled),
            people=people,
            places=[mark for mark in places if is_place(mark) and not _inside(mark, names)],
        )


def _aliases(plain: Sequence[Marked]) -> dict[str, Alias]:
    """What the page calls its organisations for short; firms known by their acts come last."""
    acting = {o.name: Alias(o.name, o.kind) for m in plain for o in m.organisations if o.why}
    found: dict[str, Alias] = {}
    for marked in plain:
        names = {mark.name for mark in marked.places}
        found |= aliases_of(marked.ground, marked.organisations, names)
    firms = [each for marked in plain for each in marked.organisations]
    titled = dict(titled_alias(plain[0].ground, firms)) if firms else {}
    return acting | titled | found


def _stands_for(mark: Named, aliases: Mapping[str, Alias]) -> bool:
    """Whether a firm known by its acts is another's short form."""
    return bool(mark.why) and aliases[mark.name].name != mark.name


def _in_full(mark: Named, aliases: Mapping[str, Alias]) -> Named:
    """铝都集团 ends as firms do, and is what the page calls another for short."""
    alias = aliases.get(mark.name)
    if alias is None or not alias.is_introduced or alias.name == mark.name:
        return mark
    return replace(mark, name=alias.name, kind=alias.kind, why=SHORT_FOR)


def _is_own(mark: Named, marked: Marked, people: Sequence[Titled]) -> bool:
    """Whether it is more than what an office is of, or a part of a paper's name."""
    is_level = _is_level(mark, marked)
    has_name = UPPER.match(mark.name) or any(
        p.start == mark.start and p.end - p.start > 1 for p in marked.ground.places
    )
    is_of_office = not has_name and is_of_offices(mark, people, is_level=is_level)
    return not is_of_office and not NO_BODY.match(marked.text, mark.end)


def _titled(text: str) -> list[Mark]:
    """What stands in 《》, and the names of honours."""
    if "《" not in text and "“" not in text:
        return []
    return [Mark(*found.span()) for found in TITLED.finditer(text)]


def _own(
    named: Iterable[Named], marked: Marked, people: Sequence[Titled], titled: Sequence[Mark]
) -> list[Named]:
    own = [o for o in named if _is_own(o, marked, people)]
    return [o for o in own if not _is_called(o, titled)] if titled else own


def _is_called(mark: Named, titled: Sequence[Mark]) -> bool:
    """荣膺“省营商环境示范园区”: an honour's name is no park's."""
    return mark.kind is OrganisationKind.PARK and _inside(mark, titled)


def _slogans(marked: Marked) -> list[Mark]:
    """“好品山东”, “智汇溧阳”: a slogan that ends with a place names none."""
    text = marked.text
    ends = (each for each in marked.places if text[each.end : each.end + 1] == "”")
    quotes = ((text.rfind("“", 0, each.start), each) for each in ends)
    return [Mark(at, each.end) for at, each in quotes if at >= 0 and 1 < each.start - at - 1 < 5]


def _is_open(mark: Placed) -> bool:
    """Whether only the page decides which division is meant."""
    return len(mark.codes) > 1 or len(mark.name) == 1


def _is_level(mark: Named, marked: Marked) -> bool:
    """市商务局, 经开区管委会: a level and a body, no name of its own."""
    return bool(LEVEL.match(mark.name)) and all(p.start != mark.start for p in marked.places)


def _again(text: str, names: Iterable[str]) -> Iterator[Mark]:
    """Where a person is named again, without an office."""
    for name in names:
        at = text.find(name)
        if at >= 0:
            yield Mark(at, at + len(name))


def _inside(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(mark.start < other.end and other.start < mark.end for other in others)

"""Places of a sentence: divisions, areas, and the single characters that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Mark, Placed
from zhuchao.core.vocabulary.tables import Region

AFTER_APPROACH = re.compile(
    r"调研|考察|投资|招商|洽谈|签约|参加|参观|对接|访问|推介|就业|工作|生活|安家|定居|购房|置业|求学|研学|参展|旅游|度假|过年|团聚|采访|创新|建厂|设厂|设立|注册|合作|考古|讲学|推进|督导|检查|慰问|实习|实践|学习|走访|指导|视察|兴业|创业|发展|拜访|挂职|开展|举办|出席|落户|布局|企业|会员|商会|乡贤|客商|人才|高校|投产|[,，。;；、]|$"
)
# 苏州路, 福州道: a road; 代县长: an office.
AFTER_NAME = re.compile(
    r"片区|组团|街道|镇|[东西南北中]?[路街]|村(?!镇)|社区|大道|大街|[东西南北]大学|长(?!江[埠北东中上下大经新岸])"
)
# A town behind its county; towns have no code of GB/T 2260.
TOWN = re.compile(
    r"(?![在到赴于与和由及分占全各])(?:[\u4e00-\u9fff]{2,3}?(?:镇|街道|片区|组团|乡(?=[,，。、;；]))(?![长党]|片区|组团)|[\u4e00-\u9fff]{4,5}?(?:片区|组团))"
)
# 嘉鱼潘湾镇: behind a short name the town has two characters.
SHORT_TOWN = re.compile(
    r"(?![在到赴于与和由及特古小城重名强建乡集村各分占全])[\u4e00-\u9fff]{2}(?:镇|街道)(?![长党街])"
)
TOWN_SITE = re.compile(
    r"(?:落户|选址|位于|落地|入驻|坐落[于在]?|落子|走进|来到|在|地处|进驻|布局|(?:地点|位置|地址|选址|所在地|坐落)[:：为])于?(?P<town>(?![全各该本我乡古小城集村一特分占])[\u4e00-\u9fff]{2,4}?(?:镇|街道|片区|组团))(?![长党]|片区|组团)"
)
# 云栈街道、墨涛镇分别签约: towns that stand in a list, or alone before what they did.
# What each of these holds.
TOWN_SIGN = re.compile(r"[镇乡]|街道|片区|组团")
TOWN_LISTED = re.compile(
    r"(?:^|[,，、;；:：])(?P<town>(?![全各该本我乡古小城集村一特分占两])[\u4e00-\u9fff]{2,3}?(?:镇|街道))"
    r"(?=[、,，;；。(（]|分别|和[\u4e00-\u9fff]{2,3}(?:镇|街道))"
)
# 走访了岚溪乡的庄园, 竞得锦屿镇一宗地: a town behind a word that no name runs across.
TOWN_BEHIND = re.compile(
    r"(?P<town>(?![全各该本我乡古小城集村一特分占两大强重名建老新某])[\u4e00-\u9fff]{2}(?:镇(?![长党街中小人村区域政江静痛压])|街道(?!办|党|长|社区)|乡(?![村镇亲愁贤情土音间野下长党])))"
)
BEHIND = re.compile(
    r"(?:^|[,，;；。:：、（(]|了|在|于|到|赴|由|与|和|对|向|从|是|得|自|位于|坐落|走访|来到|深入|前往|走进|竞得|摘得|落户|选址|调研|在建|流转|[市县区旗)）])$"
)
NO_TOWN = re.compile(
    r"[各经该本在于到赴由与和对向从是得自的了其此个座]|[省市县区]|城|特色|中心|重点|工业|农业|经济|产业|历史|文化|旅游|千年|边境|建制|乡镇|强镇|试点|示范"
)
ZONE_BEHIND = re.compile(
    r"(?:[\u4e00-\u9fff]{2})?(?:经济(?:技术)?开发区|经开区|高新(?:技术(?:产业)?(?:开发)?)?区|工业园|化工园|工业集中区|现代[\u4e00-\u9fff]{0,4}产业园|县委|市委|政府|县长|市长)"
)
# 岭北镇 is no 北镇.
BEFORE_TOWN = re.compile(r"[\u4e00-\u9fff](?<![在到于赴由、和与及省市是])$")
# 京津冀市场, 苏南县域.
NO_SUFFIX = re.compile(r"市场|县域|区域|区位")
# 越南北宁工厂: abroad.
ABROAD = re.compile(
    r"(?:越南|泰国|马来西亚|印度尼西亚|印尼|新加坡|菲律宾|柬埔寨|老挝|缅甸|印度|巴基斯坦|孟加拉国|墨西哥|美国|加拿大|巴西|德国|法国|英国|意大利|西班牙|匈牙利|波兰|塞尔维亚|土耳其|埃及|摩洛哥|南非|尼日利亚|沙特|阿联酋|俄罗斯|哈萨克斯坦|乌兹别克斯坦|日本|韩国|澳大利亚)$"
)
# 大城 before 市 is no county, since 大城市 is no division.
SUFFIXES = ("市", "县", "区")
SIDES = frozenset("东南西北")
MOST_ABBREVIATIONS = 5


def places_of(
    text: str, lexicon: Lexicon, known: frozenset[str] = frozenset()
) -> tuple[Placed, ...]:
    """The places of a folded text in order; ambiguous names keep all their codes.

    ``known`` are everyday words that the page uses as names of divisions.
    """
    found = [*_named(text, lexicon)]
    taken = {at for mark in found for at in range(mark.start, mark.end)}
    found += [m for m in _common(text, lexicon, known) if taken.isdisjoint((m.start, m.end - 1))]
    taken = {at for mark in found for at in range(mark.start, mark.end)}
    for mark in _towns(text):
        # 石龙桥镇 is no 石龙.
        inner = [m for m in found if m.start == mark.start and m.end < mark.end - 1]
        inner = [m for m in inner if not m.name.endswith((*SUFFIXES, "旗"))]
        found = [m for m in found if m not in inner]
        taken -= {at for m in inner for at in range(m.start, m.end)}
        if taken.isdisjoint(range(mark.start, mark.end)):
            found.append(mark)
            taken.update(range(mark.start, mark.end))
    found += (mark for mark in _abbreviated(text, lexicon) if mark.start not in taken)
    return tuple(sorted(found, key=lambda mark: mark.start))


def _named(text: str, lexicon: Lexicon) -> Iterator[Placed]:
    reached = 0
    for at, longest in lexicon.places.starts(text):
        if at < reached:
            continue
        name = _name_of(text, at, longest, lexicon)
        reached = end = at + len(name)
        is_town = name.endswith("镇") and len(name) == 2 and BEFORE_TOWN.search(text, 0, at)
        if (
            not is_town
            and not _is_part(text, at, end, lexicon)
            and not _is_longer(text, end, lexicon)
        ):
            yield Placed(at, end, name, lexicon.places[name])
            is_full = name.endswith(("县", "市", "区", "旗"))
            town = (TOWN if is_full else SHORT_TOWN).match(text, end)
            if town:
                yield Placed(end, town.end(), town[0], ())


def common_names(texts: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    """The everyday words whose division the page names in full: 四会 where 四会市 stands."""
    regions = lexicon.tables.regions
    return frozenset(
        name
        for name in {name for text in texts for _, name in lexicon.commons.found(text)}
        if any(regions[code].name in text for code in lexicon.commons[name] for text in texts)
    )


def _common(text: str, lexicon: Lexicon, known: frozenset[str]) -> Iterator[Placed]:
    """四会 on a page that names 四会市, 东至 before 经济开发区."""
    for at, name in lexicon.commons.found(text):
        end = at + len(name)
        is_named = name in known or ZONE_BEHIND.match(text, end)
        is_inside = BEFORE_TOWN.search(text, 0, at) and not lexicon.words("cut").before(text, at, 5)
        is_longer = text[end : end + 1] in SUFFIXES or _is_longer(text, end, lexicon)
        if is_named and not (is_inside or is_longer):
            yield Placed(at, end, name, lexicon.commons[name])


def _is_part(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name is but a part of what stands there: 高密度, 特大城市, 创新兴区."""
    words = lexicon.words("whole")
    is_inside = any(
        text[start] != "在" and start + len(words.at(text, start)) > (end if start == at else at)
        for start in range(max(0, at - 2), at + 1)
    )
    is_short = not text[at:end].endswith(SUFFIXES)
    is_city = text[at:end].endswith("市")  # 经济宁市 is no 经济
    is_longer = is_short and text[end : end + 1] in SUFFIXES and not NO_SUFFIX.match(text, end)
    is_side = is_short and text[at] in SIDES and text[max(0, at - 1) : at] in SIDES and at > 0
    if is_side:
        return True  # 西南岸 is no 南岸
    return (is_inside and not is_city) or is_longer or bool(ABROAD.search(text, max(0, at - 6), at))


def _towns(text: str) -> Iterator[Placed]:
    """落户高沟镇: a town by what is said of it."""
    if not TOWN_SIGN.search(text):
        return
    for pattern in (TOWN_SITE, TOWN_LISTED):
        for found in pattern.finditer(text):
            yield Placed(*found.span("town"), found["town"], ())
    if "镇" in text or "乡" in text or "街道" in text:
        for found in TOWN_BEHIND.finditer(text):
            if BEHIND.search(text, 0, found.start()) and not NO_TOWN.search(found["town"][:2]):
                yield Placed(*found.span("town"), found["town"], ())


def _is_longer(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the name is but the start of a road's or an office's; 湖南省长沙市 is no 省长."""
    return bool(AFTER_NAME.match(text, end)) and not lexicon.places.at(text, end)


def _name_of(text: str, at: int, name: str, lexicon: Lexicon) -> str:
    """The longest name that stands at ``at``; 青岛市南区 is 市南区 in 青岛, not 青岛市."""
    if name.endswith("市"):
        inner = lexicon.places.at(text, at + len(name) - 1)
        if inner.endswith(("区", "县")):
            return name[:-1]
    return name


def _abbreviated(text: str, lexicon: Lexicon) -> Iterator[Placed]:
    """来溧, 赴沪 with the verb; 宁溧两市, 沪苏浙皖四地 each by itself, or as an area."""
    known = lexicon.words("abbreviation")
    for at, word in lexicon.words("approach").found(text):
        end = at + len(word)
        if end < len(text) and AFTER_APPROACH.match(text, end + 1):
            code = known.get(text[end : end + 1])
            yield Placed(at, end + 1, text[end], tuple(code.key.split("|")) if code else ())
    for at, _ in lexicon.words("joint").found(text):
        start = at
        while start > max(0, at - MOST_ABBREVIATIONS) and text[start - 1] in known:
            start -= 1
        if at - start > 2:
            yield Placed(start, at, text[start:at], ())
        elif at - start == 2:
            for place in range(start, at):
                yield Placed(
                    place, place + 1, text[place], tuple(known[text[place]].key.split("|"))
                )


def told_codes(marks: Iterable[Placed]) -> frozenset[str]:
    """The divisions that are named beyond doubt."""
    return frozenset(mark.codes[0] for mark in marks if len(mark.codes) == 1 and len(mark.name) > 1)


def decided(mark: Placed, told: frozenset[str], regions: Mapping[str, Region]) -> tuple[str, ...]:
    """The codes that remain when a division above, or the same, is named on the page.

    An abbreviation means the named division that bears the character before any other.
    """
    if len(mark.name) == 1:
        named = [c for c in sorted(told) if regions[c].short_name.startswith(mark.name)]
        named = named or [c for c in sorted(told) if regions[c].short_name.endswith(mark.name)]
        if named:
            return (named[-1],)
    if len(mark.codes) < 2:
        return mark.codes
    around = {code for known in told for code in (known, *_above(known, regions))}
    for level in (told, around):
        inside = tuple(c for c in mark.codes if c in level or level & set(_above(c, regions)))
        if len(inside) == 1:
            return inside
    return _highest(mark.codes, regions)


def is_place(mark: Placed) -> bool:
    """来盱 is a place only on a page that names one which begins so."""
    return len(mark.name) > 1 or bool(mark.codes)


def _highest(codes: tuple[str, ...], regions: Mapping[str, Region]) -> tuple[str, ...]:
    """吉林 is the province, 朝阳 the city; districts of one rank stay open."""
    for level in ("province", "city"):
        found = tuple(code for code in codes if regions[code].level == level)
        if found:
            return found if len(found) == 1 else codes
    return codes


def _above(code: str, regions: Mapping[str, Region]) -> list[str]:
    found = []
    region = regions.get(code)
    while region is not None and region.parent_code:
        found.append(region.parent_code)
        region = regions.get(region.parent_code)
    return found


def outside(marks: Sequence[Placed], taken: Iterable[Mark]) -> list[Placed]:
    """Those that no other mark covers."""
    covered = {at for mark in taken for at in range(mark.start, mark.end)}
    return [mark for mark in marks if mark.start not in covered]

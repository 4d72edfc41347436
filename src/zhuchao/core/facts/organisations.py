"""Organisations by the endings of their names, and by what a page calls them for short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from zhuchao.core.facts.marks import Ground, Named, Placed
from zhuchao.core.facts.naming import behind_division, name_start, without_generic
from zhuchao.core.vocabulary.fact import OrganisationKind

LONGEST_TRADE, SHORT_CORE = 8, 3
SHORTEST_CORE = {OrganisationKind.COMPANY: 2, OrganisationKind.BANK: 2, OrganisationKind.PARK: 2}
PROVINCIAL = ("省", "自治区")
ADMINISTRATIVE = ("省", "市", "县", "区", "旗", "州", "盟")
# 厂房, 厅级, 公园, 布局 end no name.
SINGLES = {
    "厂": (frozenset("房区家长矿商级的内"), frozenset("准工建设造新老旧该本整改分")),
    "局": (frozenset("长面部势限域级的"), frozenset("格布结大当时全开")),
    "园": (frozenset("区林艺丁地中内校"), frozenset("公花校田家乐庄果茶菜桃该本入开儿产业科技")),
}
# 修造厂, 铸造厂 are works, 新造厂房 are built.
# 江津区夏坝园区.
ESTATE = "园区"
FIRM_INSIDE = re.compile(r"(?:公司|集团)(?=[\u4e00-\u9fff])")
WORKS = ("修造", "制造", "铸造", "酿造", "锻造", "智造", "织造", "机造")
# 省委党校研究生: what somebody has learned.
STUDIED = re.compile(r"(?:在职)?(?:研究生|大学|本科|函授|学历|学习|进修|大专|专科|毕业|培训)")
BUILDS = re.compile(
    r"(?:共建|建设|打造|新建|拟建|投建|筹建)(?:的|一个|占地[^,，。]{1,8}的)?“?$|(?:投资|投资建设|投建|兴建|新建|在建|筹建|承建)的“?$"
)
# 总投资12亿元的某产业园在某镇动工.
INVESTED = re.compile(r"总?投资[^,，。;；的]{2,14}的(?:[\u4e00-\u9fff]{1,4}[县市区镇])?$")
BEGUN = re.compile(
    r"(?:[一二三]期)?(?:在[^,，。;；]{2,14})?(?:正式|全面|顺利|已|于?(?:[去今明]年)?\d+月(?:\d+日|[底初]|[上中下]旬)?|日前|刚刚?|即将|将|计划|预计)*(?:投产|投用|量产|动工|开工|奠基|破土|竣工|封顶|主体封顶)(?!企业|项目|率)"
)
# 我局, 各分局: whoever writes, whichever is meant.
OWN = re.compile("[我本该各贵两全]")
# 国家税务总局溧阳市税务局 is one office.
HEAD_OFFICE = "总局"
LEAD = re.compile(
    r"(?:\d{1,2}[.、)])?(?:(?:该?园区|[高经][新开]区|开发区|区|区内|辖区|本地|本土|当地|重点|骨干|龙头|入园|会员|县内|市内|代表性)(?:的)?(?:重点|骨干|龙头)?企业(?=[\u4e00-\u9fff]{4}))?"
)
# 国网诸暨市供电公司, 中共嵊州市委.
UPPER = re.compile(r"(?:国网|人行|中国人民银行|人民银行|中共|共青团|民盟|民建|农工党|九三学社)$")
ZONE = re.compile(
    r"产业园区?|产业集聚区|工业集中区|化工园区|科技园|物流园|产业集中区|经济(?:技术)?开发区|经开区|高新(?:技术(?:产业)?(?:开发)?)?区|工业园区|保税区"
)
# 建成小微企业园3个: how many were built.
COUNTED = re.compile(r"\d+[个家座处]")
BUILDING = re.compile(r"(?:累计|已|新)?(?:建成|建设|新建|培育|创建|打造|拥有|现有|建有|[建有])?")
FIRMS_OF = re.compile(r"企业|集团|客商|厂商$")
SITE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:区|园|镇|街道|新城|片区|港)")
# 巴音郭楞蒙古自治州生态环境局库尔勒市分局 is one office.
BRANCH = re.compile(r"分局|支队|大队|办事处|管理处")
# 是安徽省重点支持的电缆产业集聚区, 五星级现代农业园区: what a park is, no name.
DESCRIBED = re.compile(
    r"(?:是|成为|作为|建成|打造成?|建设成?)[^,，。;；]{0,24}的$|[一二三四五六]星级$"
)
REMOVED = re.compile(r"(?:免去|任命|提名|接受)$")
PERSON = re.compile(r"[\u4e00-\u9fff]{2,3}(?=[省市县区州])")
# 经济和科技促进局 is one name.
BUREAU_JOINS = re.compile(
    r"(?:经济|科技|科学|工业|商务|信息化|发展|改革|规划|住房|资源|保障|文化|广电|体育|旅游|教育|农业|农村|水利|环境|市场|应急|审批|政务服务|服务|数据|投资|财政|金融|卫生|健康|民政|交通|运输|林业|园林|人力资源|知识产权|合作|城市管理|城乡建设|行政)$"
)
# 永安石墨和石墨烯产业园: a park's trades alone go on across 和.
JOINS = {OrganisationKind.BUREAU: BUREAU_JOINS, OrganisationKind.PARK: re.compile(r"(?!)")}
UPPER_BODIES = frozenset({OrganisationKind.BUREAU, OrganisationKind.PARK})


def organisations_of(ground: Ground) -> tuple[Named, ...]:
    """The organisations of a folded text that end as organisations do, in order, none inside
    another."""
    found = [mark for at, word in _endings(ground) if (mark := _named(ground, at, word))]
    kept: list[Named] = []
    for mark in sorted(found, key=lambda each: (each.start, -each.end)):
        if kept and mark.start == kept[-1].end and _is_one_office(kept[-1], mark):
            start = kept.pop().start
            kept.append(replace(mark, start=start, name=ground.text[start : mark.end]))
        elif not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _is_one_office(upper: Named, lower: Named) -> bool:
    is_branch = upper.kind is OrganisationKind.BUREAU and BRANCH.search(lower.name)
    return upper.name.endswith(HEAD_OFFICE) or bool(is_branch)


def _endings(ground: Ground) -> Iterator[tuple[int, str]]:
    """The endings, without those that a title begins with: 党委书记, 局长."""
    titles = {
        place: at + len(word)
        for at, word in ground.lexicon.words("title").found(ground.text)
        for place in range(at, at + len(word))
    }
    for at, word in ground.lexicon.words("ending").found(ground.text):
        if titles.get(at, 0) <= at + len(word) and _may_end(ground.text, at, word):
            yield at, word


def _may_end(text: str, at: int, word: str) -> bool:
    if word not in SINGLES:
        return not (word.endswith("党校") and STUDIED.match(text, at + len(word)))
    after, before = SINGLES[word]
    end = at + len(word)
    is_works = word == "厂" and text.endswith(WORKS, 0, at)
    return text[end : end + 1] not in after and (is_works or text[at - 1 : at] not in before)


def _named(ground: Ground, at: int, ending: str) -> Named | None:
    lexeme = ground.lexicon.words("ending")[ending]
    kind = OrganisationKind(lexeme.key)
    joins = JOINS.get(kind)
    start = without_generic(ground, _first(ground, at, kind), at)
    start = _behind_lead(ground.text, start, at)
    if kind is OrganisationKind.PARK and _is_of_trades(ground, start, at, joins):
        return None
    end = at + len(ending)
    if kind in UPPER_BODIES:
        start = _own_start(ground, start, at, kind)
        start = _behind_its_zone(ground, start, at) if kind is OrganisationKind.PARK else start
    elif kind is OrganisationKind.COMPANY:
        start = _behind_its_county(ground, start)
        start = _behind_its_site(ground, start, at)
    if at - start < SHORTEST_CORE.get(kind, 1) and not (lexeme.value == "alone" and start == at):
        return None
    is_placed = _is_placed(ground, start, ending)
    if lexeme.value == "weak" and not is_placed:
        return None
    if kind is OrganisationKind.PARK and (
        (not is_placed and DESCRIBED.search(ground.text, 0, start))
        or _is_counted(ground.text, start, at, end)
        or _is_project(ground.text, start, end)
    ):
        return None
    if _is_nobody(ground, start, at, end):
        return None
    return Named(start, end, ground.text[start:end], kind)


def _first(ground: Ground, at: int, kind: OrganisationKind) -> int:
    """Where the walk to the left ends; a bureau's goes on to its division."""
    joins = JOINS.get(kind)
    start = name_start(ground, at, joins=joins)
    further = behind_division(ground, start) if kind is OrganisationKind.BUREAU else 0
    return name_start(ground, start - further, joins=joins) if further else start


def _is_placed(ground: Ground, start: int, ending: str) -> bool:
    """Whether it begins with a division; 江津区夏坝园区 also behind one."""
    ends = ending == ESTATE
    return any(start == mark.start or (ends and start == mark.end) for mark in ground.places)


def _is_of_trades(ground: Ground, start: int, at: int, joins: re.Pattern[str] | None) -> bool:
    """新能源装备产业园: trades alone are no park's name; 某公司智造园 is the firm's project."""
    if FIRM_INSIDE.search(ground.text, start, at):
        return True
    generic = ground.lexicon.words("generic")
    lead = generic.before(ground.text, start, LONGEST_TRADE)
    is_trade = bool(lead) and generic[lead].key == "trade" and at - start <= SHORT_CORE
    return is_trade and name_start(ground, at, joins=joins) <= start - len(lead)


def _is_nobody(ground: Ground, start: int, at: int, end: int) -> bool:
    """我局, 各镇人民政府: no name of one."""
    is_each = at - start <= 1 and ground.text[start - 1 : start] == "各"
    is_generic = ground.text[start:end] in ground.lexicon.words("generic")
    return is_each or is_generic or OWN.fullmatch(ground.text, start, at) is not None


def _behind_lead(text: str, start: int, at: int) -> int:
    """Behind the number of a list (1.佛山…公司), 园区企业 before a firm's name, and somebody who
    loses an office (免去某某县商务局局长职务)."""
    named = PERSON.match(text, start, at) if REMOVED.search(text, 0, start) else None
    lead = named or LEAD.match(text, start, at)
    return lead.end() if lead else start


def _behind_its_county(ground: Ground, start: int) -> int:
    """常州市金坛区常州朗驰电驱有限公司 is 常州朗驰 in 常州市金坛区."""
    chain = _chain(ground, start)
    if len(chain) < 2 or not all(each.name.endswith(ADMINISTRATIVE) for each in chain[:-1]):
        return start
    regions, own = ground.lexicon.tables.regions, chain[-1]
    levels = {regions[code].level for code in own.codes}
    is_short = any(regions[code].name != own.name for code in own.codes)
    is_above = "county" not in levels and is_short
    return own.start if is_above else start


def _behind_its_zone(ground: Ground, start: int, at: int) -> int:
    """兰溪经济开发区光膜小镇 are two: a zone, and what lies in it."""
    zones = list(ZONE.finditer(ground.text, start, at))
    return zones[-1].end() if zones and at - zones[-1].end() > 1 else start


def _behind_its_site(ground: Ground, start: int, at: int) -> int:
    """威海临港区山东岱舟复材有限公司 begins at 山东, 宜昌企业峡风物流有限公司 at 峡风."""
    first = next((mark for mark in ground.places if mark.start == start and mark.end < at), None)
    if first is None:
        return start
    behind = without_generic(ground, first.end, at)
    if behind > first.end and FIRMS_OF.search(ground.text, first.end, behind):
        return behind
    for mark in ground.places:
        if (
            first.end < mark.start
            and mark.end < at
            and SITE.fullmatch(ground.text, first.end, mark.start)
        ):
            levels = {ground.lexicon.tables.regions[code].level for code in mark.codes}
            return mark.start if levels & {"province", "city"} else start
    return start


def _chain(ground: Ground, start: int) -> list[Placed]:
    """The places that follow each other without a gap from ``start`` on."""
    chain: list[Placed] = []
    for mark in ground.places:
        if mark.start == (chain[-1].end if chain else start):
            chain.append(mark)
    return chain


def _is_counted(text: str, start: int, at: int, end: int) -> bool:
    return bool(COUNTED.match(text, end) and BUILDING.fullmatch(text, start, at))


def _is_project(text: str, start: int, end: int) -> bool:
    """共建长三角绿色建材产业园, 汽车电子产业园项目: a park that is yet to be built."""
    is_begun = is_begun_at(text, start, end)
    is_built = BUILDS.search(text, max(0, start - 8), start)
    return text.startswith("项目", end) or bool(is_begun or is_built)


def is_begun_at(text: str, start: int, end: int, *, is_first: bool = False) -> bool:
    """Whether the name between the two is what money goes into, or what a clause says is begun."""
    is_first = is_first or not start or text[start - 1] in ",，。;；、:："
    is_funded = INVESTED.search(text, max(0, start - 20), start)
    return bool(is_funded or (is_first and BEGUN.match(text, end)))


def _own_start(ground: Ground, start: int, at: int, kind: OrganisationKind) -> int:
    """Behind the divisions above: 内蒙古自治区鄂尔多斯市 before 准格尔旗人民政府.

    A park's name holds none of them in full, a bureau's those that lead up to the last: its city
    and its district, without the province.
    """
    inside = [
        mark
        for mark in ground.places
        if start <= mark.start
        and mark.end <= at
        and (_is_in_full(ground, mark) or (kind is OrganisationKind.PARK and _is_town(mark)))
    ]
    if not inside:
        return start
    if kind is OrganisationKind.PARK:
        is_whole = inside[-1].end == at and ZONE.match(ground.text, at)  # 丰县经济开发区
        return inside[-1].start if is_whole else inside[-1].end
    own = inside[-1]
    before = UPPER.search(ground.text, max(0, own.start - 8), own.start)
    if before and before.start() >= start:
        return before.start()
    for mark in reversed(inside[:-1]):
        if mark.end != own.start or mark.name.endswith(PROVINCIAL):
            break
        own = mark
    return own.start


def _is_town(mark: Placed) -> bool:
    return not mark.codes and mark.name.endswith(("镇", "街道", "乡"))


def _is_in_full(ground: Ground, mark: Placed) -> bool:
    """泸州市, not 泸州, which only ends like a prefecture."""
    regions = ground.lexicon.tables.regions
    is_whole = not mark.name.endswith("州") or any(
        regions[code].name == mark.name for code in mark.codes
    )
    return mark.name.endswith(ADMINISTRATIVE) and is_whole

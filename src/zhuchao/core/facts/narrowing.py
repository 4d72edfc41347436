"""Where the name of a metric begins: with all that narrows its head to the left."""

from __future__ import annotations

import re

from zhuchao.core.facts.lexicon import Lexicon

LONGEST_METRIC = 18
LONGEST_KEPT = 12
# 开行量, 受理数: before these a verb of two characters is part of the word.
BOUND = frozenset("量额率数度费价款值系面")
# 签约项目履约率, 产品良品率: of what the rate is, across a word that else ends a metric.
RATE = re.compile(r"[\u4e00-\u9fff]{0,5}率")
RATED = re.compile(r"(?:项目|产品|设备|资金|单位)$")
# 对东盟进出口, 对“一带一路”国家出口.
OUTWARD = re.compile(r"对(?!外)[\u4e00-\u9fffa-z]{0,8}(?:“[^“”]{2,6}”)?[\u4e00-\u9fff]{0,4}$")
# 扣除房地产开发的民间投资: what is left out narrows.
EXCLUDING = re.compile(r"(?:扣除|剔除|不含|不包括)[\u4e00-\u9fff]{2,12}(?:后)?的$")
# 对全市规上工业增长的贡献率
TOWARDS = re.compile(r"对[\u4e00-\u9fffa-z]{2,16}?(?:增长|发展|增收)?的?$")
TOWARDS_HEADS = ("贡献率", "贡献度", "拉动率", "支撑率", "依存度")
# 每百人拥有移动电话, 每千人口医师
PER_HEAD = re.compile(
    r"每[一百千万十]{0,2}(?:人口|人|户|家|亩|辆|万元)(?:拥有|配有|保有|占有|平均)?$"
)
# 琮陆占地210亩: whose land it is stands before it.
LAND = ("占地", "行程", "总行程")
OWN_LAND = re.compile(r"(?:总|规划|实际|新增)?$")
# 智慧口岸工程总投资: of works that are told of.
WORKS = re.compile(r"(?:工程|电站|大桥|公路|高速|铁路|机场|码头|医院|学校|大厦|综合体|枢纽|水库)$")
OF_WORKS = ("总投资", "完成投资", "累计完成投资", "概算")
OUTWARD_HEADS = ("进出口", "出口", "进口", "直接投资")
# 为企业减税降费9亿元: for whom it was done is no part.
SERVED = re.compile(r"[为给向](?:企业|群众|纳税人|中小微企业|小微企业|居民|市场主体|经营主体)")
# 园区内工业用地价, 当地产值, 全区各类企业: where it is told of is no part.
LEADING = re.compile(
    r"(?:[市县区镇乡村]里|产业链(?=新增|累计|新签|盘活|招引|引进)|内(?![资贸需销存河陆])|当地|辖区内?|境内(?!外))"
)
# 为园区企业办理“首贷续贷”
FOR_WHOM = re.compile(
    r"(?:企业|群众|经营主体|市场主体|居民|农户)(?=办理|减免|节省|降低|提供|争取|发放|兑现|落实|融资)"
)
FOR = re.compile(r"[为给帮向][\u4e00-\u9fff]{0,5}$|帮助$")
# 解决就业180人, 开发公益性岗位3150个: what is only brought about.
LED = re.compile(r"(?:解决|投用|新上|上马|添置|开发(?!区|投资|支出|费用|面积|利用))")
# 光电产业集聚企业92家
GATHERED = re.compile(r"[\u4e00-\u9fff]{0,8}(?:产业|集群|园区|行业)(?:集聚|聚集|汇聚|拥有|共有)")
# 要新签约项目18个
AIMED = re.compile("[要将](?=新[签开引增])")
HAN = re.compile(r"[\u4e00-\u9fff]")
BOUND_VERB = re.compile(r"[\u4e00-\u9fff]{2}")
# 新增年营业收入
ADDED = "新增"
# 会员企业年产值, 涡轮增压器年产量: of what it is, where that is no subject.
MEMBERS = re.compile(
    r"(?:(?:会员|规上|规模以上|限上|入园|入驻|成员|骨干|龙头)(?:工业)?|工业)企业$|会员$"
)
# 环保装备制造亩均税收, 气动企业亩均税收
AVERAGES = ("亩均", "户均")
OF_TRADE = re.compile(r"[\u4e00-\u9fff](?:产业|行业|制造|加工|企业|业)$")
STOP = re.compile(r"[●•◆■▲△★▶\s,，。、;；:：!！?？()（）“”《》【】\[\]|…—\-%]")
# 镇(街)收入: a bracket of one or two characters inside the noun.
INNER = re.compile(r"(?<=[\u4e00-\u9fff])\([\u4e00-\u9fff]{1,2}\)$")
# 规上, 亿元以上 and the like narrow a metric across what would else end it.
NARROWING = re.compile(
    r"(?:总投资超?\d*亿美?元(?:以上)?|[超过]?\d*亿元以上|[超过]{1,2}\d*亿元|\d+万元以上|省级以上|(?:博士|硕士|本科|大专|中级|高级)(?:及)?以上|[百千]亿[级元]"
    r"|“[^“”,，。、]{1,8}”|[一二三]产)$"
)
# With what each of these ends.
NARROWING_ENDS = frozenset("上元级”产")
# 电网建设资金, 绿电使用比例: a verb inside a noun.
NOMINAL = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:建设|使用|利用|保障|支撑|租赁|购置|安排|覆盖|参与|服务|开发|管理|提升|培育)$"
)
NOMINAL_HEAD = re.compile(
    r"[\u4e00-\u9fff]{0,2}(?:资金|投资|支出|收入|费用|成本|面积|规模|能力|比例|占比|效率|水平|产值|营业收入|税收|利润|产量|人数|数量|时间|经费|贷款|债券|率)"
)


def _own_head(text: str, at: int) -> int | None:
    """Where a metric begins that nothing narrows: 占地, 总投资 of works."""
    if text.startswith(LAND, at):
        lead = OWN_LAND.search(text, max(0, at - 2), at)
        return lead.start() if lead else at
    is_of_works = text.startswith(OF_WORKS, at) and WORKS.search(text, max(0, at - 8), at)
    return at if is_of_works else None


def _without_lead(text: str, at: int, head: int) -> int:
    """Behind for whom it was done, what it is aimed at, and where it is told of; before what is
    left out of it and for how many each it is told."""
    less = EXCLUDING.search(text, max(0, at - 18), at) if text.endswith("的", 0, at) else None
    at = less.start() if less else at
    led = LED.match(text, at, head) or GATHERED.match(text, at, head)
    at = led.end() if led else at
    each = PER_HEAD.search(text, max(0, at - 9), at + text.startswith("口", at))
    if each is not None:
        return each.start()
    whom = FOR_WHOM.match(text, at, head)
    at = whom.end() if whom and FOR.search(text, max(0, at - 6), at) else at
    is_served = SERVED.match(text, at - 1) if at and text[at - 1] in "为给向" else None
    at = is_served.end() if is_served and is_served.end() <= head else at
    at += at < head and AIMED.match(text, at) is not None
    leading = LEADING.match(text, at, head)
    return leading.end() if leading else at


def narrowed(text: str, at: int, lexicon: Lexicon, barred: frozenset[int]) -> int:
    """规上工业亩均税收: whose average it is, where that is no subject."""
    if text.startswith("年", at) and text.endswith(ADDED, 0, at):
        return at - len(ADDED)
    members = MEMBERS.search(text, max(0, at - 10), at)
    if members and barred.isdisjoint(range(members.start(), at)):
        return members.start()
    if text.startswith(AVERAGES, at):
        start = started(text, at, lexicon, barred)
        if OF_TRADE.search(text, start, at):
            return start
    kept = lexicon.words("metrickept").before(text, at, LONGEST_KEPT)
    is_own = kept and lexicon.words("metrickept")[kept].key == "narrow"
    return at - len(kept) if is_own and barred.isdisjoint(range(at - len(kept), at)) else at


def started(text: str, at: int, lexicon: Lexicon, barred: frozenset[int]) -> int:
    """Where the name of a metric begins whose head stands at ``at``, with nothing ``barred``."""
    least = max(0, at - LONGEST_METRIC)
    own = _own_head(text, at)
    if own is not None:
        return own
    if text[at : at + 1] in BOUND and BOUND_VERB.fullmatch(text, at - 2, at):
        at -= 2 if barred.isdisjoint((at - 2, at - 1)) else 0
    head, at = at, _of_what(text, at, least, barred)
    while at > least:
        is_narrowed = text[at - 1] in NARROWING_ENDS
        narrowing = NARROWING.search(text, least, at) if is_narrowed else None
        kept = lexicon.words("metrickept").before(text, at, LONGEST_KEPT)
        kept = kept if barred.isdisjoint(range(at - len(kept), at)) else ""
        inner = INNER.search(text, least, at)
        if narrowing:
            at = narrowing.start()
        elif inner:
            at = inner.start()
        elif kept or _is_nominal(text, head, at, lexicon):
            at -= len(kept) or 2
        elif at - 1 in barred or STOP.match(text, at - 1) or _ends_here(text, at, lexicon):
            break
        else:
            at -= 1
    return _without_lead(text, at, head)


def _is_nominal(text: str, head: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the verb that ends there stands inside the noun of its head."""
    is_inside = (
        at == head and NOMINAL_HEAD.match(text, at) and NOMINAL.search(text, max(0, at - 3), at)
    )
    return bool(is_inside) and not _ends_here(text, at - 2, lexicon)


def _of_what(text: str, at: int, least: int, barred: frozenset[int]) -> int:
    """Before what a rate is of, or the countries that are traded with."""
    found = None
    if text.startswith(OUTWARD_HEADS, at):
        found = OUTWARD.search(text, least, at)
    elif text.startswith(TOWARDS_HEADS, at):
        found = TOWARDS.search(text, least, at)
    elif RATE.match(text, at):
        found = RATED.search(text, least, at)
    return found.start() if found and barred.isdisjoint(range(found.start(), at)) else at


def _ends_here(text: str, at: int, lexicon: Lexicon) -> bool:
    cut = lexicon.words("metriccut").before(text, at, 5)
    if cut == "单位" and not HAN.match(text, at - 3):
        return False  # 单位工业用地税收: of each
    if cut:
        return True
    word = lexicon.words("cut").before(text, at, 5)
    return len(word) > 1 and not lexicon.words("cut")[word].key

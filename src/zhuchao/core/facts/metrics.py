"""Where a text names a metric: a head of the table with all that narrows it to the left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zhuchao.core.facts.facilities import facilities_of
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Amount, Mark, Marked, Worded
from zhuchao.core.vocabulary.fact import Dimension
from zhuchao.core.vocabulary.tables import Lexeme

ANY = "any"
LONGEST_METRIC = 18
LONGEST_KEPT = 12
# 开行量, 受理数: before these a verb of two characters is part of the word.
BOUND = frozenset("量额率数度费价款值系面")
# 签约项目数, 高新技术企业总数: a head goes on where it is counted or shared.
SUFFIX = re.compile(
    r"(?:总数量?|数量|个数|家数|人数|总量|总额|总值|占比|均价|化解|数)(?=[\d达为超突近约已累共仅“不]|增|同|较|比|下|$)"
)
# 项目投资建设: what is done is no head.
DONE_TO = re.compile(
    r"建设|改造|整治|修复|盘活|收储|征收|拆迁|安置|化解|兑现|采购|签约|开工|竣工|投产|支付|花费|销售"
)
TOLD = re.compile(r" ?[|:：] ?\d|\d|达|为|超|突破|近|约|已|累计|共|仅|增|同比|较|比|下降|减少|上升")
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
LEADING = re.compile(r"(?:产业链(?=新增|累计|新签|盘活|招引|引进)|内(?![资贸需销存河陆])|当地|辖区内?|境内(?!外))")
# 要新签约项目18个
AIMED = re.compile("[要将](?=新[签开引增])")
HAN = re.compile(r"[\u4e00-\u9fff]")
BOUND_VERB = re.compile(r"[\u4e00-\u9fff]{2}")
# Between a metric and its figure stand a verb and a bound.
LONGEST_GAP = 12
# | 研发设备补助 | 385万元 |
CELLS = re.compile(r"\s*[|｜]\s*")
PAUSE = re.compile(r"[、和及与]")
# 出口木制玩具7.6亿元: what is traded.
TRADED = re.compile(
    r"(?!总?[值额量]|交货|退税|货值|创汇|同比|增长|下降|占|分别|完成|实现|[达为超突近约已累共仅较比])"
    r"(?:(?!同比|增长|下降|达到|突破|合计|累计)[\u4e00-\u9fff]){2,10}?(?=(?:约|近|超|突破|达|为|有)?\d)"
)
BREAK = re.compile(r"[、和与“等]|\((?![^()]*\))")
# 丝绸纺织产业年产值: what stands before is whose it is.
LEVELS = frozenset("省市县区")
SHARE = "占比"
# 新增年营业收入
ADDED = "新增"
# 当年签约当年开工率: no date.
OF_YEAR = "当年"
# 会员企业年产值, 涡轮增压器年产量: of what it is, where that is no subject.
MEMBERS = re.compile(
    r"(?:(?:会员|规上|规模以上|限上|入园|入驻|成员|骨干|龙头)(?:工业)?|工业)企业$|会员$"
)
OF_PRODUCT = re.compile(r"年(?:总?产量|产能|销量|销售量|出口量|加工量|消费量|出栏量|屠宰量|处理量)")
# 环保装备制造亩均税收, 气动企业亩均税收
AVERAGES = ("亩均", "户均")
OF_TRADE = re.compile(r"[\u4e00-\u9fff](?:产业|行业|制造|加工|企业|业)$")
PER_YEAR = ("年", "亩均", "人均", "户均")
# 企业签署战略合作协议23项 counts agreements.
ACTS = re.compile(r"签[署订约下]|协议|合同|年(?:产|加工|处理|利用|生产)")
# 企业拥有专利86项 counts patents.
HAVING = re.compile(r"(?:拥有|现有|共有|已有|设有|获得|取得)[\u4e00-\u9fff“”]{2,}")
# 设备投资补助196万元 is the subsidy.
PAID = re.compile(r"补助|补贴|奖励|奖补(?:资金)?")
# 从91%提高到98.6%
FROM_TO = re.compile(
    r"(?:[从由][^,，。;；]{1,14}?)?[提增扩上升下降减压缩跃攀发壮][高升加大长降低少缩短小展]?(?:了)?[至到]"
)
# 34个重点项目开复工31个: what was done with those counted.
COUNTED = re.compile(r"\d[个家户]$")
DONE_OF = re.compile(r"(?:已|均|累计|全部)?(?:开复工|开工|复工|竣工|投产|签约|落地|入库|完工|启动)")
VOLTAGE = re.compile(r"\d+(?:千伏|kv)$")
STOP = re.compile(r"[●•◆■▲△★▶\s,，。、;；:：!！?？()（）“”《》【】\[\]|…—\-%]")
TIMES = frozenset({"天", "年", "个月", "小时", "分钟", "个工作日", "工作日", "期", "届", "点"})
# 一期固定资产投资: which part it is of.
PHASES = frozenset({"期"})
LASTING = re.compile(
    r"(?:时间|时限|时长|周期|天数|日数|小时数|寿命|耗时|用时|工期|(?<!投资)回收期|账期|车程)$"
)
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


def metrics_of(marked: Marked, lexicon: Lexicon) -> tuple[Worded, ...]:
    """The metrics of a sentence in order: 微电子材料产业产值, 新签约亿元以上项目.

    Without a figure a sentence measures nothing.
    """
    return named_in(marked, lexicon) if marked.amounts else ()


def named_in(marked: Marked, lexicon: Lexicon) -> tuple[Worded, ...]:
    """The metrics that a sentence names, with a figure or without."""
    if not marked.metrics:
        marked.metrics.append(_named_in(marked, lexicon))
    return marked.metrics[0]


def _named_in(marked: Marked, lexicon: Lexicon) -> tuple[Worded, ...]:
    words, barred = lexicon.words("metric"), _barred(marked)
    counted = {
        a.end for a in marked.amounts if a.dimension is Dimension.COUNT and a.unit not in PHASES
    }
    found: list[Worded] = []
    reached = 0
    for at, word in words.starts(marked.text):
        if at < reached or (at in barred and not word.startswith(OF_YEAR)):
            continue
        if word[0] in LEVELS and marked.text.startswith("全", at - 1) and at:
            continue  # 全市重点项目投资 is no 市重点项目
        reached = at + len(word)
        is_whole = word.startswith(PER_YEAR) and not OF_PRODUCT.match(word)
        start = (_narrowed if is_whole else _start)(marked.text, at, lexicon, barred)
        if found and start < found[-1].end:
            is_part = start <= found[-1].start or found[-1].end == at
            start = min(start, found.pop().start) if is_part else at
        if start in counted and start == at:
            voltage = VOLTAGE.search(marked.text, max(0, at - 8), at)
            if voltage is None:
                continue
            start = voltage.start()  # 110千伏变电站2座
        found.append(_extended(marked.text, start, reached, words[word], lexicon))
        reached = found[-1].end
    return tuple(found)


def _extended(text: str, start: int, end: int, lexeme: Lexeme, lexicon: Lexicon) -> Worded:
    """用工缺口, 技改投资强度: a head goes on with what it counts or with another head."""
    more = SUFFIX.match(text, end)
    tails = lexicon.words("metrictail")
    tail = tails.at(text, end)
    tail = "" if DONE_TO.fullmatch(tail) else tail
    traded = TRADED.match(text, end) if text.endswith(("出口", "进口"), 0, end) else None
    if more is None and traded is not None:
        return Worded(start, traded.end(), lexeme)
    if more is None and tail and TOLD.match(text, end + len(tail)):
        return Worded(start, end + len(tail), tails[tail])
    if more is not None and more[0] == SHARE:
        lexeme = replace(lexeme, key=ANY)
    return Worded(start, more.end() if more else end, lexeme)


def _narrowed(text: str, at: int, lexicon: Lexicon, barred: frozenset[int]) -> int:
    """规上工业亩均税收: whose average it is, where that is no subject."""
    if text.startswith("年", at) and text.endswith(ADDED, 0, at):
        return at - len(ADDED)
    members = MEMBERS.search(text, max(0, at - 10), at)
    if members and barred.isdisjoint(range(members.start(), at)):
        return members.start()
    if text.startswith(AVERAGES, at):
        start = _start(text, at, lexicon, barred)
        if OF_TRADE.search(text, start, at):
            return start
    kept = lexicon.words("metrickept").before(text, at, LONGEST_KEPT)
    is_own = kept and lexicon.words("metrickept")[kept].key == "narrow"
    return at - len(kept) if is_own and barred.isdisjoint(range(at - len(kept), at)) else at


def fits(metric: Worded, amount: Amount) -> bool:
    """Whether the metric can have a figure of this dimension.

    Of a trade (key ``growth``: 汽车制造业增长21.3%) only the change is told.
    """
    return metric.lexeme.key in (ANY, amount.dimension)


def start_of(marked: Marked, at: int, lexicon: Lexicon) -> int:
    """Where a metric's name begins whose head stands at ``at``: with all that narrows it."""
    return _start(marked.text, at, lexicon, _barred(marked))


def _barred(marked: Marked) -> frozenset[int]:
    if not marked.barred:
        marked.barred.append(_taken(marked))
    return marked.barred[0]


def _taken(marked: Marked) -> frozenset[int]:
    marks: list[Mark] = [*marked.dates, *marked.places, *marked.organisations]
    marks += facilities_of(marked.text)
    marks += [
        each
        for each in marked.amounts
        if each.dimension is not Dimension.MONEY or marked.text[each.start] != "亿"
    ]
    return frozenset(at for mark in marks for at in range(mark.start, mark.end))


def _start(text: str, at: int, lexicon: Lexicon, barred: frozenset[int]) -> int:
    least = max(0, at - LONGEST_METRIC)
    if text.startswith(LAND, at):
        return at - len(OWN_LAND.search(text, max(0, at - 2), at)[0])
    if text.startswith(OF_WORKS, at) and WORKS.search(text, max(0, at - 8), at):
        return at
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
    less = EXCLUDING.search(text, max(0, at - 18), at) if text.endswith("的", 0, at) else None
    at = less.start() if less else at
    each = PER_HEAD.search(text, max(0, at - 9), at + text.startswith("口", at))
    if each is not None:
        return each.start()
    is_served = SERVED.match(text, at - 1) if at and text[at - 1] in "为给向" else None
    at = is_served.end() if is_served and is_served.end() <= head else at
    at += at < head and AIMED.match(text, at) is not None
    leading = LEADING.match(text, at, head)
    return leading.end() if leading else at


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


def is_lasting(name: str, amount: Amount) -> bool:
    """办理时限3个工作日: a time that is measured, where other times count nothing."""
    return amount.unit not in TIMES or bool(LASTING.search(name))


def last(
    metrics: Sequence[Worded], start: int, end: int, *, of: Amount | None = None
) -> Worded | None:
    """The last metric that lies within the range, and fits the amount where one is told."""
    for each in reversed(metrics):
        if each.end <= end and start <= each.start and (of is None or fits(each, of)):
            return each
    return None


def in_a_row(text: str, metrics: Sequence[Worded], end: Worded) -> list[Worded]:
    """The metrics up to ``end`` with but a pause between each two: 出口、进口."""
    row = [end]
    for metric in reversed([each for each in metrics if each.end <= end.start]):
        if not PAUSE.fullmatch(text, metric.end, row[0].start):
            break
        row.insert(0, metric)
    return row


def of_amount(text: str, amount: Amount, metrics: Sequence[Worded], start: int) -> Worded | None:
    """The metric right before a figure, with a verb and a bound between them at most."""
    metric = last(metrics, start, amount.start, of=amount)
    if metric is None:
        return None
    more = PAID.match(text, metric.end, amount.start)
    if more:
        metric = replace(metric, end=more.end())
    gap = FROM_TO.sub("", text[metric.end : amount.start].removesuffix("“"))
    gap = "" if CELLS.fullmatch(gap) else gap
    is_share = amount.dimension is Dimension.PERCENT or amount.unit == "倍"
    if is_share and gap.endswith("的"):
        return None  # 奖补资金的60%
    is_parted = BREAK.search(gap) or ACTS.search(gap) or HAVING.search(gap)
    is_parted = is_parted or (COUNTED.search(text, 0, metric.start) and DONE_OF.match(gap))
    return None if len(gap) > LONGEST_GAP or is_parted else metric

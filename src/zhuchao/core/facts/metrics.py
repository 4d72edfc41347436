"""Where a text names a metric: a head of the table with all that narrows it to the left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zhuchao.core.facts.facilities import facilities_of
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Amount, Mark, Marked, Worded
from zhuchao.core.facts.narrowing import narrowed, started
from zhuchao.core.vocabulary.fact import Dimension
from zhuchao.core.vocabulary.tables import Lexeme

ANY = "any"
# 签约项目数, 高新技术企业总数: a head goes on where it is counted or shared.
SUFFIX = re.compile(
    r"(?:总数量?|数量|个数|家数|人数|总量|总额|总值|占比|均价|化解|数)(?=[\d达为超突近约已累共仅“不]|增|同|较|比|下|$)"
)
# 项目投资建设: what is done is no head.
DONE_TO = re.compile(
    r"建设|改造|整治|修复|盘活|收储|征收|拆迁|安置|化解|兑现|采购|签约|开工|竣工|投产|支付|花费|销售"
)
TOLD = re.compile(r" ?[|:：] ?\d|\d|达|为|超|突破|近|约|已|累计|共|仅|增|同比|较|比|下降|减少|上升")
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
# 当年签约当年开工率: no date.
OF_YEAR = "当年"
OF_PRODUCT = re.compile(r"年(?:总?产量|产能|销量|销售量|出口量|加工量|消费量|出栏量|屠宰量|处理量)")
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
TIMES = frozenset({"天", "年", "个月", "小时", "分钟", "个工作日", "工作日", "期", "届", "点"})
# 一期固定资产投资: which part it is of.
PHASES = frozenset({"期"})
LASTING = re.compile(
    r"(?:时间|时限|时长|周期|天数|日数|小时数|寿命|耗时|用时|工期|(?<!投资)回收期|账期|车程)$"
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
        start = (narrowed if is_whole else started)(marked.text, at, lexicon, barred)
        if found and start < found[-1].end:
            is_part = start <= found[-1].start or found[-1].end == at
            start = min(start, found.pop().start) if is_part else at
        if start in counted and start == at:
            voltage = VOLTAGE.search(marked.text, max(0, at - 8), at)
            if voltage is None:
                continue
            start = voltage.start()  # 110千伏变电站2座
        if found and _is_gloss(marked.text, found[-1], start, reached):
            continue
        found.append(_extended(marked.text, start, reached, words[word], lexicon))
        reached = found[-1].end
    return tuple(found)


def _is_gloss(text: str, before: Worded, start: int, end: int) -> bool:
    """GDP of 地区生产总值(GDP): the metric before it by another name."""
    return before.end + 1 == start and text[before.end] in "(（" and text[end : end + 1] in ")）"


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


def fits(metric: Worded, amount: Amount) -> bool:
    """Whether the metric can have a figure of this dimension.

    Of a trade (key ``growth``: 汽车制造业增长21.3%) only the change is told.
    """
    return metric.lexeme.key in (ANY, amount.dimension)


def start_of(marked: Marked, at: int, lexicon: Lexicon) -> int:
    """Where a metric's name begins whose head stands at ``at``: with all that narrows it."""
    return started(marked.text, at, lexicon, _barred(marked))


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

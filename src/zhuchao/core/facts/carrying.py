"""Which figures take the period that an earlier sentence told: what flows, not what stands."""

from __future__ import annotations

import re
from dataclasses import replace

from zhuchao.core.facts.marks import Amount, Dated, Marked, Worded
from zhuchao.core.facts.meeting_days import FROM_EARLIER
from zhuchao.core.vocabulary.fact import Period
from zhuchao.core.vocabulary.read import Read, State

# What stands, rather than happens, takes no period from an earlier sentence: names that end with a
# word of role ``standing``, but not where something was added, sown, sold.
IN_STOCK = re.compile(
    r"^(?:可供|可出让|剩余|闲置|存量|批而未供|低效|待[建开][设发]?).*(?:用地|土地)$"
)
HAPPENING = re.compile(
    r"新[增签引设开入认建改扩]|入库|净增|获批|认定|累计|.*新(?:注册|认定|培育|获批|建成|投产|落户)"
    r"|.*(?:播种|种植|销售|成交|供应|交易|开工|竣工)面积|.*消费价格$"
)
LONGEST_STANDING = 6
# What was done over years has the period of no single one.
OF_YEARS = re.compile(r"近年来|近几年|近些年|多年来|历年|几年来|这些年|建[园区院厂]以来|成立以来")
# 工业用电0.62元/千瓦时 stands; 亩均税收24万元/亩 is made in a year.
PRICED = re.compile(r"元/(?!人|户|家|台|吨标)")
AVERAGE = "均"
# A list of firms with what each is paid.
PAID = re.compile(r"(?:补助|补贴|奖励|奖补|资助|贴息)(?:资金|金额)?$")
# 产业工程项目62个: those there are, where nothing was done with them.
KIND_OF_PROJECT = re.compile(
    r"(?!.*(?:新|签约|开工|竣工|投产|引进|落户|入库|储备|外资))[\u4e00-\u9fff“”]*"
    r"(?:产业|工程|工业|制造业|农业|服务业|基础设施|民生|保障|续建|在建)[\u4e00-\u9fff]{0,4}项目"
)
# 目前，园区有企业29家: as it stands, whatever was told of before.
AT_PRESENT = re.compile(r"^(?:目前|现在|如今|眼下)[,，]?(?!.*[今去]年)")
# 准入要求：亩均税收不低于12万元
ENTRY = re.compile(r"(?:准入|入园|入驻|用地|投资|供地)(?:要求|条件|标准|门槛)")
# 公司现有职工410人，手握订单4.6亿元
HAVING_NOW = re.compile(r"(?:现有|现共有|现拥有|手握|手持|在手)(?![^;；]*[今去]年)[^;；]*$")
FLOWING = re.compile(r"(?:产值|产量|收入|税收|利润|投资|销售|增加值|营收|出口|进口|[额率])$")
NEWLY = re.compile(
    r"新(?:培育|认定|获批|创建|建成|引育|招引|落户|投产|入库|入规|上规|晋级|设立|注册)$"
)
ADDED = re.compile(r"(?:净增|新增|增加)(?!\S{0,3}%)")
OWNED = re.compile(r"(?:拥有|现有|共有|设有|建有|已有|已获)(?:[\u4e00-\u9fff]{0,4})$")


def is_price(name: str, value: Amount | None) -> bool:
    """工业用电0.62元/千瓦时; 单位排放增加值1560万元/吨 is made in a year."""
    if value is None or not PRICED.search(value.unit):
        return False
    return AVERAGE not in name and FLOWING.search(name) is None


def told_before(marked: Marked, metric: Worded, where: Marked, mark: Dated) -> Read[Period] | None:
    """The period of an earlier sentence, for what happens; what stands has none."""
    if _is_of_no_time(marked, metric) or _stands(marked, metric):
        return None
    read = mark.read(where.sentence)
    period = read.value
    if period is not None and is_of_stock(where, mark):
        period = replace(period, first=None)
    return Read(period, State.INFERRED, read.span, why=FROM_EARLIER) if period else None


def _is_of_no_time(marked: Marked, metric: Worded) -> bool:
    """Whether it is told of many years, of the present, of what is asked, or of who is paid."""
    text, at = marked.text, metric.start
    name = text[at : metric.end]
    if ENTRY.search(text, 0, at) or OF_YEARS.search(text, 0, at) or AT_PRESENT.search(text, 0, at):
        return True
    is_list = PAID.search(name) and any(o.end <= at for o in marked.organisations)
    is_now = HAVING_NOW.search(text, 0, at) and not FLOWING.search(name)
    return bool(is_list or is_now or KIND_OF_PROJECT.fullmatch(name))


def _stands(marked: Marked, metric: Worded) -> bool:
    """Whether so much there is, and nothing was added."""
    text, at = marked.text, metric.start
    if ADDED.match(text, metric.end) or NEWLY.search(text, max(0, at - 4), at):
        return False
    name = text[at : metric.end]
    words = marked.ground.lexicon.words("standing")
    is_kept = words.before(name, len(name), LONGEST_STANDING) and not HAPPENING.match(name)
    return bool(is_kept or IN_STOCK.match(name) or OWNED.search(text, max(0, at - 8), at))


def is_of_stock(marked: Marked, mark: Dated) -> bool:
    """6月末, 截至6月底: when something stood so."""
    is_until = mark.period is not None and mark.period.first is None
    return is_until or marked.text[mark.start : mark.end].endswith(("末", "底"))

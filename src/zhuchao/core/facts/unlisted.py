"""Metrics that the table does not list, told by where they stand: 员工1350人, 年加工玉米60万吨."""

from __future__ import annotations

import re

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Amount, Marked, Worded
from zhuchao.core.facts.metrics import ANY, TIMES, is_lasting, start_of
from zhuchao.core.vocabulary.fact import Dimension
from zhuchao.core.vocabulary.tables import Lexeme

# Between the metric and its figure.
GAP = re.compile(
    r"(?:每(?:公斤|千克|吨|斤|亩|度|立方米|平方米|人|月|天|千瓦时))?(?:(?:可|将|已)*[从由]\d[^,，。;；]{1,8}?)?(?:已|累计|合计|总计|可|将|要|须|需|预计|分别|均|只|平均)*(?:达到?了?|为|是|有|共有?|约|近|超过?|突破|不低于|不少于|不超过|不足|不到|至少|高达|多达|仅|:|：|逾|[“]"
    r"|(?:增加?|提高|提升|扩大|升|上升|增长|压缩|缩短|降低?|下降|减少|压减|回落|收窄)(?:至|到)了?|(?:控制|稳定|保持|维持|稳)在)*$"
)
# 供电可靠率达99.9%: what stands before such a verb is measured, whatever it ends with.
REACHES = re.compile(r"达|为|突破|[至到]了?(?:约|近)?$|在$")
# Behind the figure its clause ends: 3家企业 counts what follows instead.
CLOSED = re.compile(
    r"[”）)]?(?:[,，、。;；（(！!？?]|以上|左右|以内|余|起|\d[\d.]*[万余多]?人|的(?:生产|加工|处理)?(?:能力|规模|产能)|$)"
)
# 验放车辆58万辆次, 交付模具1480套: what was done with what is counted.
DONE = re.compile(
    r"(?!(?:解决|新增|实现)?(?:就业|岗位))(?:交付|下线|验放|办结|办理|受理|发运|发送|到发|运送|运输|保障|检测|检验|处理|处置|收治|调解|巡查|排查|检查|查处|培训|"
    r"发布|制修订|收购|采购|销售|生产|出口|进口|组织|开展|举办|召开|承办|参加|参展|接待|走访|拜访|考察|洽谈|对接|外出|引进|招引|"
    r"推介|签订|签约|开行|到港|起降|投放|发放|归集|推送|化解|协调|帮办|代办|核发|颁发|注销|新增|净增|淘汰|报废|更新|改造|"
    r"整治|清理|拆除|腾退|回收|盘活|消化|收储|出让|供应|安置|救助|慰问|捐赠|植树|造林|播种|种植|养殖|出栏|屠宰|捕捞|采伐|开采|加工|"
    r"减少|节约|节省|压减|替代|完工|承接|储备|谋划|包装|实施|推进|争取|申报|获批|通过)[\u4e00-\u9fff“”、a-z]{1,12}"
)
# 拜访企业、商会193家
DONE_ROW = re.compile(r"(?:走访|拜访|考察|对接|接待|服务|培训|联系)[\u4e00-\u9fff]{1,6}、$")
# 病床60张, 客户120家: a bare noun that fills its clause.
ALONE = re.compile(r"(?:^|[,，、;；:：。]|其中)$")
# 购置…等设备38台: what is bought measures nothing.
BOUGHT = re.compile(r"(?:购置|购买|采购)[^,，。;；]{0,24}(?:设备|仪器|机床|装置|机组|产线|生产线)$")
NAME = re.compile(r"[\u4e00-\u9fffa-z&“”、]{2,14}")
CLASS, LONGEST_CLASS = re.compile("以[上下]$"), 8
CELL = re.compile(r"[,，|｜:：]\s*(?P<name>[\u4e00-\u9fff“”]{3,16})\s*[|｜,，:：]\s*$")
CELL_END = re.compile(r"\s*(?:[|｜,，。;；]|$)")
# 发放“槐里贷”, 出让“标准地”: what is called so, with what was done.
CALLED = re.compile(r"[\u4e00-\u9fff]{2,6}“[^“”]{2,6}”")
# 年加工, 日处理: what is made or done in a year or day needs no noun of measure at its end.
PER_TIME = re.compile(
    r"(?:每?年|每?日)(?:可|均|新增)*(?:加工|利用|处理|处置|节约|替代|减排|输送|外送|消纳|消化|吞吐|发电|供应|供热|供气|供水|储存|回收|制造|转运|屠宰|冷藏|生产|造|印染|织造|染整|酿造|酿制|烘干|烘焙|冶炼|熔炼|灌装|罐装|分拣|中转|接待|检测|检验|组装|装配|拆解|破碎|烧制|维修|翻新|清洗|印刷|压榨|出栏|存栏|孵化|繁育|培育|育苗|种植|养殖|捕捞|开采|供|输|送|减少|削减|节|回用|综合利用|转化|配送|发送|收储|储存|周转|包装|封装|测试|铸造|锻造|切割|出口|提供|服务|接纳|研发|改装|消耗|消费|使用|订单|上市|销售|销|产)[\u4e00-\u9fffa-z]{0,8}$"
)
# 一行8人, 等5家, 第3个, 分3期: these count nothing that has a name.
NO_NAME = re.compile(
    r"^[距离至到往赴]|一行|等$|^等|其中|上述|以下|这|该|分[为成]?$|分期|^[共达]|为期|历时|连续|近$|[第每]$|全部$|均$|仅$|最高|最低|最多|至少|不超过|给予|名单|[0-9]"
)
# 拥有专利128件.
HAVING = re.compile(
    r"(?:拥有|现有|共有|设有|建有|(?<![具没所])有|累计|建成|已有|租用|租赁|承租|租下|购入|建设|新建|在建|配建|配套建设|规划建设)$"
)
# 目标为, 分为: no metric; 名为, 认定为 tell what something is.
NO_METRIC = re.compile(
    r"(?:目标|任务|计划|分|认定|评定|确定|命名|调整|更名|变更|视|称|作|以|时间|日期|期限|电话|编号|号码|范围|标准|内容|原则|方式|条件|要求|全省|全国|全市|地址|位置|增长|下降|提高)$"
)
GROWING = re.compile(r"(?:产业|行业|制造业|工业|业|领域|集群|产业链|类|产品)$")
FAR = re.compile(r"(?:[距离][^,，。;；]{0,8}|[至到往])$")
# 工业用水2.35元/吨: what a price is of.
PRICED = re.compile(r"元/(?:千瓦时|度|吨|立方米|方|平方米|㎡|m2|公斤|斤|日|天|月)")
SAME_SUM = frozenset({"折合", "约合", "合计", "折算", "单价", "均价", "起价"})
# 年产2亿平方米 alone tells nothing of what.
BARE_MAKING = frozenset({"年产", "日产", "年加工", "年处理", "日处理", "年可产"})
MADE = frozenset({Dimension.COUNT, Dimension.AREA})
# 新开工项目11个，竣工7个.
COUNTED = frozenset({"个", "家", "件", "条", "项"})
STEPS = frozenset(
    [
        "办结",
        "答复",
        "受理",
        "整改",
        "销号",
        "采纳",
        "开复工",
        "复工",
        "竣工",
        "投产",
        "开工",
        "签约",
        "落户",
        "达产",
        "现场签约",
        "已竣工",
        "已投产",
        "已签约",
        "已落地",
        "落地",
        "入库",
        "完工",
    ]
)
ORDERING = frozenset(
    [
        "批",
        "步",
        "代",
        "级",
        "类",
        "分",
        "岁",
        "倍",
        "例",
    ]
)


def unlisted(marked: Marked, amount: Amount, start: int, lexicon: Lexicon) -> Worded | None:
    """The noun right before the figure, where it may be a metric: what ends as metrics do
    (role ``metrictail``), what is made in a year, what is counted."""
    text = marked.text
    if amount.unit in ORDERING or not CLOSED.match(text, amount.end):
        return None
    gap = GAP.search(text, start, amount.start)
    end = gap.start() if gap else amount.start
    end += text[end : end + 1] == "”"
    made = PER_TIME.search(text, start, end) if amount.dimension in MADE else None
    tail = lexicon.words("metrictail").before(text, end, 6)
    begin = made.start() if made else max(start, start_of(marked, end - len(tail), lexicon))
    row = DONE_ROW.search(text, max(start, begin - 12), begin)
    begin = row.start() if row and not made else begin
    name = text[begin:end]
    is_none = lexicon.words("metricnone").is_made_of(name) or BOUGHT.search(text, 0, end)
    if is_none or not _is_name(name, amount) or _is_taken(marked, begin, end):
        return None
    is_step = amount.unit in COUNTED and name in STEPS
    is_of_kind = tail and lexicon.words("metrictail")[tail].key in (ANY, amount.dimension.value)
    is_reached = gap is not None and REACHES.search(gap[0]) and not NO_METRIC.search(name)
    is_called = CALLED.fullmatch(name)
    is_bare = HAVING.search(text, 0, begin) or ALONE.search(text, 0, begin)
    is_whole = len(name) > len(tail) or (len(tail) > 1 and amount.unit not in TIMES and is_bare)
    is_done = amount.dimension in MADE and amount.unit not in TIMES and DONE.fullmatch(name)
    is_price = PRICED.search(amount.unit) and len(name) > 1 and name not in SAME_SUM
    is_told = made or is_step or is_reached or is_called or is_price or is_done
    if not (is_told or (is_of_kind and is_whole)):
        return None
    return Worded(begin, end, Lexeme(name, "metric", ANY, ""))


def _is_name(name: str, amount: Amount) -> bool:
    is_noun = NAME.fullmatch(name) is not None and name not in BARE_MAKING
    return is_noun and is_lasting(name, amount) and not NO_NAME.search(name)


def class_of(marked: Marked, amount: Amount, start: int) -> Worded | None:
    """其中10亿元以上3个: the class alone is what is counted."""
    if amount.dimension is not Dimension.COUNT or amount.unit not in ("个", "家", "户"):
        return None
    told = CLASS.search(
        marked.text, start - LONGEST_CLASS if start > LONGEST_CLASS else 0, amount.start
    )
    sums = (a for a in marked.amounts if told and a.start <= told.end() - 2 <= a.end)
    first = next((a for a in sums if a.dimension is Dimension.MONEY), None)
    if first is None or not CLOSED.match(marked.text, amount.end):
        return None
    return Worded(first.start, amount.start, Lexeme("", "metric", ANY, ""))


def in_cell(marked: Marked, amount: Amount, lexicon: Lexicon) -> Worded | None:
    """某公司，设备更新补助，32万元: what a list's entry or a row's cell before the figure says that
    it is."""
    text = marked.text
    cell = CELL.search(text, max(0, amount.start - 24), amount.start)
    if cell is None or not CELL_END.match(text, amount.end) or not marked.organisations:
        return None
    begin, end = cell.span("name")
    tail = lexicon.words("metrictail").before(text, end, 6)
    is_of_kind = tail and lexicon.words("metrictail")[tail].key in (ANY, amount.dimension.value)
    if not is_of_kind or len(tail) == end - begin or _is_taken(marked, begin, end):
        return None
    return Worded(begin, end, Lexeme(text[begin:end], "metric", ANY, ""))


def _is_taken(marked: Marked, start: int, end: int) -> bool:
    """Whether a name or date lies in the range, or a figure right before it (110千伏变电站2座), or
    it is where something lies: 距兴东机场45公里."""
    is_far = FAR.search(marked.text, max(0, start - 9), start)
    if is_far or any(each.end == start for each in marked.amounts):
        return True
    marks = (*marked.organisations, *marked.people, *marked.dates)
    return any(mark.start < end and start < mark.end for mark in marks)


def grown(marked: Marked, start: int, end: int, lexicon: Lexicon) -> Worded | None:
    """电子信息产业增长9.8%: a trade or a noun of measure right before what tells its change."""
    begin = max(start, start_of(marked, end, lexicon))
    name = marked.text[begin:end]
    tail = lexicon.words("metrictail").before(marked.text, end, 6)
    is_metric = GROWING.search(name) or (len(tail) > 1 and len(name) > len(tail))
    is_name = NAME.fullmatch(name) and not NO_NAME.search(name) and not NO_METRIC.search(name)
    if not (is_metric and is_name) or _is_taken(marked, begin, end):
        return None
    if lexicon.words("metricnone").is_made_of(name):
        return None
    return Worded(begin, end, Lexeme(name, "metric", ANY, ""))

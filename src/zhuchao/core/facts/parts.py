"""Parts of a figure: 其中仪表产业52.1亿元 is of the metric told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.drafts import Draft
from zhuchao.core.facts.marks import Amount, Mark, Marked, Named, Worded
from zhuchao.core.facts.metrics import start_of
from zhuchao.core.facts.scenes import Scene, organisation_read
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.read import Read, State

# Between the part's name and its figure.
GAP = re.compile(r"(?:为|达到?|约|超过?|近|有|共|:)*$")
PART = re.compile(
    r"(?:其中[,，:]?|、|分别为|^|(?<=[,，;；]))(?P<name>[\u4e00-\u9fff]{0,12}(?:产业|行业|板块|领域|集群|产业链|制造业|园区|片区|业|加工|制造|材料|装备|电子|医药|纺织|食品|化工|冶金|建材|机械|家具|服装|[a-z]类)|(?:其中[,，:]?|(?<=[,，;；:]))(?P<trade>工业|农业|建筑业|服务业|制造业|(?:城镇|农村)?(?:常住)?居民|农村|城镇|第[一二三]产业))$"
)
# Whose change alone is told behind 其中, and of what: 增加值, 总产值, 投资.
TRADE = re.compile(
    r"(?:规[模上]以?上?)?[\u4e00-\u9fff、]{0,16}(?:制造业|采矿业|工业|供应业|建筑业|农业|服务业|加工业|冶炼业|产业|行业|业)"
)
WHOLE = re.compile(r"(?:增加值|总?产值)$")
# 采矿业增加值下降2.7%，制造业增长10.1%: the sectors of industry go on without 其中.
SECTOR = re.compile(r"(?:采矿业|^制造业|(?<![\u4e00-\u9fff])制造业|供应业|轻工业|重工业)$")
TRADE_OF_WHOLE = re.compile(r"[\u4e00-\u9fff]{1,12}业(?:增加值|总?产值)")
# 服装产业产值48亿元；建材产业26亿元: a list whose members share the metric's head.
LIST_MEMBER = re.compile(
    r"(?:[\u4e00-\u9fff]{1,12}(?:业|制造|加工)|[a-z]类)"
    r"(?:亩均[\u4e00-\u9fff]{2,4}|增加值|总?产值|营业收入|企业|投资|用电量|出口额?|利润)"
)
LEAST_SHARED = 2
SAME_HEAD = "居民"
PARTED = re.compile(r"[;；]\s*$|其中[:：]?\s*$")
LISTED = re.compile(
    r"(?:(?<=[,，:：;；])|^)(?P<names>(?:[\u4e00-\u9fff]{2,8}[、和与及])+)$"
    r"|(?:(?<=[,，:：;；])|^)(?P<all>(?:[\u4e00-\u9fff]{2,8}[、和与及])+[\u4e00-\u9fff]{2,8}?)"
    r"(?:等)?[两二三四五六七八九十\d]+大?个?$"
)
NAME = re.compile(r"[^、和与及]+")
# 第一、二、三产业增加值分别为: each in full.
ORDINALS = re.compile(
    r"第?(?P<first>一)、第?(?P<second>二)(?:(?:、|和|与|及)第?(?P<third>三))?产业?"
)
ORDINAL = re.compile(r"[一二三]")
# 化工、电子、装备三个行业用电量: the word for all of them stands with each.
OF_ALL = re.compile(r"产业|行业|领域|板块")
LONGEST_HEAD = 4
# 工业投资 is no head of 装备制造业投资.
NARROWED = re.compile(r"工业|农业|产业|制造|技改|民间|入库|外贸|外资|项目|规上|限上")
COUNTED = re.compile(r"\d[个家户][^,，。;；]{0,12}$")
# 产业项目完成投资: the verb is the metric's own.
DONE_FOR = re.compile("完成(?=投资)")
# 航空产业实现营业收入, 规上工业企业完成总产值.
TRADE_DOES = re.compile(
    r"(?P<tail>产业集群|产业链|产业|行业|工业企业|工业|制造业|服务业|建筑业|企业|(?<=[业点资造])项目)(?:累计|共|合计|已)?(?:完成|实现)$"
)
OF_INDUSTRY = re.compile(r"规上|规模以上|限上|限额以上|[一-鿿]{0,2}工业企业")
REFERS = re.compile(r"该|其|上述|这|全[市县区]|各|会员|入园|园区")
ACROSS_VERB = "指标与所属行业分写在动词前后"
FROM_WHOLE = "指标取自前面的总数"
FIRM_BEFORE = re.compile(r"(?:其中[,，:]?|[、,，:;；]|^)$")


def part_of(marked: Marked, amount: Amount, start: int, *, goes_on: bool = False) -> Mark | None:
    """The trade or firm right before a figure, where 其中 or a pause tells that it is a part, or
    a list of parts ``goes_on``."""
    gap = GAP.search(marked.text, start, amount.start)
    end = gap.start() if gap else amount.start
    firm = firm_before(marked, amount, start)
    if firm is not None:
        return firm
    trade = PART.search(marked.text, start, end)
    is_part = trade and (goes_on or "其中" in marked.text[max(0, start - 3) : end])
    named = "name" if trade and trade["name"] else "trade"
    return Mark(*trade.span(named)) if trade and is_part else None


def is_in_list(draft: Draft, start: int) -> bool:
    """Whether a clause that begins there may go on with a list that the draft begins."""
    text = draft.marked.text
    is_clause = start > 0 and text[start - 1] in "，,;；、"
    return is_clause and bool(LIST_MEMBER.fullmatch(text, draft.metric.start, draft.metric.end))


def trade_of(marked: Marked, named: Mark | None, drafts: Sequence[Draft]) -> Mark | None:
    """制造业 of 规上工业增加值增长7.9%，其中制造业增长8.3%: the change of a part of what was told
    before, or of a further part."""
    if named is None or not drafts or not TRADE.fullmatch(marked.text, named.start, named.end):
        return None
    before = drafts[-1]
    is_whole = WHOLE.search(marked.text, before.metric.start, before.metric.end)
    is_trade = TRADE_OF_WHOLE.fullmatch(marked.text, before.metric.start, before.metric.end)
    is_trade = is_trade and SECTOR.search(marked.text, named.start, named.end)
    goes_on = (before.part is not None or is_trade is not None) and marked.text[
        named.start - 1
    ] in "、,，;；"
    is_part = goes_on or marked.text[: named.start].rstrip(",，:：").endswith("其中")
    return Mark(named.start, named.end) if is_whole and is_part else None


def parts_behind(marked: Marked, before: Draft) -> list[Draft]:
    """其中:光电产业39.2亿元: a part that begins a sentence with 其中, or behind a semicolon, of the
    metric that an earlier sentence told."""
    is_near = before.marked.sentence.paragraph == marked.sentence.paragraph
    is_listed = PARTED.search(before.marked.text) or marked.text.startswith("其中")
    if not (is_near and is_listed):
        return []
    value, amount = before.value, next(iter(marked.amounts), None)
    if value is None or amount is None or before.of is not None:
        return []
    if (value.dimension, value.unit) != (amount.dimension, amount.unit):
        return []
    part = part_of(marked, amount, 0, goes_on=True)
    if part is None:
        return []
    start, end = before.metric.start, before.metric.end
    name = before.whole or before.marked.text[start:end]
    metric = Worded(part.start, part.end, before.metric.lexeme)
    return [Draft(marked, metric, amount, part=Mark(part.start, part.end), whole=name)]


def firm_before(marked: Marked, amount: Amount, start: int) -> Named | None:
    """The firm right before a figure, where a list or its clause begins with it."""
    gap = GAP.search(marked.text, start, amount.start)
    end = gap.start() if gap else amount.start
    firm = next((each for each in marked.organisations if each.end == end), None)
    is_own = firm is not None and FIRM_BEFORE.search(marked.text, 0, firm.start)
    return firm if is_own else None


def with_part(draft: Draft, name: Read[str], page_text: str) -> Read[str]:
    """工业用电量 for 其中工业4.5亿 behind 全社会用电量: the part, and the head of the metric."""
    if draft.part is None:
        return _with_trade(draft, name, page_text)
    marked, metrics = draft.marked, draft.marked.ground.lexicon.words("metric")
    whole = draft.whole or marked.text[draft.metric.start : draft.metric.end]
    heads = [whole[-size:] for size in range(1, len(whole) + 1) if whole[-size:] in metrics]
    same_size = whole[draft.part.end - draft.part.start :]
    is_shared = draft.part.end < draft.metric.start
    if is_shared and any(len(h) > LONGEST_HEAD and same_size.endswith(h) for h in heads):
        heads = [same_size]  # 城镇 of 城镇、农村居民人均可支配收入
    fitting = [each for each in heads if len(each) <= LONGEST_HEAD and not NARROWED.match(each)]
    head = (fitting or heads[:1] or [whole])[-1]
    if ORDINAL.fullmatch(marked.text, draft.part.start, draft.part.end):
        rank = said(marked.sentence, page_text, draft.part.start, draft.part.end)
        value = f"第{rank.value}产业{whole.partition('产业')[2] or head}"
        return Read(value, State.INFERRED, rank.span, why=FROM_WHOLE)
    head = whole if is_shared and OF_ALL.match(whole) else head
    part = said(marked.sentence, page_text, draft.part.start, draft.part.end)
    if whole.startswith(SAME_HEAD) and (part.value or "").endswith(SAME_HEAD):
        head = whole.removeprefix(SAME_HEAD)  # 城镇居民 of 居民人均可支配收入
    return Read((part.value or "") + head, State.INFERRED, part.span, why=FROM_WHOLE)


def _with_trade(draft: Draft, name: Read[str], page_text: str) -> Read[str]:
    """规上工业企业总产值 for 规上工业企业完成总产值: whose output, across the verb."""
    marked, at = draft.marked, draft.metric.start
    verb = DONE_FOR.match(marked.text, at)
    at = verb.end() if verb else at
    found = TRADE_DOES.search(marked.text, max(0, at - 24), at)
    if found is None:
        return name
    start = start_of(marked, found.start(), marked.ground.lexicon)
    noun = marked.text[start : found.end("tail")]
    if any(a.end == start for a in marked.amounts) or COUNTED.search(marked.text, 0, start):
        return name  # 47家规上企业实现税收, 85个亿元以上产业项目完成投资
    is_narrow = not found["tail"].endswith("企业") or OF_INDUSTRY.match(noun)
    if len(noun) <= len(found["tail"]) or not is_narrow or REFERS.match(noun):
        return name
    whole = said(marked.sentence, page_text, start, found.end("tail"))
    value = f"{whole.value}{name.value}"
    return Read(value, State.INFERRED, name.span, why=ACROSS_VERB)


def shared_head(marked: Marked, row: Sequence[Mark], count: int) -> list[Mark]:
    """袜业、珍珠、铜加工产值分别增长6.3%、11.8%和9.5%: the trades that share a head."""
    if len(row) != 1 or count < LEAST_SHARED:
        return []
    ordinal = ORDINALS.search(marked.text, max(0, row[0].start - 8), row[0].end)
    if ordinal is not None:
        spans = (ordinal.span(name) for name in ("first", "second", "third") if ordinal[name])
        ranks = [Mark(*span) for span in spans]
        return ranks if len(ranks) == count else []
    before = LISTED.search(marked.text, 0, row[0].start)
    if before is None:
        return []
    told = "names" if before["names"] else "all"
    found = [Mark(*each.span()) for each in NAME.finditer(marked.text, *before.span(told))]
    return found if len(found) == count - (told == "names") else []


def part_named(marked: Marked, part: Mark, page_text: str, scene: Scene) -> Read[str]:
    """The part's name, a firm's in full."""
    firm = next((o for o in marked.organisations if o.start == part.start), None)
    if firm is not None:
        return organisation_read(marked, firm, page_text, scene)
    return said(marked.sentence, page_text, part.start, part.end)

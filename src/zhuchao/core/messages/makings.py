"""What an enquirer makes or keeps, as he calls it: 做碳素钓竿的, 产品:盾构机刀盘, 真空泵项目."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.tokens import Kind
from zhuchao.core.messages.trade_cues import cues_of
from zhuchao.core.messages.trade_lists import CHUNK, PREMISES, SOFT, Member, Reader, behind_bullet
from zhuchao.core.messages.trade_served import served
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance

_Span = tuple[int, int]
# 一家做某某的企业, 做某某的: up to where the name of what is made ends.
_END = re.compile(
    r"的|嘅|哩|想|要(?!素)|找|求(?!生)|需|急|因(?!子)|现在|目前|原来|准备|打算|计划|拟|生意|为主|起家|这[块行个边]|用(?=$)|[一二三四两\d]楼|年产"
)
# 不做喷漆, 能做环评, 隔壁做糖的: what is not made by who looks for premises.
# 一楼做注塑: what is done on one of several floors is not yet what all is made for.
_ON_FLOOR = re.compile(r"(?:[一二三四五六两\d]|首|底)[楼层][^,]{0,12}$")
_BUILT = re.compile(r".*(?:拟建|投建|新建|建设|筹建|建个?(?![筑材])|布局|落户|落地)")
_NOT_DONE = re.compile(
    r"(?:[那这哪各]|[卖租让转]给|[不没别未无非甭莫勿]|能|可以?|允许|没法|好|叫|让|才|怎么|开始|再)$"
)
_OTHERS = re.compile(
    "老婆|老公|媳妇|下游|上游|业主|房东|挨着|靠近|远离|别有|朋友(?=做[^,，。;；]{1,8}的(?:介绍|推荐|说))|隔壁|邻居|旁边|周边|附近|楼下|对面|上家|上(?<!手上)一家|前租|别人|人家|老厂|现厂|旧厂|客户的?客户|供应商"
)
# 精装带家具 tells of premises.
_WITH = later("有(?![色机])|带(?![钢锯])|含|临|靠|挨|配(?![件方电])")
# 能过大罐车 tells of premises, too.
_WISHED = re.compile("(?:要|得|最好|必须|一定)?(?:能(?!源)|可(?![可溶降])|过(?![氧滤]))")
_LONGEST_WHAT = 8
# 开电商的小兄弟, 卖渔具的: who does it, before more is told of what he does.
_WHO = re.compile("的(?:[小老大])?(?:兄弟|朋友|老板|客户|老乡|亲戚|同学|哥们|企业|公司|厂家|团队)")
_NEAR = 10
_SHORT = 2
_NOT_HAD = later(
    r"(?:无|(?<!有)没有|不[含带涉][有及]?)[^,，。;；\s]{0,8}$|(?:隔壁|旁边|楼下|附近|靠近|远离|挨着?|别有|上一?[家个]|前租|之前|以前)[^,，。;；\\s]{0,4}$"
)
_STEP_AHEAD = later(r"(?:有|含|带|涉及?|能[做过办批]|可[做办]|[要需][过能批]|允许)[点个些]?$")
_STEP_BEHIND = later(
    r"[^,，。;；\s]{0,2}(?:工序|工艺|环节|工段|环评|废[水气]|委外|外发|外协|外包|许可|手续|证|市场|学院|协会)"
)
_PIECE = later("(?:[^:-]+|(?<![\u4e00-\u9fff])-|-(?![\u4e00-\u9fff]))+")
_KEPT = frozenset({"放", "存", "堆", "囤", "摆", "整", "弄", "开", "养", "种", "干", "卖"})
_PROJECT = re.compile(
    r"(?:整机)?(?:总装|装配|组装|生产|制造|加工|研发|产业化|建设)?(?:生产|制造|产业)?(?:项目|基地|产业园|生产线|中试线|产线|流水线)"
)
_FIRM = re.compile(
    r"(?:进口|出口|贸易|经销|批发|代理)商|的?[小大新]?(?:企业|(?<![代加化手军])工厂|厂家|公司|团队|集团|作坊|品牌|机构|工作室|厂(?![房区里子长]))(?!的?[地房厂仓楼]|附近|旁边|隔壁|宿舍)"
)
# 牙刷厂搬迁, 干果分选用, 女鞋退货仓: of whom, for what and of what the premises are.
_MOVING = re.compile(
    r"(?<![我本老新旧大小总分整工两个家该])厂(?=要?(?:搬|外?迁|扩|转移|增产|升级))"
)
_FOR_USE = re.compile(r"(?<![自够备能好使两专不通公租雇没共常适费占无可作利])用$")
_STORE = re.compile(
    r"(?:退货|中转|周转|打样|样品|前置|电商|备货|分拨|集货|调拨|发货|囤货|存货)?(?:仓库?|库房?)$"
)
_SEEKS = re.compile(r"选址|需求|求[租购]|急?[求寻找][租购]?")
# Each with a character that it needs, and whether it shows alone that its name is a trade.
_NAMES = (
    (_PROJECT, re.compile("[目地园线]"), True),
    (_FIRM, re.compile("[商业厂司队团坊牌构室]"), False),
    (_MOVING, re.compile("厂"), True),
    (_FOR_USE, re.compile("用"), False),
    (_STORE, re.compile("[仓库]"), False),
    (_SEEKS, re.compile("[址求寻找]"), False),
)
_NO_NAME = re.compile(
    r"^(?:[该本此这那新老好大小几两某]|重大|优质|招商|投资|产业|工业|制造业?|生产|实体|落地|意向|签约|其他|外资|内资|科技|实业|仓储|华[东南北中]|[东西南北中]部|西[南北]|东北|[一二三]期|本[镇县市村区])+$"
)
_BEFORE_NAME = re.compile(
    r"(?:年产[\d.]+[万千百亿]*[\u4e00-\u9fff]|[:：]|想|要|准备|打算|计划|来|个|落个?|一家|有一?家|某家?|有个|一个|这个|手[上头里]有?|我?们?这边|我们|我司|我厂|我公司|本公司|公司|客户|老板|朋友|企业|[德日美韩台港法英意外内合独]资|上市|央企|国企|民营|本地|外地|大型|中型|知名|头部|龙头"
    r"|新上|上马|拟建|拟投资?|拟在?|投资|投建|建设|新建|建个?|布局|落地?个?|引进|承接|设立|筹建|是|为|的|在|(?:厂房|车间|仓库|场地)?作为?(?!坊)|[东西南北中]部设?|做|能做|可做|可以做|下属|旗下|接手个?|求?收购|转让|一批|搞|生产|加工|制造|专业|专门|主要|主营|从事|急|诚|项目|个)+"
)


def made(
    text: str, parts: Sequence[Clause], found: Sequence[Finding], tables: Tables
) -> list[Finding]:
    """The findings with what the enquirer makes as he calls it in place of what words told alone.

    Of several ways to tell it the plainest counts: a label, a verb, the name of project or firm, a
    stretch that holds nothing else.
    """
    tokens = {token.start: token for part in parts for token in part.tokens}
    reader = Reader(text, tokens, tables, cues_of(tables), keeps_whole=True)
    spans = [each.span() for each in CHUNK.finditer(text)]
    lines = [(behind_bullet(text, start, end), end) for start, end in spans]
    chunks, has_labels = lines, ":" in text
    if has_labels:
        chunks = [each.span() for line in lines for each in _PIECE.finditer(text, *line)]
    for way in (_labelled, _served, _done, _called, _named, _bare, _done_somewhere):
        is_of_label = way in (_labelled, _called)
        if is_of_label and not has_labels:
            continue
        members = list(way(reader, lines if is_of_label else chunks))
        if members:
            return [*_others(found, members), _finding(members)]
    return _without_steps(text, found)


def _without_steps(text: str, found: Sequence[Finding]) -> list[Finding]:
    """无电镀工序, 有酸洗: what is not done, and, beside a trade, what only needs a permit."""
    told = [each for each in found if each.key is not FieldKey.TRADE]
    trades = [each for each in found if each.key is FieldKey.TRADE]
    trades = [each for each in trades if not _NOT_HAD.search(text[: each.start], _near(each))]
    plain = [each for each in trades if not _is_step(text, each)]
    return [*told, *(plain or trades)]


def _is_step(text: str, found: Finding) -> bool:
    is_ahead = _STEP_AHEAD.search(text[: found.start], _near(found)) is not None
    return is_ahead or _STEP_BEHIND.match(text, found.end) is not None


def _near(found: Finding) -> int:
    return max(0, found.start - _NEAR)


def _others(found: Sequence[Finding], members: Sequence[Member]) -> Iterator[Finding]:
    """What else was found, but for trades, and for these among those that are turned away."""
    start, end = members[0].named.start, members[-1].named.end
    for each in found:
        is_same = each.key is FieldKey.EXCLUDED_TRADE and start <= each.start < end
        if not is_same and (each.key is not FieldKey.TRADE or each.stance is Stance.EXCLUDED):
            yield each


def _finding(members: Sequence[Member]) -> Finding:
    named = [each.named for each in members]
    refs = tuple(dict.fromkeys(each.ref for each in named))
    return Finding(FieldKey.TRADE, refs, named[0].start, max(each.end for each in named))


def _labelled(reader: Reader, chunks: Sequence[_Span]) -> Iterator[Member]:
    """主营产品:玻璃瓶盖、喷雾泵, 行业:基因检测."""
    yield from _behind_label(reader, chunks, "what")


def _called(reader: Reader, chunks: Sequence[_Span]) -> Iterator[Member]:
    """企业:某智能晾衣架公司."""
    yield from _behind_label(reader, chunks, "who")


def _behind_label(reader: Reader, chunks: Sequence[_Span], sense: str) -> Iterator[Member]:
    for at, (start, end) in enumerate(chunks):
        colon = reader.text.find(":", start, end)
        if colon < 0 or reader.cues.makes.get(reader.text[start:colon]) != sense:
            continue
        is_apart = colon + 1 == end and at + 1 < len(chunks)
        members = _of(reader, *(chunks[at + 1] if is_apart else (colon + 1, end)))
        if members:
            yield from members
            yield from _going_on(reader, chunks, at)
            return


def _going_on(reader: Reader, chunks: Sequence[_Span], at: int) -> Iterator[Member]:
    """做实木床的,实木床、床头柜: stretches behind that hold nothing but trades."""
    for (_, before), (start, end) in pairwise(chunks[at:]):
        members = _plainly(reader, start, end) if SOFT.fullmatch(reader.text, before, start) else []
        if not members:
            return
        yield from members


def _of(reader: Reader, start: int, end: int) -> list[Member]:
    """The members of what stands there, without words for who makes them; premises are none."""
    places = [t.end for t in reader.between(start, end) if t.kind is Kind.PLACE]
    start = max([start, *places])
    begin = _BEFORE_NAME.match(reader.text, start, end)
    start = begin.end() if begin and begin.end() < end else start
    built = _BUILT.match(reader.text, start, end)
    start = built.end() if built and built.end() < end else start
    for pattern in (_PROJECT, _FIRM):
        last = pattern.search(reader.text, start + 1, end)
        end = last.start() if last else end
    if start >= end or _NO_NAME.match(reader.text[start:end]):
        return []
    members = reader.members(start, end, may_begin_late=True)
    return [] if any(each.named.ref.name in PREMISES for each in members) else members


def _served(reader: Reader, chunks: Sequence[_Span]) -> Iterator[Member]:
    """给风机叶片做维修的, 水泵怕潮, 修挖掘机的: what is worked on, and what must be kept well."""
    for at, (start, end) in enumerate(chunks):
        members = served(reader, start, end)
        if members and not _OTHERS.search(reader.text, start, end):
            yield from members
            yield from _going_on(reader, chunks, at)
            return


def _done(reader: Reader, chunks: Sequence[_Span]) -> Iterator[Member]:
    """我们做车载镜头, 生产骨科植入物, 存棕榈油的: by the verb in front."""
    yield from _by_verb(reader, chunks, (_NOT_DONE, _OTHERS, _ON_FLOOR))


def _done_somewhere(reader: Reader, chunks: Sequence[_Span]) -> Iterator[Member]:
    """一楼做注塑: where nothing tells what all is made for."""
    yield from _by_verb(reader, chunks, (_NOT_DONE, _OTHERS))


def _by_verb(
    reader: Reader, chunks: Sequence[_Span], unless: Sequence[re.Pattern[str]]
) -> Iterator[Member]:
    text = reader.text
    for at, (start, end) in enumerate(chunks):
        for verb in reader.cues.making.finditer(text, start, end):
            before = text[start : verb.start()]
            if any(each.search(before) for each in unless):
                continue
            if _is_inside(reader, start, verb.start()):
                continue  # 机加工
            stop = _END.search(text, verb.end() + 1, end)
            to = stop.start() if stop else end
            members = _of_what(reader, stop, end) or _of(reader, verb.end(), to)
            is_sure = verb[0][0] not in _KEPT or (stop is not None and stop[0] == "的")
            is_sure = is_sure or (not before and not reader.holds_else(verb.end(), end))
            if members and (is_sure or all(each.is_known for each in members)):
                yield from members
                if to in (end, end - 1) or _WHO.fullmatch(text, to, end):
                    yield from _going_on(reader, chunks, at)
                return


def _is_inside(reader: Reader, start: int, at: int) -> bool:
    """Whether a trade that begins before reaches over that place."""
    return any(at < t.end and "trade" in t.roles for t in reader.between(start, at))


def _of_what(reader: Reader, stop: re.Match[str] | None, end: int) -> list[Member]:
    """做烧烤用的机制木炭, 放整卷的无纺布: what the words in front only describe."""
    if stop is None or stop[0] != "的" or not 1 < end - stop.end() <= _LONGEST_WHAT:
        return []
    return _plainly(reader, stop.end(), end)


def _plainly(reader: Reader, start: int, end: int, *, is_alone: bool = False) -> list[Member]:
    """The members of a stretch that holds nothing else, and shows so by its words.

    ``is_alone``: nothing beside it tells that it is about a trade.
    """
    if reader.holds_else(start, end) or reader.cues.unmade.match(reader.text, start):
        return []
    if _WITH.search(reader.text, start, end) or _WISHED.match(reader.text, start, end):
        return []
    members = reader.members(start, end)
    return members if _is_shown(reader, members, is_alone=is_alone) else []


def _is_shown(reader: Reader, members: Sequence[Member], *, is_alone: bool = False) -> bool:
    """Whether the words of the members show what they are; of short names all must."""
    return all(
        reader.is_named(each.named.ref.name)
        or (each.is_known and not is_alone and len(each.named.ref.name) > _SHORT)
        for each in members
    )


def _named(reader: Reader, chunks: Sequence[_Span]) -> Iterator[Member]:
    """真空泵项目, 化妆品包材厂: by the name of the project, or of who looks for premises."""
    for pattern, needed, is_plain in _NAMES:
        for start, end in chunks if needed.search(reader.text) else ():
            may_be = needed.search(reader.text, start, end)
            last = pattern.search(reader.text, start + 1, end) if may_be else None
            if last is None or _OTHERS.search(reader.text, start, last.end()):
                continue
            members = _of(reader, start, last.start())
            if members and (is_plain or _is_shown(reader, members)):
                yield from members
                return


def _bare(reader: Reader, chunks: Sequence[_Span]) -> Iterator[Member]:
    """烤漆门, 绗缝被子的: a stretch that holds nothing else."""
    for at, (start, end) in enumerate(chunks):
        begin = _BEFORE_NAME.match(reader.text, start, end)
        members = _plainly(
            reader, begin.end() if begin and begin.end() < end else start, end, is_alone=True
        )
        if not members or ":" in reader.text[start:end] or _OTHERS.search(reader.text, start, end):
            continue
        if PREMISES.isdisjoint([each.named.ref.name for each in members]):
            yield from members
            yield from _going_on(reader, chunks, at)
            return

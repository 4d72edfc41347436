"""Trades that an offer calls or turns away in a stretch of its own: 金融科技优先, 养殖的不租."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.trade_items import Named, word_of
from zhuchao.core.messages.trade_phrases import NO_FIELD, NO_TRADE, OF_TRADES
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, TradeRef

_STRETCH = re.compile(r"[^,，。;；!！?？\n\r\s()（）【】\[\]|/]{3,40}(?:\s*(?:no|ok|pass))?")
_NAME = r"[\u4e00-\u9fffa-z]{2,12}?"
_NAMES = rf"(?P<names>{_NAME}(?:[、/和及与或跟]{_NAME}){{0,7}})"
_KINDS = (
    r"(?:(?:之?类|等|行业|产业|企业|公司|项目|客户|厂家|商家|生产|制造|加工)(?:的(?=\S))?){0,3}"
)
_MAKING = r"(?:做|搞|干|从事|经营|生产|加工|堆放|存放|堆|存|放|养)?"
_ALL = r"(?:都|均|也|皆|全|一律|统统|最|还)?"
# What says so firmly that a trade is called, or turned away, that no word need know it.
WELCOMED_BEHIND = re.compile(
    rf"{_MAKING}{_NAMES}{_KINDS}的?{_ALL}(?P<verb>优先(?:入驻|考虑|引进|招引|选择)?|首选|为佳|最佳|可以?入驻|可入|可进驻?|能入|能进"
    r"|方向|欢迎|(?:最|都)?(?:合适|适合|适宜)|ok|没问题|(?:都|皆|均)(?:可以?|行|能[做干搞]|能|成|中|得|要得|好说)|可以|可做|能做|可以做|行|可)$"
)
WELCOMED_AHEAD = re.compile(
    r"(?P<verb>(?:仅限|只限|限(?!制)|只[租卖]给|留给|只租|只招|只接|只收|只做|仅租|仅接)(?:于)?|(?:最|很|特别)?(?:适合|适宜|适用)(?:于|用于|用作|做)?"
    r"|(?:优先|重点|热烈)?欢迎|拟引进|重点引进|重点招引|优先引进|主导产业|产业方向|产业定位|招商方向|主招|鼓励|可存放?|可堆放?|可停放|可(?=停车)|可用于|[只仅]?(?:主要)?面向|针对|可以?做|能做|可(?=轻|重|生|精))"
    rf"[:：]?{_MAKING}{_NAMES}{_KINDS}的?(?:实体)?(?:企业|朋友|老板|客户|入驻|使用|使)?$"
)
BARRED_BEHIND = re.compile(
    rf"(?:要|想)?{_MAKING}{_NAMES}{_KINDS}的?{_ALL}"
    r"(?:不(?:行|中|成|得|租|接|做|收|要|可以?|考虑|引进|准入|准|让做|能做|允许|能进|进|入|招|欢迎|合适|适合|存|放|谈)|谢绝|免谈|勿[扰入来进租谈]?|除外|别[来问打谈想]"
    r"|禁入|禁止(?:入驻|入内)?|no|pass|就?算了|拒绝|绕[道行]|免[问开进]口?|免入|滚|靠边|(?:请)?绕开|一票否决|劝退|想都别想|不批|去别处|另找|另寻|另请)(?:哈|啊|哦|了)?$"
)
BARRED_AHEAD = re.compile(
    r"(?:(?:园区|房东|业主|物业|消防|政府)(?:规定|要求|说)?)?(?:限制|限(?=[\u4e00-\u9fff]{2}(?:入|进)))?(?P<except>除了?)?(?:(?<=限制)|(?<=除)|(?<=除了)|不(?:做|可以|能(?=放|存|做|搞)|接受?|收|能做|可做|得做|准做|让做|租给?|招|引进|要|允许|接待)|不同意|劝退|no(?=[\u4e00-\u9fff])|严禁|禁止|禁入|拒绝|谢绝|排除|非)[:：]?"
    rf"{_MAKING}{_NAMES}{_KINDS}的?(?:(?:除外|外|之外|以外)[^,，。;；]{{0,10}})?$"
)
# Whom and what such words turn away or call that is no trade.
NO_CALLING = re.compile(
    r"租|售|卖|倒房|炒|诚|价|闲|热闹|实力|拖欠|住人|外行|小白|推销|骗子|套手|套白|打听|宠物|税|付款|全款|现金|年付|先到|一次性|规模|专精特新|高新技术|规上"
    r"|国企|央企|手续|证件|执照|证照|自用|长期|随时|现场|实地|预约|微信|来人|看货|车辆?(?=[进可])|层|米|平|吨|亩|楼|房|电梯|行车|叉车|价|水电|消防|环评|注册|分割|改造|装修"
    r"|加装|增容|增高|定制|办理|办证|贷款|按揭|分期|开票|停车$|大车|货车|挂车|交通|位置|采光|通风|^配套|配套[齐设完]|无|园区|政府|附近|周边|地铁|高速"
    r"|[\u4e00-\u9fff]人$|任何|各类|各种|多种|所有|行业$|产业$|用途|各行|个体|散户|同行|业主|个人|^[我你他她您咱]|违[法规]|[一二三四五六七八九十\d]|时间|面积|合同|签"
    r"|仓储$(?<!.仓储)|^生产(?:加工)?$|^加工$|生产型|制造型|科技型"
)
# Weak words need a trade that the vocabulary knows, or a list.
_WEAK = frozenset({"可以", "行", "可", "可做", "能做", "可以做", "没问题", "ok"})
_MAY_BE_MADE = frozenset({"可做", "能做", "可以做"})
_VERB = re.compile(r"^(?:做|存放?|搞|堆放?|放|加工|生产)(?=[\u4e00-\u9fff])")
_AND = re.compile(r"[、/和及与或跟]")
_PREMISES = frozenset({"仓储", "办公", "展厅", "研发", "停车"})
_SOFT = re.compile(r"优先|首选|最佳|为佳")
_ONLY = re.compile(r"只|仅|限")


def _letters(pattern: str) -> frozenset[str]:
    return frozenset(filter(str.isalnum, pattern))


# Each with the end of a stretch at which its words stand, and the letters of these: most stretches
# begin and end otherwise, and to see that is cheaper than to try the pattern.
_CALLS = (
    (
        BARRED_AHEAD,
        FieldKey.EXCLUDED_TRADE,
        0,
        _letters(BARRED_AHEAD.pattern.partition(_MAKING)[0]),
    ),
    (
        BARRED_BEHIND,
        FieldKey.EXCLUDED_TRADE,
        -1,
        _letters(BARRED_BEHIND.pattern.rpartition(_ALL)[2]),
    ),
    (WELCOMED_AHEAD, FieldKey.TRADE, 0, _letters(WELCOMED_AHEAD.pattern.partition(_MAKING)[0])),
    (WELCOMED_BEHIND, FieldKey.TRADE, -1, _letters(WELCOMED_BEHIND.pattern.rpartition(_ALL)[2])),
)


class _Calling(NamedTuple):
    start: int
    end: int
    finding: Finding


def called(
    text: str, parts: Sequence[Clause], found: Sequence[Finding], tables: Tables
) -> list[Finding]:
    """The findings with the trades of such stretches in place of what their words told alone."""
    tokens = {token.start: token for part in parts for token in part.tokens}
    callings = [
        each
        for each in _callings(text, tokens, tables)
        if not any(_reaches_on(known, each) for known in found)
    ]
    if not callings:
        return list(found)
    kept = [each for each in found if not any(_is_replaced(each, one) for one in callings)]
    return [*kept, *(one.finding for one in callings)]


def _reaches_on(found: Finding, calling: _Calling) -> bool:
    """不要:铸造 酸洗: a list that goes on behind the stretch is read already."""
    is_same = found.key is calling.finding.key and found.end > calling.end
    return is_same and calling.start <= found.start < calling.end


def _is_replaced(found: Finding, calling: _Calling) -> bool:
    is_told = found.key in (FieldKey.TRADE, FieldKey.EXCLUDED_TRADE, FieldKey.KIND)
    return is_told and calling.start <= found.start < calling.end


def _callings(text: str, tokens: dict[int, Token], tables: Tables) -> Iterator[_Calling]:
    for stretch in _STRETCH.finditer(text):
        for pattern, key, where, letters in _CALLS:
            told = pattern.fullmatch(stretch[0]) if stretch[0][where] in letters else None
            if told is None:
                continue
            start, end = (stretch.start() + at for at in told.span("names"))
            verb = told.groupdict().get("verb") or ""
            weak = _WEAK if pattern is WELCOMED_BEHIND else _MAY_BE_MADE
            named = _named(text, start, end, tokens, tables, is_weak=verb in weak)
            if named:
                refs = tuple(dict.fromkeys(each.ref for each in named))
                finding = Finding(key, refs, start, end, stance=_stance(verb))
                yield _Calling(start, end, finding)
            break


def _stance(verb: str) -> Stance | None:
    if _SOFT.search(verb):
        return Stance.SOFT
    return Stance.HARD if _ONLY.search(verb) else None


def _named(
    text: str, start: int, end: int, tokens: dict[int, Token], tables: Tables, *, is_weak: bool
) -> list[Named]:
    """The trades of the list; none where one item of it is something else."""
    inside = [tokens[at] for at in range(start, end) if at in tokens and tokens[at].end <= end]
    found, at = list[Named](), start
    for written in _AND.split(text[start:end]):
        item = _VERB.sub("", written)
        at += len(written) - len(item)
        part = [t for t in inside if at <= t.start < at + len(item)]
        named = list(_of_item(item, at, part, tables))
        if not named:
            return []
        found += named
        at += len(item) + 1
    is_known = any(token.has("trade") for token in inside)
    return found if is_known or not is_weak or len(found) > 2 else []


def _of_item(item: str, at: int, tokens: Sequence[Token], tables: Tables) -> Iterator[Named]:
    trades = [t for t in tokens if t.has("trade")]
    if sum(t.end - t.start for t in trades) == len(item) and not _is_one(trades):
        for token in trades:
            word = word_of(token)
            yield Named(TradeRef(word, tables.trade_code(word)), token.start, token.end)
        return
    is_plain = not NO_CALLING.search(item) and not NO_TRADE.search(item)
    if (is_plain or item in _PREMISES) and not any(_tells(t) for t in tokens):
        known = tables.trade_code(item) or (tables.trade_code(word_of(trades[0])) if trades else "")
        yield Named(TradeRef(item, known), at, at + len(item))


def _is_one(trades: Sequence[Token]) -> bool:
    """新能源汽车零部件: words of which one only says of what the other is."""
    return len(trades) > 1 and (trades[0].text in OF_TRADES or trades[-1].has("part"))


def _tells(token: Token) -> bool:
    """Whether the word tells a field of its own; 仓储 and 办公 are done there, too."""
    if token.kind is not Kind.WORD:
        return token.kind is not Kind.MARK and token.end - token.start > 1
    is_free = token.roles <= NO_FIELD | {"trade", "made"} or token.text in _PREMISES
    return not is_free and token.end - token.start > 1

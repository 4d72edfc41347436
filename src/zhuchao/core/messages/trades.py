"""Which trades a message speaks of, and which it turns away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zhuchao.core.messages.clauses import STOPS, Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.stretches import stretches
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, TradeRef

_NAME = r"[\u4e00-\u9fffa-z]{2,10}"
_AND = r"[、/和及与\s]"
_NAMES = rf"{_NAME}?(?:{_AND}{_NAME}?){{0,5}}"
NAMES = rf"(?P<names>{_NAMES})"
# 做卫浴的, 生产某某, 存酱酒的: a trade that the vocabulary does not know, as it is called.
TRADE_NAMED = re.compile(
    r"(?<!不)(?:(?:做|搞|生产|主营|主做|从事|加工)|(?P<stored>存放|堆放|存储|存|放))"
    rf"{NAMES}"
    r"(?:的(?!话)|用(?=$|[,，。;；!！\n\s])|生意|生产|加工|制造|行业|业务|这块|$|(?=[,，。;；!！\n]))"
)
# 用途:智能家居生产, 产品:减震器
TRADE_LABELLED = re.compile(
    r"(?:用途|行业|产品|主营|经营内容|生产内容|项目名称)\s*[:：]\s*"
    rf"(?:年产[\d.]+[万千]?[\u4e00-\u9fff])?{NAMES}(?=$|[,，。;；\n])"
)
# 再生聚酯瓶片项目找地, 体外诊断试剂公司找房: who looks for premises, by what he makes.
TRADE_LEAD = re.compile(
    r"(?:^|(?<=[,，。;；:：\s]))(?:有个|一家|我们|我司)?(?P<names>[\u4e00-\u9fff]{2,10}?)(?:项目|公司|企业|厂家)(?:急?[找求寻需]|选址|想|拟|要)"
)
BARRED_BEHIND = re.compile(
    rf"{NAMES}(?:类|等|行业|企业|项目)*(?:都|一律|均)?"
    r"(?:不接|不收|不准|不能做|不让做|不允许|禁入|免谈|除外|勿进|勿扰|不行|不做|不要|不租|不引进|不进|除外|别来|勿来|勿|no|pass|不可以?|不引进?|暂不接收|不考虑|就算了|的?算了|免开口)[入进做]?[\s)）]*$"
)
BARRED_AHEAD = re.compile(
    rf"(?:不接受?|不收|不能?存|不得从事|不得经营|严禁|不得|禁入(?:行业)?|禁止|谢绝|拒绝|不能做|不准做|不可做|不允许|限制)\s*[:：]?\s*{NAMES}"
    r"(?:类|等|行业|企业|项目)*的?[\s)）]*$"
)
# ❌不要:铸造 酸洗 废旧回收: a list of its own, whatever parts its items.
BARRED_LABELLED = re.compile(
    rf"(?:不要|不接|不收|不做|勿[扰入]|谢绝|禁入|禁止|排除)(?:行业|产业|项目)?\s*[:：]\s*{NAMES}"
    r"(?:类|等|行业|企业|项目)*[\s)）]*$"
)
# 做电商的老板速来: who is invited by his trade.
INVITED = re.compile(
    rf"(?:做|搞|干){NAMES}的(?:老板|朋友|客户|企业|厂家|商家|兄弟)?们?(?:速来|快来|来|优先|联系|抓紧|看过来|最合适|正合适)"
    rf"|(?<!不)(?:做|搞|存放?|放)(?P<fit>{_NAMES})(?:都|均|也)?(?:可以|行|可|没问题|合适)(?=$|[\s,，。;；)）])"
)
_KINDS = "(?:类|等|行业|企业|项目|客户)*"
WELCOMED_AHEAD = re.compile(
    rf"(?<!不)(?:欢迎|鼓励(?:发展)?|适合|适用于|引进|招引|[只仅](?:接受|[做收招限])|可以?[存放做]|能[存放做])\s*[:：]?\s*{NAMES}{_KINDS}[\s)）]*$"
)
WELCOMED_BEHIND = re.compile(
    rf"{NAMES}{_KINDS}(?:都|均|也)?(?:欢迎|优先|行|可以?|ok|没问题)[\s)）]*$"
)
STORED = re.compile(rf"(?:可|能|可以|适合|只)(?:存放|存|放|堆放)(?P<names>{_NAME}(?:、{_NAME})+)$")
_LIST = rf"(?P<names>{_NAME}?(?:、{_NAME}?){{1,5}})"
LISTED_AHEAD = re.compile(
    rf"(?<!不)(?:欢迎|适合|适用于|引进|方向[:：]|可以?[存放做]|能[存放做]|[只仅][存放做收])\s*[:：]?\s*{_LIST}{_KINDS}[\s)）]*$"
)
LISTED_BEHIND = re.compile(
    rf"{_LIST}{_KINDS}(?:都|均|也)?(?:欢迎|优先|行|可以?|啱用|合适)[\s)）]*$"
)
MAKING = re.compile(r"(?:做|生产|加工|主营|从事|搞|是)$")
# 化工园区, 食品级: where somebody looks, and what he looks for; no trade.
PARK_BEHIND = re.compile(r"(?:工业|产业)?(?:园|集中区|聚集区|开发区)|级|月台|库(?!存)")
NO_TRADE = re.compile(
    r"外资|内资|港资|台资|外地|本地|上市|民营|大型|小型|知名|朋友|老板|兄弟|贸易|实业|集团|非诚|中介|同行|打扰|骚扰|电话|"
    r"^[不好到得个过完什么点了一这那要]|什么|起来|出来|下去|隔断|装修|准备|决定|调整"
    r"|[的有太大小很多]|(?<!高)污染|噪[音声]|异味|粉尘|用不着|基地|线$|项目|企业$|公司|产品$|客户|东西"
)
# What may follow a trade and is more of its name: 锂电池铝壳; but not what says something else.
MORE = re.compile(
    r"(?P<rest>[\u4e00-\u9fff]{1,4}?)(?=[的,，。;；、!！\s]|厂|项目|企业|公司|客户|$)"
)
NO_MORE = re.compile(
    r"[的了有是和或与及到做要想找这那近可能需不未无带自租售卖买求在类等行业务优个方]"
)
# 不喷漆, 没有喷漆工序: what is not done there.
NOT = re.compile(r"(?:[不无]|没有|不涉及|不带)$")
FURTHEST = 30
# What tells of a trade for what it works.
OF_TRADES = frozenset({"新能源", "汽车", "医疗", "电子", "光伏", "锂电", "航空", "轨道交通", "医美"})
NEAR = 8
# The roles of words that tell no field, so that a list of trades may hold them.
NO_FIELD = frozenset({"negation", "side", "verb", "accepts"})
DENYING = re.compile("[不禁绝限免除勿]")
LATIN = re.compile(r"[a-z]{2,5}")
ENDING = re.compile(r"(?:类|等|行业|企业|项目|业务|工艺|生产线|生产|制造基地|基地)+$")


@dataclass(frozen=True, slots=True)
class Named:
    """A trade and where it stands."""

    ref: TradeRef
    start: int
    end: int


def trades(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> Iterator[Finding]:
    """The trades that a clause welcomes and those that it turns away, stretch by stretch."""
    if not is_demand and any(text[at] in ":：" for at in clause.blanks):
        listed = BARRED_LABELLED.search(text, *_whole_line(text, clause))
        if listed is not None:
            inside = [t for t in clause.words if listed.start("names") <= t.start]
            items = list(_items(text, *listed.span("names"), inside, tables))
            yield from _finding(FieldKey.EXCLUDED_TRADE, items)
            return
    for part in stretches(text, clause):
        yield from _of_stretch(text, part, tables, is_demand=is_demand)


def _of_stretch(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> Iterator[Finding]:
    tokens = [token for token in clause.words if _is_trade(text, token)]
    says_what_for = is_demand and any("verb" in token.roles for token in clause.words)
    if is_demand and not (tokens or says_what_for):
        return
    denied = [token for token in tokens if NOT.search(text, max(0, token.start - 3), token.start)]
    tokens = [token for token in tokens if token not in denied] if denied else tokens
    kept, barred = _parted(clause, tokens, is_demand=is_demand)
    barred = barred if is_demand else [*denied, *barred]
    listed = _turned_away(text, clause, tokens, tables) if not is_demand else []
    if listed:
        kept = [token for token in kept if not any(_overlap(token, each) for each in listed)]
    welcome = list(_known(text, kept, clause, tables))
    if says_what_for and not tokens and clause.stance is not Stance.EXCLUDED:
        welcome = _named(text, clause, tables)
    elif welcome and (says_what_for or not is_demand):
        welcome = _with_listed(text, clause, welcome, tables, is_demand=is_demand)
    elif not (is_demand or listed or barred):
        welcome = list(_invited(text, clause, tokens, tables))
        welcome = welcome or ([] if tokens else _stored(text, clause, tables))
    for key, some in (
        (FieldKey.TRADE, welcome),
        (FieldKey.EXCLUDED_TRADE, listed or list(_plain(barred, tables))),
    ):
        yield from _finding(key, some)


def _finding(key: FieldKey, some: Sequence[Named]) -> Iterator[Finding]:
    refs = tuple(dict.fromkeys(each.ref for each in some))
    if refs:
        yield Finding(key, refs, some[0].start, some[-1].end)


def _is_trade(text: str, token: Token) -> bool:
    """钢结构 and 集装箱 are a trade only where somebody makes them."""
    if PARK_BEHIND.match(text, token.end):
        return False
    if "trade" in token.roles:
        return True
    is_made = "made" in token.roles and MAKING.search(text, max(0, token.start - 2), token.start)
    return bool(is_made)


def _parted(
    clause: Clause, tokens: list[Token], *, is_demand: bool
) -> tuple[list[Token], list[Token]]:
    """The trades that are welcome and those that are not: 适合服装 不做喷漆 says both."""
    excluded = [t for t in tokens if clause.stance_at(t.start) is Stance.EXCLUDED]
    if excluded:
        kept = [token for token in tokens if token not in excluded]
        return (kept, []) if is_demand else ([], excluded)
    accepts = [token.start for token in clause.words if token.has("accepts")]
    liked = [t for t in tokens if clause.stance_at(t.start) is Stance.SOFT]
    denied = next((token for token in clause.words if token.has("negation")), None)
    if denied is None:
        return (tokens if is_demand or accepts else liked), []
    behind = [token for token in tokens if token.start >= denied.end]
    before = [token for token in tokens if token.start < denied.start]
    is_welcome = bool(behind) and any(start < denied.start for start in accepts)
    return (before, behind) if is_welcome else ([], tokens)


def _known(text: str, tokens: Sequence[Token], clause: Clause, tables: Tables) -> Iterator[Named]:
    """Trades of the vocabulary, each with what belongs to its name."""
    taken = -1
    for at, token in enumerate(tokens):
        if token.start < taken:
            continue
        end = token.end
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is not None and behind.start == end and behind.has("part"):
            end = behind.end
        if behind is not None and behind.start == end and token.text in OF_TRADES:
            end = behind.end  # 新能源线束
        end = _reach(text, end, clause)
        taken = end
        word = _word(token)
        name = word + text[token.end : end]
        yield Named(TradeRef(name, tables.trade_code(name) or tables.trade_code(word)),
                    token.start, end)  # fmt: skip


def _plain(tokens: Iterable[Token], tables: Tables) -> Iterator[Named]:
    for token in tokens:
        word = _word(token)
        yield Named(TradeRef(word, tables.trade_code(word)), token.start, token.end)


def _reach(text: str, end: int, clause: Clause) -> int:
    found = MORE.match(text, end)
    if found is None or NO_MORE.search(found["rest"]) or _is_told(clause, end, found.end("rest")):
        return end
    return found.end("rest")


def _is_told(clause: Clause, start: int, end: int) -> bool:
    return any(
        start < token.end
        and token.start < end
        and not (token.kind is Kind.WORD and token.roles <= NO_FIELD)
        for token in clause.tokens
    )


def _whole(text: str, clause: Clause) -> tuple[int, int]:
    """The clause with the words around it that the vocabulary does not know."""
    start, end = clause.start, clause.end
    while start > max(0, clause.start - FURTHEST) and not _parts(text[start - 1]):
        start -= 1
    while end < min(len(text), clause.end + FURTHEST) and not _parts(text[end]):
        end += 1
    return start, end


def _whole_line(text: str, clause: Clause) -> tuple[int, int]:
    """The clause up to its stop, with blanks."""
    end = clause.end
    while end < min(len(text), clause.end + FURTHEST) and text[end] not in STOPS:
        end += 1
    return clause.start, end


def _parts(character: str) -> bool:
    return character in STOPS or character.isspace()


def _overlap(token: Token, named: Named) -> bool:
    return token.start < named.end and named.start < token.end


def _word(token: Token) -> str:
    return next(each.value for each in token.lexemes if each.role in ("trade", "made"))


def _named(text: str, clause: Clause, tables: Tables) -> list[Named]:
    around = _whole(text, clause)
    labelled = TRADE_LABELLED.search(text, *around)
    found = labelled or TRADE_NAMED.search(text, *around)
    found = found or (TRADE_LEAD.search(text, around[0], around[1]) if around else None)
    if found is None or NO_TRADE.search(found["names"].split("、")[0]):
        return []
    start, end = found.span("names")
    if labelled is not None:
        end = start + len(ENDING.sub("", found["names"]))
    # What is made of known words is told by them: 做环评, 做办公
    if _is_told(clause, start, end):
        return []
    return list(_items(text, start, end, [], tables))


def _with_listed(
    text: str, clause: Clause, known: list[Named], tables: Tables, *, is_demand: bool
) -> list[Named]:
    """存放油漆、稀释剂, 机械、家纺欢迎: what stands in one list with a trade is one, too."""
    around = _whole(text, clause)
    patterns = (TRADE_NAMED,) if is_demand else (WELCOMED_AHEAD, WELCOMED_BEHIND)
    found = next(filter(None, (each.search(text, *around) for each in patterns)), None)
    if found is None or "、" not in found["names"]:
        return known
    start, end = found.span("names")
    if not any(start <= each.start < end for each in known):
        return known
    others = [
        each
        for each in _items(text, start, end, [], tables)
        if not _is_told(clause, each.start, each.end)
    ]
    return sorted([*known, *others], key=lambda each: each.start)


def _stored(text: str, clause: Clause, tables: Tables) -> list[Named]:
    """可存肉类、海鲜、雪糕: a list of goods, none of which the vocabulary knows."""
    around = _whole(text, clause)
    found = STORED.search(text, *around) or next(
        filter(None, (each.search(text, *around) for each in (LISTED_AHEAD, LISTED_BEHIND))), None
    )
    if found is None or _is_told(clause, *found.span("names")):
        return []
    return list(_items(text, *found.span("names"), [], tables))


def _invited(
    text: str, clause: Clause, tokens: Sequence[Token], tables: Tables
) -> Iterator[Named]:
    """做灯饰五金都可以, 存放饲料、种子可以, 做电商的老板速来."""
    found = INVITED.search(text, *_whole(text, clause))
    if found is None:
        return
    start, end = found.span("fit" if found["fit"] else "names")
    inside = [token for token in tokens if start <= token.start < end]
    if inside or ("、" in text[start:end] and not _is_told(clause, start, end)):
        yield from _items(text, start, end, inside, tables)


def _turned_away(text: str, clause: Clause, tokens: list[Token], tables: Tables) -> list[Named]:
    """氧化剂、剧毒品不收: trades by the list that they stand in, whether known or not."""
    if DENYING.search(text, clause.start, clause.end + NEAR) is None:
        return []
    around = _whole(text, clause)
    found = BARRED_BEHIND.search(text, *around) or BARRED_AHEAD.search(text, *around)
    if found is None:
        return []
    start, end = found.span("names")
    others = [
        token
        for token in clause.tokens
        if start < token.end and token.start < end and token not in tokens
    ]
    if any(token.kind is not Kind.WORD or not token.roles <= NO_FIELD for token in others):
        return []
    return list(_items(text, start, end, tokens, tables))


def _written(name: str) -> str:
    """AGV, PCB: short foreign words as such trades are written."""
    return LATIN.sub(lambda found: found[0].upper(), name)


def _items(
    text: str, start: int, end: int, tokens: Sequence[Token], tables: Tables
) -> Iterator[Named]:
    """The items of a list; one that the vocabulary does not know is called as it is written."""
    at = start
    for part in re.split(rf"({_AND})", text[start:end]):
        name = ENDING.sub("", part.strip())
        name = name if len(name) > 1 else part.strip()  # 肉类
        inside = [t for t in tokens if at <= t.start and t.end <= at + len(part)]
        if len(inside) > 1 or (inside and inside[0].start > at):
            yield from _plain(inside, tables)
        elif len(name) > 1 and not NO_TRADE.search(name):
            code = tables.trade_code(name) or (
                tables.trade_code(_word(inside[0])) if inside else ""
            )
            yield Named(TradeRef(_written(name), code), at, at + len(name))
        at += len(part)

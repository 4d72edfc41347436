"""What words say by themselves: kinds, flags, machines, terms of payment, when to move in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.stances import INDIFFERENT
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.trades import trades
from zhuchao.core.text.numerals import parse_number
from zhuchao.core.vocabulary.tables import Lexeme, Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Stance, Value

MACHINE_HEADS = {"crane": FieldKey.CRANE, "lift": FieldKey.LIFT, "dock": FieldKey.DOCK}
_N = r"(?:十[一二]?|1[0-2]|[一二两三四五六七八九贰壹叁肆陆1-9])"
# 押两个月付半年, 两押三付, 押贰付壹: the same rhythm in other words.
DEPOSIT_TOLD = re.compile(
    rf"押(?P<down>{_N})(?:个月)?(?:租金|房租)?[\s,，]?(?:付|交)"
    rf"(?:(?P<paid>{_N})(?:个月)?|(?P<half>半年)|(?P<year>一年)|(?P<quarter>季度?))(?![\d万千元块])"
    rf"|(?<![\d万千百十])(?P<down2>[一二两三])[押按](?P<paid2>{_N})[付上](?![一二三四五六\d])"
)
DEPOSIT = re.compile(
    rf"押{_N}付{_N}|付{_N}押{_N}|(?:半?年|季)付(?!有|送|优惠|的话|可|[\d一二三四五六七八九十])"
)
PLAIN_NUMERALS = str.maketrans("两贰壹叁肆陆123456", "二二一三四六一二三四五六")
# 不用环评 asks for nothing: the field stays open.
NOT_NEEDED = re.compile(r"(?:不用|无需|不需要?|不要求|不必|用不着|有无|有没有)(?:做|办|有)?$")
# 有没有冷库 of a demand asks for one.
ASKED_FOR = re.compile(r"有没有|有无")
NEGATED = re.compile(
    r"(?:无|没有|没|未|不带|不含|暂无|不能|不可以?|做不了|(?:并|又|也)?不是|并非|没有独立的?|没得|冒得|莫得)有?$"
)
NEGATED_BEHIND = re.compile(
    r"(?:还|都|目前|暂时)?(?:没有|要不了|没办|未办|没做|没通|未通|没接|没装|不能做|做不了)(?=$|[\s,，。;；)）])"
)
# 环评自己去问: whether it can be had is left to whoever asks.
LEFT_TO_READER = re.compile(r"(?:自理|自办|(?:你|您|客户)?自[己行](?:去)?(?:办|问|搞|弄|做|跑))")
# 行车没有, 环评不用: neither told nor asked for.
UNWANTED_BEHIND = re.compile(
    r"(?:都|也|就)?(?:没有|没得|莫得|不用|不要|不要求|没要求|无要求|不需要|无所谓|随便|可有可无|没有也行|莫得也要得)(?=$|[\s,，。;；:：)）])"
)
_WHEN = (
    r"年[前后](?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|(?:明年)?开春(?:前|后)?|十月一前?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|过了?(?:元宵|十五|国庆|五一|中秋|春节|端午|年|节)|(?:\d{4}年)?(?:q[1-4]|第?[一二三四]季度)|[上下]半年|年中|过完年|(?:今|明)?年底前?|年前|年后"
    r"|月底前?|(?:春节|国庆|中秋|五一|十一|元旦|元宵|清明|端午)(?:之?[前后]|节[前后])?|节[前后]"
    r"|下个?月(?:\d{1,2}[日号]|[初中底])?|本月底?|这个月底?|下周|这周|下下?个?月尾|即时|即刻|近期|尽快|马上|立即|立刻|随时"
    r"|[一二两三四五六七八九十半\d]{1,4}(?:个月|年|天|周)(?:之?内|以内|后)"
    r"|(?:\d{4}年|[今明]年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初|前|中旬|上旬|下旬|\d{1,2}[日号])?(?:[之以]?前)?"
)
_WHAT = (
    r"(?:必须|[得要能])进(?![一出行口深行了])|进场|入驻|入场|入住|交付|交房|交吉|入伙|搬|投用|开工|投产|挂牌|要用|就要|急要|使用|起租|可以进|能进|可进|进驻|入仓|[进用](?=$|[\s,，。;；])"
    r"|上(?![\u4e00-\u9fff])"
)
# The first characters of a moment: looking for one of them first costs a tenth of the time.
_OPENING = "(?=[0-9q第一二两三四五六七八九十半上下年过今明月春国中元清端节本这近尽马立随开])"
_MOVES = re.compile(_WHAT)
MOVE_IN = re.compile(
    rf"{_OPENING}(?P<when>{_WHEN})(?![前后]?[一二两三四五六\d]{{1,2}}个?[月天周年])"
    rf"(?=[^,，。;；\n]{{0,4}}(?:{_WHAT}))"
)
MOVE_IN_LABELLED = re.compile(
    r"(?:交付|入驻|进场|入住|搬迁|搬入|使用|起租|交房|可入驻)"
    rf"(?:(?:时间|日期)\s*[:：]?|[:：\t]|(?<=\n[\u4e00-\u9fff]{{2}}) )\s*(?P<when>{_WHEN})"
)
# An offer that is soon listed says nothing of moving in.
SOON = ("近期", "本月", "下个月")
# 盖冷库, 冷库可自建: what somebody will build himself is not what he looks for.
BUILT_BEFORE = re.compile(r"(?:盖个?|自建|代建|要建|想建|建个)$")
BUILT_BEHIND = re.compile(r"(?:可以?|能|要|由我们)?自建")
# 单栋12000平: what each of several houses has.
FIGURE = re.compile(r"[:：约]?\d")
# 租10元,售面议: the open price is that of a sale.
SOLD = ("售", "卖")
YEARS = re.compile(r"[:：]?\d{2}年")
# 中介有佣金 says that agents are welcome, and not who writes.
AGENTS_TOO = re.compile(r"保护|有?佣|费|合作|均可|也[可行]|欢迎|可[以谈]|有奖")
AGENTS = frozenset({"中介", "经纪", "居间"})
# 房东或同行都可联系, 中介业主都可以联系: who is invited to write, and not who writes.
INVITED = re.compile(
    r"[^,，。;；\n\d]{0,8}(?:都|均)?(?:可以?|能|欢迎)(?:来|随时)?(?:联系|推荐|报盘|合作|来电|找我)"
)
# 二楼消防丙二: so near a floor a fire class is told of it.
NEAR_FLOOR = 6
# 签三年免半年租: months without rent, told around their number.
FREE = re.compile(
    r"(?:前|首|头)(?P<first>半|[一二两三四五六1-9])?(?P<whole>年|个?月)免租|免(?P<count>半|[一二两三四五六1-9])(?P<unit>年|个月)的?(?:房租|租金?)"
)
# 3+2年: a lease with what may follow it.
TERM_AND_MORE = re.compile(
    r"(?<![\d.+])(?P<years>[1-9一二三五])\+[1-9一二三五]年(?=[\s,，。;；]|$)"
    r"|签(?P<signed>[1-9一二三五])\+[1-9一二三五](?![\d年])|(?P<each>[一二两三])年一签"
)
# 两年起: so long at least.
TERM_FROM = re.compile(r"(?<=[,，。;；\s])([一二两三四五1-5])年起(?:租|签)?(?=[\s,，。;；]|$)")
NEW_YEAR = ("年前", "年后")


def said(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> list[Finding]:
    """The findings that the clause's words make, in order."""
    if not clause.words:
        return []
    return [
        *_flags_and_choices(text, clause, tables, is_years_alone=not is_demand),
        *_bare_machines(text, clause),
        *trades(text, clause, tables, is_demand=is_demand),
    ]


def _flags_and_choices(
    text: str, clause: Clause, tables: Tables, *, is_years_alone: bool
) -> Iterator[Finding]:
    for token in clause.words:
        if "value" not in token.roles:
            continue
        for lexeme in token.lexemes:
            is_said = lexeme.role == "value" and lexeme.key != "deposit"
            if (
                is_said
                and not (is_years_alone and token.text == "产权" and _is_of_years(text, token))
                and not _is_open(token, lexeme, clause)
                and not _is_invited(text, token, lexeme)
                and not (lexeme.value == "agent" and text.endswith("不是", 0, token.start))
                and not LEFT_TO_READER.match(text, token.end)
                and not _is_not_needed(text, token, is_demand=not is_years_alone)
                and not (is_years_alone is False and _is_unwanted(text, token, lexeme))
                and not (lexeme.key == FieldKey.KIND and _is_built(text, token))
                and not (lexeme.value == "negotiable" and text[token.start - 1] in SOLD)
                and not (token.text == "单栋" and FIGURE.match(text, token.end))
            ):
                yield _value(text, token, lexeme, clause, tables)


def _is_not_needed(text: str, token: Token, *, is_demand: bool) -> bool:
    """Whether the words in front leave the field open; 有没有 of a demand asks for it."""
    found = NOT_NEEDED.search(text, max(0, token.start - 4), token.start)
    if found is not None and is_demand and ASKED_FOR.match(found[0]):
        return UNWANTED_BEHIND.match(text, token.end) is not None
    return found is not None


def _is_unwanted(text: str, token: Token, lexeme: Lexeme) -> bool:
    """环评不用 of a demand leaves the field open; 没有 says that there is none."""
    behind = UNWANTED_BEHIND.match(text, token.end)
    return behind is not None and lexeme.key not in (
        FieldKey.KIND,
        FieldKey.RELATION,
        FieldKey.LAYOUT,
    )


def _is_invited(text: str, token: Token, lexeme: Lexeme) -> bool:
    """Whether a word for agents or owners only says that they may write, too."""
    if token.text in AGENTS and AGENTS_TOO.match(text, token.end):
        return True
    return lexeme.key == FieldKey.RELATION and INVITED.match(text, token.end) is not None


def _is_open(token: Token, lexeme: Lexeme, clause: Clause) -> bool:
    """集体地也行 leaves the ownership open; 国有的最好 does not."""
    is_indifferent = any(word.text in INDIFFERENT for word in clause.words)
    is_soft = clause.stance_at(token.start) is Stance.SOFT
    return lexeme.key == FieldKey.LAND_OWNERSHIP and is_soft and is_indifferent


def _is_of_years(text: str, token: Token) -> bool:
    """50年产权 of an offer tells how long its land is granted for, and of no deed."""
    is_behind = text.endswith("年", max(0, token.start - 1), token.start)
    return is_behind or YEARS.match(text, token.end) is not None


def _is_built(text: str, token: Token) -> bool:
    before = BUILT_BEFORE.search(text, max(0, token.start - 3), token.start)
    return before is not None or BUILT_BEHIND.match(text, token.end) is not None


def _value(text: str, token: Token, lexeme: Lexeme, clause: Clause, tables: Tables) -> Finding:
    key = FieldKey(lexeme.key)
    form = tables.fields[key].form
    value: Value = lexeme.value
    if form == "flag":
        is_negated = (
            NEGATED.search(text, max(0, token.start - 3), token.start) is not None
            or NEGATED_BEHIND.match(text, token.end) is not None
        )
        value = (lexeme.value == "true") is not is_negated
    elif form == "choices":
        value = (lexeme.value,)
    return Finding(key, value, token.start, token.end, floor=_floor(clause, key, token))


def _floor(clause: Clause, key: FieldKey, token: Token) -> str:
    if key is not FieldKey.FIRE_CLASS or not any(
        0 <= token.start - each.end <= NEAR_FLOOR for each in clause.floors
    ):
        return ""
    return clause.floor_at(token.start)


def _is_denied(text: str, token: Token) -> bool:
    """不需要行车, 无行车: no machine is told."""
    window = (text, max(0, token.start - 4), token.start)
    if UNWANTED_BEHIND.match(text, token.end):
        return True
    return NOT_NEEDED.search(*window) is not None or NEGATED.search(*window) is not None


def _bare_machines(text: str, clause: Clause) -> Iterator[Finding]:
    for token in clause.words:
        if "head" not in token.roles:
            continue
        for lexeme in token.lexemes:
            key = MACHINE_HEADS.get(lexeme.key) if lexeme.role == "head" else None
            if key is not None and not _is_denied(text, token):
                yield Finding(key, Machines(None, None), token.start, token.end, "t")


def _deposits(text: str) -> Iterator[Finding]:
    told, written = DEPOSIT_TOLD.search(text), DEPOSIT.search(text)
    if written and (told is None or written.start() <= told.start()):
        rhythm = written[0].translate(PLAIN_NUMERALS)
        yield Finding(FieldKey.DEPOSIT, rhythm, written.start(), written.end())
    elif told:
        paid = "六" if told["half"] else "十二" if told["year"] else "三"
        months = told["paid"] or told["paid2"] or paid
        rhythm = f"押{told['down'] or told['down2']}付{months}".translate(PLAIN_NUMERALS)
        yield Finding(FieldKey.DEPOSIT, rhythm, told.start(), told.end())


def phrases(text: str, *, is_demand: bool) -> Iterator[Finding]:
    """What is said in phrases of their own: deposit rhythm, 3+2年, when to move in."""
    yield from _deposits(text)
    free = FREE.search(text)
    if free is not None:
        count, unit = free["count"] or free["first"] or "一", free["unit"] or free["whole"]
        months = (parse_number(count) or 0.0) * (12 if unit == "年" else 1)
        yield Finding(FieldKey.RENT_FREE, Amount(months, months), *free.span(), "月")
    for found in TERM_AND_MORE.finditer(text):
        years = parse_number(found["years"] or found["signed"] or found["each"]) or 0.0
        yield Finding(FieldKey.TERM, Amount(years, years), *found.span(), "年")
    for found in TERM_FROM.finditer(text):
        yield Finding(FieldKey.TERM, Amount(parse_number(found[1]), None), *found.span(), "年")
    when = None
    if _MOVES.search(text):
        when = MOVE_IN_LABELLED.search(text) or MOVE_IN.search(text)
    is_listed = when is not None and not is_demand and text.startswith("挂牌", when.end("when"))
    if when and not is_listed and (is_demand or when["when"] not in SOON):
        start, end = when.span("when")
        why = "未说明是农历年还是公历年" if when["when"].startswith(NEW_YEAR) else ""
        yield Finding(FieldKey.MOVE_IN, when["when"], start, end, "", why)

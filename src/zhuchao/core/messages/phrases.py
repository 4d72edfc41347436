"""What is said in phrases of their own: rhythms of payment, months without rent, moving in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.measures import DAILY_FEE_BELOW
from zhuchao.core.messages.numbers import COUNTING
from zhuchao.core.text.numerals import parse_number
from zhuchao.core.vocabulary.term import Amount, FieldKey

_N = r"(?:十[一二]?|1[0-2]|[一二两三四五六七八九贰壹叁肆陆1-9])"
# 押两个月付半年, 两押三付, 押贰付壹: the same rhythm in other words.
DEPOSIT_TOLD = re.compile(
    rf"押(?P<down>{_N})(?:个月)?(?:租金|房租)?[\s,，]?(?:付|交)"
    rf"(?:(?P<paid>{_N})(?:个月)?|(?P<half>半年)|(?P<year>一年)|(?P<quarter>季度?))(?![\d万千元块])"
    rf"|(?<![\d万千百十])(?P<down2>[一二两三])[押按](?P<paid2>{_N})[付上](?![一二三四五六\d])"
)
DEPOSIT = re.compile(
    rf"押{_N}付{_N}|付{_N}押{_N}"
    r"|(?:半?年|季)付(?!有|送|优惠|的话|可(?!以(?:$|[\s,，。;；]))|[\d一二三四五六七八九十])"
)
PLAIN_NUMERALS = str.maketrans("两贰壹叁肆陆123456", "二二一三四六一二三四五六")
_WHEN = (
    r"年[前后](?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|(?:明年)?开春(?:前|后)?|十月一前?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|过了?(?:元宵|十五|国庆|五一|中秋|春节|端午|年|节)|(?:\d{4}年)?(?:q[1-4]|第?[一二三四]季度)|[上下]半年|年中|过完年|(?:今|明)?年底前?|年前|年后"
    r"|月[底尾]前?|(?:春节|国庆|中秋|五一|十一|元旦|元宵|清明|端午)(?:之?[前后]|节[前后])?|节[前后]"
    r"|下个?月(?:\d{1,2}[日号]|[初中底])?|本月底?|这个月底?|下下?周|这周|本周|下下?个?礼拜|腊月底?前?|正月底?前?|小年前?|下下?个?月尾|即时|即刻|近期|尽快|马上|立即|立刻|随时"
    r"|[一二两三四五六七八九十半\d]{1,4}(?:个月|年|天|周)(?:之?内|以内|后)"
    r"|(?:\d{4}年|[今明]年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初|前|中旬|上旬|下旬|\d{1,2}[日号])?(?:[之以]?前)?"
)
_WHAT = (
    r"(?:必须|[得要能])进(?![一出行口深行了])|进场|入驻|入场|入住|交付|交房|交吉|入伙|搬|投用|开工|投产|挂牌|要用|就要|急要|使用|起租|可以进|能进|可进|进驻|入仓|入货|进货|开业|营业|投入使用|倒出|清场|到位|移交|入库|搬完|腾空|腾出|腾房|空出|清空|[进用](?=$|[\s,，。;；])"
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
FOR_WRITER = re.compile(r"[^,，。;；\n]{0,4}(?:挂牌|开工|投产|开建)")
SOON = ("近期", "本月", "下个月")
# 签三年免半年租, 前两个月不收租, 免首月租金: time without rent, told around its number.
_COUNT = r"(?:仨|俩|十[一二三四五]|[1-9]\d?|[一二两三四五六七八九十半])"
_NO_RENT = (
    r"(?:免租|免房租|免费|不收房?租|租金全免|零租金"
    r"|[^,，。;；\n\d]{0,4}(?:不要钱|不算钱|不收钱|不计租|不算租|不用交租|白住|白用))"
)
FREE = re.compile(
    rf"(?:前|首|头)(?P<first>{_COUNT})?(?P<whole>年|个?月|天){_NO_RENT}"
    rf"|免(?P<count>{_COUNT})(?P<unit>年|个半月|个?月|天)(?:装修期?)?(?!以上|起)的?(?:房租|租金?|(?=$|[\s,，。;；)）给装打让吧]))"
    r"|免(?:首|头|第一)个?(?P<only>月)的?(?:房租|租金?)"
)
MAY_FREE = re.compile("免|不[收要算计用]|零租|白[住用]")
# 含13%票, 开票加5个点: who bears the tax, told by its rate.
_RATE = r"\s*\d{1,2}\s*(?:%|个?税?点)的?"
_INVOICE = r"(?:增值税)?(?:专用|普通|专|普)?(?:发票|票|税)"
FEE = re.compile(
    r"(?:(?:物业|管理|物管)费?(?:另[计算收付加])|不含(?:物业|管理|物管)费?)[:：]?(?:每平[米方]?)?"
    r"(?P<figure>\d{1,2}(?:\.\d{1,2})?)(?:元|块)(?:(?:/|每)?(?:平米?|㎡|m2))?(?:/|每)?(?P<time>[天月])?"
)
TAXED = re.compile(
    rf"(?P<without>(?:不含|未含|不包|另加|外加){_RATE}{_INVOICE}|开票(?:另|再)?加{_RATE})"
    rf"|[含带包]税?{_RATE}{_INVOICE}"
)
# 3+2年: a lease with what may follow it.
TERM_AND_MORE = re.compile(
    r"(?<![\d.+])(?P<years>[1-9一二三五])\+[1-9一二三五]年(?=[\s,，。;；]|$)"
    r"|签(?P<signed>[1-9一二三五])\+[1-9一二三五](?![\d年])|(?P<each>[一二两三])年一签"
)
# 两年起: so long at least.
TERM_FROM = re.compile(r"(?<=[,，。;；\s])([一二两三四五1-5])年起(?:租|签)?(?=[\s,，。;；]|$)")
NEW_YEAR = ("年前", "年后")


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


def _free(text: str) -> Iterator[Finding]:
    free = FREE.search(text) if MAY_FREE.search(text) else None
    if free is None:
        return
    written = free["count"] or free["first"] or "一"
    told = COUNTING.get(written) or parse_number(written) or 0.0
    unit = free["unit"] or free["whole"] or free["only"]
    told += 0.5 if "半月" in unit else 0.0
    told *= 12 if unit == "年" else 1
    yield Finding(
        FieldKey.RENT_FREE, Amount(told, told), *free.span(), "天" if unit == "天" else "月"
    )


def _fee(text: str) -> Iterator[Finding]:
    """物业费另计2元: what is said to be extra, with its figure right behind."""
    fee = FEE.search(text)
    if fee is not None:
        figure = float(fee["figure"])
        time = fee["time"] or ("天" if figure < DAILY_FEE_BELOW else "月")
        why = "" if fee["time"] else f"未写按天还是按月，按{time}理解"
        amount = Amount(figure, figure)
        yield Finding(FieldKey.PROPERTY_FEE, amount, *fee.span(), f"元/㎡/{time}", why)


def _taxed(text: str) -> Iterator[Finding]:
    taxed = TAXED.search(text)
    if taxed is not None:
        told = "excluded" if taxed["without"] else "included"
        yield Finding(FieldKey.VAT, told, *taxed.span())


def phrases(text: str, *, is_demand: bool) -> Iterator[Finding]:
    """What is said in phrases of their own: deposit rhythm, 3+2年, when to move in."""
    if "押" in text or "付" in text or "按" in text:
        yield from _deposits(text)
    yield from _free(text)
    yield from _taxed(text)
    yield from _fee(text)
    for found in TERM_AND_MORE.finditer(text) if "+" in text or "签" in text else ():
        years = parse_number(found["years"] or found["signed"] or found["each"]) or 0.0
        yield Finding(FieldKey.TERM, Amount(years, years), *found.span(), "年")
    for found in TERM_FROM.finditer(text) if "年起" in text else ():
        yield Finding(FieldKey.TERM, Amount(parse_number(found[1]), None), *found.span(), "年")
    when = None
    if _MOVES.search(text):
        when = MOVE_IN_LABELLED.search(text) or MOVE_IN.search(text)
    is_listed = when is not None and not is_demand and FOR_WRITER.match(text, when.end("when"))
    if when and not is_listed and (is_demand or when["when"] not in SOON):
        start, end = when.span("when")
        why = "未说明是农历年还是公历年" if when["when"].startswith(NEW_YEAR) else ""
        yield Finding(FieldKey.MOVE_IN, when["when"], start, end, "", why)

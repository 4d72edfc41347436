"""What is said in phrases of their own: rhythms of payment, months without rent, moving in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.measures import DAILY_FEE_BELOW
from zhuchao.core.messages.moments import moments
from zhuchao.core.text.later import later
from zhuchao.core.text.numerals import parse_number
from zhuchao.core.vocabulary.term import Amount, FieldKey

_N = r"(?:十[一二]?|1[0-2]|[一二两三四五六七八九贰壹叁肆陆1-9])"
# 押两个月付半年, 两押三付, 押贰付壹: the same rhythm in other words.
DEPOSIT_TOLD = later(
    rf"押(?P<down>{_N})(?:个月)?(?:租金|房租)?[\s,，]?(?:付|交)"
    rf"(?:(?P<paid>{_N})(?:个月)?|(?P<half>半年)|(?P<year>一年)|(?P<quarter>季度?))(?![\d万千元块])"
    rf"|(?<![\d万千百十])(?P<down2>[一二两三])[押按](?P<paid2>{_N})[付上租期](?![一二三四五六\d])"
)
DEPOSIT = later(
    rf"押{_N}付{_N}|付{_N}押{_N}"
    r"|(?<!分[一二两三四五六七八九十])(?:半?年|季度?|(?<![每月])月)付(?!有|送|优惠|的话|可(?!以(?:$|[\s,，。;；]))|款?\s*[\d一二三四五六七八九十])"
    r"|(?:[一半1]年|一?季度?|半年|一个月|每月|三个月|六个月)[一1](?:付|交|结|缴|打)(?:清|款|租)?|按(?:年|季度?|半年|月)(?:付|交|缴|结)|(?:年|半年|季)(?:缴|交)(?![付通易税\d])"
)
PLAIN_NUMERALS = str.maketrans("两贰壹叁肆陆123456", "二二一三四六一二三四五六")
# 签三年免半年租, 前两个月不收租, 免首月租金: time without rent, told around its number.
_COUNT = r"(?:十[一二三四五]?|[1-9]\d?(?:\.5)?|[一二两俩仨三四五六七八九半])"
_NO_RENT = (
    r"(?:(?:都|全部?|统统|一律)?(?:免租金?|免房租|免收|免费|免单|全免|不收(?:房?租金?|钱|费)?|不要(?:钱|租|房租)|不[算计](?:钱|租|房租|费)?|不(?:用|需)?交(?:房?租|钱)"
    r"|租金(?:全免|免)|零租金|0租金|白(?:用|住|给|送|租)|送(?=$|[\s,，。;；])))"
)
FREE = later(
    rf"(?:前|首|头|起头|开头|第一)(?P<first>{_COUNT})?(?P<whole>个?半?年|个半月|个?月|天)(?:的?(?:房?租金?))?(?:算?装修期?|给你?装修|拿来装修)?[,，\s]?{_NO_RENT}(?!期?\s*[:：]?{_COUNT}(?:个半?月|[天日]))"
    rf"|(?<![\d签满租第前首])(?P<years>{_COUNT})(?P<term>年|个半月|个?月)(?:的)?免(?:费)?租(?:金|期)?(?!期?[限前到])"
    rf"|免(?:租[期金]?[:：]?)?(?P<count>{_COUNT})(?P<unit>年|个半月|个?月|[天日])(?!以上|起|[内付]|的?(?:押|物业|水电|停车|管理))(?:的?(?:房租|租金?|装修))?"
    r"|免(?:首|头|第一)个?(?P<only>月)的?(?:房租|租金?)"
    rf"|(?<=[满签租年,，。;；\s])送(?P<gift>{_COUNT})(?P<given>年|个半月|个?月|[天日])(?!的?(?:物业|水电|停车|管理|宽带))"
)
FEW = {"俩": 2.0, "仨": 3.0, "半": 0.5}
# What tells of such time at all.
_FREE_WORDS = re.compile("免|不收|零租|不要|不算|不计|不交|不用交|白|送")
# 含13%票, 开票加5个点: who bears the tax, told by its rate.
_RATE = r"\d{1,2}\s*(?:%|个?税?点)的?"
_INVOICE = r"(?:增值税)?(?:专用|普通|专|普)?(?:发票|票|税)"
FEE = later(
    r"(?:(?:物业|管理|物管)费?(?:另[计算收付加])|不含(?:物业|管理|物管)费?)[:：]?(?:每(?:平方米|平米|平方|平|方))?"
    r"(?P<figure>\d{1,2}(?:\.\d{1,2})?)(?:元|块)(?:(?:/|每)?(?:平米?|㎡|m2))?(?:/|每)?(?P<time>[天月])?"
)
# 物业费我们出, 管理费客户自己交: who bears the fee.
FEE_BORNE = later(
    r"(?:物业|管理|物管)费?(?:[都由归算]{1,2})?(?:(?P<us>我们?|俺们?|咱|房东|业主|园区|我方|我司|出租方|甲方|屋主)|你们?|您|租客|租户|客户|承租方|乙方|自己|自行)"
    r"(?:这边|自己|来|负责)?(?:全?包|出|付|交|缴|承担|掏|了$)"
)
TAXED = later(
    rf"(?P<without>(?:不含|未含|不包|不带|另加|外加)\s*{_RATE}{_INVOICE}"
    r"|(?:开|要|需要?|拿|出)(?:增值税)?(?:专用|普通|专|普)?(?:发票|票)(?:的话?)?[,，]?(?:另外?|再|需|要|得|租客|自己?|客户){0,3}(?:加|补|收|贴|付|承担|掏|出)(?!具)(?:\s*(?:\d{1,2}|[一二三四五六七八九十]+)\s*(?:%|个?税?点|个点|税|钱)?)?"
    r"|(?:税点?|票点|税金|税费|发票|票)(?:由?(?:你|租客|租户|客户|承租方|乙方|租方))(?:自?己?)(?:出|承担|付|负责|理)|(?:税点?|票点|开票)自(?:理|付|负|己出))"
    rf"|[含带包]税?\s*{_RATE}{_INVOICE}|(?<!\d){_RATE}{_INVOICE}(?:都|也|均)?[可能]以?(?:开(?!的?话|另)|提供)"
)
# 3+2年: a lease with what may follow it.
TERM_AND_MORE = later(
    r"(?<![\d.+])(?P<years>[1-9一二三五])\+[1-9一二三五]年(?=[\s,，。;；]|$)"
    r"|(?:签|租期|合同期?|租约|期限|年限|租)\s*[:：]?\s*(?P<signed>[1-9一二三五])\s?\+\s?[1-9一二三五](?![\d年.+])|(?P<each>[一二两三])年一签"
)
# 两年起, 够一年就签: so long at least.
TERM_FROM = later(
    r"(?<=[,，。;；:：\s收签租短少])([一二两三四五1-5])年起(?:租|签)?(?=[\s,，。;；]|$)"
    r"|(?:够|满|签够|租够|租满)([一二两三四五1-5])年(?:就|才|即可?)(?:能|可以?)?[签租]"
    r"|(?<=[,，。;；\s])(?:(?:最[少低短]|至少|起码)(?:要|得)?([一二两三四五1-5])年|min(?:imum)?\.?[\s,]([1-5])\s?(?:years?|yrs?))"
    r"(?=[\s,，。;；]|$)"
)
_FOR_YEARS = re.compile("签|租[够满]|最[少低短]|至少|起码|min")
# 可短租3个月: so long at least.
TERM_SHORT = later(
    rf"(?:可|能|支持|接受)以?短(?:租|签)\s?(?:(?P<months>{_COUNT}|\d\d)个月|(?P<half>半年)|一年)(?![付押])(?:起|以上)?"
)
# 合同余19个月, 签的还剩两年: what is left of a lease that is let on.
TERM_LEFT = later(
    rf"(?:合同|租约|租期|签的|租的)(?:我?跟房东)?(?:还|尚|仍|只)?(?:剩|余|有|差){{1,2}}下?(?:约|大概|差不多)?(?:(?P<years>{_COUNT})年(?P<half>半)?(?:零?(?P<more>{_COUNT})个?月)?|(?P<months>{_COUNT}|\d\d)个?月)(?!的?租金)"
)


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
    free = FREE.search(text) if _FREE_WORDS.search(text) else None
    if free is None:
        return
    counted = free["count"] or free["years"] or free["first"] or free["gift"] or "一"
    told = FEW.get(counted) or parse_number(counted) or 0.0
    unit = free["unit"] or free["whole"] or free["only"] or free["given"] or free["term"]
    told += 0.5 if "半月" in unit else 0.0
    told *= 12 if unit.endswith("年") else 1
    unit = "天" if unit in ("天", "日") else "月"
    yield Finding(FieldKey.RENT_FREE, Amount(told, told), *free.span(), unit)


def _fee(text: str) -> Iterator[Finding]:
    """物业费另计2元: what is said to be extra, with its figure right behind."""
    borne = FEE_BORNE.search(text)
    if borne is not None:
        told = "included" if borne["us"] else "excluded"
        yield Finding(FieldKey.PROPERTY_FEE, told, *borne.span())
        return
    fee = FEE.search(text)
    if fee is not None:
        figure = float(fee["figure"])
        time = fee["time"] or ("天" if figure < DAILY_FEE_BELOW else "月")
        why = "" if fee["time"] else f"未写按天还是按月，按{time}理解"
        amount = Amount(figure, figure)
        yield Finding(FieldKey.PROPERTY_FEE, amount, *fee.span(), f"元/㎡/{time}", why)


def _taxed(text: str) -> Iterator[Finding]:
    taxed = TAXED.search(text) if "税" in text or "票" in text else None
    if taxed is not None:
        told = "excluded" if taxed["without"] else "included"
        yield Finding(FieldKey.VAT, told, *taxed.span())


def _left(told: re.Match[str]) -> Finding:
    """还剩14个月, 还有两年半, 还剩四年三个月: in months where it is no whole years."""
    years = parse_number(told["years"] or "零") or 0.0
    more = parse_number(told["more"] or told["months"] or "零") or 0.0
    months = 12 * years + 6 * bool(told["half"]) + more
    value, unit = (years, "年") if months == 12 * years else (months, "月")
    return Finding(FieldKey.TERM, Amount(value, value), *told.span(), unit)


def phrases(text: str, *, is_demand: bool) -> Iterator[Finding]:
    """What is said in phrases of their own: deposit rhythm, 3+2年, when to move in."""
    if "押" in text or "付" in text or "按" in text:
        yield from _deposits(text)
    yield from _free(text)
    yield from _taxed(text)
    yield from _fee(text) if "费" in text or "物" in text else ()
    for found in TERM_AND_MORE.finditer(text) if "+" in text or "签" in text else ():
        years = parse_number(found["years"] or found["signed"] or found["each"]) or 0.0
        yield Finding(FieldKey.TERM, Amount(years, years), *found.span(), "年")
    for found in TERM_FROM.finditer(text) if "年起" in text or _FOR_YEARS.search(text) else ():
        least = parse_number(found[1] or found[2] or found[3] or found[4])
        yield Finding(FieldKey.TERM, Amount(least, None), *found.span(), "年")
    for found in TERM_SHORT.finditer(text) if "短" in text and not is_demand else ():
        told = found["months"] or ("六" if found["half"] else "十二")
        least = FEW.get(told) or parse_number(told)
        yield Finding(FieldKey.TERM, Amount(least, None), *found.span(), "月")
    left = None if is_demand else TERM_LEFT.search(text)
    if left is not None:
        yield _left(left)
    yield from moments(text, is_demand=is_demand)

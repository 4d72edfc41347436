"""Asides: what a message says of others, of what was, will be or might be, and of what is refused.

Their figures and words are no fields of what is asked for or offered. An aside reaches from the
words that begin it to the next stop, or to a word that turns back to the matter (现在, 我这).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OTHERS = (
    r"隔壁|邻居|邻厂|别人|别家|人家|同行|上家|前任|上一?任|前租[客户]|对面|旁边(?=[那的家栋厂公一这])|他们"
    r"|朋友(?=那边|家的?厂|的厂|他们)|(?:附近|周边|周围|这边|这一带)(?=一般|普遍|都是|均价|租金|行情|价格|的?厂(?!房)|企业|要建|在建|也有)"
    r"|市场(?:价|上|均价|行情)|行情|整个园区|(?:园区|产业园)(?=一共|总共|总面积|总占地|共有|占地|年产|内|已|现有|规模|入驻)"
    r"|全[市县区镇乡](?=[税产财工人G])|[该当]地(?=[工人])"
    r"|(?:老板|母公司|总公司|集团|兄弟公司|老板娘)(?:自己)?(?=在[^,，。;；\s]{2,8}有)"
    r"|\d{1,3}号?(?:车间|厂房|仓库|楼|门|库|栋)(?=对面|旁边|隔壁|后面|门口)"
)
_PAST = (
    r"去年|前年|往年|早先|早年|当年(?!底)|当时|那时|前几年|曾经?(?=[是租卖做有出])|上次|上回|上个租客"
    r"|(?<![月年日号天节底初份个季])(?:之前|以前)(?!的?[交搬进入完])|(?<!我们)(?<!我)原[来先](?!的?合同)"
    r"|原(?=价|租|层高|厂房|房东|面积)|(?:19|20)\d\d年(?=[^,，。;；\s]{0,8}[才还时])"
)
_FUTURE = (
    r"[二三四五]期(?=还|再|预计|规划|将|在建|明年|后年|有|准备)|将来|未来|今后|日后|往后"
    r"|(?<![月年日号天])以后(?=可能|再|会|还|要涨|涨)|规划再?(?=建)|拟建|在建|待建|筹建"
    r"|(?:明年|后年|下半年|年底|下个?月)(?=(?:就|会|将|才|可能|周边|要)*(?:通(?!知)|开通|建|涨|拆|改造|接通|修|上光伏))"
    r"|改造[后完](?=可|能|是|有|做)|挑空|做夹层后?|自己加|可以?申请(?=增容|扩容)"
)
_SUPPOSED = r"如果|要是|假如|假设|听说|据说|传说|听人说|估摸着"
_ASKED = r"[你您贵](?=[^,，。;；!！\n]{1,16}(?:[吗呢?？]|多少|几[个吨平亩台]|什么))|(?:需要|想?要)(?=几|多大|多少|什么)"
_LATER = r"(?:行车|航车|天车|货梯|电梯|喷淋)(?=(?:可以?|能|后期|后续|需要?)?(?:随时)?(?:自己?|自行|另外?|后)?(?:加装|加到|自装|自配|加[^强固盖]|再装))"
# Only of who looks for something: what he has now, or saw.
_OWN = (
    r"现有(?=厂|仓|办公|场地|面积|的|一|两)|(?:现在|目前|现)(?=的?(?:租|用)(?:的|着|了))|(?:现在|目前)的(?=房东|厂|仓)"
    r"|[老旧原现](?:厂(?!区|长)|仓库|房东|车间)(?=房?(?:那|[是只在有合层太面]|租))|(?:昨天|前天|上周|前面|前两天|早上|刚才|刚刚)看"
    r"|看[了过](?=[一几两]|好几)|(?:我们?|公司)(?=在[\u4e00-\u9fff]{2,6}(?:有|还有|也有)[^,，。;；\s]{0,3}(?:\d|[一二两三四五六七八九十个家座]))"
)
# What may be wished or left open in such words is no aside.
_WISHED = re.compile(r"最好|更好|优先|也行|也可|都行|都可|更佳|加分|合适")
_REFUSED = (
    r"[租卖谈给拿]不[了到]|没租|没卖|没谈成|没成交|不划算|太[贵大小高低远]|嫌|(?:就)?别发|都?不够用"
    r"|(?<=[块元平方米万])[^,，。;；\s]{0,3}(?:免谈|免开口|不谈|勿扰)|那[个套家间]?[^,，。;；\s]{0,8}不行"
    r"|(?:租掉|租完|已租|卖掉了|已售|租出去了)[^,，。;；!！?？\n\r\s]*"
)
_STOPS = ",，。;；!！?？\n\r"
_END = re.compile(
    rf"[{_STOPS}]|(?<=[^\s]{{3}})\s+|现在(?!的?房东|租的|用的)|如今|我这|我们这|我司|本厂|本园|本公司"
    r"|现(?=\d)|但(?:是)?|不过|想[找租买]|求[租购]|出租|转租|1[3-9]\d{9}"
)
_ANY = re.compile(rf"(?:{_OTHERS}|{_PAST}|{_FUTURE}|{_SUPPOSED}|{_LATER})")
_DEMANDED = re.compile(rf"(?:{_OTHERS}|{_PAST}|{_FUTURE}|{_SUPPOSED}|{_LATER}|{_OWN})")
_OFFERED = re.compile(rf"(?:{_OTHERS}|{_PAST}|{_FUTURE}|{_SUPPOSED}|{_LATER}|{_ASKED})")
_REFUSAL = re.compile(_REFUSED)
_CLAUSE = re.compile(rf"[^{_STOPS}]*$")
_FIGURE = re.compile(r"[\d一二两三四五六七八九十百千万]")
# So far back a refusal is looked for its figure.
LONGEST = 24


def without_asides(text: str, balance: int = 0) -> str:
    """The text with blanks in place of its asides; every other character stays where it stands.

    ``balance`` tells the side that the text is of, as far as that is known: above zero a demand.
    """
    marks = _DEMANDED if balance > 0 else _OFFERED if balance < 0 else _ANY
    found = [*_led(text, marks), *_refused(text)]
    if not found:
        return text
    kept = list(text)
    for start, end in found:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _led(text: str, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while mark := marks.search(text, at):
        end = _END.search(text, mark.end())
        at = end.start() if end else len(text)
        at = max(at, mark.end())
        if not _WISHED.search(text, mark.start(), at):
            yield mark.start(), at


def _refused(text: str) -> Iterator[tuple[int, int]]:
    """15块租不了: what stands in front of a refusal, in its clause."""
    for mark in _REFUSAL.finditer(text):
        before = _CLAUSE.search(text, max(0, mark.start() - LONGEST), mark.start())
        start = before.start() if before else mark.start()
        blank = text.rfind(" ", start, mark.start())
        start = max(start, blank + 1)
        if _FIGURE.search(text, start, mark.end()):
            yield start, mark.end()

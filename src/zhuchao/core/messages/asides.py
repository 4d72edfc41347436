"""Asides: what a message says of others, of what was, will be or might be, and of what is refused.

Their figures and words are no fields of what is asked for or offered. An aside reaches from the
words that begin it to the next stop, or to a word that turns back to the matter (现在, 我这).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zhuchao.core.messages.holdings import holdings
from zhuchao.core.messages.retracting import retracted
from zhuchao.core.text.openings import Opened

_STOPS = ",，。;；!！?？\n\r"
_PAUSES = frozenset(",，。;；!！")
_REST = rf"[^{_STOPS}\s]"
_NUMERAL = r"[\d一二两三四五六七八九十几]"

_OTHERS = "|".join(
    (
        r"园区另有|另有(?=[^,，。;；\s]{2,10}[,，][^,，。;；\d]{0,6}(?:暂时?|先)?不[租卖出])|现收租|现有?租约|年收租|租金收入|收租(?=\d|一年|每年)|(?:旁边|周边|附近|四周|楼[上下]|隔壁)(?:最好)?(?:不能|不要|别|不得|不可)|(?:宿舍楼?|食堂|天然气|燃气|管道气|蒸汽|污水管?网?|双回路|电梯|货梯|行车|喷淋|地铁|月台|变压器)(?:预计|计划|要到?|得到?|将)?(?=明年|后年|下半年|年底|明后年|以后|将来|下个?月|\d{1,2}月)(?=[^,，。;；\s]{0,8}(?:通|盖|建|装|好|开|完工|到位|上))|(?:税费?|费用|水电费?|物业费?|佣金|押金|手续费?)(?:怎么|如何)(?=[算收付交])|隔壁|邻居|邻厂|别人|别家|人家|同行(?![勿免别绕不中])|上家|前任|上一?任|上一手|前租[客户]|对面|对门|他们|同园区|别的(?=厂|仓|都|园|楼|办公)",
        r"旁边(?=[那的家栋厂公一这\d])|[前后左右里外]面(?=那|这?排|还有个|是)|后面那|另一家|另外那",
        r"朋友(?=那边|家的?厂|的厂|他们)|我?(?:同学|亲戚|老乡|同事|战友)(?=那|家|的|在(?!找|想|搞|弄|做|办))",
        r"(?:附近|周边|周围|这边|这一带|镇上|村里|街上)(?=一般|普遍|都是?|均价|租金|行情|价格|别的|的?厂(?!房)|企业|要建|在建|也有)",
        r"市场(?=价|上|均价|行情)|行情|网上|平台上|贝壳|整个(?:园区|项目|产业园)",
        r"(?:园区|产业园)(?=一共|总共|总面积|总占地|共有|占地|年产|内|已|现有|规模|入驻)|(?:开发区|全[市县区镇乡])(?=[今去税产财工人引G])",
        rf"(?:老板|母公司|总公司|集团|兄弟公司|老板娘)(?:自己)?(?=在{_REST}{{2,8}}有)|一共(?=\d{{1,2}}[栋幢])",
        r"租了(?:[一二两三四五六七八九十]|\d{1,2})年(?!的)|上一?家租",
        r"加建|违建|违章|搭建的",
        r"(?:[我咱]们?|自己)(?:自己)?租了(?=[\d一二两三四五六七八九十个整])|(?<=[^\u4e00-\u9fff])上家|原房东(?!红本|直[租招]|[出招急放]租|厂房|独院|一手|自)",
        r"听[\u4e00-\u9fff]{0,4}[说讲](?!话)|有个?(?:客户|老板|同行|朋友|人)(?=说|讲|报|出|开|在)|(?:自己|我们?|业主|房东|老板)留[了着用]?(?=\d|[一二两三四五六七八九十])",
        r"(?:目前|现在)只有|(?:房东|拿房)价(?=\d)|(?:现有)?(?:租[客户]|承租人)(?=年?租金|每[年月]|[月年]付|租[到期])",
        r"(?:因|因为)?(?:房东|业主)(?:要|想|把)?(?=卖房|卖掉|涨价|涨租|收回|不续|不租)",
        r"[楼隔]?[上下]面?(?=租给|是做|是搞|住着)|工人一天|[工师]人?傅?工资",
    )
)
# 2019年租金才12, 6号车间对面, 十年前: what they count stands in front of them.
_COUNTED = (
    rf"(?:(?<=19\d\d)|(?<=20\d\d))年(?={_REST}{{0,8}}[才还时]|[买租卖拍成签]|拿地|建[的成])"
    rf"|(?<={_NUMERAL})年(?=前(?!要|能|搬|进|入|必|完)|[以之]?后[再可想会谈买考])"
    rf"|(?<=[间房库楼门栋层])那家(?=[^{_STOPS}\s]{{1,12}}[租做])|(?<=[间房库楼门栋])(?:对面|旁边|隔壁|后面|门口)|(?<=\d)[楼层](?=[电楼]梯口|食堂|前台)"
)
_BEFORE = re.compile(rf"{_NUMERAL}+号?(?:车间|厂房|仓库|楼|门|库|栋)?$")
# 上海那边都要1块8, 张总他们家: the two characters in front belong to it.
_BACK = (
    r"(?<=[总哥姐])他们|(?<=[总哥姐])家(?=的?\d)|(?<=[\u4e00-\u9fff]{2})那边(?=(?:一年|一个月|每平|一平|租金|价格)?(?:都|要|才|也要|只要|均价|报价))"
    r"|(?<=[\u4e00-\u9fff]{2})那[间家栋块](?=\d)"
)
_PAST = "|".join(
    (
        r"去年|前年|往年|早先|早年|当年(?!底)|当时|那时|那会儿?|疫情|前几年|曾经?(?=[是租卖做有出])|上次|上回|上个租客|当初|起初",
        r"最[早初](?!\d|[一二三四五六七八九十]|要|进|能)|刚开始|前段时间|本来|老租约|老价|老合同|刚才(?=有)|[买建盖租拿签]地?的?(?:时候|那年|那会)",
        r"(?<![月年日号天节底初份个季])(?:之前|以前)(?!的?[交搬进入完])|(?<!我们)(?<!我)原[来先](?!的?合同)|原来的(?=地方|厂|仓)",
        r"原(?:来)?(?:报|计划|挂|定|要价|说)(?:价|的)?(?=总?投?[\d一二两三四五六七八九十])|(?<![月年日号天节底初份个季旦一秋])(?:之前|开始|起初|早上|本来)(?:报|说|挂|发|要)",
        r"原(?=价|租|层高|厂房|房东(?!红本|直[租招]|[出招急放]租|厂房|独院|一手|自)|面积)",
    )
)
_FUTURE = "|".join(
    (
        rf"[二三四五]期(?=\d{4}年|明年|还|再|预计|规划|将|在建|明年|后年|有|准备)|等{_REST}{{1,6}}(?:好了|建好|建成|下来|到位)|将来|未来(?!科技|城|岛)|今后|日后|往后|远期|接下来",
        r"(?<![月年日号天])以后(?=可能|再|会|还|要涨|涨|想)|规划再?(?=建)|拟建|在建|待建|筹建|过[几两三]年|到20\d\d年",
        r"(?:明年|后年|下半年|年底|下个?月)底?(?=(?:就|会|将|才|可能|周边|要|地铁|再)*(?:通(?!知)|开通|建|涨|拆|改造|接通|修|上光伏))",
        r"改造[后完](?=可|能|是|有|做)|改一下|挑空(?![约高]?\d)|做夹层后?|自己加|可以?申请(?=增容|扩容)|年底前可能|后期(?=可|能|要|会|想|再)",
    )
)
_SUPPOSED = r"如果|要是|假如|假设|据说|传说|估摸着"
_LATER = (
    r"(?:行车|航车|天车|货梯|电梯|喷淋)(?=(?:可以?|能|后期|后续|需要?)?(?:随时)?"
    r"(?:自己?|自行|另外?|后)?(?:加装|加到|自装|自配|加[^强固盖]|再装))|加一?[台部](?:行车|货梯|电梯)(?=要|得|大?概)"
)
# Of an offer only: what it asks its reader; of a demand what it asks for is wanted.
_ASKED = (
    rf"[你您贵](?=[^{_STOPS}]{{1,16}}(?:[吗呢?？]|多少|几[个吨平亩台]|什么))"
    r"|(?:需要|想?要)(?=几|多大|多少|什么)|因?(?:我们?|本厂|本公司|公司|厂)(?:整体)?[搬迁](?:去|到|至|往)"
)
# Of a demand only: what its writer has now, or saw.
_OWN = "|".join(
    (
        r"总部(?:在|位于)?(?=[\u4e00-\u9fff]{2,8}(?:$|[,，。;；\s]))|(?:客户|老板|企业)(?:在|现在)(?=[\u4e00-\u9fff]{2,6}(?:的[厂仓库]|$|[,，。;；]))|现[址仓](?=[:：在太是])|现地址|现办公|原址|现有(?=厂|仓|办公|场地|面积|的|一|两)|(?:现在|目前|现)(?=的?(?:租|用|交|付)(?:的|着|了))|(?:现在|目前)的?(?=房东|厂|仓|车间|场地|地方|办公)",
        r"[老旧原现](?:厂(?!区|长)|仓库|房东|车间)(?=房?(?:那|[是只在有合层太面]|租))|(?:昨天|前天|上周|前面|前两天|早上|刚才|刚刚)看",
        r"看[了过中](?=[一几两过]|好几)|看中过|(?:目前|现在)?厂里(?=有|现|目前|的)|手[上里](?=设备|机器|的设备)|跟朋友合租",
        rf"(?:我们?|公司)(?=在[\u4e00-\u9fff]{{2,6}}(?:那个厂|有|还有|也有){_REST}{{0,3}}(?:\d|[一二两三四五六七八九十个家座才]))",
        r"现在在?(?=[\u4e00-\u9fff]{2,6}\d+(?:平|方|㎡|m2)[米方]?(?:要?搬|不够|太[小挤]|租期|租约|合同))",
        r"(?:最[大重高长]的?)(?=机器|设备|模具|产品|工件|机床|单件)|(?:机器|设备|模具|产品|工件|单件)(?=最[大重高长]|[高长重宽]\d|单重)",
        r"(?:客户|供应商|总公司|总部|工人|员工|股东|上游|下游|配套厂|老板)(?:[\u4e00-\u9fff]{0,2}|大多|主要)?(?=都?[住在是](?!做|搞|生产|干|开|弄)[\u4e00-\u9fff]{2,8}(?:$|[,，。;；人]))|之前中介",
    )
)
# What may be wished or left open in such words is no aside.
_WISHED = re.compile(r"最好|更好|优先|也行|也可|都行|都可|更佳|加分|合适")
_REFUSED = Opened(
    "|".join(
        (
            r"免租期?(?:没有|没得|不给|不送)|(?:没有|不给|不送|不带|没)免租",
            r"[租卖谈给拿]不[了到]|没租|没卖|没谈成|没成交|没谈拢|没同意|不划算|太[贵大小高低远]|嫌|(?:就)?别发|都?不够用?",
            r"(?:能谈下来|谈得下来|拿得下来?|租得到|行不行|可以吗|行吗)吗?",
            rf"(?P<near>免谈|免开口|不谈|勿扰|不用打|不用谈|别[打谈来])|那[个套家间]?{_REST}{{0,8}}不行",
            r"是?我(?:自己)?拿的价?(?=$|[,，。;；\s])",
            r"(?P<gone>(?:谈崩|考察过|去看过|跑过|[租买]不起|没谈拢)了?(?=$|[,，。;；!！\s]))",
            rf"(?:已签(?!约)|已定出?|已订|已预定|已被|勿推|别推|租掉|租完|租满(?!\d|[一二两三四五半])|已租|卖掉了|已售|租出去[了过]|不算面积|没证不算|是(?:邻居|别人|人家|隔壁|村里|(?:房东|老板)自己)的){_REST}*",
        )
    )
)
_TURN = (
    r"|现在(?!的?房东|租的|用的|的?厂|的?仓)|如今|我这|我们这|我司|本厂|本园|本公司|现(?=\d)|但(?:是)?|不过|求[租购]|出租|转租"
    r"|1[3-9]\d{9}"
)
_BLANK = r"|(?<=[^\s]{3})\s+"
_END = re.compile(
    rf"[{_STOPS}]{_BLANK}{_TURN}|[想要][在找租买]|降到|改[到为成]|压到|调[到为]|转给你|给你"
)
_LATE_END = re.compile(rf"[{_STOPS}]{_BLANK}{_TURN}")
_MARK = Opened(
    rf"(?P<any>(?P<back>{_BACK})|(?P<counted>{_COUNTED})|{_OTHERS}|{_PAST}"
    rf"|(?P<late>{_FUTURE})|{_SUPPOSED}|{_LATER})|(?P<offer>{_ASKED})|{_OWN}"
)
_CLAUSE = re.compile(rf"[^{_STOPS}]*$")
_FIGURE = re.compile(
    r"(?!二(?:房东|手)|一[手律定般些样起直])[\d一二两三四五六七八九十百千万半]|免租"
)
# 超过十八块就别打了: what is refused above a figure tells that.
_BEYOND = re.compile("超过|高于|大于|多于|超出")
_UNIT_BEFORE = re.compile(r"[块元平方米万](?:以[上下])?[^,，。;；!！?？\s]{0,3}$")
# Clauses that only greet or thank: whatever else a message says, they say nothing of it.
_TO = "(?:大家|各位|诸位|老板|老师|领导|朋友|群友|同行|亲|们|您|你|们|所有|全体|的)*"
_COURTESY = re.compile(
    rf"(?:(?<=[{_STOPS}\s])|^)[^\w{_STOPS}]*{_TO}(?:(?:早上?|中午|下午|晚上|上午|新年|周末|节日|你|您|大家|各位)好?|好|在吗|打扰了?"
    rf"|辛苦|麻烦|谢谢|感谢|多谢|拜托|有劳|祝好|早安|晚安)(?:啊|呀|哈|了|啦|哦|一下|各位|大家|老板|老师|群主|支持|看看|看下|们|您|您了)*"
    rf"[^\w{_STOPS}]*(?=[{_STOPS}\s]|$)"
)
# So far back a refusal is looked for its figure.
LONGEST = 24
FARTHEST = 8


class Aside(NamedTuple):
    """Where an aside stands; ``side`` is above zero for one that only a demand can hold."""

    start: int
    end: int
    side: int = 0


def asides(text: str, written: str) -> list[Aside]:
    """What may be asides, in order; of some it depends on the side that the text is of.

    ``written`` is the text with its blanks, where ``text`` may have stops in their place.
    """
    held = [Aside(start, end, 1) for start, end in holdings(written)]
    taken_back = [Aside(start, end) for start, end in retracted(text)]
    return [*held, *taken_back, *_led(text), *_refused(text)]


def courtesies(text: str) -> list[Aside]:
    """The clauses that only greet or thank."""
    return [_with_stop(text, *found.span()) for found in _COURTESY.finditer(text) if found[0]]


def _with_stop(text: str, start: int, end: int) -> Aside:
    """With the stop that sets it off: what is left is parted as it was without."""
    if text[end : end + 1] in _PAUSES:
        return Aside(start, end + 1)
    return Aside(start - (text[start - 1 : start] in _PAUSES), end)


def without(text: str, found: Iterable[Aside], balance: int = 0) -> str:
    """The text with blanks in place of its asides; every other character stays where it stands.

    ``balance`` tells the side that the text is of, as far as that is known: above zero a demand.
    """
    meant = [each for each in found if not each.side or each.side * balance > 0]
    if not meant:
        return text
    kept = list(text)
    for start, end, _ in meant:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _led(text: str) -> Iterator[Aside]:
    at = 0
    while mark := _MARK.search(text, at):
        end = (_LATE_END if mark["late"] else _END).search(text, mark.end())
        at = max(end.start() if end else len(text), mark.end())
        start = _start(text, mark)
        if not _WISHED.search(text, mark.start(), at):
            yield Aside(start, at, 0 if mark["any"] else -1 if mark["offer"] else 1)


def _start(text: str, mark: re.Match[str]) -> int:
    if mark["back"]:
        return mark.start() - 2
    low = max(0, mark.start() - FARTHEST) if mark["counted"] else mark.start()
    before = _BEFORE.search(text, low, mark.start())
    return before.start() if before else mark.start()


def _refused(text: str) -> Iterator[Aside]:
    """15块租不了: what stands in front of a refusal, in its clause."""
    for mark in _REFUSED.finditer(text):
        before = _CLAUSE.search(text, max(0, mark.start() - LONGEST), mark.start())
        start = before.start() if before else mark.start()
        start = max(start, text.rfind(" ", start, mark.start()) + 1)
        is_meant = not mark["near"] or _UNIT_BEFORE.search(text, start, mark.start())
        if mark["near"] and _BEYOND.search(text, start, mark.start()):
            continue
        if is_meant and (mark["gone"] or _FIGURE.search(text, start, mark.end())):
            yield Aside(start, mark.end())

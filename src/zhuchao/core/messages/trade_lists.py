"""The members of a list of trades: noun phrases of bounded length, whatever their words are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from zhuchao.core.messages.tokens import BULLETS, Kind, Token
from zhuchao.core.messages.trade_cues import LONGEST_GOOD, Cues
from zhuchao.core.messages.trade_items import Named, code_of, plain, written
from zhuchao.core.messages.trade_phrases import DONE, FREE, FREE_AHEAD, OF_TRADES
from zhuchao.core.text.later import later
from zhuchao.core.text.openings import opened
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import TradeRef

# What stands between stops, how points of a list begin, and what hardly parts two stretches.
CHUNK = re.compile(rf"[^,，。;；!！?？\n\r()（）【】\[\]|\s\"“”{BULLETS}]{{1,120}}")
BULLET = re.compile(r"[-—*#.>]+|[①-⑳]|\d{1,2}[、.)](?!\d)|[一二三四五六七八九十]{1,3}、")
_BULLET_STARTS = frozenset("-—*#.>①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十")
SOFT = re.compile(rf"[,，]?[ \t\u3000\ufe0f\u200d{BULLETS}]*")
LONGEST = 12
_FEW = 2
# A list of so many members that stand side by side tells trades, though no word of it is known.
LISTED = 3
# 气动元件小家电电机: how long several names without a sign between are, and one of them.
MIN_RUN, MOST_RUN, LONGEST_PIECE = 6, 16, 5
AND = later(
    r"[、/&+·]|和(?![面服])|(?<![涉普])及(?!时|格)|以及|与|跟|(?<=[\u4e00-\u9fff])no(?=[\u4e00-\u9fff])|或者?|还有|同埋|的(?=[做搞干弄存放养修])|(?<=[\u4e00-\u9fff]{2})加(?=[^工热固气油盟强厚急密速减]{2})|(?<=[\u4e00-\u9fff]{2})同(?=[^步行学心时意等一])"
)
# The characters that one of these begins with.
_AND_BEGINS = re.compile("[、/&+·和及以与跟n或还同的加]")
# Whom and what such words turn away or call that is no trade.
NO_CALLING = opened(
    r"租|售|卖|倒房|炒|诚|价|闲|热闹|实力|拖欠|住人|外行|小白|推销|骗子|套手|套白|打听|税|付款|全款|现金|年付|先到|一次性(?![\u4e00-\u9fff])|规模|专精特新|高新技术|规上|费|押|佣|发票|钱"
    r"|国企|央企|手续|证件|执照|证照|自用|长期|随时|现场|实地|预约|微信|来人|看货|车辆?(?=[进可])|(?<!夹)层|米(?![面线粉酒])|平(?!板)|吨|亩|楼|(?<![厨板箱])房(?!车)|(?<!自)行车|叉车|水电|消防(?!器)|环评|注册|分割|改造|装修"
    r"|加装|增容|增高|定制|办理|办证|贷款|按揭|分期|开票|停车$|大车|货车|挂车|交通|位置|采光|通风|^配套|配套[齐设完]|无(?![纺人])|园区|政府|附近|周边|地铁|高速"
    r"|外资|内资|港资|台资|外地|本地|上市|民营|大型|知名|朋友|老板|兄弟|实业|集团|中介|打扰|骚扰|电话|(?<!机器)人$|任何|各类|各种|多种|所有|行业$|产业$|用途|各行|个体|散户|同行|业主|个人|^[我你他她您咱俺]|违[法规]|\d(?![a-z])|[一二两三四五六七八九十百千万半](?=[个楼层台部家间栋年月天米吨块元点人条样种房])|第[一二]|时间|面积|合同|签"
    r"|仓储$(?<!.仓储)|^生产(?:加工)?$|^加工$|生产型|制造型|科技型|皮包|空手|狼$|^其[他它余]|^剩|不|没|别|吗|呢|哦|啊|[吧嘛]$|随便|方便|齐全|完善|良好|宽敞|到位|有保障|优惠|免|送|货架|是|总部|办事处|用房|周转|我|你|资料|需求|发布|信息|备案|许可|委外|外发|外协|^非(?!标)|中转|^项目|^(?:企业|公司|工厂|厂家|单位)|废[水气]|污水|接管|纳管|排[污水]|^(?:[好到得个完什么点了这那要来去]|过(?![氧滤]))|看房|带客|带看|看盘|报盘|来访|参观|什么|起来|出来|下去|隔断|准备|决定|调整|[的太很]|有(?![机色])|噪[音声]|异味|粉尘|气味|基地|(?:生产|产|流水|条|专|路|高压|干)线$|产品$|客户|东西|污染(?!$)|(?<!高)(?<!重)(?<!^)污染|拎包|(?:^|类)工业(?:用地|用途)?$|热线|锅炉(?![配件])|走路|分钟|小时|公里|^商[业住办]|门口|^[能可]用|[停进]得|[前后东西南北]栋|考察|洽谈|垂询|光临|莅临|^咨询|联系|合作(?!社)|推荐|自己|自行|齐$|一体$|^[一二三四]期|^轻工业$|住宅|居住|自然人|厂房|仓库"
)
# 食品级塑料杯: the grade of what is named.
_GRADED = later(
    "(?:食品|医用|医药?|医疗|药用?|工业|电池|电子|车规|航空|光学|日化|饲料|试剂|军工?|宠物)级(?=..)"
)
PREMISES = frozenset({"仓储", "办公", "展厅", "研发", "停车", "轻加工", "研发中心", "中试"})
# 养鸡养鸭, 堆煤堆沙: two things that are done alike.
_ALIKE = re.compile(
    r"(?P<verb>[养堆放存拉修卖做打洗磨烧涉含])[^、]{1,3}(?:(?P=verb)[^、]{1,3}){1,4}"
)
# 煤不行: trades and goods of a single character.
_SINGLE = frozenset("煤油酒茶药布纸粮盐糖砂沙石酸碱矿米木铁钢铝铜鱼肉菜花")
# 含喷漆, 带电镀: of what is had or meant.
_SAID = frozenset("含带有涉像如对搞做")


class Member(NamedTuple):
    """A member, and whether its words show that it is a trade."""

    named: Named
    is_known: bool


class Reader(NamedTuple):
    """What reads members: the text, its tokens by their starts, and the tables.

    ``keeps_whole``: words that stand together without a sign are one name: 窗帘布艺电商.
    """

    text: str
    tokens: Mapping[int, Token]
    tables: Tables
    cues: Cues
    keeps_whole: bool = False

    def members(self, start: int, end: int, *, may_begin_late: bool = False) -> list[Member]:
        """The members of a list; none where one of them is something else.

        ``may_begin_late``: words of something else may stand before the first, as in 钢构库放板材.
        """
        found: list[Member] = []
        start, end = self._without_class(start, end)
        for at, to in self._parts(start, end):
            told = self._member(at, to)
            if not told and not found and may_begin_late:
                told = self._begun_late(at, to)
            if not told:
                return []
            found += told
        return found

    def _without_class(self, start: int, end: int) -> tuple[int, int]:
        """换热器、板簧等机械 is what is listed; 面粉等食品 is the class."""
        at = self.text.rfind("等", start, end - 2)
        if at <= start:
            return start, end
        return (start, at) if "、" in self.text[start:at] else (at + 1, end)

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        parts: list[tuple[int, int]] = []
        at, begin = start, _AND_BEGINS.search(self.text, start, end)
        for sign in AND.finditer(self.text, begin.start(), end) if begin else ():
            if not self._is_inside(*sign.span()):
                parts.append((at, sign.start()))
                at = sign.end()
        parts.append((at, end))
        return [each for each in parts if self.text[slice(*each)].strip()]

    def _is_inside(self, start: int, end: int) -> bool:
        """Whether a sign for a further member stands inside of a word: 跟单, 与会."""
        if self.text[start] in "、/&+·":
            return False
        return any(
            at in self.tokens and self.tokens[at].end > start and "trade" in self.tokens[at].roles
            for at in range(max(0, start - 3), start)
        )

    def _begun_late(self, start: int, end: int) -> list[Member]:
        cut = start
        for at in range(start, end):
            token = self.tokens.get(at)
            if token is not None and token.end <= end and self._tells(token):
                cut = max(cut, token.end)
        cut = max(cut, self.text.rfind("的", start, end - 1) + 1)
        verbs = [each.end() for each in self.cues.verb.finditer(self.text, cut, end)]
        for begin in [*reversed(verbs), cut]:
            told = self._member(begin, end) if begin > start else []
            if told and all(each.is_known for each in told):
                return told
        return []

    def _member(self, start: int, end: int) -> list[Member]:
        start = self._without(self.cues.lead, start, end)
        if _ALIKE.fullmatch(self.text, start, end):
            return list(self._alike(start, end))
        end = self._without_kind(start, end)[1]
        start = self._without(self.cues.verb, start, end)
        item = self.text[start:end]
        if not item or len(item) > LONGEST or (len(item) == 1 and item not in _SINGLE):
            return []
        inside = [token for token in self.between(start, end) if token.end <= end]
        trades = [token for token in inside if "trade" in token.roles]
        is_one = self._is_one(trades) or (self.keeps_whole and len(trades) > _FEW)
        if not is_one and sum([t.end - t.start for t in trades]) == len(item):
            return [Member(each, is_known=True) for each in plain(trades, self.tables)]
        if len(item) == 2 * _FEW and all(map(self.cues.dirty.fullmatch, (item[:2], item[2:]))):
            halves = ((start, start + _FEW), (start + _FEW, end))
            return [self._known(*each) for each in halves]  # 熔炼酸洗
        if not self._may_be_trade(item, start, inside):
            return []
        ref = TradeRef(written(item), code_of(item, self.tables))
        is_known = bool(trades) or self.is_known(item)
        return [Member(Named(ref, start, end), is_known=is_known)]

    def _known(self, start: int, end: int) -> Member:
        word = self.text[start:end]
        ref = TradeRef(word, code_of(word, self.tables))
        return Member(Named(ref, start, end), is_known=True)

    def _may_be_trade(self, item: str, start: int, inside: Sequence[Token]) -> bool:
        """Whether no word of it tells something else, but for words that its last one takes in."""
        end, trades = start + len(item), [t for t in inside if "trade" in t.roles]
        if item in PREMISES or any(t.start == start and t.end == end for t in trades):
            return True
        unknown = item
        for word in (*(t.text for t in trades), *(PREMISES if len(item) > _FEW else ())):
            unknown = unknown.replace(word, "·")
        if NO_CALLING.search(unknown):
            return False
        telling = [t for t in inside if self._tells(t)]
        is_part = all(t.kind is Kind.WORD and t.start < end - 1 for t in telling)
        return not telling or (is_part and (bool(trades) or self.is_known(item)))

    def _alike(self, start: int, end: int) -> Iterator[Member]:
        """养鸡养鸭养猪: each with its verb."""
        verb = self.text[start]
        begins = [at for at in range(start, end) if self.text[at] == verb]
        for at, to in zip(begins, [*begins[1:], end], strict=True):
            yield self._known(at, to)

    def _without(self, pattern: re.Pattern[str], start: int, end: int) -> int:
        """Where the name begins behind words of a pattern: 做五金 is 五金."""
        while start < end and self.text[start] in " .":
            start += 1
        found = pattern.match(self.text, start, end)
        is_left = found and (end - found.end() > 1 or self.text[found.end() : end] in _SINGLE)
        if found and is_left and not self._is_exact(start, end):
            start = found.end()
        behind = self.tokens.get(start + 1)
        is_said = self.text[start : start + 1] in _SAID and behind is not None
        return start + 1 if is_said and behind and behind.has("trade") else start

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that start there."""
        tokens = self.tokens
        return [tokens[at] for at in range(start, end) if at in tokens]

    def holds_else(self, start: int, end: int) -> bool:
        """Whether anything but words for trades that the vocabulary knows stands there."""
        inside = self.between(start, end)
        last = inside[-1] if inside and inside[-1].has("trade") else None
        for token in inside:
            roles = token.roles
            if roles and (roles <= FREE or (token.end < end and roles <= FREE_AHEAD)):
                continue
            if token.text in PREMISES and token.end - start > _FEW + 1:
                continue  # 高分子膜材料中试
            is_of_last = "head" in roles and last is not None and token.end == last.start
            if not is_of_last:
                return True
        return False

    def _without_kind(self, start: int, end: int) -> tuple[int, int]:
        """Without words for all that is such: 五金类企业 is 五金."""
        if self.text[end - 1] not in self.cues.endings or self._is_exact(start, end):
            return start, end
        found = self.cues.ending.search(self.text, max(start, end - 8), end)
        if found is None:
            return start, end
        at = found.start()
        is_left = at - start > 1 or self.text[start:at] in _SINGLE
        return start, at if is_left else end

    def _is_exact(self, start: int, end: int) -> bool:
        token = self.tokens.get(start)
        return token is not None and token.end == end and token.has("trade")

    def run_together(self, start: int, end: int) -> list[Member]:
        """摩配汽配船舶装备: three names or more without a sign between."""
        if not MIN_RUN <= end - start <= MOST_RUN:
            return []
        best: dict[int, list[Member]] = {start: []}
        for to in range(start + 2, end + 1):
            for at in range(max(start, to - LONGEST_PIECE), to - 1):
                item = self.text[at:to]
                if at in best and self._is_whole(item) and _is_shorter(best, at, to):
                    best[to] = [*best[at], self._known(at, to)]
        found = best.get(end, [])
        return found if len(found) >= LISTED else []

    def _is_whole(self, item: str) -> bool:
        """Whether it is a name by itself: a known one, or one that a word for goods ends."""
        if item in self.tables.trade_words or item in self.cues.goods:
            return item not in self.cues.compounds["generic"]
        return len(item) > _FEW + 1 and item[-_FEW:] in self.cues.compounds["generic"]

    def is_known(self, item: str) -> bool:
        """Whether a word that ends it, or all of it, names goods or what is done."""
        if item in self.tables.trade_words or item in _SINGLE or item in PREMISES:
            return True
        tails = [item[-size:] for size in range(1, LONGEST_GOOD + 1) if size <= len(item)]
        is_good = not self.cues.goods.isdisjoint(tails) or item[-1:] in self.cues.loose
        return is_good or bool(code_of(item, self.tables))

    def is_named(self, item: str) -> bool:
        """The same where nothing else shows that it is a trade: 临窗 is none, 烤漆门 is."""
        graded = _GRADED.match(item)
        if graded is not None and self.is_known(item[graded.end() :]):
            return True
        tails = [item[-size:] for size in range(2, LONGEST_GOOD + 1) if size <= len(item)]
        heads = [item[:size] for size in range(2, LONGEST_GOOD + 1) if size < len(item)]
        is_made = any(head in self.cues.goods or head in self.tables.trade_words for head in heads)
        is_short = is_made and item[-1:] in self.cues.goods
        words = self.tables.trade_words
        is_short = is_short or any(item[at : len(item) - 2] in words for at in range(len(item) - 3))
        is_good = is_short or not self.cues.goods.isdisjoint(tails)
        return is_good or bool(code_of(item, self.tables))

    def _is_one(self, trades: Sequence[Token]) -> bool:
        """新能源汽车零部件, 陶瓷机械: words of which one only says of what the other is."""
        if len(trades) < _FEW:
            return False
        last, words = trades[-1], self.cues.compounds
        if trades[0].text in OF_TRADES or last.has("part") or DONE.fullmatch(last.text):
            return True
        if len(trades) > _FEW:
            return False
        is_machine = last.text in words["machine"] and trades[0].text in words["worked"]
        is_made_of = trades[0].text in words["material"] and last.text not in words["broad"]
        return is_machine or is_made_of or last.text in words["generic"] | words["kind"]

    def _tells(self, token: Token) -> bool:
        """Whether the word tells a field of its own; 仓储 and 办公 are done there, too."""
        if token.kind is not Kind.WORD:
            return token.kind is not Kind.MARK and token.end - token.start > 1
        is_free = token.roles <= FREE or token.text in PREMISES
        return not is_free and token.end - token.start > 1


def _is_shorter(best: Mapping[int, list[Member]], at: int, to: int) -> bool:
    return to not in best or len(best[at]) + 1 < len(best[to])


def behind_bullet(text: str, start: int, end: int) -> int:
    """Where a point of a list begins that a bullet or number may stand in front of."""
    first = text[start : start + 1]
    # Most points have neither, and to see that is quicker than to try the pattern.
    may_be = first in _BULLET_STARTS or first.isdigit()
    found = BULLET.match(text, start, end) if may_be else None
    return found.end() if found else start

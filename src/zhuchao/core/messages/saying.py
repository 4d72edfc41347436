"""What words say by themselves: kinds, flags, machines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.stances import INDIFFERENT
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.trades import trades
from zhuchao.core.vocabulary.tables import Lexeme, Tables
from zhuchao.core.vocabulary.term import FieldKey, Machines, Stance, Value

# Looked up in a dict, as a key is found by its name for each word that tells something.
KEYS = {key.value: key for key in FieldKey}
LAND_OWNERSHIP = FieldKey.LAND_OWNERSHIP
MACHINE_HEADS = {"crane": FieldKey.CRANE, "lift": FieldKey.LIFT, "dock": FieldKey.DOCK}
# 不用环评 asks for nothing: the field stays open.
NOT_NEEDED = re.compile(
    r"(?:不用|无需|不需要?|不要求|不必|用不着|有无|有没有|不涉及|不牵涉)(?:做|办|有)?$"
)
# 有没有冷库 of a demand asks for one.
ASKED_FOR = re.compile(r"有没有|有无")
NEGATED = re.compile(
    r"(?:(?<![有能可会])(?:无|没有|没|未|不带|不含|暂无|不能|不可以?|做不了|(?:并|又|也)?不是|并非|没得|冒得|莫得|冇得?|唔(?:[系係带含可能要使]|需要)?|毋需|呒没|弗|不存在)有?"
    r"|(?<![有能可会])(?:未|没有?|不|冇|唔)(?:通|接|装|安装|配|设|开通|铺|办|取得|拿到))(?:独立|单独|任何|正规|合法|完整)?的?$"
)
NEGATED_BEHIND = re.compile(
    r"[:：]?(?:管[道网线]?)?(?:[到在通]?[^,，。;；\s]{0,4}(?:外|门口|墙|边)的?)?(?:还|都|目前|暂时|暂|现在|一直)?(?:没有|冇|莫得|没得|要不了|没办(?:下来|好|出来)?|未办|没做|没通|未通|没接|没装|未装|未接|不通|不能做|做不了|做不到|不能排|不让排|排不了|排不出去?|没法[排做办接]|无法[排做办接]|接不[了上]|办不[了到下]来?|批不[了下]来?|过不[了去]|还早|没下来|拿不到)(?=$|[\s,，。;；)）的])"
)
# 不带宿舍: what a word itself says to be there is not.
HAVING = frozenset("带含可能有支包")
# 没有产证就没定, 没环评的免谈: behind what is lacking, that it will not do.
REFUSED_BEHIND = re.compile(
    r"(?:过|没解)?(?:的)?(?:话|地|厂房|房子?|仓库)?[,，]?(?:就|一律|都|统统|我们?|坚决|绝对)?(?:没[定要租谈成]|不[定要租谈看用收买碰]|别[发推说来找谈介送]|免谈|算了|pass|绕[道行开]|勿|拉倒|拜拜|靠边|滚|莫|唔[要使好])"
)
# 房产证在办: neither had nor lacking.
UNDER_WAY = re.compile(r"(?:还|都|正|已)?(?:在办|办理中|正在办|在申请|申请中|待办|待批)")
# 环评自己去问: whether it can be had is left to whoever asks.
LEFT_TO_READER = re.compile(
    r"[:：]?(?:要|得|需要?)重(?:新)?[做办报]|[:：]?(?:要|得|需|主要)?(?:看|视|按|根据|取决于|分)(?:具体|你|您|客户|实际)?的?(?:项目|行业|工艺|产品|情况|企业|产业|类别|什么)|(?:要|得|需要?)?(?:自理|自办|(?:你|您|客户|我们?)?自[己行](?:去|来|找人)?(?:办|问|搞|弄|做|跑|报|接|申请|解决))"
)
# 行车没有, 环评不用: neither told nor asked for.
UNWANTED_BEHIND = re.compile(
    r"(?:有没有|有无|要不要|通不通|行不行)(?:都|也)?(?:行|可以?|无所谓|没关系|不要紧|随便|能接受)|没有(?=[\u4e00-\u9fff]{1,4}有(?:$|[\s,，。;；]))"
    r"|(?:都|也|就)?(?:(?:没有?|冇|无|没得|莫得|冒得)(?:(?:无所谓|没事|没关系|不要紧|不打紧)|(?:也|都|亦)(?:行|中|成|得|可以?|要得|没事|没关系|不要紧|不打紧|无所谓|能接受|凑合|使得))|没有(?:也行|都行)?|冇|没|无|没得|莫得|不用|不要|不要求|没要求|无要求|不需要|无所谓|随便|可有可无|没有也行|莫得也要得)(?=$|[\s,，。;；:：()（）])"
)
# 行车自备: whoever comes brings it.
OWN_MACHINE = re.compile(
    r"(?:可|需|要|得|由?[客租]户)?(?:自[备装配加购买理]|自己(?:买|装|上|加|配|带))"
)
BROUGHT = re.compile(
    r"(?:货主|[客租]户|客商|我们?|自己|我司|企业|卖家|买家)自?[带备有]$|拆[了掉走]$"
)
# 盖冷库, 冷库可自建: what somebody will build himself is not what he looks for.
BUILT_BEFORE = re.compile(
    r"(?:盖个?|自建|代建|[要想可能拟]建|建个|可盖|能盖)(?:[\u4e00-\u9fff]{2,3}[和、及])?$"
    r"|(?:旁边|附近|周边|边上|对面)(?:得|要|最好)?有$"
)
BUILT_BEHIND = re.compile(r"(?:可以?|能|要|由我们)?自建")
# 有指标 of land is cleared for building; of water or power it is something else.
OF_LAND = re.compile("亩|用地|土地|地块|净地|工业地|拿地")
# 单栋12000平: what each of several houses has.
FIGURE = re.compile(r"[:：约]?\d")
# 租10元,售面议: the open price is that of a sale.
SOLD = ("售", "卖")
YEARS = re.compile(r"[:：]?(?:最好|要|得|至少|还|剩余?|有|不少于){0,3}\d{2}年")
# 中介有佣金 says that agents are welcome, and not who writes.
AGENTS_TOO = re.compile(
    r"保护|有?佣|费|[留收给扣抽提]|合作|均可|也[可行]|欢迎|可(?:[以谈]|$|(?=[\s,，。;；!！]))|有奖"
)
AGENTS = frozenset({"中介", "经纪", "居间", "中间商", "中间人"})
OWNERS = frozenset({"房东", "业主", "产权人", "业主电话", "房东电话"})
# 非中介 of a demand: who asks is no owner for that.
TOLD_BY_OWNER = frozenset({"房东说", "业主说", "非中介", "没中间商", "无中间商", "没有中间商"})
WRITES = re.compile(
    r"\s*(?:$|[,，。;；:：!！\s|、()（）]|\+?(?:86)?1[3-9]\d|0\d{2}|直|自[有持租售]|自己(?!在|做|用|留|住|开|也|说|都)|本人|一手|电话(?!打|是不|不|没|关|停|给|来)|手机|微信|联系|姓|急[租售转卖放]|诚|出[租售]|招租|放[租盘]|转让|低价|好说|好谈|身份"
    r"|[a-z]|[\u4e00-\u9fff]{1,2}(?:先生|女士|总|生|姐|哥|老板|师傅|叔)|[小老阿])"
)
# 房东或同行都可联系, 房东直接出的和中介都行: who is invited to write, and not who writes.
INVITED = re.compile(
    r"[^,，。;；\n\d]{0,8}(?:(?:都|均)?(?:可以?|能|欢迎)(?:来|随时)?(?:联系|推|报盘|合作|来电|找我)"
    r"|(?:都|均|皆)(?:可以?|行|成|中|得|好|要得|没关系|无所谓|欢迎)|不限|无所谓|来聊|私聊|滴滴|报[盘价]|推荐|接龙)"
)
# 国企单位优先承租: to whom an offer is let first.
FIRST_LET = re.compile("(?:单位|企业|客户|央企|、|及)*优先")
# 请各位中介朋友推荐, 供合作中介参考: agents who are spoken to.
AGENTS_HEAR = re.compile(
    r"(?:各位|诸位|各大|各家|合作|请|供|致|告|@|求|欢迎|拜托|麻烦|劳烦|广大|找|靠谱)的?$"
)
AGENTS_CALLED = re.compile(
    r"(?:那边|说|讲|看过|带看|介绍|推荐过|报的?)|(?:的)?(?:朋友|同行|同仁|老师|小哥|兄弟|伙伴|姐妹|公司|门店|们|大佬|大神|大哥|帮忙|推荐|看过来)"
)
# 只要房东直租, 最好房东: what a demand says of owners is a wish only where it is that firm.
OWNERS_WANTED = re.compile(r"(?:只|仅|限|最好|必须|优先|光)(?:找|要|跟|和|是|接|租|看|限)?$")
OWNERS_DIRECT = re.compile(r"\s*(?:直(?!接?[说讲报发私来联])|一手|自[有持己]|优先)")
# A demand tells no such writer: 房东是国企更好 is a wish.
OF_OFFERS = frozenset({"park", "state_firm"})
# 我卖瓷砖的,想租仓库; 设备买多了,出租: what is sold by who asks and bought by who offers are goods.
OF_SELLING, OF_BUYING = frozenset({"卖", "售", "卖掉", "想卖"}), frozenset({"买"})
MAY_BUY = re.compile(r"(?:[可能要想欲租或售卖]|以租代|先租后)$")
# 二楼消防丙二: so near a floor a fire class is told of it.
NEAR_FLOOR = 6


def said(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> list[Finding]:
    """The findings that the clause's words make, in order."""
    if not clause.words:
        return []
    roles = clause.roles
    return [
        *(
            _flags_and_choices(text, clause, tables, is_years_alone=not is_demand)
            if "value" in roles
            else ()
        ),
        *(_bare_machines(text, clause) if "head" in roles else ()),
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
                and not (token.text == "产权" and _is_of_years(text, token, is_years_alone))
                and not _is_spoken_of(text, token, is_demand=not is_years_alone)
                and not (lexeme.value in OF_OFFERS and not is_years_alone)
                and not _is_of_goods(text, token, is_demand=not is_years_alone)
                and not _is_open(token, lexeme, clause)
                and not _is_invited(text, token, lexeme)
                and not (lexeme.value == "agent" and text.endswith("不是", 0, token.start))
                and not LEFT_TO_READER.match(text, token.end)
                and not UNDER_WAY.match(text, token.end)
                and not _is_not_needed(text, token, is_demand=not is_years_alone)
                and not (is_years_alone is False and _is_unwanted(text, token, lexeme))
                and not (lexeme.key == FieldKey.KIND and _is_built(text, token))
                and not (lexeme.value == "negotiable" and text[token.start - 1] in SOLD)
                and not (token.text == "有指标" and OF_LAND.search(text) is None)
                and not (token.text == "在押" and text.endswith("现", 0, token.start))
                and not (token.text == "单栋" and FIGURE.match(text, token.end))
            ):
                value = _value(text, token, lexeme, clause, tables)
                yield value if is_years_alone else _wanted(text, token, value, clause)


def _is_not_needed(text: str, token: Token, *, is_demand: bool) -> bool:
    """Whether the words in front leave the field open; 有没有 of a demand asks for it."""
    if token.text[0] in "不没" and text.startswith(token.text[1], max(0, token.start - 1)):
        return True  # 能不能注册: asked, and no answer
    found = NOT_NEEDED.search(text, max(0, token.start - 4), token.start)
    if found is not None and text.endswith("问我们", 0, found.start()):
        return True  # 问我们有没有公寓: what somebody asked the writer
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
        FieldKey.LAND_OWNERSHIP,
        FieldKey.MORTGAGE,
    )


def _is_invited(text: str, token: Token, lexeme: Lexeme) -> bool:
    """Whether a word for agents or owners only says that they may write, too."""
    if token.text in AGENTS and (
        AGENTS_TOO.match(text, token.end)
        or AGENTS_CALLED.match(text, token.end)
        or AGENTS_HEAR.search(text, max(0, token.start - 4), token.start)
    ):
        return True
    if lexeme.value in OF_OFFERS and FIRST_LET.match(text, token.end):
        return True
    return lexeme.key == FieldKey.RELATION and INVITED.match(text, token.end) is not None


def _is_spoken_of(text: str, token: Token, *, is_demand: bool) -> bool:
    """业主出国急卖, 房东同意续签: somebody speaks of the owner, who does not write."""
    if is_demand and token.text in TOLD_BY_OWNER:
        return True
    if token.text not in OWNERS:
        return False
    if is_demand:
        is_wanted = OWNERS_WANTED.search(text, max(0, token.start - 4), token.start)
        return is_wanted is None and OWNERS_DIRECT.match(text, token.end) is None
    return not WRITES.match(text, token.end)


def _is_of_goods(text: str, token: Token, *, is_demand: bool) -> bool:
    """Whether a word for selling or buying speaks of goods, and not of premises."""
    if is_demand:
        return token.text in OF_SELLING
    return token.text in OF_BUYING and not MAY_BUY.search(
        text, max(0, token.start - 3), token.start
    )


def _is_open(token: Token, lexeme: Lexeme, clause: Clause) -> bool:
    """集体地也行 leaves the ownership open; 国有的最好 does not."""
    if lexeme.key != LAND_OWNERSHIP or clause.stance_at(token.start) is not Stance.SOFT:
        return False
    return any(word.text in INDIFFERENT for word in clause.words)


def _is_of_years(text: str, token: Token, is_offer: bool) -> bool:
    """产权40年, 50年产权 of an offer: how long land is granted for, and no deed."""
    is_behind = is_offer and text.endswith("年", max(0, token.start - 1), token.start)
    return is_behind or YEARS.match(text, token.end) is not None


def _is_built(text: str, token: Token) -> bool:
    before = BUILT_BEFORE.search(text, max(0, token.start - 7), token.start)
    return before is not None or BUILT_BEHIND.match(text, token.end) is not None


def _value(text: str, token: Token, lexeme: Lexeme, clause: Clause, tables: Tables) -> Finding:
    key = KEYS[lexeme.key]
    form = tables.fields[key].form
    value: Value = lexeme.value
    if form == "flag":
        is_negated = (
            NEGATED.search(text, max(0, token.start - 6), token.start) is not None
            or NEGATED_BEHIND.match(text, token.end) is not None
            or (token.text[0] in HAVING and text.endswith(("不", "没"), 0, token.start))
        )
        value = (lexeme.value == "true") is not is_negated
    elif form == "choices":
        value = (lexeme.value,)
    floor = _floor(clause, key, token)
    return Finding(key, value, token.start, token.end, "", "", None, floor)


def _wanted(text: str, token: Token, found: Finding, clause: Clause) -> Finding:
    """没证的不要, 没有产证就没定, 抵押过的绕道: who turns away what lacks a thing wants it."""
    is_lack = found.value is False or (found.key is FieldKey.MORTGAGE and found.value is True)
    is_refused = is_lack and (
        clause.stance_at(token.start) is Stance.EXCLUDED
        or REFUSED_BEHIND.match(text, token.end) is not None
    )
    return found._replace(value=not found.value, stance=Stance.HARD) if is_refused else found


def _floor(clause: Clause, key: FieldKey, token: Token) -> str:
    if key is not FieldKey.FIRE_CLASS or not any(
        0 <= token.start - each.end <= NEAR_FLOOR for each in clause.floors
    ):
        return ""
    return clause.floor_at(token.start)


def _is_denied(text: str, token: Token) -> bool:
    """不需要行车, 无行车: no machine is told."""
    window = (text, max(0, token.start - 6), token.start)
    if UNWANTED_BEHIND.match(text, token.end) or OWN_MACHINE.match(text, token.end):
        return True
    if BROUGHT.search(*window):
        return True  # 货主自带吊机
    return NOT_NEEDED.search(*window) is not None or NEGATED.search(*window) is not None


def _bare_machines(text: str, clause: Clause) -> Iterator[Finding]:
    for token in clause.words:
        if "head" not in token.roles or len(token.text) == 1:
            continue
        for lexeme in token.lexemes:
            key = MACHINE_HEADS.get(lexeme.key) if lexeme.role == "head" else None
            if key is not None and not _is_denied(text, token):
                yield Finding(key, Machines(None, None), token.start, token.end, "t")

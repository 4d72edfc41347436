"""What is named right behind a division and lies in it: zones and towns that no table knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.messages.lexicon import Lexicon, longest
from zhuchao.core.messages.likeness import likeness
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.whereabouts import is_spoken_of
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.tables import Tables

_ZONE = (
    r"(?:高新(?:技术)?(?:产业)?(?:开发)?区|经济(?:技术)?开发区|经开区|开发区|航空港(?:实验)?区|空港新城|空港区?|临空(?:经济)?区|科技城|未来城|小镇|产业集聚区|集聚区|工业集中区|集中区|物流园|创新港|创新谷|创意园|商务区|政务区|港务区"
    r"|综合保税区|综保区|保税(?:港)?区|自贸区|工业园区?|工业区|产业园区?|科技园区?|软件[园谷]|新区|新城|新材料园|示范区|港区|园区|合作区|投资区|生态城|科学城|大学城|电商园|食品园)"
)
# 合肥高新或者经开: a zone by its short name.
_SHORT_ZONE = r"(?:高新[东西南北]?区?|经开|临空)(?![技企产]|[\u4e00-\u9fff]{0,3}企业)"
# 桃花镇, 张浦工业园, or a bare name that no other word explains: 前洲, 照母山.
_SUFFIXED = later(
    rf"[\u4e00-\u9fff]{{0,4}}?{_ZONE}+|{_SHORT_ZONE}|[\u4e00-\u9fff]{{2,6}}?基地|[\u4e00-\u9fff]{{1,4}}?(?:镇|街道|乡(?!下))"
)
_BARE = later(r"[\u4e00-\u9fff]{2,3}$")
# What stands behind a division and names nothing in it.
NO_TOWN = later(
    r"交界|接壤|毗邻|中间|之间|结合|沿线|[现待]|仓(?![前桥头埠山])|城[东西南北区郊中厢]|[东西南北中]部|[东西南北]面|周[边围]|附近|一带|本[地市]|[这那呢嗰]|市[区内中]|[镇县]上|[镇村乡县]里|村[上头]|街上|县城|郊|境内|全[市境域]|[里外旁]面|旁边|边上|对面|隔壁|里头|疙瘩|嘎达|旮旯|地界"
    r"|[准预]备|新[出到推上开]|[急诚刚]|打算|计划|里?[选挑看]|[太别莫勿也还没很更就不唔冇]|[的了有是和或与及到做要想找能需不未无带租售卖买求在也都均各某厂房库楼块间套处栋层号个为先再就只让靠离距嘅咗啲喺俺侬揾睇]"
    r"|优质|稀缺|精装|全新|便宜|低价|特价|实价|超低|核心|豪华|高端|正规|大型|小型|[大中小]量|临街|沿街|靠谱|火爆|甲级|标准|现成|独[立门栋院]|黄金|地铁|布局|[谈看聊签去跑]过|过来|试制|老板|客户|朋友|同行|需求|项目|本人|自家|整[体栋租]|择一|[二三]选|任[选意一]|皆|不限|为[主宜佳]|等地|一[家个处间套]|[两三四]地|分[租割]|直[租招]|招[租商]|业主|房东|中介|面积|单[层价]|双证|红本|国有|企[业]|公司|代理|[高多]层|钢[构混]|重工|轻工|最新|今[天年日]|明[天年]|目前|随时|可[以分]|含|元|万|亩|平[方米]|吨|米高|优先|最好|首[选批]|方向|地块|工业|产业|物流|冷[库链]|电商|研发|办公|商[铺务业]|门面|设备|仪器|汽车|机械|食品|五金|龙头|繁华|临街|沿街|上市|[民国]营|花园式|旺铺|豪华|周边|[新老]牌|[本外]地|交通[便方发]|成熟|便利|范围|[回出过起上下]来|大雨|下[大雨雪]|另"
)
# How much a name must look like a town's: in front of a word, and of a stop.
# Measured 2026-11-29 on 45 made-up names and 110 words of offers: 2 keeps apart all but four.
BESIDE_WORD, BESIDE_NAME, BESIDE_STOP, BY_ITSELF = 2.0, 1.0, -1.5, 4.0
_DOT = re.compile(r"\s?[·•‧・|]\s?")
_ALONE = re.compile(r"[\s,](?P<name>[\u4e00-\u9fff]{2,3})[\s,](?P<size>\d{2,6}(?:平|方|㎡|m2|亩))?")
# 石狮 蚶湖工业区, 鸠江 湾里机电园, 太仓交界 沙浦镇: a town or zone by itself, told by its ending.
_PARK_TRADE = (
    r"(?:机电|电子|五金|智造|智能制造|制造|机械|纺织|服装|家具|食品|化工|光电|光伏|电商|物流|科创|创业|双创|轻工|小微|民营|商贸|建材|模具|汽配|医药|生物医药"
    r"|新材料?|数字|循环|环保|装备|印刷|包装|灯饰|陶瓷|石材|皮革|鞋业|眼镜|阀门|电镀|铸造|冷链|农产品|能源|汽车|健康|科教|民企|众创|企业)?"
)
_ZONE_ALONE = later(
    r"(?:交界|接壤|结合部)?处?[\s,·、]{0,2}(?P<name>(?P<stem>[\u4e00-\u9fff]{2,3}?)(?:(?P<town>街道|镇|乡)"
    rf"|{_PARK_TRADE}(?:{_ZONE}|[园港谷城])))(?=[\s,，。;；:：|｜(（\d]|[一二三四五六七八九十]{{1,2}}[楼层]|$)"
)
# A character that each of them ends with, and how far at most.
_ZONE_END, LONGEST_ZONE = re.compile("[区城镇园港谷道乡]"), 24
_ADDRESS = later(r"(?:位置|地址|地点|坐落|区位|所在地|位于)\s*[:：]\s*(?=[\u4e00-\u9fff])")
# 松江九亭, 海门三星镇: a name that begins like a number.
_NUMERALS = "一二三四五六七八九十"
NUMERAL_NAME = later(
    r"[一二三四五六七八九十][^\W\da-z平方亩米层楼栋万千百十块毛元吨台个期号间处套年月天公里面来多分成一二三四五六七八九]"
    r"(?:镇|(?=[\s,，、/(（]|$))"
)
LONGEST = 16
_ENDING = later("镇(?![上里区长])|街道|乡(?!下)|片区")
# 涧西或者高新区: a zone of the city that the place before it lies in.
OTHER_ZONE = re.compile(
    rf"区?\s*(?:或者?|、|/|和|及)(?P<zone>[\u4e00-\u9fff]{{0,2}}?{_ZONE}|{_SHORT_ZONE}(?=$|[\s,，。;；、/的都也]))"
)
_AND = re.compile(r"或者?|、|/|和|及")
_WORD = re.compile(r"[\u4e00-\u9fff]+")
# 高新 in 合肥高新 is a word of the trade, too.
_ZONE_WORDS = re.compile(
    "高新|经开|临空|保税|开发|工业|产业|科技|物流|软件|空港|新区|园区|港区|基地"
)
# What joins or ends a name in front of it as a stop does.
_JOINING = frozenset("或和及跟与")
_LIMITS = frozenset({Kind.PLACE, Kind.TOWN, Kind.FLOOR, Kind.TELEPHONE})


def unlisted(
    text: str, tokens: Sequence[Token], meant: frozenset[int], lexicon: Lexicon
) -> Iterator[Token]:
    """The towns and zones right behind each division or town of a clause, and listed behind those.

    ``meant`` are the starts of the places that are meant; any other is part of such a name.
    """
    kept = [each for each in tokens if each.kind is not Kind.PLACE or each.start in meant]
    for at, token in enumerate(kept):
        if token.kind is Kind.PLACE or token.kind is Kind.TOWN:
            start = with_ending(text, token).end
            limit = _limit(start, kept[at + 1 :])
            found = list(_localities(text, start, limit, lexicon))
            if found and not (found[0].start == start and is_spoken_of(text, start)):
                yield from found


def with_ending(text: str, token: Token) -> Token:
    """桃花镇: a town with the ending that its name has here."""
    ending = _ENDING.match(text, token.end) if token.kind is Kind.TOWN else None
    return token._replace(end=ending.end(), text=token.text + ending[0]) if ending else token


def _limit(start: int, tokens: Sequence[Token]) -> int:
    """Where the next known word stands; 哥 in 李哥庄 and 三 in 三工 may belong to a name."""
    farthest = start + LONGEST
    for token in tokens:
        is_word = token.kind is Kind.WORD and token.end - token.start > 1
        is_word = is_word and not _ZONE_WORDS.match(token.text)
        is_figure = token.kind is Kind.NUMBER and token.text[:1].isdigit()
        if token.start >= farthest or token.kind in _LIMITS or is_word or is_figure:
            return min(token.start, farthest)
    return farthest


def _localities(text: str, start: int, limit: int, lexicon: Lexicon) -> Iterator[Token]:
    """张浦、千灯、陆家 behind 昆山: one or several."""
    alone = _set_off(text, start, lexicon) or zone_alone(text, start, lexicon)
    if alone is not None:
        yield alone
        return
    dot = _DOT.match(text, start, limit)
    start, is_listed = (dot.end(), True) if dot else (start, False)
    while name := _locality(text, start, limit, lexicon, is_listed=is_listed):
        end = start + len(name)
        yield Token(Kind.TOWN, start, end, name)
        gap = _AND.match(text, end, limit)
        if gap is None:
            return
        start, is_listed = gap.end(), True


def _set_off(text: str, start: int, lexicon: Lexicon) -> Token | None:
    """昆山 高岩 厂房, with blanks that may have been read as commas: a name by itself."""
    found = _ALONE.match(text, start)
    if found is None or NO_TOWN.search(found["name"]):
        return None
    name, at = found["name"], found.start("name")
    is_known = any(
        len(longest(each, text, at)) > 1 for each in (lexicon.words, lexicon.topic_words)
    )
    is_known = is_known or len(longest(lexicon.places, text, at)) > 1
    if is_known or likeness(name, lexicon.town_weights) < BY_ITSELF:
        return None
    is_property = found["size"] or len(longest(lexicon.words, text, found.end())) > 1
    return Token(Kind.TOWN, at, at + len(name), name) if is_property else None


def zone_alone(text: str, start: int, lexicon: Lexicon, least: float = BESIDE_NAME) -> Token | None:
    """A town or zone set off by a stop, of which the characters in front look like a name."""
    may_be = _ZONE_END.search(text, start, start + LONGEST_ZONE) is not None
    found = _ZONE_ALONE.match(text, start) if may_be else None
    if found is None or NO_TOWN.search(found["stem"]) or _ZONE_WORDS.search(found["stem"]):
        return None
    at, stem = found.start("name"), found["stem"]
    is_known = any(
        len(longest(each, text, at)) > 1 for each in (lexicon.words, lexicon.topic_words)
    )
    least = BESIDE_STOP if found["town"] else least
    if is_known or likeness(stem, lexicon.town_weights) < least:
        return None
    return Token(Kind.TOWN, at, found.end("name"), found["name"])


def addressed(text: str, lexicon: Lexicon) -> Token | None:
    """位置:漕浜工业区 tells in a line of its own what lies in the division named before."""
    label = _ADDRESS.search(text) if ":" in text or "：" in text else None
    return zone_alone(text, label.end(), lexicon, 0.0) if label else None


def _locality(text: str, start: int, limit: int, lexicon: Lexicon, *, is_listed: bool) -> str:
    run = _WORD.match(text, start, limit)
    if run is None:
        return ""
    written, other = run[0], NO_TOWN.search(run[0])
    named = _SUFFIXED.match(written)
    if named and not NO_TOWN.search(_WITHOUT_ENDING.sub("", named[0])):
        return named[0]
    written = written[: other.start()] if other else written
    is_road = written.endswith(("路", "大道", "大街"))
    if is_road or not _BARE.match(written) or _is_word(text, start, lexicon):
        return ""
    if written[0] in _NUMERALS and not NUMERAL_NAME.match(text, start):
        return ""
    follows = text[start + len(written) : start + len(written) + 1]
    is_beside_word = is_listed or (follows.isalnum() and follows not in _JOINING)
    least = BESIDE_WORD if is_beside_word else BESIDE_STOP
    return written if likeness(written, lexicon.town_weights) >= least else ""


_WITHOUT_ENDING = later(rf"(?:{_ZONE}+|基地|{_SHORT_ZONE}|镇|街道|乡)$")


def _is_word(text: str, at: int, lexicon: Lexicon) -> bool:
    return len(longest(lexicon.topic_words, text, at)) > 1


def other_zones(text: str, token: Token, tables: Tables) -> Iterator[tuple[str, str]]:
    """A zone told beside a place as another choice, with the code of the city it lies in."""
    found = OTHER_ZONE.match(text, token.end)
    codes = tables.regions_by_name.get(token.text, ())
    if found is not None and len(codes) == 1 and not NO_TOWN.search(found["zone"]):
        region = tables.regions[codes[0]]
        yield found["zone"], region.parent_code if region.level == "county" else region.code

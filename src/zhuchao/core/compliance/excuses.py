"""Where a term is none: official titles, ordinals, quantities, aims, names, proved facts."""

from __future__ import annotations

import re

from zhuchao.core.compliance import speech
from zhuchao.core.compliance.contexts import Contexts, Occurrence
from zhuchao.core.compliance.speech import STOP
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.advertising import Group

# Levels that authorities do grant; 顶级 and 极品 are granted by nobody.
GRANTED = frozenset({"国家级", "世界级", "国际级", "甲级", "全球级", "百万级", "千万级"})
OF_THE_WORLD = frozenset({"世界级", "国际级", "全球级"})
CAN_BE_PROVED = frozenset(
    {"superlative_one", "first", "leading", "superlative_zui", "exclusive", "scarcity"}
)
NAMES_OF_HONOUR = frozenset({"prestige", "leading", "first", "superlative_one", "exclusive"})
CAN_BE_NAMED = NAMES_OF_HONOUR | {"superlative_extreme", "absolute_guarantee"}
NO_NAMES = frozenset({"一流", "首个", "首家", "首选", "独家", "独一无二", "顶尖", "绝对"})
SHARES = frozenset({"100%", "百分之百", "百分百"})
FIGURE = later(r"\d|[一二两三四五六七八九十百千万]+(?:个|元|天|年|米|吨|万|亿)")
# 最 with one of these tells a quantity where a figure follows.
GRADED = "高低大小多少长短快慢宽深重轻远近晚早"
# Longer words with 最 are claims of their own: 最新技术.
LONGEST_ZUI = 2
YEAR = re.compile(r"(?:19|20)\d\d年|(?:上半年|前三季度|一季度|截至)")
ACCORDING = later(
    r"(?<![依数根占证收单])据[^。\n]{2,30}(?:统计|公布|发布|公报|显示|数据|排名|榜|认定)"
    r"|经[^。\n]{2,20}(?:认定|认证|核定|查新|批复)"
    r"|经鉴定|鉴定(?:结论|意见|委员会)|成果(?:鉴定|评价)"
)
# Behind 第一 these count; with a scope before them they boast.
BOASTED = re.compile(
    r"第[一1](?:个|家|座|所|条|大|名|园|品牌|站|强|港|城|村|镇|栋|高|仓|库|码头|楼|铺|街|谷)"
)
FIRM_OF_ITS_OWN = later(r"(?:企业|公司|集团|厂商|客户|该厂|该项目)[^是为,，。]{0,12}$")
THAT_ONE = later(
    r"最[\u4e00-\u9fff]{1,3}的那|最[\u4e00-\u9fff]{1,7}的(?:是|要数|当数)(?![我本咱这])"
)
FIRM_TAIL = later(
    r"[\u4e00-\u9fff]{1,4}(?:公司|集团|股份)"
    r"|[^\W的了]{0,8}(?:[(（][^)）]{1,8}[)）][^\W的了]{0,6})?(?:有限|股份|责任)公司"
)
# What the next clause says of what was striven for: 最省心，是我们的目标.
OUR_AIM = later(
    r"[,，](?:这|那)?(?:也|正|都|始终|一直)?是我们[^,，。]{0,8}(?:目标|追求|方向|心愿|愿景|努力)"
)
WHOLE = re.compile(r"[。!！?？\n\r]")
OPPOSITES = ("大小", "高低", "多少", "长短", "快慢", "早晚", "宽窄", "远近")
# How far behind 国家级 the name of what was graded may begin.
NEAR = 16


def is_excused(here: Contexts, found: Occurrence) -> bool:
    """Whether what stands around the term makes it none."""
    return any(excuse(here, found) for excuse in EXCUSES)


def _is_safe_phrase(here: Contexts, found: Occurrence) -> bool:
    return here.safe.cover(found.span) and not here.claims.cover(found.span)


def _is_official_grade(here: Contexts, found: Occurrence) -> bool:
    if found.word not in GRANTED:
        return False
    rest = here.after(found)[:NEAR].split("的")[0]
    if found.word in OF_THE_WORLD:
        return here.holds("global_object", rest)
    is_praise = here.begins("praise", rest)
    is_object = here.holds("object", rest) and not is_praise
    if not rest and here.holds("raised", here.before(found)):
        return True
    return is_object or here.holds("award", here.before(found))


def is_counted(here: Contexts, found: Occurrence) -> bool:
    """Whether 第一 counts: 第一批, 第一百货; 全国第一个 boasts."""
    if not found.word.endswith(("第一", "第1")):
        return False
    rest, told = here.after(found).lstrip(), here.before(found) + found.word[:-2]
    if rest[:1].isdigit() or rest[:1] in ("十", "百", "千", "万"):
        return True
    boasts = BOASTED.match("第一" + rest) and here.holds("scope", told[-8:])
    if "第二" in here.sentence(found.span):
        return not here.holds("scope", told[-8:])
    is_list = not told.strip("“ \t　*-·") and not rest
    return is_list or (here.begins("ordinal", rest) and not boasts)


def _is_thought(here: Contexts, found: Occurrence) -> bool:
    """最关心, 最直接, 最好在: of people's minds or as an adverb, not said of goods."""
    if found.word[0] != "最" or len(found.word) > LONGEST_ZUI:
        return False
    rest = here.folded.text[found.span.start + 1 : found.span.start + 8]
    is_advice = rest[:1] == "好" and here.begins("had_better", rest[1:])
    return is_advice or here.begins("mind", rest)


def _is_quantity(here: Contexts, found: Occurrence) -> bool:
    """最高奖励50万元, 最大起重量: a bound of one's own, compared with nobody."""
    rest = here.folded.text[found.span.start + 1 : found.span.start + 24]
    if found.word[0] != "最" or rest[:1] not in GRADED or rest[1:2] in ("端", "档", "级"):
        return False
    before, after = here.before(found), here.after(found)
    if here.begins("nature", rest[1:]):
        return True
    if here.holds("scope", before + found.word):
        return False
    near = rest[1:4].split("的")[0]
    is_bound = any(here.begins("bound", near[at:]) for at in range(len(near)))
    return bool(FIGURE.search(after)) or is_bound


def _is_of_own_set(here: Contexts, found: Occurrence) -> bool:
    """其中最大的一间: compared with one's own alone."""
    if found.word[0] != "最":
        return False
    if THAT_ONE.match(here.folded.text, found.span.start):
        return True
    if here.folded.text[found.span.start + 1 :][:1] not in GRADED:
        return False
    before = here.before(found)
    if not here.holds("scope", before) and (
        _is_a_range(here, found)
        or before.endswith(tuple(here.words["measured"]))
        or here.begins("abstract", here.after(found).lstrip("的"))
    ):
        return True
    own = [word for word in here.words["own_set"] if word in before]
    for word in own:
        before = before.replace(word, "")
    rest = here.folded.text[found.span.start + 2 : found.span.start + 10]
    is_one = here.begins("of_a_set", rest)
    return bool(own or is_one) and not here.holds("scope", before + found.word)


def _is_a_range(here: Contexts, found: Occurrence) -> bool:
    """最大的……，最小的……: both ends are told."""
    word = here.folded.text[found.span.start + 1 :][:1]
    other = next((pair.replace(word, "") for pair in OPPOSITES if word in pair), "")
    text, at = here.folded.text, found.span.start
    whole = speech.before(text, at, WHOLE) + speech.after(text, at, WHOLE)
    return bool(other) and "最" + other in whole


def _is_sole(here: Contexts, found: Occurrence) -> bool:
    rest = here.after(found)
    is_near = here.holds("sole_near", rest[:8]) and not here.holds("scope", here.before(found))
    return found.word == "唯一" and (is_near or here.begins("sole", rest))


def _is_own_first(here: Contexts, found: Occurrence) -> bool:
    """首个租期, and the first of a firm of its own: 该企业在国内的首个基地."""
    if found.word[:2] not in ("首个", "首家"):
        return False
    before, after = here.before(found), here.after(found)
    is_event = here.begins("own_event", after) or before.endswith(tuple(here.words["own_place"]))
    is_own = is_event and not here.holds("scope", before + found.word)
    return here.begins("first_own", after) or is_own or bool(FIRM_OF_ITS_OWN.search(before))


def _is_name(here: Contexts, found: Occurrence) -> bool:
    """首创集团, 第一百货, 极致传媒: a name where a noun phrase begins."""
    if found.category not in CAN_BE_NAMED or found.word in NO_NAMES:
        return False
    before = here.before(found)
    is_first = not before or before.endswith(tuple(here.words["link"]))
    after = here.after(found)
    return is_first and (here.begins("tail", after) or bool(FIRM_TAIL.match(after)))


def _is_share(here: Contexts, found: Occurrence) -> bool:
    around = here.before(found)[-6:] + here.after(found)[:6]
    return found.word in SHARES and not here.holds("guarantee", around)


def _is_aim(here: Contexts, found: Occurrence) -> bool:
    """What is striven for or how one means to serve is not said of goods."""
    if found.group is not Group.SUPERLATIVE:
        return False
    before = here.before(found)
    if here.holds("done", before) or here.holds("crafted", before):
        return False
    rest = here.after(found)
    served = re.search(r"(?:以|用|拿)[^,，]{0,6}$", before) and here.holds("serve_with", rest)
    acts = re.search(rf"(?:{'|'.join(here.words['act'])})(成为|成)?([^的了]{{0,16}})$", before)
    return bool(
        here.holds("hope", before)
        or here.holds("serve", before + found.word)
        or served
        or here.holds("aimed", rest)
        or OUR_AIM.match(here.folded.text, found.span.end + len(rest))
        or acts
    )


def _is_own_record(here: Contexts, found: Occurrence) -> bool:
    before = here.before(found)
    is_own = here.holds("self", before) and not here.holds("scope", before)
    return found.word[0] == "最" and is_own


def _is_proved(here: Contexts, found: Occurrence) -> bool:
    """A rank that is told with its time and measure, or with its source."""
    if found.category not in CAN_BE_PROVED:
        return False
    sentence = here.sentence(found.span) + _note(here, found)
    if ACCORDING.search(sentence):
        return True
    is_cited = here.holds("cited", sentence)
    is_dated = bool(YEAR.search(sentence))
    is_ranked = here.holds("ranked", here.before(found))
    return (is_cited and (is_dated or is_ranked)) or (is_dated and is_ranked)


def _note(here: Contexts, found: Occurrence) -> str:
    """A note in brackets right behind the sentence, where sources are told."""
    text = here.folded.text
    end = found.span.start + len(speech.after(text, found.span.start, STOP)) + 1
    return text[end : end + 40] if text[end : end + 1] in ("(", "（", "注") else ""


def _is_award(here: Contexts, found: Occurrence) -> bool:
    if not here.holds("award", here.before(found)):
        return False
    is_titled = any(word in here.after(found) for word in ("奖", "称号", "荣誉", "名单"))
    return found.category in NAMES_OF_HONOUR or is_titled


def _is_reported(here: Contexts, found: Occurrence) -> bool:
    """会议强调，……: what an authority said is news; a promise in it is none the less one."""
    return found.group is Group.SUPERLATIVE and here.reported.cover(found.span)


def _is_contest(here: Contexts, found: Occurrence) -> bool:
    """最佳员工评选, 金牌班组评比: names of what is competed for."""
    rest = here.after(found)[:NEAR].split("的")[0]
    return found.group is Group.SUPERLATIVE and here.holds("contest", rest)


def _is_of_sport(here: Contexts, found: Occurrence) -> bool:
    return found.word.endswith("冠军") and here.holds("sport", here.sentence(found.span))


def _is_number(here: Contexts, found: Occurrence) -> bool:
    """No.1车间: a house or a machine that has a number; TOP10 is no TOP1."""
    rest = here.folded.text[found.span.end :]
    if found.word[-1].isdigit() and rest[:1].isdigit():
        return True
    is_number = found.word.startswith("no") and found.word.endswith("1")
    return is_number and here.begins("building", here.after(found).lstrip())


def _is_asked(here: Contexts, found: Occurrence) -> bool:
    """A question, or what somebody looks for, praises nothing."""
    if found.group is not Group.SUPERLATIVE:
        return False
    at = found.span.start + len(speech.after(here.folded.text, found.span.start, STOP))
    sentence = here.sentence(found.span)
    is_question = here.folded.text[at : at + 1] in ("?", "？")
    return (
        here.holds("asked", sentence)
        or here.holds("wanted", sentence)
        or (is_question and here.holds("which", sentence))
    )


EXCUSES = (
    _is_safe_phrase,
    is_counted,
    _is_official_grade,
    _is_thought,
    _is_quantity,
    _is_of_own_set,
    _is_sole,
    _is_own_first,
    _is_name,
    _is_share,
    _is_aim,
    _is_own_record,
    _is_proved,
    _is_award,
    _is_reported,
    _is_contest,
    _is_of_sport,
    _is_number,
    _is_asked,
)

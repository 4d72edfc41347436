"""How floors are written: 二楼, 2-4层, 首层, 楼上, 每层."""

from __future__ import annotations

import re
from itertools import pairwise

# Floors of which the house tells which they are: 每层, 楼上, 顶楼.
EACH, UPPER, TOP = "each", "2+", "top"
# 二三楼空着,各1500平: each of the floors that were named last.
OWN = "own"
NAMED_FLOORS = {
    "own": OWN,
    "under": "-1",
    "ground": "1",
    "first": "1",
    "up": UPPER,
    "top": TOP,
    "each": EACH,
}
CHINESE_FLOOR = "一二三四五六七八九"
_N = rf"(?:\d{{1,2}}|[{CHINESE_FLOOR}]{{1,2}})"
_LEVEL = r"(?:层|楼|f(?![a-z]))"
# 6层7800㎡独栋 is a house of six storeys.
WHOLE_HOUSE = r"\s?\d{4,6}(?:㎡|m2|平米?|方)\s?[独整]栋"
# 3、4层, 一、二楼, 二三四楼, 2/3/4楼: neighbours that are told with one word.
_SEVERAL = (
    r"(?<![\d.])[1-9](?:\s?[、/和及]\s?[1-9]){1,6}"
    rf"|(?<!十)[{CHINESE_FLOOR}](?:\s?[、/和及]?\s?[{CHINESE_FLOOR}]){{1,6}}"
)
# What may follow 三层 where it is the third floor, and not a house of three.
_OF_FLOOR = (
    r"\s?(?:[\d≥≤]|[一二两三四五六七八九十]{1,2}[千百十万米块毛元]|[二三四五六七八九]层|[(（]顶"
    r"|[二三]?十[一二三四五六七八九]?(?:[二三四五六七八九][层楼]|[\s,，。;；有押]|$)"
    r"|层高|净高|挑高|高\d|承重|荷载|载荷|带|单价|面积|各|都|每|[要得需](?![求])|地坪|地面|楼板|楼面|净空|梁下|檐|平均|是|大[堂厅]|门厅|不[少低小]于|至少|最少"
    # 四层整层, 二层东, 15层半层 780㎡; 二层、三层0.8吨
    r"|[整半全][层楼]|[东南西北中]{1,2}[侧区面边半户]?(?=[\s,，\d])|[、和及]\s?[二三四五六七八九]层)"
)
FLOOR = re.compile(
    # Not the 2 of m2.
    r"(?!(?<=m)2)(?<![高超]过)(?<!不过)(?<!高于)(?:"
    rf"(?P<range>(?<![a-z]){_N}{_LEVEL}?\s*[-~至到—–]\s*{_N}){_LEVEL}"
    rf"|(?P<several>{_SEVERAL})(?:层|楼|f(?![a-z]))"
    rf"|(?P<first>首层|底层|底楼|楼下(?={_OF_FLOOR})|(?<![地以])下[面层](?={_OF_FLOOR})|(?<![\d共有租找整])[一1]层(?=[\s,，。;；带]|[得需]有|$))"
    rf"|(?P<up>楼上|上面(?:那?[一两三]层)?(?={_OF_FLOOR})|(?<!以)上层(?={_OF_FLOOR})|[二2](?:[层楼]|f)及?以上"
    r"|(?<=\d[,，])其余(?=\d{1,2}(?:\.\d)?(?:元|块)?(?:$|[\s,，。;；]))|(?:其余|其他|以上)[各每]?(?:楼?层)?[均都]?"
    r"(?=(?:层高)?\d{1,3}(?:\.\d{1,2})?(?:米|m|公斤|kg|吨|t)|(?<!上)\d{3,5}(?:平|方|㎡|m2))"
    rf"|标准层(?={_OF_FLOOR}|[(（]\d))|(?P<top>顶[楼层])"
    r"|(?P<each>每层|每一层)|(?P<own>(?<=[,，\s])各(?:层|有|约)?(?=\d{3,5}(?:个?平|方|㎡|m2)))"
    rf"|(?P<whole>\d{{1,2}}|[{CHINESE_FLOOR}])层(?=[整半全]层)"
    rf"|(?P<number>\d{{1,2}}|[{CHINESE_FLOOR}]|负一)(?:楼(?!上|及?以[下内])|f(?![a-z]))"
    rf"|(?<![共有总上下整栋幢])(?<![公舍合字]楼)(?P<storey>(?<!\d)[1-9]\d?|(?:(?<![{CHINESE_FLOOR}])|(?<=十[{CHINESE_FLOOR}]))[{CHINESE_FLOOR}])层(?={_OF_FLOOR})"
    rf"(?!{WHOLE_HOUSE})"
    rf"|(?P<listed>\d{{1,2}})层(?=\s*[、和及]\s*\d{{1,2}}层)|(?<=层[、和及])(?P<last>\d{{1,2}}|[{CHINESE_FLOOR}])层"
    rf"|(?<=[{CHINESE_FLOOR}]层)(?P<next>[{CHINESE_FLOOR}])层"
    # 现租二到五, 剩三至六: floors by their numbers alone.
    rf"|(?<=[租剩吉空])(?P<open>[{CHINESE_FLOOR}][到至-][{CHINESE_FLOOR}])(?=[\s,，。;；]|$)"
    # 地下一层, 负一层; 地下1250平 of Hong Kong is the ground floor.
    r"|(?P<under>地下[一1]层|负[一1]层)|(?P<ground>地下(?=\d[\d,]{2,6}(?:\.\d+)?(?:平|方|㎡|m2|呎|尺)))"
    # 26层,1380平: no house has so small floors.
    r"|(?<![\d共总有])(?P<tall>[7-9]|[1-4]\d)层(?=\s?[,，]\s?\d{2,4}(?:平|㎡|m2|方))"
    rf"|第(?P<ordinal>\d|[{CHINESE_FLOOR}])层)"
)
# What it begins with, unless that is a number, 第 or 各.
FLOOR_WORDS = frozenset(
    {
        "首层", "底层", "底楼", "楼下", "楼上", "下面", "下层", "上面", "上层", "其余", "其他",
        "以上", "每层", "每一", "负一", "负1", "标准", "顶层", "顶楼", "地下",
    }
)  # fmt: skip
# 单层1200 is what each floor has, where a house has several: else a hall of one.
PER_STOREY = re.compile(r"单层(?:面积)?[:：]?(?=\d)(?!\d{1,2}(?:\.\d+)?(?:米|m(?!2)))")
SEVERAL_STOREYS = re.compile(
    r"分层|整层|多层|高层|楼上|标准层|首层|底层|[二三四五六七八九2-9]楼|(?:共|[整独]栋)[二三四五六七八九2-9]层|产业园"
)
LEVELS = re.compile(_LEVEL)
_ONE_FLOOR = frozenset(f"123456789{CHINESE_FLOOR}")
_FLOOR_GAP = re.compile(r"\s*[-~至到—–]\s*")


def floor_name(found: re.Match[str]) -> str:
    """ "1" for a floor, "2-4" for several, "2+" for all above the first, "each" for every one.

    Empty where the floors are no neighbours, or no floors at all.
    """
    if found["several"]:
        floors = [int(_floor_number(each)) for each in found["several"] if each in _ONE_FLOOR]
        is_row = all(above == floor + 1 for floor, above in pairwise(floors))
        return f"{floors[0]}-{floors[-1]}" if is_row else ""
    span = found["range"] or found["open"]
    if span:
        ends = _FLOOR_GAP.split(LEVELS.sub("", span))
        return "-".join(_floor_number(each) for each in ends)
    name = next((name for group, name in NAMED_FLOORS.items() if found[group]), "")
    if name:
        return name
    groups = ("number", "storey", "listed", "last", "next", "tall", "whole", "ordinal")
    written = next(found[group] for group in groups if found[group])
    return "-1" if written == "负一" else _floor_number(written)


def _floor_number(written: str) -> str:
    return written if written.isdigit() else str(CHINESE_FLOOR.index(written[0]) + 1)


def is_among(floor: str, floors: str) -> bool:
    """Whether what is told for some floors is told for this one, too."""
    low, _, high = floors.partition("-")
    if not (low.isdigit() and floor.isdigit()):
        return floors in (floor, "")
    return int(low) <= int(floor) <= int(high or low)

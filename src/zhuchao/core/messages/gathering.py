"""All that a message tells: its clauses' findings, joined and completed by what follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zhuchao.core.messages import naming, saying
from zhuchao.core.messages.attaching import FLOOR_BY_FLOOR, attached
from zhuchao.core.messages.callings import called
from zhuchao.core.messages.chats import speaking
from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.correcting import corrected
from zhuchao.core.messages.deriving import HOUSES, SALE_PRICES, Built, derived
from zhuchao.core.messages.findings import Finding, merged
from zhuchao.core.messages.floors import storeys_of
from zhuchao.core.messages.guessing import Memory, Situation
from zhuchao.core.messages.kinds import kinds_meant
from zhuchao.core.messages.machines import joined_machines
from zhuchao.core.messages.phrases import phrases
from zhuchao.core.messages.places import places
from zhuchao.core.messages.preferring import figures_first, lacks_first, without_fees
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.writers import who_writes
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Stance

# Asked of each finding again and again; Python 3.11 takes long to reach a member of an Enum.
AREA, KIND, TENURE = FieldKey.AREA, FieldKey.KIND, FieldKey.TENURE
OF_STEEL = re.compile(r"钢(?:构|结构)$")
# What is told of land alone.
OF_LAND = frozenset({FieldKey.FAR, FieldKey.LAND_PRICE, FieldKey.INTENSITY})
# What only a house has.
OF_HOUSE = frozenset(
    {FieldKey.LAYOUT, FieldKey.HEIGHT, FieldKey.LOAD, FieldKey.LIFT, FieldKey.CRANE, FieldKey.DOCK}
)
FITTED = frozenset("有带含配")
FITTING = re.compile(r"的?(?:办公|宿舍|食堂|夹层|阁楼|展厅)")
# 起价24万一亩 is asked for all of it; what bidding starts from (起拍价) is not what is paid.
ASKED_FROM = re.compile(r"起价")
# 宿舍600平,车间3000平,合计3600平: what all parts have together is the area.
TOTAL = re.compile(r"(?:合计|共计|总计|合共|总共|一共)(?:面积)?[:：约]?$")
# 车间4600平 may be one house of several; 建面14600 is all that stands on the land.
MEASURED = re.compile(r"建面|建筑面积|建筑总面积|总建筑")
# 食品厂求租: who makes things in a plant looks for one.
PLANT_SEEKS = re.compile(r"厂(?=求租|急租|要租|想租|找厂)")


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as heard: its clauses, and the company that it names with the words inside.

    ``whole`` is the text with its asides, of which ``text`` has blanks.
    """

    text: str
    parts: Sequence[Clause]
    company: Finding | None
    inside: Sequence[Token]
    whole: str = ""


def inside(tokens: Iterable[Token], company: Finding | None) -> list[Token]:
    """The tokens of a company's name."""
    if company is None:
        return []
    return [each for each in tokens if company.start <= each.start and each.end <= company.end]


def outside(tokens: Sequence[Token], company: Finding | None) -> list[Token]:
    """The tokens without those of a company's name: what a firm is called asks for nothing."""
    named = {token.start for token in inside(tokens, company)}
    return [token for token in tokens if token.start not in named] if named else list(tokens)


def findings_of(heard: Heard, tables: Tables, *, is_demand: bool) -> list[Finding]:
    """What the message tells, at most one finding a field, floor and exclusion."""
    text, found = heard.text, list(_of_clauses(heard, tables, is_demand=is_demand))
    found = found if is_demand else called(text, heard.parts, found, tables)
    # What a phrase tells is meant before what its words would tell alone: 够一年就签.
    found = [
        *phrases(text, is_demand=is_demand),
        *found,
        *places(text, heard.parts, tables),
        *naming.persons(text, heard.parts),
    ]
    if heard.company is not None:
        found += naming.of_company(text, heard.company, heard.inside)
        if is_demand and not any(each.key is FieldKey.RELATION for each in found):
            found += naming.writes_itself(text, heard.company)
    if is_demand and not any(each.key is FieldKey.TRADE for each in found):
        found += naming.trade_of_company(heard.inside, tables)
    found = corrected(speaking(_house_first(found, text), text), text)
    found = _what_is_left(_without_fittings(_whole_first(found, text), text), text)
    found = kinds_meant(found, text, heard.whole, is_demand=is_demand)
    found += who_writes(text, heard.whole or text, found, is_demand=is_demand)
    found = _with_told_price(found)
    if not is_demand:
        found = _on_only_floor(lacks_first(found))
        found = _built_first(_least_let(_land_first(found)))
    kept = merged(figures_first(without_fees(joined_machines(found, text))))
    return merged([*kept, *derived(kept, _built(text), is_demand=is_demand)])


def _built(text: str) -> Built:
    return Built(
        storeys=storeys_of(text),
        is_asked_by_mu=ASKED_FROM.search(text) is not None,
        is_measured=MEASURED.search(text) is not None,
        seeking=PLANT_SEEKS.search(text),
    )


def _of_clauses(heard: Heard, tables: Tables, *, is_demand: bool) -> list[Finding]:
    text, parts = heard.text, heard.parts
    said = [saying.said(text, part, tables, is_demand=is_demand) for part in parts]
    situation = replace(
        _situation([each for some in said for each in some], is_demand=is_demand),
        has_floors=len({token.text for part in parts for token in part.floors}) > 1,
    )
    memory, below = Memory(), ""
    found: list[Finding] = []
    floors = sum(len(part.floors) for part in parts)
    takes = frozenset() if is_demand else FLOOR_BY_FLOOR
    for part, words in zip(parts, said, strict=True):
        here = [*attached(part, situation, memory), *words]
        if here:
            found += [_meant(_lies_on(each, below, found, takes), part) for each in here]
            below = below or (part.let_floor if floors == 1 else "")
        elif part.only_floor and floors == 1 and not (is_demand and "-" in part.only_floor):
            found = [_on_floor(each, part.only_floor) for each in found]
            below = part.only_floor
        elif part.only_stance and is_demand:
            _restate(found, part)
    return found


def _situation(words: Iterable[Finding], *, is_demand: bool) -> Situation:
    values = {(each.key, each.value) for each in words if isinstance(each.value, str)}
    intents = [each.value for each in words if each.key is FieldKey.INTENT]
    return Situation(
        is_demand=is_demand,
        is_sale=bool(intents) and intents[0] in ("sale", "transfer"),
        is_land=(KIND, "land") in values,
        has_kind=any(key in (KIND, FieldKey.INTENT) for key, _ in values),
    )


def _meant(finding: Finding, part: Clause) -> Finding:
    stance = part.stance_at(finding.start)
    if stance is None or finding.stance is not None:
        return finding
    is_excluded = stance is Stance.EXCLUDED
    if is_excluded and finding.key in (FieldKey.EXCLUDED_TRADE, FieldKey.TAX):
        return finding
    if finding.key is FieldKey.RELATION and (finding.value == "owner" or not is_excluded):
        return finding
    return finding._replace(stance=stance)


def _on_floor(finding: Finding, floor: str) -> Finding:
    """1000平,一楼: the only floor that is named is where the area lies."""
    return finding._replace(floor=floor) if finding.key is AREA else finding


def _lies_on(
    finding: Finding, floor: str, found: Sequence[Finding], takes: frozenset[FieldKey]
) -> Finding:
    """二楼,层高5米: behind the only floor that an offer names, heights and loads are told of it.

    So is the area, where none was told before; what is asked for is asked of any.
    """
    if not floor or finding.floor:
        return finding
    is_first_area = finding.key is AREA and not any(each.key is AREA for each in found)
    is_told = finding.key in takes or is_first_area
    return finding._replace(floor=floor) if is_told else finding


def _on_only_floor(found: list[Finding]) -> list[Finding]:
    """二楼1400平,承重一吨: where all that is let lies on one floor, this has it."""
    areas = {each.floor for each in found if each.key is AREA}
    floor = next(iter(areas)) if len(areas) == 1 else ""
    if not floor.isdigit():
        return found
    told = {each.key for each in found if each.key in FLOOR_BY_FLOOR and each.floor}
    return [
        each._replace(floor=floor) if each.key in FLOOR_BY_FLOOR - told and not each.floor else each
        for each in found
    ]


def _least_let(found: Iterable[Finding]) -> Iterator[Finding]:
    """1500㎡,750㎡起: of an offer's two areas, the open one is the least that is let."""
    whole: float | None = None
    for each in found:
        value = each.value
        if each.key is AREA and isinstance(value, Amount) and not each.floor:
            is_least = whole and value.low and value.high is None and value.low < whole
            whole = whole or value.high
            yield each._replace(key=FieldKey.MINIMUM_LET) if is_least else each
        else:
            yield each


def _what_is_left(found: list[Finding], text: str) -> list[Finding]:
    """产权40年剩31年: of two lengths of a title the one that is left counts."""
    left = [
        each
        for each in found
        if each.key is TENURE and "剩" in text[max(0, each.start - 4) : each.start]
    ]
    if not left:
        return found
    starts = {each.start for each in left}
    return [each for each in found if each.key is not TENURE or each.start in starts]


def _whole_first(found: list[Finding], text: str) -> list[Finding]:
    """Of several areas of no floor the one that is called their total counts."""
    areas = [each for each in found if each.key is AREA and not each.floor]
    whole = [each for each in areas if TOTAL.search(text, max(0, each.start - 6), each.start)]
    if not whole:
        return found
    parts = {id(each) for each in areas if each is not whole[0]}
    return [each for each in found if id(each) not in parts]


def _with_told_price(found: list[Finding]) -> list[Finding]:
    """报价5800万,价格好商量: it is the price told that is open, and no rent."""
    is_sold = any(each.key in SALE_PRICES for each in found)
    return [
        each
        for each in found
        if not (is_sold and each.key is FieldKey.RENT and each.value == "negotiable")
    ]


def _without_fittings(found: Sequence[Finding], text: str) -> list[Finding]:
    """有冷库的厂房: what a house has is not what it is."""
    found = [each for each in found if not _is_of_fitting(each, text)]
    kinds = [each for each in found if each.key is KIND]
    fitted = {each.start for each in kinds if text[each.start - 1 : each.start] in FITTED}
    if not fitted or all(each.start in fitted for each in kinds):
        return list(found)
    return [each for each in found if each.key is not KIND or each.start not in fitted]


def _is_of_fitting(found: Finding, text: str) -> bool:
    """带200平办公: the size of what belongs to it is not its own."""
    is_with = text[found.start - 1 : found.start] in FITTED and found.key is AREA
    return is_with and FITTING.match(text, found.end) is not None


def _land_first(found: Sequence[Finding]) -> list[Finding]:
    """53.6亩,容积率1.2: what land is to bear, and houses that firms may rent, are not offered."""
    told = {each.key for each in found}
    is_land = FieldKey.LAND_AREA in told and AREA not in told and bool(told & OF_LAND)
    return [each for each in found if not (is_land and each.key is KIND and each.value in HOUSES)]


def _house_first(found: list[Finding], text: str) -> list[Finding]:
    """单层钢构库房: what a house is built of tells its kind only where no word says it."""
    kinds = [each for each in found if each.key is FieldKey.KIND]
    built = {id(each) for each in kinds if OF_STEEL.search(text[each.start : each.end])}
    if not built or len(built) == len(kinds):
        return found
    return [each for each in found if id(each) not in built]


def _built_first(found: Iterable[Finding]) -> list[Finding]:
    """土地35亩,厂房2.1万㎡: what stands on the land is what is offered."""
    every = list(found)
    told = {each.key for each in every}
    is_house = AREA in told and bool(told & OF_HOUSE)
    is_built = (
        is_house
        or {AREA, FieldKey.LAND_AREA} <= told
        or any(each.key is KIND and each.value != "land" for each in every)
    )
    return [each for each in every if not (is_built and each.key is KIND and each.value == "land")]


def _restate(found: list[Finding], part: Clause) -> None:
    """A clause that only says how firmly the one before it was meant."""
    if found and found[-1].stance is None:
        found[-1] = found[-1]._replace(stance=part.stance)

"""All that a message tells: its clauses' findings, joined and completed by what follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhuchao.core.messages import naming, saying
from zhuchao.core.messages.attaching import FLOOR_BY_FLOOR, attached
from zhuchao.core.messages.callings import called
from zhuchao.core.messages.chats import speaking
from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.correcting import corrected
from zhuchao.core.messages.deriving import HOUSES, SALE_PRICES, Built, derived
from zhuchao.core.messages.differing import without_changed
from zhuchao.core.messages.findings import Finding, merged
from zhuchao.core.messages.floors import storeys_of
from zhuchao.core.messages.guessing import of_lone
from zhuchao.core.messages.kinds import kinds_meant, layouts_meant
from zhuchao.core.messages.least import least_told, without_least
from zhuchao.core.messages.letting import is_room, on_let_floor
from zhuchao.core.messages.machines import joined_machines
from zhuchao.core.messages.makings import made
from zhuchao.core.messages.owned import without_owned
from zhuchao.core.messages.phrases import phrases
from zhuchao.core.messages.places import places
from zhuchao.core.messages.preferring import figures_first, lacks_first, without_fees
from zhuchao.core.messages.situation import Memory, Situation
from zhuchao.core.messages.spreading import told_of_all
from zhuchao.core.messages.staff import without_staff
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.wholes import (
    is_counted,
    is_of_fitting,
    least_let,
    whole_first,
    without_rooms,
)
from zhuchao.core.messages.writers import who_writes
from zhuchao.core.messages.yards import bearing, yards
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Stance

# Asked of each finding again and again; Python 3.11 takes long to reach a member of an Enum.
AREA, KIND, INTENT, TENURE = FieldKey.AREA, FieldKey.KIND, FieldKey.INTENT, FieldKey.TENURE
RENT, RELATION, TRADE = FieldKey.RENT, FieldKey.RELATION, FieldKey.TRADE
OF_STEEL = re.compile(r"钢(?:构|结构)$")
# What is told of land alone.
OF_LAND = frozenset({FieldKey.FAR, FieldKey.LAND_PRICE, FieldKey.INTENSITY})
# What only a house has.
OF_HOUSE = frozenset(
    {FieldKey.LAYOUT, FieldKey.HEIGHT, FieldKey.LOAD, FieldKey.LIFT, FieldKey.CRANE, FieldKey.DOCK}
)
FITTED = frozenset("有带含配")
# 起价24万一亩 is asked for all of it; what bidding starts from (起拍价) is not what is paid.
ASKED_FROM = "起价"
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
    found = (made if is_demand else called)(text, heard.parts, found, tables)
    # What a phrase tells is meant before what its words would tell alone: 够一年就签.
    found = [
        *without_owned([*phrases(text, is_demand=is_demand), *found], text, heard.parts, tables),
        *places(text, heard.parts, tables, whole=heard.whole, is_demand=is_demand),
        *naming.persons(text, heard.parts, heard.whole),
    ]
    if heard.company is not None:
        found += naming.of_company(text, heard.company, heard.inside)
        if is_demand and not any(each.key is RELATION for each in found):
            found += naming.writes_itself(text, heard.company)
    if is_demand and not any(each.key is TRADE for each in found):
        found += naming.trade_of_company(heard.inside, tables)
    found = corrected(speaking(_house_first(found, text), text), text)
    found = _what_is_left(_without_fittings(whole_first(found, text), text), text)
    found = kinds_meant(found, text, heard.whole, is_demand=is_demand)
    storeys = storeys_of(text)
    found = layouts_meant(found, text, is_many=_is_of_many(heard, storeys))
    found += who_writes(text, heard.whole or text, found, is_demand=is_demand)
    found = told_of_all(without_changed(without_fees(found), heard.whole or text), text)
    found = without_staff(_with_told_price(found), text, is_demand=is_demand)
    found = _of_what_is_let(found, text, heard.parts, is_demand=is_demand)
    kept = merged(figures_first(joined_machines(found, text)))
    more = list(derived(kept, _built(text, storeys), is_demand=is_demand))
    return merged([*kept, *more]) if more else kept


def _of_what_is_let(
    found: list[Finding], text: str, parts: Sequence[Clause], *, is_demand: bool
) -> list[Finding]:
    """With its floor, its yard and the least of it; of an offer what lacks and stands counts."""
    found = bearing(yards(found, text), text)
    if is_demand:
        return on_let_floor(found, text, parts, is_demand=True)
    found = without_least(found, list(least_told(text)))
    found = lacks_first(on_let_floor(found, text, parts, is_demand=False))
    return _built_first(least_let(_land_first(found), text))


def _built(text: str, storeys: int | None) -> Built:
    return Built(
        storeys=storeys,
        is_asked_by_mu=ASKED_FROM in text,
        is_measured="建" in text and MEASURED.search(text) is not None,
        seeking=PLANT_SEEKS.search(text),
    )


def _is_of_many(heard: Heard, storeys: int | None) -> bool:
    """Whether several storeys are told: by their number, or floor by floor."""
    floors = {token.text for part in heard.parts for token in part.floors} - {"each", "all"}
    return (storeys or 1) > 1 or len(floors) > 1


def _of_clauses(heard: Heard, tables: Tables, *, is_demand: bool) -> list[Finding]:
    text, parts = heard.text, heard.parts
    said = [saying.said(text, part, tables, is_demand=is_demand) for part in parts]
    floors = len({token.text for part in parts for token in part.floors})
    words = [each for some in said for each in some]
    situation = _situation(words, is_demand=is_demand, has_floors=floors > 1)
    memory, below = Memory(), ""
    found: list[Finding] = []
    takes = frozenset() if is_demand else FLOOR_BY_FLOOR
    for part, told in zip(parts, said, strict=True):
        here = [*attached(part, situation, memory), *told]
        if here:
            found += [_meant(_lies_on(each, below, found, takes), part) for each in here]
            below = below or (part.let_floor if floors == 1 else "")
        elif (
            part.only_floor
            and floors == 1
            and not is_room(text, part.end)
            and not (is_demand and not part.only_floor.isdigit())
        ):
            found = [_on_floor(each, part.only_floor) for each in found]
            below = part.only_floor
        elif part.only_stance and is_demand:
            _restate(found, part)
    if memory.lone:
        found += list(of_lone(memory.lone[0], found, situation))
    return found


def _situation(words: Iterable[Finding], *, is_demand: bool, has_floors: bool) -> Situation:
    values = {(each.key, each.value) for each in words if isinstance(each.value, str)}
    intents = [each.value for each in words if each.key is INTENT]
    return Situation(
        is_demand=is_demand,
        is_sale=bool(intents) and intents[0] in ("sale", "transfer"),
        is_land=(KIND, "land") in values,
        has_kind=any(key is KIND or key is INTENT for key, _ in values),
        has_floors=has_floors,
    )


def _meant(finding: Finding, part: Clause) -> Finding:
    stance = part.stance_at(finding.start) if part.scopes else None
    if stance is None or finding.stance is not None:
        return finding
    is_excluded = stance is Stance.EXCLUDED
    if is_excluded and isinstance(finding.value, Amount) and finding.value.low is None:
        return finding  # 超过十八块就别打: what is turned away lies above it
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
    is_told = (finding.key in takes and floor.isdigit()) or is_first_area
    return finding._replace(floor=floor) if is_told else finding


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


def _with_told_price(found: list[Finding]) -> list[Finding]:
    """报价5800万,价格好商量: it is the price told that is open, and no rent."""
    if not any(each.key in SALE_PRICES for each in found):
        return found
    return [each for each in found if each.key is not RENT or each.value != "negotiable"]


def _without_fittings(found: Sequence[Finding], text: str) -> list[Finding]:
    """有冷库的厂房: what a house has is not what it is."""
    found = without_rooms([each for each in found if not is_of_fitting(each, text)], text)
    kinds = [each for each in found if each.key is KIND]
    counted = [each for each in kinds if each.value == "office" and is_counted(each, text)]
    if counted:
        found = [each for each in found if each not in counted]
        kinds = [each for each in kinds if each not in counted]
    fitted = {each.start for each in kinds if text[each.start - 1 : each.start] in FITTED}
    if not fitted or all(each.start in fitted for each in kinds):
        return list(found)
    return [each for each in found if each.key is not KIND or each.start not in fitted]


def _land_first(found: Sequence[Finding]) -> list[Finding]:
    """53.6亩,容积率1.2: what land is to bear, and houses that firms may rent, are not offered."""
    told = {each.key for each in found}
    is_land = FieldKey.LAND_AREA in told and AREA not in told and bool(told & OF_LAND)
    return [each for each in found if not (is_land and each.key is KIND and each.value in HOUSES)]


def _house_first(found: list[Finding], text: str) -> list[Finding]:
    """单层钢构库房: what a house is built of tells its kind only where no word says it."""
    kinds = [each for each in found if each.key is KIND]
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

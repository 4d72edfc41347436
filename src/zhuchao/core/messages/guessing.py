"""What a quantity without a head noun can mean: by its unit, its size, and the whole message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.measures import AREA_LIKE
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.situation import Memory, Situation
from zhuchao.core.messages.storeys import is_among
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.tables import Lexeme
from zhuchao.core.vocabulary.term import Amount, FieldKey

ALONE: dict[str, FieldKey] = {
    "area": FieldKey.AREA,
    "mu": FieldKey.LAND_AREA,
    "height": FieldKey.HEIGHT,
    "length": FieldKey.HEIGHT,
    "power": FieldKey.POWER,
    "power_kw": FieldKey.POWER,
    "power_any": FieldKey.POWER,
}
# Heights of halls lie in this range; other lengths stay what they are.
HEIGHTS_M = (2.5, 30.0)
# How long land is granted for, by use: 40, 50 or 70 years.
GRANT_YEARS = frozenset({20.0, 30.0, 40.0, 50.0, 70.0})
# Floor space that somebody names without a unit.
BARE_AREAS_M2 = (100.0, 200_000.0)
SMALLEST_FLOOR_M2 = 300.0
LARGEST_LONE_M2 = 50_000.0
# Lone numbers that may be years.
YEARS = (2010.0, 2040.0)
# Rents that somebody names without a unit, per ㎡ and day or month.
BARE_RENTS = (0.1, 200.0)
WHOLE_RENTS = (1_000.0, 10_000_000.0)
BARE_SALES_M2 = (500.0, 100_000.0)
# Loads that somebody names without a unit, t/㎡.
BARE_LOADS = (0.1, 10.0)
BARE_SIZES = {
    FieldKey.AREA: BARE_AREAS_M2,
    FieldKey.RENT: BARE_RENTS,
    FieldKey.SALE_PRICE: BARE_SALES_M2,
    FieldKey.HEIGHT: HEIGHTS_M,
    FieldKey.LOAD: BARE_LOADS,
}
DEAREST_RENT = 1_000.0
# 单层3600可分割: a hall, told as its layout.
HALLS = frozenset({"单层", "独栋", "整栋", "独院", "平房"})
# What tells that a number by itself is the size of a house.
BESIDE_SIZE = frozenset({FieldKey.RENT, FieldKey.PLACE})
# Those beside a floor: what is less may be its height.
FLOOR_RENTS = (10.0, 100.0)


def meaning_alone(
    quantity: Quantity, clause: Clause, situation: Situation, memory: Memory
) -> tuple[FieldKey | None, str]:
    """The field that the quantity belongs to, with why it is thought so; None where none does.

    A lone number of the size of a floor is kept in the memory, for a message that tells no area.
    """
    key, why = _meaning(quantity, clause, situation, memory)
    if key is None and _is_lone(quantity, clause):
        memory.lone.append(quantity)
    return key, why


def _meaning(
    quantity: Quantity, clause: Clause, situation: Situation, memory: Memory
) -> tuple[FieldKey | None, str]:
    dimension = quantity.dimension
    if dimension in ALONE and dimension != "length":
        is_flow = quantity.is_loose and _speaks_of_water(clause)
        return (None if is_flow else ALONE[dimension]), ""
    is_load = dimension == "tonnes" and quantity.area_per == "m2"
    if is_load or _is_beside_height(quantity, clause):
        return FieldKey.LOAD, "" if quantity.area_per else "楼层高度旁的吨数按承重理解"
    carried = memory.by_dimension.get(dimension) if clause.has_floor else None
    if carried is not None and (dimension != BARE or _can_be(carried, quantity, clause, memory)):
        is_full = dimension in ("length", "tonnes", "area") or bool(quantity.area_per)
        return carried, "" if is_full else "按上文同类数字理解"
    if dimension in ("money", "jiao"):
        return _price(quantity, situation)
    if dimension == BARE:
        return _bare(quantity, clause, situation)
    return _by_size(quantity, clause, situation)


def _speaks_of_water(clause: Clause) -> bool:
    """污水一天200方: what flows is counted in cubic metres."""
    return any(each.key in ("sewage", "gas", "steam") for each in _lexemes(clause))


def _can_be(key: FieldKey, bare: Quantity, clause: Clause, memory: Memory) -> bool:
    """Whether a number beside a floor goes on with what the last one told of another floor."""
    if bare.runs_into_unread and bare.figure == 1:
        return False  # 11楼都能看 食堂15元一餐
    low, high = BARE_SIZES.get(key, (0.0, 0.0))
    floor = clause.floor_at(bare.start)
    is_rent = key is FieldKey.RENT  # 整栋10块5, 一楼15: beside that of all, each floor has its own
    floors = [told for told_key, told in memory.told if told_key is key and (told or not is_rent)]
    return low <= bare.figure <= high and not any(is_among(floor, told) for told in floors)


def _is_beside_height(quantity: Quantity, clause: Clause) -> bool:
    """首层6米2吨: tonnes right behind the height of a floor are what it bears."""
    is_of_floor = clause.has_floor or bool(clause.led_by)
    low, high = BARE_LOADS
    if quantity.dimension != "tonnes" or not is_of_floor or not low <= quantity.figure <= high:
        return False
    return any(
        each.dimension in ("length", "height") and 0 <= quantity.start - each.end <= 1
        for each in clause.quantities
    )


def _by_size(
    quantity: Quantity, clause: Clause, situation: Situation
) -> tuple[FieldKey | None, str]:
    """A length or a time that only its size can explain."""
    low, high = HEIGHTS_M
    is_height = quantity.dimension == "length" and low <= quantity.figure <= high
    if is_height and not quantity.is_beside_unread:
        return FieldKey.HEIGHT, "未写“层高”，按米数理解"
    is_land = situation.is_land or (situation.is_sale and _speaks_of_land(clause))
    is_grant = is_land and quantity.figure in GRANT_YEARS
    if quantity.dimension == "years" and is_grant:
        return FieldKey.TENURE, "按土地出让年限理解"
    return None, ""


def _speaks_of_land(clause: Clause) -> bool:
    """50年国有出让 tells how long the land of what is sold is granted for."""
    return any(each.key in ("land_ownership", "title") for each in _lexemes(clause))


def _speaks_of_price(clause: Clause) -> bool:
    told = [each.key for each in _lexemes(clause) if each.role == "value"]
    return "property_fee" in told or "vat" in told


def _lexemes(clause: Clause) -> list[Lexeme]:
    return [each for word in clause.words for each in word.lexemes]


def _is_of_other(quantity: Quantity) -> bool:
    """光伏一年省15万, 工人一天300: sums for a time that are no rent of a house."""
    if quantity.area_per or not quantity.time_per:
        return False
    is_wage = quantity.time_per == "day" and quantity.figure > BARE_RENTS[1]
    return is_wage or quantity.is_led_by_unread


def _price(quantity: Quantity, situation: Situation) -> tuple[FieldKey | None, str]:
    if quantity.area_per == "mu":
        # 场平费2万一亩: what a word that nobody knows names is paid for something else.
        return (None if quantity.is_led_by_unread else FieldKey.LAND_PRICE), ""
    if _is_of_other(quantity):
        return None, ""
    if quantity.area_per or quantity.time_per or quantity.dimension == "jiao":
        # 租19元,要买均价3200元/平: nobody asks such a rent, and none sells for 12元一平.
        is_dear = quantity.area_per == "m2" and quantity.figure > DEAREST_RENT
        is_cheap = quantity.figure <= BARE_RENTS[1]
        is_sold = (situation.is_sale or is_dear) and not (quantity.time_per or is_cheap)
        is_sale = is_sold and quantity.dimension == "money"
        return (FieldKey.SALE_PRICE if is_sale else FieldKey.RENT), ""
    if quantity.figure <= BARE_RENTS[1]:
        # 5元一个: what runs into words that nobody knows is the price of something else.
        return (None if quantity.is_beside_unread else FieldKey.RENT), ""
    if situation.is_sale and quantity.figure >= 100_000 and not quantity.is_led_by_unread:
        return FieldKey.TOTAL_PRICE, "未写“总价”，按金额大小理解"
    return None, ""


def _is_behind_kind(quantity: Quantity, clause: Clause) -> bool:
    """厂房3000, 仓库 2000: a number that nothing else explains, behind what is let."""
    if quantity.runs_into_unread:
        return False
    return any(
        0 <= quantity.start - token.end <= 1
        and (token.has("value", FieldKey.KIND) or token.text in HALLS)
        for token in clause.words
    )


def _is_lone(quantity: Quantity, clause: Clause) -> bool:
    """南浔,2000,木地板: a number by itself, as large as a floor may be."""
    is_large = quantity.dimension == BARE or quantity.is_unnamed
    is_year = YEARS[0] <= quantity.figure <= YEARS[1] and quantity.low == quantity.high
    if (
        not is_large
        or is_year
        or quantity.is_beside_unread
        or quantity.is_times
        or quantity.time_per
        or quantity.area_per
    ):
        return False
    if not SMALLEST_FLOOR_M2 <= quantity.figure <= LARGEST_LONE_M2:
        return False
    is_only = len(clause.quantities) == 1 and all(map(_says_no_more, clause.tokens))
    return is_only or _is_set_off(quantity, clause)


def of_lone(size: Quantity, found: Iterable[Finding], situation: Situation) -> Iterator[Finding]:
    """南浔,2000,木地板: a lone number is the area where the message tells none."""
    told = {each.key for each in found}
    is_about_house = situation.has_kind or not told.isdisjoint(BESIDE_SIZE)
    if is_about_house and not situation.is_land and AREA_LIKE.isdisjoint(told):
        amount = Amount(size.low, size.high, size.about)
        why = "未写单位，按平方米理解"
        yield Finding(FieldKey.AREA, amount, size.start, size.end, "㎡", why)


def _is_set_off(quantity: Quantity, clause: Clause) -> bool:
    """慈溪周巷 2100 房东好说话: behind a blank or first, and in front of a blank or last."""
    is_behind = quantity.start == clause.start or quantity.start - 1 in clause.blanks
    ends = (quantity.end - 1, quantity.end)  # a blank may have been looked beyond for a unit
    is_last = clause.tokens[-1].end <= quantity.end
    return is_behind and (is_last or any(end in clause.blanks for end in ends))


def _says_no_more(token: Token) -> bool:
    return token.kind == Kind.NUMBER or "bound" in token.roles or token.has("stance")


def _is_of_floor(quantity: Quantity, situation: Situation) -> bool:
    """Whether a number beside a floor has the size of a floor, or of an offer's rent for it."""
    is_let = not (situation.is_demand or situation.is_sale or quantity.is_beside_unread)
    is_rent = is_let and FLOOR_RENTS[0] <= quantity.figure <= FLOOR_RENTS[1]
    return is_rent or SMALLEST_FLOOR_M2 <= quantity.figure <= BARE_AREAS_M2[1]


def _bare(quantity: Quantity, clause: Clause, situation: Situation) -> tuple[FieldKey | None, str]:
    if quantity.time_per or quantity.area_per:
        return _rated(quantity, situation)
    figure = quantity.figure
    is_capped = situation.is_demand and quantity.low is None and quantity.high is not None
    is_rent = BARE_RENTS[0] <= figure <= BARE_RENTS[1]
    if is_rent and (is_capped or _speaks_of_price(clause)):
        return FieldKey.RENT, "未写单位，按租金理解"
    if clause.floor_ends_at(quantity.start) and _is_of_floor(quantity, situation):
        is_rent = figure <= FLOOR_RENTS[1]
        return (
            (FieldKey.RENT, "未写单位，按楼层租金理解")
            if is_rent
            else (FieldKey.AREA, "未写单位，按楼层面积理解")
        )
    if _is_size(quantity, clause, situation):
        return FieldKey.AREA, "未写单位，按平方米理解"
    return None, ""


def _rated(quantity: Quantity, situation: Situation) -> tuple[FieldKey | None, str]:
    """18/天, 4200一平, 18000一个月: a number with what it is for."""
    figure = quantity.figure
    if situation.is_sale and quantity.area_per == "m2" and figure > BARE_RENTS[1]:
        return FieldKey.SALE_PRICE, ""
    low, high = WHOLE_RENTS
    if quantity.area_per == "mu" and quantity.time_per:
        return FieldKey.RENT, "未写单位，按每亩租金理解"  # 每亩每年8000
    if figure == 1 and not quantity.area_per:
        return None, ""  # 一年一交
    is_whole = quantity.time_per in ("month", "year") and not quantity.area_per
    if is_whole and low <= figure <= high and not quantity.is_led_by_unread:
        return FieldKey.RENT, "未写单位，按整体租金理解"
    return (FieldKey.RENT, "") if BARE_RENTS[0] <= figure <= BARE_RENTS[1] else (None, "")


def _is_size(quantity: Quantity, clause: Clause, situation: Situation) -> bool:
    """厂房3000; and 2000-2500, where a house or a floor is told of."""
    low, high = BARE_AREAS_M2
    if not low <= quantity.figure <= high:
        return False
    is_large = quantity.figure >= SMALLEST_FLOOR_M2
    if is_large and _is_behind_kind(quantity, clause):
        return True
    is_range = quantity.low != quantity.high and not quantity.is_beside_unread
    is_told = situation.has_kind or clause.has_floor or (situation.is_demand and is_large)
    return is_told and is_range

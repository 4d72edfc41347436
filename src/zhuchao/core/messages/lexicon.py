"""The vocabulary as an index: which words may start at a place, longest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zhuchao.core.messages.likeness import character_weights
from zhuchao.core.text.remembered import built_once
from zhuchao.core.vocabulary.tables import Lexeme, Tables, TopicWord

SHORTEST_PLACE = 2
# Lexemes of this key are names of divisions that are everyday words of messages, too (城区, 合作).
COMMON_NAME = "place"
SHORT_NAMED_LEVELS = frozenset({"province", "city"})

Index = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lexemes, roles and units by word; words and places by their first two characters.

    ``within`` holds, by the name of a city or province, the names of its divisions that others
    elsewhere bear, too; ``inside`` those of them that are no everyday words, ``around``
    the city of each county; ``shared`` are the names of counties that others bear, too.
    ``openings`` are the first characters, one or two, of all words and places; those of
    ``towns``, which are looked for beside a place alone, are apart. ``besides`` are those of all
    names that only what stands beside or before them tells to be such. ``divisions`` and ``towns``
    give codes by name, ``known_quarters`` those that people know without their city,
    ``town_weights`` how much characters speak for a town's name. The words of ``topics`` are apart:
    they take nothing from the others. ``traditional`` are the characters that have a simplified
    one, ``bounding`` those that what bounds a figure begins with.
    """

    lexemes: Mapping[str, tuple[Lexeme, ...]]
    roles: Mapping[str, frozenset[str]]
    units: Mapping[str, Lexeme]
    words: Index
    unit_words: Index
    places: Index
    within: Mapping[str, Index]
    inside: Mapping[str, Index]
    around: Mapping[str, str]
    shared: Index
    openings: frozenset[str]
    divisions: Mapping[str, tuple[str, ...]]
    towns: Mapping[str, tuple[str, ...]]
    known_quarters: Mapping[str, tuple[str, ...]]
    town_openings: frozenset[str]
    besides: frozenset[str]
    town_weights: Mapping[str, float]
    topics: Mapping[str, TopicWord]
    topic_words: Index
    traditional: frozenset[str]
    bounding: frozenset[str]


@built_once
def lexicon_of(tables: Tables) -> Lexicon:
    """The index of these tables, built at their first use."""
    lexemes, units = _words(tables)
    places = _place_names(tables)
    within, words, named = _within(tables, frozenset(places)), indexed(lexemes), indexed(places)
    openings, topics = set().union(*within.values()), {t.word: t for t in tables.topic_words}
    everyday = frozenset(places) | _common(tables)
    shared = indexed(_shared(tables, everyday))
    return Lexicon(
        lexemes,
        {word: frozenset(each.role for each in found) for word, found in lexemes.items()},
        units,
        words=words,
        unit_words=indexed(units),
        places=named,
        within=within,
        inside=_within(tables, everyday),
        around=_around(tables),
        shared=shared,
        openings=frozenset(openings | words.keys() | named.keys()),
        divisions=_divisions(tables),
        towns=tables.towns_by_name,
        known_quarters=tables.known_quarters,
        town_openings=(towns := frozenset(name[:2] for name in tables.towns_by_name)),
        besides=towns | openings | shared.keys(),
        town_weights=character_weights(tables.towns_by_name, [*lexemes, *topics]),
        topics=topics,
        topic_words=indexed(topics),
        traditional=frozenset(map(chr, tables.traditional)),
        bounding=_bounding(tables),
    )


def _words(tables: Tables) -> tuple[dict[str, tuple[Lexeme, ...]], dict[str, Lexeme]]:
    """The lexemes of each word, those of trades among them, and the units by theirs."""
    by_word: dict[str, list[Lexeme]] = defaultdict(list)
    units: dict[str, Lexeme] = {}
    for lexeme in tables.lexemes:
        if lexeme.role == "side" and lexeme.key == COMMON_NAME:
            continue
        if lexeme.role == "unit":
            units[lexeme.word.lower()] = lexeme
        else:
            by_word[lexeme.word.lower()].append(lexeme)
    for word in tables.trade_words.keys() - units.keys():
        if word in by_word and not any(each.role == "trade" for each in by_word[word]):
            continue  # 变压器, 土地: what a message says of a property by this word comes first
        by_word[word.lower()].append(Lexeme(word, "trade", "trade", word))
    return {word: tuple(found) for word, found in by_word.items()}, units


def _within(tables: Tables, known: frozenset[str]) -> Mapping[str, Index]:
    inside: dict[str, list[str]] = defaultdict(list)
    for region in tables.regions.values():
        parent = tables.regions.get(region.parent_code)
        name = region.short_name
        if parent is not None and name not in known and len(name) >= SHORTEST_PLACE:
            for around in {parent.name, parent.short_name}:
                inside[around].append(name)
    return {around: indexed(names) for around, names in inside.items()}


def _around(tables: Tables) -> dict[str, str]:
    """The city of each county whose short name is its own."""
    found: dict[str, str] = {}
    for name, codes in tables.regions_by_name.items():
        region = tables.regions[codes[0]]
        parent = tables.regions.get(region.parent_code)
        if len(codes) == 1 and region.level == "county" and parent is not None:
            found[name] = parent.short_name
    return found


def _divisions(tables: Tables) -> dict[str, tuple[str, ...]]:
    """The codes of each name: of 中山 the city alone, though a district bears the name, too."""
    found = dict(tables.regions_by_name)
    for name, codes in found.items():
        cities = tuple(code for code in codes if tables.regions[code].level != "county")
        found[name] = cities if len(cities) == 1 else codes
    return {**found, **tables.areas_by_name}


def _shared(tables: Tables, known: frozenset[str]) -> list[str]:
    """The short names that several counties bear, without everyday words: 龙华."""
    names = {region.short_name for region in tables.regions.values() if region.level == "county"}
    return [name for name in names - known if len(name) >= SHORTEST_PLACE]


def _common(tables: Tables) -> frozenset[str]:
    named = (each for each in tables.lexemes if each.role == "side" and each.key == COMMON_NAME)
    return frozenset(each.word for each in named)


def _bounding(tables: Tables) -> frozenset[str]:
    return frozenset(each.word[0].lower() for each in tables.lexemes if each.role == "bound")


def indexed(words: Iterable[str]) -> Index:
    """The words by their first two characters, longest first."""
    starting: dict[str, list[str]] = defaultdict(list)
    for word in words:
        starting[word[:2]].append(word)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in starting.items()}


def _place_names(tables: Tables) -> list[str]:
    names = [name for name in tables.areas_by_name if name]
    common = _common(tables)
    for name, codes in tables.regions_by_name.items():
        if len(name) < SHORTEST_PLACE or name in common:
            continue
        regions = [tables.regions[code] for code in codes]
        is_full = any(region.name == name for region in regions)
        is_short = any(
            region.short_name == name
            and (
                region.level in SHORT_NAMED_LEVELS
                or region.name.endswith(("市", "县"))
                or len(codes) == 1  # a district whose short name is its own: 武进, 江宁
            )
            for region in regions
        )
        is_former = not any(name in (region.name, region.short_name) for region in regions)
        if is_full or is_short or is_former:
            names.append(name)
    return names


def unit_at(lexicon: Lexicon, text: str, at: int) -> str:
    """The unit that stands at ``at``; empty where it is but the start of a longer word.

    平库, 层高, 年税 are words of their own; but 3年租期 is a term (租期) of 3年.
    """
    pair = text[at : at + 2]
    unit = longest(lexicon.unit_words, text, at, pair)
    if not unit:
        return ""
    written = longest(lexicon.words, text, at, pair)
    if len(unit) == 1 and len(written) <= 1:
        return unit
    reach = _reach(lexicon, text, at, unit)
    if len(unit) > 1 and unit[0] in lexicon.units and _reach(lexicon, text, at, unit[0]) > reach:
        unit, reach = unit[0], _reach(lexicon, text, at, unit[0])  # 6个月台 is six 月台
    return "" if len(written) > len(unit) and reach <= len(written) else unit


def _reach(lexicon: Lexicon, text: str, at: int, unit: str) -> int:
    """How far a unit and the word behind it reach together."""
    end = at + len(unit)
    return len(unit) + (len(longest(lexicon.words, text, end)) if end < len(text) else 0)


def longest(index: Index, text: str, at: int, pair: str = "") -> str:
    """The longest word of the index that stands at ``at``; empty when none does.

    ``pair`` are the two characters there, from who has them already.
    """
    pair = pair or text[at : at + 2]
    for word in index.get(pair, ()):
        if text.startswith(word, at):
            return word
    first = pair[:1]
    return first if first in index else ""

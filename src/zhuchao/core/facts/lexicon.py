"""The words of facts by role, as indexes.

Roles: "metric" (key its dimension or any), "metriccut" (no metric runs across it),
"metrickept" (a metric runs across it; key narrow also before 亩均), "metrictail" (what a metric
that no row lists may end with; key its dimension), "metricnone" (no metric by itself), "standing"
(a metric that ends so stands and does not flow), "unit" (key
its dimension, value "factor unit"), "bound" (key over, near or under, value before or after the
figure), "compare" (key its kind), "direction" (value the sign), "period" (key year, month, day,
months, years, same or since, value the offset or the range), "stage" (key the step, value formal or
framework), "mood" (makes an intention), "title" (key before where it stands before a name
only), "titlehead" and "titlelead" (each lead before each head is a title: 副 and 主任),
"untitled" (a word that only begins with one), "address" (先生, behind a name), "afterperson"
(what may follow a person), "surname", "ending" (key the kind of organisation; value alone where
nothing need stand before), "cut" (no name runs across it; key dual or inner where it may be part of
one), "whole" (holds a cut word that does not count), "namepart" (what a firm's name is made of),
"generic" (no name begins with it; key trade where a project's may), "plainproject" (a
name made of these alone names no project), "abbreviation" (key the codes),
"approach" and "joint" (what stands before and behind abbreviations), "region" (without a code),
"everyday" (a word that is a division's short name, too),
"honour", "honoured" (the verb), "listhead", "rhythm" and "rhythmic" (the two halves of 月度巡查;
key paper where 年度 makes a paper of it,
beside where it needs quotes or another rhythm).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from zhuchao.core.text.folding import folded_plain
from zhuchao.core.text.remembered import built_once
from zhuchao.core.text.wordlist import Sweep, Wordlist
from zhuchao.core.vocabulary.tables import Lexeme, Tables

Words = Wordlist[Lexeme]
SHORTEST_PLACE = 2
SHORT_NAMED_LEVELS = frozenset({"province", "city"})
# Lexemes of messages with this role and key are divisions named like everyday words (城区, 合作).
COMMON_NAME = ("side", "place")
NO_WORDS: Words = Wordlist({})
# Whose words every sentence is searched for.
SWEPT = (
    "whole", "ending", "title", "surname", "untitled", "rhythm", "period", "metric", "approach",
    "joint", "honoured", "address", "stage", "listhead",
)  # fmt: skip


@dataclass(frozen=True)
class Lexicon:
    """The words of each role, and the codes of divisions by each name that can stand alone."""

    # Asked so often that the look-up itself is handed out: of an unknown role there are no words.
    words: Callable[[str], Words]
    bounds_before: Words
    bounds_after: Words
    places: Wordlist[tuple[str, ...]]
    # Divisions named like everyday words: 东至, 四会.
    commons: Wordlist[tuple[str, ...]]
    # What finds the words of all that every sentence is searched for in one pass.
    sweep: Sweep
    tables: Tables


class _Roles(dict[str, Words]):
    """The words of each role; none of a role that no table has."""

    def __missing__(self, role: str) -> Words:
        return NO_WORDS


@built_once
def lexicon_of(tables: Tables) -> Lexicon:
    """The indexes of these tables, built at their first use."""
    by_role: dict[str, dict[str, Lexeme]] = defaultdict(dict)
    for lexeme in tables.fact_words:
        word = folded_plain(lexeme.word, tables.folding, {})
        by_role[lexeme.role][word] = lexeme
    for title in _composed(by_role):
        by_role["title"].setdefault(title.word, title)
    bounds = by_role["bound"]
    roles = _Roles({role: Wordlist(words) for role, words in by_role.items()})
    places = Wordlist(_place_names(tables, by_role["region"], by_role["everyday"]))
    commons = Wordlist(_common_names(tables, by_role["everyday"]))
    return Lexicon(
        words=roles.__getitem__,
        bounds_before=Wordlist({w: each for w, each in bounds.items() if each.value == "before"}),
        bounds_after=Wordlist({w: each for w, each in bounds.items() if each.value == "after"}),
        places=places,
        commons=commons,
        sweep=Sweep([places, commons, *(roles[role] for role in SWEPT)]),
        tables=tables,
    )


def _composed(by_role: Mapping[str, Mapping[str, Lexeme]]) -> Iterator[Lexeme]:
    """常务副 and 秘书长: offices by what they are and what stands before it."""
    for head in by_role.get("titlehead", {}):
        for lead in ("", *by_role.get("titlelead", {})):
            yield Lexeme(lead + head, "title", "", "")


def _place_names(
    tables: Tables, regions: Mapping[str, Lexeme], everyday: Mapping[str, Lexeme]
) -> dict[str, tuple[str, ...]]:
    """Divisions by full name, by a short name that says enough, and areas without a code."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys((*tables.areas_by_name, *regions), ())
    common = {each.word for each in tables.lexemes if (each.role, each.key) == COMMON_NAME}
    for name, codes in tables.regions_by_name.items():
        if (
            len(name) >= SHORTEST_PLACE
            and name not in common
            and name not in everyday
            and _stands_alone(name, codes, tables)
        ):
            found[name] = codes
            if _is_former(name, codes, tables) and name.endswith("市"):
                found.setdefault(name[:-1], codes)  # 襄樊, once 襄樊市
    return found


def _common_names(tables: Tables, everyday: Mapping[str, Lexeme]) -> dict[str, tuple[str, ...]]:
    """The short names of cities and counties that are everyday words, without those that
    hardly ever mean the division (合作, 和平)."""
    common = {each.word for each in tables.lexemes if (each.role, each.key) == COMMON_NAME}
    return {
        name: codes
        for name, codes in tables.regions_by_name.items()
        if name in common
        and name not in everyday
        and any(tables.regions[code].name.endswith(("市", "县")) for code in codes)
    }


def _is_former(name: str, codes: tuple[str, ...], tables: Tables) -> bool:
    return all(name not in (tables.regions[c].name, tables.regions[c].short_name) for c in codes)


def _stands_alone(name: str, codes: tuple[str, ...], tables: Tables) -> bool:
    bearing = [tables.regions[code] for code in codes]
    if any(region.name == name for region in bearing):
        return True
    short = [region for region in bearing if region.short_name == name]
    return not short or any(
        region.level in SHORT_NAMED_LEVELS
        or region.name.endswith(("市", "县"))
        or len(codes) == 1  # a district whose short name is its own: 武进, 江宁
        for region in short
    )

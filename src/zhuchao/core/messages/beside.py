"""Names of places that only what stands beside or before them tells to be such.

铁西 right behind 沈阳, 通州 somewhere behind 北京, 南沙 in 南沙或者番禺, 陆家 behind 昆山.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from zhuchao.core.messages.grounds import NOWHERE, Ground, stands_alone, town_at, town_in
from zhuchao.core.messages.lexicon import Index, Lexicon, longest

PLACE_AND = frozenset({"或", "或者", "、", "和", "及", "/", "跟", "与"})
LONGEST_AND = 2
JOINING = frozenset(each[0] for each in PLACE_AND)
_JOINT = re.compile(f"[{''.join(sorted(JOINING))}]")


class Seen(NamedTuple):
    """The places named so far: the one that ended right here, the last city, and their ground.

    ``listed`` is where the last place of a list ends, and the city that it lies in; ``county_in``
    the city of the last county, where none was named itself.
    """

    around: str = ""
    city: str = ""
    county_in: str = ""
    listed: tuple[int, str] = (-1, "")
    ground: Ground = NOWHERE

    def behind_place(self, name: str, end: int, lexicon: Lexicon) -> Seen:
        """Behind a division."""
        city = name if name in lexicon.inside else self.city
        own = _city(name, lexicon)
        codes = lexicon.divisions.get(name, ())
        ground = self.ground.with_division(end, codes)
        return Seen(name, city, own or self.county_in, (end, own or self.listed[1]), ground)

    def behind_town(self, end: int) -> Seen:
        """Behind a town or quarter."""
        return self._replace(around="", ground=self.ground._replace(end=end))

    def behind_other(self, word: str, lexicon: Lexicon) -> Seen:
        """Behind anything else."""
        if word in lexicon.inside:
            return self._replace(around="", city=word)
        return self.moved_on() if self.around else self

    def moved_on(self) -> Seen:
        """Where no place ends any more."""
        return Seen("", *self[1:])


def before_joints(text: str) -> frozenset[int]:
    """Where a name of two characters may stand in front of 或 and the like."""
    return frozenset(found.start() - 2 for found in _JOINT.finditer(text))


def division_beside(text: str, at: int, lexicon: Lexicon, *, seen: Seen, is_joined: bool) -> str:
    """A name that several divisions bear, beside what tells which is meant; else empty."""
    near = seen.listed if 0 < at - seen.listed[0] <= LONGEST_AND else None
    if not (seen.around or seen.city or seen.county_in or near or is_joined):
        return _before_town(text, at, lexicon)
    return (
        (_within(text, at, lexicon.within.get(seen.around)) if seen.around else "")
        or (_within(text, at, lexicon.inside.get(seen.city)) if seen.city else "")
        or (_listed(text, at, *near, lexicon) if near else "")
        or (_beside_sister(text, at, seen, lexicon) if at == seen.listed[0] else "")
        or (_listed_ahead(text, at, lexicon) if text[at + 2 : at + 3] in JOINING else "")
        or (_alone_within(text, at, seen.county_in, lexicon) if seen.county_in else "")
        or _before_town(text, at, lexicon)
    )


def town_beside(text: str, at: int, lexicon: Lexicon, *, ground: Ground) -> str:
    """陆家 behind 昆山, unless 太仓 stands there, which is a division of its own; else empty."""
    name = town_at(text, at, ground, lexicon)
    if not name:
        return ""
    division = longest(lexicon.places, text, at)
    is_division = len(division) >= len(name) and (
        at > ground.end or ground.holds(lexicon.divisions[division])
    )
    return "" if is_division else name


def _city(name: str, lexicon: Lexicon) -> str:
    """A city by its own name, or that which a county lies in; empty where neither is known."""
    return name if name in lexicon.within else lexicon.around.get(name, "")


def _beside_sister(text: str, at: int, seen: Seen, lexicon: Lexicon) -> str:
    """绿园 right behind 宽城, which is a district of the same city."""
    city = seen.listed[1]
    return _within(text, at, lexicon.within.get(city)) if city and city != seen.around else ""


def _within(text: str, at: int, names: Index | None) -> str:
    """铁西 right behind 沈阳, 通州 somewhere behind 北京: a name that several divisions bear."""
    return longest(names, text, at) if names else ""


def _alone_within(text: str, at: int, city: str, lexicon: Lexicon) -> str:
    """大兴优先,亦庄也行,通州不要: a name of the city that another county lies in."""
    name = _within(text, at, lexicon.inside.get(city))
    return name if name and stands_alone(text, at, at + len(name), lexicon) else ""


def _before_town(text: str, at: int, lexicon: Lexicon) -> str:
    """龙华大浪: of the counties called 龙华 one has a town 大浪."""
    name = longest(lexicon.shared, text, at) if text[at : at + 2] in lexicon.shared else ""
    end = at + len(name)
    if not name or text[end : end + 2] not in lexicon.town_openings:
        return ""
    return name if town_in(text, end, lexicon.divisions[name], lexicon) else ""


def _listed(text: str, at: int, end: int, city: str, lexicon: Lexicon) -> str:
    """沈阳浑南或者铁西: behind a place and 或, a name of the same city that others bear, too."""
    is_listed = bool(city) and 0 < at - end <= LONGEST_AND and text[end:at] in PLACE_AND
    return _within(text, at, lexicon.within.get(city)) if is_listed else ""


def _listed_ahead(text: str, at: int, lexicon: Lexicon) -> str:
    """南沙或者番禺: a name that several divisions bear, in front of one of the same city."""
    end = next((at + 2 + n for n in (2, 1) if text[at + 2 : at + 2 + n] in PLACE_AND), 0)
    other = longest(lexicon.places, text, end) if end else ""
    return _within(text, at, lexicon.within.get(_city(other, lexicon))) if other else ""

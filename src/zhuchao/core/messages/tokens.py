"""A folded message as tokens: numbers, words, places, persons, telephones, floors, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from zhuchao.core.messages.lexicon import Index, Lexicon, longest, unit_at
from zhuchao.core.messages.persons import LABELLED_PERSON, PERSON, SURNAMES
from zhuchao.core.messages.storeys import (
    CHINESE_FLOOR,
    EACH,
    FLOOR,
    LEVELS,
    PER_STOREY,
    SEVERAL_STOREYS,
    floor_name,
)
from zhuchao.core.messages.telephones import DIALLED, telephone_at
from zhuchao.core.text.numerals import NUMBER, NUMBER_STARTS, PAIR, pair_of, value_of
from zhuchao.core.vocabulary.tables import Lexeme

# No other character begins one: most of a text need not be looked at twice.
_FLOOR_STARTS = frozenset(f"0123456789{CHINESE_FLOOR}首底楼上下其以每第负标顶")
_COUNTS = frozenset(f"0123456789{CHINESE_FLOOR}")
# 二层 ~ 十二层, with blanks between.
LONGEST_FLOOR = 14
_FLOOR_WORD = re.compile("[层楼f]")
# 二三 of 二三百, and the whole of 一千二三百.
_MAY_PAIR = frozenset("二三四五六七八九十百千万")
_LABEL_STARTS = frozenset("联称姓负对")
# 某某先生 may begin with any character.
_TITLE_BEHIND = re.compile("先生|女士")
_NAME_STARTS = frozenset(f"{SURNAMES}小老阿姓")
_OPENINGS = _FLOOR_STARTS | _LABEL_STARTS | NUMBER_STARTS | _NAME_STARTS | frozenset("单幺双")
RANGE = re.compile(r"\s*(?:-|~|—|–|至|到)\s*")
# A comma that cannot group thousands, so that commas of this text part its clauses.
SEPARATING = re.compile(r",(?!\d{3}(?!\d))")
# 1,250: one digit and three are hardly two numbers.
_GROUPED = re.compile(r"\d,\d{3}")
PLACE_AND = frozenset({"或", "或者", "、", "和", "及", "/", "跟", "与"})
LONGEST_AND = 2
JOINING = frozenset(each[0] for each in PLACE_AND)
# A name before these is a road's, which may run in any town: 昆山路, 苏州大道.
ROAD = re.compile("路|大道|大街|街(?!道)")
# Pictures that people set before each point of a list part it as a stop does.
BULLETS = "\u2600-\u27bf\u25a0-\u25ff\U0001f300-\U0001faff"
PUNCTUATION = re.compile(rf"[,，。;；!！?？\n\r、：:{BULLETS}]|\s+")
BULLET = re.compile(rf"[{BULLETS}]")


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    WORD = auto()
    PLACE = auto()
    PERSON = auto()
    TELEPHONE = auto()
    FLOOR = auto()
    MARK = auto()


class Token(NamedTuple):
    """``text`` is as folded, or a floor's name; ``value`` a number's value, or 1 for 每层."""

    kind: Kind
    start: int
    end: int
    text: str
    value: float | None = None
    lexemes: tuple[Lexeme, ...] = ()
    roles: frozenset[str] = frozenset()

    def has(self, role: str, key: str = "") -> bool:
        if role not in self.roles:
            return False
        return not key or any(each.role == role and each.key == key for each in self.lexemes)


def tokenize(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens in order; what is none of them is passed over."""
    # Where commas part clauses, 630,500平 is two numbers; 2,000 shows a group by its zeros.
    may_group = SEPARATING.search(text) is None
    return list(_tokens(text, lexicon, may_group=may_group))


def _tokens(text: str, lexicon: Lexicon, *, may_group: bool) -> Iterator[Token]:
    at, counted, around, city, listed = 0, -1, "", "", (-1, "")
    titled = _before_titles(text)
    singles, pairs = _OPENINGS | lexicon.openings, lexicon.openings
    while at < len(text):
        is_near = 0 < at - listed[0] <= LONGEST_AND
        if not (is_near or at in titled or _may_begin(text, at, singles, pairs)):
            at, around = at + 1, ""
            continue
        token = (
            (_within(text, at, lexicon.within.get(around)) if around else None)
            or (_within(text, at, lexicon.inside.get(city)) if city else None)
            or (_listed(text, at, *listed, lexicon) if is_near else None)
            or (_listed_ahead(text, at, lexicon) if text[at + 2 : at + 3] in JOINING else None)
            or _any_at(text, at, lexicon, may_group=may_group, is_titled=at in titled)
        )
        if token is not None and token.kind in (Kind.PLACE, Kind.WORD) and at == counted:
            token = _unit_token(text, at, lexicon) or token
        if token is None:
            at, around = at + 1, ""
            continue
        yield token
        at = token.end
        city = token.text if token.text in lexicon.inside else city
        if token.kind is Kind.PLACE:
            listed = (at, _city(token.text, lexicon) or listed[1])
        around = token.text if token.kind is Kind.PLACE else around * (token.text == " ")
        counted = at if token.kind is Kind.NUMBER else -1


def _may_begin(text: str, at: int, singles: frozenset[str], pairs: frozenset[str]) -> bool:
    """Whether any token can begin here: most characters of a text begin none."""
    character = text[at]
    return character in singles or text[at : at + 2] in pairs or not character.isalnum()


def _any_at(
    text: str, at: int, lexicon: Lexicon, *, may_group: bool, is_titled: bool
) -> Token | None:
    if is_titled or text[at] in _OPENINGS or not text[at].isalpha():
        return _at(text, at, lexicon, may_group=may_group)
    return _named(text, at, lexicon)


def _city(name: str, lexicon: Lexicon) -> str:
    """A city by its own name, or that which a county lies in; empty where neither is known."""
    return name if name in lexicon.within else lexicon.around.get(name, "")


def _before_titles(text: str) -> frozenset[int]:
    """Where 某某先生 and 某女士 may begin, with any character."""
    return frozenset(found.start() - by for found in _TITLE_BEHIND.finditer(text) for by in (1, 2))


def _within(text: str, at: int, names: Index | None) -> Token | None:
    """铁西 right behind 沈阳, 通州 somewhere behind 北京: a name that several divisions bear."""
    word = longest(names, text, at) if names else ""
    return Token(Kind.PLACE, at, at + len(word), word) if word else None


def _listed(text: str, at: int, end: int, city: str, lexicon: Lexicon) -> Token | None:
    """沈阳浑南或者铁西: behind a place and 或, a name of the same city that others bear, too."""
    is_listed = bool(city) and 0 < at - end <= LONGEST_AND and text[end:at] in PLACE_AND
    return _within(text, at, lexicon.within.get(city)) if is_listed else None


def _listed_ahead(text: str, at: int, lexicon: Lexicon) -> Token | None:
    """南沙或者番禺: a name that several divisions bear, in front of one of the same city."""
    end = next((at + 2 + n for n in (2, 1) if text[at + 2 : at + 2 + n] in PLACE_AND), 0)
    other = longest(lexicon.places, text, end) if end else ""
    return _within(text, at, lexicon.within.get(_city(other, lexicon))) if other else None


def _unit_token(text: str, at: int, lexicon: Lexicon) -> Token | None:
    """2万平定制: behind a number 平 is its unit and not the start of 平定."""
    unit = unit_at(lexicon, text, at)
    return Token(Kind.MARK, at, at + len(unit), unit) if unit else None


def _at(text: str, at: int, lexicon: Lexicon, *, may_group: bool) -> Token | None:
    character = text[at]
    marks = None if character.isalnum() else PUNCTUATION.match(text, at)
    if marks:
        return Token(Kind.MARK, at, marks.end(), marks[0])
    if character in DIALLED:
        called = telephone_at(text, at)
        if called is not None:
            return Token(Kind.TELEPHONE, at, *called)
    floor = FLOOR.match(text, at) if _may_be_floor(text, at, character) else None
    if floor:
        return Token(Kind.FLOOR, at, floor.end(), floor_name(floor))
    storey = PER_STOREY.match(text, at) if character == "单" else None
    if storey and SEVERAL_STOREYS.search(text):
        return Token(Kind.FLOOR, at, storey.end(), EACH)
    person = _person(text, at)
    if person is not None:
        return person
    return _worded(text, at, lexicon, may_group=may_group)


def _may_be_floor(text: str, at: int, character: str) -> bool:
    """Whether a floor can begin there; one that is counted has its word right behind."""
    if character not in _FLOOR_STARTS:
        return False
    return character not in _COUNTS or _FLOOR_WORD.search(text, at, at + LONGEST_FLOOR) is not None


def _person(text: str, at: int) -> Token | None:
    labelled = LABELLED_PERSON.match(text, at) if text[at] in _LABEL_STARTS else None
    if labelled:
        start, end = labelled.span("name")
        titled = PERSON.search(text, start, end + 2)
        start, end = titled.span() if titled else (start, end)
        return Token(Kind.PERSON, start, end, text[start:end])
    may_be = text[at] in _NAME_STARTS or _TITLE_BEHIND.search(text, at + 1, at + 4)
    found = PERSON.match(text, at) if may_be else None
    return Token(Kind.PERSON, at, found.end(), found[0]) if found else None


def _worded(text: str, at: int, lexicon: Lexicon, *, may_group: bool) -> Token | None:
    word = longest(lexicon.words, text, at)
    place = _place(text, at, lexicon) if text[at : at + 2] in lexicon.places else ""
    if place and len(place) > len(word) and not ROAD.match(text, at + len(place)):
        return Token(Kind.PLACE, at, at + len(place), place)
    number = _number(text, at, may_group=may_group)
    if number is not None and number.end - at >= len(word):
        return number
    return _word(word, at, lexicon)


def _named(text: str, at: int, lexicon: Lexicon) -> Token | None:
    """The word or the place that begins there, where no number, floor or person can."""
    word = longest(lexicon.words, text, at)
    place = _place(text, at, lexicon) if text[at : at + 2] in lexicon.places else ""
    if place and len(place) > len(word) and not ROAD.match(text, at + len(place)):
        return Token(Kind.PLACE, at, at + len(place), place)
    return _word(word, at, lexicon)


def _word(word: str, at: int, lexicon: Lexicon) -> Token | None:
    if word:
        return Token(
            Kind.WORD, at, at + len(word), word,
            lexemes=lexicon.lexemes[word], roles=lexicon.roles[word],
        )  # fmt: skip
    return None


def _place(text: str, at: int, lexicon: Lexicon) -> str:
    """The longest place at ``at``; 青岛市南 is 市南 in 青岛, not the south of 青岛市."""
    place = longest(lexicon.places, text, at)
    names = lexicon.within.get(place[:-1]) if place.endswith("市") else None
    end = at + len(place) - 1
    inner = longest(names, text, end) if names else ""
    is_inner = bool(inner) and text[end + len(inner) : end + len(inner) + 1] not in tuple(
        "部边方侧"
    )
    return place[:-1] if is_inner else place


# 一下, 一样: no number at all.
NO_ONE = tuple("下样直般律并旦切致些点")


# 双10吨行车: two of them.
DOUBLE = re.compile(r"双(?=\d{1,3}(?:吨|t(?![a-z])))")
# 前三年租金减半 counts years.
YEARS_COUNTED = ("前", "首", "头")
# 减半, 大半, 免半年租: no figure.
NO_HALF = tuple("减大过对多少")


def _is_no_figure(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    if text.startswith("年", at + 1) and before in YEARS_COUNTED:
        return True
    if text.startswith("期", at + 1) and text[at] in CHINESE_FLOOR:
        return True  # 先租一期
    return text[at] == "半" and (
        text.startswith("半价", at) or before in NO_HALF or text.startswith("半年租", at)
    )


def _number(text: str, at: int, *, may_group: bool) -> Token | None:
    if text[at] == "双" and DOUBLE.match(text, at):
        return Token(Kind.NUMBER, at, at + 1, text[at], 2.0)
    if text[at] not in NUMBER_STARTS or _is_no_figure(text, at):
        return None
    pair = PAIR.match(text, at) if text[at + 1 : at + 2] in _MAY_PAIR else None
    bounds = pair_of(pair) if pair else None
    if pair and bounds:
        return Token(Kind.NUMBER, at, pair.end(), pair[0], bounds[0])
    number = NUMBER.match(text, at)
    # C6,300平 is no six thousand.
    is_code = text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()
    is_group = number is not None and (may_group or _GROUPED.match(number[0]) is not None)
    is_group = is_group and not is_code
    if number and not is_group and "," in number[0] and ",0" not in number[0]:
        number = NUMBER.match(text, at, at + number[0].index(","))
    value = value_of(number) if number else None
    if number and value is None and LEVELS.match(text, number.end()):
        # 两千四二楼, 十八二楼: the last numeral is that of a floor.
        number = NUMBER.match(text, at, number.end() - 1)
        value = value_of(number) if number else None
    # 统一15元: no numeral runs into a figure.
    follows = text[number.end() : number.end() + 1] if number is not None else ""
    is_part = number is not None and number[0] == "一" and (follows.isdigit() or follows in NO_ONE)
    if number is None or value is None or is_part:
        return None
    return Token(Kind.NUMBER, at, number.end(), number[0], value)

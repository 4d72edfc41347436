"""A folded message as tokens: numbers, words, places, persons, telephones, floors, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from zhuchao.core.messages.beside import Seen, before_joints, division_beside, town_beside
from zhuchao.core.messages.grounds import OPENING
from zhuchao.core.messages.lexicon import Lexicon, longest, unit_at
from zhuchao.core.messages.numbers import COUNTING, number_at
from zhuchao.core.messages.persons import LABELLED_PERSON, NAMED, PERSON, SURNAMES
from zhuchao.core.messages.storeys import (
    CHINESE_FLOOR,
    EACH,
    FLOOR,
    FLOOR_WORDS,
    PER_STOREY,
    SEVERAL_STOREYS,
    floor_name,
)
from zhuchao.core.messages.telephones import DIALLED, telephone_at
from zhuchao.core.text.numerals import NUMBER_STARTS
from zhuchao.core.vocabulary.tables import Lexeme

# No other character begins one: most of a text need not be looked at twice.
_FLOOR_STARTS = frozenset(f"0123456789{CHINESE_FLOOR}第各") | {each[0] for each in FLOOR_WORDS}
_COUNTS = frozenset(f"0123456789{CHINESE_FLOOR}")
# 二层 ~ 十二层, with blanks between.
LONGEST_FLOOR = 14
# What every floor by its number begins with; most numbers do not, and need no longer pattern.
_COUNTED_FLOOR = re.compile(
    rf"(?:\d{{1,2}}|[{CHINESE_FLOOR}]{{1,7}})(?:[层楼f]|[\s、/和及~至到—–-](?s:.*?)[层楼f])"
)
_LABEL_STARTS = frozenset("联称姓负对")
# 某某先生 may begin with any character.
_TITLE_BEHIND = re.compile("先生|女士")
_NAME_STARTS = frozenset(f"{SURNAMES}小老阿姓")
_NUMERALS = NUMBER_STARTS | frozenset(COUNTING)
_NAMED_BY = _LABEL_STARTS | _NAME_STARTS
_OPENINGS = (
    _FLOOR_STARTS
    | _LABEL_STARTS
    | NUMBER_STARTS
    | _NAME_STARTS
    | frozenset("单幺+")
    | frozenset(COUNTING)
)
MORE_OF_ONE = re.compile("[以左上多半出地空院场]|起(?!租)")
RANGE = re.compile(r"\s*(?:-|~|—|–|至|到)\s*")
# A comma that cannot group thousands, so that commas of this text part its clauses.
SEPARATING = re.compile(r",(?!\d{3}(?!\d))")
# A name before these is a road's, which may run in any town: 昆山路, 苏州大道.
ROAD = re.compile("路(?!桥)|大道|大街|街(?!道)|公路|国道|省道")
# Names of two characters that other words hold: 形状方正, 朝南开门.
SHORT = 2
BEHIND_HOUSE = 8
IN_WORDS = re.compile(
    ".(?:和政[策府务]|方正(?![县区])|南开[门窗间]|高要求|大厂[房子家]|大方(?![县区])|来安[装排]|明水[电泥]"
    "|利通[道畅]|正定[下好金]|金山银|同安[全装置])|挪威海|座金山|[水公持]平和|太贵定"
)
# Pictures that people set before each point of a list part it as a stop does.
BULLETS = "\u2600-\u27bf\u25a0-\u25ff\U0001f300-\U0001faff"
PUNCTUATION = re.compile(rf"[,，。;；!！?？\n\r、：:{BULLETS}]|\s+")
# Most marks are one of these, and need no pattern to be seen.
_COMMON_MARKS = frozenset(",，。;；!！?？\n、：:")
BULLET = re.compile(rf"[{BULLETS}]")


class Kind:
    """What a token is.

    No Enum, whose members Python 3.11 takes 0.4 µs to reach, five hundred times a message.
    """

    NUMBER: Final = "number"
    WORD: Final = "word"
    PLACE: Final = "place"
    TOWN: Final = "town"
    PERSON: Final = "person"
    TELEPHONE: Final = "telephone"
    FLOOR: Final = "floor"
    MARK: Final = "mark"


_NAMED = (Kind.WORD, Kind.PLACE)
_WHERE = (Kind.PLACE, Kind.TOWN)


class Token(NamedTuple):
    """``text`` is as folded, or a floor's name; ``value`` a number's value, or 1 for 每层."""

    kind: str
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


# For looking through many tokens at once.
kind_of = attrgetter("kind")


def tokenize(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens in order; what is none of them is passed over."""
    # Where commas part clauses, 630,500平 is two numbers; 2,000 shows a group by its zeros.
    may_group = SEPARATING.search(text) is None
    return list(_tokens(text, lexicon, may_group=may_group))


def _tokens(text: str, lexicon: Lexicon, *, may_group: bool) -> Iterator[Token]:
    at, end, counted, seen = 0, len(text), -1, Seen()
    titled, joined = _before_titles(text), before_joints(text)
    openings, besides, inside = lexicon.openings, lexicon.besides, lexicon.inside
    while at < end:
        character, token = text[at], None
        mark = "" if character.isalnum() else _mark(text, at, character)
        if mark:
            yield Token(Kind.MARK, at, at + len(mark), mark)
            at, counted = at + len(mark), -1
            seen = seen.moved_on() if seen.around and mark != " " else seen
            continue
        pair, is_special = text[at : at + 2], character in _OPENINGS or at in titled
        is_known = is_special or character in openings or pair in openings
        if pair in besides and (is_known or seen.ground.known or text[at - 1 : at] in OPENING):
            token = _placed(text, at, lexicon, seen=seen, is_joined=at in joined)
        if token is None and is_special:
            token = _at(text, at, pair, lexicon, may_group=may_group, is_titled=at in titled)
        elif token is None and is_known:  # most characters begin nothing
            token = _named(text, at, pair, lexicon)
        if token is None:
            at, seen = at + 1, seen.moved_on() if seen.around else seen
            continue
        if at == counted and token.kind in _NAMED:
            token = _unit_token(text, at, lexicon) or token
            token = _years_token(text, at) or token
        yield token
        at, counted = token.end, token.end if token.kind is Kind.NUMBER else -1
        tells_where = token.kind in _WHERE or seen.around or token.text in inside
        seen = _behind(token, seen, lexicon) if tells_where else seen


def _behind(token: Token, seen: Seen, lexicon: Lexicon) -> Seen:
    """What was seen behind one more token."""
    if token.kind is Kind.PLACE:
        return seen.behind_place(token.text, token.end, lexicon)
    if token.kind is Kind.TOWN:
        return seen.behind_town(token.end)
    return seen.behind_other(token.text, lexicon)


def _placed(text: str, at: int, lexicon: Lexicon, *, seen: Seen, is_joined: bool) -> Token | None:
    """A division or town that only what stands beside or before it tells to be one."""
    name = division_beside(text, at, lexicon, seen=seen, is_joined=is_joined)
    town = town_beside(text, at, lexicon, ground=seen.ground)
    if len(town) > len(name):
        return Token(Kind.TOWN, at, at + len(town), town)
    return Token(Kind.PLACE, at, at + len(name), name) if name else None


def _mark(text: str, at: int, character: str) -> str:
    """The stop, the picture or the blanks that stand there; empty where none do."""
    if character in _COMMON_MARKS:
        return character
    found = PUNCTUATION.match(text, at)
    return found[0] if found else ""


def _before_titles(text: str) -> frozenset[int]:
    """Where 某某先生 and 某女士 may begin, with any character."""
    return frozenset(found.start() - by for found in _TITLE_BEHIND.finditer(text) for by in (1, 2))


def _unit_token(text: str, at: int, lexicon: Lexicon) -> Token | None:
    """2万平定制: behind a number 平 is its unit and not the start of 平定."""
    unit = unit_at(lexicon, text, at)
    return Token(Kind.MARK, at, at + len(unit), unit) if unit else None


def _years_token(text: str, at: int) -> Token | None:
    """交了六年租子: behind a number of years 年租 is no word of its own; behind 一 it may be."""
    is_year = text.startswith("年租", at) and text[at - 1] not in "一1"
    return Token(Kind.MARK, at, at + 1, "年") if is_year else None


def _at(
    text: str, at: int, pair: str, lexicon: Lexicon, *, may_group: bool, is_titled: bool
) -> Token | None:
    """What begins there with a character of numbers, telephones, floors or persons."""
    character = text[at]
    if character in DIALLED:
        called = telephone_at(text, at)
        if called is not None:
            return Token(Kind.TELEPHONE, at, *called)
    floor = FLOOR.match(text, at) if _may_be_floor(text, at, pair) else None
    name = floor_name(floor) if floor else ""
    if floor and name:
        return Token(Kind.FLOOR, at, floor.end(), name)
    storey = PER_STOREY.match(text, at) if character == "单" else None
    if storey and SEVERAL_STOREYS.search(text):
        return Token(Kind.FLOOR, at, storey.end(), EACH)
    if is_titled or character in _NAMED_BY:
        person = _person(text, at, character)
        if person is not None:
            return person
    if character in _NUMERALS:
        return _counted(text, at, pair, lexicon, may_group=may_group)
    return _named(text, at, pair, lexicon)


def _may_be_floor(text: str, at: int, pair: str) -> bool:
    """Whether a floor can begin there; one that is counted has its word right behind."""
    if pair[0] in _COUNTS:
        return _COUNTED_FLOOR.match(text, at, at + LONGEST_FLOOR) is not None
    return pair in FLOOR_WORDS or pair[0] in ("第", "各")


def _person(text: str, at: int, character: str) -> Token | None:
    labelled = LABELLED_PERSON.match(text, at) if character in _LABEL_STARTS else None
    if labelled:
        start, end = labelled.span("name")
        # 联系人:新区产投 马主任: behind the label may stand whose man it is.
        reach = 2 if NAMED.fullmatch(text, start, end) else BEHIND_HOUSE
        titled = PERSON.search(text, start, end + reach)
        start, end = titled.span() if titled else (start, end)
        return Token(Kind.PERSON, start, end, text[start:end])
    found = PERSON.match(text, at)
    return Token(Kind.PERSON, at, found.end(), found[0]) if found else None


def _counted(text: str, at: int, pair: str, lexicon: Lexicon, *, may_group: bool) -> Token | None:
    """The number that begins there, unless a longer word or place does."""
    named = _named(text, at, pair, lexicon)
    if named is not None and named.kind is Kind.PLACE:
        return named
    if named is not None and named.text == "一亩" and MORE_OF_ONE.match(text, named.end):
        named = None  # 院子一亩以上: a size, and not what a price is for
    number = number_at(text, at, may_group=may_group)
    if number is None or (named is not None and number[0] < named.end):
        return named
    return Token(Kind.NUMBER, at, *number)


def _named(text: str, at: int, pair: str, lexicon: Lexicon) -> Token | None:
    """The word or the place that begins there with these two characters."""
    word = longest(lexicon.words, text, at, pair)
    place = _place(text, at, pair, lexicon) if pair in lexicon.places else ""
    if place and len(place) > len(word) and not ROAD.match(text, at + len(place)):
        return Token(Kind.PLACE, at, at + len(place), place)
    if not word:
        return None
    meant, roles = lexicon.lexemes[word], lexicon.roles[word]
    return Token(Kind.WORD, at, at + len(word), word, None, meant, roles)


def _place(text: str, at: int, pair: str, lexicon: Lexicon) -> str:
    """The longest place at ``at``; 青岛市南 is 市南 in 青岛, not the south of 青岛市."""
    place = longest(lexicon.places, text, at, pair)
    names = lexicon.within.get(place[:-1]) if place.endswith("市") else None
    if names:
        end = at + len(place) - 1
        inner = longest(names, text, end)
        behind = text[end + len(inner) : end + len(inner) + 1]
        if inner and behind not in tuple("部边方侧"):
            return place[:-1]
    return "" if len(place) == SHORT and _is_crossed(text, at, lexicon) else place


def _is_crossed(text: str, at: int, lexicon: Lexicon) -> bool:
    """图和政策, 挪威海产, 从化工园区: words that only share characters with a division's name."""
    if IN_WORDS.match(text, max(0, at - 1)):
        return True
    end = at + SHORT
    if text.startswith(("工业", "产业", "新区", "新城"), end):
        return False
    crossing = len(longest(lexicon.words, text, end - 1)) - 1
    return crossing > max(0, len(longest(lexicon.words, text, end)))

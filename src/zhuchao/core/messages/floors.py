"""Floors that several words name together: 5层、6层, 3-6层 每层, a line that begins with one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from zhuchao.core.messages.storeys import EACH, OWN, TOP, UPPER, WHOLE_HOUSE
from zhuchao.core.messages.tokens import BULLET, Kind, Token, kind_of
from zhuchao.core.text.numerals import parse_number

# How many storeys a house has, as far as the text says it in words of its own.
STOREYS = re.compile(
    r"(?:共|总|地上|上下|独栋|整栋|一栋|钢混|砖混|框架)(?P<all>[二两三四五六七八九十]|[2-9]|1\d)层"
    r"|(?<=[,，;；\s])(?P<alone>[二两三四五六七八九十]|[2-9]|1\d)层(?=[,，]\s*(?:建面|建筑|总|占地|共|首层|底层|[一1][楼层]|每层))"
    r"|(?P<count>[二两双三四五六七八九十]|[2-9]|1\d)层"
    rf"(?=(?:砖混|钢混|钢构|框架|钢筋|新|旧|老|高标|标准){{1,2}}(?:厂房|楼|仓)|厂房|楼|标准|框架|仓|库|的|独栋|研发|冷链|工业|(?P<half>半)|{WHOLE_HOUSE})"
)
PAIR_OF_STOREYS = frozenset("两双")
AND = frozenset("、和及与/,，")
# Floors that only the house, or the other floors that are named, tell.
OF_HOUSE = frozenset({EACH, OWN, UPPER, TOP})
# So far behind the floors each of them may be told of.
REACH_OF_OWN = 12
# 二楼或三楼: either will do, and what is told is told of none.
OR = frozenset({"或", "或者", "还是", "或是"})
ANY_OF = re.compile(
    r"\s?(?:(?:都|均|皆|全)(?:行|可(?:以)?(?![租做放分])|得|成|中|好说|能接受|没问题|无所谓|ok)|不挑|随便|不限|任选|无所谓|任意)"
)
# So many lines that begin with a floor make a list of floors.
MIN_LED = 2
LABELS = frozenset(":：")
SENTENCE_ENDS = frozenset(";；。")


def named_together(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with neighbouring floors as one, and 每层 as the floors that it speaks of."""
    if Kind.FLOOR not in map(kind_of, tokens):
        return list(tokens)
    found: list[Token] = []
    for token in tokens:
        joined = _joined(text, found, token) if token.kind is Kind.FLOOR else None
        if joined is not None:
            while found[-1].start > joined.start:
                found.pop()
            found[-1] = joined
            continue
        found.append(token)
    found = list(_without_choices(text, list(_with_own(text, found))))
    is_settled = not any(token.text in OF_HOUSE and token.kind is Kind.FLOOR for token in found)
    return found if is_settled else list(_settled(found, _highest(text, found)))


def _with_own(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """各1500平 as what the floors right before it have each; left out where none is named."""
    named: Token | None = None
    for token in tokens:
        if token.kind is Kind.FLOOR and token.text == OWN:
            between = text[named.end : token.start] if named else "\n"
            if (
                named is None
                or len(between) > REACH_OF_OWN
                or not SENTENCE_ENDS.isdisjoint(between)
            ):
                continue
            if "\n" not in between:
                yield token._replace(text=named.text)
            continue
        named = token if token.kind is Kind.FLOOR else named
        yield token


def _without_choices(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    floors = [token for token in tokens if token.kind is Kind.FLOOR]
    either = {
        each.start
        for one, other in pairwise(floors)
        for each in (one, other)
        if text[one.end : other.start].strip() in OR
    }
    return (token for token in tokens if token.start not in either and not _is_any(text, token))


def _is_any(text: str, token: Token) -> bool:
    """二楼三楼都行: either will do."""
    is_several = token.kind is Kind.FLOOR and "-" in token.text[1:]
    return is_several and ANY_OF.match(text, token.end) is not None


def storeys_of(text: str) -> int | None:
    """How many storeys the text says that the house has; a half one on top is one."""
    found = STOREYS.search(text) if "层" in text else None  # as in all that it finds
    if found is None:
        return None
    written = found["all"] or found["alone"] or found["count"]
    number = 2.0 if written in PAIR_OF_STOREYS else parse_number(written)
    return int(number) + bool(found["half"]) if number else None


def _highest(text: str, tokens: Iterable[Token]) -> int | None:
    """The floor on top: that of a house of so many, or the last where all below are named."""
    told = storeys_of(text)
    if told is not None:
        return told
    named: set[int] = set()
    for token in tokens:
        low, _, high = token.text.partition("-")
        if token.kind is Kind.FLOOR and low.isdigit():
            named.update(range(int(low), int(high or low) + 1))
    return max(named) if len(named) > 2 and named == set(range(1, max(named) + 1)) else None


def _joined(text: str, found: Sequence[Token], token: Token) -> Token | None:
    """5层、6层 as 5-6; None where the floor before is no neighbour."""
    before = next((each for each in reversed(found[-2:]) if each.kind is not Kind.MARK), None)
    if before is None or before.kind is not Kind.FLOOR or not token.text.isdigit():
        return None
    low, _, high = before.text.partition("-")
    gap = text[before.end : token.start].strip()
    is_next = (high or low).isdigit() and int(high or low) + 1 == int(token.text)
    if not is_next or (gap and gap not in AND) or gap in tuple(",，"):
        return None
    return before._replace(end=token.end, text=f"{low}-{token.text}")


def _settled(tokens: Sequence[Token], highest: int | None) -> Iterator[Token]:
    """每层 means the range before it, the only one, or the house; 楼上 all up to the top."""
    ranges = {token.text for token in tokens if token.kind is Kind.FLOOR} - OF_HOUSE
    tokens = [_up_to(token, highest) for token in _plain(tokens)]
    tokens = [each for each in tokens if each.text != TOP]
    several = [each for each in ranges if "-" in each]
    whole = f"1-{highest}" if highest is not None and highest > 1 else ""
    is_only = len(several) == 1 and (
        not whole or all(_lies_in(each, several[0]) for each in ranges)
    )
    only = several[0] if is_only else ""
    near = ""
    for token in tokens:
        if token.kind is Kind.MARK:
            text = token.text
            near = near if (text.isspace() and not ends_line(token)) or text in LABELS else ""
        elif token.kind is Kind.FLOOR:
            if token.text == EACH:
                meant = next((each for each in (near, only, whole) if "-" in each), "")
                yield token._replace(text=meant, value=1.0) if meant else token
                continue
            near = token.text
        yield token


def _lies_in(floor: str, several: str) -> bool:
    """Whether a floor is one of 3-5; 3-5 itself, too."""
    low, _, high = several.partition("-")
    if floor == several or not (floor.isdigit() and low.isdigit() and high.isdigit()):
        return floor == several
    return int(low) <= int(floor) <= int(high)


def _plain(tokens: Sequence[Token]) -> Iterator[Token]:
    """标准层(2-9层), 顶楼10层: a floor that is told by its number right behind needs no other."""
    for at, token in enumerate(tokens):
        if token.kind is Kind.FLOOR and token.text in (UPPER, TOP) and at + 1 < len(tokens):
            following = tokens[at + 1]
            is_named = following.kind is Kind.FLOOR and following.text != EACH
            if is_named and following.start - token.end <= 1:
                continue
        yield token


def _up_to(token: Token, highest: int | None) -> Token:
    if token.kind is not Kind.FLOOR or highest is None or highest < 2:
        return token
    upper = "2" if highest == 2 else f"2-{highest}"
    named = {UPPER: upper, TOP: str(highest)}.get(token.text, token.text)
    return token if named == token.text else token._replace(text=named)


def ends_line(mark: Token) -> bool:
    return _ends_line(mark.text)


@lru_cache(maxsize=256)
def _ends_line(text: str) -> bool:
    if text in AND or text == " ":
        return False
    return "\n" in text or "\r" in text or BULLET.match(text) is not None


def ends_cell(mark: Token) -> bool:
    return "\t" in mark.text or ends_line(mark)


def ends_sentence(mark: Token) -> bool:
    return ends_line(mark) or not SENTENCE_ENDS.isdisjoint(mark.text)


def lines_of(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], str]]:
    """Each line with the floor that all of it is about, where the text lists floors by lines.

    Sentences make such a list, too, each from where it names its floor: 首层1680平,高7米;二层….
    """
    if Kind.FLOOR not in map(kind_of, tokens):
        yield list(tokens), ""
        return
    for ends in (ends_line, ends_cell):
        if ends is ends_cell and not any("\t" in token.text for token in tokens):
            continue
        lines = _cut(tokens, ends)
        led = [_led_by(line) for line in lines]
        if len(set(filter(None, led))) >= MIN_LED:
            yield from zip(lines, led, strict=True)
            return
    sentences = _cut(tokens, ends_sentence)
    places = [_led_from(sentence) for sentence in sentences]
    floors = {sentence[at].text for sentence, at in zip(sentences, places, strict=True) if at >= 0}
    for sentence, at in zip(sentences, places, strict=True):
        if at < 0 or len(floors) < MIN_LED:
            yield sentence, ""
        else:
            yield sentence[:at], ""
            yield sentence[at:], sentence[at].text


def _cut(tokens: Iterable[Token], ends: Callable[[Token], bool]) -> list[list[Token]]:
    lines: list[list[Token]] = []
    line: list[Token] = []
    for token in tokens:
        line.append(token)
        if token.kind is Kind.MARK and ends(token):
            lines.append(line)
            line = []
    return [*lines, line]


def _led_from(sentence: Sequence[Token]) -> int:
    """Where the only floor of a sentence begins one of its clauses; -1 where it does not."""
    places = [at for at, token in enumerate(sentence) if token.kind is Kind.FLOOR]
    if len({sentence[at].text for at in places}) != 1:
        return -1
    before = sentence[places[0] - 1] if places[0] else None
    is_led = before is None or before.kind is Kind.NUMBER  # 4号楼一层2300㎡
    is_led = is_led or (
        before is not None and before.kind is Kind.MARK and not before.text.isspace()
    )
    return places[0] if is_led and len(sentence) > places[0] + 1 else -1


def _led_by(line: Sequence[Token]) -> str:
    if Kind.FLOOR not in map(kind_of, line):
        return ""
    told = [token for token in line if token.kind is not Kind.MARK]
    if len(told) > 1 and told[0].kind is Kind.NUMBER and told[1].start - told[0].end <= len("号楼"):
        told = told[1:]  # 1号楼一层 1800平
    first = told[0] if told else None
    floors = {token.text for token in line if token.kind is Kind.FLOOR}
    return first.text if first is not None and floors == {first.text} else ""

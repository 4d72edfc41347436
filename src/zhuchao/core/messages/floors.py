"""Floors that several words name together: 5层、6层, 3-6层 每层, a line that begins with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhuchao.core.messages.tokens import BULLET, Kind, Token

AND = frozenset("、和及与/,，")
EACH = "each"
# So many lines that begin with a floor make a list of floors.
MIN_LED = 2


def named_together(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with neighbouring floors as one, and 每层 as the floors that it speaks of."""
    if not any(token.kind is Kind.FLOOR for token in tokens):
        return list(tokens)
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before is not None and token.kind is Kind.MARK and token.text in AND:
            found.append(token)
            continue
        joined = _joined(text, found, token) if token.kind is Kind.FLOOR else None
        if joined is not None:
            while found[-1].start > joined.start:
                found.pop()
            found[-1] = joined
            continue
        found.append(token)
    return list(_settled(found))


def _joined(text: str, found: Sequence[Token], token: Token) -> Token | None:
    """5层、6层 as 5-6; None where the floor before is no neighbour."""
    before = next((each for each in reversed(found[-2:]) if each.kind is not Kind.MARK), None)
    if before is None or before.kind is not Kind.FLOOR or not token.text.isdigit():
        return None
    low, _, high = before.text.partition("-")
    gap = text[before.end : token.start].strip()
    is_next = (high or low).isdigit() and int(high or low) + 1 == int(token.text)
    if not is_next or gap not in AND or gap in ",，":
        return None
    return before._replace(end=token.end, text=f"{low}-{token.text}")


def _settled(tokens: Sequence[Token]) -> Iterator[Token]:
    """每层 means the range right before it, or the only one that is named."""
    ranges = {token.text for token in tokens if token.kind is Kind.FLOOR} - {EACH}
    only = next(iter(ranges)) if len(ranges) == 1 else ""
    near = ""
    for token in tokens:
        if token.kind is Kind.MARK and (ends_line(token) or not token.text.isspace()):
            near = ""
        if token.kind is not Kind.FLOOR:
            yield token
        elif token.text != EACH:
            near = token.text
            yield token
        else:
            meant = near if "-" in near else only if "-" in only else ""
            yield token._replace(text=meant, value=1.0) if meant else token


def ends_line(mark: Token) -> bool:
    return "\n" in mark.text or "\r" in mark.text or BULLET.match(mark.text) is not None


def lines_of(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], str]]:
    """Each line with the floor that all of it is about, where the text lists floors by lines."""
    if not any(token.kind is Kind.FLOOR for token in tokens):
        yield list(tokens), ""
        return
    lines: list[list[Token]] = [[]]
    for token in tokens:
        lines[-1].append(token)
        if token.kind is Kind.MARK and ends_line(token):
            lines.append([])
    led = [_led_by(line) for line in lines]
    is_list = len(set(filter(None, led))) >= MIN_LED
    for line, floor in zip(lines, led, strict=True):
        yield line, floor if is_list else ""


def _led_by(line: Sequence[Token]) -> str:
    first = next((token for token in line if token.kind is not Kind.MARK), None)
    floors = {token.text for token in line if token.kind is Kind.FLOOR}
    return first.text if first is not None and floors == {first.text} else ""

"""How firmly each part of a clause is meant: what 必须, 最好 and 不考虑 reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.vocabulary.term import Stance

# The stronger of several that reach the same words.
ORDER = (Stance.EXCLUDED, Stance.SOFT, Stance.HARD)
# A stretch that is longer speaks of several things; a word in it reaches only its neighbour.
LONG = 24
MOST_BESIDE_STANCE = 2
# 江苏都行, 集体地也行: what is as good as anything else.
_WHERE = frozenset({Kind.PLACE, Kind.TOWN})
INDIFFERENT = frozenset({"都行", "也行", "也可以"})


class Scope(NamedTuple):
    """A stretch of the text and how firmly it is meant."""

    start: int
    end: int
    stance: Stance


def scopes(run: Sequence[Token]) -> tuple[Scope, ...]:
    """What the stance words of a clause reach: their stretch between blanks, or its neighbour.

    中介勿扰 between blanks says nothing of what stands beyond them.
    """
    stretches = list(_stretches(run))
    found: list[Scope] = []
    for at, stretch in enumerate(stretches):
        words = [token for token in stretch if "stance" in token.roles]
        if words and is_only_stance(stretch) and len(stretches) > 1:
            stance = stance_of(words)
            is_ahead = at == 0 or (stance is not Stance.EXCLUDED and at + 1 < len(stretches))
            other = stretches[at + 1 if is_ahead and _leads(stretch) else max(0, at - 1)]
            found.append(Scope(other[0].start, other[-1].end, stance or Stance.HARD))
        elif words:
            found += _within(stretch, words)
    return tuple(found)


def stance_of(words: Iterable[Token]) -> Stance | None:
    """The strongest that is said; None where none is."""
    told = [token for token in words if "stance" in token.roles]
    said = {each.value for token in told for each in token.lexemes if each.role == "stance"}
    return next((stance for stance in ORDER if stance.value in said), None)


def is_only_stance(tokens: Sequence[Token]) -> bool:
    """Whether they hardly say more than how firmly something is meant."""
    said = sum(token.end - token.start for token in tokens if token.has("stance"))
    is_about_place = any(
        token.kind in _WHERE or token.roles & {"value", "trade"} for token in tokens
    )
    length = tokens[-1].end - tokens[0].start
    return bool(said) and length - said <= MOST_BESIDE_STANCE and not is_about_place


def _leads(words: Sequence[Token]) -> bool:
    """必须 and 最好 stand in front of what they mean; 优先, 都行 and 必须一楼 behind it."""
    is_of_floor = any(word.kind is Kind.FLOOR for word in words)
    return not is_of_floor and any(each.key == "leads" for each in words[-1].lexemes)


def _stretches(run: Sequence[Token]) -> Iterator[list[Token]]:
    stretch: list[Token] = []
    for token in run:
        if token.kind is not Kind.MARK:
            stretch.append(token)
        elif stretch and token.text.isspace():
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _within(stretch: Sequence[Token], words: Sequence[Token]) -> Iterator[Scope]:
    start, end = stretch[0].start, stretch[-1].end
    stance = stance_of(words)
    are_alike = len({stance_of((word,)) for word in words}) == 1
    if stance is not None and are_alike and end - start <= LONG:
        yield Scope(start, end, stance)
        return
    ends = [*(word.start for word in words[1:]), end]
    for word, limit in zip(words, ends, strict=True):
        before = None if _leads((word,)) else _beside(stretch, word)
        yield Scope(
            before.start if before else word.start,
            word.end if before else _next_end(stretch, word, limit),
            stance_of((word,)) or Stance.HARD,
        )


def _beside(stretch: Sequence[Token], word: Token) -> Token | None:
    """喷淋一定要有: what stands right in front."""
    return next(
        (one for one, other in pairwise(stretch) if other is word and one.end == word.start), None
    )


def _next_end(stretch: Sequence[Token], word: Token, limit: int) -> int:
    behind = [token.end for token in stretch if word.end <= token.start < limit]
    return behind[0] if behind else word.end

"""Names and codes of firms: which spellings are one name, and what of a name is the firm's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from zhuchao.core.errors import Refused

# GB 32100-2015: 18 characters without I, O, S, V, Z; the last one is the check character.
CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_LENGTH, CODE_BASE, CODE_WEIGHT = 18, 31, 3
SHORTEST_KEY = 2
_SPACE = re.compile(r"\s+")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_DIVISION = ("特别行政区", "自治区", "自治州", "自治县", "省", "市", "区", "县", "旗", "盟")


@dataclass(frozen=True, slots=True)
class CompanyWords:
    """Words that are no firm's own.

    ``forms`` end a name (有限公司), ``places`` begin it or stand in brackets (江苏), ``trades``
    tell what the firm does (精密, 制造).
    """

    forms: frozenset[str]
    places: frozenset[str]
    trades: frozenset[str]


def normal_name(name: str) -> str:
    """A name without differences of width, space, brackets and case; empty for none."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", name)).casefold()


def own_name(name: str, words: CompanyWords) -> str:
    """A normal name without place and legal form: what stands on the door.

    某某精密制造(江苏)有限公司 is 某某精密制造. A name that is nothing else stays what it is.
    """
    normal = normal_name(name)
    bare = _BRACKETED.sub(lambda m: "" if _is_place(m[1], words) else m[1], normal)
    bare = _without_place(_without_end(bare, words.forms), words)
    return bare if len(bare) >= SHORTEST_KEY else normal


def name_key(name: str, words: CompanyWords) -> str:
    """The firm's own word: what is left when trades are taken off the end as well.

    Firms that may be one have one key; firms of one key need not be one: see ``may_be_one``.
    """
    own = own_name(name, words)
    return _without_end(own, words.trades)


def may_be_one(name: str, other: str, words: CompanyWords) -> bool:
    """Whether two names may be one firm's: what stands on the door is one, or begins the other.

    某某精密 and 某某精密制造(江苏)有限公司 may be one; 某某精密 and 某某物流 are not.
    """
    own, theirs = own_name(name, words), own_name(other, words)
    shorter, longer = sorted((own, theirs), key=len)
    if shorter == longer:
        return True
    rest = longer.removeprefix(shorter)
    return rest != longer and _is_made_of(rest, words.trades)


def credit_code(code: str) -> str:
    """A credit code in capitals, proved by its check character; empty for none.

    Raises: Refused, saying what is wrong.
    """
    wanted = _SPACE.sub("", unicodedata.normalize("NFKC", code)).upper()
    if not wanted:
        return ""
    if len(wanted) != CODE_LENGTH:
        raise Refused(f"统一社会信用代码应为 18 位，现为 {len(wanted)} 位：请核对营业执照")
    strange = sorted(set(wanted) - set(CODE_CHARACTERS))
    if strange:
        raise Refused(f"统一社会信用代码中不会有“{'、'.join(strange)}”：请核对 0 与 O、1 与 I")
    if _check_character(wanted[:-1]) != wanted[-1]:
        raise Refused("统一社会信用代码的校验位不符，其中有一位写错了：请对照营业执照重新填写")
    return wanted


def _check_character(body: str) -> str:
    total = sum(
        CODE_CHARACTERS.index(character) * pow(CODE_WEIGHT, place, CODE_BASE)
        for place, character in enumerate(body)
    )
    return CODE_CHARACTERS[-total % CODE_BASE]


def _is_place(text: str, words: CompanyWords) -> bool:
    return text in words.places or _undivided(text) in words.places


def _undivided(text: str) -> str:
    ending = next((each for each in _DIVISION if text.endswith(each)), "")
    return text.removesuffix(ending)


def _without_end(name: str, endings: Collection[str]) -> str:
    """The name without the longest endings, one after another, as long as something is left."""
    while True:
        most = len(name) - SHORTEST_KEY
        found = next((name[-size:] for size in range(most, 0, -1) if name[-size:] in endings), "")
        if not found:
            return name
        name = name.removesuffix(found)


def _without_place(name: str, words: CompanyWords) -> str:
    """The name without the places that begin it, as long as something is left."""
    while True:
        most = len(name) - SHORTEST_KEY
        sizes = range(most, 1, -1)
        found = next((name[:size] for size in sizes if _is_place(name[:size], words)), "")
        if not found:
            return name
        name = name.removeprefix(found)


def _is_made_of(text: str, words: Collection[str]) -> bool:
    """Whether the text is words one after another."""
    ends = {0}
    for end in range(1, len(text) + 1):
        if any(start in ends and text[start:end] in words for start in range(end)):
            ends.add(end)
    return len(text) in ends

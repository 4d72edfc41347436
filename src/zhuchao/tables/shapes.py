"""Shapes of phrases and of hidden spellings as the tables write them, made into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from zhuchao.core.errors import BrokenTable

# What may not stand between the parts of a phrase.
STOPS = ",，。;；:：!！?？、\\n\\r"
NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半几数]+)"
# 八个点, but no place: 八个点位.
POINTS = r"[一二两三四五六七八九十]+个(?:百分)?点(?!位)"
SHARE = (
    r"(?:\d+(?:\.\d+)?(?:[-~至到]\d+(?:\.\d+)?)?个?(?:%|％|个点|点)"
    rf"|{POINTS}|百分之{NUMBER}|{NUMBER}成)"
)
# Marks between the characters of a term that was parted.
PARTED = r"[^\w，。；：、！？,;:!?“”‘’\"'《》〈〉()（）【】\[\]%\n]{0,3}"
LATIN = re.compile(r"[a-z]+")


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of the words, the longest first."""
    return re.compile(_one_of(words))


def phrase_shape(shapes: Iterable[str], words: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """One pattern of all shapes; see ``advertising/patterns.toml``. Raises: BrokenTable."""

    def words_of(found: re.Match[str]) -> str:
        if found[1] not in words:
            raise BrokenTable(f"advertising/patterns.toml 用了没有的词类 {found[1]}")
        return _one_of(words[found[1]])

    made = []
    for shape in shapes:
        told = re.sub(r"~(\d)", rf"[^{STOPS}]{{0,\1}}?", shape)
        told = told.replace("#", SHARE).replace("&", NUMBER)
        made.append(re.sub(r"<(\w+)>", words_of, told))
    return re.compile("|".join(made))


def hidden_shape(terms: Iterable[str], spellings: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern of the terms in which every character may be spelt otherwise, or parted."""

    def character(plain: str) -> str:
        told = [plain, *spellings.get(plain, "").split()]
        return "(?:" + "|".join(_spelling(each) for each in sorted(told, key=len)[::-1]) + ")"

    made = [PARTED.join(map(character, term)) for term in terms]
    return re.compile(rf"(?<![a-z])(?:{'|'.join(f'({each})' for each in made)})(?![a-z])")


def _spelling(told: str) -> str:
    letters = LATIN.fullmatch(told)
    return r"[ .]?".join(told) if letters else re.escape(told)


def _one_of(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"

"""What welcomes trades and what turns them away, as patterns made of the words of a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from zhuchao.core.text.later import later
from zhuchao.core.text.remembered import built_once
from zhuchao.core.vocabulary.tables import Tables

# 轨道交通, 智能家居: so long is the longest word that is looked for at the end of a name.
LONGEST_GOOD = 4
# What a machine is ("machine") and what it is for ("worked"), what a thing is of ("material",
# unless it is a "broad" trade), kinds of products ("kind") and what is no name alone ("generic").
COMPOUNDS = ("machine", "worked", "generic", "kind", "material", "broad")


class Cues(NamedTuple):
    """The patterns of cues; the name of a group that matched is the sense of the cue.

    Senses are "welcome", "soft", "only", "weak" (a word that says much else, too: 行, 来), "barred"
    and "personal" (what turns away people as well: 别来). ``ahead`` is matched where a list may
    begin, ``amid`` and ``refusing`` stand in speech without stops,
    ``behind`` is looked for up to the end of a stretch, which hardly ends in other characters
    than ``last``, but for what turns away, which holds one of ``no``; what ``ending`` finds ends in
    one of ``endings``. ``labels`` gives the sense of a label of an offer, ``makes`` of those by
    which an enquirer tells "what" he makes or "who" he is; ``making`` is a verb of his, ``unmade``
    the same characters in other words. ``goods`` are ends of names of what is made, stored or done,
    ``loose`` such as end much else, too; ``dirty`` is what offers turn away more often than they
    call it. ``compounds`` are by their role words that make one name of two: 陶瓷机械, 农药制剂.
    """

    labels: Mapping[str, str]
    ahead: re.Pattern[str]
    behind: re.Pattern[str]
    amid: re.Pattern[str]
    refusing: re.Pattern[str]
    every: re.Pattern[str]
    lead: re.Pattern[str]
    verb: re.Pattern[str]
    making: re.Pattern[str]
    unmade: re.Pattern[str]
    makes: Mapping[str, str]
    ending: re.Pattern[str]
    endings: frozenset[str]
    foreign: re.Pattern[str]
    goods: frozenset[str]
    loose: frozenset[str]
    dirty: re.Pattern[str]
    compounds: Mapping[str, frozenset[str]]
    no: frozenset[str]
    last: frozenset[str]


# 做点, 做那种.
_SOME = "(?:[那这][个种些]|一?些|点)?"


@built_once
def cues_of(tables: Tables) -> Cues:
    """The cues of these tables, built at their first use."""
    words = defaultdict[str, list[str]](list)
    for each in tables.trade_cues:
        words[each.role].append(each.word)
        words[f"{each.role}:{each.value}"].append(each.word)
    firsts = [*words["no"], *words["behind:barred"], *words["behind:personal"]]
    lasts = [each for role in ("behind", "tail", "do", "done") for each in words[role]]
    return Cues(
        labels={each.word: each.value for each in tables.trade_cues if each.role == "label"},
        ahead=later(_ahead(words)),
        behind=later(_behind(words)),
        amid=later(_amid(words)),
        refusing=later(_refusing(words)),
        every=later(_any(words["all"])),
        lead=re.compile(f"(?:{_any(words['lead'])}){{1,4}}"),
        verb=re.compile(f"(?!{_any(words['noverb'])})(?:{_any(words['verb'])}){_SOME}"),
        making=later(_making(words)),
        unmade=later(_any(words["unmade"])),
        makes={each.word: each.value for each in tables.trade_cues if each.role == "product"},
        ending=re.compile(f"(?:{_any(words['end'])}){{1,3}}$"),
        endings=frozenset(each[-1] for each in words["end"]),
        foreign=re.compile(_any(words["foreign"])),
        goods=frozenset(words["good"]),
        loose=frozenset(words["loose"]),
        dirty=re.compile(_any(words["dirty"])),
        compounds={role: frozenset(words[role]) for role in COMPOUNDS},
        no=frozenset(each[0] for each in firsts),
        last=frozenset(each[-1] for each in lasts),
    )


def _making(words: Mapping[str, list[str]]) -> str:
    unmade = _by_first(words["unmade"])
    verbs = []
    for first, rests in _by_first(words["make"]).items():
        other = f"(?!{_any(unmade[first])})" if first in unmade else ""
        verbs.append(f"{re.escape(first)}{other}(?:{_any(rests)})")
    return f"(?:{'|'.join(verbs)}){_SOME}"


def _amid(words: Mapping[str, list[str]]) -> str:
    barred, welcome = (_any(words[f"amid:{each}"]) for each in ("barred", "welcome"))
    return f"(?<![不没别勿莫])(?:(?P<barred>{barred})|(?P<welcome>{welcome}))"


def _refusing(words: Mapping[str, list[str]]) -> str:
    also = _any([*words["all"], *words["also"]])
    return f"(?:的|类|行业|企业)*(?:{also}){{0,4}}(?:{_any(words['behind:personal'])})"


def _behind(words: Mapping[str, list[str]]) -> str:
    """不让放, 唔做得, 都能做: cues that are made of parts, and those that stand as they are."""
    no, may, do = _any(words["no"]), _any(words["may"]), _any(words["do"])
    also = f"(?:{_any([*words['all'], *words['also']])})"
    tail = f"(?:{_any(words['tail'])}){{0,3}}"
    refused = f"(?:{no})(?:{may}){{0,3}}(?:{do})(?:{_any(words['done'])}){{0,2}}"
    refused += f"|(?:{do})(?:{_any(words['cannot'])})"
    accepted = f"(?:{_any(words['can'])})(?:{also}){{0,2}}(?:{do})[得了]?"
    against = f"(?P<barred>{_any(words['behind:barred'])})"
    against += f"|(?P<personal>{_any(words['behind:personal'])}|{refused})"
    in_favour = (
        f"(?P<soft>{_any(words['behind:soft'])})|(?P<welcome>{_any(words['behind:welcome'])})"
    )
    in_favour += f"|(?P<weak>{_any(words['behind:weak'])}|{accepted})"
    why = f"(?:$|(?={_any(words['why'])}))"
    opens = [
        *words["all"],
        *words["also"],
        *words["behind"],
        *words["no"],
        *words["do"],
        *words["can"],
    ]
    opening = f"(?={_first(opens)})"
    return f"{opening}{also}{{0,4}}(?:(?:{against}){tail}{why}|(?:{in_favour}){tail}$)"


def _ahead(words: Mapping[str, list[str]]) -> str:
    no, may, do = _any(words["no"]), _any(words["may"]), _any(words["do:ahead"])
    also = _any([*words["all"], *words["also"], *words["lead"]])
    senses = {each: _any(words[f"ahead:{each}"]) for each in ("only", "soft", "welcome")}
    senses["only"] += f"|(?:只|仅|专门?)(?:能|可以?|准|是)?(?:{senses['welcome']}|{do})(?:给)?"
    senses["barred"] = f"{_any(words['ahead:barred'])}|(?:{no})(?:{may}){{0,3}}(?:{do})[到给]?"
    senses["personal"] = _any(words["ahead:personal"])
    senses["weak"] = f"(?:可以?|能够?|宜)(?:{do})|{_any(words['ahead:brief'])}"
    senses["weak"] += f"|(?:可以?|能)(?={_any(words['whole'])})"
    told = "|".join(f"(?P<{sense}>{pattern})" for sense, pattern in senses.items())
    roles = ("all", "also", "lead", "ahead", "no", "do:ahead")
    opening = _first(
        ["只", "仅", "专", "可", "能", "宜", *(each for r in roles for each in words[r])]
    )
    return f"(?={opening})(?:{also}){{0,4}}(?:{told})(?:为|是|于|到|给)?[:：]?"


def _first(words: Iterable[str]) -> str:
    """Any first character of the words: to see that none stands there is cheaper than to try."""
    return f"[{re.escape(''.join(sorted({each[0] for each in words})))}]"


def _any(words: Iterable[str]) -> str:
    """Any of the words, longest first; what begins alike is tried only behind its beginning."""
    return "|".join(
        re.escape(first) + (f"(?:{_any(rests)})" if len(rests) > 1 else re.escape(rests[0]))
        for first, rests in _by_first(words).items()
    )


def _by_first(words: Iterable[str]) -> Mapping[str, list[str]]:
    """What follows the first characters of the words, longest first."""
    rests: dict[str, list[str]] = {}
    for each in sorted(dict.fromkeys(words), key=len, reverse=True):
        rests.setdefault(each[:1], []).append(each[1:])
    return rests

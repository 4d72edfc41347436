"""The tables of the lint of advertisements: terms, rules, phrases, contexts, evasive spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.advertising import AdPhrase, AdRule, AdTables, AdTerm, Gravity, Group
from zhuchao.tables.files import Folder, refuse_repeated
from zhuchao.tables.loading import load
from zhuchao.tables.shapes import any_of, hidden_shape, phrase_shape
from zhuchao.tables.words import MISTAKEN_OFTEN, read_folding, read_traditional

HOME = "advertising"
# Spellings that hide nothing: the older script, and a figure where one writes a word.
HARMLESS = frozenset({"traditional", "digit"})
LINT_OWN = frozenset({"position", "notice", "evasive", "review"})


@cache
def ad_tables() -> AdTables:
    """The tables of the package, read once.

    Raises: BrokenTable, when a file is missing, differs from its checksum, or contradicts itself.
    """
    return read_ad_tables(Folder())


def read_ad_tables(folder: Folder) -> AdTables:
    """The tables of any folder of the same shape. Raises: BrokenTable."""
    rules = {name: _rule(name, body) for name, body in folder.toml(f"{HOME}/rules.toml").items()}
    terms, contexts = _terms(folder, rules), _contexts(folder)
    spelt = [row for row in folder.rows("adlaw_evasion.csv") if _is_telling(row, terms)]
    told = {row["variant"].lower(): row["base_term"].lower() for row in spelt}
    harmless = {row["variant"].lower() for row in spelt if row["technique"] in HARMLESS}
    folding = {chr(code): meant for code, meant in read_traditional(folder).items()}
    spellings = folder.toml(f"{HOME}/spellings.toml")
    hideable = tuple(sorted(spellings["terms"].split(), key=len, reverse=True))
    return AdTables(
        terms=terms,
        rules=rules,
        phrases=_phrases(folder, rules, contexts),
        contexts=contexts,
        roles={role: any_of(words) for role, words in contexts.items()},
        folding={**folding, **read_folding(folder), **_tones(spellings)},
        evasions=told,
        harmless={variant: told[variant] for variant in harmless},
        hidden=hidden_shape(hideable, spellings["spellings"]),
        hideable=hideable,
        honest=frozenset((*spellings["honest"].split(), *hideable)),
        reviews=load().flag_rules,
    )


def _rule(name: str, body: Mapping[str, Any]) -> AdRule:
    try:
        told = {**body, "group": Group(body["group"]), "gravity": Gravity(body["gravity"])}
        return AdRule(**told)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenTable(f"{HOME}/rules.toml 中 {name} 的定义不完整：{error}") from error


def _terms(folder: Folder, rules: Mapping[str, AdRule]) -> Mapping[str, AdTerm]:
    rows = folder.rows("adlaw_terms.csv")
    unknown = {row["category"] for row in rows} - set(rules) | LINT_OWN - set(rules)
    if unknown:
        raise BrokenTable(f"{HOME}/rules.toml 缺少 {'、'.join(sorted(unknown))}")
    return {
        row["term"].lower(): AdTerm(row["term"].lower(), row["category"], rules[row["category"]])
        for row in rows
    }


def _phrases(
    folder: Folder, rules: Mapping[str, AdRule], contexts: Mapping[str, tuple[str, ...]]
) -> tuple[AdPhrase, ...]:
    own = {name: tuple(v.split()) for name, v in folder.toml(f"{HOME}/words.toml").items()}
    words = {**contexts, **own}
    found = []
    for name, body in folder.toml(f"{HOME}/patterns.toml").items():
        unknown = [role for role in body["unless"] if role not in contexts]
        if unknown or body["rule"] not in rules:
            raise BrokenTable(f"{HOME}/patterns.toml 中 {name} 用了没有的词类 {unknown}")
        shape = phrase_shape(body["shapes"], words)
        unless = tuple(body["unless"])
        rule, of_a_firm = body["rule"], body.get("of_a_firm", False)
        found.append(AdPhrase(name, rule, rules[rule], shape, unless, of_a_firm))
    return tuple(found)


def _contexts(folder: Folder) -> Mapping[str, tuple[str, ...]]:
    rows = folder.own_rows(f"{HOME}/contexts.csv")
    refuse_repeated((f"{row['word']},{row['role']}" for row in rows), f"{HOME}/contexts.csv")
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row["role"]].append(row["word"].lower())
    for row in folder.rows("adlaw_exemptions.csv"):
        if row["kind"] == "safe_phrase" and row["text"] not in found["safe"]:
            found["safe"].append(row["text"])
    return {role: tuple(words) for role, words in found.items()}


def _tones(spellings: Mapping[str, Any]) -> Mapping[str, str]:
    """Letters with the marks of tones: zuì is zui."""
    return {each: plain for plain, toned in spellings["tones"].items() for each in toned}


def _is_telling(row: Mapping[str, str], terms: Mapping[str, AdTerm]) -> bool:
    """Whether the spelling means something else than itself: 鼎级 is a term of its own."""
    return MISTAKEN_OFTEN not in row["source"] and row["variant"].lower() not in terms

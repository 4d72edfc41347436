"""The tables of the lint of advertisements: terms, rules, contexts and evasive spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.advertising import AdRule, AdTables, AdTerm, Gravity, Group
from zhuchao.tables.files import Folder, refuse_repeated
from zhuchao.tables.loading import load
from zhuchao.tables.words import MISTAKEN_OFTEN, flag_rules_of, read_folding, read_traditional

HOME = "advertising"
# Spellings that hide nothing: the older script, and a figure where one writes a word.
HARMLESS = frozenset({"traditional", "digit"})
# Rules of messages that wait for lawyers even where no firm is named.
ALWAYS = frozenset({"land_price", "tenure", "long_lease", "small_title"})
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
    terms = _terms(folder, rules)
    spelt = [row for row in folder.rows("adlaw_evasion.csv") if _is_telling(row, terms)]
    evasions = {row["variant"].lower(): row["base_term"].lower() for row in spelt}
    harmless = {
        row["variant"].lower(): row["base_term"].lower()
        for row in spelt
        if row["technique"] in HARMLESS
    }
    folding = {chr(code): meant for code, meant in read_traditional(folder).items()}
    return AdTables(
        terms=terms,
        rules=rules,
        contexts=_contexts(folder),
        folding={**folding, **read_folding(folder)},
        evasions=evasions,
        harmless=harmless,
        promises=flag_rules_of(folder, f"{HOME}/promises.toml"),
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


def _contexts(folder: Folder) -> Mapping[str, tuple[str, ...]]:
    rows = folder.own_rows(f"{HOME}/contexts.csv")
    refuse_repeated((f"{row['word']},{row['role']}" for row in rows), f"{HOME}/contexts.csv")
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row["role"]].append(row["word"])
    for row in folder.rows("adlaw_exemptions.csv"):
        if row["kind"] == "safe_phrase" and row["text"] not in found["safe"]:
            found["safe"].append(row["text"])
    return {role: tuple(words) for role, words in found.items()}


def _is_telling(row: Mapping[str, str], terms: Mapping[str, AdTerm]) -> bool:
    """Whether the spelling means something else than itself: 鼎级 is a term of its own."""
    return MISTAKEN_OFTEN not in row["source"] and row["variant"].lower() not in terms

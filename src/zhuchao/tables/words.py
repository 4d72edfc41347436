"""Words and fields: how fields are named and compared, and which words of a message mean them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.tables import FieldSpec, FlagRule, Folding, Lexeme, TopicWord
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.tables.files import Folder, refuse_repeated

# Evasive spellings that mean nothing else; the rest (zui, 第1, D1) are left to the lint of
# advertisements, since restoring them would change what an honest message says.
PLAIN_TECHNIQUES = frozenset(
    {"variant_glyph", "inserted_space", "inserted_punct", "zero_width", "soft_hyphen"}
)
# Full-width figures and letters; full-width punctuation is Chinese, and stays.
WIDE = {ord(chr(code + 0xFEE0)): chr(code) for code in range(0x30, 0x7B) if chr(code).isalnum()}
FACT_FILES = (
    "bounds", "comparisons", "endings", "honours", "lists", "metrics", "names", "periods", "places",
    "projects", "stages", "surnames", "titles", "units",
)  # fmt: skip
MISTAKEN_OFTEN = "误报高"
# The divisions of GB/T 4754 in which things are made, and how their classes are named.
MANUFACTURING = frozenset(str(division) for division in range(13, 44))
MADE = re.compile(r"的?(?:制造|加工|生产)(?:业)?$")
SEVERAL = re.compile(r"其他|[、及和（]")


def read_fields(folder: Folder) -> Mapping[FieldKey, FieldSpec]:
    """Raises: BrokenTable, when a field is missing, unknown, or lacks a part of its definition."""
    entries = folder.toml("fields.toml")
    unnamed = {key.value for key in FieldKey} ^ set(entries)
    if unnamed:
        raise BrokenTable(f"fields.toml 与字段清单不一致：{'、'.join(sorted(unnamed))}")
    return {FieldKey(name): _field(name, entry) for name, entry in entries.items()}


def _field(name: str, entry: Mapping[str, Any]) -> FieldSpec:
    try:
        return FieldSpec(key=FieldKey(name), **{"choices": {}, **entry})
    except TypeError as error:
        raise BrokenTable(f"fields.toml 中 {name} 的定义不完整：{error}") from error


def read_evasions(folder: Folder) -> Mapping[str, str]:
    """Evasive spellings and what they stand for, without those that often mean themselves."""
    return {
        row["variant"]: row["base_term"]
        for row in folder.rows("adlaw_evasion.csv")
        if MISTAKEN_OFTEN not in row["source"]
        and (row["technique"] in PLAIN_TECHNIQUES or _is_rare_homophone(row))
    }


def read_misspelt(folder: Folder) -> Mapping[str, str]:
    """How chats misspell the words of the trade. Raises: BrokenTable, for one that stands twice."""
    rows = folder.own_rows("messages/misspelt.csv")
    refuse_repeated((row["written"] for row in rows), "messages/misspelt.csv")
    return {row["written"]: row["meant"] for row in rows}


def _is_rare_homophone(row: Mapping[str, str]) -> bool:
    return row["technique"] == "homophone" and len(row["variant"]) == 1


def read_folding(folder: Folder) -> Mapping[str, str]:
    """Radical characters and the ideographs that they look like."""
    return {row["char"]: row["folded"] for row in folder.rows("cjk_radical_folding.csv")}


def read_traditional(folder: Folder) -> Mapping[int, str]:
    """Simplified characters by the code point of the traditional one."""
    return {ord(row["traditional"]): row["simplified"] for row in folder.rows("traditional.csv")}


def read_plain(folder: Folder) -> Folding:
    """What a character stands for, by code point: script, radical and width folded."""
    radicals = {ord(char): folded for char, folded in read_folding(folder).items()}
    single = {code: folded for code, folded in radicals.items() if len(folded) == 1}
    return Folding({**WIDE, **single, **read_traditional(folder)})


def read_lexemes(folder: Folder) -> tuple[Lexeme, ...]:
    """Raises: BrokenTable, for a line that stands twice."""
    rows = folder.own_rows("messages/lexemes.csv")
    refuse_repeated((",".join(row.values()) for row in rows), "messages/lexemes.csv")
    return tuple(Lexeme(row["word"], row["role"], row["key"], row["value"]) for row in rows)


def read_topic_words(folder: Folder) -> tuple[TopicWord, ...]:
    """Raises: BrokenTable, for a word that stands twice."""
    rows = folder.own_rows("messages/topics.csv")
    refuse_repeated((row["word"] for row in rows), "messages/topics.csv")
    return tuple(TopicWord(row["word"], row["topic"], int(row["weight"])) for row in rows)


def read_fact_words(folder: Folder) -> tuple[Lexeme, ...]:
    """The words of facts, file by file. Raises: BrokenTable, for a word twice in a role."""
    found: list[Lexeme] = []
    for name in FACT_FILES:
        rows = folder.own_rows(f"facts/{name}.csv")
        refuse_repeated((f"{row['word']},{row['role']}" for row in rows), f"facts/{name}.csv")
        found += [Lexeme(row["word"], row["role"], row["key"], row["value"]) for row in rows]
    return tuple(found)


def read_trade_words(folder: Folder, industries: Mapping[str, str]) -> Mapping[str, str]:
    """Words for trades and their codes of GB/T 4754. Raises: BrokenTable, for an unknown code."""
    rows = folder.own_rows("messages/trade_words.csv")
    refuse_repeated((row["word"] for row in rows), "messages/trade_words.csv")
    for row in rows:
        if row["code"] not in industries:
            raise BrokenTable(f"行业词 {row['word']} 的代码 {row['code']} 不在行业分类中")
    told = {row["word"]: row["code"] for row in rows}
    return {**_products(industries), **told}


def read_trade_cues(folder: Folder) -> tuple[Lexeme, ...]:
    """What welcomes trades or bars them. Raises: BrokenTable, for a line that stands twice."""
    rows = folder.own_rows("messages/trade_cues.csv")
    refuse_repeated((",".join(row.values()) for row in rows), "messages/trade_cues.csv")
    return tuple(Lexeme(row["word"], row["role"], "", row["sense"]) for row in rows)


def read_owners(folder: Folder) -> tuple[Lexeme, ...]:
    """What has figures of its own. Raises: BrokenTable, for a word twice in one place."""
    rows = folder.own_rows("messages/owners.csv")
    refuse_repeated((f"{row['word']},{row['stands']}" for row in rows), "messages/owners.csv")
    return tuple(Lexeme(row["word"], row["stands"], "", row["owns"]) for row in rows)


def _products(industries: Mapping[str, str]) -> dict[str, str]:
    """What the classes of manufacturing are named after: 玩具制造 is the trade of 玩具."""
    found = {}
    for code, name in sorted(industries.items(), reverse=True):
        product = MADE.sub("", name)
        is_made = code[:2] in MANUFACTURING and len(code) > 2 and product != name
        if is_made and len(product) > 1 and not SEVERAL.search(product):
            found[product] = code
    return found


def read_flag_rules(folder: Folder) -> tuple[FlagRule, ...]:
    """What may not be published. Raises: BrokenTable, for a rule that lacks a part."""
    return flag_rules_of(folder, "messages/compliance.toml")


def flag_rules_of(folder: Folder, file: str) -> tuple[FlagRule, ...]:
    """The rules of a file. Raises: BrokenTable, for a rule that lacks a part."""
    return tuple(_flag_rule(file, name, entry) for name, entry in folder.toml(file).items())


def _flag_rule(file: str, name: str, entry: Mapping[str, Any]) -> FlagRule:
    parts: dict[str, Any] = {
        part: tuple(told) if isinstance(told, list) else told for part, told in entry.items()
    }
    try:
        return FlagRule(name=name, **parts)
    except TypeError as error:
        raise BrokenTable(f"{file} 中 {name} 的定义不完整：{error}") from error

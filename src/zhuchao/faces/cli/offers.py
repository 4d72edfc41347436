"""A file of offers: a JSON list, each with a key, a title, and its terms or its message."""

from __future__ import annotations

import json
from typing import Any

from zhuchao.core.errors import Unreadable, ZhuchaoError
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.term import Term
from zhuchao.faces.cli.sources import read_file


def offers_of(name: str) -> tuple[Property, ...]:
    """The offers of a file: ``[{"key", "title", "terms": [...]} | {"key", "title", "text"}]``.

    ``terms`` are as ``term_to_json`` gives them; ``text`` is a supply message, to be parsed.

    Raises: Unreadable, naming the entry that is wrong; NotFound, when there is no such file.
    """
    try:
        entries = json.loads(read_file(name))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{name} 不是有效的 JSON 文件") from error
    if not isinstance(entries, list):
        raise Unreadable(f"{name} 应是一个房源列表")
    return tuple(_offer(entry, f"{name} 第 {n} 条房源") for n, entry in enumerate(entries, 1))


def _offer(entry: Any, where: str) -> Property:
    if not isinstance(entry, dict) or not isinstance(entry.get("key"), str):
        raise Unreadable(f"{where}缺少编号 key")
    try:
        terms = _terms(entry)
    except ZhuchaoError as error:
        raise Unreadable(f"{where}有误：{error.sentence}") from error
    return Property(entry["key"], str(entry.get("title", "")), terms)


def _terms(entry: dict[str, Any]) -> tuple[Term, ...]:
    from zhuchao.core.vocabulary.wire import terms_from_json

    terms, text = entry.get("terms"), entry.get("text")
    if isinstance(terms, list):
        return terms_from_json(terms)
    if not isinstance(text, str):
        raise Unreadable("缺少 terms 或 text")
    from zhuchao import tables
    from zhuchao.core.messages import parse

    return parse(text, tables.load()).terms

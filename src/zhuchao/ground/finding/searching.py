"""The index that answers searches: pairs of characters, who may see it, facets and amounts.

Everything that an answer needs stands in columns; nothing of a text is kept.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tantivy

from zhuchao.core.errors import Busy
from zhuchao.core.text.searched import Spelling
from zhuchao.ground.finding import asking
from zhuchao.ground.finding.asking import (
    AMOUNT,
    AT,
    BODY,
    CHARACTERS,
    FACET,
    KEY,
    KIND,
    MARK,
    STATE,
    TITLE,
    WEIGHT,
    WHO,
)
from zhuchao.ground.finding.findable import (
    Findable,
    Hits,
    Question,
    Sort,
    id_of,
    key_of,
    number_of,
    numbers,
)

MEMORY, MEMORY_OF_MANY = 15_000_000, 200_000_000
PATIENCE_S = 20.0
# The key of the row that says up to where the registers were followed.
STATE_KEY = 0
MOST_VALUES = 2_000
# So much above is what is a year newer, all else alike; what is older than that is all alike.
A_YEAR_ABOVE, OLDEST = 1.05, datetime(1995, 1, 1, tzinfo=UTC)
# The index adds 2 and takes the logarithm by 2 of what it multiplies a score with.
ADDED = 2.0


class SearchIndex:
    """One index; made where its folder is empty, and anew where it is of another make."""

    def __init__(
        self, folder: Path, *, amounts: Sequence[str], registers: Sequence[str], spelling: Spelling
    ) -> None:
        self.folder, self.spelling = folder, spelling
        self._amounts, self._registers = tuple(amounts), numbers(registers)
        self._index: Any = None

    def put(
        self,
        rows: Iterable[Findable],
        *,
        drop: Iterable[tuple[str, int]] = (),
        state: str | None = None,
        patience_s: float = PATIENCE_S,
        memory: int = MEMORY,
        is_anew: bool = False,
    ) -> int:
        """Put records in, in their own place; take others out; keep a text of one's own.

        Gives how many were put in. ``is_anew`` takes out all that was there before, and whoever
        searches meanwhile finds what was there. Raises: Busy, where another process writes for
        long.
        """
        writer, count = self._writer(patience_s, memory), 0
        if is_anew:
            writer.delete_all_documents()
        for register, pk in drop:
            self._delete(writer, key_of(register, pk))
        for row in rows:
            self._delete(writer, key_of(row.register, row.pk))
            writer.add_document(self._document(row))
            count += 1
        if state is not None:
            self._delete(writer, STATE_KEY)
            writer.add_document(_state_document(state))
        writer.commit()
        writer.wait_merging_threads()
        return count

    def state(self) -> str:
        """The text that was kept last; empty for a new index."""
        searcher = self._searcher()
        hits = searcher.search(asking.of_key(self._opened().schema, STATE_KEY), 1).hits
        return str(searcher.doc(hits[0][1]).get_first(STATE)) if hits else ""

    def marks(self, register: str) -> dict[int, int]:
        """The marks of a register's records by id."""
        searcher = self._searcher()
        query = asking.of_register(self._opened().schema, register)
        if not searcher.num_docs:
            return {}
        addresses = [at for _, at in searcher.search(query, searcher.num_docs).hits]
        keys = searcher.fast_field_values(KEY, addresses)
        marks = searcher.fast_field_values(MARK, addresses)
        return {id_of(key): mark for key, mark in zip(keys, marks, strict=True)}

    def find(self, question: Question, *, limit: int, offset: int = 0) -> Hits:
        """A page of what is found, and how much there is."""
        searcher = self._searcher()
        query = self._query(searcher, question)
        found = searcher.search(
            query, limit, count=True, offset=offset, **_order(question, self._amounts)
        )
        keys = searcher.fast_field_values(KEY, [address for _, address in found.hits])
        told = ((self._registers.get(number_of(key), ""), id_of(key)) for key in keys)
        return Hits(tuple(told), found.count)

    def counts(self, question: Question, *, without: str = "") -> dict[str, int]:
        """How many there are by facet, as "height=8"; the facet ``without`` does not narrow."""
        facets = {name: value for name, value in question.facets.items() if name != without}
        return self._buckets(replace(question, facets=facets), FACET)

    def kinds(self, question: Question) -> dict[str, int]:
        """How many there are by kind."""
        return self._buckets(question, KIND)

    def count(self, question: Question) -> int:
        """How many there are."""
        return self.find(question, limit=1).total

    def _buckets(self, question: Question, name: str) -> dict[str, int]:
        searcher = self._searcher()
        asked = {"by": {"terms": {"field": name, "size": MOST_VALUES}}}
        found = searcher.aggregate(self._query(searcher, question), asked)
        return {each["key"]: int(each["doc_count"]) for each in found["by"]["buckets"]}

    def _query(self, searcher: Any, question: Question) -> Any:
        return asking.query_of(question, searcher, self._opened().schema)

    def _delete(self, writer: Any, key: int) -> None:
        writer.delete_documents_by_query(asking.of_key(self._opened().schema, key))

    def _document(self, row: Findable) -> Any:
        document = tantivy.Document()
        title, body = self.spelling.terms(row.title), self.spelling.terms(row.body)
        document.add_unsigned(KEY, key_of(row.register, row.pk))
        document.add_unsigned(MARK, row.mark)
        document.add_text(KIND, row.kind)
        document.add_text(TITLE, " ".join(title.pairs))
        document.add_text(BODY, " ".join((*title.pairs, *body.pairs)))
        document.add_text(CHARACTERS, " ".join(title.characters | body.characters))
        for who in row.who:
            document.add_text(WHO, who)
        for facet in row.facets:
            document.add_text(FACET, facet)
        for name, amount in row.amounts.items():
            document.add_unsigned(f"{AMOUNT}{name}", asking.steps(amount))
        document.add_unsigned(AT, int((row.at or OLDEST).timestamp() * 1000))
        document.add_float(WEIGHT, weight_of(row.at))
        return document

    def _opened(self) -> Any:
        if self._index is None:
            try:
                self._index = self._open()
            except ValueError:
                # Made by another version: it is made from the registers and can be made anew.
                shutil.rmtree(self.folder, ignore_errors=True)
                self._index = self._open()
        return self._index

    def _open(self) -> Any:
        self.folder.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(_schema(self._amounts), path=str(self.folder))
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("terms", words)
        return index

    def _searcher(self) -> Any:
        index = self._opened()
        index.reload()
        return index.searcher()

    def _writer(self, patience_s: float, memory: int) -> Any:
        """The only writer there is at a moment. Raises: Busy."""
        until = time.monotonic() + patience_s
        while True:
            # Another process holds the folder's lock.
            with suppress(ValueError):
                return self._opened().writer(memory, 1)
            if time.monotonic() >= until:
                raise Busy("检索索引正被另一个进程更新：请稍候再试")
            time.sleep(0.05)


def weight_of(at: datetime | None) -> float:
    """What a score is multiplied with, in the form that the index wants it in."""
    years = max(0.0, ((at or OLDEST) - OLDEST).days / 365.25)
    return float(2.0 ** (A_YEAR_ABOVE**years) - ADDED)


def _order(question: Question, amounts: Sequence[str]) -> Mapping[str, Any]:
    name = question.sort.removeprefix("-")
    if name in amounts:
        order = tantivy.Order.Desc if question.sort.startswith("-") else tantivy.Order.Asc
        return {"order_by_field": f"{AMOUNT}{name}", "order": order}
    if name == Sort.NEWEST or not question.words:
        return {"order_by_field": AT, "order": tantivy.Order.Desc}
    return {"weight_by_field": WEIGHT}


def _state_document(state: str) -> Any:
    document = tantivy.Document()
    document.add_unsigned(KEY, STATE_KEY)
    document.add_text(STATE, state)
    return document


def _schema(amounts: Sequence[str]) -> Any:
    builder = tantivy.SchemaBuilder()
    for name in (KEY, MARK, AT):
        builder.add_unsigned_field(name, indexed=name == KEY, fast=True)
    builder.add_text_field(TITLE, tokenizer_name="terms")
    builder.add_text_field(BODY, tokenizer_name="terms")
    builder.add_text_field(CHARACTERS, tokenizer_name="terms", index_option="basic")
    builder.add_text_field(KIND, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field(WHO, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(FACET, tokenizer_name="raw", index_option="basic", fast=True)
    for name in amounts:
        builder.add_unsigned_field(f"{AMOUNT}{name}", indexed=True, fast=True)
    builder.add_float_field(WEIGHT, fast=True)
    builder.add_text_field(STATE, stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()

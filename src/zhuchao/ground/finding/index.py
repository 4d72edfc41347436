"""An index of texts by character bigrams and entities, kept by tantivy in a folder.

It is made from the database and can be thrown away: what it lacks is put in again.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from zhuchao.core.errors import Busy
from zhuchao.core.text.bigrams import bigrams

KEY, TITLE, BODY, ENTITY, KEPT, MARK = "key", "title", "body", "entity", "kept", "mark"
# As tantivy asks for at least; more helps only when thousands are put in at once.
MEMORY = 20_000_000
PATIENCE_S = 20.0
# The terms that tell most of a text; more cost time and tell little.
MOST_TERMS = 30
# A term of the title counts as several of the body, an entity as several terms.
TITLE_WEIGHT, ENTITY_WEIGHT = 3, 4.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A text under its key.

    ``entities`` are what it shares with others by name; ``mark`` is kept with it and not read.
    """

    key: str
    title: str
    body: str
    entities: tuple[str, ...] = ()
    mark: bytes = b""


@dataclass(frozen=True, slots=True)
class Found:
    """A key with its mark and how near it is; only the order of scores tells something."""

    key: str
    mark: bytes
    score: float


class TextIndex:
    """One index; made where its folder is empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index: Any = None

    def put(self, entries: Iterable[Entry]) -> int:
        """Put entries in, in the place of what stood under their keys; how many.

        Raises: Busy, where another process writes for long.
        """
        writer, count = self._writer(), 0
        for count, entry in enumerate(entries, 1):  # noqa: B007
            writer.delete_documents_by_term(KEY, entry.key)
            writer.add_document(_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        return count

    def drop(self, keys: Iterable[str]) -> None:
        """Take entries out; what is not there is no error. Raises: as ``put``."""
        writer = self._writer()
        for key in keys:
            writer.delete_documents_by_term(KEY, key)
        writer.commit()
        writer.wait_merging_threads()

    def keys(self) -> frozenset[str]:
        """Every key that is in."""
        searcher = self._searcher()
        if searcher.num_docs == 0:
            return frozenset()
        hits = searcher.search(tantivy.Query.all_query(), searcher.num_docs).hits
        return frozenset(searcher.doc(address).get_first(KEY) for _, address in hits)

    def get(self, key: str) -> Entry | None:
        """The entry under a key; None where there is none."""
        searcher = self._searcher()
        query = tantivy.Query.term_query(self._opened().schema, KEY, key)
        hits = searcher.search(query, 1).hits
        return _entry(searcher.doc(hits[0][1])) if hits else None

    def near(self, entry: Entry, *, limit: int) -> list[Found]:
        """What shares the terms that tell most of a text, and its entities; itself left out.

        An OR of its terms by tf-idf, best first; empty where nothing is shared.
        """
        searcher = self._searcher()
        terms = _telling(entry, searcher)
        asked = [(BODY, term, weight) for term, weight in terms]
        asked += [(ENTITY, each, ENTITY_WEIGHT) for each in dict.fromkeys(entry.entities)]
        if not asked:
            return []
        schema = self._opened().schema
        queries = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(tantivy.Query.term_query(schema, name, term), weight),
            )
            for name, term, weight in asked
        ]
        hits = searcher.search(tantivy.Query.boolean_query(queries), limit + 1).hits
        found = [_found(searcher.doc(address), score) for score, address in hits]
        return [each for each in found if each.key != entry.key][:limit]

    def _opened(self) -> Any:
        if self._index is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._index = tantivy.Index(_schema(), path=str(self.folder))
            words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
            self._index.register_tokenizer("terms", words)
        return self._index

    def _searcher(self) -> Any:
        index = self._opened()
        index.reload()
        return index.searcher()

    def _writer(self) -> Any:
        """The only writer there is at a moment. Raises: Busy."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            # Another process holds the folder's lock.
            with suppress(ValueError):
                return self._opened().writer(MEMORY, 1)
            time.sleep(0.05)
        raise Busy("检索索引正被另一个进程更新：请稍候再试")


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(KEY, stored=True, tokenizer_name="raw")
    for name in (TITLE, BODY):
        builder.add_text_field(name, tokenizer_name="terms")
    builder.add_text_field(ENTITY, stored=True, tokenizer_name="raw")
    for name in (KEPT, MARK):
        builder.add_bytes_field(name, stored=True, indexed=False)
    return builder.build()


def _document(entry: Entry) -> Any:
    document = tantivy.Document()
    document.add_text(KEY, entry.key)
    document.add_text(TITLE, " ".join(bigrams(entry.title)))
    document.add_text(BODY, " ".join([*bigrams(entry.title), *bigrams(entry.body)]))
    for each in dict.fromkeys(entry.entities):
        document.add_text(ENTITY, each)
    document.add_bytes(KEPT, "\n".join((_line(entry.title), entry.body)).encode())
    document.add_bytes(MARK, entry.mark)
    return document


def _line(title: str) -> str:
    return " ".join(title.split())


def _entry(document: Any) -> Entry:
    title, _, body = bytes(document.get_first(KEPT)).decode().partition("\n")
    entities = tuple(document.get_all(ENTITY))
    return Entry(document.get_first(KEY), title, body, entities, bytes(document.get_first(MARK)))


def _found(document: Any, score: float) -> Found:
    return Found(document.get_first(KEY), bytes(document.get_first(MARK)), score)


def _telling(entry: Entry, searcher: Any) -> list[tuple[str, float]]:
    """The terms that tell most, each with its weight: often here, and in few other texts."""
    counts = Counter(bigrams(entry.body))
    for term in bigrams(entry.title):
        counts[term] += TITLE_WEIGHT
    total = searcher.num_docs
    weighed = [
        (
            term,
            (1 + math.log(count)) * math.log((total + 1) / (searcher.doc_freq(BODY, term) + 0.5)),
        )
        for term, count in counts.items()
    ]
    best = sorted(weighed, key=lambda each: (-each[1], each[0]))[: 4 * MOST_TERMS]
    shared = [(term, weight) for term, weight in best if searcher.doc_freq(BODY, term)]
    return [(term, max(weight, 0.01)) for term, weight in shared[:MOST_TERMS]]

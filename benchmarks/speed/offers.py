"""``python -m benchmarks.speed.offers [count]``: the best of a million offers, and the same in SQL.

Seeded offers go into the index, into SQLite and, where it answers, into PostgreSQL; the same
enquiries are asked of each in turn, and the answers must be the same.
"""

from __future__ import annotations

import resource
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

import psycopg

from benchmarks.speed.questions import COLUMNS, Asked, asked, row_of, sql_of
from benchmarks.speed.supply import SEED, counties_of, some_property
from zhuchao import tables as reference
from zhuchao.core.matching.index import OfferIndex
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import Tables

COUNT = 1_000_000
ENQUIRIES = 60
# So many of them are asked in SQL, which takes its time.
ASKED_IN_SQL = 6
BATCH = 10_000
LIMIT = 20
MOST_MS, MOST_MIB, MOST_BUILD_S = 20.0, 1024, 60.0
# A quarter of the offers may take no less than this share of the whole's time, noise aside.
SMALLER = 4
POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"
CREATE = f"CREATE TEMPORARY TABLE offered (key TEXT PRIMARY KEY, {', '.join(COLUMNS)})"
INDEXES = ("place", "kind", "intent", "area")

Ask = Callable[[Asked], Sequence[str]]


def offers(count: int, tables: Tables) -> Iterator[Property]:
    random, counties = Random(SEED), counties_of(tables)
    return (some_property(random, number, counties) for number in range(count))


def filled(index: OfferIndex, batches: Iterator[list[Property]]) -> float:
    """The processor time that building the index took, without that of making the offers."""
    spent = 0.0
    for batch in batches:
        started = process_time()
        for each in batch:
            index.put(each)
        spent += process_time() - started
    return spent


def batched(found: Iterator[Property]) -> Iterator[list[Property]]:
    while batch := list(islice(found, BATCH)):
        yield batch


def in_sqlite(count: int, tables: Tables) -> Ask:
    connection = sqlite3.connect(":memory:")
    connection.execute(CREATE)
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    for batch in batched(offers(count, tables)):
        rows = (row_of(each) for each in batch)
        connection.executemany(f"INSERT INTO offered VALUES ({marks})", rows)
    for column in INDEXES:
        connection.execute(f"CREATE INDEX by_{column} ON offered ({column})")
    connection.execute("ANALYZE")
    return lambda question: [row[0] for row in connection.execute(sql_of(question, LIMIT))]


def in_postgres(count: int, tables: Tables) -> Ask | None:
    try:
        connection: psycopg.Connection[Any] = psycopg.connect(POSTGRES, connect_timeout=3)
    except psycopg.OperationalError:
        return None
    connection.execute(CREATE.encode())
    with connection.cursor() as cursor, cursor.copy(b"COPY offered FROM STDIN") as copy:
        for each in offers(count, tables):
            copy.write_row(row_of(each))
    for column in INDEXES:
        connection.execute(f"CREATE INDEX by_{column} ON offered ({column})".encode())
    connection.execute(b"ANALYZE offered")
    return lambda question: [row[0] for row in connection.execute(sql_of(question, LIMIT).encode())]


def timed(ask: Ask, questions: Sequence[Asked]) -> tuple[list[float], list[Sequence[str]]]:
    """Milliseconds and answers."""
    spent, answers = [], []
    for question in questions:
        started = perf_counter()
        answers.append(ask(question))
        spent.append(1000 * (perf_counter() - started))
    return spent, answers


def told(name: str, spent: Sequence[float]) -> float:
    """Print the median and the 95th percentile, and give the latter."""
    slow = quantiles(spent, n=20)[-1] if len(spent) > 1 else spent[0]
    print(f"{name:24} {median(spent):>9,.1f} ms median {slow:>9,.1f} ms for 19 of 20")
    return slow


def main() -> int:
    """1 when a figure misses its goal, or an answer differs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    tables = reference.load()
    questions = asked(ENQUIRIES, tables)
    index = OfferIndex(tables)
    stream = batched(offers(count, tables))
    quarter = filled(index, islice(stream, max(1, count // SMALLER // BATCH)))
    few = told(f"index of {len(index):,}", timed(_of(index), questions)[0])
    built = quarter + filled(index, stream)
    spent, answers = timed(_of(index), questions)
    slow = told(f"index of {len(index):,}", spent)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"built in {built:.1f} CPU s; at most {memory:,.0f} MiB; {slow / few:.1f} times a quarter"
    )
    same = _compared(count, tables, questions[:ASKED_IN_SQL], answers)
    return int(not (slow <= MOST_MS and memory <= MOST_MIB and built <= MOST_BUILD_S and same))


def _of(index: OfferIndex) -> Ask:
    return lambda question: index.best(question.terms, limit=LIMIT)


def _compared(
    count: int, tables: Tables, questions: Sequence[Asked], answers: Sequence[Sequence[str]]
) -> bool:
    is_same = True
    for name, prepare in (("SQLite", in_sqlite), ("PostgreSQL", in_postgres)):
        ask = prepare(count, tables)
        if ask is None:
            print(f"{name:24} does not answer")
            continue
        spent, found = timed(ask, questions)
        told(f"{name}, {count:,} rows", spent)
        equal = sum(list(a) == list(b) for a, b in zip(found, answers, strict=False))
        print(f"{'':24} {equal} of {len(questions)} answers the same")
        is_same &= equal == len(questions)
    return is_same


if __name__ == "__main__":
    sys.exit(main())

"""The audit chain: whole after honest work, broken where somebody went round the database."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from zhuchao.ground import audit

pytestmark = pytest.mark.django_db


def record_three() -> None:
    for number in (1, 2, 3):
        audit.record("lin", "put_on", "offer", number, {"state": "on"}, person_id=7)


@contextmanager
def unguarded() -> Iterator[None]:
    """What somebody with the owner's access to the database could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE ground_auditentry DISABLE TRIGGER ALL")
        else:
            for act in ("update", "delete", "replace"):
                cursor.execute(f"DROP TRIGGER ground_audit_no_{act}")
    yield


def change(statement: str) -> None:
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_honest_chain_is_whole() -> None:
    record_three()

    verified = audit.verify()

    assert (verified.count, verified.broken_at, verified.is_whole) == (3, None, True)


def test_many_entries_at_once_are_links_like_single_ones() -> None:
    record_three()

    audit.record_all("lin", "put_on", "offer", [audit.Told(n, {"at": n}) for n in (4, 5)])
    audit.record_all("lin", "put_on", "offer", [])
    audit.record("lin", "put_on", "offer", 6)

    verified = audit.verify()
    assert (verified.count, verified.is_whole) == (6, True)
    assert [each.subject_id for each in audit.latest()] == ["6", "5", "4", "3", "2", "1"]


def test_an_empty_chain_is_whole() -> None:
    assert audit.verify().is_whole


@pytest.mark.parametrize(
    "column", ["actor = 'x'", "person_id = 8", "act = 'x'", "subject_id = '9'", "detail = '{}'"]
)
def test_a_changed_entry_breaks_the_chain_at_its_place(column: str) -> None:
    record_three()

    change(f"UPDATE ground_auditentry SET {column} WHERE sequence = 2")  # noqa: S608

    assert audit.verify().broken_at == 2
    assert audit.verify().count == 1


def test_a_changed_moment_breaks_the_chain() -> None:
    record_three()

    change("UPDATE ground_auditentry SET at = '2020-01-01 00:00:00' WHERE sequence = 1")

    assert audit.verify().broken_at == 1


def test_a_removed_entry_breaks_the_chain_after_its_place() -> None:
    record_three()

    change("DELETE FROM ground_auditentry WHERE sequence = 2")

    assert audit.verify().broken_at == 3


def test_a_chain_cut_short_shows_in_its_head() -> None:
    record_three()
    noted = audit.verify().head

    change("DELETE FROM ground_auditentry WHERE sequence = 3")

    assert audit.verify().is_whole
    assert audit.verify().head != noted


@pytest.mark.parametrize(
    "statement", ["UPDATE ground_auditentry SET act = 'x'", "DELETE FROM ground_auditentry"]
)
def test_the_database_refuses_to_change_an_entry(statement: str) -> None:
    record_three()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert audit.verify().is_whole


def test_the_database_refuses_to_empty_or_replace() -> None:
    record_three()
    replace = "INSERT OR REPLACE INTO ground_auditentry SELECT * FROM ground_auditentry"
    statement = "TRUNCATE ground_auditentry" if connection.vendor == "postgresql" else replace

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)


def test_an_entry_falls_with_the_act_it_records() -> None:
    def act() -> None:
        with transaction.atomic():
            audit.record("lin", "put_on", "offer", 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act()

    assert audit.verify().count == 0


def test_what_was_recorded_reads_back_newest_first() -> None:
    record_three()

    newest = audit.latest(2)

    assert [entry.subject_id for entry in newest] == ["3", "2"]
    assert newest[0].detail == {"state": "on"}
    assert audit.has_act("put_on")
    assert not audit.has_act("take_off")


def test_chinese_and_nested_detail_verify() -> None:
    audit.record("林", "改名", "offer", "F2026-0001", {"旧": {"价": 1.5}, "a": [1, None, True]})

    assert audit.verify().is_whole

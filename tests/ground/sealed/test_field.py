"""A sealed column: ciphertext in the database, bound to its column and its key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, models
from pytest_django import Settings

from zhuchao.core.errors import Misconfigured
from zhuchao.ground.sealed import Sealed, SealedField
from zhuchao.ground.sealed.cipher import seal, unseal

TELEPHONE = "13800000001"
COLUMN = "ground.card.telephone"
OTHER_KEY = "ab" * 32


class Card(models.Model):
    """A table that exists in these tests only."""

    telephone = SealedField()

    class Meta:
        app_label = "ground"
        managed = False
        db_table = "test_card"

    def __str__(self) -> str:
        return str(self.telephone)


@pytest.fixture
def table(db: None) -> Iterator[None]:
    kind = "bigserial" if connection.vendor == "postgresql" else "integer"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE test_card (id {kind} PRIMARY KEY, telephone text NOT NULL)")
        yield
        cursor.execute("DROP TABLE test_card")


def in_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT telephone FROM test_card")
        row: tuple[str] = cursor.fetchone()
    return row[0]


@pytest.mark.usefixtures("table")
def test_the_database_holds_ciphertext_and_gives_back_the_value() -> None:
    Card.objects.create(telephone=TELEPHONE)

    assert TELEPHONE not in in_database()
    assert Card.objects.get().telephone.open() == TELEPHONE
    assert str(Card.objects.get().telephone) == "138****0001"


@pytest.mark.usefixtures("table")
def test_the_same_value_is_never_sealed_to_the_same_text() -> None:
    Card.objects.create(telephone=TELEPHONE)
    first = in_database()

    card = Card.objects.get()
    card.save()

    assert in_database() != first


@pytest.mark.usefixtures("table")
def test_nothing_stays_nothing() -> None:
    Card.objects.create(telephone="")

    assert in_database() == ""
    assert not Card.objects.get().telephone


def test_what_is_assigned_is_masked_before_it_was_saved() -> None:
    card = Card(telephone=TELEPHONE)
    card.telephone = Sealed(TELEPHONE)

    assert TELEPHONE not in f"{Card(telephone=TELEPHONE).telephone}{card.telephone}"
    assert card.telephone.open() == TELEPHONE


@pytest.mark.parametrize("lookup", ["telephone", "telephone__contains", "telephone__in"])
def test_a_sealed_column_cannot_be_searched(lookup: str) -> None:
    wanted: Any = [TELEPHONE] if lookup.endswith("__in") else TELEPHONE

    with pytest.raises(TypeError, match="keyed hash"):
        str(Card.objects.filter(**{lookup: wanted}).query)


def test_a_value_cannot_be_moved_to_another_column() -> None:
    with pytest.raises(Misconfigured):
        unseal(seal(TELEPHONE, column=COLUMN), column="ground.card.name")


def test_another_key_is_a_sentence_and_not_a_traceback(settings: Settings) -> None:
    sealed = seal(TELEPHONE, column=COLUMN)

    settings.ZHUCHAO_SEAL_KEY = OTHER_KEY

    with pytest.raises(Misconfigured, match="密钥与写入时不同"):
        unseal(sealed, column=COLUMN)


@pytest.mark.parametrize("broken", ["", "AQ==", "%%%", "AA" * 40, "AQ" * 40])
def test_a_damaged_value_is_a_sentence(broken: str) -> None:
    with pytest.raises(Misconfigured):
        unseal(broken, column=COLUMN)


@pytest.mark.parametrize("key", ["zz" * 32, "ab", "密钥"])
def test_a_wrong_key_is_refused(settings: Settings, key: str) -> None:
    settings.ZHUCHAO_SEAL_KEY = key

    with pytest.raises(Misconfigured, match="64 位十六进制"):
        seal(TELEPHONE, column=COLUMN)


def test_the_key_is_made_once_for_its_owner_only(settings: Settings, tmp_path: Path) -> None:
    settings.ZHUCHAO_HOME = tmp_path

    sealed = seal(TELEPHONE, column=COLUMN)

    assert (tmp_path / "keys" / "seal").stat().st_mode & 0o777 == 0o600
    assert unseal(sealed, column=COLUMN) == TELEPHONE

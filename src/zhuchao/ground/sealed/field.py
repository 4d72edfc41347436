"""The model field: plain text or ``Sealed`` in, ``Sealed`` out, ciphertext in the database."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression
from django.db.models.query_utils import DeferredAttribute

from zhuchao.ground.sealed.cipher import seal, unseal
from zhuchao.ground.sealed.value import Sealed


class _SealedAttribute(DeferredAttribute):
    """What is assigned is sealed at once, so that it is masked before it was ever saved."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = self.field.to_python(value)


class SealedField(models.TextField[Any, Sealed]):
    """Cannot be looked up: keep a ``keyed_hash`` beside it."""

    descriptor_class = _SealedAttribute

    @property
    def column_label(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"

    def get_prep_value(self, value: Any) -> str:
        plain = value.open() if isinstance(value, Sealed) else (value or "")
        return seal(str(plain), column=self.column_label) if plain else ""

    def from_db_value(
        self, value: str | None, expression: Expression, connection: BaseDatabaseWrapper
    ) -> Sealed:
        return Sealed(unseal(value, column=self.column_label) if value else "")

    def to_python(self, value: Any) -> Sealed:
        return value if isinstance(value, Sealed) else Sealed(str(value or ""))

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.to_python(self.value_from_object(obj)))

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise TypeError("a sealed column cannot be searched: use its keyed hash")

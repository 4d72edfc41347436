"""A long list of numbers as one value of a query: thousands of parameters cost more than it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import BigIntegerField, Func, TextField, Value


class Listed(Func):
    """What stands after ``__in``; made by ``of``."""

    template = "(SELECT value FROM json_each(%(expressions)s))"
    output_field = BigIntegerField()

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Listed:
        return cls(Value(json.dumps(list(numbers)), output_field=TextField()))

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, Any]:
        template = "(SELECT value::bigint FROM json_array_elements_text(%(expressions)s::json))"
        return self.as_sql(compiler, connection, template=template, **more)

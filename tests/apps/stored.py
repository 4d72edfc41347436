"""What the registers wrote into the database, as one text to search in."""

from __future__ import annotations

from django.db import connection

REGISTERS = ("parties_", "library_", "properties_", "enquiries_", "projects_", "ground_audit")


def everything_stored() -> str:
    """Every row of every register's table and of the audit chain."""
    rows: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(REGISTERS):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
                rows += [" ".join(map(str, row)) for row in cursor.fetchall()]
    # JSON columns may hold Chinese as escapes.
    return "\n".join(rows) + "\n".join(rows).encode().decode("unicode_escape", "replace")

"""The database itself refuses to change or delete a stage event: a correction is a new event."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    f"CREATE TRIGGER projects_event_no_{act} BEFORE {act.upper()} ON projects_stageevent "
    "BEGIN SELECT RAISE(ABORT, 'stage events are append-only'); END"
    for act in ("update", "delete")
]
POSTGRES = [
    "CREATE FUNCTION projects_event_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'stage events are append-only'; END $$",
    "CREATE TRIGGER projects_event_no_change BEFORE UPDATE OR DELETE ON projects_stageevent "
    "FOR EACH ROW EXECUTE FUNCTION projects_event_refuse()",
]


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRES:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("projects", "0002_initial")]
    operations: ClassVar = [migrations.RunPython(guard, migrations.RunPython.noop)]

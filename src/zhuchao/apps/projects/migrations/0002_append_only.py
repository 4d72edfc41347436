"""The database itself refuses to change or delete what is only ever appended."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = (
    "projects_stageevent",
    "projects_stageevent_documents",
    "projects_stagecheck",
    "projects_document",
    "projects_investmentfact",
    "projects_claimevent",
    "projects_statement",
    "projects_problemevent",
    "projects_inspectionsheet",
    "projects_leadersmark",
    "projects_baseline",
    "projects_target",
    "projects_publishedfigure",
    "projects_lightchange",
)


def make_function(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "CREATE FUNCTION projects_refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
            None,  # no parameters: the sign is PostgreSQL's
        )


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for table in TABLES:
        if editor.connection.vendor == "sqlite":
            for act in ("UPDATE", "DELETE"):
                editor.execute(
                    f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
        else:
            editor.execute(
                f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION projects_refuse_change()"
            )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("projects", "0001_initial")]
    operations: ClassVar = [
        migrations.RunPython(make_function, migrations.RunPython.noop),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]

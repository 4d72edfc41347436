"""The database itself refuses to change or delete an entry of the audit chain."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    f"CREATE TRIGGER ground_audit_no_{act} BEFORE {act.upper()} ON ground_auditentry "
    "BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END"
    for act in ("update", "delete")
] + [
    # INSERT OR REPLACE would delete without asking the trigger above.
    "CREATE TRIGGER ground_audit_no_replace BEFORE INSERT ON ground_auditentry "
    "WHEN EXISTS (SELECT 1 FROM ground_auditentry WHERE id = NEW.id OR sequence = NEW.sequence "
    "OR hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END"
]
POSTGRES = [
    "CREATE FUNCTION ground_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit chain is append-only'; END $$",
    "CREATE TRIGGER ground_audit_no_change BEFORE UPDATE OR DELETE ON ground_auditentry "
    "FOR EACH ROW EXECUTE FUNCTION ground_audit_refuse()",
    "CREATE TRIGGER ground_audit_no_truncate BEFORE TRUNCATE ON ground_auditentry "
    "FOR EACH STATEMENT EXECUTE FUNCTION ground_audit_refuse()",
]


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRES:
        editor.execute(statement.replace("%", "%%"))


class Migration(migrations.Migration):
    dependencies: ClassVar = [("ground", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(guard, migrations.RunPython.noop)]

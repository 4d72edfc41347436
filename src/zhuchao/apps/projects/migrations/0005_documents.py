"""What stood as words beside an event becomes a document; what stages were reached is noted."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

GUARDS = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS projects_event_no_update",
        "DROP TRIGGER IF EXISTS projects_event_no_delete",
    ],
    "postgresql": ["DROP TRIGGER IF EXISTS projects_event_no_change ON projects_stageevent"],
}


def open_table(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in GUARDS[editor.connection.vendor]:
        editor.execute(statement)


def to_documents(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    events = apps.get_model("projects", "StageEvent").objects
    documents = apps.get_model("projects", "Document").objects
    reached = apps.get_model("projects", "StageReached").objects
    for event in events.order_by("project_id", "occurred_on", "pk").iterator():
        made = documents.create(
            project_id=event.project_id,
            kind="other",
            title=event.evidence,
            recorded_at=event.recorded_at,
            recorded_by_id=event.recorded_by_id,
        )
        event.documents.add(made)
        reached.get_or_create(
            project_id=event.project_id,
            stage=event.stage,
            defaults={"on": event.occurred_on, "event_id": event.pk},
        )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("projects", "0004_ledger")]
    operations: ClassVar = [
        migrations.RunPython(open_table, migrations.RunPython.noop),
        migrations.RunPython(to_documents, migrations.RunPython.noop),
    ]

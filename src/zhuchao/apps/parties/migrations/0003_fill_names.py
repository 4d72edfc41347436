"""Every company goes by its own name, found by what of it is its own."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from zhuchao import tables as reference
from zhuchao.core.text.companies import name_key


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    names = apps.get_model("parties", "CompanyName").objects
    for company in apps.get_model("parties", "Company").objects.order_by("pk").iterator():
        names.create(
            company_id=company.pk,
            name=company.name,
            normal_name=company.normal_name,
            key=name_key(company.name, reference.company_words()),
        )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("parties", "0002_names")]
    operations: ClassVar = [migrations.RunPython(fill, migrations.RunPython.noop)]

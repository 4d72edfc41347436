"""The steps of preparing that need Django: migrate, then the demonstration or an administrator."""

from __future__ import annotations

from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from zhuchao.config import env
from zhuchao.config.preparing import first_administrator


def make_ready(*, with_demo: bool) -> None:
    """Migrate and fill. A new SQLite file gets its name only when it is complete."""
    final = Path(settings.ZHUCHAO_HOME) / "zhuchao.sqlite3"
    partial = final.with_suffix(".partial")
    is_new_file = not env.DATABASE_URL.value() and not final.exists()
    if is_new_file:
        _drop(partial)
        settings.DATABASES["default"]["NAME"] = str(partial)
    django.setup()
    try:
        call_command("migrate", verbosity=0)
        with transaction.atomic():
            _fill(with_demo=with_demo)
    except BaseException:
        if is_new_file:
            connection.close()
            _drop(partial)
        raise
    if is_new_file:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        partial.replace(final)


def _fill(*, with_demo: bool) -> None:
    from zhuchao.apps.people.selectors import has_organisation
    from zhuchao.apps.people.viewer import SYSTEM

    if with_demo:
        from zhuchao.config import demo

        demo.fill(today=timezone.localdate())
    elif not has_organisation(SYSTEM):
        _start_empty()


def _start_empty() -> None:
    from zhuchao.apps.people import services
    from zhuchao.apps.people.viewer import SYSTEM, Role
    from zhuchao.apps.publishing.services import ensure_site

    sign_in, password = first_administrator()
    organisation = services.create_organisation(
        SYSTEM, name=env.SITE_NAME.value(), takes_public_enquiries=True
    )
    person = services.create_person(
        SYSTEM, sign_in=sign_in, display_name=sign_in, password=password
    )
    services.assign_role(
        SYSTEM, person_id=person.pk, organisation_id=organisation.pk, role=Role.ADMINISTRATOR
    )
    ensure_site(SYSTEM)


def _drop(partial: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        partial.with_name(partial.name + suffix).unlink(missing_ok=True)

"""What every page depends on besides the records: when it changes, all pages are renewed."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

from zhuchao.apps.publishing.rendering.pressing import origin

PACKAGE = Path(__file__).parents[3]
# The code that decides what stands on a public page.
CODE = ("faces/portal", "faces/hand", "apps/publishing")


@cache
def digest() -> str:
    """Changes with templates, their code, the static files, the address and the portal's name."""
    found = hashlib.sha256(f"{origin()} {settings.ZHUCHAO_SITE_NAME}".encode())
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists():
        found.update(manifest.read_bytes())
    for file in sorted(_watched()):
        found.update(file.name.encode())
        found.update(file.read_bytes())
    return found.hexdigest()


def _watched() -> list[Path]:
    code = [file for folder in CODE for file in (PACKAGE / folder).rglob("*.py")]
    pages = [file for folder in CODE for file in (PACKAGE / folder).rglob("*.html")]
    return code + pages

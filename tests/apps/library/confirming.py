"""A page as an officer confirms it."""

from __future__ import annotations

from pathlib import Path

from zhuchao.apps.library import services
from zhuchao.apps.library.models import ReadPage
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

RAW = (Path(__file__).parents[2] / "fixtures" / "pages" / "portal.txt").read_bytes()


def confirm(viewer: Viewer, tables: Tables, raw: bytes = RAW) -> ReadPage:
    intake = services.keep_intake(viewer, raw=raw, origin="paste")
    page = read(raw, tables=tables)
    return services.confirm_page(viewer, intake.pk, page=page, corrections={})

"""Content-addressed files under ``ZHUCHAO_HOME/files``."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from django.conf import settings

from zhuchao.core.errors import NotFound

DIGEST = re.compile(r"[0-9a-f]{64}")


def _place(digest: str) -> Path:
    return Path(settings.ZHUCHAO_HOME) / "files" / digest[:2] / digest


def keep(content: bytes) -> str:
    """Keep the content and give its SHA-256; the same content is kept once."""
    digest = hashlib.sha256(content).hexdigest()
    place = _place(digest)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(place, content)
    return digest


def _write_whole(place: Path, content: bytes) -> None:
    # Made readable by its owner only; the name appears only when the content is on the disk.
    handle, partial = tempfile.mkstemp(dir=place.parent, prefix="partial-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).replace(place)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise


def open_kept(digest: str) -> bytes:
    """Raises: NotFound, when nothing is kept under that checksum."""
    try:
        if not DIGEST.fullmatch(digest):
            raise FileNotFoundError
        return _place(digest).read_bytes()
    except FileNotFoundError:
        raise NotFound("原件不在文件库中：请检查备份是否包含 files 文件夹") from None


def forget(digest: str) -> None:
    """Delete what is kept under that checksum; nothing there is nothing to do."""
    if DIGEST.fullmatch(digest):
        _place(digest).unlink(missing_ok=True)

"""Content-addressed files under ``ZHUCHAO_HOME/files``."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings

from zhuchao.core.errors import NotFound


def _place(digest: str) -> Path:
    return Path(settings.ZHUCHAO_HOME) / "files" / digest[:2] / digest


def keep(content: bytes) -> str:
    """Keep the content and give its SHA-256; the same content is kept once."""
    digest = hashlib.sha256(content).hexdigest()
    place = _place(digest)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_suffix(f".{os.getpid()}")
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.chmod(0o600)
        partial.replace(place)
    return digest


def open_kept(digest: str) -> bytes:
    """Raises: NotFound, when nothing is kept under that checksum."""
    try:
        return _place(digest).read_bytes()
    except FileNotFoundError:
        raise NotFound("原件不在文件库中：请检查备份是否包含 files 文件夹") from None

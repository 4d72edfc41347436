"""Keys that are made once, readable by their owner only, and kept outside the database."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from zhuchao.core.errors import Misconfigured


def made_once(path: Path) -> str:
    """The key in ``path``, 64 hex digits, made at the first call also when several start at once.

    Raises: Misconfigured, when the folder cannot be written or the file is empty.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            _make(path)
        key = path.read_text("ascii").strip()
    except OSError as error:
        raise Misconfigured(f"无法读写密钥文件 {path}：{error.strerror}") from error
    if not key:
        raise Misconfigured(f"密钥文件 {path} 是空的：请从备份恢复，否则已密封的内容无法打开")
    return key


def _make(path: Path) -> None:
    # mkstemp makes a file that only its owner can read.
    handle, partial = tempfile.mkstemp(dir=path.parent, prefix="partial-")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another was first: its key counts
            os.link(partial, path)
    finally:
        Path(partial).unlink()

"""Keys that are made once, readable by their owner only, and kept outside the database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from zhuchao.core.errors import Misconfigured


def made_once(path: Path) -> str:
    """The key in ``path``, 64 hex digits, made at the first call also when several start at once.

    Raises: Misconfigured, when the folder cannot be written or the file is empty.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        partial = path.with_suffix(f".{os.getpid()}")
        if not path.exists():
            handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_hex(32))
            _publish(partial, path)
        key = path.read_text("ascii").strip()
    except OSError as error:
        raise Misconfigured(f"无法读写密钥文件 {path}：{error.strerror}") from error
    if not key:
        raise Misconfigured(f"密钥文件 {path} 是空的：请从备份恢复，否则已密封的内容无法打开")
    return key


def _publish(partial: Path, path: Path) -> None:
    try:
        os.link(partial, path)
    except FileExistsError:
        pass  # another process was first: its key counts
    finally:
        partial.unlink()

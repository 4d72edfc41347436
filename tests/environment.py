"""Loaded before Django's settings: tests keep their state in a folder of their own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_home = tempfile.mkdtemp(prefix="zhuchao-test-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["ZHUCHAO_HOME"] = _home
(Path(_home) / "static").mkdir()
os.environ["ZHUCHAO_SECRET_KEY"] = "only-for-tests"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's sync interface runs a loop
for name in ("ZHUCHAO_DEBUG", "ZHUCHAO_ADMIN_NAME", "ZHUCHAO_ADMIN_PASSWORD"):
    os.environ.pop(name, None)

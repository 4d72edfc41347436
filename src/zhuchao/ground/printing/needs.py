"""What printing needs of the system besides Python's own packages."""

from __future__ import annotations

import subprocess
from ctypes.util import find_library
from functools import cache

# The library that WeasyPrint opens, and the Debian package that brings it.
LIBRARIES = {
    "gobject-2.0": "libglib2.0-0",
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz": "libharfbuzz0b",
    "harfbuzz-subset": "libharfbuzz-subset0",
    "fontconfig": "libfontconfig1",
}
# Any font that has simplified Chinese: without one every character prints as an empty box.
CHINESE = ("fc-list", ":lang=zh-cn", "family")
FONT_PACKAGES = ("fontconfig", "fonts-noto-cjk")


@cache
def missing() -> tuple[str, ...]:
    """The Debian packages that printing still wants; empty where it works."""
    wanted = [package for name, package in LIBRARIES.items() if find_library(name) is None]
    return (*wanted, *(() if _has_chinese() else FONT_PACKAGES))


def how_to_install() -> str:
    """What to do about what is missing, as a sentence; empty where nothing is."""
    packages = " ".join(missing())
    if not packages:
        return ""
    return f"生成 PDF 还缺系统组件，Debian/Ubuntu 上请运行 apt install {packages} 后重新启动"


def _has_chinese() -> bool:
    try:
        listed = subprocess.run(CHINESE, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(listed.stdout.strip())

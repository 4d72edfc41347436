"""Typed readers of the environment; a wrong value is refused at start with one sentence."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from zhuchao.core.errors import Misconfigured
from zhuchao.core.vocabulary.reminder import QuietHours
from zhuchao.core.vocabulary.tables import MONTHS
from zhuchao.ground.channels.folders import channel_keys, folder_of

T = TypeVar("T")

# In the home, the address that `zhuchao up` told: pages made by another command bear the same.
LISTENING = "address"
TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
SEAL_KEY_FORM = re.compile(r"[0-9a-fA-F]{64}")
ENV_LINE = re.compile(r"(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*)")
HOURS = re.compile(r"([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})")
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
POSTGRES = frozenset({"postgres", "postgresql"})
FALSE_WORDS = frozenset({"0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One variable: its name, what it is for, its default as written, and how it is parsed."""

    name: str
    purpose: str
    default: str
    parse: Callable[[str], T]
    is_secret: bool = False

    def value(self, environment: Mapping[str, str] | None = None) -> T:
        """The parsed value. Raises: Misconfigured, naming the variable and what is wrong."""
        source = os.environ if environment is None else environment
        written = source.get(self.name, "").strip() or self.default
        try:
            return self.parse(written)
        except ValueError as error:
            shown = "" if self.is_secret else f"={written!r}"
            raise Misconfigured(f"环境变量 {self.name}{shown} 不可用：{error}") from None


def text(written: str) -> str:
    return written


def flag(written: str) -> bool:
    if written.lower() in TRUE_WORDS:
        return True
    if written.lower() in FALSE_WORDS:
        return False
    raise ValueError("只能是 true 或 false")


def integer(low: int, high: int) -> Callable[[str], int]:
    def parse(written: str) -> int:
        if not WHOLE_NUMBER.fullmatch(written) or not low <= int(written) <= high:
            raise ValueError(f"应为 {low} 到 {high} 之间的整数")
        return int(written)

    return parse


def folder(written: str) -> Path:
    path = Path(written).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError("不是文件夹")
    return path


def database(written: str) -> str:
    wrong = "应为 postgres://用户@主机:端口/库名 的写法，留空则使用 SQLite"
    try:
        parts = urlsplit(written)
        _ = parts.port  # read only now, and refused when it is no number
    except ValueError:
        raise ValueError(wrong) from None
    if written and (parts.scheme not in POSTGRES or not parts.path.strip("/")):
        raise ValueError(wrong)
    return written


def seal_key(written: str) -> str:
    if written and not SEAL_KEY_FORM.fullmatch(written):
        raise ValueError("应为 64 位十六进制数，留空则自动生成")
    return written


def names(written: str) -> list[str]:
    return [name.strip() for name in written.split(",") if name.strip()]


def origins(written: str) -> list[str]:
    found = names(written)
    if any(not name.startswith(("http://", "https://")) for name in found):
        raise ValueError("每一项都应以 http:// 或 https:// 开头")
    return found


def address(written: str) -> str:
    if written and not written.startswith(("http://", "https://")):
        raise ValueError("应以 http:// 或 https:// 开头，留空则不用")
    return written


def hours(written: str) -> QuietHours | None:
    if written == "none":
        return None
    found = HOURS.fullmatch(written)
    try:
        if found is None:
            raise ValueError(written)
        return QuietHours(time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4])))
    except ValueError:
        raise ValueError("应为 21:00-08:00 这样的写法，不要安静时段写 none") from None


def origin(written: str) -> str:
    parts = urlsplit(written)
    if written and (
        parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/")
    ):
        raise ValueError("应为 https://域名 的写法，不带路径")
    return written.rstrip("/")


def choice(*allowed: str) -> Callable[[str], str]:
    def parse(written: str) -> str:
        if written not in allowed:
            raise ValueError(f"只能是 {'、'.join(allowed)} 之一")
        return written

    return parse


HOME = Setting("ZHUCHAO_HOME", "Folder of all state.", "var", folder)
DATABASE_URL = Setting(
    "DATABASE_URL", "PostgreSQL address; empty means SQLite under ZHUCHAO_HOME.", "", database, True
)
DEBUG = Setting("ZHUCHAO_DEBUG", "Show errors in the browser; never in production.", "false", flag)
SECRET_KEY = Setting(
    "ZHUCHAO_SECRET_KEY",
    "Signs sessions; empty: made once under ZHUCHAO_HOME/keys.",
    "",
    text,
    True,
)
SEAL_KEY = Setting(
    "ZHUCHAO_SEAL_KEY",
    "Seals names and telephones, 64 hex digits; empty: made once under ZHUCHAO_HOME/keys.",
    "",
    seal_key,
    is_secret=True,
)
HOSTS = Setting("ZHUCHAO_HOSTS", "Host names served, comma-separated; * is any.", "*", names)
ORIGINS = Setting(
    "ZHUCHAO_ORIGINS", "Origins whose forms are trusted, when behind a proxy.", "", origins
)
HTTPS = Setting("ZHUCHAO_HTTPS", "Cookies for https only, and strict transport.", "false", flag)
ADDRESS = Setting(
    "ZHUCHAO_ADDRESS",
    "The portal's public address, as https://example.cn; empty: where `zhuchao up` listens.",
    "",
    origin,
)
SITE_NAME = Setting("ZHUCHAO_SITE_NAME", "Name of the portal.", "筑巢招商", text)
WEB_PROCESSES = Setting("ZHUCHAO_WEB_PROCESSES", "Web server processes.", "1", integer(1, 64))
RENT_MONTH = Setting(
    "ZHUCHAO_RENT_MONTH",
    "Days of a month for rents told per day, printed beside each figure: 30 or 365/12.",
    "30",
    choice(*MONTHS),
)
PROTECTION_DAYS = Setting(
    "ZHUCHAO_PROTECTION_DAYS",
    "Days for which a client that an agent registered is protected.",
    "30",
    integer(1, 365),
)
PROTECTION_RULE = Setting(
    "ZHUCHAO_PROTECTION_RULE",
    "The organisation's document that sets these days, named beside every registration.",
    "",
    text,
)
ENQUIRY_KEPT_DAYS = Setting(
    "ZHUCHAO_ENQUIRY_KEPT_DAYS",
    "Days for which a visitor's personal data are kept where no deal came of the enquiry.",
    "365",
    integer(30, 3650),
)
LOG_LEVEL = Setting(
    "ZHUCHAO_LOG_LEVEL", "Least level logged.", "INFO", choice("DEBUG", "INFO", "WARNING", "ERROR")
)
ADMIN_NAME = Setting(
    "ZHUCHAO_ADMIN_NAME", "First administrator's sign-in, where nobody can be asked.", "", text
)
ADMIN_PASSWORD = Setting(
    "ZHUCHAO_ADMIN_PASSWORD", "The first administrator's password.", "", text, True
)
QUIET_HOURS = Setting(
    "ZHUCHAO_QUIET_HOURS",
    "Hours in which no reminder is sent, or none.",
    "21:00-08:00",
    hours,
)
# What the channels' folders ask for.
FORMS: Mapping[str, Callable[[str], Any]] = {
    "text": text,
    "address": address,
    "port": integer(1, 65535),
    "security": choice("starttls", "tls", "none"),
}
CHANNELS: Mapping[str, Mapping[str, Setting[Any]]] = {
    key: {
        each.key: Setting(each.name, each.purpose, each.default, FORMS[each.form], each.is_secret)
        for each in folder_of(key).settings
    }
    for key in channel_keys()
}

SETTINGS: tuple[Setting[Any], ...] = (
    HOME, DATABASE_URL, DEBUG, SECRET_KEY, SEAL_KEY, HOSTS, ORIGINS, HTTPS, ADDRESS,
    SITE_NAME, WEB_PROCESSES, RENT_MONTH, PROTECTION_DAYS, PROTECTION_RULE,
    ENQUIRY_KEPT_DAYS, LOG_LEVEL, ADMIN_NAME, ADMIN_PASSWORD, QUIET_HOURS,
    *(setting for channel in CHANNELS.values() for setting in channel.values()),
)  # fmt: skip


def listening(home: Path) -> str:
    """Where `zhuchao up` last listened in that home; empty before the first time."""
    try:
        return (home / LISTENING).read_text("utf-8").strip().rstrip("/")
    except FileNotFoundError:
        return ""


def check(environment: Mapping[str, str] | None = None) -> None:
    """Read every setting. Raises: Misconfigured, for the first that is wrong."""
    for each in SETTINGS:
        each.value(environment)


def adopt(file: Path, environment: MutableMapping[str, str]) -> None:
    """Take from ``file`` (``.env``) what the environment does not say itself.

    Raises: Misconfigured, for a line that is no ``NAME=value``, or a file that is no text.
    """
    if not file.is_file():
        return
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Misconfigured(f"{file.name} 无法读取：请检查权限，并存为 UTF-8 文本") from None
    for number, line in enumerate(lines, start=1):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        found = ENV_LINE.fullmatch(written)
        if found is None:
            raise Misconfigured(f"{file.name} 第 {number} 行不是“名称=值”的写法，请改正")
        environment.setdefault(found[1], found[2].strip("'\""))


def example() -> str:
    """The text of ``.env.example``: every setting with its purpose and default."""
    blocks = [f"# {each.purpose}\n# {each.name}={each.default}\n" for each in SETTINGS]
    head = "# Generated by `zhuchao env-example`. Copy to `.env`; every line is a default.\n\n"
    return head + "\n".join(blocks)

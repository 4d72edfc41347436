"""A real server with the demonstration park, and a browser at the two widths that matter."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from tests.receivers import Received, mail_server

from zhuchao.config import demo

# The shell without a window costs a third of the processor time of the whole browser.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PATIENCE_S = 240

Seat = Callable[[str], Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.timeout(300))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                break
            time.sleep(0.3)
        else:
            return
    pytest.fail(f"the server does not answer:\n{log.read_text('utf-8')}")


@pytest.fixture(scope="session")
def mails() -> Iterator[Received]:
    """The mail server of the house."""
    with mail_server() as received:
        yield received


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demonstration park, made once for all workers."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    home, done = shared / "demonstration", shared / "demonstration.done"
    with (shared / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            code = "from pathlib import Path; import sys; from zhuchao.config import preparing; "
            code += "preparing.prepare(Path(sys.argv[1]), with_demo=True)"
            environment = without_database() | {"ZHUCHAO_HOME": str(home)}
            subprocess.run([sys.executable, "-c", code, str(home)], env=environment, check=True)
            done.touch()
    return home


def without_database() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Path:
    """This worker's own copy of the demonstration."""
    own = tmp_path_factory.mktemp("home")
    shutil.copytree(prepared, own, dirs_exist_ok=True)
    return own


@pytest.fixture(scope="session")
def site(home: Path, mails: Received) -> Iterator[str]:
    port, log = free_port(), home / "up.log"
    environment = without_database()
    environment |= {
        "ZHUCHAO_HOME": str(home),
        "ZHUCHAO_EMAIL_HOST": "127.0.0.1",
        "ZHUCHAO_EMAIL_PORT": str(mails.port),
        "ZHUCHAO_EMAIL_SECURITY": "none",
        "ZHUCHAO_EMAIL_FROM": "zhuchao@park.example",
    }
    command = [str(Path(sys.executable).parent / "zhuchao"), "up", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address + "/", server, log)
        yield address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


@pytest.fixture
def on_the_server(site: str, home: Path) -> Callable[[str], None]:
    """Run a few lines beside the server, on its own database."""

    def run(code: str) -> None:
        command = [str(Path(sys.executable).parent / "zhuchao"), "manage", "shell", "-c", code]
        environment = without_database() | {"ZHUCHAO_HOME": str(home)}
        subprocess.run(command, env=environment, check=True)

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("ZHUCHAO_TEST_REQUIRE_BROWSER"):
            pytest.fail("Chromium is required here and was not found")
        pytest.skip("Chromium was not found: the journeys were not run")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def is_trouble(said: ConsoleMessage) -> bool:
    """An error of our own code; a refused form (422) is an answer that the browser also logs."""
    return said.type == "error" and "status of 422" not in said.text


@pytest.fixture(params=[390, 1280], ids=["phone", "desktop"])
def tab(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A fresh tab; its test fails when the page's own code fails or a foreign address is asked."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, locale="zh-CN", base_url=site
    )
    context.set_default_timeout(10_000)
    page, troubles = context.new_page(), list[str]()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if is_trouble(said) else None)
    page.on("request", lambda r: None if r.url.startswith(site) else troubles.append(r.url))
    yield page
    context.close()
    assert not troubles


@pytest.fixture
def sign_in(tab: Page) -> Callable[[str], None]:
    """Sign in as the first demonstration person of that role."""

    def as_role(role: str) -> None:
        person = next(each for each in demo.sign_ins() if each.role == role)
        tab.goto("/desk/sign-in/")
        tab.get_by_label("账号").fill(person.sign_in)
        tab.get_by_label("密码").fill(person.password)
        tab.get_by_role("button", name="登录").click()
        tab.wait_for_url("**/desk/")

    return as_role


@pytest.fixture
def seat(tab: Page, browser: Browser, site: str) -> Iterator[Seat]:
    """A tab of its own for each person, as wide as the test's."""
    contexts = []

    def of_person(sign_in: str) -> Page:
        person = next(each for each in demo.sign_ins() if each.sign_in == sign_in)
        context = browser.new_context(viewport=tab.viewport_size, locale="zh-CN", base_url=site)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto("/desk/sign-in/")
        page.get_by_label("账号").fill(person.sign_in)
        page.get_by_label("密码").fill(person.password)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url("**/desk/")
        return page

    yield of_person
    for context in contexts:
        context.close()


@pytest.fixture
def today() -> date:
    return date.today()  # noqa: DTZ011

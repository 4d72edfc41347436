"""A mail server and a robot's webhook on this machine, which answer as a test tells them."""

from __future__ import annotations

import json
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

CUT = "cut"


@dataclass
class Received:
    """What arrived whole, and how the next steps are answered: by the step's name, or ``CUT``.

    ``delay_s`` is how long each step takes.
    """

    port: int = 0
    texts: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0.0


class _Smtp(socketserver.StreamRequestHandler):
    received: ClassVar[Received]

    def handle(self) -> None:
        self._say("220 local")
        while line := self.rfile.readline():
            verb = line.split(None, 1)[0].decode().upper() if line.strip() else ""
            time.sleep(self.received.delay_s)
            answer = self.received.answers.get(verb, "354 go on" if verb == "DATA" else "250 ok")
            if answer == CUT:
                return
            self._say(answer)
            if verb == "QUIT" or (verb == "DATA" and answer.startswith("354") and self._mail()):
                return

    def _mail(self) -> bool:
        """Whether the line is over."""
        lines: list[bytes] = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        if not line:
            return True
        answer = self.received.answers.get("MAIL-END", "250 taken")
        if answer == CUT or answer.startswith("250"):
            mail = message_from_bytes(b"".join(lines), policy=policy.default)
            text = mail.get_content().replace("\r\n", "\n")
            self.received.texts.append(f"{mail['Subject']}\n{mail['To']}\n{text}")
        time.sleep(self.received.delay_s)
        if answer == CUT:
            return True
        self._say(answer)
        return False

    def _say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")


class _Robot(BaseHTTPRequestHandler):
    received: ClassVar[Received]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(self.received.delay_s)
        status, _, told = self.received.answers.get("POST", "200 0").partition(" ")
        if status == CUT or (status, told) == ("200", "0"):
            self.received.texts.append(json.loads(body)["markdown"]["content"])
        time.sleep(self.received.delay_s)
        if status == CUT:
            self.close_connection = True
            return
        self.send_response(int(status))
        self.end_headers()
        is_code = told.lstrip("-").isdigit()
        self.wfile.write(json.dumps({"errcode": int(told)}).encode() if is_code else told.encode())

    def log_message(self, *told: Any) -> None:
        """Nothing on the terminal."""


class _Quiet:
    """A peer that is killed is no error of the receiver's."""

    daemon_threads = True

    def handle_error(self, *told: Any) -> None:
        pass


class _SmtpServer(_Quiet, socketserver.ThreadingTCPServer):
    pass


class _RobotServer(_Quiet, ThreadingHTTPServer):
    pass


@contextmanager
def mail_server() -> Iterator[Received]:
    with _served(_SmtpServer, _Smtp) as received:
        yield received


@contextmanager
def robot() -> Iterator[Received]:
    with _served(_RobotServer, _Robot) as received:
        yield received


@contextmanager
def _served(server_type: Any, handler: Any) -> Iterator[Received]:
    received = Received()
    own = type(handler.__name__, (handler,), {"received": received})
    with server_type(("127.0.0.1", 0), own) as server:
        received.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield received
        finally:
            server.shutdown()
            thread.join()

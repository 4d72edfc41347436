"""Requests over kept connections, and the processor time of a server, from /proc."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import perf_counter

TICK_S = 1 / os.sysconf("SC_CLK_TCK")
HEAD = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n\r\n"


@dataclass
class Tally:
    """What came of the requests; ``troubles`` are answers other than 200, and broken ones."""

    done: int = 0
    bytes_read: int = 0
    troubles: list[str] = field(default_factory=list)


def cpu_seconds(pid: int) -> float:
    """Of a process and all that it started and that still run."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) * TICK_S
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return own + sum(cpu_seconds(int(each)) for each in children)


def ask_for(
    port: int, paths: Sequence[str], *, seconds: float, connections: int
) -> tuple[Tally, float]:
    """Ask for these paths in turn until the time is over; and how long it took."""
    tallies = [Tally() for _ in range(connections)]
    started = perf_counter()

    def is_over() -> bool:
        return perf_counter() - started > seconds

    threads = [Thread(target=_keep_asking, args=(port, paths, each, is_over)) for each in tallies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = Tally(
        sum(each.done for each in tallies),
        sum(each.bytes_read for each in tallies),
        [trouble for each in tallies for trouble in each.troubles],
    )
    return total, perf_counter() - started


def _keep_asking(
    port: int, paths: Sequence[str], tally: Tally, is_over: Callable[[], bool]
) -> None:
    requests = [HEAD.format(path=path, port=port).encode() for path in paths]
    with socket.create_connection(("127.0.0.1", port), 30) as connection:
        while not is_over():
            for request in requests:
                connection.sendall(request)
                _read(connection, tally)


def _read(connection: socket.socket, tally: Tally) -> None:
    got = b""
    while b"\r\n\r\n" not in got:
        more = connection.recv(65536)
        if not more:
            tally.troubles.append("closed")
            raise ConnectionError("the server closed the connection")
        got += more
    head, _, body = got.partition(b"\r\n\r\n")
    length = _length(head)
    while len(body) < length:
        body += connection.recv(65536)
    tally.done += 1
    tally.bytes_read += len(body)
    if not head.startswith(b"HTTP/1.1 200") or not length:
        tally.troubles.append(head.split(b"\r\n")[0].decode())


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0

"""One message to a group, in steps, so that it is known on which of them a line broke."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from zhuchao.ground.channels.outcome import SENT, Message, Outcome, not_sent, refused, unknown

STEP_S = 15.0
MOST_BYTES = 64 * 1024
# Twenty messages a minute are allowed; who sent more waits for the next one.
LIMITED = 45009
LIMIT = timedelta(minutes=1)
BUSY = -1
TOO_MANY = 429
Texts = Mapping[str, str]


def send(message: Message, recipient: str, *, told: Mapping[str, Any], texts: Texts) -> Outcome:
    """Until the line stood nothing was sent; after it only a clear answer says what happened."""
    place = urlsplit(told["robot"])
    make = http.client.HTTPSConnection if place.scheme == "https" else http.client.HTTPConnection
    line = make(place.hostname or "", place.port, timeout=STEP_S)
    try:
        line.connect()
    except OSError:
        line.close()
        return not_sent(texts["unreachable"])
    try:
        body = json.dumps(_body(message, recipient, texts), ensure_ascii=False).encode()
        target = f"{place.path or '/'}{'?' + place.query if place.query else ''}"
        line.request("POST", target, body, {"Content-Type": "application/json; charset=utf-8"})
        answer = line.getresponse()
        return _answered(answer.status, answer.read(MOST_BYTES), texts)
    except (OSError, http.client.HTTPException):
        return unknown(texts["broken"])
    finally:
        line.close()


def _answered(status: int, body: bytes, texts: Texts) -> Outcome:
    if status == TOO_MANY:
        return not_sent(texts["busy"].format(code=status), LIMIT, is_limited=True)
    if 400 <= status < 500:
        return refused(texts["refused"].format(code=status))
    code = _code(body) if status == 200 else None
    if code is None:  # a gateway that fails may have passed it on
        return unknown(texts["garbled"].format(code=status))
    if code == LIMITED:
        return not_sent(texts["limited"], LIMIT, is_limited=True)
    if code == BUSY:
        return not_sent(texts["busy"].format(code=code))
    return SENT if code == 0 else refused(texts["refused"].format(code=code))


def _code(body: bytes) -> int | None:
    try:
        told = json.loads(body)
    except ValueError:
        return None
    code = told.get("errcode") if isinstance(told, dict) else None
    return code if isinstance(code, int) else None


def _body(message: Message, recipient: str, texts: Texts) -> dict[str, Any]:
    """Nothing of what the subject is called: the group reads along."""
    link = texts["link"].format(address=message.address) if message.address else texts["no_link"]
    words = {"kind": message.kind, "when": message.when, "recipient": recipient, "link": link}
    return {
        "msgtype": "markdown",
        "markdown": {"content": texts["markdown"].strip().format(**words)},
    }

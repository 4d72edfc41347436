"""One mail to one person, in steps, so that it is known on which of them a line broke."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import formatdate
from socket import gethostname
from typing import Any

from zhuchao.ground.channels.outcome import SENT, Message, Outcome, not_sent, refused, unknown

# Each step of the conversation; ten of them at most.
STEP_S = 15.0
TAKEN, FORWARDED, GO_ON = 250, 251, 354
Texts = Mapping[str, str]


def send(message: Message, recipient: str, *, told: Mapping[str, Any], texts: Texts) -> Outcome:
    """Until the last line of the mail was given nothing was sent; after it nobody knows."""
    try:
        line = _connect(told)
    except smtplib.SMTPAuthenticationError:
        return refused(texts["sign_in"])
    except (ssl.SSLError, smtplib.SMTPNotSupportedError):
        return not_sent(texts["unsecured"])
    except OSError:  # every failure of smtplib is one
        return not_sent(texts["unreachable"])
    try:
        return _give(line, _mail(message, recipient, told, texts), recipient, told, texts)
    finally:
        line.close()


def _connect(told: Mapping[str, Any]) -> smtplib.SMTP:
    # Its own full name may take a minute to find.
    place: dict[str, Any] = {"local_hostname": gethostname(), "timeout": STEP_S}
    place |= {"host": told["host"], "port": told["port"]}
    context = ssl.create_default_context()
    if told["security"] == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(**place, context=context)
    else:
        line = smtplib.SMTP(**place)
    try:
        if told["security"] == "starttls":
            line.starttls(context=context)
        line.ehlo_or_helo_if_needed()
        if told["user"]:
            line.login(told["user"], told["password"])
    except OSError:
        line.close()
        raise
    return line


def _give(
    line: smtplib.SMTP, mail: bytes, recipient: str, told: Mapping[str, Any], texts: Texts
) -> Outcome:
    try:
        code, _ = line.mail(told["sender"])
        if code == TAKEN:
            code, _ = line.rcpt(recipient)
        if code in (TAKEN, FORWARDED):
            code, _ = line.docmd("DATA")
        if code != GO_ON:
            return _answered(code, texts)
    except OSError:
        return not_sent(texts["unreachable"])
    try:
        line.send(mail)
        code, _ = line.getreply()
    except OSError:
        return unknown(texts["broken"])
    return SENT if code == TAKEN else _answered(code, texts)


def _answered(code: int, texts: Texts) -> Outcome:
    if 400 <= code < 500:
        return not_sent(texts["later"].format(code=code))
    return refused(texts["refused"].format(code=code))


def _mail(message: Message, recipient: str, told: Mapping[str, Any], texts: Texts) -> bytes:
    mail = EmailMessage(policy=SMTP_POLICY)
    words = {name: _line(getattr(message, name)) for name in ("kind", "title", "when", "more")}
    mail["Subject"] = texts["subject"].format(**words)
    mail["From"], mail["To"] = told["sender"], recipient
    mail["Date"] = formatdate()
    mail["Message-ID"] = f"<{message.key}@{told['sender'].rpartition('@')[2] or 'localhost'}>"
    mail["Auto-Submitted"] = "auto-generated"
    body = texts["body"].strip("\n").format(**words, address=message.address)
    mail.set_content("\n\n".join(map(_without_gaps, body.split("\n\n"))), cte="base64")
    return mail.as_bytes() + b".\r\n"  # base64 has no line that begins with a dot


def _without_gaps(paragraph: str) -> str:
    return "\n".join(line for line in paragraph.splitlines() if line)


def _line(text: str) -> str:
    return " ".join(text.split())

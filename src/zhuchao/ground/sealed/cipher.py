"""AES-GCM and HMAC under keys derived from the one seal key, which lies outside the database."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from zhuchao.core.errors import Misconfigured
from zhuchao.ground.keys import made_once

# The first byte says under which scheme a value was sealed, so that a later one can be added.
SCHEME = b"\x01"
NONCE_BYTES = 12
SPACING = re.compile(r"[\s\-—()（）]+")


@lru_cache(maxsize=4)
def _derived(purpose: str, home: str, given: str) -> bytes:
    written = given or made_once(Path(home) / "keys" / "seal")
    try:
        secret = bytes.fromhex(written)
    except ValueError:
        raise Misconfigured("ZHUCHAO_SEAL_KEY 应为 64 位十六进制数") from None
    if len(secret) != 32:
        raise Misconfigured("ZHUCHAO_SEAL_KEY 应为 64 位十六进制数")
    return hmac.digest(secret, purpose.encode(), hashlib.sha256)


def _key(purpose: str) -> bytes:
    return _derived(purpose, str(settings.ZHUCHAO_HOME), settings.ZHUCHAO_SEAL_KEY)


def seal(plain: str, *, column: str) -> str:
    """The sealed form of ``plain``, bound to its column so that it cannot be moved to another."""
    nonce = os.urandom(NONCE_BYTES)
    secret = AESGCM(_key("seal")).encrypt(nonce, plain.encode(), column.encode())
    return base64.b64encode(SCHEME + nonce + secret).decode("ascii")


def unseal(sealed: str, *, column: str) -> str:
    """Raises: Misconfigured, when the key does not fit or the value was tampered with."""
    try:
        packed = base64.b64decode(sealed, validate=True)
        scheme, nonce, secret = packed[:1], packed[1 : 1 + NONCE_BYTES], packed[1 + NONCE_BYTES :]
        if scheme != SCHEME:
            raise ValueError
        return AESGCM(_key("seal")).decrypt(nonce, secret, column.encode()).decode()
    except (InvalidTag, ValueError):
        raise Misconfigured(
            "密封的内容打不开：当前密钥与写入时不同，请恢复 keys/seal 或 ZHUCHAO_SEAL_KEY"
        ) from None


def keyed_hash(plain: str) -> str:
    """The same for every spelling of one value (width, spaces, dashes, +86); empty for empty."""
    folded = SPACING.sub("", unicodedata.normalize("NFKC", plain)).casefold()
    folded = re.sub(r"^(?:\+|00)?86(?=1\d{10}$)", "", folded)
    if not folded:
        return ""
    return hmac.new(_key("hash"), folded.encode(), hashlib.sha256).hexdigest()

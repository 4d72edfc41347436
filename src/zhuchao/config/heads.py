"""The headers that go with published files: those that Django puts on the same page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from zhuchao.config.middleware import DEVICES


def of_files() -> list[tuple[str, str]]:
    """As ``SecurityMiddleware``, ``ContentPolicyMiddleware`` and their neighbours set them."""
    heads = [
        ("Content-Security-Policy", _policy(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])),
        ("Permissions-Policy", DEVICES),
        ("X-Frame-Options", settings.X_FRAME_OPTIONS),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", settings.SECURE_REFERRER_POLICY),
        ("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY),
    ]
    if settings.SECURE_HSTS_SECONDS:
        heads.append(("Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}"))
    return heads


def is_served(host: str) -> bool:
    """Whether Django would answer to that host."""
    domain, _ = split_domain_port(host)
    return "*" in settings.ALLOWED_HOSTS or validate_host(domain, settings.ALLOWED_HOSTS)


def _policy(directives: dict[str, Any]) -> str:
    return "; ".join(f"{name} {' '.join(map(str, values))}" for name, values in directives.items())

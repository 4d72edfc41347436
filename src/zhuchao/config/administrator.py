"""The first administrator of an empty house: asked for, checked, and given the keys."""

from __future__ import annotations

import getpass
import sys
from dataclasses import dataclass, field

from zhuchao.config import env
from zhuchao.core.errors import Misconfigured


@dataclass(frozen=True, slots=True)
class Asked:
    """What the first administrator will sign in with."""

    sign_in: str
    password: str = field(repr=False)


def ask() -> Asked:
    """From the environment, or from whoever sits at the terminal. Django must be set up.

    Raises: Misconfigured, when nobody can be asked or the environment's answer will not do.
    """
    name, password = env.ADMIN_NAME.value(), env.ADMIN_PASSWORD.value()
    if name and password:
        if trouble := trouble_with(password):
            raise Misconfigured(f"ZHUCHAO_ADMIN_PASSWORD 不合要求：{trouble}")
        return Asked(name, password)
    if not sys.stdin.isatty():
        raise Misconfigured(
            "空系统需要第一位管理员：请在终端中运行，"
            "或设置 ZHUCHAO_ADMIN_NAME 和 ZHUCHAO_ADMIN_PASSWORD"
        )
    return _ask_at_terminal()


def trouble_with(password: str) -> str:
    """Why a password will not do; empty when it will."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password)
    except ValidationError as error:
        return "；".join(error.messages)
    return ""


def install(asked: Asked) -> None:
    """Make the organisation, where there is none, its administrator, and the portal's pages."""
    from zhuchao.apps.people import selectors, services
    from zhuchao.apps.people.viewer import SYSTEM, Role
    from zhuchao.apps.publishing.services import ensure_site

    if selectors.has_organisation(SYSTEM):
        organisation_id = selectors.default_organisation_id()
    else:
        organisation_id = services.create_organisation(
            SYSTEM, name=env.SITE_NAME.value(), takes_public_enquiries=True
        ).pk
    person = services.create_person(
        SYSTEM, sign_in=asked.sign_in, display_name=asked.sign_in, password=asked.password
    )
    services.assign_role(
        SYSTEM, person_id=person.pk, organisation_id=organisation_id, role=Role.ADMINISTRATOR
    )
    ensure_site(SYSTEM)


def _ask_at_terminal() -> Asked:
    print("筑巢：请设置第一位管理员。")
    sign_in = ""
    while not sign_in:
        sign_in = input("账号：").strip()
    while True:
        password = getpass.getpass("密码（至少 8 位）：")
        trouble = trouble_with(password)
        if not trouble and getpass.getpass("再输入一次：") == password:
            return Asked(sign_in, password)
        print(trouble or "两次输入不一致，请重新输入。")

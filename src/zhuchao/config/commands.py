"""The commands that need the whole house: serving it, preparing it, looking after it."""

from __future__ import annotations

import argparse
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zhuchao.config import applied, env
from zhuchao.core.errors import Refused
from zhuchao.faces.cli.command import Command

MOST_PORT = 65535


def start_django() -> None:
    """Set Django up, once; the command line calls it only where a register is read.

    Raises: Misconfigured, when there is no register yet; none is made by asking for it.
    """
    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    if not apps.ready:
        applied.require_register(env.HOME.value())
        django.setup()


@dataclass(frozen=True, slots=True)
class Simple:
    """A command as a name, a sentence, its arguments and what it does."""

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    act: Callable[[Namespace], int]

    def add_arguments(self, parser: ArgumentParser) -> None:
        self.arguments(parser)

    def run(self, args: Namespace) -> int:
        return self.act(args)


def _none(parser: ArgumentParser) -> None:
    """No arguments."""


def _port(written: str) -> int:
    if not written.isdecimal() or len(written) > 5 or int(written) > MOST_PORT:
        raise argparse.ArgumentTypeError(f"端口应为 0 到 {MOST_PORT} 之间的整数，不能是 {written}")
    return int(written)


def _serve_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="监听地址")
    parser.add_argument("--port", type=_port, default=8000, help="监听端口")


def _demo_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--no-demo", action="store_true", help="不装演示园区，从空系统开始")


def _prepare_arguments(parser: ArgumentParser) -> None:
    _demo_argument(parser)
    parser.add_argument("--answer", default="", help=argparse.SUPPRESS)


def _up_arguments(parser: ArgumentParser) -> None:
    _serve_arguments(parser)
    _demo_argument(parser)


def _up(args: Namespace) -> int:
    from zhuchao.config import preparing, supervisor

    home = env.HOME.value()
    supervisor.require_free_port(args.host, args.port)
    prepared = preparing.prepare(home, with_demo=not args.no_demo)
    address = supervisor.page_address(args.host, args.port)
    (home / env.LISTENING).write_text(address, "utf-8")
    web = supervisor.web_command(args.host, args.port, env.WEB_PROCESSES.value())
    children = [
        supervisor.Child("网页服务", web),
        supervisor.Child("后台进程", supervisor.worker_command()),
    ]

    def announce() -> None:
        _announce(address, has_demo=prepared.has_demo)

    return supervisor.Supervisor(children, address, announce).run()


def _announce(address: str, *, has_demo: bool) -> None:
    from zhuchao.ground.printing import how_to_install

    print(
        f"\n筑巢已就绪：{address}\n工作台：{address}desk/\n页面编辑：{address}editor/", flush=True
    )
    if lack := how_to_install():
        print(f"\n{lack}；在此之前，页面上用“打印”代替“下载 PDF”。", flush=True)
    if has_demo:
        _print_sign_ins()
    print("\n按 Ctrl-C 全部停止。", flush=True)


def _print_sign_ins() -> None:
    from zhuchao.config import demo

    print("\n演示账号（均为虚构人员）：")
    for each in demo.sign_ins():
        print(f"  {each.role}　{each.name}　账号 {each.sign_in}　密码 {each.password}")


def _demo(args: Namespace) -> int:
    start_django()
    from django.db import transaction

    from zhuchao.config import filling

    with transaction.atomic():
        was_filled = filling.fill_demo()
    if not was_filled:
        raise Refused("系统里已有单位，演示园区只装入空系统：请换一个空的 ZHUCHAO_HOME")
    _print_sign_ins()
    return 0


def _administrator(args: Namespace) -> int:
    start_django()
    from zhuchao.config import administrator

    administrator.install(administrator.ask())
    print("筑巢：管理员已建立，可以登录工作台。")
    return 0


def _web(args: Namespace) -> int:
    from zhuchao.config import supervisor

    command = supervisor.web_command(args.host, args.port, env.WEB_PROCESSES.value())
    os.execv(command[0], command)  # noqa: S606


def _worker(args: Namespace) -> int:
    start_django()
    from zhuchao.ground.jobs import worker

    worker.run()
    return 0


def _renew_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--jobs", type=int, default=0, help="同时用几个进程，默认等于处理器数")
    parser.add_argument("--anew", action="store_true", help="从头开始，不接着上次未完成的")


def _renew(args: Namespace) -> int:
    start_django()
    from zhuchao.config import renewing

    jobs = args.jobs if args.jobs > 0 else renewing.processors()
    return 1 if renewing.run(processes=jobs, anew=args.anew) else 0


def _prepare(args: Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    from zhuchao.config import filling

    has_demo = filling.make_ready(with_demo=not args.no_demo)
    if args.answer:
        Path(args.answer).write_text("demo" if has_demo else "own", "ascii")
    return 0


def _person_arguments(parser: ArgumentParser) -> None:
    from zhuchao.config.person import ROLES

    parser.add_argument("sign_in", metavar="账号", help="登录用的账号")
    parser.add_argument("name", metavar="姓名", help="同事看到的姓名")
    parser.add_argument("role", metavar="角色", choices=ROLES, help="、".join(ROLES))
    parser.add_argument("--organisation", default="", help="单位名称，默认为接收门户需求的单位")
    parser.add_argument("--team", default="", help="小组名称")


def _person(args: Namespace) -> int:
    start_django()
    from zhuchao.config.person import ROLES, Newcomer, bring_in

    role = ROLES[args.role]
    newcomer = Newcomer(args.sign_in, args.name, role, args.organisation, args.team)
    print(f"账号 {args.sign_in} 已建立，初始密码 {bring_in(newcomer)}（只显示这一次）")
    return 0


def _manage_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER, help="Django 管理命令及其参数")


def _manage(args: Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["zhuchao manage", *args.words])
    return 0


def _env_example(args: Namespace) -> int:
    print(env.example(), end="")
    return 0


COMMANDS: tuple[Command, ...] = (
    Simple("up", "准备并启动：网页服务和后台进程", _up_arguments, _up),
    Simple("web", "只启动网页服务", _serve_arguments, _web),
    Simple("worker", "只启动后台进程", _none, _worker),
    Simple("prepare", "只准备数据库（up 会自动调用）", _prepare_arguments, _prepare),
    Simple("renew", "重新生成整个门户的页面文件，可中断后继续", _renew_arguments, _renew),
    Simple("demo", "把演示园区装入空系统，并列出演示账号", _none, _demo),
    Simple("administrator", "建立一位管理员", _none, _administrator),
    Simple("person", "建立一个账号并分配角色", _person_arguments, _person),
    Simple("manage", "运行 Django 管理命令", _manage_arguments, _manage),
    Simple("env-example", "打印所有环境变量及默认值", _none, _env_example),
)

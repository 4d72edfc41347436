"""The commands that need the whole house: up, web, worker, prepare, manage, env-example."""

from __future__ import annotations

import argparse
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from zhuchao.config import env
from zhuchao.faces.cli.command import Command


def start_django() -> None:
    """Set Django up, once; the command line calls it only where a register is read."""
    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    if not apps.ready:
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


def _serve_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="监听地址")
    parser.add_argument("--port", type=int, default=8000, help="监听端口")


def _demo_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--no-demo", action="store_true", help="不装演示园区，从空系统开始")


def _up_arguments(parser: ArgumentParser) -> None:
    _serve_arguments(parser)
    _demo_argument(parser)


def _up(args: Namespace) -> int:
    from zhuchao.config import preparing, supervisor

    supervisor.require_free_port(args.host, args.port)
    prepared = preparing.prepare(env.HOME.value(), with_demo=not args.no_demo)
    name = "127.0.0.1" if args.host in ("0.0.0.0", "::") else args.host  # noqa: S104
    address = f"http://{name}:{args.port}/"
    web = supervisor.web_command(args.host, args.port, env.WEB_PROCESSES.value())
    children = [
        supervisor.Child("网页服务", web),
        supervisor.Child("后台进程", supervisor.worker_command()),
    ]

    def announce() -> None:
        _announce(address, has_demo=prepared.has_demo)

    return supervisor.Supervisor(children, address, announce).run()


def _announce(address: str, *, has_demo: bool) -> None:
    print(f"\n筑巢已就绪：{address}\n工作台：{address}desk/", flush=True)
    if has_demo:
        from zhuchao.config import demo

        print("\n演示账号（均为虚构人员）：")
        for each in demo.sign_ins():
            print(f"  {each.role}　{each.name}　账号 {each.sign_in}　密码 {each.password}")
    print("\n按 Ctrl-C 全部停止。", flush=True)


def _web(args: Namespace) -> int:
    from zhuchao.config import supervisor

    command = supervisor.web_command(args.host, args.port, env.WEB_PROCESSES.value())
    os.execv(command[0], command)  # noqa: S606


def _worker(args: Namespace) -> int:
    start_django()
    from zhuchao.ground.jobs import worker

    worker.run()
    return 0


def _prepare(args: Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    from zhuchao.config import filling

    filling.make_ready(with_demo=not args.no_demo)
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
    Simple("prepare", "只准备数据库（up 会自动调用）", _demo_argument, _prepare),
    Simple("manage", "运行 Django 管理命令", _manage_arguments, _manage),
    Simple("env-example", "打印所有环境变量及默认值", _none, _env_example),
)

"""``zhuchao site``: a site of its own, such as a city's, beside the portal."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteCommand:
    """Adds a site for a host: its first page, and the offers of its region."""

    start_django: Callable[[], None]
    name: str = "site"
    help: str = "新增一个站点（如一市一站），与门户共用一套系统"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("host", metavar="主机名", help="它的主机名，如 liyang.example.cn")
        parser.add_argument("title", metavar="名称", help="站点的名称，显示在每页页头")
        parser.add_argument(
            "--region", default="", metavar="代码", help="只列这个地区的房源：六位区划代码"
        )

    def run(self, args: Namespace) -> int:
        self.start_django()
        from zhuchao.apps.people.viewer import SYSTEM
        from zhuchao.apps.publishing.services import add_site

        home = add_site(SYSTEM, hostname=args.host, title=args.title, region_code=args.region)
        print(f"已新增站点“{home.title}”。请把 {args.host} 解析到本机，再到页面编辑中加栏目。")
        return 0

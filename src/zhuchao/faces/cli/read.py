"""``zhuchao read``: a page's fields, its body and what was cut away, or what it states."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from zhuchao.core.vocabulary.page import Page, Zone
from zhuchao.core.vocabulary.read import Read
from zhuchao.faces.cli.printing import LEGEND, MARKS, as_json, clean, one_line, shortened, table
from zhuchao.faces.cli.sources import moment, open_source

LABELS = {
    "title": "标题",
    "original_title": "原标题",
    "source": "来源",
    "editor": "编辑",
    "author": "作者",
    "category": "栏目",
    "published": "发布时间",
    "views": "浏览",
}
COLUMNS_OF_A_CUT_LINE = 72


class ReadCommand:
    """Reads a file, standard input or an address; never starts Django."""

    name = "read"
    help = "读一篇网页：字段、正文和剪除的内容"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", metavar="FILE|-|URL", help="文件、标准输入（-）或网址")
        parser.add_argument("--json", action="store_true", help="输出 JSON")
        parser.add_argument(
            "--facts", action="store_true", help="读出文中的指标、单位、地名、人物和项目动态"
        )
        parser.add_argument(
            "--tagger", action="store_true", help="读事实时另用标注模型找单位（可选组件 tagger）"
        )
        parser.add_argument(
            "--fetched-at", metavar="T", help="抓取时间，用来推算“8个月前”；不写时区即北京时间"
        )

    def run(self, args: Namespace) -> int:
        given = moment(args.fetched_at) if args.fetched_at else None
        source = open_source(args.source)
        from zhuchao import tables
        from zhuchao.core.reading import read
        from zhuchao.core.vocabulary.wire import page_to_json

        fetched_at = given or source.fetched_at
        page = read(source.content, tables=tables.load(), fetched_at=fetched_at)
        if args.facts:
            print(_facts(page, is_json=args.json, is_tagged=args.tagger))
            return 0
        print(as_json(page_to_json(page)) if args.json else "\n".join(in_words(page)))
        return 0


def _facts(page: Page, *, is_json: bool, is_tagged: bool) -> str:
    from zhuchao import tables
    from zhuchao.core.facts import find
    from zhuchao.core.vocabulary.fact_wire import facts_to_json
    from zhuchao.faces.cli.facts import facts_in_words
    from zhuchao.ground.tagging import lac_tagger

    facts = find(page, tables.load(), lac_tagger() if is_tagged else None)
    return as_json(facts_to_json(facts)) if is_json else "\n".join(facts_in_words(facts, page.text))


def in_words(page: Page) -> Iterator[str]:
    """The page as lines of Chinese text."""
    yield table([_field(label, getattr(page, name)) for name, label in LABELS.items()])
    yield f"\n{LEGEND}\n"
    yield f"正文（{len(page.body)} 段，{len(page.body_text):,} 字）"
    yield clean(page.body_text) or "没有找到正文"
    if page.related:
        yield f"\n相关文章（{len(page.related)} 篇）"
        yield from (f"  {n}. {one_line(item.title)}" for n, item in enumerate(page.related, 1))
    yield from _cut(page.cut)


def _field(label: str, read: Read[object]) -> tuple[str, ...]:
    if not read.is_known:
        return label, MARKS[read.state], f"未知{f'（{read.why}）' if read.why else ''}"
    text = one_line(_shown(read.value))
    return label, MARKS[read.state], f"{text}（{read.why}）" if read.why else text


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)


def _cut(zones: tuple[Zone, ...]) -> Iterator[str]:
    from zhuchao.faces.hand.words import word

    by_kind: dict[str, list[Zone]] = defaultdict(list)
    for zone in zones:
        by_kind[zone.kind.value].append(zone)
    if by_kind:
        yield "\n剪除的内容"
    for kind, members in by_kind.items():
        yield f"  {word('zone', kind).text}（{len(members)} 处）"
        yield from (f"    {shortened(zone.text, COLUMNS_OF_A_CUT_LINE)}" for zone in members)

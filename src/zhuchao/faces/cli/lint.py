"""``zhuchao lint``: what of one's own words may not stand in an advertisement."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from zhuchao.core.vocabulary.advertising import Finding, Gravity
from zhuchao.faces.cli.printing import as_json, one_line
from zhuchao.faces.cli.sources import open_source

WORDS = {Gravity.ERROR: "须改", Gravity.WARNING: "核实"}
CONTEXT = 8


class LintCommand:
    """Lints a text, or the body of a page; never starts Django."""

    name = "lint"
    help = "广告法检查：自己写的文字里哪些不能这样发布，为什么，怎么改"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", metavar="FILE|-|URL", help="文件、标准输入（-）或网址")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def run(self, args: Namespace) -> int:
        """0 where nothing is found, 1 where something is."""
        from zhuchao.core.compliance import lint
        from zhuchao.tables.advertising import ad_tables

        text = _own_words(open_source(args.source).content)
        found = lint(text, ad_tables())
        print(as_json(_as_values(found)) if args.json else "\n".join(_in_words(text, found)))
        return 1 if found else 0


def _own_words(content: bytes) -> str:
    """A text as it is; of a page its body."""
    from zhuchao import tables
    from zhuchao.core.reading import read

    page = read(content, tables=tables.load(), fetched_at=None)
    is_page = content.lstrip()[:1] == b"<"
    return page.body_text if is_page else page.text


def _as_values(found: Iterable[Finding]) -> list[dict[str, object]]:
    return [
        {
            "start": each.span.start,
            "end": each.span.end,
            "written": each.written,
            "word": each.word,
            **{
                part: getattr(each.rule, part)
                for part in ("group", "gravity", "label", "why", "basis", "suggestion")
            },
        }
        for each in found
    ]


def _in_words(text: str, found: tuple[Finding, ...]) -> Iterator[str]:
    if not found:
        yield "没有发现需要改的地方"
        return
    errors = sum(each.rule.gravity is Gravity.ERROR for each in found)
    yield f"{errors} 处须改，{len(found) - errors} 处请核实"
    for each in found:
        head = f"{_place(text, each)} [{WORDS[each.rule.gravity]}] {each.rule.label}"
        yield f"\n{head}{_quote(text, each)}"
        yield f"  {each.rule.why}（{each.rule.basis}）"
        yield f"  建议：{each.rule.suggestion}"


def _place(text: str, found: Finding) -> str:
    before = text[: found.span.start]
    if found.span.start == found.span.end:
        return "全文"
    return f"第 {before.count(chr(10)) + 1} 行第 {len(before) - before.rfind(chr(10))} 字"


def _quote(text: str, found: Finding) -> str:
    if found.span.start == found.span.end:
        return ""
    line = text[: found.span.start].rpartition("\n")[2]
    rest = text[found.span.end :].partition("\n")[0]
    before, after = line[-CONTEXT:], rest[:CONTEXT]
    before, after = "…" * (line != before) + before, after + "…" * (rest != after)
    meant = f"（即“{found.word}”）" if found.rule.group == "evasive" else ""
    return f"：{one_line(before)}【{one_line(found.written)}】{one_line(after)}{meant}"

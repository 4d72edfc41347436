"""``zhuchao admission``: a project told in a sentence, held against a park's thresholds."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict

from zhuchao.core.vocabulary.admission import Assessment
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.faces.cli.parse import add_message, parse_message
from zhuchao.faces.cli.printing import SIGNS, as_json

WORDS = {Verdict.MEETS: "符合", Verdict.ASK: "待问", Verdict.FAILS: "不符合"}
DEFAULT_PACK = "example"


class AdmissionCommand:
    """Assesses a sentence; never starts Django."""

    name = "admission"
    help = "准入测算：一句话里的项目数字对照园区门槛，写明两个数和算法"

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_message(parser)
        help_text = f"规则包的代号，或一个 TOML 文件；默认 {DEFAULT_PACK}"
        parser.add_argument("--pack", default=DEFAULT_PACK, metavar="KEY|FILE", help=help_text)

    def run(self, args: Namespace) -> int:
        from zhuchao.core.matching import assess, planned_of
        from zhuchao.tables.admission import read_pack

        pack = read_pack(args.pack)
        found = assess(planned_of(parse_message(args.message).terms), pack)
        print(as_json(_as_values(found)) if args.json else "\n".join(_in_words(found)))
        return 0


def _as_values(found: Assessment) -> dict[str, object]:
    pack = {name: getattr(found.pack, name) for name in ("key", "title", "version", "document")}
    lines = [asdict(line) for line in found.lines]
    return {"verdict": found.verdict, "pack": pack, "lines": lines}


def _in_words(found: Assessment) -> Iterator[str]:
    pack = found.pack
    yield f"{WORDS[found.verdict]}　{pack.title}（{pack.document}，第 {pack.version} 版）"
    for line in found.lines:
        yield f"  {SIGNS[line.verdict]} {line.sentence}"
        for beneath in (line.working, line.note):
            if beneath:
                yield f"      {beneath}"

"""``zhuchao progress``: what baseline a published pair implies, and what named curves say."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from zhuchao.core.progress.baselines import Implied
from zhuchao.faces.cli.printing import as_json


class ProgressCommand:
    """Reckons with two published numbers; never starts Django."""

    name = "progress"
    help = "序时推算：由“完成全年计划的 x%%、超序时 y 个百分点”推出所用的序时基线"

    def add_arguments(self, parser: ArgumentParser) -> None:
        told = (
            ("--done", "完成全年计划的百分比，如 35.1", float),
            ("--ahead", "超序时的百分点，落后写负数，如 10.1", float),
            ("--month", "截至几月底，1 到 12", int),
        )
        for name, help_text, form in told:
            parser.add_argument(name, required=True, type=form, help=help_text)
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def run(self, args: Namespace) -> int:
        from zhuchao.core.progress.baselines import implied
        from zhuchao.tables.progress import baseline_curves

        found = implied(args.done / 100, args.ahead, args.month, baseline_curves())
        print(as_json(_as_values(found)) if args.json else "\n".join(_in_words(found)))
        return 0


def _as_values(found: Implied) -> dict[str, object]:
    curves = [
        {
            "key": each.curve.key,
            "title": each.curve.title,
            "version": each.curve.version,
            "due": round(each.due, 6),
            "points": round(each.points, 4),
        }
        for each in found.standings
    ]
    fits = [curve.key for curve in found.fits]
    return {"done": found.done, "ahead": found.ahead, "due": found.due, "fits": fits} | {
        "curves": curves
    }


def _in_words(found: Implied) -> Iterator[str]:
    side = "超" if found.ahead >= 0 else "落后"
    yield (
        f"完成 {found.done:.1%}、{side}序时 {abs(found.ahead):.1f} 个百分点，"
        f"推出序时基线 {found.due:.1%}"
    )
    fits = "、".join(curve.title for curve in found.fits)
    yield f"与“{fits}”一致" if fits else "与已收录的基线都不一致：原文另有口径，请查明"
    for each in found.standings:
        word = "超" if each.points >= 0 else "落后"
        yield (
            f"  按“{each.curve.title}”（{each.curve.document}）："
            f"应完成 {each.due:.1%}，{word} {abs(each.points):.1f} 个百分点"
        )

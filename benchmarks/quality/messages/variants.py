"""Noisy variants of marked messages: what else people write in and around the same demand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

ASIDES = Path(__file__).parents[3] / "tests/core/messages/distractors.toml"
FRAMES = (
    "听说{x}，也不知道真的假的", "{p}那边{x}，已经定下来了", "谢谢大家，{x}，上周签了",
    "昨天碰到{p}，说{x}，现在还没着落", "群里刚才发的{x}，已经成交了，不用再推",
    "【快讯】某企业{x}，多地争取", "想请教一下，{x}，这个价位合理吗", "哈哈，{p}说{x}，我看是做梦",
    "上个月我帮客户{x}，跑了二十家才签下来", "{x}，现在行情这样算贵吗，有懂的吗",
    "恭喜{p}，{x}，这单终于做成了", "去年我们{x}，今年涨了一大截",
    "注意，有人自称{x}，是骗看房费的",
)  # fmt: skip
PERSONS = ("张总", "老李", "隔壁厂", "我同学", "王哥", "招商局")
NOISE = (
    "哈哈", "昨天看了一套嫌小", "上次那个没成", "之前报25太贵", "听说旁边涨到30了", "谢谢",
    "去年还是15块",
    "你们那边行情怎么样", "上家租给做家具的", "隔壁刚租出去", "麻烦问一下", "前面那个不要了",
    "说实话不贵",
    "上周签的那家黄了", "刚刚客户又改了", "现在市场不好", "原来报的22不算了", "今天房东说可以谈",
    "我同学也在那边", "别家都要28", "前两天有人来看过", "我是做了十年的", "最近问的人多",
    "本厂招普工10名",
)  # fmt: skip
OPENINGS = (
    "老师好，", "不好意思打扰，", "张经理 10:32\n", "转发：", "【转】", "李姐 2026/3/5 14:20\n",
    "客户刚发来的：", "@所有人 ", "更正一下，", "在吗，", "那个，",
)  # fmt: skip
LEADS = {
    "demand": ("求租", "求购", "客户求租", "急求", "想租", "诚心求购", "要找"),
    "supply": ("出租", "出售", "转租", "业主直租", "招租", "转让", "园区招租"),
}
KINDS = ("厂房", "仓库", "办公室", "独栋厂房", "车间")
OTHER_SIDE = {"demand": "supply", "supply": "demand"}
_ACTS = re.compile("[求找寻租售卖买转需招要想]|有没有|客户|业主|房东|预算")
_STOPS = re.compile(r"[,，。;；\n]")
_PAUSES = re.compile(r"[,，。;；、!！]")

Marked = tuple[str, str]


def variants(
    messages: Sequence[Marked], *, made_up: int, seed: int = 4
) -> Iterator[tuple[str, str, float]]:
    """Texts with their side and what each counts, made of texts with theirs.

    So many of them as ``made_up`` have attributes under a plain act, so that no attribute stands
    for a side.
    """
    rng = Random(seed)
    asides = _asides()
    meant = [each for each in messages if each[1] in OTHER_SIDE]
    for text, side in meant:
        clauses = [each for each in _STOPS.split(text) if each.strip()]
        yield from _shortened(clauses, side, rng)
        yield _PAUSES.sub("", text), side, 0.2
        for _ in range(2):
            yield _among_noise(text, asides[side], rng), side, 0.6
        other = rng.choice([each for each, its_side in meant if its_side == side])
        joint = rng.choice(["\n", "。另外还有", "；还有一个，", "\n2、"])
        yield text + joint + other[:80], side, 0.4
        if rng.random() < 0.4:
            frame = rng.choice(FRAMES)
            yield frame.format(x="".join(clauses[:2]), p=rng.choice(PERSONS)), "neither", 0.7
    yield from _made_up(meant, made_up, rng)


def _asides() -> dict[str, list[str]]:
    told = tomllib.loads(ASIDES.read_text("utf-8"))
    of_any = [each for group in told["any"].values() for each in group]
    return {
        side: of_any + [each for group in told[name].values() for each in group]
        for side, name in (("demand", "demand"), ("supply", "offer"))
    }


def _shortened(clauses: Sequence[str], side: str, rng: Random) -> Iterator[tuple[str, str, float]]:
    if len(clauses) > 2:
        some = rng.sample(clauses[1:], min(len(clauses) - 1, 3))
        yield "，".join([clauses[0], *some]), side, 0.4
        yield rng.choice(["，", " "]).join(clauses[: rng.choice([2, 3, 4])]), side, 0.5


def _among_noise(text: str, asides: Sequence[str], rng: Random) -> str:
    clauses = re.split(r"(?<=[,，。;；\n])", text)
    for _ in range(rng.choice([1, 2, 2, 3])):
        said = rng.choice(NOISE if rng.random() < 0.6 else asides)
        clauses.insert(rng.randrange(len(clauses) + 1), f"{said}，")
    noisy = "".join(clauses)
    if rng.random() < 0.4:
        noisy = rng.choice(OPENINGS) + noisy
    return _PAUSES.sub("", noisy) if rng.random() < 0.3 else noisy


def _made_up(meant: Sequence[Marked], many: int, rng: Random) -> Iterator[tuple[str, str, float]]:
    traits = {
        side: [
            clause
            for text, its_side in meant
            if its_side == side
            for clause in _STOPS.split(text)
            if not _ACTS.search(clause) and 3 < len(clause) < 16
        ]
        for side in OTHER_SIDE
    }
    for _ in range(many):
        side = rng.choice(sorted(OTHER_SIDE))
        told = traits[OTHER_SIDE[side]] if rng.random() < 0.6 else traits[side]
        words = [rng.choice(LEADS[side]), rng.choice(KINDS)]
        lead = "".join(words if rng.random() < 0.7 else reversed(words))
        yield "，".join([lead, *rng.sample(told, rng.choice([2, 3, 4]))]), side, 0.5

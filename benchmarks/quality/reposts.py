"""Near-duplicates: reposts of many kinds are found, articles that share a part are not joined.

Articles are put together from the sentences of the written pages, figures changed, so that any two
share a little, as news of one trade do.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.quality.gate import Suite, digest_of
from benchmarks.quality.pages.written import marked_pages
from zhuchao import tables
from zhuchao.core.reposts import MIN_AGREEING, Sketch, is_repost, sketch_of

ARTICLES = 1_000
SEED = 20261123
SHARED = 0.4
MOSTLY = 0.6

_SENTENCE = re.compile(r"[^。！？\n]{12,}[。！？]")
_DIGITS = re.compile(r"\d+")
_SWAPS = (("一", "⼀"), ("最", "蕞"), ("工", "⼯"), ("大", "⼤"), ("，", ","), ("的", "的\u200b"))
_AROUND = (
    "来源是当地媒体，本站编辑整理发布，转载时请保留出处，如有不妥请与我们联系。",
    "扫描下方二维码加入招商交流群，每天第一时间获取园区与厂房的新鲜资讯。",
    "以上内容仅供参考，具体政策以主管部门发布的正式文件为准，本站不承担责任。",
    "如果您正在寻找合适的厂房、土地或写字楼，欢迎随时留言，专人为您免费对接。",
)


@dataclass
class Register:
    """Sketches by their marks, in memory: what the database does for the library."""

    sketches: list[Sketch] = field(default_factory=list)
    bearers: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, sketch: Sketch) -> list[int]:
        """File a sketch; the numbers of those that tell the same article."""
        counts = Counter(number for mark in sketch.marks for number in self.bearers[mark])
        found = [
            number
            for number, agreeing in counts.items()
            if agreeing >= MIN_AGREEING and is_repost(self.sketches[number], sketch)
        ]
        for mark in sketch.marks:
            self.bearers[mark].append(len(self.sketches))
        self.sketches.append(sketch)
        return found


def sentences() -> list[str]:
    """Every sentence of the written pages' bodies, once."""
    bodies = (marked.body for marked in marked_pages())
    return list(dict.fromkeys(line for body in bodies for line in _SENTENCE.findall(body)))


def article_of(pool: list[str], source: random.Random) -> list[str]:
    chosen = source.sample(pool, source.randint(14, 30))
    return [_DIGITS.sub(lambda found: _other(found[0], source), line) for line in chosen]


def _other(figure: str, source: random.Random) -> str:
    return "".join(source.choice("123456789") for _ in figure)


def reposts_of(article: list[str], source: random.Random) -> Iterator[list[str]]:
    around = source.sample(_AROUND, 2)
    share = source.uniform(0.2, 0.5)
    kept = max(1, round(len(article) * (1 - share)))
    scattered = [article[at] for at in sorted(source.sample(range(len(article)), kept))]
    yield [around[0], *article, around[1]]
    yield [*article[:kept], around[0]]
    yield scattered
    yield _respelled(article, source)
    yield [around[0], *_respelled(scattered, source)]


def _respelled(article: list[str], source: random.Random) -> list[str]:
    swaps = source.sample(_SWAPS, 4)
    lines = []
    for line in article:
        for written, meant in swaps:
            line = line.replace(written, meant)  # noqa: PLW2901
        lines.append(line)
    return lines


def _sharing(article: list[str], pool: list[str], source: random.Random) -> list[str]:
    """Another article that holds 40 % of this one's sentences, and is as long."""
    common = source.sample(article, round(len(article) * SHARED))
    others = article_of(pool, source)[: len(article) - len(common)]
    mixed = [*common, *others]
    source.shuffle(mixed)
    return mixed


def documents(pool: list[str]) -> list[tuple[int, list[str]]]:
    """Each article, its reposts under its number, and another that shares 40 % with it."""
    source, made = random.Random(SEED), []
    for number in range(ARTICLES):
        article = article_of(pool, source)
        made.append((number, article))
        made += [(number, lines) for lines in reposts_of(article, source)]
        made.append((ARTICLES + number, _sharing(article, pool, source)))
    return made


def suites(*, is_verbose: bool) -> list[Suite]:
    """Recall of reposts, wrongly joined pairs, and documents per CPU second as a note."""
    pool, reference = sentences(), tables.load()
    made = documents(pool)
    register, started = Register(), time.process_time()
    joined = [register.add(sketch_of("\n".join(lines), reference)) for _, lines in made]
    rate = len(made) / (time.process_time() - started)
    firsts = {number: at for at, (number, _) in reversed(list(enumerate(made)))}
    wanted = [at for at, (number, _) in enumerate(made) if firsts[number] < at]
    found = sum(firsts[made[at][0]] in joined[at] for at in wanted)
    wrong = sum(_is_wrong(made[at], made[other]) for at in range(len(made)) for other in joined[at])
    notes = (f"{len(made)} documents of {len(pool)} sentences, {rate:,.0f} a CPU second",)
    digest = digest_of([line.encode() for line in pool]) if pool else ""
    return [Suite("reposts", digest, {"recall": found / len(wanted)}, {"wrong": wrong}, notes)]


def _is_wrong(one: tuple[int, list[str]], other: tuple[int, list[str]]) -> bool:
    """Whether a joined pair is of two articles; a cut one may hold mostly what is shared."""
    if one[0] == other[0]:
        return False
    lines, others = ({_as_spelled(line) for line in lines} for _, lines in (one, other))
    shared = "".join(lines & others)
    return len(shared) < MOSTLY * min(len("".join(lines)), len("".join(others)))


def _as_spelled(line: str) -> str:
    """The line as it was before it was respelled."""
    for written, meant in _SWAPS:
        line = line.replace(meant, written)
    return line

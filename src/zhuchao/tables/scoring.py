"""Score schemes: rule packs whose nodes name one another, read into the values of core.scoring."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.scoring import Fixed, Given, Node, Scheme
from zhuchao.core.vocabulary.scoring import Better, Input, Kind, Level
from zhuchao.tables.entries import Entry, number_of
from zhuchao.tables.files import refuse_repeated
from zhuchao.tables.packs import HEADINGS, Pack
from zhuchao.tables.primitives import PRIMITIVES, Nodes

BODY = {"unit", "digits", "gaps", "input", "level", "node", "root"}
MOST_DIGITS = 6

Scope = Mapping[str, Input]


def scheme_of(pack: Pack) -> Scheme:
    """The pack as a scheme. Raises: BrokenTable, saying which part does not hold together."""
    name, body = f"{pack.kind}/{pack.key}", pack.body
    if strange := set(body) - BODY:
        raise BrokenTable(f"规则包 {name} 有不认识的内容：{'、'.join(sorted(strange))}")
    inputs = tuple(_input(Entry(name, each)) for each in body.get("input", []))
    levels = tuple(_level(Entry(name, each)) for each in body.get("level", []))
    _refuse_twice((each.key for each in inputs), name)
    refuse_repeated((each.key for each in levels), name)
    digits = body.get("digits", 2)
    if type(digits) is not int or not 0 <= digits <= MOST_DIGITS:
        raise BrokenTable(f"规则包 {name} 的 digits 须是 0 至 {MOST_DIGITS} 的整数")
    return Scheme(
        **{heading: getattr(pack, heading) for heading in HEADINGS},
        inputs=inputs,
        root=_root(name, body, {each.key: each for each in inputs}),
        levels=tuple(sorted(levels, key=lambda each: each.at_least, reverse=True)),
        unit=str(body.get("unit", "分")),
        digits=digits,
        gaps=str(body.get("gaps", "")),
    )


@dataclass
class _Builder:
    """Nodes by key as the pack writes them; ``used`` are those that were asked for."""

    name: str
    written: Mapping[str, Mapping[str, Any]]
    used: set[str] = field(default_factory=set)

    def node(self, told: object, scope: Scope, above: tuple[str, ...] = ()) -> Node:
        """The node that is meant: a number, an input of the scope, or a node of that key."""
        if not isinstance(told, str):
            points = number_of(told)
            if points is None:
                raise BrokenTable(f"规则包 {self.name}：“{told}”不是数，也不是输入或节点的 key")
            return Fixed(title=str(told), points=points)
        if told in scope:
            self.used.add(told)
            return Given(key=told, title=scope[told].title, input=scope[told])
        if told in above:
            raise BrokenTable(f"规则包 {self.name} 的节点循环引用：{' → '.join((*above, told))}")
        if told not in self.written:
            known = "、".join([*scope, *self.written])
            raise BrokenTable(f"规则包 {self.name} 用到未定义的“{told}”：已有的是 {known}")
        self.used.add(told)
        return self._made(Entry(self.name, self.written[told]), scope, (*above, told))

    def _made(self, entry: Entry, scope: Scope, above: tuple[str, ...]) -> Node:
        primitive = entry.text("primitive")
        if primitive not in PRIMITIVES:
            known = "、".join(PRIMITIVES)
            raise entry.broken(f"没有“{primitive}”这种算法：可用的是 {known}")

        def found(told: object, inner: Scope | None = None) -> Node:
            return self.node(told, scope if inner is None else inner, above)

        heading = {"key": entry.text("key"), "title": entry.text("title", "")}
        heading["source"] = entry.text("source", "")
        node = PRIMITIVES[primitive](entry, Nodes(found, scope, self.used), heading)
        entry.refuse_rest()
        return node


def _root(name: str, body: Mapping[str, Any], inputs: Scope) -> Node:
    entries = body.get("node", [])
    written = {str(each.get("key", "")): each for each in entries}
    _refuse_twice((*inputs, *(str(each.get("key", "")) for each in entries)), name)
    if str(body.get("root", "")) not in written:
        raise BrokenTable(f"规则包 {name} 的 root 须是一个节点的 key")
    builder = _Builder(name, written)
    root = builder.node(body["root"], inputs)
    if not root.title:
        raise BrokenTable(f"规则包 {name} 的 root 须写 title")
    if unused := [each for each in (*inputs, *written) if each not in builder.used]:
        raise BrokenTable(f"规则包 {name} 写了却没有用到：{'、'.join(unused)}")
    return root


def _input(entry: Entry) -> Input:
    read: dict[str, Callable[[str], Any]] = {
        "unit": lambda key: entry.text(key, ""),
        "hint": lambda key: entry.text(key, ""),
        "kind": lambda key: entry.one_of(key, Kind, Kind.NUMBER),
        "better": lambda key: entry.one_of(key, Better, Better.FIXED),
        "least": entry.number_or_none,
        "most": entry.number_or_none,
        "missing": entry.number_or_none,
        "step": lambda key: entry.number(key, Decimal(1)),
    }
    told = {key: reader(key) for key, reader in read.items()}
    if told["kind"] is Kind.FLAG:
        told |= {"least": Decimal(0), "most": Decimal(1)}
    inner = tuple(_input(Entry(entry.name, each)) for each in entry.listed("field"))
    made = Input(key=entry.text("key"), title=entry.text("title"), fields=inner, **told)
    entry.refuse_rest()
    _refuse_odd(entry, made)
    return made


def _refuse_odd(entry: Entry, made: Input) -> None:
    if made.step <= 0:
        raise entry.broken("step 须大于 0")
    if made.least is not None and made.most is not None and made.least > made.most:
        raise entry.broken("least 不能大于 most")
    if (made.kind is Kind.ITEMS) != bool(made.fields):
        raise entry.broken("items 须写 field，其余不写")
    if made.kind in (Kind.MARKS, Kind.ITEMS) and made.missing is not None:
        raise entry.broken("marks 和 items 没有 missing：缺了就是未知")
    outside = (
        made.least is not None and made.missing is not None and made.missing < made.least
    ) or (made.most is not None and made.missing is not None and made.missing > made.most)
    if outside:
        raise entry.broken("missing 须在 least 和 most 之间")


def _level(entry: Entry) -> Level:
    made = Level(entry.text("key"), entry.text("title"), entry.number("from"))
    entry.refuse_rest()
    return made


def _refuse_twice(keys: Any, name: str) -> None:
    told = list(keys)
    if "" in told:
        raise BrokenTable(f"规则包 {name} 有一项没有 key")
    refuse_repeated(told, name)

"""``zhuchao parse``: a message's fields with their state and the words they rest on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Message
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term
from zhuchao.faces.cli.printing import LEGEND, MARKS, as_json, one_line, table
from zhuchao.faces.cli.sources import message_text

if TYPE_CHECKING:
    from zhuchao.core.messages import Part

NOT_TOLD = "未写明"
SIDES = ("demand", "supply")


def add_message(parser: ArgumentParser) -> None:
    parser.add_argument("message", metavar="MESSAGE|-", help="消息原文，或 - 从标准输入读")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def parse_message(argument: str) -> Message:
    """The message of the command line or of standard input, parsed."""
    text = message_text(argument)
    from zhuchao import tables
    from zhuchao.core.messages import parse

    return parse(text, tables.load())


class ParseCommand:
    """Parses a message; never starts Django."""

    name = "parse"
    help = "读求租求购或招租消息，一条或多条：字段、出处和要问的话"

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_message(parser)
        told = "按需求（demand）或房源（supply）读"
        parser.add_argument("--as", dest="side", choices=SIDES, default="", help=told)

    def run(self, args: Namespace) -> int:
        text = message_text(args.message)
        from zhuchao import tables
        from zhuchao.core.messages import Part, parse_as, split
        from zhuchao.core.vocabulary.wire import message_to_json

        if args.side:
            parts: Sequence[Part] = [Part(text, (), parse_as(text, tables.load(), args.side))]
        else:
            parts = split(text, tables.load())
        if args.json:
            told = [message_to_json(part.message) for part in parts]
            print(as_json(told[0] if len(told) == 1 else told))
        else:
            print("\n".join(all_in_words(parts)))
        return 0


def all_in_words(parts: Sequence[Part]) -> Iterator[str]:
    """One message in words, or several with a line above each."""
    for number, part in enumerate(parts, start=1):
        if len(parts) > 1:
            who = f"　{one_line(part.sender)}" if part.sender else ""
            yield f"{'' if number == 1 else chr(10)}—— 第 {number} 条，共 {len(parts)} 条{who} ——"
        yield from in_words(part.message)


def in_words(message: Message) -> Iterator[str]:
    """The message as lines of Chinese text."""
    yield headline(message)
    missing = () if isinstance(message, Chatter) else message.missing
    is_demand = isinstance(message, Enquiry)
    rows = [_row(term, message.text, is_demand=is_demand) for term in message.terms]
    rows += [_missing_row(key) for key in missing]
    if rows:
        yield table(rows)
        yield f"\n{LEGEND}"
    for flag in message.flags:
        words = one_line(flag.span.of(message.text))
        yield f"\n不得公开“{words}”（{flag.label}）：{flag.reason}。依据：{flag.basis}"
    if not isinstance(message, Chatter) and message.ask_back:
        yield f"\n可以这样问：{one_line(message.ask_back)}"


def headline(message: Message) -> str:
    if isinstance(message, Chatter):
        return f"不是求租求购，也不是招租出售：{one_line(message.why)}"
    return "需求" if isinstance(message, Enquiry) else "房源"


def _row(term: Term, text: str, *, is_demand: bool) -> tuple[str, ...]:
    """Label, mark, stance, value, and the quoted words with the reason of an inference."""
    from zhuchao.faces.hand.terms import aside_of, floor_of, label_of, show_term

    read = term.read
    label = " ".join(part for part in (label_of(term.key), floor_of(term)) if part)
    stance = _stance(term) if is_demand else ""
    value = one_line(str(show_term(term))) if read.is_known else (read.why or NOT_TOLD)
    quoted = f"“{one_line(read.span.of(text))}”" if read.span else ""
    notes = [note for note in (read.why, aside_of(term)) if note] if read.is_known else []
    why = f"（{'；'.join(notes)}）" if notes else ""
    return label, MARKS[read.state], stance, value, quoted + why


def _stance(term: Term) -> str:
    """How firmly the demand means the term; empty for one that is no condition (a telephone)."""
    from zhuchao.faces.hand.terms import spec_of
    from zhuchao.faces.hand.words import word

    is_condition = spec_of(term.key).weight > 0 or term.stance is Stance.EXCLUDED
    return word("stance", term.stance).text if is_condition and term.read.is_known else ""


def _missing_row(key: FieldKey) -> tuple[str, ...]:
    from zhuchao.core.vocabulary.read import State
    from zhuchao.faces.hand.terms import label_of

    return label_of(key), MARKS[State.UNKNOWN], "", NOT_TOLD, ""

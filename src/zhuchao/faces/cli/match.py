"""``zhuchao match``: the offers that a message's enquiry finds, with the reasons."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.enquiry import Enquiry, Message
from zhuchao.core.vocabulary.match import Match, Reason, Verdict
from zhuchao.core.vocabulary.property import Property
from zhuchao.faces.cli.offers import offers_of
from zhuchao.faces.cli.parse import add_message, headline, parse_message
from zhuchao.faces.cli.printing import SIGNS, as_json, one_line

DEFAULT_LIMIT = 10


@dataclass(frozen=True, slots=True)
class MatchCommand:
    """Matches against a file of offers, or against the register, for which Django is started."""

    start_django: Callable[[], None]
    name: str = "match"
    help: str = "为一条需求找房源：理由、差一项的和要问的"

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_message(parser)
        parser.add_argument(
            "--limit", type=int, default=DEFAULT_LIMIT, metavar="N", help="最多几条"
        )
        parser.add_argument(
            "--offers", metavar="FILE.json", help="房源文件；不给即用登记的在架房源"
        )

    def run(self, args: Namespace) -> int:
        if args.limit < 1:
            raise Refused(f"--limit 须为正整数，不能是 {args.limit}")
        message = parse_message(args.message)
        if not isinstance(message, Enquiry):
            raise Refused(_why_not(message))
        offers = offers_of(args.offers) if args.offers else self._registered()
        from zhuchao import tables
        from zhuchao.core.matching import match

        found = match(message.terms, offers, tables.load(), limit=args.limit)
        print(_json(message, found) if args.json else "\n".join(in_words(message, found)))
        return 0

    def _registered(self) -> Sequence[Property]:
        self.start_django()
        from zhuchao.apps.people.viewer import SYSTEM
        from zhuchao.apps.properties.selectors import properties_on_offer

        return properties_on_offer(SYSTEM)


def _why_not(message: Message) -> str:
    kind = headline(message)
    return f"这条消息是{kind}，不是需求" if kind == "房源" else f"无法匹配：{kind}"


def _json(message: Enquiry, found: Sequence[Match]) -> str:
    from zhuchao.core.vocabulary.wire import match_to_json, message_to_json

    return as_json(
        {"enquiry": message_to_json(message), "matches": [match_to_json(one) for one in found]}
    )


def in_words(message: Enquiry, found: Sequence[Match]) -> Iterator[str]:
    """The matches as lines of Chinese text, best first."""
    from zhuchao.faces.hand.words import word

    if not found:
        yield "没有找到符合或只差一项的房源"
    for number, one in enumerate(found, 1):
        standing = word("standing", one.standing).text
        title = one_line(f"{one.offered.key} {one.offered.title}")
        yield f"{number}. [{standing}] {one.score:g} 分  {title}"
        yield from (_reason(reason) for reason in sorted(one.reasons, key=_decisive_first))
        yield ""
    if message.ask_back:
        yield f"可以这样问：{one_line(message.ask_back)}"


def _decisive_first(reason: Reason) -> int:
    return (Verdict.FAILS, Verdict.ASK, Verdict.MEETS).index(reason.verdict)


def _reason(reason: Reason) -> str:
    return f"   {SIGNS[reason.verdict]} {one_line(reason.sentence)}"

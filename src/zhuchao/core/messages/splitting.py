"""Many messages in one paste: a forwarded chat, a list of offers, rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zhuchao.core.errors import Unreadable
from zhuchao.core.messages import chats, pieces
from zhuchao.core.messages.parsing import MOST_CHARACTERS, TOO_LONG, parse
from zhuchao.core.messages.pieces import Piece
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Message, Offer
from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey

SIZES = frozenset({FieldKey.AREA, FieldKey.LAND_AREA})
# One of these beside a size shows that a line stands for itself, and is no part of a plant.
OWN = frozenset(
    {
        FieldKey.PLACE, FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.TOTAL_PRICE,
        FieldKey.LAND_PRICE, FieldKey.INTENT, FieldKey.TELEPHONE,
    }
)  # fmt: skip
MIN_FACTS = 3
SAMPLE = 20
MIN_MARKED = 2
MIN_SHARE = 0.6
MOST_PARTS = 300
CUTS = (
    pieces.rows, pieces.numbered, pieces.plots, pieces.blocks, pieces.labelled, pieces.lines,
    pieces.further,
)  # fmt: skip
TOO_MANY = f"这段文字里超过 {MOST_PARTS} 条消息：请分几次粘贴"


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a paste.

    ``text`` is put together from ``spans`` of the paste, in the order of the text: what all parts
    share (a head, a contact below the list) stands in each. ``sender`` is who said it in a
    forwarded chat, else "".
    """

    text: str
    spans: tuple[Span, ...]
    message: Message
    sender: str = ""


def split(text: str, tables: Tables) -> tuple[Part, ...]:
    """The messages of a paste in order; a paste that is one message is one part.

    A paste is taken apart only where at least two of its pieces tell a size of their own and
    something more; what is said once for all of them goes to each.

    Raises: Unreadable, for more than 100,000 characters or 300 messages.
    """
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(TOO_LONG)
    said = list(chats.utterances(text)) or [chats.Utterance("", (Span(0, len(text)),))]
    groups = [_of_utterance(text, each, tables) for each in said]
    parts = [part for part in _joined(text, groups, tables) if part.text.strip()]
    if not parts:
        return (Part(text, (Span(0, len(text)),), parse(text, tables)),)
    if len(parts) > MOST_PARTS:
        raise Unreadable(TOO_MANY)
    return tuple(parts)


def _of_utterance(text: str, said: chats.Utterance, tables: Tables) -> list[Part]:
    (span,) = said.spans
    listed = _items(span.of(text), tables)
    if not listed:
        return [_part(text, said.spans, said.sender, tables)]
    leaning = _leaning(_made(piece, tables) for piece in listed)
    return [
        replace(
            _made(piece, tables, leaning),
            sender=said.sender,
            spans=_moved(piece.spans, span.start),
        )
        for piece in listed
    ]


def _moved(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def _part(text: str, spans: tuple[Span, ...], sender: str, tables: Tables) -> Part:
    joined = "\n".join(span.of(text) for span in spans)
    return Part(joined, spans, parse(joined, tables), sender)


def _made(piece: Piece, tables: Tables, leaning: int = 0) -> Part:
    return Part(piece.text, piece.spans, parse(piece.text, tables, leaning=leaning))


def _items(text: str, tables: Tables) -> list[Piece]:
    """The pieces of a list with what they share; empty where the text is no list."""
    for cut in CUTS:
        found = cut(text)
        if len(found.items) > MOST_PARTS:
            # Whether it is a list shows from its beginning.
            if _settled(replace(found, items=found.items[:SAMPLE]), tables):
                raise Unreadable(TOO_MANY)
        elif len(found.items) > 1:
            items = _settled(found, tables)
            if items:
                return items
    return []


def _settled(found: pieces.Listed, tables: Tables) -> list[Piece]:
    """The items where enough of them stand for themselves; what does not goes with its neighbour.

    What stands above the first of them, and below the last, is shared by all.
    """
    messages = [parse(item.text, tables) for item in found.items]
    own = [at for at, each in enumerate(messages) if _stands_alone(each, found.is_marked)]
    sized = sum(bool(_tells(each) & SIZES) for each in messages)
    if len(own) < 2 or len(own) < MIN_SHARE * sized:
        return []
    head = [*found.head, *found.items[: own[0]]]
    last = found.items[own[-1] + 1 :]
    tail = [*(item for item in last), *found.tail]
    groups: list[list[Piece]] = []
    for at in range(own[0], own[-1] + 1):
        if at in own:
            groups.append([found.items[at]])
        else:
            groups[-1].append(found.items[at])
    return [pieces.joined([*head, *group, *tail]) for group in groups]


def _leaning(parts: Iterable[Part]) -> int:
    """Above zero where more of a list's items ask, below where more of them offer."""
    messages = [part.message for part in parts]
    asked = sum(isinstance(message, Enquiry) for message in messages)
    return asked - sum(isinstance(message, Offer) for message in messages)


def _tells(message: Message) -> frozenset[FieldKey]:
    """The fields told of the whole: what is told for one floor is no size of its own."""
    return frozenset(
        term.key
        for term in message.terms
        if not term.floor and not (term.key is FieldKey.INTENT and term.read.why)
    )


def _stands_alone(message: Message, is_marked: bool) -> bool:
    """Whether an item tells a size and more; a floor's size counts where a mark sets it off."""
    told = _tells(message)
    everything = frozenset(term.key for term in message.terms)
    if told & SIZES:
        return bool(told & OWN) or len(told) >= (MIN_MARKED if is_marked else MIN_FACTS)
    return is_marked and bool(everything & SIZES) and bool(everything & OWN)


def _joined(text: str, groups: Sequence[Sequence[Part]], tables: Tables) -> Iterator[Part]:
    """A demand that one person tells in several bubbles is one message; a list goes on in none."""
    kept: Part | None = None
    for group in groups:
        if kept is not None and len(group) == 1 and _goes_on(kept, group[0]):
            kept = _part(text, (*kept.spans, *group[0].spans), kept.sender, tables)
            continue
        if kept is not None:
            yield kept
        kept = group[0] if len(group) == 1 else None
        yield from group if len(group) > 1 else ()
    if kept is not None:
        yield kept


def _goes_on(before: Part, part: Part) -> bool:
    if not part.sender or part.sender != before.sender:
        return False
    told, more = _tells(before.message), _tells(part.message)
    is_aside = isinstance(part.message, Chatter) and not more
    return not is_aside and not (told & SIZES and more & SIZES)

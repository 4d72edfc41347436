"""From a text to an enquiry, an offer, or chatter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from zhuchao.core.compliance import flags
from zhuchao.core.errors import Unreadable
from zhuchao.core.messages.aligned import told_floor_by_floor
from zhuchao.core.messages.alike import clauses
from zhuchao.core.messages.aside_words import aside_words_of
from zhuchao.core.messages.asides import Aside, asides, courtesies, without
from zhuchao.core.messages.asking import ask_back, missing
from zhuchao.core.messages.blanks import with_stops
from zhuchao.core.messages.deriving import usual_intent
from zhuchao.core.messages.evidence import evidence, judged, wording
from zhuchao.core.messages.findings import Finding, to_term
from zhuchao.core.messages.gathering import Heard, findings_of, inside, outside
from zhuchao.core.messages.lexicon import Lexicon, lexicon_of
from zhuchao.core.messages.naming import company_in
from zhuchao.core.messages.sides import weigh
from zhuchao.core.messages.spoken import parted
from zhuchao.core.messages.tabular import told_row_by_row
from zhuchao.core.messages.tokens import Kind, tokenize
from zhuchao.core.messages.wordings import strength_of
from zhuchao.core.text.folding import INVISIBLE, Folded, fold
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Message, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Term, TradeRef

MOST_CHARACTERS = 100_000
TOO_LONG = "消息超过 10 万字：请只粘贴其中的需求或房源"
LABELLED = re.compile(r"\s*[^\s:：,，]{2,8}\s*[:：]")
QUESTION = re.compile(r"[吗?？]|请问|怎么|如何|是否|还是|多少钱|什么时候")
CONTACT = frozenset({FieldKey.PERSON, FieldKey.TELEPHONE})
_LATIN = re.compile("[A-Za-z]")
# Before a run, so that none is called as another feature is.
MARK = "="
PERSONAL = CONTACT | {FieldKey.RELATION, FieldKey.COMPANY}
CIRCUMSTANCES = PERSONAL | {FieldKey.PLACE, FieldKey.MOVE_IN, FieldKey.TERM}
# Of these one at least is told of a property.
PROPERTY = frozenset({FieldKey.KIND, FieldKey.LAYOUT, FieldKey.AREA, FieldKey.LAND_AREA})
# An offer that is asked about tells one of these.
SUBSTANCE = frozenset(
    {FieldKey.AREA, FieldKey.LAND_AREA, FieldKey.RENT, FieldKey.TOTAL_PRICE, FieldKey.SALE_PRICE}
)
LETTERS = re.compile("[A-Za-z]+")
WRITTEN = frozenset({FieldKey.PERSON, FieldKey.MOVE_IN})
TRADES = frozenset({FieldKey.TRADE, FieldKey.EXCLUDED_TRADE})
MIN_STORY = 3
BRIEF = 24
# So many fields without any word for a side are taken for an offer: offers are lists of facts.
OFFER_FROM_FIELDS = 3


# What a person says of a message.
Side = Literal["demand", "supply"]


class Told(NamedTuple):
    """What a text tells: its side, the findings, and the features by which its side was judged.

    ``other`` is how much it speaks of something else than premises, ``runs`` its wording.
    """

    side: str
    found: list[Finding]
    heard: Heard
    other: int
    shown: list[tuple[str, float]]
    runs: set[str]


def features(text: str, tables: Tables) -> dict[str, float]:
    """The features by which the side of a text is judged with their strengths; "=" marks runs."""
    folded = _told_by_rows(_simplified(text, tables))
    told = _told(folded.text, tables, 0)
    strength = strength_of(told.runs)
    return {**dict(told.shown), **{MARK + run: strength for run in told.runs}}


def parse(text: str, tables: Tables, *, leaning: int = 0) -> Message:
    """What a message asks for or offers.

    ``leaning`` is how a text that shows no side is taken: above zero as a demand, below as an
    offer, as the others of its list are. Terms stand in the order of the text, at most one a field
    and floor; every span quotes ``text``. A demand's stance is what was said, else the field's
    usual one.

    Raises: Unreadable, for more than 100,000 characters.
    Source: vocabulary and unit conventions after DOMAIN 4.1-4.6.
    """
    folded = _folded(text, tables)
    told = _told(folded.text, tables, leaning)
    if told.side != "neither":
        return _sided(text, told, folded, tables)
    kept = _kept_of_talk(told, folded.text)
    terms = _terms(text, kept, folded, tables, is_demand=True)
    return Chatter(text, terms, _why(told.found, text), flags(folded, tables.flag_rules))


def parse_as(text: str, tables: Tables, side: Side) -> Enquiry | Offer:
    """What a message asks for or offers that a person knows to do so, whatever its words say.

    Raises: Unreadable, for more than 100,000 characters.
    """
    folded = _folded(text, tables)
    return _sided(text, _told(folded.text, tables, 0, side), folded, tables)


def _folded(text: str, tables: Tables) -> Folded:
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(TOO_LONG)
    return _told_by_rows(_simplified(text, tables))


def _sided(text: str, told: Told, folded: Folded, tables: Tables) -> Enquiry | Offer:
    is_demand, found = told.side == "demand", told.found
    open_keys = missing(found, is_demand=is_demand)
    told_all = [*found, *usual_intent(found, is_demand=is_demand)]
    terms = _terms(text, told_all, folded, tables, is_demand=is_demand)
    sentence = ask_back(open_keys, is_demand=is_demand)
    flagged = flags(folded, tables.flag_rules)
    return (Enquiry if is_demand else Offer)(text, terms, open_keys, sentence, flagged)


def _told(text: str, tables: Tables, leaning: int, known: Side | None = None) -> Told:
    """What the text tells, heard again where it is of another side than its words first say."""
    written, text = text, with_stops(text)
    lexicon = lexicon_of(tables)
    aside = asides(text, written, aside_words_of(tables))
    heard = _heard(without(text, aside), lexicon, text)
    weighed = weigh(heard.text, heard.parts, lexicon, whole=text)
    balance = weighed.balance or leaning
    heard, found = _found(text, heard, aside, balance, tables)
    shown = [*evidence(heard.text, text, found, weighed, tables), *_doubts(found, balance, text)]
    runs = wording(heard, found, weighed)
    side = known or judged(shown, runs, tables, leaning=leaning)
    if side != "neither" and (side == "demand") is not (balance > 0):
        heard, found = _found(text, heard, aside, 1 if side == "demand" else -1, tables)
    is_about = known is not None or any(_is_about_property(each) for each in found)
    return Told(side if is_about else "neither", found, heard, weighed.other, shown, runs)


def _found(
    text: str, heard: Heard, aside: Sequence[Aside], balance: int, tables: Tables
) -> tuple[Heard, list[Finding]]:
    told = without(text, aside, balance)
    heard = _heard(told, lexicon_of(tables), text) if told != heard.text else heard
    return heard, findings_of(heard, tables, is_demand=balance > 0)


def _doubts(found: Sequence[Finding], balance: int, text: str) -> Iterator[tuple[str, float]]:
    """What speaks against either side: hardly a field, and an offer that is asked about."""
    facts = [each for each in found if each.key not in PERSONAL]
    if balance == 0 and len(facts) < OFFER_FROM_FIELDS:
        yield "sideless", 1.0
    is_asked = balance < 0 and QUESTION.search(text) is not None
    if is_asked and not any(each.key in SUBSTANCE for each in found):
        yield "asked_about", 1.0


def _kept_of_talk(told: Told, text: str) -> list[Finding]:
    """A few words, or a filled form, may be fields of something; a story tells of none."""
    is_brief = len(text.strip()) <= BRIEF and len(told.heard.parts) < MIN_STORY
    is_brief = is_brief and not QUESTION.search(text) and _is_told(told.found, told.heard)
    is_kept = not told.other and (is_brief or _is_filled_in(text))
    always = CONTACT if told.other else CONTACT | {FieldKey.COMPANY}
    return [each for each in told.found if is_kept or each.key in always]


def _heard(text: str, lexicon: Lexicon, whole: str) -> Heard:
    tokens, company = tokenize(text, lexicon), company_in(text)
    parts = clauses(text, outside(tokens, company), lexicon)
    return Heard(text, parts, company, inside(tokens, company), whole)


def _simplified(text: str, tables: Tables) -> Folded:
    """The text folded and in simplified characters; a radical may fold to a traditional one."""
    folded = fold(_translated(text, tables), tables.folding, tables.spellings)
    if folded.text == text:
        return folded
    simplified = _translated(folded.text, tables)
    return folded if simplified is folded.text else replace(folded, text=simplified)


def _translated(text: str, tables: Tables) -> str:
    # Most texts hold none of the characters; to see that is quicker than to translate.
    is_plain = lexicon_of(tables).traditional.isdisjoint(text)
    return text if is_plain else text.translate(tables.traditional)


def _told_by_rows(folded: Folded) -> Folded:
    """Without greetings, and with tables and lists of floors as lines that tell one each."""
    folded = parted(folded)
    greeted = courtesies(folded.text)
    plain = replace(folded, text=without(folded.text, greeted)) if greeted else folded
    return told_row_by_row(told_floor_by_floor(plain))


def _terms(
    text: str, found: Iterable[Finding], folded: Folded, tables: Tables, *, is_demand: bool
) -> tuple[Term, ...]:
    """In the order of the text, which that of its rows, told floor first, need not be."""
    read = (to_term(each, folded, tables, is_demand=is_demand) for each in found)
    terms = (_as_written(each, text) for each in read)
    return tuple(sorted(terms, key=lambda term: term.read.span.start if term.read.span else 0))


def _as_written(term: Term, text: str) -> Term:
    """Vivian, Q3: a name or moment in the letters that it is written in."""
    value, span = term.read.value, term.read.span
    if isinstance(value, tuple) and term.key in TRADES and span is not None:
        named = [each for each in value if isinstance(each, TradeRef)]
        refs = tuple(_in_its_letters(each, span.of(text)) for each in named)
        return term if refs == value else replace(term, read=replace(term.read, value=refs))
    if term.key not in WRITTEN or not isinstance(value, str) or span is None or value.isupper():
        return term
    seen = "".join(each for each in span.of(text) if each not in INVISIBLE)
    written = unicodedata.normalize("NFKC", seen)
    is_same = written != value and written.lower() == value
    return replace(term, read=replace(term.read, value=written)) if is_same else term


def _in_its_letters(ref: TradeRef, seen: str) -> TradeRef:
    """锂电pack: a trade in the letters that it is written in, however its characters are."""
    told = "".join(each for each in seen if each not in INVISIBLE)
    written = unicodedata.normalize("NFKC", told)

    def as_seen(letters: re.Match[str]) -> str:
        found = re.search(re.escape(letters[0]), written, re.IGNORECASE)
        return found[0] if found else letters[0]

    name = LETTERS.sub(as_seen, ref.name)
    return ref if name == ref.name else TradeRef(name, ref.code)


def _is_about_property(finding: Finding) -> bool:
    """Not where, when or for how much: these are told of an outing, too."""
    is_guess = finding.key in (FieldKey.RENT, FieldKey.INTENT) and bool(finding.why)
    return finding.key not in CIRCUMSTANCES and not is_guess


def _is_told(found: Iterable[Finding], heard: Heard) -> bool:
    """Whether most of a few words are fields, and not said about something: 昆山 厂房 3000平."""
    places = [(each.start, each.end) for each in found]
    for part in heard.parts:
        named = (t for t in part.tokens if t.kind is Kind.FLOOR or t.has("head"))
        places += [(token.start, token.end) for token in named]
    covered = {at for start, end in places for at in range(start, end)}
    written = [at for at, character in enumerate(heard.text) if character.isalnum()]
    return 2 * len(covered.intersection(written)) >= len(written)


def _is_filled_in(text: str) -> bool:
    """Most lines have a label of their own: a form that was filled in, whatever side it is of.

    Labels that stand again are of those who speak to each other.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    labels = [found[0].strip() for found in map(LABELLED.match, lines) if found]
    return len(set(labels)) == len(labels) > 1 and 2 * len(labels) > len(lines)


def _why(found: Sequence[Finding], text: str) -> str:
    if not text.strip():
        return "没有内容"
    if found and all(each.key in PERSONAL for each in found):
        return "只有联系方式，没有写明需求或房源"
    if found:
        return "没有看出是求租求购还是出租出售，请补充一句"
    return "没有读出需求或房源"

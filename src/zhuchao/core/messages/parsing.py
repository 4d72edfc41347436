"""From a text to an enquiry, an offer, or chatter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from zhuchao.core.compliance import flags
from zhuchao.core.errors import Unreadable
from zhuchao.core.messages.alike import clauses
from zhuchao.core.messages.asides import asides, without
from zhuchao.core.messages.asking import ask_back, missing
from zhuchao.core.messages.findings import Finding, to_term
from zhuchao.core.messages.gathering import Heard, findings_of, inside, outside
from zhuchao.core.messages.lexicon import Lexicon, lexicon_of
from zhuchao.core.messages.naming import company_in
from zhuchao.core.messages.sides import Weighed, weigh
from zhuchao.core.messages.tabular import told_row_by_row
from zhuchao.core.messages.tokens import Kind, tokenize
from zhuchao.core.text.folding import Folded, fold
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Message, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Term

MOST_CHARACTERS = 100_000
TOO_LONG = "消息超过 10 万字：请只粘贴其中的需求或房源"
LABELLED = re.compile(r"\s*[^\s:：,，]{2,8}\s*[:：]")
QUESTION = re.compile(r"[吗?？]|请问|怎么|如何|是否|还是|多少钱|什么时候")
CONTACT = frozenset({FieldKey.PERSON, FieldKey.TELEPHONE})
PERSONAL = CONTACT | {FieldKey.RELATION, FieldKey.COMPANY}
CIRCUMSTANCES = PERSONAL | {FieldKey.PLACE, FieldKey.MOVE_IN, FieldKey.TERM}
# Of these one at least is told of a property.
PROPERTY = frozenset({FieldKey.KIND, FieldKey.LAYOUT, FieldKey.AREA, FieldKey.LAND_AREA})
# An offer that is asked about tells one of these.
SUBSTANCE = frozenset(
    {FieldKey.AREA, FieldKey.LAND_AREA, FieldKey.RENT, FieldKey.TOTAL_PRICE, FieldKey.SALE_PRICE}
)
MIN_STORY = 3
BRIEF = 24
# So many fields without any word for a side are taken for an offer: offers are lists of facts.
OFFER_FROM_FIELDS = 3


def parse(text: str, tables: Tables, *, leaning: int = 0) -> Message:
    """What a message asks for or offers.

    ``leaning`` is how a text that shows no side is taken: above zero as a demand, below as an
    offer, as the others of its list are. Terms stand in the order of the text, at most one a field
    and floor; every span quotes ``text``. A demand's stance is what was said, else the field's
    usual one.

    Raises: Unreadable, for more than 100,000 characters.
    Source: vocabulary and unit conventions after DOMAIN 4.1-4.6.
    """
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(TOO_LONG)
    folded = told_row_by_row(_simplified(text, tables))
    flagged, lexicon = flags(folded, tables.flag_rules), lexicon_of(tables)
    aside = asides(folded.text)
    heard = _heard(without(folded.text, aside), lexicon)
    weighed = weigh(heard.text, heard.parts, lexicon, whole=folded.text)
    balance = weighed.balance or leaning
    told = without(folded.text, aside, balance)
    heard = _heard(told, lexicon) if told != heard.text else heard
    is_demand = balance > 0
    found = findings_of(heard, tables, is_demand=is_demand)
    if _is_talk(found, weighed, balance, folded.text):
        kept = _kept_of_talk(found, weighed, heard, folded.text)
        terms = _terms(kept, folded, tables, is_demand=True)
        return Chatter(text, terms, _why(found, text), flagged)
    open_keys = missing(found, is_demand=is_demand)
    terms = _terms(found, folded, tables, is_demand=is_demand)
    sentence = ask_back(open_keys, is_demand=is_demand)
    return (Enquiry if is_demand else Offer)(text, terms, open_keys, sentence, flagged)


def _is_talk(found: Sequence[Finding], weighed: Weighed, balance: int, text: str) -> bool:
    """Whether it is neither a demand nor an offer, whatever it tells by the way."""
    facts = [each for each in found if each.key not in PERSONAL]
    is_open = balance == 0 and len(facts) < OFFER_FROM_FIELDS
    is_asked = balance < 0 and QUESTION.search(text) is not None
    is_vague = is_asked and not any(each.key in SUBSTANCE for each in found)
    is_about = any(_is_about_property(each) for each in facts)
    return is_open or is_vague or weighed.is_other(found) or not is_about


def _kept_of_talk(
    found: Iterable[Finding], weighed: Weighed, heard: Heard, text: str
) -> list[Finding]:
    """A few words, or a filled form, may be fields of something; a story tells of none."""
    told = list(found)
    is_brief = len(text) <= BRIEF and len(heard.parts) < MIN_STORY
    is_brief = is_brief and not QUESTION.search(text) and _is_told(told, heard)
    is_kept = not weighed.other and (is_brief or _is_filled_in(text))
    always = CONTACT if weighed.other else CONTACT | {FieldKey.COMPANY}
    return [each for each in told if is_kept or each.key in always]


def _heard(text: str, lexicon: Lexicon) -> Heard:
    tokens, company = tokenize(text, lexicon), company_in(text)
    parts = clauses(text, outside(tokens, company), lexicon)
    return Heard(text, parts, company, inside(tokens, company))


def _simplified(text: str, tables: Tables) -> Folded:
    """The text folded and in simplified characters; a radical may fold to a traditional one."""
    folded = fold(text.translate(tables.traditional), tables.folding, tables.evasions)
    return replace(folded, text=folded.text.translate(tables.traditional))


def _terms(
    found: Iterable[Finding], folded: Folded, tables: Tables, *, is_demand: bool
) -> tuple[Term, ...]:
    """In the order of the text, which that of its rows, told floor first, need not be."""
    terms = (to_term(each, folded, tables, is_demand=is_demand) for each in found)
    return tuple(sorted(terms, key=lambda term: term.read.span.start if term.read.span else 0))


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
    """Most lines have a label: a form that was filled in, whatever side it is of."""
    lines = [line for line in text.split("\n") if line.strip()]
    return 2 * sum(LABELLED.match(line) is not None for line in lines) > len(lines)


def _why(found: Sequence[Finding], text: str) -> str:
    if not text.strip():
        return "没有内容"
    if found and all(each.key in PERSONAL for each in found):
        return "只有联系方式，没有写明需求或房源"
    if found:
        return "没有看出是求租求购还是出租出售，请补充一句"
    return "没有读出需求或房源"

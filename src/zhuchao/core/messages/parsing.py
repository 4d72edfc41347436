"""From a text to an enquiry, an offer, or chatter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from zhuchao.core.errors import Unreadable
from zhuchao.core.messages import naming, saying
from zhuchao.core.messages.asking import ask_back, missing
from zhuchao.core.messages.attaching import FLOOR_BY_FLOOR, attached
from zhuchao.core.messages.clauses import Clause, clauses
from zhuchao.core.messages.compliance import flags
from zhuchao.core.messages.deriving import derived
from zhuchao.core.messages.findings import Finding, merged, to_term
from zhuchao.core.messages.guessing import Memory, Situation
from zhuchao.core.messages.lexicon import lexicon_of
from zhuchao.core.messages.places import places
from zhuchao.core.messages.tabular import told_row_by_row
from zhuchao.core.messages.tokens import Kind, tokenize
from zhuchao.core.text.folding import fold
from zhuchao.core.text.numerals import parse_number
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Message, Offer
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Machines, Stance

MOST_CHARACTERS = 100_000
TOO_LONG = "消息超过 10 万字：请只粘贴其中的需求或房源"
STOREYS = re.compile(r"(?P<count>[二三四五六七八九十]|[2-9]|1\d)层(?=厂房|楼|标准|框架|仓|的)")
# Somebody sells a thing, or looks for hands.
GOODS = re.compile(r"二手|旧货|自提|废旧|招聘|招工|急招|诚聘|应聘|包吃|月薪|底薪")
# 你们有30亩的地吗 asks for it.
IS_THERE = re.compile(r"有[^,，。;；!！?？\n]{1,24}(?:吗|没有?|么)(?=$|[\s,，。;；!！?？\n])")
ASKED_WEIGHT = 3
LABELLED = re.compile(r"\s*[^\s:：,，]{2,8}\s*[:：]")
QUESTION = re.compile(r"[吗?？]|请问|怎么|如何|是否|多少钱|什么时候")
PERSONAL = frozenset({FieldKey.PERSON, FieldKey.TELEPHONE, FieldKey.RELATION, FieldKey.COMPANY})
CIRCUMSTANCES = PERSONAL | {FieldKey.PLACE, FieldKey.MOVE_IN, FieldKey.TERM}
# Of these one at least is told of a property.
PROPERTY = frozenset({FieldKey.KIND, FieldKey.LAYOUT, FieldKey.AREA, FieldKey.LAND_AREA})
MIN_STORY = 3
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
    folded = told_row_by_row(
        fold(text.translate(tables.traditional), tables.folding, tables.evasions)
    )
    flagged, lexicon = flags(folded, tables.flag_rules), lexicon_of(tables)
    parts = clauses(folded.text, tokenize(folded.text, lexicon), lexicon)
    sides = _sides(folded.text, parts)
    balance = sides["demand"] - sides["supply"] or leaning
    found = _findings(folded.text, parts, tables, is_demand=balance > 0)
    facts = [each for each in found if each.key not in PERSONAL]
    is_demand = balance > 0
    is_open = balance == 0 and len(facts) < OFFER_FROM_FIELDS
    is_other = sides["neither"] > max(sides["demand"], sides["supply"]) or (
        bool(GOODS.search(folded.text)) and not any(each.key in PROPERTY for each in facts)
    )
    if is_open or is_other or not any(_is_about_property(each) for each in facts):
        # A few words, or a filled form, may be fields of something; a story tells of none.
        is_brief = len(parts) < MIN_STORY and not QUESTION.search(folded.text)
        is_kept = not is_other and (is_brief or _is_filled_in(folded.text))
        told = [each for each in found if each.key in PERSONAL or is_kept]
        terms = tuple(to_term(each, folded, tables, is_demand=True) for each in told)
        return Chatter(text, terms, _why(found, text), flagged)
    open_keys = missing(found, is_demand=is_demand)
    terms = tuple(to_term(each, folded, tables, is_demand=is_demand) for each in found)
    sentence = ask_back(open_keys, is_demand=is_demand)
    return (Enquiry if is_demand else Offer)(text, terms, open_keys, sentence, flagged)


def _is_about_property(finding: Finding) -> bool:
    """Not where, when or for how much: these are told of an outing, too."""
    is_guess = finding.key in (FieldKey.RENT, FieldKey.INTENT) and bool(finding.why)
    return finding.key not in CIRCUMSTANCES and not is_guess


def _is_filled_in(text: str) -> bool:
    """Most lines have a label: a form that was filled in, whatever side it is of."""
    lines = [line for line in text.split("\n") if line.strip()]
    return 2 * sum(LABELLED.match(line) is not None for line in lines) > len(lines)


def _sides(text: str, parts: Iterable[Clause]) -> Counter[str]:
    """The strongest word for a demand, a supply or neither; of two as strong, all words decide."""
    asked = ASKED_WEIGHT if IS_THERE.search(text) else 0
    strongest, total = Counter({"demand": asked}), Counter({"demand": asked})
    said = (each for part in parts for token in part.words for each in token.lexemes)
    for each in said:
        if each.role == "side":
            side, _, weight = each.value.partition(":")
            strongest[side] = max(strongest[side], int(weight))
            total[side] += int(weight)
    is_even = strongest["demand"] == strongest["supply"]
    return total | Counter(neither=strongest["neither"]) if is_even else strongest


def _findings(
    text: str, parts: Sequence[Clause], tables: Tables, *, is_demand: bool
) -> list[Finding]:
    said = [saying.said(text, part, tables, is_demand=is_demand) for part in parts]
    situation = _situation([each for some in said for each in some], is_demand=is_demand)
    memory, found, below = Memory(), list[Finding](), ""
    floors = sum(token.kind is Kind.FLOOR for part in parts for token in part.tokens)
    for part, words in zip(parts, said, strict=True):
        here = [*attached(part, situation, memory), *words]
        if here:
            found += [_meant(_lies_on(each, below), part) for each in here]
        elif part.only_floor and floors == 1:
            found = [_on_floor(each, part.only_floor) for each in found]
            below = part.only_floor
        elif part.only_stance and is_demand:
            _restate(found, part)
    found += [
        *places(text, parts, tables),
        *naming.persons(text, parts),
        *saying.phrases(text, is_demand=is_demand),
    ]
    found += naming.companies(text)
    kept = _preferring_numbers(merged(found))
    return merged([*kept, *derived(kept, _storeys(text), is_demand=is_demand)])


def _situation(words: Iterable[Finding], *, is_demand: bool) -> Situation:
    values = {(each.key, each.value) for each in words if isinstance(each.value, str)}
    intents = [each.value for each in words if each.key is FieldKey.INTENT]
    return Situation(
        is_demand=is_demand,
        is_sale=bool(intents) and intents[0] in ("sale", "transfer"),
        is_land=(FieldKey.KIND, "land") in values,
        has_kind=any(key in (FieldKey.KIND, FieldKey.INTENT) for key, _ in values),
    )


def _meant(finding: Finding, part: Clause) -> Finding:
    stance = part.stance_at(finding.start)
    is_about_agents = finding.key is FieldKey.RELATION
    if stance is Stance.EXCLUDED and finding.key in (FieldKey.EXCLUDED_TRADE, FieldKey.TAX):
        return finding
    if is_about_agents and stance is not Stance.EXCLUDED:
        return finding
    return replace(finding, stance=stance) if stance is not None else finding


def _on_floor(finding: Finding, floor: str) -> Finding:
    """1000平,一楼: the only floor that is named is where the area lies."""
    return replace(finding, floor=floor) if finding.key is FieldKey.AREA else finding


def _lies_on(finding: Finding, floor: str) -> Finding:
    """二楼,层高5米: behind the only floor that is named, heights and loads are told of it."""
    is_told = floor and not finding.floor and finding.key in FLOOR_BY_FLOOR
    return replace(finding, floor=floor) if is_told else finding


def _restate(found: list[Finding], part: Clause) -> None:
    """A clause that only says how firmly the one before it was meant."""
    if found and found[-1].stance is None:
        found[-1] = replace(found[-1], stance=part.stance)


def _preferring_numbers(found: list[Finding]) -> list[Finding]:
    """A machine that is only named gives way where its figures are told for a floor."""
    told = {each.key for each in found if each.value != Machines(None, None)}
    return [each for each in found if each.value != Machines(None, None) or each.key not in told]


def _storeys(text: str) -> int | None:
    found = STOREYS.search(text)
    number = parse_number(found["count"]) if found else None
    return int(number) if number else None


def _why(found: Sequence[Finding], text: str) -> str:
    if not text.strip():
        return "没有内容"
    if found and all(each.key in PERSONAL for each in found):
        return "只有联系方式，没有写明需求或房源"
    if found:
        return "没有看出是求租求购还是出租出售，请补充一句"
    return "没有读出需求或房源"

"""Firms that were found to be one: their head, their members, and the lock on all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from zhuchao import tables as reference
from zhuchao.apps.parties.models import Company, CompanyName
from zhuchao.core.text import companies
from zhuchao.core.vocabulary.claim import Firm

if TYPE_CHECKING:
    from django.db.models import QuerySet

HEAD = Coalesce(F("head_id"), F("pk"))


@dataclass(frozen=True, slots=True)
class Family:
    """A firm under every row that it has; ``head_id`` is the row that stands for all."""

    head_id: int
    member_ids: frozenset[int]


def family_of(company_id: int) -> Family:
    """The family as it is now; a firm that was never merged is one of its own."""
    head_id = _head_of(company_id)
    members = Company.objects.filter(head_id=head_id).values_list("pk", flat=True)
    return Family(head_id, frozenset({head_id, *members}))


def lock_family(company_id: int) -> Family:
    """The family, kept from merging and from other claims until the transaction ends."""
    head_id = _head_of(company_id)
    while True:
        Company.objects.select_for_update(of=("self",)).get(pk=head_id)
        now = _head_of(company_id)
        if now == head_id:
            return family_of(company_id)
        # It was merged while the lock was waited for: the row above is the one to hold.
        head_id = now


def _head_of(company_id: int) -> int:
    found = Company.objects.filter(pk=company_id).values_list("head_id", flat=True).first()
    return company_id if found is None else found


def firm_of(name: str, credit_code: str = "") -> Firm:
    """A firm as it is asked for. Raises: Refused, for a credit code that is none."""
    codes, names = {companies.credit_code(credit_code)}, {companies.normal_name(name)}
    return Firm(_told(codes), _told(names))


def like(organisation_id: int, firm: Firm) -> dict[int, Firm]:
    """The firms of the organisation that share a code, a name or their own word, by head."""
    keys = {_key(name) for name in firm.names}
    mine = Company.objects.filter(organisation_id=organisation_id)
    found = mine.filter(
        Q(credit_code__in=firm.codes)
        | Q(normal_name__in=firm.names)
        | Q(names__normal_name__in=firm.names)
        | Q(names__key__in=keys)
    )
    heads = set(found.annotate(of=HEAD).values_list("of", flat=True))
    return _firms(mine.filter(Q(pk__in=heads) | Q(head_id__in=heads)))


def _firms(found: QuerySet[Company]) -> dict[int, Firm]:
    codes: dict[int, set[str]] = defaultdict(set)
    names: dict[int, set[str]] = defaultdict(set)
    heads: dict[int, int] = {}
    told = found.annotate(of=HEAD).values_list("pk", "of", "normal_name", "credit_code")
    for pk, head_id, normal, code in told:
        heads[pk] = head_id
        codes[head_id].add(code)
        names[head_id].add(normal)
    aliases = CompanyName.objects.filter(company_id__in=heads)
    for pk, normal in aliases.values_list("company_id", "normal_name"):
        names[heads[pk]].add(normal)
    return {head: Firm(_told(codes[head]), _told(names[head])) for head in set(heads.values())}


def _key(name: str) -> str:
    return companies.name_key(name, reference.company_words())


def _told(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words) - {""}

"""The visitor's form as terms: a filled field wins, a guess from it does not."""

from zhuchao.apps.enquiries.mapping import EnquiryForm, original_of, terms_of, text_of
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, PlaceRef, Stance, Term

DEMAND = "求租昆山单层厂房，2000平，层高8米起"


def by_key(terms: tuple[Term, ...]) -> dict[FieldKey, Term]:
    return {term.key: term for term in terms}


def test_without_fields_the_demand_speaks(tables: Tables) -> None:
    form = EnquiryForm(DEMAND, "13800000001")

    assert text_of(form) == DEMAND
    assert by_key(terms_of(form, tables))[FieldKey.AREA].read.value == Amount(2000, 2000)


def test_a_filled_field_wins_over_the_demand(tables: Tables) -> None:
    form = EnquiryForm(DEMAND, "13800000001", area="3000-4000㎡", place="溧阳", tax="300万")

    terms = by_key(terms_of(form, tables))

    assert terms[FieldKey.AREA].read.value == Amount(3000, 4000)
    assert terms[FieldKey.PLACE].read.value == (PlaceRef("溧阳", "320481"),)
    assert terms[FieldKey.TAX].read.value == Amount(3_000_000, 3_000_000, per="year")
    assert FieldKey.HEIGHT in terms
    assert len(terms) == len(terms_of(form, tables))


def test_spans_quote_the_joined_text(tables: Tables) -> None:
    form = EnquiryForm(DEMAND, "13800000001", area="3000㎡", place="溧阳")
    text = text_of(form)

    quotes = {
        term.key: term.read.span.of(text) for term in terms_of(form, tables) if term.read.span
    }

    assert text == f"{DEMAND}\n面积：3000㎡\n地点：溧阳"
    assert (quotes[FieldKey.AREA], quotes[FieldKey.PLACE]) == ("3000㎡", "溧阳")
    assert quotes[FieldKey.KIND].endswith("厂房")


def test_a_guess_from_a_field_gives_way_to_the_demand(tables: Tables) -> None:
    form = EnquiryForm("求租厂房", "13800000001", area="20亩")

    terms = by_key(terms_of(form, tables))

    assert terms[FieldKey.KIND].read.value == "factory"
    assert FieldKey.LAND_AREA in terms


def test_a_guess_from_a_field_counts_where_the_demand_is_silent(tables: Tables) -> None:
    form = EnquiryForm("想找块地方", "13800000001", area="20亩")

    assert by_key(terms_of(form, tables))[FieldKey.KIND].read.value == "land"


def test_a_field_is_meant_as_a_demand_means_it(tables: Tables) -> None:
    form = EnquiryForm("求租", "13800000001", purpose="仓储", tax="每年100万")

    terms = by_key(terms_of(form, tables))

    assert terms[FieldKey.TAX].stance is Stance(tables.fields[FieldKey.TAX].default_stance)


def test_the_original_holds_everything() -> None:
    form = EnquiryForm(DEMAND, "13800000001", company="甲公司", person="王小明", place="溧阳")

    assert original_of(form) == (
        f"{DEMAND}\n地点：溧阳\n公司：甲公司\n联系人：王小明\n手机号：13800000001"
    )

"""Loading: what the tables hold, and that a broken one is refused."""

from pathlib import Path
from shutil import copytree

import pytest

from zhuchao import tables as reference
from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.tables.files import HOME, Folder, refuse_orphans, refuse_repeated
from zhuchao.tables.loading import count_months_by, load, load_from


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(HOME, tmp_path / "tables", ignore=lambda *_: ["__pycache__"])


def test_loading_twice_gives_the_same_tables() -> None:
    assert reference.load() is reference.load()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("溧阳", ("320481",)),
        ("溧阳市", ("320481",)),
        ("江苏", ("320000",)),
        ("金坛市", ("320413",)),
        ("吴江市", ("320509",)),
        ("朝阳区", ("110105", "220104")),
    ],
)
def test_a_division_is_found_by_its_names(
    tables: Tables, name: str, codes: tuple[str, ...]
) -> None:
    assert set(codes) <= set(tables.regions_by_name[name])


@pytest.mark.parametrize("name", ["市区", "市郊区", "安县"])
def test_a_former_name_that_says_little_is_no_place(tables: Tables, name: str) -> None:
    assert name not in tables.regions_by_name


def test_a_county_hangs_below_its_city_and_province(tables: Tables) -> None:
    liyang = tables.regions["320481"]

    assert liyang.level == "county"
    assert tables.regions[liyang.parent_code].name == "常州市"
    assert tables.regions[tables.regions[liyang.parent_code].parent_code].name == "江苏省"


def test_evasions_that_mean_themselves_are_left_alone(tables: Tables) -> None:
    assert tables.evasions["蕞"] == "最"
    assert not {"醉", "D1", "第1", "zui"} & set(tables.evasions)


def test_folding_restores_radicals(tables: Tables) -> None:
    assert (tables.folding["⻓"], tables.folding["⼀"]) == ("长", "一")


def test_industries_are_found_by_code(tables: Tables) -> None:
    assert tables.industries["C"] == "制造业"


def test_a_changed_table_is_refused(folder: Path) -> None:
    with (folder / "regions.csv").open("a", encoding="utf-8") as file:
        file.write("999999,某地,county,320400,某地,320000,某地\n")

    with pytest.raises(BrokenTable, match=r"regions\.csv 与登记的校验值不符"):
        load_from(Folder(folder))


def test_a_missing_table_is_refused(folder: Path) -> None:
    (folder / "industries.csv").unlink()

    with pytest.raises(BrokenTable, match=r"缺少参照表 industries\.csv"):
        load_from(Folder(folder))


def test_a_field_without_definition_is_refused(folder: Path) -> None:
    fields = folder / "fields.toml"
    fields.write_text(fields.read_text("utf-8").replace("[height]", "[hight]"), "utf-8")

    with pytest.raises(BrokenTable, match="height、hight"):
        load_from(Folder(folder))


def test_an_area_of_unknown_divisions_is_refused(folder: Path) -> None:
    with (folder / "messages" / "areas.csv").open("a", encoding="utf-8") as file:
        file.write("某湾区,999999\n")

    with pytest.raises(BrokenTable, match="某湾区"):
        load_from(Folder(folder))


def test_a_quarter_of_an_unknown_division_is_refused(folder: Path) -> None:
    with (folder / "messages" / "quarters.csv").open("a", encoding="utf-8") as file:
        file.write("999999,光谷\n")

    with pytest.raises(BrokenTable, match="999999"):
        load_from(Folder(folder))


@pytest.mark.parametrize(
    ("name", "code"), [("千灯", "320583"), ("光谷", "420100"), ("李哥庄", "370281")]
)
def test_a_town_is_found_with_the_division_around_it(tables: Tables, name: str, code: str) -> None:
    assert code in tables.towns_by_name[name]


def test_codes_stand_once_and_parents_resolve() -> None:
    with pytest.raises(BrokenTable, match="A 重复"):
        refuse_repeated(["A", "B", "A"], "t.csv")
    with pytest.raises(BrokenTable, match="A 的上级 C 不存在"):
        refuse_orphans({"A": "C", "B": ""}, "t.csv")


def test_every_field_is_defined(tables: Tables) -> None:
    forms = {"amount", "machines", "choice", "choices", "places", "trades", "flag", "text"}
    specs = [tables.fields[key] for key in FieldKey]

    assert {spec.form for spec in specs} <= forms
    assert {spec.default_stance for spec in specs} == {"hard", "soft"}
    assert all(spec.label and spec.weight >= 0 for spec in specs)
    assert all(spec.choices for spec in specs if spec.form in {"choice", "flag"})
    assert len({spec.label for spec in specs}) == len(specs)


def test_the_month_of_the_settings_is_in_the_tables() -> None:
    try:
        count_months_by("365/12")
        assert load().month.name == "365/12"
    finally:
        count_months_by("30")
    assert load().month.days == 30

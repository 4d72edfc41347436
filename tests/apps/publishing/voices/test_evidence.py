"""Files that come with a takedown: which may, who opens them, and that it is recorded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.apps.publishing.voices.conftest import ASKED, House, sent
from tests.pictures import photograph

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import evidence, selectors, services
from zhuchao.apps.publishing.models import Takedown, TakedownFile
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.ground import audit

PDF = b"%PDF-1.7\nlicence"
PHOTO = photograph((40, 20))


def ask(house: House, *attached: services.Attached, key: str = "", **told: str) -> Takedown:
    asked = replace(ASKED, **told)
    return services.ask_takedown(
        PUBLIC, house.article.pk, asked=asked, sent=sent(key), attached=attached
    )


def test_files_are_kept_beside_it_and_opened_on_record(house: House, home: Path) -> None:
    made = ask(house, services.Attached("登记证书.pdf", PDF), services.Attached("现场.jpg", PHOTO))

    kept = list(selectors.files_of(house.editor, made))
    assert [(each.name, each.kind, each.size) for each in kept] == [
        ("登记证书.pdf", "pdf", len(PDF)),
        ("现场.jpg", "jpg", len(PHOTO)),
    ]
    opened = services.open_evidence(house.editor, made.pk, kept[0].pk)

    assert (opened.content, opened.media_type) == (PDF, "application/pdf")
    assert "open_evidence" in {each.act for each in audit.about("voice", made.pk)}
    step = selectors.steps_of(PUBLIC, made)[0]
    assert step.note == "附文件 2 个"
    assert not [file for file in home.rglob("*") if file.is_file() and PDF in file.read_bytes()]


def test_who_may_not_see_the_asker_opens_no_file(house: House) -> None:
    made = ask(house, services.Attached("证书.pdf", PDF))
    kept = made.files.get()

    for viewer in (PUBLIC, house.officer):
        with pytest.raises(NotAllowed):
            services.open_evidence(viewer, made.pk, kept.pk)
    with pytest.raises(NotFound):
        services.open_evidence(house.stranger, made.pk, kept.pk)


def test_a_file_of_another_takedown_is_not_opened(house: House) -> None:
    first = ask(house, services.Attached("证书.pdf", PDF), ground="copyright")
    second = ask(house, ground="copyright")

    with pytest.raises(NotFound, match="没有这个附件"):
        services.open_evidence(house.editor, second.pk, first.files.get().pk)


def test_the_same_form_keeps_its_files_once(house: House) -> None:
    attached = services.Attached("证书.pdf", PDF)

    assert ask(house, attached, key="k") == ask(house, attached, key="k")
    assert TakedownFile.objects.count() == 1


@pytest.mark.parametrize(
    ("attached", "said"),
    [
        ([("脚本.pdf", b"<html><script>")], "“脚本.pdf”不是能打开的文件类型：请用 PDF 或照片"),
        ([("程序.jpg", b"MZ\x90\x00")], "“程序.jpg”不是能打开的文件类型"),
        ([("声音.webp", b"RIFF\x00\x00\x00\x00WAVE")], "“声音.webp”不是能打开"),
        ([("空.pdf", b"")], "“空.pdf”是空文件"),
        ([("大.pdf", PDF + bytes(evidence.LARGEST_BYTES))], "“大.pdf”超过 10 MB"),
        ([(f"{number}.pdf", PDF) for number in range(6)], "最多附 5 个文件，您选了 6 个"),
        ([(f"{number}.pdf", PDF + bytes(9_000_000)) for number in range(4)], "合起来超过 30 MB"),
    ],
)
def test_what_may_not_be_attached_is_named(
    house: House, attached: list[tuple[str, bytes]], said: str
) -> None:
    with pytest.raises(Refused, match=said):
        ask(house, *(services.Attached(name, content) for name, content in attached))

    assert not Takedown.objects.exists()
    assert not TakedownFile.objects.exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/证书.pdf", "证书.pdf"),
        ("C:\\文件\\证书.pdf", "证书.pdf"),
        ("证\n书\u202e.pdf", "证书.pdf"),
        ("", "附件"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_a_name_tells_no_folder_and_nothing_hidden(name: str, shown: str) -> None:
    assert evidence.shown_name(name) == shown

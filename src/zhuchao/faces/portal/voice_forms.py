"""What a reader types about a page: a comment, a correction, a wish that it be taken down."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, ClassVar
from uuid import uuid4

from django import forms

from zhuchao.apps.publishing.evidence import (
    LARGEST_BYTES,
    LARGEST_TOGETHER_BYTES,
    MEGABYTE,
    MOST_FILES,
    refuse_unfit,
)
from zhuchao.apps.publishing.services import Asked, Attached, Suggested, Words
from zhuchao.core.errors import Refused
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.words import choices
from zhuchao.faces.portal import entries
from zhuchao.tables.voices import takedown_grounds

URL_PROBLEM = "这不像一个网址：请从浏览器的地址栏复制，以 http 开头。"


def _line(label: str, most: int, help_text: str = "", **told: Any) -> TextField:
    attributes = {"class": "input"} | told.pop("attrs", {})
    return TextField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.TextInput(attrs=attributes),
        **told,
    )


def _text(label: str, most: int, help_text: str = "", *, rows: int = 4, **told: Any) -> TextField:
    widget = forms.Textarea(attrs={"class": "textarea", "rows": rows})
    return TextField(label=label, help_text=help_text, max_length=most, widget=widget, **told)


class FilesInput(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files as they were sent; one that is too large is not read."""

    def __init__(self, **told: Any) -> None:
        attributes = {"class": "input", "accept": ".pdf,.jpg,.jpeg,.png,.webp", "multiple": True}
        super().__init__(widget=FilesInput(attrs=attributes), **told)

    def clean(self, value: Any, initial: Any = None) -> list[Attached]:
        given = [each for each in value or [] if each]
        if large := [each.name for each in given if each.size > LARGEST_BYTES]:
            most = LARGEST_BYTES // MEGABYTE
            raise forms.ValidationError(f"“{large[0]}”超过 {most} MB：请压缩或分成几个文件。")
        if len(given) > MOST_FILES:
            raise forms.ValidationError(f"最多附 {MOST_FILES} 个文件：请合并或减少。")
        attached = [Attached(each.name, each.read()) for each in given]
        try:
            refuse_unfit(attached)
        except Refused as refusal:
            raise forms.ValidationError(refusal.sentence) from None
        return attached


class VoiceForm(forms.Form):
    """A form with a trap for machines and a key, by which it is received once."""

    # Nobody sees it; who fills it in is a machine.
    website = TextField(label="请留空", required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    SHOWN: ClassVar[tuple[str, ...]] = ()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("website"):
            raise forms.ValidationError("提交没有成功：请清空隐藏的“请留空”一栏后再试。")
        if "key" in self.errors:  # hidden: its own error would be shown nowhere
            raise forms.ValidationError("提交编号有误，已经换了新的：请再提交一次。")
        return cleaned

    def shown(self) -> list[Any]:
        """The fields that a reader fills in, in order."""
        return [self[name] for name in self.SHOWN]

    def renew_key(self) -> None:
        """Keep all that was typed, with a key where it has none that can be read."""
        told = {name: self.data.get(name, "") for name in self.fields if name in self.data}
        if not self.cleaned_data.get("key"):
            told["key"] = str(uuid4())
        self.data = told

    def columns(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.SHOWN}

    def idempotency_key(self) -> str:
        """The same form sent again is the same voice; with other words it is not."""
        content = "\x1f".join(str(self.cleaned_data[name]) for name in self.SHOWN)
        key = self.cleaned_data["key"] or uuid4()
        return f"{key}:{sha256(content.encode()).hexdigest()[:16]}"


class CommentForm(VoiceForm):
    """Name or nickname, text, consent."""

    name = _line(
        "称呼",
        20,
        "真名或昵称都可以，和评论一起展示。",
        attrs={"autocomplete": "nickname"},
        error_messages={"required": "请写一个称呼，昵称也可以。"},
    )
    text = _text(
        "评论",
        1000,
        "请不要写电话、微信和广告。",
        error_messages={"required": "请写下您的评论。"},
    )
    consent = forms.BooleanField(
        label="同意公开展示称呼和评论",
        help_text="编辑看过后才展示；不留电话，不记录您的身份。",
        error_messages={"required": "需要您勾选同意，才能提交。"},
    )

    SHOWN: ClassVar = ("name", "text")

    def words(self) -> Words:
        return Words(**self.columns())


class CorrectionForm(VoiceForm):
    """The passage, what is wrong, what it should be, the source."""

    passage = _text(
        "原文",
        1000,
        "从文章里复制有错的那一句，或者在下面点选一段。",
        rows=3,
        error_messages={"required": "请写明是哪一句。"},
    )
    wrong = _line(
        "哪里不对",
        500,
        "例如：投资额写错了。",
        error_messages={"required": "请写明哪里不对。"},
    )
    right = _text("应该是", 1000, rows=2, required=False)
    source = _line("依据", 500, "网址、文件名或您的身份，方便编辑核对。", required=False)

    SHOWN: ClassVar = ("passage", "wrong", "right", "source")

    def suggested(self) -> Suggested:
        return Suggested(**self.columns())


class TakedownForm(VoiceForm):
    """Who asks, as what, why, for which part, by what evidence, and how to reach them."""

    asks_as = forms.ChoiceField(
        label="您的身份",
        choices=[("", "请选择"), *choices("asks_as")],
        widget=forms.Select(attrs={"class": "select"}),
        error_messages={"required": "请选择您的身份。", "invalid_choice": "请选择您的身份。"},
    )
    ground = forms.ChoiceField(
        label="理由",
        choices=[(each.key, each.name) for each in takedown_grounds()],
        widget=forms.RadioSelect,
        error_messages={"required": "请选一个理由。", "invalid_choice": "请选一个理由。"},
    )
    part = _text("涉及哪一部分", 1000, "复制有关的文字；涉及全文就不用填。", rows=2, required=False)
    told = _text(
        "说明",
        3000,
        "写明事实和要求，例如：图片是我 2025 年拍摄的，没有许可过转载。",
        error_messages={"required": "请写明理由。"},
    )
    evidence = forms.URLField(
        label="证据网址",
        help_text="作品首发页、登记证书、文书公开页等；没有网址的，可以在下面附文件。",
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"class": "input", "inputmode": "url"}),
        error_messages={"invalid": URL_PROBLEM},
    )
    proofs = FilesField(
        label="证据文件",
        help_text=f"PDF 或照片，最多 {MOST_FILES} 个，每个不超过 {LARGEST_BYTES // MEGABYTE} MB，"
        f"合起来不超过 {LARGEST_TOGETHER_BYTES // MEGABYTE} MB；只有办理的编辑能打开。",
        required=False,
    )
    name = _line(
        "姓名或单位",
        60,
        attrs={"autocomplete": "name"},
        error_messages={"required": "请填写姓名或单位。"},
    )
    telephone = _line(
        "电话",
        40,
        "办理中联系您；以后凭受理号和它的最后 4 位查询进度。",
        attrs={"inputmode": "tel", "autocomplete": "tel"},
        error_messages={"required": "请填写电话，否则无法核实和答复。"},
    )
    email = forms.EmailField(
        label="电子邮箱",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"class": "input", "inputmode": "email"}),
        error_messages={"invalid": "这不像一个邮箱地址，例如 name@example.com。"},
    )
    consent = forms.BooleanField(
        label="同意将以上信息用于办理本次申请，并保证所述属实",
        help_text="姓名和联系方式加密保存，只有办理的编辑能看，不公开。",
        error_messages={"required": "需要您勾选同意，才能受理。"},
    )

    SHOWN: ClassVar = (
        "asks_as", "ground", "part", "told", "evidence", "name", "telephone", "email",
    )  # fmt: skip

    def grounds(self) -> list[tuple[Any, Any]]:
        """Each choice of the ground with what it means."""
        return list(zip(self["ground"], takedown_grounds(), strict=True))

    def clean_telephone(self) -> str:
        number = entries.telephone_of(self.cleaned_data["telephone"])
        if not number:
            raise forms.ValidationError("这不像一个电话号码：请填写 11 位手机号，或带区号的座机。")
        return number

    def asked(self) -> Asked:
        return Asked(**self.columns())

    def attached(self) -> list[Attached]:
        """The files that were sent with it."""
        return list(self.cleaned_data["proofs"])

    def idempotency_key(self) -> str:
        marks = (sha256(each.content).hexdigest() for each in self.attached())
        told = "\x1f".join(marks)
        return super().idempotency_key() + (sha256(told.encode()).hexdigest()[:8] if told else "")

    def lost_files(self) -> bool:
        """Whether files were chosen that a browser does not choose again by itself."""
        return bool(self.files) and bool(self.errors)


class FollowForm(forms.Form):
    """A receipt's number, and for what tells more than a comment the telephone's last digits."""

    number = _line(
        "受理号",
        30,
        "例如 C-7K2M-9QXR，大小写、横线都不讲究。",
        attrs={"autocomplete": "off", "autocapitalize": "characters"},
        error_messages={"required": "请填写受理号。"},
    )
    digits = _line(
        "手机号后四位",
        11,
        "需求和撤稿申请填所留电话的；评论和勘误不用填。",
        required=False,
        attrs={"inputmode": "numeric", "autocomplete": "off"},
    )

"""What an officer types about a watched source: its address, name and interval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from zhuchao.core.reading.addresses import canonical
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from django.http import QueryDict

    from zhuchao.apps.library.models import WatchedSource

MOST_OF_A_NAME = 100
MOST_OF_AN_ADDRESS = 2000
NO_ADDRESS = "这不是网址：请从浏览器的地址栏复制，例如 https://www.example.cn/news/"
INPUT = {"class": "input", "autocomplete": "off"}


def _name(**more: Any) -> TextField:
    widget = forms.TextInput(attrs=INPUT)
    return TextField(label="名称", max_length=MOST_OF_A_NAME, widget=widget, **more)


def _interval() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="多久访问一次",
        coerce=int,
        choices=choices("every"),
        error_messages={"required": "请选择间隔。", "invalid_choice": "没有这种间隔，请重新选择。"},
        widget=forms.Select(attrs={"class": "select"}),
    )


class WatchForm(forms.Form):
    """A source to watch; an address may be typed without its http://."""

    address = TextField(
        label="网址",
        help_text="文章列表页、RSS/Atom 订阅或站点地图的网址；系统自动识别是哪一种。",
        max_length=MOST_OF_AN_ADDRESS,
        error_messages={"required": "请填写网址。"},
        widget=forms.TextInput(attrs=INPUT | {"inputmode": "url", "spellcheck": "false"}),
    )
    name = _name(required=False, help_text="不填时用网站的域名。")
    every_minutes = _interval()

    def clean_address(self) -> str:
        written: str = self.cleaned_data["address"]
        whole = written if "://" in written else f"http://{written}"
        found = canonical(whole)
        if found is None or "." not in found:
            raise forms.ValidationError(NO_ADDRESS)
        return found


class SourceForm(forms.Form):
    """The name and the interval of a source that is watched."""

    name = _name(error_messages={"required": "请填写名称。"})
    every_minutes = _interval()

    def __init__(self, posted: QueryDict | None = None, *, source: WatchedSource) -> None:
        initial = {"name": source.name, "every_minutes": source.every_minutes}
        super().__init__(posted, initial=initial)
        known = choices("every")
        if str(source.every_minutes) not in dict(known):
            known = [*known, (str(source.every_minutes), f"每 {source.every_minutes} 分钟")]
        self.fields["every_minutes"].choices = known  # type: ignore[attr-defined]

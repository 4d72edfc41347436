"""The viewers of these tests: three people whose rights differ, and their organisation."""

from __future__ import annotations

from zhuchao.apps.library import services as library
from zhuchao.apps.people import services as people
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.mapping import Draft, Provenance, paragraphs_of_text
from zhuchao.apps.publishing.models import ArticlePage, ChannelPage
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables


def organisation(name: str = "澄湖高新区") -> int:
    made = people.create_organisation(
        SYSTEM, name=name, takes_public_enquiries=name == "澄湖高新区"
    )
    return made.pk


def person(organisation_id: int, role: Role, sign_in: str = "") -> Viewer:
    made = people.create_person(
        SYSTEM, sign_in=sign_in or role.value, display_name="柳青", password="nest-of-reeds-8"
    )
    people.assign_role(SYSTEM, person_id=made.pk, organisation_id=organisation_id, role=role)
    return viewer_of(made)


def channel(title: str = "园区动态", slug: str = "news") -> ChannelPage:
    services.ensure_site(SYSTEM)
    return services.ensure_channel(SYSTEM, title=title, slug=slug)


def written(
    viewer: Viewer, title: str, *, in_channel: ChannelPage | None = None, text: str = "正文一段。"
) -> ArticlePage:
    draft = Draft(title, paragraphs_of_text(text), Provenance(source="澄湖日报"))
    return services.write_article(
        viewer, draft=draft, channel_id=in_channel.pk if in_channel else None
    )


def published(viewer: Viewer, title: str, **kwargs: ChannelPage) -> ArticlePage:
    return services.publish_article(viewer, written(viewer, title, **kwargs).pk)  # type: ignore[arg-type]


def read_page(viewer: Viewer, raw: str, tables: Tables, address: str = "") -> int:
    intake = library.keep_intake(viewer, raw=raw.encode(), origin="paste", address=address)
    page = read(raw, tables=tables)
    return library.confirm_page(viewer, intake.pk, page=page, corrections={}).pk

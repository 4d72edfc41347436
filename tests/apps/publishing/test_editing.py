"""/editor/: Wagtail's page tree, under the same rights and in the same audit."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from tests.apps.publishing.people import channel, organisation, person, published, written
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.judging.services import judge_due
from zhuchao.ground import audit

pytestmark = pytest.mark.django_db


def signed_in(viewer: Viewer) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=viewer.person_id))
    return client


def form(title: str, **buttons: str) -> dict[str, str]:
    body = streamfield([("paragraph", rich_text("<p>一段正文。</p>"))])
    fields = {"title": title, "slug": "own-text", "body": body, "excerpt": "", "source": ""}
    blank = dict.fromkeys(
        ("original_title", "source_address", "author_name", "editor_name", "event_on",
         "published_on", "reposted_at", "seo_title", "search_description", "go_live_at",
         "expire_at"), ""
    )  # fmt: skip
    return dict(nested_form_data(fields | blank | buttons | comments()))


def comments() -> dict[str, str]:
    return {f"comments-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL")}


@pytest.mark.parametrize(
    ("role", "status"), [(Role.OFFICER, 302), (Role.EDITOR, 200), (Role.ADMINISTRATOR, 200)]
)
def test_editors_and_administrators_edit_and_officers_do_not_get_in(
    role: Role, status: int
) -> None:
    viewer = person(organisation(), role)
    channel()
    article = written(viewer, "草稿")

    answer = signed_in(viewer).get(f"/editor/pages/{article.pk}/edit/")

    assert answer.status_code == status


def test_an_editor_does_not_open_what_another_organisation_wrote() -> None:
    home, other = organisation(), organisation("邻市开发区")
    channel()
    article = written(person(home, Role.OFFICER), "内部草稿")
    stranger = person(other, Role.EDITOR)

    answer = signed_in(stranger).get(f"/editor/pages/{article.pk}/edit/")

    assert answer.status_code == 302
    assert "内部草稿" not in answer.content.decode()


def test_what_is_written_in_the_tree_belongs_to_its_writer_and_is_audited() -> None:
    editor = person(organisation(), Role.EDITOR)
    parent = channel()
    before = audit.verify().count

    answer = signed_in(editor).post(
        f"/editor/pages/add/publishing/articlepage/{parent.pk}/",
        form("自己写的消息", **{"action-publish": "1"}),
    )

    assert answer.status_code == 302
    article = selectors.articles(editor, state="live").get()
    assert article.organisation_id == editor.organisation_id
    assert article.reposted_at is not None
    assert audit.verify().count - before == 2


def test_the_medal_of_a_live_article_stands_beside_its_form() -> None:
    viewer = person(organisation(), Role.EDITOR)
    article = published(viewer, "二期开园", in_channel=channel())
    client = signed_in(viewer)
    address = f"/editor/pages/{article.pk}/edit/"
    before = client.get(address).content.decode()
    judge_due(SYSTEM, timezone.now() + timedelta(seconds=1))

    after = client.get(address).content.decode()

    assert "还没有评" in before
    assert f'href="/medals/{article.pk}/"' in after

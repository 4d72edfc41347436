"""Documents of a project: named or uploaded, kept as they came."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.closing import refuse_closed
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import Document, Project
from zhuchao.core.errors import Refused
from zhuchao.ground.files import keep

# What such a document is dated, a signing of that year counts for.
SIGNED = ("agreement", "supplement")
LARGEST_FILE = 20 * 1024 * 1024


def keep_documents(
    viewer: Viewer, project: Project, forms: Iterable[DocumentForm]
) -> list[Document]:
    """The documents as records of the project. Raises: Refused, saying what is wrong with one."""
    return [_keep(viewer, project, form) for form in forms]


def _keep(viewer: Viewer, project: Project, form: DocumentForm) -> Document:
    _refuse_wrong(form)
    if form.kind in SIGNED and form.dated_on is not None:
        refuse_closed(project, form.dated_on)
    return Document.objects.create(
        project=project,
        kind=form.kind,
        title=covered(form.title.strip())[:200],
        number=covered(form.number.strip())[:80],
        dated_on=form.dated_on,
        amount=form.amount,
        file=keep(form.content) if form.content else "",
        file_name=form.file_name[:200],
        recorded_at=timezone.now(),
        recorded_by_id=viewer.person_id,
    )


def _refuse_wrong(form: DocumentForm) -> None:
    if form.kind not in {kind.key for kind in reference.document_kinds()}:
        raise Refused(f"没有“{form.kind}”这一类凭据：请从列表中选择")
    if not form.title.strip():
        raise Refused("请写明凭据：已有的文件名称或编号即可，照片不是必需")
    if form.amount is not None and form.amount < 0:
        raise Refused("凭据上的金额不能是负数：请核对后重新填写")
    if len(form.content) > LARGEST_FILE:
        raise Refused("文件超过 20 MB：请压缩，或只写明文件名称和编号")

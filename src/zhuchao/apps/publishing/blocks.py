"""What an article's body is made of; plain text goes in escaped, so a page can never script."""

from __future__ import annotations

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

CELL_GAP = "\t"
# What an editor may add to a paragraph; anything else is dropped by the editor's own filter.
FEATURES = ["bold", "italic", "link", "ol", "ul"]


class TableBlock(blocks.TextBlock):  # type: ignore[misc]
    """One row a line, its cells separated by tabs; the first row is the head."""

    def get_context(self, value: str, parent_context: dict[str, object] | None = None) -> object:
        context = super().get_context(value, parent_context=parent_context)
        rows = [line.split(CELL_GAP) for line in value.splitlines() if line.strip()]
        return context | {"head": rows[0] if len(rows) > 1 else [], "rows": rows[1:] or rows}

    class Meta:
        icon = "table"
        label = "表格"
        help_text = "每行一行，单元格之间用制表符（Tab）隔开；首行为表头。"
        template = "portal/blocks/table.html"


class BodyBlock(blocks.StreamBlock):  # type: ignore[misc]
    """Headings, paragraphs, tables, pictures, captions, quotes and files, in reading order."""

    heading = blocks.CharBlock(
        label="小标题", icon="title", max_length=200, template="portal/blocks/heading.html"
    )
    paragraph = blocks.RichTextBlock(
        label="段落", icon="pilcrow", features=FEATURES, template="portal/blocks/paragraph.html"
    )
    table = TableBlock()
    picture = ImageBlock(label="图片", icon="image", template="portal/blocks/picture.html")
    caption = blocks.CharBlock(
        label="图注", icon="image", max_length=500, template="portal/blocks/caption.html"
    )
    quote = blocks.TextBlock(label="引文", icon="openquote", template="portal/blocks/quote.html")
    attachment = DocumentChooserBlock(
        label="附件", icon="doc-full", template="portal/blocks/attachment.html"
    )

"""What python-docx has no call for: East Asian faces and their stand-ins, page numbers, bookmarks and links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from assistant.export import layout
from assistant.export.layout import Face

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without characters that XML has no place for."""
    return _UNPRINTABLE.sub("", text)


def set_face(run: Any, face: Face, size: float) -> None:
    """A run in a Chinese face with Latin letters and figures beside it; black, upright."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    run.font.name = layout.LATIN
    run.font.size = Pt(size)
    run.font.color.rgb = RGBColor(0, 0, 0)
    run.font.bold = False
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face.name)
    fonts.set(qn("w:hint"), "eastAsia")


def declare_faces(document: Any) -> None:
    """Names for each face what may stand in for it, in the font table that Word reads."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    fonts = "".join(
        f'<w:font w:name="{face.name}"><w:altName w:val="{",".join(face.stand_ins)}"/><w:charset w:val="86"/></w:font>'
        for face in layout.FACES
    )
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="{namespace}">{fonts}</w:fonts>'
    relations = document.part.rels.values()
    known = [one.target_part for one in relations if one.reltype == RELATIONSHIP_TYPE.FONT_TABLE]
    if known:
        known[0]._blob = blob.encode("utf-8")
        return
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
    part = Part(PackURI("/word/fontTable.xml"), kind, blob.encode("utf-8"), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def plain_styles(document: Any) -> None:
    """Styles without the ornaments of Word's template: no rule under the title, Chinese as the language."""
    from docx.oxml.ns import qn

    for border in document.styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    for language in document.styles.element.xpath(".//w:lang"):
        language.set(qn("w:eastAsia"), "zh-CN")


def keep_together(part: Any) -> None:
    """A heading stays with what follows; a row of a table is not torn, its head repeats on the next page."""
    if hasattr(part, "paragraph_format"):
        part.paragraph_format.keep_with_next = True
        return
    for at, row in enumerate(part.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(element("w:cantSplit"))
        if at == 0:
            properties.append(element("w:tblHeader"))


def bookmarked(paragraph: Any, name: str, write: Callable[[], None]) -> None:
    """Writes into the paragraph between the two ends of a bookmark."""
    number = str(len(paragraph.part.element.xpath(".//w:bookmarkStart")) + 1)
    paragraph._p.append(element("w:bookmarkStart", {"w:id": number, "w:name": name}))
    write()
    paragraph._p.append(element("w:bookmarkEnd", {"w:id": number}))


def link(paragraph: Any, text: str, anchor: str) -> Any:
    """A run that leads to a bookmark of the same file."""
    run = paragraph.add_run(printable(text))
    held = element("w:hyperlink", {"w:anchor": anchor})
    paragraph._p.append(held)
    held.append(run._r)
    return run


def page_numbers(document: Any, section: Any) -> None:
    """— 1 — at the foot: odd pages right, even pages left, one character from the edge."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    document.settings.odd_and_even_pages_header_footer = True
    section.footer_distance = Mm(layout.MARGINS_MM["bottom"] - 7 - 6)
    for footer, side in ((section.footer, "RIGHT"), (section.even_page_footer, "LEFT")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, side)
        indent = "right_indent" if side == "RIGHT" else "left_indent"
        setattr(paragraph.paragraph_format, indent, Pt(layout.PAGE_NUMBER_SIZE))
        set_face(paragraph.add_run("— "), layout.PAGE_NUMBER, layout.PAGE_NUMBER_SIZE)
        set_face(_field(paragraph, "PAGE"), layout.PAGE_NUMBER, layout.PAGE_NUMBER_SIZE)
        set_face(paragraph.add_run(" —"), layout.PAGE_NUMBER, layout.PAGE_NUMBER_SIZE)


def _field(paragraph: Any, instruction: str) -> Any:
    run = paragraph.add_run()
    run._r.append(element("w:fldChar", {"w:fldCharType": "begin"}))
    code = element("w:instrText")
    code.text = instruction
    run._r.append(code)
    run._r.append(element("w:fldChar", {"w:fldCharType": "end"}))
    return run


def measured(paragraph: Any, pitch: float) -> None:
    """A paragraph with lines of an exact pitch and no room around it."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    measures = paragraph.paragraph_format
    measures.space_before = measures.space_after = Pt(0)
    measures.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    measures.line_spacing = Pt(pitch)


def element(name: str, attributes: dict[str, str] | None = None) -> Any:
    """An element of WordprocessingML."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    return made

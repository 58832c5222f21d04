"""Word's own endnotes, for which python-docx has no call: a part of the file, and references to it in the text.

Word counts them itself, in the order in which they stand in the text: a note that its
reader adds or takes out moves the others.
"""

from __future__ import annotations

from typing import Any

from assistant.export import layout
from assistant.export.wordml import element, measured, printable, set_face

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))
_BEHIND_IN_SETTINGS = ("w:compat", "w:docVars", "w:rsids", "w:themeFontLang", "w:clrSchemeMapping", "w:decimalSymbol")
_BEHIND_IN_SECTION = ("w:type", "w:pgSz", "w:pgMar", "w:cols", "w:docGrid")
"""What the schema puts behind the settings of endnotes, as far as Word's template has it."""


class Endnotes:
    """The endnotes of one document, collected while it is written."""

    def __init__(self) -> None:
        from docx.oxml import parse_xml

        self._root = parse_xml(f'<w:endnotes xmlns:w="{_NAMESPACE}"/>')
        for number, kind in _SEPARATORS:
            note = element("w:endnote", {"w:type": kind, "w:id": number})
            paragraph, run = element("w:p"), element("w:r")
            run.append(element(f"w:{kind}"))
            paragraph.append(run)
            note.append(paragraph)
            self._root.append(note)

    def add(self, text: str) -> tuple[int, Any]:
        """A new note: the number that Word will print, and the reference to put into a run of its own."""
        number = len(self._root) - len(_SEPARATORS) + 1
        self._root.append(_note(str(number), text))
        return number, element("w:endnoteReference", {"w:id": str(number)})

    def attach(self, document: Any) -> None:
        """Puts the notes into the file; nothing where there are none."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        if len(self._root) == len(_SEPARATORS):
            return
        part = XmlPart(PackURI("/word/endnotes.xml"), _KIND, self._root, document.part.package)
        document.part.relate_to(part, _RELATION)
        declared = _numbered()
        for number, _ in _SEPARATORS:
            declared.append(element("w:endnote", {"w:id": number}))
        _insert(document.settings.element, declared, _BEHIND_IN_SETTINGS)
        for section in document.sections:
            _insert(section._sectPr, _numbered(), _BEHIND_IN_SECTION)


def _numbered() -> Any:
    """Counted 1, 2, 3: left to itself, Word counts endnotes i, ii, iii."""
    properties = element("w:endnotePr")
    properties.append(element("w:numFmt", {"w:val": "decimal"}))
    return properties


def _insert(parent: Any, child: Any, behind: tuple[str, ...]) -> None:
    """Puts a child where the schema wants it: ahead of those that come behind it."""
    later = [found for name in behind for found in parent.xpath(f"./{name}")]
    if later:
        min(later, key=parent.index).addprevious(child)
    else:
        parent.append(child)


def _note(number: str, text: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    note = element("w:endnote", {"w:id": number})
    held = OxmlElement("w:p")
    note.append(held)
    paragraph = Paragraph(held, None)
    measured(paragraph, layout.SMALL_SIZE * 1.5)
    counted, said = paragraph.add_run(), paragraph.add_run(f" {printable(text)}")
    counted._r.append(element("w:endnoteRef"))
    for run in (counted, said):
        set_face(run, layout.BODY, layout.SMALL_SIZE)
    return note

"""What a document prints behind its body: whom it is copied to, and which attachments it has.

GB/T 9704-2012 7.3.4 and 7.4.2: 附件说明 above the signature, 抄送机关 below it.
"""

from __future__ import annotations

import re

from assistant.statements import Statement, ground_in
from corpus.models import Clause, Document, DocumentSummary
from corpus.vocabulary import PartRole

_COPIES = re.compile(
    r"(?:^|(?<=[\s。]))抄\s*(?:送|报|发)\s*[:：]\s*(?P<bodies>[^\n]{2,400}?)(?=。|\s*抄\s*[送报发]|$)", re.M
)
_NOTE = re.compile(r"(?:^|(?<=[\s。]))附\s*件?\s*[:：]\s*(?P<names>\S[\s\S]{1,600})")
_NUMBERED = re.compile(
    r"(?:^|(?<=\s))(?:附件)?\s*(\d{1,2})\s*[.．、:：]\s*(?P<name>[^\n]+?)(?=\s+(?:附件)?\s*\d{1,2}\s*[.．、:：]|\s{2,}|\n|$)"
)
_END = re.compile(r"\n|[。；]|\s(?=[一-龥]{2,20}(?:厅|局|委|部|会|府|室|院|署|银行)(?:\s|$))|(?:19|20)\d{2}年")


def copies(name: str, document: Document, summary: DocumentSummary) -> Statement | None:
    """抄送: the bodies as printed; None where the document is copied to none."""
    for clause in reversed(document.clauses):
        found = list(_COPIES.finditer(clause.printed))
        if found:
            said = "；".join(one.group().strip() for one in found)
            grounds = tuple(ground_in(summary, clause, one.group().strip()) for one in found)
            return Statement(f"{name}{said}。", grounds)
    return None


def attachments(name: str, document: Document, summary: DocumentSummary) -> Statement | None:
    """附件: their names as the note above the signature prints them, else those of the parts themselves."""
    noted = _noted(document) or _parts(document)
    if not noted:
        return None
    said = "；".join(f"{at}.{one}" for at, (one, _) in enumerate(noted, 1)) if len(noted) > 1 else noted[0][0]
    counted = f"{len(noted)}个附件" if len(noted) > 1 else "附件"
    grounds = tuple(ground_in(summary, clause, one) for one, clause in noted)
    return Statement(f"{name}有{counted}：{said}。", grounds, reckoned=counted if len(noted) > 1 else "")


def _noted(document: Document) -> list[tuple[str, Clause]]:
    for clause in reversed(document.clauses):
        found = _NOTE.search(clause.printed) if clause.part is not PartRole.ATTACHMENT else None
        if found is None:
            continue
        numbered = [one["name"].strip() for one in _NUMBERED.finditer(found["names"])]
        names = [_END.split(one)[0].strip() for one in numbered or [found["names"]]]
        return [(one, clause) for one in names if len(one) > 1]
    return []


def _parts(document: Document) -> list[tuple[str, Clause]]:
    """The titles of the attached parts."""
    heads = [one for one in document.clauses if one.part is PartRole.ATTACHMENT and one.depth == 1]
    return [(words, one) for one in heads if (words := one.heading or one.text.split("\n")[0]) and len(words) > 1]

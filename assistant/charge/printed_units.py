"""What a clause prints of who is in charge: in brackets, on a line of its own, or for all clauses under it.

（责任单位：…）, 〔省科技厅牵头，省财政厅配合〕, （省农业农村厅、省畜牧局） behind the last sentence, 牵头单位：… on
lines of their own, 本部分各项任务由…牵头 above the clauses that it is for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.models import Clause, Document
from corpus.vocabulary import ClauseKind

_OPEN, _CLOSE = r"[（(〔【［\[]", r"[）)〕】］\]]"
_BARE = r"[^（）()〔〕【】［］\[\]。]"
_INNER = rf"{_BARE}*(?:{_OPEN}{_BARE}*{_CLOSE}{_BARE}*)*"
_ROLE = r"(?:责任|牵头|负责|配合|主办|协办|承办|参与|落实|主管|实施|参加)"
_LABEL = rf"{_ROLE}(?:责任|落实|实施)?(?:单位|部门|处室|机构|科室)[ \u3000]*[：:]"
_KIND = r"(?:[厅局委部院办行会府组署位社]|部门|等|公司|中心|大学|海关|集团|[支总]队|分行)"
_SHARED = r"(?:共同|分别|统筹|按(?:照)?(?:各自)?职责(?:分工)?)?"
_BODY = (
    r"[一-龥A-Za-z0-9]{2,24}?"
    r"(?:[厅局委部办署府]|中心|公司|大学|海关|集团|[支总]队|[分支]行|银行|协会|联合会)(?:（[^（）]{1,20}）)?"
)
_NO_BODY = r"(?:以下|下称|统?简称|不?含|包括|即|如|见|详见|附|原|指)"
_ALONE = rf"(?!{_NO_BODY})(?:{_BODY})(?:[、，,；;和及与](?:{_BODY}))*(?:等(?:有关|相关)?(?:部门|单位)?)?"
_BEHIND = r"(?:^|(?<=[。；！？\n])|(?<=[。；！？]\s))"

PRINTED = re.compile(
    rf"{_OPEN}\s*(?:{_ROLE}(?!编辑|心|感|制|书){_INNER}|(?=[一-龥]{{2}}){_INNER}{_KIND}{_SHARED}"
    rf"(?:负责|牵头|配合|落实|参加|参与|承办|组织实施))(?:。{_INNER})?{_CLOSE}"
    rf"|{_BEHIND}{_OPEN}{_ALONE}{_CLOSE}"
    rf"|{_BEHIND}[ \u3000]*{_LABEL}[^\n。]{{2,160}}(?:[\n；，。 \u3000]+{_LABEL}[^\n。]{{2,160}})*"
)
"""（责任单位：…）; （省科技厅牵头，省财政厅配合）; （教育部等按职责分工负责）; （省农业农村厅）; 责任单位：…"""

_WHOLE = re.compile(rf"\s*(?:{PRINTED.pattern})\s*")
_OWN_LINE = re.compile(rf"\n\s*(?:{PRINTED.pattern})\s*$")
_FOR_ALL = re.compile(
    r"(?:^|(?<=[。；\n]))[^。；\n]{0,6}?(?:本|该|以上|以下|上述|下列|各项|所列)[^，。；\n]{0,14}"
    r"(?:任务|工作|措施|事项|部分|工程|行动|章|节|条|内容)[^，。；\n]{0,8}?(?:均|都|统一)?(?:由|归)[^。；\n]{2,90}?"
    r"(?:负责|牵头|组织实施|落实|承担|配合)[^。；\n]*"
)
_ENCLOSED = re.compile(rf"^\s*{_OPEN}(.*?){_CLOSE}\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Units:
    """The words that say who is in charge, and the clause they stand in; `inherited` from one above or beside."""

    clause: Clause
    quote: str
    inherited: bool = False

    @property
    def inner(self) -> str:
        """The words without their brackets, up to a remark on the rest of the document."""
        return inner(self.quote)


def inner(printed: str) -> str:
    """The words without their brackets, lines joined, up to a remark on the rest of the document."""
    enclosed = _ENCLOSED.match(printed)
    bare = (enclosed.group(1) if enclosed else printed).strip().split("。")[0]
    return re.sub(r"\s*\n\s*", "；", bare)


def said_for_all(clause: Clause) -> str:
    """What a clause says of who is in charge of all that stands under it; "" where it says nothing of that."""
    found = _FOR_ALL.search(clause.printed)
    return found.group().strip() if found else ""


def prints_nothing_else(text: str) -> bool:
    """Is a stretch nothing but the brackets that say who is in charge?"""
    return bool(_WHOLE.fullmatch(text))


def units_in(clause: Clause, sentence: str = "") -> Units | None:
    """What a clause itself prints; of several the one behind `sentence`, which each is printed behind."""
    found = list(PRINTED.finditer(clause.printed))
    if not found:
        return None
    at = clause.printed.find(sentence.strip()) if sentence else -1
    behind = next((one for one in found if one.end() > at >= 0), found[0])
    return Units(clause, behind.group().strip())


def units_of(document: Document, clause: Clause, sentence: str = "") -> Units | None:
    """What a clause prints, else what is printed for it: behind the items it belongs to, or in a clause above it."""
    own = units_in(clause, sentence)
    if own is not None:
        return own
    below = _behind_items(document, clause)
    if below is not None:
        return Units(below.clause, below.quote)
    for above in reversed(document.ancestors(clause)):
        shared = _behind_items(document, above) or _above(document, above)
        if shared is not None:
            return Units(shared.clause, shared.quote, inherited=True)
        if any(units_in(one) for one in document.children(above)):
            return None
    return None


def _behind_items(document: Document, clause: Clause) -> Units | None:
    """The line behind the items of a clause, where none of them has its own: it is for all of them."""
    children = document.children(clause)
    if not children or any(PRINTED.search(one.printed) for one in children[:-1]):
        return None
    last = children[-1]
    text = last.printed
    alone = last.kind is ClauseKind.PARAGRAPH and _WHOLE.fullmatch(text)
    found = alone or (_OWN_LINE.search(text) if len(children) > 1 else None)
    return Units(last, found.group().strip()) if found else None


def _above(document: Document, clause: Clause) -> Units | None:
    """What a clause says of all that stands under it, or prints itself where those print nothing."""
    said = said_for_all(clause)
    if said:
        return Units(clause, said)
    if any(units_in(one) for one in document.children(clause)):
        return None
    return units_in(clause)

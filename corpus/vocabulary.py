"""The closed sets of the field: document types, parts, clause kinds, numbering schemes.

Values are stable: they stand in the store of record and in JSON output.
"""

from __future__ import annotations

from enum import StrEnum


class DocumentType(StrEnum):
    """文种: the fifteen of 党政机关公文处理工作条例 第八条, and the common kinds beside them."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    ORDER = "order"
    COMMUNIQUE = "communique"
    ANNOUNCEMENT = "announcement"
    PUBLIC_NOTICE = "public_notice"
    OPINIONS = "opinions"
    NOTICE = "notice"
    CIRCULAR = "circular"
    REPORT = "report"
    REQUEST = "request"
    REPLY = "reply"
    PROPOSAL = "proposal"
    LETTER = "letter"
    MINUTES = "minutes"
    PLAN = "plan"
    MEASURES = "measures"
    LAW = "law"
    INTERPRETATION = "interpretation"
    OTHER = "other"


class PartRole(StrEnum):
    """What a stretch of a file is to the document in it."""

    COVER_NOTICE = "cover_notice"
    MAIN = "main"
    ATTACHMENT = "attachment"
    INTERPRETATION = "interpretation"
    WEB_TEXT = "web_text"
    CLOSING = "closing"


class ClauseKind(StrEnum):
    """The form of one clause."""

    HEADING = "heading"
    LEVEL = "level"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    PREAMBLE = "preamble"
    BOX = "box"
    TABLE = "table"
    SIGNATURE = "signature"
    REMARK = "remark"


class NumberingScheme(StrEnum):
    """Which rule orders the numbers: GB/T 9704-2012 7.3.3, or the legislative 编章节条款项目."""

    OFFICIAL = "official"
    STATUTE = "statute"


class Validity(StrEnum):
    """时效性, as those who keep the library state it; no file says it of itself."""

    UNKNOWN = "unknown"
    IN_FORCE = "in_force"
    TRIAL = "trial"
    AMENDED = "amended"
    REPEALED = "repealed"


class Force(StrEnum):
    """Whether a document holds on a given day: its `Validity`, and its dates where they say otherwise."""

    UNKNOWN = "unknown"
    IN_FORCE = "in_force"
    TRIAL = "trial"
    AMENDED = "amended"
    REPEALED = "repealed"
    NOT_YET = "not_yet"
    EXPIRED = "expired"


class Level(StrEnum):
    """Whose document it is: decides the order in comparisons and briefings."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    UNKNOWN = "unknown"

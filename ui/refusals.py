"""The fixed sentences of refusals in English, for the page in English.

A refusal comes as one sentence in Chinese, with a year, a place or a field of the title
block in it; it is told by its form, so that what was kept long ago is translated too.
"""

from __future__ import annotations

import re
from functools import cache

from assistant import wording
from assistant.answerable.lack import Lack, Missing
from assistant.understanding.fields import About

_SLOT = "\ue000"
_IN_LIBRARY = "The documents in the library"
_IN_RANGE = "The documents in the range that was chosen"
_LACKS: dict[Missing, str] = {
    Missing.TOPIC: "The documents in the library do not answer this question.",
    Missing.MATTER: "The documents in the library do not deal with what is asked.",
    Missing.PAPER: "The documents in the library are without “{detail}”, so that this cannot be answered.",
    Missing.WORDS: "The documents in the library nowhere mention “{detail}”.",
    Missing.PLACE: "The documents in the library hold nothing about {detail}, so that this cannot be answered.",
    Missing.RANGE: "The range that was chosen leaves out the documents about {detail}: widen it and ask again.",
    Missing.YEAR: "The documents in the library do not give this for {detail}, so that this cannot be answered.",
    Missing.FIGURE: "The documents in the library do not give the number that is asked for.",
    Missing.SHARE: "The documents in the library do not give the share or rate that is asked for.",
    Missing.MONEY: "The documents in the library do not give the sum of money that is asked for.",
    Missing.DATE: "The documents in the library do not give the time that is asked for.",
    Missing.PERSON: "The documents in the library do not give the name that is asked for.",
    Missing.FIELD: "The document does not state its {detail}, so that this cannot be answered.",
}
_FIELDS: dict[About, str] = {
    About.NUMBER: "document number",
    About.DATE: "date",
    About.ISSUER: "issuer",
    About.ADDRESSEES: "addressees",
    About.DISCLOSURE: "mode of disclosure",
    About.CONTACT: "contact details",
    About.BASIS: "legal basis",
    About.TITLE: "title",
    About.PURPOSE: "purpose",
    About.PERIOD: "years that it covers",
    About.EFFECTIVE: "date of entry into force",
    About.REPEALS: "list of what it repeals",
    About.COPIES: "list of whom it is copied to",
    About.EXPIRES: "term of validity",
    About.INTERPRETER: "interpreting authority",
    About.SCOPE: "scope",
    About.ADOPTED: "dates of adoption and amendment",
    About.ATTACHMENTS: "attachments",
}
_OTHERS = {
    "电话": "telephone number",
    "地址": "address",
    "网址": "web address",
    "编号": "number",
    "现状": "present state",
    "名单": "list of names",
    "所在城市": "city",
    "具体企业": "companies by name",
    "具体机构": "institutions by name",
    wording.REASON: "reason",
}
_WHOLE = {
    wording.EMPTY_QUESTION: "Please ask a question about policy documents.",
    wording.EMPTY_LIBRARY: "The library holds no documents yet. Add some first: in the library tab, or with wence "
    "ingest FILE.",
    wording.EMPTY_RANGE: "No document is in the range that was chosen. Please widen it.",
    wording.NOT_CHINESE: "The documents are in Chinese: please ask in Chinese.",
    wording.ALL_TOLD: "All that the document lists in this place has been told above.",
    wording.NOT_ANSWERED: "The model found no answer to this question in the clauses.",
}


def in_english(said: str) -> str:
    """The refusal `said` in English; empty for a sentence that is none of the fixed ones."""
    said, given = _without_given(said.strip())
    if said in _WHOLE:
        return _WHOLE[said]
    for pattern, english in _forms():
        found = pattern.fullmatch(said)
        if found:
            detail = found.groupdict().get("detail", "")
            return english.format(detail=_details().get(detail, detail)) + given
    return ""


def _without_given(said: str) -> tuple[str, str]:
    """A refusal without the years that are given instead, and these in English."""
    before, years = re.escape(wording.GIVEN).split(re.escape("{years}"))
    found = re.search(f"{before}(?P<years>[\\d、]+){years}$", said)
    if found is None:
        return said, ""
    named = found["years"].replace("、", " and ")
    return said[: found.start()], f" They give it for {named}."


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    forms = []
    for missing, english in _LACKS.items():
        for limited in (False, True):
            chinese = re.escape(wording.refusal(Lack(missing, _SLOT), limited=limited)).replace(_SLOT, "(?P<detail>.+)")
            said = english.replace(_IN_LIBRARY, _IN_RANGE, 1) if limited else english
            forms.append((re.compile(chinese), said))
    return tuple(forms)


@cache
def _details() -> dict[str, str]:
    fields = {wording.field_name(field): english for field, english in _FIELDS.items()}
    return fields | _OTHERS | {wording.RESPONSIBLE_UNIT: "responsible units", wording.WHICH_ONES: "members by name"}

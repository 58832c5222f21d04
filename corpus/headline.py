"""The headline of a page that runs on into its report.

Reports and notices are copied from pages without the line end behind their headline: then
no line ends in a kind of document, and the first words stand for the title.
"""

from __future__ import annotations

import re

from corpus import header

REACH = 120
"""Characters from the beginning of a page within which its report begins."""

LONGEST = 60
"""Characters of a headline; a longer phrase is a sentence of the report."""

SHORTEST = 6
"""Characters of the first phrase of a headline."""

_PHRASE = re.compile(r"\S+")
_REPORT = re.compile(r"。|^(?:据?新华社|[一-龥]{2,8}[讯电][（(])|^(?:记者|作者|来源|题)[:：从]|月\d{1,2}日[电讯]")
"""What begins a report: a sentence, the place and day it was sent from, or whose it is."""

_TELLS = re.compile(r"(?:为|根据|按照|近日|日前|昨天|今天|记者)")
_GOES_ON = ("，", "、", "：", ":")


def headline_cuts(text: str) -> set[int]:
    """Where the first line of a page is to be cut: behind its first phrase, and in front of the report."""
    phrases = [found for found in _PHRASE.finditer(text) if found.start() <= REACH]
    if not phrases or not _is_headline(phrases[0].group()):
        return set()
    end = phrases[0].end()
    report = next((found.start() for found in phrases if _begins_report(found.group())), None)
    if report is None:
        return set() if len(text) <= LONGEST or "。" in text else {end}
    return {end, report} if report else set()


def _begins_report(phrase: str) -> bool:
    return len(phrase) > LONGEST or bool(_REPORT.search(phrase))


def _is_headline(phrase: str) -> bool:
    return (
        SHORTEST <= len(phrase) <= LONGEST
        and not _TELLS.match(phrase)
        and not phrase.endswith(_GOES_ON)
        and not header.is_field(phrase)
        and not header.is_signature(phrase)
    )

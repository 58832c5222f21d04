"""Does a sentence hold the wanted kind of value, of the kind of thing it is asked of?"""

from __future__ import annotations

import re

from assistant.answerable.figure_of import is_of_what_was_asked
from assistant.answerable.number_of_office import of_another_office
from assistant.answerable.people_counted import of_other_people, people_asked
from assistant.answerable.values import without_names, without_years
from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.places import places_in

COUNTED = frozenset({Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY})
_GRANT = re.compile(
    r"(?:领|拿|补|奖|贴|给)[^，。？]{0,4}(?:多少|几)|(?:补贴|补助|奖励)(?:金额)?[^，。？]{0,4}(?:多少|几[百千万])"
)
_GRANTS = re.compile(r"补|奖|贴|资助|支持|给予|予以|发放|拨付|返还|退[还回税]|抵扣|兑付|领取")
"""A share or a price of something else is no grant: 100% of new buses are electric."""

_CALLED_FOR = re.compile(r"(举报|投诉|监督|报名|报修|预约|急救|求助|救助|维权|预订)[^，。？]{0,4}(?:电话|热线)")


def shows(candidate: Candidate, asked: Asked, needed: re.Pattern[str]) -> bool:
    """Does the sentence hold the wanted kind of figure, years that only date it not counted?"""
    text = without_names(f"{candidate.led_by}{candidate.text}", asked)
    if asked.wanted in (Wanted.FIGURE, Wanted.SHARE):
        text = re.sub(
            r"^\s*(?:[（(]?[\d一二三四五六七八九十]+[）)、.．])|第[一二三四五六七八九十百\d]+[条款项章]",
            "",
            without_years(text),
        )
        people = people_asked(asked.text)
        if people is not None and (not people.search(text) or of_other_people(asked.text, candidate.text)):
            return False
    if asked.wanted in (Wanted.CITY, Wanted.PROVINCE):
        text = re.sub(rf"(?:{'|'.join(places_in(asked.text)) or '(?!)'})[省市]?", "", text)
    purpose = _CALLED_FOR.search(asked.text)
    before = candidate.before if candidate.before.endswith(("：", ":")) else ""
    if purpose and purpose.group(1) not in f"{candidate.evidence.clause.heading}{before}{text}":
        return False
    if asked.wanted is Wanted.PHONE and of_another_office(asked.text, candidate.text):
        return False
    if asked.wanted is Wanted.MONEY and _GRANT.search(asked.text):
        heads = "".join(candidate.row[0].heads) if candidate.row else ""
        around = f"{candidate.evidence.chunk.context}{candidate.evidence.clause.heading}{before}{heads}{text}"
        if not _GRANTS.search(around):
            return False
    return bool(needed.search(text)) and (
        asked.wanted not in COUNTED or is_of_what_was_asked(f"{candidate.led_by}{candidate.text}", asked, needed)
    )

"""Whose a document is where no list of divisions has the place: the city or province that issuer or title names.

The list holds every province and prefecture and most county-level cities. What it lacks is
told by its form, 澜河市人民政府 or 澜河市节水办法, and by standing in the text again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.places import finest, places_in
from corpus.vocabulary import Level

PRINTED = 2
"""So often a name has to stand in the text, heads counted, or it was part of other words."""

_NAMED = re.compile(
    r"(?:关于(?:印发|转发|发布)?)?《?(?P<name>(?![全本我各该贵外跨两三多某])[一-龥]{2,3}?)(?P<kind>省|市|自治州)"
    r"(?!场|民(?!政|族)|值|容|价|面|级|域|郊|区|长|外|际|内|情|盟|份|略|心|力|钱|电|水费)"
)
_NO_NAME = re.compile(r"[城集超夜上股房楼街门入退县区镇部]$|^(?:城|农贸|特大|中小|各地|全国|国家)|有关|相关|所在|直辖")


def unlisted_place(title: str, issuers: Sequence[str], text: str) -> tuple[str, Level]:
    """The place and its level; ("", UNKNOWN) where neither an issuer nor the title begins with the name of one."""
    for said in (*issuers, title):
        found = _NAMED.match(said)
        if found is None or _NO_NAME.search(found["name"]) or places_in(found["name"]):
            continue
        name = found["name"]
        if text.count(name + found["kind"]) >= PRINTED:
            _, level = finest(said, (name,))
            return name, Level.PROVINCIAL if found["kind"] == "省" and level is not Level.COUNTY else level
    return "", Level.UNKNOWN

"""Measured things in the other writing of their unit: 500千伏 as 500kV, 20MW as 20兆瓦. Pure."""

from __future__ import annotations

import re

_SIGNS = {
    "千伏": "kV",
    "千瓦时": "kWh",
    "兆瓦时": "MWh",
    "千瓦": "kW",
    "兆瓦": "MW",
    "吉瓦": "GW",
    "公里": "km",
    "千米": "km",
    "毫米": "mm",
    "微米": "μm",
    "千克": "kg",
    "公斤": "kg",
    "毫克": "mg",
    "兆帕": "MPa",
    "分贝": "dB",
    "摄氏度": "℃",
}
_NAMES = {sign.lower(): name for name, sign in reversed(_SIGNS.items())}
_NUMBER = r"(?P<number>\d[\d.,]*)\s*"
_NAMED = re.compile(rf"{_NUMBER}(?P<unit>{'|'.join(sorted(_SIGNS, key=len, reverse=True))})")
_SIGNED = re.compile(rf"{_NUMBER}(?P<unit>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?![a-z])", re.IGNORECASE)


def in_other_units(text: str) -> list[str]:
    """What a text measures, each with its unit as documents may print it instead."""
    named = [f"{found['number']}{_SIGNS[found['unit']]}" for found in _NAMED.finditer(text)]
    signed = [f"{found['number']}{_NAMES[found['unit'].lower()]}" for found in _SIGNED.finditer(text)]
    return [*named, *signed]

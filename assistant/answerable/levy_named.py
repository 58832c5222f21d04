"""A levy that is asked about by its name: what says nothing of any tax does not tell until when one is waived."""

from __future__ import annotations

import re

_LEVY = re.compile(
    r"(?:购置|增值|所得|房产|印花|消费|车船|土地使用|资源|环境保护|环保|城建|维护建设|烟叶|船舶吨|耕地占用|[一-龥]附加)税(?!务局)|契税|关税|个税"
)


def levy_missing(question: str, said: str) -> bool:
    """Is a tax asked about where the documents' words speak of none?"""
    return bool(_LEVY.search(question)) and "税" not in said

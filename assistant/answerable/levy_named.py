"""A levy that is asked about by its name, or a fee by its being charged: what speaks of none does not tell it."""

from __future__ import annotations

import re

_LEVY = re.compile(
    r"(?:购置|增值|所得|房产|印花|消费|车船|土地使用|资源|环境保护|环保|城建|维护建设|烟叶|船舶吨|耕地占用|[一-龥]附加)税(?!务局)|契税|关税|个税"
)


_CHARGED = re.compile(
    r"(?<![回没吸接签征])收(?:取)?(?:我们?|你们?|人家?)?(?:多少|几)(?:块|元|毛|角|钱)|(?:服务费|停车费|月租|门票|票价|押金|床位费)[^，。？]{0,10}(?:多少|几)"
)
_OF_CHARGES = re.compile(r"收取?|费|价|租|票|押金|元[/／]|免")


def levy_missing(question: str, said: str) -> bool:
    """Is a tax asked about, or what is charged, where the documents' words speak of none?"""
    if _CHARGED.search(question) and not _OF_CHARGES.search(said):
        return True
    return bool(_LEVY.search(question)) and "税" not in said

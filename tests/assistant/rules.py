"""A fictitious regulation: articles with items, penalties in chains, a definition, the end of an older rule."""

from __future__ import annotations

from functools import cache

from corpus.models import Document, DocumentSummary
from corpus.parsing import parse
from corpus.rows import summary_of
from index.models import Evidence
from tests.assistant.shelf import evidence_of
from tests.corpus.sources import source

NAME = "节约用水规定.md"
TEXT = """# 河湾市节约用水规定

2021年3月5日 河湾市人民政府令第31号公布

第一条 为了节约用水，根据《中华人民共和国水法》，制定本规定。

第二条 本规定所称非常规水，是指再生水、雨水和矿井水。

第三条 用水单位有下列情形之一的，可以申请减免水费：

（一）连续三年用水量下降的；

（二）使用非常规水超过一半的；

（三）承担应急供水任务的。

申请减免水费的，应当自年度终了之日起三十日内提出。

第四条 水务部门负责节约用水的监督管理；会同财政部门确定减免水费的幅度。

第五条 用水单位有下列情形之一的，由水务部门责令改正，处一千元以上五千元以下罚款：

（一）未安装计量设施的；

（二）拒绝查表的。

第六条 擅自取用消防用水的，由水务部门责令改正；拒不改正的，处二万元罚款。

第七条 单位连续用水已满5年不满10年的，每年核定一次；已满10年的，每两年核定一次。

第八条 本规定自2021年5月1日起施行。《河湾市计划用水办法》同时废止。
"""


@cache
def rules() -> Document:
    return parse(source(TEXT, NAME))


def listed() -> DocumentSummary:
    return summary_of(rules(), "")


def article(path: str) -> Evidence:
    """One of its clauses as a search brings it, whole."""
    return evidence_of(rules(), path)

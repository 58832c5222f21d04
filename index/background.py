"""How alike a model finds texts that have nothing to do with each other.

Most models put all texts into a narrow cone: the cosine of any two is 0.4 with one
and 0.8 with another. Only what a cosine has above that tells something, and only so
are the scores of different models of one scale.
"""

from __future__ import annotations

import numpy as np

from index.protocols import Vectors

QUESTIONS = (
    "怎么申请住房公积金贷款？",
    "新增高新技术企业多少家？",
    "哪个部门负责食品安全监管？",
    "疫苗什么时候接种？",
    "用水量要下降多少？",
    "驾驶证到期如何换领？",
    "森林防火期从几月开始？",
    "公司不发工资怎么办？",
)
PASSAGES = (
    "缴存职工购买自住住房的，可以向公积金中心申请贷款，贷款额度不超过房价的百分之七十。",
    "到2025年，新增绿色低碳技术领域高新技术企业1000家。",
    "市场监督管理部门负责本行政区域内的食品安全监督管理工作。",
    "适龄儿童应当按照国家免疫规划程序及时接种疫苗。",
    "万元国内生产总值用水量比2020年下降16%。",
    "驾驶证有效期满前九十日内，持证人应当申请换证。",
    "每年10月1日至次年5月31日为森林防火期，林区内禁止野外用火。",
    "用人单位应当按月足额支付劳动报酬，不得克扣或者无故拖欠。",
)
"""Each answers the question of its place and no other."""

_HIGHEST = 0.95


def background(questions: Vectors, passages: Vectors) -> float:
    """The mean cosine of QUESTIONS with the passages that answer others; from 0 to a little below 1."""
    cosines = questions @ passages.T
    strangers = cosines[~np.eye(len(QUESTIONS), dtype=bool)]
    return float(np.clip(strangers.mean(), 0.0, _HIGHEST))


def above(cosine: float, ground: float) -> float:
    """What a cosine has above the background, as a share of what there is to have."""
    return (cosine - ground) / (1.0 - ground)

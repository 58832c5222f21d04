"""The kind of thing a question asks for: 什么联盟, 哪家实验室. A sentence that names one is nearer to the answer."""

from __future__ import annotations

import re
from functools import lru_cache

_HEADS = (
    "中心|平台|机构|联盟|联合体|基地|基金|工程|项目|示范区|园区|体系|机制|系统|技术|指标|指数|制度|大赛|赛事|实验室|研究院|"
    "委员会|专项|计划|标准|产业|企业|行业|设备|装备|材料|银行|协会|大会|论坛|目录|清单|数据库|奖项|市场"
)
"""Nouns that end a name, whatever verb follows."""

_ASKING = r"(?:什么|啥|哪(?:一|几|两|三|四|五|六|七|八|九|十)?(?:个|家|种|类|项|条|座|所|些|支)?)(?:样的)?"
_NAMED = re.compile(rf"{_ASKING}[一-龥]{{0,6}}?({_HEADS})")
_ENDED = re.compile(rf"{_ASKING}([一-龥]{{2,10}}?)(?=[？?，,。]|$|的|来|去|里|上|中|给|为|被|把|在|是|都|会|要|能|可)")
_ANY = frozenset(
    (
        *("方面", "内容", "东西", "问题", "办法", "法子", "措施", "做法", "方式", "时候", "意思", "地方", "情况"),
        *("作用", "文件", "方案", "单位", "部门", "要求", "支持", "方向", "手段", "途径", "条件", "规定", "后果"),
    )
)
"""Nouns that any sentence may answer to."""


@lru_cache(maxsize=512)
def thing_asked(question: str) -> str:
    """The last two characters of the noun; "" where the question names no kind of thing."""
    found = _NAMED.search(question) or _ENDED.search(question)
    noun = found.group(1)[-2:] if found else ""
    return "" if noun in _ANY else noun

"""What of a request says how to write, not about what: 写一份, 给领导, 一页纸, 各家, 怎么安排的.

What is left when it is taken off is the subject.
"""

from __future__ import annotations

import re

from assistant.understanding.query import topic
from corpus.text import visible_length

_READER = (
    r"(?:给|供|向|为|让|请|报)(?:我们?|分管|主管|主要)*[一-龥]{0,6}?"
    r"(?:领导|处长|局长|科长|厅长|主任|市长|县长|区长|书记|处里|区里|局里|委里|厅里|市里|省里|县里|区上|大家|同事|同志|局|厅|委|处)"
    r"(?:们)?(?:看看|看|用|参考|参阅|审阅|阅示|汇报|做参考|作参考)*"
)
_FORM = (
    r"一[份页篇张个](?:纸|材料)?|[半两二三]页(?:纸)?|页纸|一图|看懂|简报|专题材料|汇报材料|背景材料|专题|材料|报告|一览|要点|概要|"
    r"概况|摘要|参考|汇报用?|清单|对照表"
)
_DOING = (
    r"(?:请|麻烦|帮我?|给我?|用)*(?:写|整理|梳理|汇总|概括|归纳|总结|介绍|起草|准备|列举|列出|罗列|列|做成|做出|做|形成|弄|说明|讲解|讲清楚|说清楚|讲|说)+"
    r"(?:一下子?|成|出来?|个|清楚|明白)?|领导要?去|调研|考察"
)
_DOCUMENTS = (
    r"(?:这|那)?[一两三四五六七八九十几](?:份|个|地|家|省|市)(?:文件|方案|材料)?|(?:这|那)(?:些|几份?)(?:文件|方案)?|"
    r"各(?:份|个|地|省|市|家|级|方|部门|文件|方案|有|自)*|每(?:份|个)(?:文件|方案)?|全部|所有|文件|方案|里面?的?|当中|"
    r"[一二三四五六七八九十]+部门|有关|相关|围绕|从国家到|层层"
)
_SIDES = (
    r"比较|对比|对照|看得?出|差别|区别|差异|异同|不同之处|不同|相同|一致|突出|逐[项条个]|分别|之间|衔接|对接|呼应|承接|关系|"
    r"特点|亮点|特色|优势|短板|可以|值得|借鉴|经验|好|超前|率先|积极|大力"
)
_ASKING = (
    r"做法|办法|举措|措施|部署|布局|安排|规定|要求|内容|重点|情况|工作|若干|任务和项目|(?<!重点)(?<!主要)(?<!工作)任务|方向|"
    r"怎么(?:样|干|办|做|说|写|改|搞|定|规定|安排|落实|要求)?(?:的)?|如何|哪些|什么|多少|从哪来|承担|提了|提出|都要建|要建|要做|"
    r"方面的?|领域的?|(?<=[一-龥]{2})上的?|这[些块项]|请|谈谈|把|的|下"
)
_ERRAND = re.compile("|".join((_READER, _DOING, _DOCUMENTS, _FORM, _SIDES, _ASKING)))

_COUNTED = re.compile(r"[一二三四五六七八九十]+[大项个条](?=(行动|工程|任务|措施|举措|专项))\1")

_TERM_AHEAD = "重点|主要|工作|总体"
_TERM_BEHIND = "措施|办法|举措|做法|机制|部署|安排|规定|要求|任务"
"""Errand words that make a term with the word they touch: 保障措施, 重点任务, 工作机制."""


def subject_of(text: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a request that say what it is about; `named` are those that name documents."""
    said = text
    for word in sorted(named, key=len, reverse=True):
        said = said.replace(word, " ")
    return tuple(topic(_ERRAND.sub(" ", _COUNTED.sub(" ", said)), named).split())


def told(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a subject without those of one character."""
    return tuple(word for word in words if visible_length(word) > 1)


def as_typed(words: tuple[str, ...], text: str) -> str:
    """The words of a subject with those that the request prints right before and behind them, as a title has them."""
    around = (re.search(f"(?:{_TERM_AHEAD})?{re.escape(word)}(?:{_TERM_BEHIND})?", text) for word in words)
    return " ".join(found.group() if found else word for found, word in zip(around, words, strict=True))


def counted(text: str) -> str:
    """What a document has a number of, by the word that names it: 工程 in 十大工程; empty where nothing is counted."""
    found = _COUNTED.search(text)
    return found.group(1) if found else ""

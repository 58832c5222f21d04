"""What of a request says how to write, not about what: 写一份, 给领导, 一页纸, 各家, 怎么安排的.

What is left when it is taken off is the subject. A part between commas that only tells
the occasion (领导明早要看, 组织部门来要材料) is left out as a whole, unless it tells all there is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.briefing.occasion import without_occasion
from assistant.understanding.query import topic
from corpus.text import visible_length

_NAME = "\ue000"
"""Stands where a request names a document."""

_READER = (
    r"(?:给|供|向|为|让|请|报)(?:我们?|分管|主管|主要)*[一-龥]{0,6}?"
    r"(?:领导|处长|局长|科长|厅长|主任|市长|县长|区长|书记|处里|区里|局里|委里|厅里|市里|省里|县里|区上|大家|同事|同志|局|厅|委|处)"
    r"(?:们)?(?:看看|看|用|参考|参阅|审阅|阅示|汇报|做参考|作参考)*"
)
_FOR = r"给[一-龥]{1,6}?(?:口|办|线|处|部|的?同志|的?同事)(?=写|做|出|整理|弄|准备|$)"
_FORM = (
    r"一[份页篇张个段](?:纸|材料)?|[半两二三]页(?:纸)?|页纸|一图|看懂|简报|(?:专题|汇报|背景|情况|交流|会议|学习)材料|专题|材料|报告|一览|要点|概要|"
    r"概况|(?:内容)?(?:摘要|提要)|参考|汇报用?|清单|对照表|(?:讲话|发言|汇报|谈话)(?:要点|提纲|参考|稿|材料)|提纲|稿子|备忘录?|要情|纪要|综述|小结|短文|速览|速读|"
    r"导读|卡片|几句(?:话)?|就行|即可|(?:情况)?说明|PPT|ppt|(?:[一两几]?张)?(?:一览|汇总|对照|对比|明细|总|大)?表(?:格)?(?![示面达现彰决述明率态])"
)
_DOING = (
    r"(?:请|麻烦|帮我?|给我?|用)*(?:写|整理|梳理|汇总|概括|归纳|总结|介绍|起草|准备|列举|列出|罗列|列|做成|做出|做|形成|弄|说明|讲解|讲清楚|说清楚|讲|说|"
    r"草拟|撰写|归拢|归集|提炼|浓缩|压缩|摘录|摘要|捋|拢|(?<![一-龥])拟|就(?=[^，。]{2,40}(?:写|拟|起草)))+"
    r"(?:一下子?|成|出来?|个|清楚|明白)?|(?:压|汇|编|搞|凑|理|拼|摘|拎|抽|挑)(?:成|出来)|帮忙|给?我?[出来](?:个|一?[份张篇页段])|(?:放|摆)(?:在|到)?一(?:起|块儿?)(?:比|看|讲|说)?|比一比|手头|过一(?:遍|下)|从头到尾|想把|(?<!一)[那这]种|横向|着看|单独|单列|(?:理|捋|归拢|摘|列|理)一(?:理|捋|下)|领导要?去|调研|考察"
)
_ROOM = (
    r"(?:限|不超过|不要超过|控制在|压到|缩到|大概|大约|左右)+[一半两二三\d]*页?(?:纸)?|"
    r"[\d一二三五八两]+[百千]?字(?:左右|以内|上下|以下)?"
)
_DOCUMENTS = (
    r"(?:[分按]|逐)(?:地方|地区|省份?|城市|文件|年份?|年度|地|家|层级|级)(?:来|列|做|写|分)*|(?:这|那)?[一两三四五六七八九十几](?:份|个|地|家|省|市)(?:文件|方案|材料)?|(?:这|那)(?:些|几份?)(?:文件|方案)?|"
    r"各(?:份|个|地|省|市|家|级|方|部门|文件|方案|有|自)*|每(?:份|个)(?:文件|方案)?|全部|所有|文件|方案|里面?的?|当中|"
    r"[一二三四五六七八九十]+部门|有关|相关|围绕|从国家到|层层"
)
_LED = f"[一-龥]{{2,8}}?(?:牵头|会同|联合|主导)(?:印发|发布|制定|编制|发)?的?(?={_NAME})"
_ISSUED = r"20\d\d年(?:\d{1,2}月|[底初末中])?(?:\d{1,2}日)?(?:印发|发布|下发|出台|制定|发)了?的?|(?:印发|下发|出台)的"
_SIDES = (
    r"比较|对比|对照|看得?出|差别|区别|差异|异同|不同之处|不同|相同|一致|突出|逐[项条个]|分别|之间|衔接|对接|呼应|承接|关系|"
    r"贯彻|细化|一级级|落下来|对得上|谁依据谁|谁细化谁|特点|亮点|特色|优势|短板|可以|值得|借鉴|经验|好|超前|率先|积极|大力"
)
_ASKING = (
    r"做法|办法|举措|措施|部署|布局|安排|规定|要求|内容|重点|情况|工作|若干|任务和项目|(?<!重点)(?<!主要)(?<!工作)任务|方向|"
    r"谁(?:都|也|在|来)?(?:提|写|讲|说|搞|布局|有)(?:了|到|过)*|怎么(?:样|干|办|做|说|写|改|搞|定|规定|安排|落实|要求)?(?:的)?|如何|哪些|什么|多少|从哪来|承担|提了|提出|都要建|要建|要做|"
    r"方面的?|领域的?|(?<=[一-龥]{2})上的?|这[些块项]|请|谈谈|把|的|下"
)
_ERRAND = re.compile("|".join((_READER, _FOR, _FORM, _DOING, _ROOM, _LED, _DOCUMENTS, _ISSUED, _SIDES, _ASKING)))


_NO_OTHER = "(?!大学|学院|研究院|研究所|材料所|银行|集团|港[口集]?|钢铁)"
"""宁波大学 names no document of 宁波."""

_COUNTED = re.compile(r"[一二三四五六七八九十]+[大项个条](?=(行动|工程|任务|措施|举措|专项))\1")

_TERM_AHEAD = "重点|主要|工作|总体"
_TERM_BEHIND = "措施|办法|举措|做法|机制|部署|安排|规定|要求|任务"
"""Errand words that make a term with the word they touch: 保障措施, 重点任务, 工作机制."""


def subject_of(text: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a request that say what it is about; `named` are those that name documents."""
    said = text
    for word in sorted(named, key=len, reverse=True):
        said = re.sub(f"{re.escape(word)}{_NO_OTHER}", _NAME, said)
    wanted, parts = without_occasion(said)
    words = _words(wanted, named)
    return words if words or _NAME in "".join(wanted) else _words(parts, named)


def _words(parts: Sequence[str], named: tuple[str, ...]) -> tuple[str, ...]:
    said = _ERRAND.sub(" ", _COUNTED.sub(" ", "，".join(parts))).replace(_NAME, " ")
    return tuple(topic(said, named).strip("《》").split())


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

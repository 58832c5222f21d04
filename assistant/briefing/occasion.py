"""Parts of a request between commas that only tell the occasion: 领导明早要看, 组织部门来要材料, 限一页. Pure."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[，。；：！？,;:!?\n]+|……|——")
_PERSON = (
    r"(?:领导(?!小组|机构|干部|体制|机制|班子|责任|作用)|处长|局长|科长|厅长|部长|主任|市长|县长|区长|省长|书记|老[板总]|"
    r"组织部门?|宣传部|政研室|办公室|督查室|人大|政协|上级|[处区局委厅市省县部]里|客户|同事)"
)
_OCCASION = re.compile(
    rf"{_PERSON}[^，]{{0,12}}?(?:要[看用听来去讲问]?|[看用听问催审来]|去|到|开会|讲话|发言|座谈|汇报|检查|等着)"
    r"|急[用需着]|^急$|明[早天]|后天|今[天晚早]|下[周午个]|[上本]午|本周|这周|周[一二三四五六日末]|马上|尽快|抓紧|越快越好|(?:开会|会上|上会|会议|座谈|调研|培训|迎检)上?(?:要?用|时)$|^(?:开会|上会|会上)$"
    r"|我[们司]?(?:刚|现在|就)?(?:是|在|调到|来自|到)|底数|谢谢|辛苦|不超过|以内|字左右|控制在|^限(?:时|定?在?[一半两\d])|别太长|不要太长|简[短单明洁]点|(?:通俗|简洁|详细|具体|口语|正式)(?:一些|一点|点|些)|时间紧|就行$|即可$|就好$|[外内]部(?:学习|交流|使用)|对外用|要引用|泛泛|几句|[好想便]用?来"
)
_WISH = re.compile(
    r"都要有|[别勿不]要?[漏落少]|就?免了|就?不用了?$|就?不要了$|写准|要准|核准无误|语气|口气|排版|字体|格式|读的人|看的人|能直接|直接[念用读]|一看就|"
    r"先[^，]{1,8}[后再][^，]{1,8}|[一逐]条(?:对|接)?一?条|按[^，]{1,6}(?:排|列|写|分)$|挑(?:要紧|重要|关键)|突出重点|言简意赅|控制篇幅|"
    r"(?:套话|空话|废话|官话|客套)|(?:点|写|指|标)出(?:它|其|各)?自?己?的?(?:特色|出处|依据)|(?:我|咱)(?:会|来(?!自)|再|们?自己)|打印|盖章|存档|发给"
)
"""How it should read or look."""

_ORDER = re.compile(
    r"写|整理|梳理|汇总|概括|归纳|总结|介绍|起草|准备|列|做[成个一份]|形成|弄|搞|讲讲|讲清|说说|说清|说明|拟|撰|提炼|浓缩|理一|捋|归类|压缩|归拢|摘|对比|比较|对照|给我|来[一份个]"
)


def without_occasion(text: str) -> tuple[list[str], list[str]]:
    """The parts that say what is wanted, and all parts: an occasion may tell all there is (领导要去绍兴调研)."""
    parts = _parts(text)
    return [part for part in parts if not _OCCASION.search(part) or _ORDER.search(part)], parts


def without_wishes(text: str) -> str:
    """A request without the parts that say how it should read or look (数字别漏, 先国家后地方), unless all do."""
    parts = _parts(text)
    told = [part for part in parts if not _WISH.search(part)]
    return "，".join(told) if 0 < len(told) < len(parts) else text


def _parts(text: str) -> list[str]:
    """What stands between the stops of a request."""
    return [part for part in _PARTS.split(text) if part]

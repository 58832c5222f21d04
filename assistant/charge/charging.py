"""Who is in charge of what was just said, in whatever words: 归哪个口管, 落到哪些部门头上, 谁的活儿.

A question made of nothing but a body that is asked for, words for being in charge, and
words that point back, asks for the responsible bodies of the clause before it.
"""

from __future__ import annotations

import re

_BODY = r"部门|单位|机构|机关|厅局|委办局?|科室|口|家|头上|身上|名下|主体|人"
_WHOM = re.compile(
    rf"谁|哪[儿里]|(?:哪|什么|啥|几|多少)[一-龥]{{0,3}}?(?:{_BODY})|(?:{_BODY})(?:都?有|是)(?:哪|谁|什么|啥)"
)
_CHARGE = (
    r"负责|牵头|主抓|抓|落实|承担|承办|主办|经办|督办|监督管理|监管|监督|管理|主管|分管|管|办理?|干|做|建|盯着?|推进|推动|"
    r"实施|执行|出面|参与|参加|出力|兜底|操心|跟进|对接|配合|协助|协同|协调|统筹|组织|领导|落[到在]|归口?|算|派给?|交给?|"
    r"分[给到配]|安排给?|摊到?|压到|挂在?|认领|领|责任|主体|任务|活儿?|职责|分工|对口|找"
)
_LEAN = (
    r"上[述面]|刚才|说的|提到的|其中|这样|那样|这|那|它们?|其|该|此|一?[条项点个件块段]|些|事情?|工作|任务|措施|内容|方面|要求|"
    r"规定|具体|到底|究竟|主要|分别|最后|一般|应该?|应当|需要?|得|要|会|能|可以|去|来|给|由|被|让|把|是|有|都|在|了|的|和|及|又|"
    r"呢|吗|啊|呀|怎么|如何|哪|几|多少|什么|啥|谁|个|列|一下|请问|那么|儿|里"
)
_ALL = re.compile(rf"(?:{_CHARGE}|{_BODY}|{_LEAN}|[，,、。？?！!\s])+")
_IN_CHARGE = re.compile(_CHARGE)
_SHARED_OUT = re.compile(r"(?:责任|职责|分工|任务)[一-龥]{0,2}(?:怎么|如何)(?:分|划|定|明确)|(?:怎么|如何)分工")
_NAMED = re.compile(
    r"^(?:责任|牵头|主管|承办|承担|配合|负责)(?:的)?(?:部门|单位|机构|主体|人)(?:呢|有哪些|都?有谁|是哪些|是谁|是什么)?[？?]?$"
)

ASKED = "由哪些部门负责？"
PARTNERS = "由哪些部门配合？"


def asks_who(question: str) -> bool:
    """Does a turn ask for nothing but who is in charge of what the turn before was about?"""
    if _NAMED.match(question) or (
        _SHARED_OUT.search(question) and _ALL.fullmatch(_SHARED_OUT.sub("", question) + "的")
    ):
        return True
    return bool(_WHOM.search(question) and _IN_CHARGE.search(question) and _ALL.fullmatch(question))


def asks_who_else(question: str) -> bool:
    """配合单位呢: is it asked who takes part beside the one who leads?"""
    return bool(_TAKES_PART.search(question)) and not _LEADS.search(question)


_TAKES_PART = re.compile(r"配合|协办|协同|协助|参与|参加")
_LEADS = re.compile(r"牵头|负责|主管|主办|责任")

"""What follows where something is not done, 不备案呢，会怎么样: asked of what the turns before were about.

Duties and what comes of neglecting them stand apart in a law, so it is searched for, not looked up in what was cited.
"""

from __future__ import annotations

import re

from assistant.turns.swapping import HEAD
from assistant.understanding.aspects import PENALTY
from assistant.understanding.query import Asked
from corpus.models import DocumentSummary
from corpus.vocabulary import DocumentType

_IF = r"(?:要是|如果|假如|万一|若|一旦)?(?:有人|谁|一直|就是|真的?|还是)?(?:就|都|也|又)?"
_NUMBER = r"(?:到|满|足|超过|超出|低于|高于|少于|多于|大于|小于)[\d一二三四五六七八九十两半百千]"
_LEFT_UNDONE = rf"(?!.{_NUMBER})(?:不(?!是|会|用|需|能|得|可|同|少|多)|没有?|未)"
"""不满三年 leaves nothing undone."""

_NOT = rf"(?:拒不|拒绝|{_LEFT_UNDONE}|违反|违规|逾期|超期|瞒报|谎报|伪造|骗取)"

_THEN = (
    r"(?:的话|的)?(?:了)?(?:呢)?[，,]?(?:会|要|得|该|将)?(?:怎么样|怎样|怎么(?:处理|处罚|罚|算|着)|咋(?:样|罚)|如何处[理罚]|"
    r"有(?:没有)?(?:什么|啥|何)?(?:后果|责任|处罚|惩罚)吗?|(?:被|挨|要|会)?(?:罚款?|处罚)(?:多少(?:钱)?|吗|款吗)?|承担什么责任|什么后果)(?:呢)?"
)
_NEGLECTED = re.compile(rf"{_IF}(?P<case>{_NOT}[^，,。？?；;]{{1,14}}?){_THEN}[？?。]*")
_BARE = re.compile(rf"{_IF}(?P<case>{_NOT}[^，,。？?；;的]{{1,10}}?)(?:的话)?呢[？?。]*")
_DONE = re.compile(
    r"(?:要是|如果|假如|万一|若|一旦|真)[^，,。？?]{0,6}了(?:的话)?(?:呢|[，,]?会?(?:怎么样|怎样|被?罚吗))?[？?。]*"
)
_MAY = re.compile(r"(?:能不能|可不可以|能否|可否|(?:能|可以|允许|准许?|让)[^，。？?]{1,16}吗)")
_MAY_SAID = re.compile(r"能不能|可不可以|能否|可否|能|可以|允许")
_AIMED = re.compile(
    r"(?:有没有|有无|是否有|有)(?:专门|单独|另外|特别)?(?:是)?(?:针对|关于|对于?|罚|处罚)(?P<who>[^，,。？?]{2,24}?)的(?:规定|处罚|条款)?(?:吗|呢|么)?[？?。]*"
)

FINED = "怎么处罚？"
DEALT_WITH = "怎么处理？"
"""... where a law prints no penalty, but what is to be done."""

BARE_VERB = 3
"""Characters up to which a case names nothing but the verb, 不备案: what it is not done to was said before."""


def what_follows(question: str, before: str, subject: str, asked: Asked, documents: tuple[DocumentSummary, ...]) -> str:
    """The question for what a law lays down for the case that a turn names; empty where it asks for none."""
    if len(documents) != 1 or documents[0].document_type is not DocumentType.LAW or asked.documents:
        return ""
    text = HEAD.sub("", question)
    aimed = _AIMED.fullmatch(text)
    if aimed and PENALTY[0].search(before):
        return f"{aimed['who']}{FINED}"
    if PENALTY[0].search(before):
        return ""
    if _DONE.fullmatch(text) and _MAY.search(before):
        return f"违反规定{_MAY_SAID.sub('', subject)}的，{FINED}"
    found = _NEGLECTED.fullmatch(text) or _BARE.fullmatch(text)
    if found is None:
        return ""
    case = found["case"]
    named = "" if len(case) > BARE_VERB or case[-1] in subject[:1] else _without(case, subject)
    return f"{named}{case}的，{FINED}"


def _without(case: str, subject: str) -> str:
    """What was talked of, without the verb that the case says again: 开网点备案 and 不备案 make 开网点不备案."""
    verb = re.sub(rf"^{_NOT}", "", case)
    return subject.replace(verb, "") if verb else subject

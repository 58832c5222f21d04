"""Words in front of a question that say where the conversation goes: to something else, or back to what was.

换个话题，… and 另外问个事，… end what was talked of; 回到前面江苏那份，… takes it up again. They
name nothing themselves, so they are left out of the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.finding.rarity import pairs
from assistant.models import Turn
from assistant.understanding.naming import named_documents
from assistant.understanding.query import topic
from corpus.models import DocumentSummary
from corpus.numbering import number_of
from corpus.places import places_in
from corpus.vocabulary import Level

_CIVIL = (
    r"好的?|好了|行|嗯|哦|哎|啊|谢谢|知道了|明白了|了解了|那么?|还有|此外|话说|对了|另外|顺便|顺带|接下来|接着|然后"
)
_WISH = r"我|还|再|又|也|先|想|要|来|请教?|麻烦|帮我|您|你"
_ASK = r"(?:问|说|聊|谈|查|看|打听|了解|请教|咨询)(?:一?下|一句|一声)?|换|跳|转"
_OTHER = r"一|个|件|点|些|句|别的|其他的?|其它的?|另外?|不(?:同|一样)的?|新的?|话题|主题|问题|题目|事情?|方面|下|题外话"
_AWAY = r"不(?:说|谈|聊|问|管)|这(?:个|事|些)?|放(?:一放|一边|下)|到这(?:里|儿)?|为止|就|在|的|了|吧|呢|哈"
_WORDS = re.compile(rf"(?:{_CIVIL}|{_WISH}|{_ASK}|{_OTHER}|{_AWAY})+")
_ELSEWHERE = re.compile(
    r"别的|其他|其它|不同|不一样|话题|主题|题外|题目|换|跳|先不|不(?:说|谈|聊|管)|放(?:一放|一边|下)|"
    r"(?:另|再|还|顺便|顺带|想|请教|问)[^，]{0,5}(?:问|打听|请教|了解|咨询)|问(?:一?个|一?下|件)|请教|打听"
)
_MILD = re.compile(r"另外|此外|顺便|顺带|还有|对了|话说|接下来|然后|好的?|好了|行|嗯|哦|谢谢|知道了|明白了|了解了")
_OPENING = re.compile(r"([^，,：:。；;！!？?]{1,16}?)[，,：:。；;！!\s]+(?=[^，,：:。；;！!\s])")
_JOINED = re.compile(
    r"(?:另外|此外|顺便|顺带|还|我)?(?:再|想|也)*(?:换(?:一?个|个)?(?:话题|问题)|(?:问|请教|打听)(?:一?个|一?下|件)?(?:别的|其他的?|另外的?|问题|事情?)|"
    r"(?:再|顺便|顺带|另外)(?:再|想)*问(?:一?下|一?个|一句))"
)
_BACK = re.compile(
    r"(?:好的?|那|再|还是|现在|我们|咱们?|又|我|想|要)*(?:回到|回过头(?:来)?|说回|转回|倒回|返回|回头|退回)(?:去|到|来|再|看|说|问|讲)*"
    r"(?P<what>[^，,：:。？?！!]{0,24})(?:[，,：:。]+|$)"
)
_NTH_QUESTION = re.compile(r"(?:第([一二三四五六七八九十\d]+)|(最[初先开]始?|开头|一开始)|(上一?|前一))个?(?:问题|问)?")
_DOCUMENT_BEFORE = re.compile(
    r"(?:前面|先前|之前|前|上)(?:提到|说|问|讲)?的?(?:那|一)?一?[个份部](?:条例|办法|规定|法律|法规|文件|通知|意见|措施|方案|规划|计划)"
)
_CORRECTS = re.compile(
    r"^(?:(?:不对|不是(?:这个?|的)?|错了|你?(?:理解|答|说|弄|搞)错了|答非所问|(?:刚才|刚刚|前面)?(?:打|输|写|说|问|看)错(?:别?字)?了?|"
    r"[口手笔]误|更正(?:一下)?)[，,。！!；; ]*)?"
    r"(?:我(?:想|要)?(?:问|说|指|要)的(?:不是[^，,]{1,16}[，,]?(?:而是|是))?是?|我(?:的意思)?是(?:想)?(?:问|说|指)?|我是(?:问|说|指)|应该是)(?=.{2})"
)
_TOLD_TOO = (
    r"(?:再|各自?|都|分别|给我|帮我|请|一并|一起)*(?:说|讲|列|给|写|查|看|找|介绍|来)"
    r"(?:一?下|[说讲看列]|出来?|一列|我|一份|一个|吧|呗)*"
)
_TOO = re.compile(
    rf"^(?P<what>[^，,。？?]{{2,24}}?)(?:也|一并){_TOLD_TOO}[。？?！!]*$|"
    r"^(?P<others>[^，,。？?]{2,24}?)也都?(?:提|说|讲|写|涉及|规定)[到及]?[了过]?(?:吗|没有?|没)?[，,。？?]*是?(?:怎么|如何|咋)"
    r"(?:提|说|写|讲|规定|要求)的?呢?[？?。]*$"
)
"""A turn that wants the same told of another thing: 有色的也给我, 国家的也提到了吗？怎么提的."""

_OF_KIND = re.compile(r"(?:[那这](?:一)?(?:类|种|块|个|项|份|边))?的?$")
_AGAIN = re.compile(r"(?P<what>[^，,。？?]{2,8}?)(?:那边|那份|方案)?又是?(?:怎么|如何|咋)[^，,。？?]{1,8}[？?。]*$")
_TOO_BESIDE = re.compile(rf"[，,][^，,。？?]{{1,14}}?也{_TOLD_TOO}[。？?！!]*$")

_HERE = re.compile(
    r"^(?:我们?|咱们?|本)(?:单位|公司|企业|学校|厂|院|机构|这边|这里|家)?就?(?:是|在|位于|地处|来自)(?P<place>[一-龥]{2,8}?)"
    r"(?:的|这边|那边)?[，,](?=.{4})"
)
_ASKED = re.compile(r"[？?]|多少|几|什么|啥|哪|谁|怎|如何|吗|呢|何时|多[久长大高]")
_SAID = re.compile(r"前面|刚才|之前|上面|先前|那(?:份|个|边|块|条|里)|说的|问的|讲的|提到的|的|方案|文件|问题|话题|这")


@dataclass(frozen=True, slots=True)
class Turning:
    """What is asked, whether it starts anew, and what it goes back to."""

    text: str
    anew: bool = False
    back_to: str | None = None


def turning(question: str) -> Turning:
    """The question without the words that only lead from one topic to another."""
    question = _of_another_too(_corrected(question))
    back = _BACK.match(question)
    if back:
        return Turning(question[back.end() :].strip(), back_to=back["what"])
    text, anew = question, False
    while opening := _OPENING.match(text):
        said = opening[1]
        away = bool(_WORDS.fullmatch(said) and _ELSEWHERE.search(said))
        if not away and not _MILD.fullmatch(said):
            break
        text, anew = text[opening.end() :], anew or away
    joined = _JOINED.match(text)
    if joined and len(text) > joined.end():
        text, anew = text[joined.end() :].lstrip("，,：:。 "), True
    return Turning(text, anew)


def without_own_place(question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> str:
    """我们单位在甘肃，…: the turn without where somebody is, where what was told holds all over the country."""
    found = _HERE.match(question)
    cited = next((one.answer.citations for one in reversed(history) if one.answer.citations), ())
    of_places = {one.id for one in library if one.level is not Level.NATIONAL}
    if found is None or not cited or not places_in(found["place"]):
        return question
    if any(one.document_id in of_places for one in cited):
        return question
    return question[found.end() :]


def _corrected(question: str) -> str:
    """不对，我问的是电网侧: what is meant instead, as a turn that names it."""
    found = _CORRECTS.match(question)
    if found is None or not re.match(
        r"[不错答你刚打输写说问看口手笔更]|我(?:想|要)?(?:问|说|指)的|我的意思|我是", question
    ):
        return question
    meant = _TOO_BESIDE.sub("", question[found.end() :])
    return meant if _ASKED.search(meant) else f"{meant.rstrip('。！!')}呢？"


def _of_another_too(question: str) -> str:
    """山东和宁波的也各说一下: a turn that names them and asks nothing else."""
    found = _TOO.match(question)
    what = (found["what"] or found["others"]) if found else ""
    return question if not what or _ASKED.search(what) else f"{_OF_KIND.sub('', what)}呢？"


def asked_again(question: str, library: Sequence[DocumentSummary]) -> str:
    """宁波又是怎么融进去的: the same asked of another document in passing words, as a turn that names it alone."""
    found = _AGAIN.match(question)
    return f"{found['what']}呢？" if found and named_documents(found["what"], library).documents else question


def taken_up(what: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> Sequence[Turn]:
    """The turns up to the one that is gone back to: the last on that document, on those words, or that told them."""
    numbered = _NTH_QUESTION.fullmatch(_plain(what))
    if numbered and history:
        at = _number(numbered, len(history))
        return history[:at] if 0 < at <= len(history) else history
    named = {document.id for document in named_documents(what, library).documents}
    words = pairs(_SAID.sub(" ", what))
    best = max(range(len(history)), key=lambda at: (_nearness(history[at], named, words), at), default=-1)
    return history[: best + 1] if best >= 0 and _nearness(history[best], named, words) else history


def turns_meant(question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> Sequence[Turn]:
    """The turns that a question goes on from: all of them, or those up to the one that it goes back to."""
    back_to = turning(question).back_to
    return history if back_to is None else taken_up(back_to, history, library)


def thing_named(what: str, library: Sequence[DocumentSummary]) -> str:
    """What is gone back to, 刚才的绿色专篇, where it is more than a document or the number of a question."""
    if _NTH_QUESTION.fullmatch(_plain(what)) or named_documents(what, library).documents:
        return ""
    said = _SAID.sub(" ", what).split()
    return said[-1] if said and len(topic(said[-1], ())) > 1 else ""


def with_document_before(question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> str:
    """前面那个条例管不管: the title of the document before the last one in place of the words that point to it."""
    pointed = _DOCUMENT_BEFORE.search(question)
    cited = [{one.document_id for one in turn.answer.citations} for turn in history]
    single = [next(iter(ids)) for ids in cited if len(ids) == 1]
    former = [one for one in single if one != single[-1]]
    title = next((one.title for one in library if former and one.id == former[-1]), "")
    if pointed is None or not title:
        return question
    return f"{question[: pointed.start()]}《{title}》{question[pointed.end() :]}"


def _plain(what: str) -> str:
    return re.sub(r"^(?:刚才|前面|之前|我)|的", "", what)


def _number(found: re.Match[str], turns: int) -> int:
    if found[1]:
        return number_of(found[1])
    return 1 if found[2] else turns - 1


def _nearness(turn: Turn, named: set[str], words: set[str]) -> int:
    cited = {citation.document_id for citation in turn.answer.citations}
    asked = pairs(f"{turn.question} {turn.answer.question}")
    said = pairs(turn.answer.answer) - asked
    return 30 * len(named & cited) + 3 * len(words & asked) + len(words & said)

"""A question that leans on the turns before it, made whole.

那宁波呢 changes the document, 2030年的呢 the year, 谁负责 asks about the clause just
cited; a question that names its own subject stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.models import Turn
from assistant.naming import named_documents
from assistant.query import About, Asked, Kind, topic, understand, years_in
from assistant.scoring import goes_on
from corpus.models import DocumentSummary
from corpus.places import places_in

_LEANING = re.compile(
    r"^(?:那|还|这|它|其|上述|前面|刚才|再|另外|具体|详细)|呢[？?]?$|(?:这|那)(?:一)?(?:条|项|点|个|"
    r"部分|时)|^(?:为什么|谁|责任|牵头|文号|什么时候|何时|联系)|"
    r"第[一二三四五六七八九十\d]+(?:条|点|个|方面|项)"
)
_TAIL = re.compile(r"(?:的|那边|那块|方面)?(?:呢|怎么样|如何)?[？?。]*$")
_HEAD = re.compile(r"^(?:那么?|还有|然后|另外)[，,]?")
_YEAR_ALONE = re.compile(r"(?:到|在|至)?20\d\d年?(?:底|末)?")
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+(?:条|点|个|方面|项|类|种)?")
_ASKING = re.compile(
    r"(?:是|有|达到|要到|为|罚款?|奖励?|补贴?|赔偿?)?(?:多少[家个座处项人名吨支台元条亩万]?|几[一-龥]{1,2}|哪些[一-龥]{0,4}|是什么|什么[一-龥]{0,3}|"
    r"怎么[一-龥]{0,2}|如何[一-龥]{0,2}|何时|哪年|在哪[一-龥]{0,2})"
)
_QUANTITY = re.compile(
    r"(?:已?满|不满|超过|不足|累计)?(?:\d+|[一二三四五六七八九十两]+)(?:年|天|日|个月|人|万?元|岁|倍)"
)
_POINTING = re.compile(r"这|那(?!么|块|边)|上述|它|其中|同类|第[一二三四五六七八九十\d]")

OWN_SUBJECT = 6
"""A question with a topic of more characters than this brings its own subject."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The question as it stands alone; `clause_ids` are what the turn before cited, where it leans on that."""

    text: str
    clause_ids: tuple[str, ...] = ()
    documents: tuple[DocumentSummary, ...] | None = None
    context: frozenset[str] = frozenset()
    """Ids of the documents of the turn before, where the question brings its own subject."""


def make_whole(question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> Whole:
    """The question with what it leaves out put in from the turn before."""
    question = question.strip()
    answered = [turn for turn in history if turn.answer.citations]
    if not answered:
        return Whole(question)
    last = answered[-1]
    before = last.answer.question or last.question
    asked, previous = understand(question, library), understand(before, library)
    leans = bool(_LEANING.search(question))
    if _stands_alone(asked, leans):
        return Whole(question)
    swapped = _swapped(question, before, asked, previous, library)
    if swapped:
        return Whole(swapped)
    documents = asked.documents or _documents_of(last, previous, library)
    cited = tuple(dict.fromkeys(citation.clause_id for citation in last.answer.citations))
    if asked.kind is Kind.RESPONSIBLE and _own(asked) <= OWN_SUBJECT:
        return Whole(f"{_stem(before)}，{question}", cited, documents or None)
    if asked.kind is Kind.ABOUT and (leans or _own(asked) <= OWN_SUBJECT):
        leaning = cited if asked.about is About.CONTACT else ()
        return Whole(_with_document(question, asked, documents), leaning, documents or None)
    if not leans and _own(asked) > OWN_SUBJECT:
        return Whole(question, context=frozenset(document.id for document in documents))
    return Whole(_with_subject(question, before, asked, previous, documents, library), cited, documents or None)


def _stands_alone(asked: Asked, leans: bool) -> bool:
    """Does it name what it is about: documents, a place, or all of the library?"""
    if leans:
        return False
    names = bool(asked.documents or asked.foreign_places)
    return (names and _own(asked) >= 4) or asked.kind in (Kind.MENTION, Kind.COMPARE)


def _own(asked: Asked) -> int:
    return len(asked.topic.replace(" ", ""))


def _swapped(question: str, before: str, asked: Asked, previous: Asked, library: Sequence[DocumentSummary]) -> str:
    """`那宁波呢`, `2030年的呢`, `第三方面呢`: the question before, with the one thing changed that is named now."""
    bare = _HEAD.sub("", _TAIL.sub("", question))
    if _QUANTITY.fullmatch(bare) and _QUANTITY.search(before):
        return _QUANTITY.sub(bare, before, count=1)
    if goes_on(bare) and not asked.documents:
        return f"{_stem(before)}，{bare}的"
    if asked.years and _YEAR_ALONE.fullmatch(bare):
        year = str(asked.years[0])
        return before.replace(str(previous.years[-1]), year) if previous.years else f"{year}年{before}"
    ordinal = re.sub(r"呢?[？?。]*$", "", _HEAD.sub("", question))
    if _ORDINAL.fullmatch(ordinal) and _ORDINAL.search(before):
        return _ORDINAL.sub(ordinal, before, count=1)
    named = named_documents(bare, library)
    if named.documents and len(re.sub("|".join(map(re.escape, named.words)), "", bare)) <= 3:
        old = next((word for word in named_documents(before, library).words if word in before), "")
        return before.replace(old, named.words[0], 1) if old else f"{named.words[0]}{before}"
    elsewhere = places_in(bare)
    if elsewhere and len(bare) <= len(elsewhere[0]) + 1:
        old = next(
            (word for word in (*named_documents(before, library).words, *places_in(before)) if word in before), ""
        )
        return before.replace(old, bare, 1) if old else f"{bare}{before}"
    asking = _ASKING.search(before)
    ellipsis = bare != question and question.rstrip("？?").endswith("呢") and not _POINTING.search(bare)
    if ellipsis and len(bare) >= 4 and asking and not asked.documents and not _ASKING.search(bare):
        lead = "".join(word for word in named_documents(before, library).words if word in before)
        return f"{lead}{bare}{asking.group()}？"
    return ""


def _documents_of(last: Turn, previous: Asked, library: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    if previous.documents:
        return previous.documents
    cited = {citation.document_id for citation in last.answer.citations}
    return tuple(document for document in library if document.id in cited) if len(cited) == 1 else ()


def _stem(before: str) -> str:
    return re.sub(r"[？?。]+$", "", before)


def _with_document(question: str, asked: Asked, documents: Sequence[DocumentSummary]) -> str:
    if asked.documents or len(documents) != 1:
        return question
    return f"《{documents[0].title}》{question}"


def _with_subject(
    question: str,
    before: str,
    asked: Asked,
    previous: Asked,
    documents: Sequence[DocumentSummary],
    library: Sequence[DocumentSummary],
) -> str:
    """Puts document, year and subject of the question before in front, as far as this one names none."""
    parts: list[str] = []
    if not asked.documents and len(documents) == 1:
        parts.append(f"《{documents[0].title}》")
    if not asked.years and previous.years and re.search(r"那时|届时|呢", question):
        parts.append("、".join(f"{year}年" for year in previous.years))
    if _own(asked) <= OWN_SUBJECT or _POINTING.search(question):
        bare = re.sub(r"《[^》]*》", " ", before)
        words = topic(bare, (*named_documents(bare, library).words, *places_in(bare))).split()
        subject = "".join(word for word in words if word not in question and not years_in(word))[:24]
        if subject:
            parts.append(f"{subject}，")
    return "".join(parts) + question

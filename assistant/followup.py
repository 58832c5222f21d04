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
from corpus.models import DocumentSummary

HISTORY = 6
"""Turns looked back at."""

_LEANING = re.compile(
    r"^(?:那|还|这|它|其|上述|前面|刚才|再|另外|具体|详细)|呢[？?]?$|(?:这|那)(?:一)?(?:条|项|点|个|"
    r"块|部分|时|边)|^(?:为什么|谁|责任|牵头|文号|什么时候|何时|联系)|"
    r"第[一二三四五六七八九十\d]+(?:条|点|个|方面|项)"
)
_ELLIPSIS = re.compile(r"^(?:那么?|那边|然后|还有)?[，,]?(.{1,14}?)(?:的|那边|方面)?(?:呢|怎么样|如何)?[？?]?$")


@dataclass(frozen=True, slots=True)
class Whole:
    """The question as it stands alone; `clause_ids` are what the turn before cited, where it leans on that."""

    text: str
    clause_ids: tuple[str, ...] = ()
    documents: tuple[DocumentSummary, ...] | None = None


def make_whole(question: str, history: Sequence[Turn], library: Sequence[DocumentSummary]) -> Whole:
    """The question with what it leaves out put in from the turns before."""
    question = question.strip()
    if not history:
        return Whole(question)
    last = history[-min(len(history), HISTORY) :][-1]
    before = last.answer.question or last.question
    asked, previous = understand(question, library), understand(before, library)
    leans = bool(_LEANING.search(question))
    if asked.documents and not leans and len(asked.topic.replace(" ", "")) >= 4:
        return Whole(question)
    cited = tuple(dict.fromkeys(citation.clause_id for citation in last.answer.citations))
    documents = asked.documents or _documents_of(last, previous, library)
    swapped = _swap(question, before, asked, previous, library)
    if swapped:
        return Whole(swapped, (), None)
    if not leans and len(asked.topic.replace(" ", "")) >= 6 and not documents:
        return Whole(question)
    if asked.kind is Kind.RESPONSIBLE and len(asked.topic.replace(" ", "")) <= 6:
        return Whole(f"{_stem(before)}，{question}", cited, documents or None)
    if asked.about and asked.kind is Kind.ABOUT:
        return Whole(
            _with_document(question, asked, documents), cited if asked.about is About.CONTACT else (), documents or None
        )
    return Whole(_with_topic(question, before, asked, previous, documents), cited, documents or None)


def _swap(question: str, before: str, asked: Asked, previous: Asked, library: Sequence[DocumentSummary]) -> str:
    """`那宁波呢`, `2030年的呢`: the question before, with the one thing changed that is named now."""
    bare = re.sub(r"^(?:那么?|还有|然后)[，,]?|(?:的|那边|方面)?(?:呢|怎么样|如何)?[？?。]*$", "", question)
    if asked.years and re.fullmatch(r"(?:到|在|至)?(?:20\d\d)年?(?:底|的|末)?", bare) and previous.years:
        return before.replace(str(previous.years[-1]), str(asked.years[0]))
    named = named_documents(bare, library)
    if named.documents and len(re.sub("|".join(map(re.escape, named.words)), "", bare)) <= 3:
        old = named_documents(before, library)
        for word in old.words:
            if word in before:
                return before.replace(word, named.words[0], 1)
        return f"{named.words[0]}{before}"
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


def _with_topic(question: str, before: str, asked: Asked, previous: Asked, documents: Sequence[DocumentSummary]) -> str:
    """Puts document, year and subject of the question before in front, as far as this one names none."""
    parts: list[str] = []
    if not asked.documents and len(documents) == 1:
        parts.append(f"《{documents[0].title}》")
    if not asked.years and previous.years and re.search(r"那时|届时|呢", question):
        parts.append("、".join(f"{year}年" for year in previous.years))
    own = asked.topic.replace(" ", "")
    if len(own) <= 10 or re.search(r"这|那|上述|它|第[一二三四五六七八九十\d]", question):
        words = [word for word in topic(before, named_documents(before, []).words).split() if word not in question]
        subject = "".join(word for word in words if not years_in(word))[:24]
        if subject:
            parts.append(f"{subject}，")
    return "".join(parts) + question

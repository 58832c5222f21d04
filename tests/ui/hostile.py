"""Text that tries to become more than text, in every place that a document, a question or a model fills."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Answer, AnswerStatus, Citation, CitationStatus, Sentence, SentenceStatus, Turn
from corpus.models import SourceText
from index.models import DocumentFilter
from tests.fakes import source
from tests.ui.desk import HandMadeAssistant, HandMadeDesk, place_of_clause

SIGN = "题号"
"""In front of every kind, so that its document is found by its title."""

KINDS: dict[str, str] = {
    "image": "<img src=x onerror=\"document.title='broken'\">",
    "script": "</script></textarea></title><script>document.title='broken'</script>",
    "link": "[点此](javascript:document.title='broken') <a href=\"javascript:alert(1)\">看</a> javascript:alert(1)",
    "bidi": "公开\u202egpj.exe\u2066内部\u200f文件",
    "markdown": "![图](http://example.org/x.png) <http://example.org/> http://example.org/ **粗** | 表 | `码`",
    "word": "长" * 5_000 + "w" * 5_000,
}

READ_OUT = "照念"
"""A question with this word is answered with its own text, as a model might."""


def hostile_texts() -> list[SourceText]:
    """One document a kind: in its name, its title, its headings and its clauses."""
    return [
        source(
            f"{SIGN}{kind}{text}.txt",
            f"{SIGN}{kind}{text}实施方案\n\n一、{text}\n\n到2025年，新增{text}1000家。\n\n三、保障\n\n{text}\n",
        )
        for kind, text in KINDS.items()
    ]


class ReadingOut(HandMadeAssistant):
    """Says what it is asked, and cites the clause that holds the same."""

    def ask(self, question: str, *, history: Sequence[Turn] = (), where: DocumentFilter | None = None) -> Answer:
        if READ_OUT not in question:
            return super().ask(question, history=history, where=where)
        kind = next(kind for kind in KINDS if f"{READ_OUT}{kind}" in question)
        document, clause = self._find(f"{SIGN}{kind}", "1000家")
        cited = Citation(
            text=clause.printed, mark=1, quote=clause.text, status=CitationStatus.VERIFIED,
            **place_of_clause(document, clause),
        )  # fmt: skip
        said = Sentence(text=KINDS[kind], marks=(1,), status=SentenceStatus.UNVERIFIED)
        return Answer(
            status=AnswerStatus.ANSWERED, answer=f"{KINDS[kind]}[1]", citations=(cited,), sentences=(said,),
            unused=(cited.model_copy(),), question=f"改写：{question}", notice=KINDS[kind],
        )  # fmt: skip


def hostile_desk(desk: HandMadeDesk) -> HandMadeDesk:
    """The desk with an assistant that reads out what it is asked."""
    desk.assistant = ReadingOut(desk.library)
    return desk

"""Several answers of a conversation as one table: 把这两个做成表格, 三个地方用表格列一下, 都放进一张表.

A row says what was asked, what was answered and where it stands, or that nothing was; words, quotes and
checks are those of the answers, their marks are counted anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.marking import marked
from assistant.models import Answer, AnswerStatus, Citation, Sentence, Turn
from corpus.numbering import number_of

_N = r"[两二三四五六七八九十]|\d{1,2}|几|些"
_UNIT = r"[个项条份家组地省市者种类次轮问处]"
_SEVERAL = re.compile(
    rf"(?:这|那|上面|前面|刚才|以上)?的?(?P<count>{_N}){_UNIT}?|"
    r"都|全部|所有|一起|统统|汇总|合并|合起来|并列|对比|对照|比较"
)
_OF_DOCUMENTS = re.compile(r"地方|地区|省|市|城市|文件|方案|[份地省市家](?=$|用|做|列|都|放|的)")
_TABLE = re.compile(r"表格|列表|图表|(?:张|个|成|用|列|做|画|进|到|以|按)表(?!述|示|明|达|现|态|率)")
_ASKS = re.compile(r"多少|几(?=[^个项条份家组地省市者种类次轮问处])|什么|哪|谁|吗|怎|如何|为何|[：:]")
_SIDE = re.compile(r"([一-龥A-Za-z]{2,8})：(?=.)")
_MOST = 24
"""Characters of a turn that asks for nothing but a table."""

_ANY = 0


@dataclass(frozen=True, slots=True)
class _Row:
    asked: tuple[str, ...]
    sentence: Sentence
    citations: tuple[Citation, ...]


def joined(question: str, history: Sequence[Turn]) -> Answer | None:
    """The last answers as one table; None where a turn asks for none, or the last answer alone is meant."""
    said = "".join(question.split())
    several = _SEVERAL.search(said)
    if several is None or not _TABLE.search(said) or _ASKS.search(said) or len(said) > _MOST:
        return None
    count = _number(several["count"])
    told = [turn for turn in history if turn.answer.sentences]
    if not told or (several["count"] == "些" and len(told[-1].answer.sentences) > 1):
        return None
    turns = _meant(history, count, bool(_OF_DOCUMENTS.search(said)))
    return _as_table(turns) if len(turns) > 1 else None


def _number(count: str | None) -> int:
    if not count or count in "几些":
        return _ANY
    return number_of(count)


def _meant(history: Sequence[Turn], count: int, of_documents: bool) -> list[Turn]:
    """The last answers up to the number said; those that lean on each other where none is said."""
    taken: list[Turn] = []
    for turn in reversed(history):
        if not (turn.answer.sentences or turn.answer.nearest):
            continue
        taken.insert(0, turn)
        enough = _enough(taken, count, of_documents) if count else turn.answer.question == turn.question
        if enough and (count or len(taken) > 1):
            break
    return taken


def _enough(turns: Sequence[Turn], count: int, of_documents: bool) -> bool:
    """Do they come to the number said: as many documents, points or answers? A refusal is one of each."""
    refused = [turn for turn in turns if not turn.answer.sentences]
    documents = {one.document_id for turn in turns for one in turn.answer.citations}
    points = sum(len(turn.answer.sentences) for turn in turns) + len(refused)
    return len(documents) + len(refused) >= count if of_documents else count in (points, len(turns))


def _as_table(turns: Sequence[Turn]) -> Answer:
    numbers: dict[tuple[str, str], int] = {}
    citations: list[Citation] = []
    sentences, lines = [], ["| 所问 | 内容 | 出处 |", "| --- | --- | --- |"]
    for row in _rows(turns):
        marks = []
        for one in row.citations:
            number = numbers.setdefault((one.clause_id, one.quote), len(numbers) + 1)
            if number > len(citations):
                citations.append(one.model_copy(update={"mark": number}))
            marks.append(number)
        sentences.append(row.sentence.model_copy(update={"marks": tuple(dict.fromkeys(marks))}))
        sources = dict.fromkeys(f"{one.title or one.source} {one.path}" for one in row.citations)
        side, said = _side(sentences[-1])
        cells = (side or "；".join(row.asked), said, "；".join(sources))
        lines.append(f"| {' | '.join(cell(one) for one in cells)} |")
    lines += [f"| {cell(_asked(turn))} | {cell(turn.answer.answer)} | |" for turn in turns if not turn.answer.sentences]
    last = turns[-1].answer
    partial = any(turn.answer.status is not AnswerStatus.ANSWERED for turn in turns)
    return Answer(
        status=AnswerStatus.PARTIAL if partial else AnswerStatus.ANSWERED,
        answer="\n".join(lines),
        citations=tuple(citations),
        sentences=tuple(sentences),
        question=last.question,
        writer=last.writer,
    )


def _side(sentence: Sentence) -> tuple[str, str]:
    """The side of a comparison that a sentence begins with, and the rest of it."""
    found = _SIDE.match(sentence.text)
    behind = sentence.model_copy(update={"text": sentence.text[found.end() :]}) if found else sentence
    return found[1] if found else "", marked(behind)


def _rows(turns: Sequence[Turn]) -> list[_Row]:
    """Each sentence once, with all the questions that it answers."""
    rows: dict[str, _Row] = {}
    for turn in turns:
        cited = {one.mark: one for one in turn.answer.citations}
        asked = _asked(turn)
        for one in turn.answer.sentences:
            before = rows[one.text].asked if one.text in rows else ()
            grounds = tuple(cited[mark] for mark in one.marks if mark in cited)
            rows[one.text] = _Row(tuple(dict.fromkeys((*before, asked))), one, grounds)
    return list(rows.values())


def _asked(turn: Turn) -> str:
    return (turn.answer.question or turn.question).rstrip("？?。")


def cell(text: str) -> str:
    """Text that breaks no row of a Markdown table."""
    return " ".join(text.replace("|", "｜").split())

"""Golden questions to figures: how often search finds, answers are right, and refusals are.

An answer is right when it says every key string, is no longer than its limit, cites a
passage that holds the evidence with a quote that shows it, has sound citations only,
and does not refuse. Scoring is pure; `evaluate` alone asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from assistant.figures import AnswerFigures, AnswerRow, Evaluation, RefusalFigures, RefusalRow, SearchFigures, SearchRow
from assistant.golden import Expected, GoldenDialog, GoldenQuestion
from assistant.models import Answer, AnswerStatus, Citation, Passage, Turn
from corpus.bundled import bundled_documents
from corpus.readers import read_source
from corpus.text import fold, visible_length

PASSAGE_CHARACTERS = 1000
SHORTEST_QUOTE = 4
_HITS = 10
_NEAREST = 3
_SHOWN_SHARE = 0.5

_MARK = re.compile(r"\[\d{1,3}\]")
_SIGNS = re.compile(r"[\s*_`|#>]")
_DASHES = re.compile(r"[—–－‐‑−~～至到\-]+")
_LONE_DASH = re.compile(r"(?m)^[ \t\u3000]*[-－—]{1,2}[ \t\u3000]*$")


class Asked(Protocol):
    """What is evaluated: anything that answers and searches as the assistant does."""

    def ask(self, question: str, *, history: Sequence[Turn] = ()) -> Answer: ...

    def search(self, query: str, k: int = 10) -> tuple[Passage, ...]: ...


def evaluate(
    assistant: Asked,
    questions: Sequence[GoldenQuestion],
    dialogs: Sequence[GoldenDialog],
    *,
    sources: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Evaluation:
    """Asks everything and scores it; `sources` are texts by file name, the bundled ones by default."""
    folded = {name: _printed(text) for name, text in (bundled_texts() if sources is None else sources).items()}
    searches, answers, refusals, talks = [], [], [], []
    total = len(questions) + len(dialogs)
    for done, question in enumerate(questions, 1):
        if question.answerable:
            searches.append(score_search(question, assistant.search(question.question, _HITS)))
            answers.append(score_answer(question, question.question, assistant.ask(question.question), folded))
        else:
            refusals.append(score_refusal(question, assistant.ask(question.question)))
        _tell(progress, done, total)
    for done, dialog in enumerate(dialogs, len(questions) + 1):
        talks.append(score_answer(dialog, " / ".join(dialog.turns), _last_answer(assistant, dialog), folded))
        _tell(progress, done, total)
    return summarise(searches, answers, refusals, talks)


def bundled_texts() -> dict[str, str]:
    """The bundled documents' texts by file name."""
    return texts_of([document.path for document in bundled_documents()])


def texts_of(files: Sequence[Path]) -> dict[str, str]:
    """The texts of files by name."""
    return {path.name: read_source(path).text for path in files}


def summarise(
    searches: Sequence[SearchRow],
    answers: Sequence[AnswerRow],
    refusals: Sequence[RefusalRow],
    dialogs: Sequence[AnswerRow],
) -> Evaluation:
    """The rows' means."""
    return Evaluation(
        search=SearchFigures(
            n=len(searches),
            recall_at_1=_mean(row.recall_at_1 for row in searches),
            recall_at_5=_mean(row.recall_at_5 for row in searches),
            in_1000_characters=_mean(row.in_1000_characters for row in searches),
        ),
        ask=_answer_figures(answers),
        refuse=RefusalFigures(
            n=len(refusals),
            unanswerable_refused=_mean(row.refused for row in refusals),
            near_shown=_mean(row.near_shown for row in refusals if row.near_shown is not None),
            answerable_refused=_mean(row.refused for row in answers),
        ),
        dialog=_answer_figures(dialogs),
        searches=tuple(searches),
        answers=tuple(answers),
        refusals=tuple(refusals),
        dialogs=tuple(dialogs),
    )


def score_search(question: GoldenQuestion, hits: Sequence[Passage]) -> SearchRow:
    """Shares of the evidence in the first hit, the first five, and the first 1,000 characters."""
    evidence = [_printed(each) for each in question.evidence]
    texts = [_printed(hit.text) for hit in hits]
    counted = [
        text if hit.source in question.source and len(text) <= PASSAGE_CHARACTERS else ""
        for text, hit in zip(texts, hits, strict=True)
    ]
    return SearchRow(
        id=question.id,
        question=question.question,
        recall_at_1=_held_share(evidence, counted[:1]),
        recall_at_5=_held_share(evidence, counted[:5]),
        in_1000_characters=_held_share(evidence, _within(PASSAGE_CHARACTERS, texts, counted)),
    )


def score_answer(expected: Expected, asked: str, answer: Answer, sources: Mapping[str, str]) -> AnswerRow:
    """What holds of `answer`; `sources` are folded texts by file name."""
    said = _comparable(_MARK.sub("", answer.answer))
    sound = [citation for citation in answer.citations if is_sound(citation, sources)]
    return AnswerRow(
        id=expected.id,
        type=expected.type,
        style=expected.style if isinstance(expected, GoldenQuestion) else "",
        question=asked,
        answer=answer.answer,
        complete=all(any(_says(said, key) for key in keys.split("|")) for keys in expected.must),
        concise=visible_length(_SIGNS.sub("", _MARK.sub("", answer.answer))) <= expected.limit,
        cited=any(
            _shows(citation, each) for citation in sound for each in expected.evidence if _meant(citation, expected)
        ),
        path=any(_meant(each, expected) and _path(each.path) in map(_path, expected.path) for each in answer.citations),
        verbatim=len(sound) == len(answer.citations) and (bool(sound) or answer.status is AnswerStatus.REFUSED),
        refused=answer.status is AnswerStatus.REFUSED,
    )


def score_refusal(question: GoldenQuestion, answer: Answer) -> RefusalRow:
    """Whether an unanswerable question was refused, and the clause that it imitates shown."""
    refused = answer.status is AnswerStatus.REFUSED
    near = _printed(question.near)
    shown = any(near in _printed(each.text) for each in answer.nearest[:_NEAREST])
    return RefusalRow(
        id=question.id,
        question=question.question,
        answer=answer.answer,
        refused=refused,
        near_shown=(refused and shown) if near else None,
    )


def is_sound(citation: Citation, sources: Mapping[str, str]) -> bool:
    """Is the passage one stretch of its source, no longer than a clause, with the quote in it?"""
    text, quote = _printed(citation.text), _printed(citation.quote)
    stands = 0 < len(text) <= PASSAGE_CHARACTERS and text in sources.get(citation.source, "")
    return stands and len(quote) >= SHORTEST_QUOTE and quote in text


def _shows(citation: Citation, evidence: str) -> bool:
    """The passage holds the evidence, and half of the shorter one of quote and evidence is shared."""
    want, quote = _printed(evidence), _printed(citation.quote)
    shorter = min(_pairs(want), _pairs(quote), key=len)
    return want in _printed(citation.text) and len(_pairs(want) & _pairs(quote)) >= _SHOWN_SHARE * len(shorter)


def _meant(citation: Citation, expected: Expected) -> bool:
    return citation.source in expected.source


def _last_answer(assistant: Asked, dialog: GoldenDialog) -> Answer:
    history: list[Turn] = []
    for question in dialog.turns[:-1]:
        history.append(Turn(question=question, answer=assistant.ask(question, history=tuple(history))))
    return assistant.ask(dialog.turns[-1], history=tuple(history))


def _tell(progress: Callable[[int, int], None] | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)


def _answer_figures(rows: Sequence[AnswerRow]) -> AnswerFigures:
    return AnswerFigures(
        n=len(rows),
        right=_mean(row.right for row in rows),
        complete=_mean(row.complete for row in rows),
        concise=_mean(row.concise for row in rows),
        cited=_mean(row.cited for row in rows),
        path=_mean(row.path for row in rows),
        verbatim=_mean(row.verbatim for row in rows),
    )


def _within(budget: int, texts: Sequence[str], counted: Sequence[str]) -> list[str]:
    """What a reader of the first `budget` characters of the hits has seen of those that count."""
    seen = []
    for text, own in zip(texts, counted, strict=True):
        seen.append(own[: max(0, budget)])
        budget -= len(text)
    return seen


def _held_share(evidence: Sequence[str], texts: Sequence[str]) -> float:
    return _mean(any(each in text for text in texts) for each in evidence)


def _says(said: str, key: str) -> bool:
    """Does the text say `key`, and not as a part of a longer figure?"""
    want = _comparable(key)
    before = r"(?<![\d.])" if want[:1].isdigit() else ""
    after = r"(?!\d|\.\d)" if want[-1:].isdigit() else ""
    return re.search(before + re.escape(want) + after, said) is not None


def _comparable(text: str) -> str:
    """Folded, with one kind of dash and no Markdown: the form in which key strings are sought."""
    return _DASHES.sub("-", _SIGNS.sub("", unicodedata.normalize("NFKC", text))).lower()


def _printed(text: str) -> str:
    """Folded, lone dashes of page breaks left out: the form in which quotes are compared."""
    return fold(_LONE_DASH.sub("", text))


def _path(path: str) -> str:
    return re.sub(r"[()]", "", fold(path))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0

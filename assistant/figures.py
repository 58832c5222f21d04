"""The figures of an evaluation, and the row of each question behind them: also their JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class _Figures(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SearchRow(_Figures):
    """What one question's search found: shares of its evidence strings."""

    id: str
    question: str
    recall_at_1: float
    recall_at_5: float
    in_1000_characters: float


class AnswerRow(_Figures):
    """What holds of one answer to an answerable question."""

    id: str
    type: str
    style: str
    question: str
    answer: str
    complete: bool = Field(description="every key string is said")
    concise: bool = Field(description="no longer than the limit")
    cited: bool = Field(description="a sound citation holds evidence, and its quote shows it")
    path: bool = Field(description="a citation names a clause that holds the evidence")
    verbatim: bool = Field(description="all citations stand in their sources word for word")
    refused: bool

    @property
    def right(self) -> bool:
        return self.complete and self.concise and self.cited and self.verbatim and not self.refused

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the answer is not right."""
        missed = [name for name in ("complete", "concise", "cited", "verbatim") if not getattr(self, name)]
        return (*missed, *(("refused",) if self.refused else ()))


class RefusalRow(_Figures):
    """What came back for a question that the documents do not answer."""

    id: str
    question: str
    answer: str
    refused: bool
    near_shown: bool | None = Field(description="the imitated clause is among the nearest; None: it imitates none")


class SearchFigures(_Figures):
    n: int
    recall_at_1: float
    recall_at_5: float
    in_1000_characters: float


class AnswerFigures(_Figures):
    n: int
    right: float
    complete: float
    concise: float
    cited: float
    path: float
    verbatim: float


class RefusalFigures(_Figures):
    n: int
    unanswerable_refused: float
    near_shown: float
    answerable_refused: float


class Evaluation(_Figures):
    """All figures, and the row of each question behind them."""

    search: SearchFigures
    ask: AnswerFigures
    refuse: RefusalFigures
    dialog: AnswerFigures
    searches: tuple[SearchRow, ...]
    answers: tuple[AnswerRow, ...]
    refusals: tuple[RefusalRow, ...]
    dialogs: tuple[AnswerRow, ...]

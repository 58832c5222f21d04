"""What crosses from the assistant to the ways in; also the shape of their JSON."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from corpus.vocabulary import Force

MODEL = "model"
"""The `writer` of what a chat model has written."""


class AnswerStatus(StrEnum):
    ANSWERED = "answered"
    PARTIAL = "partial"
    REFUSED = "refused"


class CitationStatus(StrEnum):
    VERIFIED = "verified"
    ALTERED = "altered"
    MISSING = "missing"


class SentenceStatus(StrEnum):
    VERIFIED = "verified"
    COMPUTED = "computed"
    UNVERIFIED = "unverified"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Passage(_Value):
    """A stretch of a document as printed, and where it stands."""

    source: str = Field(description="file name as ingested")
    path: str = Field(description="printed clause path, 四 > （二） > 2")
    text: str = Field(description="one unbroken stretch of the source, at most 1,000 characters")
    document_id: str = ""
    clause_id: str = ""
    title: str = Field(default="", description="the document's title")
    number: str = Field(default="", description="the document's 发文字号")
    heading: str = Field(default="", description="the clause's heading")
    force: Force = Field(default=Force.UNKNOWN, description="did the document hold on the day of the answer?")
    score: float = 0.0


class Citation(Passage):
    """A mark of an answer, bound to one clause."""

    mark: int = Field(ge=1)
    quote: str = Field(description="word for word inside `text`, at least 4 characters")
    status: CitationStatus


class Sentence(_Value):
    """One statement of an answer with the marks it carries."""

    text: str
    marks: tuple[int, ...] = ()
    status: SentenceStatus


class Trace(_Value):
    """How a chat model was used for an answer, whether its words were taken or not."""

    model: str
    endpoint: str = Field(description="host of the endpoint that was asked")
    remote: bool = Field(default=False, description="the endpoint is not on this machine")
    prompt_version: str
    tokens_in: int = 0
    tokens_out: int = 0
    estimated: bool = Field(default=False, description="the tokens are counted here, the endpoint did not say")
    first_token_ms: int | None = None
    total_ms: int = 0
    attempts: int = 1
    unknown_marks: int = Field(default=0, description="marks of the model that name nothing it was given, removed")


class SideRequest(_Value):
    """A request to a model beside the one for the answer: it made the question whole, or put clauses in order."""

    role: str = Field(description="rewrite or rerank")
    model: str
    endpoint: str = Field(description="host of the endpoint that was asked")
    remote: bool = False
    prompt_version: str
    tokens_in: int
    tokens_out: int
    estimated: bool = Field(description="the tokens are counted here, the endpoint did not say")
    total_ms: int


class Answer(_Value):
    """The one reply of page, REST and command line."""

    status: AnswerStatus
    answer: str = Field(description="Markdown with marks [1], [2], ...")
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Passage, ...] = Field(default=(), description="with `refused`: what comes nearest, up to three")
    sentences: tuple[Sentence, ...] = ()
    unused: tuple[Passage, ...] = Field(default=(), description="found, but not used in the answer")
    question: str = Field(default="", description="the question as understood: made whole from the turns before")
    writer: str = "extractive"
    notice: str = Field(default="", description="what the user should know about how this answer came about")
    notice_en: str = Field(default="", description="the notice in English")
    trace: Trace | None = Field(default=None, description="with a chat model: what it took")
    side_requests: tuple[SideRequest, ...] = Field(default=(), description="other requests to models on the way to it")


class Draft(_Value):
    """An answer while a model writes it; nothing of it is checked yet."""

    text: str = Field(default="", description="what is there so far, Markdown with marks as in `Answer.answer`")
    citations: tuple[Citation, ...] = Field(default=(), description="those whose marks have appeared")
    question: str = ""
    endpoint: str = Field(default="", description="host that the clauses were sent to, where it is not this machine")


class Turn(_Value):
    """One question of a conversation and the answer it got."""

    question: str
    answer: Answer


class Briefing(_Value):
    """A one-page briefing: body with marks, its citations, the documents it rests on."""

    title: str
    markdown: str
    citations: tuple[Citation, ...]
    sources: str = Field(description="Markdown table of the documents, not counted into the length")
    sentences: tuple[Sentence, ...] = Field(default=(), description="those that a chat model wrote")
    writer: str = "extractive"
    notice: str = Field(default="", description="what the user should know about how this briefing came about")
    notice_en: str = Field(default="", description="the notice in English")
    trace: Trace | None = Field(default=None, description="with a chat model: what it took")

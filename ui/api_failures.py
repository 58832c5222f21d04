"""What an endpoint replies when it cannot do what it was asked, in both languages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from corpus.errors import WenceError


class Message(BaseModel):
    """What went wrong, in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str


class Failure(BaseModel):
    """The body of every reply that reports a failure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    error: Message


def failure_of(error: WenceError) -> Failure:
    """The body for `error`."""
    return Failure(error=Message(zh=error.message("zh"), en=error.message("en")))

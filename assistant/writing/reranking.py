"""A chat model's second look at the clauses that a search has found: it puts them in order, and nothing else.

It is told the question and the clauses under keys of this request, and gives back keys.
Whatever else it says, and whatever goes wrong, the order of the search stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant import wording
from assistant.prompts import RERANK
from assistant.writing.beside import SideModel, unmet
from assistant.writing.confinement import Confinement
from assistant.writing.context import context_for
from assistant.writing.endpoint import Endpoint
from assistant.writing.faults import Fault, WriterFailed, failed
from assistant.writing.plain import without_thoughts
from assistant.writing.request import Request
from corpus.models import DocumentSummary
from index.models import Evidence

CANDIDATES = 14
"""Clauses that are put in order: as many as an answer is chosen from."""

_KEY = re.compile(r"(?<![0-9A-Za-z])k[0-9a-f]{7}(?![0-9A-Za-z])", re.IGNORECASE)
_OF_KEY = 8
"""Tokens that a key takes in a reply."""


class Ranker(Protocol):
    """Puts clauses in the order of their use for a question."""

    @property
    def endpoint(self) -> Endpoint: ...

    def order(self, question: str, evidence: Sequence[Evidence], *, traced: bool) -> list[int]: ...


class ModelRanker:
    """Lets a chat model put clauses in order."""

    def __init__(self, model: SideModel) -> None:
        self._model = model

    @property
    def endpoint(self) -> Endpoint:
        return self._model.endpoint

    def order(self, question: str, evidence: Sequence[Evidence], *, traced: bool) -> list[int]:
        """The places of the evidence, the most useful first; WriterFailed where the model gives no order.

        What it does not name, or has no room for, comes behind in the order of the search.
        """
        most = _OF_KEY * len(evidence)
        request = Request(question, tuple(evidence), RERANK)
        context = context_for(request, self.endpoint.context_tokens - most)
        places = {key: evidence.index(one) for key, one in context.keyed.items()}
        variables = {**context.variables(request), "excerpts": ""}
        said = _KEY.findall(without_thoughts(self._model.reply(RERANK, variables, most=most, traced=traced)).lower())
        named = list(dict.fromkeys(places[key] for key in said if key in places))
        if not named or len(named) < len(said) / 2:
            raise failed(Fault.UNRANKED, self.endpoint)
        return [*named, *(at for at in range(len(evidence)) if at not in named)]


class SecondLook:
    """The order of clauses by a ranker, where there is one; the words of confined documents go to none elsewhere."""

    def __init__(self, ranker: Ranker, confinement: Confinement) -> None:
        self._ranker = ranker
        self._confinement = confinement

    def reordered(
        self, question: str, found: Sequence[Evidence], named: Sequence[DocumentSummary] = ()
    ) -> list[Evidence]:
        """The first of the evidence in the order of the ranker, each place with its score; `named`: by the question.

        Clauses that must not be sent keep their places.
        """
        first = found[:CANDIDATES]
        confined = {one.id for one in self._confinement.among([*named, *(one.document for one in first)])}
        places = self._sendable(first, named, confined)
        if len(places) < 2:
            return list(found)
        try:
            order = self._ranker.order(question, [found[at] for at in places], traced=not confined)
        except WriterFailed as failure:
            unmet(failure, wording.WITHOUT_RANKING)
            return list(found)
        taken = zip(places, order, strict=True)
        moved = {place: replace(found[places[at]], score=found[place].score) for place, at in taken}
        return [moved.get(at, one) for at, one in enumerate(found)]

    def _sendable(self, found: Sequence[Evidence], named: Sequence[DocumentSummary], confined: set[str]) -> list[int]:
        if not self._ranker.endpoint.remote:
            return list(range(len(found)))
        if any(one.id in confined for one in named):
            return []
        return [at for at, one in enumerate(found) if one.document.id not in confined]

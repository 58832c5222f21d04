"""The model's part of the one path: an answer that stands already is offered to it to be written better.

What the rules chose is checked and complete. The model may replace it; where it fails,
or where words must not leave this machine, what stands is shown, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import wording
from assistant.models import MODEL, Answer, AnswerStatus, Draft
from assistant.prompts import Prompt
from assistant.statements import passage
from assistant.understanding.naming import short_name
from assistant.writing.composition import answer_of, draft
from assistant.writing.confinement import Confinement
from assistant.writing.faults import Fault, WriterFailed, failed
from assistant.writing.request import Request, Written
from assistant.writing.standing import Shelf, leading
from assistant.writing.writer import Writer
from corpus.models import DocumentSummary
from corpus.stopping import Stopped
from index.models import Evidence

NEAREST = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer out of the clauses' own sentences, and all that a model needs to write it anew."""

    answer: Answer
    evidence: tuple[Evidence, ...]
    prompt: Prompt
    named: tuple[DocumentSummary, ...] = ()
    """Documents that the question names, or leans on."""

    balanced: bool = False


def without_offer(found: Answer | Offer) -> Answer:
    """The answer itself, whether or not a model may write it anew."""
    return found if isinstance(found, Answer) else found.answer


class ModelAnswers:
    """What a writer makes of offers."""

    def __init__(self, writer: Writer, confinement: Confinement, shelf: Shelf) -> None:
        self._writer = writer
        self._confinement = confinement
        self._shelf = shelf

    def stream(self, offer: Offer, stopped: Stopped) -> Iterator[Draft | Answer]:
        """Drafts, then the checked answer: the model's, or the one that was offered with the reason."""
        endpoint = self._writer.endpoint
        fault = ""
        try:
            request, withheld = self._request(offer)
            shown = endpoint.host if endpoint.remote else ""
            yield Draft(question=offer.answer.question, endpoint=shown)
            written = None
            for item in self._writer.write(request, stopped):
                if isinstance(item, Written):
                    written = item
                else:
                    yield draft(item, offer.answer.question, shown)
            assert written is not None
            answer = _with_withheld(self._answer(offer, request, written), withheld, endpoint.host)
        except WriterFailed as failure:
            fault = failure.fault
            answer = _instead(offer.answer, failure)
        if not fault:
            # How the question was read stands there already.
            answer = _with_notice(answer, "", "", before=offer.answer)
        if answer.trace is not None:
            answer = self._logged(answer, fault)
        yield answer

    def _request(self, offer: Offer) -> tuple[Request, tuple[DocumentSummary, ...]]:
        """What is sent, and the documents whose clauses are not; WriterFailed where the answer rests on such."""
        endpoint = self._writer.endpoint
        evidence, excerpts = leading(offer.answer, offer.evidence, self._shelf)
        confined = self._confinement.among([one.document for one in evidence] + list(offer.named))
        if confined and endpoint.remote:
            needed = {one.document_id for one in offer.answer.citations} | {one.id for one in offer.named}
            resting = [one for one in confined if one.id in needed]
            sendable = tuple(one for one in evidence if one.document not in confined)
            if resting or not sendable:
                names = "、".join(map(short_name, resting or confined))
                raise failed(Fault.CONFINED, endpoint, documents=names)
            evidence = sendable
        withheld = confined if endpoint.remote else ()
        return Request(
            offer.answer.question,
            evidence,
            offer.prompt,
            excerpts,
            balanced=offer.balanced,
            traced=not confined,
        ), withheld

    def _answer(self, offer: Offer, request: Request, written: Written) -> Answer:
        if written.reply.refused:
            return _refused(offer, request.evidence, written)
        return answer_of(
            written.reply,
            offer.answer.question,
            request.evidence,
            written.trace,
            partial=offer.answer.status is AnswerStatus.PARTIAL,
            cut_off=written.cut_off,
        )

    def _logged(self, answer: Answer, fault: str) -> Answer:
        assert answer.trace is not None
        try:
            self._writer.answered(answer.question, answer.status, answer.trace, fault)
        except WriterFailed as failure:
            return _with_notice(answer, failure.zh, failure.en)
        return answer


def _instead(answer: Answer, failure: WriterFailed) -> Answer:
    zh, en = wording.WITHOUT_MODEL
    return _with_notice(answer, f"{failure.zh}{zh}", f"{failure.en} {en}").model_copy(update={"trace": failure.trace})


def _refused(offer: Offer, evidence: Sequence[Evidence], written: Written) -> Answer:
    """The model finds no answer in the clauses: refused, with those clauses beside it."""
    zh, en = wording.MODEL_FOUND_NOTHING
    return Answer(
        status=AnswerStatus.REFUSED,
        answer=wording.NOT_ANSWERED,
        nearest=tuple(passage(one) for one in evidence[:NEAREST]),
        question=offer.answer.question,
        writer=MODEL,
        notice=zh,
        notice_en=en,
        trace=written.trace,
    )


def _with_withheld(answer: Answer, withheld: Sequence[DocumentSummary], host: str) -> Answer:
    if not withheld:
        return answer
    zh, en = wording.WITHHELD
    names = "、".join(map(short_name, withheld))
    return _with_notice(answer, zh.format(documents=names, host=host), en.format(documents=names, host=host))


def _with_notice(answer: Answer, zh: str, en: str, *, before: Answer | None = None) -> Answer:
    """The answer with more to its notice, and what another's says in front."""
    first, first_en = (before.notice, before.notice_en) if before else ("", "")
    notices = {
        "notice": f"{first}{answer.notice}{zh}",
        "notice_en": " ".join(filter(None, (first_en, answer.notice_en, en))),
    }
    return answer.model_copy(update=notices)

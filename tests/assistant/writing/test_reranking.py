"""A chat model puts clauses in order; whatever else it does, the order of the search stands."""

from __future__ import annotations

import re

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from assistant.writing.audit import AuditLog
from assistant.writing.beside import SideModel
from assistant.writing.reranking import ModelRanker
from assistant.writing.writer import ModelWriter
from tests.assistant.writing.conftest import CALM, QUESTION, Office, endpoint_of
from tests.assistant.writing.test_confinement import ABOUT_OTHER, _Elsewhere, confined  # noqa: F401
from tests.chat_server.acts import Fail, Say, Sent
from tests.chat_server.honest import answers
from tests.chat_server.server import ChatServer

QUERY = "节水型企业"


def backwards(sent: Sent) -> Say:
    return Say("\n".join(reversed(sent.clauses)))


def assistant_of(office: Office, server: ChatServer, *, seconds=10.0, away=False, **more) -> Assistant:
    to = endpoint_of(server)
    if away:
        to = _Elsewhere(to.provider, to.model, to.url, patience=CALM)
    audit = more.pop("audit", None)
    model = SideModel(to, "rerank", seconds=seconds, **({"audit": audit} if audit else {}))
    return Assistant(office.library, office.retriever, ranker=ModelRanker(model), **more)


def found(assistant: Assistant) -> list[tuple[str, str]]:
    """The clauses that an answer is chosen from, in their order."""
    return [(one.document.name, one.clause.path_text) for one in assistant.found(QUERY)[1]]


def by_rule(office: Office) -> Assistant:
    return Assistant(office.library, office.retriever)


def test_the_order_of_the_model_is_the_order_of_the_search(office):
    with ChatServer(backwards) as server:
        turned = found(assistant_of(office, server))
    assert turned == found(by_rule(office))[::-1] and len(turned) > 2
    assert QUERY in server.sent[0].question and not re.search(r"\d+\.\d+", server.sent[0].question)


def test_what_is_not_named_comes_behind_as_it_was(office):
    with ChatServer(lambda sent: Say(f"我认为最有用的是：[{list(sent.clauses)[2]}]")) as server:
        turned = found(assistant_of(office, server))
    rules = found(by_rule(office))
    assert turned == [rules[2], *rules[:2], *rules[3:]]


def test_an_answer_says_what_the_order_took_and_scores_stay_in_place(office):
    with ChatServer(backwards) as server:
        assistant = assistant_of(office, server)
        asked = assistant.ask(QUESTION)
        scores = [one.score for one in assistant.found(QUERY)[1]]
    assert asked.notice == "" and "120家" in asked.answer
    assert [(one.role, one.prompt_version, one.tokens_in) for one in asked.side_requests] == [
        ("rerank", "rerank-1", 100)
    ]
    assert scores == sorted(scores, reverse=True)


def test_it_goes_together_with_a_model_that_writes(office):
    def both(sent: Sent) -> Say:
        return answers(sent) if "政策文件问答" in sent.prompt else backwards(sent)

    with ChatServer(both) as server:
        answer = assistant_of(office, server, writer=ModelWriter(endpoint_of(server))).ask(QUESTION)
    assert answer.writer == "model" and answer.status is AnswerStatus.ANSWERED
    assert [one.role for one in answer.side_requests] == ["rerank"] and len(server.sent) == 2


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (Fail(500), "500"),
        (Fail(401), "密钥"),
        (Say(""), "次序"),
        (Say("这些条款都很有用。"), "次序"),
        (Say("k0000000 k1111111 k2222222"), "次序"),
        (Say("k", first_pause=3), "1 秒内"),
        (Say("k123", then="stall"), "1 秒内"),
        (Say("k123", then="cut"), "断开"),
    ],
    ids=["500", "401", "empty", "chatter", "invented", "late", "stalled", "cut"],
)
def test_where_it_fails_the_order_of_the_search_stands_and_the_answer_says_so(office, act, told):
    with ChatServer(lambda _: act) as server:
        assistant = assistant_of(office, server, seconds=1.0)
        answer, order = assistant.ask(QUESTION), found(assistant)
    ruled = by_rule(office).ask(QUESTION)
    assert (answer.answer, answer.citations, order) == (ruled.answer, ruled.citations, found(by_rule(office)))
    assert told in answer.notice and "按检索的次序" in answer.notice and "order of the search" in answer.notice_en


def test_the_monthly_limit_holds_for_it(office):
    log = AuditLog(office.home, monthly_tokens=100_000)
    with ChatServer(backwards) as server:
        assistant_of(office, server, audit=log).ask(QUESTION)
    assert log.tokens_this_month() == 120
    with ChatServer(backwards) as server:
        answer = assistant_of(office, server, audit=AuditLog(office.home, monthly_tokens=120)).ask(QUESTION)
    assert server.sent == [] and "monthly_tokens" in answer.notice


def test_clauses_of_confined_documents_are_not_sent_elsewhere_and_keep_their_places(confined):  # noqa: F811
    with ChatServer(backwards) as server:
        away = assistant_of(confined, server, away=True)
        order = found(away)
        away.ask(ABOUT_OTHER)
    rules = found(by_rule(confined))
    kept = [at for at, (source, _) in enumerate(rules) if source.startswith("宁波")]
    assert kept and all(order[at] == rules[at] for at in kept)
    for words in ("120家", "3.5亿", "专项资金", "机密"):
        assert words not in server.wire


def test_a_question_that_names_a_confined_document_is_not_sent_elsewhere(confined):  # noqa: F811
    with ChatServer(backwards) as server:
        assistant_of(confined, server, away=True).ask(QUESTION)
    assert server.sent == []

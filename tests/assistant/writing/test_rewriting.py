"""Follow-up questions in a model's words, and by rule where those cannot be used."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import Turn
from assistant.writing.beside import SideModel
from assistant.writing.rewriting import ModelRewriter
from corpus.stopping import never
from tests.assistant.writing.conftest import PLAN, QUESTION, endpoint_of, open_office
from tests.assistant.writing.test_confinement import SECRET, _Elsewhere
from tests.chat_server.acts import Fail, Say
from tests.chat_server.server import ChatServer


def whole(office, say, question="那用水总量呢？", *, elsewhere=False):
    """The follow-up question as it was understood, and the server."""
    with ChatServer(say) as server:
        here = endpoint_of(server)
        to = _Elsewhere(here.provider, here.model, here.url, patience=here.patience) if elsewhere else here
        assistant = Assistant(
            office.library, office.retriever, rewriter=ModelRewriter(SideModel(to, "rewrite", seconds=10))
        )
        first = Turn(question=QUESTION, answer=assistant.ask(QUESTION))
        asked_before = len(server.sent)
        answer = assistant.ask(question, history=(first,))
    assert asked_before == 0, "a first question is whole"
    return answer, server


def by_rule(office, question="那用水总量呢？"):
    assistant = Assistant(office.library, office.retriever)
    return assistant.ask(question, history=(Turn(question=QUESTION, answer=assistant.ask(QUESTION)),)).question


def test_a_model_makes_a_follow_up_whole(office):
    made = "到2025年宁波市用水总量要控制在多少以内？"
    answer, server = whole(office, lambda _: Say(f"<think>嗯</think>“{made}”"))
    assert answer.question == made and "3.5亿立方米" in answer.answer and answer.writer == "extractive"
    assert QUESTION in server.wire and "《宁波市节水行动方案》" in server.wire
    assert "120家" not in server.wire, "the words of an answer are not sent"
    assert [(one.role, one.tokens_in, one.tokens_out) for one in answer.side_requests] == [("rewrite", 100, 20)]


@pytest.mark.parametrize(
    "say",
    [
        lambda _: Fail(500),
        lambda _: Say(""),
        lambda _: Say("到2030年宁波市的用水总量是多少？"),
        lambda _: Say("当然可以！\n改写后的问题是：宁波的用水总量"),
        lambda _: Say("What about the total water use?"),
        lambda _: Say("用水总量" * 100),
    ],
    ids=["fails", "empty", "another year", "chatter", "another language", "endless"],
)
def test_words_that_cannot_be_used_leave_the_question_as_the_rule_makes_it(office, say):
    answer, server = whole(office, say)
    assert len(server.sent) >= 1 and answer.question == by_rule(office)
    assert "按规则补全" in answer.notice and "made whole by rule" in answer.notice_en


def test_a_question_that_stands_alone_is_not_rewritten(office):
    answer, server = whole(office, lambda _: Say("？"), "湖州市节水型小区覆盖率要达到多少？")
    assert server.sent == [] and answer.question.startswith("湖州市")


def test_nothing_of_a_confined_document_is_said_elsewhere(tmp_path):
    with open_office(tmp_path, {"宁波节水方案.txt": SECRET}) as office:
        answer, server = whole(office, lambda _: Say("？"), elsewhere=True)
        assert server.sent == [] and answer.question == by_rule(office)
    assert never() is False and PLAN

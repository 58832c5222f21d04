"""A chat model's words are bound to the clauses it was given, and checked like any others."""

from __future__ import annotations

import re

import pytest

from assistant.models import AnswerStatus, CitationStatus, Draft, SentenceStatus
from assistant.prompts import REFUSAL
from tests.assistant.writing.conftest import COMPARISON, QUESTION
from tests.chat_server.acts import Say, Sent
from tests.chat_server.server import ChatServer

VERIFIED, UNVERIFIED = SentenceStatus.VERIFIED, SentenceStatus.UNVERIFIED


def statuses(answer) -> list[SentenceStatus]:
    return [sentence.status for sentence in answer.sentences]


@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_a_sentence_with_its_clause_and_its_figures_is_verified(office, provider):
    answer, server = office.ask(
        lambda sent: Say(f"到2025年创建节水型企业120家。[{sent.key('120家')}]"), provider=provider
    )
    assert (answer.status, answer.writer, answer.notice) == (AnswerStatus.ANSWERED, "model", "")
    assert statuses(answer) == [VERIFIED]
    assert answer.answer == "到2025年创建节水型企业120家。[1]"
    assert (answer.citations[0].mark, answer.citations[0].status) == (1, CitationStatus.VERIFIED)
    assert answer.citations[0].quote in answer.citations[0].text
    assert answer.trace is not None
    assert (answer.trace.tokens_in, answer.trace.tokens_out, answer.trace.estimated) == (100, 20, False)
    assert (answer.trace.model, answer.trace.prompt_version) == (f"{provider}:double", "answer-3")
    assert answer.trace.first_token_ms is not None and not answer.trace.remote
    assert len(server.sent) == 1


def test_an_altered_figure_is_not_verified(office):
    answer, _ = office.ask(lambda sent: Say(f"到2025年创建节水型企业150家。[{sent.key('120家')}]"))
    assert statuses(answer) == [UNVERIFIED]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("市水利局会同市财政局设立节水专项资金。", VERIFIED),
        ("节水型企业可以得到一次性奖励。", VERIFIED),
        ("企业应当每季度向商务部门提交出口报表。", UNVERIFIED),
        ("单位可以取用地下水。", UNVERIFIED),
        ("单位擅自取用地下水。", UNVERIFIED),
        ("节水型企业没有奖励。", UNVERIFIED),
        ("任何单位不得擅自取用地下水。", VERIFIED),
        ("禁止各单位擅自取用地下水。", VERIFIED),
        ("地下水的擅自取用不被允许。", VERIFIED),
    ],
    ids=[
        *("said", "retold", "of something else", "turned round", "affirmed", "denied where something else is"),
        *("denied", "denied in other words", "denied from behind"),
    ],
)
def test_words_that_the_cited_clause_does_not_say_are_not_verified(office, text, status):
    answer, _ = office.ask(lambda sent: Say(f"{text}[{sent.key('专项资金')}]"))
    assert statuses(answer) == [status]


def test_an_invented_key_is_dropped_and_its_sentence_is_not_verified(office):
    answer, _ = office.ask(lambda sent: Say(f"创建节水型企业120家。[{sent.key('120家')}]另有补贴。[kabcdef0][1]"))
    assert statuses(answer) == [VERIFIED, UNVERIFIED]
    assert "kabcdef0" not in answer.answer and answer.answer.count("[1]") == 1
    assert answer.trace is not None and answer.trace.unknown_marks == 2


def test_a_reply_that_says_what_is_missing_is_a_part_of_an_answer(office):
    answer, _ = office.ask(lambda sent: Say(f"创建120家节水型企业。[{sent.key('120家')}]条款没有写明由谁负责。"))
    assert answer.status is AnswerStatus.PARTIAL
    assert statuses(answer) == [VERIFIED, UNVERIFIED]


@pytest.mark.parametrize(
    "said", [REFUSAL, "所给条款没有写明补贴金额。", "根据文件，无法确定由谁负责。", "文件未涉及补贴。"]
)
def test_who_says_that_the_clauses_do_not_tell_refuses_be_it_with_a_clause_beside_it(office, said):
    for behind in ("", "[{key}]"):
        answer, _ = office.ask(lambda sent, end=behind: Say(said + end.format(key=sent.key("120家"))))
        assert answer.status is AnswerStatus.REFUSED, behind


def test_a_silence_beside_an_answer_makes_it_a_part_and_is_not_verified(office):
    answer, _ = office.ask(
        lambda sent: Say(f"创建120家。[{sent.key('120家')}]文件没有写明由谁负责。[{sent.key('120家')}]")
    )
    assert answer.status is AnswerStatus.PARTIAL and statuses(answer) == [VERIFIED, UNVERIFIED]


@pytest.mark.parametrize("said", ["2025年创建120家，未涉及2030年。", "创建节水型企业120家。"])
def test_an_answer_without_a_clause_is_no_refusal(office, said):
    answer, _ = office.ask(lambda _: Say(said))
    assert answer.writer == "extractive" and "没有引用" in answer.notice


def test_a_model_that_finds_nothing_refuses_and_shows_what_it_read(office):
    answer, _ = office.ask(lambda _: Say(REFUSAL))
    assert (answer.status, answer.writer) == (AnswerStatus.REFUSED, "model")
    assert any("120家" in passage.text for passage in answer.nearest)
    assert answer.notice and answer.notice_en


def test_drafts_grow_with_marks_that_turn_into_numbers_and_the_answer_comes_last(office):
    def say(sent: Sent) -> Say:
        first, second = sent.key("120家"), sent.key("专项资金")
        text = f"<think>先看条款</think>创建节水型企业120家。[{first}]设立节水专项资金。[{second}]"
        return Say(text, size=5, pause=0.05)

    with ChatServer(say) as server:
        items = list(office.assistant(server).stream(QUESTION))
    drafts = [item for item in items if isinstance(item, Draft)]
    assert len(drafts) == len(items) - 1 >= 5
    assert drafts[0].text == "" and drafts[0].question == QUESTION
    for draft in drafts:
        assert not re.search(r"k[0-9a-f]{3}|think|看条款|\[\D|\[$", draft.text)
        assert {f"[{one.mark}]" for one in draft.citations} == set(re.findall(r"\[\d+\]", draft.text))
    assert [len(draft.text) for draft in drafts] == sorted(len(draft.text) for draft in drafts)
    assert items[-1].answer == "创建节水型企业120家。[1]设立节水专项资金。[2]"


def test_a_stopped_answer_ends_the_request_and_shows_the_clauses_own_words(office):
    with ChatServer(lambda sent: Say("节水型企业" * 200, size=5, pause=0.02)) as server:
        seen: list[Draft] = []
        stream = office.assistant(server).stream(QUESTION, stopped=lambda: len(seen) > 3)
        for item in stream:
            seen.append(item)
        assert server.dropped.wait(3)
    assert seen[-1].writer == "extractive" and "120家" in seen[-1].answer and "停止" in seen[-1].notice


def test_who_goes_away_ends_the_request(office):
    with ChatServer(lambda sent: Say("节水型企业" * 200, size=5, pause=0.02)) as server:
        stream = office.assistant(server).stream(QUESTION)
        next(stream), next(stream)
        stream.close()
        assert server.dropped.wait(3)


def test_documents_go_to_the_model_as_fenced_data_under_keys_of_this_request_only(office):
    with ChatServer(lambda sent: Say(f"120家。[{sent.key('120家')}]")) as server:
        assistant = office.assistant(server)
        assistant.ask(QUESTION), assistant.ask(QUESTION)
    first, second = server.sent
    fences = [re.findall(r"<<<[0-9a-f]{16}>>>", sent.prompt) for sent in server.sent]
    assert all(len(set(found)) == 1 for found in fences) and fences[0][0] != fences[1][0]
    assert not set(first.clauses) & set(second.clauses)


def test_a_comparison_has_its_own_prompt_and_clauses_of_each_document(office):
    def compare(sent: Sent) -> Say:
        return Say(f"宁波：创建120家。[{sent.key('120家')}]\n湖州：创建80家。[{sent.key('80家')}]")

    answer, server = office.ask(compare, COMPARISON)
    assert answer.writer == "model" and statuses(answer) == [VERIFIED, VERIFIED]
    assert answer.trace is not None and answer.trace.prompt_version == "comparison-2"
    first_two = list(server.sent[0].clauses.values())[:2]
    assert sorted("湖州" in text or "80家" in text for text in first_two) == [False, True]


def test_where_there_is_little_room_whole_clauses_are_left_out(office):
    """The one that the standing answer rests on goes first."""
    _, server = office.ask(lambda sent: Say(f"120家。[{sent.key('120家')}]"), context_tokens=2048)
    assert len(server.sent[0].clauses) < 5
    assert any(text.endswith("120家。") for text in server.sent[0].clauses.values())


def test_what_the_rules_know_exactly_is_not_asked_of_a_model(office):
    answer, server = office.ask(lambda _: Say("？"), "哪些文件提到了“地下水”？")
    assert answer.writer == "extractive" and server.sent == []

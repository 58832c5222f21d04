"""The kind of body that a question asks for, and whether a sentence founds one of that kind."""

from __future__ import annotations

import pytest

from assistant.across.bodies import body_asked


@pytest.mark.parametrize(
    ("question", "text", "founded"),
    [
        ("各自要组建什么样的专家班子？", "成立节水专家委员会，提供咨询。", True),
        ("各自要组建什么样的专家班子？", "组建节水产业联盟。", False),
        ("拟组建的节水专家咨询机构名称", "组建节水技术咨询专家组，指导实施。", True),
        ("分别要组建哪种联盟？", "推动组建产教融合发展联盟。", True),
        ("分别要组建哪种联盟？", "组建节水技术专家组。", False),
        ("各自成立什么领导小组？", "成立市节水工作领导小组。", True),
        ("各自成立什么领导小组？", "听取专家委员会意见。", False),
        ("各自依靠什么机制或机构？", "在省节水工作领导小组领导下，加强协同。", True),
        ("各自依靠什么机制或机构？", "依托东西协作等机制，开展培训。", False),
    ],
)
def test_a_sentence_founds_the_kind_of_body_that_is_asked_for(question: str, text: str, founded: bool) -> None:
    body = body_asked(question)
    assert body is not None
    assert body.founded_by(text) is founded


@pytest.mark.parametrize("question", ["专家怎么引进？", "海水淡化规模多大？", "建设哪些工程？"])
def test_questions_that_found_nothing_ask_for_no_body(question: str) -> None:
    assert body_asked(question) is None

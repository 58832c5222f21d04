"""`wence model check`: what it says of a model that is fit, and of models that are not."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from assistant.prompts import REFUSAL
from assistant.writing.check import FIGURE, TWO_FIGURES, UNANSWERED, check
from assistant.writing.writer import ModelWriter
from tests.assistant.writing.conftest import endpoint_of
from tests.chat_server.acts import Act, Fail, Say, Sent, error
from tests.chat_server.server import ChatServer
from ui.cli import run


def fit(sent: Sent) -> Say:
    eight, nine = sent.key("15个"), sent.key("5—10")
    said = {
        FIGURE: f"到2025年，从国外重点引进15个绿色低碳领域的顶尖外国专家团队。[{eight}]",
        TWO_FIGURES: f"引进3—5个国家级创新型人才团队。[{eight}]培养5—10个重大核心关键技术人才团队。[{nine}]",
        UNANSWERED: REFUSAL,
    }
    return Say(said[sent.question], size=3, pause=0.03)


def with_change(change: Callable[[str], str]) -> Callable[[Sent], Act]:
    def act(sent: Sent) -> Say:
        said = fit(sent)
        return Say(change(said.text), size=3, pause=0.03)

    return act


def findings(behaviour: Callable[[Sent], Act]) -> list[tuple[bool, str]]:
    with ChatServer(behaviour) as server:
        return [(one.good, one.en) for one in check(ModelWriter(endpoint_of(server)))]


def test_a_model_that_is_fit_passes_in_all_points():
    found = findings(fit)
    assert all(good for good, _ in found) and len(found) == 8
    assert any("Streams" in text for _, text in found) and any("100 in, 20 out" in text for _, text in found)


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (with_change(lambda text: text.replace("15个", "25个")), "not as in the clauses"),
        (with_change(lambda text: text.replace("。[", "，大力引进。可喜。[", 1)), "not every sentence cites"),
        (with_change(lambda text: f"{text}[kabcdef0]"), "1 marks are invented"),
        (lambda sent: Say(fit(sent).text, size=9999), "does not stream"),
        (
            lambda sent: Say(f"可以得到补贴。[{sent.key('15个')}]") if sent.question == UNANSWERED else fit(sent),
            "does not refuse",
        ),
        (lambda _: Fail(401, error("no")), "401"),
    ],
    ids=["alters", "does not cite", "invents", "one piece", "does not refuse", "fails"],
)
def test_a_model_that_is_not_fit_fails_in_the_point_that_is_wrong(behaviour, said):
    wrong = [text for good, text in findings(behaviour) if not good]
    assert any(said in text.lower() for text in wrong), wrong


def test_the_command_prints_findings_and_fails_where_one_does(monkeypatch, capsys):
    with ChatServer(fit) as server:
        monkeypatch.setenv("WENCE_MODEL", "openai:double")
        monkeypatch.setenv("WENCE_MODEL_URL", server.url)
        assert run(["model", "check"]) == 0
        out = capsys.readouterr().out
        assert "本机" in out and out.count("通过") == 8
        assert run(["model", "check", "--json"]) == 0
        assert len(json.loads(capsys.readouterr().out)["findings"]) == 8
    assert run(["--language", "en", "model", "check"]) == 1
    assert "cannot be reached" in capsys.readouterr().out


def test_without_a_model_the_command_says_how_to_set_one(capsys):
    assert run(["model", "check"]) == 1
    assert "WENCE_MODEL_URL" in capsys.readouterr().err

"""`wence ask` with a chat model, as its user sees it; and without one, what it does not load."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.chat_server.acts import Fail, Say, error
from tests.chat_server.server import ChatServer
from ui.cli import run

PLAN = "宁波市节水行动方案\n\n一、主要目标\n\n到2025年，全市创建节水型企业120家。\n"
QUESTION = "到2025年宁波市创建节水型企业多少家？"


@pytest.fixture
def library(tmp_path, capsys):
    file = tmp_path / "宁波节水方案.txt"
    file.write_text(PLAN, encoding="utf-8")
    assert run(["ingest", str(file)]) == 0
    capsys.readouterr()


@pytest.fixture
def served(library, monkeypatch):
    """A server that the environment names as the model; its behaviour can be set."""
    with ChatServer(lambda sent: Say(f"到2025年创建节水型企业120家。[{sent.key('120家')}]")) as server:
        monkeypatch.setenv("WENCE_MODEL", "openai:double")
        monkeypatch.setenv("WENCE_MODEL_URL", server.url)
        monkeypatch.setenv("WENCE_MODEL_KEY", "sk-secret-0001")
        yield server


def test_the_answer_of_a_model_is_printed_with_its_trace(served, capsys):
    assert run(["ask", QUESTION, "--json"]) == 0
    out, err = capsys.readouterr()
    answer = json.loads(out)
    assert (answer["writer"], answer["answer"], answer["notice"]) == ("model", "到2025年创建节水型企业120家。[1]", "")
    assert [(one["marks"], one["status"]) for one in answer["sentences"]] == [([1], "verified")]
    assert answer["trace"]["model"] == "openai:double" and answer["trace"]["tokens_in"] == 100
    assert "sk-secret" not in out + err and served.sent[0].headers["authorization"] == "Bearer sk-secret-0001"


def test_unverified_sentences_are_listed(served, capsys):
    served.act = lambda sent: Say(f"到2025年创建节水型企业150家。[{sent.key('120家')}]")
    assert run(["--language", "en", "ask", QUESTION]) == 0
    err = capsys.readouterr().err
    assert "Unverified sentences" in err and "150家" in err


@pytest.mark.parametrize(("language", "said"), [("zh", "WENCE_MODEL_KEY"), ("en", "does not accept the key")])
def test_a_failure_is_told_in_the_users_language(served, capsys, language, said):
    served.act = lambda _: Fail(401, error("Incorrect API key provided: sk-secret-0001"))
    assert run(["--language", language, "ask", QUESTION]) == 0
    out, err = capsys.readouterr()
    assert "120家" in out and said in err and "sk-secret" not in out + err


@pytest.mark.parametrize("arguments", [["ask", QUESTION], ["search", QUESTION], ["list"], ["config"]])
def test_without_a_model_nothing_of_it_is_loaded(library, arguments):
    script = (
        "import sys; from ui.cli import run; code = run(sys.argv[1:]); "
        "print(sorted(set(sys.modules) & {'langchain', 'langchain_core', 'openai', 'ollama', 'langsmith'}),"
        " file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"

"""A model of one's own through the command line: set, refused until rebuilt, rebuilt, searched, put in order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import tiny_models
from tests.ui.conftest import Wence
from ui import settings
from ui.settings import load
from ui.wiring import build

WENCE = Path(sys.executable).with_name("wence")


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two encoders and a cross-encoder."""
    folder = tmp_path_factory.mktemp("models")
    tiny_models.encoder(folder / "encoder")
    tiny_models.encoder(folder / "another", seed=3)
    tiny_models.cross_encoder(folder / "scorer")
    return folder


@pytest.fixture
def stocked(wence: Wence, notice: Path) -> Wence:
    """Runs `wence` on a library of one document, indexed with the bundled model."""
    assert wence("ingest", notice).code == 0
    return wence


def write_settings(home: Path, toml: str) -> None:
    (home / settings.FILE_NAME).write_text(toml, encoding="utf-8")


def paths(wence: Wence, *words: object) -> list[str]:
    done = wence(*words, "search", "农业节水", "--json")
    assert done.code == 0, done.err
    return [hit["path"] for hit in done.json["hits"]]


def test_a_model_is_changed_in_the_settings_and_searched_after_a_rebuild(
    stocked: Wence, home: Path, models: Path, notice: Path
) -> None:
    before = paths(stocked)
    write_settings(home, f'[embedding]\nmodel = "{models / "encoder"}"\nbatch_size = 4\ndevice = "cpu"\n')
    for verb in (("search", "农业节水"), ("ask", "新建高标准农田多少？"), ("ingest", notice)):
        done = stocked(*verb)
        assert (done.code, done.out) == (1, "")
        assert "wence reindex" in done.err and "encoder@" in done.err
        assert len(done.err.splitlines()) == 1
    assert stocked("doctor").code == 1
    assert stocked("reindex").code == 0
    assert set(paths(stocked)) == set(before)
    assert "20万亩" in stocked("ask", "新建高标准农田多少？").out
    assert stocked("doctor").code == 0
    write_settings(home, "")
    assert "wence reindex" in stocked("search", "农业节水").err
    assert stocked("doctor", "--mend").code == 0
    assert paths(stocked) == before


def test_a_prompt_alone_asks_for_a_rebuild_and_a_batch_size_does_not(stocked: Wence, models: Path) -> None:
    model = ("--set", f"embedding.model={models / 'encoder'}", "--set", "embedding.device=cpu")
    assert stocked(*model, "reindex").code == 0
    assert stocked(*model, "--set", "embedding.batch_size=2", "search", "农业节水").code == 0
    for changed in ("embedding.query_prompt=查询：", "embedding.dtype=float16"):
        done = stocked(*model, "--set", changed, "search", "农业节水")
        assert done.code == 1
        assert "wence reindex" in done.err


def test_the_reranker_decides_the_order(wence: Wence, models: Path, tmp_path: Path) -> None:
    from index.model_loading import ModelSource
    from index.reranking import CrossEncoderReranker

    measures = ("推进农业节水", "推广节水工艺", "建设节水型城市", "开展节水宣传", "完善节水水价")
    long = "各县（市）要结合实际制定具体办法，明确责任分工和完成时限，按季度报送进展情况，并加强资金保障和督促检查。"
    clauses = [
        f"{number}、{measure}\n\n{measure}。{long * 3}" for number, measure in zip("一二三四五", measures, strict=True)
    ]
    file = tmp_path / "节水.txt"
    file.write_text("\n\n".join(("关于做好节水工作的通知", *clauses)), encoding="utf-8")
    assert wence("ingest", file).code == 0
    settled = paths(wence)
    ordered = paths(wence, "--set", f"reranker.model={models / 'scorer'}", "--set", "reranker.device=cpu")
    with build(load()) as services:
        hits = services.retriever.retrieve("农业节水")
    texts = [f"{hit.document.title} {hit.chunk.context} {hit.text}" for hit in hits]
    scores = CrossEncoderReranker(ModelSource(str(models / "scorer"), device="cpu")).scores("农业节水", texts)
    best_first = sorted(zip(scores, (hit.clause.path_text for hit in hits), strict=True), reverse=True)
    places = [path for _, path in best_first]
    assert len(ordered) >= 5
    assert ordered == [path for path in places if path in ordered]
    assert ordered != settled and set(ordered) == set(settled)


@pytest.mark.parametrize(
    ("assigned", "said"),
    [
        (("reranker.model=nobody/none",), "reranker.allow_download"),
        (("reranker.model=/no/such/folder",), "/no/such/folder"),
        (("reranker.model={models}/encoder",), "CrossEncoder"),
        (("embedding.model=nobody/none",), "embedding.allow_download"),
        (("embedding.model={models}/scorer",), "reranker.model"),
        (("embedding.model={models}/encoder", "embedding.device=nonsense"), "embedding.device"),
    ],
)
def test_a_model_that_cannot_be_used_is_one_line_that_says_what_to_set(
    stocked: Wence, models: Path, assigned: tuple[str, ...], said: str
) -> None:
    words = [word for text in assigned for word in ("--set", text.format(models=models))]
    done = stocked(*words, "search", "农业节水")
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_a_running_application_goes_on_with_the_model_that_the_indexes_were_rebuilt_with(
    stocked: Wence, home: Path, models: Path
) -> None:
    with build(load(), load) as running:
        before = {hit.clause.path_text for hit in running.retriever.retrieve("农业节水")}
        write_settings(home, f'[embedding]\nmodel = "{models / "another"}"\ndevice = "cpu"\n')
        assert {hit.clause.path_text for hit in running.retriever.retrieve("农业节水")} == before
        assert stocked("reindex").code == 0
        assert {hit.clause.path_text for hit in running.retriever.retrieve("农业节水")} == before


@pytest.mark.slow
def test_loading_a_model_leaves_the_streams_to_the_command(stocked: Wence, models: Path) -> None:
    words = ["--set", f"embedding.model={models / 'encoder'}", "--set", f"reranker.model={models / 'scorer'}"]
    for verb in (["reindex", "--json"], ["search", "农业节水", "--json"]):
        done = subprocess.run([WENCE, *words, *verb], capture_output=True, timeout=120, check=True)
        assert done.stderr == b""
        assert done.stdout.startswith(b"{")

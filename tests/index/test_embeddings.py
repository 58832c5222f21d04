from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EmbedderUnusable
from index.embeddings import BUNDLED_FOLDER, StaticEmbedder, load_embedder
from index.protocols import Embedder

TEXTS = [
    "到2025年，培育绿色低碳科技企业500家，研发投入强度达到2.8%。",
    "（一）加强组织领导。各地区、各部门要把节约用电作为一项长期任务，\n\n认真落实本方案。",
    "CO₂ 捕集利用与封存（CCUS）示范工程",
    "第五条 县级以上人民政府应当将本行政区域内的住房保障工作纳入国民经济和社会发展规划。" * 40,
    "怎么申请补贴？",
]


@pytest.fixture(scope="module")
def bundled() -> Embedder:
    return load_embedder()


def test_bundled_folder_loads_in_sentence_transformers_with_the_same_vectors(bundled: Embedder) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(BUNDLED_FOLDER), local_files_only=True, device="cpu")
    theirs = np.asarray(model.encode(TEXTS), dtype=np.float32)
    assert np.abs(theirs - bundled.embed_passages(TEXTS)).max() < 1e-3


def test_bundled_vectors_are_float32_of_length_one(bundled: Embedder) -> None:
    vectors = bundled.embed_passages(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), bundled.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_a_text_has_one_vector_alone_in_company_and_in_another_process_of_loading(bundled: Embedder) -> None:
    alone = np.concatenate([StaticEmbedder().embed_passages([text]) for text in TEXTS])
    assert np.array_equal(alone, bundled.embed_passages(TEXTS))


@pytest.mark.parametrize("text", ["", "   \n", "，。！？《》", "\0", "🜚🜛", "\ufeff\u200b"])
def test_text_without_a_known_piece_is_the_zero_vector(bundled: Embedder, text: str) -> None:
    vectors = bundled.embed_queries([text, "补贴"])
    assert not vectors[0].any()
    assert np.linalg.norm(vectors[1]) == pytest.approx(1.0, abs=1e-5)


def test_no_texts_give_no_rows(bundled: Embedder) -> None:
    assert bundled.embed_passages([]).shape == (0, bundled.dimension)


@pytest.mark.parametrize(
    ("printed", "as_meant"),
    [
        ("科技\n\n创新", "科技创新"),
        ("节约 用电", "节约用电"),
        ("ＧＤＰ增长５．５％", "gdp增长5.5%"),
        ("CO₂减排", "co2减排"),
        ("（一）总体要求", "(一)总体要求"),
    ],
)
def test_white_space_width_and_case_do_not_change_the_vector(bundled: Embedder, printed: str, as_meant: str) -> None:
    first, second = bundled.embed_passages([printed, as_meant])
    assert np.array_equal(first, second)
    assert first.any()


def test_bundled_model_puts_a_paraphrase_before_another_subject(bundled: Embedder) -> None:
    query = bundled.embed_queries(["公司不发工资怎么办"])
    passages = bundled.embed_passages(
        [
            "用人单位应当按照劳动合同约定和国家规定，向劳动者及时足额支付劳动报酬。",
            "从事饲养动物的单位和个人应当对动物实施免疫接种，防止疫病传播。",
            "建筑物的设计应当符合消防技术标准，设置安全出口。",
        ]
    )
    assert int((query @ passages.T).argmax()) == 0


def test_name_carries_the_digest_of_the_weights(bundled: Embedder) -> None:
    label, digest = bundled.name.split("@")
    assert label == f"wence-static-{bundled.dimension}"
    assert len(digest) == 12
    assert bundled.name == StaticEmbedder().name


def test_bundled_model_stays_under_its_limit_and_has_a_card() -> None:
    assert sum(path.stat().st_size for path in BUNDLED_FOLDER.rglob("*")) < 24_000_000
    assert "license" in (BUNDLED_FOLDER / "README.md").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("damage", ["model.safetensors", "tokenizer.json"])
def test_damaged_bundled_files_are_named(tmp_path: Path, damage: str) -> None:
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / name).write_bytes((BUNDLED_FOLDER / name).read_bytes())
    (tmp_path / damage).write_bytes(b"half a fi")
    with pytest.raises(EmbedderUnusable, match=str(tmp_path)):
        StaticEmbedder(tmp_path)


def test_the_bundled_model_needs_no_torch() -> None:
    program = (
        "import sys, index.embeddings as e; e.load_embedder().embed_queries(['补贴']);"
        "sys.exit(int(bool({'torch', 'sentence_transformers', 'transformers'} & set(sys.modules))))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2]).returncode == 0

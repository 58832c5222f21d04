"""A file on its way in: its name, and a sender who goes away."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.errors import IngestStopped, InputError
from index.indexer import Indexer
from tests.fakes import HashingEmbedder
from tests.ui.conftest import NOTICE
from tests.ui.desk import HandMadeDesk
from ui.keeping import Keeper
from ui.receiving import file_name, receive


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("方案（试行）〔2024〕1号.txt", "方案（试行）〔2024〕1号.txt"),
        ("C:\\公文\\方案.docx", "方案.docx"),
        ("/etc/../方案.pdf", "方案.pdf"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
    ],
)
def test_the_name_stays_as_it_is_and_a_path_is_left_out(sent: str, kept: str) -> None:
    assert file_name(sent) == kept


@pytest.mark.parametrize("sent", ["", ".", "..", "a/", " ", "a\nb.txt", "长" * 70 + ".txt"])
def test_what_is_no_name_for_a_file_is_refused(sent: str) -> None:
    with pytest.raises(InputError):
        file_name(sent)


async def _content() -> AsyncIterator[bytes]:
    yield NOTICE.encode()


class SlowIndexer(Indexer):
    """Waits until it is called off, or long enough for the test to fail."""

    def ingest(self, paths, progress=None, *, stopped, **more):  # type: ignore[no-untyped-def]
        end = time.monotonic() + 5
        while not stopped() and time.monotonic() < end:
            time.sleep(0.01)
        return super().ingest(paths, progress, stopped=stopped, **more)


def _received(keeper: Keeper, gone: Callable[[], bool]) -> object:
    async def left() -> bool:
        return gone()

    # In a thread of its own: beside the browser tests this one already has a loop.
    with ThreadPoolExecutor(1) as own:
        return own.submit(asyncio.run, receive(keeper, "节水.txt", _content(), left)).result()


def test_a_file_whose_sender_goes_away_is_left_out(tmp_path: Path) -> None:
    desk = HandMadeDesk(tmp_path)
    keeper = Keeper(desk.library, lambda: SlowIndexer(tmp_path, desk.library, HashingEmbedder()), upload_bytes=2**20)
    with pytest.raises(IngestStopped, match="节水"):
        _received(keeper, lambda: True)
    assert desk.library.holdings() == ()


def test_nothing_of_an_upload_stays_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    desk = HandMadeDesk(tmp_path / "home")
    _received(desk.keeper, lambda: False)
    assert [summary.name for summary in desk.library.documents()] == ["节水.txt"]
    assert list(folder.iterdir()) == []

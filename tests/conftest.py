"""What holds for every test: a home folder of its own, no settings from outside, no network."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import tests.offline.sitecustomize  # noqa: F401  blocks the network on import

OFFLINE = Path(__file__).parent / "offline"
E2E = Path(__file__).parent / "e2e"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder that WENCE_HOME names; no other WENCE_ variable is set."""
    for name in list(os.environ):
        if name.startswith("WENCE_"):
            monkeypatch.delenv(name)
    folder = tmp_path / "home"
    monkeypatch.setenv("WENCE_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True, scope="session")
def _offline_processes() -> None:
    """Processes that tests start are kept off the network as well."""
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(OFFLINE), os.environ.get("PYTHONPATH"))))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser on this machine, what needs one is skipped and says what is missing."""
    if any(map(shutil.which, BROWSERS)):
        return
    for item in items:
        if E2E in item.path.parents:
            item.add_marker(
                pytest.mark.skip(reason="no browser here; on Debian: apt-get install chromium fonts-noto-cjk")
            )

"""The installed command as a process: what it loads, its streams, its encoding."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from corpus.bundled import bundled_documents

WENCE = Path(sys.executable).with_name("wence")
HEAVY = ("torch", "sentence_transformers", "transformers", "chromadb", "langchain_core", "gradio", "tantivy", "numpy")


def started(*words: object, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environ = {**os.environ, **variables}
    return subprocess.run([WENCE, *map(str, words)], capture_output=True, timeout=120, env=environ)


@pytest.mark.parametrize("words", [["--help"], ["ask", "--help"], ["list"], ["outline", "x"]])
def test_light_verbs_load_no_heavy_library(words: list[str]) -> None:
    script = (
        f"import sys; from ui.cli import run; run({words!r}); print('LOADED', *(set(sys.modules) & set({HEAVY!r})))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1].strip() == "LOADED"


def test_data_is_utf8_whatever_the_locale(filled_home: Path) -> None:
    done = started("--home", filled_home, "list", "--json", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    names = {row["name"] for row in json.loads(done.stdout.decode("utf-8"))}
    assert names == {document.name for document in bundled_documents()}


def test_a_reader_that_stops_reading_is_no_error_to_report(filled_home: Path) -> None:
    words = [WENCE, "--home", filled_home, "outline", bundled_documents()[0].name, "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_batch_can_be_piped_through(filled_home: Path) -> None:
    rows = json.dumps({"id": "a", "question": "氢能储运"}, ensure_ascii=False).encode()
    words = [WENCE, "--home", filled_home, "search", "--batch", "-", "-k", "1"]
    done = subprocess.run(words, input=rows, capture_output=True, timeout=120, check=True)
    assert json.loads(done.stdout)["id"] == "a"
    assert done.stderr == b""


def test_failure_is_an_exit_code_and_one_line() -> None:
    done = started("outline", "没有.txt")
    assert done.returncode == 1
    assert done.stdout == b""
    assert len(done.stderr.decode("utf-8").splitlines()) == 1


def test_the_version_is_that_of_the_package() -> None:
    assert started("--version").stdout.decode().strip() == "wence 0.1.0"


@pytest.mark.slow
@pytest.mark.parametrize(("options", "documents"), [((), len(bundled_documents())), (("--no-samples",), 0)])
def test_serve_fills_an_empty_library_unless_told_not_to(home: Path, options: tuple[str, ...], documents: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen([WENCE, "serve", "--port", str(port), *options], stderr=subprocess.PIPE) as server:
        assert server.stderr is not None
        try:
            assert f"http://127.0.0.1:{port}" in server.stderr.readline().decode("utf-8")
            assert health(port) == {"status": "ready", "documents": documents}
        finally:
            server.terminate()


def health(port: int, patience: float = 120) -> object:
    """What the endpoint says once the application is there."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=5) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            assert error.code == 503
            time.sleep(0.2)
    raise TimeoutError(f"not ready in {patience} s")

"""The installed command, started as a user starts it, and timed."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WENCE = Path(sys.executable).with_name("wence")
PATIENCE = 120.0
PAUSE = 0.02


def seconds_of_command(home: Path, *words: str) -> float:
    """Wall time of one run of `wence`; a run that fails ends the benchmark."""
    started = time.perf_counter()
    done = subprocess.run([WENCE, "--home", home, *words], capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise RuntimeError(f"wence {' '.join(words)}: {done.stderr}")
    return time.perf_counter() - started


def serve_times(home: Path) -> tuple[float, float]:
    """Seconds from the start of `wence serve` to its first page and to the chat being there."""
    started = time.perf_counter()
    with _server(home) as (server, url):
        _wait_for(server, f"{url}/")
        loading = time.perf_counter() - started
        _wait_for(server, f"{url}/api/health")
        return loading, time.perf_counter() - started


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """`wence serve` on a free port: its address, once the chat is there."""
    with _server(home) as (server, url):
        _wait_for(server, f"{url}/api/health")
        yield url


@contextmanager
def _server(home: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [str(WENCE), "--home", str(home), "serve", "--port", str(port), "--no-samples"]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield server, f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(server: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"wence serve ended with exit code {server.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5) as reply:
                if reply.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(PAUSE)
    raise TimeoutError(f"no answer from {url} in {PATIENCE:.0f} s")

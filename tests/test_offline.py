"""The guard of the suite itself: neither a test nor a process that it starts leaves the machine."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from tests.offline.sitecustomize import NetworkUsed

ELSEWHERE = "192.0.2.1"  # TEST-NET-1, RFC 5737: routed nowhere


def test_a_test_cannot_connect_to_another_machine() -> None:
    with socket.socket() as out, pytest.raises(NetworkUsed):
        out.connect((ELSEWHERE, 80))


def test_a_test_cannot_look_up_a_name() -> None:
    with pytest.raises(NetworkUsed):
        socket.getaddrinfo("example.org", 80)


def test_loopback_stays_open() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            assert client.getpeername() == server.getsockname()


def test_a_process_that_a_test_starts_cannot_connect_either() -> None:
    script = f"import socket; socket.create_connection(({ELSEWHERE!r}, 80), timeout=5)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert "NetworkUsed" in done.stderr

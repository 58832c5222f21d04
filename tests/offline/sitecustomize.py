"""Lets nothing leave the machine while tests run.

The suite imports it, and puts its folder on PYTHONPATH, from where Python loads it
at the start of every process that a test starts.
"""

import ipaddress
import socket
from typing import Any

_connect, _connect_ex, _getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo


class NetworkUsed(RuntimeError):
    """A test, or a program under test, reached for another machine."""


def _is_local(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback or ipaddress.ip_address(str(host)).is_unspecified
    except ValueError:
        return False


def _check(host: object) -> None:
    if not _is_local(host):
        raise NetworkUsed(f"tests may use this machine only, not {host!r}")


def _checked_connect(self: socket.socket, address: Any) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6):
        _check(address[0])
    _connect(self, address)


def _checked_connect_ex(self: socket.socket, address: Any) -> int:
    if self.family in (socket.AF_INET, socket.AF_INET6):
        _check(address[0])
    return _connect_ex(self, address)


def _checked_getaddrinfo(host: Any, *rest: Any, **named: Any) -> Any:
    _check(host)
    return _getaddrinfo(host, *rest, **named)


def block() -> None:
    """From here on, only loopback addresses can be looked up or connected to."""
    socket.socket.connect = _checked_connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _checked_connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = _checked_getaddrinfo


block()

"""The listening socket. The supervisor opens it, so that callers wait, and are not refused, while the line restarts."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Mapping

from bot.errors import WarmlineError

INHERITED = "WARMLINE_LISTEN_FD"
BACKLOG = 512


class PortTaken(WarmlineError):
    """Nothing can listen there now."""


def open_door(host: str, port: int, environment: Mapping[str, str] = os.environ) -> socket.socket:
    """A socket that listens on ``host`` and ``port``: the supervisor's, if it handed one down.

    Raises :class:`PortTaken` with a sentence.
    """
    given = environment.get(INHERITED, "")
    if given.isdigit():
        return socket.socket(fileno=int(given))
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise PortTaken(f"WARMLINE_HOST: {host} is no address of this machine.") from error
    door = socket.socket(family, kind, protocol)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(address)
    except OSError as error:
        door.close()
        raise PortTaken(_why(host, port, error, "WARMLINE_PORT")) from error
    door.listen(BACKLOG)
    return door


def check_free(port: int, setting: str) -> None:
    """Raise :class:`PortTaken` if ``port`` on loopback is in use; ``setting`` is the one to change."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PortTaken(_why("127.0.0.1", port, error, setting)) from error


def _why(host: str, port: int, error: OSError, setting: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program. Stop that program, or set {setting} to another one."
    if error.errno == errno.EACCES:
        return f"Port {port} is only for root. Set {setting} to a port above 1023."
    return f"Nothing can listen on {host}, port {port}: {error.strerror}. Set {setting} to another one."

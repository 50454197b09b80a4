"""The probe goes on asking, whatever answers."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from bot.supervisor.probe import Probe

READY = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"


@pytest.mark.parametrize(
    "first",
    [
        b"no http at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
        b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 100\r\n\r\nhalf",
    ],
)
def test_after_half_an_answer_it_asks_again(first: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:

        def answer_twice() -> None:
            for answer in (first, READY):
                guest, _ = door.accept()
                with guest:
                    guest.recv(65_536)
                    guest.sendall(answer)

        threading.Thread(target=answer_twice, daemon=True).start()
        probe = Probe(f"http://127.0.0.1:{door.getsockname()[1]}")
        probe.start()
        deadline = time.monotonic() + 60
        while probe.problems:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        probe.stop()

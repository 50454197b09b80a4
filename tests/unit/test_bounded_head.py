"""A request's head ends somewhere, whoever sends it; a body and an ordinary request are read as ever."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.bounded_head import MOST_HEAD_BYTES
from bot.cli.serve import server_settings

SECONDS = 60


async def length(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"body {len(await request.body())}, cookie {len(request.headers.get('cookie', ''))}")


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    app = Starlette(routes=[Route("/", length, methods=["GET", "POST"])])
    server = uvicorn.Server(uvicorn.Config(app, port=0, **server_settings()))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + SECONDS
    while not server.started and time.monotonic() < end:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(SECONDS)


def say(port: int, *pieces: bytes) -> bytes:
    """What comes back until the server hangs up."""
    with socket.create_connection(("127.0.0.1", port), SECONDS) as line:
        answer = b""
        with suppress(ConnectionError):  # it hung up while we spoke
            for piece in pieces:
                line.sendall(piece)
        with suppress(ConnectionError):
            while piece := line.recv(65536):
                answer += piece
        return answer


def test_a_head_without_an_end_is_cut_off(port: int) -> None:
    endless = (b"a" * 1000 for _ in range(20_000))
    assert say(port, b"GET / HTTP/1.1\r\nHost: x\r\nCookie: ", *endless)[:13] in (b"", b"HTTP/1.1 431 ")
    many = (b"X-%d: %s\r\n" % (number, b"a" * 900) for number in range(20_000))
    assert say(port, b"GET / HTTP/1.1\r\nHost: x\r\n", *many)[:13] in (b"", b"HTTP/1.1 431 ", b"HTTP/1.1 400 ")
    assert say(port, b"GET /" + b"a" * MOST_HEAD_BYTES * 4)[:13] in (b"", b"HTTP/1.1 431 ")


def test_a_large_head_that_comes_at_once_is_refused(port: int) -> None:
    head = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: " + b"a" * MOST_HEAD_BYTES + b"\r\n\r\n"
    assert say(port, head)[:13] in (b"HTTP/1.1 400 ", b"HTTP/1.1 431 ")


def test_what_is_ordinary_is_read_as_ever(port: int) -> None:
    body = b"b" * 300_000
    first = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\nCookie: " + b"a" * 8000 + b"\r\n\r\n"
    last = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = say(port, first + body, *([first, body] * 3), last)
    assert answer.count(b"body 300000, cookie 8000") == 4
    assert answer.endswith(b"body 0, cookie 0")

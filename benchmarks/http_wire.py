"""The little HTTP/1.1 the load generator needs, so that it costs the measured machine next to nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

FRESH_SECONDS = 2.0  # servers close idle connections after five
FORM = "application/x-www-form-urlencoded; charset=UTF-8"


@dataclass(frozen=True)
class Message:
    """A request or an answer: its first line, headers (names in small letters), body."""

    first: str
    headers: Mapping[str, str]
    body: bytes


class Broken(Exception):
    """The other side closed the connection or does not speak HTTP."""


async def read_message(reader: asyncio.StreamReader, has_body: bool = True) -> Message:
    """The next message. Raises :class:`Broken`."""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head[:-4].split("\r\n")
        pairs = (line.partition(":") for line in lines)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        if "transfer-encoding" in headers:
            raise Broken("A body in chunks is not expected here.")
        body = await reader.readexactly(int(headers.get("content-length", 0))) if has_body else b""
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, OSError) as error:
        raise Broken(type(error).__name__) from error
    return Message(first, headers, body)


@dataclass
class _Connection:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    used: float


class Door:
    """Posts forms to one server on 127.0.0.1 over kept connections."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[_Connection] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for connection in self._idle:
            connection.writer.close()
        self._idle.clear()

    async def post(self, target: str, body: bytes, headers: Mapping[str, str]) -> int:
        """The answer's status. Raises :class:`Broken` or ``OSError``; leaving early closes the connection."""
        return (await self._ask("POST", target, body, {"Content-Type": FORM, **headers}))[0]

    async def get(self, target: str) -> int:
        """The status of ``GET target``. Raises :class:`Broken` or ``OSError``."""
        return (await self._ask("GET", target, b"", {}))[0]

    async def _ask(self, method: str, target: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, Message]:
        connection = await self._connection()
        kept = False
        try:
            lines = [f"{method} {target} HTTP/1.1", f"Host: 127.0.0.1:{self._port}", f"Content-Length: {len(body)}"]
            lines += [f"{name}: {value}" for name, value in headers.items()]
            connection.writer.write("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)
            answer = await read_message(connection.reader)
            kept = answer.headers.get("connection", "").lower() != "close"
            return int(answer.first.split()[1]), answer
        finally:
            if kept:
                connection.used = time.monotonic()
                self._idle.append(connection)
            else:
                connection.writer.close()

    async def _connection(self) -> _Connection:
        while self._idle:
            connection = self._idle.pop()
            if time.monotonic() - connection.used < FRESH_SECONDS:
                return connection
            connection.writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        return _Connection(reader, writer, time.monotonic())

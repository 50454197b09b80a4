"""A lean fake Twilio for load: brings signed texts, takes replies over the REST API, sends receipts.

It lives in the load generator's event loop, so all times come from one clock.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from benchmarks.http_wire import Broken, Door, Message, read_message
from tests.contract.fake_twilio.ledger import Text, as_json, moved, new_sid
from tests.contract.fake_twilio.webhooks import inbound_fields, receipt_fields, sign

ACCOUNT, TOKEN, NUMBER = "AC" + "0" * 32, "benchmark-token", "+12155550100"
SEND = re.compile(r"POST /2010-04-01/Accounts/\w+/Messages\.json HTTP/1\.1")
RECEIPTS = ("sent", "delivered")
RECEIPT_SECONDS = 5.0


class Carrier:
    """``port`` is where its REST API listens. ``answer_seconds``: how long each send takes there."""

    def __init__(self, answer_seconds: float = 0.0) -> None:
        self.port = 0
        self.extras = 0  # replies nobody waited for
        self.receipts_missed = 0
        self._answer_seconds = answer_seconds
        self._waiting: dict[str, asyncio.Future[tuple[float, str]]] = {}
        self._receipts: set[asyncio.Task[None]] = set()
        self._doors: dict[int, Door] = {}
        self._callers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        await self.quiet()
        self._server.close()
        for caller in self._callers:
            caller.close()

    @property
    def environment(self) -> dict[str, str]:
        """The settings that point a line at this carrier."""
        return {
            "TWILIO_API_URL": f"http://127.0.0.1:{self.port}",
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_PHONE_NUMBER": NUMBER,
        }

    async def quiet(self) -> None:
        """Drop what is under way: a side was stopped."""
        for task in self._receipts:
            task.cancel()
        await asyncio.gather(*self._receipts, return_exceptions=True)
        for door in self._doors.values():
            await door.__aexit__()
        self._doors.clear()
        self._waiting.clear()

    async def bring(self, door: Door, url: str, sender: str, body: str) -> int:
        """Post one text to the line at ``url``; the answer's status."""
        fields = inbound_fields(ACCOUNT, new_sid(), sender, NUMBER, body)
        return await _post(door, url, fields)

    def expect(self, phone: str) -> asyncio.Future[tuple[float, str]]:
        """Done with (moment, words) when the next text to ``phone`` has come in. The clock is ``perf_counter``."""
        future: asyncio.Future[tuple[float, str]] = asyncio.get_running_loop().create_future()
        self._waiting[phone] = future
        return future

    def forget(self, phone: str) -> None:
        """Nobody waits any more."""
        self._waiting.pop(phone, None)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._callers.add(writer)
        try:
            while True:
                request = await read_message(reader)
                await self._answer(request, writer)
        except (Broken, OSError):
            pass  # the caller has hung up, as callers do
        finally:
            self._callers.discard(writer)
            writer.close()

    async def _answer(self, request: Message, writer: asyncio.StreamWriter) -> None:
        moment = time.perf_counter()
        if self._answer_seconds:
            await asyncio.sleep(self._answer_seconds)
        status, body = self._take(request, moment) if SEND.match(request.first) else (404, b'{"code": 20404}')
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()

    def _take(self, request: Message, moment: float) -> tuple[int, bytes]:
        form = dict(parse_qsl(request.body.decode(), keep_blank_values=True))
        now = datetime.now(UTC).replace(microsecond=0)
        text = Text(new_sid(), NUMBER, form["To"], form["Body"], now, "queued", callback=form.get("StatusCallback"))
        waiting = self._waiting.pop(text.to, None)
        if waiting is None:
            self.extras += 1
        elif not waiting.done():
            waiting.set_result((moment, text.body))
        if text.callback:
            task = asyncio.create_task(self._report(text, text.callback))
            self._receipts.add(task)
            task.add_done_callback(self._receipts.discard)
        return 201, json.dumps(as_json(text, ACCOUNT)).encode()

    async def _report(self, text: Text, url: str) -> None:
        port = urlsplit(url).port or 80
        door = self._doors.setdefault(port, Door(port))
        for status in RECEIPTS:
            try:
                async with asyncio.timeout(RECEIPT_SECONDS):
                    answered = await _post(door, url, receipt_fields(ACCOUNT, moved(text, status)))
            except (TimeoutError, Broken, OSError):
                answered = 0
            self.receipts_missed += answered // 100 != 2


async def _post(door: Door, url: str, fields: Mapping[str, str]) -> int:
    parts = urlsplit(url)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return await door.post(target, urlencode(fields).encode(), {"X-Twilio-Signature": sign(TOKEN, url, fields)})

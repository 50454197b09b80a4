"""The load generator and its carrier against small lines that are right, slow, silent or rude."""

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import parse_qsl, urlencode

import pytest

from benchmarks import load
from benchmarks.carrier import ACCOUNT, TOKEN, Carrier
from benchmarks.http_wire import Door, read_message
from benchmarks.load import Sample, Target, crowded, steady
from benchmarks.texts import Crowd, Kind
from tests.contract.fake_twilio import sign

Fields = dict[str, str]
Behave = Callable[[Fields, Callable[[str], Awaitable[int]]], Awaitable[int]]
PAGE = "/sms/inbound"


async def helpful(_text: Fields, reply: Callable[[str], Awaitable[int]]) -> int:
    assert await reply("Food Place, 215-555-0123") == 201
    return 200


async def slow(text: Fields, reply: Callable[[str], Awaitable[int]]) -> int:
    await asyncio.sleep(0.2)
    return await helpful(text, reply)


async def silent(_text: Fields, _reply: Callable[[str], Awaitable[int]]) -> int:
    return 200


async def rude(_text: Fields, _reply: Callable[[str], Awaitable[int]]) -> int:
    return 500


@asynccontextmanager
async def line(
    behave: Behave,
    carrier: Carrier,
    receipts: list[Fields] | None = None,
    all_receipts: asyncio.Event | None = None,
) -> AsyncIterator[Target]:
    """A line of one function; checks each signature. Yields the target."""
    port = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await read_message(reader)
        fields = dict(parse_qsl(request.body.decode(), keep_blank_values=True))
        path = request.first.split()[1]
        assert request.headers["x-twilio-signature"] == sign(TOKEN, f"http://127.0.0.1:{port}{path}", fields)
        if path == PAGE:
            async with Door(carrier.port) as door:
                status = await behave(fields, lambda words: _send(door, fields["From"], words, receipts, port))
        else:
            assert receipts is not None
            assert all_receipts is not None
            receipts.append(fields)
            if len(receipts) == 4:
                all_receipts.set()
            status = 200
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with Door(port) as door:
        yield Target(carrier, door, f"http://127.0.0.1:{port}{PAGE}", silent_after_accept=True)
    server.close()


async def _send(door: Door, to: str, words: str, receipts: list[Fields] | None, port: int) -> int:
    form = {"To": to, "From": "+12155550100", "Body": words}
    if receipts is not None:
        form["StatusCallback"] = f"http://127.0.0.1:{port}/sms/status?message=1"
    login = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
    target = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    return await door.post(target, urlencode(form).encode(), {"Authorization": f"Basic {login}"})


def texted(behave: Behave, rate: float = 20, seconds: float = 0.5) -> list[Sample]:
    async def play() -> list[Sample]:
        async with Carrier() as carrier, line(behave, carrier) as target:
            return await steady(target, Crowd(1), rate, seconds)

    return asyncio.run(play())


def test_every_text_of_a_steady_stage_is_sent_and_answered() -> None:
    samples = texted(helpful)
    assert len(samples) == 10
    assert all(sample.replied and sample.accepted and sample.names_a_place for sample in samples)


def test_a_slow_line_does_not_slow_the_texts_down() -> None:
    samples = texted(slow, rate=20, seconds=1)
    assert max(sample.sent for sample in samples) - min(sample.sent for sample in samples) == pytest.approx(
        0.95, abs=0.1
    )
    assert all(sample.replied is not None and sample.replied - sample.sent > 0.19 for sample in samples)


def test_silence_and_refusals_are_no_answers() -> None:
    assert all(sample.accepted and sample.replied is None for sample in texted(silent, seconds=0.1))
    assert all(sample.accepted is None and sample.replied is None for sample in texted(rude, seconds=0.1))


def test_a_line_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "GIVE_UP_SECONDS", 0.1)
    assert all(sample.accepted is None for sample in texted(slow, seconds=0.1))


def test_a_crowd_keeps_texting_until_the_end_and_the_warm_up_does_not_count() -> None:
    async def play() -> list[Sample]:
        async with Carrier() as carrier, line(slow, carrier) as target:
            return await crowded(target, Crowd(1), people=3, warm=0.3, seconds=1.0)

    samples = asyncio.run(play())
    assert 9 <= len(samples) <= 15  # three people, five answers a second each
    assert {sample.kind for sample in samples} >= {Kind.NEED}


def test_receipts_come_signed_and_in_order_and_unexpected_texts_are_counted() -> None:
    receipts: list[Fields] = []

    async def twice(text: Fields, reply: Callable[[str], Awaitable[int]]) -> int:
        await reply("one")
        return await helpful(text, reply)

    async def play() -> tuple[int, int]:
        all_receipts = asyncio.Event()
        async with Carrier() as carrier, line(twice, carrier, receipts, all_receipts) as target:
            person = Crowd(1).newcomer()
            await target.text(person, person.take())
            async with asyncio.timeout(5):
                await all_receipts.wait()
            return carrier.extras, carrier.receipts_missed

    assert asyncio.run(play()) == (1, 0)
    by_sid = [receipt["MessageStatus"] for receipt in sorted(receipts, key=lambda each: each["MessageSid"])]
    assert by_sid == ["sent", "delivered"] * 2

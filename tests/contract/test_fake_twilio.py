"""The fake Twilio and the gateway, over real sockets: texts in, texts out, receipts back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from twilio.rest import Client  # type: ignore[import-untyped]  # ships no types

from bot.gateway.carriers.twilio.carrier import TwilioCarrier
from bot.message import Delivery, Receipt
from tests.contract.conftest import text_to
from tests.contract.fake_twilio import FakeTwilio, HttpAnswer
from tests.unit.gateway.line import PUBLIC_URL, TOKEN, Line
from tests.unit.gateway.serving import serving

DANA = "+15550101"


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def town(line: Line) -> Iterator[FakeTwilio]:
    """A fake Twilio that reaches ``line`` under its public name, as through a proxy."""
    with serving(line.app) as address, FakeTwilio(auth_token=TOKEN, reach={PUBLIC_URL: address}) as fake:
        yield fake


@pytest.fixture
def carrier(town: FakeTwilio) -> Iterator[TwilioCarrier]:
    made = TwilioCarrier(town.account_sid, TOKEN, town.number, PUBLIC_URL + "/sms/status", town.url, timeout=5.0)
    yield made
    made.close()


def receipts_of(line: Line, count: int) -> list[Receipt]:
    end = time.monotonic() + 60
    while len(line.receipts) < count and time.monotonic() < end:
        time.sleep(0.01)
    return line.receipts


def test_danas_text_comes_in_signed_for_the_public_address(line: Line, town: FakeTwilio) -> None:
    answer = town.post_inbound(PUBLIC_URL + "/sms/inbound#rc=3&rp=all", DANA, "¿Hay comida? 💛", OptOutType="")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    assert [(text.sender, text.body) for text in line.texts] == [(DANA, "¿Hay comida? 💛")]


def test_the_same_text_can_be_brought_twice(line: Line, town: FakeTwilio) -> None:
    for _ in range(2):
        town.post_inbound(PUBLIC_URL + "/sms/inbound", DANA, "hi", sid="SM7")
    assert [text.sid for text in line.texts] == ["SM7", "SM7"]


def test_a_text_signed_with_another_token_is_refused(line: Line, town: FakeTwilio) -> None:
    answer: HttpAnswer = town.post_inbound(PUBLIC_URL + "/sms/inbound", DANA, "hi", token="stolen")
    assert answer.status == 403
    assert line.texts == []


def test_receipts_come_back_with_the_rows_number(line: Line, town: FakeTwilio, carrier: TwilioCarrier) -> None:
    sid = carrier.send(text_to(DANA, "Hi Dana", message_id=12)).sid
    assert town.wait_for_text(DANA, "Hi Dana").sid == sid
    assert receipts_of(line, 2) == [
        Receipt(str(sid), Delivery.SENT, message_id=12),
        Receipt(str(sid), Delivery.DELIVERED, message_id=12),
    ]
    assert town.missed_receipts == []


def test_a_lost_text_is_reported_undelivered(line: Line, town: FakeTwilio, carrier: TwilioCarrier) -> None:
    town.lose(DANA, 30003)
    carrier.send(text_to(DANA, "Hi Dana"))
    last = receipts_of(line, 2)[-1]
    assert last.status is Delivery.FAILED
    assert last.refusal is not None
    assert last.refusal.code == 30003


def test_a_text_that_never_comes_is_an_error_that_shows_what_came(town: FakeTwilio, carrier: TwilioCarrier) -> None:
    carrier.send(text_to(DANA, "Hi Dana"))
    with pytest.raises(AssertionError, match="Hi Dana"):
        town.wait_for_text(DANA, "Goodbye", timeout=0.1)


def test_lists_are_newest_first_paged_and_filtered(town: FakeTwilio, carrier: TwilioCarrier) -> None:
    town.receipts = ("sent",)
    sids = [carrier.send(text_to(DANA, f"text {number}")).sid for number in range(5)]
    carrier.send(text_to("+15550102", "to somebody else"))
    end = time.monotonic() + 60
    while any(text.sent is None for text in town.texts) and time.monotonic() < end:
        time.sleep(0.01)
    for days, sid in enumerate(sids):
        town.age(str(sid), timedelta(days=days))
    client = Client(town.account_sid, TOKEN)
    client.api.base_url = town.url
    found = client.messages.list(to=DANA, page_size=2)
    assert [message.sid for message in found] == sids
    assert all(message.date_created.tzinfo for message in found)
    today = datetime.now(UTC)
    since = client.messages.list(to=DANA, date_sent_after=today - timedelta(days=2))
    assert [message.sid for message in since] == sids[:3]
    assert [m.sid for m in client.messages.list(to=DANA, date_sent=today - timedelta(days=3))] == [sids[3]]

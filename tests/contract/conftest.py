"""Both carriers as one kind of line, so that one suite can hold them to one contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

import pytest

from bot.gateway.carriers.simulator.carrier import SimulatorCarrier
from bot.gateway.carriers.twilio.carrier import TwilioCarrier
from bot.message import OutboundText
from bot.ports import Carrier
from tests.contract.fake_twilio import FakeTwilio

CALLBACK = "http://127.0.0.1:9/sms/status"  # nobody listens on the discard port

_row = count(1)


@dataclass
class Line:
    """A carrier, and what a test must be able to do to it from the other side."""

    carrier: Carrier
    bodies_at: Callable[[str], list[str]]
    block: Callable[[str], None]
    kill: Callable[[str], None]


def text_to(phone: str, body: str, message_id: int | None = None) -> OutboundText:
    return OutboundText(message_id or next(_row), phone, body, datetime.now(UTC))


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        fake.receipts = ()
        yield fake


@pytest.fixture
def twilio_carrier(twilio: FakeTwilio) -> Iterator[TwilioCarrier]:
    carrier = TwilioCarrier(
        twilio.account_sid, twilio.auth_token, twilio.number, CALLBACK, api_url=twilio.url, timeout=1.0
    )
    yield carrier
    carrier.close()


@pytest.fixture(params=["twilio", "simulator"])
def line(request: pytest.FixtureRequest) -> Line:
    if request.param == "twilio":
        fake: FakeTwilio = request.getfixturevalue("twilio")
        over_twilio: TwilioCarrier = request.getfixturevalue("twilio_carrier")
        return Line(
            carrier=over_twilio,
            bodies_at=lambda phone: [text.body for text in fake.texts_to(phone)],
            block=lambda phone: fake.refuse(phone, 21610),
            kill=lambda phone: fake.refuse(phone, 30003),
        )
    simulator = SimulatorCarrier()
    arrived: list[OutboundText] = []
    simulator.subscribe(lambda text, _sid: arrived.append(text))
    return Line(
        carrier=simulator,
        bodies_at=lambda phone: [text.body for text in arrived if text.to == phone],
        block=simulator.block,
        kill=simulator.switch_off,
    )

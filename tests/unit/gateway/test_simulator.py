"""The simulated carrier: one text per row, phones that can be switched off, listeners that come and go."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.gateway.carriers.simulator import carrier as simulator
from bot.gateway.carriers.simulator.carrier import SimulatorCarrier
from bot.message import Fate, OutboundText

DANA = "+15550101"


def text(row: int, to: str = DANA) -> OutboundText:
    return OutboundText(row, to, f"text {row}", datetime(2026, 1, 1, tzinfo=UTC))


def listening(carrier: SimulatorCarrier) -> list[tuple[int, str]]:
    heard: list[tuple[int, str]] = []
    carrier.subscribe(lambda sent, sid: heard.append((sent.message_id, sid)))
    return heard


def test_a_row_that_is_sent_twice_arrives_once_and_keeps_its_id() -> None:
    carrier = SimulatorCarrier()
    heard = listening(carrier)
    first, second = carrier.send(text(1)), carrier.send(text(1))
    assert first == second
    assert heard == [(1, first.sid)]


def test_a_row_has_the_same_id_after_a_restart() -> None:
    assert SimulatorCarrier().send(text(1)).sid == SimulatorCarrier().send(text(1)).sid


def test_a_phone_that_is_switched_on_again_gets_the_text_that_it_missed() -> None:
    carrier = SimulatorCarrier()
    heard = listening(carrier)
    carrier.switch_off(DANA)
    assert carrier.send(text(1)).fate is Fate.REFUSED
    carrier.switch_on(DANA)
    assert carrier.send(text(1)).fate is Fate.SENT
    assert [row for row, _ in heard] == [1]


def test_every_listener_hears_a_text_until_it_stops_listening() -> None:
    carrier = SimulatorCarrier()
    one = listening(carrier)
    two: list[int] = []
    stop = carrier.subscribe(lambda sent, _sid: two.append(sent.message_id))
    carrier.send(text(1))
    stop()
    carrier.send(text(2))
    assert [row for row, _ in one] == [1, 2]
    assert two == [1]


def test_a_listener_may_answer_at_once() -> None:
    carrier = SimulatorCarrier()
    heard: list[int] = []

    def answer(sent: OutboundText, _sid: str) -> None:
        heard.append(sent.message_id)
        if sent.message_id == 1:
            carrier.send(text(2))

    carrier.subscribe(answer)
    carrier.send(text(1))
    assert heard == [1, 2]


def test_memory_stays_bounded() -> None:
    carrier = SimulatorCarrier()
    for row in range(simulator.REMEMBERED + 1):
        carrier.send(text(row))
    assert carrier.find(text(0)) is None
    assert carrier.find(text(1)) is not None

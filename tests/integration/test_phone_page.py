"""The simulator page, without a browser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.app import House, build_line
from bot.gateway.carriers.twilio.carrier import TwilioCarrier
from bot.message import Delivery, Fate, SendResult
from bot.phone.routes import phone_routes
from bot.store.erasure import erase_conversation
from bot.store.messages import add_outbound, settle
from tests.integration.console_world import World
from tests.integration.engine import SettableClock

MIGUEL = "+15550100"


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


def test_two_phones_are_there_at_the_first_look(world: World) -> None:
    shown = world.browser().get("/phone")
    assert shown.status_code == 200
    assert shown.text.count('name="from"') == 2
    assert "These phones are not real" in shown.text


def test_a_sent_text_is_stored_before_the_answer(world: World) -> None:
    client = world.browser()
    assert client.post("/phone/send", data={"from": MIGUEL, "body": "  hello there "}).status_code == 303
    assert client.post("/phone/send", data={"from": MIGUEL, "body": ""}).status_code == 303
    assert client.get("/phone").text.count(">hello there<") == 1


@pytest.mark.parametrize("sender", ["+12125551234", "", "15550100", "+15550100'", "+1555010"])
def test_only_made_up_phones_can_text(world: World, sender: str) -> None:
    assert world.browser().post("/phone/send", data={"from": sender, "body": "hello"}).status_code == 422


def test_another_site_cannot_send_texts(world: World) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    answer = world.browser().post("/phone/send", data={"from": MIGUEL, "body": "hello"}, headers=headers)
    assert answer.status_code == 403


def test_a_text_is_on_the_phone_only_when_it_reached_it(world: World) -> None:
    own = world.text(MIGUEL, "hello")
    vault, now = world.house.vault, world.clock.now().timestamp()
    values = {"conversation_id": own, "author": "assistant", "segments": 2}
    made = world.house.database.write(lambda connection: add_outbound(connection, vault, values, "an answer", now))
    client = world.browser()
    assert "an answer" not in client.get("/phone").text
    sent = SendResult(Fate.SENT, sid="SM1")
    world.house.database.write(lambda connection: settle(connection, made, Delivery.SENT, sent, now))
    shown = client.get("/phone").text
    assert "an answer" in shown
    assert "2 segments" in shown


def test_looking_does_not_bring_an_erased_phone_back(world: World) -> None:
    own = world.text(MIGUEL, "hello")
    world.all_read()
    now = world.clock.now().timestamp()
    world.house.database.write(lambda connection: erase_conversation(connection, own, now))
    client = world.browser()
    client.get("/phone")
    shown = world.member().get(f"/console/conversations/{own}").text
    assert "This person asked us to delete everything" in shown


def test_there_is_no_simulator_with_a_real_carrier(world: World) -> None:
    carrier = TwilioCarrier("AC0", "token", "+15550100", "http://localhost/status", "http://localhost")
    line = build_line(world.house, "tests:1", carrier)
    client = TestClient(Starlette(routes=phone_routes(line)))
    for path in ("/phone", "/phone/live", "/phone/static/phone.css"):
        assert client.get(path).status_code == 404

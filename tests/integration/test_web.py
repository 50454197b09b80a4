"""The doors of the web application: who gets in, what strangers hear, what operators read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from bot.app import House, build_line
from bot.store.coaches import add_coach
from bot.web import build_web

HEADER = "X-Warmline-Secret"


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    """The application of a line with the simulator; Rasa is not running."""
    with TestClient(build_web(build_line(house, "tests:1")), follow_redirects=False) as client:
        yield client


def test_the_start_page_leads_to_the_console(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/console"


def test_it_lives_but_is_not_ready_while_rasa_is_down_and_says_so(client: TestClient) -> None:
    assert client.get("/health/live").status_code == 200
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["ready"] is False
    assert list(answer.json()["problems"]) == ["assistant"]


@pytest.mark.parametrize("path", ["/sms/inbound", "/sms/status"])
def test_with_the_simulator_nobody_can_sign_a_webhook(client: TestClient, path: str) -> None:
    fields = {"MessageSid": "SM1", "From": "+15550100", "Body": "hello", "MessageStatus": "sent"}
    assert client.post(path, data=fields).status_code == 403
    # An empty token would make this the right signature of an empty key.
    assert client.post(path, data=fields, headers={"X-Twilio-Signature": ""}).status_code == 403


def test_actions_run_for_rasa_only(client: TestClient, house: House) -> None:
    call = {"next_action": "action_call_coach", "sender_id": "1", "tracker": {"sender_id": "1", "slots": {}}}
    assert client.post("/actions/webhook", json=call).status_code == 403
    assert client.post("/actions/webhook", json=call, headers={HEADER: "wrong"}).status_code == 403
    secret = {HEADER: house.actions_secret}
    answer = client.post("/actions/webhook", json=call, headers=secret)
    assert answer.status_code == 200
    assert answer.json()["responses"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"not json", 400),
        (b"[]", 400),
        (b'{"next_action": 5}', 400),
        (b'{"next_action": "action_of_nobody", "tracker": {"sender_id": "1"}}', 404),
        (b"x" * 2_000_000, 413),
    ],
)
def test_odd_calls_of_actions_are_refused(client: TestClient, house: House, body: bytes, status: int) -> None:
    answer = client.post("/actions/webhook", content=body, headers={HEADER: house.actions_secret})
    assert answer.status_code == status


def test_figures_count_what_waits_and_hold_nothing_about_people(client: TestClient, house: House) -> None:
    now = house.clock.now().timestamp()
    house.database.write(lambda c: add_coach(c, house.vault, "Quillon", "+15550102", ("en",), True, now))
    answer = client.get("/metrics")
    assert 'warmline_cases_open{urgency="crisis"} 0.0' in answer.text
    assert "warmline_conversations_due 0.0" in answer.text
    assert 'warmline_texts_held_off{why="over_limit"} 0.0' in answer.text
    assert "Quillon" not in answer.text
    assert "5550102" not in answer.text  # not "555": a sum of seconds may hold that


@pytest.mark.parametrize("path", ["/health/live", "/nothing-here", "/console/sign-in", "/phone"])
def test_every_answer_has_the_headers_that_protect_browsers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


def test_the_phones_are_for_the_simulator_only(house: House) -> None:
    twilio = {"warmline_carrier": "twilio", "twilio_account_sid": "AC1", "twilio_auth_token": "token"}
    settings = house.settings.model_copy(update={**twilio, "twilio_phone_number": "+15550198"})
    real = House(settings, house.database, house.vault, house.clock)
    with TestClient(build_web(build_line(real, "tests:1"))) as client:
        assert client.get("/phone").status_code == 404
        assert client.post("/phone/send", data={"from": "+15550100", "body": "hi"}).status_code == 404

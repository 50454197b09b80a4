"""Nonsense at every door: no answer is a fault of ours, and nothing unsigned is ever stored.

Inputs per run: 300 unsigned posts, 150 signed ones (each twice), 300 requests at any address.
``WARMLINE_TEST_FUZZ`` multiplies them.
"""

from __future__ import annotations

import os
import string
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from starlette.testclient import TestClient

from bot.app import House, build_line, open_house
from bot.settings import read_settings
from bot.store.tables import message
from bot.web import build_web
from tests.contract.fake_twilio.webhooks import sign
from tests.integration.route_table import read_table

URL, TOKEN = "https://line.example.org", "a token for tests"
TIMES = int(os.environ.get("WARMLINE_TEST_FUZZ", "1"))
WEBHOOKS = ("/sms/inbound", "/sms/status", "/voice/status")
NAMES = (
    "MessageSid",
    "From",
    "To",
    "Body",
    "NumMedia",
    "OptOutType",
    "MessageStatus",
    "ErrorCode",
    "CallSid",
    "CallStatus",
)
FORM = "application/x-www-form-urlencoded"
ANYTHING = st.text(max_size=80)
SIGNED = st.dictionaries(st.sampled_from(NAMES) | st.text(string.ascii_letters, min_size=1, max_size=9), ANYTHING)
HEADER = st.text(string.ascii_letters + string.digits + "=+/;, ", max_size=60)
PATHS = st.sampled_from(
    [
        line.path.format_map(
            dict.fromkeys(("none", "own", "waiting", "other", "ended", "own_text", "ana", "ben", "id"), "7")
            | {"word": "greet"}
            | dict.fromkeys(("place", "nowhere"), "9057ca0c-cabe-50d6-a079-168ae0a07bd8")
            | {f"{name}_talk": "7" for name in ("own", "waiting", "other", "ended")}
        )
        for line in read_table()
        if not line.path.endswith("/live")
    ]
)
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Doors:
    """The whole web application with a real carrier's settings, and a client before it."""

    def __init__(self, house: House) -> None:
        self.house = house
        app = build_web(build_line(house, "tests:1"), with_worker=False)
        self.client = TestClient(app, follow_redirects=False, raise_server_exceptions=False)

    def stored(self) -> int:
        with self.house.database.read() as connection:
            count: int = connection.execute(select(func.count()).select_from(message)).scalar_one()
            return count


@pytest.fixture(scope="module")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    environment = {
        "WARMLINE_DATA_DIR": str(tmp_path_factory.mktemp("fuzz")),
        "WARMLINE_PUBLIC_URL": URL,
        "TWILIO_ACCOUNT_SID": "AC0",
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_PHONE_NUMBER": "+15550198",
    }
    house = open_house(read_settings(environment, env_file=None))
    yield Doors(house)
    house.close()


@settings(slow, max_examples=300 * TIMES)
@given(
    path=st.sampled_from(WEBHOOKS),
    body=st.binary(max_size=400),
    signature=HEADER,
    kind=st.sampled_from([FORM, "", "text/plain", "application/json", FORM + "; charset=x"]),
)
def test_what_is_not_signed_is_refused_and_not_stored(
    doors: Doors, path: str, body: bytes, signature: str, kind: str
) -> None:
    before = doors.stored()
    answer = doors.client.post(path, content=body, headers={"Content-Type": kind, "X-Twilio-Signature": signature})
    assert answer.status_code == 403
    assert doors.stored() == before


@settings(slow, max_examples=150 * TIMES)
@given(path=st.sampled_from(WEBHOOKS), fields=SIGNED)
def test_nonsense_that_is_signed_is_stored_or_refused_but_breaks_nothing(
    doors: Doors, path: str, fields: dict[str, str]
) -> None:
    headers = {"Content-Type": FORM, "X-Twilio-Signature": sign(TOKEN, URL + path, fields)}
    answers = [doors.client.post(path, content=urlencode(fields), headers=headers).status_code for _ in range(2)]
    assert answers[0] < 500
    assert answers[0] == answers[1]  # brought again, it is answered as before
    assert answers[0] != 403


@settings(slow, max_examples=300 * TIMES)
@given(
    method=st.sampled_from(["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]),
    path=PATHS | st.text(max_size=30).map(lambda text: "/" + quote(text)),
    query=st.text(max_size=40),
    body=st.binary(max_size=100),
    cookie=HEADER,
)
def test_no_request_at_any_address_is_a_fault_of_ours(
    doors: Doors, method: str, path: str, query: str, body: bytes, cookie: str
) -> None:
    headers = {
        "Cookie": f"__Host-warmline_session={cookie}; __Host-warmline_step={cookie}; __Host-warmline_form={cookie}",
        "Content-Type": FORM,
    }
    answer = doors.client.request(method, f"{path}?{quote(query)}", content=body, headers=headers)
    assert answer.status_code < 500 or (answer.status_code == 503 and path == "/health/ready")
    assert "Traceback" not in answer.text


def test_a_body_or_header_beyond_all_bounds_is_refused(doors: Doors) -> None:
    headers = {"Content-Type": FORM}
    for path in (*WEBHOOKS, "/console/sign-in", "/actions/webhook"):
        assert doors.client.post(path, content=b"Body=" + b"a" * 70_000, headers=headers).status_code in (403, 413), (
            path
        )
    assert doors.client.get("/console", headers={"Cookie": "a" * 60_000}).status_code < 500

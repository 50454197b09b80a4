"""A text comes to the door: what is let in, as what, and what the carrier hears."""

from __future__ import annotations

import http.client
import socket
import sqlite3
import time
from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs

from bot.message import InboundText
from tests.unit.gateway.line import DANA, FORM, OLD_TOKEN, Line, a_text, sign
from tests.unit.gateway.serving import serving

PATH = "/sms/inbound"


def test_a_signed_text_is_accepted_and_answered_with_empty_twiml(line: Line) -> None:
    fields = a_text()
    headers = {**FORM, "X-Twilio-Signature": sign(PATH, fields)}
    answer = line.client.post(PATH, data=fields, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/xml")
    assert answer.text == '<?xml version="1.0" encoding="UTF-8"?><Response/>'
    assert line.texts == [InboundText("SM1", DANA, "+15550100", "hello")]


def test_without_a_true_signature_nothing_comes_in(line: Line) -> None:
    assert line.client.post(PATH, data=a_text()).status_code == 403
    assert line.client.post(PATH).status_code == 403
    assert line.client.post(PATH, json={"Body": "hi"}).status_code == 403
    assert line.post(PATH, a_text(), token="stolen") == 403
    assert line.post(PATH, a_text(Body="changed"), signed=a_text()) == 403
    assert line.texts == []


def test_while_tokens_rotate_the_old_one_still_opens(line: Line) -> None:
    assert line.post(PATH, a_text(), token=OLD_TOKEN) == 200
    assert len(line.texts) == 1


def test_a_query_string_in_the_configured_address_is_part_of_the_signature(line: Line) -> None:
    assert line.post(PATH + "?line=2", a_text()) == 200
    assert len(line.texts) == 1


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD"])
def test_any_method_but_post_is_not_allowed(line: Line, method: str) -> None:
    answer = line.client.request(method, PATH)
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]


@pytest.mark.parametrize(
    "body",
    ["", " ", "¡Hola! ¿dónde?", "💛" * 400, "x" * 1600, "a\r\nb", "/restart", "100% & more = <b>?", "\ufeffhi\u2028"],
)
def test_every_kind_of_words_arrives_as_it_was_written(line: Line, body: str) -> None:
    assert line.post(PATH, a_text(Body=body)) == 200
    assert line.texts[0].body == body


def test_nul_bytes_go_away_and_the_words_around_them_join(line: Line) -> None:
    assert line.post(PATH, a_text(Body="k\0ill")) == 200
    assert line.texts[0].body == "kill"


def test_a_photo_without_words_is_a_text(line: Line) -> None:
    assert line.post(PATH, a_text(Body="", NumMedia="2", MediaUrl0="https://example.org/1")) == 200
    assert (line.texts[0].body, line.texts[0].media) == ("", 2)


def test_an_odd_count_of_photos_does_not_cost_the_text(line: Line) -> None:
    for odd in ("", "many", "-1", "²", "9" * 5000):
        assert line.post(PATH, a_text(NumMedia=odd)) == 200
    assert [text.media for text in line.texts] == [0] * 5


def test_fields_that_twilio_may_add_one_day_do_no_harm(line: Line) -> None:
    assert line.post(PATH, a_text(BrandNewField="x", Body2="y")) == 200


def test_that_the_carrier_acted_on_a_keyword_is_passed_on(line: Line) -> None:
    assert line.post(PATH, a_text(Body="STOP", OptOutType="STOP")) == 200
    assert line.post(PATH, a_text(OptOutType="")) == 200
    assert [text.opt_out_type for text in line.texts] == ["STOP", None]


def test_a_messaging_service_may_deliver_from_any_number_of_its_pool(line: Line) -> None:
    assert line.post(PATH, a_text(To="+15550177", MessagingServiceSid="MG1")) == 200
    assert line.texts[0].recipient == "+15550177"


@pytest.mark.parametrize("field", ["MessageSid", "From"])
@pytest.mark.parametrize("value", ["", "  "])
def test_a_text_without_an_id_or_a_sender_is_refused_in_one_sentence(line: Line, field: str, value: str) -> None:
    fields = a_text(**{field: value})
    answer = line.client.post(PATH, data=fields, headers={**FORM, "X-Twilio-Signature": sign(PATH, fields)})
    assert answer.status_code == 400
    assert answer.text == f"The field {field} is missing."
    assert line.texts == []


def test_a_signed_post_that_is_no_form_is_refused_as_such(line: Line) -> None:
    headers = {"Content-Type": "application/json", "X-Twilio-Signature": sign(PATH, {})}
    assert line.client.post(PATH, content="{}", headers=headers).status_code == 415


@pytest.mark.parametrize(
    "trouble", [sqlite3.OperationalError("disk is full, text was 'hello'"), TimeoutError(), ValueError("hello")]
)
def test_when_the_text_cannot_be_stored_the_carrier_is_asked_to_bring_it_again(line: Line, trouble: Exception) -> None:
    line.broken = trouble
    with capture_logs() as logs:
        assert line.post(PATH, a_text()) == 503
    assert [(entry["event"], entry["error"]) for entry in logs] == [("webhook_failed", type(trouble).__name__)]
    assert "hello" not in str(logs)
    line.broken = None
    assert line.post(PATH, a_text()) == 200


def test_a_refused_post_leaves_no_words_or_numbers_in_the_logs(line: Line) -> None:
    with capture_logs() as logs:
        line.post(PATH, a_text(Body="secret"), token="stolen")
    assert len(logs) == 1
    assert "secret" not in str(logs)
    assert DANA[-4:] not in str(logs)


@pytest.fixture
def address(line: Line) -> Iterator[str]:
    """The line behind a real web server."""
    with serving(line.app) as address:
        yield address


@pytest.mark.parametrize("megabytes", [1, 10])
def test_a_huge_post_is_refused_and_even_a_plain_client_hears_why(line: Line, address: str, megabytes: int) -> None:
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
    connection.request("POST", PATH, b"Body=" + b"x" * (megabytes * 1024 * 1024), FORM)
    answer = connection.getresponse()
    assert answer.status == 413
    assert b"larger than 65536 bytes" in answer.read()
    connection.close()
    assert line.texts == []


def test_a_huge_post_without_a_stated_length_is_refused_too(line: Line, address: str) -> None:
    chunks = (b"x" * 65536 for _ in range(160))
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
    connection.request("POST", PATH, chunks, FORM, encode_chunked=True)
    assert connection.getresponse().status == 413
    connection.close()


def test_a_post_that_breaks_off_is_no_text_and_no_crash(line: Line, address: str) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    with capture_logs() as logs, socket.create_connection((host, int(port))) as half:
        head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nContent-Type: {FORM['Content-Type']}\r\n\r\n"
        half.sendall(head.encode() + b"Body=half")
        time.sleep(0.2)
        half.close()
        time.sleep(0.3)
    assert [entry["status"] for entry in logs] == [400]
    assert line.texts == []

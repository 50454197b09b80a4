"""The client of Rasa against a real HTTP server that answers well, badly, late, or not at all."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from bot import assistant as client
from bot.assistant import RasaAssistant, read_meaning
from bot.errors import AssistantUnavailable
from bot.message import About, Risk, RiskKind, Say

PARSED = {
    "intent": {"name": "seek", "confidence": 0.97},
    "needs": [{"need": "food"}, {"need": "jobs"}, {"need": "rockets"}],
    "zip": "19104",
    "risk": "none",
    "about": "self",
}
TURN = {"answers": [{"say": "utter_greet"}, {"do": "open_case", "values": {"reason": "asked"}}], "memory": {"x": 1}}


class Rasa:
    """A server whose answer a test chooses: ``status``, ``body`` (bytes or JSON), ``delay`` seconds, or hanging up."""

    def __init__(self) -> None:
        self.status, self.delay, self.hang_up_once = 200, 0.0, False
        self.body: Any = PARSED
        self.asked: list[tuple[str, Any, dict[str, str]]] = []
        rasa = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"]))
                if rasa.hang_up_once and rasa.asked:
                    rasa.hang_up_once = False
                    self.close_connection = True
                    return
                rasa.asked.append((self.path, json.loads(sent), dict(self.headers)))
                time.sleep(rasa.delay)
                body = rasa.body if isinstance(rasa.body, bytes) else json.dumps(rasa.body).encode()
                self.send_response(rasa.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

            def handle(self) -> None:
                with suppress(BrokenPipeError, ConnectionResetError):  # the client has not waited
                    super().handle()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def rasa() -> Iterator[Rasa]:
    server = Rasa()
    yield server
    server.server.shutdown()
    server.server.server_close()


@pytest.fixture
def assistant(rasa: Rasa) -> RasaAssistant:
    return RasaAssistant(rasa.url, "a secret for tests only, long enough")


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in (("UNDERSTAND_SECONDS", 0.1), ("PLAY_SECONDS", 0.1), ("REST_SECONDS", 0.5)):
        monkeypatch.setattr(client, name, seconds)


def why(ask: Callable[[], object]) -> str:
    with pytest.raises(AssistantUnavailable) as unavailable:
        ask()
    return unavailable.value.reason


def test_a_text_is_understood(assistant: RasaAssistant) -> None:
    meaning = assistant.understand("need food and a job 19104")
    assert (meaning.act, meaning.needs, meaning.zip, meaning.confidence) == ("seek", ("jobs", "food"), "19104", 0.97)
    assert meaning.danger.risk is Risk.NONE


def test_danger_that_the_model_sees_comes_with_its_kind(rasa: Rasa, assistant: RasaAssistant) -> None:
    rasa.body = {**PARSED, "risk": "crisis", "risk_kind": "overdose", "about": "other"}
    danger = assistant.understand("he is blue").danger
    assert (danger.risk, danger.kind, danger.about) == (Risk.CRISIS, RiskKind.OVERDOSE, About.OTHER)


def test_an_act_that_we_do_not_know_is_other(rasa: Rasa, assistant: RasaAssistant) -> None:
    rasa.body = {**PARSED, "intent": {"name": "nlu_fallback", "confidence": 0.3}}
    assert assistant.understand("hm").act == "other"


@pytest.mark.parametrize(
    ("text", "sent"), [("/restart", "restart"), (" //session_start", "session_start"), ("a/b", "a/b")]
)
def test_a_leading_slash_is_no_command(rasa: Rasa, assistant: RasaAssistant, text: str, sent: str) -> None:
    assistant.understand(text)
    assert rasa.asked[-1][1] == {"text": sent}


@pytest.mark.parametrize("text", ["x" * 5000, "😀" * 1600, "a\x00b", "\ud83d alone", "¿qué?\n\t"])
def test_strange_texts_are_asked_about_like_any_other(rasa: Rasa, assistant: RasaAssistant, text: str) -> None:
    assistant.understand(text)
    assert len(rasa.asked[-1][1]["text"]) <= 1600


def test_both_doors_are_opened_by_the_secret(rasa: Rasa, assistant: RasaAssistant) -> None:
    assistant.understand("hi")
    headers = rasa.asked[-1][2]
    assert headers["Authorization"].startswith("Bearer ")
    assert headers[client.SECRET_HEADER]


def test_a_turn_is_played_with_the_meaning_and_no_words(rasa: Rasa, assistant: RasaAssistant) -> None:
    rasa.body = TURN
    answer = assistant.play("7", "SM1", {"act": "greet"}, None)
    assert answer.says == (Say("utter_greet"),)
    assert answer.deeds == (("open_case", {"reason": "asked"}),)
    assert (answer.memory, answer.replayed) == ({"x": 1}, False)
    path, sent, _ = rasa.asked[-1]
    assert path == "/webhooks/meaning/turn"
    assert sent == {"conversation": "7", "sid": "SM1", "meaning": {"act": "greet"}, "memory": None}


@pytest.mark.parametrize("answers", [[], [{"do": "open_case"}]])
def test_silence_of_rasa_is_a_failure(rasa: Rasa, assistant: RasaAssistant, answers: list[object]) -> None:
    rasa.body = {"answers": answers, "memory": None}
    assert why(lambda: assistant.play("7", "SM1", {}, None)) == "empty"


GARBAGE = [b"", b"<html>", b"\xff\xfe", b"null", b"[]", b"7", b'"seek"', b"{}"]


@pytest.mark.parametrize("body", [*GARBAGE, b'{"intent": "seek"}', b'{"intent": {"name": "seek", "confidence": null}}'])
def test_nonsense_about_a_text_is_a_failure(rasa: Rasa, assistant: RasaAssistant, body: bytes) -> None:
    rasa.body = body
    assert why(lambda: assistant.understand("hi")) == "garbage"


@pytest.mark.parametrize(
    "body", [*GARBAGE, b'{"answers": 7, "memory": null}', b'{"answers": [{"say": "utter_greet"}]}']
)
def test_nonsense_about_a_turn_is_a_failure(rasa: Rasa, assistant: RasaAssistant, body: bytes) -> None:
    rasa.body = body
    assert why(lambda: assistant.play("7", "SM1", {}, None)) == "garbage"


@pytest.mark.parametrize("wrong", [{"risk": "huge"}, {"risk_kind": "boredom"}, {"about": 7}, {"needs": 7}])
def test_a_risk_that_we_do_not_know_is_no_meaning(wrong: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_meaning({**PARSED, **wrong})


@pytest.mark.parametrize("status", [400, 401, 404, 500, 503])
def test_a_refusal_is_a_failure(rasa: Rasa, assistant: RasaAssistant, status: int) -> None:
    rasa.status = status
    assert why(lambda: assistant.understand("hi")) == f"status {status}"
    assert why(lambda: assistant.play("7", "SM1", {}, None)) == f"status {status}"


def test_nobody_there_is_a_failure_at_once() -> None:
    nobody = RasaAssistant("http://127.0.0.1:9", "a secret for tests only, long enough")
    begun = time.monotonic()
    assert why(lambda: nobody.understand("hi")) == "unreachable"
    assert time.monotonic() - begun < 1


@pytest.mark.usefixtures("hasty")
def test_a_slow_answer_is_not_waited_for(rasa: Rasa, assistant: RasaAssistant) -> None:
    rasa.delay = 0.6
    begun = time.monotonic()
    assert why(lambda: assistant.understand("hi")) == "timeout"
    assert time.monotonic() - begun < 0.5


@pytest.mark.usefixtures("hasty")
def test_a_hanging_rasa_is_left_alone_for_a_while_and_then_asked_again(rasa: Rasa, assistant: RasaAssistant) -> None:
    rasa.delay = 0.4
    for _ in range(client.REST_AFTER):
        assert why(lambda: assistant.understand("hi")) == "timeout"
    asked = len(rasa.asked)
    assert why(lambda: assistant.understand("hi")) == "resting"
    assert why(lambda: assistant.play("7", "SM1", {}, None)) == "resting"
    assert len(rasa.asked) == asked
    rasa.delay = 0.0
    time.sleep(0.6)
    assert assistant.understand("hi").act == "seek"


def test_a_kept_connection_that_rasa_closed_meanwhile_costs_no_answer(rasa: Rasa, assistant: RasaAssistant) -> None:
    assistant.understand("one")
    rasa.hang_up_once = True
    assert assistant.understand("two").act == "seek"


def test_neither_words_nor_number_are_in_an_error(rasa: Rasa, assistant: RasaAssistant) -> None:
    rasa.status = 500
    with pytest.raises(AssistantUnavailable) as unavailable:
        assistant.understand("zanzibar +15550100")
    assert "zanzibar" not in str(unavailable.value)


def test_ready_says_what_is_missing(rasa: Rasa, assistant: RasaAssistant) -> None:
    assert assistant.ready() is None
    rasa.body = {"version": "3.6.21"}
    assert assistant.ready() == "no model"
    rasa.status = 503
    assert assistant.ready() == "status 503"

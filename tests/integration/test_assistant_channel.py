"""The channel's promises: played once, whole or not at all, for nobody without the key."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from bot.assistant import RasaAssistant
from bot.teaching.in_use import kept_model, model_path
from tests.integration.assistant_line import SECRET, AssistantLine, assistant_command
from tests.integration.test_assistant_every_act_in_every_state import says

SEEK = {"act": "seek", "needs": ["jobs"], "zip": "19104"}


def bearer() -> dict[str, str]:
    def part(value: bytes) -> bytes:
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    head = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    body = part(json.dumps({"user": {"username": "warmline", "role": "admin"}}).encode())
    signature = part(hmac.new(SECRET.encode(), head + b"." + body, hashlib.sha256).digest())
    return {"Authorization": f"Bearer {(head + b'.' + body + b'.' + signature).decode()}"}


def test_without_the_secret_there_is_no_way_in(assistant: AssistantLine) -> None:
    assert assistant.turn(SEEK, secret="")[0] == 403
    assert assistant.turn(SEEK, secret="wrong")[0] == 403
    assert assistant.post("/model/parse", {"text": "hello"})[0] == 401
    assert assistant.post("/webhooks/rest/webhook", {"message": "hello"})[0] == 404
    assert assistant.directory.asked == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b'{"conversation": 5, "sid": "a", "meaning": {"act": "greet"}}',
        b'{"conversation": "5", "sid": "a", "meaning": {"act": "seek", "zip": "1910"}}',
        b'{"conversation": "5", "sid": "a", "meaning": {"act": "greet"}, "memory": {"v": 99}}',
        b'{"conversation": "5", "sid": "a", "meaning": {"act": ["greet"]}}',
    ],
)
def test_a_request_that_was_not_agreed_is_refused_without_repeating_it(assistant: AssistantLine, body: bytes) -> None:
    status, answer = assistant.post("/webhooks/meaning/turn", body, {"X-Warmline-Secret": SECRET})
    assert status == 400
    assert "1910" not in json.dumps(answer)


def test_an_act_nobody_agreed_on_is_answered_as_not_understood(assistant: AssistantLine) -> None:
    assert says(assistant.turn({"act": "sing"})[1]) == ["utter_fallback_examples"]


def test_the_same_text_again_is_not_played_again(assistant: AssistantLine) -> None:
    first = assistant.turn(SEEK, None, "again", sid="SMagain")[1]
    second = assistant.turn(SEEK, None, "again", sid="SMagain")[1]
    assert (first.pop("replayed"), second.pop("replayed")) == (False, True)
    assert first == second
    assert len(assistant.directory.asked) == 1


def test_a_second_request_while_the_first_is_played_waits_for_it(assistant: AssistantLine) -> None:
    assistant.directory.slow_seconds = 0.5
    answers: list[dict[str, Any]] = []
    threads = [
        threading.Thread(target=lambda: answers.append(assistant.turn(SEEK, None, "twice", sid="SMtwice")[1]))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(assistant.directory.asked) == 1
    assert sorted(answer["replayed"] for answer in answers) == [False, True, True]
    assert len({json.dumps(answer["answers"]) for answer in answers}) == 1


def test_a_caller_who_hangs_up_leaves_a_whole_turn(assistant: AssistantLine) -> None:
    assistant.directory.slow_seconds = 0.5
    body = json.dumps({"conversation": "gone", "sid": "SMgone", "meaning": SEEK, "memory": None}).encode()
    head = (
        f"POST /webhooks/meaning/turn HTTP/1.1\r\nHost: x\r\nX-Warmline-Secret: {SECRET}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", assistant.port)) as caller:
        caller.sendall(head.encode() + body)
        time.sleep(0.25)
    time.sleep(0.6)
    answer = assistant.turn(SEEK, None, "gone", sid="SMgone")[1]
    assert answer["replayed"] is True
    assert says(answer) == ["utter_resources"]
    assert len(assistant.directory.asked) == 1


def test_a_turn_whose_action_fails_gives_no_half_answer_and_can_be_tried_again(assistant: AssistantLine) -> None:
    meaning = {"act": "relapse", "needs": ["treatment"], "zip": "19104"}
    assistant.directory.broken = True
    status, answer = assistant.turn(meaning, None, "broken", sid="SMbroken")
    assert status == 502
    assert "answers" not in answer
    assistant.directory.broken = False
    status, answer = assistant.turn(meaning, None, "broken", sid="SMbroken")
    assert (status, answer["replayed"]) == (200, False)


def test_a_slow_directory_fails_the_turn_before_the_service_stops_waiting(assistant: AssistantLine) -> None:
    assistant.directory.slow_seconds = 6
    start = time.monotonic()
    status, _ = assistant.turn(SEEK, None, "slow")
    assert status == 502
    assert time.monotonic() - start < 5


def test_rasa_keeps_nothing_of_a_conversation(assistant: AssistantLine) -> None:
    assistant.turn(SEEK, None, "kept")
    import urllib.request

    url = f"http://127.0.0.1:{assistant.port}/conversations/kept/tracker"
    with urllib.request.urlopen(urllib.request.Request(url, headers=bearer()), timeout=10) as answer:
        tracker = json.loads(answer.read())
    assert tracker["slots"]["zip"] is None
    assert tracker["slots"]["needs"] is None


def test_the_parse_result_holds_everything_the_service_needs(assistant: AssistantLine) -> None:
    status, parsed = assistant.post("/model/parse", {"text": "need a job n a ride to work 19104"}, bearer())
    assert status == 200
    assert parsed["intent"]["name"] == "seek"
    assert {need["need"] for need in parsed["needs"]} == {"jobs", "transportation"}
    assert parsed["zip"] == "19104"
    assert parsed["risk"] == "none"


def test_a_leading_slash_is_no_command(assistant: AssistantLine) -> None:
    parsed = assistant.post("/model/parse", {"text": "/thanks"}, bearer())[1]
    assert parsed["intent"]["confidence"] < 1.0
    assert parsed["text"] == "thanks"


def test_the_command_reads_a_text_as_the_server_does(assistant: AssistantLine, trained_data_dir: Path) -> None:
    import subprocess

    text = "kicked out last nite, me n my 2 kids r in the car. 45750"
    parsed = assistant.post("/model/parse", {"text": text}, bearer())[1]
    command = assistant_command("assistant.understand", "--data-dir", str(trained_data_dir))
    lines = json.dumps({"text": text}) + "\nnot json\n"
    result = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert {name: value for name, value in first.items() if value is not None} == parsed
    assert second == {"error": "line 2: not JSON"}
    assert result.returncode == 1


def test_nothing_of_what_people_say_need_or_where_they_live_is_logged(assistant: AssistantLine) -> None:
    words = "my aunt maribel in 87501 wants methadone"
    assistant.post("/model/parse", {"text": words}, bearer())
    assistant.post("/model/parse", {"text": "/" + words}, bearer())
    assistant.directory.broken = True
    assistant.turn({"act": "seek", "needs": ["harm_reduction"], "zip": "87501"}, None, "quiet")
    assistant.directory.broken, assistant.directory.slow_seconds = False, 6
    assistant.turn({"act": "seek", "needs": ["harm_reduction"], "zip": "87501"}, None, "quiet")
    assistant.post("/webhooks/meaning/turn", b'{"zip": "87501"}', {"X-Warmline-Secret": SECRET})
    log = assistant.log.read_text("utf-8")
    assert "action_seek failed" in log
    for secret in ("maribel", "methadone", "87501", "harm_reduction", SECRET):
        assert secret not in log


def test_the_real_rasa_names_the_model_of_its_archive(assistant: AssistantLine, trained_data_dir: Path) -> None:
    kept = kept_model(model_path(trained_data_dir))
    assert kept
    assert RasaAssistant(f"http://127.0.0.1:{assistant.port}", SECRET).model_id() == kept
    assert RasaAssistant(f"http://127.0.0.1:{assistant.port}", "not the secret of this house").model_id() is None

"""What each process is told: what it needs, and no secret that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from bot.supervisor.addresses import inner_address, own_address, own_rasa_port
from bot.supervisor.plans import assistant_plan, foreign_environment, training_environment
from bot.supervisor.steps import Prepared
from bot.supervisor.words import ready, sample_warning, waiting

TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_AUTH_TOKEN": "a-token",
    "TWILIO_PHONE_NUMBER": "+15550198",
    "WARMLINE_SAMPLE_DIRECTORY": "on",
}


def settings(**changes: str) -> Settings:
    return read_settings(changes, env_file=None)


def test_rasa_gets_its_secrets_by_environment_and_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "a-token")
    monkeypatch.setenv("WARMLINE_SECRET_KEY", "a-key")
    plan = assistant_plan(settings(WARMLINE_PORT="8123"), 5123, "door-one", "door-two")
    assert plan.environment["WARMLINE_ACTIONS_URL"] == "http://127.0.0.1:8123/actions/webhook"
    assert plan.environment["WARMLINE_ASSISTANT_SECRET"] == "door-one"
    assert plan.environment["WARMLINE_ACTIONS_SECRET"] == "door-two"
    assert not {"a-token", "a-key"} & set(plan.environment.values())
    assert not {"door-one", "door-two"} & set(plan.command)
    assert plan.log == Path("var/logs/assistant.log")


def test_a_process_that_is_not_the_line_keeps_the_machine_s_environment() -> None:
    found = foreign_environment({"PATH": "/bin", "WARMLINE_SECRET_KEY": "x"})
    assert found["PATH"] == "/bin"
    assert "WARMLINE_SECRET_KEY" not in found


@pytest.mark.parametrize("said", ["off", "on"])
def test_rasa_and_its_training_are_told_whether_to_load_tensorflow(said: str) -> None:
    chosen = settings(WARMLINE_TENSORFLOW=said)
    assert assistant_plan(chosen, 5005, "one", "two").environment["WARMLINE_TENSORFLOW"] == said
    assert training_environment(chosen)["WARMLINE_TENSORFLOW"] == said


def test_training_is_told_where_the_encoder_lies_also_when_only_the_file_says_so(tmp_path: Path) -> None:
    written = tmp_path / ".env"
    written.write_text("WARMLINE_ENCODER_DIR=/offline/encoder\n", "utf-8")
    found = training_environment(read_settings({"WARMLINE_SECRET_KEY": "a-key"}, written))
    assert found["WARMLINE_ENCODER_DIR"] == "/offline/encoder"
    assert "WARMLINE_SECRET_KEY" not in found
    assert "WARMLINE_ENCODER_DIR" not in training_environment(settings())


@pytest.mark.parametrize(
    ("url", "port"),
    [("http://127.0.0.1:5005", 5005), ("http://localhost", 5005), ("http://10.0.0.7:5005", None)],
)
def test_rasa_is_started_on_loopback_only(url: str, port: int | None) -> None:
    assert own_rasa_port(settings(RASA_URL=url)) == port


@pytest.mark.parametrize(
    ("host", "address"),
    [("0.0.0.0", "http://127.0.0.1:8000"), ("10.0.0.7", "http://10.0.0.7:8000"), ("::1", "http://[::1]:8000")],
)
def test_processes_of_this_machine_find_the_service(host: str, address: str) -> None:
    assert inner_address(settings(WARMLINE_HOST=host)) == address


def test_people_get_the_public_address_where_there_is_one() -> None:
    assert own_address(settings(WARMLINE_PORT="8123")) == "http://localhost:8123"
    assert own_address(settings(WARMLINE_PUBLIC_URL="https://line.example.org/")) == "https://line.example.org"


def test_sample_places_on_a_real_carrier_are_said_loudly() -> None:
    warning = sample_warning(settings(**TWILIO)) or ""
    assert "DO NOT EXIST" in warning
    assert sample_warning(settings()) is None


def test_it_says_how_to_use_the_line_and_what_it_waits_for() -> None:
    said = ready(settings(), Prepared("http://localhost:8000/console/welcome#ABC", "admin@localhost"), 31.4)
    for words in ("31 seconds", "/phone", "/console", "welcome#ABC", "admin@localhost", "Ctrl-C"):
        assert words in said
    assert "/phone" not in ready(settings(**TWILIO), Prepared(None, ""), 1)
    assert "load its model" in waiting({"assistant": "unreachable"})

"""``warmline run`` as a newcomer meets it: real processes, the phone simulator, no account."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.danger_model.train import DangerReport
from tests.integration.running_line import PERSON, RunningLine, all_gone

TEXT = "need a job n a ride 19104"


@pytest.fixture(scope="module")
def data_dir(trained_data_dir: Path, danger_report: DangerReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with both trained models and nothing else: training has tests of its own."""
    place = tmp_path_factory.mktemp("line") / "var"
    shutil.copytree(trained_data_dir / "models", place / "models")
    (place / "encoder").symlink_to(trained_data_dir / "encoder")
    return place


@pytest.fixture(scope="module")
def line(data_dir: Path) -> Iterator[RunningLine]:
    with RunningLine(data_dir) as running:
        running.wait_for("The line is ready")
        yield running


def entries(line: RunningLine, phone: str = PERSON) -> list[dict[str, Any]]:
    done = line.command("log", phone, "--json")
    found: list[dict[str, Any]] = json.loads(done.stdout)["entries"] if done.returncode == 0 else []
    return found


def replies_to(line: RunningLine, body: str, seconds: float = 120) -> list[str]:
    """What the person gets after this text of theirs."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        texts = [entry for entry in entries(line) if entry["kind"] == "text"]
        at = max((number for number, text in enumerate(texts) if text["body"] == body), default=None)
        if at is not None and texts[at + 1 :]:
            return [text["body"] for text in texts[at + 1 :]]
        time.sleep(0.2)
    raise AssertionError(f"no reply to {body!r}: {entries(line)}\n{line.output}")


def comes_free(port: int, seconds: float = 60) -> bool:
    """Whether ``port`` may be listened on again, given a moment: sockets close a little after their process."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return True
        time.sleep(0.1)
    return False


def test_it_says_where_everything_is_and_how_to_sign_in(line: RunningLine) -> None:
    assert f"http://localhost:{line.port}/phone" in line.output
    assert f"http://localhost:{line.port}/console/welcome#" in line.output
    assert "admin@localhost" in line.output
    assert line.get("/health/ready") == (200, '{"ready":true,"problems":{}}')
    assert line.get("/console")[0] == 200


def test_a_text_gets_real_places(line: RunningLine) -> None:
    line.text(TEXT)
    assert "215-555-01" in replies_to(line, TEXT)[0]


def test_a_second_line_on_the_same_data_is_refused(line: RunningLine) -> None:
    with RunningLine(line.data_dir) as second:
        assert second.process.wait(120) == 1
        second.wait_for(r"A line is already running on .* \(process \d+\)")
    assert line.get("/health/live")[0] == 200


def test_a_taken_port_is_one_sentence(line: RunningLine, tmp_path: Path) -> None:
    with RunningLine(tmp_path / "other", port=line.port) as second:
        assert second.process.wait(120) == 1
        second.wait_for(f"Port {line.port} is taken by another program.")
    assert len(second.output.strip().splitlines()) == 1


def test_commands_work_beside_it(line: RunningLine) -> None:
    added = line.command("coach", "add", "--name", "Eva", "--phone", "+15550105", "--language", "es", "--on-call")
    assert added.returncode == 0, added.stderr
    coaches = json.loads(line.command("coach", "list", "--json").stdout)
    assert {"Dana", "Eva"} <= {coach["name"] for coach in coaches}
    doctor = line.command("doctor")
    assert doctor.returncode == 0, doctor.stdout


def test_no_word_and_no_number_lies_in_the_data_directory(line: RunningLine) -> None:
    line.text("my name is Quillon and i need a job")
    replies_to(line, "my name is Quillon and i need a job")
    for words in ("Quillon", TEXT, "15550100"):
        found = subprocess.run(["grep", "-ral", words, str(line.data_dir)], capture_output=True, text=True, check=False)
        files = [name for name in found.stdout.split() if "/models/" not in name and "/encoder/" not in name]
        assert not files, f"{words!r} lies in {files}"


def test_no_secret_is_on_a_command_line(line: RunningLine) -> None:
    key = (line.data_dir / "secret.key").read_text().strip()
    shown = subprocess.run(["ps", "-A", "-o", "args="], capture_output=True, text=True, check=True).stdout
    rasa = Path(f"/proc/{line.child('assistant.serve')}/environ")
    if rasa.exists():
        environment = dict(pair.split("=", 1) for pair in rasa.read_text().split("\0") if "=" in pair)
        assert environment["WARMLINE_ASSISTANT_SECRET"] not in shown
        assert key not in environment.values()
    assert key not in shown


def test_the_line_goes_on_while_rasa_is_down_and_rasa_comes_back(line: RunningLine) -> None:
    os.kill(line.child("assistant.serve"), signal.SIGKILL)
    line.wait_for("The assistant ended")
    line.text("hello, anybody there?")
    assert "988" in "\n".join(replies_to(line, "hello, anybody there?"))
    line.wait_for("Everything works again")


def test_a_killed_line_comes_back_and_nobody_is_refused_meanwhile(line: RunningLine) -> None:
    os.kill(line.child("--with-worker"), signal.SIGKILL)
    # Sent while nobody serves: the socket is the supervisor's, so the call waits instead of failing.
    line.text("need food 87501")
    assert "505-555-01" in "\n".join(replies_to(line, "need food 87501"))


def test_a_killed_supervisor_leaves_no_process_and_frees_data_and_port(line: RunningLine) -> None:
    family = line.family()
    assert len(family) == 2
    line.process.kill()
    line.process.wait()
    assert all_gone(family)
    assert comes_free(line.port)


def test_a_second_start_keeps_everything_and_an_interrupt_leaves_no_process(line: RunningLine) -> None:
    with RunningLine(line.data_dir) as again:
        again.wait_for("The line is ready")
        assert "Training" not in again.output
        assert any(entry.get("body") == TEXT for entry in entries(again))
        family = again.family()
        os.kill(again.process.pid, signal.SIGINT)
        assert again.process.wait(120) == 0
        assert all_gone(family, 2)
        assert "Traceback" not in again.output


def test_a_wrong_setting_is_one_sentence(tmp_path: Path) -> None:
    with RunningLine(tmp_path / "var", {"WARMLINE_TIMEZONE": "Mars/Base"}) as line:
        assert line.process.wait(120) == 2
        line.wait_for("WARMLINE_TIMEZONE: expected the name of a time zone")
    assert len(line.output.strip().splitlines()) == 1


def test_a_real_line_does_not_start_without_a_human_phone_or_places(tmp_path: Path) -> None:
    account = {
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_AUTH_TOKEN": "token",
        "TWILIO_PHONE_NUMBER": "+15550198",
        "RASA_URL": "http://rasa.invalid:5005",  # not ours to start
    }
    with RunningLine(tmp_path / "one", account) as line:
        assert line.process.wait(120) == 2
        line.wait_for("WARMLINE_HUMAN_PHONE is empty")
    with RunningLine(tmp_path / "two", {**account, "WARMLINE_HUMAN_PHONE": "+15550199"}) as line:
        assert line.process.wait(120) == 2
        line.wait_for("The directory is empty")

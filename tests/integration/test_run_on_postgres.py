"""On PostgreSQL the web service and workers are processes of their own; each does its part."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.integration.assistant_line import ROOT
from tests.integration.running_line import PERSON, RunningLine

SECONDS = 180.0


@pytest.fixture
def line(tmp_path: Path, postgres_url: str) -> RunningLine:
    """Settings, ports and commands of a line whose Rasa is somebody else's, and down."""
    settings = {
        "WARMLINE_DATABASE_URL": postgres_url,
        "WARMLINE_SECRET_KEY": "a-key-for-tests-only-0123456789",
        "RASA_URL": "http://127.0.0.1:9",
    }
    return RunningLine(tmp_path / "var", settings)


@contextmanager
def process(line: RunningLine, command: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, **line.environment()}
    arguments = [sys.executable, "-m", "bot.cli.main", command]
    with log.open("wb") as output:
        running = subprocess.Popen(arguments, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def wait_until_serving(line: RunningLine) -> None:
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            assert line.get("/health/live")[0] == 200
        except urllib.error.URLError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        else:
            return


def authors(line: RunningLine) -> list[str]:
    done = line.command("log", PERSON, "--json")
    entries = json.loads(done.stdout)["entries"] if done.returncode == 0 else []
    return [entry["author"] for entry in entries if entry["kind"] == "text"]


def test_one_process_takes_texts_in_and_others_handle_them(line: RunningLine, tmp_path: Path) -> None:
    with ExitStack() as running:
        running.enter_context(process(line, "serve", tmp_path / "serve.log"))
        wait_until_serving(line)
        line.text("hello")
        time.sleep(1)
        assert authors(line) == ["recoveree"]

        workers = [running.enter_context(process(line, "work", tmp_path / f"work{n}.log")) for n in (1, 2)]
        deadline = time.monotonic() + SECONDS
        while "assistant" not in authors(line):
            assert time.monotonic() < deadline, (tmp_path / "work1.log").read_text()
            time.sleep(0.2)
        names: set[str] = set()
        deadline = time.monotonic() + SECONDS
        while len(names) < 2:
            logs = (tmp_path / "work1.log").read_text() + (tmp_path / "work2.log").read_text()
            names = {row for row in logs.splitlines() if row.startswith("Working as ")}
            assert time.monotonic() < deadline, logs
            time.sleep(0.1)

        for worker in workers:
            worker.send_signal(signal.SIGTERM)
        assert [worker.wait(120) for worker in workers] == [0, 0]

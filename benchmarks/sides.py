"""The two sides: how each is trained, started and reached."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.plain_bot.examples import convert
from benchmarks.plain_bot.places import write_places
from benchmarks.processes import Group

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "var" / "bench"
PLAIN = ROOT / "benchmarks" / "plain_bot"
RASA_PYTHON = ROOT / "assistant" / ".venv" / "bin" / "python"
TRAIN_LIMIT_SECONDS = 900
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONUNBUFFERED": "1"}


class CannotStart(Exception):
    """A side could not be trained or started; the sentence says why and where to look."""


@dataclass(frozen=True)
class Training:
    """``seconds`` of the training, process start to end; ``today``: it was done for this run."""

    seconds: float
    today: bool


@dataclass(frozen=True)
class Running:
    """A started side. ``ready_path`` answers 200 when the side can be texted."""

    group: Group
    port: int
    inbound_path: str
    ready_path: str
    log: Path

    @property
    def inbound_url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.inbound_path}"


class Side(Protocol):
    """One of the two that are measured. ``silent_after_accept``: nothing is sent after its webhook answered."""

    name: str
    silent_after_accept: bool

    def train(self, quick: bool) -> Training:
        """Train, or find what was trained from the same files. Raises :class:`CannotStart`."""

    def start(self, carrier: Mapping[str, str]) -> Running:
        """Start with an empty database; ``carrier`` holds the settings that lead to it."""


class Warmline:
    """`warmline run`, as `make run` starts it, with a real carrier's settings."""

    name = "warmline"
    silent_after_accept = False

    def __init__(self) -> None:
        self._data = WORK / "warmline"

    def train(self, quick: bool) -> Training:
        """Quick runs take the model of ``var/`` if there is one."""
        self._data.mkdir(parents=True, exist_ok=True)
        for name in ("encoder", "models") if quick else ("encoder",):
            ours = self._data / name
            if (ROOT / "var" / name).is_dir() and not ours.is_dir():
                shutil.copytree(ROOT / "var" / name, ours)
        card, note = self._data / "models" / "assistant.json", self._data / "training.json"
        before = card.read_text("utf-8") if card.is_file() else ""
        command = [str(RASA_PYTHON), "-m", "assistant.train", "--data-dir", str(self._data)]
        seconds = _train(command, {}, self._data / "train.log")
        made_of = card.read_text("utf-8")
        if made_of != before:
            note.write_text(json.dumps({"made_of": made_of, **asdict(Training(seconds, True))}), "utf-8")
            return Training(seconds, True)
        noted = json.loads(note.read_text("utf-8")) if note.is_file() else {}
        if noted.get("made_of") == made_of:
            return Training(noted["seconds"], False)
        return Training(json.loads(made_of)["seconds"], False)

    def start(self, carrier: Mapping[str, str]) -> Running:
        for old in self._data.glob("*.db*"):
            old.unlink()
        port, rasa_port = _free_port(), _free_port()
        settings = {
            **QUIET,
            **carrier,
            "WARMLINE_CARRIER": "twilio",
            "WARMLINE_DATA_DIR": str(self._data),
            "WARMLINE_DATABASE_URL": "",
            "WARMLINE_HOST": "127.0.0.1",
            "WARMLINE_PORT": str(port),
            "WARMLINE_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "WARMLINE_SAMPLE_DIRECTORY": "on",
            "WARMLINE_HUMAN_PHONE": "+12155550199",
            "TWILIO_MESSAGING_SERVICE_SID": "",
            "RASA_URL": f"http://127.0.0.1:{rasa_port}",
        }
        group, log = Group(), self._data / "run.log"
        log.unlink(missing_ok=True)
        group.start([str(Path(sys.executable).parent / "warmline"), "run"], ROOT, settings, log)
        return Running(group, port, "/sms/inbound", "/health/ready", log)


class PlainBot:
    """The bot of ``benchmarks/plain_bot``: Rasa with its Twilio channel, and a rasa-sdk action server."""

    name = "plain bot"
    silent_after_accept = True

    def __init__(self) -> None:
        self._data = WORK / "plain"

    def train(self, quick: bool) -> Training:
        """A quick run without a trained bot trains five epochs only: enough to be measured, not to understand."""
        nlu = convert(ROOT / "data" / "nlu")
        parts = [PLAIN / "config.yml", PLAIN / "domain.yml", *sorted((PLAIN / "data").glob("*.yml"))]
        made_of = hashlib.sha256(b"\0".join([nlu.encode(), *(part.read_bytes() for part in parts)])).hexdigest()
        self._data.mkdir(parents=True, exist_ok=True)
        card = self._data / "training.json"
        noted = json.loads(card.read_text("utf-8")) if card.is_file() else {}
        usable = noted.get("made_of") == made_of and (quick or noted.get("whole"))
        if usable and (self._data / "models" / "plain.tar.gz").is_file():
            return Training(noted["seconds"], False)
        (self._data / "nlu.yml").write_text(nlu, "utf-8")
        config = (PLAIN / "config.yml").read_text("utf-8")
        (self._data / "config.yml").write_text(config.replace("epochs: 100", "epochs: 5") if quick else config, "utf-8")
        seconds = self._run_training()
        card.write_text(json.dumps({"made_of": made_of, "seconds": seconds, "whole": not quick}), "utf-8")
        return Training(seconds, True)

    def _run_training(self) -> float:
        data, models = str(self._data), str(self._data / "models")
        command = [str(RASA_PYTHON), "-m", "rasa", "train", "--force", "--out", models, "--fixed-model-name", "plain"]
        command += ["-c", f"{data}/config.yml", "-d", str(PLAIN / "domain.yml")]
        command += ["--data", str(PLAIN / "data"), f"{data}/nlu.yml"]
        cache = {"RASA_CACHE_DIRECTORY": f"{data}/cache", "RASA_MAX_CACHE_SIZE": "0"}
        return _train(command, cache, self._data / "train.log")

    def start(self, carrier: Mapping[str, str]) -> Running:
        for old in self._data.glob("*.db*"):
            old.unlink()
        write_places(self._data / "places.db")
        port, actions_port = _free_port(), _free_port()
        settings = {
            **QUIET,
            **carrier,
            "PYTHONPATH": str(ROOT),
            "SANIC_HOST": "127.0.0.1",
            "PLAIN_ACTIONS_URL": f"http://127.0.0.1:{actions_port}/webhook",
            "PLAIN_TRACKER_DB": str(self._data / "tracker.db"),
            "PLAIN_PLACES": str(self._data / "places.db"),
        }
        group, log = Group(), self._data / "run.log"
        log.unlink(missing_ok=True)
        actions = ["-m", "rasa_sdk", "--actions", "benchmarks.plain_bot.actions", "--port", str(actions_port)]
        group.start([str(RASA_PYTHON), *actions], ROOT, settings, log)
        run = [str(PLAIN / "serve.py"), "run", "-i", "127.0.0.1", "-p", str(port)]
        run += ["-m", str(self._data / "models" / "plain.tar.gz")]
        run += ["--endpoints", str(PLAIN / "endpoints.yml"), "--credentials", str(PLAIN / "credentials.yml")]
        group.start([str(RASA_PYTHON), *run], ROOT, settings, log)
        return Running(group, port, "/webhooks/twilio/webhook", "/webhooks/twilio/", log)


def _train(command: list[str], environment: Mapping[str, str], log: Path) -> float:
    """Run ``command`` to its end; the seconds it took."""
    start = time.monotonic()
    with log.open("wb") as output:
        result = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **QUIET, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=TRAIN_LIMIT_SECONDS,
            check=False,
        )
    if result.returncode != 0:
        raise CannotStart(f"A training failed; its last words are in {log}.")
    return round(time.monotonic() - start, 1)


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port

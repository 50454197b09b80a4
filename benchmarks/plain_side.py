"""The plain bot as a side: trained once, started with Rasa's own Twilio channel and an action server."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from benchmarks.plain_bot.examples import convert
from benchmarks.plain_bot.places import write_places
from benchmarks.processes import Group
from benchmarks.sides import QUIET, RASA_PYTHON, ROOT, WORK, Running, Training, free_port, run_to_end

PLAIN = ROOT / "benchmarks" / "plain_bot"


class PlainBot:
    """The bot of ``benchmarks/plain_bot``: Rasa with its Twilio channel, and a rasa-sdk action server."""

    name = "plain bot"
    silent_after_accept = True

    def __init__(self) -> None:
        self._data = WORK / "plain"

    def train(self, quick: bool) -> Training:
        """A quick run takes any bot trained before; without one it trains a fifth of the epochs."""
        nlu = convert(ROOT / "data" / "nlu")
        parts = [PLAIN / "config.yml", PLAIN / "domain.yml", *sorted((PLAIN / "data").glob("*.yml"))]
        made_of = hashlib.sha256(b"\0".join([nlu.encode(), *(part.read_bytes() for part in parts)])).hexdigest()
        self._data.mkdir(parents=True, exist_ok=True)
        card = self._data / "training.json"
        noted = json.loads(card.read_text("utf-8")) if card.is_file() else {}
        usable = noted and (quick or (noted["made_of"] == made_of and noted["whole"]))
        if usable and (self._data / "models" / "plain.tar.gz").is_file():
            return Training(noted["seconds"], False)
        (self._data / "nlu.yml").write_text(nlu, "utf-8")
        config = (PLAIN / "config.yml").read_text("utf-8")
        (self._data / "config.yml").write_text(
            config.replace("epochs: 100", "epochs: 20") if quick else config, "utf-8"
        )
        seconds = self._run_training()
        card.write_text(json.dumps({"made_of": made_of, "seconds": seconds, "whole": not quick}), "utf-8")
        return Training(seconds, True)

    def _run_training(self) -> float:
        data, models = str(self._data), str(self._data / "models")
        command = [str(RASA_PYTHON), "-m", "rasa", "train", "--force", "--out", models, "--fixed-model-name", "plain"]
        command += ["-c", f"{data}/config.yml", "-d", str(PLAIN / "domain.yml")]
        command += ["--data", str(PLAIN / "data"), f"{data}/nlu.yml"]
        cache = {"RASA_CACHE_DIRECTORY": f"{data}/cache", "RASA_MAX_CACHE_SIZE": "0"}
        return run_to_end(command, cache, self._data / "train.log")

    def start(self, carrier: Mapping[str, str]) -> Running:
        for old in self._data.glob("*.db*"):
            old.unlink()
        write_places(self._data / "places.db")
        port, actions_port = free_port(), free_port()
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

"""Warmline as a side: `warmline run`, as `make run` starts it, with a real carrier's settings."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from benchmarks.processes import Group
from benchmarks.sides import QUIET, RASA_PYTHON, ROOT, WORK, Running, Training, free_port, run_to_end


class Warmline:
    """`warmline run`, as `make run` starts it, with a real carrier's settings."""

    name = "warmline"
    silent_after_accept = False

    def __init__(self) -> None:
        self._data = WORK / "warmline"
        self._database, self._prepared = self._data / "warmline.db", self._data / "prepared.db"

    def train(self, quick: bool) -> Training:
        """Quick runs take the model of ``var/`` if there is one. The database is set up, too."""
        self._data.mkdir(parents=True, exist_ok=True)
        for name in ("encoder", "models") if quick else ("encoder",):
            ours = self._data / name
            if (ROOT / "var" / name).is_dir() and not ours.is_dir():
                shutil.copytree(ROOT / "var" / name, ours)
        card, note = self._data / "models" / "assistant.json", self._data / "training.json"
        before = card.read_text("utf-8") if card.is_file() else ""
        command = [str(RASA_PYTHON), "-m", "assistant.train", "--data-dir", str(self._data)]
        seconds = run_to_end(command, {}, self._data / "train.log")
        danger = [sys.executable, "-m", "bot.danger_model", "--data-dir", str(self._data)]
        seconds += run_to_end(danger, {}, self._data / "train_danger.log")
        self._prepare_database()
        made_of = card.read_text("utf-8")
        if made_of != before:
            note.write_text(json.dumps({"made_of": made_of, **asdict(Training(seconds, True))}), "utf-8")
            return Training(seconds, True)
        noted = json.loads(note.read_text("utf-8")) if note.is_file() else {}
        if noted.get("made_of") == made_of:
            return Training(noted["seconds"], False)
        return Training(json.loads(made_of)["seconds"], False)

    def start(self, carrier: Mapping[str, str]) -> Running:
        settings = self._settings(carrier)
        self._drop_database()
        shutil.copyfile(self._prepared, self._database)
        group, log = Group(), self._data / "run.log"
        log.unlink(missing_ok=True)
        group.start([str(Path(sys.executable).parent / "warmline"), "run"], ROOT, settings, log)
        return Running(group, int(settings["WARMLINE_PORT"]), "/sms/inbound", "/health/ready", log)

    def _prepare_database(self) -> None:
        """A line that was set up and has no texts yet: what a second start finds."""
        if self._prepared.is_file() and self._prepared.stat().st_mtime > self._newest_source():
            return
        self._drop_database()
        nobody = {"TWILIO_ACCOUNT_SID": "AC0", "TWILIO_AUTH_TOKEN": "none", "TWILIO_PHONE_NUMBER": "+12155550100"}
        prepare = [sys.executable, "-m", "bot.supervisor.prepare"]
        run_to_end(prepare, self._settings(nobody), self._data / "prepare.log")
        shutil.move(self._database, self._prepared)

    def _drop_database(self) -> None:
        for old in self._data.glob("warmline.db*"):
            old.unlink()

    @staticmethod
    def _newest_source() -> float:
        """When the code or the sample places were changed last."""
        return max(path.stat().st_mtime for name in ("bot", "data/directory") for path in (ROOT / name).rglob("*.*"))

    def _settings(self, carrier: Mapping[str, str]) -> dict[str, str]:
        """Empty values keep what ``.env`` says out of the run."""
        port, rasa_port = free_port(), free_port()
        return {
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
            "WARMLINE_WORKER_ID": "",
            "WARMLINE_WORKERS": "",
            "TWILIO_MESSAGING_SERVICE_SID": "",
            "TWILIO_AUTH_TOKEN_SECONDARY": "",
            "RASA_URL": f"http://127.0.0.1:{rasa_port}",
        }

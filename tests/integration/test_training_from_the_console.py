"""An admin trains from the console: a process of its own, a model that is taken or refused, and the way back.

The training itself takes minutes and has tests of its own; here a small process stands in its place, which writes
the files that a training writes.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import House
from bot.console import visit
from bot.console.pages import training
from bot.danger_model import files
from bot.store.examples import last_trainings
from bot.teaching import memory
from bot.teaching.report import read_report
from bot.teaching.trainer import FAILED, REFUSED, TAKEN, UNCHANGED, Trainer
from tests.integration.console_world import World, post
from tests.integration.engine import SettableClock

PATIENCE_SECONDS = 60.0
PAGE = "/console/teach/training"
NOBODY = "http://127.0.0.1:9"  # the discard port: no Rasa is there


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def process(script: str) -> tuple[str, ...]:
    return sys.executable, "-c", script


def writes(path: Path, made_of: str, code: int = 0) -> tuple[str, ...]:
    """A process that writes a card as a training does, and ends with ``code``."""
    card = json.dumps({"made_of": made_of})
    return process(f"import pathlib, sys; pathlib.Path({str(path)!r}).write_text({card!r}); sys.exit({code})")


def outcome(data_dir: Path, command: tuple[str, ...]) -> str:
    said: list[str] = []
    trainer = Trainer(command, data_dir)
    assert trainer.start(1, said.append)
    until(lambda: bool(said))
    return said[0]


def test_the_cards_of_the_models_tell_what_came_of_it(data_dir: Path) -> None:
    models = data_dir / "models"
    models.mkdir()
    assert outcome(data_dir, process("pass")) == UNCHANGED
    assert outcome(data_dir, process("raise SystemExit(1)")) == FAILED
    assert outcome(data_dir, writes(models / "assistant.json", "new")) == TAKEN
    assert outcome(data_dir, writes(models / "refused.json", "bad", 3)) == REFUSED


def test_what_it_said_is_told_without_bars_and_colours(data_dir: Path) -> None:
    bars = "Processed rules:   0%|     | 0/2 [00:00<?, ?it/s]\\rProcessed rules: 100%|##| 2/2 [00:00<00:00, 39.08it/s]"
    assert (
        outcome(data_dir, process(f"print('{bars}'); print('\\x1b[92mThe assistant is trained.\\x1b[0m')")) == UNCHANGED
    )
    assert Trainer((), data_dir).last_lines() == ["The assistant is trained."]


def test_only_one_training_runs_and_it_can_be_stopped(data_dir: Path) -> None:
    said: list[str] = []
    trainer = Trainer(process("import time; print('learning', flush=True); time.sleep(600)"), data_dir)
    assert trainer.start(1, said.append)
    assert not trainer.start(2, said.append)
    until(lambda: "learning" in trainer.last_lines())
    trainer.stop()
    until(lambda: trainer.running is None)
    assert said == [FAILED]


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    settings = house.settings.model_copy(update={"warmline_teaching": "on", "rasa_url": NOBODY})
    return World(replace(house, clock=clock, settings=settings), clock)


def test_without_the_memory_no_training_begins(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "free_mb", lambda: 300)
    admin = world.member("admin")
    page = admin.get(PAGE).text
    assert f"{memory.NEEDED_MB} MB of memory beside the running line, and only 300 MB are free" in page
    assert "Start the training" not in page
    assert post(admin, PAGE, "/console/teach") == 409
    with world.house.database.read() as connection:
        assert last_trainings(connection) == []


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Trainings do not depend on the database."""
    return sqlite_url


def test_staff_are_told_when_rasa_did_not_load_the_new_model(
    world: World, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = data_dir / "models"
    models.mkdir()
    monkeypatch.setattr(visit, "TRAIN", writes(models / "assistant.json", "new"))
    monkeypatch.setattr(training, "free_mb", lambda: memory.NEEDED_MB)
    admin = world.member("admin")
    assert post(admin, PAGE, "/console/teach") == 303

    def ended() -> bool:
        with world.house.database.read() as connection:
            return bool(last_trainings(connection)[0].outcome)

    until(ended)
    assert "Rasa did not load it. What to do stands above" in admin.get(PAGE).text
    assert ("training", "training_not_loaded", "training:1") in world.audited()


def test_memory_is_that_of_the_machine_or_of_the_container(tmp_path: Path) -> None:
    meminfo = tmp_path / "meminfo"
    meminfo.write_text("MemTotal: 4096000 kB\nMemAvailable: 2048000 kB\n", "ascii")
    assert memory.free_mb(meminfo, tmp_path) == 2000
    (tmp_path / "memory.max").write_text("1000000000\n", "ascii")
    (tmp_path / "memory.current").write_text("400000000\n", "ascii")
    assert memory.free_mb(meminfo, tmp_path) == 600
    assert memory.free_mb(tmp_path / "none", tmp_path / "none") is None


def test_the_report_tells_the_refused_model_beside_the_one_in_use(data_dir: Path) -> None:
    models = data_dir / "models"
    models.mkdir()
    assert read_report(data_dir) is None
    good, bad = {"blind": {"needs": {"micro_f1": {"all": 0.99}}}}, {"blind": {"needs": {"micro_f1": {"all": 0.01}}}}
    (models / "assistant.report.json").write_text(json.dumps(good), "utf-8")
    (models / "refused.report.json").write_text(json.dumps(bad), "utf-8")
    report = read_report(data_dir)
    assert report is not None
    assert report.refused
    measured = [row for row in report.rows if row.now is not None]
    assert measured
    assert all(row.before == 0.99 and row.now == 0.01 for row in measured)
    assert any(row.missed for row in measured)


def test_the_danger_model_before_comes_back_and_stays(data_dir: Path) -> None:
    models = data_dir / "models"
    models.mkdir()
    assert not files.go_back(data_dir)
    for name, made_of in (("", "new"), (files.PREVIOUS, "old")):
        card = {"format": files.FORMAT, "made_of": made_of}
        (models / f"{name}{files.CARD_FILE}").write_text(json.dumps(card), "utf-8")
        (models / f"{name}{files.ARRAYS_FILE}").write_text(made_of, "utf-8")
    assert files.go_back(data_dir)
    assert (files.read_card(data_dir) or {})["made_of"] == "old"
    assert (models / files.ARRAYS_FILE).read_text("utf-8") == "old"
    assert files.is_refused(data_dir, "new")
    assert files.go_back(data_dir)
    assert (files.read_card(data_dir) or {})["made_of"] == "new"
    assert not files.is_refused(data_dir, "new")
    assert not files.is_refused(data_dir, "old")

"""The doctor on the trained assistant: missing, sound, or in use though it misses safety bars."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.doctor.finding import Finding, State
from bot.doctor.machine import look_at_machine
from bot.settings import read_settings


def model_finding(data_dir: Path) -> Finding:
    settings = read_settings({"WARMLINE_DATA_DIR": str(data_dir)}, env_file=None)
    return next(each for each in look_at_machine(settings) if each.what == "model")


@pytest.fixture
def models(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "assistant.tar.gz").write_bytes(b"a model")
    return folder


def test_no_model_is_wrong(tmp_path: Path) -> None:
    assert model_finding(tmp_path).state is State.WRONG


@pytest.mark.parametrize("card", [None, {"missed_safety_bars": []}])
def test_a_sound_model_is_ok(models: Path, card: dict[str, object] | None) -> None:
    if card is not None:
        (models / "assistant.json").write_text(json.dumps(card))
    assert model_finding(models.parent).state is State.OK


def test_a_model_below_a_safety_bar_is_wrong_and_the_bar_is_named(models: Path) -> None:
    (models / "assistant.json").write_text(json.dumps({"missed_safety_bars": ["needs found at all"]}))
    found = model_finding(models.parent)
    assert found.state is State.WRONG
    assert "needs found at all" in found.is_

"""A new danger model is seen by nobody before the whole line was judged with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.danger_model import files
from bot.teaching.waiting_danger import is_new, prepare, settle


def write(data_dir: Path, made_of: str) -> None:
    """What a training leaves: as ``files.save_model``, with words for numbers."""
    models = files.models_folder(data_dir)
    for name in (files.ARRAYS_FILE, files.CARD_FILE):
        if (models / name).is_file():
            (models / f"{files.PREVIOUS}{name}").write_text((models / name).read_text("utf-8"), "utf-8")
    (models / files.ARRAYS_FILE).write_text(f"numbers of {made_of}", "utf-8")
    (models / files.CARD_FILE).write_text(json.dumps({"format": files.FORMAT, "made_of": made_of}), "utf-8")


def in_use(data_dir: Path) -> tuple[str, str]:
    card = files.read_card(data_dir)
    assert card is not None
    return card["made_of"], (files.models_folder(data_dir) / files.ARRAYS_FILE).read_text("utf-8")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data directory with an old model, an encoder and a taught text."""
    for name in ("models", "encoder", "nlu"):
        (tmp_path / name).mkdir()
    (tmp_path / "nlu" / "taught.yml").write_text("nlu: []\n", "utf-8")
    write(tmp_path, "old")
    return tmp_path


def test_it_waits_apart_and_is_taken_whole_with_the_way_back(data_dir: Path) -> None:
    place = prepare(data_dir)
    assert [path.name for path in (place / "nlu").glob("*.yml")] == ["taught.yml"]
    assert (place / "encoder").is_dir()
    assert not is_new(data_dir, place)
    write(place, "new")
    assert is_new(data_dir, place)
    assert in_use(data_dir) == ("old", "numbers of old")
    settle(data_dir, place, taken=True)
    assert in_use(data_dir) == ("new", "numbers of new")
    assert not place.exists()
    assert (data_dir / "nlu" / "taught.yml").is_file()
    assert files.go_back(data_dir)
    assert in_use(data_dir) == ("old", "numbers of old")


def test_a_refused_one_leaves_the_one_in_use_and_is_not_trained_again(data_dir: Path) -> None:
    before = (files.models_folder(data_dir) / files.CARD_FILE).stat().st_mtime_ns
    place = prepare(data_dir)
    write(place, "new")
    settle(data_dir, place, taken=False, refused=True)
    assert in_use(data_dir) == ("old", "numbers of old")
    assert (files.models_folder(data_dir) / files.CARD_FILE).stat().st_mtime_ns == before
    assert files.is_refused(data_dir, "new")
    assert not files.go_back(data_dir)
    assert not place.exists()


def test_what_was_stopped_in_the_middle_is_gone_at_the_next_training(data_dir: Path) -> None:
    write(prepare(data_dir), "stopped")
    place = prepare(data_dir)
    assert not is_new(data_dir, place)
    settle(data_dir, place, taken=True)
    assert in_use(data_dir) == ("old", "numbers of old")


def test_the_first_one_is_new(tmp_path: Path) -> None:
    place = prepare(tmp_path)
    write(place, "first")
    assert is_new(tmp_path, place)
    settle(tmp_path, place, taken=True)
    assert in_use(tmp_path) == ("first", "numbers of first")

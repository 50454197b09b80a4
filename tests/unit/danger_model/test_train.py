"""A training from texts to files: what it keeps, what it refuses, what it reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.danger_model import files, train
from bot.danger_model.figures import ANSWERED, SEEN
from bot.danger_model.train import DangerReport, train_danger
from tests.unit.danger_model.small_data import NLU, LoadedEncoder, WordEncoder, write_nlu


@pytest.fixture(autouse=True)
def _word_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "Encoder", LoadedEncoder)
    monkeypatch.setattr(files, "Encoder", LoadedEncoder)


def _train(place: Path, force: bool = False) -> DangerReport:
    return train_danger(place / "var", place / "nlu", force, say=lambda line: None)


def _spoil(place: Path) -> None:
    """Some crisis texts are called small talk as well: nothing can be learned from that."""
    odd = [text for texts in NLU["danger_odd.yml"].values() for text in texts]
    write_nlu(place / "nlu", {"other.yml": {"other/smalltalk": [*odd, *odd]}})


def test_a_model_is_kept_with_its_figures(tmp_path: Path) -> None:
    write_nlu(tmp_path / "nlu")
    report = _train(tmp_path)
    assert report.kept
    assert report.trained
    assert {each.name: each.share for each in report.model}[SEEN] > 0.8
    assert files.load_model(tmp_path / "var").look("my uncle took the blue pills and is cold").reasons
    written = json.loads((tmp_path / "var" / "models" / files.REPORT_FILE).read_text("utf-8"))
    assert set(written["reached"]) == {"rules", "model", "both"}


def test_every_missed_crisis_is_listed(tmp_path: Path) -> None:
    write_nlu(tmp_path / "nlu")
    _spoil(tmp_path)
    report = _train(tmp_path)
    seen = {each.name: each for each in report.both}[SEEN]
    missed = json.loads((tmp_path / "var" / "models" / files.REPORT_FILE).read_text("utf-8"))["missed"]
    assert len(missed) == seen.texts - seen.hits > 0
    assert {"text", "kind", "about", "language", "file", "danger"} == set(missed[0])


def test_the_same_texts_are_not_learned_twice(tmp_path: Path) -> None:
    write_nlu(tmp_path / "nlu")
    first, second = _train(tmp_path), _train(tmp_path)
    assert not second.trained
    assert second.kept
    assert second.both == first.both


def test_the_same_texts_give_the_same_model(tmp_path: Path) -> None:
    write_nlu(tmp_path / "nlu")
    _train(tmp_path)
    path = tmp_path / "var" / "models" / files.ARRAYS_FILE
    first = files.load_model(tmp_path / "var")
    before = path.stat().st_mtime_ns
    _train(tmp_path, force=True)
    assert path.stat().st_mtime_ns > before
    again = files.load_model(tmp_path / "var")
    assert (first.heads.topic.gram_weights == again.heads.topic.gram_weights).all()
    assert first.bars == again.bars


def test_a_model_that_sees_less_is_refused_and_the_old_one_stays(tmp_path: Path) -> None:
    write_nlu(tmp_path / "nlu")
    _train(tmp_path)
    before = (tmp_path / "var" / "models" / files.ARRAYS_FILE).read_bytes()
    _spoil(tmp_path)
    report = _train(tmp_path)
    assert not report.kept
    assert report.refusal is not None
    assert SEEN in report.refusal or ANSWERED in report.refusal
    assert (tmp_path / "var" / "models" / files.ARRAYS_FILE).read_bytes() == before


def test_a_model_of_another_encoder_keeps_no_new_one_out(tmp_path: Path) -> None:
    write_nlu(tmp_path / "nlu")
    _train(tmp_path)
    card_file = tmp_path / "var" / "models" / files.CARD_FILE
    card = json.loads(card_file.read_text("utf-8"))
    card_file.write_text(json.dumps({**card, "encoder_sha256": "b" * 64}), "utf-8")
    _spoil(tmp_path)
    assert _train(tmp_path).kept
    assert not files.go_back(tmp_path / "var")


def test_force_keeps_it_and_is_remembered(tmp_path: Path) -> None:
    write_nlu(tmp_path / "nlu")
    _train(tmp_path)
    _spoil(tmp_path)
    assert _train(tmp_path, force=True).kept
    card = files.read_card(tmp_path / "var")
    assert card is not None
    assert card["forced"] is True


def test_vectors_of_known_texts_are_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_nlu(tmp_path / "nlu")
    _train(tmp_path)
    monkeypatch.setattr(WordEncoder, "vectors", lambda self, texts: pytest.fail("asked again") if texts else _none())
    assert _train(tmp_path, force=True).kept


def _none() -> object:
    import numpy as np

    return np.zeros((0, 384), np.float32)

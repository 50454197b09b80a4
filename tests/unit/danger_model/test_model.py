"""What the model sees, how it is kept on disk, and what happens when it cannot be used."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from structlog.testing import capture_logs

from bot.danger_model import files
from bot.danger_model.learn import learn, learn_and_judge
from bot.danger_model.model import Bars, DangerModel
from bot.danger_model.reader import RulesAndModel, open_danger_reader
from bot.message import About, Danger, Risk, RiskKind
from tests.unit.danger_model.small_data import LoadedEncoder, WordEncoder, small_material

BARS = Bars(crisis=0.6, check=0.5, concern=0.5, unease=0.3, doubt=0.05)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> DangerModel:
    material = small_material(tmp_path_factory.mktemp("nlu"))
    return DangerModel(WordEncoder(), learn(material, np.arange(len(material.examples))), BARS)


def test_it_sees_kind_and_person_in_words_that_no_rule_knows(model: DangerModel) -> None:
    seen = model.look("my uncle took the blue pills and is cold")
    assert (seen.risk, seen.kind, seen.about) == (Risk.CRISIS, RiskKind.OVERDOSE, About.OTHER)
    assert model.look("my uncle scares me tonight").risk is Risk.CHECK


def test_what_only_sounds_like_danger_is_none(model: DangerModel) -> None:
    assert model.look("my cousin is killing it on the drums").risk is Risk.NONE
    assert model.look("need groceries for my uncle") == Danger()


def test_its_reason_is_a_label_and_never_a_word_of_the_text(model: DangerModel) -> None:
    assert model.look("my uncle took the blue pills and is cold").reasons == ("model, like crisis/overdose_other",)


def test_danger_does_not_drown_in_a_long_story(model: DangerModel) -> None:
    story = "we need groceries for my cousin and groceries for that man at the shelter. " * 4
    assert model.look(story).risk is Risk.NONE
    assert model.look(f"{story} my brother took the blue pills and is cold. {story}").risk is Risk.CRISIS


def test_held_out_texts_are_judged_by_heads_that_have_not_seen_them(tmp_path: Path) -> None:
    material = small_material(tmp_path)
    _, judged = learn_and_judge(material)
    crisis = np.array([material.examples[place].risk is Risk.CRISIS for place in judged.places])
    assert 20 < len(crisis) < len(material.examples) / 2
    assert judged.risk.shape == (len(crisis), 3)
    assert judged.risk[crisis, 0].mean() > 0.6 > 0.3 > judged.risk[~crisis, 0].mean()


def _save(model: DangerModel, data_dir: Path, encoder: str = "a" * 64) -> None:
    folder = files.models_folder(data_dir)
    folder.mkdir(parents=True)
    files.save_model(folder, model.heads, model.bars, {"encoder_sha256": encoder, "made_of": "texts"})


def test_a_saved_model_sees_the_same(model: DangerModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "Encoder", LoadedEncoder)
    _save(model, tmp_path)
    again = files.load_model(tmp_path)
    for text in ("my uncle took the blue pills and is cold", "my uncle scares me", "need groceries"):
        assert again.look(text) == model.look(text)


def test_a_model_of_another_encoder_is_refused(
    model: DangerModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "Encoder", LoadedEncoder)
    _save(model, tmp_path, encoder="b" * 64)
    with pytest.raises(files.DangerModelUnusable, match="another sentence encoder"):
        files.load_model(tmp_path)


@pytest.mark.parametrize("harm", ["cut", "gone", "mixed"])
def test_a_broken_model_is_refused(
    model: DangerModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    monkeypatch.setattr(files, "Encoder", LoadedEncoder)
    _save(model, tmp_path)
    arrays, card = (files.models_folder(tmp_path) / name for name in (files.ARRAYS_FILE, files.CARD_FILE))
    if harm == "cut":
        arrays.write_bytes(arrays.read_bytes()[:1000])
    elif harm == "gone":
        arrays.unlink()
    else:
        card.write_text(json.dumps(json.loads(card.read_text()) | {"grams": ["", "w:one"]}))
    with pytest.raises(files.DangerModelUnusable, match="cannot be read"):
        files.load_model(tmp_path)


def test_without_a_model_the_rules_serve_alone_and_the_log_says_so(tmp_path: Path) -> None:
    with capture_logs() as logs:
        reader = open_danger_reader(tmp_path)
    assert [each["event"] for each in logs] == ["danger_model_missing"]
    assert "warmline train" in logs[0]["advice"]
    assert reader.look("i want to kill myself").risk is Risk.CRISIS


class Calm:
    def look(self, text: str) -> Danger:
        return Danger()


class Broken:
    def look(self, text: str) -> Danger:
        raise ValueError(text)


def test_neither_can_lower_the_other(model: DangerModel) -> None:
    assert RulesAndModel(Calm()).look("i want to kill myself").risk is Risk.CRISIS
    both = RulesAndModel(model).look("my uncle took the blue pills and is cold")
    assert both.risk is Risk.CRISIS
    assert "model, like crisis/overdose_other" in both.reasons


def test_a_model_that_fails_takes_nothing_from_the_rules_and_tells_no_words() -> None:
    with capture_logs() as logs:
        seen = RulesAndModel(Broken()).look("i want to kill myself")
    assert seen.risk is Risk.CRISIS
    assert logs == [{"event": "danger_model_failed", "kind": "ValueError", "log_level": "error"}]


def test_any_text_gets_an_opinion(model: DangerModel) -> None:
    texts: Sequence[str] = ("", " ", "🔫🔪💊", "\x00\ud800", "é" * 9000, "a " * 50_000)
    assert all(isinstance(model.look(text), Danger) for text in texts)

"""When training is needed, which model gets in, and that it appears whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from assistant import train
from assistant.candidate import REFUSED_REPORT, candidate, go_back, in_use, previous
from assistant.encoder.source import SourceUnusable
from assistant.evaluation.bars import Bar, judge
from assistant.evaluation.report import Judged
from sentences.encoder import EncoderCard

BAR = Bar("needs found", "blind.f1", 0.85, None, safety=True)
DATA = Path("var")
Score = Callable[[float], None]


@pytest.fixture
def score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Score:
    """A small project whose training writes a fixed model; call it to say how good the next ones are."""
    for name in ("data/nlu", "data/rules", "data/stories", "data/responses", "assistant/understanding", "sentences"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("config.yml", "domain.yml", "data/nlu/greet.yml", "assistant/understanding/reader.py",
                 "data/responses/greet.yml"):  # fmt: skip
        (tmp_path / name).write_text(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(train, "prepare_encoder", lambda data_dir: "encoder")

    def say_how_good(value: float) -> None:
        report: dict[str, Any] = {"blind": {"f1": value}}
        monkeypatch.setattr(train, "train_model", lambda target, taught=(): target.write_text(f"model {value}"))
        monkeypatch.setattr(train, "judge_candidate", lambda data_dir: Judged(report, judge([BAR], report), None))

    say_how_good(0.9)
    return say_how_good


def test_a_second_training_is_skipped_and_force_is_not(score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    for force, said in ((False, "in use"), (False, "up to date"), (True, "in use")):
        assert train.run(DATA, force) == 0
        assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["config.yml", "data/nlu/greet.yml", "assistant/understanding/reader.py", "sentences/new.py"]
)
def test_a_changed_source_asks_for_training(score: Score, name: str) -> None:
    before = train.fingerprint("encoder")
    Path(name).write_text("changed")
    assert train.fingerprint("encoder") != before


@pytest.mark.parametrize("name", ["data/responses/greet.yml", "assistant/serve.py", "sentences/notes.txt"])
def test_what_the_model_does_not_depend_on_asks_for_none(score: Score, name: str) -> None:
    before = train.fingerprint("encoder")
    Path(name).write_text("changed")
    assert train.fingerprint("encoder") == before


def test_another_encoder_asks_for_training(score: Score) -> None:
    assert train.fingerprint("encoder") != train.fingerprint("another") != train.fingerprint(None)


def test_a_model_below_a_safety_bar_is_refused_and_the_old_one_stays(
    score: Score, capsys: pytest.CaptureFixture[str]
) -> None:
    train.run(DATA, force=False)
    score(0.5)
    Path("domain.yml").write_text("changed")
    assert train.run(DATA, force=False) == train.NOT_SAFE
    assert "refused" in capsys.readouterr().out
    assert in_use(DATA).model.read_text() == "model 0.9"
    assert json.loads(in_use(DATA).report.read_text())["blind"]["f1"] == 0.9
    assert json.loads((DATA / "models" / REFUSED_REPORT).read_text())["blind"]["f1"] == 0.5
    assert not candidate(DATA).model.exists()


def test_what_was_refused_is_not_trained_again_in_vain(score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    train.run(DATA, force=False)
    score(0.5)
    Path("domain.yml").write_text("changed")
    train.run(DATA, force=False)
    score(0.9)
    assert train.run(DATA, force=False) == train.NOT_SAFE
    assert "refused before" in capsys.readouterr().out
    Path("domain.yml").write_text("mended")
    assert train.run(DATA, force=False) == 0
    assert not (DATA / "models" / REFUSED_REPORT).exists()


def test_a_first_model_below_a_safety_bar_is_used_loudly(score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    score(0.5)
    for _ in range(2):  # the second time nothing is trained, and it is said again
        assert train.run(DATA, force=False) == train.NOT_SAFE
        assert "WARNING" in capsys.readouterr().out
    card = in_use(DATA).read_card()
    assert (card["forced"], card["missed_safety_bars"]) == (False, ["needs found"])
    assert in_use(DATA).model.read_text() == "model 0.5"


def test_a_model_of_another_encoder_keeps_no_new_one_out_and_is_not_gone_back_to(
    score: Score, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    train.run(DATA, force=False)
    monkeypatch.setattr(train, "prepare_encoder", lambda data_dir: "another encoder")
    score(0.5)
    assert train.run(DATA, force=False) == train.NOT_SAFE
    assert in_use(DATA).model.read_text() == "model 0.5"  # the other could not read a single text any more
    assert "there is no other" in capsys.readouterr().out
    assert not go_back(DATA)
    assert in_use(DATA).model.read_text() == "model 0.5"


def test_force_takes_it_and_its_card_says_so(score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    score(0.5)
    assert train.run(DATA, force=True) == 0
    assert "WARNING" in capsys.readouterr().out
    card = in_use(DATA).read_card()
    assert (card["forced"], card["missed_bars"]) == (True, ["needs found"])
    score(0.9)
    train.run(DATA, force=True)
    card = in_use(DATA).read_card()
    assert (card["forced"], card["missed_bars"]) == (False, [])


def test_a_held_model_waits_and_is_no_model_in_use(score: Score) -> None:
    assert train.run(DATA, force=False, hold=True) == 0
    assert candidate(DATA).model.is_file()
    assert not in_use(DATA).model.exists()


def test_texts_that_the_house_approved_ask_for_training_and_are_learned(
    score: Score, monkeypatch: pytest.MonkeyPatch
) -> None:
    train.run(DATA, force=False)
    before, seen = in_use(DATA).read_card()["made_of"], list[Path]()
    (DATA / "nlu").mkdir()
    (DATA / "nlu" / "housing.yml").write_text("nlu: []")

    def learn(target: Path, taught: Sequence[Path] = ()) -> None:
        seen.extend(taught)
        target.write_text("model taught")

    monkeypatch.setattr(train, "train_model", learn)
    assert train.run(DATA, force=False) == 0
    assert seen == [DATA / "nlu" / "housing.yml"]
    assert in_use(DATA).read_card()["made_of"] != before


def test_staff_go_back_to_the_model_before_and_it_stays(score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    assert not go_back(DATA)
    train.run(DATA, force=False)
    assert not go_back(DATA)  # it is the first
    score(0.95)
    Path("domain.yml").write_text("changed")
    train.run(DATA, force=False)
    assert previous(DATA).model.read_text() == "model 0.9"
    assert go_back(DATA)
    assert in_use(DATA).model.read_text() == "model 0.9"
    assert json.loads(in_use(DATA).report.read_text())["blind"]["f1"] == 0.9
    assert train.run(DATA, force=False) == train.NOT_SAFE  # the next start trains nothing in vain
    assert "Staff went back" in capsys.readouterr().out
    assert in_use(DATA).model.read_text() == "model 0.9"
    assert go_back(DATA)  # and forward again
    assert in_use(DATA).model.read_text() == "model 0.95"
    assert train.run(DATA, force=False) == 0


def test_finishing_without_a_candidate_is_said(score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    assert train.finish(DATA, Path("records.jsonl"), force=False) == 1
    assert "No trained model" in capsys.readouterr().out


def test_a_training_that_fails_leaves_the_old_model_but_is_tried_again(
    score: Score, monkeypatch: pytest.MonkeyPatch
) -> None:
    train.run(DATA, force=False)

    def fail(target: Path, taught: object = ()) -> None:
        raise train.TrainingFailed("Rasa ended")

    monkeypatch.setattr(train, "train_model", fail)
    Path("domain.yml").write_text("changed")
    for _ in range(2):
        with pytest.raises(train.TrainingFailed):
            train.run(DATA, force=False)
    assert in_use(DATA).model.read_text() == "model 0.9"


def test_where_no_weights_can_be_had_an_older_encoder_serves_loudly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_network(folder: Path) -> None:
        raise SourceUnusable("uv was not found")

    monkeypatch.setattr(train, "build", no_network)
    assert train.prepare_encoder(tmp_path) is None
    monkeypatch.setattr(train, "read_card", lambda folder: EncoderCard("older", "tokenizer"))
    assert train.prepare_encoder(tmp_path) == "older"
    assert capsys.readouterr().out.count("WARNING") == 2

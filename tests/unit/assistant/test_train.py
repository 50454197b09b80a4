"""When training is needed, and that a model appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import train

READ = ("config.yml", "domain.yml", "data/nlu/greet.yml", "assistant/understanding/reader.py")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project whose training writes a fixed model."""
    for name in ("data/nlu", "data/rules", "data/stories", "data/responses", "assistant/understanding", "sentences"):
        (tmp_path / name).mkdir(parents=True)
    for name in (
        "config.yml",
        "domain.yml",
        "data/nlu/greet.yml",
        "assistant/understanding/reader.py",
        "data/responses/greet.yml",
    ):
        (tmp_path / name).write_text(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(train, "prepare_encoder", lambda data_dir: "encoder")
    monkeypatch.setattr(train, "train_model", lambda target: target.write_bytes(b"model"))
    return tmp_path


def test_a_second_training_is_skipped_and_force_is_not(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train.run(Path("var"), force=False) == 0
    assert "is trained" in capsys.readouterr().out
    assert train.run(Path("var"), force=False) == 0
    assert "up to date" in capsys.readouterr().out
    assert train.run(Path("var"), force=True) == 0
    assert "is trained" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["config.yml", "data/nlu/greet.yml", "assistant/understanding/reader.py", "sentences/new.py"]
)
def test_a_changed_source_asks_for_training(project: Path, name: str) -> None:
    before = train.fingerprint("encoder")
    (project / name).write_text("changed")
    assert train.fingerprint("encoder") != before


@pytest.mark.parametrize("name", ["data/responses/greet.yml", "assistant/serve.py", "sentences/notes.txt"])
def test_what_the_model_does_not_depend_on_asks_for_none(project: Path, name: str) -> None:
    before = train.fingerprint("encoder")
    (project / name).write_text("changed")
    assert train.fingerprint("encoder") == before


def test_another_encoder_asks_for_training(project: Path) -> None:
    assert train.fingerprint("encoder") != train.fingerprint("another") != train.fingerprint(None)


def test_a_training_that_fails_leaves_the_old_model_but_is_tried_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    train.run(Path("var"), force=False)

    def fail(target: Path) -> None:
        raise train.TrainingFailed("Rasa ended")

    monkeypatch.setattr(train, "train_model", fail)
    (project / "domain.yml").write_text("changed")
    for _ in range(2):
        with pytest.raises(train.TrainingFailed):
            train.run(Path("var"), force=False)
    assert (project / "var/models/assistant.tar.gz").read_bytes() == b"model"

"""Which training texts are held out, and that without an adapter nothing changes."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from sentences.adapter import Questions, held_out, read_adapter, text_key, write_adapter

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NOTHING_ASKED = Questions((), *(np.zeros((0, 384), np.float32),) * 2, np.zeros(0, np.float32))
TEXTS = [f"text number {word}" for word in WORDS]


def test_the_texts_on_the_list_are_held_out_however_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "adapter.npz"
    write_adapter(path, {}, NOTHING_ASKED, TEXTS[:2])
    assert held_out([*TEXTS[1:], "Text  NUMBER one!"], path).tolist() == [True, *[False] * 8, True]


def test_texts_of_another_project_are_divided_always_alike(tmp_path: Path) -> None:
    path = tmp_path / "adapter.npz"
    write_adapter(path, {}, NOTHING_ASKED, ["nothing of theirs"])
    many = [f"{text} {number}" for text in TEXTS for number in range(50)]
    found = held_out(many, path)
    assert 0.1 < found.mean() < 0.3
    assert (found == held_out(many, tmp_path / "missing.npz")).all()
    assert (found[:100] == held_out(many[:100], path)).all()


def test_marks_and_accents_make_no_other_text() -> None:
    assert text_key("¿Dónde hay comida?") == text_key("donde hay comida")
    assert text_key("comida") != text_key("comidas")


def test_an_adapter_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "adapter.npz"
    change = np.array([[0.5, -1.0, 0.25], [0.0, 0.0, 0.0]], np.float32)
    asked = Questions(("jobs",), np.ones((1, 384), np.float32), np.full((1, 384), 2.0), np.array([-1.0]))
    write_adapter(path, {"a": change}, asked, [])
    adapter = read_adapter(path)
    assert adapter is not None
    weights = {"a": np.ones((2, 3), np.float32), "b": np.ones(2, np.float32)}
    adapted = adapter.adapted(weights)
    np.testing.assert_allclose(adapted["a"], 1.0 + change, atol=1.0 / 254)  # half a step of the largest change
    assert adapted["b"] is weights["b"]
    assert (adapter.questions.names, float(adapter.questions.bias[0])) == (("jobs",), -1.0)
    assert (adapter.questions.weight == 2.0).all()


def test_without_an_adapter_there_is_none(tmp_path: Path) -> None:
    assert read_adapter(tmp_path / "adapter.npz") is None

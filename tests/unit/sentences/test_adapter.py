"""Which training texts are held out, and that without an adapter nothing changes."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from sentences.adapter import held_out, read_adapter, text_key, write_adapter

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TEXTS = [f"text number {word}" for word in WORDS]


def test_the_texts_on_the_list_are_held_out_however_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "adapter.npz"
    write_adapter(path, {}, TEXTS[:2])
    assert held_out([*TEXTS[1:], "Text  NUMBER one!"], path).tolist() == [True, *[False] * 8, True]


def test_texts_of_another_project_are_divided_always_alike(tmp_path: Path) -> None:
    path = tmp_path / "adapter.npz"
    write_adapter(path, {}, ["nothing of theirs"])
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
    write_adapter(path, {"a": (np.ones((3, 1)), np.full((1, 2), 2.0))}, [])
    adapter = read_adapter(path)
    assert adapter is not None
    weights = {"a": np.zeros((2, 3), np.float32), "b": np.ones(2, np.float32)}
    adapted = adapter.adapted(weights)
    assert (adapted["a"] == 2.0).all()
    assert adapted["b"] is weights["b"]


def test_without_an_adapter_there_is_none(tmp_path: Path) -> None:
    assert read_adapter(tmp_path / "adapter.npz") is None

"""Reading grades in both languages."""

from __future__ import annotations

import pytest

from bot.wording.reading import SIXTH, grade, longest_sentence
from tests.unit.wording.samples import sentences, spoken

EASY = "We are here. Text us when you want."
HARD = "Individuals experiencing considerable difficulties may subsequently consider professional consultation."
FACIL = "Aquí estamos. Mándanos un mensaje."
DIFICIL = "Las personas que experimentan considerables dificultades podrían posteriormente considerar asesoramiento."


def test_plain_words_read_easier_than_long_ones() -> None:
    assert grade(EASY) < SIXTH < grade(HARD)
    assert grade(FACIL, "es") < SIXTH < grade(DIFICIL, "es")
    assert grade("12:30!") == grade("...") == 0
    assert longest_sentence(EASY) == 5


def test_the_shipped_spanish_can_be_read_in_the_sixth_grade() -> None:
    assert [name for name in sentences() if grade(spoken(name, "es"), "es") > SIXTH] == []


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("ayuda", 3), ("quieres", 2), ("ciudad", 2), ("maíz", 2), ("guía", 2), ("que", 1), ("recuperación", 5),
        ("muy", 1), ("tía", 2), ("ansiedad", 3), ("oído", 3), ("vivienda", 3), ("STOP", 1), ("911", 1),
    ],
)  # fmt: skip
def test_spanish_syllables(word: str, syllables: int) -> None:
    """One word in one sentence: the grade is -0.205 * 100 + 0.049 * 100 * syllables - 3.407, or 0."""
    assert grade(word, "es") == pytest.approx(max(-23.907 + 4.9 * syllables, 0))

"""Needs of the line against the terms of others."""

import pytest

from bot.directory.needs import TERMS, TOPICS, WORDS, needs_of_terms, needs_of_words
from bot.directory.reply_words import NEED_WORDS
from bot.message import NEEDS


def test_every_need_has_terms_words_and_a_name_in_both_languages() -> None:
    assert set(TERMS) == set(WORDS) == set(TOPICS) >= set(NEEDS)
    assert all(TERMS[need] for need in TOPICS)
    assert set(NEED_WORDS["en"]) == set(NEED_WORDS["es"]) == set(TOPICS)


@pytest.mark.parametrize(
    ("terms", "needs"),
    [
        (["Detox"], ("treatment",)),
        (["Food Pantry", "Clothing"], ("food", "clothing")),
        (["GED", " Job Placement "], ("jobs", "education")),
        (["harm_reduction"], ("harm_reduction",)),
        (["Tree Planting"], ()),
    ],
)
def test_terms(terms: list[str], needs: tuple[str, ...]) -> None:
    assert needs_of_terms(terms) == needs


@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("Community Counselling", ("mental_health",)),
        ("NA meeting (recovery meeting)", ("meetings",)),
        ("Emergency shelter and hot meals", ("housing", "food")),
        ("Clínica dental", ("healthcare",)),
        ("Naloxone training", ("harm_reduction",)),
        ("Parent teacher association", ()),
        ("National park", ()),
    ],
)
def test_words_in_names(name: str, needs: tuple[str, ...]) -> None:
    assert needs_of_words(name) == needs

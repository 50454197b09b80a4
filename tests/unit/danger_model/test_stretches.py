"""Danger in one sentence of a long story is looked at by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.danger_model.stretches import stretches

STORY = "The landlord came by on Monday and wanted the rent for two months, which I do not have. "
CRY = "My son took all of the pills and is not waking up."


def test_a_short_text_is_looked_at_whole() -> None:
    assert stretches("need a ride. also food!") == ["need a ride. also food!"]


def test_a_sentence_in_a_long_story_stands_alone_or_with_few_others() -> None:
    parts = stretches(STORY * 3 + CRY + " " + STORY * 3)
    assert parts[0].count("landlord") == 6
    assert CRY in parts[1:]


def test_a_long_text_without_marks_is_cut_in_overlapping_pieces() -> None:
    words = " ".join(f"w{number}" for number in range(100))
    parts = stretches(words)[1:]
    assert all(len(part.split()) <= 20 for part in parts)
    assert any("w18 w19 w20 w21" in part for part in parts)
    assert parts[-1].endswith("w99")


@given(st.text(max_size=9000))
def test_every_text_has_at_least_one_stretch_and_never_too_many(text: str) -> None:
    parts = stretches(text)
    assert parts
    assert len(parts) < 500

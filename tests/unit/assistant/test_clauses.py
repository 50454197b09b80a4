"""Where a text falls into clauses, and which clause refuses what it names."""

from __future__ import annotations

import pytest

from assistant.understanding.clauses import MOST, clauses, sets_aside


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("need a coat, also a ride to court", ["need a coat", "a ride to court"]),
        ("food n shelter", ["food", "shelter"]),
        ("busco trabajo y un cuarto", ["busco trabajo", "un cuarto"]),
        ("need a ride", []),
        ("", []),
        ("?!.,", []),
    ],
)
def test_a_text_falls_apart_at_marks_and_small_words(text: str, parts: list[str]) -> None:
    assert clauses(text) == parts


def test_their_number_is_bounded() -> None:
    assert len(clauses("food, " * 500)) == MOST


@pytest.mark.parametrize(("clause", "refused"), [("not food", True), ("ya tengo doctor", True), ("a bed", False)])
def test_a_clause_that_refuses_is_known(clause: str, refused: bool) -> None:
    assert sets_aside(clause) is refused

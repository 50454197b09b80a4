"""What happened in a crisis, read from what was noted."""

from __future__ import annotations

from dataclasses import replace

from bot.desk.checklist import CrisisFacts, Mark, checklist, missing

NOW = 1_800_000_000.0
DAY = 86400.0
WELL = CrisisFacts(
    7, "K27", 3, opened_at=NOW, urgent_at=NOW, text_at=NOW + 2, alert_at=NOW + 4, taken_at=NOW + 50, words_at=NOW + 70,
    outcome_at=NOW + 1900, closed_at=NOW + 1800, debrief_at=NOW + 2000,
)  # fmt: skip


def marks(facts: CrisisFacts, now: float = NOW + 3 * DAY) -> dict[str, Mark]:
    return {step.name: step.mark for step in checklist(facts, now)}


def test_a_crisis_that_went_well_misses_nothing() -> None:
    steps = checklist(WELL, NOW + DAY)
    assert missing(steps) == ()
    assert [(step.name, step.after) for step in steps] == [
        ("text", 2), ("opened", 0), ("alert", 4), ("taken", 50), ("words", 70), ("outcome", 1900), ("debrief", 2000),
    ]  # fmt: skip


def test_what_did_not_happen_is_missing() -> None:
    found = marks(replace(WELL, text_at=None, words_at=None, outcome_at=None, debrief_at=None))
    assert [name for name, mark in found.items() if mark is Mark.MISSING] == ["text", "words", "outcome", "debrief"]


def test_while_it_is_open_the_rest_is_still_to_come() -> None:
    young = replace(WELL, taken_at=None, words_at=None, outcome_at=None, closed_at=None, debrief_at=None)
    found = marks(young, NOW + 60)
    assert {name for name, mark in found.items() if mark is Mark.LATER} == {"taken", "words", "outcome", "debrief"}


def test_the_crisis_text_is_not_to_come_for_ever() -> None:
    silent = replace(WELL, text_at=None, closed_at=None)
    assert marks(silent, NOW + 100)["text"] is Mark.LATER
    assert marks(silent, NOW + 400)["text"] is Mark.MISSING


def test_a_text_that_could_not_be_delivered_is_missing() -> None:
    assert marks(replace(WELL, text_failed=True))["text"] is Mark.MISSING


def test_a_coach_who_was_there_needs_no_alert() -> None:
    there = replace(WELL, held_at=NOW - 500, text_at=None, alert_at=None, taken_at=None)
    assert {name for name, mark in marks(there).items() if mark is Mark.SPARED} == {"text", "alert", "taken"}


def test_who_opted_out_gets_no_words() -> None:
    found = marks(replace(WELL, opted_out=True, text_at=None, words_at=None))
    assert (found["text"], found["words"]) == (Mark.SPARED, Mark.SPARED)


def test_the_debrief_has_a_day_and_needs_a_coach() -> None:
    asked = replace(WELL, debrief_at=None)
    assert marks(asked, NOW + 1800 + DAY - 1)["debrief"] is Mark.LATER
    assert marks(asked, NOW + 1800 + DAY)["debrief"] is Mark.MISSING
    assert marks(replace(asked, taken_at=None))["debrief"] is Mark.SPARED

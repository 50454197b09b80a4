"""What needs action first comes first."""

from __future__ import annotations

from bot.console.home.urgent import Loose, first_things
from bot.conversation import BoardCase, CaseState, Urgency

NOW = 1_800_000_000.0


def waits(number: int, urgency: Urgency, minutes: float, state: CaseState = CaseState.ALERTING) -> BoardCase:
    return BoardCase(number, f"K{number}", number, state, urgency, None, NOW - minutes * 60, False)


def test_danger_then_waiting_then_loose_ends() -> None:
    cases = [
        waits(1, Urgency.NORMAL, 30),
        waits(2, Urgency.CRISIS, 2),
        waits(3, Urgency.NORMAL, 5),
        waits(4, Urgency.CRISIS, 90, CaseState.HELD),
    ]
    found = first_things(cases, Loose(1, 2, 1), NOW)
    assert [action.sentence for action in found] == [
        "1 person waits in danger for a human, for 2 min.",
        "2 people wait for a human; the longest for 30 min.",
        "1 person has had no answer to their last text of the last 24 hours.",
        "2 texts were not delivered in the last 24 hours.",
        "1 place was reported as wrong.",
    ]


def test_when_nothing_waits_there_is_nothing_to_do() -> None:
    assert first_things([], Loose(0, 0, 0), NOW) == []

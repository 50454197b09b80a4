"""Which coach is asked first.

The order, and why: who speaks the person's language, because nothing works without it; who knows
the topic; who carries least for what they can carry; who waited longest for a case, so that the
same one is not asked every time; at last the id, so that the order is always the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.conversation import Coach


def ranked(coaches: Iterable[Coach], language: str, topics: Collection[str] = ()) -> list[Coach]:
    """``coaches``, the best match first. ``topics`` are the person's needs; none of them favours nobody."""
    return sorted(coaches, key=lambda coach: _rank(coach, language, frozenset(topics)))


def has_room(coach: Coach) -> bool:
    """Whether the coach may hold one more case."""
    return coach.open_cases < coach.max_cases


def _rank(coach: Coach, language: str, topics: frozenset[str]) -> tuple[bool, bool, float, float, int]:
    return (
        language not in coach.languages,
        bool(topics) and not topics & frozenset(coach.topics),
        coach.open_cases / coach.max_cases,
        coach.last_case_at or 0.0,
        coach.id,
    )

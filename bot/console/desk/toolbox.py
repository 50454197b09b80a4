"""What lies beside the answer box: ready replies, places, the crisis script, whom to hand over to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.console.desk.access import CaseSight
from bot.console.desk.card import Card
from bot.console.desk.places import Suggested, suggest
from bot.console.visit import Visit
from bot.conversation import Coach, Urgency
from bot.message import NEEDS, Risk
from bot.store.coaches import all_coaches
from bot.wording.alphabet import alphabet_table
from bot.wording.canned import DispatchCenter, ScriptStep

OUTCOMES = (
    (1, "Gave places or contacts"),
    (2, "Talked it through"),
    (3, "Needs a follow-up"),
    (4, "Crisis, handled"),
    (5, "No answer from them"),
)


@dataclass(frozen=True)
class Toolbox:
    """``replies`` are (group, [(title, text)]); ``script_open``: danger was seen. ``others`` may take over."""

    replies: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    places: Sequence[Suggested]
    looked_for: str
    near: str
    script: Sequence[ScriptStep]
    never: Sequence[tuple[str, str]]
    script_open: bool
    dispatch: DispatchCenter | None
    place: str
    language: str
    others: Sequence[tuple[Coach, bool]]
    names: Mapping[int, str]
    alphabet: str
    outcomes: Sequence[tuple[int, str]] = OUTCOMES
    needs: Sequence[str] = NEEDS


def open_toolbox(visit: Visit, seen: CaseSight, card: Card, look_for: str, look_near: str) -> Toolbox:
    """For a coach. ``look_for`` and ``look_near`` (a need, a ZIP code) replace what is known of the person."""
    house, person = visit.console.house, card.facts.person
    canned = visit.console.canned.as_in(visit.console.words.catalog())
    with house.database.read() as connection:
        coaches = all_coaches(connection, house.vault)
    values = {
        "coach": seen.coach.name if seen.coach else "",
        "org": house.settings.warmline_org_name,
        "human_phone": house.settings.warmline_human_phone,
    }
    near = look_near or person.zip or ""
    now = visit.console.now()
    return Toolbox(
        canned.replies_in(person.language, values),
        suggest(visit, (look_for,) if look_for else card.needs, near or None, person.language) if seen.holds else (),
        look_for,
        near,
        canned.steps_for(card.dangers),
        canned.never,
        seen.case.urgency is Urgency.CRISIS or card.facts.risk in (Risk.CRISIS, Risk.CHECK),
        canned.dispatch_of(person.zip),
        card.place,
        person.language if person.language in ("en", "es") else "en",
        [
            (one, one.on_duty_at(now))
            for one in _helpers_first(coaches, now)
            if not seen.coach or one.id != seen.coach.id
        ],
        {coach.id: coach.name for coach in coaches},
        alphabet_table(),
    )


def _helpers_first(coaches: Sequence[Coach], now: float) -> list[Coach]:
    """Supervisors, then who is on duty, then the others, by name."""
    return sorted(coaches, key=lambda coach: (not coach.supervisor, not coach.on_duty_at(now), coach.name))

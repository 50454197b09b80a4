"""Did the places work out? What people said who were asked the day after, and what they reported by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from bot.privacy import Vault
from bot.store.directory_tables import directory_outcome
from bot.store.figure_tables import FOLLOWED_UP
from bot.store.line_figures import Between
from bot.store.place_standing import PERSON
from bot.store.tables import journal


@dataclass(frozen=True)
class Referrals:
    """``asked`` people; of those who answered it ``worked`` or ``failed``. ``reports``: bad news of places, by kind.

    ``surveys``: how many were asked whether a coach helped.
    """

    asked: int = 0
    worked: int = 0
    failed: int = 0
    surveys: int = 0
    reports: tuple[tuple[str, int], ...] = ()

    @property
    def answers(self) -> int:
        return self.worked + self.failed


def read_referrals(connection: Connection, vault: Vault, between: Between) -> Referrals:
    """The answers are opened one by one: there are a few hundred in a month, and no person in them."""
    row = journal.c
    inside = (FOLLOWED_UP, row.at >= between[0], row.at < between[1])
    counts: dict[str, int] = {}
    for kind, times in connection.execute(select(row.kind, func.count()).where(*inside).group_by(row.kind)):
        counts[kind] = times
    answers = connection.execute(select(row.detail_sealed).where(*inside, row.kind == "places_answered")).scalars()
    worked = [vault.open_json(sealed).get("worked") for sealed in answers if sealed]
    return Referrals(
        counts.get("places_asked", 0),
        sum(one is True for one in worked),
        sum(one is False for one in worked),
        counts.get("survey_asked", 0),
        _reports(connection, between),
    )


def _reports(connection: Connection, between: Between) -> tuple[tuple[str, int], ...]:
    row = directory_outcome.c
    counted = select(row.outcome, func.count()).where(
        row.at >= between[0], row.at < between[1], row.said_by == PERSON, row.outcome != "works"
    )
    found = [(outcome, times) for outcome, times in connection.execute(counted.group_by(row.outcome))]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))

"""The figures of a made-up history are what somebody gets who counts row by row, also after changes and erasures."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, Table, insert, select, update

from bot.app import House
from bot.console.figures.stretches import DAYS, stretch
from bot.console.home.overview import Overview, read_overview
from bot.console.home.periods import TITLES, Period, period
from bot.conversation import Urgency
from bot.desk.figures import SLOT_SECONDS, Waits, quantile
from bot.message import NEEDS
from bot.store.conversations import conversation_for
from bot.store.desk_figures import waits_by_hour, waits_since
from bot.store.erasure import erase_conversation
from bot.store.figure_tables import need_asked, text_count
from bot.store.journal import tag
from bot.store.line_figures import HousePhones
from bot.store.promise_figures import endings
from bot.store.retention import destroy_some
from bot.store.tables import conversation, handoff, journal, message
from bot.store.text_counts import count_text

PROMISES = {Urgency.NORMAL: 600.0, Urgency.CRISIS: 180.0}
ZONES = ("America/New_York", "Asia/Kolkata", "Asia/Kathmandu")
NEW_YORK = ZoneInfo(ZONES[0])
NOW = datetime(2026, 11, 20, 15, 7, 31, tzinfo=NEW_YORK).timestamp()  # the clocks went back on the first
DAY, PEOPLE, MOMENTS = 86_400.0, 30, 260
OTHERS = 2  # the first two are coaches' phones


def a_history(connection: Connection, house: House, seed: int) -> None:
    """Ten weeks: anything at any moment, and at the edges of days, hours and periods above all."""
    chance, vault = random.Random(seed), house.vault
    own = [conversation_for(connection, vault, f"+1555019{number:04}", NOW - 80 * DAY) for number in range(PEOPLE)]
    edges = [edge for name in TITLES for one in period(name, NOW, NEW_YORK).slices for edge in (one.since, one.until)]
    for _ in range(MOMENTS):
        at = min(chance.choice((chance.choice(edges), NOW - chance.random() * 70 * DAY)), NOW)
        who, inbound = chance.choice(own), chance.random() < 0.6
        status = "received" if inbound else chance.choice(("delivered", "failed"))
        author, direction = ("recoveree", "in") if inbound else ("assistant", "out")
        text = {"conversation_id": who, "direction": direction, "author": author, "created_at": at, "status": status}
        connection.execute(insert(message).values(text))
        count_text(connection, who, inbound, at)
        connection.execute(update(conversation).where(conversation.c.id == who).values(last_text_at=at))
        tag(connection, vault, who, [f"need:{need}" for need in chance.sample(NEEDS[:5], chance.randrange(3))], at)
        kind = chance.choice(("crisis", "check", "understood"))
        connection.execute(insert(journal).values(conversation_id=who, at=at, kind=kind))
        connection.execute(insert(handoff).values(a_case(chance, who, at)))


def a_case(chance: random.Random, who: int, at: float) -> dict[str, object]:
    """Answered or not; one that still waits is of a conversation of its own kind, so it is closed a moment later."""
    urgency = chance.choice(list(Urgency))
    waited = chance.choice((PROMISES[urgency], PROMISES[urgency] - 0.5, chance.random() * 1200))
    closed = chance.choice((at + waited, at + waited + 300))
    return {
        "code": "K1", "conversation_id": who, "state": "closed", "urgency": urgency, "reason": "asked", "rung": 0,
        "opened_at": at, "answered_at": at + waited if chance.random() < 0.7 else None, "closed_at": closed,
        "outcome": chance.choice(("talked", "resources", None)), "helped": chance.choice((None, 1, 3, 5)),
    }  # fmt: skip


def rows_of(connection: Connection, table: Table) -> list[dict[str, object]]:
    return [dict(row._mapping) for row in connection.execute(select(table))]


def waits_one_by_one(cases: Iterable[dict[str, object]], urgency: Urgency) -> Waits:
    mine = [case for case in cases if case["urgency"] == urgency]
    answered = [int(case["answered_at"] - case["opened_at"]) for case in mine if case["answered_at"] is not None]  # type: ignore[operator]  # floats
    without = [case for case in mine if case["answered_at"] is None]
    late = [seconds for seconds in answered if seconds >= PROMISES[urgency]]
    over = [1 for case in without if (case["closed_at"] or NOW) - case["opened_at"] > PROMISES[urgency]]  # type: ignore[operator]  # floats
    ended = sum(case["closed_at"] is not None for case in without)
    return Waits(
        len(mine), len(answered), ended, len(without) - ended, len(late) + len(over),
        quantile(Counter(answered), 0.5), quantile(Counter(answered), 0.95),
    )  # fmt: skip


def the_desk_is_right(connection: Connection) -> None:
    cases = rows_of(connection, handoff)
    keys = [(days, "") for days in map(str, DAYS)] + [("", month) for month in ("2026-10", "2026-11")]
    for days, month in keys:
        for zone in map(ZoneInfo, ZONES):
            since, until = stretch(days, month, NOW, zone).between
            inside = [case for case in cases if since <= case["opened_at"] < until]  # type: ignore[operator]  # floats
            both = {urgency: waits_one_by_one(inside, urgency) for urgency in PROMISES}
            assert waits_since(connection, since, NOW, PROMISES, until) == both
            all_day, hours = waits_by_hour(connection, (since, until), NOW, PROMISES, zone)
            assert all_day == both
            for hour, found in enumerate(hours):
                then = [one for one in inside if datetime.fromtimestamp(one["opened_at"], zone).hour == hour]  # type: ignore[arg-type]  # floats
                assert found.by_urgency == {urgency: waits_one_by_one(then, urgency) for urgency in PROMISES}
            closed = [case for case in inside if case["closed_at"] is not None]
            assert dict(endings(connection, (since, until)).outcomes) == Counter(
                case["outcome"] or "done" for case in closed
            )


def home_is_right(connection: Connection, house: House, others: frozenset[int]) -> None:
    tables = {table: rows_of(connection, table) for table in (text_count, need_asked, journal, handoff, message)}
    for name in TITLES:
        wanted = period(name, NOW, NEW_YORK)
        found = read_overview(connection, house.vault, wanted, NOW, PROMISES, HousePhones(others, others))
        texts_are_right(found, wanted, [one for one in tables[text_count] if one["conversation_id"] not in others])
        for row, one in zip(found.rows, wanted.slices, strict=True):
            asked = [each for each in tables[handoff] if one.since <= each["opened_at"] < one.until]  # type: ignore[operator]  # floats
            danger = [each for each in tables[journal] if one.since <= each["at"] < one.until]  # type: ignore[operator]  # floats
            failed = [each for each in tables[message] if one.since <= each["created_at"] < one.until]  # type: ignore[operator]  # floats
            assert row.counts.asked == len(asked)
            assert row.counts.dangers == sum(each["kind"] != "understood" for each in danger)
            assert row.counts.undelivered == sum(each["status"] == "failed" for each in failed)
        danger = [each for each in tables[journal] if wanted.since <= each["at"] < wanted.until]  # type: ignore[operator]  # floats
        for kind, people in (("crisis", found.crisis_people), ("check", found.check_people)):
            assert people == len({each["conversation_id"] for each in danger if each["kind"] == kind})
        named = [each for each in tables[need_asked] if wanted.since <= each["at"] < wanted.until]  # type: ignore[operator]  # floats
        pairs = {(each["tag_index"], each["conversation_id"]) for each in named}
        assert sum(people for _, people in found.needs) == len(pairs)
        assert sorted(people for _, people in found.needs) == sorted(Counter(index for index, _ in pairs).values())


def texts_are_right(found: Overview, wanted: Period, counts: list[dict[str, object]]) -> None:
    spans = [(found.texts, (wanted.since, wanted.until)), (found.before, wanted.before)]
    spans += [(row.counts.texts, (one.since, one.until)) for row, one in zip(found.rows, wanted.slices, strict=True)]
    for texts, (since, until) in spans:
        inside = [one for one in counts if since <= one["slot"] * SLOT_SECONDS < until]  # type: ignore[operator]  # whole numbers
        assert texts.people == len({one["conversation_id"] for one in inside if one["received"]})
        assert texts.received == sum(one["received"] for one in inside)  # type: ignore[misc]  # whole numbers
        assert texts.sent == sum(one["sent"] for one in inside)  # type: ignore[misc]  # whole numbers


@pytest.mark.parametrize("seed", [1, 2])
def test_counted_one_by_one_it_is_the_same(house: House, seed: int) -> None:
    house.database.write(lambda c: a_history(c, house, seed))
    people = range(1, PEOPLE + 1)

    def everything_is_right() -> None:
        with house.database.read() as connection:
            the_desk_is_right(connection)
            home_is_right(connection, house, frozenset(people[:OTHERS]))
            home_is_right(connection, house, frozenset())

    everything_is_right()
    house.database.write(change_their_minds)
    everything_is_right()
    for erased in people[5:8]:
        house.database.write(lambda c, erased=erased: erase_conversation(c, erased, NOW))
    everything_is_right()
    while house.database.write(lambda c: destroy_some(c, NOW - 25 * DAY, NOW)):
        pass
    everything_is_right()
    with house.database.read() as connection:
        assert rows_of(connection, handoff)


def change_their_minds(connection: Connection) -> None:
    """A carrier's late word, a late outcome, a case that turned into a crisis, and one that is open again."""
    connection.execute(
        update(message).where(message.c.id % 7 == 0, message.c.direction == "out").values(status="failed")
    )
    connection.execute(update(handoff).where(handoff.c.id % 5 == 0).values(outcome="resources", helped=2))
    connection.execute(update(handoff).where(handoff.c.id % 6 == 0).values(urgency="crisis"))
    last = select(handoff.c.id).order_by(handoff.c.opened_at.desc()).limit(1).scalar_subquery()
    connection.execute(update(handoff).where(handoff.c.id == last).values(closed_at=None, answered_at=None))

"""The monthly report for people outside the team: every number goes through :mod:`small_cells` before it is shown.

No mean of the answers is told: with it, hidden counts of answers could be worked out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.console.figures.promise import Kept, Promises, read_kept
from bot.console.figures.small_cells import SMALLEST, alone, split, subset
from bot.console.labels import ENDED, label
from bot.console.moments import exactly, span
from bot.conversation import Urgency
from bot.desk.checklist import checklist, missing
from bot.desk.figures import Waits
from bot.message import NEEDS
from bot.privacy import Vault
from bot.store.crisis_cases import crises
from bot.store.line_figures import Between, TextCount, count_needs, count_texts
from bot.store.unmet_needs import Unmet, unmet_between

HIDDEN = "*"
COUNTIES = 8  # rows of their own; the others are added up


@dataclass(frozen=True)
class Month:
    """What a month's report is made of, with nothing hidden. ``complete``: crises in which no step was missing."""

    texts: TextCount
    needs: Mapping[str, int]
    kept: Kept
    complete: int
    unmet: Unmet


@dataclass(frozen=True)
class Row:
    """``now`` is the month, ``before`` the one before; both as they are shown."""

    name: str
    now: str
    before: str


@dataclass(frozen=True)
class Section:
    title: str
    rows: tuple[Row, ...]
    note: str = ""


def read_month(
    connection: Connection,
    vault: Vault,
    between: Between,
    now: float,
    promises: Promises,
    house: Collection[int],
    zone: ZoneInfo,
) -> Month:
    """Everything that happened in a month. ``house``: conversations that are not with people."""
    first, after = (datetime.fromtimestamp(at, zone).date() for at in between)
    urgent = crises(connection, between, now)
    return Month(
        count_texts(connection, between, house),
        dict(count_needs(connection, vault, between)),
        read_kept(connection, vault, between, now, promises),
        sum(not missing(checklist(each, now)) for each in urgent),
        unmet_between(connection, first, after),
    )


def sections(this: Month, before: Month, promises: Promises) -> list[Section]:
    """The report, small numbers hidden.

    Rows stand in an order that no number decides, and a month is cut into the same parts in its own report and,
    as the month before, in the next: two cuts of one month could be subtracted from each other.
    """
    return [
        Section("People and texts", _rows(_people(this), _people(before))),
        Section(
            "What people need",
            _some(_rows(_needs(this), _needs(before))),
            "People who named the need at least once; somebody may name several.",
        ),
        Section(
            "Waiting for a human",
            _rows(_waits(this, promises), _waits(before, promises)),
            "Until a coach's first own words.",
        ),
        Section(
            "Crises",
            _rows(_crises(this), _crises(before)),
            "Steps: text, case, alert, coach, words, outcome, debrief.",
        ),
        Section("How it ended", _some(_rows(_ended(this), _ended(before)))),
        Section(
            "Did it help?",
            _rows(_helped(this), _helped(before)),
            "Asked the day after, of people who agreed; 1 no, 5 a lot.",
        ),
        Section("Did the places work out?", _rows(_places(this), _places(before)), "What people said the day after."),
        Section("Looked for in vain, by need", _some(_rows(_in_vain(this), _in_vain(before)))),
        Section(
            "Looked for in vain, by county",
            tuple(Row(name, value, "") for name, value in _by_county(this.unmet)),
            "Searches without a good answer nearby; a week counts for the month of its Monday.",
        ),
    ]


Shown = list[tuple[str, str]]


def _rows(now: Shown, before: Shown) -> tuple[Row, ...]:
    return tuple(Row(name, value, earlier) for (name, value), (_, earlier) in zip(now, before, strict=True))


def _number(value: int | None) -> str:
    return HIDDEN if value is None else f"{value:,}"


def _people(month: Month) -> Shown:
    texts = month.texts
    numbers = (("People who wrote", texts.people), ("Texts from them", texts.received), ("Texts to them", texts.sent))
    return [(name, _number(alone(number))) for name, number in numbers]


def _needs(month: Month) -> Shown:
    people = alone(month.texts.people)
    return [(label("need", need), _number(subset(month.needs.get(need, 0), people))) for need in NEEDS]


def _waits(month: Month, promises: Promises) -> Shown:
    crisis, normal = month.kept.waits[Urgency.CRISIS], month.kept.waits[Urgency.NORMAL]
    asked = split((crisis.asked, normal.asked))
    found = [("Asked for a human or needed one", _number(asked.total))]
    for name, urgency, waits, shown in (
        ("crisis", Urgency.CRISIS, crisis, asked.parts[0]),
        ("other", Urgency.NORMAL, normal, asked.parts[1]),
    ):
        kept = split((waits.asked - waits.late, waits.late), total_known=shown is not None)
        got = split((waits.answered, waits.asked - waits.answered), total_known=shown is not None)
        found += [
            (f"Cases, {name}", _number(shown)),
            (f"… within the promise ({span(promises[urgency])})", _share(kept.parts[0], shown)),
            (f"… answered by a coach, {name}", _share(got.parts[0], shown)),
            (f"… half of them within, {name}", _time(waits, waits.median, shown)),
            (f"… 95 in 100 within, {name}", _time(waits, waits.p95, shown)),
        ]
    return found


def _share(part: int | None, of: int | None) -> str:
    if part is None or of is None:
        return HIDDEN
    return f"{part:,} ({round(100 * part / of)}%)" if of else "0"


def _time(waits: Waits, seconds: float | None, shown: int | None) -> str:
    """A time of few people is one of theirs."""
    if shown is None or 0 < waits.answered < SMALLEST:
        return HIDDEN
    return exactly(seconds)


def _crises(month: Month) -> Shown:
    waits = month.kept.waits
    total = waits[Urgency.CRISIS].asked
    shown = split((total, waits[Urgency.NORMAL].asked)).parts[0]
    steps = split((month.complete, total - month.complete), total_known=shown is not None)
    return [
        ("Urgent cases", _number(shown)),
        ("… in which no step was missing", _share(steps.parts[0], shown)),
        ("… in which one was", _share(steps.parts[1], shown)),
    ]


def _ended(month: Month) -> Shown:
    """The cases that are still open belong to it: with all others known, a small rest would show."""
    ended = dict(month.kept.endings.outcomes)
    others = sum(cases for outcome, cases in ended.items() if outcome not in ENDED)
    counts = [*(ended.get(outcome, 0) for outcome in ENDED), others]
    parts = split((*counts, month.kept.asked - sum(counts))).parts
    names = (*ENDED.values(), "In another way", "Not ended yet")
    return [(name, _number(part)) for name, part in zip(names, parts, strict=True)]


def _helped(month: Month) -> Shown:
    scores = month.kept.endings.helped.scores
    found = split((scores[3] + scores[4], scores[2], scores[0] + scores[1]))
    names = ("It helped (4 or 5)", "Somewhat (3)", "Not much (1 or 2)")
    shares = [(name, _share(part, found.total)) for name, part in zip(names, found.parts, strict=True)]
    return [("Answers", _number(found.total)), *shares]


def _places(month: Month) -> Shown:
    referrals = month.kept.referrals
    found = split((referrals.worked, referrals.failed))
    return [
        ("Answers", _number(found.total)),
        ("Worked out", _share(found.parts[0], found.total)),
        ("Did not", _share(found.parts[1], found.total)),
    ]


def _in_vain(month: Month) -> Shown:
    counts = dict(month.unmet.by_need())
    found = split([counts.get(need, 0) for need in NEEDS])
    named = [(label("need", need), _number(part)) for need, part in zip(NEEDS, found.parts, strict=True)]
    return [("In all", _number(found.total)), *named]


def _by_county(unmet: Unmet) -> Shown:
    """The counties with the most by name, the others together."""
    counts: dict[str, int] = {}
    for row in unmet.rows:
        name = f"{row.county}, {row.state}" if row.county else row.state or "Place not known"
        counts[name] = counts.get(name, 0) + row.total
    names = sorted(sorted(counts, key=lambda name: (-counts[name], name))[:COUNTIES])
    parts = [counts[name] for name in names]
    found = split((*parts, sum(counts.values()) - sum(parts)))
    return [(name, _number(part)) for name, part in zip((*names, "Other counties"), found.parts, strict=True)]


def _some(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Without those that are nought in both months: nought is told anyway."""
    return tuple(row for row in rows if (row.now, row.before) != ("0", "0"))

"""Home: what happened last night, in figures of everybody, and what needs action first."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from starlette.responses import RedirectResponse, Response

from bot.console.charts import Chart, stacked
from bot.console.home.overview import Overview, read_overview
from bot.console.home.periods import TITLES, Period, period
from bot.console.home.urgent import Action, Loose, first_things
from bot.console.looks import note_look
from bot.console.moments import DAY, exactly
from bot.console.pages.words import needing_a_look
from bot.console.visit import Refused, Visit
from bot.conversation import Urgency
from bot.store.cases import board
from bot.store.line_figures import count_unanswered, count_undelivered, house_phones
from bot.store.place_queue import REPORTED, queue_counts

SHOWN_NEEDS = 8


def show(visit: Visit) -> Response:
    """The whole page. Coaches have the desk as their home."""
    if not visit.who.sees_all:
        return RedirectResponse("/console/desk", 303)
    wanted, settings = _period(visit), visit.console.house.settings
    note_look(visit, "read_home")
    found = _read(visit, wanted)
    return visit.page(
        "home.html",
        period=wanted,
        periods=TITLES,
        found=found,
        actions=_actions(visit),
        charts=_charts(found),
        needs=found.needs[:SHOWN_NEEDS],
        waits=[(urgency, found.waits[urgency]) for urgency in (Urgency.CRISIS, Urgency.NORMAL)],
        zone=settings.warmline_timezone,
        exactly=exactly,
    )


def download(visit: Visit) -> Response:
    """The same figures as a CSV file; an export is noted."""
    if not visit.who.sees_all:
        raise Refused(403, "These figures are for staff.")
    wanted = _period(visit)
    note_look(visit, "export_line_figures")
    zone, out = visit.console.house.settings.zone, io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["from", "people", "texts_received", "texts_sent", "asked_for_a_human", "dangers", "not_delivered"])
    for piece, row in zip(wanted.slices, _read(visit, wanted).rows, strict=True):
        counts, texts = row.counts, row.counts.texts
        start = datetime.fromtimestamp(piece.since, zone).isoformat(timespec="minutes")
        writer.writerow(
            [start, texts.people, texts.received, texts.sent, counts.asked, counts.dangers, counts.undelivered]
        )
    name = f'attachment; filename="line-{wanted.name}.csv"'
    return Response(out.getvalue(), headers={"Content-Disposition": name}, media_type="text/csv; charset=utf-8")


def _period(visit: Visit) -> Period:
    return period(visit.query("period"), visit.console.now(), visit.console.house.settings.zone)


def _read(visit: Visit, wanted: Period) -> Overview:
    house, now = visit.console.house, visit.console.now()
    promises = {Urgency(urgency): seconds for urgency, seconds in house.settings.promises.items()}
    with house.database.read() as connection:
        others = house_phones(connection, house.vault, house.settings.warmline_human_phone)
        return read_overview(connection, house.vault, wanted, now, promises, others)


def _actions(visit: Visit) -> list[Action]:
    """Whatever period is shown, what to do is about now."""
    house, now = visit.console.house, visit.console.now()
    lately = (now - DAY, now)
    with house.database.read() as connection:
        others = house_phones(connection, house.vault, house.settings.warmline_human_phone)
        loose = Loose(
            count_unanswered(connection, lately, now, others),
            count_undelivered(connection, lately),
            queue_counts(connection, now)[REPORTED],
            needing_a_look(visit),
        )
        return first_things(board(connection), loose, now)


def _charts(found: Overview) -> dict[str, Chart]:
    return {
        "texts": stacked(
            ("From people", "To people"),
            [(row.label, row.short, (row.counts.texts.received, row.counts.texts.sent)) for row in found.rows],
        ),
        "people": stacked(("People",), [(row.label, row.short, (row.counts.texts.people,)) for row in found.rows]),
        "asked": stacked(("Asked for a human",), [(row.label, row.short, (row.counts.asked,)) for row in found.rows]),
        "dangers": stacked(("Dangers seen",), [(row.label, row.short, (row.counts.dangers,)) for row in found.rows]),
    }

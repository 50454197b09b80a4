"""Needs that were not met: a chart, a table and a file, with no person in them."""

from __future__ import annotations

import csv
import io

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.visit import Refused, Visit
from bot.directory.hsds_export import guarded
from bot.directory.unmet import REASONS
from bot.store.unmet_needs import Unmet, read_unmet

PERIODS = (4, 13, 52)
SHOWN_NEEDS = 10
SHOWN_ROWS = 100


def show(visit: Visit) -> Response:
    """The page for a period of weeks."""
    weeks = _weeks(visit)
    unmet = _read(visit, weeks, "read_unmet_needs")
    return visit.page(
        "unmet.html",
        unmet=unmet,
        rows=unmet.rows[:SHOWN_ROWS],
        needs=unmet.by_need()[:SHOWN_NEEDS],
        weeks=weeks,
        periods=PERIODS,
        reasons=REASONS,
    )


def download(visit: Visit) -> Response:
    """The same figures as a CSV file; whatever a spreadsheet would run as a formula is defused."""
    weeks = _weeks(visit)
    unmet = _read(visit, weeks, "export_unmet_needs")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["need", "state", "county", "total", *REASONS])
    for row in unmet.rows:
        counts = (row.reasons.get(reason, 0) for reason in REASONS)
        writer.writerow([guarded(row.need), guarded(row.state), guarded(row.county), row.total, *counts])
    name = f'attachment; filename="unmet-needs-{weeks}-weeks.csv"'
    return Response(out.getvalue(), headers={"Content-Disposition": name}, media_type="text/csv; charset=utf-8")


def _weeks(visit: Visit) -> int:
    if not visit.who.sees_all:
        raise Refused(403, "These figures are for staff. Ask your administrator if you should see them.")
    wished = visit.query("weeks")
    return int(wished) if wished in {str(period) for period in PERIODS} else PERIODS[1]


def _read(visit: Visit, weeks: int, action: str) -> Unmet:
    note_look(visit, action)
    with visit.console.house.database.read() as connection:
        return read_unmet(connection, visit.console.now(), weeks)

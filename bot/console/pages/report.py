"""The monthly report, for a board: printed, or as a file. Small numbers are hidden, and only whole months can be had.

A month that still runs would be different tomorrow, and the difference of two printouts may be one person.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Connection
from starlette.responses import Response

from bot.console.figures.report import Month, Section, read_month, sections
from bot.console.figures.stretches import Stretch, month_title, stretch, whole_months
from bot.console.pages.figures import for_staff, promises_of
from bot.console.visit import Visit
from bot.directory.hsds_export import guarded
from bot.store.line_figures import Between, house_phones


def show(visit: Visit) -> Response:
    """The report as a page that prints well."""
    wanted, found = _read(visit, "read_report")
    months = whole_months(visit.console.now(), visit.console.house.settings.zone)
    return visit.page(
        "report.html",
        month=wanted,
        sections=found,
        months=[(month, month_title(month)) for month in months],
        chosen=wanted.key.partition("=")[2],
        made=visit.console.now(),
        zone=visit.console.house.settings.warmline_timezone,
    )


def download(visit: Visit) -> Response:
    """The same numbers, hidden ones hidden, as a CSV file."""
    wanted, found = _read(visit, "export_report")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["section", "figure", wanted.title, wanted.before_title])
    for section in found:
        for row in section.rows:
            writer.writerow([section.title, guarded(row.name), row.now, row.before])
    name = f'attachment; filename="report-{wanted.key.partition("=")[2]}.csv"'
    return Response(out.getvalue(), headers={"Content-Disposition": name}, media_type="text/csv; charset=utf-8")


def _read(visit: Visit, action: str) -> tuple[Stretch, list[Section]]:
    for_staff(visit, action)
    house, now, promises = visit.console.house, visit.console.now(), promises_of(visit)
    zone = house.settings.zone
    months = whole_months(now, zone)
    wished = visit.query("month")
    wanted = stretch("", wished if wished in months else months[0], now, zone)

    def read(connection: Connection, between: Between, others: Collection[int]) -> Month:
        return read_month(connection, house.vault, between, now, promises, others, zone)

    def read_before(others: Collection[int]) -> Month:
        with house.database.read() as connection:
            return read(connection, wanted.before, others)

    # The two months are read side by side: both are over, and most of the time the database counts.
    with house.database.read() as connection, ThreadPoolExecutor(1) as beside:
        others = house_phones(connection, house.vault, house.settings.warmline_human_phone).ever
        before = beside.submit(read_before, others)
        this = read(connection, wanted.between, others)
        return wanted, sections(this, before.result(), promises)

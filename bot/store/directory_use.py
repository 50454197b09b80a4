"""What was named how often, and what was looked for in vain: counts by week, with no person in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, delete, insert

from bot.directory.unmet import reason_of
from bot.outcome import Offer
from bot.store.directory_tables import directory_unmet, directory_use
from bot.store.zip_areas import SqlAreas

KEPT_WEEKS = 156


def week_of(now: float) -> date:
    """The Monday of the week, UTC: no day and no hour by which somebody could be told."""
    day = datetime.fromtimestamp(now, UTC).date()
    return day - timedelta(days=day.weekday())


def record_offers(connection: Connection, offers: Sequence[Offer], now: float) -> None:
    """Count the places that were named, and the searches that found nothing good."""
    week = week_of(now)
    used = [{"week": week, "place_id": place} for offer in offers for place in offer.places]
    if used:
        connection.execute(insert(directory_use), used)
    for offer in offers:
        reason = "" if offer.again else reason_of(offer.scope, offer.note)
        if reason:
            area = SqlAreas(connection).of_zip(offer.zip) if offer.zip else None
            state, county = (area.state, area.county) if area else ("", "")
            row = {"week": week, "need": offer.need, "state": state, "county": county, "reason": reason}
            connection.execute(insert(directory_unmet).values(row))


def forget_old_use(connection: Connection, now: float) -> int:
    """Delete counts older than ``KEPT_WEEKS``; returns how many rows went."""
    before = week_of(now) - timedelta(weeks=KEPT_WEEKS)
    gone = [
        connection.execute(delete(table).where(table.c.week < before)) for table in (directory_use, directory_unmet)
    ]
    return sum(result.rowcount for result in gone)

"""What a coach looks up beside a case: a place for another need, and the person's number, which is noted."""

from __future__ import annotations

import re

from starlette.responses import Response

from bot.console.desk.access import Sight, find_case
from bot.console.labels import NUMBER_REASONS
from bot.console.looks import note_look, occasion_of
from bot.console.pages.case import Extra, render
from bot.console.visit import Refused, Visit
from bot.message import NEEDS
from bot.store.conversations import phone_of

ZIP = re.compile(r"\d{5}")


def put(visit: Visit) -> Response:
    """Without script: a ready text goes behind what stands in the box."""
    body, more = visit.form.text("body").rstrip(), visit.form.text("put")
    return render(visit, extra=Extra(draft=f"{body}\n{more}" if body else more))


def places(visit: Visit) -> Response:
    """Places for a need and a ZIP code that the coach chose. Neither stands in an address."""
    need, zip_code = visit.form.text("need"), visit.form.text("zip").strip()
    if need not in NEEDS or (zip_code and not ZIP.fullmatch(zip_code)):
        return render(visit, 422, Extra(trouble="Choose a need, and a ZIP code of five digits if you have one."))
    return render(visit, extra=Extra(look_for=need, look_near=zip_code))


def number(visit: Visit) -> Response:
    """The person's number, once, for a reason that is noted with who asked."""
    house, reason = visit.console.house, visit.form.text("reason")
    with house.database.read() as connection:
        seen = find_case(visit, connection)
        phone = phone_of(connection, house.vault, seen.conversation_id)
    if seen.sight is not Sight.ALL:
        raise Refused(403, "Only the coach who holds the case, or staff, may see the number.")
    if reason not in NUMBER_REASONS:
        return render(visit, 422, Extra(trouble="Say first why you need the number."))
    occasion = occasion_of(visit, seen.conversation_id)
    note_look(visit, f"show_number:{reason}", f"case:{seen.case.id}", occasion)
    return render(visit, extra=Extra(number=phone or "The number was deleted at the person's wish."))

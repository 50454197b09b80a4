"""The organisation's settings as they are: to read, not to change; and how to change them."""

from __future__ import annotations

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.people.access import staff_only
from bot.console.people.settings_words import shown_settings
from bot.console.visit import Visit


def show(visit: Visit) -> Response:
    staff_only(visit)
    note_look(visit, "read_settings")
    return visit.page("settings.html", groups=shown_settings(visit.console.house.settings))

"""The answer to a question: lists of places as they travel to the words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

NOTHING_NEAR = "nothing_near"
NEAR, WIDE, STATE, NATIONAL, NONE = "near", "wide", "state", "national", "none"


@dataclass(frozen=True)
class Listed:
    """One place as it travels to the words. ``miles`` is ``None`` where one does not go there,
    ``when`` is a meeting's next time ("tonight 7-8pm"), ``only`` the one group it serves."""

    id: str
    name: str
    what: str
    phone: str | None
    address: str | None
    hours: str | None
    miles: float | None
    when: str | None = None
    only: str | None = None


@dataclass(frozen=True)
class NeedList:
    """``scope``: ``near``, ``wide``, ``state``, ``national``, or ``none`` with no places.

    ``note`` is what was asked for and not to be had, so that these are the next best:
    ``open_now``, ``closer``, ``day``, ``formats``, ``fit`` or ``nothing_near``; empty when all is as asked.
    """

    need: str
    scope: str
    places: tuple[Listed, ...]
    note: str = ""


@dataclass(frozen=True)
class Found:
    """``zip_known`` is false when a ZIP was asked for that does not exist."""

    lists: tuple[NeedList, ...]
    zip_known: bool = True

    def as_values(self) -> dict[str, Any]:
        """``{"lists": [{"need", "scope", "note", "places": [{"id", "name", …}]}], "zip_known"}``, plain JSON."""
        lists = [{**asdict(each), "places": [asdict(place) for place in each.places]} for each in self.lists]
        return {"lists": lists, "zip_known": self.zip_known}

"""What the actions need from the directory of places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol


class Found(Protocol):
    """The answer to one search."""

    def as_values(self) -> Mapping[str, Any]:
        """Return ``{"lists": [{"need", "scope", "note", "places": [{"id", …}]}]}``, JSON-ready.

        There is one list per need, in the order asked. ``scope`` is ``near``, ``wide``,
        ``state``, ``national`` or ``none``. ``zip_known`` is false if the ZIP that was
        asked for does not exist.
        """
        ...


class DirectoryReader(Protocol):
    """Finds places. Called from a worker thread, never on the event loop."""

    def find(
        self,
        needs: Sequence[str],
        zip: str | None,
        language: str,
        exclude: Sequence[str],
        limit: int,
        wants: Mapping[str, Any] | None = None,
    ) -> Found:
        """Return the best ``limit`` places per need, without the ids in ``exclude``.

        ``zip`` None means that the place is not known: help for everybody. ``language``
        is ``en`` or ``es``. ``wants`` is for whom and what kind of place, as
        :class:`bot.directory.wants.Wants` writes it.
        """
        ...

    def card(self, place_id: str, zip: str | None, language: str) -> Mapping[str, Any] | None:
        """Return everything about one place, None if it may not be offered any more."""
        ...

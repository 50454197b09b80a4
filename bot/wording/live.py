"""The texts as they go out now: the shipped ones with what staff changed, the same in all processes.

Staff's words are in the database. A process asks it for a small mark at most once a second, however
many texts it renders, and reads the words anew only when the mark is another one. While the database
cannot be read, the words stay as they were.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Collection

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.ports import Clock
from bot.store.database import Database
from bot.store.wording import Mark, all_edits, set_aside, words_mark
from bot.wording.catalog import Catalog
from bot.wording.edits import merged

log = structlog.get_logger()
LOOK_SECONDS = 1.0


class LiveWords:
    """``catalog()`` is cheap and may be asked for every text, from many threads."""

    def __init__(self, database: Database, clock: Clock, shipped: Catalog, look_seconds: float = LOOK_SECONDS) -> None:
        self.shipped = shipped
        self._database = database
        self._clock = clock
        self._look_seconds = look_seconds
        self._current = shipped
        self._mark: Mark | None = None
        self._looked = float("-inf")
        self._busy = threading.Lock()

    def catalog(self) -> Catalog:
        """The words of at most a second ago."""
        if time.monotonic() - self._looked >= self._look_seconds and self._busy.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._busy.release()
        return self._current

    def refresh(self) -> None:
        """Look now: somebody in this process just changed something."""
        with self._busy:
            self._look()

    def give_up(self, responses: Collection[str]) -> None:
        """What staff wrote for ``responses`` cannot be rendered: use the shipped texts, here and everywhere.

        Staff see it on the page of the words and on the home page.
        """
        now = self._clock.now().timestamp()
        try:
            self._database.write(lambda connection: set_aside(connection, responses, now))
        except SQLAlchemyError as error:
            log.error("words_not_set_aside", error=type(error).__name__)
        else:
            self.refresh()

    def _look(self) -> None:
        try:
            with self._database.read() as connection:
                mark = words_mark(connection)
                if mark != self._mark:
                    self._current = merged(self.shipped, all_edits(connection))
                    self._mark = mark
        except SQLAlchemyError as error:
            log.warning("words_not_read", error=type(error).__name__)
        self._looked = time.monotonic()

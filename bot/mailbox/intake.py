"""The door of the mailbox: a text or a receipt is durably stored before its sender hears "yes"."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import structlog
from sqlalchemy import Connection

from bot import metrics
from bot.mailbox.bell import Bell
from bot.message import Delivery, InboundText, Receipt
from bot.misuse.countries import EVERY, Countries
from bot.ports import Clock
from bot.privacy import Vault
from bot.store.database import Database
from bot.store.messages import accept_text
from bot.store.verdicts import save_receipt

log = structlog.get_logger()
T = TypeVar("T")
THREADS = 16  # texts that are stored at once on PostgreSQL; one whose row is locked must not hold up the others


class Intake:
    """Stores what the carrier brings and rings the bell. Safe to call from many tasks and threads.

    ``urgent`` says whether a text's words cannot wait behind others'; it only decides the order.
    """

    def __init__(
        self,
        database: Database,
        vault: Vault,
        clock: Clock,
        bell: Bell,
        countries: Countries | None = None,
        urgent: Callable[[str], bool] = lambda _body: False,
    ) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._bell = bell
        self._countries = countries or Countries((EVERY,))
        self._urgent = urgent
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="intake")

    async def accept(self, text: InboundText) -> None:
        """Store ``text`` once per MessageSid; returns when it is on disk."""
        urgent = self._is_urgent(text)
        now = self._clock.now().timestamp()
        abroad = not self._countries.include(text.sender)
        new = await self._store(lambda connection: accept_text(connection, self._vault, text, now, abroad, urgent))
        (metrics.texts_repeated if new is None else metrics.texts_accepted).inc()
        self._bell.ring()

    async def receive_receipt(self, receipt: Receipt) -> None:
        """Store a delivery receipt; late and repeated ones change nothing."""
        now = self._clock.now().timestamp()
        new = await self._store(lambda connection: save_receipt(connection, self._vault, receipt, now))
        if new and receipt.status is Delivery.FAILED:
            self._bell.ring()  # what did not arrive is now an event

    def _is_urgent(self, text: InboundText) -> bool:
        try:
            return self._urgent(text.body)
        # Whatever is wrong with the reading: the text itself must be stored, in its turn.
        except Exception as error:  # noqa: BLE001
            log.error("urgency_unknown", error=type(error).__name__)
            return False

    async def _store(self, work: Callable[[Connection], T]) -> T:
        if self._database.is_sqlite:
            return await asyncio.wrap_future(self._database.write_soon(work))
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._database.write, work)

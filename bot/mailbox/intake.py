"""The door of the mailbox: a text or a receipt is durably stored before its sender hears "yes"."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from bot import metrics
from bot.mailbox.bell import Bell
from bot.message import InboundText, Receipt
from bot.misuse.countries import EVERY, Countries
from bot.ports import Clock
from bot.privacy import Vault
from bot.store.database import Database
from bot.store.messages import accept_text
from bot.store.verdicts import save_receipt

T = TypeVar("T")


class Intake:
    """Stores what the carrier brings and rings the bell. Safe to call from many tasks and threads."""

    def __init__(
        self, database: Database, vault: Vault, clock: Clock, bell: Bell, countries: Countries | None = None
    ) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._bell = bell
        self._countries = countries or Countries((EVERY,))

    async def accept(self, text: InboundText) -> None:
        """Store ``text`` once per MessageSid; returns when it is on disk."""
        now = self._clock.now().timestamp()
        abroad = not self._countries.include(text.sender)
        new = await self._store(lambda connection: accept_text(connection, self._vault, text, now, abroad))
        (metrics.texts_repeated if new is None else metrics.texts_accepted).inc()
        self._bell.ring()

    async def receive_receipt(self, receipt: Receipt) -> None:
        """Store a delivery receipt; late and repeated ones change nothing."""
        now = self._clock.now().timestamp()
        await self._store(lambda connection: save_receipt(connection, self._vault, receipt, now))
        self._bell.ring()

    async def _store(self, work: Callable[[Connection], T]) -> T:
        if self._database.is_sqlite:
            return await asyncio.wrap_future(self._database.write_soon(work))
        return await asyncio.to_thread(self._database.write, work)

"""Delivers texts to whoever listens in this process: the phone page, or a test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from hashlib import sha256

from bot.gateway.carriers.twilio.failures import refusal_for
from bot.message import Fate, OutboundText, SendResult

REMEMBERED = 10_000  # sends; enough to recognise a repeated one, little enough for a long life
DEAD, BLOCKED = 30003, 21610

OnText = Callable[[OutboundText, str], None]


class SimulatorCarrier:
    """``bot.ports.Carrier`` within one process; safe in threads.

    A text is known by its ``message_id``: the second send of one is answered like the first
    and delivered once. Phones can be switched off (``dead``) or opt out (``blocked``).
    """

    name = "simulator"

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken: dict[int, str] = {}
        self._phones: dict[str, int] = {}
        self._listeners: tuple[OnText, ...] = ()

    def subscribe(self, on_text: OnText) -> Callable[[], None]:
        """Call ``on_text(text, sid)`` for each text, on the sender's thread; returns the way to stop it."""
        with self._lock:
            self._listeners = (*self._listeners, on_text)

        def stop() -> None:
            with self._lock:
                self._listeners = tuple(one for one in self._listeners if one is not on_text)

        return stop

    def switch_off(self, phone: str) -> None:
        """From now on ``phone`` is dead: texts to it are refused with 30003."""
        self._set(phone, DEAD)

    def block(self, phone: str) -> None:
        """From now on ``phone`` has opted out at the carrier: texts to it are refused with 21610."""
        self._set(phone, BLOCKED)

    def switch_on(self, phone: str) -> None:
        """``phone`` gets texts again."""
        self._set(phone, None)

    def send(self, text: OutboundText) -> SendResult:
        """Deliver ``text`` to every listener, once per ``message_id``."""
        with self._lock:
            if text.message_id in self._taken:
                return SendResult(Fate.SENT, sid=self._taken[text.message_id])
            trouble = self._phones.get(text.to)
            if trouble is not None:
                return SendResult(Fate.REFUSED, refusal=refusal_for(trouble))
            sid = _sid(text)
            self._taken[text.message_id] = sid
            if len(self._taken) > REMEMBERED:
                del self._taken[next(iter(self._taken))]
            listeners = self._listeners
        for on_text in listeners:  # outside the lock: a listener may well call us back
            on_text(text, sid)
        return SendResult(Fate.SENT, sid=sid)

    def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
        """The sid of ``text`` if this process took it; ``known_sids`` is not needed here."""
        with self._lock:
            return self._taken.get(text.message_id)

    def _set(self, phone: str, trouble: int | None) -> None:
        with self._lock:
            if trouble is None:
                self._phones.pop(phone, None)
            else:
                self._phones[phone] = trouble


def _sid(text: OutboundText) -> str:
    """Always the same for the same row, in the form of Twilio's sids."""
    return "SM" + sha256(f"simulator:{text.message_id}".encode()).hexdigest()[:32]

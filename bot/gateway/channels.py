"""Which way a text goes out, by the address it is for: a phone by text, an e-mail address, a phone by voice.

To everything above, they are one carrier: the same outbox, the same promise never to send twice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.message import Fate, OutboundText, Refusal, SendResult
from bot.ports import Carrier

NOT_SET_UP = Refusal(0, False, False, "This way of alerting is not set up any more. Check the settings.")


class Channels:
    """``bot.ports.Carrier`` over several. ``others`` maps the beginning of an address (``mailto:``) to its carrier."""

    def __init__(self, texts: Carrier, others: Mapping[str, Carrier]) -> None:
        self.name = texts.name
        self._texts = texts
        self._others = dict(others)

    def send(self, text: OutboundText) -> SendResult:
        carrier, own = self._way(text)
        return SendResult(Fate.REFUSED, refusal=NOT_SET_UP) if carrier is None else carrier.send(own)

    def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
        carrier, own = self._way(text)
        return None if carrier is None else carrier.find(own, known_sids)

    def _way(self, text: OutboundText) -> tuple[Carrier | None, OutboundText]:
        kind, colon, address = text.to.partition(":")
        if not colon:
            return self._texts, text
        return self._others.get(kind + colon), replace(text, to=address)

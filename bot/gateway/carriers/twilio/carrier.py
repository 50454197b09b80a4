"""Sends texts over Twilio's REST API with the official library, and looks up what became of a send."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from twilio.base.exceptions import TwilioException, TwilioRestException

from bot.errors import CarrierUnreachable
from bot.gateway.carriers.twilio.account import TwilioAccount
from bot.gateway.carriers.twilio.failures import judge
from bot.gateway.carriers.twilio.vocabulary import marked
from bot.gateway.carriers.twilio.wire import NoAnswer, NotSent, not_after
from bot.message import Fate, InboundText, OutboundText, SendResult
from bot.wording.alphabet import fold_lookalikes

# Between our clock and Twilio's, also one that was set while a text was on its way. More than
# store.messages.LOOKUP_MARGIN_SECONDS it must not be: beyond that we do not know which ids are ours.
CLOCK_SKEW = timedelta(minutes=20)
PAGE, LONG_PAGE = 100, 1000
GONE = 404
TRIAL_PREFIX = "Sent from your Twilio trial account - "


class TwilioCarrier:
    """``bot.ports.Carrier`` for Twilio; one object serves all worker threads.

    ``sender`` is our E.164 number or a Messaging Service sid (``MG…``), ``status_callback_url``
    the public address of the receipts, ``api_url`` the base of the REST API. ``timeout``
    (seconds) bounds a whole send.
    """

    name = "twilio"

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        sender: str,
        status_callback_url: str,
        api_url: str = "https://api.twilio.com",
        timeout: float = 10.0,
    ) -> None:
        self._account = TwilioAccount(account_sid, auth_token, api_url, timeout)
        self._messages = self._account.client.messages  # built once here; building it is not thread-safe
        key = "messaging_service_sid" if sender.startswith("MG") else "from_"
        self._sender = {key: sender}
        self._callback = status_callback_url

    def send(self, text: OutboundText) -> SendResult:
        """Hand ``text`` to Twilio once; the result says how sure we are that it was taken."""
        try:
            with not_after(text.not_after):
                made = self._messages.create(
                    to=text.to, body=text.body, status_callback=marked(self._callback, text.message_id), **self._sender
                )
        except NotSent:
            return SendResult(Fate.LATER)
        except TwilioRestException as error:
            return judge(error.status, error.code)
        except (NoAnswer, TwilioException, ValueError, TypeError, AttributeError):
            # No answer, or a success that is not Twilio's JSON: the text may be on its way.
            return SendResult(Fate.UNKNOWN)
        return SendResult(Fate.SENT, sid=made.sid) if made.sid else SendResult(Fate.UNKNOWN)

    def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
        """The sid of ``text`` if Twilio took it in spite of an unknown fate, else ``None``.

        Two texts of ours can have the same words and the same phone, so the caller passes in
        ``known_sids`` the sids it already has for that phone since ``text`` was made; the
        oldest other match is ours. The list at Twilio lags a few seconds behind a send.
        Raises :class:`CarrierUnreachable` if Twilio cannot be asked.
        """
        since = text.created_at - CLOCK_SKEW
        ours = _comparable(text.body)
        found = None
        try:
            for message in self._newest_first(text.to, since):
                if message.sid not in known_sids and _comparable(message.body or "") == ours:
                    found = message.sid
        except (NotSent, NoAnswer, TwilioException, ValueError, TypeError, AttributeError) as error:
            # Not "from error": Twilio's sentences quote the phone number.
            raise CarrierUnreachable(f"Twilio could not be asked ({type(error).__name__}).") from None
        return found

    def received_since(self, since: datetime) -> list[InboundText]:
        """The texts that Twilio took for us since ``since``, oldest first, each with the time it was taken.

        Raises :class:`CarrierUnreachable` if Twilio cannot be asked.
        """
        try:
            found = [row for row in self._inbound_since(since) if row.body or _count(row.num_media)]
            return [_as_missed(row) for row in reversed(found)]
        except (NotSent, NoAnswer, TwilioException, ValueError, TypeError, AttributeError) as error:
            raise CarrierUnreachable(f"Twilio could not be asked ({type(error).__name__}).") from None

    def redact(self, sid: str) -> bool:
        """Have Twilio forget the words of one text; false while it cannot (the text is still on its way).

        Raises :class:`CarrierUnreachable` if Twilio cannot be asked.
        """
        try:
            self._account.client.messages(sid).update(body="")
        except TwilioRestException as error:
            return bool(error.status == GONE)  # nothing left to forget
        except (NotSent, NoAnswer, TwilioException, ValueError, TypeError, AttributeError) as error:
            raise CarrierUnreachable(f"Twilio could not be asked ({type(error).__name__}).") from None
        return True

    def close(self) -> None:
        """Close the kept connections."""
        self._account.close()

    def _inbound_since(self, since: datetime) -> Iterator[Any]:
        """Newest first. What was redacted has neither words nor media; the caller leaves it out."""
        ours = {"to": self._sender["from_"]} if "from_" in self._sender else {}
        page = self._messages.page(date_sent_after=since, page_size=LONG_PAGE, **ours)
        while page is not None:
            rows = list(page)
            yield from (row for row in rows if self._is_for_us(row) and row.date_sent >= since)
            more = any(row.date_sent is None or row.date_sent >= since for row in rows)
            page = page.next_page() if more else None

    def _is_for_us(self, row: Any) -> bool:
        service = self._sender.get("messaging_service_sid")
        return row.direction == "inbound" and row.date_sent and service in (None, row.messaging_service_sid)

    def _newest_first(self, to: str, since: datetime) -> Iterator[Any]:
        # Not filtered by DateSent: a text that still waits at Twilio has none, and would be missed.
        page = self._messages.page(to=to, page_size=PAGE)
        while page is not None:
            rows = list(page)
            recent = [row for row in rows if row.date_created >= since]
            yield from recent
            page = page.next_page() if recent else None


def _count(media: Any) -> int:
    return int(media or 0)


def _as_missed(row: Any) -> InboundText:
    taken_at = row.date_sent.timestamp()
    return InboundText(row.sid, row.from_, row.to, row.body or "", _count(row.num_media), missed_at=taken_at)


def _comparable(body: str) -> str:
    """Twilio may rewrite curly quotes (smart encoding) and sign trial texts; neither makes a new text."""
    return fold_lookalikes(body).removeprefix(TRIAL_PREFIX).strip()

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
from bot.gateway.carriers.twilio.wire import NoAnswer, NotSent
from bot.message import Fate, OutboundText, SendResult
from bot.wording.alphabet import fold_lookalikes

CLOCK_SKEW = timedelta(minutes=1)  # between our clock and Twilio's
PAGE = 100
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

    def _newest_first(self, to: str, since: datetime) -> Iterator[Any]:
        # Not filtered by DateSent: a text that still waits at Twilio has none, and would be missed.
        page = self._messages.page(to=to, page_size=PAGE)
        while page is not None:
            rows = list(page)
            recent = [row for row in rows if row.date_created >= since]
            yield from recent
            page = page.next_page() if recent else None


def _comparable(body: str) -> str:
    """Twilio may rewrite curly quotes (smart encoding) and sign trial texts; neither makes a new text."""
    return fold_lookalikes(body).removeprefix(TRIAL_PREFIX).strip()

"""Calls a phone and speaks a short text, over Twilio's voice API."""

from __future__ import annotations

from collections.abc import Collection
from xml.sax.saxutils import escape

from twilio.base.exceptions import TwilioException, TwilioRestException

from bot.errors import CarrierUnreachable
from bot.gateway.carriers.twilio.account import TwilioAccount
from bot.gateway.carriers.twilio.carrier import CLOCK_SKEW, PAGE
from bot.gateway.carriers.twilio.failures import judge
from bot.gateway.carriers.twilio.vocabulary import marked
from bot.gateway.carriers.twilio.wire import NoAnswer, NotSent, not_after
from bot.message import Fate, OutboundText, SendResult

RING_SECONDS = 30  # a phone that nobody picks up by then will not be picked up


class TwilioCalls:
    """``bot.ports.Carrier`` for phones that are called. ``number`` is our E.164 number.

    The text is spoken twice, after a moment for the ear. ``status_callback_url`` learns how the
    call ended; the call that was made is the carrier's id.
    """

    name = "twilio voice"

    def __init__(self, account: TwilioAccount, number: str, status_callback_url: str) -> None:
        self._calls = account.client.calls
        self._number = number
        self._callback = status_callback_url

    def send(self, text: OutboundText) -> SendResult:
        """Ask Twilio once to call; the result says how sure we are that it does."""
        try:
            with not_after(text.not_after):
                made = self._calls.create(
                    to=text.to,
                    from_=self._number,
                    twiml=_spoken(text.body),
                    timeout=RING_SECONDS,
                    status_callback=marked(self._callback, text.message_id),
                    status_callback_event=["completed"],
                )
        except NotSent:
            return SendResult(Fate.LATER)
        except TwilioRestException as error:
            return judge(error.status, error.code)
        except (NoAnswer, TwilioException, ValueError, TypeError, AttributeError):
            return SendResult(Fate.UNKNOWN)
        return SendResult(Fate.SENT, sid=made.sid) if made.sid else SendResult(Fate.UNKNOWN)

    def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
        """The sid of the call if Twilio made it in spite of an unknown fate, else ``None``.

        A call's words cannot be compared: the oldest one since ``text`` was made that is not in
        ``known_sids`` is ours. Raises :class:`CarrierUnreachable` if Twilio cannot be asked.
        """
        since = text.created_at - CLOCK_SKEW
        try:
            recent = [call for call in self._calls.page(to=text.to, page_size=PAGE) if call.date_created >= since]
        except (NotSent, NoAnswer, TwilioException, ValueError, TypeError, AttributeError) as error:
            # Not "from error": Twilio's sentences quote the phone number.
            raise CarrierUnreachable(f"Twilio could not be asked ({type(error).__name__}).") from None
        ours = [call for call in recent if call.sid not in known_sids]
        return min(ours, key=lambda call: call.date_created).sid if ours else None


def _spoken(words: str) -> str:
    say = f'<Say language="en-US">{escape(" ".join(words.split()))}</Say>'
    return f'<Response><Pause length="1"/>{say}<Pause length="1"/>{say}</Response>'

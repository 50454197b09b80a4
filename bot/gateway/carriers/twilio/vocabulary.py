"""Twilio's words for what became of a text or a call, and the one word we add to its call-back address."""

from __future__ import annotations

from bot.message import Delivery

MESSAGE_ID = "m"  # query parameter: our own row's number, which comes back with each receipt

# All words before "sent" prove only that Twilio has the text.
DELIVERY = {
    "accepted": Delivery.SENDING,
    "scheduled": Delivery.SENDING,
    "queued": Delivery.SENDING,
    "sending": Delivery.SENDING,
    "sent": Delivery.SENT,
    "delivered": Delivery.DELIVERED,
    "read": Delivery.DELIVERED,
    "undelivered": Delivery.FAILED,
    "failed": Delivery.FAILED,
    "canceled": Delivery.FAILED,
}

# A call that was answered counts as delivered, by whatever answered it.
CALL = {
    "queued": Delivery.SENDING,
    "initiated": Delivery.SENDING,
    "ringing": Delivery.SENDING,
    "in-progress": Delivery.SENT,
    "completed": Delivery.DELIVERED,
    "busy": Delivery.FAILED,
    "no-answer": Delivery.FAILED,
    "failed": Delivery.FAILED,
    "canceled": Delivery.FAILED,
}


def marked(callback: str, message_id: int) -> str:
    """The call-back address with our row's number: a receipt finds its text before, or without, the sid being known."""
    return f"{callback}{'&' if '?' in callback else '?'}{MESSAGE_ID}={message_id}"

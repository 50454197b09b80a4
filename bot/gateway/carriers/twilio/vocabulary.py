"""Twilio's words for what became of a text, and the one word we add to its call-back address."""

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

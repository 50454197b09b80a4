"""How a text's state at the carrier may move, only forward; and how an address says by which way it is reached."""

from __future__ import annotations

from bot.message import Delivery

# UNKNOWN is low: a receipt is the proof that was missing. HELD_BACK never left the house.
_HEIGHT = {
    Delivery.PENDING: 0,
    Delivery.UNKNOWN: 1,
    Delivery.SENDING: 2,
    Delivery.SENT: 3,
    Delivery.DELIVERED: 4,
    Delivery.FAILED: 4,
    Delivery.HELD_BACK: 5,
}
# An address is an actor of its own, with its own queue: a slow mail server holds up no texts.
EMAIL, VOICE = "mailto:", "voice:"  # before an address; a plain number is reached by text
OUTAGE_ADDRESS = "desk:outage"  # nobody's: the mailbox of the alert that is shared in an outage
_REPORTABLE = frozenset({Delivery.SENDING, Delivery.SENT, Delivery.DELIVERED, Delivery.FAILED})


def moves(old: Delivery, new: Delivery) -> bool:
    """Whether a receipt saying ``new`` changes a text that is ``old``: only upwards, and the end is the end."""
    return new in _REPORTABLE and _HEIGHT[new] > _HEIGHT[old]


def is_text_sid(sid: str) -> bool:
    """Whether the carrier's id is of a text; calls and e-mails have others, and hold no words of a person."""
    return sid.startswith(("SM", "MM"))

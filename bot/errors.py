"""Errors of the house, each with one sentence for a human."""

from __future__ import annotations


class WarmlineError(Exception):
    """An error whose message is one clear sentence that says what to do."""


class SettingsError(WarmlineError):
    """A setting is missing or wrong; the message names it and what is expected."""


class AssistantUnavailable(WarmlineError):
    """Rasa did not answer in time, answered nonsense, or answered nothing.

    ``reason`` is a short word for logs and the journal (``timeout``, ``refused``, ``empty`` …).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The assistant is not available ({reason}).")
        self.reason = reason


class CarrierUnreachable(WarmlineError):
    """The carrier cannot be asked now."""


class CannotLookUp(WarmlineError):
    """This carrier never tells what became of a send."""


class LeaseLost(WarmlineError):
    """Another worker holds the conversation now; what was decided here must not be saved."""


class DecidedTooLate(WarmlineError):
    """What an event led to no longer fits what another conversation did meanwhile; it is decided again."""


class CannotDecrypt(WarmlineError):
    """A sealed value does not open with any key in WARMLINE_SECRET_KEY."""

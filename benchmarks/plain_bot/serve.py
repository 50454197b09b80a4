"""``rasa run`` with Rasa's own Twilio channel pointed at another carrier: ``TWILIO_API_URL``.

Run by the interpreter of the assistant's environment. Rasa's channel cannot be told where
Twilio is, so the library's base address is changed; nothing else is.
"""

from __future__ import annotations

import os
import runpy
from typing import Any

from twilio.base import domain


def point_at(url: str) -> None:
    """Send every request of the twilio library to ``url``."""
    made_by_twilio = domain.Domain.__init__

    def made_for_us(self: Any, twilio: Any, _base_url: str) -> None:
        made_by_twilio(self, twilio, url)

    domain.Domain.__init__ = made_for_us


if __name__ == "__main__":
    point_at(os.environ["TWILIO_API_URL"])
    runpy.run_module("rasa", run_name="__main__", alter_sys=True)

"""Our account at Twilio: login, base address and connections, for texts and for calls."""

from __future__ import annotations

from twilio.rest import Client

from bot.gateway.carriers.twilio.wire import Wire


class TwilioAccount:
    """``api_url`` is the base of the REST API; ``timeout`` (seconds) bounds a whole request."""

    def __init__(self, sid: str, token: str, api_url: str = "https://api.twilio.com", timeout: float = 10.0) -> None:
        self._wire = Wire(timeout)
        # An environment of our own: TWILIO_EDGE or TWILIO_REGION would bend the address.
        self._client = Client(sid, token, http_client=self._wire, environment={"TWILIO_EDGE": ""})
        self._client.api.base_url = api_url.rstrip("/")

    @property
    def client(self) -> Client:
        """The official library's client. Take its resources once: building them is not thread-safe."""
        return self._client

    def close(self) -> None:
        """Close the kept connections."""
        self._wire.close()

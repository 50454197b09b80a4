"""The two webhook routes with a real signature check, for the tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.testclient import TestClient
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # ships no types

from bot.gateway.carriers.twilio.signature import SignatureCheck
from bot.gateway.inbound import inbound_route
from bot.gateway.receipts import calls_route, receipts_route
from bot.message import InboundText, Receipt

PUBLIC_URL = "https://line.example.org"
TOKEN, OLD_TOKEN = "new-token", "old-token"
FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
DANA = "+15550101"

Fields = dict[str, str]


@dataclass
class Line:
    """What came through the door, and a client to knock with."""

    texts: list[InboundText] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    broken: Exception | None = None

    def __post_init__(self) -> None:
        verify = SignatureCheck(PUBLIC_URL, [TOKEN, OLD_TOKEN])
        receipts = [receipts_route(verify, self._note), calls_route(verify, self._note)]
        self.app = Starlette(routes=[inbound_route(verify, self._accept), *receipts])
        self.client = TestClient(self.app)

    async def _accept(self, text: InboundText) -> None:
        if self.broken:
            raise self.broken
        self.texts.append(text)

    async def _note(self, receipt: Receipt) -> None:
        if self.broken:
            raise self.broken
        self.receipts.append(receipt)

    def post(self, path: str, fields: Fields, token: str = TOKEN, signed: Fields | None = None) -> int:
        """Sign ``signed`` (or ``fields``) for the public address and post ``fields``; the status."""
        signature = sign(path, fields if signed is None else signed, token)
        headers = {**FORM, "X-Twilio-Signature": signature}
        return self.client.post(path, content=urlencode(fields), headers=headers).status_code


def sign(path: str, fields: Fields, token: str = TOKEN) -> str:
    return str(RequestValidator(token).compute_signature(PUBLIC_URL + path, fields))


def a_text(**changes: str) -> Fields:
    fields = {"MessageSid": "SM1", "From": DANA, "To": "+15550100", "Body": "hello", "NumMedia": "0", "FromCity": ""}
    return {**fields, **changes}

"""The fake Twilio's calls to the line: form fields as Twilio sends them, signed as Twilio signs."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # ships no types

from tests.contract.fake_twilio.ledger import Text


@dataclass(frozen=True)
class HttpAnswer:
    status: int
    body: str
    headers: Mapping[str, str]


def sign(token: str, url: str, fields: Mapping[str, str]) -> str:
    """The signature of a post of ``fields`` to ``url`` (the public one), by Twilio's own library."""
    return str(RequestValidator(token).compute_signature(url, dict(fields)))


def post(url: str, fields: Mapping[str, str], signature: str, timeout: float = 15.0) -> HttpAnswer:
    """One webhook call. Raises ``OSError`` or ``http.client.HTTPException`` if the line does not answer."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.netloc, timeout=timeout)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "I-Twilio-Idempotency-Token": str(uuid4()),
        "User-Agent": "TwilioProxy/1.1",
        "X-Twilio-Signature": signature,
    }
    try:
        target = parts._replace(scheme="", netloc="", fragment="").geturl()
        connection.request("POST", target, urlencode(fields).encode(), headers)
        answer = connection.getresponse()
        return HttpAnswer(answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders()))
    finally:
        connection.close()


def inbound_fields(account: str, sid: str, sender: str, to: str, body: str) -> dict[str, str]:
    """A text as Twilio brings it, blank fields included: Twilio signs those too."""
    return {
        "ToCountry": "US",
        "ToState": "",
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ToCity": "",
        "FromZip": "",
        "SmsSid": sid,
        "FromState": "",
        "SmsStatus": "received",
        "FromCity": "",
        "Body": body,
        "FromCountry": "US",
        "To": to,
        "ToZip": "",
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": account,
        "From": sender,
        "ApiVersion": "2010-04-01",
    }


def receipt_fields(account: str, text: Text) -> dict[str, str]:
    fields = {
        "SmsSid": text.sid,
        "SmsStatus": text.status,
        "MessageStatus": text.status,
        "To": text.to,
        "MessageSid": text.sid,
        "AccountSid": account,
        "From": text.sender,
        "ApiVersion": "2010-04-01",
    }
    if text.service:
        fields["MessagingServiceSid"] = text.service
    if text.error_code is not None:
        fields["ErrorCode"] = str(text.error_code)
    return fields

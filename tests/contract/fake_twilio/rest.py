"""What the fake Twilio's REST API answers: status codes and bodies like the real one's, without HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum
from urllib.parse import urlencode

from tests.contract.fake_twilio.ledger import Ledger, Text, as_json, new_sid

E164 = re.compile(r"\+[1-9]\d{6,14}\Z")
LONGEST_BODY = 1600


class Fault(Enum):
    """How one request goes wrong."""

    SERVER_ERROR = "500, nothing taken"
    SERVER_ERROR_AFTER = "500, although the text was taken"
    UNAVAILABLE = "503, nothing taken"
    TOO_MANY = "429 with code 20429"
    UNAUTHORIZED = "401 with code 20003"
    NONSENSE = "taken, but the answer is a web page"
    SLOW = "taken; the answer comes after twilio.slow_seconds"
    DROP_BEFORE = "the connection closes, nothing taken"
    DROP_AFTER = "taken, then the connection closes"

    @property
    def takes(self) -> bool:
        return self in (Fault.SERVER_ERROR_AFTER, Fault.NONSENSE, Fault.SLOW, Fault.DROP_AFTER)


# Twilio's sentences quote the number: whoever logs them leaks it.
_SENTENCES = {
    20003: "Authentication Error - invalid username",
    20404: "The requested resource was not found",
    20429: "Too Many Requests",
    21211: "The 'To' number {to} is not a valid phone number.",
    21408: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: {to}.",
    21602: "Message body is required.",
    21603: "A 'From' phone number is required.",
    21604: "A 'To' phone number is required.",
    21606: "The From phone number is not a valid, SMS-capable inbound phone number for your account.",
    21610: "Attempt to send to unsubscribed recipient",
    21614: "To number: {to}, is not a mobile number",
    21617: "The concatenated message body exceeds the 1600 character limit",
}
_STATUS = {20003: 401, 20404: 404, 20429: 429}


@dataclass(frozen=True)
class Answer:
    status: int
    body: object


Work = Callable[[], Answer]


@dataclass
class Rules:
    """Who may call, from which senders, and which phones are refused with which code."""

    account_sid: str
    auth_token: str
    senders: frozenset[str]
    refused: dict[str, int] = field(default_factory=dict)


def error(code: int, to: str = "") -> Answer:
    """Twilio's error body for ``code``."""
    status = _STATUS.get(code, 400)
    sentence = _SENTENCES.get(code, f"Error {code}").format(to=to)
    more = f"https://www.twilio.com/docs/errors/{code}"
    return Answer(status, {"code": code, "message": sentence, "more_info": more, "status": status})


def answer_fault(fault: Fault) -> Answer | str:
    """The answer to a spoiled request; a string is no JSON."""
    if fault is Fault.TOO_MANY:
        return error(20429)
    if fault is Fault.UNAUTHORIZED:
        return error(20003)
    if fault is Fault.NONSENSE:
        return "<html><body>Bad gateway</body></html>"
    status = 503 if fault is Fault.UNAVAILABLE else 500
    sentence = "Service is unavailable." if status == 503 else "An internal server error has occurred"
    return Answer(status, {"code": 20000 + status, "message": sentence, "more_info": "", "status": status})


def create(rules: Rules, ledger: Ledger, form: Mapping[str, str]) -> tuple[Answer, Text | None]:
    """``POST Messages.json``: the answer, and the text if it was taken."""
    to, service, sender = form.get("To", ""), form.get("MessagingServiceSid", ""), form.get("From", "")
    code = _why_not(rules, form)
    if code is not None:
        return error(code, to), None
    text = Text(
        sid=new_sid(),
        sender="" if service else sender,
        to=to,
        body=form["Body"],
        created=datetime.now(UTC).replace(microsecond=0),
        status="accepted" if service else "queued",
        service=service or None,
        callback=form.get("StatusCallback"),
    )
    ledger.add(text)
    return Answer(201, as_json(text, rules.account_sid)), text


def _why_not(rules: Rules, form: Mapping[str, str]) -> int | None:
    to, sender = form.get("To", ""), form.get("MessagingServiceSid") or form.get("From", "")
    checks = (
        (not to, 21604),
        (not sender, 21603),
        (not form.get("Body"), 21602),
        (len(form.get("Body", "")) > LONGEST_BODY, 21617),
        (not E164.match(to), 21211),
        (sender not in rules.senders, 21606),
    )
    return next((code for wrong, code in checks if wrong), rules.refused.get(to))


def redact(rules: Rules, ledger: Ledger, sid: str, form: Mapping[str, str]) -> Answer:
    """``POST Messages/SID.json`` with an empty Body: the words go, the rest stays."""
    if not ledger.knows(sid):
        return error(20404)
    text = ledger.get(sid)
    if form.get("Body") != "" or text.status in ("queued", "accepted", "sending"):
        return error(20009)
    return Answer(200, as_json(ledger.update(sid, lambda each: replace(each, body="")), rules.account_sid))


def list_page(rules: Rules, ledger: Ledger, path: str, query: Mapping[str, str]) -> Answer:
    """``GET Messages.json``, newest first, in pages of PageSize (50 unless told)."""
    size, page = int(query.get("PageSize", 50)), int(query.get("Page", 0))
    found = ledger.listed(query)
    start = page * size
    rows = found[start : start + size]

    def uri(number: int) -> str:
        rest = {key: value for key, value in query.items() if key not in ("Page", "PageToken")}
        token = {"PageToken": f"PA{number}"} if number else {}
        return f"{path}?{urlencode({**rest, 'PageSize': size, 'Page': number, **token})}"

    more = start + size < len(found)
    return Answer(
        200,
        {
            "first_page_uri": uri(0),
            "end": start + max(len(rows) - 1, 0),
            "previous_page_uri": uri(page - 1) if page else None,
            "messages": [as_json(text, rules.account_sid) for text in rows],
            "uri": uri(page),
            "page_size": size,
            "start": start,
            "next_page_uri": uri(page + 1) if more else None,
            "page": page,
        },
    )

"""The calls that the fake Twilio makes: asked for over REST, listed, and reported when they end."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from tests.contract.fake_twilio.ledger import new_sid
from tests.contract.fake_twilio.rest import Answer, Rules, error

E164_LENGTH = range(8, 17)


@dataclass(frozen=True)
class Call:
    """One call. ``twiml`` is what it speaks, ``callback`` the address that learns how it ended."""

    sid: str
    sender: str
    to: str
    twiml: str
    callback: str | None
    created: datetime


@dataclass
class Calls:
    """All calls, oldest first; ``ends`` says how calls to a phone end (``completed`` unless told)."""

    made: list[Call] = field(default_factory=list)
    ends: dict[str, str] = field(default_factory=dict)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def create(self, rules: Rules, form: Mapping[str, str]) -> tuple[Answer, Call | None]:
        """``POST Calls.json``: the answer, and the call if it is made."""
        to, sender = form.get("To", ""), form.get("From", "")
        code = 21201 if not to else 21210 if sender not in rules.senders else 21205 if not form.get("Twiml") else None
        code = code or (21211 if len(to) not in E164_LENGTH else rules.refused.get(to))
        if code is not None:
            return error(code, to), None
        call = Call(
            new_sid("CA"),
            sender,
            to,
            form["Twiml"],
            form.get("StatusCallback"),
            datetime.now(UTC).replace(microsecond=0),
        )
        with self.changed:
            self.made.append(call)
            self.changed.notify_all()
        return Answer(201, self._as_json(call, rules.account_sid)), call

    def list_page(self, rules: Rules, path: str, query: Mapping[str, str]) -> Answer:
        """``GET Calls.json``, newest first, on one page."""
        found = [call for call in reversed(self.made) if query.get("To", call.to) == call.to]
        rows = [self._as_json(call, rules.account_sid) for call in found]
        page = {"calls": rows, "page": 0, "page_size": 100, "start": 0, "end": len(rows), "next_page_uri": None}
        return Answer(200, {**page, "first_page_uri": path, "previous_page_uri": None, "uri": path})

    def wait(self, to: str, count: int = 1, timeout: float = 60.0) -> list[Call]:
        """The calls to ``to`` as soon as there are ``count``."""
        end = time.monotonic() + timeout
        with self.changed:
            while len(found := [call for call in self.made if call.to == to]) < count:
                if not self.changed.wait(end - time.monotonic()):
                    raise AssertionError(f"{len(found)} calls in {timeout} s, expected {count}")
        return found

    def ending(self, call: Call, account: str) -> dict[str, str]:
        """The fields of the report that a call has ended."""
        status = self.ends.get(call.to, "completed")
        return {
            "CallSid": call.sid, "CallStatus": status, "AccountSid": account, "To": call.to, "From": call.sender,
            "Direction": "outbound-api", "ApiVersion": "2010-04-01", "CallDuration": "12",
        }  # fmt: skip

    def _as_json(self, call: Call, account: str) -> dict[str, object]:
        return {
            "sid": call.sid, "account_sid": account, "to": call.to, "from": call.sender, "status": "queued",
            "date_created": format_datetime(call.created), "date_updated": format_datetime(call.created),
            "direction": "outbound-api", "api_version": "2010-04-01", "duration": None, "price": None,
            "start_time": None, "end_time": None, "subresource_uris": {}, "uri": f"/Calls/{call.sid}.json",
        }  # fmt: skip

"""The texts that the fake Twilio knows, in both directions, as its Messages resource shows them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime
from uuid import uuid4


@dataclass(frozen=True)
class Text:
    """One text. ``sender`` is empty when a Messaging Service will choose it."""

    sid: str
    sender: str
    to: str
    body: str
    created: datetime
    status: str
    direction: str = "outbound-api"
    service: str | None = None
    callback: str | None = None
    sent: datetime | None = None
    error_code: int | None = None


class Ledger:
    """All texts, oldest first; safe in threads."""

    def __init__(self) -> None:
        self._texts: list[Text] = []
        self._places: dict[str, int] = {}  # by sid: long runs have many thousand texts
        self.changed = threading.Condition()

    def add(self, text: Text) -> None:
        with self.changed:
            self._places[text.sid] = len(self._texts)
            self._texts.append(text)
            self.changed.notify_all()

    def knows(self, sid: str) -> bool:
        with self.changed:
            return sid in self._places

    def all(self) -> list[Text]:
        with self.changed:
            return list(self._texts)

    def get(self, sid: str) -> Text:
        with self.changed:
            return self._texts[self._places[sid]]

    def update(self, sid: str, change: Callable[[Text], Text]) -> Text:
        with self.changed:
            index = self._places[sid]
            self._texts[index] = change(self._texts[index])
            self.changed.notify_all()
            return self._texts[index]

    def listed(self, query: Mapping[str, str]) -> list[Text]:
        """Newest first, filtered by To, From and the three DateSent filters (whole days, UTC)."""
        found = [text for text in self.all() if _matches(text, query)]
        return sorted(found, key=lambda text: text.created, reverse=True)


def new_sid(prefix: str = "SM") -> str:
    return prefix + uuid4().hex


def moved(text: Text, status: str, error_code: int | None = None) -> Text:
    sent = text.sent or (datetime.now(UTC) if status not in ("queued", "accepted") else None)
    return replace(text, status=status, error_code=error_code, sent=sent)


def as_json(text: Text, account: str) -> dict[str, object]:
    """The Message resource: every field that Twilio's has, with its types."""
    uri = f"/2010-04-01/Accounts/{account}/Messages/{text.sid}"
    return {
        "account_sid": account,
        "api_version": "2010-04-01",
        "body": text.body,
        "date_created": format_datetime(text.created),
        "date_sent": format_datetime(text.sent) if text.sent else None,
        "date_updated": format_datetime(text.sent or text.created),
        "direction": text.direction,
        "error_code": text.error_code,
        "error_message": None,
        "from": text.sender or None,
        "messaging_service_sid": text.service,
        "num_media": "0",
        "num_segments": "1",
        "price": None,
        "price_unit": "USD",
        "sid": text.sid,
        "status": text.status,
        "subresource_uris": {"media": f"{uri}/Media.json"},
        "to": text.to,
        "uri": f"{uri}.json",
    }


def _matches(text: Text, query: Mapping[str, str]) -> bool:
    if query.get("To", text.to) != text.to or query.get("From", text.sender) != text.sender:
        return False
    # What was not sent yet has no day, and no filter by day finds it.
    day = text.sent.date() if text.sent else None
    on, until, since = (_day(query.get(f"DateSent{sign}")) for sign in ("", "<", ">"))
    return not (
        (on and day != on) or (until and (day is None or day > until)) or (since and (day is None or day < since))
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None

"""The fake Twilio as tests hold it: start, stop, text the line, see its texts, make trouble."""

from __future__ import annotations

import http.client
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from tests.contract.fake_twilio import rest
from tests.contract.fake_twilio.calls import Call, Calls
from tests.contract.fake_twilio.ledger import Ledger, Text, moved, new_sid
from tests.contract.fake_twilio.rest import Answer, Fault
from tests.contract.fake_twilio.server import Server
from tests.contract.fake_twilio.webhooks import HttpAnswer, inbound_fields, post, receipt_fields, sign

TOKEN = "fake-token"


class FakeTwilio:
    """See the package's docstring for how to use it. ``port`` 0 takes a free one."""

    def __init__(
        self,
        port: int = 0,
        account_sid: str = "AC" + "0" * 32,
        auth_token: str = TOKEN,
        number: str = "+15550100",
        service: str = "MG" + "0" * 32,
        reach: Mapping[str, str] | None = None,
    ) -> None:
        self.account_sid, self.auth_token, self.number, self.service = account_sid, auth_token, number, service
        self.rules = rest.Rules(account_sid, auth_token, frozenset({number, service}))
        self.ledger = Ledger()
        self.receipts: tuple[str, ...] = ("sent", "delivered")
        self.slow_seconds = 2.0
        self.missed_receipts: list[str] = []  # sids whose receipt the line did not take
        self._reach: Mapping[str, str] = reach or {}  # asked anew for each post
        self._lost: dict[str, int] = {}
        self.weather: Callable[[], Fault | None] = lambda: None
        self._send_faults: deque[Fault] = deque()
        self._list_faults: deque[Fault] = deque()
        self.calls = Calls()
        self._reports: queue.SimpleQueue[Text | Call | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._server = Server(port, self)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        self._reporter = threading.Thread(target=self._report_all, daemon=True)
        self._reporter.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stopping.set()
        self._reports.put(None)
        self._reporter.join(20)
        self._server.shutdown()
        self._server.server_close()

    # What the line sent

    @property
    def texts(self) -> list[Text]:
        """The texts that the line sent, oldest first."""
        return [text for text in self.ledger.all() if text.direction == "outbound-api"]

    def texts_to(self, phone: str) -> list[Text]:
        return [text for text in self.texts if text.to == phone]

    def wait_for_text(self, to: str, containing: str = "", after: int = 0, timeout: float = 60.0) -> Text:
        """The first text to ``to`` with these words, skipping the first ``after`` texts to that phone."""
        end = time.monotonic() + timeout
        with self.ledger.changed:
            while True:
                for text in self.texts_to(to)[after:]:
                    if containing in text.body:
                        return text
                if not self.ledger.changed.wait(end - time.monotonic()):
                    got = [text.body for text in self.texts_to(to)]
                    raise AssertionError(f"No text with {containing!r} in {timeout} s; the phone got {got}.")

    def age(self, sid: str, by: timedelta) -> None:
        """Make a text look as if it had been sent that much earlier."""
        self.ledger.update(sid, lambda text: replace(text, created=text.created - by, sent=datetime.now(UTC) - by))

    # What the line gets

    def post_inbound(
        self,
        url: str,
        from_: str,
        body: str,
        *,
        sid: str | None = None,
        to: str | None = None,
        token: str | None = None,
        timeout: float = 15.0,
        **fields: str,
    ) -> HttpAnswer:
        """Text the line at ``url`` (its public address); ``fields`` add to or replace Twilio's own."""
        sid = sid or new_sid()
        to = to or self.number
        if not self.ledger.knows(sid):
            now = datetime.now(UTC).replace(microsecond=0)
            self.ledger.add(Text(sid, from_, to, body, now, "received", direction="inbound", sent=now))
        all_fields = {**inbound_fields(self.account_sid, sid, from_, to, body), **fields}
        return self._post(url, all_fields, token, timeout)

    def receive(self, from_: str, body: str, ago: timedelta = timedelta(), sid: str | None = None) -> str:
        """Take a text ``ago`` without bringing it to anybody, as when the line cannot be reached; its sid."""
        taken = datetime.now(UTC).replace(microsecond=0) - ago
        sid = sid or new_sid()
        self.ledger.add(Text(sid, from_, self.number, body, taken, "received", direction="inbound", sent=taken))
        return sid

    def report(self, sid: str, status: str, error_code: int | None = None) -> HttpAnswer:
        """Send one receipt now, whatever came before."""
        text = self._move(sid, status, error_code)
        if not text.callback:
            raise AssertionError(f"The text {sid} has no StatusCallback.")
        return self._post(text.callback, receipt_fields(self.account_sid, text))

    # Trouble

    def refuse(self, phone: str, code: int) -> None:
        self.rules.refused[phone] = code

    def lose(self, phone: str, code: int) -> None:
        self._lost[phone] = code

    def heal(self, phone: str) -> None:
        self.rules.refused.pop(phone, None)
        self._lost.pop(phone, None)

    def next_requests(self, *faults: Fault) -> None:
        self._send_faults.extend(faults)

    def close_door(self) -> None:
        """From now on nobody listens at the API's address, until :meth:`open_door`."""
        self._server.shutdown()
        self._server.server_close()

    def open_door(self) -> None:
        self._server = Server(self._server.server_port, self)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def next_lists(self, *faults: Fault) -> None:
        self._list_faults.extend(faults)

    # What the HTTP side calls

    def take(self, form: Mapping[str, str]) -> Answer:
        answer, text = rest.create(self.rules, self.ledger, form)
        if text is not None:
            self._reports.put(text)
        return answer

    def take_call(self, form: Mapping[str, str]) -> Answer:
        answer, call = self.calls.create(self.rules, form)
        if call is not None and self.receipts:
            self._reports.put(call)
        return answer

    def take_send_fault(self) -> Fault | None:
        return self._send_faults.popleft() if self._send_faults else self.weather()

    def take_list_fault(self) -> Fault | None:
        return self._list_faults.popleft() if self._list_faults else None

    def wait_slowly(self) -> None:
        self._stopping.wait(self.slow_seconds)

    def _report_all(self) -> None:
        while (text := self._reports.get()) is not None:
            if isinstance(text, Call):
                if text.callback and not self._stopping.is_set():
                    self._try_to_report(text.sid, text.callback, self.calls.ending(text, self.account_sid))
                continue
            code = self._lost.get(text.to)
            steps = self.receipts if code is None else ("sent", "undelivered") if self.receipts else ()
            for status in steps:
                final = self._move(text.sid, status, code if status == "undelivered" else None)
                if text.callback and not self._stopping.is_set():
                    self._try_to_report(text.sid, text.callback, receipt_fields(self.account_sid, final))

    def _move(self, sid: str, status: str, error_code: int | None) -> Text:
        return self.ledger.update(sid, lambda text: moved(text, status, error_code))

    def _try_to_report(self, sid: str, url: str, fields: Mapping[str, str]) -> None:
        try:
            answer = self._post(url, fields, timeout=5.0)
        except (OSError, http.client.HTTPException):
            self.missed_receipts.append(sid)
            return
        if answer.status >= 300:
            self.missed_receipts.append(sid)

    def _post(self, url: str, fields: Mapping[str, str], token: str | None = None, timeout: float = 15.0) -> HttpAnswer:
        public = url.partition("#")[0]  # connection overrides are not signed
        local = next((near + public[len(far) :] for far, near in self._reach.items() if public.startswith(far)), public)
        return post(local, fields, sign(token or self.auth_token, public, fields), timeout)

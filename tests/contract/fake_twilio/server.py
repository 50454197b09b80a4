"""The fake Twilio's HTTP side: logins, forms, JSON, and connections that break on demand."""

from __future__ import annotations

import json
import re
import socket
from base64 import b64decode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from tests.contract.fake_twilio import rest
from tests.contract.fake_twilio.rest import Answer, Fault

if TYPE_CHECKING:
    from tests.contract.fake_twilio.twilio import FakeTwilio

RESOURCES = re.compile(r"/2010-04-01/Accounts/(\w+)/(Messages|Calls)(?:/\w+)?\.json\Z")
ONE = re.compile(r"/Messages/(\w+)\.json\Z")


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, twilio: FakeTwilio) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.twilio = twilio

    def handle_error(self, request: object, client_address: object) -> None:
        """Callers may be killed in the middle of a request."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # headers and body leave together
    disable_nagle_algorithm = True
    server: Server

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        form = dict(parse_qsl(raw.decode(), keep_blank_values=True))
        if self._may_come_in():
            twilio = self.server.twilio
            if one := ONE.search(urlsplit(self.path).path):
                self._answer(rest.redact(twilio.rules, twilio.ledger, one[1], form))
                return
            take = twilio.take_call if self._of_calls() else twilio.take
            self._serve(twilio.take_send_fault(), lambda: take(form))

    def do_GET(self) -> None:
        if not self._may_come_in():
            return
        twilio, parts = self.server.twilio, urlsplit(self.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))

        def work() -> Answer:
            if self._of_calls():
                return twilio.calls.list_page(twilio.rules, parts.path, query)
            return rest.list_page(twilio.rules, twilio.ledger, parts.path, query)

        self._serve(twilio.take_list_fault(), work)

    def _of_calls(self) -> bool:
        return urlsplit(self.path).path.endswith("/Calls.json")

    def _may_come_in(self) -> bool:
        rules = self.server.twilio.rules
        kind, _, secret = self.headers.get("Authorization", "").partition(" ")
        if kind != "Basic" or b64decode(secret).decode() != f"{rules.account_sid}:{rules.auth_token}":
            self._answer(rest.error(20003))
            return False
        match = RESOURCES.match(urlsplit(self.path).path)
        if match is None or match[1] != rules.account_sid:
            self._answer(rest.error(20404))
            return False
        return True

    def _serve(self, fault: Fault | None, work: rest.Work) -> None:
        result = work() if fault is None or fault.takes else None
        if fault is Fault.SLOW:
            self.server.twilio.wait_slowly()
        if fault in (Fault.DROP_BEFORE, Fault.DROP_AFTER):
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif result is not None and fault in (None, Fault.SLOW):
            self._answer(result)
        elif fault is not None:
            self._answer(rest.answer_fault(fault))

    def _answer(self, answer: Answer | str) -> None:
        page = isinstance(answer, str)
        body = answer.encode() if isinstance(answer, str) else json.dumps(answer.body).encode()
        try:
            self.send_response(201 if isinstance(answer, str) else answer.status)
            self.send_header("Content-Type", "text/html" if page else "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()
        except OSError:
            self.close_connection = True  # the caller has gone: that is his good right

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: request lines hold phone numbers."""

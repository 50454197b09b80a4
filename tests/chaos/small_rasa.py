"""``python -m tests.chaos.small_rasa --port N``: a small process that speaks as our Rasa does, to be hurt.

Its NLU calls every text a wish and keeps its last word as the detail; its dialogue answers with a card that
holds that word, and counts in the memory how often the conversation was played. A turn is played once per sid,
as by the real channel; a killed Rasa forgets which. ``POST /mode`` with ``well``, ``garbage`` or ``broken``
says how it behaves, ``POST /counts`` how much it was asked and how much at once.
"""

from __future__ import annotations

import argparse
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GARBAGE = b"<html><body>It works!</body></html>"


class SmallRasa(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.mode = "well"
        self.lock = threading.Lock()
        self.played: dict[tuple[str, str], dict[str, Any]] = {}
        self.asked, self.now, self.peak = 0, 0, 0

    @contextmanager
    def counted(self) -> Iterator[None]:
        """A question is answered; ``peak`` is how many were at once."""
        with self.lock:
            self.asked, self.now = self.asked + 1, self.now + 1
            self.peak = max(self.peak, self.now)
        yield
        with self.lock:
            self.now -= 1

    def play(self, asked: dict[str, Any]) -> dict[str, Any]:
        key = (asked["conversation"], asked["sid"])
        with self.lock:
            known = self.played.get(key)
            if known is None:
                memory = dict(asked["memory"] or {})
                memory = {"turns": memory.get("turns", 0) + 1, "sids": [*memory.get("sids", []), asked["sid"]]}
                card = {"say": "utter_place_card", "values": {"card": f"About {asked['meaning'].get('detail')}."}}
                known = self.played[key] = {"answers": [card], "memory": memory, "replayed": False}
                return known
        return {**known, "replayed": True}

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Its callers are killed in the middle of a question; that is what it is for."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: SmallRasa

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/mode":
            self.server.mode = body.decode()
            self._answer(200, b"{}")
        elif self.path == "/counts":
            self._answer(200, json.dumps({"asked": self.server.asked, "peak": self.server.peak}).encode())
        else:
            with self.server.counted():
                self._answer_question(body)

    def _answer_question(self, body: bytes) -> None:
        if self.server.mode == "garbage":
            self._answer(200, GARBAGE)
        elif self.server.mode == "broken":
            self._answer(500, b"{}")
        elif self.path == "/model/parse":
            word = (json.loads(body)["text"].split() or [""])[-1]
            meaning = {"intent": {"name": "seek", "confidence": 0.9}, "needs": [{"need": "jobs"}], "detail": word}
            self._answer(200, json.dumps(meaning).encode())
        else:
            self._answer(200, json.dumps(self.server.play(json.loads(body))).encode())

    def _answer(self, status: int, body: bytes) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()
        except OSError:
            self.close_connection = True  # the line has waited long enough

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="A small Rasa for the chaos tests.")
    parser.add_argument("--port", type=int, required=True)
    SmallRasa(parser.parse_args().port).serve_forever()

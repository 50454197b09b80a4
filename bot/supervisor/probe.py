"""Asks the line's ``/health/ready`` again and again, beside the supervisor's own loop."""

from __future__ import annotations

import http.client
import json
import threading
import urllib.error
import urllib.request

STARTING_SECONDS, STEADY_SECONDS = 0.3, 5.0
TIMEOUT = 6.0
NOT_THERE = {"line": "not answering yet"}


class Probe:
    """``problems`` is what the line cannot use now; empty: everything works."""

    def __init__(self, address: str) -> None:
        self._url = f"{address}/health/ready"
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="probe", daemon=True)
        self.problems: dict[str, str] = dict(NOT_THERE)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        while not self._stop.wait(STARTING_SECONDS if self.problems else STEADY_SECONDS):
            self.problems = self._ask()

    def _ask(self) -> dict[str, str]:
        try:
            with urllib.request.urlopen(self._url, timeout=TIMEOUT) as answer:  # noqa: S310  # our own http address
                answer.read()
        except urllib.error.HTTPError as error:
            return _reasons(error)
        except (OSError, http.client.HTTPException):  # also half an answer, of a line that ends just now
            return dict(NOT_THERE)
        return {}


def _reasons(answer: urllib.error.HTTPError) -> dict[str, str]:
    try:
        problems = json.loads(answer.read())["problems"]
        return {str(part): str(reason) for part, reason in problems.items()}
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError, AttributeError):
        return {"line": "not healthy"}

"""The only client of Rasa. Texts go to its NLU, meanings to its dialogue; answers come back as names."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jwt
import urllib3

from bot.errors import AssistantUnavailable
from bot.message import ACTS, NEEDS, About, Answer, Danger, Meaning, Risk, RiskKind, Say

SECRET_HEADER = "X-Warmline-Secret"  # noqa: S105  # the name of a header
CONNECT_SECONDS = 1.0
UNDERSTAND_SECONDS = 3.0
PLAY_SECONDS = 5.0
STATUS_SECONDS = 2.0
LOAD_SECONDS = 120.0
REST_AFTER = 3  # time-outs in a row, after which Rasa is left alone for a while
REST_SECONDS = 5.0
LONGEST_TEXT = 1600


class RasaAssistant:
    """``ports.Assistant`` over Rasa's HTTP API. Safe to call from many threads.

    ``url`` is Rasa's base address, ``secret`` opens both its API (as JWT) and our channel.
    """

    def __init__(self, url: str, secret: str, connections: int = 16) -> None:
        self._url = url
        token = jwt.encode({"user": {"username": "warmline", "role": "admin"}}, secret, algorithm="HS256")
        self._headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}", SECRET_HEADER: secret}
        self._pool = urllib3.PoolManager(maxsize=connections, block=False, retries=False)
        self._rest = _Rest()

    def understand(self, text: str) -> Meaning:
        """What ``text`` means. Raises :class:`AssistantUnavailable`."""
        # A leading slash is Rasa's command syntax; a person who types one means no command.
        body = self._post("/model/parse", {"text": text[:LONGEST_TEXT].lstrip(" /")}, UNDERSTAND_SECONDS)
        try:
            return read_meaning(body)
        except (KeyError, TypeError, ValueError) as error:
            raise AssistantUnavailable("garbage") from error

    def play(self, conversation: str, sid: str, meaning: Mapping[str, Any], memory: Mapping[str, Any] | None) -> Answer:
        """Play one turn. Raises :class:`AssistantUnavailable`, for an empty answer too."""
        asked = {"conversation": conversation, "sid": sid, "meaning": meaning, "memory": memory}
        body = self._post("/webhooks/meaning/turn", asked, PLAY_SECONDS)
        try:
            answers = body["answers"]
            says = tuple(Say(each["say"], each.get("values") or {}) for each in answers if "say" in each)
            deeds = tuple((each["do"], each.get("values") or {}) for each in answers if "do" in each)
            answer = Answer(says, deeds, body["memory"], bool(body.get("replayed")))
        except (KeyError, TypeError, AttributeError) as error:
            raise AssistantUnavailable("garbage") from error
        if not says:
            raise AssistantUnavailable("empty")
        return answer

    def ready(self) -> str | None:
        """``None`` when Rasa has a model loaded, else a short reason."""
        try:
            body = self._post("/model/parse", {"text": "hello"}, UNDERSTAND_SECONDS)
        except AssistantUnavailable as error:
            return error.reason
        return None if "intent" in body else "no model"

    def use_model(self, model: Path) -> str | None:
        """Have Rasa load the archive at ``model`` (on its own machine) and use it; ``None``, or why it did not.

        Rasa loads it beside the one in use; texts that come meanwhile may have to wait for some seconds.
        """
        timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=LOAD_SECONDS)
        body = json.dumps({"model_file": str(model)}).encode()
        try:
            response = self._pool.request(
                "PUT", f"{self._url}/model", body=body, headers=self._headers, timeout=timeout
            )
        except urllib3.exceptions.HTTPError:
            return "unreachable"
        return None if response.status == 204 else f"status {response.status}"

    def model_id(self) -> str | None:
        """Which model Rasa answers with, by the id in its archive; ``None`` while it does not say."""
        timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=STATUS_SECONDS)
        try:
            response = self._pool.request("GET", f"{self._url}/status", headers=self._headers, timeout=timeout)
            found = response.json() if response.status == 200 else {}
        except (urllib3.exceptions.HTTPError, ValueError):
            return None
        return str(found["model_id"]) if isinstance(found, dict) and found.get("model_id") else None

    def _post(self, path: str, body: Mapping[str, Any], seconds: float) -> Any:
        if self._rest.resting():
            raise AssistantUnavailable("resting")
        try:
            response = self._request(path, body, seconds)
        # urllib3 counts a refused connection as a time-out; for us nobody is there, and asking costs nothing.
        except urllib3.exceptions.NewConnectionError as error:
            raise AssistantUnavailable("unreachable") from error
        except urllib3.exceptions.TimeoutError as error:
            self._rest.failed()
            raise AssistantUnavailable("timeout") from error
        except urllib3.exceptions.HTTPError as error:
            raise AssistantUnavailable("unreachable") from error
        self._rest.worked()
        if response.status != 200:
            raise AssistantUnavailable(f"status {response.status}")
        try:
            return response.json()
        except ValueError as error:
            raise AssistantUnavailable("garbage") from error

    def _request(self, path: str, body: Mapping[str, Any], seconds: float) -> urllib3.BaseHTTPResponse:
        timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=seconds)
        data, address = json.dumps(body).encode(), self._url + path
        try:
            return self._pool.request("POST", address, body=data, headers=self._headers, timeout=timeout)
        except urllib3.exceptions.ProtocolError:
            # A kept connection that Rasa closed just then. Asking again is safe: a turn is played once per sid.
            return self._pool.request("POST", address, body=data, headers=self._headers, timeout=timeout)


class _Rest:
    """Leaves a hanging Rasa alone for some seconds, so that not every text waits out the time-out."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = 0
        self._until = 0.0

    def resting(self) -> bool:
        with self._lock:
            return time.monotonic() < self._until

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= REST_AFTER:
                self._until = time.monotonic() + REST_SECONDS

    def worked(self) -> None:
        with self._lock:
            self._failures = 0
            self._until = 0.0


def read_meaning(body: Mapping[str, Any]) -> Meaning:
    """Rasa's parse result as a :class:`Meaning`. Raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    act = str(body["intent"]["name"])
    needs = [str(each["need"]) for each in body.get("needs") or ()]
    risk = Risk(body.get("risk") or Risk.NONE)
    kind = RiskKind(body["risk_kind"]) if body.get("risk_kind") else None
    danger = Danger(risk, kind, About(body.get("about") or About.UNKNOWN), ("model",) if risk is not Risk.NONE else ())
    return Meaning(
        act=act if act in ACTS else "other",
        needs=tuple(need for need in NEEDS if need in needs),
        detail=body.get("detail"),
        zip=body.get("zip"),
        confidence=float(body["intent"]["confidence"]),
        danger=danger,
    )

"""A real Rasa process with the trained model, and the real actions behind it.

The directory is a small one made for the test; everything else is what runs in
production: ``assistant.serve``, the channel, the rules, the actions' executor.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.executor import make_executor, run
from actions.reader import DirectoryReader

ROOT = Path(__file__).resolve().parents[2]
SECRET = "assistant-secret-of-the-tests-0123456789"
ACTIONS_SECRET = "actions-secret-of-the-tests-0123456789"
START_SECONDS = 300


@dataclass(frozen=True)
class FoundHere:
    lists: list[dict[str, Any]]
    zip_known: bool

    def as_values(self) -> Mapping[str, Any]:
        return {"lists": self.lists, "zip_known": self.zip_known}


@dataclass
class SmallDirectory:
    """Five places for each need; none for clothing; ZIP 99999 does not exist."""

    asked: list[tuple[tuple[str, ...], str | None]] = field(default_factory=list)
    broken: bool = False
    slow_seconds: float = 0.0

    def card(self, place_id: str, zip: str | None, language: str) -> dict[str, Any] | None:
        return {"id": place_id, "name": place_id, "phone": "215-555-0123"}

    def find(
        self,
        needs: Sequence[str],
        zip: str | None,
        language: str,
        exclude: Sequence[str],
        limit: int,
        wants: Mapping[str, Any] | None = None,
    ) -> FoundHere:
        self.asked.append((tuple(needs), zip))
        if self.broken:
            raise OSError("the directory is gone")
        time.sleep(self.slow_seconds)
        lists = [self._list(need, zip, set(exclude), limit) for need in needs]
        return FoundHere(lists, zip != "99999")

    def _list(self, need: str, zip: str | None, exclude: set[str], limit: int) -> dict[str, Any]:
        ids = [] if need == "clothing" else [f"{need}-{number}" for number in range(5)]
        places = [
            {"id": id, "name": id, "what": need, "phone": "215-555-0123", "address": None, "hours": None, "miles": 1.0}
            for id in ids
            if id not in exclude
        ][:limit]
        return {"need": need, "scope": ("near" if zip else "state") if places else "none", "places": places}


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port


@contextmanager
def action_server(directory: DirectoryReader) -> Iterator[str]:
    """The actions behind HTTP, as the service hosts them; yields the address."""
    executor = make_executor(directory)

    async def webhook(request: Request) -> Response:
        if request.headers.get("X-Warmline-Secret") != ACTIONS_SECRET:
            return Response(status_code=403)
        return JSONResponse(await run(executor, await request.json()))

    app = Starlette(routes=[Route("/actions/webhook", webhook, methods=["POST"])])
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}/actions/webhook"
    finally:
        server.should_exit = True
        thread.join()


def assistant_command(*arguments: str) -> list[str]:
    """The command line that runs a module in the assistant's own environment."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        raise RuntimeError("uv is needed to run the assistant")
    return [uv, "run", "--project", "assistant", "python", "-m", *arguments]


@dataclass
class AssistantLine:
    """Talks to the running assistant as the service does."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path
    directory: SmallDirectory
    count: int = 0

    def post(
        self, path: str, body: Any, headers: Mapping[str, str] | None = None, timeout: float = 30
    ) -> tuple[int, Any]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data,
            {"Content-Type": "application/json", **(headers or {})},
            method="POST",
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            raw = error.read()
            return error.code, json.loads(raw) if raw.startswith(b"{") else raw.decode()

    def turn(
        self,
        meaning: Mapping[str, Any],
        memory: Any = None,
        conversation: str = "1",
        sid: str | None = None,
        secret: str = SECRET,
    ) -> tuple[int, Any]:
        """Post one meaning; returns status and JSON."""
        self.count += 1
        whole = {"needs": [], "detail": None, "zip": None, "language": "en", "confidence": 0.9, **meaning}
        body = {
            "conversation": conversation,
            "sid": sid or f"SM{self.count:032d}",
            "meaning": whole,
            "memory": memory,
        }
        return self.post("/webhooks/meaning/turn", body, {"X-Warmline-Secret": secret})


@contextmanager
def assistant_line(data_dir: Path, log: Path, reader: DirectoryReader | None = None) -> Iterator[AssistantLine]:
    """Start Rasa with the model of ``data_dir`` and wait until it answers.

    Its actions read ``reader``, or the small directory when there is none.
    """
    directory = SmallDirectory()
    with action_server(reader or directory) as url, log.open("wb") as output:
        port = free_port()
        settings = {
            "WARMLINE_ASSISTANT_SECRET": SECRET,
            "WARMLINE_ACTIONS_URL": url,
            "WARMLINE_ACTIONS_SECRET": ACTIONS_SECRET,
        }
        command = assistant_command("assistant.serve", "--port", str(port), "--data-dir", str(data_dir))
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **settings}, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_ready(port, process, log)
            yield AssistantLine(port, process, log, directory)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_until_ready(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the assistant ended at its start:\n{log.read_text('utf-8')[-3000:]}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the assistant did not start:\n{log.read_text('utf-8')[-3000:]}")

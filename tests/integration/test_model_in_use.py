"""Staff see whether the running line answers with the model of the training page, and have it used with one click."""

from __future__ import annotations

import io
import json
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.app import House
from bot.teaching.in_use import kept_model, model_path
from tests.integration.console_world import World, post
from tests.integration.engine import SettableClock

PAGE = "/console/teach/training"
OLD, NEW = "aa11", "bb22"


def archive(path: Path, model_id: str) -> None:
    """A model as far as its name goes: Rasa's archive with nothing but its metadata."""
    told = json.dumps({"model_id": model_id}).encode()
    path.parent.mkdir(exist_ok=True)
    with tarfile.open(path, "w:gz") as made:
        entry = tarfile.TarInfo("./metadata.json")
        entry.size = len(told)
        made.addfile(entry, io.BytesIO(told))


class SmallRasa(ThreadingHTTPServer):
    """Says which model it uses, and loads another one when it is told to, as Rasa does; unless it ``refuses``."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.model, self.refuses = OLD, False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: SmallRasa

    def do_GET(self) -> None:
        self._answer(200, json.dumps({"model_id": self.server.model}).encode())

    def do_PUT(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.server.refuses:
            self.server.model = kept_model(Path(asked["model_file"])) or ""
        self._answer(400 if self.server.refuses else 204, b"")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def small_rasa() -> Iterator[SmallRasa]:
    rasa = SmallRasa()
    threading.Thread(target=rasa.serve_forever, daemon=True).start()
    yield rasa
    rasa.shutdown()
    rasa.server_close()


@pytest.fixture
def rasa() -> Iterator[SmallRasa]:
    with small_rasa() as running:
        yield running


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Models do not depend on the database."""
    return sqlite_url


@pytest.fixture
def world(house: House, rasa: SmallRasa) -> World:
    clock = SettableClock()
    settings = house.settings.model_copy(update={"warmline_teaching": "on", "rasa_url": rasa.url})
    return World(replace(house, clock=clock, settings=settings), clock)


def test_kim_sees_that_another_model_answers_and_has_the_new_one_used(
    world: World, rasa: SmallRasa, data_dir: Path
) -> None:
    kim, ana = world.member("admin", "kim@example.org"), world.member("staff")
    assert "What answers people now" not in kim.get(PAGE).text  # no model was trained here
    assert post(kim, f"{PAGE}/use", PAGE) == 409
    archive(model_path(data_dir), NEW)
    assert "still answers with another model" in kim.get(PAGE).text
    assert "An administrator can have the line use it" in ana.get(PAGE).text
    assert post(ana, f"{PAGE}/use", PAGE) == 403
    assert post(kim, f"{PAGE}/use", PAGE) == 303
    assert rasa.model == NEW
    told = kim.get(f"{PAGE}?did=used").text
    assert "The running line uses this model now." in told
    assert "Nothing is left to do." in told
    assert "Use the model below" not in told
    assert "model_loaded" in [action for _, action, _ in world.audited()]


def test_a_refusal_is_told_and_the_button_stays(world: World, rasa: SmallRasa, data_dir: Path) -> None:
    kim = world.member("admin", "kim@example.org")
    archive(model_path(data_dir), NEW)
    rasa.refuses = True
    assert post(kim, f"{PAGE}/use", PAGE) == 503
    page = kim.get(PAGE).text
    assert "still answers with another model" in page
    assert "Use the model below" in page


def test_while_rasa_is_away_nobody_claims_to_know(house: House, data_dir: Path) -> None:
    settings = house.settings.model_copy(update={"rasa_url": "http://127.0.0.1:9"})  # the discard port
    world = World(replace(house, settings=settings), SettableClock())
    archive(model_path(data_dir), NEW)
    page = world.member("admin").get(PAGE).text
    assert "nobody can tell which model it uses" in page
    assert "Nothing is left to do." not in page


def test_what_is_no_archive_has_no_model(tmp_path: Path) -> None:
    for name, content in (("empty", b""), ("torn", b"\x1f\x8b\x08\x00"), ("words", b"hello")):
        (tmp_path / name).write_bytes(content)
        assert kept_model(tmp_path / name) is None
    assert kept_model(tmp_path / "none") is None

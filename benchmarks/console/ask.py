"""Asks each page a number of times through the whole application, and notes how long it took.

Sign-in, audit, queries and templates are included, a network is not.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from benchmarks.console.fill import TEXTS_EACH, fill
from bot.app import House, build_line
from bot.clock import SystemClock
from bot.privacy import Vault
from bot.settings import read_settings
from bot.store.database import Database, make_engine
from bot.store.schema import migrate
from bot.store.staff import invite
from bot.web import build_web

KEY = "a-key-for-benchmarks-only-012345"
PASSWORD = "warm words on a cold night"  # of a database that lives for a minute
TIMES = 20
SEARCHES = {"search: frequent word": "landlord", "search: a word nobody wrote": "xylophone"}


@dataclass(frozen=True)
class Took:
    """Milliseconds of one page: waited for, and of this process's processor time (SQLite's is in it)."""

    p50: float
    p95: float
    cpu: float


@dataclass(frozen=True)
class Staffed:
    """A filled line with somebody of staff who is signed in; ``filled`` is in seconds."""

    app: Starlette
    client: TestClient
    filled: float


def pages(texts: int) -> dict[str, str]:
    """Each page by its name; ``one`` person of those many."""
    one = max(1, texts // TEXTS_EACH // 2)
    return {
        "home, 24 hours": "/console",
        "home, 30 days": "/console?period=month",
        "list": "/console/conversations",
        "list: housing, not happy": "/console/conversations?need=housing&ended=unhappy",
        "list: no answer": "/console/conversations?answer=none",
        "list: Spanish, not reviewed": "/console/conversations?language=es&seen=not_reviewed",
        "conversation": f"/console/conversations/{one}",
        "why did it say that": f"/console/texts/{TEXTS_EACH * one - 1}",
        "figures, 30 days": "/console/desk/figures",
        "figures, 90 days": "/console/desk/figures?days=90",
        "crises, 90 days": "/console/desk/figures/crises?days=90",
        "crises, something missing": "/console/desk/figures/crises?days=90&missing=yes",
        "coaches, 90 days": "/console/desk/figures/coaches?days=90",
        "monthly report": "/console/desk/figures/report",
        "desk": "/console/desk",
        "unmet needs": "/console/unmet",
        "teaching queue": "/console/teach",
        "inbox": "/console/inbox",
        "opt-outs": "/console/people/opt-outs",
        "blocked numbers": "/console/blocked",
        "audit": "/console/audit",
        "words": "/console/words",
    }


@contextmanager
def staffed(url: str, folder: Path, texts: int) -> Iterator[Staffed]:
    """Somebody of staff, signed in before a console with so many texts."""
    environment = {"WARMLINE_DATA_DIR": str(folder), "WARMLINE_DATABASE_URL": url, "WARMLINE_SECRET_KEY": KEY}
    database, vault, clock = Database(make_engine(url)), Vault([KEY]), SystemClock()
    migrate(database)
    began, now = time.monotonic(), clock.now().timestamp()
    fill(database, vault, texts, now)
    filled = time.monotonic() - began
    code = database.write(lambda c: invite(c, vault, "ana@example.org", "admin", now))
    house = House(read_settings(environment, env_file=None), database, vault, clock)
    app = build_web(build_line(house, "bench:1"), with_worker=False)
    client = TestClient(app, follow_redirects=False)  # not entered: its worker has nothing to do here
    token = token_of(client.get("/console/welcome").text)
    fields = {"form_token": token, "code": code, "password": PASSWORD, "repeat": PASSWORD}
    client.post("/console/welcome", data=fields).read()
    yield Staffed(app, client, filled)
    house.close()


def measure(client: TestClient, texts: int) -> dict[str, Took]:
    """How long each page and each search takes."""
    found = {name: _times(lambda path=path: client.get(path).status_code) for name, path in pages(texts).items()}
    token = token_of(client.get("/console/conversations").text)
    for name, words in SEARCHES.items():
        form = {"form_token": token, "words": words}
        found[name] = _times(lambda form=form: client.post("/console/conversations/search", data=form).status_code)
    return found


def _times(ask: Callable[[], int]) -> Took:
    took, worked = [], []
    for _ in range(TIMES):
        start, processor = time.perf_counter(), time.process_time()
        status = ask()
        took.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - processor) * 1000)
        if status != 200:
            raise SystemExit(f"A page answered {status}.")
    return Took(statistics.median(took), sorted(took)[int(0.95 * (TIMES - 1))], statistics.median(worked))


def token_of(page: str) -> str:
    return page.partition('name="form_token" value="')[2].partition('"')[0]

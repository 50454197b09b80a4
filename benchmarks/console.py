"""How long the console's pages take with many texts: ``python -m benchmarks.console [TEXTS …]``.

Fills SQLite and PostgreSQL in bulk with invented people, asks each page a number of times through
the whole application (sign-in, audit and templates included, no network) and prints p50 and p95, and the
processor time of this process (on SQLite all of it; PostgreSQL's own is in other processes).
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert, text
from starlette.testclient import TestClient

from bot.app import House, build_line
from bot.clock import SystemClock
from bot.message import ACTS, NEEDS
from bot.privacy import Vault
from bot.settings import read_settings
from bot.store.database import Database, make_engine
from bot.store.figure_tables import need_asked, text_count
from bot.store.schema import migrate
from bot.store.staff import invite
from bot.store.tables import conversation, conversation_tag, handoff, journal, message
from bot.store.text_counts import slot_of
from bot.web import build_web
from tests.postgres import postgres_server

KEY = "a-key-for-benchmarks-only-012345"
PASSWORD = "warm words on a cold night"  # of a database that lives for a minute
YEAR, DAY = 365 * 86400.0, 86400.0
TEXTS_EACH, TIMES, BULK = 20, 20, 5_000
WORDS = [
    "need",
    "a",
    "ride",
    "to",
    "the",
    "interview",
    "tomorrow",
    "my",
    "landlord",
    "wants",
    "rent",
    "i",
    "used",
    "again",
    "last",
    "night",
    "please",
    "call",
    "me",
    "thanks",
]
PAGES = {
    "home, 24 hours": "/console",
    "home, 30 days": "/console?period=month",
    "list": "/console/conversations",
    "list: housing, not happy": "/console/conversations?need=housing&ended=unhappy",
    "list: no answer": "/console/conversations?answer=none",
    "list: Spanish, not reviewed": "/console/conversations?language=es&seen=not_reviewed",
    "figures, 90 days": "/console/desk/figures?days=90",
    "crises, 90 days": "/console/desk/figures/crises?days=90",
    "crises, something missing": "/console/desk/figures/crises?days=90&missing=yes",
    "coaches, 90 days": "/console/desk/figures/coaches?days=90",
    "monthly report": "/console/desk/figures/report",
    "desk": "/console/desk",
    "unmet needs": "/console/unmet",
}
SEARCHES = {"search: frequent word": "landlord", "search: a word nobody wrote": "xylophone"}


def fill(database: Database, vault: Vault, texts: int, now: float) -> None:
    """A year of ``texts`` texts, ``TEXTS_EACH`` a conversation, the later the more."""
    people = texts // TEXTS_EACH
    for start in range(0, people, BULK // TEXTS_EACH):
        numbers = range(start + 1, min(start + BULK // TEXTS_EACH, people) + 1)
        database.write(lambda c, numbers=numbers: _people(c, vault, numbers, people, now))  # type: ignore[misc]  # bound


def _people(connection: Connection, vault: Vault, numbers: range, people: int, now: float) -> None:
    rows: dict[str, list[dict[str, object]]] = {
        name: [] for name in ("talk", "text", "tag", "note", "case", "count", "asked")
    }
    for number in numbers:
        chance = random.Random(number)  # the same people every time
        last = now - chance.random() * YEAR - 60
        rows["talk"].append(
            {"id": number, "phone_index": number.to_bytes(16, "big"), "phone_sealed": vault.seal("+15550100"),
             "created_at": last - DAY, "last_text_at": last, "risk": "none", "person_sealed": None,
             "they_wrote_last": number % 50 == 0}
        )  # fmt: skip
        slots: dict[int, list[int]] = {}
        for turn in range(TEXTS_EACH):
            inbound = turn % 2 == 0
            slots.setdefault(slot_of(last - turn * 400), [0, 0])[not inbound] += 1
            body = " ".join(chance.choices(WORDS, k=chance.randrange(4, 20)))
            rows["text"].append(
                {"conversation_id": number, "direction": "in" if inbound else "out", "created_at": last - turn * 400,
                 "author": "recoveree" if inbound else "assistant", "body_sealed": vault.seal(body),
                 "status": "received" if inbound else chance.choices(("delivered", "failed"), (99, 1))[0]}
            )  # fmt: skip
        tags = {f"need:{chance.choice(NEEDS)}", f"act:{chance.choice(ACTS)}", f"language:{chance.choice(('en', 'es'))}"}
        rows["tag"] += [{"conversation_id": number, "tag_index": vault.index(tag), "at": last} for tag in tags]
        rows["count"] += [
            {"slot": slot, "conversation_id": number, "received": heard, "sent": told}
            for slot, (heard, told) in slots.items()
        ]
        need = vault.index(next(tag for tag in tags if tag.startswith("need:")))
        rows["asked"] += [{"conversation_id": number, "tag_index": need, "at": last - 800 * turn} for turn in range(4)]
        rows["note"].append(
            {"conversation_id": number, "at": last, "kind": chance.choice(("understood", "crisis", "check"))}
        )
        rows["case"].append(
            {"code": "K27", "conversation_id": number, "state": "closed", "reason": "asked", "rung": 1,
             "urgency": "normal" if number % 20 else "crisis", "opened_at": last, "taken_at": last + 40,
             "answered_at": last + chance.expovariate(1 / 150), "closed_at": last + 900,
             "helped": chance.randrange(1, 6), "outcome": "talked"}
        )  # fmt: skip
    for table, name in (
        (conversation, "talk"),
        (message, "text"),
        (conversation_tag, "tag"),
        (journal, "note"),
        (handoff, "case"),
        (text_count, "count"),
        (need_asked, "asked"),
    ):
        connection.execute(insert(table), rows[name])


@contextmanager
def staff_browser(url: str, folder: Path, texts: int) -> Iterator[TestClient]:
    """Somebody of staff, signed in before a console with so many texts."""
    environment = {"WARMLINE_DATA_DIR": str(folder), "WARMLINE_DATABASE_URL": url, "WARMLINE_SECRET_KEY": KEY}
    database, vault, clock = Database(make_engine(url)), Vault([KEY]), SystemClock()
    migrate(database)
    now = clock.now().timestamp()
    fill(database, vault, texts, now)
    with database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))
    code = database.write(lambda c: invite(c, vault, "ana@example.org", "admin", now))
    house = House(read_settings(environment, env_file=None), database, vault, clock)
    # Not entered: its worker has nothing to do here.
    client = TestClient(build_web(build_line(house, "bench:1"), with_worker=False), follow_redirects=False)
    send(client, "/console/welcome", code=code, password=PASSWORD, repeat=PASSWORD)
    yield client
    house.close()


def send(client: TestClient, path: str, page: str = "", **fields: str) -> None:
    """Fill in a form and send it."""
    token = client.get(page or path).text.partition('name="form_token" value="')[2].partition('"')[0]
    client.post(path, data={"form_token": token, **fields}).read()


def measure(client: TestClient) -> dict[str, tuple[float, float, float]]:
    """Milliseconds of each page: p50, p95, and processor time."""
    found = {}
    token = client.get("/console/conversations").text.partition('name="form_token" value="')[2].partition('"')[0]
    for name, path in PAGES.items():
        found[name] = _times(lambda path=path: client.get(path).status_code)  # type: ignore[misc]  # bound
    for name, words in SEARCHES.items():
        form = {"form_token": token, "words": words}
        found[name] = _times(lambda form=form: client.post("/console/conversations/search", data=form).status_code)  # type: ignore[misc]  # bound
    return found


def _times(ask: object) -> tuple[float, float, float]:
    took, worked = [], []
    for _ in range(TIMES):
        start, processor = time.perf_counter(), time.process_time()
        status = ask()  # type: ignore[operator]
        took.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - processor) * 1000)
        if status != 200:
            raise SystemExit(f"A page answered {status}.")
    return statistics.median(took), sorted(took)[int(0.95 * (TIMES - 1))], statistics.median(worked)


def main(sizes: list[int]) -> None:
    results: dict[str, dict[str, tuple[float, float, float]]] = {}
    for texts in sizes:
        with tempfile.TemporaryDirectory() as place:
            with staff_browser(f"sqlite:///{place}/warmline.db", Path(place), texts) as client:
                results[f"SQLite, {texts:,}"] = measure(client)
            with (
                postgres_server() as server,
                server.database() as url,
                staff_browser(url, Path(place), texts) as client,
            ):
                results[f"PostgreSQL, {texts:,}"] = measure(client)
    for name in (*PAGES, *SEARCHES):
        print(
            f"| {name} | "
            + " | ".join(f"{one[name][0]:.0f} / {one[name][1]:.0f} / {one[name][2]:.0f}" for one in results.values())
            + " |"
        )
    print(json.dumps(list(results)), "load", [round(load, 1) for load in os.getloadavg()])


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])

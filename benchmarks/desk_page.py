"""``python -m benchmarks.desk_page [DATABASE_URL]``: the desk's page with 200 open cases, and its live part.

Without an address: SQLite in a temporary folder. With one (``postgresql+psycopg://…``) that database is used; it
must be empty. The service runs in this process behind a real port, its worker included.
"""

from __future__ import annotations

import http.client
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy import Connection

from bot.app import Line, build_line, open_house
from bot.conversation import Case, CaseState, Urgency
from bot.message import InboundText
from bot.settings import read_settings
from bot.store.cases import save_case
from bot.store.coaches import add_coach
from bot.store.figures import due_conversations
from bot.store.journal import tag
from bot.store.messages import accept_text
from bot.store.staff import invite, set_password
from bot.store.staff_sessions import open_session
from bot.web import build_web

CASES, LOOKS, LIVE_LOOKS, WARM_UP = 200, 200, 40, 20
SEED = 7


def fill(line: Line) -> str:
    """200 people who wait, and a coach; returns the coach's session."""
    house, now = line.house, line.house.clock.now().timestamp()
    dice = random.Random(SEED)
    for n in range(CASES):
        phone = f"+155501{n:05d}"
        own = house.database.write(
            lambda c, n=n, phone=phone: accept_text(c, house.vault, InboundText(f"SM{n}", phone, "", "coach"), now)
        )
        assert own is not None
        urgency = Urgency.CRISIS if dice.random() < 0.1 else Urgency.NORMAL
        case = Case(0, "", CaseState.ALERTING, urgency, "asked", now - dice.random() * 3600)
        house.database.write(lambda c, own=own, case=case: save_case(c, house.vault, own, case))
        house.database.write(lambda c, own=own: tag(c, house.vault, own, ["need:housing", "need:food"], now))

    def coach(connection: Connection) -> str:
        made = add_coach(connection, house.vault, "Dana", "+15550100", ("en",), False, now)
        code = invite(connection, house.vault, "dana@example.org", "coach", now, made)
        staff_id = set_password(connection, code, "unused", now)
        assert staff_id is not None
        return open_session(connection, staff_id, now)

    return house.database.write(coach)


@contextmanager
def served(line: Line) -> Iterator[int]:
    """The port of ``line``."""
    config = uvicorn.Config(
        build_web(line), port=0, log_level="critical", access_log=False, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(timeout=10)


def until_idle(line: Line) -> None:
    """The worker has dealt with what was texted before."""
    while True:
        with line.house.database.read() as connection:
            if due_conversations(connection, line.house.clock.now().timestamp()) == 0:
                return
        time.sleep(0.2)


def get(port: int, path: str, token: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Cookie": f"warmline_session={token}"})
    return connection.getresponse()


def pages(port: int, token: str, path: str) -> tuple[list[float], int]:
    """Milliseconds of each look, and the size of the page."""
    taken, size = [], 0
    for n in range(LOOKS + WARM_UP):
        start = time.perf_counter()
        size = len(get(port, path, token).read())
        if n >= WARM_UP:
            taken.append(1000 * (time.perf_counter() - start))
    return taken, size


def live(line: Line, port: int, token: str) -> list[float]:
    """Milliseconds from the commit of a new case to the end of the page's news of it."""
    stream, came = get(port, "/console/desk/live", token), threading.Semaphore(0)

    def listen() -> None:
        while news := stream.readline():
            if news == b"\r\n":  # the end of one message
                came.release()

    def arrivals() -> int:
        count = 0
        while came.acquire(blocking=False):
            count += 1
        return count

    threading.Thread(target=listen, daemon=True).start()
    time.sleep(2.5)
    dice, taken = random.Random(SEED), []
    for n in range(LIVE_LOOKS):
        time.sleep(1.2 + dice.random())
        arrivals()
        change(line, n)
        start = time.perf_counter()
        came.acquire(timeout=10)
        taken.append(1000 * (time.perf_counter() - start))
    return taken


def change(line: Line, n: int) -> None:
    """One more person waits."""
    house, now = line.house, line.house.clock.now().timestamp()
    text = InboundText(f"SMlive{n}", f"+155502{n:05d}", "", "coach")
    case = Case(0, "", CaseState.ALERTING, Urgency.NORMAL, "asked", now)

    def come(connection: Connection) -> None:
        own = accept_text(connection, house.vault, text, now)
        assert own is not None
        save_case(connection, house.vault, own, case)

    house.database.write(come)


def show(what: str, taken: list[float], more: str = "") -> None:
    ordered = sorted(taken)
    p95 = ordered[int(0.95 * len(ordered))]
    sys.stdout.write(f"{what}: p50 {statistics.median(ordered):.0f} ms, p95 {p95:.0f} ms, n {len(ordered)}{more}\n")


def measure(url: str, folder: Path) -> None:
    given = {"WARMLINE_DATA_DIR": str(folder), "WARMLINE_CARRIER": "simulator", "RASA_URL": "http://127.0.0.1:9"}
    house = open_house(read_settings({**given, **({"WARMLINE_DATABASE_URL": url} if url else {})}, None))
    line = build_line(house, "bench:1")
    token = fill(line)
    with served(line) as port:
        until_idle(line)
        for name, path in (("the first 40 of 200", "/console/desk"), ("all 200", "/console/desk?all=yes")):
            taken, size = pages(port, token, path)
            show(f"list page, {name}", taken, f", {size // 1024} KB")
        taken, size = pages(port, token, "/console/desk/1")
        show("a case that waits", taken, f", {size // 1024} KB")
        show("live: commit to the page's news", live(line, port, token))
    house.close()


def main() -> None:
    url = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.stdout.write(f"{urlsplit(url).scheme or 'sqlite'}, {CASES} open cases\n")
    with tempfile.TemporaryDirectory() as folder:
        measure(url, Path(folder))


if __name__ == "__main__":
    main()

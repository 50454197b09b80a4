"""The parts of a line that is spread out: one web process, some workers, some Rasas, all over one PostgreSQL."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, text

from benchmarks.processes import Group, cpu_seconds
from benchmarks.sides import ROOT, free_port
from bot.app import open_house
from bot.directory_source.load import ensure_zip_areas, load_national, load_sample
from bot.settings import read_settings
from bot.supervisor.plans import assistant_plan
from tests.postgres import cluster

KEY = "a-key-for-benchmarks-only-012345"
HUMAN = "+12155550199"


@dataclass(frozen=True)
class Shape:
    """How many processes of each kind there are beside the web process."""

    workers: int
    rasas: int


@dataclass(frozen=True)
class Spread:
    """A running line. ``groups`` by kind of process; PostgreSQL's are found through ``url``."""

    port: int
    groups: Mapping[str, Group]
    url: str

    def cpu(self) -> dict[str, float]:
        """Seconds that each kind of process has used so far; the generator is this process."""
        found = {kind: group.weigh().cpu_seconds for kind, group in self.groups.items()}
        found["PostgreSQL"] = sum(cpu_seconds(pid) for pid in self._servers())
        own = os.times()
        return {**found, "load generator": own.user + own.system}

    def megabytes(self) -> dict[str, float]:
        return {kind: group.weigh().megabytes for kind, group in self.groups.items()}

    def _servers(self) -> list[int]:
        engine = create_engine(self.url)
        with engine.connect() as connection:
            pids = list(connection.execute(text("SELECT pid FROM pg_stat_activity")).scalars())
        engine.dispose()
        return pids


@contextmanager
def database() -> Iterator[str]:
    """An empty PostgreSQL that keeps what it says it has committed."""
    with cluster(durable=True) as own:
        yield own.url


@contextmanager
def spread(shape: Shape, url: str, folder: Path, carrier: Mapping[str, str]) -> Iterator[Spread]:
    """Start everything; nothing is left running. Workers share the Rasas evenly: a real machine has one."""
    for name in ("models", "encoder"):
        if not (folder / name).exists():
            shutil.copytree(ROOT / "var" / name, folder / name)
    rasa_ports = [free_port() for _ in range(shape.rasas)]
    web_port = free_port()
    environment = {
        **carrier,
        "WARMLINE_CARRIER": "twilio",
        "WARMLINE_DATA_DIR": str(folder),
        "WARMLINE_DATABASE_URL": url,
        "WARMLINE_SECRET_KEY": KEY,
        "WARMLINE_PORT": str(web_port),
        "WARMLINE_PUBLIC_URL": f"http://127.0.0.1:{web_port}",
        "WARMLINE_SAMPLE_DIRECTORY": "on",
        "WARMLINE_HUMAN_PHONE": HUMAN,
    }
    groups = {"web": Group(), "workers": Group(), "Rasa": Group()}
    try:
        settings = read_settings({**environment, "RASA_URL": f"http://127.0.0.1:{rasa_ports[0]}"}, None)
        house = open_house(settings)
        ensure_zip_areas(house.database)
        load_national(house.database)
        load_sample(house.database)
        for port in rasa_ports:
            plan = assistant_plan(settings, port, house.assistant_secret, house.actions_secret)
            groups["Rasa"].start(list(plan.command), ROOT, plan.environment, folder / "rasa.log")
        house.close()
        warmline = [sys.executable, "-m", "bot.cli.main"]
        own = {**environment, "RASA_URL": f"http://127.0.0.1:{rasa_ports[0]}"}
        groups["web"].start([*warmline, "serve"], ROOT, own, folder / "web.log")
        for number in range(shape.workers):
            own = {**environment, "RASA_URL": f"http://127.0.0.1:{rasa_ports[number % shape.rasas]}"}
            groups["workers"].start([*warmline, "work"], ROOT, own, folder / "workers.log")
        yield Spread(web_port, groups, url)
    finally:
        for group in groups.values():
            group.stop()

"""The directory at its full size, beside a straightforward LIKE and haversine scan, in one run.

    python -m benchmarks.directory [--services 100000] [--meetings 20000] [--out FILE.json]

Made-up services and meetings are imported (HSDS JSON and a Meeting Guide feed) into SQLite and
PostgreSQL, each import in a process of its own so that its memory is its own. The searches ask
the same questions of both sides; growth is shown from a hundredth of the services to all. The
scan is one table, ``LIKE`` over name, description and categories, the distance computed in SQL
for what is left, no schedules, no languages: what one would write first.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from benchmarks.directory_places import write_meetings, write_services
from bot.directory_source.load import ensure_zip_areas, import_path
from bot.store.database import Database, make_engine
from bot.store.directory import SqlDirectory
from bot.store.schema import migrate
from tests.postgres import postgres_server

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
QUESTIONS = 300
SCANS = 40
NEEDS = ("food", "housing", "jobs", "treatment", "legal", "meetings", "mental_health", "clothing")
SCAN = """
SELECT id, name, phone, address, 3958.8 * 2 * asin(sqrt(
    power(sin(radians(latitude - :latitude) / 2), 2) + cos(radians(:latitude)) * cos(radians(latitude))
    * power(sin(radians(longitude - :longitude) / 2), 2))) AS miles
FROM plain_place
WHERE name LIKE :word OR description LIKE :word OR categories LIKE :word
ORDER BY miles LIMIT 3
"""
FILL = """
CREATE TABLE plain_place AS
SELECT p.id, p.name, p.phone, p.address, p.latitude, p.longitude, s.name || ' ' || s.description AS description,
    p.needs AS categories
FROM directory_place p JOIN directory_service s ON s.id = p.service_id
"""


class _Clock:
    def now(self) -> datetime:
        return NOW


def main() -> int:
    """Run everything and print a table; exit 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", type=int, default=100_000)
    parser.add_argument("--meetings", type=int, default=20_000)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--import-into", nargs=3, metavar=("URL", "FILE", "SOURCE"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.import_into:
        print(json.dumps(_import(*chosen.import_into)))
        return 0
    with tempfile.TemporaryDirectory() as place:
        found = _measure(Path(place), chosen.services, chosen.meetings)
    print(_table(found))
    if chosen.out:
        chosen.out.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 0


def _measure(place: Path, services: int, meetings: int) -> list[dict[str, Any]]:
    sizes = sorted({max(1, services // 100), max(1, services // 10), services})
    found: list[dict[str, Any]] = []
    for size in sizes:
        write_services(place / f"services{size}.json", size)
    write_meetings(place / "meetings.json", meetings)
    for name, urls in (("SQLite", _sqlite(place)), ("PostgreSQL", _postgres())):
        for size in sizes:
            with urls() as url:
                whole = size == services
                found.append({"database": name, "services": size, **_one(url, place, size, meetings if whole else 0)})
                print(json.dumps(found[-1]), file=sys.stderr)
    return found


def _one(url: str, place: Path, size: int, meetings: int) -> dict[str, Any]:
    database = Database(make_engine(url))
    migrate(database)
    ensure_zip_areas(database)
    database.close()
    result = {"import": _in_own_process(url, place / f"services{size}.json", "services")}
    if meetings:
        result["import_meetings"] = _in_own_process(url, place / "meetings.json", "meetings")
        result["import_again"] = _in_own_process(url, place / f"services{size}.json", "services")
    database = Database(make_engine(url))
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
    database.write(lambda connection: connection.execute(text(FILL)).close())
    result["search"] = _search(database)
    result["scan"] = _scan(database)
    database.close()
    return result


def _in_own_process(url: str, file: Path, source: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.directory", "--import-into", url, str(file), source]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _import(url: str, file: str, source: str) -> dict[str, Any]:
    database = Database(make_engine(url))
    wall, cpu = time.perf_counter(), time.process_time()
    report = import_path(database, file, source, now=NOW)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    database.close()
    assert not report.rejected_count, report.rejected
    return {
        "places": report.read,
        "seconds": round(wall, 2),
        "per_second": round(report.read / wall),
        "cpu_seconds": round(cpu, 2),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "file_megabytes": Path(file).stat().st_size // 2**20,
    }


def _search(database: Database) -> dict[str, float]:
    directory, chance = SqlDirectory(database, _Clock()), random.Random(7)
    questions = [(chance.choice(NEEDS), zip_code) for zip_code in _zips(database, chance, QUESTIONS)]
    for need, zip_code in questions[:20]:
        directory.find([need], zip_code, "en", [], 3)
    return _timed([lambda n=need, z=zip_code: directory.find([n], z, "en", [], 3) for need, zip_code in questions])


def _scan(database: Database) -> dict[str, float]:
    chance = random.Random(7)
    with database.read() as connection:
        rows = connection.execute(text("SELECT latitude, longitude FROM directory_zip_area ORDER BY zip")).all()
        places = chance.sample(list(rows), SCANS)

        def ask(need: str, row: Any) -> None:
            values = {"word": f"%{need}%", "latitude": row.latitude, "longitude": row.longitude}
            connection.execute(text(SCAN), values).all()

        asks = [(chance.choice(NEEDS), row) for row in places]
        return _timed([lambda n=need, r=row: ask(n, r) for need, row in asks])


def _zips(database: Database, chance: random.Random, many: int) -> list[str]:
    with database.read() as connection:
        known = [row[0] for row in connection.execute(text("SELECT zip FROM directory_zip_area ORDER BY zip"))]
    return chance.sample(known, many)


def _timed(asks: list[Callable[[], object]]) -> dict[str, float]:
    took: list[float] = []
    for ask in asks:
        start = time.perf_counter()
        ask()
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    return {"p50": round(took[len(took) // 2], 2), "p95": round(took[int(len(took) * 0.95)], 2)}


def _sqlite(place: Path) -> Callable[[], Any]:
    @contextmanager
    def urls() -> Iterator[str]:
        with tempfile.TemporaryDirectory(dir=place) as own:
            yield f"sqlite:///{own}/directory.db"

    return urls


def _postgres() -> Callable[[], Any]:
    @contextmanager
    def urls() -> Iterator[str]:
        with postgres_server() as server, server.database() as url:
            yield url

    return urls


def _table(found: list[dict[str, Any]]) -> str:
    lines = [
        "| database | services | import/s | cpu s | memory MB | search p50 / p95 ms | LIKE scan p50 / p95 ms |",
        "|---|---|---|---|---|---|---|",
    ]
    for each in found:
        done, search, scan = each["import"], each["search"], each["scan"]
        lines.append(
            f"| {each['database']} | {each['services']:,} | {done['per_second']:,} | {done['cpu_seconds']} | "
            f"{done['megabytes']} | {search['p50']} / {search['p95']} | {scan['p50']} / {scan['p95']} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

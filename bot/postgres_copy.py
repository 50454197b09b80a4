"""A PostgreSQL database as one file and back, with the server's own tools."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import make_url

from bot.errors import WarmlineError

VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "username": "PGUSER",
    "password": "PGPASSWORD",
    "database": "PGDATABASE",
}
QUERY = {"host": "PGHOST", "port": "PGPORT", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}


class ToolFailed(WarmlineError):
    """pg_dump or pg_restore is missing or did not succeed."""


def copy_postgres(url: str, target: Path) -> None:
    """A consistent copy of a database that is in use (``pg_dump``, custom format). Raises :class:`ToolFailed`."""
    _run(["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"], url)


def bring_back(url: str, source: Path) -> None:
    """Restore such a copy into an empty database, whole or not at all. Raises :class:`ToolFailed`."""
    database = make_url(url).database or ""
    options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", f"--dbname={database}"]
    _run(["pg_restore", *options, str(source)], url)


def _run(command: list[str], url: str) -> None:
    tool = shutil.which(command[0])
    if tool is None:
        raise ToolFailed(f"{command[0]} is missing; install PostgreSQL's client programs (postgresql-client).")
    done = subprocess.run([tool, *command[1:]], env=_environment(url), capture_output=True, text=True, check=False)  # noqa: S603  # our own words
    if done.returncode:
        # The last line alone, without its detail: that may quote a row.
        lines = [line for line in done.stderr.splitlines() if "error:" in line]
        why = lines[0].partition("error:")[2].strip()[:200] if lines else "it gave no reason"
        raise ToolFailed(f"{command[0]} did not succeed: {why}.")


def _environment(url: str) -> Mapping[str, str]:
    """In the environment, not in the arguments: every user of the machine can read those."""
    parts = make_url(url)
    given = {VARIABLES[name]: getattr(parts, name) for name in VARIABLES}
    given |= {QUERY[name]: value for name, value in parts.query.items() if name in QUERY}
    return {"PATH": os.defpath, **{name: str(value) for name, value in given.items() if value}}

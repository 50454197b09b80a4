"""Rows of ZIP codes out of the ``zipcodes`` package, read in a process of their own.

The package unpacks 40 MB that it never gives back, and the rows are needed once in the life of
a database; so a short-lived process reads them and writes them out as tab-separated lines.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any
from zoneinfo import available_timezones

from bot.errors import WarmlineError

COLUMNS = ("zip", "city", "state", "county", "latitude", "longitude", "timezone")
SECONDS = 120


class ZipCodesUnreadable(WarmlineError):
    """The data of the ``zipcodes`` package cannot be had."""


def zip_lines() -> bytes:
    """All lines, about 3 MB. Raises :class:`ZipCodesUnreadable`."""
    command = [sys.executable, "-m", "bot.directory_source.zip_rows"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS)  # noqa: S603  # our own module
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ZipCodesUnreadable(f"The ZIP codes could not be read: {error}.") from error
    if done.returncode != 0:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise ZipCodesUnreadable(f"The ZIP codes of the zipcodes package could not be read: {' '.join(last)}.")
    return done.stdout


def rows_of_lines(lines: bytes) -> Iterator[dict[str, Any]]:
    """Rows of the table of ZIP codes."""
    for line in lines.decode("utf-8").splitlines():
        row: dict[str, Any] = dict(zip(COLUMNS, line.split("\t"), strict=True))
        yield {**row, "latitude": float(row["latitude"]), "longitude": float(row["longitude"])}


def _write_all() -> None:
    import zipcodes  # here, so that importing this module costs nothing

    everything = zipcodes.list_all()  # type: ignore[no-untyped-call]  # the package has no types
    records = [each for each in everything if float(each["lat"] or 0) or float(each["long"] or 0)]
    zones = available_timezones()
    usual: dict[str, Counter[str]] = {}
    for each in records:
        if each["timezone"] in zones:
            usual.setdefault(each["state"], Counter())[each["timezone"]] += 1
    for each in records:
        if each["state"] not in usual:
            continue  # army post offices are nowhere on the map
        zone = each["timezone"] if each["timezone"] in zones else usual[each["state"]].most_common(1)[0][0]
        cells = (each["zip_code"], each["city"], each["state"], each["county"], each["lat"], each["long"], zone)
        sys.stdout.buffer.write(("\t".join(cell.replace("\t", " ") for cell in cells) + "\n").encode())


if __name__ == "__main__":
    _write_all()

"""The directory out of the house from the browser: what may be told to everybody, as HSDS 3.0."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from bot.console.looks import note_look
from bot.console.pages.place import keeps_places
from bot.console.visit import Visit
from bot.directory.hsds_export import service_document
from bot.directory_source.export import write_json, write_tables
from bot.store.directory_pages import told_services


def as_json(visit: Visit) -> Response:
    """One file of nested services."""
    folder = _begin(visit)
    path = folder / "directory.json"
    with visit.console.house.database.read() as connection:
        write_json(path, map(service_document, told_services(connection)))
    return _file(path, "application/json")


def as_tables(visit: Visit) -> Response:
    """The tables as CSV in one zip, safe to open in a spreadsheet."""
    folder = _begin(visit)
    tables, path = folder / "tables", folder / "directory.zip"
    with visit.console.house.database.read() as connection:
        write_tables(tables, map(service_document, told_services(connection)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(tables.iterdir()):
            archive.write(each, each.name)
    return _file(path, "application/zip")


def _begin(visit: Visit) -> Path:
    """Note the export before anything leaves, and make room for it."""
    keeps_places(visit)
    note_look(visit, "export_directory")
    return Path(tempfile.mkdtemp(prefix="warmline-"))


def _file(path: Path, kind: str) -> Response:
    gone = BackgroundTask(shutil.rmtree, path.parent, ignore_errors=True)
    return FileResponse(path, media_type=kind, filename=f"warmline-{path.name}", background=gone)

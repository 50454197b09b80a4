"""A file of places comes in from the browser: first what it would do, then, after a yes, it is done."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from uuid import uuid4

from starlette.responses import RedirectResponse, Response

from bot.console.pages.place import keeps_places
from bot.console.upload import MOST_BYTES, Uploads
from bot.console.visit import Refused, Visit
from bot.directory.mapping import PublisherMapping
from bot.directory.needs import TOPICS
from bot.directory.report import BrokenFile, ImportReport
from bot.directory_source.formats import FORMATS, Hints
from bot.directory_source.load import RESERVED, import_path, is_source_name
from bot.directory_source.mapped import LARGEST, mapping_at
from bot.store.audit import write_audit
from bot.store.directory_sources import count_current, read_sources
from bot.store.directory_uploads import Waiting, drop_upload, find_upload, keep_upload, write_upload

SHOWN = 100
GONE = "This file is not waiting any more. Please choose it again."
NO_FILE = "Please choose a file."
NO_NAME = "A source's name is letters, digits, blanks, dots and dashes, up to 80, and is not one of: " + ", ".join(
    sorted(RESERVED)
)


def ask(visit: Visit) -> Response:
    """The form, what was imported before, and the ways out."""
    keeps_places(visit)
    return _form(visit, {}, "")


def look(visit: Visit, files: Uploads) -> Response:
    """Keep the file and say what it would change; nothing is changed yet."""
    keeps_places(visit)
    sent, mapping = files.get("file"), files.get("mapping")
    typed = {name: visit.form.text(name).strip() for name in ("source", "format", "fellowship")}
    typed["needs"] = ",".join(need for need in TOPICS if need in visit.form.texts("needs"))
    if sent is None or not sent.size:
        return _form(visit, typed, NO_FILE, 422)
    name = _file_name(sent.name)
    source = typed["source"] or Path(name).stem
    if not is_source_name(source) or source in RESERVED:
        return _form(visit, typed, f"{NO_NAME}.", 422)
    mapping_text = mapping.file.read(LARGEST).decode("utf-8", errors="replace") if mapping else ""
    format_ = typed["format"] if typed["format"] in FORMATS else ""
    waiting = Waiting(
        uuid4().hex, visit.who.actor, visit.console.now(), name, source, format_, typed["needs"],
        typed["fellowship"][:40], mapping_text.replace("\0", ""), sent.size,
    )  # fmt: skip
    keep_upload(visit.console.house.database, waiting, sent.file)
    try:
        report = _run(visit, waiting, dry_run=True)
    except BrokenFile as error:
        _drop(visit, waiting.id, "import_broken", source)
        return _form(visit, typed, f"{_in_browser(error)} Nothing was changed.", 422)
    _note(visit, "import_dry_run", source)
    return _report(visit, report, waiting)


def answer(visit: Visit) -> Response:
    """Import the waiting file, or drop it."""
    keeps_places(visit)
    with visit.console.house.database.read() as connection:
        waiting = find_upload(connection, visit.form.text("upload")[:40], visit.who.actor)
    if waiting is None:
        raise Refused(404, GONE)
    if visit.form.text("do") != "import":
        _drop(visit, waiting.id, "import_dropped", waiting.source)
        return RedirectResponse("/console/places/import", 303)
    try:
        report = _run(visit, waiting, dry_run=False)
    except BrokenFile as error:
        _drop(visit, waiting.id, "import_broken", waiting.source)
        return _form(visit, {}, f"{_in_browser(error)} Nothing was changed.", 422)
    _drop(visit, waiting.id, "import_directory", waiting.source)
    return _report(visit, report, None)


def _run(visit: Visit, waiting: Waiting, dry_run: bool) -> ImportReport:
    house = visit.console.house
    with tempfile.TemporaryDirectory(prefix="warmline-") as folder:
        path = Path(folder) / waiting.name
        with path.open("wb") as file, house.database.read() as connection:
            write_upload(connection, waiting.id, file)
        needs = tuple(need for need in waiting.needs.split(",") if need)
        hints = Hints(waiting.format or None, _mapping(waiting, Path(folder)), needs, waiting.fellowship)
        return import_path(house.database, str(path), waiting.source, hints, dry_run, house.clock.now())


def _mapping(waiting: Waiting, folder: Path) -> PublisherMapping | None:
    if not waiting.mapping:
        return None
    path = folder / "mapping" / "mapping.yml"
    path.parent.mkdir()
    path.write_text(waiting.mapping, "utf-8")
    return mapping_at(path)


def _file_name(sent: str) -> str:
    """A name that is only a name; its ending says what the file is."""
    bare = re.sub(r"[^A-Za-z0-9._-]+", "-", sent.replace("\\", "/").rpartition("/")[2]).strip("-.")
    return bare[-80:].lstrip("-.") or "places"


def _in_browser(error: BrokenFile) -> str:
    return str(error).replace(" give another one with --source.", " please give another one.")


def _form(visit: Visit, typed: dict[str, str], problem: str, status: int = 200) -> Response:
    with visit.console.house.database.read() as connection:
        sources = read_sources(connection)
    return visit.page(
        "place_import.html",
        status=status,
        sources=sources,
        formats=FORMATS,
        topics=TOPICS,
        typed={"source": "", "format": "", "fellowship": "", "needs": "", **typed},
        problem=problem,
        most=MOST_BYTES // 2**20,
    )


def _report(visit: Visit, report: ImportReport, waiting: Waiting | None) -> Response:
    with visit.console.house.database.read() as connection:
        before = count_current(connection, report.source)
    return visit.page("place_import_report.html", report=report, waiting=waiting, before=before, shown=SHOWN)


def _note(visit: Visit, action: str, source: str) -> None:
    actor, now = visit.who.actor, visit.console.now()
    visit.console.house.database.write(lambda c: write_audit(c, actor, action, f"source:{source}", now))


def _drop(visit: Visit, upload_id: str, action: str, source: str) -> None:
    visit.console.house.database.write(lambda connection: drop_upload(connection, upload_id))
    _note(visit, action, source)

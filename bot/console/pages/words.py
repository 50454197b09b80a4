"""The words: every text the line sends, by topic, with what staff changed in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.visit import Refused, Visit
from bot.console.wording.topics import in_order, title_of, topic_title
from bot.store.wording import all_edits
from bot.wording.edits import Edit, State, in_use, newest, outdated, problems
from bot.wording.files import zipped
from bot.wording.shipped import DATA

VIEWS = {"changed": "Changed by us", "look": "Need a look"}


@dataclass(frozen=True)
class Row:
    """One response in the list. ``notes``: ``changed``, ``waits``, ``outdated``, ``out``."""

    response: str
    title: str
    topic: str
    english: str
    spanish: str
    notes: frozenset[str]


def show(visit: Visit) -> Response:
    """A topic, or what was looked for in all of them."""
    only_staff(visit)
    rows = _rows(visit)
    looked_for, view = visit.query("q").strip()[:100], visit.query("view")
    topics = in_order({row.topic for row in rows})
    topic = visit.query("topic") if visit.query("topic") in topics else topics[0]
    picked: Callable[[Row], bool] = _in_topic(topic)
    if looked_for:
        picked = _says(looked_for)
    elif view in VIEWS:
        picked = _in_view(view)
    note_look(visit, "read_words")
    return visit.page(
        "words.html",
        rows=[row for row in rows if picked(row)],
        topics=[(name, topic_title(name)) for name in topics],
        topic="" if looked_for or view in VIEWS else topic,
        looked_for=looked_for,
        view=view,
        views={name: (title, sum(map(_in_view(name), rows))) for name, title in VIEWS.items()},
        title=topic_title(topic),
    )


def download(visit: Visit) -> Response:
    """The files of ``data/`` that change with staff's words, as a zip."""
    only_staff(visit)
    note_look(visit, "export_words")
    name = 'attachment; filename="warmline-words.zip"'
    body = zipped(DATA, visit.console.words.shipped, _edits(visit))
    return Response(body, headers={"Content-Disposition": name}, media_type="application/zip")


def only_staff(visit: Visit) -> None:
    if not visit.who.sees_all:
        raise Refused(403, "The words are for staff. Ask your administrator if you should see them.")


def _edits(visit: Visit) -> list[Edit]:
    with visit.console.house.database.read() as connection:
        return all_edits(connection)


def _rows(visit: Visit) -> list[Row]:
    shipped = visit.console.words.shipped
    edits = _edits(visit)
    live = newest(edits)
    waiting = {edit.key for edit in edits if edit.state is State.WAITS}
    rows = []
    for response in sorted(shipped.names):
        notes, said = set(), {}
        for language in ("en", "es"):
            edit = live.get((response, language))
            used = in_use(edit, shipped)
            said[language] = edit.text if used and edit and edit.text else shipped.text(response, language)
            known = {
                "changed": used,
                "waits": (response, language) in waiting,
                "outdated": outdated(edit, shipped) and used,
                "out": bool(problems(edit, shipped)) or (edit is not None and edit.state is State.ASIDE),
            }
            notes |= {note for note, true in known.items() if true}
        topic = shipped.topics[response]
        rows.append(Row(response, title_of(visit, response), topic, said["en"], said["es"], frozenset(notes)))
    return rows


def needing_a_look(visit: Visit) -> int:
    """How many responses wait for a reader, or have something wrong."""
    return sum(map(_in_view("look"), _rows(visit)))


def _in_topic(topic: str) -> Callable[[Row], bool]:
    return lambda row: row.topic == topic


def _in_view(view: str) -> Callable[[Row], bool]:
    wanted = {"changed"} if view == "changed" else {"waits", "outdated", "out"}
    return lambda row: bool(row.notes & wanted)


def _says(words: str) -> Callable[[Row], bool]:
    wanted = words.casefold()
    return lambda row: wanted in f"{row.title} {row.response} {row.english} {row.spanish}".casefold()

"""One text: see it as it arrives, change it, read it for somebody else, and go back to what was."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.looks import note_look
from bot.console.pages.words import only_staff
from bot.console.visit import Refused, Visit
from bot.console.wording.sides import Side, look, names_of, read_sides, safety
from bot.console.wording.topics import READY, title_of, topic_title
from bot.store.audit import write_audit
from bot.store.wording import add_edit, edit_by_id, edits_of, lock_words, settle_edit
from bot.wording.catalog import LANGUAGES
from bot.wording.edits import State, base_of, newest

ONLY_ADMINS = "This text is about danger or consent. An administrator changes it, and a second person reads it."
OWN_EYES = "You wrote this yourself. Somebody else has to read it before it goes out."
TOO_LATE = "Somebody changed this text meanwhile. Look at theirs below; your words are still in the box."
SEEN_LATE = "Nothing was changed: somebody changed this text meanwhile. Look at theirs below, and then decide again."
SAID = {
    "saved": "Saved. It is in use from now on, everywhere, within about a second.",
    "waits": "Kept. It goes out when somebody else has read it and said yes; until then the old text does.",
    "agreed": "It goes out from now on.",
    "refused": "It does not go out. The text stays as it was.",
    "back": "Back to the shipped text.",
    "same": "Nothing was changed: these are the words that go out already.",
}


def show(visit: Visit) -> Response:
    only_staff(visit)
    response = _response(visit)
    note_look(visit, "read_words", f"words:{response}"[:60])
    return _page(visit, response, said=SAID.get(visit.query("did"), ""))


def look_at(visit: Visit) -> Response:
    """What somebody writes, as it would arrive: only this part, or the whole page without script."""
    only_staff(visit)
    response, language, text = _response(visit), _language(visit), _text(visit)
    if "HX-Request" in visit.request.headers:
        seen = look(visit, response, language, text)
        return Response(visit.fragment("word_seen.html", seen=seen, language=language), media_type="text/html")
    late = _base(visit, response, language) != visit.form.text("base")
    return _page(visit, response, drafts={language: text}, trouble=TOO_LATE if late else "")


def change(visit: Visit) -> Response:
    """``do``: ``save`` a text, go back to the ``shipped`` one or to an ``old`` one, ``agree`` or ``refuse``."""
    only_staff(visit)
    response, do = _response(visit), visit.form.text("do")
    if do == "save":
        return _save(visit, response)
    if do in ("shipped", "old"):
        return _go_back(visit, response, do)
    if do in ("agree", "refuse"):
        return _read_over(visit, response, do)
    raise Refused(422, "Please use a button of the page.")


def _save(visit: Visit, response: str) -> Response:
    language, text = _language(visit), _text(visit)
    careful = safety(visit, response)
    if careful and visit.who.role != "admin":
        raise Refused(403, ONLY_ADMINS)
    drafts = {language: text}
    side = next(side for side in read_sides(visit, response, drafts) if side.language == language)
    # Before anything else: a page that comes back shows what is there by now, so the next save would not be late.
    if visit.form.text("base") != str(side.base):
        return _page(visit, response, drafts, 409, trouble=TOO_LATE)
    if side.seen.barred:
        return _page(visit, response, drafts, 422, trouble="Not saved. Please mend the points marked below.")
    # The same words over an upgraded shipped text are news all the same: "we looked, and keep ours".
    if text == side.now and not side.outdated_from:
        return _done(response, "same")
    state = State.WAITS if careful else State.LIVE
    if not _write(visit, side, response, text, state, "change_words"):
        return _page(visit, response, drafts, 409, trouble=TOO_LATE)
    return _done(response, "waits" if careful else "saved")


def _go_back(visit: Visit, response: str, do: str) -> Response:
    """To words that two people have read already, or that are shipped: nobody has to wait for that."""
    language = _language(visit)
    if safety(visit, response) and visit.who.role != "admin":
        raise Refused(403, ONLY_ADMINS)
    side = next(side for side in read_sides(visit, response, {}) if side.language == language)
    text = None
    if do == "old":
        old = next((edit for edit in side.history if str(edit.id) == visit.form.text("edit")), None)
        if old is None or old.state is not State.LIVE:
            raise Refused(404, "There is no such text in the history.")
        text = old.text
        if text is not None and look(visit, response, language, text).barred:
            raise Refused(422, "That text does not fit any more. Copy it into the box and mend it.")
    if not _write(visit, side, response, text, State.LIVE, "undo_words"):
        return _page(visit, response, status=409, trouble=SEEN_LATE)
    return _done(response, "back" if text is None else "saved")


def _write(visit: Visit, side: Side, response: str, text: str | None, state: State, action: str) -> bool:
    """Write it down; false when the page that was used no longer shows what is there."""
    who, now, language = visit.who.actor, visit.console.now(), side.language

    def write(connection: Connection) -> bool:
        lock_words(connection)
        if visit.form.text("base") != str(base_of(edits_of(connection, response), language)):
            return False
        add_edit(connection, response, language, text, side.shipped, state, who, now)
        write_audit(connection, who, action, f"words:{language}:{response}"[:60], now)
        return True

    written = visit.console.house.database.write(write)
    visit.console.words.refresh()
    return written


def _base(visit: Visit, response: str, language: str) -> str:
    with visit.console.house.database.read() as connection:
        return str(base_of(edits_of(connection, response), language))


def _read_over(visit: Visit, response: str, do: str) -> Response:
    who, now, wanted = visit.who.actor, visit.console.now(), visit.form.text("edit")
    edit_id = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 16 else 0

    def settle(connection: Connection) -> bool:
        edit = edit_by_id(connection, edit_id)
        if edit is None or edit.response != response:
            return False
        if do == "agree" and edit.written_by == who:
            raise Refused(403, OWN_EYES)
        state = State.LIVE if do == "agree" else State.DROPPED
        settled = settle_edit(connection, edit_id, state, who, now)
        if settled:
            write_audit(connection, who, f"{do}_words", f"words:{edit.language}:{response}"[:60], now)
        return settled

    if not visit.console.house.database.write(settle):
        raise Refused(404, "This text does not wait any more. Look at the page again.")
    visit.console.words.refresh()
    return _done(response, "agreed" if do == "agree" else "refused")


def _page(
    visit: Visit,
    response: str,
    drafts: Mapping[str, str] | None = None,
    status: int = 200,
    said: str = "",
    trouble: str = "",
) -> Response:
    shipped = visit.console.words.shipped
    sides = read_sides(visit, response, drafts or {})
    with visit.console.house.database.read() as connection:
        edits = edits_of(connection, response)
    careful = safety(visit, response)
    return visit.page(
        "word.html",
        status,
        response=response,
        title=title_of(visit, response),
        topic=shipped.topics[response],
        ready=shipped.topics[response] in READY,
        topic_title=topic_title(shipped.topics[response]),
        sides=sides,
        careful=careful,
        may=not careful or visit.who.role == "admin",
        who=names_of(visit, edits),
        live={edit.id for edit in newest(edits).values()},
        said=said,
        trouble=trouble,
    )


def _done(response: str, did: str) -> Response:
    return RedirectResponse(f"/console/words/{response}?did={did}", 303)


def _response(visit: Visit) -> str:
    response = str(visit.request.path_params["response"])
    if response not in visit.console.words.shipped.names:
        raise Refused(404, "There is no text of that name.")
    return response


def _language(visit: Visit) -> str:
    language = visit.form.text("language")
    if language not in LANGUAGES:
        raise Refused(422, "Please use the form of the page.")
    return language


def _text(visit: Visit) -> str:
    """As typed, with the line ends of the house and without spaces at the ends."""
    return visit.form.text("text").replace("\r\n", "\n").strip()[:5_000]

"""One text of a person: "why did it say that?", and a reviewer's word on it."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.looks import note_look, occasion_of
from bot.console.pages.conversation import LARGEST_ID
from bot.console.story import SAID
from bot.console.visit import Refused, Visit
from bot.console.why import ranked, timeline
from bot.message import ACTS, NEEDS, Risk, RiskKind
from bot.store.audit import write_audit
from bot.store.judgements import (
    TAUGHT,
    WAITS,
    Judgement,
    drop_judgement,
    judgements_of,
    lock_judgement,
    save_judgement,
    set_state,
)
from bot.store.remarks import colleagues, remarks_of, staff_names
from bot.store.text_detail import TextDetail, read_text
from bot.store.thread import read_facts
from bot.teaching.correction import (
    MISREAD,
    Correction,
    NotACorrection,
    correction_of,
    read_correction,
    typed_correction,
    urgency,
)
from bot.teaching.neighbours import Neighbour, NoNeighbours

FOR_STAFF = "Texts are reviewed by staff. Ask your administrator if you should do that."
NOT_HERE = "There is no such text. It may have been deleted."


def show(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The whole page. The nearest training texts are worked out now and kept nowhere.

    A form that was sent holds what was chosen in it.
    """
    text = find_text(visit)
    note_look(visit, "read_text", f"text:{text.id}", occasion_of(visit, text.conversation_id))
    house = visit.console.house
    understood = correction_of(text.understood)
    with house.database.read() as connection:
        facts = read_facts(connection, house.vault, text.conversation_id)
        judged = judgements_of(connection, house.vault, text.conversation_id).get(text.id)
        remarks = [
            one for one in remarks_of(connection, house.vault, text.conversation_id) if one.message_id == text.id
        ]
        names, others = staff_names(connection, house.vault), colleagues(connection, house.vault)
        zip_code = text.understood.get("zip") or (facts.person.zip if facts else None)
        lists = ranked(connection, visit, text, zip_code)
    neighbours, no_neighbours = _neighbours(visit, text)
    should = judged.should if judged and judged.should else understood
    return visit.page(
        "text.html",
        status,
        text=text,
        understood=understood,
        judged=judged,
        should=typed_correction(visit.form.text, should) if visit.form.texts("act") else should,
        remarks=remarks,
        names=names,
        colleagues={key: name for key, name in others.items() if key != visit.who.staff_id},
        neighbours=neighbours,
        no_neighbours=no_neighbours,
        lists=lists,
        steps=timeline(text),
        did=[SAID.get(str(name)) or str(name) for name in text.notes.get("assistant", {}).get("says", ())],
        acts=[act for act in ACTS if act != "crisis"],
        needs=NEEDS,
        risks=list(Risk),
        kinds=list(RiskKind),
        trouble=trouble,
        wrong=visit.query("wrong") == "yes" or bool(trouble),
    )


def judge(visit: Visit) -> Response:
    """Right, wrong (with what it should have been), the last word taken back, or ``again`` after it was taught."""
    text, word = find_text(visit), visit.form.text("word")
    if word not in ("right", "wrong", "undo", "again"):
        raise Refused(422, "Please choose one of the buttons.")
    should = None
    if word == "wrong":
        try:
            should = read_correction(visit.form.text)
        except NotACorrection as problem:
            return show(visit, 422, str(problem))
    late = visit.console.house.database.write(lambda connection: _say(connection, visit, text, word, should))
    if late:
        return show(visit, 409, late)
    if visit.form.text("back") == "conversation":
        return RedirectResponse(f"/console/conversations/{text.conversation_id}#text-{text.id}", 303)
    return RedirectResponse(f"/console/texts/{text.id}", 303)


def _say(connection: Connection, visit: Visit, text: TextDetail, word: str, should: Correction | None) -> str:
    """Write the word down; why that cannot be, or nothing."""
    vault, who, now = visit.console.house.vault, visit.who, visit.console.now()
    judged = word_now(connection, visit, text)
    late = approved_meanwhile(connection, visit, judged)
    if word == "again":
        if not late:
            return ""  # it waits already, or nobody says anything of it
        set_state(connection, text.id, WAITS)
    elif late:
        return late
    elif word == "undo":
        drop_judgement(connection, text.id)
    else:
        place = urgency(correction_of(text.understood), should) if should else MISREAD
        save_judgement(connection, vault, text.id, text.conversation_id, who.staff_id, should, place, now)
    write_audit(connection, who.actor, f"text_{word}", f"text:{text.id}", now)
    return ""


def word_now(connection: Connection, visit: Visit, text: TextDetail) -> Judgement | None:
    """The word on ``text`` as it is until the transaction ends. Raises :class:`Refused` when the text was deleted."""
    vault = visit.console.house.vault
    judged = lock_judgement(connection, vault, text.conversation_id, text.id)
    if read_text(connection, vault, text.id) is None:
        raise Refused(404, NOT_HERE)
    return judged


def approved_meanwhile(connection: Connection, visit: Visit, judged: Judgement | None) -> str:
    """Why no other word can be said on a text: it is learned from. Empty when one can."""
    if judged is None or judged.state != TAUGHT:
        return ""
    names = staff_names(connection, visit.console.house.vault)
    who = "You" if judged.staff_id == visit.who.staff_id else names.get(judged.staff_id, "Somebody")
    return f"{who} approved this text already. Was that wrong? Take it out under “Approved for training” first."


def find_text(visit: Visit) -> TextDetail:
    """The text of the address, for staff only. Raises :class:`Refused`."""
    if not visit.who.sees_all:
        raise Refused(403, FOR_STAFF)
    number = int(visit.request.path_params["id"])
    if number > LARGEST_ID:
        raise Refused(404, NOT_HERE)
    with visit.console.house.database.read() as connection:
        found = read_text(connection, visit.console.house.vault, number)
    if found is None:
        raise Refused(404, NOT_HERE)
    return found


def _neighbours(visit: Visit, text: TextDetail) -> tuple[tuple[Neighbour, ...], str]:
    if not text.body.strip():
        return (), "There are no words to compare."
    try:
        return visit.console.neighbours.nearest(text.body), ""
    except NoNeighbours as problem:
        return (), str(problem)

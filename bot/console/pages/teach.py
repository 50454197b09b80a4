"""Teach it: what was misread or uncertain, rewritten so that nobody can be recognized, and approved for training."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.looks import note_look, occasion_of
from bot.console.pages.text import find_text
from bot.console.visit import Refused, Visit
from bot.message import ACTS, NEEDS, Risk, RiskKind
from bot.store.audit import write_audit
from bot.store.examples import add_example, approved_examples, drop_example
from bot.store.judgements import SET_ASIDE, TAUGHT, judgements_of, queue, queue_counts, save_judgement, set_state
from bot.store.remarks import staff_names
from bot.store.text_detail import TextDetail
from bot.store.thread import read_facts
from bot.teaching.correction import (
    DETAILS,
    Correction,
    NotACorrection,
    correction_of,
    read_correction,
    typed_correction,
    urgency,
)
from bot.teaching.examples import Example, file_of, label_of, patch_of, plain_line
from bot.teaching.masking import mask, problems

ADDRESS = "/console/teach"
OFF = "Teaching is off here. Whoever runs the line can set WARMLINE_TEACHING=on once your policy allows it."
FOR_STAFF = "Teaching is for staff. Ask your administrator if you should do that."
NO_CONSENT = "Confirm first that your policy allows it and that nobody can be recognized."
STOPPED = "This person stopped the texts, so their words are not used for training."


@dataclass(frozen=True)
class Draft:
    """What stands in the form: the rewritten text, what it means, and what is wrong with it."""

    text: str
    should: Correction
    detail: str = ""
    problems: tuple[str, ...] = ()


def show(visit: Visit) -> Response:
    """The queue, and what was approved so far."""
    _staff(visit)
    note_look(visit, "read_teaching_queue")
    house = visit.console.house
    with house.database.read() as connection:
        waiting = queue(connection, house.vault)
        counts = queue_counts(connection)
        approved = approved_examples(connection, house.vault)
        names = staff_names(connection, house.vault)
    return visit.page(
        "teach.html", waiting=waiting, counts=counts, approved=approved[::-1], names=names, on=_on(visit), off=OFF
    )


def rewrite(visit: Visit) -> Response:
    """One text to rewrite; a draft with marks in place of names, numbers and places is made for it."""
    _staff(visit)
    text = find_text(visit)
    note_look(visit, "read_text", f"text:{text.id}", occasion_of(visit, text.conversation_id))
    town = visit.console.hints.read(text.body, (), None, False).town
    should = _judged(visit, text) or correction_of(text.understood)
    return _form(visit, text, Draft(mask(text.body, town.said.partition(",")[0] or town.unclear), should))


def decide(visit: Visit) -> Response:
    """Approve the rewritten text for training, or set the correction aside."""
    _staff(visit)
    text, who, now = find_text(visit), visit.who, visit.console.now()
    house = visit.console.house
    if visit.form.text("do") == "set_aside":

        def put_aside(connection: Connection) -> None:
            if _judged(visit, text) is None:
                meant = correction_of(text.understood)
                save_judgement(connection, house.vault, text.id, text.conversation_id, who.staff_id, meant, 2, now)
            set_state(connection, text.id, SET_ASIDE)
            write_audit(connection, who.actor, "teach_set_aside", f"text:{text.id}", now)

        house.database.write(put_aside)
        return RedirectResponse(ADDRESS, 303)
    return _approve(visit, text)


def _approve(visit: Visit, text: TextDetail) -> Response:
    house, who, now = visit.console.house, visit.who, visit.console.now()
    words, detail = plain_line(visit.form.text("words")), visit.form.text("detail")
    found = list(problems(visit.form.text("words").strip()))
    try:
        should = read_correction(visit.form.text)
    except NotACorrection as problem:
        before = _judged(visit, text) or correction_of(text.understood)
        should, found = typed_correction(visit.form.text, before), [*found, str(problem)]
    if not _on(visit):
        found.append(OFF)
    if not visit.form.text("consent"):
        found.append(NO_CONSENT)
    if _stopped(visit, text):
        found.append(STOPPED)
    if found:
        return _form(visit, text, Draft(visit.form.text("words"), should, detail, tuple(found)), 422)
    understood, label = correction_of(text.understood), label_of(should, detail)
    language = "es" if visit.form.text("language") == "es" else "en"
    alarm = understood.risk.rank >= Risk.CHECK.rank > should.risk.rank
    approved = Example(words, label, language, file_of(label, language, alarm))

    def save(connection: Connection) -> None:
        place = urgency(understood, should)
        save_judgement(connection, house.vault, text.id, text.conversation_id, who.staff_id, should, place, now)
        set_state(connection, text.id, TAUGHT)
        made = add_example(connection, house.vault, approved, who.staff_id, now)
        # The text and its rewriting are not named together: the audit must not lead from one to the other.
        write_audit(connection, who.actor, "teach_approve", f"example:{made}", now, "policy allows it, nobody named")

    house.database.write(save)
    return RedirectResponse(ADDRESS, 303)


def drop(visit: Visit) -> Response:
    """Learn from an approved text no more; the model forgets it with the next training."""
    _staff(visit)
    number, actor, now = visit.form.text("example"), visit.who.actor, visit.console.now()

    def save(connection: Connection) -> None:
        if number.isascii() and number.isdigit() and len(number) < 16 and drop_example(connection, int(number)):
            write_audit(connection, actor, "teach_drop", f"example:{number}", now)

    visit.console.house.database.write(save)
    return RedirectResponse(f"{ADDRESS}#approved", 303)


def download(visit: Visit) -> Response:
    """The approved texts as a patch for ``data/nlu``; an export is noted."""
    _staff(visit)
    note_look(visit, "export_examples")
    house = visit.console.house
    with house.database.read() as connection:
        patch = patch_of(one.example for one in approved_examples(connection, house.vault))
    name = 'attachment; filename="teaching.patch"'
    return Response(patch, headers={"Content-Disposition": name}, media_type="text/x-patch; charset=utf-8")


def _form(visit: Visit, text: TextDetail, draft: Draft, status: int = 200) -> Response:
    return visit.page(
        "teach_one.html",
        status,
        text=text,
        draft=draft,
        should=draft.should,
        understood=correction_of(text.understood),
        language=visit.form.text("language") or str(text.understood.get("language") or "en"),
        details=[detail for each in DETAILS.values() for detail in each],
        on=_on(visit),
        off=OFF,
        stopped=STOPPED if _stopped(visit, text) else "",
        acts=[act for act in ACTS if act != "crisis"],
        needs=NEEDS,
        risks=list(Risk),
        kinds=list(RiskKind),
    )


def _judged(visit: Visit, text: TextDetail) -> Correction | None:
    house = visit.console.house
    with house.database.read() as connection:
        judged = judgements_of(connection, house.vault, text.conversation_id).get(text.id)
    return judged.should if judged else None


def _stopped(visit: Visit, text: TextDetail) -> bool:
    house = visit.console.house
    with house.database.read() as connection:
        facts = read_facts(connection, house.vault, text.conversation_id)
    return facts is None or facts.opted_out_at is not None or facts.erased_at is not None


def _on(visit: Visit) -> bool:
    return visit.console.house.settings.warmline_teaching == "on"


def _staff(visit: Visit) -> None:
    if not visit.who.sees_all:
        raise Refused(403, FOR_STAFF)

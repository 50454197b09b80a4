"""Teach it: what was misread or uncertain, rewritten so that nobody can be recognized, and approved for training."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.looks import note_look, occasion_of
from bot.console.pages.text import approved_meanwhile, find_text, word_now
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
    MISREAD,
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
ASIDE = (
    "Somebody set this text aside meanwhile. To use it all the same, save it as wrong on “Why did it say that?” first."
)
STOPPED = "This person stopped the texts, so their words are not used for training."


@dataclass(frozen=True)
class Draft:
    """What stands in the form: the rewritten text, what it means, and what is wrong with it.

    ``late``: nothing is wrong with it, but somebody else was faster.
    """

    text: str
    should: Correction
    detail: str = ""
    problems: tuple[str, ...] = ()
    late: bool = False


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
    text = find_text(visit)
    return _set_aside(visit, text) if visit.form.text("do") == "set_aside" else _approve(visit, text)


def _set_aside(visit: Visit, text: TextDetail) -> Response:
    house, who, now = visit.console.house, visit.who, visit.console.now()

    def save(connection: Connection) -> str:
        judged = word_now(connection, visit, text)
        late = approved_meanwhile(connection, visit, judged)
        if late:
            return late
        if judged is None:
            meant = correction_of(text.understood)
            save_judgement(connection, house.vault, text.id, text.conversation_id, who.staff_id, meant, MISREAD, now)
        set_state(connection, text.id, SET_ASIDE)
        write_audit(connection, who.actor, "teach_set_aside", f"text:{text.id}", now)
        return ""

    late = house.database.write(save)
    return _form(visit, text, _typed(visit, text, (late,), True), 409) if late else RedirectResponse(ADDRESS, 303)


def _approve(visit: Visit, text: TextDetail) -> Response:
    house, who, now = visit.console.house, visit.who, visit.console.now()
    words, detail = plain_line(visit.form.text("words")), visit.form.text("detail")
    found = list(problems(visit.form.text("words").strip()))
    try:
        should = read_correction(visit.form.text)
    except NotACorrection as problem:
        found.append(str(problem))
    if not _on(visit):
        found.append(OFF)
    if not visit.form.text("consent"):
        found.append(NO_CONSENT)
    if _stopped(visit, text):
        found.append(STOPPED)
    if found:
        return _form(visit, text, _typed(visit, text, tuple(found)), 422)
    understood, label = correction_of(text.understood), label_of(should, detail)
    language = "es" if visit.form.text("language") == "es" else "en"
    alarm = understood.risk.rank >= Risk.CHECK.rank > should.risk.rank
    approved = Example(words, label, language, file_of(label, language, alarm))

    def save(connection: Connection) -> str:
        judged = word_now(connection, visit, text)
        late = approved_meanwhile(connection, visit, judged)
        if late or (judged and judged.state == SET_ASIDE):
            return late or ASIDE
        place = urgency(understood, should)
        save_judgement(connection, house.vault, text.id, text.conversation_id, who.staff_id, should, place, now)
        set_state(connection, text.id, TAUGHT)
        made = add_example(connection, house.vault, approved, who.staff_id, now)
        # The text and its rewriting are not named together: the audit must not lead from one to the other.
        write_audit(connection, who.actor, "teach_approve", f"example:{made}", now, "policy allows it, nobody named")
        return ""

    late = house.database.write(save)
    return _form(visit, text, _typed(visit, text, (late,), True), 409) if late else RedirectResponse(ADDRESS, 303)


def _typed(visit: Visit, text: TextDetail, found: tuple[str, ...], late: bool = False) -> Draft:
    """What was written and chosen, so that nothing of it is lost."""
    before = _judged(visit, text) or correction_of(text.understood)
    should = typed_correction(visit.form.text, before)
    return Draft(visit.form.text("words"), should, visit.form.text("detail"), found, late)


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

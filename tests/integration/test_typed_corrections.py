"""What a reviewer chose in the form stays in it, whatever is wrong with it: the next click saves what is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.app import House
from bot.store.examples import approved_examples
from bot.store.judgements import judgements_of
from tests.integration.console_world import send
from tests.integration.test_teaching import GOOD, MIGUEL, world_with

BAD = {"act": "seek", "risk": "check", "kind": "suicide", "about": "other"}  # ticks no need
ADVICE = "Tick what they look for"


@dataclass(frozen=True)
class Shown:
    """What is chosen in the correction of a page."""

    act: str
    needs: list[str]
    risk: str
    kind: str
    about: str


def shown(page: str) -> Shown:
    form = page.partition('<select name="act">')[2].partition("</form>")[0]
    chosen = [
        re.findall(r'value="([^"]*)" selected', form.partition(f'<select name="{name}">')[2].partition("</select>")[0])
        for name in ("kind", "about")
    ]
    act = re.findall(r'value="([^"]*)" selected', form.partition("</select>")[0])
    needs = re.findall(r'name="need-(\w+)" value="yes" checked', form)
    risk = re.findall(r'name="risk" value="(\w+)" checked', form)
    return Shown(*("".join(act), needs, "".join(risk), "".join(chosen[0]), "".join(chosen[1])))


def test_what_was_chosen_is_approved_and_not_what_was_misread(house: House) -> None:
    world, text = world_with(house, "on")
    ana, page = world.member(), f"/console/teach/{text}"
    judge = {"word": "wrong", "act": "other", "risk": "check", "kind": "suicide", "about": "self"}
    assert send(ana, f"/console/texts/{text}/judge", f"/console/texts/{text}", **judge).status_code == 303
    assert shown(ana.get(page).text) == Shown("other", [], "check", "suicide", "")
    asked = send(ana, page, do="approve", words=GOOD, consent="yes", **BAD)
    assert (asked.status_code, ADVICE in asked.text) == (422, True)
    seen = shown(asked.text)
    assert seen == Shown("seek", [], "check", "suicide", "other")
    mended = {"act": seen.act, "need-housing": "yes", "risk": seen.risk, "kind": seen.kind, "about": seen.about}
    assert send(ana, page, do="approve", words=GOOD, consent="yes", **mended).status_code == 303
    with house.database.read() as connection:
        judged = judgements_of(connection, house.vault, world.conversation(MIGUEL))[text].should
        (example,) = approved_examples(connection, house.vault)
    assert judged is not None
    assert (judged.needs, judged.risk, judged.kind) == (("housing",), "check", "suicide")
    assert example.example.label != "seek/jobs"


def test_what_was_chosen_on_the_page_of_a_text_stays_there(house: House) -> None:
    world, text = world_with(house, "on")
    ana, page = world.member(), f"/console/texts/{text}"
    asked = send(ana, f"{page}/judge", page, word="wrong", **BAD)
    assert (asked.status_code, ADVICE in asked.text) == (422, True)
    assert shown(asked.text) == Shown("seek", [], "check", "suicide", "other")


def test_what_is_missing_in_a_form_is_as_it_was_judged(house: House) -> None:
    world, text = world_with(house, "on")
    ana, page = world.member(), f"/console/teach/{text}"
    judge = {"word": "wrong", "act": "seek", "need-housing": "yes", "risk": "check", "kind": "suicide"}
    send(ana, f"/console/texts/{text}/judge", f"/console/texts/{text}", **judge)
    asked = send(ana, page, do="approve", words=GOOD, consent="yes", act="haunted", risk="huge", kind="odd")
    assert asked.status_code == 422
    assert shown(asked.text) == Shown("seek", [], "check", "suicide", ""), "needs are boxes: none ticked is none"

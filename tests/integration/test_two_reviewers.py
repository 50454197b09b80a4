"""Two reviewers, or one who clicks twice, on the same text: what is learned from it is said once, and by one."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection
from starlette.testclient import TestClient

from bot.app import House
from bot.store.erasure import erase_conversation
from bot.store.events import lock_conversation
from bot.store.judgements import TAUGHT, judgements_of, lock_judgement, save_judgement, set_state
from bot.teaching.correction import Correction
from tests.integration.console_world import TOKEN, World, post, send
from tests.integration.side_by_side import beside
from tests.integration.test_teaching import FORM, GOOD, MIGUEL, approved, world_with

BENS = "somebody turned off my electricity"


def state(world: World, text: int) -> str | None:
    with world.house.database.read() as connection:
        judged = judgements_of(connection, world.house.vault, world.conversation(MIGUEL)).get(text)
    return judged.state if judged else None


def two_before_one_text(house: House) -> tuple[World, int, TestClient, TestClient]:
    world, text = world_with(house, "on")
    return world, text, world.member(), world.member("staff", "ben@example.org")


def test_what_ana_approved_ben_does_not_set_aside_and_nobody_approves_again(house: House) -> None:
    world, text, ana, ben = two_before_one_text(house)
    page = f"/console/teach/{text}"
    assert post(ana, page, do="approve", words=GOOD, **FORM) == 303
    late = send(ben, page, do="set_aside", words=BENS, **FORM)
    assert (late.status_code, BENS in late.text) == (409, True), "nothing that he typed is lost"
    assert "ana approved this text already" in late.text
    assert 'name="need-housing" value="yes" checked' in late.text
    assert post(ben, page, do="approve", words=BENS, **FORM) == 409
    twice = send(ana, page, do="approve", words=GOOD, **FORM)
    assert (twice.status_code, "You approved this text already" in twice.text) == (409, True)
    assert (state(world, text), approved(world)) == (TAUGHT, [GOOD])
    assert [action for _, action, _ in world.audited()].count("teach_approve") == 1


def test_what_ben_set_aside_is_not_approved_from_an_open_form(house: House) -> None:
    world, text, ana, ben = two_before_one_text(house)
    page, why = f"/console/teach/{text}", f"/console/texts/{text}"
    assert post(ben, page, do="set_aside") == 303
    late = send(ana, page, do="approve", words=GOOD, **FORM)
    assert (late.status_code, "set this text aside meanwhile" in late.text) == (409, True)
    assert approved(world) == []
    wrong = {"word": "wrong", "act": "seek", "need-housing": "yes", "risk": "none"}
    assert post(ana, f"{why}/judge", why, **wrong) == 303
    assert post(ana, page, do="approve", words=GOOD, **FORM) == 303, "she decided so, and knows of his word"


@pytest.mark.parametrize("word", ["undo", "right", "wrong"])
def test_the_word_on_a_text_stays_while_it_is_learned_from(house: House, word: str) -> None:
    world, text, ana, ben = two_before_one_text(house)
    why = f"/console/texts/{text}"
    assert post(ana, f"/console/teach/{text}", do="approve", words=GOOD, **FORM) == 303
    late = send(ben, f"{why}/judge", why, word=word, act="seek", risk="check", kind="suicide", **{"need-food": "yes"})
    assert (late.status_code, "ana approved this text already" in late.text) == (409, True)
    assert 'name="need-food" value="yes" checked' in late.text
    assert state(world, text) == TAUGHT


def test_who_took_the_text_out_lets_it_wait_again(house: House) -> None:
    world, text, ana, _ = two_before_one_text(house)
    why, teach = f"/console/texts/{text}", "/console/teach"
    assert post(ana, f"{why}/judge", why, word="again") == 303
    assert state(world, text) is None, "nobody had said anything of it"
    assert post(ana, f"{teach}/{text}", do="approve", words=GOOD, **FORM) == 303
    assert "Take back" not in ana.get(why).text
    number = ana.get(teach).text.partition('name="example" value="')[2].partition('"')[0]
    assert post(ana, f"{teach}/approved", teach, example=number) == 303
    assert post(ana, f"{why}/judge", why, word="again") == 303
    assert post(ana, f"{why}/judge", why, word="again") == 303
    assert post(ana, f"{teach}/{text}", do="approve", words=BENS, **FORM) == 303
    assert approved(world) == [BENS]
    assert [action for _, action, _ in world.audited()].count("text_again") == 1


def test_an_approval_in_the_very_moment_is_seen(on_postgres: House) -> None:
    house = on_postgres
    world, text, _, ben = two_before_one_text(house)
    page, vault, own, now = f"/console/teach/{text}", house.vault, world.conversation(MIGUEL), 5.0
    token = TOKEN.search(ben.get(page).text)
    assert token is not None
    meant = Correction("seek", ("housing",))

    def approve(connection: Connection) -> None:
        lock_judgement(connection, vault, own, text)
        save_judgement(connection, vault, text, own, 1, meant, 2, now)
        set_state(connection, text, TAUGHT)

    late = beside(house, approve, lambda: ben.post(page, data={"form_token": token[1], "do": "set_aside"}))
    assert late.result(60).status_code == 409
    assert state(world, text) == TAUGHT


def test_a_text_that_was_erased_meanwhile_is_told_so(on_postgres: House) -> None:
    house = on_postgres
    world, text, _, ben = two_before_one_text(house)
    page, own = f"/console/teach/{text}", world.conversation(MIGUEL)
    token = TOKEN.search(ben.get(page).text)
    assert token is not None
    world.all_read()

    def erased(connection: Connection) -> None:
        lock_conversation(connection, own)
        erase_conversation(connection, own, 5.0)

    fields = {"form_token": token[1], "do": "approve", "words": GOOD, **FORM}
    assert beside(house, erased, lambda: ben.post(page, data=fields)).result(60).status_code == 404
    assert approved(world) == []

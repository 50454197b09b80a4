"""Kim invites people, changes roles, and can neither raise herself nor be the last who goes."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from bot.people.laws import By, Refusal
from bot.people.sign_ins import change_role, switch_off
from bot.store.staff import able_admins
from tests.integration.console_world import PASSWORD, post, sign_in
from tests.integration.people_world import ANA, KIM, LEE, PEOPLE, PeopleWorld, fill, one_time_code
from tests.integration.people_world import world as world  # a fixture

SIGN_INS = f"{PEOPLE}/sign-ins"


def test_an_invitation_is_shown_once_and_lets_ana_in(world: PeopleWorld) -> None:
    kim, dana = world.member("admin", KIM), world.coach()
    answer = fill(kim, SIGN_INS, email=ANA, role="coach", coach=str(dana))
    code = one_time_code(answer)
    assert code not in kim.get(SIGN_INS).text
    ana = world.browser()
    assert post(ana, "/console/welcome", code=code, password=PASSWORD, repeat=PASSWORD) == 303
    assert ana.get("/console/desk").status_code == 200
    assert "answers as Dana" in kim.get(SIGN_INS).text
    assert world.audited_why("invite")[-1] == (f"staff:{world.id_of(KIM)}", f"staff:{world.id_of(ANA)}", "as coach")


def test_a_wrong_invitation_says_what_is_wrong(world: PeopleWorld) -> None:
    kim = world.member("admin", KIM)
    wrong: list[tuple[dict[str, str], str]] = [
        ({"email": "ana", "role": "staff"}, "Expected an e-mail address like dana@example.org."),
        ({"email": KIM, "role": "staff"}, "was invited before"),
        ({"email": ANA, "role": "king"}, "Expected a role"),
        ({"email": ANA, "role": "coach", "coach": "77"}, "There is no such coach any more."),
    ]
    for fields, said in wrong:
        answer = fill(kim, SIGN_INS, **fields)
        assert (answer.status, said in answer.text) == (422, True), said
        assert "welcome#" not in answer.text


def test_a_new_role_ends_every_session_and_is_in_the_audit(world: PeopleWorld) -> None:
    kim, ana = world.member("admin", KIM), world.member("staff", ANA)
    page = f"{SIGN_INS}/{world.id_of(ANA)}"
    assert ana.get(SIGN_INS).status_code == 403
    assert "signed out everywhere" in fill(kim, page, do="role", role="admin").text
    assert ana.get(SIGN_INS).headers["location"].startswith("/console/sign-in")
    assert sign_in(ana, ANA) == 303
    assert ana.get(SIGN_INS).status_code == 200
    assert world.audited_why("role_changed") == [
        (f"staff:{world.id_of(KIM)}", f"staff:{world.id_of(ANA)}", "role staff → admin")
    ]


def test_nobody_changes_their_own_sign_in(world: PeopleWorld) -> None:
    world.member("admin", LEE)
    kim = world.member("admin", KIM)
    wrong: list[tuple[dict[str, str], str]] = [
        ({"do": "role", "role": "staff"}, "change the role"),
        ({"do": "off"}, "switch off"),
        ({"do": "reset"}, "reset"),
    ]
    for fields, what in wrong:
        answer = fill(kim, f"{SIGN_INS}/{world.id_of(KIM)}", SIGN_INS, **fields)
        assert (answer.status, f"cannot {what}" in answer.text) == (422, True), what
    assert kim.get(SIGN_INS).status_code == 200


def test_the_last_administrator_stays_whoever_asks(world: PeopleWorld) -> None:
    """An administrator who was invited but has no password yet does not count."""
    world.member("admin", KIM)
    world.invite(LEE, "admin")
    kim, vault = world.id_of(KIM), world.house.vault
    by = By("command line", world.clock.now().timestamp())
    for deed in (
        lambda c: switch_off(c, vault, by, kim),
        lambda c: change_role(c, vault, by, kim, "staff", None),
    ):
        with pytest.raises(Refusal, match="last administrator"):
            world.house.database.write(deed)
    world.member("admin", LEE)
    world.house.database.write(lambda c: switch_off(c, vault, by, kim))


def test_two_administrators_who_switch_each_other_off_at_once_are_not_both_gone(world: PeopleWorld) -> None:
    world.member("admin", KIM)
    world.member("admin", LEE)
    kim, lee, vault, now = world.id_of(KIM), world.id_of(LEE), world.house.vault, world.clock.now().timestamp()
    start, refused = threading.Barrier(2), list[str]()

    def go(own: int, other: int) -> None:
        start.wait()
        try:
            world.house.database.write(lambda c: switch_off(c, vault, By(f"staff:{own}", now, own), other))
        except Refusal as error:
            refused.append(str(error))

    threads = [threading.Thread(target=go, args=pair) for pair in ((kim, lee), (lee, kim))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with world.house.database.read() as connection:
        left = able_admins(connection)
    assert (len(left), len(refused)) == (1, 1)


def test_who_is_switched_off_is_out_at_once_and_comes_back_with_a_new_link(world: PeopleWorld) -> None:
    kim, ana = world.member("admin", KIM), world.member("staff", ANA)
    page = f"{SIGN_INS}/{world.id_of(ANA)}"
    assert "cannot sign in any more" in fill(kim, page, do="off").text
    assert ana.get("/console").headers["location"].startswith("/console/sign-in")
    assert sign_in(world.browser(), ANA) == 401
    code = one_time_code(fill(kim, page, do="reset"))
    assert post(ana, "/console/welcome", code=code, password=PASSWORD, repeat=PASSWORD) == 303


def test_signing_out_everywhere_leaves_the_password(world: PeopleWorld) -> None:
    kim, ana = world.member("admin", KIM), world.member("staff", ANA)
    assert "signed out everywhere" in fill(kim, f"{SIGN_INS}/{world.id_of(ANA)}", do="sign_out").text
    assert ana.get("/console").status_code == 303
    assert sign_in(world.browser(), ANA) == 303


def test_a_refusal_has_changed_nothing(world: PeopleWorld) -> None:
    world.member("admin", KIM)
    rows = len(world.audited())
    refused: Callable[[Connection], None] = lambda c: switch_off(  # noqa: E731
        c, world.house.vault, By("command line", 1.0), world.id_of(KIM)
    )
    with pytest.raises(Refusal):
        world.house.database.write(refused)
    assert len(world.audited()) == rows

"""Who comes into the console, and who does not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.app import House
from bot.console.routes import console_routes
from bot.settings import read_settings
from bot.store.staff import staff_by_email
from bot.store.staff_sessions import IDLE_SECONDS, LONGEST_SECONDS
from tests.integration.console_world import PASSWORD, TOKEN, World, post, sign_in
from tests.integration.engine import SettableClock

MIGUEL = "+15550100"


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


def test_nobody_reads_anything_without_signing_in(world: World) -> None:
    own = world.text(MIGUEL, "hello")
    stranger = world.browser()
    for path in ("/console", f"/console/conversations/{own}"):
        answer = stranger.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/console/sign-in?next=")
    with stranger.stream("GET", f"/console/conversations/{own}/live") as answer:
        assert "hello" not in answer.read().decode()


def test_a_code_works_once_and_for_three_days(world: World) -> None:
    code = world.invite("ana@example.org", "staff")
    fields = {"code": code, "password": PASSWORD, "repeat": PASSWORD}
    assert post(world.browser(), "/console/welcome", **fields) == 303
    assert post(world.browser(), "/console/welcome", **fields) == 422
    late = world.invite("ben@example.org", "staff")
    world.clock.forward(3 * 24 * 3600 + 1)
    assert post(world.browser(), "/console/welcome", code=late, password=PASSWORD, repeat=PASSWORD) == 422


@pytest.mark.parametrize(
    ("password", "repeat"),
    [("elevenchars", "elevenchars"), ("aaaabbbbaaaabbbb", "aaaabbbbaaaabbbb"), (PASSWORD, PASSWORD + "!")],
)
def test_a_weak_or_mistyped_password_is_not_taken(world: World, password: str, repeat: str) -> None:
    code = world.invite("ana@example.org", "staff")
    assert post(world.browser(), "/console/welcome", code=code, password=password, repeat=repeat) == 422
    assert post(world.browser(), "/console/welcome", code=code, password=PASSWORD, repeat=PASSWORD) == 303


def test_a_new_password_ends_the_sessions_of_the_old_one(world: World) -> None:
    old = world.member()
    assert old.get("/console").status_code == 200
    world.member()  # invited again
    assert old.get("/console").status_code == 303


def test_fifteen_idle_minutes_end_a_session_and_watching_is_idle(world: World) -> None:
    ana = world.member()
    world.clock.forward(IDLE_SECONDS - 60)
    assert ana.get("/console").status_code == 200
    world.clock.forward(IDLE_SECONDS - 60)
    assert ana.get("/console").status_code == 200  # the click before began the time anew
    world.clock.forward(IDLE_SECONDS + 1)
    with ana.stream("GET", "/console/conversations/live") as stream:
        assert "signed-out" in stream.read().decode()
    assert ana.get("/console").status_code == 303


def test_a_session_ends_after_twelve_hours_however_busy(world: World) -> None:
    ana = world.member()
    for _ in range(int(LONGEST_SECONDS // 800)):
        assert ana.get("/console").status_code == 200
        world.clock.forward(800)
    world.clock.forward(1)
    assert ana.get("/console").status_code == 303


def test_signing_out_ends_the_session_for_a_copied_cookie_too(world: World) -> None:
    ana, thief = world.member(), world.browser()
    thief.cookies.update(ana.cookies)
    assert thief.get("/console").status_code == 200
    assert post(ana, "/console/sign-out", page="/console") == 303
    assert thief.get("/console").status_code == 303


def test_a_form_from_elsewhere_changes_nothing(world: World) -> None:
    ana = world.member()
    assert ana.post("/console/sign-out", data={"other": "field"}).status_code == 403
    assert ana.post("/console/sign-out", data={"form_token": "0" * 64}).status_code == 403
    assert ana.get("/console").status_code == 200


def test_a_link_or_a_post_from_another_site_leaves_open_forms_good(world: World) -> None:
    stranger = world.browser()
    cookie = stranger.get("/console/sign-in").headers["set-cookie"]
    assert cookie.startswith("warmline_form=")
    assert "samesite=lax" in cookie.lower()  # it comes with a click in a mail, as the session does
    posted = world.browser().post("/console/sign-in", data={"email": "ana@example.org"})  # no cookie comes with it
    assert posted.status_code == 403
    assert "set-cookie" not in posted.headers


def test_all_forms_of_a_page_are_made_from_one_seed(world: World) -> None:
    own = world.text(MIGUEL, "hello")
    ana = world.member()
    ana.cookies.delete("warmline_form")
    tokens = set(TOKEN.findall(ana.get(f"/console/conversations/{own}").text))
    assert len(tokens) == 1
    assert ana.post("/console/sign-out", data={"form_token": tokens.pop()}).status_code == 303


def test_guessing_makes_strangers_wait_but_not_anas_own_browser(world: World) -> None:
    ana = world.member()
    guesser = world.browser()
    for _ in range(5):
        assert sign_in(guesser, password="a guess at it") == 401
    assert sign_in(guesser) == 401  # even the right one, for a minute
    post(ana, "/console/sign-out", page="/console")
    assert sign_in(ana) == 303
    for _ in range(5):
        sign_in(guesser, password="a guess at it")
    world.clock.forward(61)
    assert sign_in(guesser) == 303


def test_a_known_browser_waits_after_its_own_guesses(world: World) -> None:
    ana = world.member()
    post(ana, "/console/sign-out", page="/console")
    for _ in range(5):
        assert sign_in(ana, password="a guess at it") == 401
    assert sign_in(ana) == 401
    world.clock.forward(61)
    assert sign_in(ana) == 303


def test_the_answer_is_the_same_for_a_wrong_password_and_an_unknown_address(world: World) -> None:
    world.member()
    client = world.browser()
    wrong = {"email": "ana@example.org", "password": "not the password"}
    unknown = {"email": "nobody@example.org", "password": "not the password"}
    client.get("/console/sign-in")
    assert post(client, "/console/sign-in", **wrong) == post(client, "/console/sign-in", **unknown) == 401


@pytest.mark.parametrize(
    "where", ["https://evil.example", "//evil.example", "/console//evil", "/console\\evil", "/sms"]
)
def test_sign_in_leads_to_pages_of_the_console_only(world: World, where: str) -> None:
    ana = world.member()
    leads = ana.get("/console/sign-in", params={"next": where}).headers["location"]
    assert leads == "/console" or leads.startswith("/console/")
    assert "\\" not in leads


def test_nothing_that_opens_a_door_lies_in_the_database(world: World) -> None:
    code = world.invite("ana@example.org", "staff")
    ana = world.member(email="ben@example.org")
    token = ana.cookies["warmline_session"]
    engine = world.house.database.engine
    with engine.connect() as connection:
        rows = [
            str(row)
            for table in ("staff", "staff_session", "audit")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608  # names from the line above
        ]
    kept = "\n".join(rows)
    for secret in (code, token, PASSWORD, "ana@example.org", "ben@example.org"):
        assert secret not in kept


def test_cookies_over_https_are_secure_and_bound_to_the_host(world: World) -> None:
    settings = read_settings(
        {
            "WARMLINE_DATA_DIR": str(world.house.settings.warmline_data_dir),
            "WARMLINE_PUBLIC_URL": "https://line.example.org",
        },
        env_file=None,
    )
    https = World(replace(world.house, settings=settings), world.clock)
    client = https.browser()
    client.base_url = client.base_url.copy_with(scheme="https")
    code = https.invite("ana@example.org", "staff")
    assert post(client, "/console/welcome", code=code, password=PASSWORD, repeat=PASSWORD) == 303
    answer = client.get("/console/sign-in")
    assert answer.status_code == 303
    assert {name for name in client.cookies if name.startswith("__Host-")} == set(client.cookies)


def test_pages_carry_a_policy_and_stay_out_of_caches(world: World) -> None:
    for answer in (world.member().get("/console"), world.browser().get("/console/sign-in")):
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert "<script>" not in answer.text
        assert "style=" not in answer.text


def test_the_audit_knows_who_came_and_who_failed(world: World) -> None:
    ana = world.member()
    sign_in(world.browser(), password="a guess at it")
    post(ana, "/console/sign-out", page="/console")
    with world.house.database.read() as connection:
        member = staff_by_email(connection, world.house.vault, "ANA@example.org ")
    assert member is not None
    own = f"staff:{member.id}"
    actions = [(actor, action) for actor, action, _ in world.audited()]
    assert (own, "set_password") in actions
    assert (own, "sign_in") in actions
    assert ("stranger", "sign_in_failed") in actions
    assert actions[-1] == (own, "sign_out")


def test_a_flood_of_sign_ins_is_sent_away_and_keeps_ana_out_of_nothing(world: World) -> None:
    app = Starlette(routes=console_routes(world.line))
    ana, strangers = (TestClient(app, follow_redirects=False) for _ in range(2))
    code = world.invite("ana@example.org", "staff")
    assert post(ana, "/console/welcome", code=code, password=PASSWORD, repeat=PASSWORD) == 303
    post(ana, "/console/sign-out", page="/console")
    strangers.get("/console/sign-in")  # one browser, one cookie for its forms
    with ThreadPoolExecutor(16) as flood:
        guesses = [flood.submit(sign_in, strangers, f"eve{number}@example.org", "guess") for number in range(24)]
        assert sign_in(ana) == 303
        answers = {guess.result() for guess in guesses}
    assert answers == {401, 429}

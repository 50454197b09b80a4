"""A password is half of the way in for staff and admins; the other half is on their phone."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pyotp
import pytest
from starlette.testclient import TestClient

from bot.app import House
from bot.console.sign_in.second_step import PERIOD, SECONDS
from bot.errors import SettingsError
from bot.settings import read_settings
from tests.integration.console_world import PASSWORD, World, post, sign_in
from tests.integration.engine import SettableClock

KEY = re.compile(r'<code class="key">([A-Z2-7 ]+)</code>')
CODE = re.compile(r"<li><code>([A-Z0-9-]+)</code></li>")
ANA = "ana@example.org"
REAL = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "token", "TWILIO_PHONE_NUMBER": "+15550198"}


class Town(World):
    """A line that asks for the second step, and the phones of its staff."""

    def now_code(self, key: str) -> str:
        return pyotp.TOTP(key).at(int(self.clock.now().timestamp()))

    def welcomed(self, role: str = "staff", email: str = ANA) -> TestClient:
        """Somebody who has set a password; nothing more."""
        client, code = self.browser(), self.invite(email, role)
        assert post(client, "/console/welcome", code=code, password=PASSWORD, repeat=PASSWORD) == 303
        return client

    def enrolled(self) -> tuple[TestClient, str, list[str]]:
        """Ana, signed in with her phone: her browser, the phone's key, her recovery codes."""
        client = self.welcomed()
        shown = client.get("/console/code").text
        key = KEY.findall(shown)[0].replace(" ", "")
        token = re.findall(r'name="form_token" value="([^"]+)"', shown)[0]
        answer = client.post("/console/code", data={"form_token": token, "code": self.now_code(key)})
        self.clock.forward(PERIOD)
        return client, key, CODE.findall(answer.text)

    def code_page(self) -> TestClient:
        """A new browser in which Ana's password was right."""
        client = self.browser()
        assert sign_in(client) == 303
        return client


@pytest.fixture
def town(house: House) -> Town:
    clock, settings = SettableClock(), house.settings.model_copy(update={"warmline_second_step": "on"})
    return Town(replace(house, clock=clock, settings=settings), clock)


def inside(client: TestClient) -> bool:
    return client.get("/console/me").status_code == 200


def test_a_password_alone_lets_no_staff_in(town: Town) -> None:
    ana = town.welcomed()
    assert not inside(ana)
    assert ana.get("/console/code").status_code == 200
    assert post(ana, "/console/code", code="000000") == 401
    assert not inside(ana)


def test_ana_sets_up_her_phone_and_gets_ten_recovery_codes_once(town: Town) -> None:
    ana, key, codes = town.enrolled()
    assert inside(ana)
    assert len(set(codes)) == 10
    again = town.code_page()
    shown = again.get("/console/code").text
    assert key not in shown.replace(" ", "")
    assert not set(codes) & set(CODE.findall(shown))
    assert post(again, "/console/code", code=town.now_code(key)) == 303
    assert inside(again)


def test_a_code_is_good_once(town: Town) -> None:
    _, key, _ = town.enrolled()
    code = town.now_code(key)
    assert post(town.code_page(), "/console/code", code=code) == 303
    assert post(town.code_page(), "/console/code", code=code) == 401


def test_a_phones_clock_may_be_half_a_minute_off_and_not_two_minutes(town: Town) -> None:
    _, key, _ = town.enrolled()
    now = int(town.clock.now().timestamp())
    assert post(town.code_page(), "/console/code", code=pyotp.TOTP(key).at(now + 4 * PERIOD)) == 401
    assert post(town.code_page(), "/console/code", code=pyotp.TOTP(key).at(now + PERIOD)) == 303


def test_a_recovery_code_works_once_in_place_of_the_phone(town: Town) -> None:
    _, _, codes = town.enrolled()
    assert post(town.code_page(), "/console/code", code=codes[3].lower()) == 303
    assert post(town.code_page(), "/console/code", code=codes[3]) == 401
    assert "recovery_code_used" in [action for _, action, _ in town.audited()]


def test_many_guesses_in_one_moment_are_no_more_than_five(town: Town) -> None:
    town.enrolled()
    thieves = [town.code_page() for _ in range(12)]
    with ThreadPoolExecutor(len(thieves)) as at_once:
        assert set(at_once.map(lambda thief: post(thief, "/console/code", code="000000"), thieves)) == {401}
    assert [action for _, action, _ in town.audited()].count("sign_in_failed") == 5


def test_guessing_codes_makes_strangers_wait_and_a_right_password_does_not_end_the_wait(town: Town) -> None:
    ana, key, _ = town.enrolled()
    thief = town.code_page()
    for _ in range(5):
        assert post(thief, "/console/code", code="000000") == 401
    assert post(thief, "/console/code", code=town.now_code(key)) == 401
    assert sign_in(town.browser()) == 401
    post(ana, "/console/sign-out", page="/console")
    assert sign_in(ana) == 303  # her own browser does not wait for a stranger
    assert post(ana, "/console/code", code=town.now_code(key)) == 303
    assert inside(ana)


def test_the_way_to_the_code_ends_after_ten_minutes_and_with_a_new_password(town: Town) -> None:
    town.enrolled()
    old = town.code_page()
    town.welcomed()  # a new one-time link, a new password
    assert old.get("/console/code").headers["location"] == "/console/sign-in"
    slow = town.code_page()
    town.clock.forward(SECONDS + 1)
    assert slow.get("/console/code").headers["location"] == "/console/sign-in"


def test_a_new_password_does_not_forget_the_phone(town: Town) -> None:
    town.enrolled()
    shown = town.welcomed().get("/console/code").text
    assert "Your code" in shown
    assert not KEY.search(shown)


def test_coaches_need_no_second_step(town: Town) -> None:
    assert inside(town.welcomed("coach", "dana@example.org"))


def test_a_session_from_before_is_worth_nothing_once_the_second_step_is_asked(town: Town) -> None:
    settings = town.house.settings.model_copy(update={"warmline_second_step": ""})
    ana, asked = World(replace(town.house, settings=settings), town.clock).member(), town.browser()
    asked.cookies.update(ana.cookies)
    assert inside(ana)
    assert not inside(asked)


def test_the_secret_of_the_phone_lies_sealed(town: Town) -> None:
    _, key, codes = town.enrolled()
    with town.house.database.engine.connect() as connection:
        kept = "\n".join(
            str(row)
            for table in ("staff", "staff_recovery", "audit")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608  # names from the line above
        )
    assert key not in kept
    assert not [code for code in codes if code in kept or code.replace("-", "") in kept]


def test_ana_sees_where_she_is_signed_in_and_signs_out_there(town: Town) -> None:
    ana, key, _ = town.enrolled()
    other = town.browser()
    other.headers["user-agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
    sign_in(other)
    post(other, "/console/code", code=town.now_code(key))
    shown = ana.get("/console/me").text
    assert "Firefox on Linux" in shown
    mark = re.findall(r'name="session" value="([0-9a-f]+)"', shown)
    assert len(mark) == 1
    assert post(ana, "/console/me/sign-out", page="/console/me", session=mark[0]) == 303
    assert inside(ana)
    assert not inside(other)


def test_nobody_signs_out_a_session_of_somebody_else(town: Town) -> None:
    ana, _, _ = town.enrolled()
    dana, elsewhere = town.welcomed("coach", "dana@example.org"), town.browser()
    sign_in(elsewhere, "dana@example.org")
    mark = re.findall(r'name="session" value="([0-9a-f]+)"', dana.get("/console/me").text)[0]
    post(ana, "/console/me/sign-out", page="/console/me", session=mark)
    assert inside(elsewhere)


def test_a_real_carrier_does_not_do_without() -> None:
    assert read_settings(REAL, env_file=None).second_step
    assert not read_settings({}, env_file=None).second_step
    with pytest.raises(SettingsError, match="WARMLINE_SECOND_STEP"):
        read_settings({**REAL, "WARMLINE_SECOND_STEP": "off"}, env_file=None)

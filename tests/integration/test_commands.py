"""The commands by hand: on the embedded database, as an operator types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update
from typer.testing import CliRunner, Result

from bot.app import House
from bot.cli.log import REASONS
from bot.cli.main import app
from bot.conversation import Case, CaseState, Urgency
from bot.disclosure import PURPOSES
from bot.message import InboundText
from bot.store.audit_pages import AuditWanted, read_audit
from bot.store.cases import save_case
from bot.store.coaches import all_coaches
from bot.store.conversations import find_conversation, phone_of
from bot.store.messages import accept_text
from bot.store.staff import staff_by_email
from bot.store.tables import event
from tests.conftest import KEY

MIGUEL, AMY, BEN = "+15550100", "+15550102", "+15550103"
NOW = 1_800_000_000.0
Warmline = Callable[..., Result]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.fixture
def warmline(house: House, monkeypatch: pytest.MonkeyPatch) -> Warmline:
    """Runs one command on the house's database."""
    monkeypatch.setenv("WARMLINE_DATA_DIR", str(house.settings.warmline_data_dir))
    monkeypatch.setenv("WARMLINE_SECRET_KEY", KEY)
    return lambda *arguments, answer=None: CliRunner().invoke(app, arguments, input=answer)


def talk(house: House, phone: str) -> int:
    text = InboundText(f"SM{phone}", phone, "", "i need a ride")
    house.database.write(lambda c: accept_text(c, house.vault, text, NOW))
    with house.database.read() as connection:
        found = find_conversation(connection, house.vault, phone)
    assert found is not None
    return found


def coaches(warmline: Warmline) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(warmline("coach", "list", "--json").stdout)
    return found


def test_a_coach_is_added_shown_masked_changed_and_taken_off(warmline: Warmline) -> None:
    assert warmline("coach", "add", "--name", "Amy", "--phone", AMY, "--language", "es", "--on-call").exit_code == 0
    assert warmline("coach", "add", "--name", "Amy B", "--phone", AMY).exit_code == 0
    (amy,) = coaches(warmline)
    assert (amy["name"], amy["phone"], amy["languages"], amy["on_call"]) == ("Amy B", "…02", ["en"], False)
    assert warmline("coach", "off", AMY).exit_code == 0
    assert coaches(warmline) == []
    gone = warmline("coach", "off", AMY)
    assert (gone.exit_code, gone.stderr) == (1, "There is no such coach; `warmline coach list` shows all.\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--name", "Amy", "--phone", "call me"), "--phone: expected a phone number like +15550100."),
        (("--name", " ", "--phone", AMY), "--name: expected a first name of at most 40 letters."),
        (("--name", "Amy", "--phone", AMY, "--language", "fr"), "--language: expected en or es."),
    ],
)
def test_a_wrong_coach_is_one_sentence(warmline: Warmline, arguments: tuple[str, ...], sentence: str) -> None:
    result = warmline("coach", "add", *arguments)
    assert (result.exit_code, result.stderr.strip()) == (1, sentence)


def test_who_waits_for_a_coach_is_made_none(warmline: Warmline, house: House) -> None:
    miguel, waits = talk(house, MIGUEL), Case(0, "", CaseState.ALERTING, Urgency.NORMAL, "asked", NOW)
    house.database.write(lambda c: save_case(c, house.vault, miguel, waits))
    result = warmline("coach", "add", "--name", "Miguel", "--phone", MIGUEL)
    said = "A person with this phone waits for a coach, or talks with one. Close that case first."
    assert (result.exit_code, result.stderr.strip(), coaches(warmline)) == (1, said, [])


def test_a_sign_in_is_linked_to_the_coach_by_phone_or_by_mail(warmline: Warmline, house: House) -> None:
    warmline("coach", "add", "--name", "Amy", "--phone", AMY, "--email", "Amy@Example.org")
    with house.database.read() as connection:
        (amy,) = all_coaches(connection, house.vault)
    assert warmline("staff", "add", "--role", "coach", "--email", "amy@example.org").exit_code == 0
    assert warmline("staff", "add", "--role", "coach", "--email", "other@example.org", "--phone", AMY).exit_code == 0
    unknown = warmline("staff", "add", "--role", "coach", "--email", "ben@example.org")
    assert "no coach has this e-mail address" in unknown.stdout
    with house.database.read() as connection:
        linked = [staff_by_email(connection, house.vault, f"{name}@example.org") for name in ("amy", "other", "ben")]
    assert [member.coach_id for member in linked if member] == [amy.id, amy.id, None]


def test_a_coach_with_a_case_hands_it_on_before_going(warmline: Warmline, house: House) -> None:
    warmline("coach", "add", "--name", "Amy", "--phone", AMY, "--on-call")
    miguel = talk(house, MIGUEL)
    with house.database.read() as connection:
        (amy,) = all_coaches(connection, house.vault)
    held = Case(0, "", CaseState.HELD, Urgency.NORMAL, "asked", NOW, holder_id=amy.id)
    house.database.write(lambda c: save_case(c, house.vault, miguel, held))
    assert "Amy holds 1 open cases" in warmline("coach", "off", str(amy.id)).stderr
    assert "their cases go to the next coach" in warmline("coach", "off", str(amy.id), "--pass-on").stdout
    assert coaches(warmline) == []


def test_a_log_by_case_or_phone_shows_words_but_no_number(warmline: Warmline, house: House) -> None:
    case = Case(0, "", CaseState.ALERTING, Urgency.NORMAL, "asked", NOW)
    miguel = talk(house, MIGUEL)
    code = house.database.write(lambda c: save_case(c, house.vault, miguel, case)).code
    by_phone, by_case = (json.loads(warmline("log", each, "--json").stdout) for each in (MIGUEL, code.lower()))
    assert by_phone == by_case
    assert (by_phone["phone"], by_phone["cases"]) == ("…00", [code])
    assert [entry["body"] for entry in by_phone["entries"]] == ["i need a ride"]
    assert "→ recoveree (received): i need a ride" in warmline("log", code).stdout
    assert warmline("log", "+15550177").stderr == "There is no conversation with this case code or phone.\n"
    assert warmline("log", "what?").exit_code == 1


def test_a_record_that_is_given_out_carries_the_notice_and_is_accounted_for(warmline: Warmline, house: House) -> None:
    talk(house, MIGUEL)
    assert "never given out" in warmline("audit", "disclosures", MIGUEL).stdout
    warmline("log", MIGUEL)  # read here, not given out
    warmline("log", MIGUEL, "--purpose", "treatment")
    record = json.loads(warmline("log", MIGUEL, "--json", "--purpose", "court", "--consent", "docket 12").stdout)
    assert record["notice"].startswith("42 CFR part 2 prohibits unauthorized use or disclosure of these records.")
    warmline("log", MIGUEL, "--json")
    whys = [one["why"] for one in json.loads(warmline("audit", "disclosures", MIGUEL, "--json").stdout)]
    assert whys == ["purpose=court consent=docket 12", "purpose=not given consent=not given"]
    assert "expected one of treatment" in warmline("log", MIGUEL, "--json", "--purpose", "fun").stderr
    with house.database.read() as connection:
        looks = read_audit(connection, AuditWanted(action="read"))
    assert [row.why.partition("; ")[2] for row in looks[::-1]] == [
        "into a file or a program; no purpose given",
        "into a file or a program; purpose=treatment",
    ]
    assert tuple(PURPOSES) == REASONS


def test_erasing_asks_first_and_spares_open_cases_and_coaches(warmline: Warmline, house: House) -> None:
    miguel = talk(house, MIGUEL)
    house.database.write(lambda c: c.execute(update(event).values(handled_at=NOW)))  # nobody loses an unread text
    assert warmline("erase", MIGUEL, answer="n\n").stderr.endswith("Nothing was destroyed.\n")
    case = house.database.write(
        lambda c: save_case(c, house.vault, miguel, Case(0, "", CaseState.ALERTING, Urgency.CRISIS, "crisis", NOW))
    )
    assert f"Case {case.code} of this person is open" in warmline("erase", MIGUEL, "--yes").stderr
    warmline("coach", "add", "--name", "Ben", "--phone", BEN)
    assert "a coach's phone" in warmline("erase", BEN, "--yes").stderr
    assert warmline("erase", MIGUEL, "--proof").stdout.startswith("Still kept of this person: ")
    assert warmline("erase", MIGUEL, "--yes", "--force").exit_code == 0
    assert warmline("erase", MIGUEL, "--proof").stdout.startswith("Nothing is kept of this person but hashed wishes.")
    with house.database.read() as connection:
        assert phone_of(connection, house.vault, miguel) is None


def test_purging_tells_what_it_destroyed(warmline: Warmline, house: House) -> None:
    text = InboundText("SMold", MIGUEL, "", "long ago")
    house.database.write(lambda c: accept_text(c, house.vault, text, 1_000_000_000.0))
    assert json.loads(warmline("purge", "--json").stdout) == {"texts": 1, "notes": 0, "cases": 0, "people": 1}
    assert warmline("purge").stdout.startswith("Destroyed, older than 365 days: 0 texts")


def test_a_backup_comes_back_in_an_empty_place_only(
    warmline: Warmline, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk(house, MIGUEL)
    file, place = tmp_path / "line.backup", tmp_path / "elsewhere"
    assert warmline("backup", str(file)).exit_code == 0
    assert b"ride" not in file.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["line.backup", "var"]
    assert "There is a database: " in warmline("restore", str(file)).stderr
    monkeypatch.setenv("WARMLINE_DATA_DIR", str(place))
    monkeypatch.setenv("WARMLINE_SECRET_KEY", "")
    assert "The key is missing" in warmline("restore", str(file)).stderr
    monkeypatch.setenv("WARMLINE_SECRET_KEY", KEY)
    assert "The list of wishes is missing" in warmline("restore", str(file)).stderr
    assert warmline("restore", str(file), "--without-wishes").exit_code == 0
    assert "i need a ride" in warmline("log", MIGUEL).stdout


@pytest.mark.parametrize("command", ["serve", "work"])
def test_parts_of_a_line_need_postgresql(warmline: Warmline, command: str) -> None:
    result = warmline(command)
    assert result.exit_code == 2
    assert result.stderr.startswith("WARMLINE_DATABASE_URL: ")


def test_a_database_that_cannot_be_reached_is_one_sentence(warmline: Warmline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARMLINE_DATABASE_URL", "postgresql+psycopg://quillon:secret@127.0.0.1:9/none")
    result = warmline("coach", "list")
    assert result.exit_code == 1
    assert result.stderr.startswith("The database cannot be used (OperationalError)")
    assert "quillon" not in result.stderr


@pytest.mark.parametrize("state", [0o644, 0o600])
def test_the_doctor_sees_a_key_that_others_can_read(
    warmline: Warmline, house: House, monkeypatch: pytest.MonkeyPatch, state: int
) -> None:
    key = house.settings.warmline_data_dir / "secret.key"
    key.write_text(KEY)
    key.chmod(state)
    monkeypatch.setenv("WARMLINE_SECRET_KEY", "")
    result = warmline("doctor", "--json")
    checks = {check["check"]: check for check in json.loads(result.stdout)["checks"]}
    assert checks["key"]["state"] == ("wrong" if state == 0o644 else "ok")
    assert checks["rasa"]["state"] == "wrong"
    assert result.exit_code == 1

"""The doctor on settings that work and are careless."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from bot.doctor.defaults import look_at_defaults
from bot.doctor.finding import Finding, State
from bot.settings import read_settings

GOOD_KEY = secrets.token_urlsafe(32)
REAL = {
    "WARMLINE_ORG_NAME": "Northside Recovery",
    "WARMLINE_HUMAN_PHONE": "+442079460234",
    "WARMLINE_PUBLIC_URL": "https://line.example.org",
    "TWILIO_ACCOUNT_SID": "AC0",
    "TWILIO_AUTH_TOKEN": "0f0f0f0f",
    "TWILIO_PHONE_NUMBER": "+442079460235",
}


def findings(data_dir: Path, given: dict[str, str]) -> dict[str, Finding]:
    settings = read_settings({"WARMLINE_DATA_DIR": str(data_dir), **given}, env_file=None)
    return {found.what: found for found in look_at_defaults(settings, data_dir / "env")}


@pytest.mark.parametrize("given", [{}, REAL, REAL | {"WARMLINE_SECRET_KEY": f"{GOOD_KEY},{secrets.token_hex(32)}"}])
def test_careful_settings_are_said_to_be_well(given: dict[str, str], data_dir: Path) -> None:
    assert {found.state for found in findings(data_dir, given).values()} == {State.OK}


@pytest.mark.parametrize(
    ("given", "what", "state"),
    [
        ({"WARMLINE_SECRET_KEY": "please-change-me-please-change-me"}, "secrets", State.WRONG),
        ({"WARMLINE_SECRET_KEY": "a" * 64}, "secrets", State.WRONG),
        ({"WARMLINE_SECRET_KEY": GOOD_KEY[:20]}, "secrets", State.CARE),
        ({"WARMLINE_SECRET_KEY": f"{GOOD_KEY},my-secret-of-last-year-000000000000"}, "secrets", State.WRONG),
        ({"WARMLINE_DATABASE_URL": "postgresql+psycopg://line:password@localhost/line"}, "secrets", State.CARE),
        (
            {"WARMLINE_DATABASE_URL": f"postgresql+psycopg://line:{GOOD_KEY}@db.example.org/line"},
            "database's address",
            State.CARE,
        ),
        ({"WARMLINE_HOST": "0.0.0.0"}, "simulator", State.WRONG),
        (REAL | {"WARMLINE_HOST": "0.0.0.0"}, "listens", State.CARE),
        ({"RASA_URL": "http://rasa.example.org:5005"}, "rasa's address", State.WRONG),
        ({"WARMLINE_TEXTS_PER_NUMBER": "100000,4"}, "flood", State.CARE),
        ({"WARMLINE_TEXTS_PER_NUMBER": "30,1000"}, "flood", State.CARE),
        ({"WARMLINE_RETENTION_DAYS": "36500"}, "retention", State.CARE),
        ({"WARMLINE_DIRECTORY_MAX_AGE_DAYS": "5000"}, "directory's age", State.CARE),
        ({"WARMLINE_ESCALATION": "3600,3600"}, "escalation", State.CARE),
        ({"WARMLINE_CRISIS_ESCALATION": "600,600"}, "escalation", State.CARE),
        (REAL | {"WARMLINE_COUNTRIES": "*"}, "countries", State.CARE),
        (REAL | {"WARMLINE_CRISIS_REPLY_AFTER_STOP": "off"}, "danger after STOP", State.CARE),
        (REAL | {"WARMLINE_CARRIER_KEEPS_DAYS": "400"}, "carrier's copies", State.CARE),
        (REAL | {"WARMLINE_ORG_NAME": "Warmline"}, "name", State.CARE),
        (REAL | {"WARMLINE_HUMAN_PHONE": "+12155550199"}, "human phone", State.WRONG),
        (REAL | {"TWILIO_API_URL": "http://api.example.org"}, "carrier's address", State.WRONG),
        (REAL | {"TWILIO_AUTH_TOKEN_SECONDARY": "0f0f0f0f"}, "carrier's tokens", State.CARE),
    ],
)
def test_a_careless_setting_is_named_with_what_to_do(
    given: dict[str, str], what: str, state: State, data_dir: Path
) -> None:
    found = findings(data_dir, given)
    assert list(found) == [what], "and nothing else"
    assert found[what].state is state
    assert found[what].do
    for secret in ("WARMLINE_SECRET_KEY", "TWILIO_AUTH_TOKEN"):
        assert not given.get(secret) or given[secret] not in found[what].is_


@pytest.mark.parametrize(("given", "state"), [({}, State.CARE), (REAL, State.WRONG)])
def test_a_data_directory_open_to_others_is_said(given: dict[str, str], state: State, data_dir: Path) -> None:
    data_dir.chmod(0o755)
    assert findings(data_dir, given)["data directory"].state is state


def test_a_file_of_secrets_open_to_others_is_said(data_dir: Path) -> None:
    file = data_dir / "env"
    file.write_text("TWILIO_AUTH_TOKEN=0f0f0f0f\n")
    file.chmod(0o640)
    assert findings(data_dir, REAL)["secrets"].state is State.WRONG
    assert list(findings(data_dir, {})) == ["defaults"], "without a secret anybody may read it"
    file.chmod(0o600)
    assert list(findings(data_dir, REAL)) == ["defaults"]


def test_a_key_beside_the_data_of_a_real_line_is_said(data_dir: Path) -> None:
    (data_dir / "secret.key").write_text(GOOD_KEY)
    assert findings(data_dir, REAL)["key's place"].state is State.CARE
    assert list(findings(data_dir, {})) == ["defaults"]

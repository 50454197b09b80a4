"""One sentence per wrong setting, with its name; defaults as the contract has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, read_settings

TWILIO = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "secret-token", "TWILIO_PHONE_NUMBER": "+15550198"}


def settings(**values: str) -> Settings:
    return read_settings(values, env_file=None)


def test_the_defaults() -> None:
    found = settings()
    assert (found.warmline_host, found.warmline_port) == ("127.0.0.1", 8000)
    assert found.warmline_public_url == "http://localhost:8000"
    assert found.warmline_data_dir == Path("var")
    assert found.database_url == f"sqlite:///{Path('var/warmline.db').absolute()}"
    assert found.on_sqlite
    assert (found.warmline_org_name, found.warmline_timezone, found.warmline_human_phone) == (
        "Warmline",
        "America/New_York",
        "",
    )
    assert found.carrier == "simulator"
    assert found.sample_directory
    assert found.twilio_api_url == "https://api.twilio.com"
    assert found.rasa_url == "http://127.0.0.1:5005"
    assert found.warmline_escalation == (120, 180, 300)
    assert found.warmline_crisis_escalation == (60, 60, 60)
    assert found.warmline_retention_days == 365
    assert found.warmline_crisis_reply_after_stop == "on"
    assert str(found.zone) == "America/New_York"


def test_an_account_at_twilio_makes_it_the_carrier_without_sample_places() -> None:
    found = settings(**TWILIO)
    assert found.carrier == "twilio"
    assert not found.sample_directory
    assert settings(**TWILIO, WARMLINE_CARRIER="simulator").carrier == "simulator"
    assert settings(**TWILIO, WARMLINE_SAMPLE_DIRECTORY="on").sample_directory


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("WARMLINE_PORT", "eighty", "integer"),
        ("WARMLINE_PORT", "0", "greater"),
        ("WARMLINE_PORT", "70000", "65535"),
        ("WARMLINE_PUBLIC_URL", "line.example.org", "http"),
        ("TWILIO_API_URL", "ftp://example.org", "http"),
        ("RASA_URL", "127.0.0.1:5005", "http"),
        ("WARMLINE_ORG_NAME", "x" * 41, "40"),
        ("WARMLINE_TIMEZONE", "Philadelphia", "America/New_York"),
        ("WARMLINE_TIMEZONE", "../etc/passwd", "America/New_York"),
        ("WARMLINE_HUMAN_PHONE", "nobody", "+15550100"),
        ("TWILIO_PHONE_NUMBER", "nobody", "+15550100"),
        ("WARMLINE_CARRIER", "pigeon", "twilio"),
        ("WARMLINE_SAMPLE_DIRECTORY", "maybe", "on"),
        ("WARMLINE_ESCALATION", "soon", "120,180,300"),
        ("WARMLINE_ESCALATION", "60,,60", "120,180,300"),
        ("WARMLINE_CRISIS_ESCALATION", "60,0", "120,180,300"),
        ("WARMLINE_RETENTION_DAYS", "0", "greater"),
        ("WARMLINE_CRISIS_REPLY_AFTER_STOP", "yes", "on"),
        ("WARMLINE_WORKERS", "0", "greater"),
        ("WARMLINE_LOG_FORMAT", "xml", "json"),
        ("WARMLINE_DATABASE_URL", "postgres://me:pass-word@host/line", "postgresql+psycopg://"),
        ("WARMLINE_DATABASE_URL", "warmline.db", "sqlite:///"),
    ],
)
def test_a_wrong_value_is_one_sentence_with_its_name(name: str, value: str, expected: str) -> None:
    with pytest.raises(SettingsError) as refused:
        settings(**{name: value})
    sentence = str(refused.value)
    assert sentence.startswith(f"{name}: ")
    assert expected in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "pass-word" not in sentence


@pytest.mark.parametrize("missing", ["TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER"])
def test_half_an_account_at_twilio_is_refused_by_name(missing: str) -> None:
    with pytest.raises(SettingsError, match=missing) as refused:
        settings(**{name: value for name, value in TWILIO.items() if name != missing})
    assert "secret-token" not in str(refused.value)


def test_the_carrier_alone_is_not_enough() -> None:
    with pytest.raises(SettingsError, match="TWILIO_ACCOUNT_SID"):
        settings(WARMLINE_CARRIER="twilio")


def test_a_messaging_service_is_a_sender_too() -> None:
    account = {name: value for name, value in TWILIO.items() if name != "TWILIO_PHONE_NUMBER"}
    assert settings(**account, TWILIO_MESSAGING_SERVICE_SID="MG1").carrier == "twilio"


def test_values_are_tidied() -> None:
    found = settings(WARMLINE_PUBLIC_URL="https://line.example.org/", WARMLINE_ESCALATION="30, 60")
    assert found.warmline_public_url == "https://line.example.org"
    assert found.warmline_escalation == (30, 60)
    assert settings(WARMLINE_HUMAN_PHONE="(202) 555-0142").warmline_human_phone == "+12025550142"


def test_an_empty_value_is_the_default() -> None:
    assert settings(WARMLINE_PORT="").warmline_port == 8000


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text('WARMLINE_PORT=9000\nWARMLINE_ORG_NAME="Hope House"\n# a comment\n')
    found = read_settings({"WARMLINE_PORT": "9100"}, file)
    assert (found.warmline_port, found.warmline_org_name) == (9100, "Hope House")


def test_the_shells_own_settings_do_not_slip_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARMLINE_PORT", "9999")
    assert settings().warmline_port == 8000
    assert read_settings(env_file=None).warmline_port == 9999


def test_the_example_file_names_every_setting() -> None:
    example = Path(".env.example").read_text()
    missing = [name.upper() for name in Settings.model_fields if f"{name.upper()}=" not in example]
    assert not missing


@pytest.mark.parametrize("name", ["RASA_URL", "WARMLINE_PUBLIC_URL"])
@pytest.mark.parametrize("port", ["50055555", "rasa"])
def test_an_address_with_a_port_that_is_none_is_refused(name: str, port: str) -> None:
    with pytest.raises(SettingsError, match=f"{name}.*port"):
        read_settings({name: f"http://127.0.0.1:{port}"}, None)

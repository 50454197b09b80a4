"""A newcomer fills the console with invented people, looks around, and wipes them away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner, Result

from bot.app import House
from bot.cli.main import app
from bot.message import InboundText
from bot.store.messages import accept_text
from bot.store.staff_tables import audit
from bot.store.tables import coach, conversation, conversation_tag, handoff, journal, message
from tests.conftest import KEY

NOW = 1_800_000_000.0
Warmline = Callable[..., Result]


@pytest.fixture
def warmline(house: House, monkeypatch: pytest.MonkeyPatch) -> Warmline:
    """Runs one command on the house's database."""
    monkeypatch.setenv("WARMLINE_DATA_DIR", str(house.settings.warmline_data_dir))
    monkeypatch.setenv("WARMLINE_DATABASE_URL", house.database.engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("WARMLINE_SECRET_KEY", KEY)
    return lambda *arguments: CliRunner().invoke(app, arguments)


def rows(house: House) -> list[int]:
    with house.database.read() as connection:
        tables = (conversation, message, handoff, journal, conversation_tag, coach)
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]


def test_invented_people_come_once_and_go_without_a_trace(house: House, warmline: Warmline) -> None:
    text = InboundText("SM1", "+15550121", "", "i am real")
    house.database.write(lambda c: accept_text(c, house.vault, text, NOW))
    before = rows(house)
    filled = warmline("demo", "fill")
    assert filled.exit_code == 0
    assert "54 invented people" in filled.stdout  # one number is a real person's, and one who waits is enough
    full = rows(house)
    assert full[0] > before[0] + 50
    assert "0 invented people" in warmline("demo", "fill").stdout
    assert rows(house) == full
    assert warmline("demo", "wipe").exit_code == 0
    assert rows(house) == before
    assert "There are no invented people" in warmline("demo", "wipe").stdout
    with house.database.read() as connection:
        noted = list(connection.execute(select(audit.c.action).order_by(audit.c.id)).scalars())
    assert noted == ["demo_fill", "demo_fill", "demo_wipe", "demo_wipe"]


def test_a_line_with_a_real_carrier_refuses(house: House, warmline: Warmline, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("ACCOUNT_SID", "AC0123"), ("AUTH_TOKEN", "token"), ("PHONE_NUMBER", "+15550198")):
        monkeypatch.setenv(f"TWILIO_{name}", value)
    before = rows(house)
    refused = warmline("demo", "fill")
    assert refused.exit_code == 1
    assert rows(house) == before

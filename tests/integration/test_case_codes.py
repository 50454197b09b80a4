"""Two cases that are opened at the same moment never share the code that coaches type."""

from __future__ import annotations

import threading
import time

import pytest
from sqlalchemy import text

from bot.conversation import Case, CaseState, Urgency
from bot.privacy import Vault
from bot.store.cases import save_case
from bot.store.conversations import conversation_for
from bot.store.database import Database, make_engine

NOW = 1_000_000.0
DANA, MIGUEL = "+15550100", "+15550101"
NEW = Case(0, "", CaseState.REQUESTED, Urgency.CRISIS, "danger", NOW)
WAITS = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def test_who_opens_a_case_sees_the_code_of_one_opened_at_the_same_moment(
    postgres_url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.cases.secrets.choice", lambda letters: letters[0])  # chance at its worst
    database, codes = Database(make_engine(postgres_url)), []
    dana, miguel = (
        database.write(lambda c, phone=phone: conversation_for(c, vault, phone, NOW)) for phone in (DANA, MIGUEL)
    )
    other = threading.Thread(
        target=lambda: codes.append(database.write(lambda c: save_case(c, vault, miguel, NEW)).code), daemon=True
    )
    with database.engine.begin() as connection:
        codes.append(save_case(connection, vault, dana, NEW).code)
        other.start()
        end = time.monotonic() + 60
        with database.read() as watching:
            while other.is_alive() and not watching.execute(WAITS).scalar_one() and time.monotonic() < end:
                time.sleep(0.01)
    other.join(60)
    database.close()
    assert len(codes) == 2
    assert codes[0] != codes[1]

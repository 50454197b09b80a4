"""Fixtures of whole lines: ``line`` has the real assistant, ``line_without_rasa`` has none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import House, open_house
from bot.assistant import RasaAssistant
from bot.clock import SystemClock
from bot.directory_source.load import ensure_zip_areas, load_national, load_sample
from bot.settings import read_settings
from bot.store.database import Database, make_engine
from bot.store.directory import SqlDirectory
from bot.store.gazetteer import SqlHints
from bot.store.schema import migrate
from tests.integration.assistant_line import SECRET, AssistantLine, assistant_line
from tests.integration.engine import SettableClock
from tests.whole_line import HUMAN_PHONE, WholeLine

NOBODY = "http://127.0.0.1:9"  # nobody listens on the discard port


@pytest.fixture(scope="session")
def sample_directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """All ZIP codes, the national lines and the sample places."""
    folder = tmp_path_factory.mktemp("sample")
    database = Database(make_engine(f"sqlite:///{folder / 'directory.db'}"))
    migrate(database)
    ensure_zip_areas(database)
    load_national(database)
    load_sample(database)
    yield database
    database.close()


@pytest.fixture(scope="session")
def assistant_with_sample(
    trained_data_dir: Path, tmp_path_factory: pytest.TempPathFactory, sample_directory: Database
) -> Iterator[AssistantLine]:
    """Rasa whose actions read the sample places."""
    log = tmp_path_factory.mktemp("rasa") / "rasa.log"
    with assistant_line(trained_data_dir, log, SqlDirectory(sample_directory, SystemClock())) as running:
        yield running


@pytest.fixture(scope="session")
def sample_hints(sample_directory: Database) -> SqlHints:
    """The reader of towns, which takes a second to read them all."""
    return SqlHints(sample_directory)


def _house(database_url: str, data_dir: Path, rasa: str, clock: SettableClock) -> House:
    settings = {
        "WARMLINE_DATABASE_URL": database_url,
        "WARMLINE_DATA_DIR": str(data_dir),
        "WARMLINE_CARRIER": "simulator",
        "WARMLINE_HUMAN_PHONE": HUMAN_PHONE,
        "RASA_URL": rasa,
    }
    return open_house(read_settings(settings, None), clock)


@pytest.fixture
def line_without_rasa(database_url: str, data_dir: Path) -> Iterator[WholeLine]:
    """A line whose assistant cannot be reached: danger, consent and desk work all the same."""
    clock = SettableClock()
    house = _house(database_url, data_dir, NOBODY, clock)
    with WholeLine(house, clock) as line:
        yield line
    house.close()


@pytest.fixture
def line(
    sqlite_url: str, data_dir: Path, assistant_with_sample: AssistantLine, sample_hints: SqlHints
) -> Iterator[WholeLine]:
    """A line with the real assistant and the sample places."""
    clock = SettableClock()
    house = _house(sqlite_url, data_dir, f"http://127.0.0.1:{assistant_with_sample.port}", clock)
    rasa = RasaAssistant(house.settings.rasa_url, SECRET)
    with WholeLine(house, clock, rasa, sample_hints) as whole:
        yield whole
    house.close()

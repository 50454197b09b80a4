"""What every test may ask for. Databases are real: SQLite in a file, and PostgreSQL.

``database``, ``house`` and ``database_url`` run a test twice, once on each; a fresh, migrated
database each time. ``sqlite_url`` and ``postgres_url`` give one of them.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
import structlog
from sqlalchemy import make_url

from bot.clock import SystemClock
from bot.privacy import Vault
from bot.settings import Settings, read_settings
from bot.store.database import Database, make_engine
from bot.store.schema import migrate
from tests.inputs_tried import pytest_runtest_makereport as pytest_runtest_makereport  # a hook
from tests.inputs_tried import pytest_terminal_summary as pytest_terminal_summary  # a hook
from tests.integration.assistant_line import ROOT, assistant_command
from tests.postgres import NoPostgres, PostgresServer, postgres_server
from tests.side_by_side import arrange, one_at_a_time, scheduler

if TYPE_CHECKING:
    from bot.app import House
    from bot.danger_model.train import DangerReport

KEY = "a-key-for-tests-only-0123456789"
# An example may take long on a busy machine; that is no defect. `make audit` tries many more of them.
EXAMPLES = 100 * int(os.environ.get("WARMLINE_TEST_FUZZ", "1"))
hypothesis.settings.register_profile("untimed", deadline=None, max_examples=EXAMPLES)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """Commands that a test runs in this process send the logs to a stream that ends with the test."""
    root = logging.getLogger()
    handlers = list(root.handlers)
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL server; its ``database()`` makes an empty database."""
    try:
        with postgres_server() as running:
            yield running
    except NoPostgres as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def migrated_postgres(server: PostgresServer) -> Iterator[str]:
    """The name of a migrated database to copy from: migrating it for every test would take a second."""
    with server.database() as url:
        _migrate(url)
        yield str(make_url(url).database)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file to copy from."""
    path = tmp_path_factory.mktemp("migrated") / "warmline.db"
    _migrate(f"sqlite:///{path}")
    return path


def _migrate(url: str) -> None:
    database = Database(make_engine(url))
    migrate(database)
    database.close()


@pytest.fixture
def postgres_url(server: PostgresServer, migrated_postgres: str) -> Iterator[str]:
    """The URL of a fresh, migrated database on PostgreSQL."""
    with server.database(template=migrated_postgres) as url:
        yield url


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, data_dir: Path) -> str:
    """The URL of a fresh, migrated SQLite database, where a line with ``data_dir`` keeps it."""
    path = data_dir / "warmline.db"
    shutil.copy(migrated_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    place = tmp_path / "var"
    place.mkdir(mode=0o700)
    return place


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh, migrated database; the test runs once on each kind."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(make_engine(database_url))
    yield opened
    opened.close()


@pytest.fixture
def vault() -> Vault:
    return Vault([KEY])


@pytest.fixture
def settings(database_url: str, data_dir: Path) -> Settings:
    """The defaults (with the simulator), in a data directory of the test's own."""
    return read_settings(
        {"WARMLINE_DATA_DIR": str(data_dir), "WARMLINE_DATABASE_URL": database_url, "WARMLINE_SECRET_KEY": KEY},
        env_file=None,
    )


@pytest.fixture
def house(settings: Settings, database: Database, vault: Vault) -> House:
    """Settings, database, vault and clock together; closed by ``database``."""
    # Late: a test of one corner need not load the whole house.
    from bot.app import House

    return House(settings, database, vault, SystemClock())


@pytest.fixture(autouse=True, scope="session")
def _no_settings_of_this_machine() -> None:
    """A test's line must not pick up what the developer's shell is set to."""
    for name in [name for name in os.environ if name.startswith(("WARMLINE_", "TWILIO_", "RASA_"))]:
        if not name.startswith("WARMLINE_TEST_") and name != "WARMLINE_ENCODER_DIR":
            del os.environ[name]


@pytest.fixture(scope="session")
def trained_data_dir() -> Path:
    """The project's own data directory with an up-to-date model: training takes minutes
    and is skipped when nothing changed since the last one."""
    data_dir = ROOT / "var"
    command = assistant_command("assistant.train", "--data-dir", str(data_dir))
    with one_at_a_time(data_dir / "tests.lock"):
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    return data_dir


@pytest.fixture(scope="session")
def danger_report(trained_data_dir: Path) -> DangerReport:
    """What the training of the danger model said; its model is in ``trained_data_dir`` now."""
    # Late: it takes the encoder with it.
    from bot.danger_model.train import train_danger

    with one_at_a_time(trained_data_dir / "tests.lock"):
        return train_danger(trained_data_dir)


def pytest_make_parametrize_id(val: object) -> str | None:
    """A set's own words come in another order in each process; tests must be called the same in all."""
    return ",".join(sorted(map(str, val))) if isinstance(val, set | frozenset) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    arrange(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    return scheduler(config, log)

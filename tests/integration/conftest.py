"""One trained assistant and one Rasa process for all integration tests, and a house on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import House, open_house
from bot.settings import read_settings
from tests.conftest import KEY
from tests.integration.assistant_line import AssistantLine, assistant_line


@pytest.fixture(scope="session")
def running_assistant(trained_data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AssistantLine]:
    with assistant_line(trained_data_dir, tmp_path_factory.mktemp("assistant") / "rasa.log") as line:
        yield line


@pytest.fixture
def assistant(running_assistant: AssistantLine) -> AssistantLine:
    """The running assistant with a directory that works."""
    running_assistant.directory.broken = False
    running_assistant.directory.slow_seconds = 0.0
    running_assistant.directory.asked.clear()
    return running_assistant


@pytest.fixture
def on_postgres(postgres_url: str, data_dir: Path) -> Iterator[House]:
    """For what comes between two writes: SQLite has one writer at a time, there nothing can."""
    settings = read_settings(
        {"WARMLINE_DATA_DIR": str(data_dir), "WARMLINE_DATABASE_URL": postgres_url, "WARMLINE_SECRET_KEY": KEY}, None
    )
    opened = open_house(settings)
    yield opened
    opened.close()

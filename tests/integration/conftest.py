"""One trained assistant and one Rasa process for all integration tests."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.assistant_line import ROOT, AssistantLine, assistant_command, assistant_line


@pytest.fixture(scope="session")
def trained_data_dir() -> Path:
    """The project's own data directory with an up-to-date model: training takes minutes
    and is skipped when nothing changed since the last one."""
    data_dir = ROOT / "var"
    command = assistant_command("assistant.train", "--data-dir", str(data_dir))
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    return data_dir


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

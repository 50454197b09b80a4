"""The unit tests of what runs inside Rasa, in Rasa's own environment."""

from __future__ import annotations

import subprocess

from tests.integration.assistant_line import ROOT, assistant_command


def test_the_unit_tests_of_the_assistant_pass_in_its_own_environment() -> None:
    command = assistant_command(
        "pytest", "-q", "-c", "assistant/pyproject.toml", "--rootdir", ".", "tests/unit/assistant"
    )
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]
    assert " passed" in result.stdout

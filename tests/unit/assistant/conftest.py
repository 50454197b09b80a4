"""These tests need Rasa, so they run in the assistant's environment (Python 3.10):

    uv run --project assistant pytest -c assistant/pyproject.toml tests/unit/assistant

The service's own test run starts that command (tests/integration/test_assistant_unit_tests.py).
"""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest

if importlib.util.find_spec("rasa") is None:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def weights() -> dict[str, np.ndarray]:
    """A small encoder's weights."""
    from tests.unit.assistant.small_weights import made_up_weights

    return made_up_weights()

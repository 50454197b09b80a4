from __future__ import annotations

import pytest

from tests.unit.gateway.line import Line


@pytest.fixture
def line() -> Line:
    return Line()

"""Every address of the service has its line in the list of who gets in where."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.routing import BaseRoute, Mount, Route

from bot.app import build_line, open_house
from bot.settings import read_settings
from bot.web import build_web
from tests.integration.route_table import read_table


def shapes(routes: list[BaseRoute]) -> set[str]:
    found = set()
    for route in routes:
        if isinstance(route, Mount):
            found.add(f"GET {route.path}")
        elif isinstance(route, Route):
            path = re.sub(r"\{\w+(:\w+)?\}", "{id}", route.path)
            found |= {f"{method} {path}" for method in route.methods or () if method != "HEAD"}
        else:
            raise AssertionError(f"{route} is of a kind that the walk over all addresses does not know")
    return found


def test_every_address_is_in_the_table_and_every_line_is_an_address(tmp_path: Path) -> None:
    house = open_house(read_settings({"WARMLINE_DATA_DIR": str(tmp_path)}, env_file=None))
    served = shapes(build_web(build_line(house, "tests:1"), with_worker=False).routes)
    house.close()
    listed = {f"{line.shape[0]} {line.shape[1]}" for line in read_table()}
    assert served - listed == set(), "say in tests/integration/route_table.py who gets what there"
    assert listed - served == set(), "tests/integration/route_table.py lists what is not served"

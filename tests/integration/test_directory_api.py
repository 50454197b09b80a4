"""The directory for partners' programs: whole, paged, valid, and nothing confidential in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.app import House, build_line
from bot.directory_api import directory_api_routes
from bot.directory_source.load import load_sample
from bot.store.database import Database
from bot.web import build_web
from tests.integration.directory_world import directory_file, offered
from tests.integration.test_directory_export import needs_public_data, validator


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Database]:
    for database in directory_file(migrated_sqlite, tmp_path_factory.mktemp("api") / "directory.db"):
        load_sample(database)
        yield database


@pytest.fixture
def api(shipped: Database) -> TestClient:
    return TestClient(Starlette(routes=directory_api_routes(shipped)))


def everything(api: TestClient, kind: str, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for page in range(1, 100):
        answer = api.get(f"/api/directory/{kind}?page={page}&per_page=37{query}").json()
        assert answer["size"] == len(answer["contents"])
        found += answer["contents"]
        if answer["last_page"]:
            assert answer["total_items"] == len(found)
            return found
    raise AssertionError("no last page")


def test_it_is_off_unless_somebody_turns_it_on(house: House) -> None:
    with TestClient(build_web(build_line(house, "tests:1"))) as client:
        assert client.get("/api/directory/services").status_code == 404
    on = House(
        house.settings.model_copy(update={"warmline_directory_api": "on"}), house.database, house.vault, house.clock
    )
    with TestClient(build_web(build_line(on, "tests:2"))) as client:
        assert client.get("/api/directory").json()["version"] == "3.0"
        assert client.get("/api/directory/services").json()["empty"] is True


def test_pages_hold_every_place_once_and_nothing_confidential(api: TestClient, shipped: Database) -> None:
    public = {own for own, place in offered(shipped).items() if not place.confidential}
    secret = {place.name for place in offered(shipped).values() if place.confidential}
    assert secret
    places = everything(api, "service_at_locations")
    assert sorted(each["id"] for each in places) == sorted(public)
    services = everything(api, "services", "&full=true")
    assert {place["id"] for each in services for place in each["service_at_locations"]} == public
    houses = everything(api, "organizations")
    assert {each["organization"]["id"] for each in services} == {each["id"] for each in houses}
    assert not secret & {each["name"] for each in houses}


def test_a_page_has_single_fields_only_and_a_record_has_all(api: TestClient) -> None:
    (first, *_) = api.get("/api/directory/services").json()["contents"]
    assert not any(isinstance(value, list) for value in first.values())
    whole = api.get(f"/api/directory/services/{first['id']}").json()
    assert (whole["id"], bool(whole["service_at_locations"])) == (first["id"], True)


@needs_public_data
@pytest.mark.parametrize("kind", ["service", "organization", "service_at_location"])
def test_every_record_validates(api: TestClient, kind: str) -> None:
    check = validator(f"{kind}.json")
    for record in everything(api, f"{kind}s", "&full=true"):
        assert [error.message for error in check.iter_errors(record)] == []


def test_a_confidential_service_is_not_there_by_its_id_either(api: TestClient, shipped: Database) -> None:
    place = next(place for place in offered(shipped).values() if place.confidential)
    for path in (f"services/{place.service_id}", f"service_at_locations/{place.id}"):
        assert api.get(f"/api/directory/{path}").status_code == 404


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=x", "per_page=9999", "page=99999999999999999999", "page=²"]
)
def test_wrong_questions_get_an_answer(api: TestClient, query: str) -> None:
    answer = api.get(f"/api/directory/services?{query}")
    assert answer.status_code == 400
    assert "must be a number" in answer.json()["error"]


def test_a_page_behind_the_last_is_empty_and_nobody_may_write(api: TestClient) -> None:
    assert api.get("/api/directory/services?page=5000").json()["empty"] is True
    assert api.get("/api/directory/services/not-an-id").status_code == 404
    assert api.post("/api/directory/services").status_code == 405

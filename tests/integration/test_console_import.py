"""A file comes in by the browser, is looked at, and only then imported; the directory goes out again."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from sqlalchemy import func, select
from starlette.testclient import TestClient

from bot.app import House
from bot.console import upload
from bot.store.directory_edit_tables import directory_upload, directory_upload_piece
from tests.integration.console_world import World, post
from tests.integration.directory_world import ROW, fill_map, names
from tests.integration.engine import SettableClock

PAGE, ANSWER = "/console/places/import", "/console/places/import/answer"
COUNT = re.compile(r'<dt>([a-z ]+)</dt><dd class="number">(\d+)</dd>')


@pytest.fixture
def world(house: House) -> World:
    fill_map(house.database)
    return World(house, SettableClock())


def lines(*rows: dict[str, str]) -> bytes:
    columns = list(ROW)
    cells = [",".join(f'"{row[name]}"' for name in columns) for row in rows]
    return "\n".join([",".join(columns), *cells]).encode()


def send(client: TestClient, body: bytes, name: str = "county.csv", token: str = "", **fields: str) -> tuple[int, str]:
    found = re.search(r'name="form_token" value="([^"]+)"', client.get(PAGE).text)
    assert found is not None
    answer = client.post(PAGE, data={"form_token": token or found[1], **fields}, files={"file": (name, body)})
    return answer.status_code, answer.text


def yes(client: TestClient, page: str, do: str = "import") -> int:
    waiting = re.search(r'name="upload" value="([^"]+)"', page)
    assert waiting is not None
    return post(client, ANSWER, page=PAGE, upload=waiting[1], do=do)


def waiting_files(world: World) -> tuple[int, int]:
    with world.house.database.read() as connection:
        return (
            connection.execute(select(func.count()).select_from(directory_upload)).scalar_one(),
            connection.execute(select(func.count()).select_from(directory_upload_piece)).scalar_one(),
        )


def test_a_file_is_looked_at_first_and_then_imported(world: World) -> None:
    ana, second = world.member("staff"), ROW | {"organization": "Second Start"}
    status, page = send(ana, lines(ROW, second, ROW | {"organization": "<b>Bad</b>", "zip": "x"}), source="county")
    assert status == 200
    assert dict(COUNT.findall(page)) | {"new": "2", "left out": "1"} == dict(COUNT.findall(page))
    assert "line 4" in page
    assert "county is a new source" in page
    assert names(world.house.database) == []
    assert yes(ana, page) == 200
    assert names(world.house.database) == ["Northside Works", "Second Start"]
    assert waiting_files(world) == (0, 0)
    status, page = send(ana, lines(ROW), source="county")
    assert "1 of the 2 places that county has now are not in this file" in page
    assert yes(ana, page, do="drop") == 303
    assert len(names(world.house.database)) == 2
    assert waiting_files(world) == (0, 0)
    told = [(action, subject) for _, action, subject in world.audited() if "import" in action]
    assert told == [
        ("import_dry_run", "source:county"),
        ("import_directory", "source:county"),
        ("import_dry_run", "source:county"),
        ("import_dropped", "source:county"),
    ]


def test_what_cannot_come_in_says_why_and_changes_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, ben = world.member("staff"), world.member("admin", "ben@example.org")
    for body, name, sentence in (
        (b"", "county.csv", "Please choose a file."),
        (b"one,two\n1,2\n", "county.csv", "Nothing was changed."),
        (b'[{"id": "1", "name": "cut', "county.json", "Nothing was changed."),
        (b"PK\x03\x04 no zip at all", "../../etc/passwd.zip", "Nothing was changed."),
    ):
        status, page = send(ana, body, name)
        assert (status, sentence in page) == (422, True), name
    assert "name is letters" in send(ana, lines(ROW), source="by hand")[1]
    assert send(ana, lines(ROW), token="0" * 64)[0] == 403  # a token that opens nothing
    page = send(ana, lines(ROW))[1]
    assert yes(ben, page) == 404
    monkeypatch.setattr(upload, "MOST_BYTES", 200)
    assert send(ana, lines(ROW))[0] == 413
    assert names(world.house.database) == []


def test_the_directory_goes_out_and_the_audit_says_so(world: World) -> None:
    ana = world.member("staff")
    shelter = ROW | {"organization": "Harbor House", "service": "Domestic violence shelter", "needs": "housing"}
    formula = ROW | {"organization": "=HYPERLINK(1)"}
    yes(ana, send(ana, lines(ROW, shelter, formula))[1])
    told = json.loads(ana.get("/console/places/export.json").content)
    assert sorted(each["organization"]["name"] for each in told) == ["=HYPERLINK(1)", "Northside Works"]
    with zipfile.ZipFile(io.BytesIO(ana.get("/console/places/export.zip").content)) as archive:
        tables = {name: archive.read(name).decode() for name in archive.namelist()}
    assert "'=HYPERLINK(1)" in tables["organizations.csv"]
    assert "Harbor House" not in "".join(tables.values())
    assert [action for _, action, _ in world.audited()].count("export_directory") == 2

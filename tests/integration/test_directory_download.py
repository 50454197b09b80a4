"""Sources behind a web address: fetched with a limit on everything, and never from inside the house."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.directory.report import BrokenFile
from bot.directory_source import download
from bot.directory_source.download import Limits, downloaded, host_of, is_public
from bot.directory_source.load import import_path
from bot.store.database import Database
from tests.integration.directory_world import MONDAY_NOON, directory_file, names

CSV = b"organization,needs,phone\nNorthside,jobs,215-555-0101\n"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/round":
            self._send(302, b"", Location="/round")
        elif path == "/to-other":
            port = self.server.server_address[1]
            self._send(302, b"", Location=f"http://localhost:{port}/county.csv")
        elif path == "/to-file":
            self._send(302, b"", Location="file:///etc/passwd")
        elif path == "/gone":
            self._send(404, b"no")
        elif path == "/bomb.csv":
            self._send(200, gzip.compress(b"a" * 5_000_000), **{"Content-Encoding": "gzip"})
        elif path == "/cut.csv":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(CSV)
        elif path == "/slow.csv":
            self.send_response(200)
            self.end_headers()
            for _ in range(20):  # a drip
                self.wfile.write(b"organization,needs,phone\n")
                time.sleep(0.1)
        else:
            self._send(200, CSV, **{"Content-Type": "text/csv"})

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


ANYWHERE = Limits(may_visit=lambda _: True, most_bytes=1_000_000, total_seconds=1.0)


def test_a_file_comes_and_goes_again(site: str) -> None:
    with downloaded(f"{site}/county.csv?secret=1", ANYWHERE) as path:
        assert path.read_bytes() == CSV
        assert path.name == "county.csv"
    assert not path.exists()


def test_the_kind_tells_the_ending_where_the_address_does_not(site: str) -> None:
    with downloaded(f"{site}/feed", ANYWHERE) as path:
        assert path.suffix == ".csv"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/round", "more than 5 times"),
        ("/to-file", "no web address"),
        ("/gone", "answered with 404"),
        ("/bomb.csv", "larger than 0 MB"),
        ("/cut.csv", "broke off"),
        ("/slow.csv", "did not come within"),
    ],
)
def test_every_trap_ends_in_a_sentence(site: str, path: str, sentence: str) -> None:
    with pytest.raises(BrokenFile, match=sentence), downloaded(f"{site}{path}", ANYWHERE):
        pass


def test_nothing_is_fetched_from_inside_the_house(site: str) -> None:
    with pytest.raises(BrokenFile, match="private network"), downloaded(f"{site}/county.csv"):
        pass


def test_whoever_names_a_neighbour_may_visit_it_but_nobody_may_send_them_on(site: str) -> None:
    limits = Limits(trusted=host_of(site))
    with downloaded(f"{site}/county.csv", limits) as path:
        assert path.exists()
    with (
        pytest.raises(BrokenFile, match="'localhost' is inside a private network"),
        downloaded(f"{site}/to-other", limits),
    ):
        pass


def test_the_address_that_was_checked_is_the_one_that_is_visited(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = download.socket.getaddrinfo

    def once(host: str, *rest: object, **more: object) -> object:
        asked.append(host)
        assert asked.count("names.example") <= 1, "a second look could find another address"
        return real("127.0.0.1" if host == "names.example" else host, *rest, **more)  # type: ignore[arg-type]  # as called

    monkeypatch.setattr(download.socket, "getaddrinfo", once)
    port = site.rpartition(":")[2]
    with downloaded(f"http://names.example:{port}/county.csv", ANYWHERE) as path:
        assert path.read_bytes() == CSV


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("::1", False),
        ("::ffff:10.0.0.1", False),
        ("fe80::1%eth0", False),
        ("2606:2800:220:1::1", True),
        ("224.0.0.1", False),
        ("100.64.0.1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("url", ["ftp://example.org/a.csv", "http://", "http://[::1", "http://example.org:99999/"])
def test_what_is_no_web_address_is_said(url: str) -> None:
    with pytest.raises(BrokenFile, match="no web address"), downloaded(url):
        pass


@pytest.fixture
def directory(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Database]:
    yield from directory_file(migrated_sqlite, tmp_path / "web.db")


def test_an_import_from_the_web(site: str, directory: Database) -> None:
    report = import_path(directory, f"{site}/county.csv", now=MONDAY_NOON, limits=ANYWHERE)
    assert (report.source, report.added, names(directory)) == ("county", 1, ["Northside"])
    with pytest.raises(BrokenFile, match="private network"):
        import_path(directory, f"{site}/county.csv")

"""``warmline directory`` in a process of its own, as staff use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.store.database import Database, make_engine
from tests.integration.directory_world import ROW, fill_map, write_csv

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def warmline(sqlite_url: str, data_dir: Path) -> Run:
    """Runs ``warmline directory …`` on a fresh database with a small map."""
    database = Database(make_engine(sqlite_url))
    fill_map(database)
    database.close()
    environment = {**os.environ, "WARMLINE_DATA_DIR": str(data_dir), "WARMLINE_DATABASE_URL": sqlite_url}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from bot.cli.main import main; main()", "directory", *words]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)

    return run


def test_import_check_and_export(warmline: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "county.csv", ROW, ROW | {"organization": "Second Start", "phone": "call us"})

    assert warmline("check").returncode == 1, "an empty directory is no good directory"

    trial = warmline("import", path, "--dry-run", "--json")
    assert (trial.returncode, json.loads(trial.stdout)["added"]) == (0, 1)
    assert warmline("check").returncode == 1, "a dry run adds nothing"

    done = warmline("import", path)
    assert done.returncode == 0, done.stderr
    assert "1 added, 0 changed, 0 unchanged, 0 retired, 1 rejected." in done.stdout
    assert "Rejected: line 3: 'call us' is not a phone number" in done.stdout

    check = warmline("check", "--json")
    counts = json.loads(check.stdout)
    assert (check.returncode, counts["local"], counts["needs"]["jobs"], counts["needs"]["food"]) == (0, 1, 1, 0)

    assert warmline("export", "--to", str(tmp_path / "out.json")).returncode == 0
    assert [each["name"] for each in json.loads((tmp_path / "out.json").read_text())] == ["Job help"]
    assert warmline("export", "--to", str(tmp_path / "out"), "--format", "csv").returncode == 0
    assert (tmp_path / "out" / "services.csv").read_text().count("\n") == 2


def test_trouble_is_one_sentence_and_a_failure(warmline: Run, tmp_path: Path) -> None:
    for words, sentence in (
        (("import", str(tmp_path / "nowhere.csv")), "There is no file or folder"),
        (("import", "https://places.invalid/a.csv"), "There is no host"),
        (("import", str(tmp_path), "--format", "meeting-guide"), "There is no .csv or .json file"),
        (("export", "--to", str(tmp_path / "x"), "--format", "pdf"), "no export format 'pdf'"),
    ):
        done = warmline(*words)
        assert done.returncode != 0
        assert sentence in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr

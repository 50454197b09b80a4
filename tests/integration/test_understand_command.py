"""``warmline understand`` with the trained model: records in order, whatever stands between them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.integration.assistant_line import ROOT

GOOD = ["need a job n a ride to the interview 19104", "gracias por todo", "where can i get narcan"]


@pytest.fixture
def command(trained_data_dir: Path) -> list[str]:
    return [str(ROOT / ".venv" / "bin" / "warmline"), "understand"]


def test_bad_lines_are_named_and_the_others_answered_in_order(command: list[str], trained_data_dir: Path) -> None:
    first, second, third = (json.dumps({"text": text}).encode() for text in GOOD)
    lines = [first, b'{"words": "hi"}', b"no json", second, json.dumps({"text": "a" * 102_400}).encode()]
    lines += [b'{"text": "\xff\xfe"}', b"", b"[" * 60_000, third]
    ended = subprocess.run(command, input=b"\n".join(lines), capture_output=True, check=False, cwd=ROOT)
    assert ended.returncode == 1
    records = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [record["text"] for record in records] == GOOD
    assert records[0]["needs"] == ["jobs", "transportation"]
    assert records[0]["zip"] == "19104"
    named = [line.partition(": ") for line in ended.stderr.decode().splitlines() if line.startswith("line ")]
    assert [place for place, _, _ in named] == ["line 2", "line 3", "line 5", "line 6", "line 8"]
    assert all(why for _, _, why in named)
    assert b"aaaa" not in ended.stderr


def test_a_file_of_good_lines_ends_well(command: list[str], tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in GOOD * 50), "utf-8")
    ended = subprocess.run([*command, str(file)], capture_output=True, check=False, cwd=ROOT)
    assert ended.returncode == 0, ended.stderr
    assert [json.loads(line)["text"] for line in ended.stdout.splitlines()] == GOOD * 50


def test_a_text_means_the_same_whoever_stands_beside_it(command: list[str], tmp_path: Path) -> None:
    fresh = (ROOT / "tests" / "understanding" / "blind_two.jsonl").read_text("utf-8").splitlines()[:120]
    meant = []
    for lines in (fresh, fresh[::-1]):
        told = subprocess.run(command, input="\n".join(lines).encode(), capture_output=True, check=True, cwd=ROOT)
        records = [json.loads(line) for line in told.stdout.splitlines()]
        meant.append({record["text"]: record for record in records})
    assert meant[0] == meant[1]


def test_nothing_in_nothing_out(command: list[str]) -> None:
    ended = subprocess.run(command, input=b"", capture_output=True, check=False, cwd=ROOT)
    assert (ended.returncode, ended.stdout) == (0, b"")

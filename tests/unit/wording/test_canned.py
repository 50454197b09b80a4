"""Ready words for coaches keep the rules of the house, and a wrong file is told in one sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.message import RiskKind
from bot.wording.canned import Canned, load_canned
from bot.wording.reading import grade, longest_sentence
from bot.wording.segments import count_segments, fold
from bot.wording.yaml_file import WordingError
from tests.unit.wording.samples import ROOT
from tests.unit.wording.test_responses import NAMES_ABUSE, NEVER

CANNED = load_canned(ROOT / "data/canned")
VALUES = {"coach": "Dana", "org": "Warmline", "human_phone": "555-0199"}


def spoken(language: str) -> list[tuple[str, str]]:
    replies = [one for _, group in CANNED.replies_in(language, VALUES) for one in group]
    return [*replies, *((step.title, step.say[language]) for step in CANNED.steps)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_ready_words_are_short_and_blame_nobody(language: str) -> None:
    for title, text in spoken(language):
        assert count_segments(fold(text)) <= 2, title
        assert not NEVER.search(text), title
        assert not NAMES_ABUSE.search(text), title
        assert "{" not in text


def test_ready_words_are_plain() -> None:
    for title, text in spoken("en"):
        assert grade(text) <= 6, title
    for title, text in spoken("es"):
        assert longest_sentence(text) <= 24, title


def test_a_reply_that_names_a_phone_waits_until_there_is_one() -> None:
    without = CANNED.replies_in("en", {**VALUES, "human_phone": ""})
    titles = [title for _, group in without for title, _ in group]
    assert "Name our phone" not in titles
    assert "Say hello" in titles


@pytest.mark.parametrize("kind", [*RiskKind, None])
def test_every_danger_has_a_script_with_988_and_a_way_to_close(kind: str | None) -> None:
    steps = CANNED.steps_for((kind,) if kind else ())
    assert any("988" in step.say["en"] for step in steps)
    assert any("AYUDA" in step.say["es"] for step in steps)
    assert steps[-1].title == "Before you close"
    asks = any("thinking about suicide" in step.say["en"] for step in steps)
    assert asks == (kind in (None, "suicide", "self_harm", "psychosis"))


def dispatch(folder: Path, content: str) -> Canned:
    shutil.copytree(ROOT / "data/canned", folder, dirs_exist_ok=True)
    (folder / "dispatch.yml").write_text(content, "utf-8")
    return load_canned(folder)


CENTER = """
centers:
- {name: All of it, zips: ["19"], phone: "+15550100", checked_on: 2026-11-22}
- {name: The city, zips: ["191", "190"], phone: "+15550101", checked_on: 2026-11-22}
"""


def test_dispatch_is_found_by_the_persons_place(tmp_path: Path) -> None:
    canned = dispatch(tmp_path, CENTER)
    city, around = canned.dispatch_of("19104"), canned.dispatch_of("19401")
    assert city is not None
    assert around is not None
    assert (city.name, around.name) == ("The city", "All of it")
    assert canned.dispatch_of("08101") is None
    assert canned.dispatch_of(None) is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("centers: nothing", "dispatch.yml: there is no list 'centers'"),
        ("- a", "no names with values"),
        ('centers: [{name: A, zips: ["x"], phone: "+15550100", checked_on: 2026-11-22}]', "first digits"),
        ('centers: [{name: A, zips: ["1"], phone: "555", checked_on: 2026-11-22}]', "dispatch.yml, A"),
        ('centers: [{name: A, zips: ["1"], phone: "+15550100", checked_on: soon}]', "a date like"),
        ("centers: []\ncenters: []", "is there twice"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(WordingError, match=told):
        dispatch(tmp_path, content)


def test_an_unknown_gap_is_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data/canned", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "replies.yml"
    file.write_text(file.read_text("utf-8").replace("{coach} with {org}", "{zip} with {org}", 1), "utf-8")
    with pytest.raises(WordingError, match=r"replies.yml, hello: a gap other than coach, human_phone, org"):
        load_canned(tmp_path)

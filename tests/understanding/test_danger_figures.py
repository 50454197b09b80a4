"""The floors under rules and model together: what they see in texts that nobody trained on.

The goals are higher (docs/danger.md); these floors catch a change that makes the line blind or
shrill. Only shares count here: no single one of these texts may steer a rule or a training text.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.consent.keywords import Keyword, keyword, keyword_words
from bot.danger_model import figures as f
from bot.danger_model.blind import measure, read_labelled
from bot.danger_model.figures import Figure
from bot.danger_model.files import load_model
from bot.danger_model.reader import RulesAndModel
from bot.danger_model.train import DangerReport
from bot.message import Risk
from bot.safety.respond import look_for_danger

BLIND = Path(__file__).parent / "blind_danger.jsonl"


@pytest.fixture(scope="module")
def blind(trained_data_dir: Path, danger_report: DangerReport) -> dict[str, Figure]:
    reader = RulesAndModel(load_model(trained_data_dir))
    return {each.name: each for each in measure(reader, read_labelled(BLIND))}


def test_the_model_fits_the_texts_and_the_code(danger_report: DangerReport) -> None:
    assert danger_report.kept


def test_the_model_alone_sees_texts_it_was_not_shown(danger_report: DangerReport) -> None:
    found = {each.name: each.share for each in danger_report.model}
    assert found[f.SEEN] >= 0.94
    assert found[f.NEAR_CRISIS] <= 0.03
    assert found[f.NEAR_ANY] <= 0.18
    # Held-out ordinary texts were written to be hard; the bars are chosen to ask about nearly so many of them.
    assert found[f.ORDINARY_ANY] <= 0.09


def test_danger_in_blind_texts_is_seen(blind: dict[str, Figure]) -> None:
    assert blind[f.SEEN].texts >= 100
    assert blind[f.SEEN].share >= 0.94
    assert blind[f.URGENT].share >= 0.95
    assert blind[f.ANSWERED].share >= 0.86


def test_near_misses_among_blind_texts_seldom_alarm(blind: dict[str, Figure]) -> None:
    assert blind[f.NEAR_CRISIS].texts >= 90
    assert blind[f.NEAR_CRISIS].share <= 0.05
    assert blind[f.NEAR_ANY].share <= 0.15


@pytest.mark.parametrize("name", ["blind_one", "blind_two"])
def test_ordinary_blind_texts_seldom_alarm(trained_data_dir: Path, danger_report: DangerReport, name: str) -> None:
    reader = RulesAndModel(load_model(trained_data_dir))
    found = {each.name: each for each in measure(reader, read_labelled(BLIND.with_name(f"{name}.jsonl")))}
    assert found[f.ORDINARY_ANY].texts >= 200
    assert found[f.ORDINARY_ANY].share <= 0.05
    assert found[f.ORDINARY_CRISIS].share <= 0.01


def test_the_model_adds_to_the_rules(blind: dict[str, Figure]) -> None:
    rules = {each.name: each.share for each in measure(RulesAndModel(None), read_labelled(BLIND))}
    assert blind[f.SEEN].share > rules[f.SEEN] + 0.03


@pytest.mark.parametrize("before", [0, 3])
def test_danger_in_one_sentence_of_a_long_text_is_seen(
    trained_data_dir: Path, danger_report: DangerReport, before: int
) -> None:
    model = load_model(trained_data_dir)
    story = "I have been staying at my cousin's place since March and the bus stops right by the clinic. "
    cry = "my homie took a blue an hour ago and now hes turning gray and wont answer. "
    assert model.look(story * before + cry + story * (6 - before)).risk.rank >= 2


EVERYDAY = [
    "hi", "hello", "hola", "ok", "yes", "no", "thanks", "gracias", "bye", "1", "2", "more", "mas", "coach", "19103",
    "Camden NJ", "food", "housing", "a job", "comida", "trabajo", "detox", "narcan", "a ride", "wic", "AA tonight",
    "spanish please", "en español", "who is this", "is this a real person", "is this private", "good morning",
    "buenos dias", "lol", "👍", "?", "not now", "maybe later", "sounds good", "i will call them", "that worked",
    "it was closed",
]  # fmt: skip


def test_everyday_words_and_keywords_are_not_asked_about(trained_data_dir: Path, danger_report: DangerReport) -> None:
    reader = RulesAndModel(load_model(trained_data_dir))
    words = [word for words in keyword_words().values() for word in words if keyword(word) is not Keyword.NOT_SAFE]
    asked = [text for text in (*EVERYDAY, *words) if look_for_danger(reader, text, None).risk.rank >= Risk.CHECK.rank]
    assert asked == []

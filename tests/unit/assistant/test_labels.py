"""The labels of the training data, and that the data holds no other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from assistant.understanding.labels import ACTS, UnknownLabel, parse_label

DATA = Path(__file__).resolve().parents[3] / "data" / "nlu"


def test_a_request_with_two_needs() -> None:
    label = parse_label("seek/jobs+transportation")
    assert (label.act, label.needs, label.detail, label.risk) == ("seek", ("jobs", "transportation"), None, "none")


def test_a_question_about_us_keeps_its_detail() -> None:
    assert parse_label("bot_question/privacy").detail == "privacy"


@pytest.mark.parametrize(
    ("name", "act", "risk", "kind", "about", "detail"),
    [
        ("crisis/self_harm_self", "crisis", "crisis", "self_harm", "self", None),
        ("crisis/overdose_other", "crisis", "crisis", "overdose", "other", None),
        ("check/suicide_other", "other", "check", "suicide", "other", "check"),
        ("concern/self", "other", "concern", None, "self", "concern_self"),
    ],
)
def test_danger_labels(name: str, act: str, risk: str, kind: str | None, about: str, detail: str | None) -> None:
    label = parse_label(name)
    assert (label.act, label.risk, label.kind, label.about, label.detail) == (act, risk, kind, about, detail)


@pytest.mark.parametrize(
    "name", ["seek/unicorns", "seek", "sing", "crisis/boredom_self", "crisis/suicide", "concern/me"]
)
def test_an_unknown_label_stops_the_training(name: str) -> None:
    with pytest.raises(UnknownLabel, match=name):
        parse_label(name)


def test_every_label_of_the_data_is_known_and_every_act_has_texts() -> None:
    acts = set()
    for path in DATA.glob("*.yml"):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            acts.add(parse_label(block["intent"]).act)
    assert acts == set(ACTS)

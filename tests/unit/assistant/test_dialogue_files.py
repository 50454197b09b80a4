"""Rules, stories, domain, actions and responses name the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from assistant.understanding.labels import ACTS

ROOT = Path(__file__).resolve().parents[3]
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
OF_RASA = {"action_deactivate_loop"}


def blocks(folder: str, key: str) -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "data" / folder).glob("*.yml")):
        yield from yaml.safe_load(path.read_text("utf-8"))[key]


def steps() -> list[dict[str, Any]]:
    tales = [*blocks("rules", "rules"), *blocks("stories", "stories")]
    return [step for tale in tales for step in tale["steps"]]


def names_in_actions(pattern: str) -> set[str]:
    return {name for path in (ROOT / "actions").glob("*.py") for name in re.findall(pattern, path.read_text("utf-8"))}


def response_blocks() -> list[tuple[str, list[dict[str, Any]]]]:
    files = sorted((ROOT / "data" / "responses").glob("*.yml"))
    return [item for path in files for item in yaml.safe_load(path.read_text("utf-8"))["responses"].items()]


def test_the_intents_are_the_acts() -> None:
    assert {next(iter(intent)) for intent in DOMAIN["intents"]} == set(ACTS)
    assert all(options == {"use_entities": []} for intent in DOMAIN["intents"] for options in intent.values())


def test_every_act_has_a_rule_that_needs_no_state() -> None:
    free = {rule["steps"][0].get("intent") for rule in blocks("rules", "rules") if "condition" not in rule}
    asked_nothing = {
        rule["steps"][0].get("intent")
        for rule in blocks("rules", "rules")
        if rule.get("condition") == [{"slot_was_set": [{"asked": None}]}]
    }
    assert free | asked_nothing == set(ACTS)
    assert asked_nothing == {"affirm", "deny"}


def test_every_action_of_a_rule_or_story_exists() -> None:
    known = set(DOMAIN["actions"]) | set(DOMAIN["forms"]) | OF_RASA
    assert {step["action"] for step in steps() if "action" in step} <= known


def test_every_action_of_the_domain_is_written_and_used() -> None:
    written = names_in_actions(r'return "(action_[a-z_]+)"')
    assert written == {name for name in DOMAIN["actions"] if name.startswith("action_")}
    used = {step["action"] for step in steps() if "action" in step} | {"action_ask_zip"}
    assert written <= used


def test_every_response_of_the_domain_is_said_somewhere_and_no_other() -> None:
    said = names_in_actions(r'"(utter_[a-z_]+)"') | {
        step["action"] for step in steps() if step.get("action", "").startswith("utter_")
    }
    assert said == {name for name in DOMAIN["actions"] if name.startswith("utter_")}


def test_every_response_has_words_in_both_languages() -> None:
    words = dict(response_blocks())
    for name in (name for name in DOMAIN["actions"] if name.startswith("utter_")):
        assert name in words, name
        languages = {
            condition["value"]
            for variant in words[name]
            for condition in variant.get("condition", [])
            if condition["name"] == "language"
        }
        assert "es" in languages, name


def test_no_response_has_words_twice() -> None:
    names = [name for name, _ in response_blocks()]
    assert sorted(names) == sorted(set(names))

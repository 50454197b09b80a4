"""What is written down agrees with what the code does."""

from __future__ import annotations

import re

import pytest

from bot.actions_route import PATH
from bot.cli.main import COMMANDS
from bot.settings import Settings
from bot.supervisor.addresses import ACTIONS_PATH
from tests.house_rules.source import ROOT, tracked

SETTINGS = {name.upper() for name in Settings.model_fields}


def test_the_example_of_settings_lists_all_of_them() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    listed = set(re.findall(r"^#?\s?([A-Z][A-Z_]+)=", example, re.M))
    assert listed == SETTINGS


def test_the_guide_for_operators_explains_every_setting_and_command() -> None:
    guide = (ROOT / "docs/operators.md").read_text("utf-8")
    assert [name for name in sorted(SETTINGS) if name not in guide] == []
    assert [name for name in COMMANDS if f"warmline {name}" not in guide] == []


def test_the_address_of_the_actions_is_one() -> None:
    assert ACTIONS_PATH == PATH


@pytest.mark.parametrize("path", [str(path) for path in tracked("*.md")])
def test_links_between_papers_lead_somewhere(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target and not target.startswith("mailto:"):
            assert ((ROOT / path).parent / target).exists(), f"{path} links to {target}, which is not there"

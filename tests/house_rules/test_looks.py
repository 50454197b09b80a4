"""Whatever shows something is noted by one function, which says why."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house_rules.source import dotted, modules

NOTES_LOOKS = Path("bot/console/looks.py")
LOOKS = ("read", "list", "watch", "search", "show", "export")


def test_the_console_notes_looks_with_their_why() -> None:
    seen = 0
    for path, tree in modules("bot/console"):
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = dotted(call.func)
            seen += name == "note_look"
            if name == "write_audit" and path != NOTES_LOOKS:
                said = [each.value for part in call.args for each in ast.walk(part) if isinstance(each, ast.Constant)]
                looks = [each for each in said if isinstance(each, str) and each.startswith(LOOKS)]
                assert looks == [], f"{path}:{call.lineno} notes a look without a why; use note_look"
    assert seen > 30

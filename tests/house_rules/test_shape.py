"""Files and functions stay small enough to be read at a glance, and are named for what they hold."""

from __future__ import annotations

import ast

from tests.house_rules.source import ROOT, modules, tracked

LONGEST_FILE, LONGEST_FUNCTION = 300, 45  # the aim is 200 and 30; beyond these it is a fault
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base"}


def test_files_are_short() -> None:
    long = {
        str(path): lines
        for path in tracked("bot/*.py", "actions/*.py", "assistant/*.py", "sentences/*.py")
        if "migrations" not in path.parts
        and (lines := len((ROOT / path).read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_functions_are_short() -> None:
    long = {
        f"{path}:{node.name}": node.end_lineno - node.lineno + 1
        for path, tree in modules("bot", "actions", "assistant", "sentences")
        if "migrations" not in path.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert not long


def test_names_say_what_is_inside() -> None:
    empty = [str(path) for path in tracked("*.py") if EMPTY_NAMES & {path.stem, *path.parent.parts}]
    assert not empty


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path)
        for path, tree in modules("bot", "actions", "assistant", "sentences")
        if tree.body and ast.get_docstring(tree) is None
    ]
    assert not silent

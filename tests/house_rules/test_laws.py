"""The laws of the house that can be read off the source. Those about imports are in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.house_rules.source import ROOT, dotted, imported_names, modules

DECISIONS = (
    "bot/consent",
    "bot/desk",
    "bot/directory",
    "bot/safety",
)
DECISION_FILES = ("journey.py", "routing.py", "turn.py", "conversation.py", "message.py", "outcome.py", "ports.py")
CLOCKS = {"time.time", "time.monotonic", "datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
# What a module outside the store may know of SQLAlchemy: types, errors, and how to name a server. No statements.
SQL_TYPES = {"Connection", "Engine", "DBAPIError", "SQLAlchemyError", "make_url"}
# Who may read the environment: the settings, and the supervisor for what it hands to its own children.
READ_ENVIRONMENT = ("bot/settings.py", "bot/supervisor/")
PRIVATE = {"body", "text", "words", "phone", "sender", "recipient", "name", "email", "need", "needs", "zip", "detail"}


def _decisions() -> list[tuple[Path, ast.Module]]:
    single = [each for each in modules("bot") if each[0].parent == Path("bot") and each[0].name in DECISION_FILES]
    return [*modules(*DECISIONS), *single]


def test_the_laws_about_imports_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_decisions_are_found() -> None:
    assert len(_decisions()) > 30


def test_decisions_read_no_clock_and_no_environment() -> None:
    for path, tree in _decisions():
        calls = {dotted(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert not calls & CLOCKS, f"{path} reads the clock; it must be told the time"
        names = {dotted(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert "os.environ" not in names, f"{path} reads the environment"


def test_statements_are_made_in_the_store_only() -> None:
    for path, tree in modules("bot", "actions"):
        if path.is_relative_to("bot/store"):
            continue
        for module, name in imported_names(tree):
            if module.split(".")[0] == "sqlalchemy":
                assert name in SQL_TYPES, f"{path} imports {name or module} from SQLAlchemy"
            # The tables are the store's own; two modules of psycopg hold connections for locks and bells.
            assert module not in ("bot.store.tables", "bot.store.directory_tables"), f"{path} touches tables"


def test_the_environment_is_read_in_one_place() -> None:
    for path, tree in modules("bot", "actions"):
        if path.as_posix().startswith(READ_ENVIRONMENT):
            continue
        for node in ast.walk(tree):
            found = dotted(node) if isinstance(node, ast.Attribute) else ""
            assert found not in ("os.environ", "os.getenv"), (
                f"{path}:{getattr(node, 'lineno', 0)} reads the environment"
            )


def test_logs_hold_no_words_and_no_numbers() -> None:
    for path, tree in modules("bot", "actions"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and dotted(node.func).startswith(("log.", "logger.")):
                told = {keyword.arg for keyword in node.keywords}
                assert not told & PRIVATE, f"{path}:{node.lineno} logs {told & PRIVATE}"


def test_nothing_is_built_at_import() -> None:
    """Importing every module starts no thread and opens no file of the data directory, socket or database."""
    names = [
        path.with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
        for path, _ in modules("bot", "actions")
        if "migrations" not in path.parts
    ]
    script = f"""
import importlib, os, threading
before = set(os.listdir("/dev/fd"))
for name in {names!r}:
    importlib.import_module(name)
assert threading.active_count() == 1, threading.enumerate()
new = set(os.listdir("/dev/fd")) - before
kinds = [os.readlink(f"/dev/fd/{{fd}}") for fd in new if os.path.islink(f"/dev/fd/{{fd}}")]
assert not any(kind.startswith("socket") or kind.endswith(".db") for kind in kinds), kinds
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]

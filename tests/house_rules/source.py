"""The project's own source files, parsed."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked(*patterns: str) -> tuple[Path, ...]:
    """Files of the checkout that git knows or would take in, as paths relative to the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(Path(line) for line in done.stdout.splitlines() if (ROOT / line).is_file())


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file under ``folders`` with its syntax tree."""
    for path in tracked(*(f"{folder}/*.py" for folder in folders)):
        yield path, _tree(path)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text("utf-8"))


def imported_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """``(module, name)`` for every import; ``name`` is empty for ``import module``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def dotted(node: ast.expr) -> str:
    """``os.environ.get`` for such an expression, ``""`` for any other."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""

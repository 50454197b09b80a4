"""What tests, benchmarks and scripts import of our own code exists: read off the source, nothing is imported.

``python scripts/check_imports.py``. Exit code 1 when a name is gone. ``make types`` looks at the service; a stale
import in a test would else be found when that test is collected.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKED = ("tests", "benchmarks", "scripts")
OURS = ("bot", "actions", "sentences", *CHECKED)


@cache
def names_of(module: str, root: Path = ROOT) -> frozenset[str] | None:
    """What ``module`` defines at its top, submodules included; ``None`` if there is no such module."""
    place = root.joinpath(*module.split("."))
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    found = (
        {each.stem for each in place.iterdir() if each.suffix == ".py" or each.is_dir()} if place.is_dir() else set()
    )
    if not file.is_file():
        return frozenset(found) if place.is_dir() else None
    return frozenset(found | {name for node in ast.parse(file.read_text("utf-8")).body for name in _defined(node)})


def gone(source: str, root: Path = ROOT) -> list[tuple[int, str]]:
    """Line and name of everything that ``source`` takes from our own modules and that is not there."""
    tree = ast.parse(source)
    wrong, bound = [], dict[str, str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and _is_ours(node.module):
            module = str(node.module)
            known = names_of(module, root)
            for alias in node.names:
                if known is None or alias.name not in known:
                    wrong.append((node.lineno, f"{module}.{alias.name}"))
                elif names_of(f"{module}.{alias.name}", root) is not None:
                    bound[alias.asname or alias.name] = f"{module}.{alias.name}"
        elif isinstance(node, ast.Import):
            missing = [each.name for each in node.names if _is_ours(each.name) and names_of(each.name, root) is None]
            wrong += [(node.lineno, name) for name in missing]
    return wrong + list(_gone_of_modules(tree, bound, root))


def _gone_of_modules(tree: ast.Module, bound: dict[str, str], root: Path) -> Iterator[tuple[int, str]]:
    """``module.name`` where the module is ours and has no such name; names that mean more are left out."""
    other = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    other |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id not in other:
            module = bound.get(node.value.id)
            if module and node.attr not in (names_of(module, root) or ()) and not node.attr.startswith("__"):
                yield node.lineno, f"{module}.{node.attr}"


def _is_ours(module: str | None) -> bool:
    return module is not None and module.split(".")[0] in OURS


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
    else:  # assignments, also under an if, with or try; a loop's variable
        inner = [each for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
        yield from (each.id for each in inner)
        blocks = [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.stmt)]
        yield from (name for block in blocks for name in _defined(block))


def main() -> int:
    wrong = 0
    for folder in CHECKED:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for line, name in gone(path.read_text("utf-8")):
                print(f"{path.relative_to(ROOT)}:{line}: there is no {name}")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

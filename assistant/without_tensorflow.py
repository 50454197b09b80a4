"""Lets Rasa run without TensorFlow, which Rasa imports and nothing of ours uses.

Importing it takes half of the start and 345 MiB, a third of a small server. Rasa names it while its modules load (as
base classes and in types), so names are all it gets: stand-ins that can be subclassed and written down, and that end
in :class:`TensorFlowLeftOut` when somebody works with them. ``WARMLINE_TENSORFLOW=on`` loads the real one; a
configuration whose components work with it is refused without that (docs/decisions/0068-no-tensorflow.md).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

SETTING = "WARMLINE_TENSORFLOW"
PACKAGES = frozenset({"tensorflow", "tensorflow_hub", "tensorflow_text", "keras"})
# Rasa 3.6's components that compute with TensorFlow. A test reads them off Rasa's own modules.
NEED_IT = frozenset(
    {
        "ConveRTFeaturizer",
        "DIETClassifier",
        "LanguageModelFeaturizer",
        "ResponseSelector",
        "TEDPolicy",
        "UnexpecTEDIntentPolicy",
    }
)


class TensorFlowLeftOut(RuntimeError):
    """Something worked with TensorFlow although it was left out."""


class TensorFlowNeeded(Exception):
    """A configured component needs TensorFlow; the message says which, and what to do."""


class StandIn(type):
    """The type of everything that a left-out package seems to hold."""

    def __getattr__(cls, name: str) -> StandIn:
        return _stand_in(cls, name)

    def __call__(cls, *_: Any, **__: Any) -> Any:
        raise TensorFlowLeftOut(f"{cls.__name__} needs TensorFlow, which is left out; set {SETTING}=on.")


class StandInModule(ModuleType):
    """A left-out package or module: whatever is asked of it is a stand-in."""

    def __getattr__(self, name: str) -> StandIn:
        return _stand_in(self, name)


def _stand_in(owner: Any, name: str) -> StandIn:
    # Python asks modules and classes for names of its own, and must hear that these are not there.
    if name.startswith("__"):
        raise AttributeError(name)
    made = StandIn(name, (), {})
    setattr(owner, name, made)
    return made


class _Finder(MetaPathFinder, Loader):
    """Finds a stand-in for each left-out package and whatever lies in it."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in PACKAGES:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return StandInModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: a stand-in has no code."""


def configured(config: Path) -> list[str]:
    """Return the components that a Rasa configuration names."""
    rows = yaml.safe_load(config.read_text("utf-8"))
    return [step["name"] for part in ("pipeline", "policies") for step in rows.get(part) or []]


def leave_out(components: Iterable[str]) -> None:
    """Put stand-ins in TensorFlow's place in this process, before Rasa is imported, unless the setting says ``on``.

    ``components``: names as Rasa's files have them, ``DIETClassifier`` or ``package.module.Class``.

    Raises:
        TensorFlowNeeded: one of them works with TensorFlow.
    """
    if os.environ.get(SETTING) == "on" or "tensorflow" in sys.modules:
        return
    needing = sorted({name.rpartition(".")[2] for name in components} & NEED_IT)
    if needing:
        raise TensorFlowNeeded(
            f"{', '.join(needing)}: Rasa computes this with TensorFlow; set {SETTING}=on to load it."
        )
    sys.meta_path.insert(0, _Finder())

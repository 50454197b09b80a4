"""Rasa without TensorFlow, and with it: each in a process of its own, since a process imports Rasa once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from assistant import without_tensorflow
from assistant.candidate import in_use
from assistant.serve import NEEDED
from assistant.without_tensorflow import NEED_IT, SETTING, TensorFlowNeeded, configured, leave_out

LOAD = "from assistant.without_tensorflow import *; leave_out([]); import rasa.core.run, rasa.model_training, sys\n"

# Which of the components that Rasa registers lie in a module, or come from one of Rasa's, that holds a stand-in.
WHO_NEEDS_IT = """
import json
from assistant.without_tensorflow import StandIn, StandInModule
from rasa.engine.recipes.default_components import DEFAULT_COMPONENTS
def holds(cls):
    modules = [sys.modules[base.__module__] for base in cls.__mro__ if base.__module__.startswith("rasa.")]
    return any(isinstance(held, (StandIn, StandInModule)) for module in modules for held in vars(module).values())
print(json.dumps(sorted(cls.__name__ for cls in DEFAULT_COMPONENTS if holds(cls))))
"""

# A classifier of Rasa's that learns with TensorFlow, on two intents, for one round.
TRAIN_DIET = """
import os
from pathlib import Path
from rasa.model_training import train_nlu
place = Path(sys.argv[1])
os.environ["RASA_CACHE_DIRECTORY"] = str(place / "cache")  # or a second training is none
(place / "config.yml").write_text('''
recipe: default.v1
assistant_id: small
language: en
pipeline:
  - name: WhitespaceTokenizer
  - name: CountVectorsFeaturizer
  - name: DIETClassifier
    epochs: 1
policies: []
''')
(place / "nlu.yml").write_text('''
version: "3.1"
nlu:
  - intent: hello
    examples: |
      - hello
      - hi there
  - intent: ride
    examples: |
      - i need a ride
      - can you drive me
''')
print(train_nlu(str(place / "config.yml"), str(place / "nlu.yml"), str(place)))
"""


def python(code: str, *words: str, tensorflow: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, SETTING: tensorflow, "RASA_TELEMETRY_ENABLED": "false", "CUDA_VISIBLE_DEVICES": ""}
    command = [sys.executable, "-W", "ignore", "-c", code, *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_rasa_loads_without_it() -> None:
    said = python(LOAD + "print('tensorflow.python.framework.ops' in sys.modules)")
    assert said.stdout.split() == ["False"], said.stderr[-2000:]


def test_the_list_of_components_is_what_rasa_has() -> None:
    said = python(LOAD + WHO_NEEDS_IT)
    assert json.loads(said.stdout) == sorted(NEED_IT), said.stderr[-2000:]


def test_whoever_works_with_it_all_the_same_hears_of_the_setting(tmp_path: Path) -> None:
    said = python(LOAD + TRAIN_DIET, str(tmp_path))
    assert said.returncode == 1
    assert f"TensorFlow, which is left out; set {SETTING}=on" in said.stderr


def test_with_the_setting_its_components_learn(tmp_path: Path) -> None:
    said = python(LOAD + TRAIN_DIET, str(tmp_path), tensorflow="on")
    assert said.returncode == 0, said.stderr[-2000:]
    assert ".tar.gz" in said.stdout


def test_our_own_configuration_needs_none() -> None:
    assert not NEED_IT & {name.rpartition(".")[2] for name in configured(Path("config.yml"))}


@pytest.mark.parametrize("name", ["DIETClassifier", "rasa.core.policies.ted_policy.TEDPolicy"])
def test_a_component_that_needs_it_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    monkeypatch.setattr(without_tensorflow.sys, "modules", {})
    with pytest.raises(TensorFlowNeeded, match=f"^{name.rpartition('.')[2]}: .* set {SETTING}=on"):
        leave_out(["RulePolicy", name])


def serving(data_dir: Path, model: bytes) -> subprocess.CompletedProcess[str]:
    """Start Rasa as a line does, with these bytes as its model; it is expected to refuse."""
    place = in_use(data_dir).model
    place.parent.mkdir(parents=True)
    place.write_bytes(model)
    environment = {**os.environ, SETTING: "off"} | dict.fromkeys(NEEDED, "something")
    command = [sys.executable, "-W", "ignore", "-m", "assistant.serve", "--data-dir", str(data_dir)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_a_model_that_needs_it_is_not_served(tmp_path: Path) -> None:
    told = {"predict_schema": {"nodes": {"read": {"uses": "rasa.nlu.classifiers.diet_classifier.DIETClassifier"}}}}
    content = json.dumps(told).encode()
    archive = BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as files:
        member = tarfile.TarInfo("metadata.json")
        member.size = len(content)
        files.addfile(member, BytesIO(content))
    said = serving(tmp_path, archive.getvalue())
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("The assistant cannot start. DIETClassifier: ")


def test_what_is_no_model_is_said_to_be_none(tmp_path: Path) -> None:
    said = serving(tmp_path, b"no archive")
    assert said.returncode == 1
    assert "run `warmline train`" in said.stderr

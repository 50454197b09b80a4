"""Reading data/responses: what is right is found, what is wrong is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.wording.catalog import Catalog, load_catalog
from bot.wording.yaml_file import WordingError
from tests.unit.wording.samples import real_catalog

ENGLISH = "  - text: Hi"
SPANISH = "  - condition: [{type: slot, name: language, value: es}]\n    text: Hola"


def _file(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_text("\n".join(('version: "3.1"', "responses:", *lines)), encoding="utf-8")


def test_a_text_is_found_by_name_and_language(tmp_path: Path) -> None:
    _file(tmp_path, "small.yml", "  utter_hi:", ENGLISH, SPANISH)
    catalog = load_catalog(tmp_path)
    assert catalog.names == {"utter_hi"}
    assert catalog.text("utter_hi", "en") == "Hi"
    assert catalog.text("utter_hi", "es") == "Hola"


def test_a_language_the_line_does_not_speak_gets_english(tmp_path: Path) -> None:
    _file(tmp_path, "small.yml", "  utter_hi:", ENGLISH, SPANISH)
    assert load_catalog(tmp_path).text("utter_hi", "fr") == "Hi"


def test_an_unknown_name_is_said_clearly() -> None:
    with pytest.raises(WordingError, match="utter_nonsense"):
        Catalog({}).text("utter_nonsense", "en")


def test_the_same_name_in_two_files_is_refused(tmp_path: Path) -> None:
    _file(tmp_path, "one.yml", "  utter_hi:", ENGLISH, SPANISH)
    _file(tmp_path, "two.yml", "  utter_hi:", ENGLISH, SPANISH)
    with pytest.raises(WordingError, match=r"two\.yml: utter_hi is already in one\.yml"):
        load_catalog(tmp_path)


def test_the_same_name_twice_in_one_file_is_refused(tmp_path: Path) -> None:
    _file(tmp_path, "one.yml", "  utter_hi:", ENGLISH, SPANISH, "  utter_hi:", ENGLISH, SPANISH)
    with pytest.raises(WordingError, match=r"one\.yml.*utter_hi is there twice"):
        load_catalog(tmp_path)


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (("  utter_hi:", ENGLISH), "utter_hi has no text for 'es'"),
        (("  utter_hi:", SPANISH), "utter_hi has no text for 'en'"),
        (("  utter_hi:", ENGLISH, ENGLISH, SPANISH), "utter_hi has two texts for 'en'"),
        (("  utter_hi:", '  - text: ""', SPANISH), "utter_hi has a variant without a text"),
        (("  utter_hi: Hi",), "utter_hi has no text for 'en'"),
        (("  utter_hi:", ENGLISH, SPANISH.replace("value: es", "value: fr")), "utter_hi has a condition other than"),
        (("  - broken: [",), "the file cannot be read"),
        ((), "there is no 'responses:'"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(tmp_path: Path, lines: tuple[str, ...], what: str) -> None:
    _file(tmp_path, "wrong.yml", *lines)
    with pytest.raises(WordingError) as error:
        load_catalog(tmp_path)
    assert str(error.value).startswith("wrong.yml: ")
    assert what in str(error.value)
    assert "\n" not in str(error.value)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WordingError, match="no response files"):
        load_catalog(tmp_path)


def test_the_real_responses_load() -> None:
    assert len(real_catalog().names) > 150

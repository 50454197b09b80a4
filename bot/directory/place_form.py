"""The form of a place: every field checked, each with one sentence where it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.directory.confidential import names_street
from bot.directory.edits import FIELDS, HAND
from bot.directory.hours_lines import read_hours_lines
from bot.directory.hsds_fields import read_email, read_link, read_zip
from bot.directory.needs import TOPICS
from bot.directory.phone_lines import read_phone_lines
from bot.directory.states import CODES, state_code
from bot.directory.text_cleaning import clean, clean_link

LONGEST_NAME, LONGEST_TEXT, LONGEST_LINES = 200, 4_000, 1_500
NO_NAME = "Please say who runs it: the name of the organization."
NO_NEED = "Please choose at least one need, so that people find it."
NO_WAY = "A place needs a phone or a street address, or nobody can get there."
NO_ZIP = "A local place needs a ZIP code, so that people nearby find it."
STATEWIDE = "Please say which state it serves, such as PA."
AGES = "The oldest age is younger than the youngest."
BOTH = "Please give latitude and longitude both, or neither."
HIDDEN_STREET = "A place that is phone only must not have its street here. Please leave it out."


@dataclass(frozen=True)
class CheckedForm:
    """``values`` are clean texts of the fields that can be read; ``errors`` a sentence for each other one."""

    values: Mapping[str, str]
    errors: Mapping[str, str]


def check_form(given: Mapping[str, str], before: Mapping[str, str], secret: bool) -> CheckedForm:
    """Check ``given`` (by field, as typed). What is as it was ``before`` is not judged: nobody has to
    mend a source's field in order to change another. A new place has nothing before."""
    values: dict[str, str] = {}
    errors: dict[str, str] = {}
    changed = [name for name in FIELDS if name in given and _plain(given[name]) != before.get(name, "")]
    for name in changed:
        try:
            values[name] = _READ[name](given[name])
        except ValueError as error:
            errors[name] = str(error)
    now = {**dict.fromkeys(FIELDS, ""), **before, **values}
    for name, sentence in _together(now, secret):
        concerned = name in changed or not before or bool(_RELATED.get(name, set()).intersection(changed))
        if concerned and name not in errors:
            errors[name] = sentence
    return CheckedForm({name: now[name] for name in FIELDS if name not in errors}, errors)


def _together(now: Mapping[str, str], secret: bool) -> list[tuple[str, str]]:
    """What is wrong with the fields as a whole, each at the field where one would mend it."""
    found: list[tuple[str, str]] = []
    if not now["organization"]:
        found.append(("organization", NO_NAME))
    if not now["needs"]:
        found.append(("needs", NO_NEED))
    if secret and now["address"]:
        found.append(("address", HIDDEN_STREET))
    if secret:
        found += [(name, HIDDEN_STREET) for name in _SAID if names_street(now[name])]
    if not now["phones"] and (secret or not now["address"]):
        found.append(("phones", NO_WAY))
    if now["coverage"] in ("", "local") and not (now["zip"] or now["city"] or now["latitude"]) and not secret:
        found.append(("zip", NO_ZIP))
    if now["coverage"] == "state" and not now["coverage_state"]:
        found.append(("coverage_state", STATEWIDE))
    low, high = now["minimum_age"], now["maximum_age"]
    if low and high and int(high) < int(low):
        found.append(("maximum_age", AGES))
    if bool(now["latitude"]) != bool(now["longitude"]):
        found.append(("longitude" if now["latitude"] else "latitude", BOTH))
    return found


_SAID = ("description", "eligibility", "cost", "how_to_apply", "phones")
_RELATED: Mapping[str, set[str]] = {
    "phones": {"address"},
    "zip": {"coverage", "city", "latitude"},
    "coverage_state": {"coverage"},
    "maximum_age": {"minimum_age"},
    "latitude": {"longitude"},
    "longitude": {"latitude"},
}


def _plain(text: str) -> str:
    return "\n".join(line.strip() for line in text.replace("\r", "").split("\n")).strip()


def _text(most: int, name: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        cleaned = clean(text)
        if len(cleaned) > most:
            raise ValueError(f"The {name} is too long: {most} letters at most, this has {len(cleaned)}.")
        return cleaned

    return read


def _needs(text: str) -> str:
    said = {part.strip() for part in text.split(",") if part.strip()}
    if strange := sorted(said - set(TOPICS)):
        raise ValueError(f"There is no need {strange[0]!r}.")
    return ",".join(need for need in TOPICS if need in said)


def _age(text: str) -> str:
    cleaned = clean(text)
    if cleaned and not (cleaned.isascii() and cleaned.isdigit() and int(cleaned[:6]) <= 130):
        raise ValueError(f"{cleaned!r} is no age. Write a whole number from 0 to 130, or leave it empty.")
    return str(int(cleaned)) if cleaned else ""


def _link(text: str) -> str:
    try:
        return _short(read_link(clean_link(text))[0], "web page")
    except ValueError:
        raise ValueError("This is no web address. Write it like https://example.org.") from None


def _email(text: str) -> str:
    try:
        return _short(read_email(clean(text)), "e-mail")
    except ValueError:
        raise ValueError("This is no e-mail address. Write it like office@example.org.") from None


def _short(text: str, name: str) -> str:
    if len(text) > LONGEST_NAME * 2:
        raise ValueError(f"The {name} is too long.")
    return text


def _languages(text: str) -> str:
    said = [part.strip().lower() for part in re.split(r"[,;/\n]", clean(text)) if part.strip()]
    codes = [_CODES.get(each, each) for each in said]
    if wrong := [each for each in codes if not re.fullmatch(r"[a-z]{2,3}", each)]:
        raise ValueError(f"We do not know the language {wrong[0]!r}. Write English, Spanish, or a code such as vi.")
    return ", ".join(sorted(set(codes)))


_CODES = {
    "english": "en",
    "spanish": "es",
    "español": "es",
    "french": "fr",
    "vietnamese": "vi",
    "chinese": "zh",
    "mandarin": "zh",
    "russian": "ru",
    "arabic": "ar",
    "portuguese": "pt",
    "korean": "ko",
    "polish": "pl",
    "haitian creole": "ht",
    "asl": "ase",
    "american sign language": "ase",
}


def _zip(text: str) -> str:
    try:
        return read_zip(clean(text))[0]
    except ValueError:
        raise ValueError("This is no ZIP code. Write five digits, like 19104.") from None


def _state(text: str) -> str:
    code = state_code(clean(text))
    if code and code not in CODES:
        raise ValueError(f"{clean(text)!r} is no state. Write two letters, like PA.")
    return code


def _degrees(most: float) -> Callable[[str], str]:
    def read(text: str) -> str:
        cleaned = clean(text)
        if not cleaned:
            return ""
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,10})?", cleaned) or abs(float(cleaned)) > most:
            raise ValueError("This is no position in decimal degrees, like 39.9526 and -75.1652.")
        return f"{float(cleaned):.5f}".rstrip("0").rstrip(".")

    return read


def _coverage(text: str) -> str:
    if text not in ("local", "state", "national"):
        raise ValueError("Please choose whom it serves: people nearby, a state, or the whole country.")
    return text


def _phones(text: str) -> str:
    lines = _lines(text, "phones")
    read_phone_lines(lines, "", HAND)
    return lines


def _hours(text: str) -> str:
    lines = _lines(text, "hours")
    read_hours_lines(lines, "", HAND)
    return lines


def _lines(text: str, name: str) -> str:
    if len(text) > LONGEST_LINES:
        raise ValueError(f"The {name} are too long.")
    return "\n".join(cleaned for line in text.split("\n") if (cleaned := clean(line)))


_READ: Mapping[str, Callable[[str], str]] = {
    "organization": _text(LONGEST_NAME, "name"),
    "service": _text(LONGEST_NAME, "name"),
    "service_es": _text(LONGEST_NAME, "name"),
    "description": _text(LONGEST_TEXT, "description"),
    "needs": _needs,
    "website": _link,
    "email": _email,
    "eligibility": _text(LONGEST_TEXT, "text"),
    "minimum_age": _age,
    "maximum_age": _age,
    "cost": _text(LONGEST_TEXT, "text"),
    "how_to_apply": _text(LONGEST_TEXT, "text"),
    "languages": _languages,
    "coverage": _coverage,
    "coverage_state": _state,
    "address": _text(LONGEST_NAME, "street"),
    "address_2": _text(LONGEST_NAME, "second line"),
    "city": _text(LONGEST_NAME, "town"),
    "state": _state,
    "zip": _zip,
    "latitude": _degrees(90.0),
    "longitude": _degrees(180.0),
    "phones": _phones,
    "hours": _hours,
}

"""Ready words for coaches from ``data/canned/``: replies, the crisis script, dispatch centers.

Staff change what is said in the console, like every other text (``shipped.py``); the rest are files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.message import RiskKind
from bot.privacy import clean_phone
from bot.wording.catalog import LANGUAGES, Catalog
from bot.wording.fill import gaps
from bot.wording.yaml_file import WordingError, read_yaml

GAPS = frozenset({"coach", "org", "human_phone"})
REPLIES, SCRIPT = "ready_replies", "crisis_script"  # topics, as those of data/responses/
FILES: Mapping[str, str] = {REPLIES: "replies.yml", SCRIPT: "crisis.yml"}
_ID = re.compile(r"[a-z][a-z_]{1,40}")


@dataclass(frozen=True)
class ReadyReply:
    """``texts`` by language, with gaps of :data:`GAPS`."""

    id: str
    title: str
    texts: Mapping[str, str]

    @property
    def name(self) -> str:
        """Its name among all texts."""
        return f"ready_{self.id}"


@dataclass(frozen=True)
class ReplyGroup:
    title: str
    replies: tuple[ReadyReply, ...]


@dataclass(frozen=True)
class ScriptStep:
    """One step of the crisis script. ``kinds`` of danger it is for; empty for all."""

    id: str
    title: str
    do: str
    say: Mapping[str, str]
    kinds: frozenset[str]

    @property
    def name(self) -> str:
        """Its name among all texts."""
        return f"script_{self.id}"


@dataclass(frozen=True)
class DispatchCenter:
    """Emergency dispatch of a place; ``zips`` are the first digits of its ZIP codes, ``phone`` is E.164."""

    name: str
    zips: tuple[str, ...]
    phone: str
    checked_on: date


@dataclass(frozen=True)
class Canned:
    """Everything in ``data/canned/``. ``never`` pairs what not to say with why."""

    groups: tuple[ReplyGroup, ...]
    steps: tuple[ScriptStep, ...]
    never: tuple[tuple[str, str], ...]
    centers: tuple[DispatchCenter, ...]

    def words(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        """What is said: topic -> name -> language -> text."""
        replies = {reply.name: reply.texts for group in self.groups for reply in group.replies}
        return {REPLIES: replies, SCRIPT: {step.name: step.say for step in self.steps}}

    def titles(self) -> Mapping[str, str]:
        """Name -> what coaches see above the text."""
        replies = {reply.name: reply.title for group in self.groups for reply in group.replies}
        return {**replies, **{step.name: step.title for step in self.steps}}

    def as_in(self, catalog: Catalog) -> Canned:
        """The same with the texts of ``catalog``: what staff made of them."""

        def said(name: str) -> Mapping[str, str]:
            return {language: catalog.text(name, language) for language in LANGUAGES}

        return replace(
            self,
            groups=tuple(
                replace(group, replies=tuple(replace(one, texts=said(one.name)) for one in group.replies))
                for group in self.groups
            ),
            steps=tuple(replace(step, say=said(step.name)) for step in self.steps),
        )

    def replies_in(self, language: str, values: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
        """Groups of (title, text) with the gaps filled; a reply whose value is missing is left out."""
        known = {name for name, value in values.items() if value}
        spoken = language if language in LANGUAGES else "en"
        return [
            (
                group.title,
                [
                    (reply.title, reply.texts[spoken].format(**values))
                    for reply in group.replies
                    if gaps(reply.texts[spoken]) <= known
                ],
            )
            for group in self.groups
        ]

    def steps_for(self, kinds: Sequence[str]) -> list[ScriptStep]:
        """The script for the dangers seen; all of it when none was named."""
        return [step for step in self.steps if not kinds or not step.kinds or step.kinds & set(kinds)]

    def dispatch_of(self, zip: str | None) -> DispatchCenter | None:
        """The center of a ZIP code: the one with the longest matching beginning."""
        starts = [(start, center) for center in self.centers for start in center.zips]
        fits = [(len(start), center) for start, center in starts if zip is not None and zip.startswith(start)]
        return max(fits, key=lambda one: one[0])[1] if fits else None


def load_canned(folder: Path) -> Canned:
    """Read the three files. Raises :class:`WordingError` with one sentence: nothing half-read is used."""
    replies, crisis, dispatch = (_table(folder / f"{name}.yml") for name in ("replies", "crisis", "dispatch"))
    groups = tuple(_group(one) for one in _list(replies, "groups", "replies.yml"))
    steps = tuple(_step(one) for one in _list(crisis, "steps", "crisis.yml"))
    _each_once("replies.yml", [reply.id for group in groups for reply in group.replies])
    _each_once("crisis.yml", [step.id for step in steps])
    return Canned(
        groups,
        steps,
        tuple(
            (_text(one, "instead_of", "crisis.yml"), _text(one, "why", "crisis.yml"))
            for one in _list(crisis, "never", "crisis.yml")
        ),
        tuple(_center(one) for one in _list(dispatch, "centers", "dispatch.yml")),
    )


def _each_once(file: str, ids: Sequence[str]) -> None:
    if len(ids) != len(set(ids)):
        raise WordingError(f"{file}: two texts have the same id.")
    for own in ids:
        if not _ID.fullmatch(own):
            raise WordingError(f"{file}: an id is small letters and _, not {own}.")


def _group(raw: Any) -> ReplyGroup:
    return ReplyGroup(
        _text(raw, "title", "replies.yml"), tuple(_reply(one) for one in _list(raw, "replies", "replies.yml"))
    )


def _reply(raw: Any) -> ReadyReply:
    own = _text(raw, "id", "replies.yml")
    texts = {language: _text(raw, language, f"replies.yml, {own}") for language in LANGUAGES}
    for text in texts.values():
        if gaps(text) - GAPS or "{}" in text:
            raise WordingError(f"replies.yml, {own}: a gap other than {', '.join(sorted(GAPS))}.")
    return ReadyReply(own, _text(raw, "title", f"replies.yml, {own}"), texts)


def _step(raw: Any) -> ScriptStep:
    title = _text(raw, "title", "crisis.yml")
    where = f"crisis.yml, {title}"
    say = raw.get("say")
    if not isinstance(say, dict):
        raise WordingError(f"{where}: there is no 'say' with en and es.")
    kinds = frozenset(str(kind) for kind in raw.get("for") or ())
    if kinds - set(RiskKind):
        raise WordingError(f"{where}: 'for' names a danger that the line does not know.")
    return ScriptStep(
        _text(raw, "id", where),
        title,
        _text(raw, "do", where),
        {each: _text(say, each, where) for each in LANGUAGES},
        kinds,
    )


def _center(raw: Any) -> DispatchCenter:
    name = _text(raw, "name", "dispatch.yml")
    zips = tuple(str(start) for start in _list(raw, "zips", f"dispatch.yml, {name}"))
    if not zips or not all(start.isdigit() and len(start) <= 5 for start in zips):
        raise WordingError(f"dispatch.yml, {name}: expected ZIP codes or their first digits, in quotes.")
    try:
        phone = clean_phone(_text(raw, "phone", f"dispatch.yml, {name}"))
    except ValueError as error:
        raise WordingError(f"dispatch.yml, {name}: {error}.") from error
    checked = raw.get("checked_on")
    if not isinstance(checked, date):
        raise WordingError(f"dispatch.yml, {name}: expected checked_on as a date like 2026-11-22.")
    return DispatchCenter(name, zips, phone, checked)


def _table(path: Path) -> Mapping[str, Any]:
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise WordingError(f"{path.name}: the file has no names with values under them.")
    return content


def _list(raw: Any, name: str, where: str) -> Sequence[Any]:
    found = raw.get(name) if isinstance(raw, dict) else None
    if not isinstance(found, list):
        raise WordingError(f"{where}: there is no list '{name}'.")
    return found


def _text(raw: Any, name: str, where: str) -> str:
    found = raw.get(name) if isinstance(raw, dict) else None
    if not isinstance(found, str) or not found.strip():
        raise WordingError(f"{where}: there is no text '{name}'.")
    return " ".join(found.split())

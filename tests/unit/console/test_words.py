"""Staff read words, not names of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.console.labels import ABOUT, ACTS, DANGERS, DELIVERIES, NEEDS, RISKS, STATES
from bot.console.markers import SENTENCES, marker
from bot.console.moments import ago, span
from bot.console.story import ATTACHED, tell
from bot.message import ACTS as ALL_ACTS
from bot.message import NEEDS as ALL_NEEDS
from bot.message import About, Delivery, Risk, RiskKind
from bot.store.thread import Thread, ThreadNote, ThreadText

BOT = Path(__file__).resolve().parents[3] / "bot"
NOTE = re.compile(r"""(?:outcome|turn\.outcome)\.note\(\s*["'](\w+)["']""")


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (NEEDS, ALL_NEEDS),
        (ACTS, ALL_ACTS),
        (RISKS, Risk),
        (DANGERS, RiskKind),
        (ABOUT, About),
        (DELIVERIES, Delivery),
        (STATES, ("assistant", "waiting", "coach", "opted_out", "blocked")),
    ],
    ids=["needs", "acts", "risks", "dangers", "about", "deliveries", "states"],
)
def test_every_name_of_the_contract_has_a_label(labels: dict[str, str], names: tuple[str, ...]) -> None:
    assert {str(name) for name in names} == set(labels)


def test_every_kind_of_note_that_is_written_has_a_sentence() -> None:
    written = {kind for path in BOT.rglob("*.py") for kind in NOTE.findall(path.read_text("utf-8"))}
    assert len(written) > 20
    assert written - set(SENTENCES) - set(ATTACHED) == set()


@pytest.mark.parametrize("kind", sorted(SENTENCES))
def test_a_sentence_can_be_told_even_when_a_detail_is_missing(kind: str) -> None:
    assert len(marker(kind, 0.0, {}, {}).sentence) > 10


def test_what_was_decided_stands_between_the_text_and_its_answer() -> None:
    asked = ThreadText(1, True, "recoveree", None, "coach", 0, 1, 10.0, "received", None)
    told = ThreadText(2, False, "assistant", None, "One moment", 0, 1, 11.0, "sent", None)
    opened = ThreadNote(1, 1, 11.0, "case_opened", {"reason": "asked"})
    understood = ThreadNote(2, 1, 11.0, "understood", {"act": "coach", "needs": ["talk"], "confidence": 1.0})
    first, second, third = tell(Thread((asked, told), (opened, understood), None), {}, {})
    assert getattr(first, "text", None) == asked
    assert getattr(second, "sentence", "").startswith("A case was opened")
    assert getattr(third, "text", None) == told
    known = getattr(first, "understood", None)
    assert known is not None
    assert (known.act, known.needs, known.confidence) == ("Asks for a person", ("Someone to talk to",), "100%")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "just now"),
        (59, "just now"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (7200, "2 h ago"),
        (200000, "2 days ago"),
    ],
)
def test_how_long_ago(seconds: float, said: str) -> None:
    assert ago(seconds) == said
    assert span(42) == "42 s"

"""Conversations that turn: another need, a late ZIP, silence, a crisis or a coach in between."""

from __future__ import annotations

import pytest

from tests.whole_line import DANA, MIGUEL, WholeLine


def offered(line: WholeLine, phone: str = DANA) -> list[str]:
    """The needs of the last list of places."""
    found = line.notes(phone, "assistant")[-1].get("offered") or []
    return [each["need"] for each in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("first", "then", "need"),
    [
        ("i need a job", "no wait, i need a place to sleep first", "housing"),
        ("donde hay comida", "mejor dime donde dan ropa", "clothing"),
    ],
)
def test_a_change_of_mind_before_the_zip(line: WholeLine, first: str, then: str, need: str) -> None:
    line.text(DANA, first)
    line.text(DANA, then)
    line.text(DANA, "19104")
    assert offered(line) == [need]


@pytest.mark.parametrize(
    ("first", "second"), [("i need food 19104", "also a dentist"), ("comida 19104", "y un dentista")]
)
def test_two_needs_one_after_the_other(line: WholeLine, first: str, second: str) -> None:
    line.text(DANA, first)
    assert offered(line) == ["food"]
    assert "ZIP" not in line.text(DANA, second)
    assert offered(line) == ["healthcare"]


def test_the_zip_comes_late_after_thanks_and_a_question(line: WholeLine) -> None:
    assert "ZIP" in line.text(DANA, "i need a ride to my court date")
    assert line.text(DANA, "are you a real person?")
    assert line.text(DANA, "ok thanks")
    line.text(DANA, "my zip is 45750")
    assert "transportation" in offered(line)


def test_a_zip_that_is_corrected_counts_anew(line: WholeLine) -> None:
    line.text(DANA, "need a food pantry 19104")
    line.text(DANA, "sorry i moved, im in 45750 now")
    line.text(DANA, "food pantry please")
    assert line.notes(DANA, "understood")[-2]["zip"] == "45750"
    assert offered(line) == ["food"]


def test_silence_for_a_day_in_the_middle_of_the_question(line: WholeLine) -> None:
    line.text(DANA, "i need a place to stay")
    line.wait(26 * 3600)
    reply = line.text(DANA, "19104")
    assert reply
    assert "housing" not in reply.lower()  # who holds the phone now may be somebody else
    line.text(DANA, "i need a place to stay")
    assert offered(line) == ["housing"]


@pytest.mark.parametrize(
    ("asked", "cried"),
    [
        ("i need a place to stay", "forget it im just gonna end it all tonight"),
        ("necesito trabajo", "mejor me mato hoy"),
    ],
)
def test_a_crisis_in_the_middle_of_the_question(line: WholeLine, asked: str, cried: str) -> None:
    line.text(DANA, asked)
    reply = line.text(DANA, cried)
    assert "988" in reply
    assert "ZIP" not in reply
    assert line.case(DANA).urgency == "crisis"


def test_an_overdose_in_the_room_comes_before_the_list(line: WholeLine) -> None:
    line.text(DANA, "where can i get narcan")
    reply = line.text(DANA, "my friend took something hes blue and wont wake up")
    assert "911" in reply
    assert line.case(DANA).urgency == "crisis"


@pytest.mark.parametrize("body", ["thanks", "thank you that helps a lot", "mil gracias"])
def test_thanks_after_resources(line: WholeLine, body: str) -> None:
    line.text(DANA, "i need food 19104")
    reply = line.text(DANA, body)
    assert "Example" not in reply
    assert line.notes(DANA, "understood")[-1]["act"] == "thanks"


@pytest.mark.parametrize(
    "body",
    [
        "this is useless. stop sending me lists and get me a person",
        "are you dumb?? i want a HUMAN now",
        "ya no me mandes listas, quiero hablar con una persona real",
    ],
)
def test_a_coach_asked_for_in_anger(line: WholeLine, body: str) -> None:
    line.text(DANA, "i need a place to stay 19104")
    line.text(DANA, body)
    assert line.case(DANA).state == "alerting"
    assert not line.notes(DANA, "opted_out")


def test_two_people_at_once_do_not_mix(line: WholeLine) -> None:
    line.text(DANA, "i need food")
    line.text(MIGUEL, "necesito trabajo")
    line.text(DANA, "19104")
    line.text(MIGUEL, "87501")
    assert offered(line, DANA) == ["food"]
    assert offered(line, MIGUEL) == ["jobs"]


def test_a_slip_with_a_need_gets_both(line: WholeLine) -> None:
    line.text(DANA, "hello")
    reply = line.text(DANA, "i relapsed friday and now i need a detox 19104")
    understood = line.notes(DANA, "understood")[-1]
    assert (understood["act"], understood["needs"]) == ("relapse", ["treatment"])
    assert reply

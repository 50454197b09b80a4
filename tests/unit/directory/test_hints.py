"""What people say about themselves and their wishes, in their own words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.hints import Hints, read_hints
from bot.directory.reading import beside
from bot.directory.town_reader import TownRead
from bot.directory.wants import Wants
from bot.message import ACTS, Meaning

A_LIST: dict[str, Any] = {"v": 1, "slots": {"listed": ["a", "b"]}, "form": None}
WAITING: dict[str, Any] = {"v": 1, "slots": {}, "form": "zip_form"}


def read(text: str, *before: str) -> Hints:
    return read_hints(text, before, None, None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("my 2 kids and i need a place to stay", {"children"}),
        ("need food 2 kids", {"children"}),
        ("im a vet need a job", {"veterans"}),
        ("disabled army vet looking for housing", {"veterans"}),
        ("I'm pregnant and need detox", {"pregnant"}),
        ("on probation need work", {"reentry"}),
        ("just got out of jail", {"reentry"}),
        ("I have a felony", {"reentry"}),
        ("im a single dad", {"children", "men"}),
        ("is there a women’s shelter", {"women"}),
        ("a place for my sister", {"women"}),
        ("im trans and need a shelter", {"lgbtq"}),
        ("i am navajo", {"tribal"}),
        ("im 17 and need a place", {"youth"}),
        ("for my 15 year old", {"youth"}),
        ("i'm 67", {"seniors"}),
        ("soy madre soltera con 2 niños", {"children", "women"}),
        ("soy veterano", {"veterans"}),
        ("estoy embarazada", {"pregnant"}),
        ("recien sali de la carcel", {"reentry"}),
    ],
)
def test_who_they_say_they_are(text: str, who: set[str]) -> None:
    assert set(read(text).wants.who) == who


@pytest.mark.parametrize(
    "text",
    [
        "take my dog to the vet",
        "im not a veteran",
        "no kids just me",
        "my husband kicked me out",
        "i have 3 weeks clean",
        "maria needs a job",
        "I speak Spanish and need food",
        "quiero hablar con alguien",
    ],
    ids=str,
)
def test_nothing_is_inferred(text: str) -> None:
    assert read(text).wants.who == ()


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("i'm 19 need ged", 19),
        ("tengo 45 años", 45),
        ("my 15 yr old son needs counseling", 15),
        ("im 3 weeks clean", None),
        ("im 30 days sober", None),
        ("i have a 3 year old", None),
        ("im 20 minutes away", None),
        ("i'm 19104", None),
        ("im 21 years sober", None),
        ("tengo 15 años usando heroína, necesito detox 87102", None),
        ("tengo 12 años sobrio", None),
        ("tengo 15 dólares", None),
        ("tengo 15 años en la calle", None),
        ("tengo 20 años de adicto", None),
        ("tengo 11 años sin tomar", None),
        ("tengo 15 anos que no uso", None),
        ("tengo 16 años y necesito ayuda", 16),
        ("tengo 16 años de edad", 16),
        ("tengo 16 años, busco un lugar", 16),
    ],
    ids=str,
)
def test_age(text: str, age: int | None) -> None:
    assert read(text).wants.age == age


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("closer", Wants(closer=True)),
        ("anything closer?", Wants(closer=True)),
        ("OPEN NOW", Wants(open_now=True)),
        ("is anything open right now?", Wants(open_now=True)),
        ("what's open", Wants(open_now=True)),
        ("free ones?", Wants(free=True)),
        ("can i do it online", Wants(reachable=True)),
        ("tonight?", Wants(day="tonight")),
        ("más cerca", Wants(closer=True)),
        ("algo abierto ahora", Wants(open_now=True)),
        ("2", Wants(number=2)),
        ("#2", Wants(number=2)),
        ("number 2 please", Wants(number=2)),
        ("the second one", Wants(number=2)),
        ("tell me more about 1", Wants(number=1)),
        ("el segundo", Wants(number=2)),
        ("more", Wants()),
        ("something else", Wants()),
        ("otro", Wants()),
    ],
    ids=str,
)
def test_texts_that_are_about_the_last_list(text: str, wants: Wants) -> None:
    hints = read(text)
    assert (hints.wants, hints.again) == (wants, True)


@pytest.mark.parametrize(
    "text",
    ["a detox that is open now", "na meeting tonight", "aa", "drug free housing", "2 kids", "free food"],
    ids=str,
)
def test_a_request_of_its_own_is_not_about_the_last_list(text: str) -> None:
    assert not read(text).again


def test_an_na_meeting_tonight_in_spanish() -> None:
    wants = read("NA meeting tonight in spanish").wants
    assert (wants.formats, wants.day, wants.spanish) == (("na",), "tonight", True)


@pytest.mark.parametrize(
    ("text", "report", "number"),
    [
        ("number 2 is disconnected", "dead", 2),
        ("the phone doesn't work", "dead", None),
        ("they moved", "moved", None),
        ("that place closed down", "closed", None),
        ("the first one isn't there anymore", "closed", 1),
        ("el numero no funciona", "dead", None),
        ("i moved", "", None),
        ("my phone is out of service", "", None),
        ("nothing works for me", "", None),
    ],
    ids=str,
)
def test_what_they_found_at_a_place(text: str, report: str, number: int | None) -> None:
    wants = read(text).wants
    assert (wants.report, wants.number) == (report, number)


def test_which_one_is_dead_may_come_in_the_next_text() -> None:
    assert read("2", "that number is disconnected").wants == Wants(number=2, report="dead")
    assert read("2", "number 1 is disconnected").wants == Wants(number=2), "that was told already"


def test_what_was_said_a_moment_ago_still_counts_but_wishes_do_not() -> None:
    hints = read("19104", "my kids and me need a place that is open now")
    assert hints.wants == Wants(who=("children",))


FOR_HER_SON = "counseling for my 15 yr old son"


@pytest.mark.parametrize("text", ["19104", "my zip is 19104", "closer", "2", "more please"])
def test_a_childs_age_counts_while_it_is_the_child_who_is_asked_for(text: str) -> None:
    assert read(text, FOR_HER_SON).wants.age == 15
    assert read(text, "im 40 need detox", FOR_HER_SON, "19104").wants.age == 15


@pytest.mark.parametrize("text", ["i need detox for myself", "detox", "necesito desintoxicación 87102"])
def test_a_childs_age_is_not_that_of_who_asks_for_themselves_next(text: str) -> None:
    assert read(text, f"{FOR_HER_SON} 19104").wants == Wants()
    assert read("19106", f"{FOR_HER_SON} 19104", text).wants == Wants(), "nor after a ZIP alone"
    assert read(text, "i'm 40 need food", FOR_HER_SON).wants.age == 40, "their own age stays"


def test_a_teenager_who_is_asked_for_is_not_who_asks_next() -> None:
    assert read("19104", "counseling for my teen").wants.who == ("youth",)
    assert read("need detox", "counseling for my teen 19104").wants.who == ()
    assert read("need detox", "im a teen").wants.who == ("youth",)


def test_the_sex_of_somebody_else_is_gone_with_the_request() -> None:
    assert read("need sober living", "shelter for my sister 19104").wants.who == ()
    assert read("im a man, need sober living", "shelter for my sister 19104").wants.who == ("men",)
    assert read("shelter for my sister", "im a man, need sober living").wants.who == ("women",)
    assert read("need food", "im a man, need sober living", "shelter for my sister").wants.who == ("men",)


def test_whoever_asks_for_two_says_so() -> None:
    assert read("I'm a man, need a place for my wife and me").wants.who == ("women", "men")


def test_closer_after_a_list_asks_for_more_of_it() -> None:
    closer = read("closer")
    meaning = Meaning("other", needs=("jobs",), detail="unclear")
    assert beside(meaning, closer, A_LIST) == Meaning("more")
    assert beside(meaning, closer, None) == meaning, "without a list there is nothing to be closer than"


@pytest.mark.parametrize("act", ["other", "seek", "wrong_number"])
def test_a_report_is_a_complaint(act: str) -> None:
    assert beside(Meaning(act), read("number 2 is a wrong number"), A_LIST).act == "complaint"
    assert beside(Meaning(act), read("number 2 is a wrong number"), None).act == act


def test_a_lone_town_is_a_place_and_fills_the_zip() -> None:
    hints = Hints(town=TownRead("08103", "Camden, NJ", whole=True))
    assert beside(Meaning("other"), hints, WAITING) == Meaning("location", zip="08103")


@pytest.mark.parametrize("act", ["crisis", "opt_out", "coach", "relapse"])
def test_what_is_grave_stays_what_it_is(act: str) -> None:
    meaning = Meaning(act)
    assert beside(meaning, read("2"), A_LIST).act == act


@given(
    act=st.sampled_from(ACTS),
    text=st.text(max_size=80) | st.sampled_from(["closer", "2", "they moved", "open now"]),
    before=st.lists(st.text(max_size=40), max_size=2),
    memory=st.sampled_from([None, A_LIST, WAITING, {"slots": None}]),
)
def test_any_text_is_read_and_danger_is_never_lowered(
    act: str, text: str, before: list[str], memory: dict[str, Any] | None
) -> None:
    meaning = Meaning(act)
    read_beside = beside(meaning, read(text, *before), memory)
    assert read_beside.danger == meaning.danger
    if act in ("crisis", "opt_out", "coach", "relapse"):
        assert read_beside.act == act

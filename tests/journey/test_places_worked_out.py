"""The day after a list: did it work out? Asked only of who agreed, and what they say counts at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from bot.conversation import Event, Person, Snapshot
from bot.directory.hints import Hints
from bot.directory.wants import Wants
from bot.followup.letting_go import let_go
from bot.followup.places import PLACES_TIMER, answer_places, ask_places, offer_question
from bot.message import Danger, InboundText, Meaning, Say
from bot.outcome import Outcome, PlaceReport
from bot.store.conversations import save_person
from bot.turn import Turn
from tests.whole_line import DANA, WholeLine

ZONE = ZoneInfo("America/New_York")
NOON = 1_795_453_200.0  # Monday, 23 November 2026, 12:00 in New York
LIST = {"v": 1, "slots": {"listed": ["a", "b", "c"]}, "form": None}


def turn(body: str, person: Person, act: str = "thanks", wants: Wants | None = None, at: float = NOON) -> Turn:
    text = InboundText("SM1", "+15550100", "+15550198", body)
    event = Event(1, "text", None, at, 0, {}, text)
    snapshot = Snapshot(1, person, LIST, None, None, None, (), (), (), at)
    made = Turn(snapshot, event, body, Danger(), Meaning(act), Outcome(person=person))
    made.hints = Hints(wants or Wants())
    made.outcome.memory = LIST
    return made


def test_a_thank_you_after_a_list_is_the_moment_to_offer() -> None:
    thanks = turn("thanks", Person())
    thanks.say("utter_thanks")
    offer_question(thanks)
    assert [say.name for say in thanks.says] == ["utter_thanks", "utter_places_offer"]
    assert thanks.person.places_listed == ("a", "b", "c")


@pytest.mark.parametrize(
    "person",
    [
        Person(unsafe=True),
        Person(opted_out=True),
        Person(survey_offered_at=NOON),
        Person(places_listed=("a", "b", "c")),
    ],
    ids=["phone not safe", "opted out", "asked something else", "offered before"],
)
def test_who_is_never_offered(person: Person) -> None:
    thanks = turn("thanks", person)
    thanks.say("utter_thanks")
    offer_question(thanks)
    assert [say.name for say in thanks.says] == ["utter_thanks"]


@pytest.mark.parametrize(("act", "stands"), [("greet", True), ("thanks", True), ("request", False), (None, False)])
def test_the_next_text_answers_yesterdays_question_or_nothing_does(act: str | None, stands: bool) -> None:
    asked = Person(places_asked_at=NOON - 60, places_listed=("a", "b"))
    between = turn("i slipped last night", asked, act or "other")
    between.meaning = Meaning(act) if act else None
    let_go(between)
    assert answer_places(turn("yes", between.person), ZONE) is stands


def test_a_question_of_two_days_ago_is_let_go_with_any_text() -> None:
    old = turn("thanks", Person(places_asked_at=NOON - 3 * 86_400, survey_asked_at=NOON - 3 * 86_400, survey_case=4))
    let_go(old)
    assert (old.person.places_asked_at, old.person.survey_asked_at, old.person.survey_case) == (None, None, None)


def test_nobody_is_asked_about_a_list_when_a_newer_one_has_its_numbers() -> None:
    newer = replace(turn("hello", Person(places_listed=("x", "y"))).snapshot)
    outcome = Outcome(person=newer.person)
    ask_places(newer, outcome)
    assert outcome.speeches == []
    assert outcome.person.places_asked_at is None


def test_an_offer_that_is_made_just_now_stands() -> None:
    thanks = turn("thanks", Person())
    thanks.say("utter_thanks")
    offer_question(thanks)
    let_go(thanks)
    assert answer_places(turn("yes", thanks.person, at=NOON + 60), ZONE)


def test_a_yes_to_a_coach_is_not_taken_for_yesterdays_answer(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "HELP")
    asked = replace(line.person(DANA), places_asked_at=line.clock.now().timestamp(), places_listed=("a",))
    save = partial(save_person, vault=line.house.vault, conversation_id=line.conversation(DANA), person=asked, now=0.0)
    line.house.database.write(lambda connection: save(connection))
    line.wait(60)
    assert "YES" in line.text(DANA, "HELP")
    line.text(DANA, "YES")
    assert line.case(DANA).reason == "asked"


def test_yes_sets_the_question_for_tomorrow_by_daylight_and_no_does_not() -> None:
    offered = Person(places_offered_at=NOON - 60, places_listed=("a",))
    yes = turn("yes", offered)
    assert answer_places(yes, ZONE)
    (timer,) = yes.outcome.timers
    assert (timer.name, timer.at) == (PLACES_TIMER, NOON + 86_400)
    no = turn("no", offered)
    assert answer_places(no, ZONE)
    assert no.outcome.timers == []
    assert not answer_places(turn("i need a job", offered), ZONE), "another subject is no answer"


@pytest.mark.parametrize(
    ("person", "asks"),
    [
        (Person(places_listed=("a",)), True),
        (Person(places_listed=("a",), unsafe=True), False),
        (Person(places_listed=("a",), opted_out=True), False),
        (Person(places_listed=("a",), last_text_at=NOON - 60), False),
        (Person(), False),
    ],
    ids=["agreed", "phone not safe", "opted out", "texting just now", "nothing to ask about"],
)
def test_the_question_comes_only_if_it_still_may(person: Person, asks: bool) -> None:
    outcome = Outcome(person=person)
    ask_places(Snapshot(1, person, None, None, None, None, (), (), (), NOON), outcome)
    assert [speech.says for speech in outcome.speeches] == ([(Say("utter_places_ask"),)] if asks else [])


ASKED = Person(places_asked_at=NOON - 3600, places_listed=("a", "b", "c"))


@pytest.mark.parametrize(
    ("body", "wants", "reports"),
    [
        ("2", Wants(number=2), [PlaceReport("b", "dead")]),
        ("2", Wants(), [PlaceReport("b", "dead")]),
        ("number 3 moved", Wants(number=3, report="moved"), [PlaceReport("c", "moved")]),
        ("yes", Wants(), []),
    ],
    ids=str,
)
def test_what_they_found_is_a_report(body: str, wants: Wants, reports: list[PlaceReport]) -> None:
    answered = turn(body, ASKED, "other", wants)
    assert answer_places(answered, ZONE)
    assert answered.outcome.reports == reports
    assert answered.person.places_asked_at is None


def test_a_single_place_that_worked_is_good_news_about_it() -> None:
    answered = turn("yes", Person(places_asked_at=NOON - 3600, places_listed=("a",)), "affirm")
    assert answer_places(answered, ZONE)
    assert answered.outcome.reports == [PlaceReport("a", "works")]


@pytest.mark.parametrize(("body", "at"), [("9", NOON), ("i need food", NOON), ("2", NOON + 72 * 3600)], ids=str)
def test_what_is_no_answer_goes_its_usual_way(body: str, at: float) -> None:
    asked = turn(body, ASKED, "other", at=at)
    assert not answer_places(asked, ZONE)
    assert asked.outcome.reports == []


def test_dana_is_asked_the_day_after_and_tells_of_a_dead_phone(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "i need a job 19104")
    assert "May I ask you tomorrow" in line.text(DANA, "thank you")
    assert "tomorrow" in line.text(DANA, "yes")
    line.wait(2 * 86_400)
    assert "Did it work out?" in line.inbox(DANA)[-1]
    assert "job" not in line.inbox(DANA)[-1]
    assert "I noted it" in line.text(DANA, "1")
    assert [note["kind"] for note in line.notes(DANA) if "places" in str(note["kind"])] == [
        "places_agreed",
        "places_asked",
        "places_answered",
    ]

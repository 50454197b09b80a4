"""What people say after a list: more, closer, open now, a number, that a phone is dead; and where they are."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from bot.store.directory_tables import directory_unmet, directory_use
from bot.wording.segments import count_segments
from tests.whole_line import DANA, MIGUEL, WholeLine

NAMED = re.compile(r"\d\) (?:[^:\n]+m: )?(Example [^,.\n]+)")


def named(reply: str) -> list[str]:
    return NAMED.findall(reply)


def test_a_number_gives_everything_about_the_place(line: WholeLine) -> None:
    line.text(DANA, "hello")
    first = named(line.text(DANA, "i need food 19104"))
    card = line.text(DANA, "2")
    assert first[1] in card
    assert first[0] not in card
    assert "Cost: Free" in card
    assert re.search(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun|24)", card)
    assert count_segments(card) <= 3


def test_a_number_that_is_not_in_the_list(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "i need food 19104")
    assert "1 to 3" in line.text(DANA, "8")


def test_a_number_without_a_list_is_no_card(line: WholeLine) -> None:
    assert "list" not in line.text(DANA, "2").lower()


@pytest.mark.parametrize("words", ["open now", "which ones are open right now?", "algo abierto ahora"], ids=str)
def test_open_now_gives_what_never_closes(line: WholeLine, words: str) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "i need detox 19104")
    reply = line.text(DANA, words)
    assert "Example Riverbend Detox" in named(reply) or "open next" in reply


def test_closer_and_then_honest_words(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "i need food 19104")
    seen = [line.text(DANA, "closer") for _ in range(3)]
    assert any("nothing closer" in reply or "no more places" in reply for reply in seen)


def test_something_else_gives_other_places(line: WholeLine) -> None:
    line.text(DANA, "hello")
    first = named(line.text(DANA, "i need a job 19104"))
    second = named(line.text(DANA, "something else"))
    assert second
    assert not set(first) & set(second)


def test_a_town_is_as_good_as_a_zip(line: WholeLine) -> None:
    line.text(DANA, "hello")
    reply = line.text(DANA, "i need food in santa fe new mexico")
    assert reply.startswith("Near Santa Fe, NM:")
    assert named(reply)


def test_a_town_alone_answers_our_question(line: WholeLine) -> None:
    line.text(DANA, "hello")
    assert "ZIP" in line.text(DANA, "i need food")
    assert "Near Philadelphia, PA:" in line.text(DANA, "im in phildelphia")


def test_of_several_towns_the_person_says_which(line: WholeLine) -> None:
    line.text(DANA, "hello")
    assert "Springfield in which state?" in line.text(DANA, "i need food in springfield")
    reply = line.text(DANA, "illinois")
    assert "Springfield" in reply
    assert "which state" not in reply


def test_a_mother_is_not_sent_to_a_house_for_men(line: WholeLine) -> None:
    line.text(DANA, "hello")
    replies = line.text(DANA, "im a single mom with 2 kids, need sober living 19104") + line.text(DANA, "more")
    assert "Willow House" in replies
    assert "Oak House" not in replies


def test_what_was_said_before_the_zip_still_counts(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "my 2 kids and me, im a woman, we need sober living")
    replies = line.text(DANA, "19104") + line.text(DANA, "more")
    assert "Oak House" not in replies


def test_what_people_say_of_themselves_is_kept_nowhere(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "im pregnant and on probation and need detox 19104")
    assert "pregnant" not in str(line.notes(DANA))
    assert "reentry" not in str(line.notes(DANA))
    assert "pregnant" not in str(line.person(DANA))


def test_a_dead_phone_is_noted_and_others_are_given(line: WholeLine) -> None:
    line.text(DANA, "hello")
    first = named(line.text(DANA, "i need a job 19104"))
    reply = line.text(DANA, "number 1 is disconnected")
    assert reply.startswith("Thank you for telling me")
    assert first[0] not in reply


def test_which_one_is_asked_when_it_is_not_said(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "i need a job 19104")
    assert "Which one" in line.text(DANA, "that number is disconnected")
    assert "I noted it" in line.text(DANA, "2")


def test_meetings_come_by_the_clock(line: WholeLine) -> None:
    line.text(DANA, "hello")
    reply = line.text(DANA, "na meeting near 19104")
    assert re.search(r"1\) (Today|Tonight|Tomorrow|[A-Z][a-z]{2}) [\d:apm-]+: Example", reply), reply
    assert "Example Noon Group" in reply


def test_what_was_named_and_what_was_missing_is_counted_without_a_person(line: WholeLine) -> None:
    line.text(MIGUEL, "i need food 59301")  # Miles City, far from every sample place
    line.text(DANA, "i need food 19104")
    with line.house.database.read() as connection:
        assert connection.execute(select(directory_use.c.place_id)).all()
        (missing,) = connection.execute(select(directory_unmet)).all()
    assert (missing.need, missing.reason) == ("food", "national")


def test_a_short_list_loses_no_place(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "SHORT")
    first = named(line.text(DANA, "i need food 19104"))
    second = named(line.text(DANA, "more"))
    assert len(first) == len(second) == 1
    assert first != second


def test_a_short_answer_to_two_needs_names_a_place_for_each(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "SHORT")
    reply = line.text(DANA, "need food and a shelter 19104")
    assert len(named(reply)) == 2, reply
    assert count_segments(reply) == 1
    card = line.text(DANA, "2")
    assert named(reply)[1].split()[0] in card


def test_a_zip_that_does_not_exist_is_not_kept(line: WholeLine) -> None:
    line.text(DANA, "hello")
    assert "99999" in line.text(DANA, "need a job 99999")
    again = line.text(DANA, "need food")
    assert "99999" not in again
    assert "ZIP" in again


def test_money_that_reads_like_a_zip_costs_nobody_their_town(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "need food 19104")
    line.text(DANA, "i owe 25000 in fines, need a lawyer")
    assert line.person(DANA).zip == "19104"
    assert named(line.text(DANA, "need a lawyer"))


def test_the_zip_says_where_they_are_not_the_town_they_come_from(line: WholeLine) -> None:
    line.text(DANA, "hello")
    reply = line.text(DANA, "im from philadelphia, staying in 08103, need food")
    assert named(reply)
    assert "Near Philadelphia" not in reply


def test_the_same_in_spanish(line: WholeLine) -> None:
    line.text(DANA, "hola")
    assert "Springfield en qué estado" in line.text(DANA, "necesito comida en springfield").replace("que ", "qué ")
    first = line.text(DANA, "cerca de filadelfia")
    assert first.startswith("Cerca de Philadelphia, PA:")
    card = line.text(DANA, "el segundo")
    assert named(first)[1] in card
    assert "Costo: " in card
    assert "ya lo anot" in line.text(DANA, "el 1 no funciona el numero").lower()


def test_two_needs_and_then_more_of_one(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "need a job n a ride to the interview 19104")
    line.text(DANA, "more")
    offered = line.notes(DANA, "assistant")
    needs = [[each["need"] for each in note["offered"]] for note in offered]  # type: ignore[attr-defined]
    assert needs[-2:] == [["jobs", "transportation"]] * 2
    ids = [{id for each in note["offered"] for id in each["places"]} for note in offered[-2:]]  # type: ignore[attr-defined]
    assert not ids[0] & ids[1]

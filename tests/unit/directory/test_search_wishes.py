"""What people say about themselves and about what they want decides what they are offered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.place import Standing
from bot.directory.question import Question
from bot.directory.ranking import may_be_offered, rank
from bot.directory.search import find
from bot.directory.traits import GROUPS
from bot.directory.wants import Wants, wants_of
from tests.unit.directory.builders import MONDAY_NOON, PHILADELPHIA, PlacesInHand, ask, names, place, schedules

THANKSGIVING_NOON = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
NATIONAL = place("211", coverage="national", latitude=None, longitude=None, address="", phone="call 211")


MEN, WOMEN = place("men", 1, traits=("men", "only:men")), place("women", 1, traits=("women", "only:women"))
ALL = place("all", 3)


def test_nobody_is_sent_to_a_house_that_will_not_take_them() -> None:
    assert names(ask(MEN, WOMEN, ALL, who=("women",))) == ["women", "all"]
    assert names(ask(MEN, WOMEN, ALL, who=("men",))) == ["men", "all"]


def test_who_cannot_speak_aloud_gets_first_what_can_be_texted_or_reached_online() -> None:
    call, text = place("call", 1), place("text", 6, phone="text 215-555-0100")
    online = place("online", 7, traits=("online",))
    assert names(ask(call, text, online)) == ["call", "text", "online"]
    assert names(ask(call, text, online, by_text=True)) == ["text", "online", "call"]


def test_a_couple_is_kept_out_of_nothing() -> None:
    assert set(names(ask(MEN, WOMEN, ALL, who=("women", "men")))) == {"men", "women", "all"}


def test_who_says_nothing_of_it_gets_the_house_for_everybody_first() -> None:
    assert names(ask(MEN, WOMEN, ALL))[0] == "all"
    assert set(names(ask(MEN, WOMEN, ALL))) == {"men", "women", "all"}


def test_a_place_for_veterans_is_for_whoever_says_they_are_one() -> None:
    post = place("post", 2, audience="veterans", traits=("veterans", "only:veterans"))
    assert names(ask(post, ALL)) == ["all"]
    assert names(ask(post, ALL, who=("veterans",))) == ["post", "all"]


def test_the_lgbtq_youth_line_is_not_for_somebody_who_says_they_are_40() -> None:
    line = place("line", 2, audience="lgbtq_youth")
    assert names(ask(line, ALL, who=("lgbtq",))) == ["line", "all"]
    assert names(ask(line, ALL, who=("lgbtq",), age=40)) == ["all"]
    assert names(ask(line, ALL)) == ["all"]


def test_a_teenager_gets_places_that_take_teenagers() -> None:
    adults = place("adults", 1, minimum_age=18)
    assert names(ask(adults, ALL, who=("youth",))) == ["all"]
    assert names(ask(adults, ALL, age=17)) == ["all"]
    assert names(ask(adults, ALL, age=18)) == ["adults", "all"]


@pytest.mark.parametrize("group", ["children", "pregnant", "reentry"])
def test_what_is_meant_for_them_comes_before_what_is_a_little_nearer(group: str) -> None:
    meant = place("meant", 4, traits=(group,))
    assert names(ask(meant, place("near", 1))) == ["near", "meant"]
    assert names(ask(meant, place("near", 1), who=(group,))) == ["meant", "near"]


def test_open_now_leaves_out_what_is_closed() -> None:
    shut, later = place("shut", 1, hours="Sat 9am-5pm"), place("later", 1, hours="daily 5pm-9pm")
    found = ask(shut, later, place("open", 9), open_now=True)
    assert (names(found), found.note) == (["open"], "")


def test_when_nothing_is_open_it_is_said_and_the_next_to_open_comes_first() -> None:
    shut, later = place("saturday", 1, hours="Sat 9am-5pm"), place("evening", 5, hours="daily 5pm-9pm")
    found = ask(shut, later, open_now=True)
    assert (names(found), found.note) == (["evening", "saturday"], "open_now")


def test_on_thanksgiving_only_what_never_closes_is_surely_open() -> None:
    office, shelter = place("office", 1, hours="Mon-Fri 9-5"), place("shelter", 8, hours="24/7")
    assert names(ask(office, shelter, now=THANKSGIVING_NOON, open_now=True)) == ["shelter"]
    assert ask(office, now=THANKSGIVING_NOON).places[0].hours == "holiday, call first"
    assert ask(office).places[0].hours == "today 9-5"


def test_a_shelter_that_closes_a_minute_to_midnight_every_day_never_closes() -> None:
    shelter = place("shelter", hours="daily 12am-11:59pm")
    assert names(ask(place("office", hours="Mon-Fri 9-5"), shelter, now=THANKSGIVING_NOON, open_now=True)) == [
        "shelter"
    ]
    assert ask(shelter, now=THANKSGIVING_NOON).places[0].hours == "open 24 hours"


def test_closer_means_nearer_than_everything_named_before() -> None:
    shown, between, far = place("shown", 3), place("between", 2, hours="Sat 9am-5pm"), place("far", 8)
    found = ask(shown, between, far, exclude=("shown",), closer=True)
    assert (names(found), found.note) == (["between"], "")
    found = ask(shown, far, exclude=("shown",), closer=True)
    assert (names(found), found.note) == (["far"], "closer")


def test_the_closest_asked_for_at_once_is_by_distance_alone() -> None:
    shut = place("shut", 1, hours="Sat 9am-5pm", languages=("es",))
    found = ask(shut, place("open", 2), closer=True)
    assert (names(found), found.note) == (["shut", "open"], "")


def test_somebody_without_a_car_gets_who_comes_or_can_be_called() -> None:
    van, door = place("van", 2, address="", traits=("comes",)), place("door", 1)
    found = ask(van, door, reachable=True)
    assert (names(found), found.note) == (["van"], "")
    found = ask(door, reachable=True)
    assert (names(found), found.note) == (["door"], "fit")


def test_free_help_when_free_is_asked_for() -> None:
    assert names(ask(place("paid", 1), place("free", 6, traits=("free",)), free=True)) == ["free"]


def test_a_place_that_somebody_found_dead_sinks_at_once_and_stays_as_the_last_resort() -> None:
    dead = place("dead", 1, standing=Standing(reported="dead", reported_on=date(2026, 11, 22)))
    assert names(ask(dead, place("alive", 9.5, hours="Sat 9-5"))) == ["alive", "dead"]
    assert names(ask(dead)) == ["dead"]


@pytest.mark.parametrize("judged", ["dead", "closed"])
def test_what_staff_found_dead_is_not_offered(judged: str) -> None:
    gone = place("gone", standing=Standing(judged=judged, judged_on=date(2026, 11, 22)))
    assert names(ask(gone, NATIONAL)) == ["211"]


def test_a_place_that_moved_is_told_by_phone_only() -> None:
    (moved,) = ask(place("moved", standing=Standing(judged="moved", judged_on=date(2026, 11, 22)))).places
    assert (moved.address, moved.miles, moved.phone) == (None, None, "215-555-0101")


def test_what_nobody_verified_for_too_long_is_not_offered() -> None:
    today = MONDAY_NOON.date()
    old = place("old", verified_on=today - timedelta(days=400))
    assert names(ask(old, NATIONAL, max_age_days=365)) == ["211"]
    assert names(ask(old, max_age_days=400)) == ["old"]
    looked_at = place("old", verified_on=old.verified_on, standing=Standing(judged="works", judged_on=today))
    assert names(ask(looked_at, max_age_days=365)) == ["old"]


def test_a_place_without_a_date_is_as_fresh_as_its_sources_last_import() -> None:
    today = MONDAY_NOON.date()
    listed = place("listed", verified_on=None, standing=Standing(listed_on=today - timedelta(days=30)))
    assert names(ask(listed, max_age_days=31)) == ["listed"]
    assert names(ask(listed, NATIONAL, max_age_days=29)) == ["211"]


def test_who_has_nothing_near_is_told_so_before_a_line_for_everybody() -> None:
    assert ask(NATIONAL).note == "nothing_near"
    assert ask(NATIONAL, exclude=("x",)).note == "", "after MORE they know"


WISHES = st.builds(
    Wants,
    who=st.sets(st.sampled_from(GROUPS), max_size=3).map(lambda who: tuple(sorted(who, key=GROUPS.index))),
    age=st.none() | st.integers(1, 130),
    spanish=st.booleans(),
    open_now=st.booleans(),
    closer=st.booleans(),
    free=st.booleans(),
    reachable=st.booleans(),
    day=st.sampled_from(["", "today", "tonight", "tomorrow"]),
    formats=st.sampled_from([(), ("aa",), ("na",), ("aa", "na")]),
)
PLACES = st.lists(
    st.tuples(
        st.floats(0, 70),
        st.sampled_from(["24/7", "Mon-Fri 9-5", "Sat 9am-5pm", "daily 6pm-2am", ""]),
        st.lists(st.sampled_from(["free", "only:men", "only:women", "children", "na", "comes"]), max_size=3),
        st.sampled_from(["", "veterans"]),
        st.sampled_from(["", "dead"]),
    ),
    max_size=8,
)


@given(places=PLACES, wants=WISHES, need=st.sampled_from(["jobs", "meetings"]), seed=st.randoms(use_true_random=False))
def test_whatever_is_wished_the_answer_is_allowed_and_never_by_chance(
    places: list[tuple[float, str, list[str], str, str]], wants: Wants, need: str, seed: Any
) -> None:
    made = [
        place(
            f"p{number}",
            miles,
            needs=("jobs", "meetings"),
            schedules=schedules(hours) if hours else (),
            traits=tuple(traits),
            audience=audience,
            standing=Standing(reported=reported),
        )
        for number, (miles, hours, traits, audience, reported) in enumerate(places)
    ]
    question = Question((need,), PHILADELPHIA, "en", frozenset(), 3, MONDAY_NOON, wants)
    (found,) = find(PlacesInHand(*made), question).lists
    by_id = {each.id: each for each in made}
    assert all(may_be_offered(by_id[each.id], question) for each in found.places)
    assert len({rank(each, question, need) for each in made}) == len(made)
    seed.shuffle(made)
    assert find(PlacesInHand(*made), question).lists[0] == found
    offerable = any(may_be_offered(each, question) for each in made)
    assert bool(found.places) == offerable, "somebody who can be helped is not left with nothing"


@given(WISHES)
def test_wishes_survive_the_way_through_the_assistant(wants: Wants) -> None:
    assert wants_of(wants.as_values()) == wants


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)).flatmap(
        lambda value: st.dictionaries(st.sampled_from([*Wants.__dataclass_fields__, "x"]), st.just(value))
    )
)
def test_wishes_from_elsewhere_are_read_without_trust(values: dict[str, Any]) -> None:
    read = wants_of(values)
    assert set(read.who) <= set(GROUPS)
    assert read.day in ("", "today", "tonight", "tomorrow")

"""What lies in the database: does it open, are there places, coaches, staff; is old data destroyed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.app import House
from bot.desk.duty import next_on_duty, on_duty
from bot.directory_source.load import NATIONAL, SAMPLE
from bot.doctor.finding import Finding, care, ok, wrong
from bot.errors import CannotDecrypt
from bot.privacy import is_made_up
from bot.store.audit import BACKUP_MADE, last_time
from bot.store.coaches import all_coaches
from bot.store.conversations import phone_of
from bot.store.demo import has_demo
from bot.store.doubles import doubled_phones, newest_text_is_strange
from bot.store.figures import admins_who_can_sign_in, places_of_sources, somebody_can_sign_in
from bot.store.retention import oldest_text_at

DAY = 86_400.0
BACKUP_DAYS = 2.0
ADD_COACH = "uv run warmline coach add --name NAME --phone PHONE --on-call"
SET_SHIFTS = "uv run warmline coach schedule set PHONE 'Mon-Fri 9:00-17:00'"


def look_at_house(house: House) -> Iterator[Finding]:
    yield ok("database", "SQLite in the data directory" if house.database.is_sqlite else "PostgreSQL")
    yield from _directory(house)
    yield _human_phone(house)
    yield from _people(house)
    yield _retention(house)
    if house.settings.carrier != "simulator":
        yield from _real_line(house)


def _directory(house: House) -> Iterator[Finding]:
    with house.database.read() as connection:
        places = places_of_sources(connection)
    own = sum(count for source, count in places.items() if source not in (NATIONAL, SAMPLE))
    real = house.settings.carrier != "simulator"
    do = "uv run warmline directory import PATH --format csv"
    if real and house.settings.sample_directory:
        yield wrong(
            "sample", "people who text are told about places that do not exist", "WARMLINE_SAMPLE_DIRECTORY=off"
        )
    if own:
        yield ok("directory", f"{own} places of your own, {places.get(NATIONAL, 0)} national lines")
    elif real:
        yield wrong("directory", "there are no places of your own", do)
    else:
        yield ok("directory", f"{places.get(SAMPLE, 0)} sample places, {places.get(NATIONAL, 0)} national lines")


def _human_phone(house: House) -> Finding:
    if house.settings.warmline_human_phone:
        return ok("human phone", "WARMLINE_HUMAN_PHONE is set")
    said, do = "WARMLINE_HUMAN_PHONE is empty: nobody is named when no coach answers", "Set it to a phone of a person."
    return (care if house.settings.carrier == "simulator" else wrong)("human phone", said, do)


def _people(house: House) -> Iterator[Finding]:
    try:
        with house.database.read() as connection:
            coaches = all_coaches(connection, house.vault)
            signs_in = somebody_can_sign_in(connection)
    except CannotDecrypt as error:
        yield wrong("key", str(error), "Put the key back that the line had before.")
        return
    yield from _keys(house)
    now = house.clock.now().timestamp()
    on_call, present = sum(each.can_be_asked for each in coaches), len(on_duty(coaches, now))
    following = next_on_duty(coaches, now)
    if present or (on_call and following is not None):
        opens = "" if present or following is None else f"; the next shift begins in {(following - now) / 3600:.0f} h"
        yield ok("coaches", f"{on_call} of {len(coaches)} on call, {present} on duty now{opens}")
    elif on_call:
        yield care("coaches", f"{on_call} on call, but no shift in four weeks", SET_SHIFTS)
    else:
        yield care("coaches", f"nobody of {len(coaches)} coaches is on call", ADD_COACH)
    if signs_in:
        yield ok("staff", "somebody can sign in to the console")
    else:
        yield care("staff", "nobody can sign in to the console", "uv run warmline staff add --email E --role admin")


def _keys(house: House) -> Iterator[Finding]:
    """What goes wrong when a key is changed before every process knows the new one."""
    with house.database.read() as connection:
        strange, doubled = newest_text_is_strange(connection, house.vault), doubled_phones(connection, house.vault)
    if strange:
        said = "the newest text was sealed with a key that this machine does not know"
        yield wrong("key of the others", said, "Add that key behind the others in WARMLINE_SECRET_KEY; start anew.")
    if doubled:
        said = f"{doubled} numbers have two conversations: a key was changed before all machines knew it"
        yield care("doubled numbers", said, 'Close what cases the younger have; see "The key" in docs/operators.md.')


def _retention(house: House) -> Finding:
    days = house.settings.warmline_retention_days
    with house.database.read() as connection:
        oldest = oldest_text_at(connection)
    age = (house.clock.now().timestamp() - oldest) / DAY if oldest is not None else 0.0
    if age > days + 1:
        return care(
            "retention", f"the oldest text is {age:.0f} days old; {days} are the limit", "uv run warmline purge"
        )
    return ok("retention", f"no text is older than {days} days")


def _real_line(house: House) -> Iterator[Finding]:
    """What may be so on a line that is only played with."""
    with house.database.read() as connection:
        coaches = all_coaches(connection, house.vault)
        phones = [phone_of(connection, house.vault, coach.conversation_id) for coach in coaches]
        invented = has_demo(connection, house.vault)
        admins, backed_up = admins_who_can_sign_in(connection), last_time(connection, BACKUP_MADE)
    made_up = sum(phone is not None and is_made_up(phone) for phone in phones)
    if made_up:
        said = f"{made_up} of {len(coaches)} coaches have made-up numbers: alerts reach nobody there"
        yield wrong("coaches' phones", said, "uv run warmline coach off PHONE")
    if coaches and not any(coach.supervisor for coach in coaches):
        said = "no coach is a supervisor: nobody hears of blocked numbers, minors, or harm to a child"
        yield care("supervisor", said, "uv run warmline coach add --name NAME --phone PHONE --supervisor")
    if invented:
        yield wrong("demo", "invented people are among the real ones", "uv run warmline demo wipe")
    if admins == 1:
        said = "one administrator alone can sign in: without them nobody can let anybody in"
        yield care("administrators", said, "uv run warmline staff add --email E --role admin")
    yield _backup(backed_up, house.clock.now().timestamp())


def _backup(last: float | None, now: float) -> Finding:
    do = "uv run warmline backup FILE, every day, to another machine; keep the key in a third place"
    if last is None:
        return care("backup", "no backup was ever finished", do)
    days = (now - last) / DAY
    if days > BACKUP_DAYS:
        return care("backup", f"the last backup is {days:.0f} days old", do)
    return ok("backup", f"the last one is {days * 24:.0f} hours old")

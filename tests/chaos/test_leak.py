"""A day at a line in trouble: what people said, who they are and where they can be reached is in no plain file.

Planted: what 50 people text, their numbers, a coach's words, name, number and e-mail address, a note, an
unsigned post and a broken address. Then every file the line wrote is searched, also while it still runs and after
it crashed, and so are its metrics, alerts and e-mails. ``WARMLINE_TEST_LEAK_ROUNDS`` makes the day longer.

``WARMLINE_TEST_LEAK=whole`` (``make chaos``, ``make audit``) does it on PostgreSQL too, where the server logs every
statement with its values, and with the real Rasa: its folder, home, temporary files, log and model are searched.
"""

from __future__ import annotations

import base64
import hashlib
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.app import House, open_house
from bot.directory_source.load import load_sample
from bot.settings import read_settings
from bot.store.coaches import Profile, save_coach
from tests.chaos.leak_search import (
    ALERTED,
    ALL,
    COACH,
    COACH_MAIL,
    COACH_NAME,
    COACHS_WORDS,
    NOTE,
    PEOPLE,
    SECRETS,
    UNSIGNED,
    none_in,
    none_in_files,
)
from tests.chaos.processes import Processes
from tests.chaos.real_rasa import RealRasa
from tests.contract.fake_twilio import FakeTwilio, Fault
from tests.contract.mail_server import MailServer, mail_server
from tests.integration.assistant_line import ROOT
from tests.integration.directory_world import fill_map
from tests.postgres import cluster

ROUNDS = int(os.environ.get("WARMLINE_TEST_LEAK_ROUNDS", "1"))
WHOLE = os.environ.get("WARMLINE_TEST_LEAK") == "whole"
PROCESSES = {"sqlite": (("serve", "--with-worker"),), "postgresql": (("serve",), ("work",))}
SERVER_LOGS_ALL = ("log_statement=all", "log_min_duration_statement=0")
SAYINGS = (
    "need a job 87501, i am {}",
    "my name is {} and i used last night",
    "im going to kill myself tonight, tell {}",
    "coach please, it is about {}",
)
RASAS_WORDS = "Text MORE for others"  # below a list of places, which only the dialogue gives
CRASHED = "Fatal Python error: Aborted"


@dataclass
class Stage:
    """A line with everything around it; ``folders`` hold every file that any part of it writes."""

    line: Processes
    twilio: FakeTwilio
    mails: MailServer
    data_dir: Path
    rasa: RealRasa | None
    folders: list[Path]
    to_disk: Callable[[], None] = field(default=lambda: None)


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture(params=list(PROCESSES) if WHOLE else ["sqlite"])
def stage(request: pytest.FixtureRequest, tmp_path: Path, data_dir: Path, twilio: FakeTwilio) -> Iterator[Stage]:
    with ExitStack() as held:
        mails = held.enter_context(mail_server())
        folders, url, to_disk = [data_dir], f"sqlite:///{data_dir / 'warmline.db'}", lambda: None
        if request.param == "postgresql":
            own = held.enter_context(cluster(settings=SERVER_LOGS_ALL))
            url, to_disk = own.url, lambda: _checkpoint(own.url)
            folders.append(own.place)
        line = Processes(twilio, data_dir, url, PROCESSES[request.param], settings=_settings(mails, data_dir))
        house = _house(url, data_dir)
        rasa = _rasa(request, tmp_path, house, line) if WHOLE else None
        if rasa is not None:
            held.callback(rasa.stop)
            rasa.start()
            line.rasa_url = rasa.url
            folders.append(rasa.place)
        held.callback(line.stop)
        line.start()
        yield Stage(line, twilio, mails, data_dir, rasa, folders, to_disk)


def test_fifty_secrets_are_in_no_file_metric_alert_or_mail(stage: Stage) -> None:
    twilio, cores = stage.twilio, set(ROOT.glob("core*"))
    model = _digest(stage.rasa)
    for number in range(ROUNDS):
        _a_day(stage, number)
    _wait(lambda: len(twilio.texts_to(PEOPLE[-1])) > 0)
    _wait(lambda: any(COACHS_WORDS in text.body for phone in PEOPLE for text in twilio.texts_to(phone)))
    if stage.rasa is not None:
        _wait(lambda: any(RASAS_WORDS in text.body for phone in PEOPLE for text in twilio.texts_to(phone)))
    stage.mails.wait(COACH_MAIL, timeout=180)
    _nothing_is_told_outside(stage)
    stage.to_disk()
    assert none_in_files(*stage.folders) > 2  # with the write-ahead log, while it runs
    stage.line.crash(0)
    if stage.rasa is not None:
        stage.rasa.crash()
        assert CRASHED in stage.rasa.log.read_text("utf-8", "replace")
    none_in_files(*stage.folders)
    assert CRASHED in (stage.data_dir / "processes.log").read_text("utf-8", "replace"), "it crashed, and said where"
    assert set(ROOT.glob("core*")) == cores
    assert _digest(stage.rasa) == model


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    number = PEOPLE[7][1:]
    shapes = (SECRETS[0].encode(), base64.b64encode(b"." + NOTE.encode()), NOTE.encode().hex().encode())
    for written in (*shapes, number.encode(), COACH_NAME.upper().encode(), UNSIGNED.encode("utf-16-le")):
        file = tmp_path / "file"
        file.write_bytes(b"\0" + written + b"\0")
        with pytest.raises(AssertionError, match="is readable in"):
            none_in_files(tmp_path)
        file.write_bytes(written[:4])
        assert none_in_files(tmp_path) == 1


def _settings(mails: MailServer, data_dir: Path) -> dict[str, str]:
    (data_dir / "tmp").mkdir()
    return {
        "WARMLINE_SMTP_URL": f"smtp://127.0.0.1:{mails.port}",
        "WARMLINE_SMTP_FROM": "line@example.org",
        "WARMLINE_LOG_FORMAT": "json",
        "TMPDIR": str(data_dir / "tmp"),
    }


def _house(url: str, data_dir: Path) -> House:
    """The line's keys, and its coach; the database is closed again."""
    house = open_house(read_settings({"WARMLINE_DATABASE_URL": url, "WARMLINE_DATA_DIR": str(data_dir)}, None))
    profile = Profile(on_call=True, max_cases=3, email=COACH_MAIL)
    house.database.write(lambda c: save_coach(c, house.vault, COACH_NAME, COACH, profile, time.time()))
    if WHOLE:
        fill_map(house.database)
        load_sample(house.database)
    house.close()
    return house


def _rasa(request: pytest.FixtureRequest, tmp_path: Path, house: House, line: Processes) -> RealRasa:
    trained: Path = request.getfixturevalue("trained_data_dir")
    (tmp_path / "rasa").mkdir()
    return RealRasa(tmp_path / "rasa", trained, house, line.port)


def _checkpoint(url: str) -> None:
    """Everything that the server holds in memory goes to its files."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CHECKPOINT"))
    engine.dispose()


def _digest(rasa: RealRasa | None) -> str:
    return hashlib.sha256(rasa.model.read_bytes()).hexdigest() if rasa is not None else ""


def _nothing_is_told_outside(stage: Stage) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{stage.line.port}/metrics", timeout=60) as answer:
        none_in(answer.read(), ALL, "metrics")
    for mail in stage.mails.mails:
        body = mail.get_body()
        said = f"{mail['Subject']} {body.get_content() if body else ''}"
        none_in(said.encode(), ALERTED, "an e-mail")
    alerts = [text.body for text in stage.twilio.texts_to(COACH) if not any(text.body.endswith(s) for s in SECRETS)]
    none_in("\n".join(alerts).encode(), [phone[1:] for phone in PEOPLE], "an alert")


def _a_day(stage: Stage, day: int) -> None:
    """Everybody texts once while the carrier stumbles and the process is killed; a coach answers one of them."""
    line, twilio = stage.line, stage.twilio
    twilio.next_requests(Fault.SERVER_ERROR, Fault.DROP_AFTER, Fault.TOO_MANY, Fault.SERVER_ERROR_AFTER)
    for number, (phone, secret) in enumerate(zip(PEOPLE, SECRETS, strict=True)):
        _text(stage, phone, SAYINGS[(number + day) % len(SAYINGS)].format(secret), f"SMleak{day}x{number}")
        if number == 25:
            line.kill(0)
    if day == 0:
        _a_coach_answers(stage)
    with suppress(OSError):
        twilio.post_inbound(line.inbound, PEOPLE[0], UNSIGNED, token="not the token")
    with suppress(urllib.error.HTTPError):
        urllib.request.urlopen(f"http://127.0.0.1:{line.port}/nowhere/{UNSIGNED}?q={UNSIGNED}", timeout=60).close()


def _a_coach_answers(stage: Stage) -> None:
    _wait(lambda: bool(stage.twilio.texts_to(COACH)))
    _text(stage, COACH, "TAKE", "SMcoachTake")
    _text(stage, COACH, f"NOTE {NOTE}", "SMcoachNote")
    _text(stage, COACH, f"I hear you. {COACHS_WORDS}", "SMcoachWords")


def _text(stage: Stage, phone: str, words: str, sid: str) -> None:
    """Like a carrier, bring a text again until somebody says 200."""

    def taken() -> bool:
        with suppress(OSError):  # the process is dead just now
            return stage.twilio.post_inbound(stage.line.inbound, phone, words, sid=sid).status == 200
        return False

    _wait(taken)


def _wait(what: Callable[[], bool], seconds: float = 180.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)

"""The composition root: the only place where the parts of the house are built and put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import structlog

from bot.assistant import RasaAssistant
from bot.audit_seal import renew_seal
from bot.clock import SystemClock
from bot.consent.wishes import Policy
from bot.danger_model.reader import RulesAndModel, open_danger_reader
from bot.delivery import EMAIL, OUTAGE_ADDRESS, VOICE
from bot.desk.case import DeskRules
from bot.errors import SettingsError
from bot.gateway.carriers.simulator.carrier import SimulatorCarrier
from bot.gateway.carriers.smtp.carrier import SmtpCarrier
from bot.gateway.carriers.smtp.server import read_mail_server
from bot.gateway.carriers.twilio.account import TwilioAccount
from bot.gateway.carriers.twilio.calls import TwilioCalls
from bot.gateway.carriers.twilio.carrier import TwilioCarrier
from bot.gateway.channels import Channels
from bot.gateway.outbox import Outbox
from bot.gateway.receipts import CALLS_PATH
from bot.gateway.receipts import PATH as STATUS_PATH
from bot.housekeeping import Chore, Housekeeper
from bot.journey import Journey
from bot.language import LinguaLanguages
from bot.mailbox.bell import Bell, PostgresListener
from bot.mailbox.dispatcher import Dispatcher
from bot.mailbox.intake import Intake
from bot.mailbox.worker import Worker
from bot.message import Risk
from bot.missed import find_missed
from bot.misuse.countries import Countries
from bot.misuse.flood import FloodRules
from bot.ports import Carrier, Clock, HintReader
from bot.privacy import ACTIONS_SECRET, ASSISTANT_SECRET, Vault, open_vault
from bot.purging import purge
from bot.redacting import redact_round
from bot.safety.screen import screen
from bot.settings import Settings
from bot.store.conversations import conversation_for
from bot.store.database import Database, make_engine
from bot.store.directory import SqlDirectory
from bot.store.gazetteer import SqlHints
from bot.store.key_change import use_index_keys
from bot.store.key_check import check_key
from bot.store.schema import migrate
from bot.wish_list import WishList
from bot.wording.live import LiveWords
from bot.wording.shipped import load_shipped
from bot.wording.speech import SpeechRenderer

log = structlog.get_logger()
SEAL_SECONDS, PURGE_SECONDS, REDACT_SECONDS, RENEW_SECONDS = 60.0, 3600.0, 60.0, 20.0
WISHES_SECONDS, MISSED_SECONDS = 5.0, 120.0


@dataclass(frozen=True)
class House:
    """The parts every process has: settings, database, vault, clock. Close with :meth:`close`."""

    settings: Settings
    database: Database
    vault: Vault
    clock: Clock

    def close(self) -> None:
        self.database.close()

    @property
    def assistant_secret(self) -> str:
        """Opens Rasa for the service."""
        return self.vault.purpose_key(ASSISTANT_SECRET)

    @property
    def actions_secret(self) -> str:
        """Opens the service's action endpoint for Rasa."""
        return self.vault.purpose_key(ACTIONS_SECRET)


@dataclass(frozen=True)
class Line:
    """A house that handles texts: intake on the web side, dispatcher on the worker side."""

    house: House
    carrier: Carrier
    assistant: RasaAssistant
    intake: Intake
    bell: Bell
    words: LiveWords
    worker: Worker
    dispatcher: Dispatcher
    listener: PostgresListener | None
    housekeepers: tuple[Housekeeper, ...]
    danger: RulesAndModel
    hints: HintReader

    def start(self) -> None:
        """Begin to handle what is due. Raises :class:`bot.wish_list.ListDamaged` before anything is sent."""
        agree_on_wishes(self.house)
        if self.listener is not None:
            self.listener.start()
        self.dispatcher.start()
        for keeper in self.housekeepers:
            keeper.start()

    def stop(self) -> None:
        """People's texts first: the conversations in hand finish their step, then what is done by the clock ends."""
        for keeper in self.housekeepers:
            keeper.ask_to_stop()
        self.dispatcher.stop()
        for keeper in self.housekeepers:
            keeper.stop()
        if self.listener is not None:
            self.listener.stop()


def open_house(settings: Settings, clock: Clock | None = None) -> House:
    """Open (and if need be make and migrate) the data directory and the database."""
    settings.warmline_data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    vault = open_vault(settings.warmline_secret_key, settings.warmline_data_dir)
    database = Database(make_engine(settings.database_url))
    migrate(database)
    database.write(lambda connection: check_key(connection, vault))
    with database.read() as connection:
        use_index_keys(connection, vault)
    return House(settings, database, vault, clock or SystemClock())


def directory_of(house: House) -> SqlDirectory:
    """The directory as the assistant's actions read it."""
    return SqlDirectory(house.database, house.clock, house.settings.warmline_directory_max_age_days)


def agree_on_wishes(house: House) -> int:
    """Have the database learn the opt-outs and erasures that only the list beside it knows; how many."""
    return WishList(house.settings.warmline_data_dir, house.vault).agree(house.database)


def build_carrier(settings: Settings) -> Carrier:
    """The carrier that the settings name."""
    if settings.carrier == "simulator":
        return SimulatorCarrier()
    return TwilioCarrier(
        settings.twilio_account_sid,
        settings.twilio_auth_token,
        settings.twilio_messaging_service_sid or settings.twilio_phone_number,
        settings.warmline_public_url + STATUS_PATH,
        settings.twilio_api_url,
    )


def build_line(
    house: House,
    worker_id: str,
    carrier: Carrier | None = None,
    assistant: RasaAssistant | None = None,
    hints: HintReader | None = None,
) -> Line:
    """Everything that a process needs to take texts in and to handle them.

    ``carrier``, ``assistant`` and ``hints`` take the place of those that the settings name.
    """
    settings, database, vault, clock = house.settings, house.database, house.vault, house.clock
    carrier = carrier or build_carrier(settings)
    danger, hints = open_danger_reader(settings.warmline_data_dir), hints or SqlHints(database)
    assistant = assistant or RasaAssistant(settings.rasa_url, house.assistant_secret, settings.warmline_workers)
    rules = _desk_rules(house)
    journey = Journey(
        assistant,
        LinguaLanguages(),
        rules,
        Policy(settings.warmline_crisis_reply_after_stop == "on", settings.zone),
        danger,
        hints,
        FloodRules(*settings.warmline_texts_per_number),
    )
    words = LiveWords(database, clock, load_shipped())
    renderer = SpeechRenderer(words, settings.said_of_the_house)
    outbox = Outbox(build_channels(settings, carrier), clock)
    ours = frozenset(own for own in (rules.human_conversation, rules.voice_conversation) if own is not None)
    worker = Worker(database, vault, clock, journey, outbox, renderer, ours)
    bell = Bell()
    return Line(
        house=house,
        carrier=carrier,
        assistant=assistant,
        intake=Intake(database, vault, clock, bell, Countries(settings.warmline_countries), _looks_urgent),
        bell=bell,
        words=words,
        worker=worker,
        dispatcher=Dispatcher(database, clock, bell, worker_id, settings.warmline_workers, worker.handle),
        listener=None if database.is_sqlite else PostgresListener(database.engine, bell),
        housekeepers=_housekeepers(house, carrier, danger),
        danger=danger,
        hints=hints,
    )


def _looks_urgent(body: str) -> bool:
    """Whether a text must not wait behind others: by the rules alone, which take a millisecond."""
    return screen(body).risk in (Risk.CRISIS, Risk.CHECK)


def _housekeepers(house: House, carrier: Carrier, danger: RulesAndModel) -> tuple[Housekeeper, ...]:
    return Housekeeper("proofs", _proofs(house)), Housekeeper("chores", _chores(house, carrier, danger))


def _proofs(house: House) -> tuple[Chore, ...]:
    """What lies beside the database, seconds behind it; nothing that may take long."""

    def seal() -> None:
        renew_seal(house.database, house.vault, house.settings.warmline_data_dir, house.clock.now().timestamp())

    keep = partial(WishList(house.settings.warmline_data_dir, house.vault).copy, house.database)
    return Chore("copy_wishes", WISHES_SECONDS, keep), Chore("seal_audit", SEAL_SECONDS, seal)


def _chores(house: House, carrier: Carrier, danger: RulesAndModel) -> tuple[Chore, ...]:
    def destroy_old() -> None:
        purge(house.database, house.vault, house.clock, house.settings.warmline_retention_days, "the line")

    chores = [Chore("purge", PURGE_SECONDS, destroy_old), Chore("renew_danger", RENEW_SECONDS, danger.renew)]
    if isinstance(carrier, TwilioCarrier):
        look = partial(find_missed, house.database, house.vault, house.clock, carrier, house.settings, _looks_urgent)
        chores.insert(0, Chore("missed_texts", MISSED_SECONDS, look))
        days = house.settings.warmline_carrier_keeps_days
        redact = partial(redact_round, house.database, house.clock, carrier, days)
        chores.append(Chore("redact", REDACT_SECONDS, redact))
    return tuple(chores)


def build_channels(settings: Settings, texts: Carrier) -> Channels:
    """``texts`` and whatever else the settings set up for alerts: e-mail, calls."""
    others: dict[str, Carrier] = {}
    if settings.warmline_smtp_url:
        server = read_mail_server(settings.warmline_smtp_url)
        others[EMAIL] = SmtpCarrier(server, settings.warmline_smtp_from, settings.warmline_org_name)
    if settings.calls_by_voice:
        account = TwilioAccount(settings.twilio_account_sid, settings.twilio_auth_token, settings.twilio_api_url)
        others[VOICE] = TwilioCalls(account, settings.twilio_phone_number, settings.warmline_public_url + CALLS_PATH)
    return Channels(texts, others)


def _desk_rules(house: House) -> DeskRules:
    settings = house.settings
    phone = settings.warmline_human_phone
    return DeskRules(
        settings.warmline_escalation,
        settings.warmline_crisis_escalation,
        human_conversation=_conversation(house, phone) if phone else None,
        voice_conversation=_conversation(house, f"{VOICE}{phone}") if phone and settings.calls_by_voice else None,
        by_email=bool(settings.warmline_smtp_url),
        zone=settings.warmline_timezone,
        quiet=settings.warmline_holder_quiet,
        crisis_quiet=settings.warmline_crisis_holder_quiet,
        outage_conversation=_conversation(house, OUTAGE_ADDRESS),
    )


def _conversation(house: House, address: str) -> int:
    now = house.clock.now().timestamp()
    return house.database.write(lambda connection: conversation_for(connection, house.vault, address, now))


def check_real_line(house: House, places: Callable[[], int]) -> None:
    """With a real carrier an empty directory or human phone stops the start. Raises :class:`SettingsError`."""
    settings = house.settings
    if settings.carrier == "simulator":
        return
    if not settings.warmline_human_phone:
        raise SettingsError(
            "WARMLINE_HUMAN_PHONE is empty; set it to the phone of a person who can help, like +15550100."
        )
    if not settings.sample_directory and places() == 0:
        raise SettingsError(
            "The directory is empty; load your places with `uv run warmline directory import PATH --format csv`."
        )

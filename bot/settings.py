"""All settings, read once from the environment and ``.env`` into one checked object."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError
from bot.gateway.carriers.smtp.server import read_mail_server
from bot.misuse.countries import read_countries
from bot.privacy import clean_phone

Seconds = Annotated[tuple[int, ...], NoDecode]


class Settings(BaseSettings):
    """Each field is the setting of the same name in capitals; docs are in ``.env.example``."""

    model_config = SettingsConfigDict(extra="ignore", case_sensitive=False, populate_by_name=True)

    warmline_host: str = "127.0.0.1"
    warmline_port: int = Field(8000, ge=1, le=65535)
    warmline_public_url: str = "http://localhost:8000"
    warmline_data_dir: Path = Path("var")
    warmline_database_url: str = ""
    warmline_secret_key: str = ""
    warmline_org_name: str = Field("Warmline", min_length=1, max_length=40)
    warmline_timezone: str = "America/New_York"
    warmline_human_phone: str = ""
    warmline_carrier: Literal["", "twilio", "simulator"] = ""
    warmline_sample_directory: Literal["", "on", "off"] = ""
    warmline_escalation: Seconds = (120, 180, 300)
    warmline_crisis_escalation: Seconds = (60, 60, 60)
    warmline_smtp_url: str = Field("", repr=False)  # it holds a password
    warmline_smtp_from: str = ""
    warmline_voice_alerts: Literal["on", "off"] = "off"
    warmline_holder_quiet: Seconds = (300, 300)
    warmline_crisis_holder_quiet: Seconds = (120, 120)
    warmline_directory_max_age_days: int = Field(730, ge=30)
    warmline_second_step: Literal["", "on", "off"] = ""
    warmline_texts_per_number: Seconds = (30, 4)
    warmline_countries: Annotated[tuple[str, ...], NoDecode] = ("US", "PR", "VI", "GU", "AS", "MP", "CA")
    warmline_retention_days: int = Field(365, ge=1)
    warmline_carrier_keeps_days: int = Field(7, ge=1)
    warmline_crisis_reply_after_stop: Literal["on", "off"] = "on"
    warmline_worker_id: str = ""
    warmline_workers: int = Field(12, ge=1, le=64)
    warmline_teaching: Literal["on", "off"] = "off"
    warmline_directory_api: Literal["on", "off"] = "off"
    warmline_log_format: Literal["text", "json"] = "text"
    warmline_tensorflow: Literal["on", "off"] = "off"
    warmline_encoder_dir: str = ""  # may be relative to the folder that the command is called in
    twilio_account_sid: str = ""
    twilio_auth_token: str = ""
    twilio_auth_token_secondary: str = ""
    twilio_phone_number: str = ""
    twilio_messaging_service_sid: str = ""
    twilio_api_url: str = "https://api.twilio.com"
    rasa_url: str = "http://127.0.0.1:5005"

    @field_validator(
        "warmline_escalation",
        "warmline_crisis_escalation",
        "warmline_holder_quiet",
        "warmline_crisis_holder_quiet",
        mode="before",
    )
    @classmethod
    def _seconds(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            seconds = tuple(int(part) for part in value.split(","))
        except ValueError:
            seconds = ()
        if not seconds or min(seconds) < 1:
            raise ValueError("expected seconds separated by commas, like 120,180,300")
        return seconds

    @field_validator("warmline_texts_per_number", mode="before")
    @classmethod
    def _texts_per_number(cls, value: object) -> object:
        parts = [part.strip() for part in value.split(",")] if isinstance(value, str) else []
        if isinstance(value, str) and not (len(parts) == 2 and all(p.isascii() and p.isdigit() for p in parts)):
            raise ValueError("expected how many texts at once and how many a minute, like 30,4")
        numbers = tuple(int(part) for part in parts) if isinstance(value, str) else value
        if isinstance(numbers, tuple) and min(numbers) < 1:
            raise ValueError("expected two numbers of at least 1, like 30,4")
        return numbers

    @field_validator("warmline_countries", mode="before")
    @classmethod
    def _countries(cls, value: object) -> object:
        return read_countries(value) if isinstance(value, str) else value

    @field_validator("warmline_timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("expected the name of a time zone, like America/New_York") from error
        return value

    @field_validator("warmline_database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        # The value is not repeated: it may hold a password.
        if value and not value.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("expected an address that starts with sqlite:/// or postgresql+psycopg://")
        return value

    @field_validator("warmline_smtp_url")
    @classmethod
    def _smtp(cls, value: str) -> str:
        if value:
            read_mail_server(value)
        return value

    @field_validator("warmline_public_url", "twilio_api_url", "rasa_url")
    @classmethod
    def _url(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("expected an address that starts with http:// or https://")
        try:
            urlsplit(value).port  # noqa: B018  # read for its error
        except ValueError:
            raise ValueError("expected an address with a port from 0 to 65535, or with none") from None
        return value.rstrip("/")

    @field_validator("warmline_human_phone", "twilio_phone_number")
    @classmethod
    def _phone(cls, value: str) -> str:
        return clean_phone(value) if value else ""

    @model_validator(mode="after")
    def _alerts_are_whole(self) -> Settings:
        if self.warmline_smtp_url and "@" not in self.warmline_smtp_from:
            raise ValueError("WARMLINE_SMTP_FROM: expected the address that alerts come from, like line@example.org")
        if self.warmline_voice_alerts == "on" and self.carrier == "twilio" and not self.twilio_phone_number:
            raise ValueError("WARMLINE_VOICE_ALERTS=on needs TWILIO_PHONE_NUMBER; a call comes from a number")
        return self

    @model_validator(mode="after")
    def _staff_prove_themselves(self) -> Settings:
        if self.warmline_second_step == "off" and self.carrier != "simulator":
            raise ValueError("WARMLINE_SECOND_STEP=off is for trials with the simulator; take it out")
        return self

    @model_validator(mode="after")
    def _carrier_is_whole(self) -> Settings:
        if self.carrier == "twilio":
            for name in ("twilio_account_sid", "twilio_auth_token"):
                if not getattr(self, name):
                    raise ValueError(f"{name.upper()} is empty; set it, or set WARMLINE_CARRIER=simulator")
            if not (self.twilio_phone_number or self.twilio_messaging_service_sid):
                raise ValueError("set TWILIO_PHONE_NUMBER or TWILIO_MESSAGING_SERVICE_SID; texts need a sender")
        return self

    @property
    def carrier(self) -> str:
        """``twilio`` or ``simulator``."""
        return self.warmline_carrier or ("twilio" if self.twilio_account_sid else "simulator")

    @property
    def said_of_the_house(self) -> dict[str, str]:
        """The values of the gaps ``{org}`` and ``{human_phone}`` in every text."""
        return {"org": self.warmline_org_name, "human_phone": self.warmline_human_phone}

    @property
    def calls_by_voice(self) -> bool:
        """Whether the organisation's phone is called when nobody takes a case."""
        return self.warmline_voice_alerts == "on" and self.carrier == "twilio"

    @property
    def second_step(self) -> bool:
        """Whether staff and admins need a code from their phone beside the password."""
        return self.carrier != "simulator" or self.warmline_second_step == "on"

    @property
    def sample_directory(self) -> bool:
        """Whether the fictional sample places are loaded."""
        return (self.warmline_sample_directory or ("on" if self.carrier == "simulator" else "off")) == "on"

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL; SQLite in the data directory unless set."""
        return self.warmline_database_url or f"sqlite:///{self.warmline_data_dir.absolute() / 'warmline.db'}"

    @property
    def on_sqlite(self) -> bool:
        """Whether the embedded database is used: one process is the whole line then."""
        return self.database_url.startswith("sqlite")

    @property
    def promises(self) -> dict[str, float]:
        """Seconds within which somebody should have answered, by urgency: all rungs of the ladder together."""
        return {"normal": float(sum(self.warmline_escalation)), "crisis": float(sum(self.warmline_crisis_escalation))}

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.warmline_timezone)


def read_settings(environment: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")) -> Settings:
    """The settings from ``environment`` over ``env_file``; raises :class:`SettingsError` with one sentence."""
    from_file = {k: v for k, v in dotenv_values(env_file).items() if v is not None} if env_file else {}
    merged = {**from_file, **(os.environ if environment is None else environment)}
    known = {name: merged[name.upper()] for name in Settings.model_fields if merged.get(name.upper(), "") != ""}
    try:
        # Everything is given here: the class must not look at the environment a second time.
        return _Given(**known)  # type: ignore[arg-type]  # values are strings; pydantic turns and checks them
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]).upper()
        what = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{where + ': ' if where else ''}{what}.") from error


class _Given(Settings):
    @classmethod
    def settings_customise_sources(cls, settings_cls: object, init_settings: object, **_: object) -> tuple[object]:  # type: ignore[override]
        return (init_settings,)

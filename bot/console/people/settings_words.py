"""The organisation's settings as a page shows them: in groups, with what each means, and never a secret."""

from __future__ import annotations

from dataclasses import dataclass

from bot.settings import Settings

# The value is never shown, only whether there is one.
SECRET = frozenset(
    {
        "warmline_secret_key",
        "warmline_database_url",
        "warmline_smtp_url",
        "twilio_account_sid",
        "twilio_auth_token",
        "twilio_auth_token_secondary",
    }
)
GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Who you are",
        (
            ("warmline_org_name", "The name that people read in texts, and that stands on these pages."),
            ("warmline_timezone", "The clock of shifts, of holidays and of all times in this console."),
            ("warmline_human_phone", "The phone of a person who can help when no coach answers."),
        ),
    ),
    (
        "How long a person waits",
        (
            ("warmline_escalation", "Seconds to wait for a coach at each step, before more people are alerted."),
            ("warmline_crisis_escalation", "The same for a crisis."),
            (
                "warmline_holder_quiet",
                "Seconds a person may wait for their coach: until a reminder, until others come.",
            ),
            ("warmline_crisis_holder_quiet", "The same for a crisis."),
            ("warmline_voice_alerts", "On: your phone is also called by voice when nobody takes a case."),
            ("warmline_smtp_url", "The mail server for alerts to coaches with an e-mail address."),
            ("warmline_smtp_from", "The address such alerts come from."),
        ),
    ),
    (
        "What is kept, and what is sent",
        (
            ("warmline_retention_days", "What people said is destroyed after so many days."),
            ("warmline_carrier_keeps_days", "After so many days the carrier is asked to forget the words of a text."),
            ("warmline_crisis_reply_after_stop", "On: one text with 988 and 911 to a person in danger who opted out."),
            (
                "warmline_texts_per_number",
                "So many texts of one number are answered at once, and then so many a minute.",
            ),
            ("warmline_countries", "Numbers of other countries get no answers, danger apart."),
            ("warmline_teaching", "On: staff may turn texts, rewritten so that nobody is known, into training texts."),
            ("warmline_directory_max_age_days", "Places that nobody verified for so many days are not offered."),
            ("warmline_sample_directory", "On: the made-up places are offered. Empty: only with the simulator."),
            ("warmline_directory_api", "On: partners' programs may read the directory."),
        ),
    ),
    (
        "Signing in",
        (
            (
                "warmline_second_step",
                "Staff and administrators need a code from a phone. Empty: with a real carrier.",
            ),
        ),
    ),
    (
        "The carrier",
        (
            ("warmline_carrier", "Twilio, or the simulator. Empty: Twilio if there is an account."),
            ("twilio_account_sid", "The account at the carrier."),
            ("twilio_auth_token", "The account's password; texts are checked with it."),
            ("twilio_auth_token_secondary", "A second one while you change it."),
            ("twilio_phone_number", "The number that texts come from."),
            ("twilio_messaging_service_sid", "Or the carrier's service that picks a number."),
            ("twilio_api_url", "Where the carrier is reached."),
            ("warmline_public_url", "The address that the carrier calls. It must be exact."),
        ),
    ),
    (
        "The machine",
        (
            ("warmline_host", "Where the service listens."),
            ("warmline_port", "The port it listens on."),
            ("warmline_data_dir", "The folder of database, key and model."),
            ("warmline_database_url", "Where the database is. Not set: in that folder."),
            ("warmline_secret_key", "Opens what people said. Not set: the key in that folder."),
            ("rasa_url", "Where the assistant answers."),
            ("warmline_workers", "How many conversations one process handles at once."),
            ("warmline_worker_id", "The name of this worker. Empty: the first free one."),
            ("warmline_log_format", "How logs are written."),
            (
                "warmline_tensorflow",
                "On: load TensorFlow for components of Rasa that compute with it. Ours do not.",
            ),
            ("warmline_encoder_dir", "A folder with the sentence encoder's files, where PyPI cannot be reached."),
        ),
    ),
)


@dataclass(frozen=True)
class Shown:
    """One setting: its ``name`` in the environment, its ``value`` as it may be seen, and what it means."""

    name: str
    value: str
    meaning: str
    changed: bool  # it differs from the default


def shown_settings(settings: Settings) -> list[tuple[str, list[Shown]]]:
    """All settings in their groups."""
    return [(title, [_shown(settings, name, meaning) for name, meaning in group]) for title, group in GROUPS]


def _shown(settings: Settings, name: str, meaning: str) -> Shown:
    value = getattr(settings, name)
    changed = value != Settings.model_fields[name].default
    if name in SECRET:
        return Shown(name.upper(), "set (not shown)" if value else "not set", meaning, changed)
    text = ", ".join(str(part) for part in value) if isinstance(value, tuple) else str(value)
    return Shown(name.upper(), text or "empty", meaning, changed)

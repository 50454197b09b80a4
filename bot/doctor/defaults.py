"""Settings that work and are careless: example secrets, open files, doors without a lock, limits turned off."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url

from bot.doctor.finding import Finding, care, ok, wrong
from bot.doctor.guessable import has_example, is_guessable
from bot.privacy import KEY_FILE, is_made_up
from bot.settings import Settings

SHORT_KEY, SHORT_PASSWORD = 32, 12
MANY_AT_ONCE, MANY_A_MINUTE = 300, 60
LONG_RETENTION, LONG_AT_CARRIER, OLD_PLACES = 3650, 90, 1095
LONG_CRISIS, LONG_WAIT = 900, 3600
DEFAULT_NAME = "Warmline"
SECRET_WAYS = ("require", "verify-ca", "verify-full")  # values of sslmode


def look_at_defaults(settings: Settings, env_file: Path = Path(".env")) -> Iterator[Finding]:
    """Each careless value as one finding; one that all is well when there is none."""
    found = [*_secrets(settings), *_files(settings, env_file), *_doors(settings), *_limits(settings)]
    if settings.carrier != "simulator":
        found += _real_line(settings)
    yield from found or [ok("defaults", "no setting is known to be careless")]


def _secrets(settings: Settings) -> Iterator[Finding]:
    do = "Take a new one (`openssl rand -base64 32`) as the first, and keep the old behind it until `warmline rotate`."
    for number, key in enumerate(part.strip() for part in settings.warmline_secret_key.split(",") if part.strip()):
        name = f"key {number + 1} of WARMLINE_SECRET_KEY"
        if is_guessable(key):
            yield wrong("secrets", f"{name} looks like an example or is easy to guess", do)
        elif len(key) < SHORT_KEY:
            yield care("secrets", f"{name} has {len(key)} characters; {SHORT_KEY} are safe", do)
    database = make_url(settings.database_url)
    password = str(database.password or "")
    if password and (len(password) < SHORT_PASSWORD or has_example(password)):
        yield care("secrets", "the database's password is short or an example", "Give the database a long random one.")


def _files(settings: Settings, env_file: Path) -> Iterator[Finding]:
    place = settings.warmline_data_dir
    if place.exists() and (mode := stat.S_IMODE(place.stat().st_mode)) & 0o077:
        said = f"others on this machine can look into {place} (mode {mode:04o})"
        yield (care if settings.carrier == "simulator" else wrong)("data directory", said, f"chmod 700 {place}")
    if env_file.exists() and (mode := stat.S_IMODE(env_file.stat().st_mode)) & 0o077 and _has_secrets(settings):
        said = f"others on this machine can read {env_file}, which may hold secrets (mode {mode:04o})"
        yield wrong("secrets", said, f"chmod 600 {env_file}")


def _has_secrets(settings: Settings) -> bool:
    given = (settings.warmline_secret_key, settings.twilio_auth_token, settings.warmline_smtp_url)
    return any(given) or bool(make_url(settings.database_url).password)


def _doors(settings: Settings) -> Iterator[Finding]:
    own = settings.warmline_host
    if settings.carrier == "simulator" and not _is_own(own):
        said = f"the phone simulator can be reached at {own} by others, who can text as anybody, without a password"
        yield wrong("simulator", said, "WARMLINE_HOST=127.0.0.1, or set up the carrier.")
    elif not _is_own(own):
        said = f"WARMLINE_HOST={own}: the service answers others without the TLS proxy"
        yield care("listens", said, "WARMLINE_HOST=127.0.0.1 if the proxy is on this machine; else a firewall.")
    if not _is_inside(urlsplit(settings.rasa_url).hostname or ""):
        said = "RASA_URL is not on this machine or in a private network: texts would cross the internet"
        yield wrong("rasa's address", said, "Run Rasa here (`make run`) or in your private network.")
    database = make_url(settings.database_url)
    if database.host and not _is_own(str(database.host)) and database.query.get("sslmode") not in SECRET_WAYS:
        said = "the database is on another machine, and nothing makes the way there secret"
        yield care("database's address", said, "Add ?sslmode=verify-full to WARMLINE_DATABASE_URL.")


def _is_own(host: str) -> bool:
    """Whether only this machine reaches ``host``; a path is a socket."""
    if host == "localhost" or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _is_inside(host: str) -> bool:
    """Whether ``host`` is this machine's or a private network's; a name without a dot is a neighbour's."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".internal", ".local", ".lan"))


def _limits(settings: Settings) -> Iterator[Finding]:
    at_once, a_minute = settings.warmline_texts_per_number
    if at_once > MANY_AT_ONCE or a_minute > MANY_A_MINUTE:
        said = f"WARMLINE_TEXTS_PER_NUMBER={at_once},{a_minute} hardly stops a flood; each answer costs"
        yield care("flood", said, "30,4 is the default.")
    if settings.warmline_retention_days > LONG_RETENTION:
        said = f"WARMLINE_RETENTION_DAYS={settings.warmline_retention_days} keeps people's words for over ten years"
        yield care("retention", said, "Keep them as long as your policy asks, and no longer; 365 is the default.")
    if settings.warmline_directory_max_age_days > OLD_PLACES:
        said = "people may be sent to places that nobody verified for over three years"
        yield care("directory's age", said, "Lower WARMLINE_DIRECTORY_MAX_AGE_DAYS; 730 is the default.")
    for name, seconds, most in (
        ("WARMLINE_CRISIS_ESCALATION", settings.warmline_crisis_escalation, LONG_CRISIS),
        ("WARMLINE_ESCALATION", settings.warmline_escalation, LONG_WAIT),
    ):
        if sum(seconds) > most:
            said = f"{name} lets a person wait {sum(seconds) // 60} minutes before the last step"
            yield care("escalation", said, f"Shorten it to {most // 60} minutes at most.")


def _real_line(settings: Settings) -> Iterator[Finding]:
    """What is fine with the simulator."""
    if not settings.warmline_secret_key and (settings.warmline_data_dir / KEY_FILE).exists():
        said = "the key lies beside the data that it opens: who takes the one takes the other"
        yield care("key's place", said, "Set WARMLINE_SECRET_KEY from a secret store, and encrypt the disk.")
    if "*" in settings.warmline_countries:
        said = "WARMLINE_COUNTRIES=* answers numbers of every country; some cost dollars a text"
        yield care("countries", said, "List the countries whose people you serve.")
    if settings.warmline_crisis_reply_after_stop == "off":
        said = "WARMLINE_CRISIS_REPLY_AFTER_STOP=off: who opted out and is in danger gets no 988 text"
        yield care("danger after STOP", said, "Ask your counsel; the desk gets the urgent case all the same.")
    if settings.warmline_carrier_keeps_days > LONG_AT_CARRIER:
        said = f"the carrier keeps people's words for {settings.warmline_carrier_keeps_days} days"
        yield care("carrier's copies", said, "Lower WARMLINE_CARRIER_KEEPS_DAYS; 7 is the default.")
    if settings.warmline_org_name == DEFAULT_NAME:
        said = f"WARMLINE_ORG_NAME is still {DEFAULT_NAME}: people are not told who texts them"
        yield care("name", said, "Set it to the name that people know you by.")
    if is_made_up(settings.warmline_human_phone):
        yield wrong("human phone", "WARMLINE_HUMAN_PHONE is a made-up number that nobody has", "Set a real one.")
    if urlsplit(settings.twilio_api_url).scheme != "https" and not _is_own(_host(settings.twilio_api_url)):
        said = "TWILIO_API_URL is not https: the token and people's words would travel in clear"
        yield wrong("carrier's address", said, "TWILIO_API_URL=https://…")
    if settings.twilio_auth_token_secondary == settings.twilio_auth_token:
        said = "TWILIO_AUTH_TOKEN_SECONDARY is the same as the first token, so nothing is rotated"
        yield care("carrier's tokens", said, "Leave it empty until you rotate.")


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""

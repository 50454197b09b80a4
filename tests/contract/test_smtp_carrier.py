"""E-mail against a real server: what surely went out, what surely did not, and what nobody can know."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.errors import CannotLookUp
from bot.gateway.carriers.smtp.carrier import SmtpCarrier
from bot.gateway.carriers.smtp.server import MailServer as Address
from bot.gateway.carriers.smtp.server import read_mail_server
from bot.message import Fate
from tests.contract.conftest import text_to
from tests.contract.mail_server import MailServer, mail_server

DANA, LINE = "dana@example.org", "line@example.org"
ALERT = "Warmline: case K27 waits\n\nCase K27 waits: normal, 3 min."


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def carrier(mail: MailServer, password: str = "", timeout: float = 2.0) -> SmtpCarrier:
    login = {"user": "line", "password": password} if password else {}
    return SmtpCarrier(Address("127.0.0.1", mail.port, tls=False, **login), LINE, "Warmline", timeout)


def test_an_alert_arrives_with_its_first_line_as_subject(mail: MailServer) -> None:
    text = text_to(DANA, ALERT)
    assert carrier(mail).send(text).fate is Fate.SENT
    (got,) = mail.to(DANA)
    assert got["Subject"] == "Warmline: case K27 waits"
    assert got["From"] == "Warmline <line@example.org>"
    assert got["Message-ID"] == f"<alert-{text.message_id}@example.org>"
    assert got["Auto-Submitted"] == "auto-generated"
    assert got.get_content().strip() == "Case K27 waits: normal, 3 min."


def test_spanish_letters_arrive_whole(mail: MailServer) -> None:
    carrier(mail).send(text_to(DANA, "Línea: el caso K27 espera\n\n¿Puedes tomarlo? Mañana no."))
    (got,) = mail.to(DANA)
    assert (got["Subject"], got.get_content().strip()) == ("Línea: el caso K27 espera", "¿Puedes tomarlo? Mañana no.")


@pytest.mark.parametrize(("answer", "fate"), [("550 no such user", Fate.REFUSED), ("451 try again later", Fate.LATER)])
def test_an_address_that_is_refused_is_known_at_once(mail: MailServer, answer: str, fate: Fate) -> None:
    mail.refuse[DANA] = answer
    result = carrier(mail).send(text_to(DANA, ALERT))
    assert result.fate is fate
    assert result.refusal is not None
    assert DANA not in result.refusal.desk
    assert mail.mails == []


@pytest.mark.parametrize(("answer", "fate"), [("554 looks like spam", Fate.REFUSED), ("452 full", Fate.LATER)])
def test_words_that_are_refused_did_not_go_out(mail: MailServer, answer: str, fate: Fate) -> None:
    mail.after_data = answer
    assert carrier(mail).send(text_to(DANA, ALERT)).fate is fate


def test_a_connection_that_ends_after_the_words_leaves_it_unknown_and_nobody_can_be_asked(mail: MailServer) -> None:
    mail.vanish = True
    text = text_to(DANA, ALERT)
    assert carrier(mail).send(text).fate is Fate.UNKNOWN
    assert len(mail.mails) == 1
    with pytest.raises(CannotLookUp):
        carrier(mail).find(text)


def test_nobody_at_the_address_means_surely_not_sent() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        away = SmtpCarrier(Address("127.0.0.1", nobody.getsockname()[1], tls=False), LINE, "Warmline")
        assert away.send(text_to(DANA, ALERT)).fate is Fate.LATER
        assert "cannot be used" in (away.problem() or "")


def test_a_server_that_says_nothing_is_given_up_in_time() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        slow = SmtpCarrier(Address("127.0.0.1", silent.getsockname()[1], tls=False), LINE, "Warmline", timeout=0.5)
        start = time.monotonic()
        assert slow.send(text_to(DANA, ALERT)).fate is Fate.LATER
        assert time.monotonic() - start < 1.5


def test_a_login_is_used_and_a_wrong_one_is_named() -> None:
    with mail_server(logins=True) as mail:
        assert carrier(mail, "right").send(text_to(DANA, ALERT)).fate is Fate.SENT
        assert mail.logins == ["line"]
        refused = carrier(mail, "wrong").send(text_to(DANA, ALERT))
        assert refused.fate is Fate.LATER
        assert refused.refusal is not None
        assert "WARMLINE_SMTP_URL" in refused.refusal.desk
        assert "wrong" not in refused.refusal.desk


def test_sixteen_alerts_at_once_all_arrive(mail: MailServer) -> None:
    one = carrier(mail, timeout=10)
    threads = [threading.Thread(target=one.send, args=(text_to(f"coach{n}@example.org", ALERT),)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({got["To"] for got in mail.mails}) == 16


ELSEWHERE = "127.0.0.2"  # reaches this machine, but is none of its names


@pytest.mark.parametrize("trusted", [True, False])
def test_a_server_elsewhere_gets_our_words_only_encrypted_and_with_a_certificate_we_trust(
    tmp_path: Path, trusted: bool
) -> None:
    certificate = _certificate(tmp_path)
    offered = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    offered.load_cert_chain(certificate)
    trust = ssl.create_default_context()
    if trusted:
        trust.load_verify_locations(certificate)
    with mail_server(ELSEWHERE, starttls=offered) as mail:
        far = SmtpCarrier(Address(ELSEWHERE, mail.port, tls=False), LINE, "Warmline", trust=trust)
        assert (far.send(text_to(DANA, ALERT)).fate is Fate.SENT) == trusted
        assert len(mail.mails) == trusted


def test_a_server_elsewhere_without_encryption_gets_nothing() -> None:
    with mail_server(ELSEWHERE) as mail:
        far = SmtpCarrier(Address(ELSEWHERE, mail.port, tls=False), LINE, "Warmline")
        result = far.send(text_to(DANA, ALERT))
    assert result.fate is Fate.LATER
    assert result.refusal is not None
    assert "encryption" in result.refusal.desk
    assert mail.mails == []


def _certificate(folder: Path) -> Path:
    """A certificate for ELSEWHERE that vouches for itself, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.example.org")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(ELSEWHERE))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "mail.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.org", Address("mail.example.org", 587, False)),
        ("smtps://u%40x:p%2Fq@mail.example.org", Address("mail.example.org", 465, True, "u@x", "p/q")),
        ("smtp://localhost:2525/", Address("localhost", 2525, False)),
    ],
)
def test_the_setting_names_a_server(url: str, expected: Address) -> None:
    assert read_mail_server(url) == expected
    assert "p/q" not in repr(read_mail_server(url))


@pytest.mark.parametrize("url", ["", "mail.example.org", "http://x", "smtp://", "smtp://h:port", "smtp://h/?tls=off"])
def test_what_is_no_server_is_one_sentence_without_the_address(url: str) -> None:
    with pytest.raises(ValueError, match=r"^expected an address like"):
        read_mail_server(url)

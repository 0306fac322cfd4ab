"""Without a mirror only https to public addresses is spoken, whatever a name server answers."""

import shutil
import socket
import ssl
import subprocess
import threading

import pytest

from etl.fetch import Addresses, FetchFailed
from etl.fetch.http import HttpFetcher, Limits
from tests.faults.origin import FILE, HOST, HOSTS, Pauses, mirror

LIMITS = Limits(seconds=5, tries=2, backoff=0.01)


@pytest.fixture
def names(monkeypatch):
    """A name server of our own: answers with ``names.answer``, remembers what was looked up; connects nowhere."""

    class Names:
        answer: tuple[str, ...] = ()

        def __init__(self):
            self.asked, self.connected = [], []

        def look_up(self, host, port, *_, **__):
            self.asked.append((host, port))
            return [(socket.AF_INET6 if ":" in a else socket.AF_INET, 1, 6, "", (a, port)) for a in self.answer]

        def connect(self, address, *_, **__):
            self.connected.append(address)
            raise ConnectionRefusedError("no network in this test")

    server = Names()
    monkeypatch.setattr(socket, "getaddrinfo", server.look_up)
    monkeypatch.setattr("urllib3.util.connection.create_connection", server.connect)
    return server


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
    ],
)
def test_a_name_that_leads_to_a_private_address_is_not_connected_to(names, address):
    names.answer = (address,)
    with pytest.raises(FetchFailed, match="not a public address") as failed:
        HttpFetcher(Addresses(HOSTS), LIMITS, Pauses()).get(FILE)
    assert names.connected == []
    assert address in str(failed.value)
    assert HOST in str(failed.value)


def test_one_private_address_among_public_ones_is_enough_to_refuse(names):
    names.answer = ("1.1.1.1", "10.0.0.1")
    with pytest.raises(FetchFailed, match=r"10\.0\.0\.1"):
        HttpFetcher(Addresses(HOSTS), LIMITS, Pauses()).get(FILE)
    assert names.connected == []


def test_the_connection_goes_to_the_address_that_was_checked(names):
    names.answer = ("1.1.1.1",)
    with pytest.raises(FetchFailed, match="no connection"):
        HttpFetcher(Addresses(HOSTS), LIMITS, Pauses()).get(FILE)
    assert set(names.connected) == {("1.1.1.1", 443)}


def test_a_publishers_old_http_address_is_asked_by_https_only(names):
    names.answer = ("1.1.1.1",)
    with pytest.raises(FetchFailed):
        HttpFetcher(Addresses(HOSTS), LIMITS, Pauses()).get(f"http://{HOST}/old.xls")
    assert {port for _, port in names.asked} == {443}
    assert {port for _, port in names.connected} == {443}


def test_a_name_that_cannot_be_resolved_is_said_in_one_line(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchFailed, match="no connection") as failed:
        HttpFetcher(Addresses(HOSTS), LIMITS, Pauses()).get(FILE)
    assert "\n" not in str(failed.value)


def test_settings_of_a_proxy_are_not_followed(origin, monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    origin.on(FILE, lambda h: h.send(b"bytes"))
    assert mirror(origin).get(FILE).body == b"bytes"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate nobody vouches for")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*make, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(20)
    heard = []

    def serve():
        for _ in range(LIMITS.tries):
            try:
                with context.wrap_socket(listener.accept()[0], server_side=True) as connection:
                    heard.append(connection.recv(100))
            except OSError:
                continue

    server = threading.Thread(target=serve, daemon=True)
    server.start()
    fetcher = HttpFetcher(
        Addresses(HOSTS, f"https://127.0.0.1:{listener.getsockname()[1]}"), Limits(seconds=10, tries=2), Pauses()
    )
    with pytest.raises(FetchFailed, match="certificate of the publisher's server was not accepted"):
        fetcher.get(FILE)
    server.join(20)
    listener.close()
    assert b"".join(heard) == b""

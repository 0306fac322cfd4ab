"""Https with every kind of bad certificate: nothing is asked of such a server, and the reason is said in one line."""

import socket
import ssl
from urllib.parse import urlsplit

import pytest

from etl.fetch import Addresses, FetchFailed
from etl.fetch.http import HttpFetcher, Limits
from tests.faults import certificates
from tests.faults.certificates import FUTURE, PAST
from tests.faults.origin import FILE, HOSTS, Pauses

pytestmark = pytest.mark.skipif(certificates.OPENSSL is None, reason="needs openssl to make certificates")
HERE = "IP:127.0.0.1"
BAD = {  # who vouches, for which names, from when to when
    "expired": ("ours", HERE, PAST),
    "not valid yet": ("ours", HERE, FUTURE),
    "for another host": ("ours", "DNS:www.example-publisher.test", certificates.ALWAYS),
    "for another address": ("ours", "IP:127.0.0.2", certificates.ALWAYS),
    "for every host of a domain but this": ("ours", "DNS:*.england.nhs.uk", certificates.ALWAYS),
    "by somebody nobody knows": ("theirs", HERE, certificates.ALWAYS),
}


@pytest.fixture(scope="module")
def authorities(tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificates")
    return {name: certificates.authority(folder / name) for name in ("ours", "theirs")}


def context(certificate, key):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(certificate, key)
    return made


def fetcher(origin, authority):
    """A fetcher that trusts our authority and no other."""
    made = HttpFetcher(Addresses(HOSTS, origin), Limits(seconds=10, tries=2, backoff=0.01), Pauses())
    made._session.verify = str(authority.certificate)
    return made


def test_a_good_certificate_is_accepted(authorities):
    with certificates.listening(context(*authorities["ours"].vouch("good", HERE))) as (origin, heard):
        assert fetcher(origin, authorities["ours"]).get(FILE).body == b"figures"
    assert len(heard) == 1


@pytest.mark.parametrize("name", BAD)
def test_a_bad_certificate_is_refused_before_anything_is_asked(name, authorities):
    who, names, dates = BAD[name]
    made = authorities[who].vouch(name.replace(" ", "-"), names, dates)
    with certificates.listening(context(*made)) as (origin, heard):
        with pytest.raises(FetchFailed, match="certificate of the publisher's server was not accepted") as failed:
            fetcher(origin, authorities["ours"]).get(FILE)
    assert heard == []
    assert "\n" not in str(failed.value)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1], ids=["TLS 1.0", "TLS 1.1"])
def test_an_old_kind_of_encryption_is_refused(version, authorities):
    old = context(*authorities["ours"].vouch(f"old-{version.name}", HERE))
    old.minimum_version = old.maximum_version = version
    old.set_ciphers("ALL:@SECLEVEL=0")
    with certificates.listening(old) as (origin, heard):
        if not spoken(origin, version):
            pytest.skip(f"this machine's OpenSSL speaks no {version.name} at all")
        with pytest.raises(FetchFailed):
            fetcher(origin, authorities["ours"]).get(FILE)
    assert not any(heard)


def spoken(origin, version):
    """Whether somebody who takes anything can talk to the server in the old way."""
    lax = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    lax.check_hostname, lax.verify_mode = False, ssl.CERT_NONE
    lax.set_ciphers("ALL:@SECLEVEL=0")
    lax.minimum_version = lax.maximum_version = version
    where = urlsplit(origin)
    try:
        with socket.create_connection((where.hostname, where.port), 5) as plain, lax.wrap_socket(plain):
            return True
    except OSError:
        return False


def test_plain_http_behind_an_https_address_is_refused(authorities, origin):
    origin.on(FILE, lambda h: h.send(b"figures"))
    with pytest.raises(FetchFailed):
        fetcher(origin.address.replace("http://", "https://"), authorities["ours"]).get(FILE)
    assert origin.asked == []

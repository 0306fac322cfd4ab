"""All HTTP of the product: allow-listed, capped, patient for a while and never longer.

Rules (THREATS A): https and the allow-list on every hop, our own redirect loop, a wall-clock deadline and a
byte cap for each file, conditional requests, ``Retry-After`` honoured, at most two requests at a time a host. A host
that let nobody in on every try is asked once an address from then on, until it lets somebody in.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError, MaxRetryError
from urllib3.util.retry import Retry

from etl.fetch.addresses import Addresses
from etl.fetch.answers import Fetched, FetchFailed
from etl.fetch.connection import Deadline, MirrorAdapter, PublicAdapter

AGENT = "InterfaceMonitor/0.1 (reads published statistics; conditional requests, two at a time)"
HOPS = 5
AT_A_TIME = 2
PACE = {"directory.spineservices.nhs.uk": 0.25}  # seconds between two requests, where the publisher asks for it
TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class Limits:
    """Longest time in seconds and largest size in bytes of one answer; tries before giving up."""

    seconds: float = 120
    size: int = 50_000_000
    tries: int = 4
    backoff: float = 0.4


class HttpFetcher:
    """Fetches over HTTP by the rules above; safe to use from several threads."""

    def __init__(self, addresses: Addresses, limits: Limits, pause: Callable[[float], None] = time.sleep) -> None:
        self.addresses, self.limits, self._pause = addresses, limits, pause
        self._gates: dict[str, threading.Semaphore] = defaultdict(lambda: threading.Semaphore(AT_A_TIME))
        self._next_turn: dict[str, float] = {}
        self._shut: set[str] = set()
        self._turns = threading.Lock()
        self._session = _Session()
        self._session.trust_env = False
        self._session.adapters.clear()
        self._session.mount("https://", PublicAdapter(pool_maxsize=AT_A_TIME))
        if addresses.mirror:
            self._session.mount(addresses.mirror + "/", MirrorAdapter(pool_maxsize=AT_A_TIME))

    def get(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch a publisher's address, following redirects inside the allow-list."""
        asked, seen = self.addresses.publisher(url), 0
        started = time.monotonic()
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": last_modified} if last_modified else {}
        while True:
            answer = self._patiently(asked, headers, started)
            if answer.status == 304 and not (etag or last_modified):
                raise FetchFailed(f"{url}: the publisher answered 'nothing new' to a first question")
            if answer.status not in REDIRECTS:
                return self._result(url, asked, answer)
            seen += 1
            if seen > HOPS:
                raise FetchFailed(f"{url} redirects more than {HOPS} times")
            asked = self.addresses.publisher(answer.headers.get("Location", ""), asked)

    def _result(self, url: str, final: str, answer: "_Answer") -> Fetched:
        body = None if answer.status == 304 else answer.body
        return Fetched(url, final, body, answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))

    def _patiently(self, url: str, headers: Mapping[str, str], started: float) -> "_Answer":
        """One address, tried again with growing pauses while trying again can help and time is left."""
        host = urlsplit(self.addresses.asked(url)).netloc
        tries = 1 if host in self._shut else self.limits.tries
        retry = Retry(total=tries - 1, backoff_factor=self.limits.backoff, backoff_jitter=0.2, retry_after_max=300)
        while True:
            left = self.limits.seconds - (time.monotonic() - started)
            problem, wait, shut = "", None, False
            try:
                answer = self._once(url, headers, left)
                self._shut.discard(host)
                if answer.status not in TRY_AGAIN:
                    return self._accepted(url, answer)
                problem = f"the publisher answered {answer.status}"
                wait = _retry_after(retry, answer.headers)
            except (requests.RequestException, HTTPError, OSError, _Incomplete) as error:
                problem, shut = _plain(error), isinstance(error, requests.ConnectionError)
            try:
                retry, wait = self._once_more(retry, url, problem, wait, started)
            except FetchFailed:
                if shut:
                    self._shut.add(host)
                raise
            self._pause(wait)

    def _once_more(
        self, retry: Retry, url: str, problem: str, wait: float | None, started: float
    ) -> tuple[Retry, float]:
        """One try fewer, and the seconds to wait for it; raises FetchFailed after the last, or without time for it."""
        tries = len(retry.history) + 1
        try:
            retry = retry.increment("GET", url, error=HTTPError(problem))
        except (MaxRetryError, HTTPError):
            raise FetchFailed(f"{url}: {problem} ({tries} {'try' if tries == 1 else 'tries'})") from None
        wait = retry.get_backoff_time() if wait is None else wait
        if time.monotonic() - started + wait >= self.limits.seconds:
            raise FetchFailed(f"{url}: {problem}; no time left within {self.limits.seconds:g} s")
        return retry, wait

    def _accepted(self, url: str, answer: "_Answer") -> "_Answer":
        if answer.status in REDIRECTS or answer.status in (200, 304):
            return answer
        gone = answer.status in (404, 410)
        raise FetchFailed(f"{url}: the publisher answered {answer.status}", gone=gone)

    def _once(self, url: str, headers: Mapping[str, str], seconds: float) -> "_Answer":
        if seconds <= 0:
            raise FetchFailed(f"{url}: no answer within {self.limits.seconds:g} s")
        asked = self.addresses.asked(url)
        self._wait_for_turn(urlsplit(url).hostname or "")
        with self._gates[urlsplit(asked).netloc], Deadline(seconds) as deadline:
            try:
                with self._session.get(
                    asked, headers=headers, stream=True, allow_redirects=False, timeout=min(30, seconds)
                ) as got:
                    body = b"" if got.status_code in REDIRECTS else self._read(got, url)
                    answer = _Answer(got.status_code, got.headers, body)
            except (requests.RequestException, HTTPError, OSError, _Incomplete):
                if deadline.expired:
                    raise FetchFailed(f"{url}: not complete within {self.limits.seconds:g} s") from None
                raise
            if deadline.expired:
                raise FetchFailed(f"{url}: not complete within {self.limits.seconds:g} s")
            return answer

    def _wait_for_turn(self, host: str) -> None:
        """Keep the pace that a publisher asks for."""
        if host not in PACE:
            return
        with self._turns:
            now = time.monotonic()
            turn = max(now, self._next_turn.get(host, now))
            self._next_turn[host] = turn + PACE[host]
        if turn > now:
            self._pause(turn - now)

    def _read(self, got: requests.Response, url: str) -> bytes:
        """The body, read as it comes; never more than the cap, never less than announced."""
        announced = got.headers.get("Content-Length", "")
        chunks, size = [], 0
        while chunk := got.raw.read1(65_536, decode_content=True):
            size += len(chunk)
            if size > self.limits.size:
                raise FetchFailed(f"{url}: larger than {self.limits.size // 1_000_000} MB")
            chunks.append(chunk)
        arrived = got.raw.tell()  # as sent, before unpacking
        if announced.isdigit() and arrived != int(announced) and got.status_code == 200:
            raise _Incomplete(f"{arrived} of {announced} bytes arrived")
        return b"".join(chunks)


class _Session(requests.Session):
    """A session that leaves redirects alone: it would read the next address, whatever that is, even unasked."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: the fetcher follows redirects itself."""


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


class _Incomplete(Exception):
    """Fewer bytes than announced."""


def _retry_after(retry: Retry, headers: Mapping[str, str]) -> float | None:
    text = headers.get("Retry-After", "")
    try:
        return retry.parse_retry_after(text) if text else None
    except (HTTPError, ValueError, OverflowError):
        return None


def _plain(error: Exception) -> str:
    """A client library's error in a few words a person can read."""
    if isinstance(error, _Incomplete):
        return f"the answer was cut short, {error}"
    if isinstance(error, requests.Timeout):
        return "no answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "the certificate of the publisher's server was not accepted"
    text = str(error)
    if "not a public address" in text:
        return text[text.rindex("Cannot connect") :].rstrip("')") if "Cannot connect" in text else text
    return "no connection" if isinstance(error, requests.ConnectionError) else "the connection broke off"

"""When a publisher is busy it is asked again, as it wishes and not for ever; when a file is gone it is not."""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate

import pytest

from etl.fetch import FetchFailed
from etl.fetch.http import Limits
from tests.faults.origin import FILE, HOST, OTHER, Origin, Pauses, hold, mirror


def busy(status=503, **headers):
    return lambda h: h.send(b"busy", status=status, **headers)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_publisher_is_asked_again(origin, status):
    origin.on(FILE, busy(status), lambda h: h.send(b"bytes"))
    assert mirror(origin).get(FILE).body == b"bytes"
    assert len(origin.asked) == 2


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_publisher_that_stays_busy_is_given_up_after_four_tries(origin, status):
    origin.on(FILE, busy(status))
    with pytest.raises(FetchFailed, match=rf"answered {status} \(4 tries\)") as failed:
        mirror(origin).get(FILE)
    assert len(origin.asked) == 4
    assert not failed.value.gone


@pytest.mark.parametrize(("status", "gone"), [(404, True), (410, True), (400, False), (401, False), (403, False)])
def test_a_refusal_is_final(origin, status, gone):
    origin.on(FILE, busy(status))
    with pytest.raises(FetchFailed, match=f"answered {status}") as failed:
        mirror(origin).get(FILE)
    assert failed.value.gone is gone
    assert len(origin.asked) == 1


def test_retry_after_in_seconds_is_honoured(origin):
    pauses = Pauses()
    origin.on(FILE, busy(Retry_After="7"), lambda h: h.send(b"bytes"))
    assert mirror(origin, pause=pauses).get(FILE).body == b"bytes"
    assert pauses == [7]


def test_retry_after_as_a_date_is_honoured(origin):
    pauses = Pauses()
    origin.on(FILE, busy(Retry_After=formatdate(time.time() + 12, usegmt=True)), lambda h: h.send(b"bytes"))
    mirror(origin, pause=pauses).get(FILE)
    assert len(pauses) == 1
    assert 5 < pauses[0] <= 12


def test_pauses_grow_where_the_publisher_names_none(origin):
    pauses = Pauses()
    origin.on(FILE, busy())
    with pytest.raises(FetchFailed):
        mirror(origin, Limits(seconds=60, tries=5, backoff=1.0), pauses).get(FILE)
    assert len(pauses) == 4
    assert pauses == sorted(pauses)
    assert pauses[-1] > 2 * pauses[1] > 0


@pytest.mark.parametrize("wish", ["86400", "9" * 30, "Fri, 31 Dec 2999 23:59:59 GMT"])
def test_an_absurd_retry_after_ends_within_the_deadline(origin, wish):
    pauses = Pauses()
    origin.on(FILE, busy(Retry_After=wish))
    with pytest.raises(FetchFailed, match="no time left within 20 s"):
        mirror(origin, pause=pauses).get(FILE)
    assert pauses == []
    assert len(origin.asked) == 1


@pytest.mark.parametrize("wish", ["soon", "-5", "1e9", "", "Thu, 32 Foo 2020", "0"])
def test_a_retry_after_that_says_nothing_is_passed_over(origin, wish):
    origin.on(FILE, busy(Retry_After=wish), lambda h: h.send(b"bytes"))
    assert mirror(origin).get(FILE).body == b"bytes"


@pytest.mark.parametrize("wish", ["Fri, 31 Dec 99999 23:59:59 GMT", "9" * 5000])
def test_a_retry_after_that_no_calendar_holds_is_passed_over_or_refused(origin, wish):
    origin.on(FILE, busy(Retry_After=wish), lambda h: h.send(b"bytes"))
    try:
        assert mirror(origin).get(FILE).body == b"bytes"
    except FetchFailed as failed:
        assert "503" in str(failed)


def test_a_connection_that_is_refused_is_tried_again_then_said():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        closed = Origin(f"http://127.0.0.1:{taken.getsockname()[1]}")
    with pytest.raises(FetchFailed, match=r"no connection \(4 tries\)"):
        mirror(closed).get(FILE)


def test_a_host_that_lets_nobody_in_is_asked_once_until_it_does(origin):
    answer, pauses = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK", Pauses()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))  # the port is ours, and refuses everybody until somebody listens
        fetcher = mirror(Origin(f"http://127.0.0.1:{listener.getsockname()[1]}"), pause=pauses)
        for tries in ("4 tries", "1 try", "1 try"):
            with pytest.raises(FetchFailed, match=rf"no connection \({tries}\)"):
                fetcher.get(FILE)
        assert len(pauses) == 3
        listener.listen()
        threading.Thread(target=_answer_one, args=(listener, answer), daemon=True).start()
        assert fetcher.get(FILE).body == b"OK"
    with pytest.raises(FetchFailed, match=r"no connection \(4 tries\)"):
        fetcher.get(FILE)


def _answer_one(listener, words):
    connection, _ = listener.accept()
    with connection:
        connection.recv(65_536)
        connection.sendall(words)


def test_nothing_new_keeps_the_copy(origin):
    origin.on(FILE, lambda h: h.send(status=304, ETag='"7"', Content_Length="0"))
    got = mirror(origin).get(FILE, etag='"7"', last_modified="Thu, 08 Mar 2018 09:30:00 GMT")
    assert got.body is None
    _, headers = origin.asked[0]
    assert headers["If-None-Match"] == '"7"'
    assert headers["If-Modified-Since"] == "Thu, 08 Mar 2018 09:30:00 GMT"


def test_the_first_request_for_a_file_sets_no_condition_and_says_who_asks(origin):
    origin.on(FILE, lambda h: h.send(b"bytes", ETag='"7"', Last_Modified="Thu, 08 Mar 2018 09:30:00 GMT"))
    got = mirror(origin).get(FILE)
    assert (got.etag, got.last_modified) == ('"7"', "Thu, 08 Mar 2018 09:30:00 GMT")
    _, headers = origin.asked[0]
    assert not {"If-None-Match", "If-Modified-Since"} & headers.keys()
    assert "InterfaceMonitor" in headers["User-Agent"]


def test_at_most_two_requests_at_a_time_are_made_to_a_host(origin):
    fetcher = mirror(origin)
    urls = [f"https://{host}/{number}" for number in range(4) for host in (HOST, OTHER)]
    for url in urls:
        origin.on(url, hold(0.05))
    with ThreadPoolExecutor(8) as threads:
        bodies = [got.body for got in threads.map(fetcher.get, urls)]
    assert bodies == [b"late"] * len(urls)
    assert origin.busiest == 2


def test_a_pause_holds_no_other_file_up(origin):
    fetched, paused = threading.Event(), []

    def pause(seconds):
        paused.append(fetched.wait(10))

    fetcher = mirror(origin, pause=pause)
    origin.on(FILE, busy(), lambda h: h.send(b"bytes"))
    second, third = f"https://{HOST}/2", f"https://{HOST}/3"
    origin.on(second, busy(), lambda h: h.send(b"bytes"))
    origin.on(third, lambda h: h.send(b"bytes"))
    with ThreadPoolExecutor(3) as threads:
        waiting = [threads.submit(fetcher.get, FILE), threads.submit(fetcher.get, second)]
        while len(origin.asked) < 2:
            time.sleep(0.01)
        assert fetcher.get(third).body == b"bytes"
        fetched.set()
        assert [one.result().body for one in waiting] == [b"bytes", b"bytes"]
    assert paused == [True, True]

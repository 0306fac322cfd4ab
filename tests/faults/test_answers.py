"""What an answer may be: whole, of a bearable size, and complete in time; anything else is one clear failure."""

import gzip
import tracemalloc
import zlib

import brotli
import pytest

from etl.demo import council_workbooks, publish
from etl.demo.councils import councils
from etl.fetch import FetchFailed
from etl.fetch.http import Limits
from etl.reading import Task, read_one
from tests.faults.origin import FILE, QUICK, Pauses, mirror

SOON = Limits(seconds=1.2, size=1_000_000, tries=4, backoff=0.01)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        lambda h: (h.send_response(200), h.send_header("Content-Length", "9999"), h.end_headers(), h.drip(b"x" * 9999)),
        lambda h: h.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Padding: a\r\n" * 800),
        lambda h: (h.raw(CHUNKED), h.drip(b"1\r\nx\r\n" * 2000)),
        lambda h: h.server.origin.closing.wait(15),
    ],
    ids=["body", "headers", "chunks", "silence"],
)
def test_an_answer_that_never_ends_is_given_up_at_the_deadline(origin, sent):
    origin.on(FILE, sent)
    with pytest.raises(FetchFailed, match=r"within 1\.2 s|no answer in time"):
        mirror(origin, SOON).get(FILE)
    assert len(origin.asked) == 1


def test_time_spent_on_redirects_counts_towards_the_deadline(origin):
    def slow_hop(handler):
        handler.server.origin.closing.wait(0.4)
        handler.send(status=302, Location="/file.xls")

    origin.on(FILE, slow_hop)
    with pytest.raises(FetchFailed, match=r"within 1\.2 s"):
        mirror(origin, SOON).get(FILE)
    assert len(origin.asked) < 5


@pytest.mark.parametrize("announced", [str(3_000_000), None])
def test_an_answer_beyond_the_size_limit_is_refused_at_once(origin, announced):
    origin.on(FILE, lambda h: h.send(b"x" * 3_000_000, Content_Length=announced))
    with pytest.raises(FetchFailed, match="larger than 1 MB"):
        mirror(origin).get(FILE)
    assert len(origin.asked) == 1


def test_an_answer_of_exactly_the_limit_is_taken(origin):
    origin.on(FILE, lambda h: h.send(b"x" * 1_000_000))
    assert len(mirror(origin).get(FILE).body) == 1_000_000


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", lambda b: brotli.compress(b, quality=5))],
)
def test_a_bomb_in_the_content_encoding_is_not_unpacked(origin, coding, pack):
    bomb = pack(bytes(150_000_000))
    origin.on(FILE, lambda h: h.send(bomb, Content_Encoding=coding))
    fetcher = mirror(origin)
    tracemalloc.start()
    try:
        with pytest.raises(FetchFailed, match="larger than 1 MB"):
            fetcher.get(FILE)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_packed_answer_is_unpacked(origin):
    packed = gzip.compress(b"figures " * 100)
    origin.on(FILE, lambda h: h.send(packed, Content_Encoding="gzip"))
    assert mirror(origin).get(FILE).body == b"figures " * 100


CUT_SHORT = {
    "less than announced": lambda h: h.send(b"half", Content_Length="8"),
    "in a chunk": lambda h: h.raw(CHUNKED + b"10\r\nhalf"),
    "before the last chunk": lambda h: h.raw(CHUNKED + b"4\r\nhalf\r\n"),
}


@pytest.mark.parametrize("cut", CUT_SHORT.values(), ids=CUT_SHORT)
def test_a_cut_answer_is_asked_for_again(origin, cut):
    origin.on(FILE, cut, cut, lambda h: h.send(b"complete"))
    assert mirror(origin).get(FILE).body == b"complete"
    assert len(origin.asked) == 3


@pytest.mark.parametrize("cut", CUT_SHORT.values(), ids=CUT_SHORT)
def test_an_answer_that_stays_cut_is_refused_after_four_tries(origin, cut):
    origin.on(FILE, cut)
    with pytest.raises(FetchFailed, match=r"\(4 tries\)"):
        mirror(origin).get(FILE)
    assert len(origin.asked) == 4


def test_a_cut_that_only_the_contents_can_show_is_caught_by_the_reader(origin, tmp_path):
    everyone = councils()
    book = council_workbooks.workbook("2018-01", publish.figures_by_month(everyone, 1)["2018-01"])
    origin.on(FILE, lambda h: h.send(book[: len(book) // 2], Content_Length=None))
    half = tmp_path / "file.xls"
    half.write_bytes(mirror(origin).get(FILE).body)
    outcome = read_one(Task("dtoc_councils", half))
    assert outcome.parsed is None
    assert "damaged workbook" in outcome.refused


NASTY = {
    "no HTTP": b"220 mail server ready\r\n",
    "nothing": b"",
    "a broken status": b"HTTP/1.1 abc\r\n\r\n",
    "an unknown status": b"HTTP/1.1 799 What\r\nContent-Length: 0\r\n\r\n",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 8\r\n\r\nfour",
    "a length that is none": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\nTransfer-Encoding: chunked\r\n\r\nzz",
    "broken chunks": CHUNKED + b"zzzz\r\nhello\r\n",
    "a broken packing": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
    "a header without end": b"HTTP/1.1 200 OK\r\nX: " + b"a" * 70_000,
    "headers without end": b"HTTP/1.1 200 OK\r\n" + b"X-A: a\r\n" * 200,
}


@pytest.mark.parametrize("answer", NASTY.values(), ids=NASTY)
def test_an_answer_that_is_none_fails_in_one_line(origin, answer):
    origin.on(FILE, lambda h: h.raw(answer))
    with pytest.raises(FetchFailed) as failed:
        mirror(origin, QUICK, Pauses()).get(FILE)
    assert str(failed.value).startswith(FILE)
    assert "\n" not in str(failed.value)
    assert len(str(failed.value)) < 200


def test_nothing_new_is_no_answer_where_nothing_is_held(origin):
    origin.on(FILE, lambda h: h.send(status=304, Content_Length="0"))
    with pytest.raises(FetchFailed):
        mirror(origin).get(FILE)

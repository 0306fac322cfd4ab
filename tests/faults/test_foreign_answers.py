"""Answers with status 200 that are not the file: web pages, cut files, and new bytes under an old address."""

import hashlib
import random
import shutil

import pytest

from etl.fetch import Addresses
from etl.fetch.http import HttpFetcher
from etl.pool import Task
from etl.problems import FileRefused
from etl.reading import read_one
from etl.sources import SOURCES, dtoc_councils
from tests.conftest import HOSTS, run_refresh
from tests.faults import small_site
from tests.faults.corpus.foreign import BODIES
from tests.faults.corpus.samples import samples
from tests.faults.figures import errors, view, whole
from tests.faults.origin import FILE, QUICK, Pauses, from_folder, mirror
from tests.faults.refreshing import clock
from tests.faults.small_site import STEP
from tests.faults.workbooks import held

TYPES = ("application/vnd.ms-excel", "text/html", "application/octet-stream", "")
JSON, INTERFACES = (
    ("JSON", "rich text"),
    ("boundaries", "organisation_changes"),
)  # where answers are JSON, contents decide
NO_FILES = [name for name in BODIES if name not in ("an old document", "a text of one line")]  # these look like one


@pytest.fixture(scope="session")
def every(demo_site):
    return [sample for source in SOURCES for sample in samples(source, demo_site)]


@pytest.mark.parametrize("name", NO_FILES)
def test_an_answer_that_is_no_file_is_refused_whatever_it_says_it_is(name, origin):
    for kind in TYPES:
        origin.on(FILE, lambda h, kind=kind: h.send(BODIES[name], Content_Type=kind))
        body = mirror(origin).get(FILE).body
        for source in SOURCES:
            if name in JSON and source.id in INTERFACES:
                continue
            with pytest.raises(FileRefused) as refused:
                source.sniff(body)
            assert refused.value.found, source.id
            assert refused.value.expected, source.id


def test_a_file_that_breaks_off_without_a_word_is_refused_when_it_is_read(every, origin, tmp_path):
    """No Content-Length, then the end of the connection: only the contents can tell. 25 cuts of every kind of file."""
    for sample in every:
        if sample.kind == "xls":
            continue  # read in a child of its own in test_malformed_files: a cut can abort the reader
        chance = random.Random(sample.source.id)
        for cut in [chance.randrange(1, len(sample.body)) for _ in range(25)]:
            origin.on(FILE, lambda h, body=sample.body[:cut]: h.send(body, Content_Length=None))
            file = tmp_path / "file"
            file.write_bytes(mirror(origin).get(FILE).body)
            outcome = read_one(Task(sample.source.id, file))
            assert outcome.parsed is None, f"{sample.source.id} cut at {cut}"
            assert outcome.refused, f"{sample.source.id} cut at {cut}: {outcome.other}"


def test_a_length_that_is_too_small_gives_a_file_that_is_refused(every, origin, tmp_path):
    for sample in every:
        origin.on(FILE, lambda h, body=sample.body: h.send(body, Content_Length=str(len(body) // 3)))
        file = tmp_path / "file"
        file.write_bytes(mirror(origin).get(FILE).body)
        assert read_one(Task(sample.source.id, file)).refused, sample.source.id


@pytest.fixture
def place(small_data, tmp_path):
    """Root, site and the first version of a month that is revised under one address."""
    root, site = (shutil.copytree(small_data / name, tmp_path / name) for name in ("demo", "site"))
    return root, site, held(site).read_bytes()


def refreshed(origin, root):
    fetcher = HttpFetcher(Addresses(HOSTS, origin.address), QUICK, Pauses())
    return run_refresh(root, fetcher, mode="demo", sources=(dtoc_councils.SOURCE,), clock=clock)


def test_new_bytes_under_an_old_address_are_three_versions_and_the_latest_answers(place, origin):
    root, site, first = place
    before = view(root).rows(small_site.DAYS)[0][0]
    origin.otherwise = from_folder(site)
    for number in (1, 2, 3):
        small_site.offer(site, first, number)
        code, _, told = refreshed(origin, root)
        assert (code, errors(told)) == (0, [])
        assert view(root).rows(small_site.DAYS)[0][0] == before + number * STEP
    kept = view(root).rows(
        "SELECT sha256, is_current FROM national.snapshots WHERE release = '2019-01' ORDER BY vintage"
    )
    assert [current for _, current in kept] == [False, False, False, True]
    for (sha256, _), number in zip(kept, range(4), strict=True):
        body = small_site.version(first, number) if number else first
        assert hashlib.sha256(body).hexdigest() == sha256
        (file,) = (root / "raw" / dtoc_councils.ID / sha256).glob("LA-*")
        assert file.read_bytes() == body


@pytest.mark.parametrize(
    "body", [b"", BODIES["a web page"], b"PK\x03\x04broken"], ids=["nothing", "a web page", "a stump"]
)
def test_a_bad_answer_for_a_file_that_is_held_changes_nothing_and_the_good_one_comes_back(body, place, origin):
    root, site, first = place
    before = view(root).rows(small_site.DAYS)[0][0]
    held(site).write_bytes(body)
    origin.otherwise = from_folder(site)
    code, _, told = refreshed(origin, root)
    assert code == 3
    assert [about for about, _ in errors(told)]
    assert view(root).rows(small_site.DAYS)[0][0] == before
    held(site).write_bytes(first)
    code, _, told = refreshed(origin, root)
    assert (code, errors(told)) == (0, [])
    assert view(root).rows(small_site.DAYS)[0][0] == before
    assert whole(root)


def test_tags_that_lie_are_hints_only(place, origin):
    """Every answer has the same ETag and Last-Modified, and the server never says 'nothing new'."""
    root, site, first = place
    before = view(root).rows(small_site.DAYS)[0][0]
    small_site.offer(site, first, 2)
    serve = from_folder(site)
    origin.otherwise = lambda h: (h.__setattr__("send_header", _with_tags(h)), serve(h))
    assert refreshed(origin, root)[0] == 0
    small_site.offer(site, first, 4)
    assert refreshed(origin, root)[0] == 0
    assert view(root).rows(small_site.DAYS)[0][0] == before + 4 * STEP


def _with_tags(handler):
    plain = type(handler).send_header.__get__(handler)

    def send(name, value):
        plain(name, value)
        if name == "Content-Length":
            plain("ETag", '"always"')
            plain("Last-Modified", "Thu, 08 Mar 2018 09:30:00 GMT")

    return send


def test_a_month_without_its_page_and_a_file_without_its_link_are_asked_for_when_they_are_back(place, origin):
    root, site, first = place
    before = view(root).rows(small_site.DAYS)[0][0]
    (page,) = [file for file in site.rglob("index.html") if held(site).name in file.read_text()]
    text = page.read_text()
    origin.otherwise = from_folder(site)
    page.unlink()
    assert refreshed(origin, root)[0] == 3
    page.write_text(text.replace(held(site).name, "gone.xlsx"))
    assert refreshed(origin, root)[0] == 0  # a dead link is no fault; what is held is kept
    assert view(root).rows(small_site.DAYS)[0][0] == before
    page.write_text(text)
    small_site.offer(site, first, 1)
    assert refreshed(origin, root)[0] == 0
    assert view(root).rows(small_site.DAYS)[0][0] == before + STEP

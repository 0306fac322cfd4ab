"""The raw store: bytes are kept once, for ever, with where they came from."""

import hashlib
import json
from datetime import UTC, date, datetime, timedelta

import pytest

from etl.fetch import Fetched
from etl.snapshot import RawStore, file_name
from etl.source import Candidate, Parsed
from etl.sources import dtoc_councils

SOURCE, ID = dtoc_councils.SOURCE, dtoc_councils.ID
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
URL = "https://www.england.nhs.uk/2018/12/LA-Type-B-May-2018.xls"
AGAIN = "https://www.england.nhs.uk/2019/01/LA-Type-B-May-2018-1.xls"


def keep(store, url=URL, body=b"bytes", *, final="", now=NOW, text="May"):
    answer = Fetched(url, final or url, body, '"tag"', "Thu, 13 Dec 2018 09:30:00 GMT")
    return store.put(SOURCE, Candidate(url, text), answer, now)


def test_the_same_bytes_have_one_place_and_keep_their_first_provenance(tmp_path):
    store = RawStore(tmp_path)
    first, new = keep(store)
    again, still_new = keep(store, now=NOW + timedelta(days=30))
    assert (new, still_new) == (True, False)
    assert again.file == first.file
    assert again.retrieved_at == "2026-11-21T12:00:00+00:00"
    assert len(store.snapshots(ID)) == 1


def test_different_bytes_of_one_address_are_both_kept_oldest_first(tmp_path):
    store = RawStore(tmp_path)
    keep(store, body=b"revised", now=NOW + timedelta(days=1))
    keep(store, body=b"first")
    assert [snapshot.file.read_bytes() for snapshot in store.snapshots(ID)] == [b"first", b"revised"]


def test_provenance_says_everything_a_reader_needs(tmp_path):
    final = "https://www.england.nhs.uk/moved/LA%20Type%20B.xls"
    kept, _ = keep(RawStore(tmp_path), final=final)
    written = json.loads((kept.file.parent / "provenance.json").read_text("utf-8"))
    assert written == {
        "source": ID,
        "title": SOURCE.title,
        "publisher": "NHS England",
        "licence": "Open Government Licence v3.0",
        "url": URL,
        "final_url": final,
        "link_text": "May",
        "file_name": "LA_Type_B.xls",
        "retrieved_at": "2026-11-21T12:00:00+00:00",
        "published": None,
        "revised": None,
        "etag": '"tag"',
        "last_modified": "Thu, 13 Dec 2018 09:30:00 GMT",
        "sha256": hashlib.sha256(b"bytes").hexdigest(),
        "bytes": 5,
    }
    assert kept.file == tmp_path / "raw" / ID / written["sha256"] / "LA_Type_B.xls"
    assert kept.id == written["sha256"][:16]


def test_a_second_address_of_the_same_bytes_is_remembered_once(tmp_path):
    store = RawStore(tmp_path)
    for url in (URL, AGAIN, AGAIN, URL):
        kept, _ = keep(store, url)
    assert kept.provenance["url"] == URL
    assert kept.provenance["also_at"] == [AGAIN]


def test_the_kept_bytes_cannot_be_written_over_by_accident(tmp_path):
    kept, _ = keep(RawStore(tmp_path))
    assert kept.file.stat().st_mode & 0o777 == 0o444
    assert (kept.file.parent / "provenance.json").stat().st_mode & 0o777 == 0o644


def test_what_stands_inside_a_file_is_added_to_its_provenance(tmp_path):
    store = RawStore(tmp_path)
    kept, _ = keep(store)
    store.annotate_parsed(kept, Parsed("2018-05", "t", "2018-05", "2018-05", {}, date(2018, 7, 12), None))
    found = RawStore(tmp_path).get(ID, kept.sha256).provenance
    assert (found["release"], found["period_start"], found["published"], found["revised"]) == (
        "2018-05",
        "2018-05",
        "2018-07-12",
        None,
    )
    assert found["sha256"] == kept.sha256
    assert kept.file.read_bytes() == b"bytes"


def test_an_answer_without_bytes_is_not_kept(tmp_path):
    with pytest.raises(ValueError, match="nothing changed"):
        keep(RawStore(tmp_path), body=None)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (URL, "LA-Type-B-May-2018.xls"),
        ("https://www.nomisweb.co.uk/api/NM_2002_1.data.csv?date=2018", "NM_2002_1.data.csv"),
        ("https://www.england.nhs.uk/a%2F..%2Fb%20c.xls", "a_.._b_c.xls"),
        ("https://www.england.nhs.uk/.hidden", "hidden"),
        ("https://www.england.nhs.uk/%00%0a", "_"),
        ("https://www.england.nhs.uk/folder/", "answer"),
        ("https://www.england.nhs.uk/..", "answer"),
        ("https://www.england.nhs.uk/" + "x" * 300 + ".xls", "x" * 116 + ".xls"),
    ],
)
def test_a_file_is_named_after_its_address_and_stays_in_its_folder(url, name):
    assert file_name(url) == name

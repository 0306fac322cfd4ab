"""The list of NHS trusts, the directory's answers, and the reviewed list of mergers."""

import csv
import io
import json
import zipfile
from datetime import date, timedelta

import pytest

from domain import trust_changes
from etl.demo import organisation_files as demo
from etl.fetch import FetchFailed
from etl.problems import FileRefused, NotThisPublication
from etl.sources import organisation_changes, organisations
from tests import shared
from tests.unit.etl.site import Site, levels, page


def rows():
    with zipfile.ZipFile(io.BytesIO(demo.trust_list())) as archive:
        return list(csv.reader(io.StringIO(archive.read("etr.csv").decode())))


def written(lines):
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return out.getvalue().encode()


def read(data):
    parsed = organisations.parse(data)
    organisations.check(parsed)
    return parsed.tables["directory"]


def test_the_archive_and_the_list_in_it_are_read_alike():
    assert read(demo.trust_list()) == read(written(rows()))


def test_a_trust_has_its_place_and_its_days():
    table = read(demo.trust_list())
    last = {name: values[-1] for name, values in table.items()}
    assert (last["code"], last["region"], last["icb_code"]) == ("DMT41", "DMR02", "DMI04")
    assert (last["valid_from"], last["valid_to"]) == ("2001-04-01", "2017-09-30")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: found[2].pop(), "line 3: found 26 columns; expected 27"),
        (lambda found: found[2].__setitem__(0, "R?"), "line 3, column 1: found 'R?'"),
        (lambda found: found[2].__setitem__(10, "20011301"), "line 3, column 11: found '20011301'"),
        (lambda found: found[2].__setitem__(11, "19990101"), "closed on 1999-01-01"),
        (lambda found: found.append(found[0]), "found the code DMT01 twice"),
        (lambda found: found.__delitem__(slice(5, None)), "found 5 trusts"),
    ],
)
def test_a_list_that_cannot_be_right_is_refused(change, said):
    found = rows()
    change(found)
    with pytest.raises(FileRefused) as problem:
        read(written(found))
    assert said in str(problem.value)


def test_a_list_of_another_kind_is_left_alone():
    with pytest.raises(NotThisPublication, match="its first line has 2 columns"):
        organisations.parse(b"a,b\n")


def test_the_archive_is_taken_where_the_list_stands_beside_it():
    base = "https://files.digital.nhs.uk/assets/ods/current"
    links = ((f"{base}/etr.csv", "not zipped"), (f"{base}/etr.zip", "NHS Trusts"), (f"{base}/ect.zip", "Care Trusts"))
    found = organisations.discover(Site({organisations.SOURCE.landing: page(*links)}).browse())
    assert [one.url for one in found.candidates] == [f"{base}/etr.zip"]


def answer(**changes):
    one = json.loads(demo.answer())
    one["Organisation"] |= changes
    return json.dumps(
        {"Organisation": {name: value for name, value in one["Organisation"].items() if value is not None}}
    ).encode()


def succession(*codes, kind="Successor"):
    return {"Succ": [{"Type": kind, "Target": {"OrgId": {"extension": code}}} for code in codes]}


def successor(data):
    parsed = organisation_changes.parse(data)
    organisation_changes.check(parsed)
    return parsed.tables["directory"]["successor_code"]


def test_the_successor_of_a_trust_is_read_from_the_documented_answer():
    parsed = organisation_changes.parse(demo.answer())
    assert (parsed.key, parsed.end) == ("DMT41", "2017-09")
    assert successor(demo.answer()) == ["DMT08"]


def test_a_trust_that_is_open_or_was_divided_has_no_successor():
    assert successor(answer(Succs=None)) == [""]
    assert successor(answer(Succs=succession("DMT01", "DMT02"))) == [""]
    assert successor(answer(Succs=succession("DMT01", kind="Predecessor"))) == [""]


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"{",
        b"<html>",
        b'{"Organisation": []}',
        answer(Name=None),
        answer(OrgId={"extension": "?"}),
        answer(Date=[]),
        answer(Date=[{"Type": "Legal", "Start": "01/04/2001"}]),
        answer(Date=[{"Type": "Legal", "Start": "2001-04-01", "End": "1999-01-01"}]),
        answer(Succs=succession("DMT01", kind="Merged")),
        answer(Succs={"Succ": "DMT01"}),
    ],
)
def test_any_surprise_in_an_answer_that_was_not_seen_before_is_refused(data):
    with pytest.raises(FileRefused):
        successor(data)


def test_a_directory_that_cannot_be_reached_is_a_note_while_it_is_unseen():
    found = organisation_changes.discover(Site({}).browse())
    assert (found.candidates, levels(found)) == ((), ["note"])
    base = "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations"
    search = f"{base}?PrimaryRoleId=RO197&Limit=1000"
    assert levels(organisation_changes.discover(Site({search: "<html>"}).browse())) == ["error"]
    assert levels(organisation_changes.discover(Site({search: FetchFailed("no answer")}).browse())) == ["note"]
    found = organisation_changes.discover(Site({search: demo.search()}).browse())
    assert [one.url for one in found.candidates] == [f"{base}/DMT41?_format=json"]


def test_reviewed_mergers_name_each_trust_once_and_end_nowhere():
    codes = [merger.code for merger in trust_changes.MERGERS]
    assert len(set(codes)) == len(codes)
    assert all(date.fromisoformat(merger.since).day == 1 for merger in trust_changes.MERGERS)
    for code in codes:
        seen = [code]
        while seen[-1] in trust_changes.SUCCESSOR:
            seen.append(trust_changes.SUCCESSOR[seen[-1]])
            assert len(seen) < 5


@shared.needs_shared
def test_reviewed_mergers_agree_with_the_days_of_the_real_lists():
    closed, checked = {}, 0
    for name in ("etr_2022.csv", "etr.csv"):
        table = read((shared.DATA / "geography" / name).read_bytes())
        closed |= {code: day for code, day in zip(table["code"], table["valid_to"], strict=True) if day}
    for merger in trust_changes.MERGERS:
        if merger.code in closed:
            assert date.fromisoformat(merger.since) - timedelta(days=1) == date.fromisoformat(closed[merger.code])
            checked += 1
    assert checked >= 8

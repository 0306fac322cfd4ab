"""Months that are published again: the later version answers, the earlier one is kept beside it."""

import hashlib

import pytest

from etl.sources import ae_england, dtoc_councils, dtoc_england
from tests import shared
from tests.faults.figures import days, errors, only_in, releases, view, whole
from tests.faults.refreshing import copy_of, from_replica
from warehouse.queries import checks

pytestmark = shared.needs_shared
SOME = (dtoc_england.SOURCE, ae_england.SOURCE, dtoc_councils.SOURCE)  # the replica revises council workbooks
MONTHS = ("2012-09", "2018-03", "2019-07")
LEEDS, ITS_REGION, ENGLAND = "E08000035", "E12000003", "E92000001"
MORE = {  # what the replica's revised workbooks add for Leeds and England
    "body = 'all' AND reason = 'all' AND care_type = 'all'": 65,
    "body = 'nhs' AND reason = 'all' AND care_type = 'all'": 40,
    "body = 'social_care' AND reason = 'all' AND care_type = 'all'": 25,
    "body = 'both' AND reason = 'all' AND care_type = 'all'": 0,
    "body = 'all' AND reason = 'A' AND care_type = 'all'": 40,
    "body = 'all' AND reason = 'E' AND care_type = 'all'": 25,
    "body = 'all' AND reason = 'all' AND care_type = 'acute'": 65,
    "body = 'all' AND reason = 'all' AND care_type = 'non_acute'": 0,
}


@pytest.fixture(scope="module")
def cold(live_root, tmp_path_factory):
    """Loaded for the first time after the revision."""
    root = tmp_path_factory.mktemp("revised") / "live"
    return root, *from_replica(root, "revised", sources=SOME)


@pytest.fixture(scope="module")
def warm(live_root, tmp_path_factory):
    """Loaded before the revision and again after it."""
    root = copy_of(live_root, tmp_path_factory.mktemp("revised") / "live")
    return root, *from_replica(root, "revised", sources=SOME)


@pytest.mark.parametrize("when", ["cold", "warm"])
def test_a_revision_is_loaded_without_complaint(when, request):
    root, code, _, told = request.getfixturevalue(when)
    assert (code, errors(told)) == (0, [])
    assert whole(root)


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("when", ["cold", "warm"])
def test_the_later_version_answers(when, month, request, live_root):
    root = request.getfixturevalue(when)[0]
    assert {cut: days(root, LEEDS, month, cut) - days(live_root, LEEDS, month, cut) for cut in MORE} == MORE
    assert days(root, ITS_REGION, month) - days(live_root, ITS_REGION, month) == 65
    assert days(root, ENGLAND, month) == days(live_root, ENGLAND, month)


@pytest.mark.parametrize("when", ["cold", "warm"])
def test_a_revision_changes_no_other_figure(when, request, live_root):
    changed = only_in(request.getfixturevalue(when)[0], live_root)
    assert {(area, f"{period:%Y-%m}") for _, area, period, *_ in changed} == {
        (area, month) for area in (LEEDS, ITS_REGION) for month in MONTHS
    }


@pytest.mark.parametrize("when", ["cold", "warm"])
def test_the_check_of_england_moves_with_the_revision(when, request, live_root):
    before = {check.period: check.difference for check in checks.england(view(live_root))}
    after = {check.period: check.difference for check in checks.england(view(request.getfixturevalue(when)[0]))}
    assert {month: after[month] - before[month] for month in after if after[month] != before[month]} == dict.fromkeys(
        MONTHS, 65
    )


def test_both_versions_are_kept_as_facts_and_as_bytes(warm, live_root):
    root = warm[0]
    for month in MONTHS:
        kept = view(root).rows(
            "SELECT s.sha256, s.is_current, s.file_name, d.value FROM national.snapshots AS s "
            "JOIN national.delays AS d ON d.snapshot_id = s.snapshot_id "
            "WHERE s.source = 'dtoc_councils' AND s.release = ? AND d.area_code = ? "
            "AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all' ORDER BY s.is_current",
            [month, LEEDS],
        )
        assert [current for _, current, _, _ in kept] == [False, True]
        assert kept[1][3] - kept[0][3] == 65
        for sha256, _, name, _ in kept:
            body = (root / "raw" / dtoc_councils.ID / sha256 / name).read_bytes()
            assert hashlib.sha256(body).hexdigest() == sha256


def test_a_revision_is_told_month_by_month(warm):
    told = [message.text for _, message in warm[3] if "was revised" in message.text]
    assert len(told) == len(MONTHS)
    assert all("the version before is kept" in text for text in told)


def test_an_older_version_that_is_offered_again_does_not_come_back(warm, tmp_path):
    root = copy_of(warm[0], tmp_path / "live")
    code, report, told = from_replica(root, sources=SOME)
    assert (code, errors(told), report.builds) == (0, [], [])
    assert only_in(root, warm[0]) == only_in(warm[0], root) == []
    assert releases(root) == releases(warm[0])

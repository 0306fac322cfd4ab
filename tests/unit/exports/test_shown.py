"""What the page shows of a link and of a choice."""

import pytest

from exports import shown
from exports.jobs.note import CUT_SHORT, DONE, Job
from tests.unit.exports import at_work


@pytest.mark.parametrize(
    ("query", "area", "month", "ignored"),
    [
        ({"area": "E10999001", "month": "2018-01"}, "E10999001", "2018-01", ()),
        ({"area": "quillshire", "month": "2018-01"}, "E10999001", "2018-01", ()),
        ({"area": "all", "month": "2017-12"}, "all", "2017-12", ()),
        ({"area": "ALL"}, "all", "2020-03", ()),
        ({"area": "nowhere", "month": "2018-01"}, "E92000001", "2018-01", ("area",)),
        ({"area": "E10999001", "month": "1999-01"}, "E10999001", "2019-03", ("month",)),
        ({"area": ["E10999001"], "month": {"a": 1}}, "E92000001", None, ()),
        ({}, "E92000001", None, ()),
    ],
)
def test_a_link_chooses_area_and_month(demo, query, area, month, ignored):
    found = shown.choice(demo, query)
    assert (found.area, found.ignored) == (area, ignored)
    assert found.month in found.months
    if month and query.get("month"):
        assert found.month == month
    assert list(found.areas)[0] == "all"


def test_two_areas_of_one_name_are_told_apart(live):
    named = shown.choice(live, {}).areas
    assert len(set(named.values())) == len(named)
    assert named["E10000009"] == "Dorset (E10000009)"


def test_a_choice_says_how_many_packs_it_is_or_why_none(demo_root, tmp_path):
    view = at_work.copied(demo_root, tmp_path)
    assert shown.ready(view, "all", "2018-01") == shown.There(packs=73)
    assert shown.ready(view, "E10999001", "2018-01") == shown.There(packs=1)
    assert "January 1999 is not held for Quillshire" in shown.ready(view, "E10999001", "1999-01").why
    assert shown.ready(view, "", "").why


def test_what_an_earlier_build_finished_is_not_spoken_of_but_what_was_cut_short_is(demo):
    job = Job("a", "all", "all areas", "2018-01", "an-earlier-build", 73, DONE, done=73)
    assert shown.job(demo, job) is None
    assert shown.job(demo, None) is None
    cut = shown.job(demo, Job("a", "all", "all areas", "2018-01", "an-earlier-build", 73, CUT_SHORT))
    assert (cut.what, cut.unfinished) == ("packs of all areas for January\u00a02018", True)

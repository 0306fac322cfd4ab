"""What changed this month: each series against its own last month, revisions and the check between sources."""

import pytest

from domain import periods
from panels.home import changes
from tests.shared import needs_shared
from tests.unit.panels.asked import said_month, values
from warehouse.queries import checks, freshness


@pytest.fixture
def lines(view) -> dict[str, str]:
    return {item.strong: item.rest for item in changes.changes(view)[1]}


def _count(value: float) -> str:
    return f"{int(abs(value) + 0.5):,}"


@pytest.mark.parametrize(
    ("indicator", "what"),
    [
        ("emergency_admissions", "emergency admissions"),
        ("dta_waits_12h", "waits of over 12 hours from decision to admit"),
        ("ae_attendances", "A&E attendances"),
    ],
)
def test_a_count_is_read_against_the_same_month_of_the_year_before(view, lines, indicator, what):
    counts = values(view, indicator)
    last = max(counts)
    year, before = periods.plus(last, -12), periods.plus(last, -1)
    more = counts[last] - counts[year]
    rest = lines[f"{_count(counts[last])} {what}"]
    assert f"in {said_month(last)}: {_count(more)} {'more' if more > 0 else 'fewer'} than in {said_month(year)}" in rest
    assert f"per day on {said_month(before)}." in rest
    per_day = counts[last] / periods.days_in(last) / (counts[before] / periods.days_in(before)) - 1
    assert rest.split("; ")[1].startswith("+" if per_day > 0 else "\u2212")


def test_the_heading_names_the_newest_month_and_its_day_of_issue(view):
    heading, _ = changes.changes(view)
    held = freshness.held(view)["ae_england"]
    assert heading.startswith(f"{said_month(held.end)}, published {held.published.day}\u00a0")


def test_the_check_between_the_two_sources_counts_the_months_that_differ(view, lines):
    found = checks.england(view)
    apart = [one for one in found if one.difference]
    largest = max(apart, key=lambda one: abs(one.difference))
    assert f"in {len(apart)} of {len(found)} months" in lines["Checked:"]
    assert f"at most {_count(largest.difference)} days ({said_month(largest.period)})" in lines["Checked:"]


@needs_shared
def test_the_two_sources_differ_by_at_most_774_days(live):
    (checked,) = [item.rest for item in changes.changes(live)[1] if item.strong == "Checked:"]
    assert "at most 774 days (September\u00a02019); the national series is shown" in checked


@needs_shared
def test_a_count_that_ended_has_nothing_new(live):
    (ended,) = [item.rest for item in changes.changes(live)[1] if item.strong == "Nothing new on delays."]
    assert ended.startswith(" Delayed transfers of care ended in February\u00a02020;")
    assert ended.endswith("the last revision was on 10\u00a0September\u00a02020.")


@needs_shared
def test_the_largest_revision_is_told_with_both_values(live):
    revised = checks.revisions(live, "emergency_admissions")
    largest = max(revised, key=lambda one: abs(one.now - one.before))
    (told,) = [item.rest for item in changes.changes(live)[1] if item.strong.startswith("Revised")]
    assert f"{said_month(largest.period)} from {_count(largest.before)} to {_count(largest.now)}" in told
    assert f"{len(revised) - 1} other months by less" in told


def test_delays_that_go_on_are_read_like_any_other_count(demo):
    days = values(demo, "dtoc_days")
    last = max(days)
    (rest,) = [item.rest for item in changes.changes(demo)[1] if item.strong == f"{_count(days[last])} delayed days"]
    assert f"in {said_month(last)}: " in rest

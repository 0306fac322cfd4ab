"""The trends page's panel: its table is its figure, words follow numbers, noise is never called a signal."""

import pytest

from analysis import spc
from analysis.rebase import Rebase
from components.trends.choice import Choice
from domain import periods
from domain.areas import ENGLAND
from panels.trends import control_chart, notes, verdict, words
from panels.trends.trend import HISTORY, WINDOW, trend
from warehouse.queries.series import Ask, series

QUILLSHIRE = "E10999001"
CHOICES = [
    Choice(),
    Choice(area=QUILLSHIRE),
    Choice(area=QUILLSHIRE, compare="region"),
    Choice(area=QUILLSHIRE, indicator="dtoc_days", body="nhs", limits="all"),
    Choice(indicator="ae_within_4h_pct"),
    Choice(indicator="emergency_admissions_per_day", profile="nhsr", end="2018-01"),
    Choice(area=QUILLSHIRE, indicator="dtoc_beds", reason="E"),
    Choice(area=QUILLSHIRE, reason="O"),
    Choice(reason="E", body="social_care"),
]
each_choice = pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.query)


@each_choice
def test_the_table_is_the_figure(demo, choice):
    panel, found = control_chart.panel(demo, choice), trend(demo, choice)
    held = dict(zip(panel.table.column("period"), panel.table.column(choice.indicator), strict=True))
    drawn = {}
    for trace in panel.figure["data"]:
        if trace["mode"] == "lines" and trace["name"] in (found.area.name, "History, no limits"):
            drawn |= {x[:7]: y for x, y in zip(trace["x"], trace["y"], strict=True)}
    assert drawn == {month: round(value, 2) if isinstance(value, float) else None for month, value in held.items()}


@each_choice
def test_values_are_those_of_the_series(demo, choice):
    found = trend(demo, choice)
    published = {
        one.period: one.value
        for one in series(demo, Ask(choice.indicator, body=choice.body, reason=choice.reason), [found.area.code])
    }
    assert found.values
    assert all(published[month] == value for month, value in found.values.items())


@each_choice
def test_every_marked_month_has_its_rules_in_the_table_and_in_the_lane(demo, choice):
    panel, found = control_chart.panel(demo, choice), trend(demo, choice)
    marked = next(trace for trace in panel.figure["data"] if trace["name"] == "month that meets a rule")
    rules = dict(zip(panel.table.column("period"), panel.table.column("rules"), strict=True))
    assert all(rules[x[:7]] not in ("none", "no limits") for x in marked["x"])
    if found.fitness.kind == "none":
        assert not marked["x"]
    else:
        assert {x[:7] for x in marked["x"]} == {m for m, r in rules.items() if r not in ("none", "no limits")}


def test_limits_come_from_the_latest_36_months_unless_all_are_asked_for(demo):
    usual, whole = trend(demo, Choice()), trend(demo, Choice(limits="all"))
    assert len(usual.limited) == min(WINDOW, len(usual.months))
    assert len(usual.months) <= WINDOW + HISTORY
    assert whole.limited == whole.months


def test_a_new_phase_begins_where_the_link_says_and_is_printed(demo):
    chosen = Rebase("2018-04", "New ward opened", "Quillshire analysts")
    found = trend(demo, Choice(area=QUILLSHIRE, rebase=chosen))
    assert [found.limited[phase.first] for phase in found.chart.phases] == [found.limited[0], "2018-04"]
    said = control_chart.panel(demo, Choice(area=QUILLSHIRE, rebase=chosen)).note
    assert "New phase from April\u00a02018, set by Quillshire analysts: New ward opened." in said


def test_a_council_has_no_admissions_so_england_is_shown_and_said(demo):
    found = trend(demo, Choice(area=QUILLSHIRE, indicator="emergency_admissions_per_day"))
    assert found.area.code == ENGLAND
    assert found.choice.area == QUILLSHIRE
    said = "".join(part if isinstance(part, str) else part.children for part in words.lead(found))
    assert said.startswith("No national file has emergency admissions per day by council or region. England is shown.")


def test_comparators_stand_beside_rates_and_shares_only(demo):
    assert list(trend(demo, Choice(area=QUILLSHIRE, compare="england")).beside) == ["England"]
    assert trend(demo, Choice(area=QUILLSHIRE, compare="england", indicator="dtoc_days")).beside == {}
    assert "choose a rate" in notes.note(trend(demo, Choice(area=QUILLSHIRE, compare="england", indicator="dtoc_days")))


def test_an_unknown_area_shows_england_and_is_named(demo):
    found = trend(demo, Choice(area="Nowhere"))
    assert (found.area.code, found.choice.ignored) == (ENGLAND, ("area",))


def test_the_other_profile_lists_the_months_that_differ(demo):
    found = trend(demo, Choice(area=QUILLSHIRE, limits="all"))
    nhsr = trend(demo, Choice(area=QUILLSHIRE, limits="all", profile="nhsr"))
    assert found.differing == nhsr.differing
    places = [found.limited.index(month) for month in found.differing]
    assert all(found.chart.points[p].rule != found.other.points[p].rule for p in places)


@each_choice
def test_words_never_call_noise_a_signal(demo, choice):
    found = trend(demo, choice)
    said = verdict.verdict(found)
    every = " ".join([words.finding(found), notes.subtitle(found), words.latest(found), said.heading, *said.sentences])
    assert "better" not in every.lower()
    if found.fitness.kind != "icon":
        assert said.sign in ("direction", "none")
        assert "no single month is called a signal" in words.latest(found)


def test_the_year_is_read_per_day_and_over_months_that_both_years_hold(demo):
    found = trend(demo, Choice(area=QUILLSHIRE, indicator="dtoc_beds"))
    now, then = found.year.now_months, found.year.then_months
    assert [periods.plus(month, -12) for month in now] == list(then)
    days = sum(periods.days_in(month) for month in now)
    mean = sum(found.values[month] * periods.days_in(month) for month in now) / days
    assert found.year.now == pytest.approx(mean)


def test_nothing_held_is_nothing_drawn(demo):
    assert trend(demo, Choice(end="1999-01")) is None
    assert control_chart.panel(demo, Choice(end="1999-01")) is None


def test_profiles_of_the_page_are_those_of_the_engine():
    from components.trends.choice import PROFILES

    assert set(PROFILES) == set(spc.PROFILES)

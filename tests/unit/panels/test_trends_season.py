"""The season of the trends page: frozen with the baseline, said, never the only view, refused with a reason."""

import pytest

from analysis import change, season
from analysis.rebase import Rebase
from components.trends import aside
from components.trends.choice import Choice
from domain import periods
from panels.trends import control_chart, notes, page, verdict, words
from panels.trends.trend import trend
from tests.unit.components import walk

QUILLSHIRE = "E10999001"
REMOVED = Choice(area=QUILLSHIRE, indicator="dtoc_beds", season="removed")
LATE = Rebase("2018-06", "A ward opened", "Analysts")  # 38 months before it are held
EARLY = Rebase("2018-01", "A ward opened", "Analysts")  # 33


def _values(view, choice):
    return trend(view, choice.but(season="kept", rebase=None)).published


def test_every_month_is_divided_by_its_factor_and_the_published_value_stays(demo):
    found = trend(demo, REMOVED)
    assert found.published == _values(demo, REMOVED)
    assert found.values != found.published
    for month, value in found.values.items():
        assert value * found.season.factors[periods.split(month)[1]] == pytest.approx(found.published[month])


def test_limits_and_rules_are_those_of_the_adjusted_values(demo):
    found = trend(demo, REMOVED)
    held = [found.values[month] for month in found.limited if month in found.values]
    assert [point.value for point in found.chart.points if point.value is not None] == held
    assert found.chart.phases[0].mean == pytest.approx(sum(held) / len(held))


def test_the_year_is_read_from_the_values_as_published(demo):
    assert trend(demo, REMOVED).year == trend(demo, REMOVED.but(season="kept")).year


def test_factors_are_frozen_before_a_new_phase(demo):
    found = trend(demo, REMOVED.but(rebase=LATE))
    before = {month: value for month, value in _values(demo, REMOVED).items() if month < LATE.start}
    assert found.season.factors == season.factors(before)
    assert (found.season.last, found.season.held) == ("2018-05", 38)
    assert found.season.factors != trend(demo, REMOVED).season.factors


def test_a_phase_that_begins_outside_the_window_freezes_nothing(demo):
    outside = Rebase("2030-01", "x", "y")
    assert trend(demo, REMOVED.but(rebase=outside)).season == trend(demo, REMOVED).season


def test_totals_have_the_season_of_their_value_per_day(demo):
    found = trend(demo, REMOVED.but(indicator="dtoc_days"))
    assert found.season.factors == season.factors(change.per_day(found.published))


def test_fewer_than_36_months_are_refused_in_words_and_shown_as_published(demo):
    found = trend(demo, REMOVED.but(rebase=EARLY))
    assert found.season is None
    assert found.values == found.published
    said = notes.refused(found)
    assert said.startswith("The season cannot be removed: 33 months are held and a season needs 36")
    assert said.endswith("The values as published are shown.")
    assert said in walk.words(page.head(found))
    assert "Season removed" not in notes.subtitle(found) + notes.note(found) + " ".join(
        verdict.verdict(found).sentences
    )


def test_nobody_who_did_not_ask_is_told_of_a_refusal(demo):
    assert notes.refused(trend(demo, REMOVED.but(season="kept", rebase=EARLY))) == ""
    assert notes.refused(trend(demo, REMOVED)) == ""


def test_the_page_says_for_leaders_and_for_analysts_that_the_season_is_removed(demo):
    found = trend(demo, REMOVED)
    assert "season removed" in words.title(found)
    assert verdict.verdict(found).sentences[0] == "Season removed: this is read from the adjusted values."
    assert "limits, rules and icon are those of the adjusted values" in notes.subtitle(found)
    assert "factors of the 48 months held from April\u00a02015 to March\u00a02019." in notes.note(found)


def test_the_line_as_published_stays_in_the_chart_and_in_the_table(demo):
    panel, found = control_chart.panel(demo, REMOVED), trend(demo, REMOVED)
    line = next(trace for trace in panel.figure["data"] if trace["name"] == "As published")
    assert {x[:7]: y for x, y in zip(line["x"], line["y"], strict=True)} == {
        month: round(value, 2) for month, value in found.published.items()
    }
    assert dict(zip(panel.table.column("period"), panel.table.column("dtoc_beds"), strict=True)) == found.published
    assert ("dotted", "as published, before the season was removed") in aside.SEASON


def test_without_the_switch_there_is_no_second_line(demo):
    names = [trace["name"] for trace in control_chart.panel(demo, REMOVED.but(season="kept")).figure["data"]]
    assert "As published" not in names


def test_all_twelve_factors_are_listed_with_where_they_come_from(demo):
    found = trend(demo, REMOVED)
    listed = set(control_chart.table(found).column("season_factor"))
    assert listed == set(found.season.factors.values())
    assert "not estimated again from months after a new phase" in notes.factors(found)


def test_a_comparator_is_shown_without_its_own_season(demo):
    choice = REMOVED.but(indicator="dtoc_beds_per_100k_18plus", compare="england")
    shown = trend(demo, choice).beside["England"]
    published = trend(demo, choice.but(season="kept")).beside["England"]
    assert shown == season.removed(published, season.factors(published))
    assert "without its own season" in notes.note(trend(demo, choice))


def test_a_refused_season_leaves_the_comparator_as_it_is(demo):
    choice = REMOVED.but(indicator="dtoc_beds_per_100k_18plus", compare="england", rebase=EARLY)
    assert trend(demo, choice).beside == trend(demo, choice.but(season="kept")).beside != {}


def test_the_months_of_the_pandemic_among_the_factors_are_said(live):
    found = trend(live, Choice(indicator="emergency_admissions_per_day", season="removed"))
    assert "The months of the pandemic are among them." in notes.note(found)
    before = trend(live, Choice(indicator="emergency_admissions_per_day", season="removed", end="2018-01"))
    assert "pandemic" not in notes.note(before)

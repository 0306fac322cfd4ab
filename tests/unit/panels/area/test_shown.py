"""The forms of numbers: people a day, days of delay and rates agree with one another and with the queries."""

import pytest

from components.area.choice import LINES, Choice
from components.url_state import Scope, Window
from domain import areas, delays, periods
from panels.area import bodies, care, history, months, page, reasons
from panels.area.figures import area_figures
from panels.area.shown import NO_POPULATION, shown
from tests.shared import needs_shared
from tests.unit.components.walk import words
from warehouse.queries.series import Ask, series

NBSP = "\u00a0"


def shown_as(choice, form):
    return Choice(choice.scope, form)


def test_days_of_delay_are_the_days_of_the_months_held(alder, first_quarter):
    panel = bodies.panel(alder, shown_as(first_quarter, "count"))
    assert panel.table.column("dtoc_days") == [744.0, 186.0, 0.0, 930.0]
    assert panel.subtitle.replace(NBSP, " ").startswith("930 days of delay from January 2018 to April 2018, by who was")
    assert panel.finding == bodies.panel(alder, first_quarter).finding


def test_a_rate_is_people_a_day_for_every_hundred_thousand_adults(alder, first_quarter):
    # 15 people a day and 200,000 adults
    panel = bodies.panel(alder, shown_as(first_quarter, "rate"))
    assert panel.table.column("dtoc_beds_per_100k_18plus") == pytest.approx([6.0, 1.5, 0.0, 7.5])
    assert panel.table.column("dtoc_beds") == [12.0, 3.0, 0.0, 15.0]
    assert "The population of 2019 is used for 2018." in panel.subtitle


def test_months_in_every_form(alder, first_quarter):
    keys = {"day": "dtoc_beds_all", "count": "dtoc_days_all", "rate": "dtoc_beds_per_100k_18plus_all"}
    found = {form: months.panel(alder, shown_as(first_quarter, form)).table for form in keys}
    assert found["day"].column(keys["day"]) == [10.0, None, 20.0, None]
    assert found["count"].column(keys["count"]) == [310.0, None, 620.0, None]
    assert found["rate"].column(keys["rate"]) == pytest.approx([5.0, None, 10.0, None])
    assert found["rate"].column("dtoc_days_all") == [310.0, None, 620.0, None]


def test_the_unit_is_said_with_the_numbers(alder, first_quarter):
    endings = {"day": "12.0 people, 80 %", "count": "744 days, 80 %", "rate": "6.0 per 100,000 adults, 80 %"}
    for form, said in endings.items():
        drawn = words(list(page.panels(alder, shown_as(first_quarter, form)).window)).replace(NBSP, " ")
        assert f"NHS {said}" in drawn


@pytest.mark.parametrize(("form", "asked"), [("count", "dtoc_days"), ("rate", "dtoc_beds_per_100k_18plus")])
def test_forms_are_those_of_the_queries(view, form, asked):
    scope = Scope("E10999001" if view.mode == "demo" else "E10000007", Window("2017-02", "2018-01"))
    table = months.panel(view, Choice(scope, form)).table
    found = series(view, Ask(asked, "2017-02", "2018-01"), [scope.area])
    expected = {one.period: one.value for one in found}
    column = dict(zip(table.column("period"), table.column(f"{asked}_all"), strict=True))
    assert column == pytest.approx({month: expected.get(month) for month in column})


@pytest.mark.parametrize("form", ["day", "count", "rate"])
def test_bodies_reasons_and_kinds_of_bed_add_up_in_every_form(view, form):
    scope = Scope("E10999001" if view.mode == "demo" else "E10000007", Window("2017-02", "2018-01"))
    choice = Choice(scope, form)
    *split, whole = bodies.panel(view, choice).table.rows
    assert sum(row[1] for row in split) == pytest.approx(whole[1])
    ranked = reasons.panel(view, choice).table.rows
    assert sum(row[-3] for row in ranked) == pytest.approx(whole[1])
    beds = care.panel(view, choice).table
    every = dict(
        zip(beds.column("period"), zip(*(beds.column(c.key) for c in beds.columns[1:]), strict=True), strict=True)
    )
    table = months.panel(view, choice).table
    for month, value in zip(table.column("period"), table.column(f"{table.columns[4].key}"), strict=True):
        if value is not None:
            assert sum(every[month]) == pytest.approx(value)


def test_a_window_of_days_is_never_a_rate(demo):
    assert shown(demo, "day", "E10999001").adults == {}


@needs_shared
class TestWithoutPopulation:
    """No population of before 2013 is within two years of those held."""

    EARLY = Choice(Scope("E10000007", Window("2011-05", "2012-03")), "rate")

    def test_every_panel_says_so_in_words_and_gives_no_number(self, live):
        said = "No rate for months of 2011 and 2012: no population is held within 2 years of them."
        assert said in bodies.panel(live, self.EARLY).subtitle
        for module in (reasons, history, months):
            assert said in module.panel(live, self.EARLY).note
        assert set(bodies.panel(live, self.EARLY).table.column("dtoc_beds_per_100k_18plus")) == {NO_POPULATION}
        assert set(reasons.panel(live, self.EARLY).table.column("dtoc_beds_per_100k_18plus")) <= {NO_POPULATION}
        held = months.panel(live, self.EARLY).table.column("dtoc_beds_per_100k_18plus_all")
        assert set(held) == {NO_POPULATION, None}

    def test_the_drawings_give_way_to_the_reason_and_what_to_do(self, live):
        drawn = page.panels(live, self.EARLY)
        for part in (drawn.window, drawn.reasons, drawn.context):
            assert "No figures for this choice. No rate can be given for these months. Choose people a day" in words(
                part
            )
        assert history.panel(live, self.EARLY).finding == "No rate can be given for these months"

    def test_a_window_that_reaches_before_names_the_months_without_a_rate(self, live):
        choice = Choice(Scope("E92000001", Window("2012-06", "2013-05")), "rate", LINES)
        panel = bodies.panel(live, choice)
        assert "No rate for months of 2012" in panel.subtitle
        assert "The population of 2015 is used for 2013." in panel.subtitle
        found = area_figures(live, choice.scope)
        with_people = periods.span("2013-01", "2013-05")
        whole = [
            one.value for one in series(live, Ask("dtoc_beds_per_100k_18plus", *with_people[::4]), [areas.ENGLAND])
        ]
        days = [periods.days_in(month) for month in with_people]
        expected = sum(value * count for value, count in zip(whole, days, strict=True)) / sum(days)
        how = shown(live, "rate", "E92000001")
        assert how.over(found.bodies[delays.ALL], found.asked) == pytest.approx(expected)

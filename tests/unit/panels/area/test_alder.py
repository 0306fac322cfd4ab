"""Panels of a council whose numbers were worked out by hand: 930 days in 62 days held are 15 people a day."""

import pytest

from components.area.choice import LINES, Choice
from components.url_state import Scope, Window
from panels.area import bodies, care, chances, england, history, lead, months, rank, reasons
from panels.area.figures import area_figures
from tests.unit.components.walk import words

NBSP = "\u00a0"


def test_people_are_days_divided_by_the_days_of_the_months_that_are_held(alder, first_quarter):
    found = area_figures(alder, first_quarter.scope)
    assert found.months == ("2018-01", "2018-03")
    assert found.total == 15
    assert {body: found.people(found.bodies[body]) for body in ("nhs", "social_care", "both")} == {
        "nhs": 12,
        "social_care": 3,
        "both": 0,
    }


def test_the_lead_gives_the_split_the_months_held_and_the_largest_reasons(alder, first_quarter):
    said = words(lead.lead(area_figures(alder, first_quarter.scope))).replace(NBSP, " ")
    assert said == (
        "Of 15.0 people delayed on an average day from January 2018 to April 2018 (2 of 4 months held), the NHS was "
        "responsible for 12.0, social care for 3.0 and both for 0. Two reasons, care package in own home and further "
        "non-acute NHS care, make up 90 %."
    )


def test_months_not_held_and_not_submitted_are_two_things(alder, first_quarter):
    panel = months.panel(alder, first_quarter)
    assert panel.note.replace(NBSP, " ") == (
        "2 of 4 months held: no file is held for February 2018 and no return was sent for April 2018."
    )
    status = dict(zip(panel.table.column("period"), panel.table.column("status"), strict=True))
    assert status == {
        "2018-01": "published",
        "2018-02": "no file held",
        "2018-03": "published",
        "2018-04": "not submitted",
    }
    assert panel.table.column("dtoc_beds_all") == [10, None, 20, None]
    assert panel.table.column("dtoc_beds_both") == [0, None, 0, None]  # none is not the same as not held
    assert (
        panel.finding.replace(NBSP, " ")
        == "Month by month: from 10.0 people a day in January 2018 to 20.0 in March 2018"
    )


def test_a_body_with_nothing_is_not_named_in_the_finding(alder, first_quarter):
    panel = bodies.panel(alder, first_quarter)
    assert panel.finding.replace(NBSP, " ") == "The NHS is responsible for 80 % of delays, social care for 20 %"
    assert panel.table.rows[-1] == ("All", 15.0, 1.0, 930.0)


def test_reasons_are_ranked_by_size_and_name_who_can_own_them(alder, first_quarter):
    panel = reasons.panel(alder, first_quarter)
    assert panel.finding.replace(NBSP, " ") == (
        "Three reasons hold 100 % of all delays: care package in own home, further non-acute NHS care and patient or "
        "family choice"
    )
    rows = {row[0]: row[2:] for row in panel.table.rows}
    assert list(rows)[:3] == ["E", "C", "G"]
    assert rows["E"] == (10.5, 0.7, "NHS, Social care and Both")
    assert rows["C"] == (3.0, 0.2, "NHS")
    assert rows["G"] == (1.5, 0.1, "NHS and Social care")
    assert [column.key for column in panel.table.columns].count("dtoc_beds_nhs") == 0


def test_only_months_held_in_both_years_are_compared(alder, first_quarter):
    # E: 186 days in 62 the year before, 651 now; C: 310 then, 186 now
    panel = history.panel(alder, Choice(first_quarter.scope, draw=LINES))
    assert (
        panel.finding == "Care package in own home rose most on the year before; further non-acute NHS care fell most"
    )
    assert panel.note.startswith(
        "Care package in own home (E): 3.0 people a day, then 10.5. Further non-acute NHS care (C): 5.0 people a day, "
        "then 3.0. Compared: 2 months of the window"
    )


def test_a_year_before_that_is_not_held_is_said(alder):
    panel = history.panel(alder, Choice(Scope("Alder", Window("2017-01", "2017-03")), draw=LINES))
    assert panel.finding == "Each reason over time"
    assert panel.note == "The year before is not held, so nothing is compared."


def test_acute_beds_have_their_share_of_the_window(alder, first_quarter):
    assert care.panel(alder, first_quarter).finding == f"100{NBSP}% of delays were in acute beds"
    before = care.panel(alder, Choice(Scope("Alder", Window("2017-01", "2017-03"))))
    assert before.finding == f"70{NBSP}% of delays were in acute beds"
    assert "7.0 people a day in acute beds and 3.0 in non-acute beds" in before.note


def test_without_twelve_months_of_councils_there_is_no_rank(alder, first_quarter):
    assert rank.panel(alder, first_quarter) is None


def test_england_stands_beside_in_the_latest_month_it_holds_with_words_where_a_body_cannot_own(alder, first_quarter):
    panel = england.panel(alder, first_quarter)
    assert panel.finding.replace(NBSP, " ").startswith("England, January 2018: 100 people a day waited for further")
    rows = {row[0]: row[2:] for row in panel.table.rows}
    assert rows["C"] == (100.0, "cannot own", "cannot own", 100.0)
    assert rows["E"] == (20.0, 30.0, 0.0, 50.0)
    assert rows["G"] == (0.0, 0.0, "cannot own", 0.0)
    assert rows[""] == (120.0, 30.0, 0.0, 150.0)


def test_a_window_without_any_month_says_so_and_draws_no_empty_split(alder):
    choice = Choice(Scope("Alder", Window("2018-04", "2018-04")))
    said = words(lead.lead(area_figures(alder, choice.scope))).replace(NBSP, " ")
    assert said == "No figures are held for Alder in April 2018. 0 of 1 month held: no return was sent for April 2018."
    for panel in (bodies, reasons, history, chances, care):
        assert panel.panel(alder, choice) is None
    assert months.panel(alder, choice).table.column("status") == ["not submitted"]


@pytest.mark.parametrize(
    ("window", "shown"),
    [
        (Window(), ("2017-05", "2018-04")),
        (Window("2018-01", "2018-03"), ("2018-01", "2018-03")),
        (Window("2010-01", "2017-06"), ("2017-01", "2017-06")),
        (Window("2017-03"), ("2017-03", "2018-04")),
    ],
)
def test_the_window_is_the_latest_year_unless_another_is_asked_for(alder, window, shown):
    found = area_figures(alder, Scope("Alder", window))
    assert (found.window.start, found.window.end, found.window.ignored) == (*shown, ())


def test_a_window_outside_what_is_held_falls_back_to_the_latest_year_and_is_named(alder):
    found = area_figures(alder, Scope("Alder", Window("2019-01", "2019-12")))
    assert (found.window.start, found.window.end) == ("2017-05", "2018-04")
    assert found.window.ignored == ("from", "to")

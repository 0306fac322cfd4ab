"""Trusts that hold a council's delays, and its reasons by body, where extracts are loaded; England's elsewhere."""

import pytest

from components.area.choice import Choice
from components.url_state import Scope, Window
from domain import delays, periods
from panels.area import england, extracts, owned, page, reasons, trusts
from panels.area.figures import area_figures
from tests.shared import needs_shared
from tests.unit.components import walk
from warehouse.queries import matrix
from warehouse.queries.matrix import Difference

COUNCIL = "E10999001"
YEAR = Window("2018-04", "2019-03")
CHOICE = Choice(Scope(COUNCIL, YEAR))


def test_every_trust_is_that_of_the_matrix_and_they_add_up_to_the_council(demo):
    panel = trusts.panel(demo, CHOICE)
    *rows, total = panel.table.rows
    pairs = matrix.trusts_of(demo, COUNCIL, "2018-04", "2019-03")
    assert [(row[1], row[3], row[5]) for row in rows] == [(one.trust_code, one.days, one.months) for one in pairs]
    assert total[3] == sum(row[3] for row in rows)
    assert sum(row[4] for row in rows) == pytest.approx(1)
    assert total[2] == pytest.approx(total[3] / sum(map(periods.days_in, periods.span("2018-04", "2019-03"))))
    found = area_figures(demo, CHOICE.scope)
    assert total[3] == sum(found.bodies[delays.ALL][month] for month in found.months)
    assert panel.finding.startswith(f"{pairs[0].trust_name} held ")
    assert "each of the 12 months that both hold" in panel.note


def test_reasons_by_body_add_up_in_rows_and_to_the_bodies_of_the_workbooks(demo):
    panel, found = owned.panel(demo, CHOICE), area_figures(demo, CHOICE.scope)
    *rows, total = panel.table.rows
    for row in rows:
        assert row[-1] == sum(value for value in row[2:-1] if not isinstance(value, str))
    for place, body in enumerate((*delays.BODIES, delays.ALL), 2):
        assert total[place] == sum(found.bodies[body][month] for month in found.months)
    cells = {(one.reason, one.body): one.days for one in matrix.reasons_by_body(demo, COUNCIL, "2018-04", "2019-03")}
    assert sum(1 for row in rows for value in row[2:-1] if value and not isinstance(value, str)) == len(
        [days for days in cells.values() if days]
    )


def test_what_a_body_cannot_own_is_said_unless_the_extracts_give_it_days(demo):
    found = area_figures(demo, CHOICE.scope)
    impossible = next(
        (code, body) for code in delays.REASON_CODES for body in delays.BODIES if not delays.can_own(body, code)
    )
    column = list(delays.BODIES).index(impossible[1]) + 2
    for sizes, cell in (({("E", "nhs"): 3.0}, delays.CANNOT_OWN), ({impossible: 4.0}, 4.0)):
        table = owned.table(sizes, found, ("2018-04",))
        (row,) = [row for row in table.rows if row[1] == delays.REASON_BY_CODE[impossible[0]].label]
        assert row[column] == cell


@pytest.mark.parametrize(
    "choice",
    [Choice(Scope("England", YEAR)), Choice(Scope(COUNCIL, Window("2016-04", "2017-03")))],
    ids=["England", "before the extracts"],
)
def test_where_no_extract_holds_the_window_england_stays(demo, choice):
    assert trusts.panel(demo, choice) is None
    assert owned.panel(demo, choice) is None
    said = walk.words(page.panels(demo, choice).context)
    assert england.BESIDE in said
    assert "No file held here" in reasons.panel(demo, Choice(Scope(COUNCIL, Window("2016-04", "2017-03")))).subtitle


@needs_shared
def test_without_extracts_everything_stays_as_it_was(live):
    choice = Choice(Scope("E10000007"))
    assert extracts.held(live) == ()
    assert trusts.panel(live, choice) is None
    assert england.ONLY in walk.words(page.panels(live, choice).context)


def test_where_extracts_hold_the_window_the_councils_own_cross_replaces_englands(demo):
    said = walk.words(page.panels(demo, CHOICE).context)
    assert trusts.panel(demo, CHOICE).finding in said
    assert owned.panel(demo, CHOICE).finding in said
    assert england.BESIDE not in said
    assert "The extracts split a reason by body" in reasons.panel(demo, CHOICE).subtitle


def test_a_window_that_extracts_hold_in_part_says_how_many_months(demo):
    choice = Choice(Scope(COUNCIL, Window("2017-04", "2018-06")))
    assert "April\u00a02018 to June\u00a02018 (3 of 15 months held)" in trusts.panel(demo, choice).subtitle


def test_control_totals_that_differ_are_told_month_by_month(demo, monkeypatch):
    apart = [Difference("council", f"2018-{month:02d}", COUNCIL, "x", 100.0 + month, 90.0) for month in (4, 5, 6, 7, 8)]
    other = Difference("council", "2018-04", "E10999002", "y", 1.0, 2.0)
    monkeypatch.setattr(extracts, "_differences", lambda _: (*apart, other))
    found = area_figures(demo, CHOICE.scope)
    said = extracts.agreement(demo, found, found.months)
    assert said.startswith(
        "The extracts do not add up to the council’s workbooks in 5 months: April\u00a02018 (104 days"
    )
    assert "here, 90 in the workbook)" in said
    assert said.endswith("and 2 more.")

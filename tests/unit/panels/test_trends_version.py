"""Trends in another version: the values, the head, the source line, the link, the control and the file."""

from datetime import date

import pytest

from components.ids import Ids
from components.trends import controls
from components.trends.choice import Choice
from components.trends.controls import Offered
from domain import periods
from domain.vintages import CURRENT, FIRST_PUBLISHED, parse
from panels.trends import control_chart, lines_taken, notes, page, taken, words
from panels.trends.trend import trend
from tests.spec.tiny import councils, england, warehouse
from tests.unit.components import walk
from warehouse.queries import versions

MONTHS = periods.span("2017-01", "2018-03")
REVISED, LATER, ALDER = "2018-01", "2018-02", "E10999001"
NB = "\u00a0"


def drawn(months, value):
    rows = "".join(f"{m} | DM01 | {ALDER} | Alder | {value}\n{m} | | | England | {value}\n" for m in months)
    return "period | nhs | ons | name | value\n" + rows


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    plain = [month for month in MONTHS if month not in (REVISED, LATER)]
    published = {month: str(periods.first_day(periods.plus(month, 2)).replace(day=10)) for month in MONTHS}
    one = [workbook for month in plain for workbook in councils(drawn([month], 310), published=published[month])]
    return warehouse(
        tmp_path_factory.mktemp("versions"),
        *one,
        *councils(drawn([REVISED], 300), published=published[REVISED], current=False),
        *councils(drawn([REVISED], 400), published=published[REVISED], revised="2018-12-13"),
        *councils(drawn([LATER], 500), published=published[LATER], revised="2018-12-13"),
        *england("period | value\n2017-01 | 310"),
    )


def choice(vintage="", **more):
    return Choice.parse({"area": ALDER, "measure": "delayed_days", "as": "count", "vintage": vintage, **more})


@pytest.mark.parametrize(
    ("vintage", "value", "months"),
    [("", 400, 15), ("first", 300, 15), ("2018-03-10", 300, 13), ("2018-12-12", 300, 14), ("2018-12-13", 400, 15)],
)
def test_values_are_those_of_the_version(view, vintage, value, months):
    found = trend(view, choice(vintage))
    assert (found.values[REVISED], len(found.values)) == (value, months)


def test_the_current_version_says_nothing_of_versions(view):
    found = trend(view, choice())
    assert notes.version(found) == ""
    assert "Version" not in control_chart.panel(view, choice()).source
    assert "current version" not in walk.words(page.head(found))


def test_the_first_version_says_what_it_is_and_where_it_is_not_held(view):
    found = trend(view, choice("first"))
    assert notes.version(found) == (
        "Shown as first published: the oldest version held of each month. In 1 of 15 months the version first "
        "published is not held."
    )
    assert f"Values as first published: data to March{NB}2018, issued from 10{NB}March{NB}2017 to" in notes.meta(found)
    assert "Version: as first published. Build" in control_chart.panel(view, choice("first")).source
    assert "as first published" in words.title(found)


def test_the_version_of_a_day_names_months_that_were_out_in_a_version_not_held(view):
    found = trend(view, choice("2018-05-09"))
    assert found.unheld == (LATER,)
    assert notes.version(found) == (
        f"Shown as published by 9{NB}May{NB}2018. Out by then, but not held in that version: February{NB}2018."
    )
    assert "No file is held" not in notes.note(found)


def test_a_link_leads_back_to_the_current_version(view):
    found = trend(view, choice("2018-05-09"))
    (link,) = [one for one in walk.of(page.head(found), "A") if "current version" in walk.words(one)]
    assert "vintage" not in link.href
    assert "area=E10999001" in link.href


@pytest.mark.parametrize("vintage", ["first", "2018-05-10"])
def test_a_link_keeps_the_version(vintage):
    assert choice(vintage).vintage == parse(vintage)
    assert f"vintage={vintage}" in choice(vintage).query
    assert Choice.parse(dict(part.split("=") for part in choice(vintage).query.split("&"))) == choice(vintage)


@pytest.mark.parametrize("vintage", ["final", ""])
def test_the_current_version_is_left_out_of_links(vintage):
    assert choice(vintage).vintage == CURRENT
    assert "vintage" not in choice(vintage).query


@pytest.mark.parametrize("vintage", ["2018-5-1", "yesterday", "\x00", "2018-02-30"])
def test_a_version_that_is_none_is_named_and_the_current_one_is_shown(vintage):
    found = choice(vintage)
    assert (found.vintage, found.ignored) == (CURRENT, ("vintage",))


def test_the_control_offers_the_days_on_which_versions_were_issued_and_the_one_in_the_link(view):
    days = versions.days(view, ["dtoc_councils"])
    assert days[0] == date(2018, 12, 13)
    assert list(days) == sorted(set(days), reverse=True)
    drawn_ = controls.controls(Ids("trends"), choice("2018-05-09"), Offered([], [], MONTHS, days), beside=None)
    (select,) = [one for one in walk.of(drawn_, "Select") if one.id == "trends-vintage"]
    offered = [one["value"] for one in select.options]
    assert (select.value, offered[:2], "2018-05-09" in offered) == ("2018-05-09", ["final", "first"], True)


def test_the_files_hold_the_version_in_every_row(view):
    for vintage, said in (("", "final"), ("first", "first"), ("2018-12-12", "2018-12-12")):
        for table in (taken.table(view, choice(vintage)), lines_taken.table(view, choice(vintage))):
            assert set(table.column("figures_version")) == {said}
    rows = taken.table(view, choice("first"))
    values = dict(zip(rows.column("period"), rows.column("dtoc_days"), strict=True))
    assert values[REVISED] == 300
    notes_of = dict(zip(rows.column("period"), rows.column("note"), strict=True))
    assert notes_of[LATER].startswith("oldest version held: the revision of 13 December 2018")


def test_nothing_is_shown_of_a_day_before_anything_was_out(view):
    assert trend(view, choice("2009-01-01")) is None


def test_versions_are_told_apart_in_what_is_kept(view):
    assert trend(view, choice("first")) is not trend(view, choice())
    assert view.at(FIRST_PUBLISHED).key != view.key

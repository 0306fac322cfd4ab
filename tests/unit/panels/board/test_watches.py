"""The board's watches of the example partnership: both sides beyond similar and their intervals, never a cause."""

import re

import pytest

from analysis import margins
from domain import periods
from panels.board import choice, said, tables, watches, words
from panels.board.board import board
from panels.board.watches import PRESSURE, SUBSTITUTION
from panels.schemes.scope import where
from warehouse.queries import areas

CAUSES = re.compile(
    r"\b(because|caused?|due to|leads? to|led to|thanks to|as a result|drives?|better)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def found(partnership):
    return watches.of_place(partnership, where(partnership, {}))


def of(found, kind):
    every = found.pressure if kind == PRESSURE else found.substitution
    return {(one.where, one.delays.name): one for one in every}


def test_pressure_is_on_for_england_and_for_the_place_and_for_no_council_alone(found):
    states = {one.where: one.state for one in found.pressure}
    councils = dict.fromkeys(("Quillshire", "Ambermoor", "Saltmarrow"), "off")
    assert states == {"England": "on", "Three Meres": "on", **councils}
    assert found.month == "2019-03"


def test_a_council_whose_fall_lies_within_its_variation_is_off_and_says_so(found):
    quillshire = of(found, PRESSURE)["Quillshire", "Delays"]
    assert quillshire.delays.moved.change.direction == "down"
    assert quillshire.delays.moved.direction == "similar"
    assert words.why_off(quillshire) == "fall within variation"
    assert "within its month-to-month variation" in words.sentence(quillshire)


def test_a_council_is_watched_by_its_own_admissions(found):
    own = {one.where: one.others[0].name for one in found.pressure}
    assert own.pop("England") == "Emergency admissions"
    assert set(own.values()) == {"Non-elective admissions"}


def test_substitution_is_on_where_delays_that_a_scheme_aims_at_fell_and_what_balances_them_rose(found):
    (on,) = found.on(SUBSTITUTION)
    assert (on.where, on.delays.name) == ("Quillshire", "Delays awaiting a care-home place, acute")
    assert [one.name for one in on.up] == ["New long-term care-home admissions, aged 65 and over"]
    assert on.delays.moved.change.ratio == pytest.approx(-0.31, abs=0.02)
    assert on.up[0].moved.change.ratio == pytest.approx(0.21, abs=0.02)


def test_a_share_that_rose_by_chance_is_not_up(found):
    ambermoor = of(found, SUBSTITUTION)["Ambermoor", "All delays"]
    (readmissions,) = [one for one in ambermoor.others if one.name.startswith("Readmissions")]
    assert readmissions.moved.change.ratio > 0.01
    assert readmissions.moved.direction == "similar"


def test_every_council_has_a_line_and_is_named(found):
    shown = words.shown(found)
    assert [one.where for one in shown] == ["Quillshire", "Ambermoor", "Saltmarrow"]
    assert words.finding(found, PRESSURE) == "Pressure watch: on for England and Three Meres"
    assert words.finding(found, SUBSTITUTION) == "Substitution watch: on for Quillshire"


def test_no_watch_speaks_of_causes(found):
    texts = [words.sentence(one) for one in (*found.pressure, *found.substitution)]
    texts += [words.lead(found), words.METHOD, words.NO_CAUSE, *(words.finding(found, kind) for kind in "ab")]
    assert not [one for one in texts if CAUSES.search(one)]
    on = [one for one in (*found.pressure, *found.substitution) if one.state == "on"]
    assert all(words.sentence(one).endswith("both are true at once.") for one in on)
    off = [one for one in (*found.pressure, *found.substitution) if one.state != "on"]
    assert not [one for one in off if "at once" in words.sentence(one)]


def test_an_address_names_a_place_or_a_council_of_one_or_any_area(partnership):
    assert choice.place(partnership, {}).place.name == "Three Meres Partnership"
    assert choice.place(partnership, {"area": "Saltmarrow"}).place.name == "Three Meres Partnership"
    other = next(one for one in areas.every(partnership) if one.type == "council" and one.name == "Oldgate")
    assert choice.place(partnership, {"area": other.code}) is None
    found = choice.of(partnership, {"area": other.code})
    assert [one.where for one in found.pressure] == ["England", "Oldgate"]
    assert found.pressure[1].others[0].name == "England’s emergency admissions"
    assert not found.substitution
    assert choice.ignored(partnership, {"area": "nowhere"}, None) == ("area",)
    assert choice.ignored(partnership, {"area": "England"}, None) == ()


def test_without_uploads_the_watch_of_england_still_runs(demo):
    found = choice.of(demo, {})
    assert [one.where for one in found.pressure] == ["England"]
    assert words.lead(found).startswith("England: delays are ")


def test_the_csv_holds_every_line_with_both_changes(partnership, found):
    table = tables.table(partnership, {})
    assert len(table.rows) == sum(len(one.others) for one in (*found.pressure, *found.substitution))
    assert set(table.column("both_true")) == {"yes", "no"}
    assert "non-elective admissions" in {name.casefold() for name in table.column("beside")}


def test_margins_are_those_of_the_rules_and_absent_where_months_are():
    months = periods.span("2016-01", "2018-12")
    counts = dict.fromkeys(months, 100.0)
    assert margins.of_counts(counts, "2018-12")["2018-12"] == pytest.approx(68.9 / 365, abs=0.5 / 365)
    shares = margins.of_shares(dict.fromkeys(months, 50.0), dict.fromkeys(months, 100.0), "2018-12")
    assert shares["2018-12"] == pytest.approx(2.82, abs=0.02)
    del counts["2018-05"]
    assert margins.of_counts(counts, "2018-12") == {}
    assert margins.of_delays({}, "2018-12") == {}


def test_the_board_says_what_the_example_promises(partnership):
    found = board(partnership, where(partnership, {}))
    text = " ".join(one.replace("\u00a0", " ") for _, one in said.every(found))
    for promised in (
        "£33.84m of £36.00m was spent",
        "19.0 % of plan (£6.84m) slipped",
        "8.3 % of spend, 17.5 % of the next plan",
        "from 24.0 % of this plan to 30.0 % of the next but falls from £8.64m to £7.85m",
        "Of 19 schemes seven moved what they were meant to move, one of them while something else got worse",
        "S12 Discharge-to-assess beds in care homes, substituted: Delays awaiting a care-home place, acute −41 %",
        "Missed, 18 of 27 targets",
        "Non-elective admissions of residents (planned −0.8 %, actual +3 %)",
        "I22, Finish reablement with no ongoing support, Quillshire: 2 months late",
        "I17, Ambermoor: August 2018",
        "I23, Home-care vacancies, Ambermoor",
    ):
        assert promised in text
    assert [one.scheme_id for one in found.due] == ["S02", "S08", "S12", "S17"]
    assert said.due(found) == "Four decisions are due on 16\u00a0May\u00a02019"


def test_a_long_reason_is_cut_to_what_the_sheet_has_room_for():
    assert said.short("word " * 100).endswith(" …")
    assert len(said.short("word " * 100)) <= said.LONGEST + 2
    assert said.short("Stop") == "Stop."

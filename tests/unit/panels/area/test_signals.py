"""Reasons as control charts: the engine's limits on the queries' months, and words that claim no more than these."""

import pytest

from analysis import fitness, spc
from analysis.trend import share_per_year
from components.area.choice import Choice
from components.rule_names import RULE_NAMES
from components.text import NBSP
from components.url_state import Scope, Window
from domain import delays, periods
from panels.area import chances, history, readings, small_charts
from panels.area.figures import known
from panels.area.shown import Shown
from panels.area.signals import Signal, by_chance, signals
from warehouse.queries.series import Ask, series

MONTHS = periods.span("2015-02", "2018-01")
STEADY = [10.0 + (place * 7 % 5) for place in range(36)]
HIGH, LOW = [30.0, *STEADY[1:-1], 30.0], [0.0, *STEADY[1:-1], 0.0]  # at both ends, so that no trend runs through
LEANING = (
    [30] * 4
    + [29, 29]
    + [31] * 6
    + [29, 30, 31, 31, 29, 28, 28, 28, 29]
    + [30] * 6
    + [31, 31, 32, 30, 30, 29]
    + [30] * 3
)
FALLING = [value + 3 - place / 12 for place, value in enumerate(STEADY)]


def signal(values, code="E", months=MONTHS):
    """A reason with these values in the latest months."""
    held = {m: v for m, v in zip(months[-len(values) :], values, strict=True) if v is not None} if values else {}
    limited = periods.span(min(held), max(held)) if held else ()
    chart = spc.chart([held.get(month) for month in limited])
    slope = share_per_year(held)
    fit = fitness.on_a_level(fitness.fitness(chart), slope)
    icon = fitness.icon(chart, "down") if fit.kind == fitness.ICON else ""
    days = {month: value * periods.days_in(month) for month, value in held.items()}
    return Signal(
        code, held, limited, chart, fit, slope, icon, Shown("day", {}).year(days, max(held)) if held else None
    )


def said(values, **also):
    return tuple(part.replace(NBSP, " ") for part in readings.verdict(signal(values, **also), last="2018-01"))


@pytest.fixture(params=["country", "region", "council"])
def choice(request, view):
    """England, a region and a council in the twelve months to January 2018."""
    area = next(area for area in reversed(known(view)) if area.type == request.param)
    return Choice(Scope(area.code, Window("2017-02", "2018-01")))


@pytest.mark.parametrize(("form", "indicator"), [("day", "dtoc_beds"), ("rate", "dtoc_beds_per_100k_18plus")])
def test_limits_are_the_engines_on_the_latest_36_months_of_the_queries(view, choice, form, indicator):
    for one in signals(view, Choice(choice.scope, form)):
        start = delays.O_FIRST_USED if one.code == "O" else ""
        found = series(view, Ask(indicator, start, "2018-01", reason=one.code), [choice.scope.area])
        values = {o.period: o.value for o in found if o.value is not None}
        if not values:
            assert one.chart.points == ()
            continue
        limited = periods.span(min(values), max(values))[-36:]
        expected = spc.chart([values.get(month) for month in limited])
        assert one.limited == limited
        assert [p.rules for p in one.chart.points] == [p.rules for p in expected.points]
        assert one.chart.phases[-1].upper == pytest.approx(expected.phases[-1].upper)


def test_no_limit_is_drawn_before_the_reason_was_in_use(view, choice):
    (late,) = [one for one in signals(view, choice) if one.code == "O"]
    assert min(late.limited, default="2017-04") >= "2017-04"


def test_a_steady_series_shows_no_change():
    assert said(STEADY) == ("common", "No change seen")


def test_a_signal_is_named_by_its_side_and_never_by_a_size():
    assert said(HIGH) == ("worsening", "Worsening: higher, unlikely to be chance")
    assert said(LOW) == (
        "improving",
        "Improving: lower, unlikely to be chance",
    )


def test_months_that_lean_on_one_another_give_a_direction_only():
    one = signal([float(value) for value in LEANING])
    assert round(one.fitness.r1, 2) == 0.59
    assert abs(one.slope) < fitness.STEEP
    assert readings.verdict(one, last="2018-01") == ("direction", f"Direction only: 3{NBSP}% more than the year before")


def test_a_trend_gives_a_direction_only():
    assert said(FALLING)[0] == "direction"
    assert said(FALLING)[1].endswith("% fewer than the year before")


def test_a_series_without_a_level_has_no_icon():
    steps = [10.0 + place % 2 for place in range(18)] + [40.0 + place % 2 for place in range(18)]
    sign, words = said(steps)
    assert sign == "none"
    assert words.startswith("No stable level: ")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "No month held"),
        ([0.0] * 36, "No delay in any of these months"),
        ([3.0] * 36, "No variation, so no limits"),
        (STEADY[:5], "No limits: 5 months held, 6 are needed"),
        (STEADY[:12], "Trial limits: 12 months, no icon before 13"),
    ],
)
def test_a_chart_that_may_say_nothing_says_why(values, words):
    assert said(values) == ("none", words)


def test_a_reason_that_was_not_in_use_is_said_to_be_so():
    nothing = signal([], code="O")
    assert readings.verdict(nothing, last="2017-03")[1] == "Not in use before April 2017"
    assert readings.verdict(nothing, last="2018-01")[1] == "No month held"


class TestFinding:
    """The heading of the charts."""

    def test_names_what_chance_would_not_show(self):
        every = (signal(HIGH), signal(STEADY, code="A"))
        assert readings.finding(every) == "Care package in own home higher than month-to-month variation explains"

    def test_names_the_largest_moves_as_a_direction(self):
        every = (signal(FALLING, code="A"), signal([v / 9 for v in FALLING], code="B"), signal(STEADY))
        assert readings.finding(every) == (
            "Completion of assessment fell most on the year before: a direction, not a signal"
        )
        note = readings.note(Shown("day", {}), every).replace(NBSP, " ")
        assert note.startswith("Completion of assessment (A): ")
        assert "in the twelve months to January 2018, after" in note
        assert note.endswith("can be practice: people assessed after they leave.")

    def test_reads_a_direction_where_there_is_no_level_too(self):
        steps = [10.0 + place % 2 for place in range(18)] + [40.0 + place % 2 for place in range(18)]
        assert readings.finding((signal(steps, code="C"), signal(STEADY))) == (
            "Further non-acute NHS care rose most on the year before: a direction, not a signal"
        )

    def test_says_that_nothing_stands_out(self):
        assert readings.finding((signal(STEADY),)) == "No reason shows more than month-to-month variation"
        assert readings.finding((signal([]),)).startswith("No reason has enough steady months")


class TestChance:
    """METHODS M7: many looks."""

    def test_only_charts_that_may_carry_an_icon_are_counted(self):
        every = (
            signal(STEADY),
            signal(HIGH, code="A"),
            signal(FALLING, code="B"),
            signal([], code="C"),
        )
        count, expected, seen = by_chance(every)
        assert (count, seen) == (2, 1)
        assert expected == pytest.approx(sum(fitness.chance(one.fitness.r1) for one in every[:2]))

    def test_twenty_nine_at_a_third_show_two_by_chance(self):
        fit = fitness.Fitness(0.3, 36, 0, fitness.ICON, "")
        every = tuple(signal(STEADY)._replace(fitness=fit) for _ in range(29))
        assert (
            chances.chance(every) == "With 29 reasons about 1.8 icons of a change would appear by chance; none is shown"
        )

    def test_none_is_said_where_no_chart_may_carry_an_icon(self):
        assert chances.chance((signal([]),)) == "No reason may carry an icon, so none can appear by chance"

    def test_the_table_gives_the_chance_of_every_counted_reason(self, view, choice):
        panel = chances.panel(view, choice)
        column = panel.table.column("chance_of_an_icon")
        count, expected, _ = by_chance(signals(view, choice))
        numbers = [value for value in column if not isinstance(value, str)]
        assert len(numbers) == count
        assert sum(numbers) == pytest.approx(expected)
        assert set(column) - set(numbers) <= {"not counted"}

    def test_reasons_of_every_kind_are_counted_once(self, view, choice):
        words = chances.counts(signals(view, choice))
        assert words.startswith("Of 11 reasons ")
        assert sum(int(part.split()[0]) for part in words.removeprefix("Of 11 reasons ").split("; ")) == 11


def test_the_rules_of_the_table_are_the_marks_of_the_charts(view, choice):
    table = history.panel(view, choice).table
    by_month = dict(zip(table.column("period"), table.column("rules"), strict=True))
    for one, chart in zip(signals(view, choice), small_charts.charts(view, choice), strict=True):
        letter = chart.heading.split()[0]
        listed = {m for m, words in by_month.items() if any(w.startswith(f"{letter}: ") for w in words.split("; "))}
        met = {m for m in by_month if one.rules(m)}
        assert listed == met
        marked = {x[:7] for t in chart.figure["data"] if t["name"] == "meets a rule" for x in t["x"]}
        assert marked == (met if one.fitness.kind != spc.NONE else set())
    named = {word for words in by_month.values() for word in words.split("; ")}
    rules = {rule for word in named if ": " in word for rule in word.split(": ")[1].split(", ")}
    assert rules <= set(RULE_NAMES.values())
    assert {word for word in named if ": " not in word} <= {"none", "no limits", "not held"}


def test_every_chart_leads_to_the_same_reason_and_month_on_the_trends_page(view, choice):
    for one in small_charts.charts(view, choice):
        code = one.key.upper()
        assert one.full == (
            f"/strategic/trends?area={choice.scope.area}&measure=delayed_days&as=day&reason={code}&to=2018-01"
        )

"""What a trends view says of a series with a trend: a direction, never an icon from level limits (METHODS M5)."""

from analysis import fitness
from analysis.rebase import Rebase
from analysis.trend import share_per_year
from components.trends.choice import Choice
from panels.trends import reading, verdict, words
from panels.trends.trend import trend

QUILLSHIRE = "E10999001"
AMBERMOOR = "E06999001"
STEEP = Choice(area=AMBERMOOR, reason="C")  # independent months and a trend
STEADY = Choice(area=AMBERMOOR, reason="G")  # independent months and no trend
LEANING = Choice(area=AMBERMOOR, reason="A")  # both


def _trend(found):
    return f"{'A downward' if found.slope < 0 else 'An upward'} trend of {abs(found.slope):.0%} a year".replace(
        "%", "\u00a0%"
    )


def test_a_trend_alone_takes_the_icon_away_and_is_the_reason_given(demo):
    found = trend(demo, STEEP)
    assert fitness.fitness(found.chart).kind == "icon"
    said = verdict.verdict(found)
    assert (said.sign, said.heading) == ("direction", "Direction only")
    assert said.sentences[-1].startswith(f"{_trend(found)} runs through these months")
    assert said.sentences[-1].endswith("so no icon is taken from them.")
    assert "not independent" not in " ".join(said.sentences)
    assert words.latest(found) == "A trend runs through the months, so no single month is called a signal."


def test_a_steady_series_may_speak(demo):
    found = trend(demo, STEADY)
    assert verdict.verdict(found).heading == "No change seen"
    assert words.latest(found) == "March\u00a02019 itself is ordinary variation from month to month."


def test_months_that_lean_are_the_reason_given_before_a_trend(demo):
    found = trend(demo, LEANING)
    assert reading.leaning(found)
    assert reading.steep(found)
    assert words.latest(found).startswith("The months lean on each other")
    said = " ".join(verdict.verdict(found).sentences)
    assert f"Months are not independent (r1 = {found.fitness.r1:.2f})" in said
    assert _trend(found) in said


def test_a_jump_that_a_new_phase_explains_is_no_trend(demo):
    phased = trend(demo, Choice(area=QUILLSHIRE, rebase=Rebase("2017-10", "A ward opened", "Analysts")))
    first = phased.chart.phases[-1].first
    months = [month for month in phased.limited[first:] if month in phased.values]
    assert phased.slope == share_per_year({month: phased.values[month] for month in months})
    assert phased.slope != trend(demo, Choice(area=QUILLSHIRE)).slope

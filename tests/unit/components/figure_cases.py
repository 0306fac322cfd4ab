"""One drawing of every figure function, from made-up months with a gap; the tests of figures walk over them."""

from analysis import spc, watch
from components.figures import FIGURES, admissions_chart, care_chart, control_chart, delays_chart, pressure_chart
from components.figures.control_view import Control
from components.figures.delays import turn
from domain import breaks, periods

START, END, GAP = "2015-04", "2019-03", "2016-08"
MONTHS = periods.span(START, END)
HELD = tuple(month for month in MONTHS if month != GAP)
BEDS = {
    body: {month: size * (1 + 0.01 * place) for place, month in enumerate(HELD)}
    for body, size in (("nhs", 3000.0), ("social_care", 1500.0), ("both", 400.0), ("all", 4900.0))
}
ADMISSIONS = {month: 14000.0 + 100 * (place % 12) for place, month in enumerate(HELD)}
CARE = {"acute": BEDS["nhs"], "non_acute": BEDS["social_care"]}
ROLLING = {month: value + 50 for month, value in ADMISSIONS.items() if month >= "2016-03"}


def _steady(rate: float) -> dict[str, float]:
    return {m: 1000 * (1 + rate) ** (place / 12) * periods.days_in(m) for place, m in enumerate(MONTHS)}


STATES = watch.pressure(_steady(-0.1), _steady(0.04))
TURNS = [turn(month, BEDS["all"][month]) for month in ("2016-04", "2018-02", END)]
LIMITED = MONTHS[12:]
CONTROL = Control(
    name="Quillshire",
    months=MONTHS,
    values=BEDS["all"],
    limited=LIMITED,
    chart=spc.chart([BEDS["all"].get(month) for month in LIMITED]),
    marks=breaks.between(START, END),
    beside={"England": BEDS["nhs"]},
)
DRAWN = {
    delays_chart: delays_chart(BEDS, start=START, end=END, turns=TURNS, marks=breaks.between(START, END)),
    admissions_chart: admissions_chart(ADMISSIONS, ROLLING, start=START, end=END, marks=breaks.between(START, END)),
    pressure_chart: pressure_chart(STATES),
    control_chart: control_chart(CONTROL),
    care_chart: care_chart(CARE, start=START, end=END),
}
# what each figure's lines show, by the name of the line
SHOWN = {
    delays_chart: {"All": BEDS["all"], "NHS": BEDS["nhs"], "Social care": BEDS["social_care"], "Both": BEDS["both"]},
    admissions_chart: {"Each month": ADMISSIONS, "12 months to each month": ROLLING},
    pressure_chart: {
        "Delays": {s.month: s.delays * 100 for s in STATES},
        "Emergency admissions": {s.month: s.admissions * 100 for s in STATES},
    },
    control_chart: {
        "History, no limits": {m: v for m, v in BEDS["all"].items() if m <= LIMITED[0]},
        "Quillshire": {m: v for m, v in BEDS["all"].items() if m >= LIMITED[0]},
        "England": BEDS["nhs"],
    },
    care_chart: {"Acute": CARE["acute"], "Non-acute": CARE["non_acute"]},
}
EVERY = [(function.__name__, DRAWN.get(function), SHOWN.get(function)) for function in FIGURES]

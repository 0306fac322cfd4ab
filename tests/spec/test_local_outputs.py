"""What schemes delivered, as it may be shown, and the share that a verdict reads."""

import pytest

from domain import periods
from etl.local import judged
from tests.spec import local
from tests.spec.local import row

START = "2017-08"


def outputs(some, planned=10):
    return tuple(
        row("outputs", scheme_id="S", period=periods.plus(START, at), planned=planned, actual=one)
        for at, one in enumerate(some)
    )


def shown(view, some, unit):
    found = local.tables(view, {"schemes": (local.scheme(output_unit=unit),), "outputs": outputs(some)})
    (whole,) = found["delivered"]
    return [(one["actual"], one["shown_as"]) for one in found["outputs"]], (whole["actual"], whole["share"])


@pytest.mark.parametrize("unit", ["people", "People seen", "patients", "carers supported"])
def test_outputs_that_are_people_are_protected(demo, unit):
    assert shown(demo, [12, 4, 33, 28], unit) == (
        [(10, "rounded"), (None, "suppressed"), (35, "rounded"), (30, "rounded")],
        (75, 1.875),
    )


@pytest.mark.parametrize("unit", ["visits", "bed weeks", "packages", "WTE", "responses"])
def test_other_outputs_are_shown_as_they_are(demo, unit):
    assert shown(demo, [12, 4], unit) == ([(12, "exact"), (4, "exact")], (16, 0.8))


def test_a_total_that_gives_a_small_number_away_is_withheld(demo):
    cells, whole = shown(demo, [12, 7], "people")
    assert cells[1] == (None, "suppressed")
    assert whole == (None, None)


def test_a_missing_delivery_is_no_zero(demo):
    cells, whole = shown(demo, [10, None, 10], "shifts")
    assert cells[1] == (None, "exact")
    assert whole == (20, 1.0)


def test_the_share_delivered_counts_given_months_of_the_window_only():
    scheme, some = local.scheme(), outputs([8, None, 4, 2])
    months = periods.span(START, periods.plus(START, 3))
    assert judged.delivered(some, scheme, months) == pytest.approx(14 / 30)
    assert judged.delivered(some, scheme, months[2:]) == pytest.approx(0.3)
    assert judged.delivered(some, local.scheme(scheme_id="T"), months) is None
    assert judged.delivered(outputs([None]), scheme, months) is None

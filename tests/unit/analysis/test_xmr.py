"""The pandas door of the control chart: the same frame with limits, phase and every rule."""

import math
import subprocess
import sys

import pandas as pd
import pytest

from analysis import spc
from tests.shared import ROOT

VALUES = [10.0, 12.0] * 7 + [None] + [10.0, 30.0, 12.0]
COLUMNS = ["mean", "lower", "upper", "near_lower", "near_upper", "moving_range"]
ADDED = {*COLUMNS, "outside", "trend", "two_in_three", "shift", "rule", "direction", "phase"}


@pytest.fixture
def frame() -> pd.DataFrame:
    index = [f"m{place}" for place in range(len(VALUES))]
    return pd.DataFrame({"month": range(len(VALUES)), "value": VALUES}, index=index)


def test_the_frame_keeps_its_rows_order_and_index_and_gains_columns(frame):
    charted = spc.xmr(frame)
    pd.testing.assert_frame_equal(charted[["month", "value"]], frame)
    assert set(charted.columns) == {"month", "value"} | ADDED
    assert "mean" not in frame.columns


def test_the_columns_are_the_chart(frame):
    charted, points = spc.xmr(frame), spc.chart(VALUES).points
    for name in COLUMNS:
        assert charted[name].tolist() == pytest.approx(
            [math.nan if getattr(point, name) is None else getattr(point, name) for point in points], nan_ok=True
        )
    for rule in spc.RULES:
        assert charted[rule].dtype == bool
        assert charted[rule].tolist() == [rule in point.rules for point in points]
    assert charted["rule"].tolist() == [point.rule for point in points]
    assert charted["direction"].tolist() == [point.direction for point in points]
    assert charted.index[charted["outside"]].tolist() == ["m16"]


def test_options_and_names_of_columns_are_taken(frame):
    renamed = frame.rename(columns={"value": "beds"}).assign(part=[7] * 9 + [8] * 9)
    charted = spc.xmr(renamed, spc.Options(multiplier=1.0), value="beds", phase="part")
    points = spc.chart(VALUES, spc.Options(multiplier=1.0), phases=[7] * 9 + [8] * 9).points
    assert charted["phase"].tolist() == [7] * 9 + [8] * 9
    assert charted["upper"].tolist() == [point.upper for point in points]


@pytest.mark.parametrize("kind", ["float64", "Float64", "object"])
def test_every_kind_of_missing_number_is_a_missing_month(frame, kind):
    charted = spc.xmr(frame.assign(value=frame["value"].astype(kind)))
    assert math.isnan(charted["moving_range"].iloc[14])
    assert charted["lower"].iloc[0] == spc.chart(VALUES).phases[0].lower


def test_a_constant_series_has_no_nan_in_its_lines(frame):
    lines = spc.xmr(frame.assign(value=4.0))[["mean", "lower", "upper", "near_lower", "near_upper"]]
    assert lines.eq(4.0).all(axis=None)


def test_an_empty_frame_gains_its_columns(frame):
    assert ADDED <= set(spc.xmr(frame.iloc[:0]).columns)


def test_the_statistics_bring_no_pandas_of_their_own():
    modules = "analysis.spc, analysis.fitness, analysis.season, analysis.compare, analysis.trend"
    command = f"import sys, {modules}; sys.exit(bool({{'pandas', 'numpy'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=False, timeout=60).returncode == 0

"""Series as frames: the same values as everywhere else, with missing ones as missing."""

import pandas
import pytest

from warehouse.queries.frames import series_frame
from warehouse.queries.series import Ask, Observation, UnknownIndicator, series

ENGLAND, QUILLSHIRE = "E92000001", "E10999001"


def test_a_frame_holds_what_the_series_holds(demo):
    ask = Ask("dtoc_beds", "2017-02", "2018-01")
    frame = series_frame(demo, ask, [QUILLSHIRE, ENGLAND])
    assert list(frame.columns) == list(Observation._fields)
    rows = list(frame.assign(period=frame["period"].astype(str)).itertuples(index=False, name=None))
    assert rows == [tuple(one) for one in series(demo, ask, [QUILLSHIRE, ENGLAND])]
    assert frame["period"].iloc[0] == pandas.Period("2017-02", "M")


def test_a_council_that_sent_no_return_is_missing_and_not_zero(demo):
    ask = Ask("dtoc_days")
    codes = sorted({code for (code,) in demo.rows("SELECT DISTINCT area_code FROM national.delays_current")})
    frame = series_frame(demo, ask, codes)
    absent = frame[frame["status"] == "not_submitted"]
    assert len(absent) > 0
    assert absent["value"].isna().all()
    assert (absent["shorthand"] == "[x]").all()


def test_no_rows_make_an_empty_frame_of_the_same_columns(demo):
    frame = series_frame(demo, Ask("dtoc_beds"), ["E99999999"])
    assert frame.empty
    assert list(frame.columns) == list(Observation._fields)
    assert frame["value"].dtype == float


def test_an_unknown_indicator_is_refused(demo):
    with pytest.raises(UnknownIndicator, match="nearest"):
        series_frame(demo, Ask("dtoc_bed"), [ENGLAND])

"""Shares of people: no small count on either side can be worked out from pooled answers and targets (METHODS M25).

The attacker is given more than is shown: the exact sums behind every pooled share and every statistic that is told.
"""

import random
import shutil
from datetime import timedelta

import pytest

from analysis.disclosure.pools import known, shown
from domain import periods
from domain.local import spans
from etl.demo.partnership.place import ABOUT
from etl.local.journal import Journal
from tests.spec import local
from tests.spec.attacker import SMALL, Attacker
from tests.spec.local import AREA
from tests.spec.test_disclosure_tables import records

TABLES = 100
QUARTERS = local.quarters(16)
STARTS = [spans.parse(text).start for text in QUARTERS]


def answers(seed):
    rng = random.Random(seed)
    share, base = rng.choice((0.6, 0.75, 0.85, 0.9, 0.95, 1.0)), rng.choice((40, 60, 90, 140))
    found = []
    for _ in QUARTERS:
        of = max(8, round(rng.gauss(base, base**0.5)))
        found.append((min(of, sum(rng.random() < share for _ in range(of))), of))
    return found


def sheets(seed):
    rng = random.Random(-seed - 1)
    starts = (periods.plus("2017-04", rng.randint(0, 6)), periods.plus("2017-10", rng.randint(0, 8)))
    given = {"kind": "proportion", "unit": "%", "good": "up", "frequency": "quarter", "counts_people": "yes"}
    targets = [{"period": text, "value": 80} for text in (*rng.sample(QUARTERS, 6), "2017-18", "2018-19")]
    pairs = answers(seed)
    return pairs, {
        "indicators": (local.indicator(**given),),
        "schemes": tuple(local.scheme(scheme_id=name, actual_start=at) for name, at in zip("ST", starts, strict=True)),
        "links": tuple(local.link(scheme_id=name, expected=5, expected_unit="points") for name in "ST"),
        "observations": local.values(pairs, texts=QUARTERS),
        "targets": tuple(local.row("targets", indicator_id="I", area_code=AREA, kind="plan", **one) for one in targets),
    }


@pytest.fixture(scope="module")
def series(demo_root, tmp_path_factory):
    root = shutil.copytree(demo_root, tmp_path_factory.mktemp("shares") / "demo", symlinks=True)
    true = {}
    for seed in range(TABLES):
        pairs, some = sheets(seed)
        about = local.place_named(f"Place {seed:03d}")
        local.keep(root, some, about=about, at=local.NOW + timedelta(minutes=seed))
        true[about.place_id] = pairs
    return true, local.built(root)[1]


def attack(database, place, counts, pairs):
    """What is known of the counts on one side of the shares."""
    months = [month for start in STARTS for month in periods.span(start, periods.plus(start, 2))]
    he = Attacker(months[0], len(months))
    for month in months:
        he.knows([month], 0, 10**6 if month in STARTS else 0)
    rows = {one["period"]: one for one in records(database, "local_values", place) if one["frequency"] == "quarter"}
    for start, count, (_, of) in zip(STARTS, counts, pairs, strict=True):
        if rows[start]["shown_as"] != "pooled":
            he.knows([start], *known(count, of))

    def told(first, last):
        some = [month for month in STARTS if first <= month <= last]
        total = sum(count for start, count in zip(STARTS, counts, strict=True) if start in some)
        he.knows(some, total, total)

    for one in records(database, "effects", place):
        if one["design"] == "survey" and one["estimate"] is not None:
            told(one["pre_first"], one["pre_last"])
            told(one["post_first"], one["post_last"])
    for one in records(database, "plans", place):
        if one["actual"] is not None:
            span = spans.parse(one["period"])
            told(span.start, span.end)
    return he


def test_every_small_side_of_a_share_keeps_four_values(series):
    true, database = series
    hidden = told = 0
    for place, pairs in true.items():
        told += sum(one["estimate"] is not None for one in records(database, "effects", place))
        told += sum(one["actual"] is not None for one in records(database, "plans", place))
        for counts in ([yes for yes, _ in pairs], [of - yes for yes, of in pairs]):
            he = attack(database, place, counts, pairs)
            for start, count in zip(STARTS, counts, strict=True):
                low, high = he.can_be(start)
                assert low <= count <= high
                if 1 <= count <= SMALL:
                    hidden += 1
                    assert high - low + 1 >= 4, (place, start, count, (low, high))
    assert hidden > 200
    assert told > 300


def test_a_share_is_shown_whole_with_its_base_rounded_and_without_its_numerator(series):
    true, database = series
    for place, pairs in true.items():
        for one in records(database, "local_values", place):
            if one["shown_as"] == "rounded":
                assert one["numerator"] is None
                assert one["value"] == round(one["value"])
                assert one["denominator"] % 5 == 0
        assert all(
            shown(*pairs[STARTS.index(one["period"])]) == (one["shown_as"] == "rounded")
            for one in records(database, "local_values", place)
            if one["frequency"] == "quarter" and one["shown_as"] != "pooled"
        )


def test_small_shares_of_the_example_appear_in_none_of_its_tables(partnership, partnership_root):
    """The exact share of every quarter that is not shown, in no number of no table."""
    latest = Journal(partnership_root).all(ABOUT.place_id)[-1].rows["observations"]
    hidden = [
        100 * row["numerator"] / row["denominator"]
        for row in latest
        if row["indicator_id"] in ("I26", "I29")
        and row["numerator"]
        and not shown(row["numerator"], row["denominator"])
    ]
    exact = {one for one in hidden if one != round(one, 1)}
    assert len(exact) > 5
    for (table,) in partnership.rows("SELECT table_name FROM information_schema.tables WHERE table_catalog = 'local'"):
        for row in partnership.rows(f'SELECT * FROM local."{table}"'):
            assert not exact & {cell for cell in row if isinstance(cell, float)}, table

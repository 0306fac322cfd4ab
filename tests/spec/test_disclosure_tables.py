"""No small number of people can be worked out from anything that a local build shows (METHODS M25)."""

import json
import random
from datetime import timedelta

import pytest

from domain import periods
from domain.local import spans
from tests.spec import local
from tests.spec.attacker import FAR, SMALL, Attacker, near, three_figures
from tests.spec.local import AREA, MONTHS

TABLES = 200
STYLES = ("mixed", "edges", "steady", "zeros", "falling", "few")


def drawn(seed):
    """Counts of 48 months in one of several styles: many near the edge of what is small, runs of zeros, falls."""
    rng, style = random.Random(seed), STYLES[seed % len(STYLES)]
    mean = rng.choice((8, 10, 12, 15, 20, 30))
    if style == "edges":
        return [rng.choice((7, 7, 8, 12, 12, 13, 17)) if rng.random() < 0.6 else 18 for _ in MONTHS]
    if style == "zeros":
        return [rng.choice((0, 0, 0, 9, 14, rng.randint(1, 7))) for _ in MONTHS]
    if style == "few":
        return [rng.randint(1, 7) if rng.random() < 0.1 else mean + rng.randint(0, 9) for _ in MONTHS]
    falls = 0.6 if style == "falling" else 1.0
    return [max(0, round(rng.gauss(mean * (falls if at > 27 else 1), mean**0.5))) for at in range(len(MONTHS))]


def sheets(seed):
    """The upload of a place: a series of people, two schemes that claim it, and targets of many kinds."""
    rng = random.Random(-seed - 1)
    start, late = periods.plus("2017-06", rng.randint(0, 6)), periods.plus("2018-01", rng.randint(0, 14))
    period = rng.choice(("2018-19", "2017-18"))
    targets = [
        {"period": period, "kind": "plan", "value": 150},
        {"period": period, "kind": "ambition", "change_pct": -5},
        *({"period": month, "kind": "plan", "value": 12} for month in rng.sample(MONTHS, 6)),
        {"period": "2018-19 Q2", "kind": "plan", "value": 12},
    ]
    counts = drawn(seed)[: 48 - rng.choice((0, 0, 4, 7))]
    every = {"exposure": rng.choice(("none", "none", "calendar_day")), "counts_people": "yes"}
    return counts, {
        "indicators": (local.indicator(**every),),
        "schemes": (
            local.scheme(actual_start=start),
            local.scheme(scheme_id="T", actual_start=late),
            local.scheme(scheme_id="U", actual_start="2019-01"),
        ),
        "links": tuple(local.link(scheme_id=one, expected=-20) for one in "STU"),
        "observations": local.values(counts),
        "targets": tuple(
            local.row("targets", indicator_id="I", area_code=AREA, source="a plan", **one) for one in targets
        ),
    }


@pytest.fixture(scope="module")
def series(demo_root, tmp_path_factory):
    """The true counts of 200 places, and the database of the local build made of their uploads."""
    import shutil

    root = shutil.copytree(demo_root, tmp_path_factory.mktemp("disclosed") / "demo", symlinks=True)
    true = {}
    for seed in range(TABLES):
        counts, some = sheets(seed)
        about = local.place_named(f"Place {seed:03d}")
        local.keep(root, some, about=about, at=local.NOW + timedelta(minutes=seed))
        true[about.place_id] = counts
    _, database = local.built(root)
    return true, database


def records(database, table, place):
    names = [row[0] for row in database.rows(f"DESCRIBE local.{table}")]
    return [
        dict(zip(names, row, strict=True))
        for row in database.rows(f"SELECT * FROM local.{table} WHERE place_id = $place", {"place": place})
    ]


def days(exposure, months):
    return sum(map(periods.days_in, months)) if exposure == "calendar_day" else len(months)


def attack(database, place, length):
    """Everything that the build shows of a place, as what it says of sums over months."""
    (about,) = records(database, "indicators", place)
    exposure, he = about["exposure"], Attacker(MONTHS[0], length)
    for one in records(database, "local_values", place):
        months = spans.Span(one["period"], one["frequency"]).months
        he.knows(months, *cell(one))
    for one in records(database, "effects", place):
        for side, mean in (("pre", one["mean_before"]), ("post", one["mean_after"])):
            if one["design"] in ("before_after", "same_months") and mean is not None:
                months = [m for m in MONTHS if one[f"{side}_first"] <= m <= one[f"{side}_last"]]
                he.knows(months, *near(mean * days(exposure, months), 5 + abs(mean) * 0.01 * len(months)))
    if exposure == "none":
        for one in records(database, "signals", place):
            months = [m for m in MONTHS if one["first_month"] <= m <= one["last_month"]][:24]
            if one["mean"] is not None and len(months) == 24:
                low, high = three_figures(one["mean"])
                he.knows(months, int(low * 24), int(high * 24) + 1)
    for one in records(database, "plans", place):
        if one["actual"] is None:
            continue
        months = [m for m in spans.parse(one["period"]).months if m < periods.plus(MONTHS[0], length)]
        by = 1 if one["unit"] == "total" else days(exposure, months)
        he.knows(months, *near(round(one["actual"] * by / 5) * 5, 5))
        if one["change_actual"] is not None:
            before = [periods.plus(month, -12) for month in months]
            low, high = (one["actual"] / (1 + end / 100) for end in three_figures(one["change_actual"])[::-1])
            said = [total for total in range(0, 3000, 5) if low - 0.01 <= total <= high + 0.01]
            if said:
                he.knows(before, near(min(said), 5)[0], near(max(said), 5)[1])
        if one["rest_factor"] is not None and one["change_planned"] is not None and one["plan"]:
            year = [periods.plus(month, -12) for month in spans.parse(one["period"]).months]
            said = near(round(one["plan"] / (1 + one["change_planned"] / 100) / 5) * 5, 5)
            he.knows(year, max(0, said[0] - 3), said[1] + 3)
    return he


def cell(one):
    """What one value says by itself."""
    if one["shown_as"] == "suppressed":
        return 1, SMALL
    if one["value"] is None:
        return 0, FAR
    low, high = near(one["value"], 5)
    return (max(low, SMALL + 1), high) if one["value"] else (0, 0)


def test_every_small_month_keeps_four_values_in_two_hundred_random_tables(series):
    true, database = series
    hidden, told = 0, 0
    for place, counts in true.items():
        he = attack(database, place, len(counts))
        told += sum(one["actual"] is not None for one in records(database, "plans", place))
        for month, count in zip(MONTHS, counts, strict=False):
            low, high = he.can_be(month)
            assert low <= count <= high, (place, month)
            if 1 <= count <= SMALL:
                hidden += 1
                assert high - low + 1 >= 4, (place, month, count, (low, high))
    assert hidden > 1000
    assert told > 300  # what is withheld is not everything


def test_exact_sums_would_give_small_numbers_away(series):
    """The attacker has teeth: told every year's total exactly he knows many months to fewer than four values."""
    true, database = series
    found = 0
    for place, counts in true.items():
        he = attack(database, place, len(counts))
        for year in range(0, len(counts) - 2, 3):
            he.knows(MONTHS[year : year + 3], sum(counts[year : year + 3]), sum(counts[year : year + 3]))
        small = [month for month, count in zip(MONTHS, counts, strict=False) if 1 <= count <= SMALL]
        found += sum(high - low < 3 for low, high in map(he.can_be, small))
    assert found > 50


def test_statistics_rest_only_where_small_months_hide_behind_four_others(series):
    true, database = series
    rested = 0
    for place, counts in true.items():
        by_month = dict(zip(MONTHS, counts, strict=False))
        for one in records(database, "effects", place):
            if one["design"] not in ("its", "its_chosen_left_out") or one["estimate"] is None:
                continue
            left = json.loads(one["details"])["left_out"]
            for side in ("pre", "post"):
                months = [m for m in MONTHS if one[f"{side}_first"] <= m <= one[f"{side}_last"] and m not in left]
                small = sum(1 <= by_month.get(month, 0) <= SMALL for month in months)
                varied = sum(by_month.get(month, 0) > SMALL for month in months)
                rested += bool(small)
                assert small * 4 <= varied, (place, one["scheme_id"], side)
    assert rested > 20


def test_nothing_of_a_small_month_is_flagged_and_no_diagnostic_is_told(series):
    true, database = series
    for place, counts in true.items():
        small = {month for month, count in zip(MONTHS, counts, strict=False) if 1 <= count <= SMALL}
        for one in records(database, "signals", place):
            assert not small & set(json.loads(one["flagged"]))
        for one in records(database, "effects", place) if small else ():
            said = json.loads(one["details"] or "{}")
            assert not {"least_squares", "then", "now", "dates"} & set(said), (place, one["design"])

"""What the schemes delivered, month by month from their start, against plan (section 3 of the example)."""

import random

from domain import periods
from etl.demo.cells import split
from etl.demo.partnership.place import LAST
from etl.demo.partnership.rows import row
from etl.demo.partnership.schemes import BY_ID
from etl.local.upload import Row

# Units planned a month, per cent of plan delivered, and how much months differ (share).
_PLANS = {
    "S01": (340, 91, 0.06),
    "S02": (245, 78, 0.08),
    "S03": (120, 112, 0.08),
    "S04": (30, 55, 0.08),
    "S05": (75, 96, 0.07),
    "S06": (52, 88, 0.10),
    "S07": (36, 94, 0.05),
    "S08": (48, 83, 0.10),
    "S09": (8, 100, 0.0),
    "S10": (12, 97, 0.03),
    "S11": (70, 86, 0.09),
    "S12": (96, 118, 0.06),
    "S13": (110, 90, 0.07),
    "S14": (23, 61, 0.12),
    "S15": (300, 102, 0.06),
    "S16": (26, 100, 0.12),
    "S17": (20, 45, 0.10),
    "S18": (12, 0, 0.0),
    "S19": (0, 100, 0.0),
}
_TENTHS = ("WTE",)


def outputs(seed: int) -> tuple[Row, ...]:
    """Every scheme's outputs; one that never opened has its plan and nothing delivered."""
    return tuple(line for scheme_id in _PLANS for line in _of(scheme_id, seed))


def _of(scheme_id: str, seed: int) -> list[Row]:
    scheme, (planned, percent, spread) = BY_ID[scheme_id], _PLANS[scheme_id]
    months = periods.span(scheme["actual_start"] or scheme["planned_start"], scheme["ended"] or LAST)
    plan = {month: planned or periods.days_in(month) for month in months}  # the taskforce counts its days
    step = 10 if scheme["output_unit"] in _TENTHS else 1
    rng = random.Random(f"{seed}/outputs/{scheme_id}")
    weights = {month: plan[month] * (1 + rng.uniform(-spread, spread)) for month in months}
    delivered = split(round(sum(plan.values()) * percent / 100 * step), weights)
    return [
        row("outputs", scheme_id=scheme_id, period=month, planned=plan[month], actual=delivered[month] / step)
        for month in months
    ]

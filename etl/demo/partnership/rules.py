"""The rule of every uploaded indicator in every area (section 4 of the example)."""

from etl.demo.partnership.place import A, Q, S
from etl.demo.partnership.series import COUNT, POINTS, SHARE, VALUE, Series

BEDS = 1_800  # care-home beds of Ambermoor


def _near(people: int) -> tuple[int, int]:
    """About this many people: five per cent either side."""
    return round(people * 0.95), round(people * 1.05)


def _each(values: dict[str, float], **same: object) -> dict[str, Series]:
    return {area: Series(COUNT, base, **same) for area, base in values.items()}  # type: ignore[arg-type]


def _share(area: str, base: float, people: int, **more: object) -> dict[str, Series]:
    return {area: Series(SHARE, base, _near(people), **more)}  # type: ignore[arg-type]


def _three(base: float, people: tuple[int, int, int], **more: object) -> dict[str, Series]:
    return {area: Series(SHARE, base, _near(n), **more) for area, n in zip((Q, A, S), people, strict=True)}  # type: ignore[arg-type]


RULES: dict[str, dict[str, Series]] = {
    "I03": _each({Q: 205.0, A: 62.0, S: 88.0}, growth=0.03, season=(0.03, 1), sigma=0.02, rho=0.4, per="calendar_day"),
    "I04": _three(14.2, (2_900, 880, 1_250), season=(0.3, 1), sigma=0.3, rho=0.3),
    "I05": _each({Q: 74.0, A: 23.0, S: 21.0}, sigma=0.02, rho=0.2),
    "I06": _three(82.0, (240, 75, 95), sigma=1.0, rho=0.2, quarterly=True),
    "I07": {area: Series(VALUE, base, season=(0.05, 2), sigma=0.035, rho=0.3) for area, base in ((S, 61.0), (Q, 96.0))},
    "I10": _each({S: 3.2}, sigma=0.06, rho=0.2, per="weekend_day"),
    "I11": _share(S, 54.0, 260, sigma=2.0, rho=0.3),
    "I12": {Q: Series(VALUE, 26.4, sigma=0.05, rho=0.3)},
    "I14": _share(S, 38.0, 310, sigma=2.0, rho=0.3, first="2017-10"),
    "I15": _share(S, 52.0, 1_450, season=(1.0, 1), sigma=0.8, rho=0.3),
    "I16": _share(Q, 71.0, 190, sigma=2.0, rho=0.3, first="2018-01"),
    "I17": _each({A: 97.0}, season=(0.04, 1), sigma=0.05, rho=0.3),
    "I19": _share(A, 38.0, 95, sigma=2.0, rho=0.3),
    "I20": _each({S: 24.0}, sigma=0.06, rho=0.2),
    "I21": _each({Q: 4.1}, sigma=0.05, rho=0.3, per="working_day"),
    "I22": _share(Q, 61.0, 85, sigma=1.5, rho=0.2),
    "I23": {
        area: Series(POINTS, base, growth=0.6, sigma=0.5, rho=0.5, quarterly=True)
        for area, base in ((Q, 9.5), (A, 11.2), (S, 12.4))
    },
    "I24": _share(S, 68.0, 310, sigma=2.0, rho=0.3),
    "I26": _share(S, 71.0, 105, quarterly=True, first="2016-04") | _share(A, 71.0, 50, quarterly=True, first="2016-04"),
    "I28": _share(S, 66.0, 50, quarterly=True, first="2016-04"),
    "I29": _share(Q, 78.0, 110, quarterly=True) | {A: Series(SHARE, 74.0, (8, 20), quarterly=True)},
}

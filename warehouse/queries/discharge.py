"""Indicators of the discharge reports over time, by month, day or week, for England, regions, boards and providers.

A month is the plain mean of its days as quoted, or the mean of its seven weekday means (METHODS M6); either says
how many days and providers are behind it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from domain import areas, discharge, organisations, periods, status
from domain.discharge import ACUTE, BALANCED, DAY, MONTH, PLAIN, WEEK
from domain.indicators import Indicator
from domain.successors import SUCCESSOR_BY_ID
from warehouse.queries.series import NotPublished
from warehouse.reader import View

SHARE = "discharge_pathway_share"
KINDS = (areas.COUNTRY, *organisations.KINDS)


@dataclass(frozen=True)
class Ask:
    """What is asked for. ``start`` and ``end`` are months, empty for open ends; ``grain`` is month, day or week.

    pathway: P0 to P3, needed for a share and for nothing else.
    """

    indicator: str
    setting: str = ACUTE
    start: str = ""
    end: str = ""
    basis: str = PLAIN
    grain: str = MONTH
    pathway: str = ""

    @property
    def defined(self) -> Indicator:
        """The indicator; raises KeyError for one of another family."""
        return SUCCESSOR_BY_ID[self.indicator]

    @property
    def source(self) -> str:
        """Id of the publication."""
        return discharge.SOURCE_OF_SETTING[self.setting]


class Figure(NamedTuple):
    """A value of one area and period, as ``series.Observation``, with what is behind it.

    days: days or weekly snapshots; organisations: providers that sent figures in the month; either None where it is
    not known or not asked. series: the monthly files or the national series, whichever speaks.
    """

    area_code: str
    period: str
    value: float | None
    unit: str
    status: str
    shorthand: str
    vintage: str
    source: str
    snapshot_id: str
    series: str
    days: int | None
    organisations: int | None
    note: str = ""


def check(ask: Ask, area_type: str = areas.COUNTRY) -> None:
    """Raises NotPublished for what no report holds; the text says what there is."""
    weekly, share = ask.indicator in discharge.BED_DAYS, ask.indicator == SHARE
    if area_type not in KINDS:
        raise NotPublished(
            f"{ask.indicator} is not published for a {area_type}: ask for England, an NHS region, an integrated care "
            "board or a provider"
        )
    if share != bool(ask.pathway):
        said = "needs a pathway, P0 to P3" if share else "is not split by pathway; discharge_pathway_share is"
        raise NotPublished(f"{ask.indicator} {said}")
    if ask.grain == DAY and (weekly or share):
        raise NotPublished(f"{ask.indicator} has no days; ask for {'weeks or months' if weekly else 'months'}")
    if ask.grain == WEEK and not weekly:
        raise NotPublished(f"{ask.indicator} has no weeks; ask for {'months' if share else 'days or months'}")
    if ask.basis == BALANCED and (weekly or share or ask.grain != MONTH):
        raise NotPublished(f"{ask.indicator} by {ask.grain} has no weekdays to balance; leave the basis plain")
    if ask.indicator == discharge.BED_DAYS[0] and ask.setting != ACUTE:
        raise NotPublished("community reports count bed days of stays of 14 and 21 days only")


_WINDOW = """
    AND ($start = '' OR {period} >= CAST($start || '-01' AS DATE))
    AND ($end = '' OR {period} < CAST($end || '-01' AS DATE) + INTERVAL 1 MONTH)
"""
_MONTHS = f"""
SELECT area_code, STRFTIME(period, '%Y-%m'), value, status, shorthand, STRFTIME(vintage, '%Y-%m-%d'), source,
    snapshot_id, series, days, organisations
FROM national.discharge_current
WHERE source = $source AND measure = $measure AND detail = '' AND basis = $basis AND pathway = 'all' AND {{areas}}
    {_WINDOW.format(period="period")}
ORDER BY area_code, period
"""  # noqa: S608 - words of ours
_SHARES = f"""
SELECT area_code, STRFTIME(period, '%Y-%m'),
    100.0 * SUM(CASE WHEN pathway = $pathway THEN value END) / NULLIF(SUM(value), 0),
    CASE WHEN COUNT(value) > 0 THEN 'derived' ELSE MAX(status) END,
    CASE WHEN COUNT(value) > 0 THEN '' ELSE MAX(shorthand) END, STRFTIME(MAX(vintage), '%Y-%m-%d'), MAX(source),
    MAX(snapshot_id), MAX(series), MAX(days), MAX(organisations),
    COUNT(CASE WHEN shorthand = '[c]' THEN 1 END), SUM(value)
FROM national.discharge_current
WHERE source = $source AND measure = $measure AND basis = 'total' AND pathway <> 'all' AND {{areas}}
    {_WINDOW.format(period="period")}
GROUP BY area_code, period
ORDER BY area_code, period
"""  # noqa: S608 - words of ours
_DAYS = f"""
SELECT area_code, STRFTIME(period, '%Y-%m-%d'), value, status, shorthand, STRFTIME(vintage, '%Y-%m-%d'), source,
    snapshot_id, series, NULL, NULL
FROM national.discharge_daily_current
WHERE source = $source AND measure = $measure AND detail = '' AND period_type = $grain AND pathway = 'all' AND {{areas}}
    {_WINDOW.format(period="period")}
ORDER BY area_code, period
"""  # noqa: S608 - words of ours


def series(view: View, ask: Ask, codes: Sequence[str]) -> tuple[Figure, ...]:
    """Figures in the order of areas and time; periods that no file holds have none. Raises NotPublished."""
    check(ask)
    if not codes:
        return ()
    which = "area_code = $code" if len(codes) == 1 else "area_code IN (SELECT unnest($codes))"
    asked: dict[str, Any] = {"source": ask.source, "measure": ask.defined.measure, "start": ask.start, "end": ask.end}
    asked |= {"code": codes[0]} if len(codes) == 1 else {"codes": list(codes)}
    if ask.indicator == SHARE:
        return tuple(_shares(ask, view.rows(_SHARES.format(areas=which), {**asked, "pathway": ask.pathway})))
    if ask.grain == MONTH:
        rows = view.rows(_MONTHS.format(areas=which), {**asked, "basis": ask.basis})
        return tuple(Figure._make((*row[:3], ask.defined.unit, *row[3:], _behind(ask, row))) for row in rows)
    unit = ask.defined.unit.removesuffix(" per day")
    rows = view.rows(_DAYS.format(areas=which), {**asked, "grain": ask.grain})
    return tuple(Figure._make((*row[:3], unit, *row[3:], "")) for row in rows)


def _shares(ask: Ask, rows: Sequence[tuple[Any, ...]]) -> Iterator[Figure]:
    for row in rows:
        *known, hidden, total = row
        note = "people discharged to a hospice are left out" if hidden else ""
        if total == 0:
            known[3:5] = status.REFUSED, status.NOT_AVAILABLE
            note = "no discharges in the month"
        yield Figure._make((*known[:3], ask.defined.unit, *known[3:], note))


def _behind(ask: Ask, row: tuple[Any, ...]) -> str:
    """In words, that a month is not whole; empty where it is."""
    month, value, days = row[1], row[2], row[9]
    if ask.indicator in discharge.BED_DAYS or not days:
        return ""
    if value is None:
        return f"{days} days are held, not one of every weekday"
    whole = periods.days_in(month)
    return "some months are the mean of fewer days than they have" if days < whole else ""

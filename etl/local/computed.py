"""What is computed of a place from its exact values: values as shown, limits, effects, verdicts, projections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.impact.facts import Claim
from analysis.impact.summary import Judged
from analysis.impact.window import Window, window
from domain import periods
from etl.local import delivered, designs, judged, limits, plans, shown, surveys
from etl.local.case import Case, Record, short
from etl.local.designs import Evidence
from etl.local.exact import Exact, Library
from etl.local.guard import Guard
from etl.local.state import Place
from etl.local.upload import Row
from warehouse.local_tables import DELIVERED, EFFECTS, OUTPUTS, PLANS, PROJECTIONS, SIGNALS, VALUES, VERDICTS
from warehouse.reader import View

TOO_SMALL = "too many of its values are small numbers: statistics are withheld"
Tables = dict[str, list[Record]]


def computed(place_id: str, place: Place, view: View) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Rows of the tables that are computed, by table; ``view`` is the national build that is read."""
    library = Library(place, view)
    into: Tables = {table.name: [] for table in (VALUES, SIGNALS, EFFECTS, VERDICTS, PROJECTIONS)}
    into[VALUES.name] = shown.values(library, place)
    into[PLANS.name] = plans.records(library, place)
    into[OUTPUTS.name] = delivered.outputs(place.rows["schemes"], place.rows["outputs"])
    into[DELIVERED.name] = delivered.delivered(place.rows["schemes"], place.rows["outputs"])
    _limits(library, place, into)
    desk = Desk(place, library, judged.claims(place.rows["schemes"], place.rows["links"]), into)
    for row in place.rows["schemes"]:
        links = [link for link in place.rows["links"] if link["scheme_id"] == row["scheme_id"]]
        verdicts = [_link(link, row, desk) for link in links if link["role"] != "context"]
        into[VERDICTS.name] += judged.lines(row, verdicts)
    return dict(into)


def _limits(library: Library, place: Place, into: Tables) -> None:
    starts = limits.first_starts(place.rows["schemes"], place.rows["links"])
    for name, area in library.uploaded:
        if not library.too_small(name, area):
            guard = library.guard(name, area)
            into[SIGNALS.name] += limits.signals(library.get(name, area), starts.get((name, area), ""), guard)


@dataclass(frozen=True)
class Desk:
    """What lies before whoever judges the links of a place, and the tables that what is found goes into."""

    place: Place
    library: Library
    claims: tuple[Claim, ...]
    into: Tables


def _link(link: Row, row: Row, desk: Desk) -> Judged:
    """One link judged; what was found on the way goes into the tables."""
    place, library, into = desk.place, desk.library, desk.into
    series = library.get(link["indicator_id"], row["area_code"], link["body"] or "")
    span = _window(row, link, series, place)
    case = Case(link, series, span, place.about.area_codes, *_guarded(link, row, span, library))
    found = _evidence(case, row)
    output = judged.delivered(place.rows["outputs"], row, span.running)
    verdict = judged.judge(case, judged.Scheme(row, output, desk.claims), found)
    names = {"scheme_id": link["scheme_id"], "indicator_id": link["indicator_id"], "body": link["body"] or ""}
    into[EFFECTS.name] += [{**names, "design": name, **record} for name, record in found.records.items()]
    into[VERDICTS.name].append(judged.link_record(case, verdict, judged.months_left(case, verdict, found)))
    into[PROJECTIONS.name] += _projected(names, span, found)
    level, role = str(series.indicator["level"]), str(link["role"])
    return Judged(link["indicator_id"], level, role, verdict, primary=link["is_primary"] == "yes")


def _window(row: Row, link: Row, series: Exact, place: Place) -> Window:
    """The months of a scheme: from its actual start, else the planned one, to the last value held."""
    start = row["actual_start"] or row["planned_start"]
    last = max(series.values, default=periods.plus(place.about.as_at, -1))
    changed = series.indicator["changed"] or ""
    first = max(changed if changed < start else "", min(series.values, default=""))
    last = periods.plus(last, series.step - 1)
    return window(start, last=last, lag=link["lag"] or 0, end=row["ended"] or "", first=min(first, start))


def _guarded(link: Row, row: Row, span: Window, library: Library) -> tuple[str, Guard | None]:
    """Why statistics of the claim's series are withheld (empty where they are not), and its guard."""
    name, area = link["indicator_id"], row["area_code"]
    guard = library.guard(name, area)
    if library.too_small(name, area):
        return TOO_SMALL, guard
    if guard is None or not row["actual_start"] or library.get(name, area).survey:
        return "", guard
    return guard.refuses(span.before, span.judged), guard


def _evidence(case: Case, row: Row) -> Evidence:
    if not row["actual_start"] or not case.series.values:
        return Evidence()
    if case.suppressed:
        name = designs.SURVEY if case.series.survey else designs.ITS
        return Evidence({name: {"refused": case.suppressed}}, name)
    return surveys.survey_evidence(case) if case.series.survey else designs.series_evidence(case)


def _projected(names: Record, span: Window, found: Evidence) -> list[Record]:
    """What the design on the own past expected, and the phase of every month."""
    expected = dict(found.estimate.projection) if found.estimate else {}
    left = found.chosen.months if found.chosen and found.chosen.fired else ()
    phases = [("pre", span.pre), ("roll_in", span.roll_in), ("post", span.post)]
    return [
        {
            **names,
            "period": month,
            "phase": "left_out" if month in left else phase,
            "fitted": short(expected[month]) if month in expected else None,
        }
        for phase, months in phases
        for month in months
    ]

"""One claim of a scheme as a panel: what happened around the start, with its verdict."""

from dataclasses import dataclass
from urllib.parse import urlencode

from components import text
from components.chart_panel import Panel
from components.figures.before_after import Around, around_chart
from components.tables import Column, Table
from components.url_state import href
from domain import delays, periods
from domain.local import words as local
from panels.schemes import words
from panels.schemes.held import Held
from panels.schemes.series import Drawn, drawn
from warehouse.queries.local import evidence
from warehouse.queries.local.evidence import Effect, Projected, Verdict
from warehouse.queries.local.measures import Link
from warehouse.queries.local.plan import Scheme
from warehouse.reader import View

TAKEN = ("before_after", "survey")


@dataclass(frozen=True)
class Card:
    """A claim: its link, verdict, panel (None where no value is held) and the figures under it."""

    link: Link
    verdict: Verdict | None
    panel: Panel | None
    said: str


def card(view: View, held: Held, scheme: Scheme, link: Link, axis: tuple[str, ...]) -> Card:
    """The card of a link on the time axis that all charts of the chain share."""
    verdict = next(
        (
            one
            for one in held.linked(scheme.scheme_id)
            if (one.indicator_id, one.body) == (link.indicator_id, link.body)
        ),
        None,
    )
    series = drawn(view, held, link.indicator_id, scheme.area_code, link.body)
    months = evidence.projection(view, held.where.place.place_id, scheme.scheme_id, link.indicator_id, link.body)
    effect = held.effect(verdict, *words.PRIMARY) if verdict else None
    if not series.values:
        return Card(link, verdict, None, said(held, scheme, verdict, effect))
    described = held.effect(verdict, *TAKEN) if verdict else None
    panel = Panel(
        f"scheme-{link.indicator_id.lower()}{'-' + link.body.replace('_', '-') if link.body else ''}",
        finding=finding(series, described, link),
        subtitle=_subtitle(held, link, series),
        figure=around_chart(_around(scheme, series, months, described, axis)),
        table=table(series, months, scheme),
        source=f"Source: {series.source}",
        csv=href("/export/scheme-series.csv", _query(held, scheme, link)),
        note=_note(series),
    )
    return Card(link, verdict, panel, said(held, scheme, verdict, effect))


def _query(held: Held, scheme: Scheme, link: Link) -> str:
    pairs = {
        "place": held.where.place.place_id,
        "scheme": scheme.scheme_id,
        "indicator": link.indicator_id,
        "body": link.body,
    }
    return urlencode({key: value for key, value in pairs.items() if value})


def finding(series: Drawn, described: Effect | None, link: Link) -> str:
    """The indicator and its means before and after, in words."""
    name = series.indicator.name
    if link.body:
        name = f"{name}, {delays.BODY_LABELS[link.body]}"
    if described is None or described.mean_before is None or described.mean_after is None:
        return name
    margins = words.margins(described)
    ends = (number(series, described.mean_before, margins[0]), number(series, described.mean_after, margins[1]))
    return f"{name}: {ends[0]} to {ends[1]}"


def number(series: Drawn, value: float, margin: float | None = None) -> str:
    """A value as the indicator is written, with its margin where it has one."""
    shown = [text.decimal(one, series.decimals) for one in (value, margin) if one is not None]
    return f"{f'{text.NBSP}±{text.NBSP}'.join(shown)}{series.suffix}"


def _subtitle(held: Held, link: Link, series: Drawn) -> str:
    role = f"{local.ROLES[link.role].split(':')[0].lower()}{', primary' if link.is_primary == 'yes' else ''}"
    exposure = series.indicator.exposure
    per = f" per {local.EXPOSURES[exposure].lower()}" if exposure.endswith("_day") else ""
    unit = text.sentence(series.indicator.unit) if series.indicator.unit != "%" else "Share of people, %"
    wider = f", by {series.frequency}" if series.frequency != "month" else ""
    return f"{unit}{per}{wider}. {link.indicator_id}, {role}."


def _around(
    scheme: Scheme, series: Drawn, months: tuple[Projected, ...], described: Effect | None, axis: tuple[str, ...]
) -> Around:
    pre = tuple(one.period for one in months if one.phase in ("pre", "left_out") and one.period in axis)
    roll_in = tuple(one.period for one in months if one.phase == "roll_in")
    before = after = None
    drawn_means = bool(pre) and not series.margins
    if drawn_means and described and described.mean_before is not None and described.mean_after is not None:
        before = (periods.span(max(described.pre_first, axis[0]), described.pre_last), described.mean_before)
        after = (periods.span(described.post_first, min(_end(described, series), axis[-1])), described.mean_after)
    return Around(
        axis,
        {month: value for month, value in series.values.items() if month in axis},
        start=scheme.actual_start,
        planned=scheme.planned_start,
        roll_in=roll_in,
        before=before,
        after=after if after and after[0] else None,
        suffix=series.suffix,
        decimals=series.decimals,
        line=series.frequency == "month",
        ceiling=series.top,
        margins=series.margins,
    )


def _end(described: Effect, series: Drawn) -> str:
    return periods.plus(described.post_last, {"month": 0, "quarter": 2}.get(series.frequency, 11))


def table(series: Drawn, months: tuple[Projected, ...], scheme: Scheme) -> Table:
    """Every value with the phase of its month and what the registered design expected without the scheme."""
    unit = series.indicator.unit
    margin = (Column("margin", "Margin, ±", series.decimals),) if series.margins else ()
    columns = (
        Column("period", "Month" if series.frequency == "month" else "Middle of the period", kind="month"),
        Column("value", text.sentence(unit), series.decimals),
        *margin,
        Column("expected", "Expected without the scheme", series.decimals),
        Column("phase", "Phase", kind="text"),
        Column("status", "Status", kind="text"),
    )
    phases = {one.period: (one.phase, one.fitted) for one in months}
    every = sorted({*series.values, *series.why})
    rows = tuple(
        (
            month,
            series.values.get(month),
            *([series.margins.get(month)] if margin else []),
            phases.get(month, ("", None))[1],
            phases.get(month, ("", None))[0].replace("_", " "),
            series.why.get(month, "revised" if month in series.revised else "shown"),
        )
        for month in every
    )
    return Table(
        f"{series.indicator.name}", f"{series.indicator.name}, {scheme.scheme_id} {scheme.name}", columns, rows
    )


def _note(series: Drawn) -> str:
    reasons = sorted(set(series.why.values()))
    parts = [f"{text.count(len(series.why), 'value')} not shown: {'; '.join(reasons)}."] if reasons else []
    parts += [f"Revised: {text.join([text.month(month) for month in series.revised])}."] if series.revised else []
    return " ".join(parts)


def said(held: Held, scheme: Scheme, verdict: Verdict | None, effect: Effect | None) -> str:
    """What stands under a chart: the estimate with its interval against its own past, or why there is none."""
    if verdict is None:
        return f"Not claimed by {scheme.scheme_id}. To be read beside the results, not as their cause."
    shared = [
        link.scheme_id
        for link in held.links
        if (link.indicator_id, link.body) == (verdict.indicator_id, verdict.body)
        and link.scheme_id != scheme.scheme_id
        and (other := held.scheme(link.scheme_id)) is not None
        and other.area_code == scheme.area_code
    ]
    also = f" Also watched by {text.join(shared)}." if shared and verdict.role == "balancing" else ""
    if effect is None or not words.interval(effect):
        return f"{text.sentence(verdict.why)}.{also}"
    if surveyed := words.surveyed(effect):
        return f"{surveyed} {text.sentence(verdict.why)}.{also}"
    past = "by answers before and after" if effect.design == "survey" else "against its own past"
    return f"{words.interval(effect)} {past}. {text.sentence(verdict.why)}.{also}"

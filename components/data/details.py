"""Sections of the data page: failures, checks, gaps, files and changes of councils.

Rows come as they are stored (named tuples of the queries); here they only become words.
"""

from collections.abc import Sequence
from typing import Any

from dash import html

from components import tables, text
from components.tables import Column, Table
from domain import periods


def messages(found: Sequence[tuple[str, str, str]]) -> html.Section:
    """What could not be refreshed and what a person should look at, file by file."""
    if not found:
        said: list[Any] = [html.P("Nothing failed in the last refresh, and nothing needs a look.")]
    else:
        said = [
            html.Ul(
                [html.Li([html.B(f"{source}: "), _short(about), html.Br(), words]) for source, about, words in found],
                className="plain",
            )
        ]
    return html.Section([html.H2("Failures and warnings"), *said], className="sec")


def _short(about: str) -> str:
    return about.rsplit("/", 1)[-1].split("?", maxsplit=1)[0] or about if about.startswith("http") else about


def checks(differences: Sequence[Any], workbooks: int, corrected: Sequence[Any] = ()) -> html.Section:
    """What was reconciled, and the months in which two publications differ for England."""
    apart = [d for d in differences if d.difference]
    sure = (
        f"In each of the {workbooks} council workbooks in use, the rows below England add up to England in every "
        "column of all three council sheets; a workbook that does not is refused."
    )
    series = (
        "In the England series, the bodies, the reasons, the types of care and the full table each add up to the "
        "total in every month."
    )
    parts: list[Any] = [html.P(sure), html.P(series)]
    if differences:
        said = (
            f"England in the council workbooks and in the series is compared in {len(differences)} months and differs "
            f"in {len(apart)}; the series is shown."
        )
        parts.append(html.P(said))
    if apart:
        columns = (
            Column("period", "Month", kind="month"),
            Column("a", "Series, days"),
            Column("b", "Workbooks, days"),
            Column("c", "Workbooks minus series"),
        )
        rows = tuple((d.period, d.national_days, d.councils_days, d.difference) for d in apart)
        table = Table(
            "months that differ", "Delayed days in England: months in which the two publications differ", columns, rows
        )
        parts.append(tables.draw(table, label=table.caption))
    return html.Section([html.H2("Checks"), *parts, *corrected], className="sec")


def gaps(missing: Sequence[str], not_submitted: Sequence[tuple[str, str]]) -> html.Section:
    """Months for which no council workbook is held, and returns that were not sent."""
    months = text.join([text.month(month) for month in missing]) if missing else ""
    first = "Council workbooks are held for every month between the first and the last."
    if missing:
        they = "It is a gap" if len(missing) == 1 else "They are gaps"
        first = (
            f"No council workbook is held for {text.count(len(missing), 'month')}: {months}. {they}, never filled in."
        )
    parts: list[Any] = [html.P(first)]
    if not_submitted:
        items = [html.Li(f"{text.month(month)}: {name}") for month, name in not_submitted]
        were = "was not sent; it is" if len(not_submitted) == 1 else "were not sent; they are"
        said = f"{text.count(len(not_submitted), 'return')} of councils {were} shown as not submitted, never as zero"
        parts.append(html.Details([html.Summary(said), html.Ul(items)]))
    return html.Section([html.H2("Gaps"), *parts], className="sec")


FILE_COLUMNS = (
    Column("release", "Release", kind="text"),
    Column("file_name", "File", kind="text"),
    Column("published", "Published", kind="text"),
    Column("revised", "Revised", kind="text"),
    Column("retrieved", "Loaded", kind="text"),
    Column("use", "Use", kind="text"),
    Column("sha256", "sha256 begins", kind="text"),
)


def files(found: Sequence[tuple[str, Any, Sequence[Any]]]) -> html.Section:
    """Every file of every source, closed until asked for."""
    return html.Section([html.H2("Files"), *(_files(held, kept) for _, held, kept in found)], className="sec")


def _files(held: Any, kept: Sequence[Any]) -> html.Details:
    rows = tuple(
        (
            _release(f.release),
            f.file_name,
            text.day(f.published) if f.published else "no date",
            text.day(f.revised) if f.revised else "no date",
            text.day(f.retrieved_at.date()),
            "in use" if f.is_current else "kept, an earlier version",
            f.sha256[:12],
        )
        for f in kept
    )
    table = Table(f"files of {held.name}", f"Files of {held.name}", FILE_COLUMNS, rows)
    page = html.P([f"Publisher’s page: {held.landing}"], className="note")
    return html.Details(
        [
            html.Summary(f"{held.name}: {text.count(len(kept), 'file')}"),
            page,
            html.Div(tables.draw(table, label=table.caption), className="small-table"),
        ]
    )


def _release(key: str) -> str:
    """What a file is a release of: a month in words, and anything else as it is."""
    try:
        return text.month(periods.month(key))
    except periods.PeriodError:
        return key


def area_changes(found: Sequence[Any]) -> html.Section:
    """Changes of councils since 2009 with the order that made them."""
    columns = (
        Column("date", "From", kind="text"),
        Column("before", "Before", kind="text"),
        Column("after", "After", kind="text"),
        Column("kind", "What may be carried across", kind="text"),
        Column("order", "Legal source", kind="text"),
    )
    kinds = {
        "recoded": "everything: the same area under a new code",
        "divided": "the sum of the new councils",
        "merged": "the sum of the old councils",
        "redrawn": "only the sum of all councils named: boundaries moved",
    }
    rows = tuple(
        (
            text.day(c.changed_on),
            f"{c.before_name} {c.before_code}",
            f"{c.after_name} {c.after_code}",
            kinds[c.kind],
            c.legal_order,
        )
        for c in found
    )
    table = Table("changes of councils", "Changes of upper-tier councils in England since 2009", columns, rows)
    return html.Section(
        [
            html.H2("Changes of councils"),
            html.Details(
                [
                    html.Summary(f"{len(rows)} changes of codes since 2009, with their legal source"),
                    tables.draw(table, label=table.caption),
                ]
            ),
        ],
        className="sec",
    )

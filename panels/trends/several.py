"""Where the chart may speak: the other indicators of the area, each with what its chart may say (METHODS M4, M7)."""

from collections import Counter
from typing import Any

from analysis import fitness as fit
from analysis import spc
from components import text
from components.chart_panel import Panel
from components.figures.control_small import small_control_chart
from components.figures.control_view import Control
from components.rule_names import RULE_NAMES
from components.tables import Column, Table
from components.trends.choice import PROFILES
from components.trends.measures import SHARE
from components.trends.several import Listed, Small
from components.url_state import href
from panels import sources
from panels.trends import reading, words
from panels.trends.lines import Line
from panels.trends.trend import WINDOW, Trend

ID = "trends-several"
MOST = 3  # small charts in a row
BARRED = {
    "Direction only": "give a direction only",
    "No stable level": "have no stable level",
    "Trial limits": "have trial limits",
    "No limits": "have too few months",
    "No variation": "do not vary",
}


def spoken(found: Trend, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The other lines that may carry an icon and are drawn: those with a signal first, then the largest."""
    able = [line for line in lines if line.fitness.kind == fit.ICON and not _here(found, line)]
    return tuple(sorted(able, key=lambda line: (reading.icon(line) == "common", -_size(line)))[:MOST])


def _here(found: Trend, line: Line) -> bool:
    """Whether the view itself shows a line, read in the same way."""
    same = (line.choice.indicator, line.choice.body, line.choice.reason, line.choice.pathway)
    shown = (found.choice.indicator, found.body, found.choice.reason, found.choice.pathway)
    plain = found.season is None and found.choice.rebase is None and found.limited == line.months
    return plain and same == shown


def _size(line: Line) -> float:
    return reading.phase(line).mean or 0.0


def panel(found: Trend, lines: tuple[Line, ...]) -> Panel | None:
    """The panel of an area's indicators; None where nothing but the view itself is held."""
    if len(lines) < 2:
        return None
    drawn = spoken(found, lines)
    return Panel(
        ID,
        finding=finding(found, lines),
        subtitle=subtitle(found, lines),
        figure=None,
        table=table(found, drawn),
        source=sources.cited(
            found.held,
            _sources(lines),
            build=found.build,
            demonstration=found.demonstration,
            version=found.choice.vintage,
        ),
        csv=href(f"/export/{ID}.csv", found.choice.query),
        note=chance(lines),
    )


def finding(found: Trend, lines: tuple[Line, ...]) -> str:
    """Whether any chart of the area may speak."""
    if spoken(found, lines):
        return "Where one month says little about the next, the chart may speak"
    if any(line.fitness.kind == fit.ICON for line in lines):
        return f"Of the series of {found.area.name} only the one above may call a month a signal"
    return f"No single month can be called a signal in any series of {found.area.name}"


def subtitle(found: Trend, lines: tuple[Line, ...]) -> str:
    """How many may carry an icon, why the others may not, and by which rules."""
    able = sum(line.fitness.kind == fit.ICON for line in lines)
    kinds = Counter(reading.sign(line)[1] for line in lines if line.fitness.kind != fit.ICON)
    others = text.join([f"{count} {BARRED[kind]}" for kind, count in kinds.most_common()])
    drawn = len(spoken(found, lines))
    few = f" {drawn} are drawn: those with a signal, then the largest." if able > drawn == MOST else ""
    barred = f"; {others}" if others else ""
    return (
        f"{able or 'None'} of the {len(lines)} series of {found.area.name} may carry an icon{barred}."
        f"{few} An icon needs r1 under 0.3, a stable level and no trend over 2{text.NBSP}% a year in the latest "
        f"{WINDOW} months. As published, without new phases; profile {PROFILES[found.choice.profile]}."
    )


def chance(lines: tuple[Line, ...]) -> str:
    """How many icons chance would give, and how many there are (METHODS M7)."""
    expected = text.decimal(fit.by_chance(line.fitness.r1 for line in lines), 1)
    shown = sum(reading.icon(line) not in ("", "common") for line in lines)
    given = {0: "none is given", 1: "one is given"}.get(shown, f"{shown} are given")
    return (
        f"With {len(lines)} indicators about {expected} icons would appear by chance, were each allowed one; {given}."
    )


def smalls(drawn: tuple[Line, ...]) -> list[Small]:
    """The small charts in their order."""
    return [_small(line) for line in drawn]


def _small(line: Line) -> Small:
    last = reading.phase(line)
    unit = "per cent" if line.choice.form == SHARE else line.choice.defined.unit
    name, heading = reading.sign(line)
    limits = ""
    if last.mean is not None and last.lower is not None and last.upper is not None:
        low, mean, high = (reading.number(line, value) for value in (last.lower, last.mean, last.upper))
        limits = f"Mean {mean}, limits {low} to {high}."
    quiet = reading.icon(line) == "common"
    rule = "" if quiet else f" {text.month(reading.latest(line))} meets the rule ‘{reading.rule_name(line)}’."
    return Small(
        sign=name,
        heading=heading,
        said=f"{reading.HEADINGS[reading.icon(line) or 'common'][2]}{rule}",
        finding=f"{line.name}: {reading.moved(line)}",
        about=f"{text.sentence(unit)}, {text.stretch(line.months[0], line.months[-1])}. r1 = {_r1(line)}{_few(line)}.",
        figure=small_control_chart(_drawn(line)),
        limits=limits,
        href=words.address(line),
    )


def _drawn(line: Line) -> Control:
    return Control(
        name=line.name,
        months=line.months,
        values=line.values,
        limited=line.months,
        chart=line.chart,
        decimals=line.choice.defined.decimals,
        ceiling=100.0 if line.choice.form == SHARE else None,
        unit=line.choice.defined.unit,
    )


def _r1(line: Line) -> str:
    return "–" if line.fitness.r1 is None else text.decimal(line.fitness.r1, 2)


def _few(line: Line) -> str:
    high = (line.fitness.r1 or 0.0) >= fit.DEPENDENT
    return ", of too few months to count" if high and line.fitness.points < fit.ENOUGH else ""


def table(found: Trend, drawn: tuple[Line, ...]) -> Table:
    """The months of the small charts: values, and the rules that they meet."""
    columns = [Column("period", "Month", kind="month")]
    for line in drawn:
        columns.append(Column(f"value_{len(columns)}", line.name, line.choice.defined.decimals or None))
        columns.append(Column(f"rules_{len(columns)}", "Rules met", kind="text"))
    months = sorted(set().union(*(line.months for line in drawn)))
    rows = tuple((month, *(cell for line in drawn for cell in _cells(line, month))) for month in months)
    caption = f"Small control charts, {found.area.name}: every month with the rules it meets"
    return Table("the small control charts", caption, tuple(columns), rows)


def _cells(line: Line, month: str) -> tuple[Any, str]:
    if month not in line.months:
        return None, "no limits"
    point = line.chart.points[line.months.index(month)]
    absent = "not submitted" if month in line.observations else None
    return line.values.get(month, absent), ", ".join(RULE_NAMES[rule] for rule in point.rules) or "none"


def listed(found: Trend, lines: tuple[Line, ...]) -> list[Listed]:
    """Every indicator with what its chart may say, in words."""
    return [_listed(found, line) for line in lines]


def _listed(found: Trend, line: Line) -> Listed:
    return Listed(
        name=line.name,
        href="" if _here(found, line) else words.address(line),
        latest=reading.number(line, line.published[reading.latest(line)]),
        r1=_r1(line),
        sign=reading.sign(line)[0],
        heading=reading.sign(line)[1],
        why=_why(line),
        finding=text.sentence(reading.moved(line)),
    )


def _why(line: Line) -> str:
    """Why a chart has no icon, in a few words; empty where it may have one."""
    if line.fitness.kind == fit.ICON or reading.sign(line)[1] in ("No limits", "Trial limits", "No variation"):
        return ""
    if line.fitness.kind == spc.NONE:
        return f"{line.fitness.flagged} of {line.fitness.points} months meet a rule"
    slope = text.percent(line.slope or 0.0)
    return "months lean on each other" if reading.leaning(line) else f"trend of {slope} a year"


def _sources(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Publications that the values of the months shown came from."""
    every = [one.source for line in lines for month, one in line.observations.items() if month in line.months]
    rate = ("population",) if any(line.choice.defined.per_adults for line in lines) else ()
    return (*dict.fromkeys(every), *rate)

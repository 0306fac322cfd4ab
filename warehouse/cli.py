"""The command line of the warehouse: figures as CSV or JSON, at full precision."""

import argparse
import csv
import json
import sys
from collections.abc import Sequence

from config import Settings, SettingsError, load
from domain import areas, delays, periods, vintages
from domain.delays import BODIES, CARE_TYPES, REASON_CODES
from domain.documented_indicators import DOCUMENTED
from domain.indicators import INDICATORS
from domain.successors import SUCCESSOR_BY_ID, SUCCESSORS
from domain.vintages import VintageError
from warehouse import discharge_cli
from warehouse.queries import areas as area_queries
from warehouse.queries import mergers, places, versions
from warehouse.queries.areas import Area, UnknownArea
from warehouse.queries.offered import loaded, offered
from warehouse.queries.organisations import UnknownOrganisation
from warehouse.queries.series import ASCOF, CALENDAR, Ask, NotPublished, Observation, UnknownIndicator, check, series
from warehouse.reader import Reader, View, where

USAGE, NO_WAREHOUSE = 2, 4
FIELDS = ("area_code", "period", "value", "unit", "status", "vintage", "source")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="python -m warehouse", description="Figures of the warehouse that is served.")
    commands = top.add_subparsers(dest="command", required=True)
    one = commands.add_parser("series", help="an indicator over time")
    one.add_argument("--indicator", required=True, help="id of the indicator, for example dtoc_beds")
    one.add_argument(
        "--area", action="append", required=True, help="code or name of an area or trust (may repeat), or all"
    )
    one.add_argument("--from", dest="start", type=periods.month, metavar="YYYY-MM", help="first month")
    one.add_argument("--to", dest="end", type=periods.month, metavar="YYYY-MM", help="last month")
    one.add_argument("--body", choices=(*BODIES, delays.ALL), default=delays.ALL, help="who is responsible")
    one.add_argument("--reason", type=str.upper, choices=(*REASON_CODES, "ALL"), default="ALL", help="reason for delay")
    one.add_argument("--care", choices=(*CARE_TYPES, delays.ALL), default=delays.ALL, help="type of care")
    one.add_argument(
        "--convention", choices=(CALENDAR, ASCOF), default=CALENDAR, help="which year's population a rate uses"
    )
    one.add_argument("--merged", action="store_true", help="a trust together with those that it took over")
    discharge_cli.add_options(one)
    one.add_argument(
        "--vintage",
        default="",
        metavar="first|final|YYYY-MM-DD",
        help="which version: the first, the current, or a day's",
    )
    one.add_argument("--format", choices=("csv", "json"), default="csv")
    listed = commands.add_parser("indicators", help="indicators whose publications have loaded")
    listed.add_argument("--all", action="store_true", help="also those that wait for a file, with what they wait for")
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    options = parser().parse_args(arguments)
    try:
        view = _view(load())
        if view is None:
            print("there is no warehouse yet: 'make run' or 'python -m etl refresh' makes one", file=sys.stderr)
            return NO_WAREHOUSE
        if options.command == "indicators":
            return _indicators(view, options)
        return _series(view.at(vintages.parse(options.vintage)), options)
    except (
        SettingsError,
        UnknownIndicator,
        UnknownArea,
        UnknownOrganisation,
        NotPublished,
        VintageError,
    ) as problem:
        print(problem, file=sys.stderr)
        return USAGE


def _view(settings: Settings) -> View | None:
    return Reader(settings.data_dir / where(settings.data_dir, settings.sources)).view()


def _indicators(view: View, options: argparse.Namespace) -> int:
    every = (*INDICATORS, *DOCUMENTED, *SUCCESSORS)
    held, shown = loaded(view), offered(view, every)
    for one in every if options.all else shown:
        waits = "" if one in shown else f"; waits for {', '.join(sorted(set(one.needs) - held))}"
        print(f"{one.id}: {one.label} ({one.unit}){waits}")
    return 0


def _series(view: View, options: argparse.Namespace) -> int:
    if options.indicator in SUCCESSOR_BY_ID:
        return discharge_cli.run(view, options)
    discharge_cli.refuse_options(options)
    reason = options.reason if options.reason in REASON_CODES else delays.ALL
    ask = Ask(
        options.indicator,
        options.start or "",
        options.end or "",
        options.body,
        reason,
        options.care,
        options.convention,
    )
    _ = ask.defined
    wanted = _areas(view, ask, options.area)
    codes = [area.code for area in wanted]
    merged = (one for code in codes for one in mergers.bridged(view, ask, code)) if options.merged else ()
    found = tuple(merged) if options.merged else series(view, ask, codes)
    if options.format == "json":
        json.dump([_row(observation) for observation in found], sys.stdout, indent=1)
        print()
    else:
        writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(_row(observation) for observation in found)
    if view.mode == "demo":
        print("Demonstration data, not real figures.", file=sys.stderr)
    codes, held = [area.code for area in wanted], {observation.period for observation in found}
    unheld = versions.not_held(view, ask, codes, held)
    _mention_version(view, ask, unheld)
    _mention_gaps(found, unheld)
    return 0


def _areas(view: View, ask: Ask, names: Sequence[str]) -> list[Area]:
    """The areas asked for; ``all`` means every area for which such a figure is published."""
    if "all" not in [name.lower() for name in names]:
        wanted = [places.find(view, name, ask.defined.family) for name in names]
        for area in wanted:
            check(ask, area)
        return wanted
    known = (*area_queries.every(view, areas.COUNTRY, areas.REGION, areas.COUNCIL), *places.every(view))
    every = [area for area in known if _published(ask, area)]
    if not every:
        check(ask, area_queries.every(view)[0])
    return every


def _published(ask: Ask, area: Area) -> bool:
    try:
        check(ask, area)
    except NotPublished:
        return False
    return True


def _row(observation: Observation) -> dict[str, object]:
    row = observation._asdict()
    value = row["value"]
    row["value"] = int(value) if isinstance(value, float) and value.is_integer() else value
    return {name: row[name] for name in FIELDS}


def _mention_version(view: View, ask: Ask, unheld: Sequence[str]) -> None:
    """Which version is shown, months that were out in a version not held, and what no version is chosen of."""
    if view.vintage.is_final:
        return
    print(f"version: {view.vintage.words}", file=sys.stderr)
    if unheld:
        words = f"published by {view.vintage.text}, but the version of that day is not held"
        print(f"{words}: {', '.join(unheld)}", file=sys.stderr)
    if ask.defined.per_adults:
        print(f"note: {versions.POPULATIONS}", file=sys.stderr)


def _mention_gaps(found: Sequence[Observation], told: Sequence[str]) -> None:
    """Months inside the window that no file holds have no row; say so, beside the output, unless it was told."""
    held = sorted({observation.period for observation in found})
    if not held:
        print("no months in this window", file=sys.stderr)
        return
    missing = [month for month in periods.span(held[0], held[-1]) if month not in (*held, *told)]
    if missing:
        print(f"not held: {', '.join(missing)}", file=sys.stderr)
    for note in sorted({observation.note for observation in found if observation.note}):
        print(f"note: {note}", file=sys.stderr)

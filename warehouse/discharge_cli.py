"""The part of the command line that answers indicators of the discharge reports."""

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from contextlib import suppress

from domain import areas, delays, discharge, organisations, periods
from domain.discharge import ACUTE, BASES, DAY, MONTH, PATHWAYS, PLAIN, SETTINGS, WEEK
from warehouse.queries import areas as area_queries
from warehouse.queries import organisations as organisation_queries
from warehouse.queries.areas import UnknownArea
from warehouse.queries.discharge import Ask, Figure, check, series
from warehouse.queries.organisations import UnknownOrganisation
from warehouse.queries.series import NotPublished
from warehouse.reader import View

FIELDS = ("area_code", "period", "value", "unit", "status", "vintage", "source", "series", "days", "organisations")
ENGLAND = (areas.ENGLAND.casefold(), "england")


def add_options(command: argparse.ArgumentParser) -> None:
    """The options that only these indicators have."""
    only = "discharge reports only: "
    command.add_argument("--setting", choices=SETTINGS, default=ACUTE, help=only + "acute trusts or community beds")
    command.add_argument("--basis", choices=tuple(BASES), default=PLAIN, help=only + "which mean of a month's days")
    command.add_argument("--grain", choices=(MONTH, DAY, WEEK), default=MONTH, help=only + "months, days or weeks")
    command.add_argument("--pathway", type=str.upper, choices=tuple(PATHWAYS), default="", help=only + "P0 to P3")


def refuse_options(options: argparse.Namespace) -> None:
    """Raises NotPublished where an option of these indicators is given for another."""
    asked = (options.setting != ACUTE, options.basis != PLAIN, options.grain != MONTH, bool(options.pathway))
    if any(asked):
        raise NotPublished(f"{options.indicator} has no setting, basis, grain or pathway; only discharge reports have")


def run(view: View, options: argparse.Namespace) -> int:
    """Print an indicator of the discharge reports; the exit code."""
    if (options.body, options.reason, options.care) != (delays.ALL, "ALL", delays.ALL):
        raise NotPublished(f"{options.indicator} has no body, reason or care; only delays are split so")
    ask = Ask(
        options.indicator,
        options.setting,
        options.start or "",
        options.end or "",
        options.basis,
        options.grain,
        options.pathway,
    )
    check(ask)
    found = series(view, ask, _codes(view, ask, options.area))
    if options.format == "json":
        json.dump([_row(figure) for figure in found], sys.stdout, indent=1)
        print()
    else:
        writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(_row(figure) for figure in found)
    if view.mode == "demo":
        print("Demonstration data, not real figures.", file=sys.stderr)
    _mention(ask, found)
    return 0


def _codes(view: View, ask: Ask, names: Sequence[str]) -> list[str]:
    """England or an organisation by code or name; ``all`` means every one that a report names."""
    if "all" in [name.casefold() for name in names]:
        return [areas.ENGLAND, *(one.code for one in organisation_queries.every(view, *organisations.KINDS))]
    return [areas.ENGLAND if name.strip().casefold() in ENGLAND else _code(view, ask, name) for name in names]


def _code(view: View, ask: Ask, name: str) -> str:
    """Code of an organisation; raises NotPublished for a council, which no report knows."""
    try:
        return organisation_queries.find(view, name).code
    except UnknownOrganisation:
        with suppress(UnknownArea):
            check(ask, area_queries.find(view, name).type)
        raise


def _row(figure: Figure) -> dict[str, object]:
    row = figure._asdict()
    value = row["value"]
    row["value"] = int(value) if isinstance(value, float) and value.is_integer() else value
    return {name: row[name] for name in FIELDS}


def _mention(ask: Ask, found: Sequence[Figure]) -> None:
    """Beside the output: months that no file holds, and what a reader must know."""
    held = sorted({figure.period[:7] for figure in found})
    if not held:
        print("nothing is held in this window", file=sys.stderr)
        return
    if missing := [month for month in periods.span(held[0], held[-1]) if month not in held]:
        print(f"not held: {', '.join(missing)}", file=sys.stderr)
    for note in sorted({figure.note for figure in found if figure.note}):
        print(f"note: {note}", file=sys.stderr)
    print(f"note: {discharge.SETTING_LABELS[ask.setting]}. {' '.join(ask.defined.caveats)}", file=sys.stderr)

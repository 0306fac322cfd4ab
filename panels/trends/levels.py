"""For which areas a measure of the trends page is published, in groups, and a measure that an organisation has."""

from urllib.parse import urlencode

from components.grouped import Groups
from components.trends import measures
from components.trends.choice import BY_PATHWAY, Choice
from domain import areas, discharge, organisations
from domain.catalogue import BY_ID, key
from domain.indicators import Indicator
from domain.successors import DISCHARGE
from domain.vintages import CURRENT
from panels.cache import by_build, keeping
from warehouse.queries import areas as area_queries
from warehouse.queries import levels, places
from warehouse.queries.areas import Area
from warehouse.queries.discharge import Ask, check
from warehouse.queries.series import NotPublished
from warehouse.reader import View

PLURAL = {
    areas.COUNTRY: "England",
    areas.REGION: "Regions",
    areas.COUNCIL: "Councils",
    areas.OUTSIDE: "Resident outside England",
    organisations.NHS_REGION: "NHS regions",
    organisations.ICB: "Boards",
    organisations.PROVIDER: "Trusts and other providers",
}
SPOKEN = {
    areas.REGION: "regions",
    areas.COUNCIL: "councils",
    organisations.NHS_REGION: "NHS regions",
    organisations.ICB: "boards",
    organisations.PROVIDER: "trusts",
}
ASKED = "Asked for, not published for this measure"
FIRST = (
    ("nctr_remaining", discharge.ACUTE),
    ("nctr_remaining", discharge.COMMUNITY),
    ("emergency_admissions_per_day", ""),
)


@keeping(64)
def published(view: View, indicator: str, setting: str) -> frozenset[str]:
    """Codes of the areas that have an indicator."""
    try:
        if BY_ID[indicator].family == DISCHARGE:
            check(Ask(indicator, setting, pathway="P0" if indicator == BY_PATHWAY else ""))
    except NotPublished:
        return frozenset()
    return levels.codes(view.at(CURRENT), BY_ID[indicator], setting or discharge.ACUTE)


@by_build
def known(view: View) -> dict[str, Area]:
    """Every area and organisation with figures of its own, in the order of the list."""
    current = view.at(CURRENT)
    return {one.code: one for one in (*area_queries.every(current), *places.every(current))}


def kinds(view: View, indicator: str, setting: str) -> tuple[str, ...]:
    """Kinds of area that have an indicator, in the order of the list."""
    every = known(view)
    found = {every[code].type for code in published(view, indicator, setting) if code in every}
    return tuple(kind for kind in PLURAL if kind in found)


def groups(view: View, choice: Choice) -> Groups:
    """The areas to choose from: those that have the measure, and the one asked for where it has not."""
    codes = published(view, choice.indicator, choice.setting)
    shown = [one for one in known(view).values() if one.code in codes]
    found = [(PLURAL[kind], _named([one for one in shown if one.type == kind])) for kind in PLURAL]
    found = [group for group in found if group[1]]
    if choice.area and choice.area not in {one.code for one in shown}:
        asked = places.by_code(view, choice.area)
        found.append((ASKED, ((choice.area, asked.name if asked else choice.area),)))
    return tuple(found)


def _named(found: list[Area]) -> tuple[tuple[str, str], ...]:
    """Codes and names, with the code where several have one name."""
    names = [one.name for one in found]
    return tuple((one.code, f"{one.name} ({one.code})" if names.count(one.name) > 1 else one.name) for one in found)


@by_build
def measured(view: View) -> Groups:
    """The measures that have figures in this build, in groups."""
    return measures.grouped(lambda one: _any(view, one))


def _any(view: View, one: Indicator) -> bool:
    return any(published(view, one.id, setting) for setting in discharge.SETTINGS)


def query(view: View, code: str, choices: dict[str, str]) -> str:
    """The query that shows an organisation: with the choices made where its measure is published for it."""
    chosen = Choice.parse(choices)
    if code in published(view, chosen.indicator, chosen.setting):
        return urlencode({**choices, "area": code})
    for indicator, setting in (*FIRST, *((one, "") for one in BY_ID)):
        if code in published(view, indicator, setting):
            held = Choice(code, indicator, setting=setting or Choice.setting)
            return held.query
    return urlencode({"area": code, "measure": key(BY_ID[FIRST[0][0]])})

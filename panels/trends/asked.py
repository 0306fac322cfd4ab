"""What a view shows where no file holds what was asked for: another area, setting or body; always said."""

from dataclasses import dataclass

from components import text
from components.trends.choice import Choice
from domain import areas, delays, discharge, organisations
from domain.indicators import DELAYS
from domain.successors import DISCHARGE
from panels.area.figures import held
from panels.cache import by_build
from panels.trends import levels
from warehouse.queries import areas as area_queries
from warehouse.queries import places
from warehouse.queries.areas import Area, UnknownArea
from warehouse.reader import View

CROSSED = "No file held here has reasons by responsible body {where}. All bodies are shown."
NO_STAYS_OF_7 = "Community reports count stays of 14 and 21 days only. Acute trusts are shown."
PROPER = ("A&E", "DTOC")
KINDS = {
    areas.REGION: "region",
    areas.COUNCIL: "council",
    areas.OUTSIDE: "council or region",
    organisations.NHS_REGION: "NHS region",
    organisations.ICB: "board",
    organisations.PROVIDER: "trust",
}


@dataclass(frozen=True)
class Asked:
    """asked: the area in the link; area, body, setting: what is shown; instead: why that differs, in sentences.

    ignored: parts of the address that name nothing.
    """

    asked: Area
    area: Area
    body: str
    setting: str
    instead: tuple[str, ...]
    ignored: tuple[str, ...]


def asked(view: View, choice: Choice) -> Asked:
    """The area, setting and body of a choice, and what is shown in their place where no file holds them."""
    wanted, ignored = _area(view, choice.area, choice.defined.family)
    setting, other = _setting(choice)
    area, elsewhere = _shown(view, wanted, choice.but(setting=setting))
    body, all_bodies = _body(view, area, choice)
    instead = tuple(said for said in (other, elsewhere, all_bodies) if said)
    return Asked(wanted, area, body, setting, instead, ignored)


@by_build
def _area(view: View, name: str, family: str) -> tuple[Area, tuple[str, ...]]:
    """The area in the link, England where it names none or one that is not known."""
    try:
        return places.find(view, name or areas.ENGLAND, family), ()
    except UnknownArea:
        return area_queries.find(view, areas.ENGLAND), ("area",)


def _setting(choice: Choice) -> tuple[str, str]:
    """The setting that is shown: community reports have no bed days of stays of 7 days or over."""
    if choice.indicator == discharge.BED_DAYS[0] and choice.setting != discharge.ACUTE:
        return discharge.ACUTE, NO_STAYS_OF_7
    return choice.setting, ""


def _shown(view: View, wanted: Area, choice: Choice) -> tuple[Area, str]:
    """The area that is shown: England for what no national file has of the one asked for."""
    local = choice.defined.family == DELAYS and wanted.type not in organisations.KINDS
    if local or wanted.type == areas.COUNTRY or wanted.code in levels.published(view, choice.indicator, choice.setting):
        return wanted, ""
    england = Area(areas.ENGLAND, "England", areas.COUNTRY, "", "", "")
    have = levels.kinds(view, choice.indicator, choice.setting)
    others = [levels.SPOKEN[kind] for kind in have if kind in levels.SPOKEN]
    also = f" It is published for {text.join(others)} too." if others else ""
    if wanted.type in have:
        return england, f"No figures of {wanted.name} are held for this measure{_where(choice)}. England is shown."
    return england, f"No national file has {_what(choice)} by {_kind(wanted, have)}. England is shown.{also}"


def _what(choice: Choice) -> str:
    if choice.defined.family == DELAYS:
        return "delayed transfers of every reason and body"
    what = f"the {choice.label[0].lower()}{choice.label[1:]}" if choice.label.startswith("Share") else choice.label
    return what if what.startswith(PROPER) else what[0].lower() + what[1:]


def _where(choice: Choice) -> str:
    return f" in {discharge.SETTING_LABELS[choice.setting]}" if choice.defined.family == DISCHARGE else ""


def _kind(wanted: Area, have: tuple[str, ...]) -> str:
    """The kind of area that was asked for, with councils and regions in one breath where neither has it."""
    if wanted.type in (areas.REGION, areas.COUNCIL) and not {areas.REGION, areas.COUNCIL} & set(have):
        return "council or region"
    return KINDS[wanted.type]


def _body(view: View, area: Area, choice: Choice) -> tuple[str, str]:
    """The body that is shown: all, where no file has the reason by body, or the rules do not let it own the reason."""
    if delays.ALL in (choice.body, choice.reason):
        return choice.body, ""
    if area.type != areas.COUNTRY:
        return delays.ALL, CROSSED.format(where="below England")
    if "dtoc_england" not in held(view):
        return delays.ALL, CROSSED.format(where="without England’s national series")
    if not delays.can_own(choice.body, choice.reason):
        who = {delays.NHS: "the NHS", delays.SOCIAL_CARE: "social care", delays.BOTH: "both together"}[choice.body]
        return delays.ALL, f"The rules of the count do not let {who} own this reason. All bodies are shown."
    return choice.body, ""

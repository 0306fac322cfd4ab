"""What a trends page shows: the choices of its controls, read from an address and written back to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from analysis.rebase import Rebase
from components.area import reasons
from components.trends import query as read
from components.trends.measures import COUNT, DAY, LEVEL, MEASURES, RATE, SHARE, form, forms
from domain import delays, discharge
from domain.catalogue import BY_ID, key
from domain.indicators import DELAYS, Indicator
from domain.successors import DISCHARGE
from domain.vintages import CURRENT, Vintage

FORMS = {COUNT: "Total in the month", DAY: "Per day", RATE: "Per 100,000 adults"}
BODIES = {delays.ALL: "All", **{body: delays.BODY_LABELS[body] for body in delays.BODIES}}
REASONS = {
    delays.ALL: "All",
    **{code: f"{reasons.letter(code)}: {reasons.short(code)}" for code in delays.REASON_CODES},
}
KEPT, REMOVED = "kept", "removed"
SEASONS = {KEPT: "As published", REMOVED: "Removed"}
SETTINGS = {discharge.ACUTE: "Acute trusts", discharge.COMMUNITY: "Community beds"}
PATHWAYS = {code: f"{code}: {words}" for code, words in discharge.PATHWAYS.items()}
LIMITS = {"36": "Latest 36 months", "all": "Whole series"}
COMPARE = {"none": "Nobody", "england": "England", "region": "Region"}
PROFILES = {"interface": "Interface", "nhsr": "NHS-R"}
YES = {"yes": "Yes"}
BY_PATHWAY = "discharge_pathway_share"


@dataclass(frozen=True)
class Choice:
    """One view of the page. ``area`` is a code or name, empty for England; ``end`` is the last month, empty for all.

    reason: of delays; setting, pathway: of discharges, a pathway only of a share; season: as published or removed;
    rebase: a new phase that a person set; vintage: the version of the figures. ``ignored`` names parts of the address
    that could not be used.
    """

    area: str = ""
    indicator: str = "dtoc_beds_per_100k_18plus"
    body: str = delays.ALL
    reason: str = delays.ALL
    setting: str = discharge.ACUTE
    pathway: str = "P0"
    end: str = ""
    limits: str = "36"
    season: str = KEPT
    compare: str = "none"
    profile: str = "interface"
    widened: bool = False
    rebase: Rebase | None = None
    vintage: Vintage = CURRENT
    ignored: tuple[str, ...] = ()

    @property
    def defined(self) -> Indicator:
        """The indicator."""
        return BY_ID[self.indicator]

    @property
    def form(self) -> str:
        """The form in which the measure is shown."""
        return form(self.defined)

    @property
    def comparable(self) -> bool:
        """Whether areas of different size may stand beside one another: rates, shares and average days may."""
        return self.form in (RATE, SHARE) or (self.form == LEVEL and self.defined.unit == "days")

    @property
    def cut(self) -> tuple[str, str]:
        """Setting and pathway, empty where the indicator has none."""
        setting = self.setting if self.defined.family == DISCHARGE else ""
        return setting, self.pathway if self.indicator == BY_PATHWAY else ""

    @property
    def label(self) -> str:
        """Name of the indicator; of a share by pathway, that of the pathway."""
        if self.indicator != BY_PATHWAY:
            return self.defined.label
        return f"Share of discharges on pathway {self.pathway}, {discharge.PATHWAYS[self.pathway]}"

    @staticmethod
    def parse(query: Mapping[str, Any]) -> "Choice":
        """A choice from a query of any content; what cannot be used is left out and named."""
        given = {key: read.one(value) for key, value in query.items()}
        ignored: list[str] = []
        measure, wanted = given.get("measure", ""), read.of(given, "as", {**FORMS, SHARE: "", LEVEL: ""}, "", ignored)
        indicator = given.get("indicator", "") or _indicator(measure, wanted)
        if indicator not in BY_ID:
            indicator = Choice.indicator
            ignored += [key for key in ("measure", "indicator") if given.get(key)]
        older = "" if given.get("reason", "") in REASONS else given.get("reason", "")
        body = read.of(given, "body", BODIES, delays.ALL, ignored)
        reason = _reason(given, ignored)
        if BY_ID[indicator].family != DELAYS:
            body = reason = delays.ALL
        setting = read.of(given, "setting", SETTINGS, Choice.setting, ignored)
        pathway = read.of(given, "pathway", PATHWAYS, Choice.pathway, ignored)
        return Choice(
            area=given.get("area", "")[: read.LONGEST],
            indicator=indicator,
            body=body,
            reason=reason,
            setting=setting if BY_ID[indicator].family == DISCHARGE else Choice.setting,
            pathway=pathway if indicator == BY_PATHWAY else Choice.pathway,
            end=read.month(given, "to", ignored),
            limits=read.of(given, "limits", LIMITS, "36", ignored),
            season=read.of(given, "season", SEASONS, KEPT, ignored),
            compare=read.of(given, "compare", COMPARE, "none", ignored),
            profile=read.of(given, "profile", PROFILES, "interface", ignored),
            widened=read.of(given, "widened", YES, "", ignored) == "yes",
            rebase=read.rebase(given, older, ignored),
            vintage=read.vintage(given, ignored),
            ignored=tuple(ignored),
        )

    @property
    def query(self) -> str:
        """The choice as a query string, without what is the default."""
        pairs = [
            ("area", self.area),
            ("measure", key(self.defined)),
            ("as", self.form),
            ("body", "" if self.body == delays.ALL else self.body),
            ("reason", "" if self.reason == delays.ALL else self.reason),
            ("setting", "" if self.setting == Choice.setting else self.setting),
            ("pathway", "" if self.pathway == Choice.pathway else self.pathway),
            ("to", self.end),
            ("limits", "" if self.limits == "36" else self.limits),
            ("season", "" if self.season == KEPT else self.season),
            ("compare", "" if self.compare == "none" else self.compare),
            ("profile", "" if self.profile == "interface" else self.profile),
            ("widened", "yes" if self.widened else ""),
            ("vintage", "" if self.vintage.is_final else self.vintage.text),
            *self._phase(),
        ]
        return urlencode([(key, value) for key, value in pairs if value])

    def _phase(self) -> list[tuple[str, str]]:
        one = self.rebase
        return [("rebase", one.start), ("because", one.reason), ("author", one.author)] if one else []

    def but(self, **changes: Any) -> "Choice":
        """The same choice with something else in it."""
        return replace(self, **changes)


def _indicator(measure: str, wanted: str) -> str:
    """The indicator of a measure in a form, or in the best form it has; empty for a measure that is not known."""
    measure = measure or key(BY_ID[Choice.indicator])
    if measure not in MEASURES:
        return ""
    held = forms(measure)
    best = next(held[name] for name in (wanted, RATE, DAY, SHARE, LEVEL, COUNT) if name in held)
    return best.id


def _reason(given: Mapping[str, str], ignored: list[str]) -> str:
    """A reason for delay; links made before reasons could be chosen hold the reason of a new phase under this key."""
    value = given.get("reason", "")
    if value and value not in REASONS and not given.get("rebase"):
        ignored.append("reason")
    return value if value in REASONS else delays.ALL

"""What a trends page shows: the choices of its controls, read from an address and written back to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from analysis.rebase import Rebase
from components.area import reasons
from domain import delays, periods, vintages
from domain.indicators import DELAYS, INDICATOR_BY_ID, INDICATORS, Indicator
from domain.vintages import CURRENT, Vintage, VintageError

COUNT, DAY, RATE, SHARE = "count", "day", "rate", "share"
FORMS = {COUNT: "Total in the month", DAY: "Per day", RATE: "Per 100,000 adults"}
BODIES = {delays.ALL: "All", **{body: delays.BODY_LABELS[body] for body in delays.BODIES}}
REASONS = {
    delays.ALL: "All",
    **{code: f"{reasons.letter(code)}: {reasons.short(code)}" for code in delays.REASON_CODES},
}
KEPT, REMOVED = "kept", "removed"
SEASONS = {KEPT: "As published", REMOVED: "Removed"}
LIMITS = {"36": "Latest 36 months", "all": "Whole series"}
COMPARE = {"none": "Nobody", "england": "England", "region": "Region"}
PROFILES = {"interface": "Interface", "nhsr": "NHS-R"}
YES = {"yes": "Yes"}
LONGEST = 200  # characters of a reason or a name in a link


def form(indicator: Indicator) -> str:
    """In which form an indicator shows its measure: in total, per day, per 100,000 adults, or as a share."""
    if indicator.unit == "%":
        return SHARE
    return RATE if indicator.per_adults else DAY if indicator.per_day else COUNT


def forms(measure: str) -> dict[str, Indicator]:
    """The indicators of a measure by form."""
    return {form(one): one for one in INDICATORS if one.measure == measure}


MEASURES = tuple(dict.fromkeys(one.measure for one in INDICATORS))


def measure_label(measure: str) -> str:
    """The name of a measure in the list of choices."""
    if measure == INDICATOR_BY_ID["dtoc_days"].measure:
        return "Delayed transfers of care"
    return next(one.label for one in INDICATORS if one.measure == measure)


@dataclass(frozen=True)
class Choice:
    """One view of the page. ``area`` is a code or name, empty for England; ``end`` is the last month, empty for all.

    reason: of delays; season: as published or removed; rebase: a new phase that a person set; vintage: the version
    of the figures. ``ignored`` names parts of the address that could not be used.
    """

    area: str = ""
    indicator: str = "dtoc_beds_per_100k_18plus"
    body: str = delays.ALL
    reason: str = delays.ALL
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
        return INDICATOR_BY_ID[self.indicator]

    @property
    def form(self) -> str:
        """The form in which the measure is shown."""
        return form(self.defined)

    @staticmethod
    def parse(query: Mapping[str, Any]) -> "Choice":
        """A choice from a query of any content; what cannot be used is left out and named."""
        given = {key: _one(value) for key, value in query.items()}
        ignored: list[str] = []
        measure, wanted = given.get("measure", ""), _of(given, "as", {**FORMS, SHARE: ""}, "", ignored)
        indicator = given.get("indicator", "") or _indicator(measure, wanted)
        if indicator not in INDICATOR_BY_ID:
            indicator = Choice.indicator
            ignored += [key for key in ("measure", "indicator") if given.get(key)]
        body = _of(given, "body", BODIES, delays.ALL, ignored)
        reason = _reason(given, ignored)
        if INDICATOR_BY_ID[indicator].family != DELAYS:
            body = reason = delays.ALL
        return Choice(
            area=given.get("area", "")[:LONGEST],
            indicator=indicator,
            body=body,
            reason=reason,
            end=_month(given, "to", ignored),
            limits=_of(given, "limits", LIMITS, "36", ignored),
            season=_of(given, "season", SEASONS, KEPT, ignored),
            compare=_of(given, "compare", COMPARE, "none", ignored),
            profile=_of(given, "profile", PROFILES, "interface", ignored),
            widened=_of(given, "widened", YES, "", ignored) == "yes",
            rebase=_rebase(given, ignored),
            vintage=_vintage(given, ignored),
            ignored=tuple(ignored),
        )

    @property
    def query(self) -> str:
        """The choice as a query string, without what is the default."""
        measure = self.defined.measure
        pairs = [
            ("area", self.area),
            ("measure", measure),
            ("as", self.form),
            ("body", "" if self.body == delays.ALL else self.body),
            ("reason", "" if self.reason == delays.ALL else self.reason),
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
    measure = measure or INDICATOR_BY_ID[Choice.indicator].measure
    if measure not in MEASURES:
        return ""
    held = forms(measure)
    best = next(held[name] for name in (wanted, RATE, DAY, SHARE, COUNT) if name in held)
    return best.id


def _one(value: Any) -> str:
    first = value[0] if isinstance(value, list | tuple) and value else value
    return first.encode("utf-8", "ignore").decode().strip() if isinstance(first, str) else ""


def _of(given: Mapping[str, str], key: str, known: Mapping[str, str], usual: str, ignored: list[str]) -> str:
    value = given.get(key, "")
    if value and value not in known:
        ignored.append(key)
    return value if value in known else usual


def _month(given: Mapping[str, str], key: str, ignored: list[str]) -> str:
    if given.get(key, "latest") in ("", "latest"):
        return ""
    try:
        return periods.month(given[key])
    except periods.PeriodError:
        ignored.append(key)
        return ""


def _vintage(given: Mapping[str, str], ignored: list[str]) -> Vintage:
    try:
        return vintages.parse(given.get("vintage", ""))
    except VintageError:
        ignored.append("vintage")
        return CURRENT


def _reason(given: Mapping[str, str], ignored: list[str]) -> str:
    """A reason for delay; links made before reasons could be chosen hold the reason of a new phase under this key."""
    value = given.get("reason", "")
    if value and value not in REASONS and not given.get("rebase"):
        ignored.append("reason")
    return value if value in REASONS else delays.ALL


def _rebase(given: Mapping[str, str], ignored: list[str]) -> Rebase | None:
    """A rebase that names its month, its reason and its author; anything less is none."""
    month = _month(given, "rebase", ignored)
    older = "" if given.get("reason", "") in REASONS else given.get("reason", "")
    reason, author = (given.get("because", "") or older)[:LONGEST], given.get("author", "")[:LONGEST]
    if month and reason and author:
        return Rebase(month, reason, author)
    if given.get("rebase") and "rebase" not in ignored:
        ignored.append("rebase")
    return None

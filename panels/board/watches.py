"""The two watches of a place and its councils (METHODS M22): both sides true at once, nothing said of causes."""

from dataclasses import dataclass

from analysis import change
from analysis.watch import Side, both, moved, pressure
from components.url_state import Window
from domain import areas
from panels.board import sides
from panels.board.sides import Shown
from panels.cache import by_build
from panels.home.england import england
from panels.schemes.held import Held, held
from panels.schemes.scope import Where
from warehouse.queries.areas import Area
from warehouse.reader import View

PRESSURE, SUBSTITUTION = "Pressure", "Substitution"
ON, OFF, UNKNOWN = "on", "off", "cannot run"


@dataclass(frozen=True)
class Watch:
    """A watch in a month: delays, and what is watched beside them."""

    kind: str
    where: str
    code: str
    month: str
    delays: Shown
    others: tuple[Shown, ...]

    @property
    def up(self) -> tuple[Shown, ...]:
        """What is up while delays are down."""
        return tuple(one for one in self.others if both(self.delays.moved, one.moved))

    @property
    def state(self) -> str:
        """``on``, ``off``, or ``cannot run`` where one of the sides is not known."""
        known = any(both(self.delays.moved, one.moved) is not None for one in self.others)
        return ON if self.up else OFF if known else UNKNOWN


@dataclass(frozen=True)
class Watches:
    """Both watches. month: the last of the twelve; lacking: councils without what substitution is watched by."""

    month: str
    pressure: tuple[Watch, ...]
    substitution: tuple[Watch, ...] = ()
    lacking: tuple[str, ...] = ()

    def on(self, kind: str) -> tuple[Watch, ...]:
        """The watches of a kind that are on."""
        every = self.pressure if kind == PRESSURE else self.substitution
        return tuple(one for one in every if one.state == ON)


@by_build
def of_england(view: View, area: Area | None) -> Watches | None:
    """The pressure watch of England in its latest month, and of an area beside England's admissions."""
    found = england(view, Window())
    states = pressure(found.days["all"], found.admissions) if found else ()
    if not states:
        return None
    month = states[-1].month
    every = [_england(view, month)]
    if area and area.code != areas.ENGLAND:
        every.append(_beside_england(view, area.name, area.code, _latest(view, area.code, month)))
    return Watches(month, tuple(every))


@by_build
def of_place(view: View, where: Where) -> Watches | None:
    """Both watches of a place, in the latest month at which it is seen and for which all its delays are held."""
    found = held(view, where)
    codes = tuple(one.code for one in where.councils)
    last = max((at for at in sides.together(view, codes) if at < where.place.as_at), default="") if codes else ""
    if not last:
        return None
    lines = [_england(view, last)]
    lines += [_council(view, found, short(where.place.name), codes, last)] if len(codes) > 1 else []
    lines += [_council(view, found, one.name, (one.code,), last) for one in where.councils]
    watched = [watch for one in where.councils for watch in _substitution(view, found, one, last)]
    lacking = tuple(one.name for one in where.councils if one.code not in {watch.code for watch in watched})
    return Watches(last, tuple(lines), tuple(watched), lacking)


def short(name: str) -> str:
    """The name of a place without its last word where that says what it is."""
    return name.removesuffix(" Partnership")


def _england(view: View, month: str) -> Watch:
    """England as the front page reads it: both sides beyond similar, from the national series."""
    found = england(view, Window())
    days = found.days["all"] if found else {}
    shown = Shown("Delays", moved(Side(days), month), source="national")
    other = sides.england_admissions(view, month, name="Emergency admissions")
    return Watch(PRESSURE, "England", areas.ENGLAND, month, shown, (other,))


def _latest(view: View, code: str, month: str) -> str:
    """The latest month to which an area has 24 months of delays; that of England where it has none."""
    held = sides.together(view, (code,))
    return max((at for at in held if at <= month and change.twelve_months(held, at)), default=month)


def _beside_england(view: View, name: str, code: str, month: str) -> Watch:
    other = sides.england_admissions(view, month)
    return Watch(PRESSURE, name, code, month, sides.delays(view, (code,), month), (other,))


def _council(view: View, found: Held, name: str, codes: tuple[str, ...], month: str) -> Watch:
    """Delays of councils beside their own admissions, or England's where they uploaded none."""
    own = sides.own_admissions(view, found, codes, month) or sides.england_admissions(view, month)
    code = codes[0] if len(codes) == 1 else found.where.place.place_id
    return Watch(PRESSURE, name, code, month, sides.delays(view, codes, month), (own,))


def _substitution(view: View, found: Held, council: Area, month: str) -> list[Watch]:
    """All delays of a council, and delays that a scheme is meant to bring down, beside what balances them."""
    schemes = {one.scheme_id for one in found.schemes if one.area_code == council.code}
    links = [link for link in found.links if link.scheme_id in schemes]
    balanced = _named(found, [link.indicator_id for link in links if link.role == "balancing"])
    others = tuple(
        sides.uploaded(view, found, found.indicators[name], council.code, month)
        for name in balanced
        if _rises_badly(found, name)
    )
    if not any(one.moved for one in others):
        return []
    balancing = {link.scheme_id for link in links if link.role == "balancing"}
    aimed = _named(found, [one.indicator_id for one in links if one.role == "outcome" and one.scheme_id in balancing])
    every = [sides.delays(view, (council.code,), month, name="All delays")]
    every += [_aimed(view, found, name, council.code, month) for name in aimed if _counts_delays(found, name)]
    return [Watch(SUBSTITUTION, council.name, council.code, month, one, others) for one in every if one.moved]


def _named(found: Held, names: list[str]) -> list[str]:
    """Indicators once each, in the order of their ids."""
    return sorted({name for name in names if name in found.indicators})


def _rises_badly(found: Held, name: str) -> bool:
    """Whether an indicator is uploaded month by month and bad when it rises; delays are the other side."""
    one = found.indicators[name]
    return one.good == "down" and one.frequency == "month" and not one.national and not sides.is_delays(one)


def _counts_delays(found: Held, name: str) -> bool:
    """Whether an indicator counts some of the delays: all of them stand in the watch already."""
    one = found.indicators[name]
    whole = bool(one.national) and not one.national_body and not one.national_reason
    return sides.is_delays(one) and not whole


def _aimed(view: View, found: Held, name: str, code: str, month: str) -> Shown:
    one = found.indicators[name]
    if not one.national:
        return sides.uploaded(view, found, one, code, month)
    cut = {key: value for key, value in (("body", one.national_body), ("reason", one.national_reason)) if value}
    return sides.delays(view, (code,), month, name=one.name, **cut)

"""What the watches say: how each side moved, what a change lies within, both at once and never a cause."""

import math

from components import text
from panels.board.sides import SHARE, YEAR, Shown
from panels.board.watches import OFF, ON, PRESSURE, UNKNOWN, Watch, Watches

AT_ONCE = "both are true at once"
NO_CAUSE = "Neither is said to follow from the other."
STATES = {ON: "On", OFF: "Off", UNKNOWN: "Cannot run"}
METHOD = (
    "A side counts when it moved by more than 1 % and by more than its interval: the month-to-month variation of a "
    "council’s delays, and for counts and shares of people what chance does to them. Uploaded counts of people are "
    "rounded month by month, so a change can differ by a point from the plan’s."
)


def moved(one: Shown) -> str:
    """``9 % lower``, ``21 % higher``, ``about the same`` or ``not held for 24 months``."""
    if one.moved is None:
        return "not held for 24 months"
    change = one.moved.change
    if change.direction == "similar":
        return "about the same"
    if math.isinf(change.ratio):
        return "up from none"
    if one.unit == SHARE:
        points = change.now - change.then
        return f"{text.decimal(abs(points), 1)} points {'higher' if points > 0 else 'lower'}"
    return f"{text.percent(change.ratio)} {'higher' if change.ratio > 0 else 'lower'}"


def numbers(one: Shown, *, units: bool = True) -> str:
    """``112.8 to 103.0 a day``, ``1,000 to 1,210 in 12 months``, ``13.9 % to 14.1 %``; without the unit of a head."""
    if one.moved is None:
        return ""
    change, unit = one.moved.change, f" {one.unit}" if units else ""
    if one.unit == YEAR:
        return f"{text.whole(change.then_total)} to {text.whole(change.now_total)}{unit}"
    if one.unit == SHARE:
        return f"{text.decimal(change.then, 1)}{text.NBSP}% to {text.decimal(change.now, 1)}{text.NBSP}%"
    return f"{text.people(change.then)} to {text.people(change.now)}{unit}"


def within(one: Shown) -> str:
    """What a change that does not count lies within; empty where it counts, or is none."""
    if one.moved is None or one.moved.change.direction == "similar" or not one.moved.inside:
        return ""
    return f"within {one.margin}"


def why_off(watch: Watch) -> str:
    """Why a watch is not on; empty where it is."""
    if watch.state != OFF:
        return "" if watch.state == ON else "24 months of both sides are needed"
    if watch.delays.moved and watch.delays.moved.direction != "down":
        return "fall within variation" if _fell(watch.delays) else "delays are not down"
    return "nothing is up"


def _fell(one: Shown) -> bool:
    """Whether delays are lower, however little that says."""
    return bool(within(one)) and one.moved is not None and one.moved.change.ratio < 0


def risen(watch: Watch) -> tuple[Shown, ...]:
    """What is up beside delays, whatever these did."""
    return tuple(one for one in watch.others if one.moved and one.moved.direction == "up")


def side(one: Shown) -> str:
    """A side in one phrase: how it moved, what it lies within, from what to what."""
    more = ", ".join(part for part in (within(one), numbers(one)) if part)
    return f"{moved(one)} ({more})" if more else moved(one)


def sentence(watch: Watch) -> str:
    """A watch of one area in a sentence."""
    shown = watch.up or watch.others
    others = [f"{_named(one)} {side(one)}" for one in shown]
    said = f"{watch.where}: {_named(watch.delays)} {side(watch.delays)}; {text.join(others)}"
    return f"{said}: {AT_ONCE}." if watch.state == ON else f"{said}."


def finding(found: Watches, kind: str) -> str:
    """For whom a watch is on."""
    names = list(dict.fromkeys(one.where for one in found.on(kind)))
    every = found.pressure if kind == PRESSURE else found.substitution
    if names:
        return f"{kind} watch: on for {text.join(names)}"
    known = any(one.state != UNKNOWN for one in every)
    return f"{kind} watch: off" if known else f"{kind} watch: cannot run"


def lead(found: Watches) -> str:
    """The pressure watch that is on for the widest area after England, else that of the place, in one sentence."""
    on = [one for one in found.on(PRESSURE) if one is not found.pressure[0]] or list(found.on(PRESSURE))
    first = on[0] if on else found.pressure[-1 if len(found.pressure) < 3 else 1]
    first = first if first.state != UNKNOWN else found.pressure[0]
    other = (first.up or first.others)[0]
    said = (
        f"{first.where}: delays are {moved(first.delays)} and {_small(other.name)} {moved(other)} in the "
        f"12 months to {text.month(first.month)}"
    )
    return f"{said}; {AT_ONCE}." if on else f"{said}; the pressure watch is off."


def shown(found: Watches) -> tuple[Watch, ...]:
    """The substitution watch with one line a council: where it is on the lines that are, else that of all delays."""
    picked: list[Watch] = []
    for name in dict.fromkeys(one.where for one in found.substitution):
        own = [one for one in found.substitution if one.where == name]
        picked += [one for one in own if one.state == ON] or own[:1]
    return tuple(picked)


def _named(one: Shown) -> str:
    """A side's name before what it did."""
    return f"{_small(one.name)}{',' if ',' in one.name else ''}"


def _small(name: str) -> str:
    """A name inside a sentence: without its capital, unless it is an abbreviation."""
    return name if name[1:2].isupper() or name[1:2] == "&" else name[:1].lower() + name[1:]

"""What a control chart may say, in words with the figures behind them (METHODS M4, M5 and M7)."""

from analysis import fitness as fit
from analysis import spc
from components import text
from components.trends.aside import Switch, Verdict
from panels.trends import reading, words
from panels.trends.reading import number, phase
from panels.trends.trend import Trend


def verdict(found: Trend) -> Verdict:
    """The verdict of a view: an icon's words, a direction only, or why there is neither."""
    name, heading = reading.sign(found)
    adjusted = ["Season removed: this is read from the adjusted values."] if found.season else []
    return Verdict(name, heading, (*adjusted, *_sentences(found), *_slope(found)), tuple(_facts(found)))


def _slope(found: Trend) -> list[str]:
    """A trend that level limits do not show (METHODS M5), where it is more than 2 % a year: no icon is read from it."""
    if found.slope is None or not reading.steep(found):
        return []
    way = "An upward" if found.slope > 0 else "A downward"
    said = f"{way} trend of {text.percent(found.slope)} a year runs through these months; level limits do not show it"
    return [f"{said}, so no icon is taken from them."]


def _sentences(found: Trend) -> list[str]:
    last, fitness = phase(found), found.fitness
    if last.kind == spc.NONE:
        return ["Fewer than 6 months in this phase: the months are drawn and nothing is said."]
    if last.mean_moving_range == 0:
        return ["Every month is the same: limits are not meaningful."]
    if last.kind == spc.TRIAL:
        return [f"{text.count(last.points, 'month')} in this phase: no icon before 13."]
    memory = _memory(found)
    if fitness.kind == fit.DIRECTION:
        return [_year(found), *memory, *([_looks(found)] if memory else [])]
    if fitness.kind == spc.NONE:
        said = "This series has no stable level: read the trend, or start a new phase at a named event."
        return [said, *memory, _year(found)]
    icon = reading.icon(found) or "common"
    rule = f"{text.month(found.latest)} meets the rule ‘{reading.rule_name(found)}’."
    return [reading.HEADINGS[icon][2], *([] if icon == "common" else [rule]), _year(found)]


def _year(found: Trend) -> str:
    """The direction over the year, in words."""
    if found.year is None:
        return "There is no year before to read it against."
    return f"{text.sentence(reading.moved(found))}, against the year before."


def _memory(found: Trend) -> list[str]:
    """How much months lean on one another, and how many meet a rule; nothing where a trend alone is in the way."""
    r1, fitness = found.fitness.r1, found.fitness
    met = f"{fitness.flagged} of {fitness.points} points meet a rule, so no icon is given."
    if r1 is not None and reading.leaning(found):
        return [f"Months are not independent (r1 = {text.decimal(r1, 2)}): expect false signals. {met}"]
    return [met] if fitness.kind == spc.NONE else []


def _looks(found: Trend) -> str:
    """How often a steady series with this memory shows an icon (METHODS M4)."""
    looks = text.round_half_up(100 * fit.chance(found.fitness.r1 or 0.0))
    return f"A steady series with this memory shows an icon in about {looks} looks of 100."


def _facts(found: Trend) -> list[tuple[str, str]]:
    last = phase(found)
    if last.mean is None or last.lower is None or last.upper is None:
        return []
    facts = [
        (number(found, last.mean), f"mean of {text.count(last.points, 'month')}"),
        (_span(found, last.lower, last.upper), "limits as other tools draw them"),
    ]
    if found.fitness.r1 is not None and found.fitness.r1 > 0:
        lower, upper = fit.widened(last, found.fitness.r1)
        facts.append((_span(found, lower, upper), "widened for memory, run rules off"))
    return facts


def _span(found: Trend, lower: float, upper: float) -> str:
    return f"{number(found, lower)} to {number(found, upper)}"


def switch(found: Trend) -> Switch | None:
    """A link to the widened limits, or back to those that other tools draw."""
    if found.choice.widened:
        return Switch("Show the usual limits", words.link(found, widened=False))
    if found.fitness.r1 is None or found.fitness.r1 <= 0:
        return None
    return Switch("Show widened limits", words.link(found, widened=True))

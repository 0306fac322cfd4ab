"""What a control chart may say, in words with the figures behind them (METHODS M4 and M7)."""

from analysis import fitness as fit
from analysis.trend import share_per_year
from components import text
from components.trends.aside import Switch, Verdict
from panels.trends import words
from panels.trends.trend import Trend

STEEP = 0.02  # of the mean, a year
HEADINGS = {
    "common": ("common", "No change seen", "Ordinary variation from month to month."),
    "improving": ("improving", "Improving", "Unlikely to be chance."),
    "worsening": ("worsening", "Worsening", "Unlikely to be chance."),
    "higher": ("higher", "Higher than usual", "Unlikely to be chance."),
    "lower": ("lower", "Lower than usual", "Unlikely to be chance."),
}


def verdict(found: Trend) -> Verdict:
    """The verdict of a view: an icon's words, a direction only, or why there is neither."""
    sign, heading, sentences = _kind(found)
    return Verdict(sign, heading, (*sentences, *_slope(found)), tuple(_facts(found)))


def _slope(found: Trend) -> list[str]:
    """A trend that level limits do not show (METHODS M5), where it is more than 2 % a year."""
    limited = {month: found.values[month] for month in found.limited if month in found.values}
    share = share_per_year(limited)
    if share is None or abs(share) <= STEEP or words.phase(found).kind != "full":
        return []
    way = "An upward" if share > 0 else "A downward"
    return [f"{way} trend of {text.percent(share)} a year runs through these months; level limits do not show it."]


def _kind(found: Trend) -> tuple[str, str, list[str]]:
    phase, fitness = words.phase(found), found.fitness
    if phase.kind == "none":
        return "none", "No limits", ["Fewer than 6 months in this phase: the months are drawn and nothing is said."]
    if phase.kind == "trial":
        return "none", "Trial limits", [f"{text.count(phase.points, 'month')} in this phase: no icon before 13."]
    if phase.mean_moving_range == 0:
        return "none", "No variation", ["Every month is the same: limits are not meaningful."]
    memory = _memory(found)
    if fitness.kind == "direction":
        return "direction", "Direction only", [_year(found), *memory, _looks(found)]
    if fitness.kind == "none":
        said = "This series has no stable level: read the trend, or start a new phase at a named event."
        return "none", "No stable level", [said, *memory, _year(found)]
    sign, heading, said = HEADINGS.get(words.icon(found) or "common", HEADINGS["common"])
    side = {"improving": 1, "worsening": 1}.get(sign)
    point = found.chart.latest
    if side and point:
        heading = f"{heading}: {'higher' if point.direction > 0 else 'lower'}"
    rule = [] if sign == "common" else [f"{text.month(found.latest)} meets the rule ‘{words.rule_name(found)}’."]
    return sign, heading, [said, *rule, _year(found)]


def _year(found: Trend) -> str:
    """The direction over the year, in words."""
    if found.year is None:
        return "There is no year before to read it against."
    said = words.moved(found)
    return f"{said[0].upper()}{said[1:]}, against the year before."


def _memory(found: Trend) -> list[str]:
    """How much months lean on one another, and how many meet a rule."""
    fitness = found.fitness
    if fitness.r1 is None:
        return []
    return [
        f"Months are not independent (r1 = {text.decimal(fitness.r1, 2)}): expect false signals. "
        f"{fitness.flagged} of {fitness.points} points meet a rule, so no icon is given."
    ]


def _looks(found: Trend) -> str:
    """How often a steady series with this memory shows an icon (METHODS M4)."""
    looks = text.round_half_up(100 * fit.chance(found.fitness.r1 or 0.0))
    return f"A steady series with this memory shows an icon in about {looks} looks of 100."


def _facts(found: Trend) -> list[tuple[str, str]]:
    phase = words.phase(found)
    if phase.mean is None or phase.lower is None or phase.upper is None:
        return []
    facts = [
        (words.number(found, phase.mean), f"mean of {text.count(phase.points, 'month')}"),
        (_span(found, phase.lower, phase.upper), "limits as other tools draw them"),
    ]
    if found.fitness.r1 is not None and found.fitness.r1 > 0:
        lower, upper = fit.widened(phase, found.fitness.r1)
        facts.append((_span(found, lower, upper), "widened for memory, run rules off"))
    return facts


def _span(found: Trend, lower: float, upper: float) -> str:
    return f"{words.number(found, lower)} to {words.number(found, upper)}"


def switch(found: Trend) -> Switch | None:
    """A link to the widened limits, or back to those that other tools draw."""
    if found.choice.widened:
        return Switch("Show the usual limits", words.link(found, widened=False))
    if found.fitness.r1 is None or found.fitness.r1 <= 0:
        return None
    return Switch("Show widened limits", words.link(found, widened=True))

"""The board in sentences: money, schemes, plan against actual, decisions; for the page and for the month pack."""

from analysis.impact.reasons import SUBSTITUTED
from components import text
from components.scheme.money import pounds
from components.scheme.shares import percent
from domain.local.words import DECISIONS
from panels.board import words
from panels.board.board import Board
from panels.plan import rows as plan_rows
from panels.schemes import register_page
from panels.schemes import words as scheme_words
from panels.schemes.held import FORECAST, NEXT, OUTTURN, PLAN
from panels.schemes.register import Line
from panels.spend import words as spend_words
from panels.spend.figures import Spend
from warehouse.queries.local.evidence import Planned

Said = tuple[str, str]  # section, sentence
WITH, AGAINST = ("met", "on_track"), ("missed", "off_track")
LONGEST, MEASURES = 220, 8  # letters of a text and measures of a line on the sheet
NO_MONEY = "No line of spend is uploaded."
NO_TARGETS = "No target is uploaded."


def every(found: Board) -> list[Said]:
    """Every sentence of the board, by section, in the order of the page."""
    said = [("Decisions due", one) for one in decisions(found)]
    if found.watches:
        said += [("Pressure watch", words.sentence(one)) for one in found.watches.pressure]
        said += [("Substitution watch", words.sentence(one)) for one in words.shown(found.watches)]
        said += [("Watches", f"{words.METHOD} {words.NO_CAUSE}")]
    said += [("Money", f"{demand(found.money)}.")] if found.money and demand(found.money) else []
    said += [("Money", one) for one in money(found.money)]
    said += [("Schemes", one) for one in (schemes(found), *substituted(found)) if one]
    said += [("Plan against actual", one) for one in plan(found)]
    return [*said, *(("Late or missing", f"{kind}. {one}") for kind, one in found.late)]


def heading(found: Board, kind: str) -> str:
    """Heading of a watch."""
    return words.finding(found.watches, kind) if found.watches else f"{kind} watch: cannot run"


def decisions(found: Board) -> list[str]:
    """Each decision due with its date, what is proposed, why, and what was turned down."""
    if not found.due:
        return ["No decision is due."]
    return [
        f"{one.scheme_id} {_name(found, one.scheme_id)}: {DECISIONS.get(one.decision, one.decision).lower()}, due "
        f"{text.day(one.date)}. {ended(one.reason)} Turned down: {ended(one.alternative)}"
        for one in found.due
    ]


def ended(words: str) -> str:
    """What somebody wrote, with a full stop at its end."""
    return words if words.rstrip().endswith((".", "!", "?")) else f"{words.rstrip()}."


def short(words: str) -> str:
    """The same cut to what one sheet has room for; the page of the scheme has all of it."""
    return ended(words) if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def due(found: Board) -> str:
    """How many decisions are due, and when."""
    if not found.due:
        return "No decision is due"
    days = list(dict.fromkeys(text.day(one.date) for one in found.due))
    number = text.sentence(register_page.number(len(found.due)))
    one = len(found.due) == 1
    return f"{number} decision{'' if one else 's'} {'is' if one else 'are'} due on {text.join(days)}"


def _name(found: Board, scheme_id: str) -> str:
    scheme = found.held.scheme(scheme_id)
    return scheme.name if scheme else ""


def money(found: Spend | None) -> list[str]:
    """Plan and outturn, what slipped and where to, and what improvement gets next."""
    if found is None:
        return [NO_MONEY]
    said = []
    if {PLAN, OUTTURN} <= {*found.versions}:
        said.append(f"{pounds(found.total(OUTTURN))} of {pounds(found.total(PLAN))} was spent in {found.year}.")
    return [*said, *_slipped(found), *(one.strip() for one in spend_words.next_plan(found))]


def _slipped(found: Spend) -> list[str]:
    """What was not spent where it was planned: how much went into which other lines, how much is carried forward."""
    slip = found.slippage
    if slip is None or not slip.slipped:
        return []
    version = found.label(FORECAST if FORECAST in found.versions else OUTTURN).lower()
    into = text.join([f"{found.names[name]} ({name})" for name in slip.into])
    went = f"{percent(slip.moved / slip.plan)} went into {into}, " if into else ""
    return [
        f"{percent(slip.slipped / slip.plan)} of plan ({pounds(slip.slipped)}) slipped, at {version}: {went}"
        f"{percent(slip.carried / slip.plan)} is carried forward."
    ]


def demand(found: Spend) -> str:
    """The share that manages demand, of what was spent and of the next plan; empty where one is not known."""
    now, then = found.share(OUTTURN, demand="manages"), found.share(NEXT, demand="manages")
    if not now or not then:
        return ""
    return f"Managing demand: {percent(now.ratio)} of spend, {percent(then.ratio)} of the next plan"


def schemes(found: Board) -> str:
    """How many schemes moved what they were meant to move, and what became of the others."""
    if not found.register:
        return "No scheme is uploaded."
    return "".join(str(getattr(part, "children", part)) for part in register_page.lead(found.register))


def substituted(found: Board) -> list[str]:
    """What moved and what got worse, of each scheme that is substituted."""
    return [_substituted(found, line) for line in found.register if line.whole.verdict == SUBSTITUTED]


def _substituted(found: Board, line: Line) -> str:
    worse = line.whole.why.removesuffix(" got worse").split(", ")
    order = [line.whole.rests_on, *worse]
    links = sorted(found.held.linked(line.scheme.scheme_id), key=lambda one: one.indicator_id != line.whole.rests_on)
    moved = [
        f"{found.held.indicators[one.indicator_id].name} {scheme_words.interval(effect)}"
        for one in links
        if one.indicator_id in order
        and (effect := found.held.effect(one, *scheme_words.PRIMARY))
        and effect.estimate is not None
    ]
    return f"{line.scheme.scheme_id} {line.scheme.name}, substituted: {'; '.join(moved)}."


def plan(found: Board) -> list[str]:
    """What was missed and what was met, one line each, and what cannot be told."""
    if not found.planned:
        return [NO_TARGETS]
    sums = {label: (planned, actual) for label, planned, actual, _ in plan_rows.changes(found.held, found.planned)}
    refused = sum(one.state == "refused" for one in found.planned)
    lines = [_line(found, "Missed", AGAINST, sums), _line(found, "Met", WITH, sums)]
    return [*lines, *([f"{text.count(refused, 'target')} cannot be told."] if refused else [])]


def _line(found: Board, word: str, states: tuple[str, ...], sums: dict[str, tuple[str, str]]) -> str:
    """``Missed, 19 of 29 targets: …``, each measure with its figures."""
    own = [one for one in found.planned if one.state in states]
    parts = [_measure(found, name, own, sums) for name in dict.fromkeys(one.indicator_id for one in own)]
    left = len(parts) - MEASURES
    parts = [*parts[:MEASURES], *([f"and {left} more"] if left > 0 else [])]
    head = f"{word}, {len(own)} of {text.count(len(found.planned), 'target')}"
    return f"{head}: {'; '.join(parts)}." if parts else f"{head}."


def _measure(found: Board, name: str, own: list[Planned], sums: dict[str, tuple[str, str]]) -> str:
    held, label = found.held, found.held.indicators[name].name
    mine = [one for one in own if one.indicator_id == name]
    whole = sum(one.indicator_id == name for one in found.planned)
    if label in sums and len(mine) == whole:
        planned, actual = sums[label]
        return f"{label} (planned {planned}, actual {actual})"
    if whole > 1:
        return f"{label} ({len(mine)} of {whole} targets)"
    (one,) = mine
    return (
        f"{label} (planned {plan_rows.number(held, one, one.plan)}, actual {plan_rows.number(held, one, one.actual)})"
    )

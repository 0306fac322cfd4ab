"""The page of sources, made from the registry: who publishes what, where, how it is read and what it gives.

``python -m etl sources --markdown`` prints it; ``docs/SOURCES.md`` is that output, and a test keeps it so.
"""

from collections.abc import Iterable

from domain import outcomes
from domain.documented_indicators import DOCUMENTED
from domain.indicators import INDICATORS
from domain.successors import SUCCESSORS
from etl import layout
from etl.source import Source

HEAD = """# Sources

Made by `python -m etl sources --markdown` from the registry `etl/sources`; do not edit it by hand.
Layouts are read by their words: the tables below name what each publisher's words stand for, and how many wordings
are known. A source that is *not yet seen* was built from its documented layout, because no original file has been at
hand: any surprise in such a file is refused with its place, and no indicator is shown until a file has loaded.
"""
NOT_COLUMNS = frozenset({"page", "year_page", "year_text", "fallback", "skip", "take", "file", "interface", "known"})


def indicators(source: Source) -> tuple[str, ...]:
    """Ids of the indicators and outcome measures that a source's figures go into."""
    every = (*INDICATORS, *DOCUMENTED, *SUCCESSORS)
    found = [one.id for one in every if source.id in one.needs or (not one.needs and one.family in source.tables)]
    measures = [measure.id for measure in outcomes.MEASURES] if "outcomes" in source.tables else []
    return (*found, *measures)


def seen(source: Source) -> str:
    """Whether an original file has been at hand, in words."""
    return "yes" if source.seen else "not yet seen: read as documented"


def issued(source: Source) -> str:
    """How often and how late figures come out, in words."""
    if source.ended:
        return f"{source.cadence}, ended with {source.ended}"
    return f"{source.cadence}, within {source.lag_days} days" if source.lag_days else source.cadence


def lines(sources: Iterable[Source]) -> str:
    """One line for each source, for a terminal."""
    return "\n".join(f"{one.id}: {one.title} ({one.publisher}); {issued(one)}; seen: {seen(one)}" for one in sources)


def markdown(sources: Iterable[Source]) -> str:
    """The whole page."""
    return HEAD + "".join(_section(source) for source in sources)


def _section(source: Source) -> str:
    facts = {
        "Publisher": source.publisher,
        "Page": f"<{source.landing}>",
        "Licence": source.licence,
        "Issued": issued(source),
        "Date of issue": "printed in the file" if source.dated else "not printed: the day of retrieval stands for it",
        "Seen": seen(source),
        "Tables": _code(source.tables) or "none of facts: it is read into the directory of organisations",
        "Indicators": _code(indicators(source)) or "none of its own",
    }
    rows = "".join(f"| {name} | {text} |\n" for name, text in facts.items())
    return f"\n## {source.title}\n\n`{source.id}`\n\n| | |\n|---|---|\n{rows}\n{_layout(source)}"


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _layout(source: Source) -> str:
    """What the publisher's words stand for, part by part; addresses and links are left out."""
    parts = layout.load(source.id).parts
    rows = [
        f"| {part} | {_code(dict.fromkeys(name for name, _ in found))} | {len(found)} |\n"
        for part, found in parts.items()
        if part not in NOT_COLUMNS
    ]
    return "| part of the layout | our words | wordings known |\n|---|---|---|\n" + "".join(rows)

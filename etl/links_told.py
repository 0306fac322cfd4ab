"""The account of listed links in the terminal: counts by outcome, then every link that was not loaded and why."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from domain.listed import LOADED, OUTCOMES, PAGE
from warehouse.queries.listed import Account

NONE = "no account of links is kept yet; 'python -m etl refresh' makes one"


def counted(counts: Mapping[str, int]) -> str:
    """Number of links by outcome, in words."""
    total = sum(counts.values())
    named = ", ".join(f"{number:,} {OUTCOMES[outcome]}" for outcome, number in counts.items())
    return f"{total:,} listed ({named})" if named else "none listed"


def rows(found: Mapping[str, Account]) -> dict[str, Any]:
    """Every link of every source, as plain values."""
    return {
        name: {
            "at": account.at,
            "counts": account.counted(),
            "links": [{**asdict(one), "said": one.said} for one in account.links],
        }
        for name, account in found.items()
    }


def lines(found: Mapping[str, Account]) -> Iterator[str]:
    """The same in lines of text: loaded files with their release, the others with the reason."""
    if not found:
        yield NONE
    for name, account in found.items():
        yield f"{name}, looked at {account.at}: {counted(account.counted())}"
        for one in sorted(account.links, key=lambda one: list(OUTCOMES).index(one.outcome)):
            if one.outcome == PAGE:
                continue
            of = f" as {one.release}" if one.outcome == LOADED else ""
            why = f": {one.words}" if one.words else ""
            yield f"  {one.said}{of}{why}"
            yield f"    {one.text or 'no text'} <{one.url}>"

"""Source lines: publication, vintage, file and build, in one sentence under every figure."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from components import text
from domain.vintages import CURRENT, Vintage
from panels.home.england import England
from warehouse.queries.freshness import Held


class Figures(Protocol):
    """Figures of one build that know what is held of every source."""

    @property
    def build(self) -> str:
        """Id of the build."""

    @property
    def demonstration(self) -> bool:
        """Whether the figures are invented."""

    @property
    def held(self) -> dict[str, Held]:
        """What is held, by source."""


def line(england: Figures, *sources: str) -> str:
    """``Source: …`` for the publications that a figure uses, with file and build."""
    return cited(england.held, sources, build=england.build, demonstration=england.demonstration)


def cited(
    held: Mapping[str, Held], sources: Sequence[str], *, build: str, demonstration: bool, version: Vintage = CURRENT
) -> str:
    """``Source: …`` for some publications, with vintage, file, version where it is not the current one, and build."""
    parts = [_one(held[source], demonstration=demonstration) for source in sources if source in held]
    other = "" if version.is_final else f" Version: {version.words}."
    return f"Source: {'; '.join(parts) or 'no file held'}.{other} Build {build}."


def _one(held: Held, *, demonstration: bool) -> str:
    issued = (
        f"revised {text.day(held.revised)}"
        if held.revised and held.current_files == 1
        else f"published {text.day(held.published)}"
        if held.published
        else "no date printed in it"
    )
    who = "demonstration publication (invented)" if demonstration else held.publisher
    files = held.file_name if held.current_files == 1 else f"{held.current_files} files, latest {held.file_name}"
    return f"{who}, {held.name}, {issued} ({files})"


def meta_of(figures: Figures, source: str, what: str) -> str:
    """Data to, published and revised for one source; empty when it is not held."""
    return _meta(figures.held[source], what) if source in figures.held else ""


def meta(england: England) -> str:
    """Data to, published and revised for both series, in one line for the head of the page."""
    return " ".join(
        _meta(england.held[source], what)
        for what, source in (
            ("Delayed transfers of care", delays_source(england)),
            ("Emergency admissions", "ae_england"),
        )
        if source in england.held
    )


def _meta(held: Held, what: str) -> str:
    revised = f", revised {text.day(held.revised)}" if held.revised else ""
    issued = f"published {text.day(held.published)}" if held.published else "no date of publication in the file"
    return f"{what}: data to {text.month(held.end)}, {issued}{revised}."


def delays_source(england: Figures) -> str:
    """Which publication England's delays came from."""
    return "dtoc_england" if "dtoc_england" in england.held else "dtoc_councils"

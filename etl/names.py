"""What the files together say of places: area codes of councils, kinds of areas, boards of providers."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain import areas
from etl import organisation_table
from etl.area_table import NAMES, Codes, learn
from etl.selection import Every
from etl.source import Columns


@dataclass(frozen=True)
class Names:
    """Columns of the tables ``areas`` and ``organisations``, and what facts need to know of them.

    types: area code to kind of area. boards: provider code to its board, where one is known.
    """

    codes: Codes
    areas: Columns
    organisations: Columns
    types: Mapping[str, str]
    boards: Mapping[str, str]

    def council(self, nhs: str, ons: str, month: str) -> tuple[str, str]:
        """Area code and kind of area of what a file of a month calls so."""
        code = self.codes.area(nhs or ons, ons, month)
        return code, self.types.get(code, areas.COUNCIL)


def learnt(every: Every) -> Names:
    """What (source id, release) pairs say of places; facts are not looked at."""
    releases = [release for _, release in every]
    councils = [release for release in releases if "areas" in release.parsed.tables]
    others = [release for release in releases if NAMES & release.parsed.tables.keys()]
    codes = Codes(councils)
    places = learn(councils, codes, others)
    known = organisation_table.learn(releases)
    boards = {code: icb for code, icb in zip(known["code"], known["icb_code"], strict=True) if icb}
    types = dict(zip(places["area_code"], places["area_type"], strict=True))
    return Names(codes, places, known, types, boards)

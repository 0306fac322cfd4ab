"""What is computed of a place from its exact values: values as shown, limits, effects, verdicts, projections."""

from collections.abc import Mapping, Sequence
from typing import Any

from etl.local.state import Place
from warehouse.reader import View


def computed(place_id: str, place: Place, view: View) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Rows of the tables that are computed, by table; ``view`` is the national build that is read."""
    return {}

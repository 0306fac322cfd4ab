"""Options of the controls that another measure has others of, sent only when the measure changes."""

from collections.abc import Sequence
from typing import Any

import dash
from dash import Output

from components import grouped
from components.ids import Ids
from components.trends import controls
from components.trends.choice import Choice
from components.trends.controls import Offered


def outputs(ids: Ids) -> Sequence[Output]:
    """What ``values`` fills: the class that hides controls, and the options of area, last month and version."""
    return (
        Output(ids.of("controls"), "className"),
        Output(ids.of("area"), "groups"),
        Output(ids.of("to"), "options"),
        Output(ids.of("vintage"), "options"),
    )


def values(changed: Any, ids: Ids, choice: Choice, offered: Offered) -> tuple[Any, ...]:
    """Values for ``outputs``; nothing where a control changed that has no part in what the others offer."""
    if changed not in [ids.of(key) for key in controls.FITTED]:
        return kept()
    months = controls.options(controls.ends(choice, offered.months))
    days = controls.options(controls.versions(choice.vintage, offered.days))
    return controls.fit(choice), grouped.listed(offered.areas), months, days


def kept() -> tuple[Any, ...]:
    """Values that leave everything as it is."""
    return (dash.no_update,) * 4

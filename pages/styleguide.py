"""How does it look and speak? Every component in every state, for people who build or review pages."""

from typing import Any

import dash

from components import page_head, shell, states
from components.ids import Ids
from components.styleguide import sections
from warehouse import serving

dash.register_page(__name__, path="/styleguide", title="Style guide", charts=True)
ids = Ids("styleguide")
QUESTION = "How Interface Monitor looks and speaks"


def layout(**_: Any) -> Any:
    """The guide, in demonstration mode only: its figures are invented and must not stand beside real ones."""
    view = serving.view()
    if view is None:
        children = [page_head.bare(QUESTION), states.no_warehouse(serving.refreshing())]
    elif view.mode != "demo":
        why = "Its figures are invented, so it is shown with demonstration data only (SOURCES=demo)."
        children = [
            page_head.bare(QUESTION),
            states.nothing("The style guide is not shown beside official statistics.", why),
        ]
    else:
        lead = ["One family, a few sizes, colours with fixed jobs. Shape and word first, hue second."]
        head = page_head.draw(QUESTION, lead, "Every figure on this page is invented.")
        children = [states.demonstration(), head, *sections.sections()]
    return shell.page(title="Style guide – Interface Monitor", children=children, doc_title_id=ids.of("title"))

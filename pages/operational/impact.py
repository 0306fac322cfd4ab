"""Did a scheme move what it claims, and could it ever show? All designs on one screen, for analysts and boards."""

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, html

from components import page_head, section_nav, shell, states, tools
from components.ids import Ids
from components.scheme import empty, filters
from components.tools import Take
from panels.impact import page, words
from panels.impact.choice import Choice, claims, name, parse
from panels.schemes import taken
from panels.schemes import words as scheme_words
from panels.schemes.held import Held, held
from panels.schemes.scope import where
from warehouse import serving
from warehouse.reader import View

PATH = "/operational/impact"
dash.register_page(
    __name__,
    path=PATH,
    title="Impact",
    charts=True,
    areas=False,
    section="operational",
    section_label="Impact",
    section_order=3,
)
ids = Ids("impact")
QUESTION = "Did a scheme move what it claims?"
KEYS = ("scheme", "indicator")


def layout(**query: Any) -> html.Div:
    """The page for a query; works without a warehouse, without uploads and with any query."""
    view = serving.view()
    found, choice = _found(view, query)
    if view is None or found is None or choice is None:
        return shell.page(title="Impact – Interface Monitor", children=_empty(view), doc_title_id=ids.of("title"))
    children = [
        html.Div(_head(view, found, choice), id=ids.of("head")),
        _controls(found, choice),
        html.Div(page.body(view, found, choice), id=ids.of("body")),
        html.Span(id=ids.of("kept"), hidden=True, **{"data-place": found.where.place.place_id}),
    ]
    return shell.page(title=_title(found, choice), children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("head"), "children"),
    Output(ids.of("body"), "children"),
    Output(ids.of("title"), "data-title"),
    Output(ids.of("indicator"), "options"),
    Output(ids.of("indicator"), "value"),
    tools.output(ids),
    Input(ids.of("scheme"), "value"),
    Input(ids.of("indicator"), "value"),
    State(ids.of("kept"), "data-place"),
    prevent_initial_call=True,
)
def show_impact(scheme: Any, indicator: Any, place: Any) -> tuple[Any, ...]:
    """Head, body, title and files for another claim, and the claims of the scheme."""
    view = serving.view()
    found, choice = _found(view, {"place": place, "scheme": scheme, "indicator": indicator})
    if view is None or found is None or choice is None:
        return _empty(view), [], "Impact – Interface Monitor", [], "", dash.no_update
    options = [{"value": key, "label": said} for key, said in _claims(found, choice).items()]
    shown = (_head(view, found, choice), page.body(view, found, choice), _title(found, choice))
    return *shown, options, choice.claim, tools.files(ids, _take(found, choice))


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    *(Input(ids.of(key), "value") for key in KEYS),
    prevent_initial_call=True,
)
tools.copying(ids)


def _take(found: Held, choice: Choice) -> Take:
    scheme = choice.scheme
    asked = {"scheme": scheme.scheme_id, "indicator": choice.claim}
    return taken.take(found, "scheme-designs", council=scheme.area_code, **asked)


def _found(view: View | None, query: dict[str, Any]) -> tuple[Held | None, Choice | None]:
    place = where(view, query) if view else None
    found = held(view, place) if view and place else None
    return found, parse(found, query) if found else None


def _empty(view: View | None) -> list[Any]:
    nothing = states.no_warehouse(serving.refreshing()) if view is None else empty.nobody()
    return [
        *empty.banner(view.mode if view else None),
        section_nav.draw("operational", PATH),
        page_head.bare(QUESTION),
        nothing,
    ]


def _title(found: Held, choice: Choice) -> str:
    return f"{choice.scheme.scheme_id} × {choice.claim}: impact – {found.where.place.name} – Interface Monitor"


def _head(view: View, found: Held, choice: Choice) -> list[Any]:
    meta = f"{words.method(found, choice)} {scheme_words.meta(view, found)}"
    head = page_head.draw(words.question(choice), words.lead(found, choice), meta)
    nav = section_nav.draw("operational", PATH, f"place={found.where.place.place_id}")
    return [
        *empty.banner(view.mode),
        nav,
        head,
        *states.ignored((*found.where.ignored, *choice.ignored)),
    ]


def _claims(found: Held, choice: Choice) -> dict[str, str]:
    return {
        name(link): f"{name(link)} {found.indicators[link.indicator_id].name}"
        for link in claims(found, choice.scheme.scheme_id)
    }


def _controls(found: Held, choice: Choice) -> html.Div:
    schemes = {one.scheme_id: f"{one.scheme_id} {one.name}" for one in found.schemes if claims(found, one.scheme_id)}
    selects = (
        ("scheme", "Scheme", schemes, choice.scheme.scheme_id),
        ("indicator", "Indicator", _claims(found, choice), choice.claim),
    )
    beside = tools.draw(ids, _take(found, choice))
    return filters.draw(ids, selects, label="Which claim is shown", tools=beside)

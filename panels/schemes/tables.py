"""The tables of scheme pages by the query that names them, for CSV."""

from collections.abc import Mapping
from typing import Any

from components.tables import Table
from panels.plan import rows as plan_rows
from panels.schemes import chain, designs, register, scheme_page
from panels.schemes.held import Held, held
from panels.schemes.register import Filters
from panels.schemes.scope import one, where
from panels.spend import tables as spend_tables
from panels.spend.figures import figures
from warehouse.queries.local import evidence
from warehouse.queries.local.plan import Scheme
from warehouse.reader import View

Query = Mapping[str, Any]


def found(view: View, query: Query) -> Held | None:
    """What is held of the place that a query names."""
    place = where(view, query)
    return held(view, place) if place else None


def _scheme(view: View, query: Query) -> tuple[Held, Scheme] | None:
    """The scheme that a query names; the first one where it names none."""
    all_of_it = found(view, query)
    if all_of_it is None or not all_of_it.schemes:
        return None
    asked = one(query, "scheme")
    scheme = all_of_it.scheme(asked) if asked else all_of_it.schemes[0]
    return (all_of_it, scheme) if scheme else None


def of_register(view: View, query: Query) -> Table | None:
    """The register as it is filtered."""
    all_of_it = found(view, query)
    if all_of_it is None:
        return None
    chosen = Filters.parse(query, tuple(council.code for council in all_of_it.where.councils))
    return register.table(all_of_it, register.lines(all_of_it, chosen))


def of_series(view: View, query: Query) -> Table | None:
    """The series behind a claim; of the first one of a scheme where none is named."""
    pair = _scheme(view, query)
    if pair is None:
        return None
    first = next((link for link in pair[0].links if link.scheme_id == pair[1].scheme_id), None)
    if not one(query, "indicator") and first:
        return scheme_page.series(view, *pair, first.indicator_id, first.body)
    return scheme_page.series(view, *pair, one(query, "indicator"), one(query, "body"))


def of_designs(view: View, query: Query) -> Table | None:
    """Every design of a scheme, of one claim where it is named."""
    pair = _scheme(view, query)
    if pair is None:
        return None
    name, _, body = one(query, "indicator").partition(".")
    claims = pair[0].linked(pair[1].scheme_id)
    only = next((claim for claim in claims if (claim.indicator_id, claim.body) == (name, body)), None)
    return designs.table(*pair, only)


def of_spend(view: View, query: Query, cut: str) -> Table | None:
    """Spend of a place by purpose, stage or demand, or line by line."""
    all_of_it = found(view, query)
    money = figures(all_of_it) if all_of_it else None
    if money is None:
        return None
    return spend_tables.lines(money) if cut == "lines" else spend_tables.table(money, cut)


def of_targets(view: View, query: Query) -> Table | None:
    """Targets of a place with what became of them."""
    all_of_it = found(view, query)
    if all_of_it is None:
        return None
    return plan_rows.table(all_of_it, evidence.planned(view, all_of_it.where.place.place_id))


def of_outputs(view: View, query: Query) -> Table | None:
    """Outputs of a scheme."""
    pair = _scheme(view, query)
    if pair is None:
        return None
    everything, scheme = pair
    own = [output for output in everything.outputs if output.scheme_id == scheme.scheme_id]
    return chain.outputs_table(scheme, own)

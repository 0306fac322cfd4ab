"""What can be taken away from a page of schemes: the rows of its table, and the month pack that holds the place."""

from urllib.parse import urlencode

from components import tools
from components.tools import Take
from components.url_state import href
from domain import periods
from panels.schemes.held import Held


def take(held: Held, table: str, *, council: str = "", **query: str) -> Take:
    """The files of a view. council: whose pack, else of the first council; query: what names the table's rows."""
    place = held.where.place
    first = council or next((one.code for one in held.where.councils), "")
    asked = urlencode({"place": place.place_id, **{key: value for key, value in query.items() if value}})
    return Take(href(f"/export/{table}.csv", asked), tools.pack(first, periods.plus(place.as_at, -1)))

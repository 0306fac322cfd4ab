"""Every table that can be taken away is a CSV, and every CSV that a page offers is such a table."""

import csv
import io
import re

import dash
import pytest

from components.area.choice import CHARTS, DRAWINGS, FORMS
from panels.exports import TABLES
from tests.local_tables import EXTRACTS, NATIONAL, asked
from tests.shared import needs_shared
from tests.unit.components import walk
from warehouse import serving


def _rows(answer) -> list[list[str]]:
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    return list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_a_csv_with_a_head_and_rows_of_one_length(client, name):
    head, *rows = _rows(client.get(asked(name)))
    assert len(set(head)) == len(head)
    assert rows
    assert {len(row) for row in rows} == {len(head)}
    assert head[-2:] == ["data", "build"]


@pytest.mark.parametrize("name", TABLES)
def test_the_same_build_gives_the_same_bytes(client, name):
    assert client.get(asked(name)).get_data() == client.get(asked(name)).get_data()


def test_pages_offer_exactly_the_tables_of_the_registry(client):
    claims = ({}, {"area": "England"}, {"scheme_id": "S12", "scheme": "S07", "indicator": "I02"}, {"scheme": "S04"})
    layouts = [page["layout"](**query) for page in dash.page_registry.values() for query in claims]
    offered = {
        link.href.split("?")[0]
        for layout in layouts
        for link in walk.of(layout, "A")
        if link.href.startswith("/export/")
    }
    assert offered == {f"/export/{name}.csv" for name in TABLES}


AREA = ("bodies", "reasons", "history", "signals", "rank", "care", "england", "months")


@pytest.mark.parametrize("draw", DRAWINGS)
@pytest.mark.parametrize("form", FORMS)
def test_a_csv_of_an_area_holds_the_table_that_its_page_shows_in_every_form(client, form, draw):
    page = dash.page_registry["pages.operational.area"]
    layout = page["layout"](**{"area": "Quillshire", "from": "2017-02", "to": "2018-01", "as": form, "draw": draw})
    links = {
        link.href.split(".csv")[0].split("-")[-1]: link.href for link in walk.of(layout, "A") if ".csv" in link.href
    }
    assert set(links) == {name for name in AREA if draw == CHARTS or name != "signals"}
    for href in links.values():
        _, *rows = _rows(client.get(href))
        figure = next(one for one in walk.of(layout, "Figure") if href in [a.href for a in walk.of(one, "A")])
        shown = walk.of(walk.of(figure, "Table")[-1], "Tbody")
        lines = walk.of(shown, "Tr")
        assert len(lines) == len(rows)
        for line, row in zip(lines, rows, strict=True):
            said = [walk.words(cell) for cell in line.children]
            for words, value in zip(said, row, strict=False) if len(said) == len(row) - 2 else ():
                _agree(words, value)


def _agree(words: str, value: str) -> None:
    """A cell says the number of the file, rounded; words are the words of the file."""
    number = re.fullmatch(r"(\u2212?)([0-9][0-9,]*(?:\.([0-9]+))?)", words)
    if number and re.fullmatch(r"-?[0-9.]+(?:e-?[0-9]+)?", value):
        sign, digits, decimals = number.groups()
        shown = float(digits.replace(",", "")) * (-1 if sign else 1)
        assert abs(shown - float(value)) <= 0.5000001 * 10 ** -len(decimals or ""), (words, value)
    elif not re.search(r"[0-9]", words) and words not in ("not held", "no change", "up from none"):
        assert words == value


def test_tables_are_named_as_their_columns_are_everywhere(client):
    for name in TABLES:
        head = _rows(client.get(asked(name)))[0]
        assert not [column for column in head if not re.fullmatch(r"[a-z][a-z0-9_]*", column)]


@needs_shared
@pytest.mark.parametrize("name", [name for name in NATIONAL if name not in EXTRACTS])
def test_real_figures_are_named_official_and_carry_no_word_of_demonstration(client, live_root, partnership_root, name):
    serving.serve(live_root)
    try:
        answer = client.get(f"/export/{name}.csv")
        rows = _rows(answer)
    finally:
        serving.serve(partnership_root)
    assert {row[-2] for row in rows[1:]} == {"Official statistics"}
    assert "demo" not in answer.headers["Content-Disposition"].lower()
    assert b"emonstration" not in answer.get_data()

"""docs/questions.md: every link opens a page that answers, in the state that the link names."""

import re

import dash
import pytest

from tests.shared import ROOT
from tests.unit.components import walk

TEXT = (ROOT / "docs" / "questions.md").read_text("utf-8")
SCHEME = "/operational/schemes/"
LINKS = sorted(set(re.findall(r"\]\((/[^)]*)\)", TEXT)))


@pytest.mark.parametrize("link", LINKS)
def test_a_link_opens_a_page_with_an_answer(client, link):
    path, _, query = link.partition("?")
    asked = dict(pair.split("=") for pair in query.split("&")) if query else {}
    if path.startswith(SCHEME):
        asked["scheme_id"], path = path.removeprefix(SCHEME), f"{SCHEME}none"
    (page,) = [one for one in dash.page_registry.values() if one["path"] == path]
    if asked.get("area") == "E10000007":
        asked["area"] = "E10999001"  # the demonstration has no real council
    layout = page["layout"](**asked)
    assert len(walk.of(layout, "H1")) == 1
    said = walk.words(layout)
    assert "could not be used" not in said
    assert "No figures" not in said
    assert client.get(link).status_code == 200


def test_every_number_up_to_35_is_in_the_list():
    found = set()
    for cell in re.findall(r"^\| ([0-9, –]+) \|", TEXT, re.MULTILINE):
        for part in cell.split(","):
            first, _, last = part.strip().partition("–")
            found |= set(range(int(first), int(last or first) + 1))
    assert found == set(range(1, 36))

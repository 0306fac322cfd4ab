"""The account of links on the data page is the one in its CSV files, in demonstration data as they are loaded."""

import csv
import io

import dash

from domain.source_groups import GROUPS
from exports.csv_files import safe
from panels.data import links
from tests.unit.components import walk
from warehouse import serving
from warehouse.queries import freshness, listed


def rows(client, address):
    return list(csv.DictReader(io.StringIO(client.get(address).get_data(as_text=True).removeprefix("\ufeff"))))


def test_the_csv_of_every_source_holds_every_link_as_it_was_kept(client):
    kept = listed.accounts(serving.builds())
    told = links.accounts(serving.view())
    assert len(told) == len(kept) > 10
    for one, account in zip(
        told, [kept[name] for name in freshness.names(serving.view()) if name in kept], strict=True
    ):
        found = rows(client, one.csv)
        assert [(row["url"], row["outcome"], row["release"], row["why"]) for row in found] == [
            (link.url, link.outcome, safe(link.release), safe(link.words)) for link in account.links
        ]
        assert {row[1] for row in one.left.rows} <= {row["text"] for row in found}
        assert {row["data"] for row in found} == {"Demonstration data — not real figures"}
    assert len(rows(client, links.address())) == sum(len(account.links) for account in kept.values())


def test_the_page_tells_what_became_of_the_links_and_lists_sources_by_group(client):
    said = walk.words(dash.page_registry["pages.data"]["layout"]())
    assert "Links on the publishers’ pages" in said
    assert all(one.summary in said and one.words in said for one in links.accounts(serving.view()))
    assert all(name in said for name in GROUPS)

"""What links of the A&E pages are taken for files by provider; every link of the replica is accounted for."""

import csv
import html
import re

import pytest

from etl import layout
from etl.discovery import classify, hint
from etl.listing import Link
from etl.sources import ae_providers
from tests import shared
from tests.unit.etl.site import Site, page

LAYOUT = layout.load("ae_providers")


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        ("known", "Monthly A&E March 2025 (CSV, 28KB)", "Monthly-AE-March-2025.csv"),
        ("known", "Monthly A&E July 2024 (revised) (CSV, 28KB)", "Monthly-AE-July-2024-revised.csv"),
        ("known", "CSV", "February-2026-CSV-Dl8t54.csv"),
        ("known", "June 2025 A&E by provider (XLSX, 260KB)", "June-2025-AE-by-provider-3euC4-1.xlsx"),
        ("known", "XLS", "August-2022-AE-by-provider-revised-110523-1Gqhs.xls"),
        ("known", "XLS", "December-2022-AE-by-provider-UScya-revised-110523.xls"),
        ("known", "XLS", "August-2023-AE-revised-91123-by-provider-H18X9.xls"),
        ("known", "XLS", "Monthly-October-2019-revised-210720-qm5hG.xls"),
        ("unknown", "Figures of May 2021", "may.xls"),
        ("skip", "Quarter 4 2024-25 A&E by provider (XLS, 388KB)", "Q4-2024-25-AE-by-provider-zdNce.xls"),
        ("skip", "XLS", "Q1-2019-20-AE-by-provider-cGgUP.xls"),
        ("skip", "Monthly A&E Time Series March 2026 (XLS, 432KB)", "Monthly-AE-Time-Series-March-2026-F5ldj2.xls"),
        ("skip", "Adjusted series", "Adjusted-Monthly-AE-Time-Series-June-2021.xls"),
        ("skip", "NEL growth rates", "November-2025-NEL-YTD-Growth-rates.xls"),
        ("skip", "Supplementary ECDS analysis", "ECDS-June-2025.xlsx"),
        ("skip", "March 2026 Statistical Commentary (PDF, 300KB)", "Statistical-commentary-March-2026.pdf"),
        ("skip", "System mapping file", "Provider-to-system-mapping.xlsx"),
    ],
)
def test_links_of_the_year_pages(kind, text, name):
    assert classify(Link(f"https://www.england.nhs.uk/uploads/2025/04/{name}", text, ""), LAYOUT) == kind


def test_the_month_of_a_link_is_for_order_only():
    assert (
        hint(Link("x/Monthly-AE-July-2024-revised.csv", "Monthly A&E July 2024 (revised) (CSV, 28KB)", "")) == "2024-07"
    )
    assert hint(Link("x/February-2026-CSV-Dl8t54.csv", "CSV", "")) == "2026-02"


def test_files_are_found_on_year_pages_that_the_landing_page_no_longer_names():
    landing = ae_providers.SOURCE.landing
    year = landing + {name: one.pattern for name, one in LAYOUT.parts["fallback"]}["2024-25"]
    address = f"{landing}file/Monthly-AE-March-2025.csv"
    site = Site({landing: page((landing, "A&E")), year: page((address, "Monthly A&E March 2025 (CSV, 28KB)"))})
    found = ae_providers.discover(site.browse())
    assert [one.url for one in found.candidates] == [address]


@shared.needs_shared
def test_every_link_of_the_replica_is_accounted_for():
    """Held files by provider are fetched; quarterly twins and other publications are left alone; nothing is unknown."""
    with open(shared.SHARED / "replica" / "site.tsv", encoding="utf-8") as rows:
        links = [
            (html.unescape(re.sub(r"<[^>]+>", "", row[4])), row[5], row[6])
            for row in csv.reader(
                (line for line in rows if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
            )
            if len(row) > 6 and "/ae-waiting-times-and-activity/" in row[0] and row[5]
        ]
    kinds = {}
    for text, url, local in links:
        kinds.setdefault(classify(Link(url, text, ""), LAYOUT), set()).add((url.rsplit("/", 1)[-1], local))
    assert set(kinds) == {"known", "skip"}
    held = {name for name, local in kinds["known"] if local.startswith("ae_provider/")}
    assert held == {file.name for file in (shared.DATA / "ae_provider").iterdir()}
    assert not [name for name, local in kinds["known"] if not local.startswith(("ae_provider/", "404"))]
    assert not [name for name, local in kinds["skip"] if local.startswith("ae_provider/")]
    assert {name for name, _ in kinds["skip"] if "by-provider" in name} == {
        name for _, url, _ in links if re.match(r"Q[1-4]-", name := url.rsplit("/", 1)[-1])
    }

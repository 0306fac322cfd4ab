"""What a link's wording decides: fetch it, leave it, or let its contents decide; and the month it speaks of."""

import pytest

from etl import layout
from etl.discovery import classify, hint
from etl.listing import Link

COUNCILS, SERIES, AE = (layout.load(name) for name in ("dtoc_councils", "dtoc_england", "ae_england"))


@pytest.mark.parametrize(
    ("kind", "text", "href"),
    [
        (
            "known",
            "Total Delayed Days Local Authority 2017-18 January (XLS, 136K)",
            "x/LA-Type-B-January-2018-D7csN.xls",
        ),
        ("known", "Total Delayed Days Local Authority", "x/anything.xls"),
        ("known", "TOTAL DELAYED DAYS\u00a0LOCAL AUTHORITY 2015\u201316 May", "x/file.XLSX"),
        ("known", "April 2014", "x/LA-Type-B-April-2014.xls"),
        ("known", "April 2011", "x/dh_133750.xls"),
        ("known", "Local figures", "x/LA_Type_B_June.xls?ver=2"),
        ("unknown", "Delays by council, May 2018", "x/councils-may-2018.xlsx"),
        ("unknown", "May 2018", "x/file.xls"),
        ("skip", "Total Delayed Days Trust 2017-18 January", "x/Trust-Type-B-January-2018.xls"),
        ("skip", "Delayed days by provider, May 2018", "x/may.xls"),
        ("skip", "Patients Local Authority 2015-16 May", "x/LA-Type-A-May-2015.xls"),
        ("skip", "May 2015", "x/LA-Type-A-May-2015.xls"),
        ("skip", "Delayed transfers of care time series", "x/DTOC-England-Timeseries.xls"),
        ("skip", "Delays over time", "x/trend.xls"),
        ("skip", "ASCOF 2C", "x/ascof-2c.xlsx"),
        ("skip", "Total Delayed Days Local Authority 2017-18 January", "x/statement.pdf"),
        ("skip", "Total Delayed Days Local Authority (CSV)", "x/LA-Type-B-January-2018.csv"),
        ("skip", "Total Delayed Days Local Authority", "x/LA-Type-B.xlsm"),
        ("skip", "Total Delayed Days Local Authority", "x/page.aspx?file=a.xls"),
    ],
)
def test_links_of_the_council_pages(kind, text, href):
    assert classify(Link(f"https://www.england.nhs.uk/{href}", text, ""), COUNCILS) == kind


@pytest.mark.parametrize(
    ("kind", "text", "href"),
    [
        ("known", "DTOC England Time Series February 2020", "x/DTOC-England-Timeseries-February-2020.xls"),
        ("unknown", "Delays in England since 2010", "x/england.xlsx"),
        ("skip", "ASCOF time series", "x/a.xls"),
        ("skip", "Total Delayed Days Local Authority", "x/LA-Type-B-May.xls"),
    ],
)
def test_links_of_the_landing_page_of_delays(kind, text, href):
    assert classify(Link(f"https://www.england.nhs.uk/{href}", text, ""), SERIES) == kind


@pytest.mark.parametrize(
    ("kind", "text", "href"),
    [
        ("known", "Monthly A&E Time Series March 2026 (XLS, 394K)", "x/Monthly-AE-Time-Series-March-2026-F5ldj2.xls"),
        ("known", "Unadjusted: Monthly A&E Time series", "x/Timeseries-monthly-Unadjusted-9kidr.xls"),
        ("skip", "Adjusted: Monthly A&E Time series", "x/Adjusted-Monthly-AE-Time-Series-June-2021.xls"),
        ("skip", "Quarterly A&E time series", "x/Quarterly-timeseries.xls"),
        ("skip", "A&E by provider", "x/June-2025-AE-by-provider-3euC4-1.xlsx"),
        ("unknown", "Emergency figures", "x/emergency.xlsx"),
    ],
)
def test_links_of_the_emergency_pages(kind, text, href):
    assert classify(Link(f"https://www.england.nhs.uk/{href}", text, ""), AE) == kind


@pytest.mark.parametrize(
    ("month", "heading", "text", "href"),
    [
        ("2018-01", "January 2018", "Total Delayed Days Local Authority", "x/file.xls"),
        ("2017-12", "", "Total Delayed Days Local Authority 2017-18 December (Revised 13.12.18)", "x/any.xls"),
        ("2018-01", "", "Total Delayed Days Local Authority 2017-18 January", "x/LA-Type-B-June-2001.xls"),
        ("2018-03", "2017-18", "Local authority 2017/18 Mar", "x/any.xls"),
        ("2018-12", "", "Local authority", "x/LA-Type-B-December-2018-3SmuW.xls"),
        ("2012-09", "Data", "Local authority", "x/LA_Type_B_September_2012.xls"),
        ("", "", "Local authority", "x/dh_133750.xls"),
        ("", "April 2017 to March 2018", "Local authority", "x/any.xls"),
        ("", "", "April to March 2017-18", "x/any.xls"),
        pytest.param("2012-08", "", "Local authority August 2012-08", "x/August-2012.xls"),
        pytest.param("2018-05", "", "Local authority, May (2018/05)", "x/LA-May-2018.xls"),
    ],
)
def test_the_month_a_link_speaks_of(month, heading, text, href):
    assert hint(Link(f"https://www.england.nhs.uk/{href}", text, heading)) == month

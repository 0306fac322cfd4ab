"""Layouts as data: the publisher's wording to our words."""

import pytest

from domain.delays import REASON_CODES
from etl import layout
from etl.sources import SOURCES


@pytest.mark.parametrize("source", [source.id for source in SOURCES])
def test_every_source_has_a_layout_whose_lines_are_complete(source):
    lay = layout.load(source)
    assert lay.parts
    assert all(name and pattern.pattern for lines in lay.parts.values() for name, pattern in lines)


def test_a_source_without_a_layout_file_is_not_loaded():
    with pytest.raises(FileNotFoundError):
        layout.load("no_such_source")


@pytest.mark.parametrize(
    ("part", "wording", "name"),
    [
        ("reason", "Di) Awaiting residential home placement or availability", "DI"),
        ("reason", "DII) AWAITING NURSING HOME PLACEMENT OR AVAILABILITY", "DII"),
        ("reason", "F) AWAITING COMMUNITY EQUIPMENT AND ADAPTIONS", "F"),
        ("reason", "I) Housing \u2013 patients not covered by NHS and Community Care Act", "I"),
        ("reason", "I) Housing - patients not covered by Care Act", "I"),
        ("reason", "C) WAITING FURTHER NHS NON-ACUTE CARE", "C"),
        ("reason", "Completion of Assessment", "A"),
        ("reason", "Awaiting further non\u2011acute NHS care", "C"),
        ("reason", "O) Other", "O"),
        ("reason", "TOTAL", "all"),
        ("reason", "P) Something new", None),
        ("reason", "", None),
        ("body", " Social\u00a0Care ", "social_care"),
        ("body", "SOCIAL SERVICES", "social_care"),
        ("body", "Total Delayed Days", "all"),
        ("body", "NHS and social care", None),
        ("care", "NON \u2013 ACUTE", "non_acute"),
        ("sheet", "LA - by Type of Care", "care"),
        ("sheet", "LA-by responsible organisation", "body"),
        ("sheet", "Trust - by responsible org", None),
        ("block", "Average Number of People Delayed per Day", "beds"),
        ("lead", "SHA", "other"),
        ("lead", "ONS Geography", "ons_code"),
        ("no such part", "NHS", None),
    ],
)
def test_a_wording_is_known_whole_in_any_case_and_with_any_dash(part, wording, name):
    lay = layout.load("dtoc_councils")
    assert lay.name(part, wording) == name
    assert lay.matches(part, wording) == (name is not None)


@pytest.mark.parametrize("source", ["dtoc_councils", "dtoc_england"])
def test_every_reason_of_the_collection_has_a_column(source):
    assert set(layout.load(source).names("reason")) == {*REASON_CODES, "all"}


def test_names_come_once_each_in_the_order_of_the_file():
    assert layout.load("dtoc_councils").names("body") == ("nhs", "social_care", "both", "all")

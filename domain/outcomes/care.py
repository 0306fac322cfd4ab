"""Measures from the councils' own records: the SALT return to 2023-24, client level data from 2024-25 on."""

from domain.outcomes.measure import (
    PER_100K,
    PERCENT,
    RECORDS,
    RENUMBERED_YEAR,
    Code,
    Measure,
    from_records,
    moved,
    renumbered,
)

_REABLEMENT = "From 2024-25 another measure under the same heading, from client level data linked to hospital records."

MEASURES = (
    Measure(
        "care_home_admissions_65_and_over",
        "New long-term care-home admissions, 65 and over",
        "People aged 65 and over whose long-term support needs were met by a care home, per 100,000 residents of "
        "that age.",
        RECORDS,
        PER_100K,
        moved("2A(2)", "2C"),
        (renumbered("2A(2)", "2C"), from_records()),
        good="down",
    ),
    Measure(
        "care_home_admissions_18_to_64",
        "New long-term care-home admissions, 18 to 64",
        "People aged 18 to 64 whose long-term support needs were met by a care home, per 100,000 residents of that "
        "age.",
        RECORDS,
        PER_100K,
        moved("2A(1)", "2B"),
        (renumbered("2A(1)", "2B"), from_records()),
        good="down",
    ),
    Measure(
        "at_home_91_days",
        "At home 91 days after reablement",
        "Share of people aged 65 and over still at home 91 days after leaving hospital into reablement or "
        "rehabilitation. People who died or could not be traced count as not at home.",
        RECORDS,
        PERCENT,
        (Code("2B(1)", "2010-11", "2022-23"), Code("2D(1)", RENUMBERED_YEAR, "2023-24")),
        (renumbered("2B(1)", "2D(1)"),),
    ),
    Measure(
        "in_community_12_weeks",
        "In the community 12 weeks after reablement",
        "Share of people aged 65 and over who left hospital into reablement and stayed in the community for 12 weeks: "
        "no long-term care home, no emergency admission, no death.",
        RECORDS,
        PERCENT,
        (Code("2D(1)", "2024-25"),),
    ),
    Measure(
        "offered_reablement",
        "Offered reablement on leaving hospital",
        "Share of people aged 65 and over leaving hospital who received reablement or rehabilitation.",
        RECORDS,
        PERCENT,
        moved("2B(2)", "2D(2)"),
        (renumbered("2B(2)", "2D(2)"), from_records(_REABLEMENT)),
        good="none",
    ),
    Measure(
        "no_further_support",
        "No ongoing support after short-term services",
        "Share of new clients whose short-term service to maximise independence was followed by no ongoing support "
        "(to 2023-24: or support of a lower level).",
        RECORDS,
        PERCENT,
        moved("2D", "2A"),
        (renumbered("2D", "2A"), from_records()),
    ),
    Measure(
        "own_home_learning_disability",
        "Own home or family, people with a learning disability",
        "Share of adults of working age with a learning disability and long-term support who live in their own home "
        "or with family.",
        RECORDS,
        PERCENT,
        moved("1G", "2E(1)"),
        (renumbered("1G", "2E(1)"), from_records()),
    ),
    Measure(
        "own_home_18_to_64",
        "Own home or family, 18 to 64",
        "Share of people aged 18 to 64 with long-term support who live in their own home or with family.",
        RECORDS,
        PERCENT,
        (Code("2E(2a)", "2024-25"),),
    ),
    Measure(
        "own_home_65_and_over",
        "Own home or family, 65 and over",
        "Share of people aged 65 and over with long-term support who live in their own home or with family.",
        RECORDS,
        PERCENT,
        (Code("2E(2b)", "2024-25"),),
    ),
    Measure(
        "self_directed_support",
        "Self-directed support",
        "Share of people with long-term community support who receive self-directed support.",
        RECORDS,
        PERCENT,
        moved("1C(1A)", "3D(1a)", first="2014-15"),
        (renumbered("1C(1A)", "3D(1a)"), from_records()),
    ),
    Measure(
        "direct_payments",
        "Direct payments",
        "Share of people with long-term community support who receive direct payments.",
        RECORDS,
        PERCENT,
        moved("1C(2A)", "3D(2a)", first="2014-15"),
        (renumbered("1C(2A)", "3D(2a)"), from_records()),
    ),
    Measure(
        "delayed_transfers",
        "Delayed transfers of care (measure 2C)",
        "People delayed on an average day of the year, per 100,000 residents aged 18 and over, as published.",
        RECORDS,
        PER_100K,
        (Code("2C(1)", "2010-11", "2019-20"),),
        good="down",
    ),
)

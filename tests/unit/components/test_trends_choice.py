"""The choices of the trends page: read from any address, written so that the link restores the view."""

from urllib.parse import parse_qs

import pytest

from analysis.rebase import Rebase
from components.trends import choice as choices
from components.trends import measures
from components.trends.choice import Choice
from domain.catalogue import EVERY, GROUPS

FULL = Choice(
    area="E10999001",
    indicator="dtoc_beds",
    body="social_care",
    reason="DII",
    end="2018-01",
    limits="all",
    season="removed",
    compare="region",
    profile="nhsr",
    widened=True,
    rebase=Rebase("2017-04", "Reason ‘Other’ added", "Quillshire analysts"),
)

CUTS = [
    Choice(indicator=one.id, setting=setting, pathway=pathway)
    for one in EVERY
    for setting in (choices.SETTINGS if one.family == "discharge" else (Choice.setting,))
    for pathway in (choices.PATHWAYS if one.id == choices.BY_PATHWAY else (Choice.pathway,))
]


@pytest.mark.parametrize("choice", [Choice(), FULL, *CUTS])
def test_a_link_restores_its_view(choice):
    assert Choice.parse(parse_qs(choice.query)) == choice


def test_every_indicator_has_a_place_among_measures_and_forms():
    found = [one.id for measure in measures.MEASURES for one in measures.forms(measure).values()]
    assert sorted(found) == sorted(one.id for one in EVERY)


def test_every_measure_stands_in_one_group_of_the_list_and_delays_stand_with_nothing_that_followed():
    groups = measures.grouped(lambda _: True)
    listed = [measure for _, options in groups for measure, _ in options]
    assert sorted(listed) == sorted(measures.MEASURES)
    assert [name for name, _ in groups] == list(GROUPS)
    ended = dict(dict(groups)["Delayed transfers of care (ended February 2020)"])
    assert set(ended) == {"delayed_days", "dtoc_share_of_beds_pct"}


def test_a_measure_of_which_nothing_is_offered_is_not_listed():
    groups = measures.grouped(lambda one: one.id == "nctr_remaining")
    assert [(name, [measure for measure, _ in options]) for name, options in groups] == [
        ("Discharge since 2021", ["nctr_remaining"])
    ]


@pytest.mark.parametrize(
    ("measure", "wanted", "indicator"),
    [
        ("delayed_days", "count", "dtoc_days"),
        ("delayed_days", "", "dtoc_beds_per_100k_18plus"),
        ("emergency_admissions", "rate", "emergency_admissions_per_day"),
        ("ae_within_4h_pct", "count", "ae_within_4h_pct"),
    ],
)
def test_a_form_that_a_measure_does_not_have_gives_the_best_it_has(measure, wanted, indicator):
    assert Choice.parse({"measure": measure, "as": wanted}).indicator == indicator


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"measure": "beds"}, ("measure",)),
        ({"body": "council"}, ("body",)),
        ({"to": "2018"}, ("to",)),
        ({"limits": "12", "compare": "x", "profile": "y"}, ("limits", "compare", "profile")),
        ({"rebase": "2017-04"}, ("rebase",)),
        ({"rebase": "2017-04", "reason": "x", "author": " "}, ("rebase",)),
        ({"rebase": "soon", "reason": "x", "author": "y"}, ("rebase",)),
        ({"rebase": "2017-04", "because": "x", "author": ""}, ("rebase",)),
        ({"reason": "Z"}, ("reason",)),
        ({"reason": "e"}, ("reason",)),
        ({"setting": "mental"}, ("setting",)),
        ({"pathway": "P9"}, ("pathway",)),
        ({"season": "summer", "widened": "maybe", "as": "pounds"}, ("as", "season", "widened")),
    ],
)
def test_what_cannot_be_used_is_left_out_and_named(query, named):
    found = Choice.parse(query)
    assert found.ignored == named
    assert found == Choice(ignored=named)


def test_responsible_bodies_and_reasons_are_only_of_delays():
    found = Choice.parse({"measure": "emergency_admissions", "body": "nhs", "reason": "E"})
    assert (found.body, found.reason) == ("all", "all")


def test_settings_and_pathways_are_only_of_discharges():
    asked = {"setting": "community", "pathway": "P3"}
    delayed = Choice.parse({"measure": "delayed_days", **asked})
    assert (delayed.setting, delayed.pathway) == (Choice.setting, Choice.pathway)
    remaining = Choice.parse({"measure": "nctr_remaining", **asked})
    assert (remaining.setting, remaining.pathway) == ("community", Choice.pathway)
    share = Choice.parse({"measure": "discharge_pathway_share", **asked})
    assert (share.setting, share.pathway) == ("community", "P3")


def test_a_form_alone_is_a_form_of_delays():
    assert Choice.parse({"as": "day"}).indicator == "dtoc_beds"


def test_links_from_before_reasons_could_be_chosen_still_name_why_a_phase_began():
    older = {"rebase": "2017-04", "reason": "New ward", "author": "Analysts"}
    assert Choice.parse(older) == Choice(rebase=Rebase("2017-04", "New ward", "Analysts"))
    both = {"rebase": "2017-04", "because": "New ward", "author": "Analysts", "reason": "E"}
    assert Choice.parse(both) == Choice(reason="E", rebase=Rebase("2017-04", "New ward", "Analysts"))


def test_text_that_is_no_text_is_left_out_of_the_link():
    found = Choice.parse({"rebase": "2017-04", "because": "ward\ud800", "author": "\ud800A"})
    assert found.rebase == Rebase("2017-04", "ward", "A")
    assert "because=ward" in found.query


def test_a_repeated_or_odd_value_is_no_failure():
    found = Choice.parse({"area": ["E10999001", "x"], "measure": None, "to": 7, "as": {"a": 1}})
    assert found == Choice(area="E10999001")

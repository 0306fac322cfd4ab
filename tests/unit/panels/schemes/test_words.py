"""What pages of schemes say: figures with their interval, no cause, no blame, four kinds of nothing."""

import functools
import re

import dash
import pytest

from panels.impact import words as impact
from panels.impact.choice import claims, parse
from panels.schemes import gaps, register, words
from panels.schemes.register import Filters
from panels.schemes.scope import where
from tests.spec import local
from tests.spec.local import row
from tests.unit.components import walk

NBSP = "\u00a0"


def everything(client):
    """The words of every page of schemes, of every scheme and of every claim."""
    pages = dash.page_registry
    for name in ("operational.schemes", "operational.impact", "strategic.spend", "strategic.plan"):
        yield name, walk.words(pages[f"pages.{name}"]["layout"]())
    for number in range(1, 20):
        scheme = f"S{number:02d}"
        yield scheme, walk.words(pages["pages.operational.scheme"]["layout"](scheme_id=scheme))
        yield f"impact {scheme}", walk.words(pages["pages.operational.impact"]["layout"](scheme=scheme))


def test_no_page_names_a_cause_or_blames_or_calls_noise_better(client, held):
    """In its own words: what people wrote as a reason, an alternative or a commentary is theirs."""
    theirs = [text for one in held.decisions for text in (one.reason, one.alternative)]
    theirs += [one.text for one in held.commentary]
    for name, said in everything(client):
        ours = functools.reduce(lambda left, text: left.replace(text, ""), theirs, said)
        assert not re.findall(r"\b(because|thanks to|caused by|fault|failed to|bed.blocking|better)\b", ours), name


def test_every_page_says_its_upload_and_both_builds(client, partnership):
    for name, said in everything(client):
        assert partnership.id in said, name
        assert partnership.local.id in said, name


def test_an_estimate_never_stands_without_its_interval_on_an_impact_page(held):
    for scheme in held.schemes:
        for link in claims(held, scheme.scheme_id):
            asked = ".".join(filter(None, (link.indicator_id, link.body)))
            choice = parse(held, {"scheme": scheme.scheme_id, "indicator": asked})
            said = walk.words(impact.lead(held, choice))
            effect = held.effect(choice.verdict, *words.PRIMARY)
            if effect and effect.estimate is not None:
                assert words.interval(effect) in said
            assert choice.verdict.reason in impact.method(held, choice)


def test_an_interval_is_written_with_sign_and_unit(held):
    effect = held.effect(next(one for one in held.verdicts if one.indicator_id == "I09"), "its")
    assert re.fullmatch(rf"\u2212\d+{NBSP}% \(\u2212\d+ to \u2212\d+\)", words.interval(effect))
    assert words.signed(7.34, "points") == f"+7.3{NBSP}points"
    assert words.signed(-0.4, "percent") == f"\u22120.4{NBSP}%"


@pytest.mark.parametrize("junk", ["nowhere", "", None, ["x"], {"a": 1}, "x" * 9000, "\ud800"])
def test_unknown_parts_of_an_address_are_ignored_calmly(partnership, held, junk):
    found = where(partnership, {"place": junk})
    assert found.place.place_id == held.where.place.place_id
    choice = parse(held, {"scheme": junk, "indicator": junk})
    assert choice.scheme.scheme_id == "S01"
    filters = Filters.parse({"area": junk, "stage": junk, "verdict": junk, "decision": junk, "demand": junk}, ())
    assert filters == Filters()
    assert len(register.lines(held, filters)) == 19


def test_an_unknown_indicator_of_a_known_scheme_is_named_as_ignored(held):
    assert parse(held, {"scheme": "S12", "indicator": "I99"}).ignored == ("indicator",)
    assert parse(held, {"scheme": "S99"}).ignored == ("scheme",)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"verdict": "working"}, 6),
        ({"verdict": "not_judged"}, 8),
        ({"verdict": "not_delivered"}, 2),
        ({"verdict": "worse"}, 0),
        ({"decision": "due", "verdict": "substituted"}, 1),
    ],
)
def test_filters_narrow_the_register(held, query, count):
    assert len(register.lines(held, Filters.parse(query, ()))) == count


def test_groups_stand_in_the_order_of_the_register_and_hold_every_scheme_once(held):
    every = register.lines(held, Filters())
    found = [name for name, _ in register.groups(every)]
    assert found == [name for name in register.NAMES if name in found]
    assert sorted(line.scheme.scheme_id for line in every) == [f"S{number:02d}" for number in range(1, 20)]
    assert register.moved(every) == (7, 1)


def test_an_empty_place_reads_calmly(client, small):
    from warehouse import serving

    view, held = small(indicators=(local.indicator(),))
    before = serving.builds()
    serving.serve(view.build.folder.parent.parent)
    try:
        for name in ("operational.schemes", "operational.impact", "strategic.spend", "strategic.plan"):
            said = walk.words(dash.page_registry[f"pages.{name}"]["layout"]())
            assert len(said) > 100
        assert "S01" in walk.words(dash.page_registry["pages.operational.scheme"]["layout"](scheme_id="S01"))
    finally:
        serving.serve(before.root)


def test_gaps_name_double_claims_missing_months_and_what_is_late(small):
    values = [100.0 + at % 5 for at in range(44)]
    values[30] = None
    view, held = small(
        indicators=(local.indicator(),),
        schemes=(local.scheme(), local.scheme(scheme_id="T", actual_start="2017-10")),
        links=(local.link(), local.link(scheme_id="T")),
        observations=local.values(values),
    )
    found = dict(gaps.gaps(view, held))
    assert found["Double claim"].startswith("S and T claim the same change of Packages (I)")
    assert found["Missing month"] == f"I, Saltmarrow: October{NBSP}2017, a gap, never filled in."
    assert "4 months late" in found["Overdue"].replace(NBSP, " ")


def test_who_waits_is_told_the_earliest_month(small):
    other = local.indicator(indicator_id="J", name="Other")
    _, held = small(
        indicators=(local.indicator(), other),
        schemes=(local.scheme(actual_start="2018-10"),),
        links=(local.link(), local.link(indicator_id="J", lag=6, is_primary="no")),
        observations=local.values([100.0 + at % 5 for at in range(48)]) * 1
        + local.values([100.0 + at % 5 for at in range(48)], name="J"),
    )
    (kind, said) = gaps.waiting(held)[0]
    assert kind == "Can change"
    assert said.replace(NBSP, " ").startswith("S: in 3 months")


def test_outputs_that_are_people_are_said_without_a_number_that_gives_one_away(small, client):
    from panels.schemes import chain

    some = tuple(
        row("outputs", scheme_id="S", period=f"2018-{at:02d}", planned=10, actual=one) for at, one in ((1, 12), (2, 7))
    )
    _, held = small(schemes=(local.scheme(output_unit="people"),), outputs=some)
    scheme = held.scheme("S")
    assert held.delivered("S") is None
    assert [line[2:] for line in chain.outputs_table(scheme, held.outputs).rows] == [
        (10, "final"),
        (None, "suppressed: 1 to 7 people"),
    ]
    panel = chain._outputs(held, scheme, local.MONTHS)
    assert panel.finding == "Some people: small numbers are not shown"
    assert "19" not in panel.subtitle

"""What came after delays on the trends page: it opens where it is published, and is never drawn with delays."""

import pytest

from components.trends.choice import BY_PATHWAY, PATHWAYS, Choice
from domain import discharge, organisations, provider_indicators
from domain.areas import ENGLAND
from domain.catalogue import BY_ID, ENDED, EVERY, GROUPS
from panels.trends import control_chart, levels, lines_taken, notes, taken, words
from panels.trends.lines import lines
from panels.trends.trend import trend
from tests.unit.components import walk
from warehouse.queries.discharge import Ask, series
from warehouse.queries.series import Ask as OfSeries
from warehouse.queries.series import series as of_series

QUILLSHIRE, REGION_CODE, TRUST, BOARD = "E10999001", "E12999006", "DMT01", "DMI01"
CUTS = [
    (one.id, setting, pathway)
    for one in EVERY
    for setting in (discharge.SETTINGS if one.family == "discharge" else (Choice.setting,))
    for pathway in (PATHWAYS if one.id == BY_PATHWAY else (Choice.pathway,))
]
LATER = ("ae_attendances_booked", "ae_over_4h_booked")  # collected after the months of the demonstration
NOT_PUBLISHED = ("bed_days_7plus", "community")


def _choice(indicator, setting, pathway, area="") -> Choice:
    return Choice(area, indicator, setting=setting, pathway=pathway)


@pytest.mark.parametrize(("indicator", "setting", "pathway"), CUTS)
def test_every_indicator_opens_for_england_and_for_an_area_of_every_kind_that_has_it(demo, indicator, setting, pathway):
    kinds = levels.kinds(demo, indicator, setting)
    if indicator in LATER or (indicator, setting) == NOT_PUBLISHED:
        assert kinds == ()
        return
    assert kinds[0] == "country"
    assert len(kinds) > 1
    for kind in kinds:
        if kind == "resident_outside":
            continue  # they have no population to divide by
        codes = levels.published(demo, indicator, setting)
        code = next(code for code, one in levels.known(demo).items() if one.type == kind and code in codes)
        found = trend(demo, _choice(indicator, setting, pathway, code))
        assert (found.area.code, found.instead) == (code, ())
        assert control_chart.panel(demo, found.choice).table.rows


@pytest.mark.parametrize("area", [ENGLAND, TRUST, BOARD])
@pytest.mark.parametrize("indicator", ["nctr_remaining", "bed_days_21plus", BY_PATHWAY])
def test_values_are_those_of_the_discharge_reports(demo, area, indicator):
    found = trend(demo, _choice(indicator, discharge.ACUTE, "P2", area))
    pathway = "P2" if indicator == BY_PATHWAY else ""
    figures = series(demo, Ask(indicator, discharge.ACUTE, pathway=pathway), [area])
    assert found.published == {one.period: one.value for one in figures if one.value is not None}
    table = taken.table(demo, found.choice)
    assert {(row[-2], row[-1]) for row in table.rows} == {(discharge.ACUTE, pathway)}


def test_the_share_of_beds_of_a_trust_is_that_of_the_series_and_names_both_publications(demo):
    found = trend(demo, Choice(TRUST, "dtoc_share_of_beds_pct"))
    published = of_series(demo, OfSeries("dtoc_share_of_beds_pct"), [TRUST])
    assert found.published == {one.period: one.value for one in published if one.value is not None}
    assert found.sources == ("dtoc_trusts", "beds")


def test_the_share_of_beds_that_was_expected_is_drawn_for_england_only(demo):
    assert [target.level for target in trend(demo, Choice(indicator="dtoc_share_of_beds_pct")).targets] == [3.5]
    assert trend(demo, Choice(TRUST, "dtoc_share_of_beds_pct")).targets == ()


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_no_chart_and_no_list_of_series_holds_delays_and_what_followed(demo, one):
    if one.id in LATER:
        return
    found = trend(demo, Choice(indicator=one.id, compare="england"))
    families = {line.choice.defined.family for line in lines(demo, found)} | {found.choice.defined.family}
    later = families & {"discharge", "discharge_ready"}
    assert not (later and families & set(ENDED))
    assert len(later) <= 1
    sources = {*lines_taken.table(demo, found.choice).column("source"), *found.sources}
    assert not (any(s.startswith("dtoc") for s in sources) and any(s.startswith("discharge") for s in sources))


def test_families_that_may_not_be_joined_stand_in_groups_of_their_own():
    for families in GROUPS.values():
        assert len({family in ENDED for family in families}) == 1


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (
            Choice(QUILLSHIRE, "nctr_remaining"),
            "No national file has people remaining who no longer meet the criteria to reside by council or region. "
            "England is shown. It is published for NHS regions, boards and trusts too.",
        ),
        (
            Choice(TRUST, "dtoc_days"),
            "No national file has delayed transfers of every reason and body by trust. England is shown. "
            "It is published for regions and councils too.",
        ),
        (Choice(REGION_CODE, "drd_same_day_pct"), "No national file has discharged on the ready date by region."),
        (Choice(BOARD, "dtoc_share_of_beds_pct"), "No national file has delays as a share of occupied beds by board."),
    ],
)
def test_an_area_that_a_measure_is_not_published_for_is_england_and_that_is_said(demo, choice, said):
    found = trend(demo, choice)
    assert found.area.code == ENGLAND
    assert found.choice.area == choice.area  # the link keeps what was asked
    assert found.instead[0].startswith(said)
    assert found.area.name in words.finding(found)


def test_a_trust_without_figures_in_a_setting_is_not_said_to_have_no_files(demo):
    every = levels.known(demo).values()
    held = levels.published(demo, "nctr_remaining", discharge.COMMUNITY)
    acute = next(one for one in every if one.type == organisations.PROVIDER and one.code not in held)
    found = trend(demo, Choice(acute.code, "nctr_remaining", setting=discharge.COMMUNITY))
    said = f"No figures of {acute.name} are held for this measure in community rehabilitation beds. England is shown."
    assert found.instead == (said,)


def test_community_reports_have_no_stays_of_seven_days(demo):
    found = trend(demo, Choice(indicator="bed_days_7plus", setting=discharge.COMMUNITY))
    assert found.setting == discharge.ACUTE
    assert found.instead[0].startswith("Community reports count stays of 14 and 21 days only.")


def test_a_month_before_the_reports_began_shows_the_latest_and_says_so(demo):
    found = trend(demo, Choice(indicator="nctr_remaining", end="2018-01"))
    assert found.months[-1] == "2023-03"
    assert found.instead == (
        "Nothing of this measure is held before October\u00a02021, so the latest months are shown.",
    )


@pytest.mark.parametrize(
    "indicator", ["nctr_remaining", BY_PATHWAY, "drd_bed_days", "dtoc_share_of_beds_pct", "dtoc_days"]
)
def test_beneath_the_chart_stands_what_it_is_not_comparable_with_and_which_way_is_improvement(demo, indicator):
    found = trend(demo, Choice(indicator=indicator))
    note = notes.note(found)
    assert note.startswith(notes.POLARITY[BY_ID[indicator].good])
    assert "ot comparable with" in note or "no successor of DTOC" in note
    assert all(caveat in note for caveat in BY_ID[indicator].caveats)
    assert BY_ID[indicator].definition in notes.subtitle(found)


def test_caveats_of_providers_stand_under_a_trust_and_not_under_england(demo):
    below = provider_indicators.BELOW_ENGLAND[0]
    assert below in notes.note(trend(demo, Choice(TRUST, "ae_attendances_per_day")))
    assert below not in notes.note(trend(demo, Choice(indicator="ae_attendances_per_day")))


def test_marks_are_those_of_the_publication(demo):
    acute = trend(demo, Choice(indicator="nctr_remaining"))
    assert {mark.series for mark in acute.marks} == {"discharge_acute"}
    assert [mark.month for mark in acute.marks] == ["2022-02", "2022-06"]
    assert not {mark.series for mark in trend(demo, Choice()).marks} & {"discharge_acute", "discharge_community"}


def test_only_groups_that_the_measure_is_published_for_are_sent(demo):
    named = [name for name, _ in levels.groups(demo, Choice(indicator="nctr_remaining"))]
    assert named == ["England", "NHS regions", "Boards", "Trusts and other providers"]
    delays = dict(levels.groups(demo, Choice(TRUST)))
    assert set(delays) == {"England", "Regions", "Councils", "Resident outside England", levels.ASKED}
    assert [code for code, _ in delays[levels.ASKED]] == [TRUST]
    for choice in (Choice(), Choice(indicator="nctr_remaining"), Choice(indicator="drd_bed_days")):
        every = [code for _, found in levels.groups(demo, choice) for code, _ in found]
        assert len(every) == len(set(every))
        assert set(every) == levels.published(demo, choice.indicator, choice.setting) & set(levels.known(demo))


def test_a_trust_is_compared_with_its_nhs_region(demo):
    (name,) = trend(demo, Choice(TRUST, "ae_within_4h_pct", compare="region")).beside
    assert name in {one.name for one in levels.known(demo).values() if one.type == organisations.NHS_REGION}


def test_an_indicator_without_its_publication_is_not_offered(demo, monkeypatch):
    from warehouse.queries import offered

    monkeypatch.setattr(offered, "loaded", lambda view: frozenset({"dtoc_england"}))
    from warehouse.queries import levels as queries

    assert queries.codes(demo, BY_ID["drd_bed_days"]) == frozenset()
    assert queries.codes(demo, BY_ID["dtoc_share_of_beds_pct"]) == frozenset()
    assert queries.codes(demo, BY_ID["dtoc_days"])


def test_words_name_the_setting_and_the_pathway(demo):
    found = trend(demo, Choice(indicator=BY_PATHWAY, pathway="P1", setting=discharge.COMMUNITY))
    assert words.label(found) == "Share of discharges on pathway P1, home with support, community beds"
    assert "England" in walk.words(words.finding(found))

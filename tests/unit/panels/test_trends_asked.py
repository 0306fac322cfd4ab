"""A reason and a body on the trends page: shown where a file has them, else all bodies, and that is said."""

import pytest

from components.trends.choice import Choice
from domain import delays
from domain.areas import ENGLAND
from panels.trends import notes, words
from panels.trends.trend import trend
from warehouse.queries.series import Ask, series

QUILLSHIRE = "E10999001"
REGION = "E12999006"


def _said(found) -> str:
    return "".join(part if isinstance(part, str) else part.children for part in words.lead(found))


@pytest.mark.parametrize("area", [QUILLSHIRE, REGION])
def test_below_england_a_reason_is_of_all_bodies_and_that_is_said(demo, area):
    found = trend(demo, Choice(area=area, indicator="dtoc_beds", reason="E", body="nhs"))
    assert found.body == delays.ALL
    assert found.choice.body == "nhs"  # the link keeps what was asked
    published = series(demo, Ask("dtoc_beds", reason="E"), [area])
    assert found.published == {one.period: one.value for one in published if one.value is not None}
    assert _said(found).startswith("No file held here has reasons by responsible body below England. All bodies are")
    assert "NHS" not in words.label(found)


def test_for_england_a_reason_is_split_by_body(demo):
    found = trend(demo, Choice(indicator="dtoc_beds", reason="E", body="social_care"))
    assert found.instead == ()
    published = series(demo, Ask("dtoc_beds", reason="E", body="social_care"), [ENGLAND])
    assert found.published == {one.period: one.value for one in published}
    assert words.label(found).endswith("reason E, care package in own home, Social care")


def test_a_body_that_cannot_own_a_reason_is_no_line_of_zeros(demo):
    found = trend(demo, Choice(indicator="dtoc_beds", reason="C", body="social_care"))
    assert found.body == delays.ALL
    assert max(found.published.values()) > 0
    assert "The rules of the count do not let social care own this reason. All bodies are shown." in _said(found)


def test_a_reason_or_a_body_alone_is_shown_as_asked(demo):
    for choice in (Choice(area=QUILLSHIRE, reason="E"), Choice(area=QUILLSHIRE, body="nhs"), Choice(area=QUILLSHIRE)):
        found = trend(demo, choice)
        assert found.instead == ()
        assert found.body == choice.body


def test_the_reason_that_came_late_has_no_zeros_before_it_was_in_use(view):
    found = trend(view, Choice(indicator="dtoc_days", reason="O", limits="all"))
    assert found.months[0] == delays.O_FIRST_USED
    assert "Reason O, other, was first used in April 2017" in notes.note(found)


def test_what_was_expected_of_all_delays_is_no_target_of_one_reason(demo):
    assert trend(demo, Choice(area=QUILLSHIRE)).targets
    assert not trend(demo, Choice(area=QUILLSHIRE, reason="E")).targets

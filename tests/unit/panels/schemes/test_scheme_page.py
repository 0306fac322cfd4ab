"""What a scheme's page says beside its verdict: spikes that end, England, what nobody watches, sources, links."""

from panels.schemes import designs, scheme_page
from panels.schemes import words as scheme_words
from tests.contract import drawn
from tests.unit.components import walk


def words(part) -> str:
    return walk.words(part).replace("\u00a0", " ").replace("\u202f", " ")


def body(view, held, name) -> list:
    return scheme_page.body(view, held, held.scheme(name))


def test_a_spike_that_ends_is_told_before_its_figure(held):
    said = "".join(map(str, scheme_page.lead(held, held.scheme("S19")))).replace("\u00a0", " ")
    assert "Before and after reads −26 %, but it started after an unusual run" in said
    assert said.index("−26 %") < said.index("+6.0 % (−12 to 26)")


def test_england_is_named_where_it_says_something_else_than_the_verdicts_design(held):
    steps = " ".join(designs.steps(held, held.scheme("S16"))).replace("\u00a0", " ")
    assert "Over and above England it reads +48 % (10 to 98)" in steps
    assert "Over and above England" not in " ".join(designs.steps(held, held.scheme("S07")))


def test_a_scheme_without_a_balancing_indicator_says_that_nobody_watches(partnership, held):
    assert "No balancing indicator" in words(body(partnership, held, "S19"))
    assert "No balancing indicator" not in words(body(partnership, held, "S12"))


def test_context_is_drawn_and_not_judged(partnership, held):
    said = words(body(partnership, held, "S17"))
    assert "Home-care vacancies" in said
    assert "Not claimed by S17" in said


def test_only_schemes_of_the_same_council_are_named_as_watching_too(partnership, held):
    assert "Also watched by S01" in words(body(partnership, held, "S07"))
    assert "Also watched by" not in words(body(partnership, held, "S12"))


def test_every_figure_and_the_money_say_their_source(partnership, held):
    for name in ("S12", "S07", "S19", "S04", "S18"):
        parts = body(partnership, held, name)
        figures = [one for part in parts for one in walk.of(part, "Figure")]
        lines = [one for part in parts for one in walk.every(part) if getattr(one, "className", "") == "src"]
        assert len(lines) == len(figures) + 1, name
        assert all(len(walk.words(one)) > 40 for one in lines)
    assert any("LA-Type-B" in words(part) for part in body(partnership, held, "S07"))


def test_a_place_names_the_file_that_holds_its_figures(held):
    assert "three-meres-2019-04-2.xlsx" in scheme_words.source_line(held)


def test_a_proposal_leads_to_its_own_form_and_every_note_to_an_answer(partnership, held):
    links = {one.href for part in body(partnership, held, "S12") for one in walk.of(part, "A")}
    place = "place=three-meres-partnership&scheme=S12"
    assert f"/upload/decision?{place}" in links
    assert f"/upload/comment?{place}&row=N05" in links
    (proposal,) = [one.decision_id for one in held.decisions if one.scheme_id == "S12"]
    assert f"/upload/decision?{place}&row={proposal}" in links
    assert not [link for link in links if "undo" in link], "what came with a workbook is taken back as a workbook"


def test_labels_of_designs_do_not_share_a_line_with_the_drawing_where_it_is_narrow(held):
    scheme = held.scheme("S07")
    panel = designs.panel(held, scheme, designs.judged(held, scheme)[0], 1)
    (narrow,) = panel.figure["layout"]["meta"]["variants"]
    assert narrow["layout"]["xaxis"]["domain"] == [0, 1]
    assert {one["yshift"] > 10 for one in narrow["layout"]["annotations"]} == {True}
    assert drawn.words(panel.table)

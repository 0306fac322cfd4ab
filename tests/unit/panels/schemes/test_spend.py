"""What a spend page says: pounds beside shares, and which way each of them went."""

import pytest

from panels.spend import words
from panels.spend.figures import figures
from tests.spec import local
from tests.spec.local import row
from tests.unit.components import walk

NBSP = "\u00a0"


def lines(*some):
    found = []
    for name, purpose, amounts in some:
        for version, amount in amounts.items():
            year = "2019-20" if version == "next_plan" else "2018-19"
            cells = {"line_id": name, "name": f"Line {name}", "version": version, "year": year, "amount": amount}
            found.append(row("spend_lines", **cells, purpose=purpose, stage="discharge"))
    return tuple(found)


def spend(small, *some):
    _, held = small(schemes=(local.scheme(),), spend_lines=lines(*some))
    return figures(held)


@pytest.mark.parametrize(
    ("improve", "sustain", "said"),
    [
        ((24e6, 15e6), (76e6, 35e6), "rises from 24 % of this plan to 30 % of the next but falls from £24m to £15m"),
        ((24e6, 36e6), (76e6, 84e6), "rises from 24 % of this plan to 30 % of the next and rises from £24m to £36m"),
        ((30e6, 33e6), (70e6, 99e6), "falls from 30 % of this plan to 25 % of the next but rises from £30m to £33m"),
        ((30e6, 30e6), (70e6, 70e6), "stays at 30 % of this plan and stays at £30m"),
    ],
)
def test_shares_and_pounds_of_the_next_plan_each_say_their_way(small, improve, sustain, said):
    found = spend(
        small,
        ("A", "improve", {"plan": improve[0], "next_plan": improve[1]}),
        ("B", "sustain", {"plan": sustain[0], "next_plan": sustain[1]}),
    )
    (sentence,) = words.next_plan(found)
    assert _loose(said) in _loose(sentence)


def _loose(sentence):
    """Without zeros after a point, and with plain spaces."""
    return (
        sentence.replace(NBSP, " ")
        .replace("\u202f", " ")
        .replace(".00m", "m")
        .replace(".0m", "m")
        .replace(".0 %", " %")
    )


def test_slippage_names_what_moved_and_what_is_carried(small):
    found = spend(
        small,
        ("A", "improve", {"plan": 10e6, "forecast": 6e6}),
        ("B", "sustain", {"plan": 10e6, "forecast": 13e6}),
    )
    said = " ".join(map(_loose, words.slippage(found)))
    assert "£4m of £20m planned was not spent where it was planned" in said
    assert "Line B (B) £3m" in said
    assert "carried forward: £1m" in said


def test_more_spent_than_planned_says_nothing_of_slippage(small):
    found = spend(small, ("A", "improve", {"plan": 10e6, "outturn": 12e6}))
    assert found.slippage is None
    assert "nothing is said of slippage" in words.slippage(found)[0]


def test_the_lead_names_pounds_and_share(small):
    found = spend(small, ("A", "sustain", {"plan": 7e6}), ("B", "improve", {"plan": 3e6}))
    said = _loose(walk.words(words.lead(found)))
    assert said.startswith("70 % of the plan of £10m sustains what exists.")


def test_without_money_there_are_no_figures(small):
    _, held = small(schemes=(local.scheme(),))
    assert figures(held) is None

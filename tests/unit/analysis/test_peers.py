"""Peers (METHODS M12)."""

import dataclasses

import pytest

from analysis import peers
from analysis.peers import Profile
from analysis.rates import Refused

COUNCILS = {
    f"E{n:02d}": Profile(
        "unitary" if n % 2 else "county", 150_000 + 9_000 * n, 15 + n % 7, 5 + n % 3, 300 + 40 * (n % 11)
    )
    for n in range(40)
}


def test_the_printed_distance():
    assert round(peers.distance([0.5, -1.9, -0.4, 1.1], [0.7, 4.1, 1.3, 1.5]), 4) == 1.1651


def test_the_nearest_fifteen_come_in_order_and_never_the_council_itself():
    found = peers.peers(COUNCILS, "E10")
    assert len(found) == 15
    assert "E10" not in {peer.area for peer in found}
    assert [peer.distance for peer in found] == sorted(peer.distance for peer in found)


def test_another_class_is_one_further_away():
    own = COUNCILS["E10"]
    twins = {**COUNCILS, "E50": own, "E51": dataclasses.replace(own, kind="London")}
    found = {peer.area: peer for peer in peers.peers(twins, "E10", most=60)}
    assert found["E50"].distance == 0
    assert found["E51"].distance == 1
    assert found["E51"].other_class


def test_the_order_of_the_councils_does_not_matter():
    turned = dict(reversed(COUNCILS.items()))
    assert [p.area for p in peers.peers(turned, "E10")] == [p.area for p in peers.peers(COUNCILS, "E10")]


def test_a_council_without_a_population_has_no_peers():
    with pytest.raises(Refused, match="no peers"):
        peers.peers(COUNCILS, "E99")
    with pytest.raises(Refused, match="do not differ"):
        peers.peers({"E01": COUNCILS["E01"], "E02": COUNCILS["E01"]}, "E01")
